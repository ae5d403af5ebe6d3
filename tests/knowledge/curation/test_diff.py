"""What differs between two entries, as people read it. That no difference is missed: test_files.py."""

from dataclasses import replace
from typing import Any

from knowledge.curation.diff import Difference, diff, dry_run
from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.curation.toml_models import read_movie
from knowledge.entry import Movie
from knowledge.library import Library

FILM = read_movie((DATA / "movies/never-let-me-go-2010.toml").read_text(encoding="utf-8"), "shipped")


def some_movie(**values: Any) -> Movie:
    return FILM.model_copy(update=values)


def test_a_difference_names_the_field_and_says_both_sides() -> None:
    old = some_movie()
    sex, *others = old.findings
    new = some_movie(findings=(sex.model_copy(update={"level": "mild"}), *others[1:]), runtime=None)
    found = diff(old, new)
    assert Difference("findings.sex.level", "moderate", "mild") in found
    assert Difference("runtime", "103", None) in found
    assert {
        difference.key.split(".")[1] for difference in found if difference.key.startswith("findings")
    } == {
        "sex",
        others[0].topic,
    }
    assert str(Difference("runtime", "103", None)) == "runtime: 103 → nothing"


def test_what_only_moved_is_told_as_its_order() -> None:
    old = some_movie()
    assert [difference.key for difference in diff(old, some_movie(findings=old.findings[::-1]))] == [
        "findings.order"
    ]


def test_a_dry_run_tells_what_is_new_what_changes_and_what_is_there_already() -> None:
    library = Library.of([FILM], read_vocabulary())
    same, changed = some_movie(), some_movie(pitch="Other words.")
    new = some_movie(id="new-film-2011", title="New Film", year=2011)
    unchanged, second, third = dry_run([same, changed, new], library)
    assert unchanged.differences == ()
    assert [difference.key for difference in second.differences] == ["pitch"]
    assert third.before is None
    assert replace(third.differences[0], now=None) == Difference("id", None, None)

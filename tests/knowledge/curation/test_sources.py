"""Every statement of an entry has the source that somebody chose for it, and none that nobody chose."""

from datetime import date
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.curation.draft import Draft, faults, fill, held, preview, start
from knowledge.curation.export import FORMATS
from knowledge.curation.faults import Faulty
from knowledge.curation.merge import merge
from knowledge.curation.sources import statements, unsourced
from knowledge.curation.upload import read_upload
from knowledge.entry import NOT_NAMED, Finding, Level, Movie, Source
from knowledge.entry_walk import fields_of
from knowledge.library import Library
from knowledge.strict_model import StrictModel
from tests.films import VOCABULARY, film, finding

TWO = "A review | https://example.org/whale\nThe board | https://example.org/board"
LIBRARY = Library.of([], VOCABULARY)
STATED: dict[str, dict[str, tuple[str, ...]]] = {
    "finding.fear": {"level": ("mild",), "says": ("A storm.",)},
    "rating.MPA": {"code": ("PG",)},
    "know": {"says": ("Mild.",)},
    "story": {"says": ("It swims.",)},
    "quality": {"strengths": ("The tin.",)},
    "voice.new": {"says": ("Loved it.",), "who": ("teen",)},
}
"""Something stated in each part that cites sources, at a glance apart."""


def named(listed: str = TWO) -> Draft:
    return fill(start("The Tin Whale", 1999, date(2026, 11, 24)), "sources", {"list": (listed,)}, LIBRARY)


def written(draft: Draft, part: str, *sources: str) -> Draft:
    return fill(draft, part, {**STATED[part], "sources": sources}, LIBRARY)


def cited(draft: Draft) -> dict[str, tuple[str, ...]]:
    return dict(statements(draft.entry))


@pytest.mark.parametrize("part", STATED)
def test_a_statement_without_a_choice_has_no_source_until_somebody_chooses(part: str) -> None:
    told = written(named(), part)
    name = part.replace("new", "0")
    assert told.wrong == {}
    assert unsourced(told.entry) == (name,)
    assert "sources" not in held(told, name)
    chosen = fill(told, name, {**held(told, name), "sources": ("the-board",)}, LIBRARY)
    assert unsourced(chosen.entry) == ()
    assert cited(chosen)[name] == ("the-board",)
    taken_back = fill(chosen, name, {**held(chosen, name), "sources": ()}, LIBRARY)
    assert unsourced(taken_back.entry) == (name,)


@pytest.mark.parametrize("part", STATED)
def test_naming_sources_later_chooses_none_for_what_was_written_before(part: str) -> None:
    early = written(start("The Tin Whale", 1999, date(2026, 11, 24)), part)
    late = fill(early, "sources", {"list": (TWO,)}, LIBRARY)
    assert unsourced(late.entry) == (part.replace("new", "0"),)


def _cites(model: type[StrictModel]) -> set[str]:
    """Every field below a model that names sources."""
    found: set[str] = set()
    for name, field in fields_of(model).items():
        if name in ("sources", "source", "facts_from") and get_origin(field.annotation) is not dict:
            found.add(f"{model.__name__}.{name}")
        for inner in _models(field.annotation):
            found |= _cites(inner)
    return found


def _models(annotation: Any) -> list[type[StrictModel]]:
    if isinstance(annotation, type) and issubclass(annotation, StrictModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def test_every_kind_of_statement_that_an_entry_can_hold_is_looked_at() -> None:
    assert _cites(Movie) == {
        "Movie.facts_from",
        "OfficialRating.sources",
        "Finding.sources",
        "Prose.sources",
        "Quality.sources",
        "Voice.source",
    }
    whole = named()
    for part in STATED:
        whole = written(whole, part, "a-review")
    assert set(cited(whole)) == {"glance", *(part.replace("new", "0") for part in STATED)}
    assert faults(whole, LIBRARY) == ()


def test_what_stands_at_a_glance_is_from_what_was_named_first_and_from_nothing_named_later() -> None:
    first = named("A review")
    assert preview(first).facts_from == ("a-review",)
    more = fill(first, "sources", {**held(first, "sources"), "list": ("A review\nThe board",)}, LIBRARY)
    assert preview(more).facts_from == ("a-review",)
    gone = fill(more, "sources", {**held(more, "sources"), "list": ("The board",)}, LIBRARY)
    assert unsourced(gone.entry) == ("glance",)
    chosen = fill(gone, "sources", {**held(gone, "sources"), "facts": ("the-board",)}, LIBRARY)
    assert preview(chosen).facts_from == ("the-board",)
    assert unsourced(chosen.entry) == ()


@pytest.mark.parametrize("part", STATED)
def test_a_source_that_something_cites_is_not_taken_away_or_replaced_by_one_that_sounds_like_it(
    part: str,
) -> None:
    told = written(named(), part, "a-review")
    for listed in ("The board", "A Review! | https://example.org/another\nThe board"):
        bad = fill(told, "sources", {"list": (listed,)}, LIBRARY)
        assert "'A review' is still the source of" in " ".join(map(str, bad.wrong["sources"].faults))
        assert preview(bad).sources == preview(told).sources


def test_two_sources_of_one_name_stay_two_and_a_renamed_one_stays_what_is_cited() -> None:
    twins = named("A review | https://example.org/1\nA review | https://example.org/2")
    assert {key: source.url for key, source in preview(twins).sources.items()} == {
        "a-review": "https://example.org/1",
        "a-review-2": "https://example.org/2",
    }
    assert preview(fill(twins, "sources", held(twins, "sources"), LIBRARY)) == preview(twins)
    told = written(named(), "story", "a-review")
    renamed = fill(told, "sources", {"list": (TWO.replace("A review", "The Whale Times"),)}, LIBRARY)
    assert preview(renamed).sources["a-review"].name == "The Whale Times"


def test_a_link_alone_is_a_source_and_a_link_without_a_name_is_explained() -> None:
    (source,) = preview(named("https://example.org/whale")).sources.values()
    assert (source.name, source.url) == ("example.org", "https://example.org/whale")
    assert "name" in " ".join(map(str, named(" | https://example.org/whale").wrong["sources"].faults))


lines = st.lists(
    st.sampled_from(["A review", "a review", "A Review!", "???", "B | https://b.org", "C | https://b.org"]),
    max_size=4,
).map("\n".join)


@given(st.lists(lines, min_size=1, max_size=4), st.sampled_from(sorted(STATED)))
def test_whatever_becomes_of_the_list_a_statement_keeps_the_source_that_was_chosen(
    lists: list[str], part: str
) -> None:
    told = written(named("A review | https://a.org"), part, "a-review")
    for listed in lists:
        told = fill(told, "sources", {"list": (listed,) if listed else ()}, LIBRARY)
        assert preview(told).sources["a-review"].name == "A review"


def entry(*sources: tuple[str, str], topic: str, cites: str) -> Movie:
    told = Finding(topic=topic, level=Level.MILD, says="A storm.", sources=(cites,))
    plain = film(told)
    return plain.model_copy(
        update={
            "sources": {**plain.sources, **{key: Source(name=key, url=url) for key, url in sources}},
        }
    )


def test_putting_two_drafts_together_mixes_no_sources() -> None:
    base = film(finding("language", Level.MILD))
    mine = entry(("review", "https://mine.org"), topic="fear", cites="review")
    theirs = entry(("review", "https://theirs.org"), topic="violence", cites="review")
    tables, _ = merge(base, mine, theirs)
    says = {one["topic"]: tables["sources"][one["sources"][0]]["url"] for one in tables["findings"]}
    assert says == {"fear": "https://mine.org", "violence": "https://theirs.org"}


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_whose_source_nobody_named_is_refused(ending: str) -> None:
    movie = entry((NOT_NAMED, "https://example.org"), topic="fear", cites=NOT_NAMED)
    with pytest.raises(Faulty, match="nobody has named"):
        read_upload(f"x.{ending}", FORMATS[ending]([movie]).encode(), LIBRARY)

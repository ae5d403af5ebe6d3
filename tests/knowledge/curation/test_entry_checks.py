"""Every fault of a file is found, with its key, and says what would be right."""

from pathlib import Path

import pytest

from knowledge.curation.entry_checks import check_together
from knowledge.curation.faults import Faulty
from knowledge.curation.shipped_guide import read_entries
from knowledge.curation.toml_models import read_movie
from knowledge.library import Library
from knowledge.vocabulary import Vocabulary

GOOD = (Path(__file__).parent / "the-paper-boat-2001.toml").read_text(encoding="utf-8")

FAULTS = (
    ('topic = "sex"', 'topic = "sexx"', "findings.0.topic", "did you mean 'sex'"),
    ('level = "moderate"', 'level = "strong"', "findings.0.level", "mild"),
    ('code = "R"', 'code = "R-17"', "ratings.0.code", "NC-17"),
    ('board = "MPA"', 'board = "MPAA"', "ratings.0.board", "did you mean 'MPA'"),
    ('sources = ["review"]', 'sources = ["revue"]', "ratings.0.sources", "did you mean 'review'"),
    ('sources = ["review"]', "sources = []", "ratings.0.sources", "at least 1"),
    ("theatrical = 2001-05-04", "theatrical = 2001-13-04", "line", "not TOML"),
    ("theatrical = 2001-05-04", 'theatrical = "soon"', "released.theatrical", "2010-09-15"),
    ("theatrical = 2001-05-04", "theatrical = 1901-05-04", "released.theatrical", "one is wrong"),
    ("home = 2002-01-01", "home = 2001-01-01", "released.home", "before the theatrical"),
    ("runtime = 90", "runtim = 90", "runtim", "did you mean 'runtime'"),
    ("runtime = 90", 'runtime = "90"', "runtime", "whole number"),
    ("year = 2001", "year = 2002", "id", "the-paper-boat-2002"),
    ('pitch = "', 'pitch = "||He dies.|| ', "pitch", "detail"),
    ('pitch = "', f'pitch = "{"x" * 400}', "pitch", "at most 300"),
    (
        'too_much = ["violence"]',
        'too_much = ["violins"]',
        "voices.0.too_much",
        "did you mean 'violence'",
    ),
    ('title = "The Paper Boat"\n', "", "title", "is missing"),
)


def faults_of(text: str, vocabulary: Vocabulary, folder: Path) -> list[tuple[str, str, str]]:
    path = folder / "the-paper-boat-2001.toml"
    path.write_text(text, encoding="utf-8")
    _, faults = read_entries([path], vocabulary)
    return [(fault.file, fault.key, fault.says) for fault in faults]


def test_a_good_entry_has_no_fault(vocabulary: Vocabulary, tmp_path: Path) -> None:
    assert faults_of(GOOD, vocabulary, tmp_path) == []


@pytest.mark.parametrize(("right", "wrong", "key", "hint"), FAULTS)
def test_a_fault_is_named_with_its_key_and_what_would_be_right(
    vocabulary: Vocabulary, tmp_path: Path, right: str, wrong: str, key: str, hint: str
) -> None:
    assert right in GOOD
    found = faults_of(GOOD.replace(right, wrong, 1), vocabulary, tmp_path)
    assert any(file.endswith(".toml") and at.startswith(key) and hint in says for file, at, says in found), (
        found
    )


def test_an_alternative_must_be_another_entry(vocabulary: Vocabulary, tmp_path: Path) -> None:
    text = GOOD + '\n[[alternatives]]\nmovie = "no-such-film-1999"\nwhy = "Kindred."\n'
    ((_, key, says),) = faults_of(text, vocabulary, tmp_path)
    assert key == "alternatives.0.movie"
    assert "no other entry" in says


def test_two_films_of_one_year_need_two_names(vocabulary: Vocabulary, tmp_path: Path) -> None:
    other = GOOD.replace('title = "The Paper Boat"', 'title = "The paper boat!"')
    paths = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for path, text in zip(paths, (GOOD, other), strict=True):
        path.write_text(text, encoding="utf-8")
    _, faults = read_entries(paths, vocabulary)
    assert any("is there already" in fault.says for fault in faults)


def test_a_file_that_is_no_utf8_is_a_fault_not_a_crash(vocabulary: Vocabulary, tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'title = "Am\xe9lie"')
    _, (fault,) = read_entries([path], vocabulary)
    assert "UTF-8" in fault.says


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(Faulty) as caught:
        read_movie('id = "X Y"\nyear = "old"\n', "x.toml")
    assert len(caught.value.faults) > 4


def test_the_shipped_guide_has_no_fault(library: Library) -> None:
    assert len(library.movies) >= 25


def test_one_file_may_point_to_entries_that_are_there_beside_it(library: Library) -> None:
    movie = next(each for each in library.movies.values() if each.alternatives)
    alone, beside = (list(check_together([("a.toml", movie)], ids)) for ids in ((), library.movies))
    assert len(alone) == len(movie.alternatives)
    assert beside == []

"""A table of facts beside an entry: each difference is named, and an empty cell says nothing."""

import gzip
from pathlib import Path

import pytest

from knowledge.curation.fact_table import COLUMNS, differing, facts_of, read_facts
from knowledge.entry import External, Movie, OfficialRating
from tests.films import film

WHALE = {
    "title": "The Tin Whale",
    "year": "1999",
    "mpa_rating": "PG",
    "runtime_min": "90",
    "director": "Ann Reed, Bo Stone",
    "reason": "Rated PG for mild peril, and some rude humor (certificate 123)",
    "imdb_id": "tt0000001",
}


def whale(**changes: object) -> Movie:
    """An entry that states just what the row of the table states."""
    rated = OfficialRating(board="MPA", code="PG", reason="mild peril, and some rude humor", sources=("one",))
    stated: dict[str, object] = {
        "title": "The Tin Whale",
        "year": 1999,
        "runtime": 90,
        "directors": ("Bo Stone", "Ann Reed"),
        "ratings": (rated,),
        "external": External(imdb="tt0000001"),
    }
    return film().model_copy(update=stated | changes)


def written(folder: Path, *rows: dict[str, str]) -> Path:
    lines = ["\t".join(COLUMNS), *("\t".join(row[name] for name in COLUMNS) for row in rows)]
    path = folder / "facts.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    return path


def test_what_both_state_alike_is_no_difference() -> None:
    assert list(differing(whale(), WHALE)) == []


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"title": "The Tin Wail"}, "title"),
        ({"year": 2000}, "year"),
        ({"runtime": 91}, "runtime"),
        ({"directors": ("Ann Reed",)}, "directors"),
        ({"ratings": (OfficialRating(board="MPA", code="G", sources=("one",)),)}, "ratings.0.code"),
        (
            {"ratings": (OfficialRating(board="MPA", code="PG", reason="peril", sources=("one",)),)},
            "ratings.0.reason",
        ),
    ],
)
def test_each_fact_that_differs_is_named_with_what_the_table_says(
    change: dict[str, object], key: str
) -> None:
    (note,) = differing(whale(**change), WHALE)
    assert note.key == key
    assert f"the table says {note.theirs!r}" in str(note)


def test_an_empty_cell_and_a_fact_that_the_entry_leaves_out_say_nothing() -> None:
    blank = WHALE | {"runtime_min": "", "director": "", "reason": "", "mpa_rating": ""}
    assert list(differing(whale(runtime=1, directors=("X",)), blank)) == []
    assert list(differing(whale(runtime=None, directors=(), ratings=()), WHALE)) == []


def test_a_film_is_found_by_its_id_and_else_by_title_and_year(tmp_path: Path) -> None:
    other = WHALE | {"title": "The Tin Whale", "year": "2010", "imdb_id": ""}
    table = read_facts(written(tmp_path, WHALE, other))
    assert facts_of(whale(title="Whale"), table) == WHALE
    assert facts_of(whale(year=2010, external=External()), table) == other
    assert facts_of(whale(year=1950, external=External()), table) is None


def test_a_table_without_a_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "facts.tsv"
    path.write_text("title\tyear\n", encoding="utf-8")
    with pytest.raises(ValueError, match="mpa_rating"):
        read_facts(path)

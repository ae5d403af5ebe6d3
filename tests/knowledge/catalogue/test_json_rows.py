"""A list in JSON is read entry by entry, whatever stands around it and wherever it was cut into pieces."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.formats.json_rows import DEEPEST, list_in, rows_at
from knowledge.catalogue.formats.text_reader import LONGEST
from knowledge.catalogue.records import RefusedRow, Row

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
FILMS = st.lists(st.dictionaries(st.sampled_from(["id", "title", "year"]), WORDS, max_size=3), max_size=5)
UNDER = "results.bindings"


def cut(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


def read(text: str, size: int, place: str) -> list[Row]:
    return [row[1] for row in rows_at(cut(text, size), place) if not isinstance(row, RefusedRow)]


@given(FILMS, st.integers(1, 40), st.sampled_from([None, 2]))
def test_a_list_is_read_as_it_was_written(films: list[Row], size: int, indent: int | None) -> None:
    text = json.dumps(films, indent=indent)
    assert list_in(cut(text, size)) == ""
    assert read(text, size, "") == films


@given(FILMS, JSON, st.integers(1, 40), st.booleans())
def test_what_stands_around_the_list_is_passed_over(
    films: list[Row], other: object, size: int, after: bool
) -> None:
    results = {"distinct": other, "bindings": films, "ordered": other}
    whole = {"results": results, "head": other} if after else {"head": other, "results": results}
    assert list_in(cut(json.dumps(whole), size)) == UNDER
    assert read(json.dumps(whole), size, UNDER) == films


@given(FILMS, st.data())
def test_what_is_cut_off_is_refused_wherever_it_was_cut(films: list[Row], data: st.DataObject) -> None:
    text = json.dumps({"head": {}, "results": {"bindings": films}})
    end = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(ValueError, match="no whole JSON"):
        list_in(cut(text[:end], 7))


@pytest.mark.parametrize("text", ["[1, 2] [3]", "[1, 2,]", "[1 2]", '{"head" 5}', '["a', "[NaN]", ""])
def test_what_is_no_json_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(ValueError, match=r"no whole JSON: .*error"):
        list_in(iter([text] if text else []))


@pytest.mark.parametrize("text", ['{"head": {}}', '{"results": {"rows": []}}', '{"results": 5}', "5"])
def test_what_has_no_list_of_films_has_none(text: str) -> None:
    assert list_in(iter([text])) is None


def test_an_entry_that_never_ends_is_given_up() -> None:
    endless = ('["' if at == 0 else "x" * 1000 for at in range(1_000_000_000))
    with pytest.raises(ValueError, match=f"longer than {LONGEST:,} letters"):
        list_in(endless)


@pytest.mark.parametrize("begin", ["[", '{"a":'])
def test_lists_that_stand_in_each_other_without_end_are_given_up(begin: str) -> None:
    with pytest.raises(ValueError, match=f"more than {DEEPEST} deep"):
        list_in(begin * 1000 for _ in range(1_000_000))

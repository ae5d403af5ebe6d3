"""A list in JSON is read entry by entry, whatever stands around it and wherever it was cut into pieces."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.catalogue.formats.entries import entries
from knowledge.catalogue.formats.opening import LONGEST

PATH = ("results", "bindings")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
LISTS = st.lists(JSON, max_size=5)


def cut(text: str, size: int) -> Iterator[str]:
    return (text[at : at + size] for at in range(0, len(text), size))


@given(LISTS, st.integers(1, 40), st.sampled_from([None, 2]))
def test_a_list_is_read_as_it_was_written(rows: list[object], size: int, indent: int | None) -> None:
    assert list(entries(cut(json.dumps(rows, indent=indent), size), PATH)) == rows


@given(LISTS, JSON, st.integers(1, 40), st.booleans())
def test_what_stands_around_the_list_is_passed_over(
    rows: list[object], other: object, size: int, after: bool
) -> None:
    results = {"distinct": other, "bindings": rows, "ordered": other}
    whole = {"results": results, "head": other} if after else {"head": other, "results": results}
    assert list(entries(cut(json.dumps(whole), size), PATH)) == rows


@given(LISTS, st.data())
def test_what_is_cut_off_is_refused_wherever_it_was_cut(rows: list[object], data: st.DataObject) -> None:
    text = json.dumps({"head": {}, "results": {"bindings": rows}})
    end = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(ValueError, match="no whole JSON"):
        list(entries(cut(text[:end], 7), PATH))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"head": {}}', "no 'results'"),
        ('{"results": {"rows": []}}', "no 'bindings'"),
        ('{"results": 5}', "it says '5' where { should stand"),
        ("[1, 2] [3]", "after the end"),
        ("[1, 2,]", "no whole JSON"),
        ("[1 2]", "it says '2' where , or ] should stand"),
        ('{"head" 5}', "where : should stand"),
    ],
)
def test_what_is_no_such_list_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        list(entries(iter([text]), PATH))


def test_an_entry_that_never_ends_is_given_up() -> None:
    endless = ('["' if at == 0 else "x" * 1000 for at in range(1_000_000_000))
    with pytest.raises(ValueError, match=f"longer than {LONGEST:,} letters"):
        list(entries(endless, PATH))

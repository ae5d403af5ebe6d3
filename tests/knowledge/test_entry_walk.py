"""Each field of an entry is described once: one walk meets all of it, and forms and files follow it."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, cast

import pytest
from hypothesis import given

from knowledge.curation.csv_cells import cells
from knowledge.curation.diff import diff
from knowledge.curation.entry_checks import check_entry
from knowledge.curation.section import fields_in, inputs_of, section_for
from knowledge.curation.sections import SECTIONS
from knowledge.entry import Movie
from knowledge.entry_walk import EntryField, every_field, fields_of, mapped, walk
from knowledge.field_marks import Box, Input, InSection, ItemKey, NotTyped, Spoils
from knowledge.field_types import Line
from knowledge.library import Library
from knowledge.strict_model import StrictModel
from knowledge.titles.folding import unslugged
from tests.films import VOCABULARY, film, movies


def atoms(value: object) -> Iterator[str]:
    """Every value that stands in JSON, however deep."""
    if isinstance(value, dict):
        value = list(cast("dict[str, object]", value).values())
    if isinstance(value, list):
        for one in cast("list[object]", value):
            yield from atoms(one)
    elif value is not None:
        yield str(value)


def meets_all(movie: Movie) -> None:
    assert Counter(str(one) for leaf in walk(movie) for one in leaf.items.values()) == Counter(
        atoms(movie.model_dump(mode="json"))
    )
    paths = [leaf.path for leaf in walk(movie)]
    assert len(paths) == len(set(paths))
    named = [leaf.path for leaf in walk(movie, named=True)]
    assert len(named) == len(set(named)) == len(paths)


def unmarked(model: type[StrictModel]) -> list[str]:
    """The fields of an entry of which nobody said where they are written."""
    return [".".join(path) for name, field in fields_of(model).items() for path in _unmarked((name,), field)]


def _unmarked(path: tuple[str, ...], field: EntryField) -> Iterator[tuple[str, ...]]:
    if field.mark(InSection) is None and field.mark(NotTyped) is None:
        yield path
    if field.mark(NotTyped) or field.mark(Input):
        return
    if field.inner is None:
        yield path
        return
    by = field.mark(ItemKey)
    names = by.fields if by and by.found_again else ()
    yield from (
        (*path, one.name) for one in field.inner_fields if one.mark(Input) is None and one.name not in names
    )


class MoodyMovie(Movie):
    """An entry with one field more."""

    mood: Annotated[Line | None, InSection("glance"), Input(Box.TEXT, 300)] = None
    twist: Annotated[Line | None, InSection("story"), Input(Box.TEXT, 300), Spoils()] = None


class CarelessMovie(Movie):
    """An entry with a field that somebody forgot to describe."""

    mood: Line | None = None


def moody(**values: str) -> MoodyMovie:
    return MoodyMovie.model_validate({**vars(film()), **values})


@given(movies)
def test_every_value_of_an_entry_is_met_once(movie: Movie) -> None:
    meets_all(movie)


def test_every_value_of_the_shipped_guide_is_met_once(library: Library) -> None:
    for movie in library.movies.values():
        meets_all(movie)


@given(movies)
def test_what_is_mapped_to_itself_is_the_same_entry(movie: Movie) -> None:
    assert mapped(movie, lambda _, value: value) == movie


def test_every_field_says_where_it_is_written() -> None:
    assert unmarked(Movie) == []


def test_a_field_without_its_marks_is_named() -> None:
    assert unmarked(CarelessMovie) == ["mood", "mood"]
    assert unmarked(MoodyMovie) == []


def test_every_section_is_one_that_forms_offer() -> None:
    marks = [field.mark(InSection) for field in every_field(Movie).values()]
    assert {mark.name for mark in marks if mark} == SECTIONS.keys()


def test_a_form_shows_all_that_files_hold_but_what_nobody_types(library: Library) -> None:
    for movie in library.movies.values():
        entry = movie.model_dump(mode="json", exclude_defaults=True)
        texts = (text for held in _forms(entry) for values in held.values() for text in values)
        shown = " ".join(" ".join(texts).split())
        typed = {name for name, field in fields_of(Movie).items() if field.mark(NotTyped) is None}
        for key, cell in cells(movie).items():
            path = key.split(".")
            if path[0] in typed and path[-1] not in ("topic", "board", "copy_of"):
                said = unslugged(cell) if path[-1] == "movie" else cell
                assert " ".join(said.split()) in shown, key


def _forms(entry: dict[str, Any]) -> Iterator[dict[str, tuple[str, ...]]]:
    which = {
        "finding": [one["topic"] for one in entry.get("findings", ())],
        "rating": [one["board"] for one in entry.get("ratings", ())],
        "voice": list(map(str, range(len(entry.get("voices", ()))))),
    }
    for name, section in SECTIONS.items():
        yield from (section.show(entry, one) for one in which.get(name, [""]))


def test_a_field_that_is_added_is_there_in_form_diff_files_and_checks() -> None:
    plain, sad = moody(), moody(mood="Sad.")
    assert "mood" in [name for name, _ in inputs_of("glance", MoodyMovie)]
    assert "mood" in [field.name for field in fields_in("glance", MoodyMovie)]
    section = section_for("glance", MoodyMovie)
    assert section.read({"mood": ("  Sad. ",)}, {}, "")["mood"] == "Sad."
    assert section.show({"mood": "Sad."}, "") == {"mood": ("Sad.",)}
    assert [str(one) for one in diff(plain, sad)] == ["mood: nothing → Sad."]
    assert cells(sad)["mood"] == "Sad."
    assert json.loads(sad.model_dump_json(exclude_defaults=True))["mood"] == "Sad."


@pytest.mark.parametrize(("field", "faults"), [("mood", ["mood"]), ("twist", [])])
def test_a_spoiler_may_stand_only_where_the_field_says_so(field: str, faults: list[str]) -> None:
    movie = moody(**{field: "||He dies.||"})
    assert [fault.key for fault in check_entry(movie, VOCABULARY, "x")] == faults

"""What is recorded never changes, is checked when it is made, and is the same however it was made."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from knowledge.entry import External, Level, Movie, Provenance, Source, Status
from knowledge.vocabulary import LevelAges
from tests.films import movies


@given(movies)
def test_an_entry_survives_json_and_is_equal_to_itself_alone(movie: Movie) -> None:
    for again in (Movie.model_validate_json(movie.model_dump_json()), Movie.trusted(vars(movie))):
        assert again == movie
        assert repr(again) == repr(movie)
    assert movie.model_copy(update={"title": f"{movie.title}."}) != movie


def test_equal_values_are_one_in_a_set_in_whichever_order_they_were_given() -> None:
    one, other = (
        Source(name="A board", seen_on=date(2026, 1, 2)),
        Source.trusted({"seen_on": date(2026, 1, 2), "name": "A board"}),
    )
    assert len({one, other}) == 1
    assert one != External()


def test_what_is_left_out_is_as_the_model_has_it_and_shared_by_none() -> None:
    values = {"status": Status.DRAFT, "written_by": "A writer", "written_on": date(2026, 1, 2)}
    assert Provenance.trusted(values) == Provenance.model_validate(values)
    assert Provenance.trusted(values).checked_by is None


@pytest.mark.parametrize(
    "values",
    [{}, {"name": 7}, {"name": ""}, {"name": "A board", "page": "x"}, {"name": "A board", "url": "x"}],
)
def test_what_does_not_fit_is_refused_however_it_is_given(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate(values)
    with pytest.raises(ValidationError):
        Source(**values)


def test_nothing_is_changed_in_place() -> None:
    source = Source(name="A board")
    with pytest.raises(AttributeError):
        source.name = "Another"  # pyright: ignore[reportAttributeAccessIssue] - that it is one is what is tried
    assert source.name == "A board"


def test_a_model_checks_what_its_fields_mean_together() -> None:
    assert LevelAges(mild=3, moderate=7, severe=12).stricter(2).severe == 14
    with pytest.raises(ValidationError, match="never fall"):
        LevelAges(mild=9, moderate=7, severe=12)
    assert Level("mild") is Level.MILD

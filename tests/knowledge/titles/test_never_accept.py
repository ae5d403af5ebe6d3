"""The pairs of never-accept.toml: among all of them as guides, each alone, and in a large catalogue."""

import re
import tomllib
from pathlib import Path
from typing import cast

import pytest

from knowledge.titles.decision import Decided
from knowledge.titles.films import Film
from knowledge.titles.folding import slug
from knowledge.titles.titles import Titles

HERE = Path(__file__).parent
CLASSES = cast(
    "dict[str, dict[str, list[list[str]]]]",
    tomllib.loads((HERE / "never-accept.toml").read_text(encoding="utf-8")),
)
PAIRS = [(typed, film) for each in CLASSES.values() for typed, film in each["pairs"]]


def film(text: str) -> Film:
    found = re.fullmatch(r"(.+) \((\d{4})\)", text)
    assert found is not None
    title, year = found.group(1), int(found.group(2))
    return Film(slug(title, year), title, year, guide=True)


def accepted(titles: Titles, typed: str) -> Film | None:
    decision = titles.find(typed)
    return decision.matches[0].film if decision.decided is Decided.ACCEPT else None


def is_wrong(found: Film | None, wrong: Film) -> bool:
    return found is not None and (found.title, found.year) == (wrong.title, wrong.year)


@pytest.fixture(scope="module")
def together() -> Titles:
    return Titles.of(film(text) for _, text in PAIRS)


def test_there_are_at_least_two_hundred_pairs() -> None:
    assert len(set(PAIRS)) >= 200


@pytest.mark.parametrize("name", CLASSES)
def test_the_wrong_film_is_not_accepted_when_it_is_the_only_one(name: str) -> None:
    pairs = [(typed, film(text)) for typed, text in CLASSES[name]["pairs"]]
    assert [typed for typed, wrong in pairs if is_wrong(accepted(Titles.of([wrong]), typed), wrong)] == []


@pytest.mark.parametrize(("typed", "text"), PAIRS)
def test_the_wrong_film_is_not_accepted_among_others(together: Titles, typed: str, text: str) -> None:
    assert not is_wrong(accepted(together, typed), film(text))


@pytest.mark.parametrize("films", ["many", "more"])
def test_no_wrong_film_is_accepted_out_of_the_many_that_exist(
    films: str, request: pytest.FixtureRequest
) -> None:
    titles: Titles = request.getfixturevalue(films)
    found = [(typed, text, accepted(titles, typed)) for typed, text in PAIRS]
    wrongly = [(typed, text) for typed, text, one in found if is_wrong(one, film(text))]
    assert wrongly == []

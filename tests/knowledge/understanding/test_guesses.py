"""What a question asks that no phrase fits, guessed by its shape."""

import tomllib

import pytest

from knowledge.questions import Intent
from knowledge.titles.titles import Titles
from knowledge.understanding.phrases import PHRASES
from knowledge.understanding.reading import Reading
from knowledge.understanding.understand import Understanding


@pytest.mark.parametrize("path", sorted(PHRASES.glob("*.toml")), ids=lambda path: path.stem)
def test_each_shape_leads_to_a_kind_of_question(path: object) -> None:
    table = tomllib.loads((PHRASES / str(path)).read_text(encoding="utf-8"))
    assert set(table["guesses"]) <= set(Intent)


def asked_of_jaws(understanding: Understanding, titles: Titles, text: str, *own: str) -> Reading:
    (jaws,) = titles.exact("Jaws")[:1]
    return understanding.read(text, jaws, own)


def intents(reading: Reading) -> tuple[Intent, ...]:
    return tuple(question.intent for question in reading.questions)


def test_a_phrase_is_believed_before_a_shape(understanding: Understanding, titles: Titles) -> None:
    assert intents(asked_of_jaws(understanding, titles, "who sails with him?")) == (Intent.STORY,)
    assert intents(asked_of_jaws(understanding, titles, "who directed it?")) == (Intent.FACTS,)


def test_the_last_question_of_a_known_shape_counts(understanding: Understanding, titles: Titles) -> None:
    reading = asked_of_jaws(understanding, titles, "are there any boats? and does he come back?")
    assert intents(reading) == (Intent.STORY,)


def test_a_name_that_its_entry_knows_is_somebodys_in_the_film(
    understanding: Understanding, titles: Titles
) -> None:
    asked = "does Quintus sail home with him?"
    known = asked_of_jaws(understanding, titles, asked, "quintus")
    assert known.match == "context"
    assert intents(known) == (Intent.STORY,)
    unknown = asked_of_jaws(understanding, titles, asked)
    assert unknown.match == "confirm"
    assert unknown.candidates[-1].title == "Jaws"


def test_a_name_of_which_it_is_asked_what_is_asked_of_films_is_another_film(
    understanding: Understanding, titles: Titles
) -> None:
    assert asked_of_jaws(understanding, titles, "is Quintussia ok for a 6 year old?").match != "context"

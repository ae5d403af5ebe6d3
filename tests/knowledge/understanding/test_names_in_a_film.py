"""Who is somebody in the film spoken of, and who is another film."""

from knowledge.questions import Intent
from knowledge.reading import Reading
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding


def asked_of_jaws(understanding: Understanding, titles: Titles, text: str, *own: str) -> Reading:
    (jaws,) = titles.exact("Jaws")[:1]
    return understanding.read(text, jaws, own)


def intents(reading: Reading) -> tuple[Intent, ...]:
    return tuple(question.intent for question in reading.questions)


def test_what_happens_and_who_made_it_are_told_apart(understanding: Understanding, titles: Titles) -> None:
    assert intents(asked_of_jaws(understanding, titles, "who sails with him?")) == (Intent.STORY,)
    assert intents(asked_of_jaws(understanding, titles, "who directed it?")) == (Intent.FACTS,)


def test_a_name_that_its_entry_knows_is_somebodys_in_the_film(
    understanding: Understanding, titles: Titles
) -> None:
    known = asked_of_jaws(understanding, titles, "does Quintus sail home with him?", "quintus")
    assert known.match == "context"
    assert intents(known) == (Intent.STORY,)


def test_a_name_of_which_it_is_asked_what_is_asked_of_films_is_another_film(
    understanding: Understanding, titles: Titles
) -> None:
    assert asked_of_jaws(understanding, titles, "is Quintussia ok for a 6 year old?").match != "context"


def test_the_longer_title_counts_and_not_the_one_inside_it(understanding: Understanding) -> None:
    reading = understanding.read("the lion king 1994 7?")
    assert reading.movie is not None
    assert reading.movie.title == "The Lion King"


def test_a_short_word_as_people_misspell_it_is_understood(understanding: Understanding) -> None:
    reading = understanding.read("wat is coraline rated")
    assert reading.questions[0].intent is Intent.AGE_RATING
    assert reading.movie is not None
    assert reading.movie.title == "Coraline"


def test_a_misspelt_title_is_found_though_more_of_the_text_is_strange(understanding: Understanding) -> None:
    reading = understanding.read("ratatouile cleaver scene")
    assert reading.match in ("accept", "confirm")
    assert "Ratatouille" in {film.title for film in (reading.movie, *reading.candidates) if film}

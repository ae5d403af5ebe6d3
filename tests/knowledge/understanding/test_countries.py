"""Of which country's rating a text asks; a film that is called like a country is none."""

import pytest

from knowledge.questions import Intent
from knowledge.titles.titles import Titles
from knowledge.understanding.understand import Understanding


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("what is coraline rated in germany", "DE"),
        ("coraline rating in the UK?", "GB"),
        ("Welche FSK hat Coraline?", "DE"),
        ("¿qué clasificación tiene Coraline en España?", "ES"),
        ("Coraline est classé comment en Belgique", "BE"),
        ("what is coraline rated", ""),
        ("tell us what coraline is rated", ""),
    ],
)
def test_the_country_of_a_rating_is_heard(understanding: Understanding, text: str, country: str) -> None:
    (question, *_) = understanding.read(text).questions
    assert (question.intent, question.country) == (Intent.AGE_RATING, country)


def test_a_country_is_heard_only_where_a_rating_is_asked_for(understanding: Understanding) -> None:
    (question, *_) = understanding.read("is the german shepherd in coraline ok for 8").questions
    assert question.intent is not Intent.AGE_RATING
    assert question.country == ""


@pytest.mark.parametrize("text", ["and in australia?", "and in the uk?", "und in Österreich?"])
def test_a_country_after_a_film_asks_for_its_rating_there(
    understanding: Understanding, titles: Titles, text: str
) -> None:
    reading = understanding.read(text, titles.named("Coraline 2009"))
    assert (reading.match, reading.questions[0].intent) == ("context", Intent.AGE_RATING)
    assert reading.questions[0].country

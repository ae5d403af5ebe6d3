"""Voices in one line: each expert by name, others counted, those who disagree first."""

from hypothesis import given

from knowledge.answering.suitability import verdict_at
from knowledge.answering.voices import MOST_OPINIONS, opinions_of
from knowledge.entry import Movie, Source, Voice
from tests.films import VOCABULARY, ages, film, harmless, movies


def voice(who: str, source: str = "s", **more: object) -> Voice:
    return Voice.model_validate({"who": who, "says": "A view.", "source": source, **more}, strict=False)


def of(*voices: Voice) -> Movie:
    sources = {key: Source(name=key.upper()) for key in ("s", "a", "b")}
    return film(*harmless().findings, voices=voices).model_copy(update={"sources": sources})


def test_teens_who_say_the_same_are_counted_and_experts_are_not() -> None:
    movie = of(
        voice("expert", "a", suits_from=10),
        voice("teen", age=14, suits_from=12),
        voice("teen", "b", age=15, suits_from=12),
        voice("expert", "b", suits_from=10),
    )
    found = opinions_of(movie, None, VOCABULARY)
    assert [(one.who, one.count, one.age, one.suits_from) for one in found] == [
        ("expert", 1, None, 10),
        ("teen", 2, None, 12),
        ("expert", 1, None, 10),
    ]
    assert [one.sources[0].name for one in found] == ["A", "S", "B"]
    assert len(found[1].sources) == 2


def test_who_disagrees_stands_first_and_says_why() -> None:
    movie = of(voice("expert", "a", suits_from=4), voice("teen", age=9, too_much=("fear",)))
    first, _ = opinions_of(movie, verdict_at(movie, 8, VOCABULARY), VOCABULARY)
    assert (first.who, first.suits_from, [topic.id for topic in first.too_much]) == ("teen", None, ["fear"])


def test_who_names_no_age_is_left_out_where_none_was_asked_about() -> None:
    assert opinions_of(of(voice("parent")), None, VOCABULARY) == ()


@given(movies, ages)
def test_at_most_three_and_each_with_a_source(movie: Movie, age: int) -> None:
    found = opinions_of(movie, verdict_at(movie, age, VOCABULARY), VOCABULARY)
    assert len(found) <= MOST_OPINIONS
    assert all(one.sources and (one.suits_from is not None or one.too_much) for one in found)

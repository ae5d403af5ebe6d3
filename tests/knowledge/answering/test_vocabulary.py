"""What topics and things mean: each says by itself what it needs to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from knowledge.answering.suitability import verdict_at
from knowledge.entry import Level
from knowledge.verdicts import Verdict
from knowledge.vocabulary import LevelAges, Topic
from tests.films import VOCABULARY, finding, harmless

SCALES = [topic for topic in VOCABULARY.topics.values() if topic.kind == "scale"]
DECIDING = [topic for topic in SCALES if topic.decides]


@pytest.mark.parametrize("topic", SCALES, ids=lambda topic: topic.id)
def test_a_scale_states_its_ages_or_that_it_never_decides(topic: Topic) -> None:
    assert topic.decides == (topic.ages is not None)


def test_a_scale_that_does_neither_is_refused() -> None:
    with pytest.raises(ValidationError, match="states its ages, or decides = false"):
        Topic(id="new", name="New", kind="scale", asks=("new",))
    assert not Topic(id="new", name="New", kind="scale", asks=("new",), decides=False).strictest


def test_ages_that_fall_with_the_level_are_refused() -> None:
    with pytest.raises(ValidationError, match="never fall"):
        LevelAges(mild=9, moderate=8, severe=12)


@pytest.mark.parametrize("topic", DECIDING, ids=lambda topic: topic.id)
@pytest.mark.parametrize("years", [0, 1, 5])
def test_what_is_severe_never_fits_a_child_of_three(topic: Topic, years: int) -> None:
    stricter = VOCABULARY.stricter(years)
    movie = harmless(finding(topic.id, Level.SEVERE))
    assert verdict_at(movie, 3, stricter).verdict is Verdict.NOT_YET
    assert topic in VOCABULARY.topics.values()


@given(st.sampled_from(SCALES), st.sampled_from(list(Level)), st.integers(0, 5))
def test_a_stricter_server_asks_for_no_younger_age(topic: Topic, level: Level, years: int) -> None:
    plain, strict = topic.from_age(level), topic.stricter(years).from_age(level)
    assert strict == (min(21, plain + years) if plain else 0)


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("dog", "dog"),
        ("puppies", "dog"),
        ("Hunde", "dog"),
        ("Mutter", "mother"),
        ("araignées", "spider"),
        ("throw up", "vomit"),
        ("throw", None),
        ("x", None),
    ],
)
def test_a_word_of_a_question_means_one_thing(word: str, thing: str | None) -> None:
    assert [one.thing for one in VOCABULARY.things.named(word.split())] == ([thing] if thing else [])


@pytest.mark.parametrize(
    ("worry", "thing"),
    [
        ("arachnophobic", "spider"),
        ("Emetophobie", "vomit"),
        ("coulrofobia", "clown"),
        ("claustrophobia", "narrow_place"),
        ("anxiety", "panic"),
    ],
)
def test_what_a_child_cannot_bear_is_looked_for_as_what_it_is_of(worry: str, thing: str) -> None:
    (named,) = VOCABULARY.things.named([worry])
    assert (named.thing, named.feared) == (thing, True)


def test_a_sentence_speaks_of_whole_words_and_of_wider_ones() -> None:
    things = VOCABULARY.things
    assert things.within("A dogged man.") == set()
    assert "dog" in things.within("The puppy’s owner.")
    assert {"mother", "father", "parent"} <= things.within("A parent dies.")
    assert "cat" not in things.within("They chat.")

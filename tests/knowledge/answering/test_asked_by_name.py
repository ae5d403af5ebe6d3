"""What was asked about is answered by its name: a dog is a dog, and not any animal."""

import pytest

from knowledge.answering.answer import answer
from knowledge.answers import Suitability, Topics
from knowledge.entry import Finding, Level
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.verdicts import Mention
from tests.films import VOCABULARY, film


def found(topic: str, says: str, detail: str | None = None) -> Finding:
    return Finding(topic=topic, level=Level.PRESENT, says=says, detail=detail, sources=("s",))


MOVIE = film(
    found("animal_harm", "A bird is hurt.", "A dog dies at sea."),
    Finding(topic="fear", level=Level.MILD, says="A dog barks. A storm comes.", sources=("s",)),
)
SHELF = Library.of([MOVIE], VOCABULARY)


def asked(words: str, *topics: str, intent: Intent = Intent.CONTENT_TOPIC) -> Topics | Suitability:
    told = answer(Question(intent, MOVIE.id, topics=topics, words=words), SHELF)
    assert isinstance(told, Topics | Suitability)
    return told


def says(mention: Mention) -> list[str]:
    return [quote.says for quote in mention.quotes]


def test_a_thing_is_looked_for_in_every_finding_and_the_plot_stays_marked() -> None:
    (dog,) = asked("dog", "animal_harm").mentions
    assert says(dog) == ["A dog barks.", "A dog dies at sea."]
    assert [quote.spoils for quote in dog.quotes] == [False, True]


def test_a_thing_that_nobody_recorded_is_said_to_be_so() -> None:
    told = asked("cat horse", "animal_harm")
    assert [(one.word, one.quotes) for one in told.mentions] == [("cat", ()), ("horse", ())]
    assert isinstance(told, Topics)
    assert told.assessments[0].finding is not None


def test_a_verdict_names_the_thing_as_well() -> None:
    told = asked("storm", "fear", intent=Intent.SUITABILITY)
    assert [says(one) for one in told.mentions] == [["A storm comes."]]


def test_words_that_are_no_thing_are_passed_over() -> None:
    assert asked("scary sensitive", "fear").mentions == ()


def test_the_topic_that_speaks_of_the_thing_comes_first() -> None:
    told = asked("dog", "grief_and_death", "animal_harm")
    assert isinstance(told, Topics)
    assert [one.topic.id for one in told.assessments] == ["animal_harm", "grief_and_death"]


THINGS_BY_TOPIC = sorted(
    (thing, topic) for topic, things in VOCABULARY.things.covered.items() for thing in things
)


@pytest.mark.parametrize(("thing", "topic"), THINGS_BY_TOPIC)
def test_what_a_topic_is_wholly_about_is_never_open_where_the_topic_was_looked_for(
    thing: str, topic: str
) -> None:
    clean = film(Finding(topic=topic, level=Level.NONE, says="None was found.", sources=("s",)))
    asks = Question(Intent.CONTENT_TOPIC, clean.id, topics=("fear", topic), words=thing)
    told = answer(asks, Library.of([clean], VOCABULARY))
    assert isinstance(told, Topics)
    assert told.mentions == ()
    assert [one.topic.id for one in told.assessments] == [topic, "fear"]


def test_every_topic_and_thing_of_these_exists() -> None:
    assert {topic for _, topic in THINGS_BY_TOPIC} <= set(VOCABULARY.topics)
    named = VOCABULARY.things.named
    assert all([one.thing for one in named(thing.split())] == [thing] for thing, _ in THINGS_BY_TOPIC)


def test_nobody_is_told_twice_that_nobody_looked() -> None:
    told = asked("needles", "needles")
    assert isinstance(told, Topics)
    assert (told.mentions, told.assessments[0].finding) == ((), None)

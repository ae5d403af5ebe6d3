"""Whether a film may be suggested for a child: never one that does not fit; what nobody looked at is said."""

from dataclasses import dataclass

from knowledge.answering.families import judged
from knowledge.answering.made_for import passed_for_children
from knowledge.answering.suitability import asked_for, unknown_at, usual_age
from knowledge.entry import Level, Movie
from knowledge.library import Library
from knowledge.verdicts import UsualAge
from knowledge.vocabulary import Topic, Vocabulary

EARLY = 1
"""So many years below its age a film may be suggested, where guides agree and all that is in it is mild."""
APART = 1
"""So many years may the middle of what people publish lie above the child."""


@dataclass(frozen=True, slots=True)
class Suggestible:
    """A film that may be suggested for a child, with what a parent should know of that."""

    usual: UsualAge
    early: bool
    """Whether it usually fits a year later."""
    unseen: tuple[Topic, ...]
    """What nobody looked at, though more of it than boards let pass for children could matter."""


def suggestible(movie: Movie, age: int, library: Library) -> Suggestible | None:
    """The film for a child of this age in years; None where it does not fit or too little is known."""
    # What is found rules out most, and is sooner known than what nobody looked at.
    if asked_for(movie, library.vocabulary) > age + EARLY:
        return None
    usual = usual_age(movie, library.vocabulary)
    early = usual.from_age > age
    unseen = unknown_at(movie, age, library.vocabulary)
    if judged(movie, age, library).families:
        return None
    if unseen and not _says_enough(movie, unseen, library.vocabulary):
        return None
    if early and not _is_nearly_there(movie, usual, age, library.vocabulary):
        return None
    if (middle := published_age(movie)) is not None and middle > age + APART:
        return None
    return Suggestible(usual, early, unseen)


def published_age(movie: Movie) -> float | None:
    """The age in the middle of those that people published, in years; None where nobody did."""
    said = sorted(voice.suits_from for voice in movie.voices if voice.suits_from is not None)
    return (said[len(said) // 2] + said[~len(said) // 2]) / 2 if said else None


def _says_enough(movie: Movie, unseen: tuple[Topic, ...], vocabulary: Vocabulary) -> bool:
    """Whether what nobody looked at can be little: boards passed it for children, and the rest was seen."""
    open_topics = {topic.id for topic in unseen}
    return passed_for_children(movie, vocabulary) and open_topics.isdisjoint(vocabulary.audience.looked_at)


def _is_nearly_there(movie: Movie, usual: UsualAge, age: int, vocabulary: Vocabulary) -> bool:
    """Whether a year is all that is missing, all above this age is mild, and people publish so too."""
    above = (one.level for one in movie.findings if vocabulary.topics[one.topic].from_age(one.level) > age)
    advised = published_age(movie)
    mild = all(level is Level.MILD for level in above)
    return mild and usual.from_age - age <= EARLY and advised is not None and advised <= age + APART

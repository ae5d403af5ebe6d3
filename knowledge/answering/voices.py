"""Voices in one line: from which age each would let a child see it, those who disagree first."""

from collections.abc import Iterable

from knowledge.entry import SOURCED, Movie, Voice
from knowledge.verdicts import AgeVerdict, Opinion, Verdict
from knowledge.vocabulary import Topic, Vocabulary

MOST_OPINIONS = 3
MOST_HERE = 2
"""Of families of the server; the others are left to the guide's voices."""

Said = tuple[str, int | None, tuple[str, ...]]
"""Who, from which age, and too much of what."""


def opinions_of(
    movie: Movie,
    verdict: AgeVerdict | None,
    vocabulary: Vocabulary,
    families: tuple[Opinion, ...] = (),
) -> tuple[Opinion, ...]:
    """At most three; without a verdict only of those who name an age.

    Families of the server come first among those who say alike.
    """
    dissent, objecting = (verdict.dissent, verdict.families) if verdict else ((), ())
    telling = [voice for voice in movie.voices if voice.suits_from is not None or voice in dissent]
    alike: dict[Said, list[Voice]] = {}
    for voice in telling:
        alike.setdefault(_said(voice), []).append(voice)
    here = sorted(families, key=lambda one: (_agrees(one not in objecting, verdict), -one.count))[:MOST_HERE]
    said = [
        *((one not in objecting, one) for one in here),
        *(
            (not any(voice in dissent for voice in voices), _opinion(voices, movie, vocabulary.topics))
            for voices in alike.values()
        ),
    ]
    return tuple(one for _, one in sorted(said, key=lambda told: _agrees(told[0], verdict)))[:MOST_OPINIONS]


def _agrees(allows: bool, verdict: AgeVerdict | None) -> bool:
    """Whether who allows it, or does not, says what the verdict says; those who disagree stand first."""
    return verdict is not None and allows == (verdict.verdict in {Verdict.FITS, Verdict.WITH_CARE})


def _said(voice: Voice) -> Said:
    who = voice.source if voice.who in SOURCED else voice.who
    return who, voice.suits_from, voice.too_much if voice.suits_from is None else ()


def _opinion(voices: list[Voice], movie: Movie, topics: dict[str, Topic]) -> Opinion:
    first = voices[0]
    return Opinion(
        who=first.who,
        sources=tuple(movie.sources[key] for key in dict.fromkeys(voice.source for voice in voices)),
        count=1 if first.who in SOURCED else len(voices),
        age=first.age if len(voices) == 1 else None,
        suits_from=first.suits_from,
        too_much=_known(first.too_much if first.suits_from is None else (), topics),
    )


def _known(ids: Iterable[str], topics: dict[str, Topic]) -> tuple[Topic, ...]:
    return tuple(topics[topic] for topic in ids if topic in topics)

"""The verdict: the strictest finding decides, or for whom it was made; what is unknown can only lower it."""

from collections.abc import Iterable

from knowledge.answering.made_for import made_for
from knowledge.entry import SOURCED, Level, Movie, Voice
from knowledge.verdicts import AgeVerdict, MadeFor, Opinion, Reason, UsualAge, Verdict
from knowledge.vocabulary import Topic, Vocabulary

MOST_REASONS = 3
CARE_YEARS = 2
"""So many years below the age that the findings ask for, the verdict is "with care", not "not yet"."""
WARNS = frozenset({Level.MODERATE, Level.SEVERE})
"""Levels worth a warning; a mild finding is a reason only where it decides."""


def verdict_at(
    movie: Movie, age: int, vocabulary: Vocabulary, families: tuple[Opinion, ...] = ()
) -> AgeVerdict:
    """Whether the film suits this age in years, why, and what could change it.

    `families` are those of the server who would not let this age see it: they make it stricter, never milder.
    """
    reasons = _reasons(movie, vocabulary)
    made = _deciding(movie, vocabulary, reasons)
    unknown = unknown_at(movie, age, vocabulary)
    dissent = tuple(voice for voice in movie.voices if _objects(voice, age))
    verdict = weigh(_needed(reasons, made), age, doubted=bool(dissent or families), blind=bool(unknown))
    too_old = made if made and made.from_age > age else None
    telling = _binding(reasons, age, decided=verdict is not Verdict.CANNOT_TELL and not too_old)
    return AgeVerdict(age, verdict, telling, unknown, dissent, families, too_old)


def fits_from(movie: Movie, vocabulary: Vocabulary) -> int:
    """The youngest age, in years, at which the verdict can be that it fits; voices may still object."""
    unknown = (topic.strictest for topic in unknown_at(movie, 0, vocabulary))
    return max(asked_for(movie, vocabulary), *unknown, 0)


def asked_for(movie: Movie, vocabulary: Vocabulary) -> int:
    """The age, in years, that the strictest finding asks for, or for whom the film was made."""
    # Asked of every film of the guide for one suggestion, so that no reason is made for it.
    found = (vocabulary.topics[one.topic].from_age(one.level) for one in movie.findings)
    made = made_for(movie, vocabulary)
    return max((*found, made.from_age if made else 0))


def usual_age(movie: Movie, vocabulary: Vocabulary) -> UsualAge:
    """From which age the film usually fits, by what is recorded."""
    reasons = _reasons(movie, vocabulary)
    made = _deciding(movie, vocabulary, reasons)
    needed = _needed(reasons, made)
    unknown = unknown_at(movie, needed, vocabulary)
    published = [voice.suits_from for voice in movie.voices if voice.who in SOURCED]
    ages = [age for age in published if age is not None]
    said = (min(ages), max(ages)) if ages else None
    return UsualAge(needed, _telling(reasons, decided=not unknown), unknown, said, made)


def unknown_at(movie: Movie, age: int, vocabulary: Vocabulary) -> tuple[Topic, ...]:
    """Topics that nobody assessed and whose worst finding would not fit this age in years."""
    assessed = {finding.topic for finding in movie.findings}
    return tuple(
        topic for topic in vocabulary.topics.values() if topic.id not in assessed and topic.strictest > age
    )


def _reasons(movie: Movie, vocabulary: Vocabulary) -> list[Reason]:
    """Every finding that asks for an age, the strictest first, then in the order of the topics."""
    place = {topic: place for place, topic in enumerate(vocabulary.topics)}
    found = [
        Reason(topic, finding, age)
        for finding in movie.findings
        if (age := (topic := vocabulary.topics[finding.topic]).from_age(finding.level))
    ]
    return sorted(found, key=lambda reason: (-reason.from_age, place[reason.topic.id]))


def _deciding(movie: Movie, vocabulary: Vocabulary, reasons: list[Reason]) -> MadeFor | None:
    """For whom it was made, where that asks for more than all that is in it."""
    made = made_for(movie, vocabulary)
    return made if made and made.from_age > _needed(reasons) else None


def _needed(reasons: Iterable[Reason], made: MadeFor | None = None) -> int:
    asked = (reason.from_age for reason in reasons)
    return max((*asked, made.from_age if made else 0))


def _binding(reasons: list[Reason], age: int, *, decided: bool) -> tuple[Reason, ...]:
    """The findings that do not fit this age; where all fit, the strictest ones."""
    needed = _needed(reasons)
    above = [reason for reason in reasons if reason.from_age > age]
    strictest = [reason for reason in reasons if reason.from_age == needed]
    return _telling(above or strictest, decided=decided)


def _telling(reasons: list[Reason], *, decided: bool) -> tuple[Reason, ...]:
    """The strictest, which decides, and what else is worth a warning, at most three.

    While too little is known to decide, mild findings alone are no reasons.
    """
    telling = [one for one in reasons if one is reasons[0] or one.finding.level in WARNS]
    warns = any(one.finding.level in WARNS for one in telling)
    return tuple(telling[:MOST_REASONS]) if warns or decided else ()


def _objects(voice: Voice, age: int) -> bool:
    """Whether this person would not let somebody of this age see it."""
    too_young = voice.suits_from is not None and age < voice.suits_from
    too_much = bool(voice.too_much) and voice.age is not None and age <= voice.age
    return too_young or too_much


def weigh(needed: int, age: int, *, doubted: bool, blind: bool) -> Verdict:
    """The verdict at an age where the strictest thing asks for `needed` years.

    `doubted`: voices object; `blind`: what nobody assessed could ask for more.
    """
    if age < needed - CARE_YEARS:
        return Verdict.NOT_YET
    if blind:
        return Verdict.CANNOT_TELL
    return Verdict.WITH_CARE if age < needed or doubted else Verdict.FITS

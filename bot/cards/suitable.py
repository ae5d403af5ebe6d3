"""The card for "is it OK?": a verdict an age, at most three reasons, what is unknown, who says otherwise."""

from bot.cards.card import Card, Does, Mood, Press
from bot.cards.phrases import Phrases
from bot.cards.saying import (
    MOST_UNKNOWN,
    Notes,
    finding_line,
    not_recorded_line,
    official_lines,
    topics_listed,
    usual_line,
    voice_line,
)
from knowledge.answers import Suitability
from knowledge.facts import Voice
from knowledge.questions import Intent, Question
from knowledge.verdicts import AgeVerdict, Reason, Verdict
from knowledge.vocabulary import Topic

MOODS = {
    Verdict.FITS: Mood.YES,
    Verdict.WITH_CARE: Mood.CARE,
    Verdict.NOT_YET: Mood.NO,
    Verdict.CANNOT_TELL: Mood.UNKNOWN,
}
MOST_VOICES = 2
SPOKEN_WITH_A_VOWEL = frozenset({8, 11, 18})


def suitable_card(answer: Suitability, say: Phrases, topics: dict[str, Topic]) -> Card:
    """One line an age first, then the topics that were asked about, then the reasons."""
    notes = Notes(answer.movie)
    skip = {one.topic.id for one in answer.asked}
    unknown = answer.verdicts[0].unknown if answer.verdicts else answer.usual.unknown
    listed = (
        *(finding_line(one, say, notes) for one in answer.asked),
        *(_reason(one, say, notes) for one in _reasons(answer) if one.topic.id not in skip),
        *(" ".join(official_lines(one, say, notes)) for one in answer.official[:1]),
        *(voice_line(voice, say, notes, topics) for voice in _voices(answer)[:MOST_VOICES]),
        *not_recorded_line(unknown, say),
    )
    lines = (*_first(answer, say), *(f"- {line}" for line in listed))
    return Card(
        heading=f"### {answer.movie.heading}",
        lines=lines,
        small=notes.line(say),
        presses=_presses(answer, say),
        mood=_mood(answer),
        private=bool(answer.verdicts),
    )


def verdict_line(one: AgeVerdict, from_age: int, say: Phrases) -> str:
    """The verdict in one sentence."""
    key = f"verdict.{one.verdict.value}"
    if one.verdict is Verdict.CANNOT_TELL and not from_age:
        key = "verdict.cannot_tell_any"
    if one.verdict is Verdict.WITH_CARE and one.age >= from_age:
        key = "verdict.with_care_voices"
    unknown = topics_listed(one.unknown, say, MOST_UNKNOWN)
    return say(key, child=_child(one.age, say), from_age=from_age, unknown=unknown)


def _child(age: int, say: Phrases) -> str:
    """A child of this age in years, as the language says it."""
    key = "one" if age == 1 else "vowel" if age in SPOKEN_WITH_A_VOWEL else "many"
    return say(f"child.{key}", age=age)


def _first(answer: Suitability, say: Phrases) -> list[str]:
    if answer.verdicts:
        return [verdict_line(one, answer.usual.from_age, say) for one in answer.verdicts]
    line = usual_line(answer.usual, say, recorded=bool(answer.movie.findings))
    minded = topics_listed([reason.topic for reason in answer.usual.reasons], say)
    careful = [say("verdict.careful", topics=minded)] if minded else []
    return [" ".join([line, *careful, say("verdict.be_exact")])]


def _reasons(answer: Suitability) -> tuple[Reason, ...]:
    """Those of the youngest, since what binds for the eldest binds for the youngest as well."""
    return answer.verdicts[0].reasons if answer.verdicts else answer.usual.reasons


def _reason(reason: Reason, say: Phrases, notes: Notes) -> str:
    return say(
        "reason.line",
        topic=say.topic(reason.topic.id, reason.topic.name),
        level=say(f"level.{reason.finding.level.value}"),
        from_age=reason.from_age,
        says=reason.finding.says,
        notes=notes.cite(*reason.finding.sources),
    )


def _voices(answer: Suitability) -> list[Voice]:
    """Those who disagree with the verdict first, then those who name an age."""
    if not answer.verdicts:
        return [voice for voice in answer.voices if voice.suits_from is not None]
    youngest = answer.verdicts[0]
    return sorted(
        (voice for voice in answer.voices if voice.suits_from is not None or voice in youngest.dissent),
        key=lambda voice: _agrees(voice, youngest),
    )


def _agrees(voice: Voice, one: AgeVerdict) -> bool:
    allows = voice not in one.dissent
    return allows == (one.verdict in {Verdict.FITS, Verdict.WITH_CARE})


def _mood(answer: Suitability) -> Mood:
    return MOODS[answer.verdicts[0].verdict] if answer.verdicts else Mood.PLAIN


def _presses(answer: Suitability, say: Phrases) -> tuple[Press, ...]:
    movie = answer.movie.id
    ages = tuple(one.age for one in answer.verdicts)
    asked = Question(Intent.SUITABILITY, movie, ages, tuple(one.topic.id for one in answer.asked))
    share = (Press(say("button.share"), Does.SHARE, asked),) if ages else ()
    return (
        *share,
        Press(say("button.age"), Does.AGE, Question(Intent.SUITABILITY, movie)),
        Press(say("button.warnings_overview"), Does.ANSWER, Question(Intent.WARNINGS_OVERVIEW, movie)),
        Press(say("button.review_summary"), Does.ANSWER, Question(Intent.REVIEW_SUMMARY, movie)),
        Press(say("button.ask"), Does.ASK, Question(Intent.UNKNOWN, movie)),
    )

"""The card for "is it OK?": a verdict an age, what was asked about, why, the rating, who says otherwise."""

from bot.film.fragments import (
    MOST_UNKNOWN,
    by_what,
    code_alone,
    finding_line,
    made_for_line,
    not_recorded_line,
    official_line,
    reviewers,
    title_line,
    unknown_topics,
    usual_line,
)
from bot.film.glance_card import review_button
from bot.film.voices_card import opinions_line
from bot.film.warnings_card import mention_lines
from bot.ui.actions import Verb
from bot.ui.card import Accent, Button, Card, question_button
from bot.ui.markdown import Markdown, bullet
from bot.ui.phone import Room
from bot.ui.phrases import Phrases
from knowledge.answers import Suitability
from knowledge.questions import Intent, Question
from knowledge.verdicts import AgeVerdict, Reason, Verdict

MOODS = {
    Verdict.FITS: Accent.YES,
    Verdict.WITH_CARE: Accent.CARE,
    Verdict.NOT_YET: Accent.NO,
    Verdict.CANNOT_TELL: Accent.UNKNOWN,
}


def verdict_card(answer: Suitability, say: Phrases, room: Room) -> Card:
    """One line an age first, then what was asked about, then the reasons."""
    lines = (
        *(line for one in answer.mentions for line in mention_lines(one, say)),
        *(finding_line(one, say) for one in answer.asked),
        *_why(answer, say, room),
        *([official_line(answer.official, say, brief=not room.voices)] if answer.official else []),
        *opinions_line(answer.opinions[: room.voices], say),
        *not_recorded_line(() if _named(answer) else answer.unknown, say, max(MOST_UNKNOWN, room.items)),
    )
    return Card(
        heading=title_line(answer.movie.heading, answer.official),
        lines=(*_first(answer, say, room), *map(bullet, lines)),
        buttons=_buttons(answer, say),
        accent=MOODS[answer.verdicts[0].verdict] if answer.verdicts else Accent.PLAIN,
        private=bool(answer.verdicts),
    )


def verdict_line(one: AgeVerdict, answer: Suitability, say: Phrases, room: Room) -> Markdown:
    """The verdict in one sentence. No age but the child's stands in it while what could bind is unknown."""
    from_age, key = answer.usual.from_age, f"verdict.{one.verdict.value}"
    unknown, code = one.unknown, ""
    match one.verdict:
        case Verdict.CANNOT_TELL if _nothing_against(one, from_age):
            key = "verdict.so_far"
        case Verdict.CANNOT_TELL if answer.official and not room.names:
            key, code = "verdict.cannot_tell_rated", code_alone(answer.official)
        case Verdict.WITH_CARE if one.age >= from_age:
            key = "verdict.with_care_voices"
        case Verdict.NOT_YET if room.names:
            key = "verdict.not_yet_alone"  # It is decided, and why stands below.
        case Verdict.NOT_YET if answer.usual.unknown:
            key, unknown = "verdict.not_yet_unknown", answer.usual.unknown
        case _:
            pass
    topics = unknown_topics(unknown, say, 1 if room.names else MOST_UNKNOWN)
    child = say("child.age", count=one.age)
    others, by = reviewers(answer.usual, say), by_what(answer.usual, say)
    return say(key, child=child, by=by, from_age=from_age, unknown=topics, code=code, reviewers=others)


def _nothing_against(one: AgeVerdict, from_age: int) -> bool:
    """Whether little is left to look at, and neither what is recorded nor anybody speaks against this age."""
    return len(one.unknown) <= MOST_UNKNOWN and one.age >= from_age and not (one.dissent or one.families)


def _first(answer: Suitability, say: Phrases, room: Room) -> list[Markdown]:
    if answer.verdicts:
        return [verdict_line(one, answer, say, room) for one in answer.verdicts]
    line = usual_line(answer.usual, answer.official, say, recorded=bool(answer.movie.findings))
    exact = [] if answer.usual.unknown else [say("verdict.be_exact")]
    return [Markdown(" ").join([line, *exact])]


def _named(answer: Suitability) -> bool:
    """Whether the first line names all that nobody looked at."""
    cannot_tell = not answer.verdicts or answer.verdicts[0].verdict is Verdict.CANNOT_TELL
    return cannot_tell and len(answer.unknown) <= MOST_UNKNOWN


def _why(answer: Suitability, say: Phrases, room: Room) -> list[Markdown]:
    """What decides first, and always that."""
    made = [made_for_line(answer.made_for, say, brief=room.names)] if answer.made_for else []
    return [*made, *(_reason(one, say, room) for one in answer.reasons)][: max(1, room.items)]


def _reason(reason: Reason, say: Phrases, room: Room) -> Markdown:
    return say(
        "reason.name" if room.names else "reason.line",
        topic=say.topic(reason.topic.id, reason.topic.name),
        level=say(f"level.{reason.finding.level.value}"),
        from_age=reason.from_age,
        says=reason.finding.says,
    )


def _buttons(answer: Suitability, say: Phrases) -> tuple[Button, ...]:
    movie = answer.movie.id
    ages = tuple(one.age for one in answer.verdicts)
    words = " ".join(one.word for one in answer.mentions)
    asked = Question(
        Intent.SUITABILITY, movie, ages, tuple(one.topic.id for one in answer.asked), words=words
    )
    share = (question_button(say("button.share"), Verb.SHARE, asked),) if ages else ()
    return (
        *share,
        question_button(say("button.age"), Verb.AGES, Question(Intent.SUITABILITY, movie)),
        question_button(
            say("button.warnings_overview"), Verb.ANSWER, Question(Intent.WARNINGS_OVERVIEW, movie)
        ),
        question_button(say("button.review_summary"), Verb.ANSWER, Question(Intent.REVIEW_SUMMARY, movie)),
        question_button(say("button.ask"), Verb.ASK, Question(Intent.UNKNOWN, movie)),
        review_button(movie, say),
    )

"""Small parts that several cards say alike: lists, levels, findings, ratings, ages."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.ui.limits import clip
from bot.ui.markdown import APART, COMMA, Markdown, escape, heading
from bot.ui.phrases import Phrases
from knowledge.entry import SOURCED, Movie, Source, Speaker, Voice
from knowledge.questions import Question
from knowledge.verdicts import Admission, Assessment, BoardRating, MadeFor, UsualAge
from knowledge.vocabulary import Code, Topic

LONGEST_NAME = 45
"""Characters of a source's name."""
MOST_UNKNOWN = 3
"""Topics that nobody looked at, in running text."""


def topic_name(topic: Topic, say: Phrases) -> Markdown:
    """A topic's name in running text."""
    return _topic_name(topic.id, topic.name, say)


@lru_cache(4096)
def _topic_name(topic_id: str, english: str, say: Phrases) -> Markdown:
    """A card names dozens, in one room after another."""
    return escape(in_a_row(say.topic(topic_id, english), say), None)


def in_a_row(name: str, say: Phrases) -> str:
    """A name in running text, where most languages write it small; German does if it begins with no noun."""
    small = say("list.small")
    return name[:1].lower() + name[1:] if small == "yes" or name.split(" ")[0] in small.split() else name


def topics_row(topics: Iterable[Topic], say: Phrases, most: int | None = None) -> Markdown:
    """The names of topics in a row; "and" would blur names that hold one. What is over `most` is counted."""
    names = [topic_name(topic, say) for topic in topics]
    shown = APART.join(names[:most])
    over = len(names) - most if most is not None else 0
    return say("list.more", names=shown, count=over) if over > 0 else shown


def unknown_topics(topics: Sequence[Topic], say: Phrases, most: int = MOST_UNKNOWN) -> Markdown:
    """Topics that nobody looked at: "violence, sex or 4 more"."""
    names = [topic_name(topic, say) for topic in topics[:most]]
    over = len(topics) - most
    if over > 0:
        return say("list.or_more", names=COMMA.join(names), count=over)
    return say.join(names, "or")


def finding_line(one: Assessment, say: Phrases) -> Markdown:
    """What is known about a topic, in one line."""
    topic = say.topic(one.topic.id, one.topic.name)
    if one.finding is None:
        return say("reason.not_assessed", topic=topic)
    level = one.finding.level.value
    key = f"reason.{level}" if level in {"none", "present"} else "reason.asked"
    return say(key, topic=topic, level=say(f"level.{level}"), says=one.finding.says)


def voice_name(voice: Voice, movie: Movie, say: Phrases) -> str:
    """Who speaks, an expert or a teacher by the name of the source."""
    if voice.who in SOURCED:
        return source_name(movie.sources[voice.source])
    return speaker(voice.who, voice.age, say)


def speaker(who: Speaker, age: int | None, say: Phrases) -> Markdown:
    """Who speaks: "a teen of 14"."""
    name = say(f"voice.{who}.one")  # Nobody is counted here, so that no plural is looked up.
    return name if age is None else say("voice.aged", who=name, count=age)


def source_name(source: Source) -> str:
    """A source by its short name."""
    return clip(source.name.partition(",")[0], LONGEST_NAME)


def code_name(official: BoardRating) -> str:
    """The code as people call it: *PG*, but *FSK 6*, since a bare number looks like an age of ours."""
    code = official.rating.code
    return f"{official.board.id} {code}" if code.isdigit() else code


def code_alone(official: BoardRating) -> str:
    """The code where no country stands beside it: one from abroad has its board's name too, *MPA PG*."""
    name = code_name(official)
    return f"{official.board.id} {name}" if official.abroad and name == official.rating.code else name


def title_line(named: str, official: BoardRating | None) -> Markdown:
    """The first line of a card about a film."""
    return heading(with_code(named, official))


def with_code(named: str, official: BoardRating | None) -> Markdown:
    """*Title (Year) · PG*."""
    return APART.join([named, *([code_alone(official)] if official else [])])


def meaning(code: Code, say: Phrases) -> Markdown:
    """What a board says by a code."""
    under = code.careful_under or code.alone
    return say(f"meaning.{code.means}", under=under, alone=code.alone, with_adult=code.with_adult)


def official_line(official: BoardRating, say: Phrases, *, brief: bool = False) -> Markdown:
    """A rating, its reason unless it is brief, and what it says at each age."""
    head = official_head("official.line", official, say, brief=brief)
    return Markdown(" ").join([head, *at_ages(official, say)])


def official_head(key: str, official: BoardRating, say: Phrases, *, brief: bool = False) -> Markdown:
    """A rating and its reason, by one of the phrases for it."""
    rating = official.rating
    reason = say("official.reason", reason=rating.reason) if rating.reason and not brief else ""
    head = say(key, code=code_name(official), place=say.country(official.board.country), reason=reason)
    return Markdown(head.replace("….", "…"))


def not_rated_in(question: Question, official: Sequence[BoardRating], say: Phrases) -> list[Markdown]:
    """That the country which was asked about has no rating recorded."""
    known = {one.board.country for one in official}
    place = say.country(question.country) if question.country else ""
    return [say("official.none_in", place=place)] if place and question.country not in known else []


def at_ages(official: BoardRating, say: Phrases) -> list[Markdown]:
    """What the rating says at the ages that were asked about; those of whom it says the same together."""
    alike: dict[Admission, list[int]] = {}
    for age, admission in official.at:
        alike.setdefault(admission, []).append(age)
    means = meaning(official.code, say)
    return [
        say(f"official.{admission.value}", age=say.join(map(str, ages)), means=means)
        for admission, ages in alike.items()
    ]


def usual_line(usual: UsualAge, official: BoardRating | None, say: Phrases, *, recorded: bool) -> Markdown:
    """From which age the film usually fits; while that is not known, the rating is all that is said."""
    rated, code = ("_rated", code_alone(official)) if official else ("", "")
    if not recorded:
        return say(f"verdict.nothing_recorded{rated}", code=code)
    if usual.unknown:
        return say(f"verdict.usual_unknown{rated}", code=code, unknown=unknown_topics(usual.unknown, say))
    key = "verdict.usual" if usual.from_age else "verdict.usual_any"
    return say(key, by=by_what(usual, say), from_age=usual.from_age, reviewers=reviewers(usual, say))


def by_what(usual: UsualAge, say: Phrases) -> Markdown:
    """What the age rests on."""
    if usual.made_for is None:
        return say("verdict.by_content")
    return say("verdict.by_rating" if usual.made_for.codes else "verdict.by_genre")


def reviewers(usual: UsualAge, say: Phrases) -> Markdown:
    """From which ages reviewers say that it fits, beside what we read from what is in it."""
    if usual.reviewers is None:
        return Markdown("")
    return say("verdict.reviewers", ages=reviewer_ages(usual.reviewers, say))


def reviewer_ages(said: tuple[int, int], say: Phrases) -> str:
    """One age, or from the youngest to the oldest."""
    young, old = said
    return str(old) if young == old else say("verdict.reviewers_range", young=young, old=old)


def made_for_line(made: MadeFor, say: Phrases, *, brief: bool = False) -> Markdown:
    """For whom the film was made, and who says so; in brief, by one board."""
    if not made.codes:
        key = "reason.not_for_families_name" if brief else "reason.not_for_families"
        return say(key, from_age=made.from_age)
    codes = COMMA.join(f"{board} {code}" for board, code in (made.codes[:1] if brief else made.codes))
    key = "reason.passed_for_name" if brief else "reason.passed_for"
    return say(key, codes=codes, from_age=made.from_age)


def not_recorded_line(topics: Sequence[Topic], say: Phrases, most: int | None = None) -> tuple[Markdown, ...]:
    """The topics that nobody looked at; nothing where all were."""
    return (say("contents.not_assessed", topics=topics_row(topics, say, most)),) if topics else ()

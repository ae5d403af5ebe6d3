"""Small parts that several cards say alike: lists, levels, sources, findings, voices."""

from collections.abc import Iterable, Sequence

import discord

from bot.cards.limits import clip
from bot.cards.phrases import Phrases
from knowledge.facts import Movie, Voice
from knowledge.verdicts import Assessment, Official, Usual
from knowledge.vocabulary import Topic

MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
APART = "\u202f"
"""A narrow space at which no line breaks."""
TYPED_SHOWN = 80
MOST_UNKNOWN = 5


class Notes:
    """The numbered sources of one card, in the order in which they are cited."""

    def __init__(self, movie: Movie) -> None:
        self._sources = movie.sources
        self._cited: list[str] = []

    def cite(self, *keys: str) -> str:
        """The marks for these sources."""
        self._cited.extend(key for key in dict.fromkeys(keys) if key not in self._cited)
        return _marks(sorted({self._cited.index(key) + 1 for key in keys}))

    def line(self, say: Phrases) -> tuple[str, ...]:
        """The small line that names them; nothing where nothing was cited."""
        named = [self._named(say, place, key) for place, key in enumerate(self._cited, start=1)]
        return (say("sources.line", sources="  ".join(named)),) if named else ()

    def _named(self, say: Phrases, place: int, key: str) -> str:
        source = self._sources[key]
        name = source.name.partition(",")[0]
        if source.url is None:
            return say("sources.one", mark=_mark(place), name=name)
        return say("sources.linked", mark=_mark(place), name=name, url=source.url)


def _mark(number: int) -> str:
    return "".join(MARKS[int(digit)] for digit in str(number))


def _marks(numbers: Sequence[int]) -> str:
    """Apart from each other, so that 1 and 2 are not read as 12; three and more in a row as *from-to*."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return APART.join(mark for run in runs for mark in _run(run))


def _run(run: list[int]) -> list[str]:
    return [f"{_mark(run[0])}⁻{_mark(run[-1])}"] if len(run) > 2 else [_mark(number) for number in run]


def typed(text: str) -> str:
    """What a person typed, made harmless for a message: no mark-up, no mention, not too long."""
    plain = " ".join(text.split())
    return discord.utils.escape_mentions(discord.utils.escape_markdown(clip(plain, TYPED_SHOWN)))


def listed(names: Iterable[str], last: str) -> str:
    """a, b and c; `last` is the language's word before the last, with its spaces."""
    every = list(names)
    return last.join([", ".join(every[:-1]), every[-1]]) if len(every) > 1 else "".join(every)


def topics_listed(topics: Sequence[Topic], say: Phrases, most: int | None = None) -> str:
    """The names of topics in running text."""
    names = (say.topic(topic.id, topic.name) for topic in topics[:most])
    return listed((_small(name, say) for name in names), say("list.and"))


def topics_row(topics: Iterable[Topic], say: Phrases) -> str:
    """The names of topics in a row; "and" would blur names that hold one."""
    return " · ".join(_small(say.topic(topic.id, topic.name), say) for topic in topics)


def _small(name: str, say: Phrases) -> str:
    return name[:1].lower() + name[1:] if say("list.small") == "yes" else name


def finding_line(one: Assessment, say: Phrases, notes: Notes) -> str:
    """What is known about a topic, in one line."""
    topic = say.topic(one.topic.id, one.topic.name)
    if one.finding is None:
        return say("reason.not_assessed", topic=topic)
    level = one.finding.level.value
    key = f"reason.{level}" if level in {"none", "present"} else "reason.asked"
    marks = notes.cite(*one.finding.sources)
    return say(key, topic=topic, level=say(f"level.{level}"), says=one.finding.says, notes=marks)


def who(voice: Voice, say: Phrases) -> str:
    """Who speaks: "a teen of 14"."""
    name = say(f"voice.{voice.who}")
    return name if voice.age is None else say("voice.aged", who=name, age=voice.age)


def voice_line(voice: Voice, say: Phrases, notes: Notes, topics: dict[str, Topic]) -> str:
    """One voice, with what it flagged."""
    extra = say("voice.suits_from", age=voice.suits_from) if voice.suits_from is not None else ""
    for key, flagged in (("voice.too_much", voice.too_much), ("voice.praises", voice.praises)):
        if flagged:
            extra += say(key, topics=topics_listed([topics[topic] for topic in flagged], say))
    speaker = who(voice, say)
    speaker = speaker[:1].upper() + speaker[1:]
    return say("voice.line", who=speaker, says=voice.says, extra=extra, notes=notes.cite(voice.source))


def code_of(official: Official) -> str:
    """The code as people call it: *PG*, but *FSK 6*, since a bare number looks like an age of ours."""
    code = official.rating.code
    return f"{official.board.id} {code}" if code.isdigit() else code


def official_lines(official: Official, say: Phrases, notes: Notes, key: str = "official.line") -> list[str]:
    """A rating, and what it says at each age."""
    rating = official.rating
    reason = say("official.reason", reason=rating.reason) if rating.reason else ""
    head = say(
        key,
        code=code_of(official),
        place=official.board.place,
        reason=reason,
        notes=notes.cite(*rating.sources),
    )
    return [head, *(say(f"official.{admission.value}", age=age) for age, admission in official.at)]


def usual_line(usual: Usual, say: Phrases, *, recorded: bool) -> str:
    """From which age the film usually fits."""
    if not recorded:
        return say("verdict.nothing_recorded")
    some = "" if usual.from_age else "_any"
    if usual.unknown:
        unknown = topics_listed(usual.unknown, say, MOST_UNKNOWN)
        return say(f"verdict.usual_unknown{some}", from_age=usual.from_age, unknown=unknown)
    return say(f"verdict.usual{some}", from_age=usual.from_age)


def not_recorded_line(topics: Sequence[Topic], say: Phrases) -> tuple[str, ...]:
    """The topics that nobody looked at; nothing where all were."""
    return (say("contents.not_assessed", topics=topics_row(topics, say)),) if topics else ()

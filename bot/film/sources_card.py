"""Where an answer comes from: one short line on its card, and a card with all sources and their links."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from urllib.parse import quote

from bot.film.fragments import source_name, title_line
from bot.ui.card import Card
from bot.ui.limits import TEXT_IN_MESSAGE
from bot.ui.markdown import APART, COMMA, Markdown, bullet
from bot.ui.phone import LINES, height
from bot.ui.phrases import Phrases
from knowledge.answers import Sourced
from knowledge.citations import Citation, sources_of
from knowledge.entry import Source

MOST_NAMED = 3
LONGEST = 60
"""Characters of these names together; one is said in any case."""
A_LINE = 2
IN_A_LINK = ":/?#@!$&'+,;=%~-._"
"""Signs of an address that cannot end the link."""


def sources_line(answer: Sourced, say: Phrases) -> tuple[Markdown, ...]:
    """Up to three by name; nothing where the answer has no source of its own."""
    names = list(dict.fromkeys(source_name(one) for one in _each_once(sources_of(answer))))
    if not names:
        return ()
    lengths = accumulate(map(len, names))
    shown = max(1, sum(length <= LONGEST for length in islice(lengths, MOST_NAMED)))
    said, over = COMMA.join(names[:shown]), len(names) - shown
    return (say("sources.more", names=said, count=over) if over else say("sources.line", names=said),)


def sources_card(answer: Sourced, say: Phrases) -> Card:
    """All of them: part by part where that fits, else each once."""
    backing = sources_of(answer)
    once = list(_each_once(backing))
    ways = (_by_part(backing, say), _in_rows(once, say, linked=True), _in_rows(once, say, linked=False))
    head = [title_line(answer.movie.heading, answer.official)] if answer.movie else []
    room = LINES - height([*head, say("sources.head")])
    lines = next((lines for lines in ways if _fits(lines, room)), ways[-1]) or [say("sources.none")]
    return Card(head[0] if head else None, (say("sources.head"), *lines))


def _each_once(backing: Iterable[Citation]) -> Iterable[Source]:
    """By name and address, in the order in which they are met."""
    sources = chain.from_iterable(part.sources for part in backing)
    return {(one.name, one.url): one for one in sources}.values()


def _fits(lines: Sequence[str], room: int) -> bool:
    return height(lines) <= room and sum(map(len, lines)) <= TEXT_IN_MESSAGE * 3 // 4


def _by_part(backing: Iterable[Citation], say: Phrases) -> list[Markdown]:
    return [
        bullet(say("sources.part", part=_part(one, say), sources=APART.join(_named(one.sources, say))))
        for one in backing
    ]


def _part(one: Citation, say: Phrases) -> str:
    return say(f"backed.{one.part}") if isinstance(one.part, str) else say.topic(one.part.id, one.part.name)


def _in_rows(sources: Sequence[Source], say: Phrases, *, linked: bool) -> list[Markdown]:
    names = list(_named(sources, say, linked=linked))
    return [APART.join(names[start : start + A_LINE]) for start in range(0, len(names), A_LINE)]


def _named(sources: Iterable[Source], say: Phrases, *, linked: bool = True) -> Iterator[Markdown]:
    for one in sources:
        name = source_name(one)
        if one.url and linked:
            yield say("sources.linked", name=name, url=Markdown(quote(one.url, safe=IN_A_LINK)))
        else:
            yield say("sources.plain", name=name)

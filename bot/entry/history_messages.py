"""Boards about an entry's life: what became of a change, a conflict, its history, one of its revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.entry.diff_lines import difference_lines
from bot.ui.actions import Order
from bot.ui.card import Card, Mood
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import Action, Board, Look, Menu, Option, told
from bot.ui.phrases import Phrases
from knowledge.curation.diff import Difference

MOST_REVISIONS = 12
"""On one page of a history."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One revision, as it is told."""

    number: int
    who: int | None
    at: datetime
    why: str
    deed: str
    life: str
    locked: bool
    differences: tuple[Difference, ...] = ()
    """Against the revision before it, where that was looked at."""


def person(who: int | None, say: Phrases) -> Markdown:
    """Who it was."""
    return Markdown(f"<@{who}>") if who else say("life.former")


def happened_line(one: Happened, say: Phrases) -> str:
    """One revision in a line."""
    when = Markdown(discord.utils.format_dt(one.at, "d"))
    deed = _deed(one, say)
    return say(
        "life.line", number=one.number, deed=deed, who=person(one.who, say), when=when, why=escape(one.why)
    )


def _deed(one: Happened, say: Phrases) -> str:
    """What was done; what was to be published and waits for a second person was only sent in."""
    waits = (one.deed, one.life) == ("publish", "draft")
    return say("deed.waiting" if waits else f"deed.{one.deed}")


def history_board(
    heading: str, movie: str, happened: Sequence[Happened], say: Phrases, *, newest: bool = True
) -> Board:
    """One page, the newest first; each can be looked at, and an older page is one press away."""
    page = happened[::-1]
    state = (_state(page[0], say),) if newest else ()
    options = tuple(Option(f"#{one.number} {_deed(one, say)}", str(one.number), one.why) for one in page)
    menu = Menu(say("life.menu"), Order("revision", movie), options)
    older = Action(say("life.older"), Order("history", movie, str(page[-1].number)))
    back = Action(say("life.newest"), Order("history", movie))
    pages = (*((older,) if page[-1].number > 1 else ()), *(() if newest else (back,)))
    lines = (*state, *(happened_line(one, say) for one in page))
    return Board((Card(f"### {escape(heading, TYPED)}", lines),), (menu,), (*pages, _edit(movie, say)))


def revision_board(heading: str, movie: str, one: Happened, shown: Card, newest: int, say: Phrases) -> Board:
    """One revision: what it changed, and the film's card as it was."""
    state = (_state(one, say),) if one.number == newest else ()
    lines = (*state, happened_line(one, say), *difference_lines(one.differences, say))
    actions = (*_agreeing(movie, one, say),) if state else (_back(movie, one, say),)
    return Board(
        (Card(f"### {escape(heading, TYPED)}", lines), shown),
        actions=(*actions, history_of(movie, say), _edit(movie, say)),
    )


def history_of(movie: str, say: Phrases) -> Action:
    """To the history."""
    return Action(say("life.history"), Order("history", movie))


def _state(newest: Happened, say: Phrases) -> str:
    return say(f"life.{newest.life}") + (f" {say('life.locked')}" if newest.locked else "")


def _back(movie: str, one: Happened, say: Phrases) -> Action:
    return Action(say("life.revert"), Order("revert", movie, str(one.number)), Look.MAIN)


def _agreeing(movie: str, one: Happened, say: Phrases) -> Iterator[Action]:
    """What a second person can say to the newest revision."""
    number = str(one.number)
    if one.life == "draft":
        yield Action(say("queue.approve"), Order("approve", movie, number), Look.GOOD)
    if one.life in ("draft", "published"):
        yield Action(say("queue.check"), Order("check", movie, number))


def conflict_board(
    heading: str,
    movie: str,
    mine: Sequence[Difference],
    theirs: Sequence[Difference],
    by: Happened,
    say: Phrases,
) -> Board:
    """Both differences, and the choice."""
    cards = (
        Card(f"### {escape(heading, TYPED)}", (say("conflict.head"),), mood=Mood.CARE),
        Card(None, (say("conflict.mine"), *difference_lines(mine, say, 6))),
        Card(None, (_by(by, say), *difference_lines(theirs, say, 6))),
    )
    number = str(by.number)
    actions = (
        Action(say("conflict.both"), Order("both", movie, number), Look.MAIN),
        Action(say("conflict.take_mine"), Order("mine", movie, number)),
        Action(say("conflict.take_theirs"), Order("theirs", movie, number)),
    )
    return Board(cards, actions=actions)


def _by(by: Happened, say: Phrases) -> str:
    return say("conflict.theirs", who=person(by.who, say), why=escape(by.why))


def waiting_board(heading: str, movie: str, one: Happened, say: Phrases) -> Board:
    """For the moderators' channel: a draft that a second person must look at."""
    lines = (
        say("queue.waiting", who=person(one.who, say), why=escape(one.why)),
        *difference_lines(one.differences, say, 8),
    )
    number = str(one.number)
    actions = (
        Action(say("queue.open"), Order("revision", movie, number), Look.MAIN),
        *_agreeing(movie, one, say),
    )
    return Board((Card(f"### {escape(heading, TYPED)}", lines),), actions=actions)


def many_board(count: int, who: int, say: Phrases) -> Board:
    """For the moderators' channel: many drafts of one file."""
    return told(say("queue.many", count=count, who=person(who, say)))


def offered_board(heading: str, offer: int, server: str, who: int | None, say: Phrases) -> Board:
    """For the person who runs the bot: an entry that waits for their decision."""
    line = say("offer.new", server=escape(server, TYPED), who=person(who, say))
    look = Action(say("queue.open"), Order("offer_open", rest=str(offer)), Look.MAIN)
    return told(line, actions=(look,), heading=f"### {escape(heading, TYPED)}")


def _edit(movie: str, say: Phrases) -> Action:
    return Action(say("entry.edit"), Order("edit", movie))

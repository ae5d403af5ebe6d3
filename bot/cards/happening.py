"""Boards about an entry's life: what became of a change, a conflict, its history, one of its revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.cards.board import Action, Board, Look, Menu, Option, told
from bot.cards.card import Card, Mood
from bot.cards.differing import difference_lines
from bot.cards.limits import CHOICES
from bot.cards.orders import Order
from bot.cards.phrases import Phrases
from bot.cards.quoting import quoted
from bot.cards.saying import typed
from knowledge.curation.comparing import Difference

MOST_REVISIONS = 12


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
    differences: tuple[Difference, ...]
    """Against the revision before it."""


def person(who: int | None, say: Phrases) -> str:
    """Who it was."""
    return f"<@{who}>" if who else say("life.former")


def happened_line(one: Happened, say: Phrases) -> str:
    """One revision in a line."""
    when = discord.utils.format_dt(one.at, "d")
    deed = say(f"deed.{one.deed}")
    return say(
        "life.line", number=one.number, deed=deed, who=person(one.who, say), when=when, why=quoted(one.why)
    )


def history_board(heading: str, movie: str, happened: Sequence[Happened], say: Phrases) -> Board:
    """The newest first; each can be looked at."""
    newest = happened[-1]
    shown = [happened_line(one, say) for one in reversed(happened[-MOST_REVISIONS:])]
    state = say(f"life.{newest.life}") + (f" {say('life.locked')}" if newest.locked else "")
    options = tuple(
        Option(f"#{one.number} {say(f'deed.{one.deed}')}", str(one.number), one.why)
        for one in reversed(happened[-CHOICES:])
    )
    menu = Menu(say("life.menu"), Order("revision", movie), options)
    return Board((Card(f"### {typed(heading)}", (state, *shown)),), (menu,), (_edit(movie, say),))


def revision_board(heading: str, movie: str, one: Happened, shown: Card, newest: int, say: Phrases) -> Board:
    """One revision: what it changed, and the film's card as it was."""
    lines = (happened_line(one, say), *difference_lines(one.differences, say))
    back = Action(say("life.revert"), Order("revert", movie, str(one.number)), Look.MAIN)
    check = Action(say("queue.check"), Order("check", movie, str(one.number)), Look.GOOD)
    actions = (back,) if one.number < newest else (check,)
    return Board(
        (Card(f"### {typed(heading)}", lines), shown),
        actions=(*actions, Action(say("life.history"), Order("history", movie)), _edit(movie, say)),
    )


def conflict_board(
    heading: str,
    movie: str,
    mine: Sequence[Difference],
    theirs: Sequence[Difference],
    by: Happened,
    say: Phrases,
) -> Board:
    """Both differences, and the choice."""
    lines = (
        say("conflict.head"),
        say("conflict.mine"),
        *difference_lines(mine, say, 6),
        say("conflict.theirs", who=person(by.who, say), why=quoted(by.why)),
        *difference_lines(theirs, say, 6),
    )
    number = str(by.number)
    actions = (
        Action(say("conflict.both"), Order("both", movie, number), Look.MAIN),
        Action(say("conflict.take_mine"), Order("mine", movie, number)),
        Action(say("conflict.take_theirs"), Order("theirs", movie, number)),
    )
    return Board((Card(f"### {typed(heading)}", lines, mood=Mood.CARE),), actions=actions)


def waiting_board(heading: str, movie: str, one: Happened, say: Phrases) -> Board:
    """For the moderators' channel: a draft that a second person must look at."""
    lines = (
        say("queue.waiting", who=person(one.who, say), why=quoted(one.why)),
        *difference_lines(one.differences, say, 8),
    )
    number = str(one.number)
    actions = (
        Action(say("queue.open"), Order("revision", movie, number), Look.MAIN),
        Action(say("queue.approve"), Order("approve", movie, number), Look.GOOD),
        Action(say("queue.check"), Order("check", movie, number)),
    )
    return Board((Card(f"### {typed(heading)}", lines),), actions=actions)


def many_board(count: int, who: int, say: Phrases) -> Board:
    """For the moderators' channel: many drafts of one file."""
    return told(say("queue.many", count=count, who=person(who, say)))


def _edit(movie: str, say: Phrases) -> Action:
    return Action(say("entry.edit"), Order("edit", movie))

"""Messages about an entry's history: what became of a change, a conflict, all or one of its revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import discord

from bot.entry.diff_lines import difference_lines
from bot.ui.actions import Action, Verb
from bot.ui.card import Accent, Button, ButtonStyle, Card
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import Menu, Message, Option, text_message
from bot.ui.phrases import Phrases
from knowledge.curation.diff import Difference

MOST_REVISIONS = 12
"""On one page of a history."""


@dataclass(frozen=True, slots=True)
class RevisionView:
    """One revision, as it is shown."""

    number: int
    who: int | None
    at: datetime
    why: str
    kind: str
    stage: str
    locked: bool
    differences: tuple[Difference, ...] = ()
    """Against the revision before it, where that was looked at."""


def person(who: int | None, say: Phrases) -> Markdown:
    """Who it was."""
    return Markdown(f"<@{who}>") if who else say("history.former")


def revision_line(one: RevisionView, say: Phrases) -> str:
    """One revision in a line."""
    when = Markdown(discord.utils.format_dt(one.at, "d"))
    kind = _kind(one, say)
    return say(
        "history.line", number=one.number, kind=kind, who=person(one.who, say), when=when, why=escape(one.why)
    )


def _kind(one: RevisionView, say: Phrases) -> str:
    """What was done; what was to be published and waits for a second person was only sent in."""
    waits = (one.kind, one.stage) == ("publish", "draft")
    return say("change.waiting" if waits else f"change.{one.kind}")


def history_message(
    heading: str, movie: str, happened: Sequence[RevisionView], say: Phrases, *, newest: bool = True
) -> Message:
    """One page, the newest first; each can be looked at, and an older page is one press away."""
    page = happened[::-1]
    state = (_state(page[0], say),) if newest else ()
    options = tuple(Option(f"#{one.number} {_kind(one, say)}", str(one.number), one.why) for one in page)
    menu = Menu(say("history.menu"), Action(Verb.REVISION, movie), options)
    older = Button(say("history.older"), Action(Verb.HISTORY, movie, str(page[-1].number)))
    back = Button(say("history.newest"), Action(Verb.HISTORY, movie))
    pages = (*((older,) if page[-1].number > 1 else ()), *(() if newest else (back,)))
    lines = (*state, *(revision_line(one, say) for one in page))
    return Message((Card(f"### {escape(heading, TYPED)}", lines),), (menu,), (*pages, _edit(movie, say)))


def revision_message(
    heading: str, movie: str, one: RevisionView, shown: Card, newest: int, say: Phrases
) -> Message:
    """One revision: what it changed, and the film's card as it was."""
    state = (_state(one, say),) if one.number == newest else ()
    lines = (*state, revision_line(one, say), *difference_lines(one.differences, say))
    actions = (*_agreeing(movie, one, say),) if state else (_back(movie, one, say),)
    return Message(
        (Card(f"### {escape(heading, TYPED)}", lines), shown),
        buttons=(*actions, history_button(movie, say), _edit(movie, say)),
    )


def history_button(movie: str, say: Phrases) -> Button:
    """To the history."""
    return Button(say("history.history"), Action(Verb.HISTORY, movie))


def _state(newest: RevisionView, say: Phrases) -> str:
    return say(f"history.{newest.stage}") + (f" {say('history.locked')}" if newest.locked else "")


def _back(movie: str, one: RevisionView, say: Phrases) -> Button:
    return Button(say("history.revert"), Action(Verb.REVERT, movie, str(one.number)), ButtonStyle.MAIN)


def _agreeing(movie: str, one: RevisionView, say: Phrases) -> Iterator[Button]:
    """What a second person can say to the newest revision."""
    number = str(one.number)
    if one.stage == "draft":
        yield Button(say("queue.approve"), Action(Verb.APPROVE, movie, number), ButtonStyle.GOOD)
    if one.stage in ("draft", "published"):
        yield Button(say("queue.check"), Action(Verb.CHECK, movie, number))


def conflict_message(
    heading: str,
    movie: str,
    mine: Sequence[Difference],
    theirs: Sequence[Difference],
    by: RevisionView,
    say: Phrases,
) -> Message:
    """Both differences, and the choice."""
    cards = (
        Card(f"### {escape(heading, TYPED)}", (say("conflict.head"),), accent=Accent.CARE),
        Card(None, (say("conflict.mine"), *difference_lines(mine, say, 6))),
        Card(None, (_by(by, say), *difference_lines(theirs, say, 6))),
    )
    number = str(by.number)
    actions = (
        Button(say("conflict.both"), Action(Verb.MERGE, movie, number), ButtonStyle.MAIN),
        Button(say("conflict.take_mine"), Action(Verb.TAKE_MINE, movie, number)),
        Button(say("conflict.take_theirs"), Action(Verb.TAKE_THEIRS, movie, number)),
    )
    return Message(cards, buttons=actions)


def _by(by: RevisionView, say: Phrases) -> str:
    return say("conflict.theirs", who=person(by.who, say), why=escape(by.why))


def waiting_message(heading: str, movie: str, one: RevisionView, say: Phrases) -> Message:
    """For the moderators' channel: a draft that a second person must look at."""
    lines = (
        say("queue.waiting", who=person(one.who, say), why=escape(one.why)),
        *difference_lines(one.differences, say, 8),
    )
    number = str(one.number)
    actions = (
        Button(say("queue.open"), Action(Verb.REVISION, movie, number), ButtonStyle.MAIN),
        *_agreeing(movie, one, say),
    )
    return Message((Card(f"### {escape(heading, TYPED)}", lines),), buttons=actions)


def many_message(count: int, who: int, say: Phrases) -> Message:
    """For the moderators' channel: many drafts of one file."""
    return text_message(say("queue.many", count=count, who=person(who, say)))


def offered_message(heading: str, offer: int, server: str, who: int | None, say: Phrases) -> Message:
    """For the person who runs the bot: an entry that waits for their decision."""
    line = say("offer.new", server=escape(server, TYPED), who=person(who, say))
    look = Button(say("queue.open"), Action(Verb.OFFER_OPEN, detail=str(offer)), ButtonStyle.MAIN)
    return text_message(line, actions=(look,), heading=f"### {escape(heading, TYPED)}")


def _edit(movie: str, say: Phrases) -> Button:
    return Button(say("entry.edit"), Action(Verb.EDIT, movie))

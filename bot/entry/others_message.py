"""That somebody else is writing about the same film, and the choice. What comes of it: others_drafts.py."""

from collections.abc import Sequence

import discord

from bot.drafts import OthersDraft
from bot.entry.history_messages import person
from bot.ui.actions import Action, Verb
from bot.ui.card import Accent, Button, ButtonStyle, Card
from bot.ui.markdown import TYPED, Markdown, escape
from bot.ui.message import Message
from bot.ui.phrases import Phrases

MOST_TOLD = 3


def others_message(others: Sequence[OthersDraft], say: Phrases) -> Message:
    """Who began it and when; the newest can be looked at and joined."""
    newest = others[0]
    lines = [_line(one, say) for one in others[:MOST_TOLD]]
    movie, who = newest.draft.movie, str(newest.who)
    actions = (
        Button(say("others.look"), Action(Verb.DRAFT_LOOK, movie, who)),
        Button(say("others.join"), Action(Verb.DRAFT_JOIN, movie, who), ButtonStyle.MAIN),
        Button(say("others.own"), Action(Verb.DRAFT_OWN, movie, who)),
    )
    heading = f"### {escape(newest.draft.heading, TYPED)}"
    return Message((Card(heading, (*lines, say("others.choose")), accent=Accent.CARE),), buttons=actions)


def _line(one: OthersDraft, say: Phrases) -> str:
    when = Markdown(discord.utils.format_dt(one.at, "R"))
    return say("others.line", who=person(one.who, say), when=when)

"""A title that was asked for and has no guide: counted, and told to moderators when it is asked for often."""

import logging

from bot.notifications import tell_moderators
from bot.resources import Resources
from bot.ui.actions import Action, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.markdown import escape
from bot.ui.message import Message, text_message
from bot.ui.phrases import Phrases
from knowledge.storage.database import DatabaseAway
from knowledge.storage.owners import ServerId
from knowledge.storage.requests import Request, ask

log = logging.getLogger(__name__)
TOLD_AT = frozenset({3, 10, 30, 100, 300, 1000})
"""How often a title is asked for when the moderators' channel reads of it: not at every typing fault."""


async def count_missed(resources: Resources, server: int, title: str) -> None:
    """Counts it; no user, no channel. What fails is logged: the person has their answer already."""
    try:
        asked = await resources.storage.save(ask, ServerId(server), title)
    except DatabaseAway:
        log.info("a request could not be counted: the database is away")
        return
    if asked and asked.count in TOLD_AT:
        name = resources.replier(server).called(asked.title)
        await tell_moderators(resources, ServerId(server), _wanted(asked, name, resources.say_in(server)))


def _wanted(asked: Request, name: str, say: Phrases) -> Message:
    start = Button(say("requests.write"), Action(Verb.BEGIN, detail=asked.title), ButtonStyle.MAIN)
    return text_message(say("requests.wanted", title=escape(name), count=asked.count), actions=(start,))

"""/moderate barred: who may write no reviews here, and letting them again."""

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.server.reviews.review_feature import ReviewModeration
from bot.session import Session
from bot.ui.actions import Action, ActionVerb
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.limits import CHOICE_NAME, clip
from bot.ui.markdown import Markdown, escape
from bot.ui.message import Menu, Message, Option, text_message
from bot.ui.responses import Defer, defer
from knowledge.storage.review_bars import Bar, bars, lift_bar


class BarVerb(ActionVerb):
    """What is done here alone."""

    LIFT = "review_unbar"


class BarredReviewers(ReviewModeration):
    """Who may write none."""

    @app_commands.command(name="barred", description=about("moderate_barred"))
    async def barred(self, interaction: discord.Interaction) -> None:
        """The newest first."""
        session = Session(self.resources, interaction)
        server = session.server
        await defer(interaction)
        await session.show(_listed(session, await session.storage.read(bars, server)))

    @handles(BarVerb.LIFT, defer=Defer.HERE)
    async def lift(self, interaction: discord.Interaction, action: Action) -> None:
        """Lets one write again."""
        session = Session(self.resources, interaction)
        server = session.server
        await session.storage.save(lift_bar, server, int(action.one() or action.detail))
        await session.show(_listed(session, await session.storage.read(bars, server)))


def _listed(session: Session, found: tuple[Bar, ...]) -> Message:
    say = session.say
    if not found:
        return text_message(say("moderate.nobody_barred"))
    lines = [say("moderate.bar_line", who=_who(session, one), why=escape(one.why)) for one in found]
    # Menus show no mention, and no privileged intent tells us names: the reason tells them apart.
    options = tuple(Option(clip(one.why, CHOICE_NAME), str(one.id), str(one.at.date())) for one in found)
    menu = Menu(say("moderate.lift"), Action(BarVerb.LIFT), options)
    return Message((Card(None, (say("moderate.barred_head"), *lines)),), (menu,))


def _who(session: Session, one: Bar) -> Markdown:
    return Markdown(f"<@{one.who}>") if one.who else session.say("history.former")

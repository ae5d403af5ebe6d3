"""Entries that a server offers to the shared guide, and the operator's queue."""

import asyncio

import discord
from discord import app_commands
from discord.ext import commands

from bot.client import Usher
from bot.dispatch import hears
from bot.entry.diff_lines import difference_lines
from bot.entry.history_messages import person
from bot.entry.preview import glance
from bot.rights import NotOwner
from bot.server.notifications import announce, tell_moderators
from bot.ui.actions import Action
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.limits import CHOICES
from bot.ui.markdown import escape
from bot.ui.message import Button, ButtonStyle, Menu, Message, Option, text_message
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import defer, open_form, send_or_edit
from knowledge.curation.diff import diff
from knowledge.storage.offers import Offer, approve, count_offers, decline, offered, waiting_offers
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.revision_writer import LONGEST_WHY, Conflict, RefusedChange, WriteResult, Written
from knowledge.storage.revisions import Revision


class Offers(commands.Cog):
    """For the person who runs this bot."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @app_commands.command(description=about("offers"))
    @app_commands.allowed_contexts(guilds=False, dms=True, private_channels=False)
    async def offers(self, interaction: discord.Interaction[Usher]) -> None:
        """Lists what waits."""
        await self._require_owner(interaction)
        await defer(interaction)
        await send_or_edit(interaction, await self._list(self._bot.say(interaction)))

    @hears("offer_open", anyone=True)
    async def open(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Shows one, beside what the shared guide has now."""
        await self._require_owner(interaction)
        await defer(interaction)
        say, library = self._bot.say(interaction), self._bot.storage.library(None)
        found = await self._bot.storage.read(offered, int(action.one() or action.detail))
        if found is None:
            await send_or_edit(interaction, text_message(say("offer.gone")))
            return
        waiting, revision = found
        movie = revision.entry
        differences = diff(library.get(movie.id), movie)
        by = say("offer.from", who=person(waiting.who, say), server=self._server(waiting.server))
        head = Card(f"### {escape(movie.heading)}", (by, *difference_lines(differences, say)))
        shown = glance(movie, library, "US", say)
        number = str(waiting.id)
        actions = (
            Button(say("offer.approve"), Action("offer_yes", movie.id, number), ButtonStyle.GOOD),
            Button(say("offer.decline"), Action("offer_no", movie.id, number), ButtonStyle.GRAVE),
        )
        await send_or_edit(interaction, Message((head, shown), buttons=actions))

    @hears("offer_yes", anyone=True)
    async def yes(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, "offer_approved", "offer.approve")

    @hears("offer_no", anyone=True)
    async def no(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, "offer_declined", "offer.decline")

    @hears("offer_approved", anyone=True)
    async def approved(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Publishes it in the shared guide, for all servers."""
        await self._require_owner(interaction)
        await defer(interaction)
        who, why, storage = interaction.user.id, action.one("why"), self._bot.storage
        found = await storage.read(offered, int(action.detail))
        outcome = await storage.save(approve, int(action.detail), who, why, storage.published)
        await self._tell(interaction, _approval(outcome), why, done=isinstance(outcome, Written))
        if isinstance(outcome, Written) and found:
            await self._tell_server(*found, "offer.taken", why)
            await announce(self._bot, SHARED, (found[1].entry,))

    @hears("offer_declined", anyone=True)
    async def declined(self, interaction: discord.Interaction[Usher], action: Action) -> None:
        """Says no."""
        await self._require_owner(interaction)
        await defer(interaction)
        who, why = interaction.user.id, action.one("why")
        found = await self._bot.storage.read(offered, int(action.detail))
        done = await self._bot.storage.save(decline, int(action.detail), who, why)
        await self._tell(interaction, "offer.declined" if done else "offer.gone", why, done=done)
        if done and found:
            await self._tell_server(*found, "offer.left", why)

    async def _tell(self, interaction: discord.Interaction[Usher], key: str, why: str, *, done: bool) -> None:
        """What became of it; what was typed in vain is said back."""
        say = self._bot.say(interaction)
        back = () if done else (say("unsent.typed", typed=escape(why, LONGEST_WHY)),)
        await send_or_edit(interaction, text_message(say(key), *back))

    async def _tell_server(self, offer: Offer, revision: Revision, key: str, why: str) -> None:
        """Whoever offered it reads what became of it, and why."""
        line = self._bot.say_in(offer.server)(key, why=escape(why, LONGEST_WHY))
        message = text_message(line, heading=f"### {escape(revision.entry.heading)}")
        await tell_moderators(self._bot, offer.server, message)

    async def _ask(
        self, interaction: discord.Interaction[Usher], action: Action, verb: str, key: str
    ) -> None:
        await self._require_owner(interaction)
        say = self._bot.say(interaction)
        why = Field("why", FieldKind.TEXT, say("offer.why"), "", required=True, most=LONGEST_WHY)
        await open_form(interaction, Form(say(key), Action(verb, action.movie, action.detail), (why,)))

    async def _list(self, say: Phrases) -> Message:
        storage = self._bot.storage
        waiting = await storage.read(waiting_offers, CHOICES)
        if not waiting:
            return text_message(say("offer.none"))
        headings = await asyncio.to_thread(lambda: [revision.entry.heading for _, revision in waiting])
        options = tuple(
            Option(heading, str(offer.id), self._server(offer.server))
            for heading, (offer, _) in zip(headings, waiting, strict=True)
        )
        card = Card(None, (say("offer.head", count=await storage.read(count_offers)),))
        return Message((card,), (Menu(say("offer.menu"), Action("offer_open"), options),))

    def _server(self, server: ServerId) -> str:
        guild = self._bot.get_guild(server)
        return escape(guild.name) if guild else str(server)

    async def _require_owner(self, interaction: discord.Interaction[Usher]) -> None:
        """Raises NotOwner."""
        if not await self._bot.is_owner(interaction.user):
            raise NotOwner


def _approval(outcome: WriteResult | None) -> str:
    """The phrase for what became of an approval."""
    match outcome:
        case None:
            return "offer.gone"
        case Written():
            return "offer.approved"
        case RefusedChange(_, why):
            return f"refused.{why.name.lower()}"
        case Conflict():
            return "offer.changed"


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Offers(bot))

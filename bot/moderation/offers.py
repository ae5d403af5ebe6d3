"""Entries that a server offers to the shared guide, and the operator's queue."""

import discord
from discord import app_commands
from discord.ext import commands

from bot.cards.board import Action, Board, Look, Menu, Option, told
from bot.cards.card import Card
from bot.cards.differing import difference_lines
from bot.cards.filling import Field, Form, Kind
from bot.cards.limits import CHOICES
from bot.cards.orders import Order
from bot.cards.phrases import Phrases
from bot.cards.quoting import quoted
from bot.client import Usher
from bot.moderation.ordering import hears
from bot.moderation.previewing import glance
from bot.moderation.rights import NotOwner
from bot.moderation.showing import open_form, show, working
from knowledge.curation.comparing import compare
from knowledge.storage.offers import Offer, approve, decline, offered, open_offers
from knowledge.storage.writing import LONGEST_WHY, Written


class Offers(commands.Cog):
    """For the person who runs this bot."""

    def __init__(self, bot: Usher) -> None:
        self._bot = bot

    @app_commands.command(description="For the person who runs this bot: entries offered to the shared guide")
    @app_commands.allowed_contexts(guilds=False, dms=True, private_channels=False)
    async def offers(self, interaction: discord.Interaction[Usher]) -> None:
        """Lists what waits."""
        await self._require_owner(interaction)
        await working(interaction)
        waiting = await self._bot.storage.read(open_offers)
        await show(interaction, _list(waiting, self._bot.say(interaction)))

    @hears("offer_open", anyone=True)
    async def open(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Shows one, beside what the shared guide has now."""
        await self._require_owner(interaction)
        await working(interaction)
        say, library = self._bot.say(interaction), self._bot.storage.library(None)
        found = await self._bot.storage.read(offered, int(order.one()))
        if found is None:
            await show(interaction, told(say("offer.gone")))
            return
        waiting, revision = found
        movie = revision.entry
        differences = compare(library.get(movie.id), movie)
        head = Card(f"### {quoted(movie.heading)}", tuple(difference_lines(differences, say)))
        shown = glance(movie, library, "US", say)
        number = str(waiting.id)
        actions = (
            Action(say("offer.approve"), Order("offer_yes", movie.id, number), Look.GOOD),
            Action(say("offer.decline"), Order("offer_no", movie.id, number), Look.GRAVE),
        )
        await show(interaction, Board((head, shown), actions=actions))

    @hears("offer_yes", anyone=True)
    async def yes(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Asks why."""
        await self._ask(interaction, order, "offer_approved", "offer.approve")

    @hears("offer_no", anyone=True)
    async def no(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Asks why."""
        await self._ask(interaction, order, "offer_declined", "offer.decline")

    @hears("offer_approved", anyone=True)
    async def approved(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Publishes it in the shared guide, for all servers."""
        await self._require_owner(interaction)
        await working(interaction)
        who, why, storage = interaction.user.id, order.one("why"), self._bot.storage
        outcome = await storage.save(approve, int(order.rest), who, why, storage.published)
        key = "offer.approved" if isinstance(outcome, Written) else "offer.gone"
        await show(interaction, told(self._bot.say(interaction)(key)))

    @hears("offer_declined", anyone=True)
    async def declined(self, interaction: discord.Interaction[Usher], order: Order) -> None:
        """Says no."""
        await self._require_owner(interaction)
        await working(interaction)
        who, why = interaction.user.id, order.one("why")
        done = await self._bot.storage.save(decline, int(order.rest), who, why)
        await show(interaction, told(self._bot.say(interaction)("offer.declined" if done else "offer.gone")))

    async def _ask(self, interaction: discord.Interaction[Usher], order: Order, verb: str, key: str) -> None:
        await self._require_owner(interaction)
        say = self._bot.say(interaction)
        why = Field("why", Kind.TEXT, say("publish.why"), "", required=True, most=LONGEST_WHY)
        await open_form(interaction, Form(say(key), Order(verb, order.movie, order.rest), (why,)))

    async def _require_owner(self, interaction: discord.Interaction[Usher]) -> None:
        """Raises NotOwner."""
        if not await self._bot.is_owner(interaction.user):
            raise NotOwner


def _list(waiting: tuple[Offer, ...], say: Phrases) -> Board:
    if not waiting:
        return told(say("offer.none"))
    options = tuple(Option(one.movie, str(one.id), str(one.server)) for one in waiting[:CHOICES])
    return Board(
        (Card(None, (say("offer.head", count=len(waiting)),)),),
        (Menu(say("offer.menu"), Order("offer_open"), options),),
    )


async def setup(bot: Usher) -> None:
    """Adds the cog."""
    await bot.add_cog(Offers(bot))

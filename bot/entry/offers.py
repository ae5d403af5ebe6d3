"""/entry offer and /offers: entries that a server offers to the shared guide, and the operator's queue."""

import asyncio

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.entry.diff_lines import difference_lines
from bot.entry.entry_feature import EntryFeature, Title, entry_of, why_form
from bot.entry.entry_session import EntrySession
from bot.entry.history_messages import history_button, offered_message, person
from bot.entry.preview import glance
from bot.feature import Feature
from bot.notifications import announce, tell_moderators, tell_operators
from bot.rights import Right, require_owner
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.command_words import about, about_option
from bot.ui.limits import CHOICES
from bot.ui.markdown import escape
from bot.ui.message import Menu, Message, Option, text_message
from bot.ui.phrases import ENGLISH, Phrases
from bot.ui.responses import Defer, defer, open_form, send_or_edit
from knowledge.curation.diff import diff
from knowledge.storage.offers import Offer, approve, count_offers, decline, offer, offered, waiting_offers
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.revision_writer import LONGEST_WHY, Conflict, RefusedChange, WriteResult, Written
from knowledge.storage.revisions import SHOWN, Revision, current


class OfferVerb(ActionVerb):
    """What is done here alone."""

    APPROVE = "offer_yes"
    APPROVE_SENT = "offer_approved"
    DECLINE = "offer_no"
    DECLINE_SENT = "offer_declined"


class OfferEntry(EntryFeature):
    """The server's side."""

    @app_commands.command(description=about("entry_offer"))
    @app_commands.describe(title=about_option("entry"))
    @app_commands.autocomplete(title=EntryFeature.titles)
    async def offer(self, interaction: discord.Interaction, title: Title) -> None:
        """The person who runs the bot decides."""
        await defer(interaction)
        session = self.session(interaction)
        if movie := await entry_of(session, title):
            await _offer(session, movie)


class OfferQueue(Feature):
    """The side of the person who runs this bot."""

    @app_commands.command(description=about("offers"))
    @app_commands.allowed_contexts(guilds=False, dms=True, private_channels=False)
    async def offers(self, interaction: discord.Interaction) -> None:
        """Lists what waits."""
        await require_owner(self.resources.client, interaction.user)
        await defer(interaction)
        await send_or_edit(interaction, await self._list(self.resources.say(interaction)))

    @handles(Verb.OFFER_OPEN, Right.OWNER, defer=Defer.HERE)
    async def open(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows one, beside what the shared guide has now."""
        say, library = self.resources.say(interaction), self.resources.storage.library(None)
        found = await self.resources.storage.read(offered, int(action.one() or action.detail))
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
            Button(say("offer.approve"), Action(OfferVerb.APPROVE, movie.id, number), ButtonStyle.GOOD),
            Button(say("offer.decline"), Action(OfferVerb.DECLINE, movie.id, number), ButtonStyle.GRAVE),
        )
        await send_or_edit(interaction, Message((head, shown), buttons=actions))

    @handles(OfferVerb.APPROVE, Right.OWNER)
    async def approve(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, OfferVerb.APPROVE_SENT, "offer.approve")

    @handles(OfferVerb.DECLINE, Right.OWNER)
    async def decline(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, OfferVerb.DECLINE_SENT, "offer.decline")

    @handles(OfferVerb.APPROVE_SENT, Right.OWNER, defer=Defer.HERE)
    async def approve_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Publishes it in the shared guide, for all servers."""
        who, why, storage = interaction.user.id, action.one("why"), self.resources.storage
        found = await storage.read(offered, int(action.detail))
        outcome = await storage.save(approve, int(action.detail), who, why, storage.published)
        await self._tell(interaction, _approval(outcome), why, done=isinstance(outcome, Written))
        if isinstance(outcome, Written) and found:
            await self._tell_server(*found, "offer.taken", why)
            await announce(self.resources, SHARED, (found[1].entry,))

    @handles(OfferVerb.DECLINE_SENT, Right.OWNER, defer=Defer.HERE)
    async def decline_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Says no."""
        who, why = interaction.user.id, action.one("why")
        found = await self.resources.storage.read(offered, int(action.detail))
        done = await self.resources.storage.save(decline, int(action.detail), who, why)
        await self._tell(interaction, "offer.declined" if done else "offer.gone", why, done=done)
        if done and found:
            await self._tell_server(*found, "offer.left", why)

    async def _tell(self, interaction: discord.Interaction, key: str, why: str, *, done: bool) -> None:
        """What became of it; what was typed and not taken is said back."""
        say = self.resources.say(interaction)
        back = () if done else (say("unsent.typed", typed=escape(why, LONGEST_WHY)),)
        await send_or_edit(interaction, text_message(say(key), *back))

    async def _tell_server(self, offer: Offer, revision: Revision, key: str, why: str) -> None:
        """Whoever offered it reads what became of it, and why."""
        line = self.resources.say_in(offer.server)(key, why=escape(why, LONGEST_WHY))
        message = text_message(line, heading=f"### {escape(revision.entry.heading)}")
        await tell_moderators(self.resources, offer.server, message)

    async def _ask(
        self, interaction: discord.Interaction, action: Action, verb: ActionVerb, key: str
    ) -> None:
        say, sent = self.resources.say(interaction), Action(verb, action.movie, action.detail)
        await open_form(interaction, why_form(say(key), sent, say("offer.why")))

    async def _list(self, say: Phrases) -> Message:
        storage = self.resources.storage
        waiting = await storage.read(waiting_offers, CHOICES)
        if not waiting:
            return text_message(say("offer.none"))
        headings = await asyncio.to_thread(lambda: [revision.entry.heading for _, revision in waiting])
        options = tuple(
            Option(heading, str(offer.id), self._server(offer.server))
            for heading, (offer, _) in zip(headings, waiting, strict=True)
        )
        card = Card(None, (say("offer.head", count=await storage.read(count_offers)),))
        return Message((card,), (Menu(say("offer.menu"), Action(Verb.OFFER_OPEN), options),))

    def _server(self, server: ServerId) -> str:
        guild = self.resources.client.get_guild(server)
        return escape(guild.name) if guild else str(server)


async def _offer(session: EntrySession, movie: str) -> None:
    """Offers the entry as the server shows it now, and tells the person who runs the bot."""
    storage, say = session.storage, session.say
    now = await storage.read(current, session.server, movie)
    if now is None:
        await session.tell(say("refused.no_entry"))
    elif now.stage not in SHOWN:
        await session.tell(say("offer.not_shown"), actions=(history_button(movie, say),))
    elif made := await storage.save(offer, session.server, movie, now.number, session.who):
        await session.tell(say("offer.made"))
        guild, english = session.interaction.guild, session.resources.replier(None).say(ENGLISH)
        message = offered_message(
            now.entry.heading, made.id, guild.name if guild else "", session.who, english
        )
        await tell_operators(session.resources, message)
    else:
        await session.tell(say("offer.waits"))


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

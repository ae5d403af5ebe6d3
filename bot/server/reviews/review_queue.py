"""/moderate reviews: what waits or was reported, and what moderators decide, with a reason to the writer."""

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.notifications import tell_person
from bot.server.reviews.closed_requests import close_requests, told_of
from bot.server.reviews.review_feature import ReviewModeration, film_heading, film_name, film_of
from bot.server.reviews.review_lines import review_lines
from bot.server.reviews.review_queue_message import QueueVerb, queue_message
from bot.session import Session
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Card
from bot.ui.command_words import about
from bot.ui.limits import CHOICE_NAME, CHOICES, clip
from bot.ui.markdown import escape
from bot.ui.message import Menu, Message, Option, text_message
from bot.ui.message_view import message_view
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.responses import Defer, defer, is_private_message, open_form
from knowledge.storage.review_bars import bar
from knowledge.storage.review_decisions import (
    LONGEST_SAYS,
    count_waiting,
    decide,
    mark_spoiler,
    reports_of,
    waiting_reviews,
)
from knowledge.storage.reviews import ReviewState, StoredReview, past_of, review_at

MOST_PAST = 3


class ReviewQueue(ReviewModeration):
    """What moderators look at."""

    @app_commands.command(name="reviews", description=about("moderate_reviews"))
    async def reviews(self, interaction: discord.Interaction) -> None:
        """The oldest first."""
        session = Session(self.resources, interaction)
        server = session.server
        await defer(interaction)
        count = await session.storage.read(count_waiting, server)
        found = await session.storage.read(waiting_reviews, server, CHOICES)
        await session.show(_listed(session, found, count))

    @handles(Verb.REVIEW_OPEN, defer=Defer.HERE)
    async def open(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows one."""
        session = Session(self.resources, interaction)
        found = await session.storage.read(review_at, session.server, int(action.one() or action.detail))
        await (self._show(session, found) if found else session.tell(session.say("review.gone")))

    @handles(QueueVerb.SHOW, defer=Defer.HERE)
    async def show(self, interaction: discord.Interaction, action: Action) -> None:
        """Lets all read it; who waited for it is told."""
        session = Session(self.resources, interaction)
        server, number = session.server, int(action.detail)
        old = await session.storage.read(review_at, server, number)
        film = film_of(self.resources, server, old.movie) if old else None
        before = told_of(session, film) if film else 0
        new = await session.storage.save(decide, server, number, ReviewState.SHOWN, session.who)
        await self._decided(session, new, "moderate.shown")
        if old and new and old.state is not ReviewState.SHOWN:
            await _tell_writer(session, new, "review.now_shown", None)
            if film:
                await close_requests(session, film, before)

    @handles(QueueVerb.SPOILS, defer=Defer.HERE)
    async def spoils(self, interaction: discord.Interaction, action: Action) -> None:
        """Hides its words behind a mark."""
        session = Session(self.resources, interaction)
        new = await session.storage.save(mark_spoiler, session.server, int(action.detail), session.who)
        await (self._show(session, new) if new else session.tell(session.say("review.gone")))

    @handles(QueueVerb.PAST, defer=Defer.BESIDE)
    async def past(self, interaction: discord.Interaction, action: Action) -> None:
        """What it said before its writer changed it."""
        session = Session(self.resources, interaction)
        say, head = session.say, film_heading(self.resources, session.server, action.movie)
        found = await session.storage.read(past_of, session.server, int(action.detail), MOST_PAST)
        lines = [line for one in found for line in review_lines(one, None, say)]
        first = say("moderate.past_head" if lines else "moderate.no_past")
        await session.show(text_message(first, *lines, heading=head))

    @handles(QueueVerb.HIDE)
    async def hide(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, QueueVerb.TAKEN_DOWN, ReviewState.HIDDEN)

    @handles(QueueVerb.REMOVE)
    async def remove(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, QueueVerb.TAKEN_DOWN, ReviewState.REMOVED)

    @handles(QueueVerb.TAKEN_DOWN, defer=Defer.HERE)
    async def taken_down(self, interaction: discord.Interaction, action: Action) -> None:
        """Takes it out of sight and tells the writer why."""
        session = Session(self.resources, interaction)
        server, (state, number), why = session.server, action.detail.split("."), action.one("why")
        new = await session.storage.save(decide, server, int(number), ReviewState(state), session.who, why)
        await self._decided(session, new, f"moderate.{state}")
        if new:
            await _tell_writer(session, new, f"review.now_{state}", why)

    @handles(QueueVerb.BAR)
    async def bar(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks why."""
        await self._ask(interaction, action, QueueVerb.BARRED, "bar")

    @handles(QueueVerb.BARRED, defer=Defer.HERE)
    async def barred(self, interaction: discord.Interaction, action: Action) -> None:
        """The writer writes no more here; what they wrote is decided by itself."""
        session = Session(self.resources, interaction)
        server, number = session.server, int(action.detail.rpartition(".")[2])
        found = await session.storage.read(review_at, server, number)
        if found is None or found.who is None:
            await session.tell(session.say("review.gone"))
            return
        why = action.one("why")
        await session.storage.save(bar, server, found.who, session.who, why)
        await self._show(session, found, session.say("moderate.barred"))
        await _tell_writer(session, found, "review.now_barred", why)

    async def _ask(
        self, interaction: discord.Interaction, action: Action, sent: ActionVerb, what: str
    ) -> None:
        session = Session(self.resources, interaction)
        session.server  # noqa: B018 (in a direct message there is nothing to decide)
        say = session.say
        why = Field(
            "why",
            FieldKind.TEXT,
            say("moderate.why"),
            say("moderate.why_hint"),
            required=True,
            most=LONGEST_SAYS,
        )
        form = Form(say("moderate.why_form"), Action(sent, action.movie, f"{what}.{action.detail}"), (why,))
        await open_form(interaction, form)

    async def _show(self, session: Session, found: StoredReview, *lines: str) -> None:
        told = await session.storage.read(reports_of, session.server, found.id)
        head = film_heading(self.resources, session.server, found.movie)
        await session.show(queue_message(found, head, session.say, told).saying(*lines))

    async def _decided(self, session: Session, found: StoredReview | None, key: str) -> None:
        """Says so to the moderator, and to all of them where it stands in their channel."""
        if found is None:
            await session.tell(session.say("review.gone"))
            return
        await self._show(session, found, session.say(key))
        message = session.interaction.message
        if message and not is_private_message(session.interaction):
            say = self.resources.say_in(session.server)
            head = film_heading(self.resources, session.server, found.movie)
            shown = queue_message(found, head, say).saying(say(key))
            await message.edit(view=message_view(shown))


def _listed(session: Session, found: tuple[StoredReview, ...], count: int) -> Message:
    say = session.say
    if not found:
        return text_message(say("moderate.nothing"))
    names = [film_name(session.resources, session.server, one.movie) for one in found]
    options = tuple(
        Option(clip(name, CHOICE_NAME), str(one.id), say(f"review_state.{one.state}"))
        for name, one in zip(names, found, strict=True)
    )
    lines = [say("moderate.line", film=escape(name)) for name in names]
    menu = Menu(say("moderate.menu"), Action(Verb.REVIEW_OPEN), options)
    return Message((Card(None, (say("moderate.head", count=count), *lines)),), (menu,))


async def _tell_writer(session: Session, found: StoredReview, key: str, why: str | None) -> None:
    """In a direct message, in the writer's language; who takes none reads it in /review mine."""
    if found.who is None:
        return
    resources, server = session.resources, session.server
    guild = session.interaction.guild
    say = resources.replier(None).say(found.locale) if found.locale else resources.say_in(server)
    told = say(key, server=guild.name if guild else "", why=escape(why) if why else "")
    head = film_heading(resources, server, found.movie)
    await tell_person(resources, found.who, text_message(told, heading=head))

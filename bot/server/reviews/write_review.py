"""/review write and *I have seen it*: the guidelines, the two forms, and what becomes of what was sent."""

import discord
from discord import app_commands

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.notifications import tell_moderators
from bot.rights import Right
from bot.server.reviews.closed_requests import close_requests, told_of
from bot.server.reviews.review_feature import (
    ReviewFeature,
    film_heading,
    pressed_film,
    reviewed_as,
    typed_film,
)
from bot.server.reviews.review_forms import first_form, read_first, read_second, second_form
from bot.server.reviews.review_lines import stored_lines
from bot.server.reviews.review_queue_message import queue_message, waits_for
from bot.session import Session
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle
from bot.ui.command_words import about, about_option
from bot.ui.film_label import label
from bot.ui.limits import TITLE
from bot.ui.markdown import heading
from bot.ui.message import text_message
from bot.ui.responses import Defer, open_form, send_or_edit, within_deadline
from knowledge.reviews.review import YOUNGEST, Review
from knowledge.storage.review_bars import Standing
from knowledge.storage.reviews import (
    Barred,
    ReviewState,
    StoredReview,
    begun_by,
    review_of,
    write_review,
)
from knowledge.titles.films import Film

RULES = ("saw", "names", "spoilers", "kind")


class WriteVerb(ActionVerb):
    """What is done here alone."""

    SENT = "review_sent"
    MORE_SENT = "review_told"


class WriteReview(ReviewFeature):
    """A family says what it saw."""

    @app_commands.command(name="write", description=about("review_write"))
    @app_commands.describe(title=about_option("title"))
    @app_commands.autocomplete(title=ReviewFeature.titles)
    async def write(self, interaction: discord.Interaction, title: app_commands.Range[str, 1, TITLE]) -> None:
        """Opens the form, the first time after the guidelines."""
        session = Session(self.resources, interaction)
        if film := await typed_film(session, title):
            await _begin(session, film)

    @handles(Verb.REVIEW, Right.ANYONE)
    async def seen(self, interaction: discord.Interaction, action: Action) -> None:
        """The same, from a card."""
        session = Session(self.resources, interaction)
        if film := await pressed_film(session, action.movie):
            await _begin(session, film)

    @handles(Verb.REVIEW_FORM, Right.ANYONE)
    async def form(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the form."""
        session = Session(self.resources, interaction)
        if film := await pressed_film(session, action.movie):
            await _open(session, film, await _old(session, film))

    @handles(WriteVerb.SENT, Right.ANYONE, defer=Defer.HERE)
    async def sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Keeps what was chosen."""
        session = Session(self.resources, interaction)
        if film := await pressed_film(session, action.movie):
            old = await _old(session, film)
            await _keep(session, film, read_first(action, old and old.review))

    @handles(Verb.REVIEW_MORE, Right.ANYONE)
    async def more(self, interaction: discord.Interaction, action: Action) -> None:
        """Opens the second form."""
        session = Session(self.resources, interaction)
        if film := await pressed_film(session, action.movie):
            old = await _old(session, film)
            if old is None:
                await session.tell(session.say("review.gone"))
            else:
                form = second_form(Action(WriteVerb.MORE_SENT, action.movie), old.review, session.say)
                await open_form(interaction, form)

    @handles(WriteVerb.MORE_SENT, Right.ANYONE, defer=Defer.HERE)
    async def more_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Adds it to what was chosen."""
        session = Session(self.resources, interaction)
        if film := await pressed_film(session, action.movie):
            if old := await _old(session, film):
                await _keep(session, film, read_second(action, old.review))
            else:
                await session.tell(session.say("review.gone"), session.typed(action.typed))


async def _old(session: Session, film: Film) -> StoredReview | None:
    movie = reviewed_as(session, film)
    return await within_deadline(session.storage.read(review_of, session.server, movie, session.who))


async def _begin(session: Session, film: Film) -> None:
    movie = reviewed_as(session, film)
    begun = await within_deadline(session.storage.read(begun_by, session.server, movie, session.who))
    if begun.standing is Standing.BARRED:
        await session.tell(session.say("review.barred"))
    elif begun.wrote_before:
        await _open(session, film, begun.old)
    else:
        await _show_rules(session, film)


async def _show_rules(session: Session, film: Film) -> None:
    """Read once, before the first review in this server."""
    say = session.say
    begin = Button(say("review.begin"), Action(Verb.REVIEW_FORM, film.id), ButtonStyle.MAIN)
    rules = (say(f"review_rules.{rule}", years=YOUNGEST) for rule in RULES)
    head = heading(label(film))
    await session.show(text_message(say("review_rules.head"), *rules, actions=(begin,), heading=head))


async def _open(session: Session, film: Film, old: StoredReview | None) -> None:
    form = first_form(Action(WriteVerb.SENT, film.id), old and old.review, session.say)
    await open_form(session.interaction, form)


async def _keep(session: Session, film: Film, new: Review) -> None:
    """Keeps it and says how it stands; what has to wait is shown to moderators."""
    session.resources.cooldown.count(session.who, Rate.REVIEW)
    movie, server, locale = reviewed_as(session, film), session.server, session.interaction.locale.value
    before = told_of(session, film)
    try:
        kept = await session.storage.save(write_review, server, movie, session.who, new, locale)
    except Barred:
        await session.tell(session.say("review.barred"), session.typed(new.heading, new.text))
        return
    if kept is None:
        await session.tell(session.say("review.too_young", years=YOUNGEST))
        return
    await _thank(session, film, kept)
    if kept.state is ReviewState.HELD:
        say = session.resources.say_in(server)
        head = film_heading(session.resources, server, film.id)
        await tell_moderators(session.resources, server, queue_message(kept, head, say))
    else:
        await close_requests(session, film, before)


async def _thank(session: Session, film: Film, kept: StoredReview) -> None:
    say, movie = session.say, film.id
    lines = (say(f"review.kept_{kept.state}"), *waits_for(kept, say), *stored_lines(kept, say))
    actions = (
        Button(say("review.more"), Action(Verb.REVIEW_MORE, movie), ButtonStyle.MAIN),
        Button(say("review.edit"), Action(Verb.REVIEW_FORM, movie)),
        Button(say("review.delete"), Action(Verb.REVIEW_DELETE, movie)),
    )
    await send_or_edit(
        session.interaction, text_message(*lines, actions=actions, heading=heading(label(film)))
    )

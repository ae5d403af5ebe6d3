"""/review mine: all that a person wrote in a server, to be read, changed and deleted."""

import discord
from discord import app_commands

from bot.dispatch import handles
from bot.rights import Right
from bot.server.reviews.review_feature import ReviewFeature, film_heading, film_name, film_of
from bot.server.reviews.review_lines import stored_lines
from bot.server.reviews.review_queue_message import waits_for
from bot.session import Session
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, ButtonStyle, Card
from bot.ui.command_words import about
from bot.ui.limits import CHOICE_NAME, CHOICES, clip
from bot.ui.markdown import escape
from bot.ui.message import Menu, Message, Option, text_message
from bot.ui.responses import Defer, defer
from knowledge.storage.reviews import StoredReview, delete_review, own_reviews, review_of


class MineVerb(ActionVerb):
    """What is done here alone."""

    OPEN = "review_mine"
    DELETE_CONFIRMED = "review_deleted"


class MyReviews(ReviewFeature):
    """What I wrote."""

    @app_commands.command(name="mine", description=about("review_mine"))
    async def mine(self, interaction: discord.Interaction) -> None:
        """The newest first."""
        session = Session(self.resources, interaction)
        server = session.server
        await defer(interaction)
        found = await session.storage.read(own_reviews, server, session.who, CHOICES)
        await session.show(_listed(session, found))

    @handles(MineVerb.OPEN, Right.ANYONE, defer=Defer.HERE)
    async def open(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows one, with what can be done."""
        session = Session(self.resources, interaction)
        found = await _mine(session, action.one())
        if found is None:
            await session.tell(session.say("review.gone"))
        else:
            await session.show(_whole(session, found))

    @handles(Verb.REVIEW_DELETE, Right.ANYONE, defer=Defer.HERE)
    async def delete(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks once more."""
        session = Session(self.resources, interaction)
        head = film_heading(session.resources, session.server, action.movie)
        sure = Button(
            session.say("review.delete_yes"),
            Action(MineVerb.DELETE_CONFIRMED, action.movie),
            ButtonStyle.GRAVE,
        )
        await session.show(text_message(session.say("review.delete_ask"), actions=(sure,), heading=head))

    @handles(MineVerb.DELETE_CONFIRMED, Right.ANYONE, defer=Defer.HERE)
    async def delete_confirmed(self, interaction: discord.Interaction, action: Action) -> None:
        """Deletes it with its history and all that was counted of it."""
        session = Session(self.resources, interaction)
        server = session.server
        head = film_heading(session.resources, server, action.movie)
        movie = _kept_as(session, action.movie)
        gone = await session.storage.save(delete_review, server, movie, session.who)
        await session.show(
            text_message(session.say("review.deleted" if gone else "review.gone"), heading=head)
        )


def _kept_as(session: Session, film_id: str) -> str:
    film = film_of(session.resources, session.server, film_id)
    return session.library.reviewed_as(film.id, film.imdb) if film else film_id


async def _mine(session: Session, movie: str) -> StoredReview | None:
    return await session.storage.read(review_of, session.server, movie, session.who)


def _listed(session: Session, found: tuple[StoredReview, ...]) -> Message:
    say = session.say
    if not found:
        return text_message(say("review.none_mine"))
    names = {one.movie: film_name(session.resources, session.server, one.movie) for one in found}
    lines = [
        say("review.mine_line", film=escape(names[one.movie]), state=say(f"review_state.{one.state}"))
        for one in found
    ]
    options = tuple(Option(clip(name, CHOICE_NAME), movie) for movie, name in names.items())
    menu = Menu(say("review.mine_menu"), Action(MineVerb.OPEN), options)
    return Message((Card(None, (say("review.mine_head"), *lines)),), (menu,))


def _whole(session: Session, found: StoredReview) -> Message:
    say, movie = session.say, found.movie
    told = (say("review.told_why", why=escape(found.why)),) if found.why else ()
    lines = (say(f"review_state.{found.state}"), *told, *waits_for(found, say), *stored_lines(found, say))
    card = Card(film_heading(session.resources, session.server, movie), lines)
    edit = Button(say("review.edit"), Action(Verb.REVIEW_FORM, movie), ButtonStyle.MAIN)
    more = Button(say("review.more"), Action(Verb.REVIEW_MORE, movie))
    delete = Button(say("review.delete"), Action(Verb.REVIEW_DELETE, movie))
    return Message((card,), buttons=(edit, more, delete))

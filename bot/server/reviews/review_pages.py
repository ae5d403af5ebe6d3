"""The reviews of a film, page by page, the most helpful first, each with its buttons."""

import re

import discord

from bot.cooldown import Rate
from bot.dispatch import handles
from bot.feature import Feature
from bot.notifications import tell_moderators
from bot.rights import Right, server_of
from bot.server.reviews.review_feature import film_heading, pressed_film, reviewed_as
from bot.server.reviews.review_lines import stored_lines
from bot.server.reviews.review_queue_message import queue_message
from bot.session import Session
from bot.ui.actions import Action, ActionVerb, Verb
from bot.ui.card import Button, Card
from bot.ui.film_label import label
from bot.ui.markdown import heading
from bot.ui.message import Message, text_message
from bot.ui.modals import Field, FieldKind, Form
from bot.ui.phrases import Phrases
from bot.ui.responses import Defer, open_form
from knowledge.storage.review_decisions import LONGEST_SAYS, report_review, reports_of
from knowledge.storage.review_order import FIRST, ReviewPage, Turn, page_of
from knowledge.storage.review_presses import OwnReview, press
from knowledge.storage.reviews import StoredReview
from knowledge.titles.films import Film

TURN = re.compile(r"(\d{1,7})([<>])([0-7]?[0-9a-f]{1,15})", re.ASCII)


class PageVerb(ActionVerb):
    """What is done here alone."""

    HELPFUL = "review_helpful"
    UNHELPFUL = "review_unhelpful"
    REPORT = "review_wrong"
    REPORT_SENT = "review_wrong_sent"


class ReviewPages(Feature):
    """What families wrote."""

    @handles(Verb.REVIEWS_READ, Right.ANYONE, defer=Defer.HERE)
    async def read(self, interaction: discord.Interaction, action: Action) -> None:
        """Shows a page; where it begins stands on the button, so it can be pressed after a restart."""
        session = Session(self.resources, interaction)
        server = session.server
        if film := await pressed_film(session, action.movie):
            name, turn = reviewed_as(session, film), _turn_of(action.detail)
            found = await session.storage.read(page_of, server, name, turn)
            await session.show(_page(found, film, session.say))

    @handles(PageVerb.HELPFUL, Right.ANYONE, defer=Defer.BESIDE)
    async def helpful(self, interaction: discord.Interaction, action: Action) -> None:
        """Notes it."""
        await self._press(interaction, action, helpful=True)

    @handles(PageVerb.UNHELPFUL, Right.ANYONE, defer=Defer.BESIDE)
    async def unhelpful(self, interaction: discord.Interaction, action: Action) -> None:
        """Notes it."""
        await self._press(interaction, action, helpful=False)

    async def _press(self, interaction: discord.Interaction, action: Action, *, helpful: bool) -> None:
        session = Session(self.resources, interaction)
        server = session.server
        session.resources.cooldown.count(session.who, Rate.HELPFUL)
        head = film_heading(self.resources, server, action.movie)
        try:
            found = await session.storage.save(
                press, server, int(action.detail), session.who, helpful=helpful
            )
        except OwnReview:
            await session.show(text_message(session.say("review.own"), heading=head))
            return
        key = "review.noted" if found else "review.not_shown"
        await session.show(text_message(session.say(key), heading=head))

    @handles(PageVerb.REPORT, Right.ANYONE)
    async def report(self, interaction: discord.Interaction, action: Action) -> None:
        """Asks what is wrong with it."""
        server_of(interaction)
        say, sent = self.resources.say(interaction), Action(PageVerb.REPORT_SENT, action.movie, action.detail)
        asks, hint = say("review.report_says"), say("review.report_hint")
        says = Field("says", FieldKind.TEXT, asks, hint, required=True, most=LONGEST_SAYS)
        await open_form(interaction, Form(say("review.report"), sent, (says,)))

    @handles(PageVerb.REPORT_SENT, Right.ANYONE, defer=Defer.BESIDE)
    async def report_sent(self, interaction: discord.Interaction, action: Action) -> None:
        """Puts it before the moderators and thanks."""
        session = Session(self.resources, interaction)
        server, number = session.server, int(action.detail)
        session.resources.cooldown.count(session.who, Rate.REPORT)
        says = action.one("says")
        found = await session.storage.save(report_review, server, number, session.who, says)
        head = film_heading(self.resources, server, action.movie)
        if found is None:
            await session.show(text_message(session.say("review.not_shown"), heading=head))
            return
        said = await session.storage.read(reports_of, server, number)
        message = queue_message(found, head, self.resources.say_in(server), said)
        told = await tell_moderators(self.resources, server, message)
        thanks = session.say("report.thanks" if told else "report.waits")
        await session.show(text_message(thanks, heading=head))


def _page(found: ReviewPage, film: Film, say: Phrases) -> Message:
    """A card a review, and what leads to the pages beside."""
    head = heading(label(film))
    if not found.reviews:
        return text_message(say("review.none_here"), heading=head)
    top = Card(head, (say("review.page", page=found.number + 1),))
    beside = (("review.back", found.before), ("review.on", found.after))
    buttons = (
        Button(say(key), Action(Verb.REVIEWS_READ, film.id, _text_of(turn))) for key, turn in beside if turn
    )
    return Message((top, *(_card(one, film, say) for one in found.reviews)), buttons=tuple(buttons))


def _text_of(turn: Turn) -> str:
    """A page in the few characters that a button has beside its film: "2>400000000000004d"."""
    return "0" if turn.place is None else f"{turn.number}{'<' if turn.back else '>'}{turn.place:x}"


def _turn_of(text: str) -> Turn:
    """The page of a button; the first one where it does not say, as older buttons."""
    found = TURN.fullmatch(text)
    return Turn(int(found[1]), int(found[3], 16), found[2] == "<") if found else FIRST


def _card(one: StoredReview, film: Film, say: Phrases) -> Card:
    number = str(one.id)
    return Card(
        None,
        tuple(stored_lines(one, say)),
        buttons=(
            Button(say.label("review.helpful", count=one.helpful), Action(PageVerb.HELPFUL, film.id, number)),
            Button(say("review.unhelpful"), Action(PageVerb.UNHELPFUL, film.id, number)),
            Button(say("review.report"), Action(PageVerb.REPORT, film.id, number)),
        ),
    )

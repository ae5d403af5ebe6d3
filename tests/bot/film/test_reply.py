"""A reply is drawn once for each way to be shown, and is then what it would be if it were drawn anew."""

from itertools import product

import pytest

from bot.film.replies import Replier
from bot.film.reply import Place, Reply, Showing
from bot.guide_factory import Guides
from bot.ui.actions import Verb
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Languages
from knowledge.library import Library

WAYS = [Showing(*way) for way in product(Place, (False, True), (False, True))]
ASKED = ("is coco ok for 6?", "how violent is shrek", "xyzzy plover", "what should we watch")


@pytest.fixture
def replies(guides: Guides, library: Library) -> list[Reply]:
    replier = Replier(guides(library), Languages())
    return [replier.asked(text, None, "en") for text in ASKED] + [replier.film("coco", "de")]


async def test_what_is_sent_again_is_what_would_be_drawn(replies: list[Reply]) -> None:
    for reply, way in product(replies, WAYS * 2):
        drawn = message_view(Message(reply.shown_as(way)))
        view = reply.view(way)
        assert view.to_components() == drawn.to_components()
        assert view.has_components_v2()
        assert view.is_finished(), "the library would keep it"
        view.to_components().clear()


async def test_a_reply_made_from_another_is_drawn_by_itself(replies: list[Reply]) -> None:
    for reply, way in product(replies, WAYS):
        before = reply.view(way).to_components()
        other = reply.speaking("fr")
        assert other.view(way).to_components() == message_view(Message(other.shown_as(way))).to_components()
        assert reply.view(way).to_components() == before


async def test_only_who_may_write_is_offered_to_and_only_what_is_hidden_can_be_shared(
    replies: list[Reply],
) -> None:
    for reply, way in product(replies, WAYS):
        verbs = {button.action.verb for card in reply.shown_as(way) for button in card.buttons}
        assert way.writes or Verb.BEGIN_FILM not in verbs
        assert way.hidden or Verb.SHARE not in verbs
        assert way.place is Place.SERVER or verbs.isdisjoint({Verb.REPORT, Verb.REVIEW, Verb.BEGIN_FILM})

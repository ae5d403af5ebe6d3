"""The ages that families name stand as a picture below their card, and in words for who cannot see it."""

import pytest

from bot.ui.age_chart import can_draw
from knowledge.reviews.review import Review
from knowledge.storage.reviews import write_review
from knowledge.storage.storage import Storage
from tests.bot.pretend import Person, World
from tests.bot.seen import Seen, walk
from tests.bot.server.reviews.acts import BOAT, DAS_BOOT, known

pytestmark = pytest.mark.skipif(not can_draw(), reason="the plotting library is an optional extra")


async def told(storage: Storage, world: World, *ages: int, title: str = BOAT) -> None:
    for who, age in enumerate(ages, 1):
        said = Review(who="teen", ages=(14,), suits_from=age, stars=5)
        await storage.save(write_review, world.here, title, who, said)


def alternative(seen: Seen) -> str:
    """The words of its one picture."""
    (gallery,) = [part for part in walk(seen.components) if part.get("type") == 12]
    (shown,) = gallery["items"]
    return shown["description"]


async def test_the_card_has_it_with_the_same_in_words(world: World, storage: Storage, parent: Person) -> None:
    await told(storage, world, 12, 12, 13)
    await parent.slash("reviews", title=BOAT)
    seen = known(world.newest(world.channel, 0))
    assert "3 teens here: from 12 (12 to 13)" in alternative(seen)
    assert "What is recorded: from " in alternative(seen)
    assert "*" not in alternative(seen)
    (file,) = seen.message.attachments
    assert (await file.read()).startswith(b"\x89PNG")
    assert "**3 teens here**: from 12 (12 to 13)" in seen.text


async def test_a_press_and_plain_talk_bring_it_too(world: World, storage: Storage, parent: Person) -> None:
    await told(storage, world, 12, 12, 13)
    said = known(await parent.mentions("reviews of the paper boat"))
    assert "3 teens here" in alternative(known(world.newest(world.channel, 0)))
    more = await parent.presses(await parent.slash("movie", title=BOAT), "Reviews")
    assert "3 teens here" in more.text
    assert said.heading == more.heading


async def test_a_film_without_a_guide_has_it_where_reviews_were_asked_for_and_nowhere_else(
    world: World, storage: Storage, parent: Person
) -> None:
    await told(storage, world, 12, 12, 13, title=DAS_BOOT)
    await parent.slash("movie", title=DAS_BOOT)
    assert not known(world.newest(world.channel, 0)).message.attachments
    await parent.slash("reviews", title=DAS_BOOT)
    assert "3 teens here" in alternative(known(world.newest(world.channel, 0)))


async def test_a_few_are_no_statistic_and_no_picture(world: World, storage: Storage, parent: Person) -> None:
    await told(storage, world, 12, 13)
    await parent.slash("reviews", title=BOAT)
    assert not known(world.newest(world.channel, 0)).message.attachments

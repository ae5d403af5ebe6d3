"""A film without a guide, as a parent sees it: asked about, gone on with, waited for, written."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import cast

import pytest

from bot.cli.serve import build_bot
from bot.client import Usher
from bot.guide_factory import Guides
from bot.notifications import announce
from knowledge.library import film_of
from knowledge.storage.owners import SHARED
from knowledge.storage.privacy import stored_about
from knowledge.storage.requests import MOST_OWN_NOTICES, waited_for, want_own_notice
from knowledge.storage.storage import Storage
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen
from tests.films import film

FACTS = """title\tyear\tmpa_rating\truntime_min\tdirector\treason\timdb_id\tconflict
The Tin Whale\t1999\tPG\t61\t\t\ttt0000001\t0
"""
TITLES = "id\ttitle\tyear\tvotes\talso_known_as\ntt0000001\tThe Tin Whale\t1999\t300\t\n"
WHALE = "The Tin Whale (1999)"


@pytest.fixture
async def world(storage: Storage, catalogue_of: Callable[..., Path]) -> AsyncIterator[World]:
    known = catalogue_of(titles=TITLES, film_facts=FACTS)
    async with pretend(build_bot(storage, Guides(known))) as world:
        yield world


@pytest.fixture
def moderator(world: World) -> Person:
    return world.moderator()


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


async def test_the_board_stands_in_the_first_line_and_the_conversation_goes_on(parent: Person) -> None:
    first = known(await parent.mentions("is the tin whale ok for 8?"))
    assert first.film == WHALE
    assert first.first.startswith("**PG in the United States**. At 8: parents are asked to look first")
    why = known(await parent.mentions("why not?"))
    assert why.first == first.first
    other = known(await parent.mentions("anything like it but for kids"))
    assert other.film == WHALE
    assert "A film with a guide that usually fits 8: **" in other.first
    name = other.first.rsplit("**")[1]
    assert (await parent.presses(other, name)).film == name
    drugs = known(await parent.mentions("any drugs in the tin whale?"))
    assert "That is not a no" in drugs.first


async def test_ages_that_were_asked_in_private_stay_there(parent: Person) -> None:
    assert (await parent.slash("ask", question="is the tin whale ok for 8?")).private
    assert (await parent.slash("ask", question="anything like it but for kids")).private
    said = known(await parent.mentions("anything like it but for kids"))
    assert "8" not in said.first


async def test_links_are_opened_by_the_person(parent: Person) -> None:
    seen = await parent.slash("movie", title="the tin whale")
    assert {"IMDb parents guide", "Common Sense Media", "Does the Dog Die"} <= set(seen.labels)


async def test_only_moderators_see_that_they_can_write_it(parent: Person, moderator: Person) -> None:
    assert "Write it" not in (await parent.slash("movie", title="the tin whale")).labels
    assert "Write it" not in known(await parent.mentions("the tin whale")).labels
    assert "Write it" not in (await parent.slash_in_dm("movie", title="the tin whale")).labels
    seen = await moderator.slash("movie", title="the tin whale")
    assert "Write it" in seen.labels
    assert "for moderators" in (await parent.presses(seen, "Write it")).text
    assert "The Tin Whale (1999)" in (await moderator.presses(seen, "Write it")).text


async def test_in_a_direct_message_a_film_is_waited_for_and_told_of_once(
    world: World, storage: Storage, parent: Person
) -> None:
    seen = known(await parent.whispers("is the tin whale ok for 8?"))
    noted = await parent.presses(seen, "Tell me when it is there")
    assert "I'll tell you here" in noted.text
    stored = await storage.read(stored_about, parent.actor.id)
    assert [row["title"] for row in stored["notices"]] == ["the tin whale 1999"]
    stored = (await parent.slash("privacy")).text
    assert "Films you wait for in our direct messages:** 1" in stored
    assert "/entry export" not in stored  # They wrote no entry.

    whale = film().model_copy(update={"id": "the-tin-whale-1999", "title": "The Tin Whale", "year": 1999})
    assert await storage.read(waited_for, SHARED, (film_of(whale), film_of(film()))) == (film_of(whale),)
    await announce(cast("Usher", world.env.bot).resources, SHARED, (whale,))
    notice = known(world.newest(parent.actor.user.dm_channel, 0))
    assert notice.film == WHALE
    assert "in the guide now" in notice.text
    assert await storage.read(stored_about, parent.actor.id) == {}


async def test_who_waits_for_a_film_is_told_in_the_language_of_their_discord(
    world: World, storage: Storage, parent: Person
) -> None:
    channel = parent.actor.user.dm_channel.id
    for title, locale in (("The Tin Whale", "de"), ("The Kite", "es-419")):
        await storage.save(want_own_notice, title, channel, parent.actor.id, locale)
    for title, words in (("The Tin Whale", "Jetzt ist er da"), ("The Kite", "ya está en la guía")):
        movie = film().model_copy(update={"id": "the-film-1999", "title": title, "year": 1999})
        await announce(cast("Usher", world.env.bot).resources, SHARED, (movie,))
        assert words in known(world.newest(parent.actor.user.dm_channel, 0)).text


async def test_what_a_person_waits_for_is_bounded_and_goes_when_they_say_so(
    storage: Storage, parent: Person
) -> None:
    who = parent.actor.id
    titles = [f"film {number}" for number in range(MOST_OWN_NOTICES + 1)]
    noted = [await storage.save(want_own_notice, title, 5, who, "de") for title in titles]
    assert noted == [*[True] * MOST_OWN_NOTICES, False]
    assert await storage.save(want_own_notice, "film 0", 5, who, "de"), "noted already"
    asked = await parent.presses(await parent.slash_in_dm("privacy"), "Delete it")
    await parent.presses(asked, "Yes, delete it")
    assert await storage.read(stored_about, who) == {}
    assert await storage.read(waited_for, SHARED, storage.library(None).films()) == ()


async def test_a_film_with_a_guide_says_why_too(parent: Person) -> None:
    first = known(await parent.mentions("is coraline ok for 6?"))
    for asked in ("why not?", "but why?", "warum nicht?", "¿por qué no?", "pourquoi pas ?"):
        assert known(await parent.mentions(asked)).heading == first.heading
        assert known(await parent.mentions("why")).first == first.first, asked
    assert "What it is about" in known(await parent.mentions("why did she go through the door")).text

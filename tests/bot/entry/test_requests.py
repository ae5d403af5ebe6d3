"""What people miss is counted, listed, and announced when it is there."""

from typing import cast

from bot.client import Usher
from bot.film.reply import Showing
from bot.film.responder import Responder
from knowledge.storage.owners import ServerId
from knowledge.storage.requests import ask, asked_for
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import known, publish_first
from tests.bot.pretend import Person, World


async def test_a_title_asked_for_in_vain_is_counted_without_a_name(
    world: World, storage: Storage, parent: Person, moderator: Person
) -> None:
    assert "Nobody has asked" in (await moderator.slash("requests")).text
    await parent.slash("movie", title="Xyzzy Plover")
    await parent.slash("rating", title="xyzzy plover")
    await parent.mentions("is xyzzy plover ok for 6?")
    await parent.slash("movie", title="the paper boat")
    (wanted,) = await storage.read(asked_for, world.here)
    assert (wanted.title, wanted.count) == ("xyzzy plover", 3)
    seen = await moderator.slash("requests")
    assert "**xyzzy plover**, 3 times" in seen.text
    assert str(parent.actor.id) not in seen.text


async def test_in_a_direct_message_nothing_is_counted_and_no_notice_offered(
    world: World, storage: Storage, parent: Person
) -> None:
    seen = await parent.slash_in_dm("movie", title="xyzzy plover")
    assert seen.labels == []
    film = await parent.slash_in_dm("movie", title="the paper boat")
    assert "This is wrong" not in film.labels
    assert await storage.read(asked_for, world.here) == ()


async def test_in_a_server_that_does_not_have_us_nothing_is_counted(world: World) -> None:
    bot = cast("Usher", world.env.bot)
    responder, found = Responder(bot.resources), bot.resources.replier(None).film("xyzzy plover", "en")
    there, here = responder.place(ServerId(world.here + 1)), responder.place(world.here)
    assert found.shown_as(Showing(there))[0].buttons == ()
    assert len(found.shown_as(Showing(here))[0].buttons) == 1


async def test_the_entry_is_one_choice_away_and_those_who_asked_hear_of_it(
    world: World, moderator: Person, parent: Person
) -> None:
    missed = await parent.slash("movie", title="Xyzzy Plover")
    noted = await parent.presses(missed, "Tell me when it is there")
    assert noted.private
    assert "I'll tell this channel" in noted.text
    seen = await moderator.slash("requests")
    form = await moderator.chooses_to_fill(seen, "xyzzy plover")
    assert form.held == {"title": "xyzzy plover"}
    seen = await moderator.sends(form, title="Xyzzy Plover", year="1984")
    form = await moderator.chooses_to_fill(seen, "sources")
    seen = await moderator.sends(form, list="A review")
    seen = await moderator.sends(await moderator.chooses_to_fill(seen, "glance"), pitch="A cave.")
    await publish_first(moderator, seen)
    notice = known(world.newest(world.channel, 0))
    assert notice.heading == "### Xyzzy Plover (1984)"
    assert "in the guide now" in notice.text
    assert (await parent.presses(notice, "Show it")).heading == "### Xyzzy Plover (1984)"
    assert "Nobody has asked" in (await moderator.slash("requests")).text


async def test_a_film_that_is_known_is_asked_for_by_its_name_and_not_as_it_was_typed(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
    for _ in range(3):
        await parent.slash("movie", title="das boot 1981")
    assert "“Das Boot (1981)”:** 3 times" in known(world.newest(world.channel, 0)).text
    listed = await moderator.slash("requests")
    assert "**Das Boot (1981)**, 3 times" in listed.text
    assert "Write it: Das Boot (1981)" in listed.labels
    assert [one["label"] for one in listed.menus[0]["options"]] == ["Das Boot (1981)"]


async def test_the_moderators_channel_hears_of_a_title_that_is_asked_for_again_and_again(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
    for _ in range(3):
        await parent.slash("movie", title="xyzzy plover")
    queued = known(world.newest(world.channel, 0))
    assert "People keep asking for “xyzzy plover”:** 3 times" in queued.text
    form = await moderator.opens(queued, "Write it")
    assert form.held == {"title": "xyzzy plover"}


async def test_a_title_that_is_no_film_is_taken_off_the_list(
    world: World, storage: Storage, moderator: Person
) -> None:
    await storage.save(ask, world.here, "asdf")
    seen = await moderator.slash("requests")
    menus = [part["custom_id"] for part in seen.menus]
    assert len(menus) == 2
    after = await moderator.chooses(seen, "asdf", menu=1)
    assert "Nobody has asked" in after.text

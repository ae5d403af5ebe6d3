"""A server starts well: what can be chosen is said once, works without, and is said in /help until it is."""

from typing import cast

from bot.client import Usher
from bot.server.welcome import Welcome
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import known
from tests.bot.pretend import Person, World
from tests.bot.seen import Seen


async def joined(world: World) -> Seen | None:
    bot = cast("Usher", world.env.bot)
    welcome = next(one for one in bot.features if isinstance(one, Welcome))
    guild = bot.get_guild(world.here)
    assert guild is not None
    before = len(world.channel.history())
    await welcome.on_guild_join(guild)
    return world.newest(world.channel, before)


async def test_who_may_manage_the_server_gets_three_choices_and_others_cannot_press_them(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    seen = known(await joined(world))
    assert all(word in seen.text for word in ("**Who moderates.**", "**Where reports go.**", "works without"))
    assert "for moderators" in (await parent.presses(seen, "Choose")).text
    form = await moderator.opens(seen, "Choose")
    saved = await moderator.sends(form, channel=[world.channel], country=["GB"])
    assert saved.private
    chosen = storage.settings(world.here)
    assert (chosen.queue_channel, chosen.country) == (world.channel.id, "GB")
    assert world.pings == []


async def test_help_says_to_moderators_what_is_not_set_up_and_to_nobody_else(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    told = (await moderator.slash("help")).text
    assert (
        "Not chosen yet:** moderator role, channel for moderators and country of the official rating" in told
    )
    assert "Not chosen yet" not in (await parent.slash("help")).text
    assert "Not chosen yet" not in (await moderator.slash_in_dm("help")).text
    all_of_it = ServerSettings(1, world.channel.id, "GB")
    await storage.save(change_settings, world.here, all_of_it)
    assert "Not chosen yet" not in (await moderator.slash("help")).text


async def test_each_film_that_was_asked_for_is_one_press_from_its_entry(
    moderator: Person, parent: Person
) -> None:
    for title in ("Xyzzy Plover", "Quux Heron", "Quux Heron"):
        await parent.slash("movie", title=title)
    seen = await moderator.slash("requests")
    assert seen.labels == ["Write it: quux heron", "Write it: xyzzy plover"]
    form = await moderator.opens(seen, "Write it: quux heron")
    assert form.held == {"title": "quux heron"}

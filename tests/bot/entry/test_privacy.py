"""What is stored about a person can be seen and deleted by them; a server that is left is forgotten later."""

import json
import sqlite3
from datetime import timedelta
from pathlib import Path

from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import stored_about
from knowledge.storage.revisions import history
from knowledge.storage.servers import ServerSettings, change_settings, left, mark_left, remove_gone
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.entry.acts import BOAT, pitched, published
from tests.bot.pretend import Person, World
from tests.until import until


async def test_nothing_is_stored_about_somebody_who_only_asks(parent: Person) -> None:
    await parent.slash("movie", title="the paper boat")
    seen = await parent.slash("privacy")
    assert seen.private
    assert "Nothing." in seen.text
    assert seen.labels == ["Forget it now"]


async def test_what_is_in_memory_alone_is_forgotten_with_one_press_too(world: World, parent: Person) -> None:
    asked = await parent.slash("ask", question="is the lion king 1994 ok for 6 and 9?")
    assert "At 6 and 9" in asked.text
    assert "The Lion King (1994)" in (await parent.slash("ask", question="is it scary?")).text
    seen = await parent.presses(await parent.slash("privacy"), "Forget it now")
    assert seen.private
    assert "Done" in seen.text
    for person in (parent, world.person("other")):
        assert "The Lion King (1994)" not in (await person.slash("ask", question="is it scary?")).text


async def test_a_person_sees_exports_and_deletes_what_is_stored(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    await pitched(moderator, "Second.")
    seen = await moderator.slash("privacy")
    assert "Changes of entries:** 1" in seen.text
    assert "Drafts:** 1" in seen.text
    assert "/entry export" in seen.text
    (file,) = seen.message.attachments
    assert set(json.loads(await file.read())) == {"revisions", "drafts"}
    asked = await moderator.presses(seen, "Delete it")
    assert "Done" in (await moderator.presses(asked, "Yes, delete it")).text
    assert await storage.read(stored_about, moderator.actor.id) == {}
    (revision,) = await storage.read(history, world.here, BOAT)
    assert revision.who is None
    assert "a former member" in (await moderator.slash("entry history", title=BOAT)).text


async def test_privacy_works_in_a_direct_message(parent: Person) -> None:
    assert "Nothing." in (await parent.slash_in_dm("privacy")).text


async def test_a_server_that_is_left_keeps_its_guide_for_the_grace_period(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    await storage.save(change_settings, world.here, ServerSettings(country="GB"))
    await storage.save(left, world.here)
    assert storage.library(world.here)[BOAT].pitch == "First."
    assert storage.settings(world.here).country == "GB"


async def test_leaving_marks_the_servers_data_and_coming_back_withdraws_it(
    world: World, storage: Storage, new_bot: NewBot, tmp_path: Path, moderator: Person
) -> None:
    await published(moderator, "First.")
    guild = world.env.bot.get_guild(world.here)
    assert guild is not None
    world.env.bot.dispatch("guild_remove", guild)
    await until(lambda: gone_at(tmp_path, world.here) is not None)
    assert storage.library(world.here)[BOAT].pitch == "First."
    world.env.bot.dispatch("guild_join", guild)
    await until(lambda: gone_at(tmp_path, world.here) is None)
    await storage.save(left, world.here)
    await world.restart(new_bot())
    await until(lambda: gone_at(tmp_path, world.here) is None)


def gone_at(folder: Path, server: int) -> str | None:
    connection = sqlite3.connect(folder / "usher.db")
    found = connection.execute("SELECT gone_at FROM servers WHERE server = ?", (server,)).fetchone()[0]
    connection.close()
    return found


async def test_when_the_grace_period_is_over_all_of_it_is_gone(
    world: World, storage: Storage, moderator: Person
) -> None:
    await published(moderator, "First.")
    await storage.save(left, world.here, timedelta(seconds=-1))
    assert await storage.save(remove_gone) == {world.here}
    assert storage.library(world.here)[BOAT].pitch == "A boat made of paper sails."
    assert await storage.read(stored_about, moderator.actor.id) == {}


async def test_a_server_that_left_while_we_were_away_is_noted_once(
    world: World, storage: Storage, new_bot: NewBot, tmp_path: Path
) -> None:
    elsewhere = ServerId(world.here + 1)
    await storage.save(change_settings, elsewhere, ServerSettings(country="GB"))
    await storage.save(change_settings, world.here, ServerSettings(country="GB"))
    await world.restart(new_bot())
    await until(lambda: gone_at(tmp_path, elsewhere) is not None)
    assert gone_at(tmp_path, world.here) is None
    first = gone_at(tmp_path, elsewhere)
    await world.restart(new_bot())
    await storage.save(mark_left, [elsewhere])
    assert gone_at(tmp_path, elsewhere) == first

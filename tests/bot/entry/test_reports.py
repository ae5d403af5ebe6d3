"""*This is wrong*: from anyone's card to the moderators' queue and off it again."""

from knowledge.storage.reports import open_reports
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, known
from tests.bot.pretend import Person, World


async def test_a_report_reaches_the_queue_and_is_settled_there(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
    card = await parent.slash("movie", title="the paper boat")
    form = await parent.opens(card, "This is wrong")
    thanks = await parent.sends(form, says="There is also a shark, @everyone. **Look**")
    assert thanks.private
    assert "have it in their channel, with your name" in thanks.text
    queued = known(world.newest(world.channel, 0))
    assert queued.heading == "### The Paper Boat (2001)"
    assert "There is also a shark" in queued.text
    assert world.pings == []
    assert "for moderators" in (await parent.presses(queued, "Settled")).text
    assert "reported wrong, 1 open" in (await moderator.slash("entry incomplete")).text
    done = await moderator.sends(await moderator.opens(queued, "Settled"), answer="Added the shark")
    assert f"Settled by <@{moderator.actor.id}>:" in done.text
    assert await storage.read(open_reports, world.here) == ()
    closed = known(world.newest(world.channel, 0))
    assert "Added the shark" in closed.first
    assert "There is also a shark" in closed.text


async def test_the_queue_opens_the_entry(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
    card = await parent.slash("warnings", title=BOAT)
    await parent.sends(await parent.opens(card, "This is wrong"), says="There is a shark")
    opened = await moderator.presses(known(world.newest(world.channel, 0)), "Open the entry")
    assert opened.private
    assert "You are looking at it" in opened.text


async def test_without_a_queue_channel_a_report_is_kept_and_read_all_the_same(
    world: World, storage: Storage, moderator: Person, parent: Person
) -> None:
    card = await parent.slash("movie", title="the paper boat")
    thanks = await parent.sends(await parent.opens(card, "This is wrong"), says="There is a shark")
    assert "They have no channel for it" in thanks.text
    (report,) = await storage.read(open_reports, world.here)
    assert (report.movie, report.says) == (BOAT, "There is a shark")
    seen = await moderator.slash("entry incomplete")
    assert "Nobody is told of reports here" in seen.text
    read = await moderator.chooses(seen, str(report.id))
    assert "There is a shark" in read.text
    closed = await moderator.sends(await moderator.opens(read, "Settled"), answer="Added it")
    assert "Settled by" in closed.text
    assert await storage.read(open_reports, world.here) == ()

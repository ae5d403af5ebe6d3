"""How many acts and forms the usual tasks of a moderator take: never more than stands here."""

from typing import Any

from knowledge.curation.export import FORMATS
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, known, publish, published
from tests.bot.entry.conftest import entry
from tests.bot.entry.stopwatch import Stopwatch
from tests.bot.pretend import Person, World
from tests.bot.seen import Seen

WHALE = "the-tin-whale-1999"
TEN = ("sex", "nudity", "sexual_violence", "violence", "gore", "fear", "grief_and_death", "language")
YES_NO = ("animal_harm", "death_of_a_parent")
ABOVE_NONE = {"violence": "mild", "fear": "moderate", "animal_harm": "present"}
REST = ("suicide_and_self_harm", "slurs_and_discrimination", "alcohol", "drugs", "tobacco", "consumerism")
SOURCES = "The board | https://example.org/board\nA review | https://example.org/whale"


async def fills(me: Person, seen: Seen, part: str, **values: Any) -> Seen:
    return await me.sends(await me.chooses_to_fill(seen, part), **values)


async def useful(me: Person) -> Seen:
    """Official rating, ten topics, three sentences, two sources, one paragraph."""
    seen = await me.slash("entry add", title="The Tin Whale", year=1999)
    seen = await fills(me, seen, "sources", list=SOURCES)
    seen = await fills(me, seen, "glance", pitch="A whale made of tin.", runtime="61")
    seen = await fills(me, seen, "rating.MPA", code=["PG"], sources=["the-board"])
    for topic in (*TEN, *YES_NO):
        level = ABOVE_NONE.get(topic, "none")
        says = "None was found." if level == "none" else f"The {topic} of a whale."
        seen = await fills(me, seen, f"finding.{topic}", level=level, says=says, sources=["a-review"])
    return await fills(me, seen, "know", says="It rattles now and then.", sources=["a-review"])


async def complete(me: Person) -> Seen:
    """All that an entry can hold."""
    seen, says = await useful(me), "It is so."
    for topic in REST:
        seen = await fills(me, seen, f"finding.{topic}", level="none", says=says, sources=["a-review"])
    for part in ("story", "quality", "voice.new"):
        field = {"quality": "strengths"}.get(part, "says")
        more = {"who": ["parent"]} if part == "voice.new" else {}
        seen = await fills(me, seen, part, **{field: says}, sources=["a-review"], **more)
    seen = await fills(me, seen, "talk", questions="Why tin?")
    seen = await fills(me, seen, "people", directors="Ada Tin")
    seen = await fills(me, seen, "names", names="Der Blechwal | translation | de")
    return await fills(me, seen, "others", films="The Paper Boat (2001) | It floats as well.")


async def test_a_useful_entry(world: World, storage: Storage) -> None:
    me = Stopwatch(world)
    assert "is published" in (await publish(me, await useful(me))).text
    assert len(storage.library(world.here)[WHALE].findings) == 10
    assert me.count == (16, 15)


async def test_a_complete_entry(world: World, storage: Storage) -> None:
    me = Stopwatch(world)
    assert "is published" in (await publish(me, await complete(me))).text
    assert len(storage.library(world.here)[WHALE].findings) == 16
    assert me.count == (29, 28)


async def test_one_level_of_the_guide_is_corrected(world: World) -> None:
    me = Stopwatch(world)
    seen = await fills(me, await me.slash("entry edit", title=BOAT), "finding.fear", level="severe")
    assert "is published" in (await publish(me, seen)).text
    assert me.count == (3, 2)


async def test_a_film_gets_another_name(world: World) -> None:
    me = Stopwatch(world)
    form = await me.slash_opens("entry alias", title=BOAT, name="Boaty")
    assert "is published" in (await me.sends(form, why="Everybody calls it so")).text
    assert me.count == (1, 1)


async def test_what_was_asked_for_is_begun(world: World, parent: Person) -> None:
    await parent.slash("movie", title="Xyzzy Plover")
    me = Stopwatch(world)
    seen = await me.slash("requests")
    seen = await me.sends(await me.chooses_to_fill(seen, "xyzzy plover"), year="1984")
    assert "xyzzy plover (1984)" in seen.text
    assert me.count == (2, 1)


async def test_a_report_is_settled(world: World, parent: Person) -> None:
    form = await parent.opens(await parent.slash("movie", title=BOAT), "This is wrong")
    await parent.sends(form, says="The storm is short.")
    me = Stopwatch(world)
    seen = await me.chooses(await me.slash("entry incomplete"), "1")
    assert "Settled" in (await me.sends(await me.opens(seen, "Settled"), answer="Mended")).text
    assert me.count == (3, 1)


async def test_an_earlier_revision_is_put_back(world: World, moderator: Person) -> None:
    await published(moderator, "First.")
    await published(moderator, "Second.")
    me = Stopwatch(world, "second")
    seen = await me.chooses(await me.slash("entry history", title=BOAT), "1")
    done = await me.sends(await me.opens(seen, "Put this back"), why="It was better")
    assert "as it was" in done.text
    assert me.count == (3, 1)


async def test_somebody_elses_draft_is_approved(world: World, storage: Storage, moderator: Person) -> None:
    chosen = ServerSettings(queue_channel=world.channel.id, second_person=True)
    await storage.save(change_settings, world.here, chosen)
    await published(moderator, "My words.")
    me = Stopwatch(world, "second")
    assert "is published" in (await me.presses(known(world.newest(world.channel, 0)), "Approve")).text
    assert me.count == (1, 0)


async def test_a_file_is_taken(world: World) -> None:
    me = Stopwatch(world)
    data = FORMATS["csv"]([entry("Red Kite", 1970), entry("Grey Gull", 1971)]).encode()
    seen = await me.uploads("entry upload", "films.csv", data)
    assert "is published" in (await me.sends(await me.opens(seen, "Confirm"), why="Our list")).text
    assert me.count == (2, 1)


async def test_a_server_is_set_up(world: World, storage: Storage) -> None:
    me = Stopwatch(world)
    form = await me.opens(await me.slash("settings"), "Change")
    await me.sends(form, channel=[world.channel], country=["GB"])
    assert storage.settings(world.here).country == "GB"
    assert me.count == (2, 1)

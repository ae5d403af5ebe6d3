"""How many acts and forms the usual tasks of a moderator take: never more than stands here."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli.serve import build_bot
from bot.guide_factory import Guides
from knowledge.curation.export import FORMATS
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, known, publish, published
from tests.bot.entry.conftest import entry
from tests.bot.entry.stopwatch import Stopwatch
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen

WHALE = "the-tin-whale-1999"
FACTS = """title\tyear\tmpa_rating\truntime_min\tdirector\treason\timdb_id\tconflict
The Tin Whale\t1999\tPG\t61\t\t\ttt0000001\t0
"""
TITLES = "id\ttitle\tyear\tvotes\talso_known_as\ntt0000001\tThe Tin Whale\t1999\t300\t\n"
NONE = ["none"]
LEVELS = (
    {"sex": NONE, "nudity": NONE, "sexual_violence": NONE, "violence": ["mild"]},
    {"fear": ["moderate"], "grief_and_death": NONE, "suicide_and_self_harm": NONE, "language": NONE},
)
YES_NO = {"yes": ["animal_harm"], "no": ["death_of_a_parent"]}
SAID = {"violence": "A scuffle in a can.", "fear": "It rattles.", "animal_harm": "A gull is dented."}
WORDS = {"pitch": "A whale made of tin.", "says": "It rattles now and then."}
SOURCES = {
    "source_1": "A review | https://example.org/whale",
    "says_1": ["glance", "finding", "know"],
    "source_2": "The board | https://example.org/board",
    "says_2": ["rating"],
}
REST: dict[str, Any] = dict.fromkeys(("alcohol", "drugs", "tobacco", "consumerism"), NONE)
MORE: tuple[dict[str, Any], ...] = (
    REST,
    {"finding": ["a-review"]},
    {"genres": "Adventure", "runtime": "61"},
    {"says": "It swims.", "sources": ["a-review"]},
    {"questions": "Why tin?"},
    {"strengths": "The tin.", "sources": ["a-review"]},
    {"says": "Loved it.", "who": ["parent"], "sources": ["a-review"]},
    {"directors": "Ada Tin"},
    {"names": "Der Blechwal | translation | de"},
    {"films": "The Paper Boat (2001) | It floats as well."},
)


@pytest.fixture
async def known_film(storage: Storage, catalogue_of: Callable[..., Path]) -> AsyncIterator[World]:
    """A bot that knows a film without a guide."""
    known = catalogue_of(titles=TITLES, film_facts=FACTS)
    async with pretend(build_bot(storage, Guides(known))) as world:
        yield world


async def fills(me: Person, seen: Seen, part: str, **values: Any) -> Seen:
    return await me.sends(await me.chooses_to_fill(seen, part), **values)


async def goes_on(me: Person, seen: Seen, **values: Any) -> Seen:
    """Presses *Next* and sends the form."""
    (label,) = [one for one in seen.labels if one.startswith("Next: ")]
    return await me.sends(await me.opens(seen, label), **values)


async def useful(me: Person) -> Seen:
    """Official rating, ten topics, three sentences, two sources, one paragraph."""
    seen = await me.slash("entry add", title="The Tin Whale")
    for values in (*LEVELS, YES_NO, SAID, WORDS, SOURCES):
        assert "Ready to publish" not in seen.text
        seen = await goes_on(me, seen, **values)
    return seen


async def test_a_useful_entry(known_film: World, storage: Storage) -> None:
    me = Stopwatch(known_film)
    seen = await useful(me)
    assert "Ready to publish" in seen.text
    assert "is published" in (await me.presses(seen, "Publish")).text
    assert me.count == (8, 6)
    movie = storage.library(known_film.here)[WHALE]
    assert (movie.runtime, movie.external.imdb, len(movie.findings)) == (61, "tt0000001", 10)
    assert [(one.board, one.code, one.sources) for one in movie.ratings] == [("MPA", "PG", ("the-board",))]
    assert {one.topic: one.says for one in movie.findings if one.level != "none"} == SAID
    assert {one.says for one in movie.findings if one.level == "none"} == {"None was found."}
    assert {source for one in movie.findings for source in one.sources} == {"a-review"}
    assert movie.parents_need_to_know is not None
    assert movie.parents_need_to_know.sources == ("a-review",)


async def test_a_complete_entry(known_film: World, storage: Storage) -> None:
    me = Stopwatch(known_film)
    seen = await useful(me)
    for values in MORE:
        seen = await goes_on(me, seen, **values)
    assert not [one for one in seen.labels if one.startswith("Next: ")]
    assert "is published" in (await me.presses(seen, "Publish")).text
    assert me.count == (18, 16)
    assert len(storage.library(known_film.here)[WHALE].findings) == 14


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
    assert "is published" in (await me.presses(seen, "Confirm")).text
    assert me.count == (2, 0)


async def test_a_server_is_set_up(world: World, storage: Storage) -> None:
    me = Stopwatch(world)
    form = await me.opens(await me.slash("settings"), "Change")
    await me.sends(form, channel=[world.channel], country=["GB"])
    assert storage.settings(world.here).country == "GB"
    assert me.count == (2, 1)

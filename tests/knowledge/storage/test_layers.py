"""A server's own entries over the shared guide, and releases below both: who reads what."""

from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.owners import SHARED
from knowledge.storage.revisions import ChangeKind, Stage, entries
from knowledge.storage.storage import Storage
from tests.knowledge.storage.changes import ANNA, BEN, GUIDE, HERE, KITE, THERE, Make, Opened, only, publish


async def test_what_is_published_is_read_at_once_by_its_server_alone(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        written = only(await storage.write(HERE, [publish(make_entry())]))
        assert storage.library(HERE)[KITE].pitch == "A kite goes up."
        assert storage.library(THERE).get(KITE) is None
        assert storage.library(None).get(KITE) is None
        assert (written.number, written.who, written.stage) == (1, ANNA, Stage.PUBLISHED)


async def test_a_servers_own_entry_lies_over_the_shared_one(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry(GUIDE, "Ours."))])
        assert storage.library(HERE)[GUIDE].pitch == "Ours."
        assert storage.library(THERE)[GUIDE].pitch == "The guide's own."


async def test_the_shared_layer_reaches_every_server(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await storage.write(SHARED, [publish(make_entry(GUIDE, "Better."))])
        assert [storage.library(server)[GUIDE].pitch for server in (HERE, THERE, None)] == ["Better."] * 3
        assert KITE in storage.library(HERE).movies


async def test_a_retired_entry_gives_way_to_the_shared_one_and_can_come_back(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry(GUIDE, "Ours."))])
        await storage.write(HERE, [Change(GUIDE, ChangeKind.RETIRE, ANNA, "Not needed.", 1)])
        assert storage.library(HERE)[GUIDE].pitch == "The guide's own."
        await storage.write(HERE, [Change(GUIDE, ChangeKind.REVERT, ANNA, "It was.", 2, back_to=1)])
        assert storage.library(HERE)[GUIDE].pitch == "Ours."


async def test_a_draft_is_not_shown_and_hides_nothing(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        draft = Change(KITE, ChangeKind.DRAFT, BEN, "To look at.", 1, make_entry(KITE, "Draft."))
        assert only(await storage.write(HERE, [draft])).stage is Stage.DRAFT
        assert storage.library(HERE)[KITE].pitch == "A kite goes up."
        assert [found.movie for found in await storage.read(entries, HERE, Stage.DRAFT)] == [KITE]


async def test_a_moderator_sees_that_the_shared_entry_has_moved_on(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry(GUIDE, "Ours."))])
        assert storage.moved_on(HERE) == ()
        await storage.write(SHARED, [publish(make_entry(GUIDE, "Better."))])
        assert storage.moved_on(HERE) == (GUIDE,)
        await storage.write(HERE, [publish(make_entry(GUIDE, "Ours, a word changed."), 1)])
        assert storage.moved_on(HERE) == (GUIDE,)
        await storage.write(HERE, [publish(make_entry(GUIDE, "Ours, compared."), 2, saw_shared=True)])
        assert storage.moved_on(HERE) == ()


async def test_a_shared_entry_that_comes_later_is_noticed(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await storage.write(SHARED, [publish(make_entry(KITE, "Everybody's."))])
        assert storage.moved_on(HERE) == (KITE,)
        assert storage.library(HERE)[KITE].pitch == "A kite goes up."


async def test_a_release_takes_the_place_of_what_was_approved_before_it(
    url: str, guide: Library, make_entry: Make
) -> None:
    async with Storage.open(url, guide) as storage:
        await storage.write(SHARED, [publish(make_entry(GUIDE, "Approved.")), publish(make_entry())])
        await storage.write(HERE, [publish(make_entry(GUIDE, "Ours."))])
        assert storage.library(THERE)[GUIDE].pitch == "Approved."
        assert {movie.id for movie in storage.approved()} == {GUIDE, KITE}
    released = guide.with_entries([make_entry(GUIDE, "Released.")])
    async with Storage.open(url, released) as storage:
        assert storage.library(THERE)[GUIDE].pitch == "Released."
        assert storage.library(THERE)[KITE].pitch == "A kite goes up."
        assert [movie.id for movie in storage.approved()] == [KITE]
        assert storage.moved_on(SHARED) == (GUIDE,)
        assert storage.library(HERE)[GUIDE].pitch == "Ours."
        assert storage.moved_on(HERE) == (GUIDE,)

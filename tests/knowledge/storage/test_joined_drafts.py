"""Several people at one draft: what one keeps all read, who leaves leaves it to the others."""

from datetime import UTC, datetime, timedelta

from knowledge.storage.drafts import (
    draft,
    drafts_of,
    drop_draft,
    join_draft,
    keep_draft,
    leave_draft,
    others_drafts,
    with_whom,
)
from knowledge.storage.privacy import forget, stored_about
from knowledge.storage.storage import Storage
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, THERE, Opened

EVA = BEN + 1
PEOPLE = (ANNA, BEN, EVA)


async def forms(storage: Storage) -> list[object]:
    """What each of them has of the draft."""
    found = [await storage.read(draft, HERE, who, KITE) for who in PEOPLE]
    return [one and one.form for one in found]


async def together(storage: Storage) -> None:
    """Anna began, Ben joined her, and Eva joined Ben."""
    await storage.save(keep_draft, HERE, ANNA, KITE, "Anna's")
    assert await storage.save(join_draft, HERE, BEN, KITE, ANNA)
    assert await storage.save(join_draft, HERE, EVA, KITE, BEN)


async def test_what_one_keeps_all_who_joined_read(opened: Opened) -> None:
    async with opened() as storage:
        await together(storage)
        await storage.save(keep_draft, HERE, EVA, KITE, "Eva's")
    async with opened() as storage:
        assert await forms(storage) == ["Eva's"] * 3
        for who in PEOPLE:
            assert await storage.read(with_whom, HERE, who, KITE) == tuple(
                one for one in PEOPLE if one != who
            )
            assert [one.form for one in await storage.read(drafts_of, HERE, who)] == ["Eva's"]
        since = datetime.now(UTC) - timedelta(days=1)
        (other,) = await storage.read(others_drafts, HERE, 99, KITE, since)
        assert other.who == ANNA
        assert await storage.read(with_whom, THERE, ANNA, KITE) == ()


async def test_nobody_joins_what_is_not_there_nor_loses_a_draft_of_their_own(opened: Opened) -> None:
    async with opened() as storage:
        assert not await storage.save(join_draft, HERE, BEN, KITE, ANNA)
        await storage.save(keep_draft, HERE, ANNA, KITE, "Anna's")
        await storage.save(keep_draft, HERE, BEN, KITE, "Ben's")
        assert not await storage.save(join_draft, HERE, BEN, KITE, ANNA)
        assert not await storage.save(join_draft, HERE, ANNA, KITE, ANNA)
        assert not await storage.save(join_draft, THERE, BEN, KITE, ANNA)
        assert await forms(storage) == ["Anna's", "Ben's", None]


async def test_what_is_published_is_nobodys_draft_any_more(opened: Opened) -> None:
    async with opened() as storage:
        await together(storage)
        await storage.save(drop_draft, HERE, BEN, KITE)
        assert await forms(storage) == [None] * 3


async def test_who_leaves_leaves_it_to_the_others_and_the_last_one_ends_it(opened: Opened) -> None:
    async with opened() as storage:
        await together(storage)
        assert await storage.save(leave_draft, HERE, ANNA, KITE) == (BEN, EVA)
        await storage.save(keep_draft, HERE, EVA, KITE, "Eva's")
        assert await forms(storage) == [None, "Eva's", "Eva's"]
        assert await storage.save(leave_draft, HERE, EVA, KITE) == (BEN,)
        assert await forms(storage) == [None, "Eva's", None]
        assert await storage.save(leave_draft, HERE, BEN, KITE) == ()
        assert await forms(storage) == [None] * 3


async def test_who_deletes_their_data_takes_nothing_from_those_who_joined(opened: Opened) -> None:
    async with opened() as storage:
        await together(storage)
        await storage.save(forget, ANNA)
        assert await storage.read(stored_about, ANNA) == {}
        assert await forms(storage) == [None, "Anna's", "Anna's"]

"""Entries that a server offers to the shared guide, until the operator has decided."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from knowledge.entry import Movie
from knowledge.storage.changes import Change
from knowledge.storage.offers import approve, decline, offer, offered, open_offers
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.revision_writer import Conflict, Written
from knowledge.storage.revisions import ChangeKind, history
from knowledge.storage.storage import Storage

Opened = Callable[[], AbstractAsyncContextManager[Storage]]
Make = Callable[..., Movie]

HERE, THERE, ANNA, BEN = ServerId(10), ServerId(20), 111, 222
KITE = "the-kite-2001"


def publish(entry: Movie, based_on: int = 0, who: int = ANNA) -> Change:
    return Change(entry.id, ChangeKind.PUBLISH, who, "It was missing.", based_on, entry)


async def test_an_offered_entry_is_everybodys_once_the_operator_approves(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        assert await storage.save(offer, HERE, KITE, 9, ANNA) is None
        made = await storage.save(offer, HERE, KITE, 1, ANNA)
        assert made
        assert await storage.save(offer, HERE, KITE, 1, BEN) is None
        assert await storage.read(open_offers) == (made,)
        waiting = await storage.read(offered, made.id)
        assert waiting
        assert waiting[1].entry == storage.library(HERE)[KITE]
        assert isinstance(await storage.save(approve, made.id, BEN, "Well done.", storage.published), Written)
        assert KITE in storage.library(THERE).movies
        assert storage.approved() == (storage.library(None)[KITE],)
        assert storage.moved_on(HERE) == ()
        assert await storage.save(approve, made.id, BEN, "Twice.", storage.published) is None


async def test_a_declined_offer_changes_nothing(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        made = await storage.save(offer, HERE, KITE, 1, ANNA)
        assert made
        assert await storage.save(decline, made.id, BEN, "Not yet.")
        assert not await storage.save(decline, made.id, BEN, "Not yet.")
        assert KITE not in storage.library(THERE).movies
        assert await storage.save(offer, HERE, KITE, 1, ANNA)


async def test_an_offer_that_meets_a_newer_shared_entry_is_still_based_on_it(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await storage.write(SHARED, [publish(make_entry(KITE, "Theirs."))])
        made = await storage.save(offer, HERE, KITE, 1, ANNA)
        assert made
        outcome = await storage.save(approve, made.id, BEN, "Better.", storage.published)
        assert not isinstance(outcome, Conflict)
        assert storage.library(None)[KITE].pitch == "A kite goes up."
        assert len(await storage.read(history, SHARED, KITE)) == 2

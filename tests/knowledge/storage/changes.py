"""Changes to a small entry, as two people of two servers send them, for the tests of storage."""

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager

from knowledge.entry import Movie
from knowledge.storage.changes import Change
from knowledge.storage.owners import Owner, ServerId
from knowledge.storage.revision_writer import WriteResult, Written
from knowledge.storage.revisions import ChangeKind, Revision
from knowledge.storage.storage import Storage

Opened = Callable[[], AbstractAsyncContextManager[Storage]]
Make = Callable[..., Movie]

HERE, THERE = ServerId(10), ServerId(20)
ANNA, BEN = 111, 222
KITE = "the-kite-2001"
GUIDE = "never-shared-1999"


def publish(entry: Movie, based_on: int = 0, who: int = ANNA, *, saw_shared: bool = False) -> Change:
    return Change(
        entry.id, ChangeKind.PUBLISH, who, "It was missing.", based_on, entry, saw_shared=saw_shared
    )


def do(kind: ChangeKind, based_on: int, who: int = ANNA, back_to: int | None = None) -> Change:
    return Change(KITE, kind, who, "For a reason.", based_on, back_to=back_to)


def only(outcome: WriteResult) -> Revision:
    assert isinstance(outcome, Written)
    return outcome.revisions[-1]


async def each(storage: Storage, server: Owner, changes: Sequence[Change]) -> list[Revision]:
    return [only(await storage.write(server, [change])) for change in changes]

"""A person's drafts: in the database, and in memory as long as that is away."""

import asyncio
import json
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from weakref import WeakValueDictionary

from bot.ui.responses import within_deadline
from knowledge.curation.draft import Draft, as_json, from_json
from knowledge.storage.database import DatabaseAway
from knowledge.storage.drafts import StoredDraft as Kept
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
from knowledge.storage.owners import ServerId
from knowledge.storage.storage import Storage

MOST_UNKEPT = 500
DAYS_LATELY = 30
Key = tuple[ServerId, int, str]


@dataclass(frozen=True, slots=True)
class OthersDraft:
    """What somebody else is writing, and when they were at it last."""

    who: int
    at: datetime
    draft: Draft


class Drafts:
    """Drafts by server, person and entry."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._unkept: OrderedDict[Key, Draft] = OrderedDict()
        self._turns: WeakValueDictionary[tuple[ServerId, str], asyncio.Lock] = WeakValueDictionary()

    async def get(self, server: ServerId, who: int, movie: str) -> Draft | None:
        """The draft as it was left. Raises DatabaseAway."""
        unkept = self._unkept.get((server, who, movie))
        if unkept is not None:
            return unkept
        kept = await within_deadline(self._storage.read(draft, server, who, movie))
        return _draft(kept) if kept else None

    async def others(self, server: ServerId, who: int, movie: str) -> tuple[OthersDraft, ...]:
        """Drafts of this entry that others in this server were at lately. Raises DatabaseAway."""
        since = datetime.now(UTC) - timedelta(days=DAYS_LATELY)
        found = await within_deadline(self._storage.read(others_drafts, server, who, movie, since))
        drafts = ((one.who, one.draft.at, _draft(one.draft)) for one in found)
        return tuple(OthersDraft(person, at, draft) for person, at, draft in drafts if draft)

    async def keep(self, server: ServerId, who: int, new: Draft) -> None:
        """Keeps it. Raises DatabaseAway; then it is remembered until it can be kept."""
        key = (server, who, new.movie)
        self._unkept[key] = new
        while len(self._unkept) > MOST_UNKEPT:
            self._unkept.popitem(last=False)
        await self._storage.save(keep_draft, server, who, new.movie, json.loads(as_json(new)))
        self._unkept.pop(key, None)

    async def join(self, server: ServerId, who: int, movie: str, other: int) -> bool:
        """Has a person write at somebody else's; whether that could be. Raises DatabaseAway."""
        return await self._storage.save(join_draft, server, who, movie, other)

    async def with_whom(self, server: ServerId, who: int, movie: str) -> tuple[int, ...]:
        """Who else is at it; nobody that is known while the database is away."""
        try:
            return await within_deadline(self._storage.read(with_whom, server, who, movie))
        except DatabaseAway:
            return ()

    def turn(self, server: ServerId, movie: str) -> asyncio.Lock:
        """Held from reading a draft to keeping it: of two who send at once none writes over the other.

        All of one server's people are served by one process.
        """
        return self._turns.setdefault((server, movie), asyncio.Lock())

    async def drop(self, server: ServerId, who: int, movie: str) -> None:
        """Forgets it, when it was published. Raises DatabaseAway."""
        await self._storage.save(drop_draft, server, who, movie)
        self._unkept.pop((server, who, movie), None)

    async def leave(self, server: ServerId, who: int, movie: str) -> tuple[int, ...]:
        """Gives it up; who goes on with it. Raises DatabaseAway."""
        others = await self._storage.save(leave_draft, server, who, movie)
        self._unkept.pop((server, who, movie), None)
        return others

    def forget(self, who: int) -> None:
        """Forgets what is remembered of a person; the database is not asked."""
        for key in [key for key in self._unkept if key[1] == who]:
            del self._unkept[key]

    async def all(self, server: ServerId, who: int) -> tuple[Draft, ...]:
        """All of a person's drafts in this server, the newest first. Raises DatabaseAway."""
        kept = await within_deadline(self._storage.read(drafts_of, server, who))
        return await asyncio.to_thread(lambda: tuple(filter(None, map(_draft, kept))))


def _draft(kept: Kept) -> Draft | None:
    return from_json(json.dumps(kept.form))

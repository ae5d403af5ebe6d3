"""Of several who send to one draft at the same moment none writes over another."""

import asyncio
from dataclasses import replace
from datetime import date

from bot.drafts import Drafts
from knowledge.curation.draft import Draft, start
from knowledge.storage.owners import ServerId
from knowledge.storage.storage import Storage

HERE, ANNA, BEN = ServerId(10), 1, 2
WHALE = start("The Tin Whale", 1999, date(2026, 11, 30))


async def test_what_many_send_at_once_is_all_in_the_draft(storage: Storage) -> None:
    drafts = Drafts(storage)
    await drafts.keep(HERE, ANNA, WHALE)
    assert await drafts.join(HERE, BEN, WHALE.movie, ANNA)

    async def sends(who: int, step: str) -> None:
        async with drafts.turn(HERE, WHALE.movie):
            found = await drafts.get(HERE, who, WHALE.movie)
            assert isinstance(found, Draft)
            await drafts.keep(HERE, who, replace(found, seen=(*found.seen, step)))

    steps = [str(number) for number in range(10)]
    await asyncio.gather(*(sends((ANNA, BEN)[place % 2], step) for place, step in enumerate(steps)))
    for who in (ANNA, BEN):
        found = await drafts.get(HERE, who, WHALE.movie)
        assert found
        assert sorted(found.seen) == steps

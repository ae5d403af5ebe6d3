"""Which part of the servers a process serves is said in a word; how fast shards begin is Discord's to say."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identify_pace import SECONDS, IdentifyPace
from bot.shards import MOST_SHARDS, Shards


@given(st.integers(1, 200), st.data())
def test_what_is_written_is_what_is_served(count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, count - 1))
    last = data.draw(st.integers(first, count - 1))
    assert Shards.read(f"{first}-{last}/{count}") == Shards(tuple(range(first, last + 1)), count)
    assert Shards.read(f" {first}/{count} ") == Shards((first,), count)


@pytest.mark.parametrize(
    "text",
    ["", "3", "0-3", "4-3/8", "0-8/8", "8/8", "-1/3", "0-1/2/3", "a-b/c", f"0/{MOST_SHARDS + 1}", "0-0/0"],
)
def test_what_is_no_part_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(ValueError, match="0-15/64"):
        Shards.read(text)


async def begun(pace: IdentifyPace, shards: range, seconds: float) -> set[int]:
    """The shards whose turn came within so long."""
    turns = {asyncio.create_task(pace.turn(shard)): shard for shard in shards}
    done, waiting = await asyncio.wait(turns, timeout=seconds)
    for task in waiting:
        task.cancel()
    return {turns[task] for task in done}


async def test_as_many_begin_at_once_as_discord_lets_and_the_others_wait() -> None:
    assert SECONDS > 1
    assert await begun(IdentifyPace(), range(3), 0.2) == {0}
    assert await begun(IdentifyPace(4), range(10), 0.2) == {0, 1, 2, 3}

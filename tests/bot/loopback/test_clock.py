"""The machine's clock jumps, as after a sleep or a wrong battery: nobody waits longer or less for it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.bot.loopback.discord_at_home import discord_at_home
from tests.bot.loopback.discord_http import words
from tests.bot.loopback.test_restarts import SAYS, presses, reported, sends
from tests.bot.loopback.usher_process import running

YEAR = timedelta(days=365)
MODULE = "tests.bot.loopback.jumping_clock"


@pytest.mark.parametrize("jump", [YEAR, -YEAR], ids=["a year ahead", "a year back"])
async def test_a_clock_that_jumps_costs_no_answer_no_session_and_nothing_written(
    folder: Path, jump: timedelta
) -> None:
    clock = folder / "clock"
    clock.write_text("0")
    async with (
        discord_at_home() as home,
        running(home, folder, module=MODULE, USHER_CLOCK=str(clock)) as usher,
    ):
        card = await home.answer(await home.types("movie", title="coco"))
        opened = await presses(home, card, "This is wrong")
        await home.answer(await sends(home, opened, f"{SAYS} before"), 1)
        clock.write_text(str(jump.total_seconds()))
        await home.answer(await sends(home, opened, f"{SAYS} after"), 1)
        asked = await home.types("ask", question="is coco ok for 6?")
        assert "Coco (2017)" in words(await home.answer(asked))
        assert "Coco (2017)" in words(await home.answer(await home.types("movie", title="coco")))
        await home.gateway.cut()
        await home.until(lambda: home.gateway.resumed == 1)
        assert "Coco (2017)" in words(await presses(home, card, "Sources"))
        assert len(home.gateway.identified) == 1
        assert usher.events("error") == []
    assert reported(folder) == [f"{SAYS} before", f"{SAYS} after"]
    first, second = hours_of_reports(folder)
    assert second - first > YEAR / 2 if jump > timedelta() else first - second > YEAR / 2, "it did not jump"


def hours_of_reports(folder: Path) -> list[datetime]:
    """When each was written, by the clock that was set."""
    with closing(sqlite3.connect(folder / "data" / "usher.db")) as db, db:
        rows = [row[0] for row in db.execute("SELECT at FROM reports ORDER BY id")]
    db.close()
    return [datetime.fromisoformat(row).replace(tzinfo=UTC) for row in rows]

"""What is stopped, killed, full or there twice: nothing acknowledged is lost, old buttons still work."""

import asyncio
import resource
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bot.loopback.discord_at_home import PATIENCE, DiscordAtHome, discord_at_home
from tests.bot.loopback.discord_http import words
from tests.bot.loopback.payloads import Json, form, found, member, message, person, press
from tests.bot.loopback.usher_process import Running, running, usher_run

SAYS = "nobody dies in it"
FORM = 9


def button(card: Json, label: str) -> str:
    """The custom_id of the button that says this."""
    return next(
        item["custom_id"]
        for rows in found(card, "components")
        for item in rows
        if item.get("label") == label and "custom_id" in item
    )


async def presses(home: DiscordAtHome, card: Json, label: str) -> Json:
    shown = message(home.number(), "", components=card["data"]["components"])
    return await home.answer(await home.interact(3, press(button(card, label)), message=shown))


def reported(folder: Path) -> list[str]:
    """What was kept of reports."""
    with closing(sqlite3.connect(folder / "data" / "usher.db")) as db, db:
        rows = [row[0] for row in db.execute("SELECT says FROM reports ORDER BY id")]
    db.close()
    return rows


async def sends(home: DiscordAtHome, opened: Json, says: str) -> str:
    """Each time another person, so that nobody reports too much."""
    sent = form(opened["data"]["custom_id"], {"says": says})
    return await home.interact(5, sent, member=member(person(home.number())))


async def test_buttons_and_forms_of_before_work_after_it_was_killed_and_nothing_said_is_lost(
    folder: Path,
) -> None:
    async with discord_at_home() as home:
        async with running(home, folder) as usher:
            card = await home.answer(await home.types("movie", title="coco"))
            opened = await presses(home, card, "This is wrong")
            assert opened["type"] == FORM
            first = await sends(home, opened, f"{SAYS} 1")
            await home.answer(first, 1)
            await usher.stop(signal.SIGKILL)
        assert reported(folder) == [f"{SAYS} 1"]
        async with running(home, folder) as usher:
            assert home.told_commands == 1, "the commands are the same as before"
            await a_second_one_says_so(home, folder)
            await presses(home, card, "This is wrong")
            await the_disk_is_full(home, usher, opened)
            assert reported(folder) == [f"{SAYS} 1"]
            second = await sends(home, opened, f"{SAYS} 2")
            await home.answer(second)
            usher.process.send_signal(signal.SIGTERM)
            await usher.stop()
        assert len(home.answers[second]) == 2, "it was acknowledged and never answered"
        assert reported(folder) == [f"{SAYS} 1", f"{SAYS} 2"]


async def a_second_one_says_so(home: DiscordAtHome, folder: Path) -> None:
    """It stops before it connects: two would answer everything twice."""
    async with usher_run(home, folder) as process:
        _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 1
    assert b"another Usher runs on" in said.splitlines()[-1]
    assert len(home.gateway.identified) == 2


async def the_disk_is_full(home: DiscordAtHome, usher: Running, opened: Json) -> None:
    """Questions are answered all the same, and what was typed comes back."""
    assert usher.process.pid
    limits = resource.prlimit(usher.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(usher.process.pid, resource.RLIMIT_FSIZE, (1, limits[1]))
    number = await sends(home, opened, f"{SAYS} in vain")
    said = await home.answer(number, 1)
    assert f"{SAYS} in vain" in words(said)
    assert "Coco (2017)" in words(await home.answer(await home.types("movie", title="coco")))
    resource.prlimit(usher.process.pid, resource.RLIMIT_FSIZE, limits)

"""PostgreSQL stops and starts below a running bot: questions are answered, and what was typed comes back."""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.bot.loopback.discord_at_home import PATIENCE, DiscordAtHome, discord_at_home
from tests.bot.loopback.discord_http import words
from tests.bot.loopback.test_operation import free_port
from tests.bot.loopback.test_restarts import SAYS, presses, sends
from tests.bot.loopback.usher_process import running
from tests.knowledge.storage.conftest import start_postgres

THANKS = "Thank you."


@pytest.fixture
def postgres() -> Iterator[Any]:
    folder = Path(tempfile.mkdtemp(prefix="usher-pg-"))
    server = start_postgres(folder)
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


async def test_postgresql_restarts_and_nobody_is_left_without_an_answer(folder: Path, postgres: Any) -> None:
    port = str(free_port())
    settings = {"USHER_DATABASE_URL": postgres.get_uri(), "USHER_MONITOR_PORT": port}
    async with discord_at_home() as home, running(home, folder, **settings):
        card = await home.answer(await home.types("movie", title="coco"))
        opened = await presses(home, card, "This is wrong")
        await asyncio.to_thread(postgres.stop)
        said = await home.answer(await sends(home, opened, SAYS), 1)
        assert SAYS in words(said), "what was typed is lost"
        assert "Coco (2017)" in words(await home.answer(await home.types("movie", title="coco")))
        async with ClientSession(f"http://127.0.0.1:{port}") as web, web.get("/ready") as answer:
            assert answer.status == 200
            assert not (await answer.json())["database"]
        await asyncio.to_thread(postgres.ensure_postgres_running)
        async with asyncio.timeout(PATIENCE):
            while not await is_taken(home, opened):
                await asyncio.sleep(0.2)


async def is_taken(home: DiscordAtHome, opened: dict[str, Any]) -> bool:
    """Whether a report is thanked for."""
    return THANKS in words(await home.answer(await sends(home, opened, SAYS), 1))

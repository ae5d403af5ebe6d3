"""Work beside goes on after a round that failed, whatever failed."""

import asyncio
from pathlib import Path

import pytest

from bot.background import meanwhile, repeat
from bot.cli.serve import following
from bot.guide_cache import GuideCache
from bot.guide_factory import Guides
from bot.server.retention import Retention
from bot.ui.phrases import Languages
from tests.bot.conftest import NewBot
from tests.until import PATIENCE, until

WORD = "zorblax"


async def test_a_round_that_raises_is_logged_without_words_and_the_next_one_comes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rounds = 0
    enough = asyncio.Event()

    async def work() -> None:
        nonlocal rounds
        rounds += 1
        if rounds == 3:
            enough.set()
        raise RuntimeError(WORD)

    async with meanwhile(repeat(work, 0.0)):
        await asyncio.wait_for(enough.wait(), PATIENCE)
    assert "unexpected RuntimeError" in caplog.text
    assert WORD not in caplog.text


async def test_looking_for_new_films_and_for_servers_that_left_are_such_work(
    new_bot: NewBot, catalogue: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failed: set[str] = set()

    async def fails(thing: object) -> None:
        failed.add(type(thing).__name__)
        raise RuntimeError

    monkeypatch.setattr(GuideCache, "renew", fails)
    monkeypatch.setattr(Retention, "clean", fails)
    retention = next(each for each in new_bot().features if isinstance(each, Retention))
    await retention.cog_load()
    async with following(GuideCache(Guides(catalogue), Languages()), every=0.01):
        await until(lambda: caplog.text.count("unexpected RuntimeError") >= 3)
    await retention.cog_unload()
    assert failed == {"GuideCache", "Retention"}

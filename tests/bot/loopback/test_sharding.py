"""Several processes, each with a part of the shards; all dial the address that the settings name."""

import asyncio
import json
import signal
from pathlib import Path

from tests.bot.loopback.discord_at_home import PATIENCE, discord_at_home
from tests.bot.loopback.discord_http import words
from tests.bot.loopback.payloads import command, server, server_id
from tests.bot.loopback.usher_process import running, usher_run

SHARDS = 8


async def test_a_process_serves_its_shards_alone_and_leaves_the_commands_to_the_first(folder: Path) -> None:
    async with discord_at_home() as home:
        home.shards = SHARDS
        home.servers = lambda shard, count: [json.dumps(server(server_id(1, shard, count)))]
        async with running(home, folder, "--shards", "2-4/8") as usher:
            assert sorted(shard for shard, _ in home.gateway.identified) == [2, 3, 4]
            for shard in (2, 3, 4):
                there = server_id(1, shard, SHARDS)
                asked = await home.interact(2, command("movie", {"title": "coco"}), there)
                assert "Coco (2017)" in words(await home.answer(asked))
            assert home.told_commands == 0
            assert usher.events("error") == []


async def test_it_waits_where_no_more_sessions_may_begin_today(folder: Path) -> None:
    async with discord_at_home() as home:
        home.starts_left = 0
        async with usher_run(home, folder) as process:
            await home.until(lambda: home.asked_where >= 2)
            assert home.gateway.identified == []
            home.starts_left = 1
            await home.until(lambda: len(home.gateway.identified) == 1)
            process.send_signal(signal.SIGTERM)
            _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert b"it waits 1 seconds for more" in said

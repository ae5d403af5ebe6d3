"""Several processes, each with a part of the shards; all dial the address that the settings name."""

import json
from pathlib import Path

from tests.bot.loopback.discord_at_home import discord_at_home, words
from tests.bot.loopback.payloads import command, server, server_id
from tests.bot.loopback.usher_process import running

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

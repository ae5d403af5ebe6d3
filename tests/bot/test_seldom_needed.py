"""What a bot seldom needs takes no memory until it does: each of these libraries takes 10 MB or more."""

import subprocess
import sys

SELDOM = ("alembic", "xlsxwriter", "matplotlib")
SERVES = """
import asyncio, sys
from bot.cli.serve import build_bot
from bot.client import feature_classes
from knowledge.library import Library
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.storage.storage import Storage

async def opens():
    async with Storage.open("sqlite:///usher.db", Library({}, read_vocabulary())):
        pass

list(feature_classes())
asyncio.run(opens())
print(*sys.modules)
"""


def test_a_bot_over_tables_that_are_up_to_date_reads_no_library_that_it_does_not_need(tmp_path: str) -> None:
    said = [""]
    for _ in range(2):  # The first one makes the tables.
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", SERVES],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        said = run.stdout.split()
    assert "discord.ui" in said
    assert [name for name in SELDOM if name in said] == []

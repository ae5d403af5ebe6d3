"""Kill -9 at random moments of writing: what was acknowledged is there, and no half change is.

A few kills by default; USHER_PROVE_KILLS=200 for a night, on each database. `-s` shows the counts.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.library import Library
from knowledge.storage.drafts import draft
from knowledge.storage.owners import ServerId
from knowledge.storage.revisions import history
from knowledge.storage.storage import Storage

pytestmark = pytest.mark.prove

KILLS = int(os.environ.get("USHER_PROVE_KILLS", "2"))
WRITER = Path(__file__).parent / "killed_writer.py"
SERVER, WHO = ServerId(10), 111
MOVIES = ("kite-2001", "owl-2002", "fox-2003")


def killed_while_writing(url: str, random: Random) -> dict[str, int]:
    """Starts the writer, kills it a random moment later, and tells what it had acknowledged last."""
    with subprocess.Popen(
        [sys.executable, str(WRITER), url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        assert writer.stderr
        said = ""
        if random.random() < 0.9:  # Else it is killed while it starts.
            said = writer.stdout.readline()
        try:
            writer.wait(random.uniform(0, 0.3))
        except subprocess.TimeoutExpired:
            writer.kill()
        said += writer.stdout.read()
        assert writer.stderr.read() == ""
    last: dict[str, int] = {}
    for line in said.splitlines(keepends=True):
        if line.endswith("\n"):
            last.update(json.loads(line))
    return last


async def test_a_process_killed_at_any_moment_loses_nothing_it_acknowledged(url: str) -> None:
    empty = Library.of([], read_vocabulary())
    acknowledged, unsaid, turns, drafted = 0, 0, 0, 0
    for kill in range(KILLS):
        last = killed_while_writing(url, Random(f"kill {kill}"))
        async with Storage.open(url, empty) as storage:
            revisions = [await storage.read(history, SERVER, name) for name in MOVIES]
            form = await storage.read(draft, SERVER, WHO, "draft")
            shown = storage.library(SERVER).movies
        acknowledged += max(0, last.get("turn", turns) - turns)
        lengths = {len(steps) for steps in revisions}
        assert len(lengths) == 1, "a half change"
        now = lengths.pop()
        assert last.get("turn", turns) <= now <= last.get("turn", turns) + 1 + (not last)
        for steps in revisions:
            assert [step.number for step in steps] == list(range(1, now + 1))
            assert [step.entry.pitch for step in steps] == [f"Turn {turn}." for turn in range(1, now + 1)]
        assert {movie.pitch for movie in shown.values()} == ({f"Turn {now}."} if now else set())
        drafted = max(drafted, last.get("draft", 0))
        if form:
            assert form.form["turn"] == form.form["again"] >= drafted
        unsaid += now - last.get("turn", turns)
        turns = now
    print(
        f"{KILLS} kills; {acknowledged} changes acknowledged and there, {unsaid} there before they were said"
    )

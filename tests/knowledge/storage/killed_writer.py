"""A process that writes without end and says what was acknowledged, for the test that kills it."""

import asyncio
import json
import sys

from knowledge.curation.shipped_guide import DATA, read_vocabulary
from knowledge.curation.toml_models import read_movie
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.drafts import keep_draft
from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import Written
from knowledge.storage.revisions import ChangeKind, current
from knowledge.storage.storage import Storage

SERVER, WHO = ServerId(10), 111
MOVIES = ("kite-2001", "owl-2002", "fox-2003")


async def write_without_end(url: str) -> None:
    shipped = read_movie(
        (DATA / "movies" / "never-let-me-go-2010.toml").read_text(encoding="utf-8"), "shipped"
    )
    entries = [shipped.model_copy(update={"id": name}) for name in MOVIES]
    async with Storage.open(url, Library.of([], read_vocabulary())) as storage:
        now = await storage.read(current, SERVER, MOVIES[0])
        turn = now.number if now else 0
        while True:
            turn += 1
            latest = [entry.model_copy(update={"pitch": f"Turn {turn}."}) for entry in entries]
            changes = [
                Change(each.id, ChangeKind.PUBLISH, WHO, f"Turn {turn}.", turn - 1, each) for each in latest
            ]
            outcome = await storage.write(SERVER, changes)
            assert isinstance(outcome, Written), outcome
            say({"turn": turn})
            await storage.save(keep_draft, SERVER, WHO, "draft", {"turn": turn, "again": turn})
            say({"draft": turn})


def say(what: dict[str, int]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(write_without_end(sys.argv[1]))

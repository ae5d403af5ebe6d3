"""An upload is looked at first, then written as a whole or not at all."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest

from knowledge.curation.comparing import dry_run
from knowledge.curation.exporting import FORMATS
from knowledge.curation.importing import read_upload
from knowledge.facts import Movie
from knowledge.storage.changes import Change
from knowledge.storage.revisions import Deed, history
from knowledge.storage.storage import Storage
from knowledge.storage.taking_over import changes_for
from knowledge.storage.writing import Conflict, Written

Opened = Callable[[], AbstractAsyncContextManager[Storage]]
Make = Callable[..., Movie]

HERE, ANNA, BEN = 10, 111, 222
KITE, OWL, GUIDE = "the-kite-2001", "the-owl-2002", "never-shared-1999"


def publish(entry: Movie, based_on: int = 0, who: int = ANNA) -> Change:
    return Change(entry.id, Deed.PUBLISH, who, "It was missing.", based_on, entry)


@pytest.mark.parametrize("ending", FORMATS)
async def test_an_export_imported_again_changes_nothing(
    opened: Opened, make_entry: Make, ending: str
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await storage.write(HERE, [Change(KITE, Deed.CHECK, BEN, "Watched.", 1)])
        library = storage.library(HERE)
        movies = read_upload(f"x.{ending}", FORMATS[ending](list(library.movies.values())).encode(), library)
        assert all(proposed.differences == () for proposed in dry_run(movies, library))
        assert await storage.read(changes_for, HERE, movies, ANNA, "Import.", library) == ()


async def test_an_upload_writes_only_what_differs(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        library = storage.library(HERE)
        movies = [make_entry(KITE, "New."), make_entry(OWL), library[GUIDE]]
        changes = await storage.read(changes_for, HERE, movies, BEN, "Import.", library)
        assert [(change.movie, change.based_on) for change in changes] == [(KITE, 1), (OWL, 0)]
        assert isinstance(await storage.write(HERE, changes), Written)
        assert storage.library(HERE)[KITE].pitch == "New."
        assert storage.library(HERE)[OWL]


async def test_what_others_changed_since_the_preview_stops_the_whole_upload(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        movies = [make_entry(OWL), make_entry(KITE, "Uploaded.")]
        changes = await storage.read(changes_for, HERE, movies, BEN, "Import.", storage.library(HERE))
        await storage.write(HERE, [publish(make_entry(KITE, "Edited."), 1)])
        outcome = await storage.write(HERE, changes)
        assert isinstance(outcome, Conflict)
        assert outcome.theirs
        assert outcome.theirs.entry.pitch == "Edited."
        assert await storage.read(history, HERE, OWL) == ()

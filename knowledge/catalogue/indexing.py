"""The index of each edition of the catalogue: where it lies, how it is made and when it goes.

It stands before its edition is kept. So an edition that is kept has its index, and an index whose edition
was not kept is never looked at: the catalogue and its index change in one moment, or not at all.
"""

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

from knowledge.catalogue.store import Known, Store
from knowledge.titles.films import Film
from knowledge.titles.index.arrays import VERSION
from knowledge.titles.index.building import build


def index_at(into: Path, edition: int) -> Path:
    """Where the index of an edition is, or would be."""
    return into / f"index-{edition}-{VERSION}"


def make_index(store: Store, into: Path) -> Path:
    """The index of what the store holds now, built unless it is there. Only in `changing`."""
    index = index_at(into, store.edition)
    if not index.exists():
        making = Path(mkdtemp(prefix="making-", dir=into))
        build(film_of(known) for known in store.films()).save(making)
        for file in making.iterdir():
            with file.open("rb+") as written:
                os.fsync(written.fileno())
        making.rename(index)
    return index


def film_of(known: Known) -> Film:
    """A film of the catalogue as one that can be named."""
    return Film(known.id, known.title, known.year, known.names, known.votes, imdb=imdb_of(known.id))


def imdb_of(film_id: str) -> str | None:
    """IMDb's id where the film's own is that."""
    return film_id if film_id.startswith("tt") else None


def clear(into: Path, edition: int) -> None:
    """Away with what an import left that did not come to its end. Only in `changing`."""
    unkept = (path for path in into.glob("index-*") if _edition(path) > edition)
    for left in (*into.glob("making-*"), *unkept):
        shutil.rmtree(left)


def forget_before(index: Path) -> None:
    """Away with the older indexes. Who has one mapped keeps it until it lets go."""
    for old in index.parent.glob("index-*"):
        if old != index and _edition(old) <= _edition(index):
            shutil.rmtree(old, ignore_errors=True)


def _edition(index: Path) -> int:
    return int(index.name.split("-")[1])

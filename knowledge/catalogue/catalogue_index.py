"""The index of the catalogue and the films that come with Usher: where it lies, how it is made, when it goes.

There is one for each edition of the catalogue and each content of the file of films. It stands before its
edition is kept. So an edition that is kept has its index, and an index whose edition was not kept is never
looked at: the catalogue and its index change in one moment, or not at all.
"""

import shutil
from pathlib import Path

from knowledge.catalogue.shipped_films import ShippedFilms
from knowledge.catalogue.store import Known, Store
from knowledge.catalogue.union import each_once
from knowledge.kept_file import keep_whole
from knowledge.titles.films import Film
from knowledge.titles.index.arrays import VERSION
from knowledge.titles.index.index_builder import write_index


def index_at(into: Path, edition: int, shipped: ShippedFilms) -> Path:
    """Where the index of an edition, with these films, is or would be."""
    return into / f"index-{edition}-{VERSION}-{shipped.key}"


def index_left(into: Path, edition: int) -> Path | None:
    """An index of an edition with the films that came with another Usher."""
    return next(into.glob(f"index-{edition}-{VERSION}-*"), None)


def make_index(store: Store, into: Path, shipped: ShippedFilms) -> Path:
    """The index of these films and what the store holds now, built unless it is there. Only in `changing`."""
    index = index_at(into, store.edition, shipped)
    if not index.exists():
        films = map(film_of, each_once(shipped.films(), store.films()))
        keep_whole(lambda making: write_index(films, making), into, index)
    return index


def film_of(known: Known) -> Film:
    """A film of the catalogue as one that can be named."""
    from knowledge.official.audience import for_children  # noqa: PLC0415 - slow start

    return Film(
        known.id,
        known.title,
        known.year,
        known.names,
        known.votes,
        imdb=known.imdb,
        other_ids=known.other_ids,
        for_children=for_children(rating[:2] for rating in known.ratings),
    )


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

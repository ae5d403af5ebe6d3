"""What is kept of the catalogue, to be read: its index, its edition, and what is known of a film.

Taking files in lives in catalogue_import.py; whoever only asks does not wait for what that needs.
"""

from collections.abc import Iterable
from pathlib import Path

from knowledge.catalogue.catalogue_index import clear, forget_before, index_at, make_index
from knowledge.catalogue.shipped_films import SHIPPED, ShippedFilms
from knowledge.catalogue.store import FILE, Known, changing, reading
from knowledge.catalogue.union import together
from knowledge.titles.films import Film


def index_of(into: Path, shipped: ShippedFilms = SHIPPED) -> Path | None:
    """The index of the catalogue and of the films that come with Usher, for `Titles.open`; None: not made."""
    index = index_at(into, kept_edition(into), shipped)
    return index if index.exists() else None


def ready_index(into: Path, shipped: ShippedFilms = SHIPPED) -> Path:
    """The same, built where there is none, as with a new Usher: half a minute for all films. OSError."""
    if found := index_of(into, shipped):
        return found
    with changing(into) as store:
        clear(into, store.edition)
        index = make_index(store, into, shipped)
    forget_before(index)
    return index


def kept_edition(into: Path) -> int:
    """How often the catalogue has changed; 0 where there is none."""
    if not (into / FILE).exists():
        return 0
    with reading(into) as store:
        return store.edition


def known_of(film: Film, into: Path | None, shipped: ShippedFilms = SHIPPED) -> Known | None:
    """What the films that come with Usher and the catalogue, if there is one, know together of a film."""
    kept = _known_films(into, (film.id, *film.other_ids)) if into else ()
    said = [known for known in (shipped.film(film.id), *kept) if known]
    return together(*said) if said else None


def known_film(into: Path, film_id: str) -> Known | None:
    """What the catalogue knows of a film beside its names: year, minutes, official codes, and from where."""
    return next(iter(_known_films(into, (film_id,))), None)


def _known_films(into: Path, film_ids: Iterable[str]) -> tuple[Known, ...]:
    if not (into / FILE).exists():
        return ()
    with reading(into) as store:
        films = map(store.film, film_ids) if store.edition else ()
        return tuple(film for film in films if film)

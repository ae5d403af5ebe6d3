"""The films that can be named: those of a catalogue, those that come with Usher, and over them a library's.

Reading questions about them lives in guide_factory.py; whoever only looks for a title does not wait for it.
"""

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from knowledge.catalogue.catalogue_index import film_of as film_known
from knowledge.catalogue.catalogue_index import index_left
from knowledge.catalogue.kept_index import kept_edition, ready_index
from knowledge.catalogue.kept_layer import with_guide
from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.curation.compiled_guide import compiled_guide
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles, in_memory

log = logging.getLogger(__name__)


class DamagedIndex(ValueError):
    """A file of the catalogue's index is missing or torn."""


def shipped_titles(catalogue: Path) -> Titles:
    """All films with those of the guide that comes with Usher, for who only names one."""
    index, known = known_films(catalogue)
    return with_guide(known, index, compiled_guide(catalogue).films())


def known_films(catalogue: Path | None) -> tuple[Path | None, Titles]:
    """The films that come with Usher and the catalogue's: from their index, or without it in memory."""
    if catalogue is None:
        return None, _shipped_films()
    try:
        index = ready_index(catalogue)
    except OSError as error:
        edition = kept_edition(catalogue)
        level = logging.WARNING if edition else logging.INFO
        log.log(level, "no index can be kept in %s (%s); it is made anew at each start", catalogue, error)
        left = index_left(catalogue, edition)
        return None, _opened(left).with_films(_each_shipped()) if left else _shipped_films()
    return index, _opened(index)


@cache
def _shipped_films() -> Titles:
    """In memory; made once a process, since it takes more than a second."""
    return in_memory(_each_shipped())


def _each_shipped() -> Iterator[Film]:
    return map(film_known, SHIPPED.films())


def _opened(index: Path) -> Titles:
    try:
        return Titles.open(index)
    except (OSError, EOFError, KeyError, ValueError) as error:
        raise DamagedIndex(
            f"the catalogue's index is damaged; take the folder {index} away, and it is made anew"
        ) from error

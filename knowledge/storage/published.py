"""What readers see, in memory: the shipped guide, the shared layer, a server's own entries over both."""

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from pydantic import ValidationError
from sqlalchemy import Connection

from knowledge.facts import Movie
from knowledge.library import Library
from knowledge.storage.revisions import Revision, fingerprint, shown
from knowledge.storage.servers import Settings, settings_of
from knowledge.storage.tables import SHARED

log = logging.getLogger(__name__)

AT_ONCE = 500
"""Servers in one query; databases take only so many."""


@dataclass(frozen=True, slots=True)
class Laid:
    """An entry that lies over the shared guide, and what lay under it when it was compared."""

    movie: Movie
    over: str | None


@dataclass(frozen=True, slots=True)
class Own:
    """What one server has of its own."""

    version: int
    settings: Settings
    entries: Mapping[str, Laid]


@dataclass(frozen=True, slots=True)
class Published:
    """All that readers see at one moment. It never changes; a newer one takes its place as a whole."""

    shipped: Library
    own: Mapping[int, Own]
    libraries: Mapping[int, Library]
    """One for each server that has entries of its own, and the shared one."""

    @classmethod
    def of(cls, shipped: Library, own: Mapping[int, Own]) -> "Published":
        """Lays each server's entries over the shared ones."""
        shared = shipped.with_entries(_approved(shipped, own))
        libraries = {server: _laid_over(shared, its) for server, its in own.items() if its.entries}
        return cls(shipped, own, {**libraries, SHARED: shared})

    def with_own(self, changed: Mapping[int, Own | None]) -> "Published":
        """The same with these servers as they are now; None for a server that is gone."""
        own = {server: its for server, its in {**self.own, **changed}.items() if its is not None}
        if SHARED in changed:
            return Published.of(self.shipped, own)
        return reduce(Published._relaid, changed, Published(self.shipped, own, self.libraries))

    def _relaid(self, server: int) -> "Published":
        libraries = {key: library for key, library in self.libraries.items() if key != server}
        if (its := self.own.get(server)) and its.entries:
            libraries[server] = _laid_over(self.libraries[SHARED], its)
        return Published(self.shipped, self.own, libraries)

    def library(self, server: int | None) -> Library:
        """What this server's readers see; the shared guide for None, as in a direct message."""
        return self.libraries.get(server or SHARED, self.libraries[SHARED])

    def settings(self, server: int | None) -> Settings:
        """What this server chose."""
        its = self.own.get(server or SHARED)
        return its.settings if its else Settings()

    def moved_on(self, server: int) -> tuple[str, ...]:
        """The server's own entries whose shared entry is another one than when they were compared.

        One that says the same, as after the server's own offer was approved, is no other one.
        """
        its, below = self.own.get(server), self._below(server)
        entries = its.entries if its else dict[str, Laid]()
        moved = (laid for laid in entries.values() if _moved(below, laid))
        return tuple(laid.movie.id for laid in moved if below.get(laid.movie.id) != laid.movie)

    def approved(self) -> tuple[Movie, ...]:
        """What the operator approved and no release holds yet."""
        return _approved(self.shipped, self.own)

    def under(self, server: int, movies: Iterable[str]) -> dict[str, str | None]:
        """The fingerprints of what lies under a server's entries."""
        return {movie: fingerprint(self._below(server).get(movie)) for movie in movies}

    def _below(self, server: int) -> Library:
        return self.libraries[SHARED] if server != SHARED else self.shipped


def _approved(shipped: Library, own: Mapping[int, Own]) -> tuple[Movie, ...]:
    """The shared layer. It gives way where a release changed what lies under it: the release is newer."""
    layer = own[SHARED].entries.values() if SHARED in own else ()
    return tuple(laid.movie for laid in layer if not _moved(shipped, laid))


def _moved(below: Library, laid: Laid) -> bool:
    """Whether there is an entry under this one, and another one than when it was laid there."""
    return fingerprint(below.get(laid.movie.id)) not in (None, laid.over)


def load(connection: Connection, servers: Collection[int]) -> dict[int, Own | None]:
    """What these servers have of their own; None for one that is gone."""
    left = iter(servers)
    loaded: dict[int, Own | None] = {}
    while some := list(islice(left, AT_ONCE)):
        loaded.update(_load(connection, some))
    return loaded


def _load(connection: Connection, servers: Collection[int]) -> dict[int, Own | None]:
    # First the version, then the entries: what is written in between makes the version differ afterwards.
    known = settings_of(connection, servers)
    entries: dict[int, dict[str, Laid]] = {server: {} for server in known}
    for revision in shown(connection, known):
        if laid := _laid(revision):
            entries[revision.server][revision.movie] = laid
    return {server: Own(*known[server], entries[server]) if server in known else None for server in servers}


def _laid_over(library: Library, own: Own) -> Library:
    return library.with_entries(laid.movie for laid in own.entries.values())


def _laid(revision: Revision) -> Laid | None:
    try:
        return Laid(revision.entry, revision.shared)
    except ValidationError:
        # One entry that an older or newer Usher wrote otherwise must not take the others away.
        log.exception("entry %s of server %s cannot be read; left out", revision.movie, revision.server)
        return None

"""What readers see, in memory: the shipped guide, the shared layer, a server's own entries over both."""

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from pydantic import ValidationError
from sqlalchemy import Connection

from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.reviews.groups import FilmReviews
from knowledge.storage.database import in_parts
from knowledge.storage.owners import SHARED, Owner
from knowledge.storage.review_summaries import summaries, summary_versions
from knowledge.storage.revisions import Revision, at_keys, fingerprint, shown
from knowledge.storage.servers import ServerSettings, settings_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Overlay:
    """An entry that lies over the shared guide, and what lay under it when it was compared."""

    movie: Movie
    over: str | None
    made: tuple[int, datetime]
    """The number of the revision that it is, and when that was made."""


@dataclass(frozen=True, slots=True)
class ServerData:
    """What one server has of its own."""

    version: int
    settings: ServerSettings
    entries: Mapping[str, Overlay]
    families: Mapping[str, tuple[int, FilmReviews]] = field(
        default_factory=dict[str, tuple[int, FilmReviews]]
    )
    """What families say of each film, with the version of that."""

    @property
    def own(self) -> bool:
        """Whether its readers see anything that others do not."""
        return bool(self.entries or self.families)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that readers see at one moment. It never changes; a newer one takes its place as a whole."""

    shipped: Library
    own: Mapping[Owner, ServerData]
    libraries: Mapping[int, Library]
    """One for each server that has entries or reviews of its own, and the shared one."""

    @classmethod
    def of(cls, shipped: Library, own: Mapping[Owner, ServerData]) -> "Snapshot":
        """Lays each server's entries over the shared ones."""
        shared = shipped.with_entries(_approved(shipped, own))
        libraries = {server: _overlaid(shared, its) for server, its in own.items() if its.own}
        return cls(shipped, own, {**libraries, SHARED: shared})

    def with_own(self, changed: Mapping[Owner, ServerData | None]) -> "Snapshot":
        """The same with these servers as they are now; None for a server that is gone."""
        own = {owner: its for owner, its in {**self.own, **changed}.items() if its is not None}
        differ = [owner for owner in changed if _entries(own, owner) != _entries(self.own, owner)]
        if SHARED in differ:
            return Snapshot.of(self.shipped, own)
        libraries = {**self.libraries}
        for owner in changed:
            if owner in differ or _families(own, owner) != _families(self.own, owner):
                _put(libraries, owner, own.get(owner), anew=owner in differ)
        return Snapshot(self.shipped, own, libraries)

    def library(self, server: int | None) -> Library:
        """What this server's readers see; the shared guide for None, as in a direct message."""
        return self.libraries.get(server or SHARED, self.libraries[SHARED])

    def settings(self, server: int | None) -> ServerSettings:
        """What this server chose."""
        its = self.own.get(_owner(server))
        return its.settings if its else ServerSettings()

    def moved_on(self, owner: int) -> tuple[str, ...]:
        """The server's own entries whose shared entry is another one than when they were compared.

        One that says the same, as after the server's own offer was approved, is no other one.
        """
        below = self._below(owner)
        moved = (overlay for overlay in _entries(self.own, _owner(owner)).values() if _moved(below, overlay))
        return tuple(overlay.movie.id for overlay in moved if below.get(overlay.movie.id) != overlay.movie)

    def approved(self) -> tuple[Movie, ...]:
        """What the operator approved and no release holds yet."""
        return _approved(self.shipped, self.own)

    def under(self, owner: Owner, movies: Iterable[str]) -> dict[str, str | None]:
        """The fingerprints of what lies under a server's entries."""
        return {movie: fingerprint(self._below(owner).get(movie)) for movie in movies}

    def _below(self, owner: int) -> Library:
        return self.shipped if owner is SHARED else self.libraries[SHARED]


def _owner(server: int | None) -> Owner:
    """For reading, where a number that is no server's finds nothing of anybody's."""
    return cast("Owner", server or SHARED)


def _entries(own: Mapping[Owner, ServerData], owner: Owner) -> Mapping[str, Overlay]:
    its = own.get(owner)
    return its.entries if its else dict[str, Overlay]()


def _families(own: Mapping[Owner, ServerData], owner: Owner) -> Mapping[str, tuple[int, FilmReviews]]:
    its = own.get(owner)
    return its.families if its else dict[str, tuple[int, FilmReviews]]()


def _put(libraries: dict[int, Library], owner: Owner, its: ServerData | None, *, anew: bool) -> None:
    """Puts a server's library in the place of its last one. Reviews alone leave its entries as they are."""
    before = libraries.pop(owner, None)
    if its and its.own and owner is not SHARED:
        below = before if before and not anew else None
        libraries[owner] = _told(below, its) if below else _overlaid(libraries[SHARED], its)


def _told(library: Library, its: ServerData) -> Library:
    return library.with_families({movie: told for movie, (_, told) in its.families.items()})


def _approved(shipped: Library, own: Mapping[Owner, ServerData]) -> tuple[Movie, ...]:
    """The shared layer. It gives way where a release changed what lies under it: the release is newer."""
    layer = own[SHARED].entries.values() if SHARED in own else ()
    return tuple(overlay.movie for overlay in layer if not _moved(shipped, overlay))


def _moved(below: Library, overlay: Overlay) -> bool:
    """Whether there is an entry under this one, and another one than when it was laid there."""
    return fingerprint(below.get(overlay.movie.id)) not in (None, overlay.over)


def load(
    connection: Connection, owners: Collection[Owner], have: Mapping[Owner, ServerData]
) -> dict[Owner, ServerData | None]:
    """What these servers have of their own; None for one that is gone. What there is already is not read."""
    loaded: dict[Owner, ServerData | None] = {}
    for some in in_parts(owners):
        loaded.update(_load(connection, some, have))
    return loaded


def _load(
    connection: Connection, owners: Collection[Owner], have: Mapping[Owner, ServerData]
) -> dict[Owner, ServerData | None]:
    # First the version, then the entries: what is written in between makes the version differ afterwards.
    known = settings_of(connection, owners)
    entries: dict[Owner, dict[str, Overlay]] = {owner: {} for owner in known}
    unread: list[tuple[Owner, str, int]] = []
    for (owner, movie), made in shown(connection, known).items():
        overlay = _entries(have, owner).get(movie)
        if overlay and overlay.made == made:
            entries[owner][movie] = overlay
        else:
            unread.append((owner, movie, made[0]))
    for revision in at_keys(connection, unread):
        if overlay := _overlay_of(revision):
            entries[revision.server][revision.movie] = overlay
    families = _load_families(connection, known, have)
    return {
        owner: ServerData(*known[owner], entries[owner], families[owner]) if owner in known else None
        for owner in owners
    }


def _load_families(
    connection: Connection, owners: Collection[Owner], have: Mapping[Owner, ServerData]
) -> dict[Owner, dict[str, tuple[int, FilmReviews]]]:
    """What families say in these servers. A film of which nobody says anything any more stays: by its id."""
    there = summary_versions(connection, owners)
    told: dict[Owner, dict[str, tuple[int, FilmReviews]]] = {owner: {} for owner in owners}
    unread: list[tuple[Owner, str]] = []
    for (owner, movie), version in there.items():
        kept = _families(have, owner).get(movie)
        if kept and kept[0] == version:
            told[owner][movie] = kept
        else:
            unread.append((owner, movie))
    for (owner, movie), summary in summaries(connection, unread).items():
        told[owner][movie] = summary
    return told


def _overlaid(library: Library, own: ServerData) -> Library:
    """Its entries laid over the library; without any the library's own stay what they are."""
    movies = [overlay.movie for overlay in own.entries.values()]
    return _told(library.with_entries(movies), own)


def _overlay_of(revision: Revision) -> Overlay | None:
    try:
        return Overlay(revision.entry, revision.shared, (revision.number, revision.at))
    except ValidationError:
        # One entry that an older or newer Usher wrote otherwise must not take the others away.
        log.exception("entry %s of server %s cannot be read; left out", revision.movie, revision.server)
        return None

"""Adding revisions: all of a set of changes or none, and never over somebody else's work."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from knowledge.storage.changes import Change, Circumstances, Refusal, Step, step
from knowledge.storage.revisions import Deed, Revision, at_number, current
from knowledge.storage.servers import settings, touch
from knowledge.storage.tables import revisions

WRITES = (Deed.DRAFT, Deed.PUBLISH, Deed.ALIAS, Deed.REVERT)
"""The deeds that change what an entry says."""
LONGEST_WHY = 500


@dataclass(frozen=True, slots=True)
class Written:
    """All was kept, one revision for each change."""

    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing was kept: somebody else changed the entry in between. Here are both; neither is lost."""

    yours: Change
    theirs: Revision | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was kept, since this change cannot be made."""

    change: Change
    why: Refusal


Outcome = Written | Conflict | Refused


def write(
    connection: Connection, server: int, changes: Sequence[Change], shared: Mapping[str, str | None]
) -> Outcome:
    """Keeps all of the changes or none. `shared` has the fingerprint of the shared entry of each film."""
    touch(connection, server)  # From here on we are the only writer of this server.
    made: list[Revision] = []
    attempt = connection.begin_nested()
    for change in changes:
        match _write_one(connection, server, change, shared.get(change.movie)):
            case Revision() as revision:
                made.append(revision)
            case other:
                attempt.rollback()
                return other
    attempt.commit()
    return Written(tuple(made))


def _write_one(
    connection: Connection, server: int, change: Change, shared: str | None
) -> Revision | Conflict | Refused:
    now = current(connection, server, change.movie)
    earlier = at_number(connection, server, change.movie, change.back_to) if change.back_to else None
    if change.based_on != (now.number if now else 0):
        return now if now and _already(change, now, earlier) else Conflict(change, now)
    author = _author(connection, server, change.movie)
    second = settings(connection, server).second_person
    match step(change, Circumstances(now, earlier, author, second, datetime.now(UTC).date())):
        case Step() as made:
            revision = _revision(server, change, made, now, shared)
            connection.execute(insert(revisions), [asdict(revision)])
            return revision
        case refusal:
            return Refused(change, refusal)


def _author(connection: Connection, server: int, movie: str) -> int | None:
    """Who wrote what the entry now says."""
    wrote = select(revisions.c.who).where(
        revisions.c.server == server, revisions.c.movie == movie, revisions.c.deed.in_(WRITES)
    )
    return connection.execute(wrote.order_by(revisions.c.number.desc()).limit(1)).scalar()


def _already(change: Change, now: Revision, earlier: Revision | None) -> bool:
    """Whether this very change is the newest revision: it is sent again because the answer was lost."""
    asked = (change.based_on + 1, change.who, change.deed, storable(change.why))
    if asked != (now.number, now.who, now.deed, now.why):
        return False
    if change.entry:
        return change.entry.model_copy(update={"provenance": now.entry.provenance}) == now.entry
    return earlier is None or earlier.text == now.text


def _revision(server: int, change: Change, made: Step, now: Revision | None, shared: str | None) -> Revision:
    # Who changes a word has not thereby looked at the new shared entry: the old mark stays.
    return Revision(
        server=server,
        movie=change.movie,
        number=change.based_on + 1,
        who=change.who,
        at=datetime.now(UTC),
        why=storable(change.why),
        deed=change.deed,
        life=made.life,
        locked=made.locked,
        text=made.text,
        shared=now.shared if now and not change.saw_shared else shared,
    )


def storable(text: str, longest: int = LONGEST_WHY) -> str:
    """What a database takes: no NUL, no half characters, not too long."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")[:longest]

"""Adding revisions: all of a set of changes or none, and never over somebody else's work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from knowledge.entry import Movie
from knowledge.storage.authors import Author
from knowledge.storage.changes import Change, Context, Outcome, Refusal, outcome_of
from knowledge.storage.owners import Owner
from knowledge.storage.revisions import ChangeKind, Revision, at_number, current, last_shown, row_of
from knowledge.storage.servers import bump_version, settings
from knowledge.storage.tables import revisions

WHOLE = (ChangeKind.DRAFT, ChangeKind.PUBLISH, ChangeKind.REVERT)
"""The kinds of change by which somebody stands for all that an entry says."""
WRITES = (*WHOLE, ChangeKind.ALIAS)
"""The kinds of change that change what an entry says."""
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
class RefusedChange:
    """Nothing was kept, since this change cannot be made."""

    change: Change
    why: Refusal


WriteResult = Written | Conflict | RefusedChange


def write(
    connection: Connection, owner: Owner, changes: Sequence[Change], shared: Mapping[str, str | None]
) -> WriteResult:
    """Keeps all of the changes or none. `shared` has the fingerprint of the shared entry of each film."""
    bump_version(connection, owner)  # From here on we are the only writer of this server.
    second = settings(connection, owner).second_person
    made: list[Revision] = []
    attempt = connection.begin_nested()
    for change in changes:
        match _write_one(connection, owner, change, shared.get(change.movie), second_person=second):
            case Revision() as revision:
                made.append(revision)
            case other:
                attempt.rollback()
                return other
    attempt.commit()
    return Written(tuple(made))


def _write_one(
    connection: Connection, owner: Owner, change: Change, shared: str | None, *, second_person: bool
) -> Revision | Conflict | RefusedChange:
    now = current(connection, owner, change.movie)
    earlier = at_number(connection, owner, change.movie, change.back_to) if change.back_to else None
    if change.based_on != (now.number if now else 0):
        return now if now and _already(change, now, earlier) else Conflict(change, now)
    authors = _authors(connection, owner, change.movie) if second_person else ()
    shown = last_shown(connection, owner, change.movie) if earlier else None
    today = datetime.now(UTC).date()
    match outcome_of(change, Context(now, earlier, authors, second_person, today, shown)):
        case Outcome() as made:
            revision = _revision(owner, change, made, now, shared)
            connection.execute(insert(revisions), [row_of(revision)])
            return revision
        case refusal:
            return RefusedChange(change, refusal)


def _authors(connection: Connection, owner: Owner, movie: str) -> tuple[Author, ...]:
    """Who last put down the whole of what the entry now says, and who added a name to it since."""
    mine = (revisions.c.server == owner, revisions.c.movie == movie)
    whole = select(func.max(revisions.c.number)).where(*mine, revisions.c.deed.in_(WHOLE))
    wrote = select(revisions.c.who, revisions.c.mark).where(
        *mine, revisions.c.deed.in_(WRITES), revisions.c.number >= whole.scalar_subquery()
    )
    return tuple(Author(row.who, row.mark) for row in connection.execute(wrote))


def _already(change: Change, now: Revision, earlier: Revision | None) -> bool:
    """Whether this very change is the newest revision: it is sent again because the answer was lost."""
    asked = (change.based_on + 1, change.who, change.kind, storable(change.why))
    if asked != (now.number, now.who, now.kind, now.why):
        return False
    if change.entry:
        return change.entry.model_copy(update={"provenance": None}) == _says(now)
    return earlier is None or _says(earlier) == _says(now)


def _says(revision: Revision) -> Movie:
    """What it says, whatever its stage."""
    return revision.entry.model_copy(update={"provenance": None})


def _revision(
    owner: Owner, change: Change, made: Outcome, now: Revision | None, shared: str | None
) -> Revision:
    # Who changes a word has not thereby looked at the new shared entry: the old mark stays.
    return Revision(
        server=owner,
        movie=change.movie,
        number=change.based_on + 1,
        who=change.who,
        at=datetime.now(UTC),
        why=storable(change.why),
        kind=change.kind,
        stage=made.stage,
        locked=made.locked,
        text=made.text,
        shared=now.shared if now and not change.saw_shared else shared,
    )


def storable(text: str, longest: int = LONGEST_WHY) -> str:
    """What a database takes: no NUL, no half characters, not too long."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")[:longest]

"""Half-filled forms in one server, kept at every step: one person's, or of several at one draft.

Whoever joined has a row that says whose draft it is. What becomes of drafts: changes.py.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, update

from knowledge.storage.database import upsert
from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import storable
from knowledge.storage.servers import ensure_server
from knowledge.storage.tables import drafts

LONGEST_FORM = 200_000
LONGEST_NAME = 100
MOST_DRAFTS = 50
"""For one person in one server."""


class TooMuch(Exception):
    """A form is too long, or a person has too many drafts. Nothing was kept."""


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A form as it was left."""

    name: str
    """What it is about: an entry's id, or a title."""
    form: Any
    """Whatever JSON the form needs."""
    at: datetime


@dataclass(frozen=True, slots=True)
class SomebodysDraft:
    """What somebody else is writing about the same thing."""

    who: int
    draft: StoredDraft


def keep_draft(connection: Connection, server: ServerId, who: int, name: str, form: Any) -> None:
    """Keeps the form under this name, in place of what was there, for all who are at it. Raises TooMuch."""
    text = json.dumps(form)
    if len(text) > LONGEST_FORM or len(name) > LONGEST_NAME:
        raise TooMuch
    name = storable(name, LONGEST_NAME)
    ensure_server(connection, server)
    values = {"form": text, "at": datetime.now(UTC)}
    whose = _whose(connection, server, who, name)
    upsert(connection, drafts, {"server": server, "who": whose, "name": name}, values, values)
    mine = select(func.count()).where(drafts.c.server == server, drafts.c.who == who)
    if connection.execute(mine).scalar_one() > MOST_DRAFTS:
        raise TooMuch


def join_draft(connection: Connection, server: ServerId, who: int, name: str, other: int) -> bool:
    """Has this person write at another's draft; whether there is one, and they had none of their own."""
    whose = _whose(connection, server, other, name)
    if whose == who or draft(connection, server, who, name) or not draft(connection, server, whose, name):
        return False
    values = {"form": json.dumps(None), "at": datetime.now(UTC), "joined": whose}
    upsert(connection, drafts, {"server": server, "who": who, "name": name}, values, values)
    return True


def draft(connection: Connection, server: ServerId, who: int, name: str) -> StoredDraft | None:
    """The form of this name, or None."""
    joined = select(drafts.c.joined).where(*_same(server, name), drafts.c.who == who).scalar_subquery()
    found = _forms(connection, server, func.coalesce(joined, who), drafts.c.name == name)
    return found[0] if found else None


def drafts_of(connection: Connection, server: ServerId, who: int) -> tuple[StoredDraft, ...]:
    """All forms in this server that a person is at, the newest first."""
    mine = (drafts.c.server == server, drafts.c.who == who, drafts.c.joined.is_not(None))
    joined = connection.execute(select(drafts.c.name).where(*mine)).scalars().all()
    shared = (draft(connection, server, who, name) for name in joined)
    found = (*_forms(connection, server, who), *filter(None, shared))
    return tuple(sorted(found, key=lambda one: (-one.at.timestamp(), one.name)))


def with_whom(connection: Connection, server: ServerId, who: int, name: str) -> tuple[int, ...]:
    """Who else is at this draft."""
    whose = _whose(connection, server, who, name)
    same = (*_same(server, name), or_(drafts.c.who == whose, drafts.c.joined == whose), drafts.c.who != who)
    return tuple(connection.execute(select(drafts.c.who).where(*same).order_by(drafts.c.who)).scalars())


def others_drafts(
    connection: Connection, server: ServerId, who: int, name: str, since: datetime
) -> tuple[SomebodysDraft, ...]:
    """The forms of this name that others in this server were at since then, the newest first."""
    own = drafts.c.joined.is_(None)
    theirs = (*_same(server, name), own, drafts.c.who != who, drafts.c.at >= since)
    wanted = select(drafts.c.who, drafts.c.name, drafts.c.form, drafts.c.at).where(*theirs)
    rows = connection.execute(wanted.order_by(drafts.c.at.desc(), drafts.c.who))
    return tuple(SomebodysDraft(row.who, StoredDraft(row.name, json.loads(row.form), row.at)) for row in rows)


def drop_draft(connection: Connection, server: ServerId, who: int, name: str) -> None:
    """Forgets the form, for all who were at it, when it was published."""
    whose = _whose(connection, server, who, name)
    at_it = or_(drafts.c.who == whose, drafts.c.joined == whose)
    connection.execute(delete(drafts).where(*_same(server, name), at_it))


def leave_draft(connection: Connection, server: ServerId, who: int, name: str) -> tuple[int, ...]:
    """Takes this person's name off the draft; who goes on with it. With nobody it is forgotten."""
    others = with_whom(connection, server, who, name)
    if others and _whose(connection, server, who, name) == who:
        _hand_over(connection, server, who, name, others[0])
    connection.execute(delete(drafts).where(*_same(server, name), drafts.c.who == who))
    return others


def leave_all(connection: Connection, who: int) -> int:
    """The same of every draft that somebody is at, in every server; how many those were."""
    rows = connection.execute(select(drafts.c.server, drafts.c.name).where(drafts.c.who == who)).all()
    for row in rows:
        leave_draft(connection, row.server, who, row.name)
    return len(rows)


def _hand_over(connection: Connection, server: ServerId, who: int, name: str, to: int) -> None:
    """Makes a draft somebody else's who has joined it, for all who have."""
    held = select(drafts.c.form, drafts.c.at).where(*_same(server, name), drafts.c.who == who)
    form, at = connection.execute(held).one()
    theirs = (*_same(server, name), drafts.c.who == to)
    connection.execute(update(drafts).where(*theirs).values(form=form, at=at, joined=None))
    others = (*_same(server, name), drafts.c.joined == who)
    connection.execute(update(drafts).where(*others).values(joined=to))


def _whose(connection: Connection, server: ServerId, who: int, name: str) -> int:
    """Whose row holds the form that this person is at."""
    mine = select(drafts.c.joined).where(*_same(server, name), drafts.c.who == who)
    return connection.execute(mine).scalar() or who


def _same(server: ServerId, name: str) -> tuple[ColumnElement[bool], ...]:
    return drafts.c.server == server, drafts.c.name == name


def _forms(
    connection: Connection, server: ServerId, who: int | ColumnElement[int], *which: ColumnElement[bool]
) -> tuple[StoredDraft, ...]:
    mine = (drafts.c.server == server, drafts.c.who == who, drafts.c.joined.is_(None), *which)
    wanted = select(drafts.c.name, drafts.c.form, drafts.c.at).where(*mine)
    rows = connection.execute(wanted.order_by(drafts.c.at.desc(), drafts.c.name))
    return tuple(StoredDraft(row.name, json.loads(row.form), row.at) for row in rows)

"""Half-filled forms, one person's in one server, kept at every step. What becomes of them: changes.py."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, select

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
    """Keeps the form under this name, in place of what was there. Raises TooMuch."""
    text = json.dumps(form)
    if len(text) > LONGEST_FORM or len(name) > LONGEST_NAME:
        raise TooMuch
    name = storable(name, LONGEST_NAME)
    ensure_server(connection, server)
    values = {"form": text, "at": datetime.now(UTC)}
    upsert(connection, drafts, {"server": server, "who": who, "name": name}, values, values)
    mine = select(func.count()).where(drafts.c.server == server, drafts.c.who == who)
    if connection.execute(mine).scalar_one() > MOST_DRAFTS:
        raise TooMuch


def draft(connection: Connection, server: ServerId, who: int, name: str) -> StoredDraft | None:
    """The form of this name, or None."""
    found = _forms(connection, server, who, drafts.c.name == name)
    return found[0] if found else None


def drafts_of(connection: Connection, server: ServerId, who: int) -> tuple[StoredDraft, ...]:
    """All of a person's forms in this server, the newest first."""
    return _forms(connection, server, who)


def others_drafts(
    connection: Connection, server: ServerId, who: int, name: str, since: datetime
) -> tuple[SomebodysDraft, ...]:
    """The forms of this name that others in this server were at since then, the newest first."""
    theirs = (drafts.c.server == server, drafts.c.name == name, drafts.c.who != who, drafts.c.at >= since)
    wanted = select(drafts.c.who, drafts.c.name, drafts.c.form, drafts.c.at).where(*theirs)
    rows = connection.execute(wanted.order_by(drafts.c.at.desc(), drafts.c.who))
    return tuple(SomebodysDraft(row.who, StoredDraft(row.name, json.loads(row.form), row.at)) for row in rows)


def drop_draft(connection: Connection, server: ServerId, who: int, name: str) -> None:
    """Forgets the form, when it was published or given up."""
    mine = (drafts.c.server == server, drafts.c.who == who, drafts.c.name == name)
    connection.execute(delete(drafts).where(*mine))


def _forms(
    connection: Connection, server: ServerId, who: int, *which: ColumnElement[bool]
) -> tuple[StoredDraft, ...]:
    mine = (drafts.c.server == server, drafts.c.who == who, *which)
    wanted = select(drafts.c.name, drafts.c.form, drafts.c.at).where(*mine)
    rows = connection.execute(wanted.order_by(drafts.c.at.desc(), drafts.c.name))
    return tuple(StoredDraft(row.name, json.loads(row.form), row.at) for row in rows)

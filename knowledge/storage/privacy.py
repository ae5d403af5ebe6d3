"""What is stored about a person: shown, exported and deleted. Revisions stay, without the name."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, delete, select, update

from knowledge.storage.tables import drafts, metadata, offers, reports, revisions

PEOPLE: tuple[Column[Any], ...] = (
    revisions.c.who,
    drafts.c.who,
    reports.c.who,
    reports.c.closed_by,
    offers.c.who,
    offers.c.decided_by,
)
"""Every place where a person's Discord id is stored. There is nothing else about anybody."""
THEIRS_ALONE = frozenset({drafts.name})
"""Rows that go as a whole; of the others only the name goes."""


def stored_about(connection: Connection, person: int) -> dict[str, list[dict[str, Any]]]:
    """Every row that names this person, by table, ready to be written as JSON."""
    found: dict[str, list[dict[str, Any]]] = {}
    for column in PEOPLE:
        rows = connection.execute(select(column.table).where(column == person)).mappings()
        found.setdefault(column.table.description, []).extend(
            {name: _plain(value) for name, value in row.items()} for row in rows
        )
    return {table: rows for table, rows in found.items() if rows}


def forget(connection: Connection, person: int) -> int:
    """Deletes a person's drafts and their name everywhere else; how many places it was in."""
    places = 0
    for column in PEOPLE:
        table = metadata.tables[column.table.description]
        alone = table.name in THEIRS_ALONE
        statement = delete(table) if alone else update(table).values({column.name: None})
        places += connection.execute(statement.where(column == person)).rowcount
    return places


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value

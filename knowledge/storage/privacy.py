"""What is stored about a person: shown, exported and deleted. Revisions stay, without the name."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, delete, select, update

from knowledge.storage.authors import mark_of
from knowledge.storage.drafts import leave_all
from knowledge.storage.review_presses import delete_presses_of
from knowledge.storage.reviews import delete_all_of
from knowledge.storage.tables import (
    drafts,
    metadata,
    notices,
    offers,
    reports,
    review_bars,
    review_history,
    review_presses,
    review_reports,
    reviews,
    revisions,
)

PEOPLE: tuple[Column[Any], ...] = (
    revisions.c.who,
    drafts.c.who,
    drafts.c.joined,
    reports.c.who,
    reports.c.closed_by,
    offers.c.who,
    offers.c.decided_by,
    notices.c.who,
    reviews.c.who,
    reviews.c.decided_by,
    review_presses.c.who,
    review_reports.c.who,
    review_reports.c.closed_by,
    review_bars.c.who,
    review_bars.c.decided_by,
)
"""Every place where a person's Discord id is stored. There is nothing else about anybody."""
THEIRS_ALONE = frozenset({drafts.c.who, notices.c.who, reviews.c.who, review_presses.c.who})
"""Rows that go as a whole; of the others only the name goes."""
MARKED = frozenset({revisions.c.who, offers.c.who, review_bars.c.who})
"""Where a mark stays in place of the name, so that nobody approves their own work; see authors.py."""
LEFT_OUT = frozenset({revisions.c.text, reviews.c.place})
"""They say nothing of a person: a whole entry for each change, which `/entry export` gives, and an order."""


def stored_about(connection: Connection, person: int) -> dict[str, list[dict[str, Any]]]:
    """Every row that names this person, by table, ready to be written as JSON."""
    found: dict[str, list[dict[str, Any]]] = {}
    for column in PEOPLE:
        shown = [each for each in column.table.columns if each not in LEFT_OUT]
        rows = connection.execute(select(*shown).where(column == person)).mappings()
        found.setdefault(column.table.description, []).extend(
            {name: _plain(value) for name, value in row.items()} for row in rows
        )
    mine = select(reviews.c.id).where(reviews.c.who == person)
    past = connection.execute(select(review_history).where(review_history.c.review.in_(mine))).mappings()
    found[review_history.name] = [{name: _plain(value) for name, value in row.items()} for row in past]
    return {table: rows for table, rows in found.items() if rows}


def forget(connection: Connection, person: int) -> int:
    """Deletes what is a person's alone, and their name everywhere else; how many places it was in.

    With reviews and presses goes what was counted of them. A draft that others have joined is theirs then.
    """
    places = delete_all_of(connection, person) + delete_presses_of(connection, person)
    places += leave_all(connection, person)
    for column in PEOPLE:
        table = metadata.tables[column.table.description]
        left = {"mark": mark_of(person)} if column in MARKED else {}
        nameless = update(table).values({column.name: None, **left})
        statement = delete(table) if column in THEIRS_ALONE else nameless
        places += connection.execute(statement.where(column == person)).rowcount
    return places


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value

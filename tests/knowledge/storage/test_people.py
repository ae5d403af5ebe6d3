"""Every place that can hold a person is shown to them and emptied when they ask, whatever it is called."""

import sqlite3
from contextlib import closing
from itertools import count
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, Integer, SmallInteger, make_url

from knowledge.reviews.review import Review
from knowledge.storage.database import engine_for
from knowledge.storage.privacy import PEOPLE, forget, stored_about
from knowledge.storage.reviews import ReviewState
from knowledge.storage.table_columns import Instant, OwnerColumn
from knowledge.storage.tables import metadata

PERSON, OTHER = 2**61 + 12345, 2**61 + 54321
OF_NOBODY = {
    "servers.version": "how often it was written",
    "servers.moderator_role": "a role",
    "servers.queue_channel": "a channel of the server",
    "notices.channel": "where to tell; the row goes with the person",
    "review_summaries.version": "how often it was counted",
    "reviews.place": "worked out of its rank and number",
}
"""Columns that could hold the number of a person, and hold another."""
NUMBERS = count(1)
REVIEW = Review(who="parent", suits_from=9, stars=4, text="Long and sad.")
READ = {"form": REVIEW.model_dump_json(), "state": ReviewState.SHOWN.value, "held_for": ""}
"""What is read again while a person is forgotten."""


def wide_columns() -> dict[str, Column[Any]]:
    """Every column wide enough for one of Discord's numbers, but those of servers and of rows."""
    every = (column for table in metadata.sorted_tables for column in table.columns)
    wide = (one for one in every if isinstance(one.type, BigInteger) and not one.foreign_keys)
    return {f"{one.table.name}.{one.name}": one for one in wide if one.name not in {"id", "server"}}


def test_a_new_column_for_numbers_is_a_persons_or_is_said_to_be_another() -> None:
    there = {name for name, column in wide_columns().items() if column not in set(PEOPLE)}
    assert there == set(OF_NOBODY)


def value(column: Column[Any], person: Column[Any]) -> object:
    """Something that the column takes: the person where it is theirs."""
    if column.name in READ:
        return READ[column.name]
    if column in set(PEOPLE):
        return PERSON if column is person else OTHER
    match column.type:
        case Boolean() | Float():
            return 0
        case Instant():
            return "2026-01-01 00:00:00"
        case SmallInteger():
            return None
        case BigInteger() | Integer() | OwnerColumn():
            return next(NUMBERS)
        case _:
            return f"text {next(NUMBERS)}"


def test_what_names_a_person_anywhere_is_shown_and_then_stands_nowhere(sqlite_url: str) -> None:
    file = str(make_url(sqlite_url).database)
    with closing(sqlite3.connect(file)) as database, database:
        for person in PEOPLE:
            given = (column for column in person.table.columns if not column.computed)
            row = {column.name: value(column, person) for column in given}
            blanks = ", ".join("?" for _ in row)
            words = f"INSERT INTO {person.table.description} ({', '.join(row)}) VALUES ({blanks})"
            database.execute(words, list(row.values()))
    engine = engine_for(sqlite_url)
    with engine.begin() as connection:
        shown = stored_about(connection, PERSON)
        for person in PEOPLE:
            rows = shown[person.table.description]
            assert any(row[person.name] == PERSON for row in rows), person
        assert forget(connection, PERSON) >= len(PEOPLE)
        assert stored_about(connection, PERSON) == {}
    engine.dispose()
    with closing(sqlite3.connect(file)) as database:
        left = "\n".join(database.iterdump())
    assert str(PERSON) not in left
    assert str(OTHER) in left

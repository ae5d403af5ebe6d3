"""How often the database is asked does not grow with servers, films or revisions."""

from collections.abc import Callable, Generator

import pytest
from sqlalchemy import Connection, Engine, event, insert

from knowledge.library import Library
from knowledge.storage.database import AT_ONCE, engine_for, writing
from knowledge.storage.drafts import draft, keep_draft
from knowledge.storage.offers import approve, offer, offered, waiting_offers
from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import forget, stored_about
from knowledge.storage.reports import open_report, open_reports, report, reported
from knowledge.storage.requests import ask, take_requests, want_notice
from knowledge.storage.revision_writer import write
from knowledge.storage.revisions import as_text, current, entries, history
from knowledge.storage.servers import (
    ServerSettings,
    attendance,
    change_settings,
    mark_left,
    note_attendance,
    remove_gone,
    versions,
)
from knowledge.storage.snapshot import Snapshot, load
from knowledge.storage.tables import revisions, servers
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, Make, Opened, publish

Ask = Callable[[Connection], object]
PLAIN = {"version": 1, "private_answers": False, "strictness": 0, "second_person": False}
NONE: dict[str, str | None] = {}


@pytest.fixture
def engine(url: str) -> Generator[Engine]:
    """A database of today, with nobody else at it."""
    engine = engine_for(url)
    yield engine
    engine.dispose()


def asked(engine: Engine, work: Ask) -> list[str]:
    """What the database is asked for it, apart from what it is to tell other processes."""
    statements: list[str] = []

    def note(_: Connection, __: object, statement: str, *___: object) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT", "RELEASE", "SELECT pg_notify")):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        do(engine, work)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return statements


def do(engine: Engine, work: Ask) -> None:
    with writing(engine) as connection:
        work(connection)


def some(count: int, first: int = 1000) -> list[ServerId]:
    return [ServerId(first + place) for place in range(count)]


def add_servers(count: int) -> Ask:
    return lambda c: c.execute(insert(servers), [{**PLAIN, "server": one} for one in some(count)])


SERVERS: dict[str, Callable[[list[ServerId]], Ask]] = {
    "who is there": lambda _: attendance,
    "left": lambda ids: lambda c: mark_left(c, ids),
    "came back": lambda ids: lambda c: note_attendance(c, ids, []),
    "gone for good": lambda _: remove_gone,
    "read": lambda ids: lambda c: load(c, ids, {}),
    "versions": lambda _: versions,
}


@pytest.mark.parametrize("command", SERVERS)
def test_many_servers_that_come_go_and_are_read_cost_as_much_as_one(engine: Engine, command: str) -> None:
    do(engine, add_servers(AT_ONCE))
    do(engine, lambda c: note_attendance(c, [], some(AT_ONCE // 2)))
    counts = {len(asked(engine, SERVERS[command](some(count)))) for count in (AT_ONCE, 1)}
    assert len(counts) == 1


def test_after_a_long_silence_all_servers_are_noted_in_one_statement(engine: Engine) -> None:
    do(engine, add_servers(300))
    ids = some(300)
    writes = [one for one in asked(engine, lambda c: note_attendance(c, [], ids)) if one.startswith("UPDATE")]
    assert len(writes) == 1
    with writing(engine) as connection:
        assert not any(attendance(connection).values())
        note_attendance(connection, ids, [])
        assert all(attendance(connection).values())


def test_a_page_of_a_history_is_all_that_is_read_of_it(engine: Engine, make_entry: Make) -> None:
    do(engine, lambda c: write(c, HERE, [publish(make_entry())], NONE))
    do(engine, lambda c: _long_history(c, 300))
    with writing(engine) as connection:
        page = history(connection, HERE, KITE, None, 12)
        assert [one.number for one in page] == list(range(290, 302))
        older = history(connection, HERE, KITE, 290, 12)
        assert [one.number for one in older] == list(range(278, 290))
        assert history(connection, HERE, KITE, 1, 12) == ()
        assert len(history(connection, HERE, KITE)) == 301
    assert len(asked(engine, lambda c: history(c, HERE, KITE, None, 12))) == 1


def _long_history(connection: Connection, count: int) -> None:
    now = current(connection, HERE, KITE)
    assert now
    plain = {"server": HERE, "movie": KITE, "who": ANNA, "at": now.at, "why": "More.", "locked": False}
    kept = {**plain, "deed": "publish", "life": "published", "text": now.text}
    connection.execute(insert(revisions), [{**kept, "number": number + 2} for number in range(count)])


def test_one_thing_is_found_by_its_key_among_many(engine: Engine, guide: Library, make_entry: Make) -> None:
    films = [make_entry(f"film-{number}-2001") for number in range(40)]
    do(engine, lambda c: write(c, HERE, [publish(film) for film in films], NONE))
    with writing(engine) as connection:
        for film in films:
            keep_draft(connection, HERE, ANNA, film.id, {"of": film.id})
            offer(connection, HERE, film.id, 1, ANNA)
            report(connection, HERE, film.id, ANNA, "Wrong.")
        found = draft(connection, HERE, ANNA, films[7].id)
        assert found
        assert found.form == {"of": films[7].id}
        assert len(open_reports(connection, HERE, most=25)) == 25
        assert [one.movie for one, _ in waiting_offers(connection, 3)] == [film.id for film in films[:3]]
        assert reported(connection, HERE) == {film.id: 1 for film in films}
    assert len(asked(engine, lambda c: draft(c, HERE, ANNA, films[7].id))) == 1
    assert len(asked(engine, lambda c: offered(c, 7))) == 2
    assert len(asked(engine, lambda c: open_report(c, HERE, 7))) == 1
    approval = asked(engine, lambda c: approve(c, 7, BEN, "Good.", Snapshot.of(guide, {})))
    assert all("offers.id = " in one for one in approval if "FROM offers" in one)
    again = asked(engine, lambda c: offer(c, HERE, films[8].id, 1, ANNA))
    assert all("LIMIT" in one for one in again if "FROM offers" in one)


@pytest.mark.parametrize("many", [1, 60])
def test_what_a_file_brings_is_taken_off_the_lists_at_once(
    engine: Engine, make_entry: Make, many: int
) -> None:
    films = [make_entry(f"film-{number}-2001") for number in range(many)]
    with writing(engine) as connection:
        for number, film in enumerate(films, 1):
            ask(connection, HERE, film.title)
            want_notice(connection, HERE, film.title, number)
    channels: dict[str, dict[int, str | None]] = {}
    statements = asked(engine, lambda c: channels.update(take_requests(c, HERE, films)))
    assert len(statements) == 4
    assert list(channels.values()) == [{number: None} for number in range(1, many + 1)]


def test_what_is_stored_about_a_person_is_found_and_deleted_in_as_many_statements_as_places(
    engine: Engine, make_entry: Make
) -> None:
    counts: set[tuple[int, int]] = set()
    for server in some(3):
        films = [make_entry(f"film-{number}-2001") for number in range(int(server) - 995)]
        do(engine, lambda c, server=server, films=films: write(c, server, list(map(publish, films)), NONE))
        shown = len(asked(engine, lambda c: stored_about(c, ANNA)))
        counts.add((shown, len(asked(engine, lambda c: forget(c, ANNA)))))
    assert len(counts) == 1


def test_what_is_given_to_a_person_holds_no_entries(engine: Engine, make_entry: Make) -> None:
    do(engine, lambda c: write(c, HERE, [publish(make_entry())], NONE))
    with writing(engine) as connection:
        (row,) = stored_about(connection, ANNA)["revisions"]
    assert (row["movie"], row["why"]) == (KITE, "It was missing.")
    assert as_text(make_entry()) not in str(row)


async def test_a_change_lays_no_other_servers_entries_anew_and_its_own_only_where_they_differ(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        there = ServerId(2000)
        await storage.write(there, [publish(make_entry("the-owl-2002"))])
        await storage.write(HERE, [publish(make_entry())])
        others, mine = storage.library(there), storage.library(HERE)
        await storage.save(change_settings, HERE, ServerSettings(country="GB"))
        assert storage.library(HERE) is mine
        await storage.write(HERE, [publish(make_entry(KITE, "New."), 1)])
        assert storage.library(there) is others
        assert storage.library(HERE) is not mine
        assert [one.movie for one in await storage.read(entries, HERE)] == [KITE]

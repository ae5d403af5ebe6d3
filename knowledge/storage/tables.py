"""The tables, as they stand after the newest migration. How they came to be stands in migrations/versions."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
)

from knowledge.storage.owners import SHARED, Owner, ServerId


class OwnerColumn(TypeDecorator[Owner]):
    """Whose row it is. Every statement passes here: a 0 or a missing id reaches no row."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Owner | None, dialect: Dialect) -> int:  # noqa: ARG002 (SQLAlchemy hands it over)
        """Raises TypeError or ValueError for what is neither a server's id nor the shared guide."""
        if value is None:
            raise TypeError("a row belongs to a server or to the shared guide")
        return int(value if value is SHARED else ServerId(value))

    def process_result_value(self, value: int | None, dialect: Dialect) -> Owner | None:  # noqa: ARG002 (SQLAlchemy hands it over)
        """The shared guide comes out as what it is."""
        if value is None:
            return None
        return SHARED if value == SHARED else ServerId(value)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy hands it over)
        """UTC on the way in, so that SQLite's text sorts in the order of time."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy hands it over)
        """UTC on the way out."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


def of_server(*, key: bool = False) -> Column[Owner]:
    """The column that says whose row it is; a server's rows go when the server goes."""
    return Column(
        "server",
        OwnerColumn,
        ForeignKey("servers.server", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=not key,
        autoincrement=False,
    )


servers = Table(
    "servers",
    metadata,
    Column("server", OwnerColumn, primary_key=True, autoincrement=False),
    # Drawn anew by every change of what readers see: two that differ mean "read again".
    Column("version", BigInteger, nullable=False),
    Column("moderator_role", BigInteger),
    Column("queue_channel", BigInteger),
    Column("country", String(2)),
    Column("private_answers", Boolean, nullable=False),
    Column("strictness", Integer, nullable=False),
    Column("second_person", Boolean, nullable=False),
    # When the data of a server that Usher has left will be removed.
    Column("gone_at", Instant),
)

revisions = Table(
    "revisions",
    metadata,
    of_server(key=True),
    Column("movie", String(80), primary_key=True),
    # 1, 2, 3 … without gaps: the revision that this one was based on is the number before it.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("who", BigInteger, index=True),
    # Left where a name was deleted; see authors.py.
    Column("mark", SmallInteger),
    Column("at", Instant, nullable=False),
    Column("why", String(500), nullable=False),
    Column("deed", String(16), nullable=False),
    Column("life", String(16), nullable=False),
    Column("locked", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    # What the shared entry was when this one was laid over it.
    Column("shared", String(64)),
)


def numbered() -> Column[int]:
    """A number given by the database."""
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


drafts = Table(
    "drafts",
    metadata,
    of_server(key=True),
    Column("who", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(100), primary_key=True),
    Column("form", Text, nullable=False),
    Column("at", Instant, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    of_server(key=True),
    Column("title", String(100), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_asked", Instant, nullable=False),
)

# Where somebody asked to be told when a film has its guide. In a server a channel, never a person; those of
# the shared guide are direct messages, each with the person whose it is and the locale of their Discord.
notices = Table(
    "notices",
    metadata,
    of_server(key=True),
    Column("title", String(100), primary_key=True),
    Column("channel", BigInteger, primary_key=True, autoincrement=False),
    Column("who", BigInteger, index=True),
    Column("locale", String(10)),
)

reports = Table(
    "reports",
    metadata,
    numbered(),
    of_server(),
    Column("movie", String(80), nullable=False),
    Column("says", String(1000), nullable=False),
    Column("who", BigInteger, index=True),
    Column("at", Instant, nullable=False),
    Column("closed_by", BigInteger, index=True),
    Column("closed_at", Instant),
    Column("answer", String(500)),
)

offers = Table(
    "offers",
    metadata,
    numbered(),
    of_server(),
    Column("movie", String(80), nullable=False),
    Column("number", Integer, nullable=False),
    Column("who", BigInteger, index=True),
    # Left where a name was deleted; see authors.py.
    Column("mark", SmallInteger),
    Column("at", Instant, nullable=False),
    # None while it waits.
    Column("approved", Boolean),
    Column("decided_by", BigInteger, index=True),
    Column("decided_at", Instant),
    Column("why", String(500)),
)

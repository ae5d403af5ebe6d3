"""What the tables are made of: their kinds of column, and who owns a row. The tables: tables.py."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, DateTime, Dialect, ForeignKey, Integer, MetaData, TypeDecorator

from knowledge.storage.owners import SHARED, Owner, ServerId, owner_of


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
        return owner_of(value)


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
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def of_server(*, key: bool = False, index: bool = True) -> Column[Owner]:
    """The column that says whose row it is; a server's rows go when the server goes.

    Without an `index` of its own it stands first in another.
    """
    return Column(
        "server",
        OwnerColumn,
        ForeignKey("servers.server", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=index and not key,
        autoincrement=False,
    )


def numbered() -> Column[int]:
    """A number given by the database."""
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def of_review(*, key: bool = False) -> Column[int]:
    """The column that says to which review a row belongs; it goes when the review goes."""
    return Column(
        "review",
        BigInteger,
        ForeignKey("reviews.id", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=not key,
        autoincrement=False,
    )

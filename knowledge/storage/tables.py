"""The tables, as they stand after the newest migration. How they came to be stands in migrations/versions."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Computed,
    Float,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from knowledge.storage.table_columns import Instant, OwnerColumn, metadata, numbered, of_review, of_server

PLACE = f"CAST(told AS INTEGER) * {1 << 62} + CAST(rank * {(1 << 20) - 1} AS BIGINT) * {1 << 42} + id"
"""Where a review stands among all of its film, as one number, by which SQLite too finds it in an index.

Those with words are first, then by the first 20 bits of their rank, then by their id, which has 42.
"""

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
    Column("reviews_wait", Boolean, nullable=False, server_default=false()),
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

drafts = Table(
    "drafts",
    metadata,
    of_server(key=True),
    Column("who", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(100), primary_key=True),
    Column("form", Text, nullable=False),
    Column("at", Instant, nullable=False),
    # Whose draft this person writes at; then the form is theirs, and this row holds none.
    Column("joined", BigInteger, index=True),
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

reviews = Table(
    "reviews",
    metadata,
    numbered(),
    of_server(index=False),
    # The film's id at IMDb where that is known, else the guide's: it outlives the day its guide is written.
    Column("movie", String(80), nullable=False),
    # None for one that came with a file.
    Column("who", BigInteger, index=True),
    Column("form", Text, nullable=False),
    Column("state", String(16), nullable=False),
    # What a moderator should look at, with commas between.
    Column("held_for", String(200), nullable=False),
    Column("told", Boolean, nullable=False),
    Column("helpful", Integer, nullable=False),
    Column("unhelpful", Integer, nullable=False),
    Column("rank", Float, nullable=False),
    Column("at", Instant, nullable=False),
    Column("decided_by", BigInteger, index=True),
    Column("decided_at", Instant),
    # What a moderator told the writer.
    Column("why", String(500)),
    # Of the writer's Discord, in which they are told what becomes of it.
    Column("locale", String(10)),
    UniqueConstraint("server", "movie", "who"),
    Column("place", BigInteger, Computed(PLACE)),
    Index("ix_reviews_shown", "server", "movie", "state", "place"),
    Index("ix_reviews_state", "server", "state"),
)

review_summaries = Table(
    "review_summaries",
    metadata,
    of_server(key=True),
    Column("movie", String(80), primary_key=True),
    # Drawn anew by every change: two that differ mean "read again".
    Column("version", BigInteger, nullable=False),
    Column("counts", Text, nullable=False),
    # The most helpful reviews that have words, as a JSON list.
    Column("best", Text),
)

# What a review said before its writer changed it, for moderators.
review_history = Table(
    "review_history",
    metadata,
    of_server(),
    of_review(key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("at", Instant, nullable=False),
)

review_presses = Table(
    "review_presses",
    metadata,
    of_server(),
    of_review(key=True),
    Column("who", BigInteger, primary_key=True, autoincrement=False, index=True),
    Column("helpful", Boolean, nullable=False),
)

review_reports = Table(
    "review_reports",
    metadata,
    numbered(),
    of_server(),
    of_review(),
    Column("who", BigInteger, index=True),
    Column("says", String(500), nullable=False),
    Column("at", Instant, nullable=False),
    Column("closed_by", BigInteger, index=True),
    Column("closed_at", Instant),
)

review_bars = Table(
    "review_bars",
    metadata,
    numbered(),
    of_server(),
    Column("who", BigInteger, index=True),
    # Left where a name was deleted; see authors.py.
    Column("mark", SmallInteger),
    Column("decided_by", BigInteger, index=True),
    Column("at", Instant, nullable=False),
    Column("why", String(500), nullable=False),
    UniqueConstraint("server", "who"),
)

"""Reviews of families: each with its history, its presses and reports; counts a film; who may write none."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
MOMENT = sa.DateTime(timezone=True)


def _number() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True)


def _server(table: str, *, key: bool = False) -> sa.Column[int]:
    target = sa.ForeignKey("servers.server", ondelete="CASCADE", name=f"fk_{table}_server")
    return sa.Column("server", sa.BigInteger, target, primary_key=key, autoincrement=False, nullable=False)


def _review(table: str, *, key: bool = False) -> sa.Column[int]:
    target = sa.ForeignKey("reviews.id", ondelete="CASCADE", name=f"fk_{table}_review")
    return sa.Column("review", sa.BigInteger, target, primary_key=key, autoincrement=False, nullable=False)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def upgrade() -> None:
    """Adds the tables, and the setting with which a server lets every review wait."""
    _reviews()
    _beside_reviews()
    _bars()
    op.add_column("servers", sa.Column("reviews_wait", sa.Boolean, nullable=False, server_default=sa.false()))


def _reviews() -> None:
    op.create_table(
        "reviews",
        _number(),
        _server("reviews"),
        sa.Column("movie", sa.String(80), nullable=False),
        sa.Column("who", sa.BigInteger),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("held_for", sa.String(200), nullable=False),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("helpful", sa.Integer, nullable=False),
        sa.Column("unhelpful", sa.Integer, nullable=False),
        sa.Column("rank", sa.Float, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.BigInteger),
        sa.Column("decided_at", MOMENT),
        sa.Column("why", sa.String(500)),
        sa.UniqueConstraint("server", "movie", "who", name="uq_reviews_server"),
    )
    _index("reviews", "who", "decided_by")
    op.create_index("ix_reviews_shown", "reviews", ["server", "movie", "state", "told", "rank", "id"])
    op.create_index("ix_reviews_state", "reviews", ["server", "state"])
    op.create_table(
        "review_summaries",
        _server("review_summaries", key=True),
        sa.Column("movie", sa.String(80), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("counts", sa.Text, nullable=False),
        sa.Column("best", sa.Text),
    )


def _beside_reviews() -> None:
    op.create_table(
        "review_history",
        _server("review_history"),
        _review("review_history", key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    _index("review_history", "server")
    op.create_table(
        "review_presses",
        _server("review_presses"),
        _review("review_presses", key=True),
        sa.Column("who", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
    )
    _index("review_presses", "server", "who")
    op.create_table(
        "review_reports",
        _number(),
        _server("review_reports"),
        _review("review_reports"),
        sa.Column("who", sa.BigInteger),
        sa.Column("says", sa.String(500), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("closed_by", sa.BigInteger),
        sa.Column("closed_at", MOMENT),
    )
    _index("review_reports", "server", "review", "who", "closed_by")


def _bars() -> None:
    op.create_table(
        "review_bars",
        _number(),
        _server("review_bars"),
        sa.Column("who", sa.BigInteger),
        sa.Column("mark", sa.SmallInteger),
        sa.Column("decided_by", sa.BigInteger),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("why", sa.String(500), nullable=False),
        sa.UniqueConstraint("server", "who", name="uq_review_bars_server"),
    )
    _index("review_bars", "server", "who", "decided_by")

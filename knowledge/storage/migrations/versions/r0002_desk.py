"""The moderators' desk: drafts, requests with their notices, reports."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _server(table: str, *, key: bool) -> sa.Column[int]:
    target = sa.ForeignKey("servers.server", ondelete="CASCADE", name=f"fk_{table}_server")
    return sa.Column("server", sa.BigInteger, target, primary_key=key, autoincrement=False, nullable=False)


def upgrade() -> None:
    """Adds the tables."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "drafts",
        _server("drafts", key=True),
        sa.Column("who", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(100), primary_key=True),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("at", moment, nullable=False),
    )
    op.create_table(
        "requests",
        _server("requests", key=True),
        sa.Column("title", sa.String(100), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("last_asked", moment, nullable=False),
    )
    op.create_table(
        "notices",
        _server("notices", key=True),
        sa.Column("title", sa.String(100), primary_key=True),
        sa.Column("channel", sa.BigInteger, primary_key=True, autoincrement=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        _server("reports", key=False),
        sa.Column("movie", sa.String(80), nullable=False),
        sa.Column("says", sa.String(1000), nullable=False),
        sa.Column("who", sa.BigInteger),
        sa.Column("at", moment, nullable=False),
        sa.Column("closed_by", sa.BigInteger),
        sa.Column("closed_at", moment),
        sa.Column("answer", sa.String(500)),
    )
    for column in ("server", "who", "closed_by"):
        op.create_index(f"ix_reports_{column}", "reports", [column])

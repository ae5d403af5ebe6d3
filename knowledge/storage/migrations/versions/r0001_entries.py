"""Servers with their settings, and their entries as revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the first tables."""
    op.create_table(
        "servers",
        sa.Column("server", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("moderator_role", sa.BigInteger),
        sa.Column("queue_channel", sa.BigInteger),
        sa.Column("country", sa.String(2)),
        sa.Column("private_answers", sa.Boolean, nullable=False),
        sa.Column("strictness", sa.Integer, nullable=False),
        sa.Column("second_person", sa.Boolean, nullable=False),
    )
    op.create_table(
        "revisions",
        sa.Column(
            "server",
            sa.BigInteger,
            sa.ForeignKey("servers.server", ondelete="CASCADE", name="fk_revisions_server"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("movie", sa.String(80), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("who", sa.BigInteger),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.String(500), nullable=False),
        sa.Column("deed", sa.String(16), nullable=False),
        sa.Column("life", sa.String(16), nullable=False),
        sa.Column("locked", sa.Boolean, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("shared", sa.String(64)),
    )
    op.create_index("ix_revisions_who", "revisions", ["who"])

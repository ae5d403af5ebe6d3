"""Entries offered to the shared guide, and servers that Usher has left."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the table and the column."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "offers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column(
            "server",
            sa.BigInteger,
            sa.ForeignKey("servers.server", ondelete="CASCADE", name="fk_offers_server"),
            nullable=False,
        ),
        sa.Column("movie", sa.String(80), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("who", sa.BigInteger),
        sa.Column("at", moment, nullable=False),
        sa.Column("approved", sa.Boolean),
        sa.Column("decided_by", sa.BigInteger),
        sa.Column("decided_at", moment),
        sa.Column("why", sa.String(500)),
    )
    for column in ("server", "who", "decided_by"):
        op.create_index(f"ix_offers_{column}", "offers", [column])
    op.add_column("servers", sa.Column("gone_at", moment))

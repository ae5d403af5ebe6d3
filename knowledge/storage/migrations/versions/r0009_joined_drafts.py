"""Several people at one draft: whose it is that somebody has joined."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Adds the column; drafts that are there have one writer each."""
    op.add_column("drafts", sa.Column("joined", sa.BigInteger))
    op.create_index("ix_drafts_joined", "drafts", ["joined"])

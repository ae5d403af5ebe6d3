"""Whose direct message a notice is for."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds the column."""
    op.add_column("notices", sa.Column("who", sa.BigInteger))
    op.create_index("ix_notices_who", "notices", ["who"])

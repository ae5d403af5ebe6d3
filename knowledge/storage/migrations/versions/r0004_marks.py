"""What is left of a deleted name: enough that nobody approves their own work, and no more."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Adds the columns. Of names that were deleted before nothing is left."""
    for table in ("revisions", "offers"):
        op.add_column(table, sa.Column("mark", sa.SmallInteger))

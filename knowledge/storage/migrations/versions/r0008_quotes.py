"""Several reviews of a film are quoted, not one alone; and in which language a writer is told of theirs."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Of the one that was quoted a list of one; the next change of any review fills it up."""
    op.add_column("reviews", sa.Column("locale", sa.String(10)))
    op.execute("UPDATE review_summaries SET best = '[' || best || ']' WHERE best IS NOT NULL")

"""A review's place among those of its film as one number, so that a page is found and not counted up to."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
PLACE = "CAST(told AS INTEGER) * 4611686018427387904 + CAST(rank * 1048575 AS BIGINT) * 4398046511104 + id"


def upgrade() -> None:
    """Adds the number, which the database works out, and puts the index on it."""
    kept = op.get_bind().dialect.name == "postgresql"  # It has no index on a number that it does not keep.
    op.add_column("reviews", sa.Column("place", sa.BigInteger, sa.Computed(PLACE, persisted=kept)))
    op.drop_index("ix_reviews_shown", "reviews")
    op.create_index("ix_reviews_shown", "reviews", ["server", "movie", "state", "place"])

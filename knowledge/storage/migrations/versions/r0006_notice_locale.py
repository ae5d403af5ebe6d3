"""In which language a person is told of a film in their direct message."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds the column; of notices that are there it is not known."""
    op.add_column("notices", sa.Column("locale", sa.String(10)))

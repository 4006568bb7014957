"""What is said of a hand-in: which files were taken for answers, and which were not used."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("hand_ins", sa.Column("notes", sa.Text, nullable=False, server_default="[]"))

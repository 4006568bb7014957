"""What is said of a hand-in (which files were taken for answers, and which were not used), and which exercises it was for."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("hand_ins", sa.Column("notes", sa.Text, nullable=False, server_default="[]"))
    op.add_column("hand_ins", sa.Column("exercises", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE hand_ins SET exercises = (SELECT exercises FROM runs WHERE runs.id = hand_ins.run)")

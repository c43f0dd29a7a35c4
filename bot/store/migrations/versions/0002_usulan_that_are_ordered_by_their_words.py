"""Tables of usulan may be ordered by a topic, or of what nobody read."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('usulan_orders', schema=None) as batch_op:
        batch_op.add_column(sa.Column('words', sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column('unread', sa.Boolean(), nullable=True))

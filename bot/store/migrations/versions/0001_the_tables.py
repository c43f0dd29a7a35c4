"""The tables as of the first release; what comes after is a revision of its own."""

import sqlalchemy as sa
from alembic import op
import bot.store.tables.columns

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('after_answers',
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('photo_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('answer', sa.String(length=8), nullable=False),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('spoken', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('usulan_id', name=op.f('pk_after_answers'))
    )
    with op.batch_alter_table('after_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_after_answers_photo_id'), ['photo_id'], unique=False)

    op.create_table('after_photos',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('reminded_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('media_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('sent_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('sent_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_after_photos')),
    sa.UniqueConstraint('usulan_id', name=op.f('uq_after_photos_usulan_id'))
    )
    with op.batch_alter_table('after_photos', schema=None) as batch_op:
        batch_op.create_index('ix_after_photos_due', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))

    op.create_table('alarms',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('subject', sa.String(length=32), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('said', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_alarms')),
    sa.UniqueConstraint('person_id', 'subject', name=op.f('uq_alarms_person_id_subject'))
    )
    with op.batch_alter_table('alarms', schema=None) as batch_op:
        batch_op.create_index('ix_alarms_next', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))

    op.create_table('attendance',
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('women', sa.SmallInteger(), nullable=True),
    sa.Column('men', sa.SmallInteger(), nullable=True),
    sa.Column('elements', sa.Text(), nullable=True),
    sa.Column('file_id', sa.Text(), nullable=True),
    sa.Column('before', sa.Text(), nullable=True),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('occasion_id', name=op.f('pk_attendance'))
    )
    op.create_table('blocks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('account', sa.BigInteger(), nullable=True),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('why', sa.String(length=16), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blocks')),
    sa.UniqueConstraint('person_id', name=op.f('uq_blocks_person_id'))
    )
    with op.batch_alter_table('blocks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blocks_account'), ['account'], unique=False)

    op.create_table('broadcast_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('broadcast_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('detail', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcast_events'))
    )
    with op.batch_alter_table('broadcast_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_broadcast_events_broadcast_id'), ['broadcast_id'], unique=False)

    op.create_table('broadcast_replies',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('broadcast_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('message_id', sa.BigInteger(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('answered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcast_replies'))
    )
    with op.batch_alter_table('broadcast_replies', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_broadcast_replies_broadcast_id'), ['broadcast_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_broadcast_replies_person_id'), ['person_id'], unique=False)

    op.create_table('broadcasts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('author_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('scope', sa.String(length=16), nullable=False),
    sa.Column('audience', sa.Text(), nullable=False),
    sa.Column('message', sa.Text(), nullable=False),
    sa.Column('urgent_why', sa.String(length=200), nullable=True),
    sa.Column('beside', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('version', sa.SmallInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('starts_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('not_after', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('agreed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('listed_up_to', sa.BigInteger(), nullable=True),
    sa.Column('began_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('ended_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('progress_row', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('progress_at', sa.Float(precision=53), nullable=True),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('thinned_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcasts'))
    )
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_broadcasts_author_id'), ['author_id'], unique=False)
        batch_op.create_index('ix_broadcasts_next', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))

    op.create_table('cards',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('lesson', sa.String(length=8), nullable=False),
    sa.Column('question', sa.SmallInteger(), autoincrement=False, nullable=False),
    sa.Column('stability', sa.Float(precision=53), nullable=False),
    sa.Column('difficulty', sa.Float(precision=53), nullable=False),
    sa.Column('reviewed_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'lesson', 'question', name=op.f('pk_cards'))
    )
    with op.batch_alter_table('cards', schema=None) as batch_op:
        batch_op.create_index('ix_cards_due', ['person_id', 'due_on'], unique=False, sqlite_where=sa.text('due_on IS NOT NULL'), postgresql_where=sa.text('due_on IS NOT NULL'))

    op.create_table('certificates',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('scope', sa.String(length=16), nullable=False),
    sa.Column('lessons', sa.SmallInteger(), nullable=False),
    sa.Column('stories', sa.SmallInteger(), nullable=False),
    sa.Column('hits', sa.SmallInteger(), nullable=False),
    sa.Column('asked', sa.SmallInteger(), nullable=False),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('number', sa.String(length=8), nullable=True),
    sa.Column('given_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('revoked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificates')),
    sa.UniqueConstraint('number', name=op.f('uq_certificates_number')),
    sa.UniqueConstraint('person_id', name=op.f('uq_certificates_person_id'))
    )
    with op.batch_alter_table('certificates', schema=None) as batch_op:
        batch_op.create_index('ix_certificates_waiting', ['asked_at'], unique=False, sqlite_where=sa.text('given_at IS NULL'), postgresql_where=sa.text('given_at IS NULL'))

    op.create_table('chat_groups',
    sa.Column('chat', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('title', sa.String(length=128), nullable=False),
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('tied_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('agreed_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('left_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('chat', name=op.f('pk_chat_groups'))
    )
    op.create_table('check_differences',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('check_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=32), nullable=False),
    sa.Column('stated', sa.Text(), nullable=True),
    sa.Column('found', sa.Text(), nullable=True),
    sa.Column('clarification_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_differences'))
    )
    with op.batch_alter_table('check_differences', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_check_differences_check_id'), ['check_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_check_differences_clarification_id'), ['clarification_id'], unique=False)

    op.create_table('check_findings',
    sa.Column('check_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('item', sa.String(length=16), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('version', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('check_id', 'item', name=op.f('pk_check_findings'))
    )
    op.create_table('claims',
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('expires_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('used_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('used_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_claims'))
    )
    with op.batch_alter_table('claims', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_claims_usulan_id'), ['usulan_id'], unique=False)

    op.create_table('claims_waiting',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('person_id', 'code_hash', name=op.f('pk_claims_waiting'))
    )
    op.create_table('clarifications',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('field', sa.String(length=32), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('stage', sa.String(length=16), nullable=False),
    sa.Column('asked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('asked_in', sa.BigInteger(), nullable=True),
    sa.Column('letter', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('due_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('reminded', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('answer_event', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('answered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_clarifications'))
    )
    with op.batch_alter_table('clarifications', schema=None) as batch_op:
        batch_op.create_index('ix_clarifications_due', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))
        batch_op.create_index('ix_clarifications_usulan', ['usulan_id'], unique=False)

    op.create_table('consents',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('speaker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('version', sa.String(length=16), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('answer', sa.String(length=8), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consents'))
    )
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consents_person_id'), ['person_id'], unique=False)

    op.create_table('conversations',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('flow', sa.String(length=32), nullable=False),
    sa.Column('draft', sa.String(length=8), nullable=False),
    sa.Column('state', sa.Text(), nullable=False),
    sa.Column('touched_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('nudge_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'flow', name=op.f('pk_conversations'))
    )
    with op.batch_alter_table('conversations', schema=None) as batch_op:
        batch_op.create_index('ix_conversations_nudge', ['nudge_at'], unique=False, sqlite_where=sa.text('nudge_at IS NOT NULL'), postgresql_where=sa.text('nudge_at IS NOT NULL'))

    op.create_table('counters',
    sa.Column('series', sa.String(length=32), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('series', name=op.f('pk_counters'))
    )
    op.create_table('decisions',
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('reason', sa.String(length=8), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('told_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=8), nullable=True),
    sa.Column('corrects', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('version', sa.SmallInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('rank', sa.SmallInteger(), nullable=True),
    sa.PrimaryKeyConstraint('occasion_id', 'usulan_id', name=op.f('pk_decisions'))
    )
    with op.batch_alter_table('decisions', schema=None) as batch_op:
        batch_op.create_index('ix_decisions_usulan', ['usulan_id'], unique=False)

    op.create_table('deliveries',
    sa.Column('broadcast_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('target', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('chat', sa.BigInteger(), nullable=False),
    sa.Column('role', sa.String(length=24), nullable=False),
    sa.Column('place', sa.String(length=16), nullable=False),
    sa.Column('todo', sa.String(length=8), nullable=True),
    sa.Column('due_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('row_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('then', sa.String(length=8), nullable=True),
    sa.Column('outcome', sa.String(length=12), nullable=True),
    sa.Column('uncertain', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('version', sa.SmallInteger(), nullable=True),
    sa.Column('mended', sa.String(length=12), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('sent_at', sa.Float(precision=53), nullable=True),
    sa.Column('understood_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('replied_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('answer', sa.SmallInteger(), nullable=True),
    sa.Column('reminded', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('many', sa.Integer(), nullable=True),
    sa.PrimaryKeyConstraint('broadcast_id', 'target', name=op.f('pk_deliveries'))
    )
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.create_index('ix_deliveries_flying', ['broadcast_id', 'row_id'], unique=False, sqlite_where=sa.text('row_id IS NOT NULL'), postgresql_where=sa.text('row_id IS NOT NULL'))
        batch_op.create_index('ix_deliveries_message', ['chat', 'message_id'], unique=False, sqlite_where=sa.text('message_id IS NOT NULL'), postgresql_where=sa.text('message_id IS NOT NULL'))
        batch_op.create_index('ix_deliveries_person', ['target'], unique=False)
        batch_op.create_index('ix_deliveries_todo', ['broadcast_id', 'due_at', 'target'], unique=False, sqlite_where=sa.text('todo IS NOT NULL AND row_id IS NULL'), postgresql_where=sa.text('todo IS NOT NULL AND row_id IS NULL'))

    op.create_table('erasures',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('address', sa.BigInteger(), nullable=False),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('with_words', sa.Boolean(), nullable=False),
    sa.Column('farewell', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('names', sa.Text(), nullable=True),
    sa.Column('erased_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_erasures'))
    )
    op.create_table('errands',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('closed_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_errands'))
    )
    with op.batch_alter_table('errands', schema=None) as batch_op:
        batch_op.create_index('ix_errands_mine', ['person_id'], unique=False, sqlite_where=sa.text("state = 'given'"), postgresql_where=sa.text("state = 'given'"))
        batch_op.create_index('ix_errands_one', ['usulan_id'], unique=True, sqlite_where=sa.text("state = 'given'"), postgresql_where=sa.text("state = 'given'"))
        batch_op.create_index(batch_op.f('ix_errands_usulan_id'), ['usulan_id'], unique=False)

    op.create_table('events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('by', sa.BigInteger(), nullable=True),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('detail', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_events'))
    )
    with op.batch_alter_table('events', schema=None) as batch_op:
        batch_op.create_index('ix_events_sheet', ['by', 'id'], unique=False, sqlite_where=sa.text("kind = 'bacaan'"), postgresql_where=sa.text("kind = 'bacaan'"))
        batch_op.create_index(batch_op.f('ix_events_usulan_id'), ['usulan_id'], unique=False)

    op.create_table('exam_questions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('exam_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('number', sa.SmallInteger(), nullable=False),
    sa.Column('module', sa.String(length=2), nullable=False),
    sa.Column('question', sa.String(length=8), nullable=False),
    sa.Column('shown', sa.String(length=12), nullable=False),
    sa.Column('chosen', sa.SmallInteger(), nullable=True),
    sa.Column('is_right', sa.Boolean(), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exam_questions')),
    sa.UniqueConstraint('exam_id', 'number', name=op.f('uq_exam_questions_exam_id_number'))
    )
    with op.batch_alter_table('exam_questions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_exam_questions_person_id'), ['person_id'], unique=False)

    op.create_table('exams',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=5), nullable=False),
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('begun_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('finished_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('asked', sa.SmallInteger(), nullable=False),
    sa.Column('hits', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exams'))
    )
    with op.batch_alter_table('exams', schema=None) as batch_op:
        batch_op.create_index('ix_exams_occasion', ['occasion_id'], unique=False, sqlite_where=sa.text('occasion_id IS NOT NULL'), postgresql_where=sa.text('occasion_id IS NOT NULL'))
        batch_op.create_index(batch_op.f('ix_exams_person_id'), ['person_id'], unique=False)

    op.create_table('facts',
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_facts'))
    )
    op.create_table('feeds',
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('revoked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_feeds'))
    )
    with op.batch_alter_table('feeds', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_feeds_person_id'), ['person_id'], unique=False)

    op.create_table('field_checks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('depth', sa.String(length=8), nullable=False),
    sa.Column('stage', sa.String(length=16), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_to', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('due_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('result', sa.String(length=8), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('closed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('closed_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_field_checks'))
    )
    with op.batch_alter_table('field_checks', schema=None) as batch_op:
        batch_op.create_index('ix_field_checks_due', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))
        batch_op.create_index('ix_field_checks_mine', ['given_to'], unique=False, sqlite_where=sa.text("state = 'given'"), postgresql_where=sa.text("state = 'given'"))
        batch_op.create_index('ix_field_checks_one', ['usulan_id'], unique=True, sqlite_where=sa.text("state = 'given'"), postgresql_where=sa.text("state = 'given'"))
        batch_op.create_index('ix_field_checks_usulan', ['usulan_id'], unique=False)

    op.create_table('first_words',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('update_ids', sa.Text(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_first_words'))
    )
    op.create_table('genders',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('is_woman', sa.Boolean(), nullable=False),
    sa.Column('told_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_genders'))
    )
    op.create_table('grants',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('role', sa.String(length=24), nullable=False),
    sa.Column('scope', sa.String(length=16), nullable=False),
    sa.Column('granted_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('until', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('revoked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('settle_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_grants'))
    )
    with op.batch_alter_table('grants', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_grants_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_grants_role', ['role'], unique=False, sqlite_where=sa.text('revoked_at IS NULL'), postgresql_where=sa.text('revoked_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_grants_scope'), ['scope'], unique=False)
        batch_op.create_index('ix_grants_settle', ['settle_at'], unique=False, sqlite_where=sa.text('settle_at IS NOT NULL'), postgresql_where=sa.text('settle_at IS NOT NULL'))

    op.create_table('group_members',
    sa.Column('chat', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('seen_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('chat', 'person_id', name=op.f('pk_group_members'))
    )
    with op.batch_alter_table('group_members', schema=None) as batch_op:
        batch_op.create_index('ix_group_members_person', ['person_id'], unique=False)

    op.create_table('hamlets',
    sa.Column('desa', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('was', sa.String(length=64), nullable=True),
    sa.Column('confirmed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('confirmed_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('desa', 'name', name=op.f('pk_hamlets'))
    )
    op.create_table('inbox',
    sa.Column('update_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('lane', sa.BigInteger(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('received_at', sa.Float(precision=53), nullable=False),
    sa.Column('due_at', sa.Float(precision=53), nullable=False),
    sa.Column('tries', sa.SmallInteger(), nullable=False),
    sa.Column('starts', sa.SmallInteger(), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('update_id', name=op.f('pk_inbox'))
    )
    with op.batch_alter_table('inbox', schema=None) as batch_op:
        batch_op.create_index('ix_inbox_old', ['received_at'], unique=False, sqlite_where=sa.text('outcome IS NOT NULL'), postgresql_where=sa.text('outcome IS NOT NULL'))
        batch_op.create_index('ix_inbox_open', ['update_id'], unique=False, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))
        batch_op.create_index('ix_inbox_trouble', ['update_id'], unique=False, sqlite_where=sa.text("outcome IN ('bad', 'parked')"), postgresql_where=sa.text("outcome IN ('bad', 'parked')"))

    op.create_table('invitees',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('occasion_id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.String(length=96), nullable=False),
    sa.Column('element', sa.String(length=24), nullable=False),
    sa.Column('speaks_for', sa.String(length=80), server_default='', nullable=False),
    sa.Column('hindrance', sa.String(length=200), server_default='', nullable=False),
    sa.Column('is_woman', sa.Boolean(), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('replaces', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('came', sa.Boolean(), nullable=True),
    sa.Column('ticked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('spoke_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('turns', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('rings_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('rings_to', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitees'))
    )
    with op.batch_alter_table('invitees', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitees_occasion_id'), ['occasion_id'], unique=False)
        batch_op.create_index('ix_invitees_rings', ['rings_at'], unique=False, sqlite_where=sa.text('rings_at IS NOT NULL'), postgresql_where=sa.text('rings_at IS NOT NULL'))

    op.create_table('invites',
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('role', sa.String(length=24), nullable=False),
    sa.Column('scope', sa.String(length=16), nullable=False),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('expires_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('used_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('used_by', sa.BigInteger(), nullable=True),
    sa.Column('revoked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('made_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('label', sa.String(length=80), nullable=True),
    sa.Column('batch', sa.String(length=16), nullable=True),
    sa.Column('replaces', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_invites')),
    sa.UniqueConstraint('id', name=op.f('uq_invites_id'))
    )
    with op.batch_alter_table('invites', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invites_batch'), ['batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_invites_made_by'), ['made_by'], unique=False)

    op.create_table('kamus',
    sa.Column('position', sa.SmallInteger(), autoincrement=False, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('unit', sa.String(length=40), nullable=False),
    sa.Column('office', sa.String(length=120), nullable=False),
    sa.Column('price', sa.BigInteger(), nullable=False),
    sa.Column('put_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_kamus'))
    )
    op.create_table('learners',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('days', sa.String(length=7), nullable=False),
    sa.Column('minutes', sa.SmallInteger(), nullable=False),
    sa.Column('paused_until', sa.Date(), nullable=True),
    sa.Column('thrifty', sa.Boolean(), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('enrolled_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learners')),
    sa.UniqueConstraint('person_id', name=op.f('uq_learners_person_id'))
    )
    with op.batch_alter_table('learners', schema=None) as batch_op:
        batch_op.create_index('ix_learners_next', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))

    op.create_table('lesson_progress',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('lesson', sa.String(length=8), nullable=False),
    sa.Column('version', sa.String(length=8), nullable=False),
    sa.Column('why', sa.String(length=8), nullable=False),
    sa.Column('sent_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('opened_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('page', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('read_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('named', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('finished_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('person_id', 'lesson', name=op.f('pk_lesson_progress'))
    )
    op.create_table('lesson_questions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('lesson', sa.String(length=8), nullable=False),
    sa.Column('scope', sa.String(length=16), nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('file_id', sa.Text(), nullable=True),
    sa.Column('file_kind', sa.String(length=8), nullable=True),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('answered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('published', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lesson_questions'))
    )
    with op.batch_alter_table('lesson_questions', schema=None) as batch_op:
        batch_op.create_index('ix_lesson_questions_open', ['asked_at'], unique=False, sqlite_where=sa.text('answered_at IS NULL'), postgresql_where=sa.text('answered_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_lesson_questions_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_lesson_questions_published', ['lesson'], unique=False, sqlite_where=sa.text('published'), postgresql_where=sa.text('published'))

    op.create_table('letterheads',
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('title', sa.String(length=80), server_default='', nullable=False),
    sa.Column('address', sa.String(length=160), server_default='', nullable=False),
    sa.Column('head', sa.String(length=64), server_default='', nullable=False),
    sa.Column('code', sa.String(length=24), server_default='', nullable=False),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('wilayah', name=op.f('pk_letterheads'))
    )
    op.create_table('letters',
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('year', sa.SmallInteger(), autoincrement=False, nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('wilayah', 'year', 'number', name=op.f('pk_letters')),
    sa.UniqueConstraint('occasion_id', name=op.f('uq_letters_occasion_id'))
    )
    op.create_table('lists',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('file_id', sa.Text(), nullable=False),
    sa.Column('due_at', sa.Float(precision=53), nullable=False),
    sa.Column('tries', sa.SmallInteger(), nullable=False),
    sa.Column('starts', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('kind', sa.String(length=8), nullable=True),
    sa.Column('found', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lists'))
    )
    with op.batch_alter_table('lists', schema=None) as batch_op:
        batch_op.create_index('ix_lists_open', ['due_at'], unique=False, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))
        batch_op.create_index(batch_op.f('ix_lists_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_lists_shown', ['due_at'], unique=False, sqlite_where=sa.text('found IS NOT NULL'), postgresql_where=sa.text('found IS NOT NULL'))

    op.create_table('loops',
    sa.Column('process', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=16), nullable=False),
    sa.Column('began_at', sa.Float(precision=53), nullable=False),
    sa.Column('restarts', sa.SmallInteger(), nullable=False),
    sa.Column('succeeded_at', sa.Float(precision=53), nullable=True),
    sa.Column('failed_at', sa.Float(precision=53), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('is_down', sa.Boolean(), nullable=False),
    sa.Column('told_at', sa.Float(precision=53), nullable=False),
    sa.PrimaryKeyConstraint('process', 'name', name=op.f('pk_loops'))
    )
    op.create_table('media',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger(), nullable=False),
    sa.Column('question', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('file_id', sa.Text(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('due_at', sa.Float(precision=53), nullable=False),
    sa.Column('tries', sa.SmallInteger(), nullable=False),
    sa.Column('starts', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=True),
    sa.Column('path', sa.Text(), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_media'))
    )
    with op.batch_alter_table('media', schema=None) as batch_op:
        batch_op.create_index('ix_media_erased', ['id'], unique=False, sqlite_where=sa.text("outcome = 'erased'"), postgresql_where=sa.text("outcome = 'erased'"))
        batch_op.create_index('ix_media_open', ['due_at'], unique=False, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))
        batch_op.create_index(batch_op.f('ix_media_usulan_id'), ['usulan_id'], unique=False)

    op.create_table('moves',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('batch', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('before', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('reason', sa.String(length=8), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('decider', sa.String(length=24), nullable=True),
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('told_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=8), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_moves'))
    )
    with op.batch_alter_table('moves', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_moves_batch'), ['batch'], unique=False)
        batch_op.create_index('ix_moves_usulan', ['usulan_id', 'id'], unique=False)

    op.create_table('news',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('subject', sa.BigInteger(), nullable=False),
    sa.Column('detail', sa.Text(), nullable=False),
    sa.Column('by', sa.BigInteger(), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('told_up_to', sa.BigInteger(), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_news'))
    )
    with op.batch_alter_table('news', schema=None) as batch_op:
        batch_op.create_index('ix_news_next', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))

    op.create_table('notices',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('subject', sa.String(length=32), nullable=False),
    sa.Column('due_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notices')),
    sa.UniqueConstraint('person_id', 'kind', 'subject', name=op.f('uq_notices_person_id_kind_subject'))
    )
    with op.batch_alter_table('notices', schema=None) as batch_op:
        batch_op.create_index('ix_notices_open', ['due_at'], unique=False, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))

    op.create_table('occasion_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('occasion_id', sa.BigInteger(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('by', sa.BigInteger(), nullable=True),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('detail', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occasion_events'))
    )
    with op.batch_alter_table('occasion_events', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_occasion_events_occasion_id'), ['occasion_id'], unique=False)

    op.create_table('occasions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('about', sa.String(length=64), server_default='', nullable=False),
    sa.Column('cycle', sa.SmallInteger(), nullable=False),
    sa.Column('starts_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('place', sa.String(length=120), server_default='', nullable=False),
    sa.Column('made_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('moves', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('cancelled_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('cancelled_why', sa.String(length=200), nullable=True),
    sa.Column('plan_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('teach_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('eve_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('over_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_occasions'))
    )
    with op.batch_alter_table('occasions', schema=None) as batch_op:
        batch_op.create_index('ix_occasions_eve', ['eve_at'], unique=False, sqlite_where=sa.text('eve_at IS NOT NULL'), postgresql_where=sa.text('eve_at IS NOT NULL'))
        batch_op.create_index('ix_occasions_over', ['over_at'], unique=False, sqlite_where=sa.text('over_at IS NOT NULL'), postgresql_where=sa.text('over_at IS NOT NULL'))
        batch_op.create_index('ix_occasions_plan', ['plan_at'], unique=False, sqlite_where=sa.text('plan_at IS NOT NULL'), postgresql_where=sa.text('plan_at IS NOT NULL'))
        batch_op.create_index('ix_occasions_starts', ['starts_at'], unique=False, sqlite_where=sa.text('cancelled_at IS NULL'), postgresql_where=sa.text('cancelled_at IS NULL'))
        batch_op.create_index('ix_occasions_teach', ['teach_at'], unique=False, sqlite_where=sa.text('teach_at IS NOT NULL'), postgresql_where=sa.text('teach_at IS NOT NULL'))
        batch_op.create_index('ix_occasions_wilayah', ['wilayah', 'starts_at'], unique=False)
        batch_op.create_index('uq_occasions_live', ['kind', 'wilayah', 'about', 'cycle'], unique=True, sqlite_where=sa.text('cancelled_at IS NULL'), postgresql_where=sa.text('cancelled_at IS NULL'))

    op.create_table('office_phones',
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('number', sa.String(length=16), nullable=False),
    sa.Column('given_by', sa.BigInteger(), nullable=True),
    sa.Column('given_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('wilayah', name=op.f('pk_office_phones'))
    )
    with op.batch_alter_table('office_phones', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_office_phones_given_by'), ['given_by'], unique=False)

    op.create_table('outbox',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('chat', sa.BigInteger(), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('priority', sa.SmallInteger(), nullable=False),
    sa.Column('method', sa.String(length=40), nullable=False),
    sa.Column('params', sa.Text(), nullable=False),
    sa.Column('refers_to', sa.BigInteger(), nullable=True),
    sa.Column('slot', sa.String(length=64), nullable=True),
    sa.Column('due_at', sa.Float(precision=53), nullable=False),
    sa.Column('not_after', sa.Float(precision=53), nullable=True),
    sa.Column('tries', sa.SmallInteger(), nullable=False),
    sa.Column('lease_by', sa.String(length=16), nullable=True),
    sa.Column('lease_until', sa.Float(precision=53), nullable=True),
    sa.Column('uncertain', sa.Boolean(), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=True),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('error', sa.Text(), nullable=True),
    sa.Column('created_at', sa.Float(precision=53), nullable=False),
    sa.Column('finished_at', sa.Float(precision=53), nullable=True),
    sa.Column('unasked_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outbox')),
    sa.UniqueConstraint('slot', name=op.f('uq_outbox_slot'))
    )
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_chat', ['chat', 'id'], unique=False)
        batch_op.create_index('ix_outbox_open', ['priority', 'id'], unique=False, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))
        batch_op.create_index('ix_outbox_open_chat', ['chat', 'id'], unique=False, sqlite_where=sa.text('outcome IS NULL'), postgresql_where=sa.text('outcome IS NULL'))
        batch_op.create_index('ix_outbox_trouble', ['id'], unique=False, sqlite_where=sa.text("outcome IN ('refused', 'unsure', 'dead')"), postgresql_where=sa.text("outcome IN ('refused', 'unsure', 'dead')"))
        batch_op.create_index('ix_outbox_unasked', ['person_id', 'unasked_on'], unique=False, sqlite_where=sa.text('unasked_on IS NOT NULL'), postgresql_where=sa.text('unasked_on IS NOT NULL'))

    op.create_table('pacing',
    sa.Column('scope', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('tat', sa.Float(precision=53), nullable=False),
    sa.Column('hold_until', sa.Float(precision=53), nullable=False),
    sa.PrimaryKeyConstraint('scope', name=op.f('pk_pacing'))
    )
    op.create_table('people',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('channel', sa.String(length=12), nullable=False),
    sa.Column('address', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('named_by_self', sa.Boolean(), nullable=False),
    sa.Column('unnamed', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('called_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('consent_version', sa.String(length=16), nullable=True),
    sa.Column('consented_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('unreachable_since', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('first_seen_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('last_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('digest_at', sa.SmallInteger(), nullable=True),
    sa.Column('away_from', sa.Date(), nullable=True),
    sa.Column('away_until', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sa.UniqueConstraint('channel', 'address', name=op.f('uq_people_channel_address'))
    )
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.create_index('ix_people_gone', ['id'], unique=False, sqlite_where=sa.text('unreachable_since IS NOT NULL'), postgresql_where=sa.text('unreachable_since IS NOT NULL'))
        batch_op.create_index('ix_people_last', ['last_at'], unique=False)

    op.create_table('phones',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('number', sa.String(length=16), nullable=False),
    sa.Column('given_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_phones'))
    )
    op.create_table('points',
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('position', sa.SmallInteger(), autoincrement=False, nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('minutes', sa.SmallInteger(), nullable=False),
    sa.Column('began_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('ended_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('occasion_id', 'position', name=op.f('pk_points'))
    )
    op.create_table('practised',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('scene', sa.String(length=40), nullable=False),
    sa.Column('heard', sa.SmallInteger(), nullable=False),
    sa.Column('most', sa.SmallInteger(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practised'))
    )
    with op.batch_alter_table('practised', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_practised_person_id'), ['person_id'], unique=False)

    op.create_table('processes',
    sa.Column('name', sa.String(length=16), nullable=False),
    sa.Column('seen_at', sa.Float(precision=53), nullable=False),
    sa.Column('report', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_processes'))
    )
    op.create_table('promises',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('subject', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('desa', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('due_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('rung', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('admitted_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('ended_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_promises'))
    )
    with op.batch_alter_table('promises', schema=None) as batch_op:
        batch_op.create_index('ix_promises_due', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))
        batch_op.create_index('ix_promises_late', ['due_at'], unique=False, sqlite_where=sa.text("state IN ('open', 'handed')"), postgresql_where=sa.text("state IN ('open', 'handed')"))
        batch_op.create_index('ix_promises_subject', ['subject'], unique=False, sqlite_where=sa.text("state IN ('open', 'handed')"), postgresql_where=sa.text("state IN ('open', 'handed')"))

    op.create_table('proofs',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('task_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('file_id', sa.Text(), nullable=True),
    sa.Column('answers', sa.Text(), nullable=True),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_proofs'))
    )
    with op.batch_alter_table('proofs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_proofs_task_id'), ['task_id'], unique=False)

    op.create_table('questions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('kecamatan', sa.String(length=16), nullable=False),
    sa.Column('desa', sa.String(length=16), nullable=False),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('told_to', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('alone', sa.Boolean(), nullable=False),
    sa.Column('unnamed', sa.Boolean(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('answered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questions'))
    )
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.create_index('ix_questions_asked', ['asked_at'], unique=False)
        batch_op.create_index('ix_questions_open', ['desa', 'id'], unique=False, sqlite_where=sa.text('answered_at IS NULL'), postgresql_where=sa.text('answered_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_questions_person_id'), ['person_id'], unique=False)

    op.create_table('quizzes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('lesson', sa.String(length=8), nullable=False),
    sa.Column('question', sa.SmallInteger(), nullable=False),
    sa.Column('shown', sa.String(length=12), nullable=False),
    sa.Column('wording', sa.String(length=8), nullable=False),
    sa.Column('card', sa.Boolean(), nullable=False),
    sa.Column('letter', sa.BigInteger(), nullable=True),
    sa.Column('asked_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('chosen', sa.SmallInteger(), nullable=True),
    sa.Column('is_right', sa.Boolean(), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quizzes'))
    )
    with op.batch_alter_table('quizzes', schema=None) as batch_op:
        batch_op.create_index('ix_quizzes_person', ['person_id', 'asked_at'], unique=False)

    op.create_table('read_backs',
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('is_right', sa.Boolean(), nullable=False),
    sa.Column('note', sa.String(length=500), nullable=True),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('occasion_id', 'usulan_id', name=op.f('pk_read_backs'))
    )
    op.create_table('recordings',
    sa.Column('subject', sa.String(length=40), nullable=False),
    sa.Column('tongue', sa.String(length=10), nullable=False),
    sa.Column('file_id', sa.Text(), nullable=False),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('subject', 'tongue', name=op.f('pk_recordings'))
    )
    op.create_table('short_codes',
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('short', sa.String(length=4), nullable=False),
    sa.PrimaryKeyConstraint('wilayah', name=op.f('pk_short_codes')),
    sa.UniqueConstraint('short', name=op.f('uq_short_codes_short'))
    )
    op.create_table('speakers',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('account_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('tell_directly', sa.Boolean(), nullable=False),
    sa.Column('guardian', sa.String(length=64), nullable=True),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_speakers'))
    )
    with op.batch_alter_table('speakers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_speakers_account_id'), ['account_id'], unique=False)

    op.create_table('spoken',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('message_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger(), nullable=False),
    sa.Column('question', sa.String(length=32), nullable=False),
    sa.PrimaryKeyConstraint('person_id', 'message_id', name=op.f('pk_spoken'))
    )
    with op.batch_alter_table('spoken', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_spoken_usulan_id'), ['usulan_id'], unique=False)

    op.create_table('switches',
    sa.Column('rule', sa.String(length=8), nullable=False),
    sa.Column('used', sa.Boolean(), nullable=False),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('rule', name=op.f('pk_switches'))
    )
    op.create_table('task_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('task_id', sa.BigInteger(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('by', sa.BigInteger(), nullable=True),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('detail', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_events'))
    )
    with op.batch_alter_table('task_events', schema=None) as batch_op:
        batch_op.create_index('ix_task_events_named', ['by', 'id'], unique=False, sqlite_where=sa.text("kind = 'named'"), postgresql_where=sa.text("kind = 'named'"))
        batch_op.create_index(batch_op.f('ix_task_events_task_id'), ['task_id'], unique=False)

    op.create_table('tasks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('rule', sa.String(length=8), nullable=False),
    sa.Column('occasion_id', sa.BigInteger(), nullable=False),
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('on_behalf', sa.Boolean(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('remind_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('climb_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('rung', sa.SmallInteger(), nullable=False),
    sa.Column('ends_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('offered_to', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('help_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('closed_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('closed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('why', sa.String(length=300), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tasks')),
    sa.UniqueConstraint('occasion_id', 'rule', 'wilayah', name=op.f('uq_tasks_occasion_id_rule_wilayah'))
    )
    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.create_index('ix_tasks_climb', ['climb_at'], unique=False, sqlite_where=sa.text('climb_at IS NOT NULL'), postgresql_where=sa.text('climb_at IS NOT NULL'))
        batch_op.create_index('ix_tasks_climbed', ['wilayah', 'rung'], unique=False, sqlite_where=sa.text("state = 'open' AND rung > 0"), postgresql_where=sa.text("state = 'open' AND rung > 0"))
        batch_op.create_index('ix_tasks_ends', ['ends_at'], unique=False, sqlite_where=sa.text('ends_at IS NOT NULL'), postgresql_where=sa.text('ends_at IS NOT NULL'))
        batch_op.create_index('ix_tasks_help', ['wilayah'], unique=False, sqlite_where=sa.text("help_at IS NOT NULL AND state = 'open'"), postgresql_where=sa.text("help_at IS NOT NULL AND state = 'open'"))
        batch_op.create_index('ix_tasks_offered', ['offered_to'], unique=False, sqlite_where=sa.text('offered_to IS NOT NULL'), postgresql_where=sa.text('offered_to IS NOT NULL'))
        batch_op.create_index('ix_tasks_owner', ['owner_id', 'due_on'], unique=False, sqlite_where=sa.text("state IN ('open', 'waiting')"), postgresql_where=sa.text("state IN ('open', 'waiting')"))
        batch_op.create_index('ix_tasks_remind', ['remind_at'], unique=False, sqlite_where=sa.text('remind_at IS NOT NULL'), postgresql_where=sa.text('remind_at IS NOT NULL'))
        batch_op.create_index('ix_tasks_waiting', ['rule', 'wilayah'], unique=False, sqlite_where=sa.text("state = 'waiting'"), postgresql_where=sa.text("state = 'waiting'"))
        batch_op.create_index('ix_tasks_wilayah', ['wilayah', 'rule'], unique=False)

    op.create_table('ticks',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('seen', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('person_id', 'usulan_id', name=op.f('pk_ticks'))
    )
    op.create_table('training_materials',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=5), nullable=False),
    sa.Column('file_id', sa.String(length=200), nullable=False),
    sa.Column('position', sa.SmallInteger(), nullable=False),
    sa.Column('by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_materials'))
    )
    with op.batch_alter_table('training_materials', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_training_materials_occasion_id'), ['occasion_id'], unique=False)

    op.create_table('training_seats',
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('scope', sa.String(length=16), nullable=False),
    sa.Column('answer', sa.String(length=5), nullable=True),
    sa.Column('answered_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('came_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('occasion_id', 'person_id', name=op.f('pk_training_seats'))
    )
    with op.batch_alter_table('training_seats', schema=None) as batch_op:
        batch_op.create_index('ix_training_seats_person', ['person_id'], unique=False)

    op.create_table('trainings',
    sa.Column('occasion_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('code', sa.String(length=8), nullable=False),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('closing_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('occasion_id', name=op.f('pk_trainings')),
    sa.UniqueConstraint('code', name=op.f('uq_trainings_code'))
    )
    op.create_table('tried',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('lesson', sa.String(length=8), nullable=False),
    sa.Column('kecamatan', sa.String(length=16), nullable=False),
    sa.Column('words', sa.Text(), server_default='', nullable=False),
    sa.Column('file_id', sa.Text(), nullable=True),
    sa.Column('file_kind', sa.String(length=8), nullable=True),
    sa.Column('told_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tried')),
    sa.UniqueConstraint('person_id', 'lesson', name=op.f('uq_tried_person_id_lesson'))
    )
    with op.batch_alter_table('tried', schema=None) as batch_op:
        batch_op.create_index('ix_tried_kecamatan', ['kecamatan', 'told_at'], unique=False)

    op.create_table('urgings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('wilayah', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('by', sa.BigInteger(), nullable=True),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('words', sa.String(length=300), server_default='', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_urgings'))
    )
    with op.batch_alter_table('urgings', schema=None) as batch_op:
        batch_op.create_index('ix_urgings_at', ['at'], unique=False)
        batch_op.create_index('ix_urgings_person', ['person_id', 'at'], unique=False)

    op.create_table('usulan',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('code', sa.String(length=24), nullable=False),
    sa.Column('year', sa.SmallInteger(), nullable=False),
    sa.Column('kecamatan', sa.String(length=16), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=False),
    sa.Column('desa', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=True),
    sa.Column('answers', sa.Text(), nullable=False),
    sa.Column('status', sa.String(length=16), nullable=False),
    sa.Column('spoken_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('read_by', sa.BigInteger(), nullable=True),
    sa.Column('read_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('locked_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('speaker_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('typed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('agreed', sa.Text(), nullable=True),
    sa.Column('reader_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('told_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('unnamed', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('unread_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('unread_rung', sa.SmallInteger(), server_default=sa.text('0'), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=True),
    sa.Column('moved', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('joined_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('again_of', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('sipd', sa.String(length=40), nullable=True),
    sa.Column('season_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('sift_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('dusun', sa.String(length=64), nullable=True),
    sa.Column('lacks', sa.SmallInteger(), nullable=True),
    sa.Column('unwritten', sa.SmallInteger(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_usulan')),
    sa.UniqueConstraint('code', name=op.f('uq_usulan_code')),
    sa.UniqueConstraint('year', 'kecamatan', 'serial', name=op.f('uq_usulan_year_kecamatan_serial'))
    )
    with op.batch_alter_table('usulan', schema=None) as batch_op:
        batch_op.create_index('ix_usulan_again', ['again_of'], unique=True, sqlite_where=sa.text('again_of IS NOT NULL'), postgresql_where=sa.text('again_of IS NOT NULL'))
        batch_op.create_index('ix_usulan_desa', ['desa', 'id'], unique=False)
        batch_op.create_index('ix_usulan_forum', ['desa', 'serial', 'id'], unique=False, sqlite_where=sa.text('moved > 0 AND joined_id IS NULL'), postgresql_where=sa.text('moved > 0 AND joined_id IS NULL'))
        batch_op.create_index('ix_usulan_in_person', ['spoken_at', 'id', 'desa'], unique=False, sqlite_where=sa.text('told_at IS NULL AND (typed_by IS NOT NULL OR speaker_id IS NOT NULL)'), postgresql_where=sa.text('told_at IS NULL AND (typed_by IS NOT NULL OR speaker_id IS NOT NULL)'))
        batch_op.create_index('ix_usulan_joined', ['joined_id'], unique=False, sqlite_where=sa.text('joined_id IS NOT NULL'), postgresql_where=sa.text('joined_id IS NOT NULL'))
        batch_op.create_index('ix_usulan_lacking', ['spoken_at', 'id', 'desa'], unique=False, sqlite_where=sa.text('lacks > 0 AND locked_at IS NULL'), postgresql_where=sa.text('lacks > 0 AND locked_at IS NULL'))
        batch_op.create_index('ix_usulan_person', ['person_id', 'id'], unique=False)
        batch_op.create_index('ix_usulan_season', ['season_at'], unique=False, sqlite_where=sa.text('season_at IS NOT NULL'), postgresql_where=sa.text('season_at IS NOT NULL'))
        batch_op.create_index('ix_usulan_sift_at', ['sift_at'], unique=False, sqlite_where=sa.text('sift_at IS NOT NULL'), postgresql_where=sa.text('sift_at IS NOT NULL'))
        batch_op.create_index('ix_usulan_speaker', ['speaker_id'], unique=False, sqlite_where=sa.text('speaker_id IS NOT NULL'), postgresql_where=sa.text('speaker_id IS NOT NULL'))
        batch_op.create_index('ix_usulan_to_tell', ['typed_by', 'id'], unique=False, sqlite_where=sa.text('typed_by IS NOT NULL AND told_at IS NULL'), postgresql_where=sa.text('typed_by IS NOT NULL AND told_at IS NULL'))
        batch_op.create_index('ix_usulan_unread', ['desa', 'id'], unique=False, sqlite_where=sa.text('read_at IS NULL'), postgresql_where=sa.text('read_at IS NULL'))
        batch_op.create_index('ix_usulan_unread_at', ['unread_at'], unique=False, sqlite_where=sa.text('unread_at IS NOT NULL'), postgresql_where=sa.text('unread_at IS NOT NULL'))
        batch_op.create_index('ix_usulan_unread_first', ['spoken_at', 'id', 'desa'], unique=False, sqlite_where=sa.text('read_at IS NULL'), postgresql_where=sa.text('read_at IS NULL'))
        batch_op.create_index('ix_usulan_unwritten', ['spoken_at', 'id', 'desa'], unique=False, sqlite_where=sa.text('unwritten > 0 AND locked_at IS NULL'), postgresql_where=sa.text('unwritten > 0 AND locked_at IS NULL'))

    op.create_table('usulan_orders',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('year', sa.SmallInteger(), nullable=False),
    sa.Column('inside', sa.String(length=16), server_default=sa.text("('')"), nullable=False),
    sa.Column('kecamatan', sa.String(length=16), server_default=sa.text("('')"), nullable=False),
    sa.Column('serial', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('number', sa.Integer(), server_default=sa.text('0'), nullable=False),
    sa.Column('packed', sa.Text(), server_default=sa.text("('')"), nullable=False),
    sa.Column('next_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_usulan_orders'))
    )
    with op.batch_alter_table('usulan_orders', schema=None) as batch_op:
        batch_op.create_index('ix_usulan_orders_next_at', ['next_at'], unique=False, sqlite_where=sa.text('next_at IS NOT NULL'), postgresql_where=sa.text('next_at IS NOT NULL'))
        batch_op.create_index(batch_op.f('ix_usulan_orders_person_id'), ['person_id'], unique=False)

    op.create_table('usulan_words',
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('word', sa.String(length=24), nullable=False),
    sa.Column('desa', sa.String(length=16), nullable=False),
    sa.PrimaryKeyConstraint('usulan_id', 'word', name=op.f('pk_usulan_words')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('usulan_words', schema=None) as batch_op:
        batch_op.create_index('ix_usulan_words', ['word', 'usulan_id', 'desa'], unique=False)

    op.create_table('wordings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('usulan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question', sa.String(length=32), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('made_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.Column('confirmed_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('refused_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.Column('voice_gone_at', bot.store.tables.columns.Civil(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wordings'))
    )
    with op.batch_alter_table('wordings', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_wordings_usulan_id'), ['usulan_id'], unique=False)
        batch_op.create_index('ix_wordings_voice', ['confirmed_at'], unique=False, sqlite_where=sa.text('confirmed_at IS NOT NULL AND voice_gone_at IS NULL'), postgresql_where=sa.text('confirmed_at IS NOT NULL AND voice_gone_at IS NULL'))

    op.create_table('wrong_codes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger(), nullable=False),
    sa.Column('at', bot.store.tables.columns.Civil(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wrong_codes'))
    )
    with op.batch_alter_table('wrong_codes', schema=None) as batch_op:
        batch_op.create_index('ix_wrong_codes_recent', ['person_id', 'at'], unique=False)

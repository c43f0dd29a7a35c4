"""voices and rights"""

import sqlalchemy as sa
from alembic import op

import bot.store.tables.columns

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("usulan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("expires_at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.Column("used_at", bot.store.tables.columns.Civil(timezone=True), nullable=True),
        sa.Column("used_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_claims")),
    )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claims_usulan_id"), ["usulan_id"], unique=False)

    op.create_table(
        "consents",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("speaker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("version", sa.String(length=16), nullable=False),
        sa.Column("at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
    )
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consents_person_id"), ["person_id"], unique=False)

    op.create_table(
        "erasures",
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("address", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.Column("with_words", sa.Boolean(), nullable=False),
        sa.Column("farewell", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("names", sa.Text(), nullable=True),
        sa.Column("erased_at", bot.store.tables.columns.Civil(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "first_words",
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("update_ids", sa.Text(), nullable=False),
        sa.Column("at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_first_words")),
    )
    op.create_table(
        "hamlets",
        sa.Column("desa", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("was", sa.String(length=64), nullable=True),
        sa.Column("confirmed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("confirmed_at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("desa", "name", name=op.f("pk_hamlets")),
    )
    op.create_table(
        "lists",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("due_at", sa.Float(precision=53), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lists")),
    )
    with op.batch_alter_table("lists", schema=None) as batch_op:
        batch_op.create_index(
            "ix_lists_open",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("outcome IS NULL"),
            postgresql_where=sa.text("outcome IS NULL"),
        )
        batch_op.create_index(batch_op.f("ix_lists_person_id"), ["person_id"], unique=False)

    op.create_table(
        "speakers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("tell_directly", sa.Boolean(), nullable=False),
        sa.Column("guardian", sa.String(length=64), nullable=True),
        sa.Column("made_at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
    )
    with op.batch_alter_table("speakers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_speakers_account_id"), ["account_id"], unique=False)

    op.create_table(
        "wordings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("usulan_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("question", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", bot.store.tables.columns.Civil(timezone=True), nullable=False),
        sa.Column("confirmed_at", bot.store.tables.columns.Civil(timezone=True), nullable=True),
        sa.Column("refused_at", bot.store.tables.columns.Civil(timezone=True), nullable=True),
        sa.Column("voice_gone_at", bot.store.tables.columns.Civil(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wordings")),
    )
    with op.batch_alter_table("wordings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wordings_usulan_id"), ["usulan_id"], unique=False)
        batch_op.create_index(
            "ix_wordings_voice",
            ["confirmed_at"],
            unique=False,
            sqlite_where=sa.text("confirmed_at IS NOT NULL AND voice_gone_at IS NULL"),
            postgresql_where=sa.text("confirmed_at IS NOT NULL AND voice_gone_at IS NULL"),
        )

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("named_by_self", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("last_at", bot.store.tables.columns.Civil(timezone=True), nullable=True))
    op.execute("UPDATE people SET last_at = first_seen_at")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.alter_column("named_by_self", server_default=None)
        batch_op.alter_column("last_at", nullable=False)
        batch_op.create_index("ix_people_last", ["last_at"], unique=False)

    old, erased = sa.text("outcome IS NOT NULL"), sa.text("outcome = 'erased'")
    op.create_index("ix_inbox_old", "inbox", ["received_at"], sqlite_where=old, postgresql_where=old)
    op.create_index("ix_media_erased", "media", ["id"], sqlite_where=erased, postgresql_where=erased)

    with op.batch_alter_table("invites", schema=None) as batch_op:
        batch_op.add_column(sa.Column("made_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("label", sa.String(length=80), nullable=True))
        batch_op.add_column(sa.Column("batch", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("replaces", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_index(batch_op.f("ix_invites_batch"), ["batch"], unique=False)
        batch_op.create_index(batch_op.f("ix_invites_made_by"), ["made_by"], unique=False)

    with op.batch_alter_table("usulan", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("speaker_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("typed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("agreed", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("reader_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("told_at", bot.store.tables.columns.Civil(timezone=True), nullable=True))
        batch_op.create_index(
            "ix_usulan_speaker",
            ["speaker_id"],
            unique=False,
            sqlite_where=sa.text("speaker_id IS NOT NULL"),
            postgresql_where=sa.text("speaker_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_usulan_to_tell",
            ["typed_by", "id"],
            unique=False,
            sqlite_where=sa.text("typed_by IS NOT NULL AND told_at IS NULL"),
            postgresql_where=sa.text("typed_by IS NOT NULL AND told_at IS NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("usulan", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_usulan_to_tell",
            sqlite_where=sa.text("typed_by IS NOT NULL AND told_at IS NULL"),
            postgresql_where=sa.text("typed_by IS NOT NULL AND told_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_usulan_speaker",
            sqlite_where=sa.text("speaker_id IS NOT NULL"),
            postgresql_where=sa.text("speaker_id IS NOT NULL"),
        )
        batch_op.drop_column("told_at")
        batch_op.drop_column("reader_id")
        batch_op.drop_column("agreed")
        batch_op.drop_column("typed_by")
        batch_op.drop_column("speaker_id")

    with op.batch_alter_table("invites", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invites_made_by"))
        batch_op.drop_index(batch_op.f("ix_invites_batch"))
        batch_op.drop_column("replaces")
        batch_op.drop_column("batch")
        batch_op.drop_column("label")
        batch_op.drop_column("made_by")

    op.drop_index("ix_media_erased", "media")
    op.drop_index("ix_inbox_old", "inbox")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_index("ix_people_last")
        batch_op.drop_column("last_at")
        batch_op.drop_column("named_by_self")

    with op.batch_alter_table("wordings", schema=None) as batch_op:
        batch_op.drop_index("ix_wordings_voice")
        batch_op.drop_index(batch_op.f("ix_wordings_usulan_id"))

    op.drop_table("wordings")
    with op.batch_alter_table("speakers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_speakers_account_id"))

    op.drop_table("speakers")
    with op.batch_alter_table("lists", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lists_person_id"))
        batch_op.drop_index(
            "ix_lists_open",
            sqlite_where=sa.text("outcome IS NULL"),
            postgresql_where=sa.text("outcome IS NULL"),
        )

    op.drop_table("lists")
    op.drop_table("hamlets")
    op.drop_table("first_words")
    op.drop_table("erasures")
    with op.batch_alter_table("consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consents_person_id"))

    op.drop_table("consents")
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claims_usulan_id"))

    op.drop_table("claims")

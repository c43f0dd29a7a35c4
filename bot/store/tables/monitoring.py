"""What came of usulan whose work is done: the photo from the old spot, and what those who brought them say of it."""

from sqlalchemy import Boolean, Column, Index, String, Table, Text, false

from bot.store.tables.columns import Civil
from bot.store.tables.shared import Id, metadata, only

# The one photo that is asked for when the work is done. The file is a row of `media`, as those from before are.
after_photos = Table(
    "after_photos",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("usulan_id", Id, nullable=False, unique=True),
    # asked; sent (the file is on its way to us); shown (beside the one from before); closed (nobody is asked any more)
    Column("state", String(8), nullable=False),
    Column("asked_at", Civil, nullable=False),
    Column("reminded_at", Civil),  # once
    Column("media_id", Id),
    Column("sent_by", Id),
    Column("sent_at", Civil),
    Column("next_at", Civil),  # when the clock looks at it again
    Index("ix_after_photos_due", "next_at", **only("next_at IS NOT NULL")),
)


# *Sesuai?*: what one of those who brought it says of what was made; each for their own usulan, once.
after_answers = Table(
    "after_answers",
    metadata,
    Column("usulan_id", Id, primary_key=True, autoincrement=False),
    Column("photo_id", Id, nullable=False, index=True),
    Column("answer", String(8), nullable=False),  # sesuai, beda
    Column("words", Text),  # what differs; NULL where it was said, or nothing does
    Column("spoken", Boolean, nullable=False, server_default=false()),  # the recording stands among the usulan's voices
    Column("answered_at", Civil, nullable=False),
)

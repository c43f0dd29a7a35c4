"""A draft that was left alone is asked after once, and those asked after keep no place of those who wait."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from bot.store.database.database import Database
from bot.store.queues.notices import nudge_drafts
from bot.store.tables import conversations, notices, people

NOW = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)


async def test_each_draft_becomes_one_notice_however_few_are_taken_at_once(database: Database) -> None:
    row = {"channel": "telegram", "name": "Sitti", "first_seen_at": NOW, "last_at": NOW}
    draft = {"flow": "usulan", "draft": "d1", "state": "{}", "touched_at": NOW}
    async with database.write() as connection:
        await connection.execute(people.insert(), [row | {"id": number, "address": number} for number in (1, 2, 3)])
        left = [draft | {"person_id": number, "nudge_at": NOW + timedelta(hours=number)} for number in (1, 2, 3)]
        await connection.execute(conversations.insert(), left)
    taken = []
    for _ in range(4):
        async with database.write() as connection:
            taken.append(await nudge_drafts(connection, NOW + timedelta(hours=2), 1))
    assert taken == [1, 1, 0, 0]
    async with database.read() as connection:
        rows = await connection.execute(select(notices.c.person_id, func.count()).group_by(notices.c.person_id))
        assert {row[0]: row[1] for row in rows} == {1: 1, 2: 1}

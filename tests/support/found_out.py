"""What came to be known of an usulan after it was told."""

import json
from datetime import datetime

from bot.store.database.ids import new_id
from bot.store.tables import check_findings, clarifications, field_checks
from tests.support.town import Town


async def find_out(place: Town, usulan_id: int, metres: str, asked: str, answer: str, at: datetime) -> None:
    """Somebody measured so many metres on the spot, and a question was answered."""
    check, size = new_id(), {"ukuran": {"sizes": [{"amount": metres, "unit": "m", "side": ""}]}}
    done = {"id": check, "usulan_id": usulan_id, "depth": "pendek", "stage": "tercatat", "given_at": at, "due_at": at}
    found = {"check_id": check, "item": "ukuran", "value": json.dumps(size), "at": at, "version": new_id()}
    said = {"id": new_id(), "usulan_id": usulan_id, "words": asked, "stage": "tercatat", "asked_at": at, "due_at": at}
    async with place.database.write() as connection:
        await connection.execute(field_checks.insert().values(**done, state="done", closed_at=at))
        await connection.execute(check_findings.insert().values(**found))
        await connection.execute(clarifications.insert().values(**said, state="answered", answer=answer))

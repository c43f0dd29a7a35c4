"""What nobody asked for waits for its time, the person's hours and the day's budget of two; what does not fit comes
as a digest."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from bot.core.hours import UNASKED_A_DAY, next_digest, quiet_until
from bot.store import notices, outbox, readings
from bot.store.database import Connection
from bot.store.notices import DRAFT, NEW_USULAN, Notice
from bot.store.turn import SCHEDULED, grants_of, outbox_row
from bot.work.access import command
from bot.work.office import Office

#: How many notices one tick takes up.
_AT_ONCE = 200

Compose = Callable[[Connection, Office, Notice, datetime], Awaitable[str | None]]


async def _about_draft(connection: Connection, office: Office, notice: Notice, now: datetime) -> str | None:
    flow, _, draft = notice.subject.partition(":")
    if await notices.open_draft(connection, notice.person_id, flow, draft) is None:
        return None
    return office.catalog.text("ingat_draf", nama=notice.name)


async def _about_new_usulan(connection: Connection, office: Office, notice: Notice, now: datetime) -> str | None:
    grants = (await grants_of(connection, [notice.person_id], now)).get(notice.person_id, ())
    who = readings.sight(notice.person_id, grants, command("periksa").roles, now)
    waiting = await readings.count(connection, "saya", who)
    return office.catalog.text("ingat_usulan_baru", nama=notice.name, jumlah=waiting) if waiting else None


#: Each kind of notice asks, just before it is told, whether it is still true; None means it is not.
KINDS: dict[str, Compose] = {DRAFT: _about_draft, NEW_USULAN: _about_new_usulan}


async def tell_what_is_due(connection: Connection, office: Office, now: datetime, real: float) -> int:
    """Turn due notices into promises, in one transaction. Returns how many messages were promised."""
    await notices.nudge_drafts(connection, now, _AT_ONCE)
    due = await notices.due(connection, now, _AT_ONCE)
    if not due:
        return 0
    local = office.local(now)
    quiet = quiet_until(local)
    if quiet is not None:
        await notices.postpone(connection, [notice.id for notice in due], quiet.astimezone(UTC))
        return 0
    told_today = await outbox.unasked_on(connection, sorted({notice.person_id for notice in due}), local.date())
    rows: list[dict[str, Any]] = []
    for person_id, theirs in _by_person(due).items():
        if not theirs[0].reachable:
            await notices.settle(connection, [notice.id for notice in theirs], "moot")
        elif told_today.get(person_id, 0) >= UNASKED_A_DAY:
            await notices.postpone(connection, [notice.id for notice in theirs], next_digest(local).astimezone(UTC))
        else:
            rows += await _tell(connection, office, theirs, now, real, local.date())
    await outbox.promise(connection, rows)
    return len(rows)


def _by_person(due: Sequence[Notice]) -> dict[int, list[Notice]]:
    grouped: dict[int, list[Notice]] = defaultdict(list)
    for notice in due:
        grouped[notice.person_id].append(notice)
    return grouped


async def _tell(
    connection: Connection, office: Office, theirs: Sequence[Notice], now: datetime, real: float, day: date
) -> list[dict[str, Any]]:
    """One message for all that is due to one person; what is no longer true is left out."""
    lines = []
    for notice in theirs:
        line = await KINDS[notice.kind](connection, office, notice, now)
        await notices.settle(connection, [notice.id], "told" if line else "moot")
        if line:
            lines.append(line)
    if not lines:
        return []
    who = theirs[0]
    params = {"chat_id": who.address, "text": "\n\n".join(lines), "parse_mode": "HTML"}
    row = outbox_row("sendMessage", params, chat=who.address, real=real, priority=SCHEDULED, person_id=who.person_id)
    return [row | {"unasked_on": day}]

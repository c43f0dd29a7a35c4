"""Of which dangers somebody said that they last, who was told of them, and that it was a mistake."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.wilayah import lies_in
from bot.store.people import people
from bot.store.queues import dangers_told, notices
from bot.work.usulan.dangers import danger_told
from bot.work.visit import Visit

#: So long what comes right after it is of it, whatever it is; and what is plainly of it.
HOUR, LONG = timedelta(hours=1), timedelta(days=2)
_QUOTED = 200  # characters

#: By this a turn knows that whoever is near the right place was told already.
MOVED = "alarm moved"

#: What a person said, of a danger that lasts: its subject, its wilayah, its case.
Alarm = tuple[str, str, str]


async def send(visit: Visit, ids: Sequence[int], text: str, *, more: dict[str, Any] | None = None) -> list[str]:
    """Each once. Returns their names."""
    async with visit.look() as connection:
        found = [await people.named(connection, one) for one in dict.fromkeys(ids)]
    known = [one for one in found if one is not None]
    for one in known:
        visit.tell(one.address, one.id, text, loud=True, more=more)
    return [one.name for one in known]


async def lasting(visit: Visit, since: timedelta = HOUR, kind: str = notices.DANGER_SAID) -> list[Alarm]:
    """What they said, or by another `kind` were told, of a danger that has not passed, the newest first; none of
    violence."""
    begins, me = visit.now - since, visit.me.id
    by = me if kind == notices.DANGER_SAID else None
    async with visit.look() as connection:
        told = await dangers_told.since(connection, begins, person_id=me, kind=kind)
        over = await dangers_told.since(connection, begins, person_id=by, kind=notices.DANGER_OVER) if told else {}
    found = [(one, *danger_told.told_where(visit.office, one)) for one in told if one not in over]
    return [one for one in found if one[1]]


async def retract(visit: Visit, alarms: Sequence[Alarm], wilayah: str, near: Sequence[int] = ()) -> None:
    """Those of these alarms that told of another place were a mistake. `wilayah`: the right one, if it is
    known; `near`: who reads for that."""
    scope_name = visit.office.catalog.places.scope_name
    for subject, wrong, _ in alarms:
        if wilayah and (lies_in(wrong, wilayah) or lies_in(wilayah, wrong)):
            continue
        told = [one for one in await visit.ask_once(dangers_told.told_of, subject) if one not in near]
        text = visit.text("bahaya.kabar_keliru", tempat=scope_name(wrong), baru=scope_name(wilayah) if wilayah else "")
        await send(visit, told, text)
        dangers_told.end(visit.turn, visit.me.id, subject)


async def say_rest(visit: Visit, near: Sequence[int], about: str, rest: str) -> None:
    """What was said after the first words."""
    if rest and near:
        where, _ = danger_told.told_where(visit.office, about)
        place = visit.office.catalog.places.scope_name(where)
        text = visit.text("bahaya.kabar_susulan", tempat=place, kutipan=in_short(rest, _QUOTED))
        await send(visit, near, text, more={"reply_markup": danger_told.keys_to_caller(visit, about)})

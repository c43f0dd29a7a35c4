"""Whether somebody still is what they were: "saya sudah tidak jadi fasilitator ya?", "tugas saya sudah habis kan?"."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store import grants
from bot.store.roles import handover
from bot.store.service import year
from bot.store.service.year import Tenure
from bot.work.access import allowed, command
from bot.work.codes.handing_out import tasks
from bot.work.visit import Visit

_LONGEST = 14  # words
_NIGHT = timedelta(hours=8)  # it ends with the night behind its last day, at the latest at six
_GAP = timedelta(days=31)  # a role that was given anew meanwhile goes on


async def take(visit: Visit, heard: Heard) -> bool:
    """Told by what they hold, else by what they held last; False where they never held anything."""
    if isinstance(heard, Typed) and visit.grants and _asks_until(visit, heard.text):
        await _tell_until(visit)
        return True
    if isinstance(heard, Typed) and visit.grants and _asks_since(visit, heard.text):
        await _tell_since(visit)
        return True
    if not isinstance(heard, Typed) or not _asks(visit, heard.text):
        return False
    if visit.grants:
        visit.say("peran_sendiri_masih", nama=visit.me.name, tugas=tasks(visit.office, visit.grants))
        return True
    over = await visit.look_up(grants.over_of, visit.me.id, visit.now)
    if over:
        last, day = [one for one, at in over if at == over[0][1]], visit.office.day(over[0][1])
        visit.say("peran_sendiri_berakhir", nama=visit.me.name, tugas=tasks(visit.office, last), hari=day)
    return bool(over)


def _asks_until(visit: Visit, text: str) -> bool:
    """ "Tugasku sampai kapan", and nothing else."""
    said = " ".join(re.findall(r"\w+", key_of(text)))
    return said in visit.office.catalog.world.own_role["sampai_kapan"]


async def _tell_until(visit: Visit) -> None:
    """Each role that they hold, with its last day."""
    held = await visit.look_up(handover.held_by, visit.me.id, visit.now)
    until = [visit.office.day(one.until - _NIGHT) if one.until is not None else "" for one in held]
    told = [
        {**line, "sampai": day} for one, day in zip(held, until, strict=True) for line in tasks(visit.office, [one])
    ]
    visit.say("peran_sendiri_sampai", nama=visit.me.name, tugas=told)


def _asks_since(visit: Visit, text: str) -> bool:
    """ "Sudah berapa lama saya jadi fasilitator", "masa kerjaku berapa tahun": their role, how long or since when, and
    nothing else."""
    known, said = visit.office.catalog.world.own_role, re.findall(r"\w+", key_of(text))
    pairs = {" ".join(pair) for pair in pairwise(said)}
    asked = known["sejak_kapan"] & pairs
    own = (known["masa_kerja"] & {*pairs, *said}) or (known["peran"] & {*said} and known["sendiri"] & {*said})
    within = {word for phrase in known["sejak_kapan"] | known["masa_kerja"] for word in phrase.split()}
    return bool(asked and own) and {*said} <= within | known["peran"] | known["sendiri"] | known["samping_lama"]


async def _tell_since(visit: Visit) -> None:
    """Each role that they hold, with the first day on which it was theirs without a gap, and how long ago that is."""
    held = await visit.look_up(handover.held_by, visit.me.id, visit.now)
    had = await visit.look_up(year.tenures, visit.me.id, sorted({one.role for one in held}))
    told = []
    for one in held:
        since = _since([each for each in had if (each.role, each.scope) == (one.role, one.scope)], visit.now)
        years, months = _long(visit.office.local(since).date(), visit.today)
        long = {"sejak": visit.office.day(since), "tahun": years, "bulan": months}
        told += [{**line, **long} for line in tasks(visit.office, [one])]
    has_page = allowed(command("pengabdian"), visit.grants)
    visit.say("peran_sendiri_sejak", nama=visit.me.name, tugas=told, catatan=has_page)


def _since(had: Sequence[Tenure], now: datetime) -> datetime:
    since = now
    for one in reversed(had):
        if one.until is not None and one.until + _GAP < since:
            break
        since = min(since, one.since)
    return since


def _long(since: date, today: date) -> tuple[int, int]:
    """Whole years and months."""
    months = (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)
    return divmod(max(months, 0), 12)


def _asks(visit: Visit, text: str) -> bool:
    """Whoever has a task asks of that where no role is named."""
    world, spoken = visit.office.catalog.world, set(re.findall(r"\w+", key_of(text)))
    says = {sort: not words.isdisjoint(spoken) for sort, words in world.own_role.items()}
    if not says["saya"] or len(spoken) > _LONGEST or not ("?" in text or says["tanya"]):
        return False
    if not (world.ending["tugas"] - world.own_role["tugas"]).isdisjoint(spoken):
        return says["masih"]
    return says["tugas"] and says["habis"] and not visit.grants

"""Ingatan desa: what stands open at a place. The same page before a handover and for whoever has taken over."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.writing import in_short
from bot.core.records import Grant
from bot.core.wilayah import lies_in_any
from bot.store.answering import questions
from bot.store.checking import checks
from bot.store.database.database import Connection
from bot.store.reading import readings
from bot.store.tasks import memory as stored
from bot.work.access import button, command
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.naming import task_title
from bot.work.tasks import owed, words
from bot.work.usulan.voices import titip

_NAMED, _QUOTED = 5, 80  # characters of a question
_CHECKS = 20


async def page(tour: Round, person_id: int, grants: Sequence[Grant]) -> dict[str, Any]:
    """The values of the sentence `ingatan_desa`: of what this person has by these grants."""
    connection, office, scopes = tour.connection, tour.office, [grant.scope for grant in grants]
    who = readings.sight(person_id, grants, command("periksa").roles, tour.now)
    year = office.local(tour.now).year
    return {
        **await _tasks(tour, person_id, scopes),
        "bacaan": await readings.count(connection, "saya", who),
        "cek": await _checks(tour, person_id, scopes),
        "pertanyaan": await _questions(tour, person_id, grants),
        **await _to_tell(connection, office, person_id, scopes),
        "draf": await stored.drafts(connection, person_id, titip.FORM),
        "dulu": [{"tahun": y, "jumlah": n} for y, n in await stored.earlier_years(connection, scopes, year)][:_NAMED],
        "tunggu": await _waiting(connection, office, scopes),
    }


async def _checks(tour: Round, person_id: int, scopes: Sequence[str]) -> list[str]:
    """The numbers of what they were to look at on the spot, and did not yet."""
    found = await checks.waiting_for(tour.connection, person_id, _CHECKS)
    return [tour.office.spoken_number(one) for _, one in found if lies_in_any(one.desa, scopes)]


async def _questions(tour: Round, person_id: int, grants: Sequence[Grant]) -> list[dict[str, str]]:
    """What villagers asked and nobody answered yet: whoever takes over answers it."""
    who = readings.sight(person_id, grants, button("q").roles, tour.now)
    found = await questions.listed(tour.connection, who, _NAMED, 0)
    return [{"nama": one.name, "kata": in_short(one.words, _QUOTED)} for one in found]


async def _tasks(tour: Round, person_id: int, scopes: Sequence[str]) -> dict[str, Any]:
    known = tour.office.catalog.calendar.rules
    found = [one for one in await stored.open_tasks(tour.connection, person_id, scopes) if one[0] in known]
    nearest = [
        {"judul": task_title(tour.office, rule), "tempat": words.place(tour.office, where), "hari": words.day(day)}
        for rule, where, day in found[:_NAMED]
    ]
    return {"tugas": len(found), "dekat": nearest}


async def _to_tell(connection: Connection, office: Office, person_id: int, scopes: Sequence[str]) -> dict[str, Any]:
    found = await stored.to_tell(connection, person_id, scopes)
    named = [{"nomor": office.spoken_number(one), "nama": one.name} for one in found[:_NAMED]]
    return {"kabari": len(found), "orang": named}


async def _waiting(connection: Connection, office: Office, scopes: Sequence[str]) -> list[dict[str, Any]]:
    """What waits for whom: an input that others owe."""
    rules = office.catalog.calendar.rules
    found = await owed.owed(connection, office, scopes) if scopes else []
    return [
        {"judul": task_title(office, one.rule), "siapa": office.plain(f"pelaku.{rules[one.rule].doer}")}
        for one in found[:_NAMED]
    ]

"""What an answer may tell, by the name that stands in its sentence; only what a sentence names is looked up."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from bot.catalog.texts import as_html, values_in
from bot.core.flow.scene import applies
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.records import WITHDRAWN, Usulan
from bot.core.usulan.said_to_office import offices_in
from bot.core.wilayah import chain
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.checking import checks
from bot.store.database.database import Connection
from bot.store.deciding import clarifications
from bot.store.people import people
from bot.store.usulan import events, promises
from bot.work.answering import own_readers, topics
from bot.work.answering.ground import FACTS, Ground, fact
from bot.work.answering.reader_facts import names
from bot.work.answering.whereabouts import sort_of
from bot.work.calendar.pages import day_begins
from bot.work.calendar.permitted import usual_text
from bot.work.people.people import has_consented
from bot.work.saying.naming import date_of, name_within, place_name
from bot.work.usulan import outcomes, usulan
from bot.work.visit import Visit

#: What villagers see of an usulan's way.
STAGES = ("tercatat", "ditanya", "dicek", "dibahas", "hasil", "dikerjakan")
_FORM = "usulan"
_NOT_FOR_WARGA = "pelatihan"  # of facilitators
_LOOKED_THROUGH, _LISTED = 12, 3
_LONG_AGO, _LATELY = timedelta(days=365), timedelta(days=3)


async def told_in(sentence: str, ground: Ground) -> Mapping[str, Any]:
    """The facts that this sentence names."""
    named = _named(ground.visit.office.catalog.texts.sources()[sentence])
    return {name: await FACTS[name](ground) for name in sorted(named & FACTS.keys())}


@cache
def _named(source: str) -> frozenset[str]:
    return frozenset(values_in(source))


@fact
async def darurat(ground: Ground) -> dict[str, Any]:
    """Whom to call: `dicari`, whether it is who was asked for, or nobody was named; else everybody who helps where
    somebody may die."""
    catalog = ground.visit.office.catalog
    cases = [*(case for case in catalog.danger.cases if case.life), *catalog.danger.cases]
    known = dict.fromkeys(contact for case in cases for contact in case.contacts)
    wanted = set(offices_in(catalog.world, key_of(ground.text).split()))
    sought = [one for one in known if not wanted.isdisjoint(key_of(one.name.strip(")").replace("(", "")).split())]
    told = sought or list(dict.fromkeys(contact for case in cases if case.life for contact in case.contacts))
    return {"dicari": bool(sought) or not wanted, "nomor": [{"nama": one.name, "nomor": one.number} for one in told]}


# --- who asks, and where ---------------------------------------------------------------------------------------------


@fact
async def nama(ground: Ground) -> str:
    return ground.visit.me.name


@fact
async def tanpa_nama(ground: Ground) -> bool:
    """Whether their name is to stand nowhere."""
    return ground.visit.me.unnamed


@fact
async def setuju(ground: Ground) -> bool:
    """Whether they agreed that what they say is kept."""
    return has_consented(ground.visit)


@fact
async def bertugas(ground: Ground) -> bool:
    """Whether they have a role here, and no villager's consent is waited for."""
    return bool(ground.visit.grants)


@fact
async def jenis(ground: Ground) -> str:
    """desa, kelurahan, or empty."""
    return sort_of(ground.desa)


@fact
async def wilayah(ground: Ground) -> str:
    """Such as "Desa Boiya"; empty when nobody knows."""
    return place_name(ground.visit.office, ground.desa) if ground.desa else ""


@fact
async def tempat(ground: Ground) -> Words:
    return Words("kata_tempat", {"jenis": await jenis(ground)})


@fact
async def kepala(ground: Ground) -> Words:
    return Words("kata_kepala", {"jenis": await jenis(ground)})


@fact
async def dusun(ground: Ground) -> Words:
    return Words("kata_dusun", {"jenis": await jenis(ground)})


@fact
async def kabupaten(ground: Ground) -> str:
    return ground.visit.office.catalog.places.kabupaten.name


@fact
async def contoh(ground: Ground) -> str:
    """The name of some desa or kelurahan of this kabupaten, to be typed."""
    places = ground.visit.office.catalog.places
    first = places.children(places.kabupaten.code)[0]
    return places.children(first.code)[-1].name


# --- what is theirs --------------------------------------------------------------------------------------------------


@fact
async def draf(ground: Ground) -> bool:
    """Whether they are in the middle of telling an usulan."""
    return _FORM in ground.visit.conversations


@fact
async def tercerita(ground: Ground) -> bool:
    """Whether anything of it is told yet: only that is kept."""
    draft = ground.visit.conversations.get(_FORM)
    return draft is not None and bool(draft.state.get("answers") or draft.state.get("pending", {}).get("first"))


@fact
async def sisa(ground: Ground) -> int:
    """How many questions of it are still to come."""
    draft = ground.visit.conversations.get(_FORM)
    if draft is None:
        return 0
    state = State.from_json(draft.state)
    asked = applies(ground.visit.office.catalog.flows[_FORM], {key: one.value for key, one in state.answers.items()})
    return len(set(asked) - state.answers.keys() - set(state.skipped) - set(state.enough))


@fact
async def terakhir(ground: Ground) -> dict[str, Any] | None:
    """The usulan of theirs that they ask about, or the newest, how far it is, and `lain`: how many others they have.
    None when they have none."""
    found = await usulan.mine(ground.visit)
    if not found:
        return None
    named = topics.named_in(ground.visit.office.catalog.world, ground.text, found) if ground.text else None
    meant = named.about[0] if named is not None else found[0]
    return await _stage(ground.visit, meant) | {"lain": len(found) - 1}


@fact
async def lainnya(ground: Ground) -> list[dict[str, str]]:
    """Where the next newest stand, where none of them is named."""
    visit, found = ground.visit, await usulan.mine(ground.visit)
    named = topics.named_in(visit.office.catalog.world, ground.text, found) if ground.text else None
    others = [one for one in found[1 : 1 + _LISTED] if one.status != WITHDRAWN] if named is None else []
    decided = await outcomes.of_usulan(visit, [one.id for one in others]) if others else {}
    numbers = ((one, usulan.number_of(visit.office, one, visit.now)) for one in others)
    return [{"nomor": number, "keadaan": decided.get(one.id, one.status)} for one, number in numbers]


async def _since(connection: Connection, one: Usulan) -> datetime | None:
    """Since when it stands where it does: what is looked at or asked of it began with that, not with its story."""
    if one.status == checks.STAGE:
        return max(
            (check.given_at for check in await checks.of_usulan(connection, one.id) if check.is_open), default=None
        )
    if one.status == clarifications.STAGE:
        return await clarifications.asked_at(connection, one.id)
    return await events.last(connection, one.id, one.status)


async def _stage(visit: Visit, one: Usulan) -> dict[str, Any]:
    async with visit.ask() as connection:
        since = await _since(connection, one) or one.spoken_at
        asked = await clarifications.asked_at(connection, one.id)
        reader = await people.name_of(connection, one.read_by)
        until = await promises.word_until(connection, one.id, visit.me.id)
    decided = (await outcomes.of_usulan(visit, [one.id])).get(one.id, "")
    number = usulan.number_of(visit.office, one, visit.now)
    reads = next((each.readers for each in await own_readers.matters(visit) if each.number == number), ())
    return {
        "nomor": number,
        "oleh": names(reads),
        "ringkas": usulan.quoted(visit.office, one.answers),
        "hari": visit.office.day(one.spoken_at),
        "ditarik": one.status == WITHDRAWN,
        "tahap": one.status,
        "ke": STAGES.index(one.status) + 1 if one.status in STAGES else 0,
        "sejak": visit.office.day(since),
        "dibaca": visit.office.day(one.read_at) if one.read_at else "",
        "ditanya": visit.office.day(asked) if asked else "",
        "pembaca": reader,
        "batas": visit.office.day(until) if until and until > visit.now else "",
        "hasil": as_html(decided),
    }


# --- meetings --------------------------------------------------------------------------------------------------------


@fact
async def pertemuan(ground: Ground) -> list[dict[str, str]]:
    """The next meetings in the desa or kelurahan itself."""
    return await _meetings(ground, above=False)


@fact
async def di_atas(ground: Ground) -> list[dict[str, str]]:
    """The next ones of its kecamatan and of the kabupaten."""
    return await _meetings(ground, above=True)


@fact
async def sudah(ground: Ground) -> list[dict[str, str]]:
    """What was held in the desa or kelurahan itself within a year, the last one first."""
    if not ground.desa:
        return []
    now = ground.visit.now
    async with ground.visit.ask() as connection:
        since, until = now - _LONG_AGO, day_begins(ground.visit.office, now)
        found = await occasions.held(connection, [ground.desa], since, until, 0, _LOOKED_THROUGH)
    return _told(ground, found)


@fact
async def batal(ground: Ground) -> list[dict[str, str]]:
    """What was cancelled there and above, and would have been these days or is still ahead."""
    if not ground.desa:
        return []
    since = day_begins(ground.visit.office, ground.visit.now) - _LATELY
    found = await ground.visit.ask_once(occasions.called_off, [*chain(ground.desa)], since, _LOOKED_THROUGH)
    return _told(ground, found)


async def _meetings(ground: Ground, *, above: bool) -> list[dict[str, str]]:
    if not ground.desa:
        return []
    office, here = ground.visit.office, [*chain(ground.desa)]
    scopes, wider = ([], here[1:]) if above else (here[:1], [])
    since = day_begins(office, ground.visit.now)
    found = await ground.visit.ask_once(occasions.upcoming, scopes, wider, since, 0, _LOOKED_THROUGH)
    return _told(ground, found)


def _told(ground: Ground, found: Sequence[Occasion]) -> list[dict[str, str]]:
    office, shown = ground.visit.office, [one for one in found if _is_for_warga(ground, one)]
    return [
        {"nama": name_within(office, one, ground.desa), "hari": date_of(office, one), "tempat": one.place}
        for one in shown[:_LISTED]
    ]


def _is_for_warga(ground: Ground, one: Occasion) -> bool:
    kind = ground.visit.office.catalog.calendar.kinds.get(one.kind)
    return kind is not None and not kind.stage and one.kind != _NOT_FOR_WARGA


@fact
async def biasa(ground: Ground) -> str:
    """In which months its musrenbang usually is; empty where nothing is usual."""
    kind = await jenis(ground)
    return usual_text(ground.visit.office, f"musrenbang_{kind}") if kind else ""


# --- years -----------------------------------------------------------------------------------------------------------


@fact
async def sampai(ground: Ground) -> int:
    """The year with whose end names and numbers go."""
    return ground.visit.office.catalog.retention.last_year(ground.visit.now, ground.visit.office.zone)


@fact
async def hari_suara(ground: Ground) -> int:
    """How many days after its words were confirmed a recording stays."""
    return ground.visit.office.catalog.retention.voice

"""Which dates somebody may set, and the form as it is for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.core.calendar.rules import OccasionKind
from bot.core.calendar.usual import usual_months
from bot.core.flow.interpreter import Flow
from bot.core.forms.questions import Condition, Question
from bot.core.forms.world import Meeting, World
from bot.core.records import Grant
from bot.core.wilayah import DESA, KELURAHAN, is_narrower
from bot.work.office import Office
from bot.work.places.own import home
from bot.work.saying.naming import kind_name
from bot.work.visit import Visit

FORM = "jadwal"


def may_set(office: Office, grants: Sequence[Grant], kind: str, wilayah: str) -> bool:
    told = office.catalog.calendar.kinds.get(kind)
    return told is not None and any(grant.role in told.set_by and grant.covers(wilayah) for grant in grants)


def meetings(office: Office, grants: Sequence[Grant]) -> tuple[Meeting, ...]:
    """Every kind whose date this person may set somewhere."""
    found = []
    for kind in office.catalog.calendar.kinds.values():
        within = tuple(sorted({grant.scope for grant in grants if grant.role in kind.set_by}))
        fitting = [name for name in kind.lists if any(not is_narrower(scope, name) for scope in within)]
        if fitting:
            found.append(_meeting(office, kind, within))
    return tuple(found)


def every(office: Office) -> list[Meeting]:
    """All kinds of meetings, whoever sets their dates."""
    return [_meeting(office, kind, ()) for kind in office.catalog.calendar.kinds.values() if not kind.stage]


def _meeting(office: Office, kind: OccasionKind, within: tuple[str, ...]) -> Meeting:
    usual, name = usual_text(office, kind.key), kind_name(office, kind.key)
    in_kelurahan = kind_name(office, kind.key, in_kelurahan=True)
    return Meeting(kind.key, name, in_kelurahan, kind.lists, within, kind.stage, usual, kind.also)


def usual_text(office: Office, kind: str) -> str:
    """When it usually is held, as people say it; empty where nothing is usual."""
    months = usual_months(kind, office.catalog.calendar.usual)
    return office.plain("jadwal_bulan_biasa", bulan=list(months)) if months else ""


def world_of(office: Office, grants: Sequence[Grant], now: datetime) -> World:
    """What the form may look at: the kinds and the wilayah of this person."""
    found = meetings(office, grants)
    scopes = tuple(sorted({scope for each in found for scope in each.within}))
    return office.world(now).but(meetings=found, scopes=scopes)


def levels(office: Office, grants: Sequence[Grant]) -> list[str]:
    """For which kinds of wilayah this person may set any date."""
    return sorted({level for each in meetings(office, grants) for level in levels_of(each)})


def levels_of(each: Meeting) -> set[str]:
    return {_level(name) for name in each.lists if _reaches(each, name)}


def _level(name: str) -> str:
    return DESA if name == KELURAHAN else name


def _reaches(each: Meeting, name: str) -> bool:
    return any(not is_narrower(scope, name) for scope in each.within)


def fitted(visit: Visit, flow: Flow) -> Flow:
    """The form as it is for this person: the levels they may choose, and what each kind of occasion has to be asked."""
    kinds = visit.office.catalog.calendar.kinds.values()
    stages = frozenset(kind.key for kind in kinds if kind.stage)
    meetings_ = frozenset(kind.key for kind in kinds if not kind.stage)
    named = frozenset(kind.key for kind in kinds if kind.named)
    possible = levels(visit.office, visit.grants)
    asked = {"tanggal": stages, "waktu": meetings_, "nama": named, "tempat": meetings_}
    return replace(flow, questions=tuple(_fit(each, asked, possible) for each in flow.questions))


def _fit(question: Question, asked: Mapping[str, frozenset[str]], possible: Sequence[str]) -> Question:
    if question.key == "tingkat":
        options = tuple(offer for offer in question.params.options if offer.value in possible)
        return replace(question, params=replace(question.params, options=options))
    if question.key in asked:
        needs = ("macam",) if question.key == "nama" else ()
        return replace(question, only_if=(Condition("macam", asked[question.key]),), needs=needs)
    return question


def at_home(office: Office, grants: Sequence[Grant]) -> dict[str, Any]:
    """Answers of the form that follow from one's grants."""
    roles = {role for kind in office.catalog.calendar.kinds.values() for role in kind.set_by}
    known, possible = home(office, grants, tuple(roles)), levels(office, grants)
    return known | level_answer(office, possible)


def level_answer(office: Office, possible: Sequence[str]) -> dict[str, Any]:
    """The answer to "for whom?" where there is only one."""
    question = office.catalog.flows[FORM].question("tingkat")
    assert question is not None
    found = [offer for offer in question.params.options if offer.value in possible]
    return {"tingkat": {"value": found[0].value, "label": found[0].label}} if len(found) == 1 else {}

"""What is said about one village: why it should be rung, whom, and each of the four answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.core.calendar.rules import INVITED
from bot.core.kinds.telepon import spelt
from bot.core.readiness.readiness import DATED, DUE, GROUPS_MET, LATE, NOT_YET, UNASKED, WAITING, YES, YES_LATE, Answer
from bot.core.readiness.trouble import RUNG_UP
from bot.core.understanding.times.days import MONTHS, show_day
from bot.core.wilayah import above
from bot.work.office import Office
from bot.work.readiness.readiness import Contact, Village, counted, troubled, unread_in, without_facilitator

#: What holds the sentences of one answer together.
_TOPIC = "kesiapan"
_NAMED = 6  # villages in a line
#: What an answer may be, in the order in which its signs are explained.
SIGNS = (YES, YES_LATE, DUE, LATE, NOT_YET, WAITING, UNASKED)


def plain(office: Office, name: str, **values: Any) -> str:
    """One of the sentences `kesiapan_NAME`, without HTML."""
    return office.plain(f"{_TOPIC}_{name}", **values)


def short_day(day: date | None) -> str:
    """ "14 Jan"; nothing for no day."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}" if day is not None else ""


def summary_values(office: Office, villages: Sequence[Village]) -> Mapping[str, Any]:
    """For `kesiapan_ringkas`: numbers, and the villages to ring."""
    found = troubled(villages)
    told = [(one, one.contact.role or number_of(one)) for one in found[:RUNG_UP]]  # that there is nobody is said once
    lines = [
        {
            "nama": name_within(office, one, villages),
            "sebab": why(office, one),
            "siapa": whom_with_number(office, one) if known else "",
        }
        for one, known in told
    ]
    lines_left = max(len(found) - RUNG_UP, 0)
    waiting = {"belum_dibaca": unread_words(office, villages), "tanpa": without_facilitator(villages)}
    waiting["tanpa_hari"] = [name_within(office, one, villages) for one in found[RUNG_UP:] if _comes_too_late(one)]
    named = {one.code for at, one in enumerate(found) if at < RUNG_UP or _comes_too_late(one)}
    undated = [name_within(office, one, villages) for one in without_day(villages) if one.code not in named]
    missing = {"belum_hari": undated[:_NAMED], "belum_hari_lain": max(len(undated) - _NAMED, 0)}
    return {"jumlah": len(villages), "desa": lines, "lain": lines_left, **counted(villages), **waiting, **missing}


def without_day(villages: Sequence[Village]) -> list[Village]:
    """Where nobody has set the day of the musrenbang, also while it is early: everything else begins with it."""
    return [one for one in villages if one.standing.of(DATED).status in (DUE, LATE, NOT_YET)]


def _comes_too_late(one: Village) -> bool:
    """Whether the kecamatan meets within the week, and nobody knows when the village does."""
    return one.concern is not None and one.concern.above


def unread_words(office: Office, villages: Sequence[Village]) -> str:
    """How many usulan have waited too long for a reader, and where most of them do; empty for none."""
    number, most = unread_in(villages)
    if most is None:
        return ""
    name = name_within(office, most, villages) if number != most.unread or len(villages) > 1 else ""
    days = office.catalog.calendar.policy.unread[0].days
    return plain(office, "belum_dibaca", jumlah=number, lama=days, nama=name, di_sana=most.unread)


def name_within(office: Office, one: Village, villages: Sequence[Village]) -> str:
    """With its kecamatan, where there are several."""
    several = len({above(other.code) for other in villages}) > 1
    kecamatan = office.catalog.places.find(above(one.code))
    return f"{one.name} ({kecamatan.name})" if several and kecamatan is not None else one.name


def why(office: Office, one: Village) -> str:
    """Why to ring; empty when there is no reason."""
    if one.concern is None:
        return ""
    answer = one.concern.answer
    name = f"sebab_{answer.question}"
    if answer.question == INVITED:
        return plain(office, name, hari=one.concern.days)
    if answer.question == DATED:
        return plain(office, name, batas=short_day(answer.by), kecamatan=one.concern.above, hari=one.concern.days)
    if answer.question == GROUPS_MET:
        return plain(office, name, hari=one.concern.days, kelompok=groups(office, answer.missing))
    return plain(office, name, hari=one.concern.days)


def groups(office: Office, kinds: Sequence[str]) -> str:
    return plain(office, "kelompok_dan", kelompok=[plain(office, kind) for kind in kinds])


def whom(office: Office, one: Village) -> str:
    contact: Contact = one.contact
    if contact.role:
        return plain(office, f"siapa_{contact.role}", nama=contact.name)
    return plain(office, "siapa_kantor", kantor=office.catalog.places.scope_name(one.code))


def number_of(one: Village) -> str:
    """Where to ring: the person, else the office; empty where neither is known."""
    return spelt(one.contact.phone or one.contact.office)


def whom_with_number(office: Office, one: Village) -> str:
    return ", ".join(filter(None, (whom(office, one), number_of(one))))


def matter(office: Office, one: Village) -> str:
    """What is to be seen to there; empty for nothing."""
    return "; ".join(filter(None, (why(office, one), unread_words(office, [one]))))


def state(office: Office, answer: Answer) -> str:
    """The answer in words."""
    early = answer.question == DATED and answer.status == NOT_YET
    name = "jawab_belum_ditetapkan" if early else f"jawab_{answer.status}"
    told = plain(office, name, hari=show_day(answer.on) if answer.on else "", batas=short_day(answer.by))
    return _with_missing(office, answer, told)


def in_short(office: Office, answer: Answer) -> str:
    """The answer without a day."""
    return _with_missing(office, answer, plain(office, f"arti_{answer.status}"))


def _with_missing(office: Office, answer: Answer, told: str) -> str:
    if answer.missing and answer.status != NOT_YET:
        return plain(office, "belum_kumpul", keadaan=told, kelompok=groups(office, answer.missing))
    return told


def asked(office: Office, answer: Answer) -> str:
    return plain(office, f"tanya_{answer.question}")


def answers_of(office: Office, one: Village) -> list[dict[str, str]]:
    """For `kesiapan_desa`: sign, question and answer."""
    return [
        {"tanda": plain(office, f"tanda_{each.status}"), "tanya": asked(office, each), "keadaan": state(office, each)}
        for each in one.standing.answers
    ]

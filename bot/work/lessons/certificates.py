"""A certificate: asked for when the lessons, the last test and three experiences are there, given by an officer's tap,
and looked up by anybody who holds its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from bot.core.hours import next_digest
from bot.core.wilayah import kecamatan_of
from bot.store.lessons import certificates as stored
from bot.store.lessons import exams, tried
from bot.store.lessons.certificates import Certificate
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import CERTIFICATES, Notice
from bot.work.access import BAPPEDA, EXAMINED
from bot.work.codes.handing_out import link
from bot.work.codes.secret_codes import new_code, spaced
from bot.work.lessons.exams import keys_of, taken_by
from bot.work.lessons.left import left_keys
from bot.work.round import Round
from bot.work.saying import files
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import Page, turning
from bot.work.saying.told import Told
from bot.work.visit import Visit

#: Of how many practices somebody has told what came of it.
STORIES = 3
_ON_A_PAGE = 5
#: What the link of a printed code begins with.
FRONT = "cek-"


@dataclass(frozen=True, slots=True)
class Needs:
    """What is there, and what there has to be."""

    lessons: int
    of_lessons: int
    stories: int
    right: int
    asked: int  # 0: the last test was not passed yet

    @property
    def are_met(self) -> bool:
        return 0 < self.of_lessons == self.lessons and self.stories >= STORIES and self.asked > 0


async def _needs(visit: Visit) -> Needs:
    taken = await taken_by(visit)
    stories = await visit.ask_once(tried.told_by, visit.me.id)
    passed, stands = exams.passed_of(taken.exams), taken.stands
    right, asked = (passed.right, passed.asked) if passed is not None else (0, 0)
    of_lessons = len(stands.lessons) if stands is not None and stands.is_examined else 0
    return Needs(stands.read if stands is not None else 0, of_lessons, stories, right, asked)


# --- one's own -------------------------------------------------------------------------------------------------------


async def show(visit: Visit) -> None:
    """One's own: the page itself, that it is waited for, or what is still missing."""
    mine = await visit.ask_once(stored.of_person, visit.me.id)
    if mine is not None and mine.given_at is not None:
        _send(visit, mine)
    elif mine is not None:
        visit.say("sertifikat_menunggu", hari=visit.office.day(mine.asked_at))
    elif any(grant.role in EXAMINED for grant in visit.grants):
        await _show_needs(visit)
    else:
        visit.stale()


async def _show_needs(visit: Visit) -> None:
    needs = await _needs(visit)
    ask = [(visit.text("tombol_sertifikat_minta"), "x:sertifikat.minta")] if needs.are_met else []
    tell = [(visit.text("tombol_coba_bercerita"), "x:bercerita")] if needs.stories < STORIES else []
    taken, back = await taken_by(visit), (visit.text("tombol_belajar"), "x:awal")
    left = left_keys(visit, taken.stands) if taken.stands is not None else []
    visit.say(
        "sertifikat_syarat",
        keyboard(keys_of(visit, taken), ask, left, tell, [back]),
        pelajaran=needs.lessons,
        semua=needs.of_lessons,
        lulus=bool(needs.asked),
        cerita=needs.stories,
        perlu=STORIES,
        lengkap=needs.are_met,
        nama=visit.me.name,
    )


async def ask(visit: Visit) -> None:
    """*Minta sertifikat*: it waits for an officer, who learns of it once however often somebody asks."""
    needs = await _needs(visit)
    if not needs.are_met:
        visit.stale()
        return
    scopes = sorted(grant.scope for grant in visit.grants if grant.role in EXAMINED)
    row = {"person_id": visit.me.id, "name": visit.me.name, "scope": scopes[0], "asked_at": visit.now}
    row |= {"lessons": needs.lessons, "stories": needs.stories, "hits": needs.right, "asked": needs.asked}
    async with visit.ask() as connection:
        is_new = await stored.ask_for(connection, row)
        kabupaten = visit.office.catalog.places.kabupaten.code
        officers = await people.ids_with_role(connection, [BAPPEDA], visit.now, [kabupaten])
    if not is_new:
        await show(visit)
        return
    morning = next_digest(visit.office.local(visit.now)).astimezone(UTC)
    for officer in officers:
        notices.tell(visit.turn, officer, CERTIFICATES, at=morning)
    visit.say("sertifikat_diminta", nama=visit.me.name)


def _send(visit: Visit, one: Certificate) -> None:
    """Made anew whenever it is asked for; one that was taken back is not."""
    if one.revoked_at is not None or one.number is None or one.given_at is None:
        visit.say("sertifikat_dicabut_pemilik", bappeda=visit.office.bappeda)
        return
    number = spaced(one.number)
    args = {
        "data": page(visit, one),
        "url": link(visit.office, f"{FRONT}{one.number}"),
        "filename": visit.text("sertifikat_berkas"),
    }
    files.make(visit, "certificate", args, visit.text("sertifikat_kirim", nomor=number))


def page(visit: Visit, one: Certificate) -> dict[str, Any]:
    """All that stands on it, in words."""
    assert one.number is not None
    assert one.given_at is not None
    label, bappeda, day = visit.text, visit.office.bappeda, visit.office.day(one.given_at)
    return {
        "agency": bappeda,
        "title": label("sertifikat_judul"),
        "number": label("sertifikat_nomor", nomor=spaced(one.number)),
        "to": label("sertifikat_kepada"),
        "name": one.name,
        "place": label("sertifikat_wilayah", wilayah=place_name(visit.office, one.scope)),
        "why": label("sertifikat_isi", pelajaran=one.lessons, benar=one.right, dari=one.asked, cerita=one.stories),
        "day": day,
        "role": bappeda,
        "check": label("sertifikat_cek", nomor=one.number, akun=visit.office.username),
    }


# --- given by an officer ---------------------------------------------------------------------------------------------


async def compose(tour: Round, notice: Notice) -> Told | None:
    """How many wait, for an officer."""
    many = await stored.count_waiting(tour.connection)
    if not many:
        return None
    keys = [(tour.text("tombol_sertifikat_daftar", jumlah=many), "ser:daftar:0")]
    return Told(tour.text("sertifikat_ingat", nama=notice.name, jumlah=many), keyboard(keys))


async def list_waiting(visit: Visit, number: int) -> None:
    async with visit.ask() as connection:
        found = await stored.waiting(connection, _ON_A_PAGE, number * _ON_A_PAGE)
        on = Page(found, number, _ON_A_PAGE, await stored.count_waiting(connection))
    numbered = list(enumerate(found, on.start + 1))
    keys = [(visit.text("tombol_sertifikat_beri", ke=at), f"ser:beri:{one.id}") for at, one in numbered]
    rows = [*in_rows(keys, 2), turning(visit.office, on, lambda other: f"ser:daftar:{other}")]
    visit.say("sertifikat_daftar", keyboard(*rows), jumlah=on.total, orang=_lines(visit, numbered))


def _lines(visit: Visit, numbered: Sequence[tuple[int, Certificate]]) -> list[dict[str, Any]]:
    return [
        {"ke": at, "nama": one.name, "tempat": place_name(visit.office, one.scope), "kecamatan": _above(visit, one)}
        | {"pelajaran": one.lessons, "benar": one.right, "dari": one.asked, "cerita": one.stories}
        for at, one in numbered
    ]


def _above(visit: Visit, one: Certificate) -> str:
    """The kecamatan of a village; empty for whoever looks after all of it."""
    kecamatan = kecamatan_of(one.scope)
    return place_name(visit.office, kecamatan) if kecamatan != one.scope else ""


async def give(visit: Visit, certificate_id: int) -> None:
    """One tap: it has a number, and its person is told."""
    async with visit.ask() as connection:
        done = await stored.give(connection, certificate_id, new_code(), visit.me.id, visit.now)
        one = await stored.by_id(connection, certificate_id)
        whom = await people.named(connection, one.person_id) if one is not None else None
    if one is None or not done:
        visit.toast("sertifikat_sudah")
        return
    if whom is not None:
        opens = keyboard([(visit.text("tombol_sertifikat"), "x:sertifikat")])
        told = visit.text("sertifikat_ada", nama=whom.name, bappeda=visit.office.bappeda)
        visit.tell(whom.address, whom.id, told, more={"reply_markup": opens})
    visit.say("sertifikat_diberikan", to_revoke(visit, one), nama=one.name, nomor=spaced(one.number or ""))


def to_revoke(visit: Visit, one: Certificate) -> dict[str, Any]:
    if one.revoked_at is None:
        return keyboard([(visit.text("tombol_sertifikat_cabut"), f"ser:cabut:{one.id}")])
    return keyboard([(visit.text("tombol_sertifikat_pulih"), f"ser:pulih:{one.id}")])


async def ask_to_revoke(visit: Visit, certificate_id: int) -> None:
    """*Cabut*: whose it is, and whether it is meant."""
    one = await visit.look_up(stored.by_id, certificate_id)
    if one is None or one.number is None or one.revoked_at is not None:
        visit.stale()
        return
    keys = keyboard([(visit.text("tombol_sertifikat_cabut_ya"), f"ser:cabutya:{one.id}")])
    visit.say("sertifikat_cabut_yakin", keys, nama=one.name, nomor=spaced(one.number))


async def set_valid(visit: Visit, certificate_id: int, *, valid: bool) -> None:
    """What is taken back, or holds again; whoever it was given to is told."""
    async with visit.ask() as connection:
        done = await stored.set_valid(connection, certificate_id, visit.now, valid=valid)
        one = await stored.by_id(connection, certificate_id)
        whom = await people.named(connection, one.person_id) if one is not None and one.person_id else None
    if one is None or not done:
        visit.stale()
        return
    if whom is not None:
        values = {"berlaku": valid, "nomor": spaced(one.number or ""), "bappeda": visit.office.bappeda}
        visit.tell(whom.address, whom.id, visit.text("sertifikat_dicabut_kabar", nama=whom.name, **values))
    told = {"berlaku": valid, "kabar": whom is not None}
    visit.say("sertifikat_dicabut", to_revoke(visit, one), nama=one.name, **told)

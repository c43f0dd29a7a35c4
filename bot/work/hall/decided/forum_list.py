"""Results of a meeting of the kecamatan or the kabupaten, from its list: an outcome is chosen, then everything that it
holds for is ticked; what is left gets one reason together. Each tick is a decision that nobody has been told yet."""

from collections.abc import Sequence
from typing import Any

from bot.core.deciding.states import DESA, KELURAHAN
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.core.wilayah import is_wider
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.deciding import decisions as stored
from bot.store.deciding import forum
from bot.store.deciding.decisions import NOT_YET, ONWARD, RESERVE, Decision
from bot.store.deciding.forum import Field
from bot.work.access import button
from bot.work.deciding import telling
from bot.work.hall.args import number
from bot.work.hall.meeting import FAMILY, Hall
from bot.work.office import Office
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import Key, in_rows
from bot.work.saying.paging import Page
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import place, quoted

_LISTED = 8
#: Which outcomes are ticked; what is not taken comes with its reason, all at once.
_TICKED = (ONWARD, RESERVE)
_OVERTAKEN = "hasil_didahului"


def is_one(meeting: Occasion) -> bool:
    """Whether its results are entered from a list: nobody there goes through them one by one."""
    return is_wider(meeting.wilayah, DESA)


def field_of(office: Office, meeting: Occasion) -> Field:
    """What was told for the plan that this meeting feeds."""
    since, until = office.span_of(meeting.cycle)
    over = tuple(one.key for one in office.catalog.states.states.values() if one.ends or one.funded)
    return Field(meeting.id, meeting.wilayah, since, until, over)


def _field(hall: Hall) -> Field:
    return field_of(hall.visit.office, hall.occasion)


async def named(hall: Hall, serials: Sequence[int], ids: Sequence[int]) -> list[Usulan]:
    """Of these numbers, or these very ones."""
    return await hall.visit.ask_once(forum.named, sight_of(hall.visit, button(FAMILY)), _field(hall), serials, ids)


async def show(hall: Hall, args: list[str]) -> None:
    """A page: what each got so far, and which outcome a tap gives now. `args`: page, outcome."""
    page, mode = number(args), min(number(args, 1), len(_TICKED) - 1)
    visit, of = hall.visit, _field(hall)
    async with visit.ask() as connection:
        who = sight_of(visit, button(FAMILY))
        total = await forum.count(connection, who, of)
        found = await forum.listed(connection, who, of, _LISTED, page * _LISTED)
        known = await stored.of_occasion(connection, hall.id)
        waiting = await stored.untold(connection, hall.id)
    if not total:
        hall.show(visit.text("hasil_daftar_kosong"), [hall.back()])
        return
    lines = [_line(hall, one, known.get(one.id)) for one in found]
    counts = {outcome: sum(one.outcome == outcome for one in known.values()) for outcome in (ONWARD, RESERVE, NOT_YET)}
    text = visit.text(
        "hasil_daftar", usulan=lines, jumlah=total, ditandai=visit.text(f"hasil_kata_{_TICKED[mode]}"), **counts
    )
    on = Page(found, page, _LISTED, total)
    keys = [_key(hall, one, known.get(one.id), page, mode) for one in found]
    hall.show(text, *in_rows(keys), *_ways(hall, on, mode, waiting, left=total - len(known)), [hall.back()])


def _line(hall: Hall, one: Usulan, said: Decision | None) -> dict[str, Any]:
    told = {"nomor": hall.visit.office.spoken_number(one), "tempat": place(one.answers)}
    result = hall.visit.text(f"hasil_kata_{said.outcome}") if said else ""
    why = (said.note or "") if said else ""
    return told | {"ringkas": quoted(hall.visit.office, one.answers), "hasil": result, "alasan": why}


def _key(hall: Hall, one: Usulan, said: Decision | None, page: int, mode: int) -> Key:
    """The tick carries what stood there when it was shown."""
    is_ticked = said is not None and said.outcome == _TICKED[mode]
    label = "tombol_tercentang" if is_ticked else "tombol_belum_tercentang"
    number_of = hall.visit.office.spoken_number(one)
    return hall.key(Words(label, {"nomor": number_of}), "tandai", one.id, said.version if said else 0, page, mode)


def _ways(hall: Hall, on: Page[Usulan], mode: int, waiting: int, *, left: int) -> list[list[Key]]:
    other = 1 - mode
    turn = []
    if on.number:
        turn.append(hall.key(Words("rapat_tombol_mundur"), "daftarhasil", on.number - 1, mode))
    if not on.is_last:
        turn.append(hall.key(Words("rapat_tombol_maju"), "daftarhasil", on.number + 1, mode))
    switch = [hall.key(Words(f"hasil_tombol_tandai_{_TICKED[other]}"), "daftarhasil", on.number, other)]
    rest = [hall.key(Words("hasil_tombol_sisanya", {"jumlah": left}), "sisanya")] if left > 0 else []
    tell = [hall.key(Words("hasil_tombol_kabari", {"jumlah": waiting}), "kabari")] if waiting else []
    return [turn, switch, rest, tell]


async def tick(hall: Hall, args: list[str]) -> None:
    """It gets the outcome that is being ticked; a tick that nobody knows of can be taken away again, and of what was
    told it is said how it is put right."""
    usulan_id, seen, page, mode = (number(args, at) for at in range(4))
    visit, of = hall.visit, _field(hall)
    outcome = _TICKED[min(mode, len(_TICKED) - 1)]
    async with visit.ask() as connection:
        one = await forum.one(connection, sight_of(visit, button(FAMILY)), of, usulan_id)
        refused = await _turn(hall, connection, one.id, outcome, seen) if one is not None else "bukan_wilayah"
    if refused:
        visit.toast(refused)
    await show(hall, [str(page), str(mode)])


async def _turn(hall: Hall, connection: Connection, usulan_id: int, outcome: str, seen: int) -> str:
    """The sentence that says why not; empty where it was done."""
    said = (await stored.of_occasion(connection, hall.id)).get(usulan_id)
    if said is None or said.outcome != outcome:
        decision = Decision(hall.id, usulan_id, outcome, None, None, hall.visit.now, None)
        is_kept = await telling.keep(hall.visit, connection, hall.occasion, decision, seen)
        return "" if is_kept else _OVERTAKEN
    if said.version != seen:
        return _OVERTAKEN
    return "" if await stored.take_back(connection, said) else "hasil_sudah_diketahui"


# --- what is left ----------------------------------------------------------------------------------------------------


def _codes(hall: Hall) -> list[str]:
    """One reason for people of desa and of kelurahan."""
    return list(outcomes.codes(hall.visit.office, (DESA, KELURAHAN)))


async def ask_rest(hall: Hall, _args: list[str]) -> None:
    """*Sisanya belum dibawa*: why?"""
    keys = [hall.key(outcomes.label(code), "sisasebab", at) for at, code in enumerate(_codes(hall), 1)]
    hall.show(hall.visit.text("hasil_sisanya_mana"), *in_rows(keys), [hall.back("daftarhasil")])


async def keep_rest(hall: Hall, args: list[str]) -> None:
    """Everything of which nothing was said yet."""
    codes, at = _codes(hall), number(args)
    if not 0 < at <= len(codes):
        hall.visit.stale()
        return
    await _keep_rest(hall, codes[at - 1], None)
    await show(hall, [])


async def keep_rest_because(hall: Hall, why: str) -> None:
    """The same with a reason in own words; those of a button are that button."""
    labels = {key_of(hall.visit.label(outcomes.label(code))): code for code in _codes(hall)}
    code = labels.get(key_of(why))
    await _keep_rest(hall, code, None if code else why)


async def left(hall: Hall) -> int:
    """Of how many nothing was said yet."""
    return len(await hall.visit.ask_once(forum.undecided, sight_of(hall.visit, button(FAMILY)), _field(hall)))


async def _keep_rest(hall: Hall, reason: str | None, note: str | None) -> None:
    visit = hall.visit
    async with visit.ask() as connection:
        rest = await forum.undecided(connection, sight_of(visit, button(FAMILY)), _field(hall))
        said = Decision(hall.id, 0, NOT_YET, reason, note, visit.now, None)
        await stored.keep_first(connection, rest, said, visit.me.id)
    visit.toast("rapat_dicatat")

"""*Masukkan jawaban SIPD*: the office's file is asked for, read, and shown; nothing is changed before the yes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with, in_short, key_of
from bot.core.heads import NoHead
from bot.core.records import Usulan
from bot.core.sipd.answers import CODE, STATUS, Row, read
from bot.store.reading import readings
from bot.store.reading.readings import Sight
from bot.store.roles import lists as stored
from bot.store.roles.lists import SIPD
from bot.store.turn import outbox_row
from bot.work.access import allowed, command
from bot.work.office import Office
from bot.work.reading.lists import sight_of
from bot.work.roles.lists import Sender
from bot.work.roles.roster import Unreadable
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.letters import text_row
from bot.work.sipd.judging import Fault, Judged, Plan, judge
from bot.work.sipd.rows import FAMILY
from bot.work.sipd.yes_or_no import answer
from bot.work.usulan import standing
from bot.work.usulan.usulan import public_place, quoted, with_year
from bot.work.visit import Journey, Visit

_NAME = "sipd"  # of the command, and what people call it
#: Rows of one file: more than any kecamatan brings in a year.
MOST = 3_000
#: Faults that a screen holds; of more there is a sheet.
_FAULTS = 8
#: Usulan that are named one by one, and characters of what each is about.
_SHOWN, _LINE = 10, 60
#: Between two that are typed; the number of one, and what becomes of it.
_TOLD = re.compile(r"[,;\n]+|\.\s")
_LINE_OF = re.compile(r"\W*([^\W\d]\D{2,30}?\s*\d{1,5}(?:/\d{2})?)\s*[:=-]?\s+(\D.*)", re.DOTALL).match


async def _finish(visit: Visit, flow: Flow, state: State) -> None:
    take(visit, record(flow, state)["berkas"]["file_id"])


async def is_meant(visit: Visit, heard: Heard) -> bool:
    """Whether a spreadsheet says so below it, or comes right after what is said of SIPD."""
    if not isinstance(heard, Sent) or not allowed(command(_NAME), visit.grants):
        return False
    begins = press(FAMILY, "masuk")
    is_named = _NAME in key_of(heard.caption or "").split()
    return is_named or await visit.stands(begins) is not None


def take(visit: Visit, file_id: str) -> None:
    """It is fetched after this, never in the way of a conversation."""
    stored.take(visit.turn, file_id, kind=SIPD)
    visit.say("sipd_dibaca")


async def take_told(visit: Visit, heard: Heard) -> bool:
    """ "Jawaban sipd: maiwa 1 diterima, maiwa 2 ditolak karena lahan": as a file with these rows."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command(_NAME), visit.grants):
        return False
    office = visit.office
    told = tuple(words for words, name in office.catalog.world.commands.items() if name == _NAME)
    lines = [found for one in _TOLD.split(heard.text[len(begun_with(heard.text, told)) :]) if (found := _LINE_OF(one))]
    if not begun_with(heard.text, told) or not lines:
        return False
    columns = [min(office.catalog.sipd.columns[name], key=len) for name in (CODE, STATUS)]
    rows, _ = read_sheets(office, [[columns, *([line[1], line[2]] for line in lines)]])
    async with visit.ask() as connection:
        judged = await judge(visit.round(connection), sight_of(visit, command(_NAME)), rows)
        plan = kept(judged)
        list_id = await stored.keep(connection, visit.turn, None, plan, SIPD) if plan else 0
    visit.send(*_shown(office, list_id, judged, 0))
    return True


def looks_like_it(office: Office, sender: Sender, rows: Sequence[Sequence[Any]]) -> bool:
    """Whether a sheet that names nobody to invite has the heads of SIPD's answers, from whoever may bring these in."""
    if not allowed(command(_NAME), sender.grants):
        return False
    try:
        return bool(read_sheets(office, [rows]))
    except Unreadable:
        return False


async def agree(visit: Visit, list_id: int) -> None:
    """*Jalankan*: it is done after this, as it was read."""
    taken = await visit.ask_once(stored.agree, list_id, visit.me.id, visit.turn.real, SIPD)
    answer(visit, "sipd_dijalankan", done=taken)


async def drop(visit: Visit, list_id: int) -> None:
    gone = await visit.ask_once(stored.close, list_id, visit.me.id, "dropped", kind=SIPD) is not None
    answer(visit, "sipd_tidak_jadi", done=gone)


# --- read, and shown --------------------------------------------------------------------------------------------------


def read_sheets(office: Office, sheets: Sequence[Sequence[Sequence[Any]]]) -> tuple[list[Row], int]:
    """The rows with a status, and how many have none yet. Raises Unreadable."""
    try:
        rows, waiting = read(sheets, office.catalog.sipd)
    except NoHead as missing:
        if not missing.column:
            raise Unreadable(Words("sipd_kosong_isinya")) from missing
        column = office.plain(f"sipd_kolom.{missing.column}")
        raise Unreadable(Words("sipd_tanpa_judul", {"kolom": column})) from missing
    if not rows:
        raise Unreadable(Words("sipd_kosong_isinya"))
    if len(rows) > MOST:
        raise Unreadable(Words("sipd_terlalu_panjang", {"jumlah": len(rows), "batas": MOST}))
    return rows, waiting


def sight_of_sender(tour: Round, sender: Sender) -> Sight:
    """What whoever sent it may see now, by the row of the access table that makes the sheet for SIPD."""
    return readings.sight(sender.person_id, sender.grants, command("sipd").roles, tour.now)


def kept(judged: Judged) -> dict[str, Any] | None:
    """What waits for the yes; None where nothing would change."""
    if not judged.changes:
        return None
    plans, numbers = [astuple(one) for one in judged.plans], sorted(judged.numbers.items())
    return {"plans": plans, "numbers": numbers, "numbered": 0, "done": 0, "alone": 0, "late": []}


def letters(tour: Round, sender: Sender, list_id: int, judged: Judged, waiting: int) -> list[dict[str, Any]]:
    """What would become of it, as rows for the outbox; behind a sheet of the faults where a screen cannot hold them."""
    text, markup = _shown(tour.office, list_id, judged, waiting)
    whom: dict[str, Any] = {"chat": sender.address, "real": tour.real, "person_id": sender.person_id}
    rows = []
    if len(judged.faults) > _FAULTS:
        sheet = {"chat_id": sender.address, "document": _sheet(tour.office, judged.faults)}
        rows.append(outbox_row("sendDocument", sheet, **whom))
    return [*rows, text_row(text, markup, **whom)]


def _shown(office: Office, list_id: int, judged: Judged, waiting: int) -> tuple[str, dict[str, Any] | None]:
    """With its yes and no, where something would change."""
    if not judged.changes:
        return _preview(office, judged, waiting), None
    yes = office.plain("sipd_tombol_jalankan", jumlah=judged.changes)
    no = office.plain("sipd_tombol_batal")
    keys = [(yes, press(FAMILY, "jalankan", list_id))], [(no, press(FAMILY, "batal", list_id))]
    return _preview(office, judged, waiting), keyboard(*keys)


def _preview(office: Office, judged: Judged, waiting: int) -> str:
    wrong = [{"baris": one.number, "sebab": office.catalog.label(one.why)} for one in judged.faults[:_FAULTS]]
    return office.catalog.text(
        "sipd_pratinjau",
        baris=len(judged.plans) + len(judged.faults) + judged.same,
        ubah=len(judged.plans),
        nomor=len(judged.numbers),
        ganti=_replaced(office, judged),
        jadi=_by_state(office, judged),
        yang=[_line(office, one, judged.usulan[one.usulan_id]) for one in judged.plans[:_SHOWN]],
        lagi=max(len(judged.plans) - _SHOWN, 0),
        tetap=judged.same,
        kosong=waiting,
        keliru=len(judged.faults),
        salah=wrong,
        sisa=len(judged.faults) - len(wrong),
    )


def _line(office: Office, plan: Plan, one: Usulan) -> dict[str, str]:
    """By which whoever sent it sees whether it is the one that SIPD means."""
    track = standing.track_of(office, one.desa)
    what = in_short(quoted(office, one.answers), _LINE)
    name = standing.name(office, plan.state, track)
    return {"nomor": plan.name, "isi": what, "tempat": public_place(office, one.answers), "jadi": name}


def _replaced(office: Office, judged: Judged) -> list[dict[str, str]]:
    """Whose number of SIPD's becomes another."""
    had = [(judged.usulan[one], own) for one, own in sorted(judged.numbers.items()) if judged.usulan[one].sipd]
    return [
        {"nomor": with_year(office.spoken_number(one), one.year), "lama": one.sipd or "", "baru": own}
        for one, own in had[:_SHOWN]
    ]


def _by_state(office: Office, judged: Judged) -> list[dict[str, Any]]:
    """In the order in which states follow one another."""
    counted = Counter(one.state for one in judged.plans)
    return [
        {"nama": standing.name(office, key, min(state.tracks)), "jumlah": counted[key]}
        for key, state in office.catalog.states.states.items()
        if counted[key]
    ]


def _sheet(office: Office, faults: Sequence[Fault]) -> dict[str, Any]:
    head = [office.plain(f"sipd_kolom_salah.{name}") for name in ("baris", "sebab")]
    rows = [[one.number, office.catalog.label(one.why)] for one in faults]
    title = office.plain("sipd_lembar.salah")
    sheets = [{"title": title, "head": head, "rows": rows}]
    return {"report": "sheet", "args": {"filename": "-".join(title.split()), "sheets": sheets}}


JOURNEY = Journey("sipd_jawaban", _finish)

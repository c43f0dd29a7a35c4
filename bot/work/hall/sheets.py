"""Lists to print for a hall: who is invited, who comes, the programme, whose turn it is, what is read back, and a page
for each usulan that is carried upwards."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.forms.say import Words
from bot.core.hall.guests import CHILD, DISABLED, OLD, POOR
from bot.core.hall.rarely_heard import is_rare
from bot.core.hall.turns import LENGTH
from bot.core.hall.voices import voice_in
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED, GUEST, Invitee
from bot.work.access import CAMAT, Entry, button, may_act
from bot.work.hall import letterheads, minutes
from bot.work.hall.invited.guests import in_order
from bot.work.hall.meeting import FAMILY, Hall, kind_words, place_of
from bot.work.hall.programme import points_of
from bot.work.hall.reading_back import cut, ended_note, spoken_words, to_read
from bot.work.reading.telling import told_of
from bot.work.saying import du_rkp, files
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.tasks import cards, words
from bot.work.usulan.usulan import place
from bot.work.visit import Visit

#: Lines left free for whoever comes uninvited, and the least number of lines on a sheet of attendance: two full pages.
_FREE_LINES, _LINES = 15, 44
#: Turns that are ticked on paper for each, lines left free there, and the least number of lines.
_TURNS, _FREE_TURNS, _TURN_LINES = 3, 8, 18
#: Usulan on a list, and pages for those who carry them.
_READ, _CARRIED = 100, 30
#: Characters of a story on a page that leaves room to write, and of what is known besides.
_STORY, _FACT = 700, 280
#: Groups that are counted on the sheet of attendance besides women and men.
_COUNTED = (POOR, DISABLED, OLD)
_READ_OUT = ("baca_kembali", "delegasi")
_WITHOUT_USULAN = ("hadir", "undangan", "acara", "giliran")


async def send(visit: Visit, name: str, occasion: Occasion) -> None:
    """Send one of the sheets as a PDF; a name that is none of them is a button of yesterday."""
    if name not in SHEETS:
        visit.stale()
    elif not may_act(_printer(name), visit.grants, occasion.wilayah):
        covered = any(grant.covers(occasion.wilayah) for grant in visit.grants)
        visit.say("lembar_bukan_bagian" if covered else "rapat_bukan_wilayah")
    else:
        hall = Hall(visit, occasion)
        await _send(hall, name, await SHEETS[name](hall))


async def send_for_task(visit: Visit, task_id: int) -> None:
    """The printable sheet that helps with a task."""
    duty, _ = await cards.find(visit, task_id)
    rule = words.rule_of(visit.office, duty.task) if duty is not None else None
    what, _, name = rule.help.partition(":") if rule is not None else ("", "", "")
    if duty is None or what != "lembar":
        visit.stale()
        return
    occasion = await visit.ask_once(occasions.one, duty.task.occasion_id)
    if occasion is not None:
        await send(visit, name, occasion)


def _printer(name: str) -> Entry:
    """Who may have it: whoever leads a meeting, and a camat who has to invite to one. Usulan are read by readers."""
    more = (CAMAT,) if name in _WITHOUT_USULAN else ()
    return Entry(name, (*button(FAMILY).roles, *more), menu=False)


async def _send(hall: Hall, name: str, own: dict[str, Any]) -> None:
    catalog, occasion = hall.visit.office.catalog, hall.occasion
    left_out = await ended_note(hall) if name in _READ_OUT else ""
    if own.get("empty"):
        hall.visit.send(catalog.text("lembar_kosong") + left_out)
        return
    told = {"pertemuan": occasion_name(hall.visit.office, occasion), "waktu": date_of(hall.visit.office, occasion)}
    data = _data(hall, name) | {"kop": await letterheads.head_of(hall)} | own
    args = {"template": f"lembar_{name}", "data": data, "filename": _filename(hall, name)}
    caption = catalog.text("lembar_kirim", lembar=catalog.label(Words(f"lembar.{name}")), **told)
    files.make(hall.visit, "document", args, caption + left_out)


def _filename(hall: Hall, name: str) -> str:
    """ "Daftar-hadir-Musrenbang-desa-Boiya": what it is and of which meeting, found again among many downloads. A space
    would arrive as %20."""
    meeting, where = (
        occasion_name(hall.visit.office, hall.occasion),
        place_name(hall.visit.office, hall.occasion.wilayah),
    )
    level, _, own_name = where.partition(" ")
    if own_name and meeting.casefold().endswith(f" {level.casefold()}"):
        where = own_name  # "desa" was said just now
    told = " ".join((hall.visit.label(Words(f"lembar.{name}")), meeting, where))
    return "-".join(re.findall(r"\w+", told))[:80]


def _data(hall: Hall, name: str) -> dict[str, Any]:
    """What stands on every sheet."""
    label = hall.visit.label
    return {
        "agency": hall.visit.office.bappeda,
        "title": label(Words(f"lembar.{name}")),
        "subtitle": occasion_name(hall.visit.office, hall.occasion),
        "day": date_of(hall.visit.office, hall.occasion),
        "place": place_of(hall.visit.office, hall.occasion),
        "footer": label(Words("lembar.kaki")),
    }


def _words(hall: Hall, *names: str) -> list[str]:
    return [hall.visit.label(Words(f"lembar.{name}")) for name in names]


async def _expected(hall: Hall) -> list[Invitee]:
    return in_order([one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.state in EXPECTED])


def _gender(hall: Hall, one: Invitee) -> str:
    return "" if one.is_woman is None else _words(hall, "p" if one.is_woman else "l")[0]


async def _attendance(hall: Hall) -> dict[str, Any]:
    """Those invited by name stand there already, easy to find; the rest is written by hand. The group stays empty: a
    list that goes round tells nobody's neighbours that they are poor or ill, whoever likes to writes it themselves."""
    known = sorted(await _expected(hall), key=lambda one: fold(one.name))
    rows = [[str(at), one.name, _gender(hall, one), one.speaks_for, "", ""] for at, one in enumerate(known, 1)]
    lines = max(_LINES, len(rows) + _FREE_LINES)
    rows += [[str(at), "", "", "", "", ""] for at in range(len(rows) + 1, lines + 1)]
    counted = [*_words(hall, "perempuan", "laki"), *(kind_words(hall.visit.office, key) for key in _COUNTED)]
    head = _words(hall, "no", "nama", "lp", "dari", "unsur", "tanda_tangan")
    told = {"head": head, "rows": rows, "counted": counted, "count": _words(hall, "hitung")[0]}
    return told | {"signing": await letterheads.signing(hall)}


async def _invitations(hall: Hall) -> dict[str, Any]:
    """A list to sign for, and a letter to each by name."""
    known = await _expected(hall)
    rows = [[str(at), one.name, one.speaks_for, ""] for at, one in enumerate(known, 1)]
    note, letter, dear, signing = _words(hall, "surat_halangan", "surat_judul", "kepada", "pengundang")
    letters = [
        {"name": one.name, "text": hall.visit.label(Words("lembar.surat", _letter(hall, one))), "note": note}
        for one in known
    ]
    told = {"head": _words(hall, "no", "nama", "mewakili", "tanda_terima"), "rows": rows, "letters": letters}
    number, blank, about, invitation = _words(hall, "nomor_surat", "nomor_kosong", "perihal", "perihal_isi")
    told |= {
        "letter": letter,
        "number": [[number, await letterheads.letter_number(hall) or blank], [about, invitation]],
        "from": place_name(hall.visit.office, hall.occasion.wilayah),
        "dear": dear,
        "signing": signing,
    }
    return told | {"empty": not known}


def _letter(hall: Hall, one: Invitee) -> dict[str, Any]:
    return {
        "pertemuan": occasion_name(hall.visit.office, hall.occasion),
        "waktu": date_of(hall.visit.office, hall.occasion),
        "tempat": place_of(hall.visit.office, hall.occasion),
        "mewakili": voice_in(one.speaks_for, hall.visit.office.catalog.world.spellings.guests),
        "sapaan": "" if one.is_woman is None else "ibu" if one.is_woman else "bapak",
        "anak": bool(one.is_woman) or CHILD in one.hindrances,
    }


async def _programme(hall: Hall) -> dict[str, Any]:
    """For the wall: when each point begins if all begin in time, and how long it takes."""
    points = await hall.visit.ask_once(points_of, hall)
    starts, rows = hall.visit.office.local(hall.occasion.starts_at), []
    for point in points:
        rows.append([f"{starts:%H.%M}", point.title, str(point.minutes)])
        starts += timedelta(minutes=point.minutes)
    return {
        "head": _words(hall, "pukul", "acara_isi", "menit"),
        "rows": [*rows, [f"{starts:%H.%M}", *_words(hall, "selesai"), ""]],
    }


async def _turns(hall: Hall) -> dict[str, Any]:
    """Where no telephone is at hand: those rarely heard stand first, and each turn is ticked."""
    found = [one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.state in (*EXPECTED, GUEST)]
    listed = sorted(in_order(found), key=lambda one: not is_rare(one.element, one.is_woman, one.hindrances))
    free = max(_FREE_TURNS, _TURN_LINES - len(listed))
    rows = [[one.name, one.speaks_for] for one in listed] + [["", ""]] * free
    ask = hall.visit.label(Words("lembar.urutan", {"menit": int(LENGTH.total_seconds() // 60)}))
    return {"head": _words(hall, "nama", "mewakili", "sudah_bicara"), "rows": rows, "turns": _TURNS, "ask": ask}


async def _read_back(hall: Hall) -> dict[str, Any]:
    """To be read aloud where no telephone is at hand: two boxes and a line for each."""
    found, _ = await to_read(hall)
    words = await spoken_words(hall, found[:_READ])
    rows = [
        [str(at), hall.visit.office.spoken_number(one), place(one.answers), _aloud(hall, words[one.id])]
        for at, one in enumerate(found[:_READ], 1)
    ]
    head = _words(hall, "no", "nomor", "tempat", "isi", "benar", "betulkan")
    return {"head": head, "rows": rows, "empty": not rows, "ask": _words(hall, "tanya")[0]}


def _aloud(hall: Hall, told: Mapping[str, str]) -> str:
    """As long as on the telephone: whoever says that it is right has heard it whole."""
    words = "\n".join(cut(text) for text in (told["cerita"], told["harapan"]) if text)
    return words or _words(hall, "suara")[0]


async def _carried(hall: Hall) -> dict[str, Any]:
    """A page for each usulan: what it is about, whom it helps, and room for what is answered."""
    found, _ = await to_read(hall)
    words = await spoken_words(hall, found[:_CARRIED])
    pages = [await _page(hall, one, words[one.id]) for one in found[:_CARRIED]]
    labels = dict(zip(_CARRIED_LABELS, _words(hall, *_CARRIED_LABELS), strict=True))
    return {"pages": pages, "labels": labels, "empty": not pages}


_CARRIED_LABELS = ("keadaan", "minta", "pembicara", "bicara", "jawaban", "akibat")


async def _page(hall: Hall, one: Usulan, words: Mapping[str, str]) -> dict[str, Any]:
    told = await told_of(hall.visit, one, [])
    facts: Sequence[dict[str, str]] = told["lain"]
    return {
        "number": hall.visit.office.spoken_number(one),
        "place": place(one.answers),
        "story": cut(words["cerita"], _STORY) or _words(hall, "suara")[0],
        "wish": cut(words["harapan"], _STORY),
        "facts": [[fact["judul"], cut(fact["isi"], _FACT)] for fact in facts],
    }


SHEETS: dict[str, Callable[[Hall], Awaitable[dict[str, Any]]]] = {
    "undangan": _invitations,
    "hadir": _attendance,
    "acara": _programme,
    "berita_acara": minutes.page,
    "giliran": _turns,
    "baca_kembali": _read_back,
    "delegasi": _carried,
}


async def choose(hall: Hall, _args: list[str]) -> None:
    """Which list to print."""
    keys = [[hall.key(Words(f"lembar.{name}"), "lembar", name)] for name in SHEETS]
    head = [hall.key(Words("rapat_tombol_kop"), "kop")] if await letterheads.head_of(hall) else []
    request = du_rkp.key(hall.visit) if hall.occasion.kind in du_rkp.REQUESTING else []
    hall.show(hall.visit.text("rapat_cetak", durkp=bool(request)), *keys, request, head, [hall.back()])


async def send_one(hall: Hall, args: list[str]) -> None:
    await send(hall.visit, args[0] if args else "", hall.occasion)

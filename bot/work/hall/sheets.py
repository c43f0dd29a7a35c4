"""Lists to print for a hall: who is invited, who comes, what is read back, and a page for each usulan that is carried
upwards."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.core.agenda.guests import DISABLED, OLD, POOR, WOMEN
from bot.core.records import Usulan
from bot.core.say import Words
from bot.core.spelling import fold
from bot.store.agenda import hall as stored
from bot.store.agenda.hall import EXPECTED, Invitee
from bot.store.agenda.occasions import Occasion
from bot.store.turn import Turn
from bot.work import replies
from bot.work.access import CAMAT, Entry, button, may_act
from bot.work.agenda.naming import date_of, occasion_name
from bot.work.hall.guests import in_order
from bot.work.hall.meeting import FAMILY, Hall, kind_words, place_of
from bot.work.hall.reading_back import spoken_words, to_read
from bot.work.office import Office
from bot.work.telling import told_of
from bot.work.usulan import place, spoken_name

#: Lines left free for whoever comes uninvited, and the least number of lines on a sheet of attendance.
_FREE_LINES, _LINES = 15, 30
#: Usulan on a list, and pages for those who carry them.
_READ, _CARRIED = 100, 30
_SHORT = 280  # characters of a story in a list
#: Groups that are counted on the sheet of attendance besides women and men.
_COUNTED = (POOR, DISABLED, OLD)
_WITHOUT_USULAN = ("hadir", "undangan")


async def send(turn: Turn, office: Office, name: str, occasion: Occasion) -> None:
    """Send one of the sheets as a PDF; a name that is none of them is a button of yesterday."""
    if name not in SHEETS:
        replies.toast(turn, office.catalog.text("tombol_lewat"))
    elif not may_act(_printer(name), turn.grants, occasion.wilayah):
        replies.say(turn, office, "rapat_bukan_wilayah")
    else:
        hall = Hall(turn, office, occasion)
        await _send(hall, name, await SHEETS[name](hall))


def _printer(name: str) -> Entry:
    """Who may have it: whoever leads a meeting, and a camat who has to invite to one. Usulan are read by readers."""
    more = (CAMAT,) if name in _WITHOUT_USULAN else ()
    return Entry(name, (*button(FAMILY).roles, *more), menu=False)


async def _send(hall: Hall, name: str, own: dict[str, Any]) -> None:
    catalog, occasion = hall.office.catalog, hall.occasion
    if own.get("empty"):
        replies.say(hall.turn, hall.office, "lembar_kosong")
        return
    told = {"pertemuan": occasion_name(hall.office, occasion), "waktu": date_of(hall.office, occasion)}
    filename = f"{catalog.label(Words(f'lembar.{name}'))} {fold(place_of(hall.office, occasion))[:30]}"
    args = {"template": f"lembar_{name}", "data": _data(hall, name) | own, "filename": filename}
    caption = catalog.text("lembar_kirim", lembar=catalog.label(Words(f"lembar.{name}")), **told)
    document = {"report": "document", "args": args}
    params = {"chat_id": hall.turn.lane, "document": document, "caption": caption, "parse_mode": "HTML"}
    hall.turn.send("sendDocument", params, chat=hall.turn.lane, person_id=hall.me)


def _data(hall: Hall, name: str) -> dict[str, Any]:
    """What stands on every sheet."""
    label = hall.office.catalog.label
    return {
        "agency": hall.office.bappeda,
        "title": label(Words(f"lembar.{name}")),
        "subtitle": occasion_name(hall.office, hall.occasion),
        "day": date_of(hall.office, hall.occasion),
        "place": place_of(hall.office, hall.occasion),
        "footer": label(Words("lembar.kaki")),
    }


def _words(hall: Hall, *names: str) -> list[str]:
    return [hall.office.catalog.label(Words(f"lembar.{name}")) for name in names]


async def _expected(hall: Hall) -> list[Invitee]:
    async with hall.turn.ask() as connection:
        return in_order([one for one in await stored.guests(connection, hall.id) if one.state in EXPECTED])


def _gender(hall: Hall, one: Invitee) -> str:
    return "" if one.is_woman is None else _words(hall, "p" if one.is_woman else "l")[0]


async def _attendance(hall: Hall) -> dict[str, Any]:
    """Those invited by name stand there already; the rest is written by hand."""
    known = await _expected(hall)
    rows = [
        [str(at), one.name, _gender(hall, one), kind_words(hall.office, one.element), one.speaks_for, ""]
        for at, one in enumerate(known, 1)
    ]
    lines = max(_LINES, len(rows) + _FREE_LINES)
    rows += [[str(at), "", "", "", "", ""] for at in range(len(rows) + 1, lines + 1)]
    counted = [*_words(hall, "perempuan", "laki"), *(kind_words(hall.office, key) for key in _COUNTED)]
    head = _words(hall, "no", "nama", "lp", "unsur", "dari", "tanda_tangan")
    return {"head": head, "rows": rows, "counted": counted, "count": _words(hall, "hitung")[0]}


async def _invitations(hall: Hall) -> dict[str, Any]:
    """A list to sign for, and a letter to each by name."""
    known = await _expected(hall)
    rows = [
        [str(at), one.name, kind_words(hall.office, one.element), one.speaks_for, ""] for at, one in enumerate(known, 1)
    ]
    letters = [
        {
            "name": one.name,
            "text": hall.office.catalog.label(Words("lembar.surat", _letter(hall, one))),
            "note": hall.office.catalog.label(Words("lembar.surat_halangan")),
        }
        for one in known
    ]
    head = _words(hall, "no", "nama", "unsur", "mewakili", "tanda_terima")
    told = {"head": head, "rows": rows, "letters": letters, "dear": _words(hall, "kepada")[0], "empty": not known}
    return told | {"signing": _words(hall, "pengundang")[0]}


def _letter(hall: Hall, one: Invitee) -> dict[str, Any]:
    return {
        "pertemuan": occasion_name(hall.office, hall.occasion),
        "waktu": date_of(hall.office, hall.occasion),
        "tempat": place_of(hall.office, hall.occasion),
        "mewakili": one.speaks_for,
        "perempuan": one.element == WOMEN,
    }


async def _read_back(hall: Hall) -> dict[str, Any]:
    """To be read aloud where no telephone is at hand: two boxes and a line for each."""
    found, _ = await to_read(hall)
    rows = []
    for at, one in enumerate(found[:_READ], 1):
        told = await spoken_words(hall, one)
        words = _short(" ".join(filter(None, (told["cerita"], told["harapan"]))))
        rows.append([str(at), _number(hall, one), place(one.answers), words])
    head = _words(hall, "no", "nomor", "tempat", "isi", "benar", "betulkan")
    return {"head": head, "rows": rows, "empty": not rows, "ask": _words(hall, "tanya")[0]}


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"


def _number(hall: Hall, one: Usulan) -> str:
    return spoken_name(hall.office, one.kecamatan, one.serial)


async def _carried(hall: Hall) -> dict[str, Any]:
    """A page for each usulan: what it is about, whom it helps, and room for what is answered."""
    found, _ = await to_read(hall)
    pages = [await _page(hall, one) for one in found[:_CARRIED]]
    labels = dict(zip(_CARRIED_LABELS, _words(hall, *_CARRIED_LABELS), strict=True))
    return {"pages": pages, "labels": labels, "empty": not pages}


_CARRIED_LABELS = ("keadaan", "minta", "pembicara", "bicara", "jawaban", "akibat")


async def _page(hall: Hall, one: Usulan) -> dict[str, Any]:
    words = await spoken_words(hall, one)
    told = await told_of(hall.turn, hall.office, one, [])
    facts: Sequence[dict[str, str]] = told["lain"]
    return {
        "number": _number(hall, one),
        "place": place(one.answers),
        "story": words["cerita"],
        "wish": words["harapan"],
        "facts": [[fact["judul"], _short(fact["isi"])] for fact in facts],
    }


SHEETS: dict[str, Callable[[Hall], Awaitable[dict[str, Any]]]] = {
    "hadir": _attendance,
    "undangan": _invitations,
    "baca_kembali": _read_back,
    "delegasi": _carried,
}


async def choose(hall: Hall, _args: list[str]) -> None:
    """Which list to print."""
    keys = [[hall.key(Words(f"lembar.{name}"), "lembar", name)] for name in SHEETS]
    hall.show(hall.office.catalog.text("rapat_cetak"), *keys, [hall.back()])


async def send_one(hall: Hall, args: list[str]) -> None:
    await send(hall.turn, hall.office, args[0] if args else "", hall.occasion)

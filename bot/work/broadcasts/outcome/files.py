"""An announcement and what came of it as files and as words for elsewhere: a table, a picture, a page for the notice
board, a text for WhatsApp. Everything they show stands in their arguments."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from bot.catalog.markup import visible
from bot.catalog.runs import lines
from bot.core.broadcasts.sums import Sums
from bot.core.forms.say import Words
from bot.core.kinds.telepon import spelt
from bot.core.places.spelling import fold
from bot.core.wilayah import kecamatan_of, level_of
from bot.store.broadcasts import receipts, results
from bot.store.broadcasts.broadcasts import WITHDRAWN, Broadcast
from bot.store.broadcasts.results import Recipient
from bot.store.people import phones
from bot.work.broadcasts.outcome.results import Outcome, gather, head_of, is_nameless, looked_at
from bot.work.broadcasts.under_way.wording import choices_of, whom
from bot.work.office import Office
from bot.work.saying.files import make, moment_cell
from bot.work.saying.keyboard import in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.whatsapp import LONGEST, forward_button
from bot.work.visit import Visit

#: A table has so many rows at most; larger ones come a kecamatan at a time. A picture has so many bars.
_ROWS, _BARS = 10_000, 24
#: So many characters fit on one page in letters that are read from two steps away.
_SHORT = 900
_NONE: Mapping[int, str] = MappingProxyType({})
_NAME = 30  # characters of a file's name


def _plain(office: Office, name: str, **values: Any) -> str:
    return office.catalog.label(Words(f"siaran_berkas_{name}", values))


def _filename(office: Office, one: Broadcast) -> str:
    day = office.local(one.began_at or one.made_at).date().isoformat()
    return _plain(office, "nama", awal=fold(visible(one.message.html))[:_NAME], hari=day)


# --- a table ---------------------------------------------------------------------------------------------------------


async def send_table(visit: Visit, broadcast_id: int, wilayah: str = "") -> None:
    """*Excel*: a row for each recipient; of very many, a kecamatan of them."""
    found = await gather(visit, broadcast_id)
    if found is None or is_nameless(visit, found.one):
        return
    total = sum(tally.number for tally in found.result.tallies)
    if not wilayah and total > _ROWS:
        _ask_kecamatan(visit, found)
        return
    async with visit.ask() as connection:
        told = await results.recipients(connection, broadcast_id, wilayah or found.one.scope, _ROWS)
        numbers = await phones.of(connection, [each.target for each in told if each.target > 0])
        wrote = await receipts.words_of_each(connection, broadcast_id)
    caption = visit.text("siaran_excel", **head_of(visit, found.one), jumlah=len(told))
    make(visit, "sheet", table(visit.office, found.one, told, numbers, wrote), caption)


def _ask_kecamatan(visit: Visit, found: Outcome) -> None:
    places = found.by(lambda tally: kecamatan_of(tally.place))
    keys = [(place_name(visit.office, code), f"a:excel:{found.one.id}:{code}") for code in places]
    visit.say("siaran_excel_pilih", keyboard(*in_rows(keys)), **head_of(visit, found.one), batas=_ROWS)


_PLACED = ("nama", "peran", "kecamatan", "desa")
_COLUMNS = (*_PLACED, "hasil", "isi", "paham", "jawaban", "tulisan", "diingatkan", "telepon")


def table(
    office: Office,
    one: Broadcast,
    told: Sequence[Recipient],
    numbers: Mapping[int, str] = _NONE,
    wrote: Mapping[int, str] = _NONE,
) -> dict[str, Any]:
    """`numbers`: of who left one; `wrote`: what each wrote back; by person."""
    head = [_plain(office, f"kolom_{name}") for name in _COLUMNS]
    rows = [[*_row(office, one, each, wrote), spelt(numbers.get(each.target, ""))] for each in told]
    sheet = {"title": _plain(office, "lembar"), "head": head, "rows": rows}
    return {"filename": _filename(office, one), "sheets": [sheet]}


def _row(office: Office, one: Broadcast, each: Recipient, wrote: Mapping[int, str]) -> list[Any]:
    level, check = level_of(each.place), one.message.check
    offered = check.answers if check is not None else choices_of(office, one)
    chosen = offered[each.answer] if each.answer is not None and each.answer < len(offered) else ""
    at = moment_cell(office.local(each.understood_at) if each.understood_at else None)
    return [
        each.name,
        office.catalog.label(Words(f"siaran_untuk_{each.role}")),
        place_name(office, kecamatan_of(each.place)),
        place_name(office, each.place) if level == "desa" else "",
        _outcome(office, each),
        _wording(office, one, each),
        at,
        chosen,
        wrote.get(each.target, ""),
        each.reminded or "",
    ]


def _outcome(office: Office, each: Recipient) -> str:
    name = f"nasib_{each.outcome or 'menunggu'}"
    known = f"siaran_berkas_{name}" in office.catalog.texts
    return _plain(office, name if known else "nasib_gagal", ganda=each.uncertain, grup=each.kind == results.READER)


def _wording(office: Office, one: Broadcast, each: Recipient) -> str:
    """Which words they have."""
    if each.outcome not in {"sent", "unsure"} or each.version is None:
        return ""
    is_mended = each.mended in {"sent", "again"}
    if one.state == WITHDRAWN:
        return _plain(office, "isi_ditarik") if is_mended else _plain(office, "isi_belum_ditarik")
    if one.version == 1:
        return _plain(office, "isi_asli")
    newest = each.version == one.version and each.mended in {None, "sent", "again"}
    return _plain(office, "isi_ralat" if newest else "isi_belum_ralat")


# --- a picture -------------------------------------------------------------------------------------------------------


async def send_picture(visit: Visit, broadcast_id: int) -> None:
    """*Gambar*: a bar for each kecamatan; of one kecamatan alone, for each desa."""
    found = await gather(visit, broadcast_id)
    if found is None:
        return
    places = found.by(lambda tally: kecamatan_of(tally.place))
    if len(places) == 1:
        places = found.by(lambda tally: tally.place)
    if not places:
        visit.stale()
        return
    caption = visit.text("siaran_gambar", **head_of(visit, found.one))
    make(visit, "shares_picture", picture(visit.office, found.one, places), caption, kind="photo")


def picture(office: Office, one: Broadcast, places: Mapping[str, Sums]) -> dict[str, Any]:
    """The largest ones, where there are more than fit."""
    largest = sorted(places.items(), key=lambda item: -item[1].total)[:_BARS]
    told = {"hari": office.day(one.began_at or one.made_at), "untuk": whom(office, one.audience)}
    return {
        "title": _plain(office, "gambar_judul"),
        "note": _plain(office, "gambar_ket", **told, lain=len(places) - len(largest)),
        "rows": [_bar(office, code, sums) for code, sums in sorted(largest)],
        "legend": [_plain(office, f"gambar_{part}") for part in ("paham", "belum", "lain")],
        "filename": _filename(office, one),
    }


def _bar(office: Office, code: str, sums: Sums) -> dict[str, Any]:
    figures = _plain(office, "gambar_angka", paham=sums.understood, sampai=sums.arrived, semua=sums.total)
    shares = (sums.understood + sums.replied, sums.silent, sums.beside)
    return {"name": place_name(office, code), "text": figures, "shares": shares}


# --- a page for the notice board -------------------------------------------------------------------------------------


async def send_page(visit: Visit, broadcast_id: int) -> None:
    """*Lembar papan*."""
    one = await _public(visit, broadcast_id)
    if one is not None:
        args = {"template": "papan", "filename": _filename(visit.office, one), "data": page(visit.office, one)}
        also = keyboard([(visit.text("tombol_siaran_wa"), f"a:wa:{one.id}")])  # what is said next is of this one
        make(visit, "document", args, visit.text("siaran_papan", **head_of(visit, one)), also)


async def _public(visit: Visit, broadcast_id: int) -> Broadcast | None:
    """What may still be read by anybody: nothing that was taken back."""
    one = await looked_at(visit, broadcast_id)
    if one is not None and one.state == WITHDRAWN:
        visit.stale()
        return None
    return one


def page(office: Office, one: Broadcast) -> dict[str, Any]:
    return {
        "agency": one.message.sender or office.bappeda,
        "title": _plain(office, "papan_judul"),
        "subtitle": _plain(office, "papan_diralat") if one.version > 1 else "",
        "day": office.day(one.began_at or one.made_at),
        "footer": _plain(office, "papan_kaki"),
        "whom": _plain(office, "papan_untuk", untuk=whom(office, one.audience)),
        "is_short": len(visible(one.message.html)) <= _SHORT,
        "lines": lines(one.message.html),
        "asked_title": _plain(office, "papan_diminta"),
        "asked": lines(one.message.asked) if one.message.asked else [],
        "note": _plain(office, "papan_lampiran") if one.message.media else "",
    }


# --- a text for WhatsApp ---------------------------------------------------------------------------------------------


async def forward(visit: Visit, broadcast_id: int) -> None:
    """*Teruskan ke WA*."""
    one = await _public(visit, broadcast_id)
    if one is not None:
        text = for_whatsapp(visit.office, one)
        also = keyboard([(visit.text("tombol_siaran_papan"), f"a:papan:{one.id}")])["inline_keyboard"]
        visit.say("siaran_wa_siap", {"inline_keyboard": [[forward_button(visit.office, text)], *also]}, isi=text)


def for_whatsapp(office: Office, one: Broadcast) -> str:
    """At most 700 characters: where it is longer, its words end early, and what is asked stays."""
    body = visible(one.message.html).strip()
    whole = _whatsapp(office, one, body, cut=False)
    room = len(body) + LONGEST - len(_whatsapp(office, one, body, cut=True))
    if len(whole) <= LONGEST or room <= 0:
        return whole[:LONGEST]
    return _whatsapp(office, one, body[:room].rsplit(maxsplit=1)[0], cut=True)


def _whatsapp(office: Office, one: Broadcast, body: str, *, cut: bool) -> str:
    told = {"hari": office.day(one.began_at or one.made_at), "untuk": whom(office, one.audience), "isi": body}
    told["dari"] = one.message.sender or office.bappeda
    told |= {"diminta": visible(one.message.asked).strip(), "diralat": one.version > 1, "potong": cut}
    return office.catalog.label(Words("siaran_wa", told))

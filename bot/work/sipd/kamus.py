"""*Masukkan kamus usulan*: the office's file is read and shown; after the yes it takes the place of the one before."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.heads import NoHead
from bot.core.sipd.kamus import Doubts, Entry, Kamus, read
from bot.core.understanding.amounts.show import show_money
from bot.core.understanding.tongue import tongue_of
from bot.store.database.database import Connection
from bot.store.roles import lists as stored_lists
from bot.store.roles.lists import KAMUS
from bot.store.sipd import kamus as stored
from bot.work.office import Office
from bot.work.roles.lists import Sender
from bot.work.roles.roster import Unreadable
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard, press
from bot.work.saying.letters import text_row
from bot.work.sipd.yes_or_no import answer
from bot.work.visit import Journey, Visit

FAMILY = "ka"
#: Entries of one kamus: a kabupaten's has some hundreds.
MOST = 5_000
_EXAMPLES, _DOUBTS = 3, 8


async def _finish(visit: Visit, flow: Flow, state: State) -> None:
    """It is fetched after this, never in the way of a conversation."""
    stored_lists.take(visit.turn, record(flow, state)["berkas"]["file_id"], kind=KAMUS)
    visit.say("kamus_dibaca")


def read_sheets(office: Office, sheets: Sequence[Sequence[Sequence[Any]]]) -> tuple[list[Entry], Doubts]:
    """Raises Unreadable."""
    told, tongue = office.catalog.sipd, tongue_of(office.catalog.world.spellings)
    try:
        found, doubts = read(sheets, told.kamus, told.sums, tongue.read_money)
    except NoHead as missing:
        raise Unreadable(Words("kamus_tanpa_judul" if missing.column else "kamus_kosong_isinya")) from missing
    if not found:
        raise Unreadable(Words("kamus_kosong_isinya"))
    if len(found) > MOST:
        raise Unreadable(Words("kamus_terlalu_panjang", {"jumlah": len(found), "batas": MOST}))
    return found, doubts


async def letter(tour: Round, sender: Sender, list_id: int, found: Sequence[Entry], doubts: Doubts) -> dict[str, Any]:
    """What would hold from the yes on, as a row for the outbox; between which prices, since one that was misread is
    mostly the least or the most."""
    priced = sorted((one for one in found if one.price), key=lambda one: one.price)
    text = tour.text(
        "kamus_pratinjau",
        jumlah=len(found),
        contoh=[_shown(one) for one in found[:_EXAMPLES]],
        lama=await stored.count(tour.connection),
        ujung=[_shown(one) for one in (*priced[:1], *priced[1:][-1:])],
        tanpa_harga=len(found) - len(priced),
        ragu=[{"baris": at, "sebab": tour.office.catalog.label(why)} for at, why in doubts[:_DOUBTS]],
        sisa=max(len(doubts) - _DOUBTS, 0),
    )
    yes, no = tour.text("kamus_tombol_pakai", jumlah=len(found)), tour.text("kamus_tombol_batal")
    keys = keyboard([(yes, press(FAMILY, "pakai", list_id))], [(no, press(FAMILY, "batal", list_id))])
    return text_row(text, keys, chat=sender.address, real=tour.real, person_id=sender.person_id)


def _shown(one: Entry) -> dict[str, str]:
    price = show_money(one.price) if one.price else ""
    return {"nama": one.name, "satuan": one.unit, "opd": one.office, "harga": price}


def kept(found: Sequence[Entry]) -> list[tuple[Any, ...]]:
    """What waits for the yes."""
    return [astuple(one) for one in found]


async def agree(visit: Visit, list_id: int) -> None:
    """*Pakai*."""
    async with visit.ask() as connection:
        told = await stored_lists.close(connection, list_id, visit.me.id, "read", kind=KAMUS)
        if told is not None:
            await stored.replace(connection, [Entry(*one) for one in told], visit.now)
    answer(visit, "kamus_dipakai", done=told is not None, jumlah=len(told or ()))


async def drop(visit: Visit, list_id: int) -> None:
    told = await visit.ask_once(stored_lists.close, list_id, visit.me.id, "dropped", kind=KAMUS)
    answer(visit, "kamus_tidak_jadi", done=told is not None)


async def holding(connection: Connection, office: Office) -> Kamus:
    """The one from which is offered; without entries where none was brought."""
    told = office.catalog.sipd
    return Kamus(await stored.all_of_it(connection), told.same, told.vague)


def offered(office: Office, kamus: Kamus, told: Sequence[str], unit: str) -> str:
    """Up to three entries that come near, a line each; that there is none; "" without a kamus."""
    if not kamus.entries:
        return ""
    near = kamus.near(told, unit)
    if not near:
        return office.plain("kamus_tidak_ada")
    return "\n".join(office.plain("kamus_saran", nama=one.name, satuan=one.unit, opd=one.office) for one in near)


JOURNEY = Journey("kamus", _finish)

"""A list of guests, pasted or sent as a spreadsheet: shown as it was understood, and kept after the yes."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with
from bot.core.hall.guest_lines import telephones_in
from bot.core.hall.guest_sheets import read_sheets
from bot.core.hall.guests import Guest, Refused, guests_of
from bot.core.hall.namesakes import told_apart
from bot.core.vocabulary import ELEMENTS, GuestWords
from bot.store.roles import lists as stored
from bot.store.roles.lists import Waiting
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.hall import by_words, drafts
from bot.work.hall.args import number
from bot.work.hall.invited import guests, guests_answered
from bot.work.hall.invited.guest_forms import Added, add
from bot.work.hall.meeting import FAMILY, Hall, key_of, kind_words
from bot.work.office import Office
from bot.work.roles.lists import Sender
from bot.work.saying.keyboard import keyboard
from bot.work.saying.letters import text_row
from bot.work.visit import Journey, Visit

__all__ = ["ask", "finish", "keep", "kept", "letters", "put_away", "read_sheets", "take"]

#: Lines and names that a screen holds.
_SHOWN, _FAULTS, _NAMES = 25, 10, 5
_SHORT = 60
#: Who are addressed as a woman or a man, in what is taken for a list without being asked.
_FEWEST = 2
#: Buttons of the screen on which they are added, and of what leads there.
_WHERE = frozenset({"banyak"})
_WHERE_MORE = _WHERE | {"tamu"}

#: Who was understood, which lines were not, and how many telephone numbers are left out.
Found = tuple[list[Guest], list[Refused], int]


async def ask(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, JOURNEY)


async def take(visit: Visit, heard: Heard) -> bool:
    """Several people, told where the guests stand and nothing was asked yet; more of them, also right below those that
    were kept."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    inviting = visit.office.catalog.world.inviting
    begun = begun_with(heard.text, inviting["tambah"] | inviting["tamu"])
    verbs = _WHERE_MORE if begun else _WHERE
    keys = await by_words.keys_shown(visit)
    meeting = next((number(data.split(":"), 2) for _, data in keys if data.split(":")[1] in verbs), 0)
    if not meeting:
        return False
    told = heard.text[len(begun) :]
    found, _ = guests_of(visit.office.catalog.world.spellings.guests).read_list(told)
    if len([one for one in found if one.is_woman is not None]) < _FEWEST:
        return False
    await show_told(visit, meeting, replace(heard, text=told))
    return True


async def show_told(visit: Visit, meeting: int, heard: Typed) -> None:
    """Whoever is named in it, wherever it was said: as they were understood, before any is kept."""
    told = heard.text if "\n" in heard.text else guests_answered.without_meeting(visit, heard.text)
    await conversation.start_with_answer(visit, JOURNEY, {}, {"occasion": meeting}, replace(heard, text=told))


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Pasted text is shown at once; a spreadsheet has to be fetched first."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    told = record(flow, state)["daftar"]
    if "file_id" in told:
        stored.take(visit.turn, told["file_id"], hall.id)
        visit.say("daftar_diambil")
        return
    found = _read(visit.office.catalog.world.spellings.guests, told["text"])
    list_id = await visit.ask_once(stored.keep, visit.turn, hall.id, kept(found))
    text, markup = _preview(visit.office, hall.id, list_id, found)
    visit.send(text, markup)


def _read(words: GuestWords, text: str) -> Found:
    """Rows that are pasted from a spreadsheet are one."""
    rows = [line.split("\t") for line in text.splitlines()]
    if sum(len(row) > 1 for row in rows) > 1:
        return read_sheets([rows], words)
    return *guests_of(words).read_list(text), telephones_in(text)


def kept(found: Found) -> list[dict[str, Any]]:
    """What waits for the yes: those who were understood, each once."""
    return [asdict(one) for one in told_apart(found[0])[0]]


def letters(office: Office, sender: Sender, waiting: Waiting, found: Found, real: float) -> list[dict[str, Any]]:
    """The answer to a spreadsheet that was read, as rows for the outbox."""
    text, markup = _preview(office, waiting.occasion_id or 0, waiting.id, found)
    return [text_row(text, markup, chat=sender.address, real=real, person_id=sender.person_id)]


def _preview(office: Office, occasion_id: int, list_id: int, found: Found) -> tuple[str, dict[str, Any]]:
    """As it was understood, and what was not, before anything is kept."""
    everybody, refused, numbers = found
    known, twice = told_apart(everybody)
    unclear = [one.name for one in known if one.is_woman is None]
    text = office.catalog.text(
        "rapat_pratinjau",
        jumlah=len(known),
        orang=_by_group(office, known),
        lebih=max(len(known) - _SHOWN, 0),
        jenis=unclear[:_NAMES],
        sisa=max(len(unclear) - _NAMES, 0),
        tanpa=[one.line[:_SHORT] for one in refused[:_FAULTS]],
        tanpa_lagi=max(len(refused) - _FAULTS, 0),
        nomor=numbers,
        kembar=_each_once(twice),
        tebakan=[one.name for one in known if one.guessed][:_NAMES],
    )
    yes = key_of(office, occasion_id, Words("rapat_tombol_simpan", {"jumlah": len(known)}), "simpan", list_id)
    again = key_of(office, occasion_id, Words("rapat_tombol_tulis_lagi"), "lupakan", list_id)
    return text, keyboard([yes] if known else [], [again])


def _each_once(names: Sequence[str]) -> list[str]:
    return [*dict.fromkeys(names)][:_FAULTS]


def _by_group(office: Office, known: Sequence[Guest]) -> list[dict[str, Any]]:
    shown = sorted(known[:_SHOWN], key=lambda one: ELEMENTS.index(one.element))
    return [
        {"nama": one.name, "unsur": kind_words(office, one.element), "mewakili": one.speaks_for, "baru": new}
        for one, new in zip(shown, _begins_a_group(shown), strict=True)
    ]


def _begins_a_group(shown: Sequence[Guest]) -> list[bool]:
    return [at == 0 or shown[at - 1].element != one.element for at, one in enumerate(shown)]


async def keep(hall: Hall, args: list[str]) -> None:
    """*Simpan*: those who are shown are on the list now."""
    told = await _close(hall, args, "read")
    if told is None:
        return
    added = await add(hall, [Guest(**{**one, "hindrances": tuple(one["hindrances"])}) for one in told])
    hall.show(_sum(hall.visit, added), [hall.key(Words("rapat_tombol_lihat_daftar"), "tamu")])


async def put_away(hall: Hall, args: list[str]) -> None:
    """*Tulis lagi*: nothing was kept, and the list is asked for anew."""
    if await _close(hall, args, "dropped") is not None:
        await ask(hall, [])


async def _close(hall: Hall, args: list[str], outcome: str) -> list[dict[str, Any]] | None:
    told = await hall.visit.ask_once(stored.close, number(args), hall.visit.me.id, outcome, hall.id)
    if told is None:
        hall.visit.stale()
        await guests.show(hall, [])
    return told


def _sum(visit: Visit, added: Added) -> str:
    unclear = [one.name for one in added.rows if one.is_woman is None]
    return visit.text(
        "rapat_banyak_dicatat",
        jumlah=len(added.rows),
        dobel=_each_once(added.twice),
        penuh=added.left_out,
        jenis=unclear[:_NAMES],
        sisa=max(len(unclear) - _NAMES, 0),
    )


JOURNEY = Journey("tamu_banyak", finish)

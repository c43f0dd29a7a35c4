"""People are written down by name: one by one, many lines at once, in somebody's place, or on the spot in the hall."""

from dataclasses import dataclass
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.hall.guests import LONGEST_SPEAKS_FOR, WOMEN, Guest, guests_of
from bot.core.hall.namesakes import is_same, told_apart
from bot.core.hall.voices import sent_by
from bot.store.database.ids import new_id
from bot.store.hall import hall as stored
from bot.store.hall.hall import GUEST, INVITED, REPLACED, UNABLE, Invitee
from bot.work.hall import drafts
from bot.work.hall.invited import guests
from bot.work.hall.meeting import Hall
from bot.work.visit import Journey, Visit

_LONGEST_HINDRANCE, _MOST = 200, 300
_NAME, _GENDER = "nama", "jenis"


async def ask_one(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, ONE)


async def ask_replacement(hall: Hall, args: list[str]) -> None:
    """Who comes instead, from the same group; of a group of women it is a woman."""
    absent = await guests.find(hall, args)
    if absent is not None and absent.state == UNABLE:
        known = {_GENDER: {"value": "p", "label": ""}} if absent.element == WOMEN else None
        drafts.ask(hall, REPLACEMENT, known, guest=absent.id)


@dataclass(frozen=True, slots=True)
class Added:
    """Who is on the list now and was not before; `left_out`: how many for whom the list has no room; `twice`: the names
    of those who were there."""

    rows: list[Invitee]
    left_out: int
    twice: list[str]


async def finish_one(visit: Visit, flow: Flow, state: State) -> None:
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    told = guest_in(visit, record(flow, state))
    added = await add(hall, [told])
    visit.say("rapat_tamu_dicatat" if added.rows else why_not(added), nama=told.name)
    await guests.show(hall, [])


def why_not(added: Added) -> str:
    """The sentence for somebody who was not added."""
    return "rapat_daftar_penuh" if added.left_out else "rapat_tamu_sudah_ada"


def guest_in(visit: Visit, answers: dict[str, Any]) -> Guest:
    """Who was told of in a form."""
    words = visit.office.catalog.world.spellings.guests
    typed = answers[_NAME]["text"]
    told = guests_of(words).read_line(typed)  # "bu sanna, keluarga miskin dusun jambu"
    told = told if isinstance(told, Guest) else Guest(typed)
    name, element, gender = told.name, answers["unsur"]["value"], answers.get(_GENDER)
    is_woman = element == WOMEN or (gender["value"] == "p" if gender else guests_of(words).gender_in(name))
    hindrances = [one["value"] for one in answers.get("halangan") or [] if one["value"] != "lain"]
    own = (answers.get("halangan_lain") or {}).get("text", "").replace(";", ",")
    speaks_for = sent_by((answers.get("mewakili") or {}).get("text", ""), words)[:LONGEST_SPEAKS_FOR] or told.speaks_for
    return Guest(name, element, is_woman, speaks_for, (*hindrances, *([own] if own else [])))


async def add(hall: Hall, found: list[Guest], state: str = INVITED, replaces: int | None = None) -> Added:
    """Those who are not on the list yet."""
    async with hall.visit.ask() as connection:
        known = [one for one in await stored.guests(connection, hall.id) if one.state != REPLACED]
        fresh, twice = told_apart(found, known)
        room = max(_MOST - len(known), 0)
        rows = [row_of(hall, one, state, replaces) for one in fresh[:room]]
        await stored.add(connection, rows)
    return Added(rows, len(fresh) - len(rows), twice)


async def on_the_spot(hall: Hall, one: Guest) -> Invitee | None:
    """Whoever came without an invitation is written down; whoever is on the list already is found there. None: full."""
    added = await add(hall, [one], GUEST)
    if added.rows:
        return added.rows[0]
    known = await hall.visit.ask_once(stored.guests, hall.id)
    return next((other for other in known if other.state != REPLACED and is_same(one, other)), None)


def row_of(hall: Hall, one: Guest, state: str, replaces: int | None = None) -> Invitee:
    came = True if state == GUEST else None
    told = (one.name, one.element, one.speaks_for, hindrance_of(one), one.is_woman)
    return Invitee(new_id(), hall.id, *told, state, replaces, came, None, None, 0, hall.visit.me.id, hall.visit.now)


def hindrance_of(one: Guest) -> str:
    """As the table keeps it."""
    return ";".join(one.hindrances)[:_LONGEST_HINDRANCE]


async def finish_replacement(visit: Visit, flow: Flow, state: State) -> None:
    """The one who cannot come is replaced by somebody from the same group; who replaced whom is kept."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    answers = {key: answer.value for key, answer in state.answers.items()}
    before = await visit.ask_once(stored.guest, hall.id, int(state.about["guest"]))
    if before is None or before.state != UNABLE:
        visit.say("rapat_sudah_diganti")
        await guests.show(hall, [])
        return
    told = answers.get(_GENDER)
    words = guests_of(visit.office.catalog.world.spellings.guests)
    is_woman = told["value"] == "p" if told else words.gender_in(answers[_NAME]["text"])
    await replace_by(hall, before, Guest(answers[_NAME]["text"], before.element, is_woman, before.speaks_for))
    await guests.show(hall, [])


async def replace_by(hall: Hall, before: Invitee, one: Guest) -> None:
    added = await add(hall, [one], replaces=before.id)
    if not added.rows:
        hall.visit.say(why_not(added), nama=one.name)
        return
    await hall.visit.ask_once(stored.set_state, (hall.id, before.id), REPLACED, (UNABLE,))
    element = Words(f"unsur.{one.element}")
    hall.visit.say("rapat_diganti", nama=one.name, dulu=before.name, unsur=element, sama=one.element == before.element)


ONE = Journey("tamu", finish_one)
REPLACEMENT = Journey("tamu_ganti", finish_replacement)

"""Somebody on the list is written anew, or taken off it; what was a slip is put right where it was made."""

from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.hall.guests import Guest, guests_of
from bot.core.hall.namesakes import is_same
from bot.store.hall import hall as stored
from bot.store.hall.hall import CONFIRMED, GUEST, INVITED, REMOVED, REPLACED, UNABLE, Invitee
from bot.work.hall import drafts
from bot.work.hall.args import number
from bot.work.hall.invited import guests
from bot.work.hall.invited.guest_forms import hindrance_of
from bot.work.hall.meeting import Hall
from bot.work.visit import Journey, Visit

#: What somebody may have been before; a button names one by its place.
_STATES = (INVITED, CONFIRMED, UNABLE, GUEST)


async def ask(hall: Hall, args: list[str]) -> None:
    one = await guests.find(hall, args)
    if one is not None:
        drafts.ask(hall, JOURNEY, guest=one.id)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """The line that was typed tells who it is from now on; what it does not tell stays, but for the name."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    one = await guests.find(hall, [str(state.about["guest"])])
    told, _ = guests_of(visit.office.catalog.world.spellings.guests).read_list(record(flow, state)["nama"]["text"])
    if one is not None:
        await write_anew(hall, one, told[0])


async def write_anew(hall: Hall, one: Invitee, told: Guest) -> None:
    visit = hall.visit
    async with visit.ask() as connection:
        others = [other for other in await stored.guests(connection, hall.id) if other.state != REPLACED]
        anew = _anew(one, told)
        if any(other.id != one.id and is_same(other, replace(one, **anew)) for other in others):
            visit.say("rapat_tamu_sudah_ada", nama=told.name)
        else:
            await stored.correct(connection, (hall.id, one.id), anew)
    await guests.show_one(hall, [str(one.id)])


def _anew(one: Invitee, told: Guest) -> dict[str, Any]:
    """The columns; a bare name changes the name alone."""
    bare = not told.speaks_for and not told.hindrances and told == Guest(told.name, told.element, told.is_woman)
    is_woman = one.is_woman if told.is_woman is None else told.is_woman
    if bare and told.element in ("lain", "perempuan"):
        return {"name": told.name, "is_woman": is_woman}
    hindrance = hindrance_of(told) or one.hindrance
    speaks_for = told.speaks_for or one.speaks_for
    return {
        "name": told.name,
        "element": told.element,
        "is_woman": is_woman,
        "speaks_for": speaks_for,
        "hindrance": hindrance,
    }


async def remove(hall: Hall, args: list[str]) -> None:
    """*Hapus dari daftar*: and back again, by the button in its place."""
    one = await guests.find(hall, args)
    if one is None:
        return
    await take_off(hall, one)
    back = hall.key(Words("rapat_tombol_pulihkan"), "pulihkan", one.id, _STATES.index(one.state))
    hall.show(hall.visit.text("rapat_tamu_dihapus", nama=one.name), [back], [hall.back("tamu")])


async def take_off(hall: Hall, one: Invitee) -> None:
    """Nobody is asked about them any more."""
    async with hall.visit.ask() as connection:
        await stored.set_state(connection, (hall.id, one.id), REMOVED, (one.state,))
        await stored.stop_asking(connection, (hall.id, one.id))


async def restore(hall: Hall, args: list[str]) -> None:
    before = _STATES[min(number(args, 1), len(_STATES) - 1)]
    done = await hall.visit.ask_once(stored.set_state, (hall.id, number(args)), before, (REMOVED,))
    if not done:
        hall.visit.stale()
    await guests.show_one(hall, args)


JOURNEY = Journey("tamu_betulkan", finish)

"""A state that somebody wrote down by mistake is taken back: the usulan stands where it stood before, and whoever was
told the wrong one is told so."""

from typing import NamedTuple

from bot.catalog.texts import as_html
from bot.core.deciding.states import JOINED, State
from bot.store.deciding import moves
from bot.store.deciding.moves import Change, Move
from bot.store.monitoring import photos
from bot.work.deciding import chosen as chosen_ones
from bot.work.deciding import moved, saving
from bot.work.deciding.chosen import TICKED, Chosen, chosen
from bot.work.saying.keyboard import Key, keyboard
from bot.work.usulan import seasons
from bot.work.visit import Visit


class Wrong(NamedTuple):
    """`right`: where it stood before; `by`: what had brought it there, None where nothing had."""

    move: Move
    right: State
    by: Move | None


async def of(visit: Visit, all_of: Chosen) -> Wrong | None:
    """The last step of the only one, where somebody wrote it down who is no meeting, and this person might have."""
    if all_of.which == TICKED:
        return None
    steps = await visit.ask_once(moves.of_usulan, all_of.which)
    last, states = steps[-1] if steps else None, visit.office.catalog.states
    if last is None or last.decider is None or JOINED in (last.state, last.before):
        return None
    held = {grant.role for grant in visit.grants if grant.covers(all_of.found[0].desa)}
    if last.state != all_of.now[all_of.which] or held.isdisjoint(states.of(last.state).movers):
        return None
    return Wrong(last, states.of(last.before), next((one for one in steps[-2::-1] if one.state == last.before), None))


def key(visit: Visit, all_of: Chosen) -> Key:
    return visit.text("tombol_salah_catat"), all_of.press("keliru")


async def begin(visit: Visit, which: int, _seen: int = 0) -> bool:
    """*Salah catat*: what their proposers will read is shown first."""
    all_of = await chosen(visit, which)
    wrong = await of(visit, all_of) if all_of is not None else None
    if all_of is None or wrong is None:
        return False
    shown = moved.put_right(visit.office, all_of.found[0], wrong.move, nama="…", untuk="", batas="")
    save = (visit.text("tombol_sahkan"), all_of.press("sahkeliru"))
    cancelled = (visit.text("tombol_batal_ubah"), all_of.press("batalubah"))
    visit.say("keadaan_periksa", keyboard([save], [cancelled]), contoh=as_html(shown), **chosen_ones.told(all_of))
    return True


async def press(visit: Visit, which: int, seen: int) -> None:
    if not await begin(visit, which, seen):
        visit.stale()


async def save(visit: Visit, which: int, seen: int) -> None:
    """*Simpan dan kabari*."""
    all_of = await chosen(visit, which)
    if all_of is not None and all_of.version != seen:
        await chosen_ones.say_overtaken(visit, [which])
        return
    wrong = await of(visit, all_of) if all_of is not None else None
    if all_of is None or wrong is None:
        visit.stale()
        return
    visit.take_buttons_away(visit.turn.message)
    state, by = wrong.right, wrong.by
    why = (by.reason, by.note, by.decider, by.occasion_id) if by is not None else (None, None, None, None)
    later = {which: seasons.next_look(visit.office, all_of.found[0], state, visit.now)}
    change = Change(state.key, state.stage, state.locks, *why, seasons=later)
    await saving.make(visit, all_of, state, change, wrong.move.decider or "", **{moved.RIGHT: True})
    async with visit.ask() as connection:
        photo = await photos.of_usulan(connection, which)
        if photo is not None and photo.state == photos.ASKED:
            await photos.put(connection, photo.id, photos.CLOSED)

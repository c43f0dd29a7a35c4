"""A year of the plan begins, or a new season: what was not taken on is kept, and offered to whoever brought it; for all
of somebody's in one message, within the budget of what nobody asked for."""

from bot.core.deciding.states import KEPT, State
from bot.core.records import WITHDRAWN, Usulan
from bot.store.deciding import moves
from bot.store.deciding.moves import Change
from bot.store.queues import notices
from bot.store.queues.notices import OFFERED, Notice
from bot.store.usulan import again
from bot.store.usulan import usulan as stored
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.usulan import promised, seasons, standing
from bot.work.usulan.usulan import number_of, quoted


async def look_after(tour: Round, most: int) -> int:
    """What is not in the plan when its year begins is closed with the year; what was refused before is offered."""
    found = await again.due(tour.connection, tour.now, most)
    states = tour.office.catalog.states
    closed: dict[int, int] = {}
    ended = []
    for usulan, key, seen in found:
        await again.let_go(tour.connection, usulan.id)
        state = states.of(key)
        if usulan.status == WITHDRAWN or state.funded or state.final:
            continue
        ended.append((usulan, state if state.ends else states.of(KEPT)))
        closed |= {} if state.ends else {usulan.id: seen}
    await moves.make(tour.connection, _change(states.of(KEPT)), closed, None, tour.now)
    for usulan, state in ended:
        await _offer(tour, usulan, state)
    return len(found)


def _change(state: State) -> Change:
    return Change(state.key, state.stage, state.locks)


async def _offer(tour: Round, usulan: Usulan, state: State) -> None:
    if not seasons.may_be_brought(tour.office, usulan, state, tour.now):
        return
    if await moves.without_telephone(tour.connection, [usulan.id]):
        await again.bring_in_person(tour.connection, usulan.id)
    elif usulan.person_id is not None:
        await notices.raise_for(tour.connection, OFFERED, str(usulan.id), {usulan.person_id: tour.now})


async def compose(tour: Round, notice: Notice) -> Told | None:
    """*Bawa lagi*, with what became of it."""
    usulan = await stored.by_id(tour.connection, int(notice.subject))
    if usulan is None or usulan.person_id != notice.person_id or await again.is_brought(tour.connection, usulan.id):
        return None
    move = (await moves.newest_of(tour.connection, [usulan.id])).get(usulan.id)
    state = tour.office.catalog.states.of(move.state if move else None)
    if usulan.status == WITHDRAWN or not seasons.may_be_brought(tour.office, usulan, state, tour.now):
        return None
    await promised.word_given(tour, [(usulan, True)])
    await moves.mark_told(tour.connection, [move.id] if move is not None else [], tour.now)
    number, track = number_of(tour.office, usulan, tour.now), standing.track_of(tour.office, usulan.desa)
    why = seasons.why(tour.office, move.reason if move else None, track) or (move.note if move else "")
    told = {
        "nomor": number,
        "ringkas": quoted(tour.office, usulan.answers),
        "tahun": tour.office.local(usulan.spoken_at).year,
    }
    text = tour.text(
        "bawa_lagi_ditawarkan", nama=notice.name, hasil=standing.name(tour.office, state.key, track), sebab=why, **told
    )
    return Told(text, keyboard([(tour.text("tombol_bawa_lagi", nomor=number), f"{seasons.BUTTON}{usulan.id}")]))

"""A change of state is kept: for each usulan that is still as it was seen, with one news for all who brought them."""

from dataclasses import replace
from typing import Any

from bot.core.deciding.states import JOINED, State
from bot.core.flow.interpreter import Flow, record
from bot.core.forms.state import State as Draft
from bot.store.deciding import decisions, moves, ticks
from bot.store.deciding.moves import Change
from bot.store.monitoring import photos
from bot.store.queues import news
from bot.store.reading import readings
from bot.store.usulan import usulan
from bot.work import conversation
from bot.work.access import button
from bot.work.deciding import chosen as chosen_ones
from bot.work.deciding import spoken
from bot.work.deciding.chosen import TICKED, Chosen, still
from bot.work.deciding.moved import MOVED
from bot.work.reading.lists import sight_of
from bot.work.usulan import seasons, standing
from bot.work.usulan.kabar import number_in
from bot.work.visit import Journey, Visit

#: Stands in a button where there is no reason.
NONE = "-"


async def save(visit: Visit, which: int, seen: int, state: str, reason: str, decider: str) -> None:
    """*Simpan dan kabari*."""
    pair = await still(visit, which, seen, state)
    if pair is None:
        return
    told = await why(visit, pair[1], reason)
    if told is None or decider not in pair[1].deciders or pair[1].key == JOINED:
        visit.stale()
        return
    visit.take_buttons_away(visit.turn.message)
    await keep(visit, *pair, told[0], decider, note=told[1])


async def why(visit: Visit, state: State, reason: str) -> tuple[str | None, str | None] | None:
    """The reason that a button carries, by its code, and their own words where they were typed before; None where that
    is not what this state demands."""
    states = visit.office.catalog.states
    if words := await spoken.reason(visit, reason):
        return states.own_reason() if state.needs_reason else None, words
    if state.needs_reason:
        known = states.reasons.get(reason)
        return (reason, None) if known is not None and not known.own_words else None
    return (None, None) if reason == NONE else None


async def keep(
    visit: Visit,
    all_of: Chosen,
    state: State,
    reason: str | None,
    decider: str,
    *,
    note: str | None = None,
    joined_id: int | None = None,
) -> None:
    later = {one.id: seasons.next_look(visit.office, one, state, visit.now) for one in all_of.found}
    change = Change(state.key, state.stage, state.locks, reason, note, decider, joined_id=joined_id, seasons=later)
    await make(visit, all_of, state, change, decider)


async def make(visit: Visit, all_of: Chosen, state: State, change: Change, decider: str, **detail: Any) -> None:
    """`detail`: of the news. What the meeting that is said to have decided wrote down is another word from now on."""
    async with visit.ask() as connection:
        batch, done = await moves.make(connection, change, all_of.seen, visit.me.id, visit.now)
        concerned = [*done, *await moves.joined_to(connection, done)]
        alone = await moves.without_telephone(connection, concerned)
        if done:
            if (outcome := visit.office.catalog.states.outcome(decider, state)) is not None:
                said = {"outcome": outcome, "reason": change.reason, "note": change.note}
                await decisions.put_right(connection, done, decider, **said)
            await news.put_out(connection, MOVED, batch, visit.now, None, **detail)
        if state.asks_photo:
            await photos.ask(connection, done, visit.now, visit.now + photos.REMINDED_AFTER)
        if all_of.which == TICKED:
            await ticks.clear(connection, visit.me.id)
    ours = [one for one in all_of.found if one.id in done]
    if ours:
        _say_saved(visit, replace(all_of, found=ours), state, len(alone))
    if overtaken := [one.id for one in all_of.found if one.id not in done]:
        await chosen_ones.say_overtaken(visit, overtaken)


def _say_saved(visit: Visit, ours: Chosen, state: State, alone: int) -> None:
    track = standing.track_of(visit.office, ours.found[0].desa)
    told = chosen_ones.told(ours)
    visit.say("keadaan_dicatat", nama=standing.name(visit.office, state.key, track), langsung=alone, **told)


# --- in own words, and one with another ------------------------------------------------------------------------------


def ask(visit: Visit, journey: Journey, all_of: Chosen, state: str, reason: str, decider: str) -> None:
    about: dict[str, Any] = {"usulan": all_of.which, "dilihat": all_of.version}
    conversation.start(visit, journey, about=about | {"jadi": state, "sebab": reason, "oleh": decider})


async def _again(visit: Visit, draft: Draft) -> tuple[Chosen, State] | None:
    about = draft.about
    return await still(visit, int(about["usulan"]), int(about["dilihat"]), str(about["jadi"]))


async def finish_reason(visit: Visit, flow: Flow, draft: Draft) -> None:
    pair = await _again(visit, draft)
    if pair is not None:
        note = " ".join(record(flow, draft)["sebab"]["text"].split())
        await keep(visit, *pair, str(draft.about["sebab"]), str(draft.about["oleh"]), note=note)


async def finish_joining(visit: Visit, flow: Flow, draft: Draft) -> None:
    """One with another of the same kecamatan, which is not itself one with a third."""
    pair = await _again(visit, draft)
    if pair is None:
        return
    one = pair[0].found[0]
    number = number_in(visit.office, record(flow, draft)["nomor"]["text"])
    async with visit.ask() as connection:
        found = await usulan.of(connection, number.kecamatan, number.serial) if number is not None else []
        found = [each for each in found if number is not None and number.year in (None, each.year)]
        who = sight_of(visit, button("u"))
        read = [each for each in found if each.id != one.id and await readings.one(connection, who, each.id)]
        main = next((each for each in read if each.kecamatan == one.kecamatan), None)
        free = main is not None and not await moves.is_joined(connection, main.id)
        free = free and not await moves.has_joined(connection, one.id)
    if main is None or not free:
        visit.say("keadaan_gabung_tak_ada")
        return
    await keep(visit, *pair, None, str(draft.about["oleh"]), joined_id=main.id)


REASONING = Journey("keadaan_alasan", finish_reason)
JOINING = Journey("keadaan_gabung", finish_joining)

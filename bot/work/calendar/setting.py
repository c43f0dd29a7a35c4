"""Setting a date: the form with what there is to think of, and what follows from *Simpan*."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.questions import World
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.store.calendar.occasions import Taken
from bot.store.turn import Turn
from bot.work.calendar import announcing, moving
from bot.work.calendar.permitted import FORM, may_set, world_of
from bot.work.calendar.wishes import findings, standing, wish_of
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.tasks import planning


async def world_for(turn: Turn, office: Office, known: Mapping[str, Any]) -> World:
    """What the form looks at when it begins with these answers."""
    return await _thought_over(turn, office, world_of(office, turn.grants, turn.now), known)


async def _thought_over(turn: Turn, office: Office, world: World, answers: Mapping[str, Any]) -> World:
    wish = wish_of(office, answers)
    return world if wish is None else replace(world, findings=tuple(await findings(turn, office, wish)))


async def take_step(turn: Turn, office: Office, flow: Flow, state: State, step: Callable[[World], Step]) -> Step:
    """A step of the form; before the review card, what there is to think of is looked up."""
    world = world_of(office, turn.grants, turn.now)
    done = step(world)
    scene = look(flow, done.state, world)
    if done.ended or scene.target != REVIEW:
        return done
    return step(await _thought_over(turn, office, world, scene.values))


async def finish(turn: Turn, office: Office, flow: Flow, state: State) -> None:
    """*Simpan*: the date stands, with its tasks; where one stands already it is offered to be moved."""
    assert turn.person is not None
    wish = wish_of(office, record(flow, state))
    if wish is None or not may_set(office, turn.grants, wish.kind.key, wish.wilayah):
        replies.say(turn, office, "jadwal_bukan_wewenang")
        return
    there = await standing(turn, office, wish)
    if there is None:
        one = planning.new_occasion(
            office, wish.kind.key, wish.wilayah, wish.at, turn.now, turn.person.id, wish.about, wish.place
        )
        async with turn.ask() as connection:
            try:
                planned = await planning.hold(connection, office, one, turn.now)
            except Taken:
                there = await standing(turn, office, wish)
            else:
                await announcing.say_set(turn, office, connection, planned)
                return
    if there is not None:
        await moving.offer(turn, office, there, wish.at, stands=True)


#: What the finished forms about dates become.
FINISH = {
    FORM: finish,
    moving.FORM: moving.finish_form,
    moving.DAY_FORM: moving.finish_form,
    moving.CANCEL_FORM: moving.finish_cancel,
}

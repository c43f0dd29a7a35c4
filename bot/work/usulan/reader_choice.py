"""Who reads an usulan: looked up when everything else was told, so that whoever speaks sees the name and may choose."""

from typing import Any

from bot.core.flow.rest import AHEAD
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.questions import Flow, Question
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.world import Reader, Readers, World
from bot.core.wilayah import chain
from bot.store.people import people
from bot.store.people.people import Holder
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.visit import Take, Visit

QUESTION = "pembaca"
#: By this name a draft keeps that it tells of violence or despair.
PRIVATE = "tertutup"
#: Who reads an usulan: the nearest that there is.
READERS = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, BAPPEDA)


async def above(visit: Visit, wilayah: str) -> list[Holder]:
    """Who holds the next role above them that anybody holds there."""
    own = [READERS.index(one.role) for one in visit.grants if one.role in READERS]
    roles = READERS[max(own, default=-1) + 1 :]
    found = await visit.ask_once(people.holders, roles, list(chain(wilayah)), visit.now) if roles else []
    others = sorted((one for one in found if one.id != visit.me.id), key=lambda one: READERS.index(one.role))
    return [one for one in others if one.role == others[0].role]


async def readers_of(visit: Visit, desa: str, *, told: bool = False) -> Readers:
    """Everybody of the nearest role that somebody holds there; the kecamatan's, where the desa has its own. `told`: who
    shall not read it was said; where the kecamatan has nobody, the kabupaten has."""
    found = await visit.ask_once(people.holders, READERS, list(chain(desa)), visit.now)
    by_role = {role: tuple(Reader(one.id, one.name, role) for one in found if one.role == role) for role in READERS}
    nearest = next((readers for readers in by_role.values() if readers), ())
    apart = nearest and nearest[0].role == FASILITATOR_DESA
    known = {reader.id for reader in nearest}
    farther = by_role[FASILITATOR_KECAMATAN] or (by_role[BAPPEDA] if told else ())
    others = tuple(reader for reader in farther if reader.id not in known)
    return Readers(nearest, others if apart else ())


def from_afar(readers: Readers) -> Readers:
    """Who reads of violence: whoever lives in the same desa may be kin of somebody in it, so the kecamatan's does where
    there is one."""
    return Readers(readers.others, ()) if readers.others else readers


def chosen(readers: Readers, answer: object, before: int | None = None) -> tuple[int | None, tuple[Reader, ...]]:
    """(id of the reader that was chosen, who is told). A choice counts while that person holds the role. `before`: who
    was chosen for what comes again; it stays theirs alone, also when they read no longer."""
    if before is not None:
        return before, tuple(reader for reader in (*readers.nearest, *readers.others) if reader.id == before)
    wanted = answer.get("reader") if isinstance(answer, dict) else None
    found = next((reader for reader in readers.others if reader.id == wanted), None)
    return (None, readers.nearest) if found is None else (found.id, (found,))


async def with_readers(
    visit: Visit, flow: Flow, state: State, take_step: Take, needless: frozenset[str] = frozenset()
) -> Step:
    """Take a step, with the readers where it is about them: one query, and only there. `needless`: questions that are
    not asked in this draft."""
    world, question = visit.office.world(visit.now).but(needless=needless), flow.question(QUESTION)
    if question is None:
        return take_step(world)
    step = None if _is_left(question, flow, state, world) else take_step(world)
    if step is not None and (step.ended or not _is_left(question, flow, step.state, world)):
        return step
    place = look(flow, state if step is None else step.state, world).values.get(question.needs[0])
    taken = take_step(await _with_readers(visit, world, state, place, told=is_shunned(state)))
    if is_shunned(state) or not is_shunned(taken.state):
        return taken
    return take_step(await _with_readers(visit, world, state, place, told=True))


async def _with_readers(visit: Visit, world: World, state: State, place: Any, *, told: bool) -> World:
    readers = await readers_of(visit, place["code"], told=told) if place else Readers()
    readers = from_afar(readers) if state.about.get(PRIVATE) else readers
    return world.but(readers=readers, findings=(*world.findings, *_nobody_else(readers, told)))


def is_shunned(state: State) -> bool:
    """Whether it was said who shall not read it, long before that is asked."""
    return QUESTION in state.about.get(AHEAD, {})


def _nobody_else(readers: Readers, was_told: bool) -> tuple[Words, ...]:
    """Whoever said who shall not read it knows, before it is sent, that nobody else is there, or nobody at all."""
    if not was_told or readers.others:
        return ()
    return (Words("usulan_pembaca_tunggal", {"pembaca": ", ".join(reader.name for reader in readers.nearest)}),)


def _is_left(question: Question, flow: Flow, state: State, world: World) -> bool:
    """Whether all was told but for who reads it."""
    asked = (each for each in flow.questions if each is not question and each.key not in world.needless)
    needed = (each.key for each in asked if not each.optional and not each.only_if)
    if question.key in state.answers or not all(key in state.answers for key in needed):
        return False  # most steps are told by this alone
    return look(flow, state, world).target == REVIEW

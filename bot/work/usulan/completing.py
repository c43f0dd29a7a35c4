"""*Lengkapi* and *Isi bersama*: what an usulan still lacks is asked and added to it, by its proposer, or by whoever
reads it with the person beside them. It keeps its number, and what it told already is not asked again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core import kinds
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard
from bot.core.forms.questions import Ask, Flow
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.records import WITHDRAWN, Usulan
from bot.core.understanding.answers import is_unknown
from bot.core.usulan.missing import missing
from bot.store.people import speakers
from bot.store.reading import readings
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import button
from bot.work.office import Office
from bot.work.saying.keyboard import Key
from bot.work.usulan import asked, sources
from bot.work.usulan.dangers import danger
from bot.work.usulan.reader_choice import QUESTION as READER
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import number_of
from bot.work.visit import Journey, Visit

FORM = "lengkapi"
#: How: by its proposer, or by a reader with the person beside them.
SELF, TOGETHER = "sendiri", events.TOGETHER
_REST = "juga"  # what fits no question: said in addition, whenever it is said


def lacking(office: Office, answers: Mapping[str, Any]) -> list[str]:
    """Keys of the questions that are still to be asked; who reads it is settled."""
    found = missing(office.catalog.flows[USULAN], answers)
    return [question.key for question in found if question.key != READER]


def is_open(office: Office, one: Usulan) -> bool:
    """Whether something can still be added: not after the meeting took it up, nor when it was taken back."""
    return one.locked_at is None and one.status != WITHDRAWN and bool(lacking(office, one.answers))


def offer(visit: Visit, one: Usulan, verb: str, label: str = "tombol_lengkapi") -> Key:
    number = number_of(visit.office, one, visit.now)
    return visit.office.plain(label, nomor=number), f"{verb}:{one.id}"


async def by_whom(visit: Visit, usulan: Sequence[Usulan]) -> dict[int, list[str]]:
    """By usulan: the names of those with whom it was completed."""
    found = await visit.ask_once(events.filled_together, [one.id for one in usulan])
    return {usulan_id: list(names) for usulan_id, names in found.items()}


async def begin(visit: Visit, usulan_id: int) -> None:
    """*Lengkapi*, by its proposer; a button of something that is over does nothing."""
    found = await _own(visit, usulan_id)
    if found is None or not is_open(visit.office, found):
        visit.stale()
    else:
        _start(visit, found, SELF)


async def begin_together(visit: Visit, usulan_id: int) -> None:
    """*Isi bersama*, by somebody who may read it."""
    found = await _read(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
    elif not is_open(visit.office, found):
        visit.stale()
    else:
        _start(visit, found, TOGETHER)


def _start(visit: Visit, found: Usulan, how: str) -> None:
    lacks = {*lacking(visit.office, found.answers), _REST}
    known = {key: value for key, value in found.answers.items() if key not in lacks}
    number = visit.office.spoken_number(found)
    about = {"usulan": found.id, "nomor": number, "cara": how, "ada": list(known)}
    conversation.start(visit, JOURNEY, known, about=about)


async def _own(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan as it is now, if it is theirs."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        return await stored.to_change(connection, usulan_id) if is_mine else None


async def _read(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan as it is now, if they may read it."""
    who = readings.sight(visit.me.id, visit.grants, button("u").roles, visit.now)
    async with visit.ask() as connection:
        is_seen = await readings.one(connection, who, usulan_id) is not None
        return await stored.to_change(connection, usulan_id) if is_seen else None


def _with_number(step: Step) -> Step:
    """The first question says which usulan it is about."""
    lead = Words(f"lengkapi_mulai_{step.state.about['cara']}", {"nomor": step.state.about["nomor"]})
    return step.led_by(lead)


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What was told already is not changed here, and nobody gets lost on the way back to it."""
    if set(step.changed) & set(before.about["ada"]):
        visit.say("lengkapi_sudah_ada")
        await conversation.resume(visit)
        return True
    return await danger.heed(visit, before, heard, step)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """What is new goes to the same usulan, unless it is out of reach by now; what somebody else added first stands."""
    allowed = _own if state.about["cara"] == SELF else _read
    found = await allowed(visit, state.about["usulan"])
    if found is None or found.locked_at is not None or found.status == WITHDRAWN:
        visit.say("lengkapi_tidak_bisa")
        return
    number, new = state.about["nomor"], _new(visit.office, found, record(flow, state))
    if not new:
        visit.say("lengkapi_tanpa_tambahan", nomor=number)
        return
    await _add(visit, found, state, new)
    told = {"nomor": number, "tambahan": told_of(visit.office, found.answers | new, new)}
    visit.say("lengkapi_dicatat", nama=visit.me.name, **told)
    if state.about["cara"] == TOGETHER:
        await _tell_proposer(visit, found, told)


async def _tell_proposer(visit: Visit, found: Usulan, told: Mapping[str, Any]) -> None:
    """News of one's own usulan; nothing for whoever has no telephone of their own, or is the one who added it."""
    proposer = await visit.ask_once(speakers.whom_to_tell, found.id)
    if proposer is not None and found.person_id != visit.me.id:
        address, name = proposer
        visit.tell(address, found.person_id, visit.text("lengkapi_kabar", nama=name, siapa=visit.me.name, **told))


def _new(office: Office, found: Usulan, said: Mapping[str, Any]) -> dict[str, Any]:
    lacks = lacking(office, found.answers)
    new = {key: said[key] for key in lacks if key in said and not is_unknown(said[key])}
    if _REST in said:
        earlier = (found.answers.get(_REST) or {}).get("text", "")
        new[_REST] = {**said[_REST], "text": f"{earlier}\n{said[_REST]['text']}".strip()}
    return new


async def _add(visit: Visit, found: Usulan, state: State, new: dict[str, Any]) -> None:
    await visit.ask_once(stored.correct, found.id, found.answers | new)
    await asked.settle_by_the_way(visit, found.id, list(new))
    sources.keep_media(visit, found.id, new)
    sources.keep_sources(visit, found.id, state, new)
    for key in new:
        events.note(visit.turn, found.id, events.COMPLETED, tanya=key, cara=state.about["cara"])


def told_of(office: Office, answers: Mapping[str, Any], keys: Mapping[str, Any]) -> list[dict[str, str]]:
    """These answers as people read them."""
    flow, world = office.catalog.flows[USULAN], office.catalog.world
    asked = [Ask(question, answers, world) for question in flow.questions if question.key in keys]
    shown = [_told(kinds.find(ask.question.kind).show(ask, answers[ask.question.key])) for ask in asked]
    return [
        {"judul": ask.question.title, "isi": office.catalog.label(one)} for ask, one in zip(asked, shown, strict=True)
    ]


def _told(shown: str | Words) -> str | Words:
    """To somebody else: how many more could be sent is not their affair."""
    if isinstance(shown, Words) and "batas" in shown.values:
        return replace(shown, values={**shown.values, "batas": 0})
    return shown


JOURNEY = Journey(FORM, finish, heed=heed, opening=_with_number)

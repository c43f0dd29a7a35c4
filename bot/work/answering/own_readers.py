"""Who reads what somebody brought or is telling: as it stands with each usulan of theirs. Whoever sent one past the
desa's facilitator is not told that he reads it, nor shown the way to him."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.flow.rest import AHEAD
from bot.core.forms.state import State
from bot.core.forms.world import Reader, Readers
from bot.core.records import WITHDRAWN, Usulan
from bot.core.usulan.danger import Contact
from bot.store.people import people
from bot.work.usulan import reader_choice, usulan
from bot.work.usulan.dangers import closed, danger
from bot.work.visit import Visit

_FORMS = (usulan.FORM, "titip")
_LOOKED_THROUGH = 10


@dataclass(frozen=True, slots=True)
class Matter:
    """`number`: empty while it is being told; `readers`: nobody where the kabupaten's office reads it; `read`: by whom
    it was. `alone`: no other facilitator may open it. `delicate`: it tells of what nobody near is to know; then `call`
    can help."""

    desa: str
    number: str = ""
    readers: tuple[Reader, ...] = ()
    read: str = ""
    alone: bool = False
    delicate: bool = False
    call: tuple[Contact, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether it is read aloud nowhere."""
        return self.alone or self.delicate


async def matters(visit: Visit) -> Sequence[Matter]:
    """What is being told, then what was brought and not withdrawn, the newest first; looked up once a turn."""
    if Matter not in visit.turn.known:
        found = [one for one in (await usulan.mine(visit))[:_LOOKED_THROUGH] if one.status != WITHDRAWN]
        drafts = [visit.conversations[form] for form in _FORMS if form in visit.conversations]
        told = [await _told(visit, State.from_json(draft.state)) for draft in drafts]
        visit.turn.known[Matter] = [*told, *[await _brought(visit, one) for one in found]]
    known: Sequence[Matter] = visit.turn.known[Matter]
    return known


async def deciding(visit: Visit, desa: str) -> Matter | None:
    """By which of them it is told who reads in this desa: what is delicate before all, else the newest."""
    near = [one for one in await matters(visit) if one.desa in ("", desa)]
    return next((one for one in near if one.delicate), next((one for one in near if one.desa), None))


async def there(visit: Visit, desa: str, *, told: bool = False) -> Readers:
    """Who reads in this desa, looked up once a turn."""
    key = (Readers, desa, told)
    if key not in visit.turn.known:
        visit.turn.known[key] = await reader_choice.readers_of(visit, desa, told=told)
    found: Readers = visit.turn.known[key]
    return found


async def _told(visit: Visit, state: State) -> Matter:
    answers = {key: answer.value for key, answer in state.answers.items()}
    waiting = state.pending.get("first", {}).get("answers", {})
    ahead = state.about.get(AHEAD, {})
    words = {**{key: told.get("value") for key, told in waiting.items()}, **answers}
    words |= {f"{AHEAD}{key}": {"text": text} for key, (text, _) in ahead.items()}
    is_hurt = closed.APART in state.about and closed.STORY not in answers  # of nothing else was told yet
    delicate = is_hurt or closed.is_private(state) or closed.is_delicate(visit.office, words)
    call = danger.who_helps(visit.office, words) if delicate else ()
    desa = str((answers.get("desa") or {}).get("code") or "")
    if not desa:
        return Matter("", delicate=delicate, call=call)
    unwanted = reader_choice.QUESTION in ahead
    readers = await there(visit, desa, told=unwanted)
    reader_id, chosen = reader_choice.chosen(readers, answers.get(reader_choice.QUESTION))
    if reader_id is None and readers.others and (delicate or unwanted):
        reader_id, chosen = readers.others[0].id, readers.others
    return Matter(desa, "", chosen, "", reader_id is not None, delicate, call)


async def _brought(visit: Visit, one: Usulan) -> Matter:
    delicate, alone = closed.is_delicate(visit.office, one.answers), one.reader_id is not None
    readers = await there(visit, one.desa, told=alone)
    _, chosen = reader_choice.chosen(readers, None, one.reader_id)
    call = danger.who_helps(visit.office, one.answers) if delicate else ()
    read = await visit.look_up(people.name_of, one.read_by) if one.read_by else ""
    number = usulan.number_of(visit.office, one, visit.now)
    return Matter(one.desa, number, chosen, read, alone, delicate, call)

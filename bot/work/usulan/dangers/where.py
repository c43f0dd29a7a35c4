"""Where somebody calls from, when it is not known or only guessed: asked in one question, and who is near is told as
soon as it is answered. Whoever was told of another place hears that it was a mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard, Sent, Typed, to_json
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.records import Conversation
from bot.core.usulan.danger import Found
from bot.core.usulan.danger_words import spoken_in
from bot.core.wilayah import KECAMATAN
from bot.store.people import conversations
from bot.store.queues import dangers_told
from bot.work import conversation
from bot.work.usulan.dangers import alarms, danger, danger_told, unsigned
from bot.work.usulan.dangers.placed import FORM, Place
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Journey, Visit

_LASTS, _ON_TOP = timedelta(hours=1), timedelta(seconds=1)
#: Answers by question.
_Known = Mapping[str, Any] | None
#: By these names the draft keeps which call it is, of what, how they called, and what they sent since.
_SUBJECT, _CASE, _CRIED, _SENT = "tentang", "macam", "seruan", "kiriman"


def ask(visit: Visit, text: str, subject: str, place: Place | None, case: str) -> None:
    """`place`: what is guessed, or the kecamatan in which it is; whatever else is open waits below. `case`: of what
    danger, where these words do not tell it."""
    about, known, offered = {_CRIED: unsigned.quoted(visit, text), _SUBJECT: subject, _CASE: case}, None, None
    heard = Typed(place.words, visit.turn.update_id) if place is not None and place.words else None
    if place is not None and heard is None:
        values = {key: place.values[key] for key in (KECAMATAN, "desa") if key in place.values}
        known, offered = (values, None) if place.sure else (None, values)
    _begin(visit, about, known, offered, heard)


def _begin(visit: Visit, about: Mapping[str, Any], known: _Known, offered: _Known, heard: Heard | None) -> None:
    conversation.start(visit, JOURNEY, known, about=about, offered=offered, heard=heard)
    draft = visit.conversations[FORM]
    conversations.keep(visit.turn, replace(draft, touched_at=visit.now + _ON_TOP))


def awaits(draft: Conversation | None) -> bool:
    """Whether somebody called, and it is asked where."""
    return draft is not None and draft.flow == FORM


def end(visit: Visit, draft: Conversation) -> None:
    """It has passed: nobody need be told any more, wherever it was."""
    about, kabupaten = draft.state["about"], visit.office.catalog.places.kabupaten.code
    dangers_told.end(visit.turn, visit.me.id, f"{about.get(_SUBJECT)}:{kabupaten}:{about.get(_CASE)}")
    conversations.end(visit.turn, FORM)


def keep(visit: Visit, draft: Conversation, text: str) -> None:
    """What is said on before it is known where is told with the rest."""
    _keep(visit, draft, _with(visit, draft.state["about"], text))


def _with(visit: Visit, about: Mapping[str, Any], text: str) -> dict[str, str]:
    """Each once: an edit says all of it again."""
    said = unsigned.quoted(visit, text)
    return {_CRIED: "\n".join([*(one for one in about[_CRIED].split("\n") if one not in said), said])}


def keep_sent(visit: Visit, draft: Conversation, heard: Sent) -> None:
    """The same of a picture, a voice or a point on the map."""
    _keep(visit, draft, {_SENT: [*draft.state["about"].get(_SENT, ()), to_json(heard)]})


def _keep(visit: Visit, draft: Conversation, told: Mapping[str, Any]) -> None:
    about, at = {**draft.state["about"], **told}, max(draft.touched_at, visit.now)
    conversations.keep(visit.turn, replace(draft, state={**draft.state, "about": about}, touched_at=at))


async def found(visit: Visit, draft: Conversation, text: str, place: Place) -> bool:
    """ "Depan sd 12 tuncung": the place among other words is like its button; one that is not sure is asked about."""
    about = draft.state["about"]
    names = [str(value["name"]) for value in place.values.values()]
    told = about | (_with(visit, about, text) if _tells_more(visit, text, names) else {})
    if place.sure:
        conversations.end(visit.turn, FORM)
        await _tell_there(visit, told, place.values)
    else:
        alarms.say_on(visit, text)
        _begin(visit, told, None, None, Typed(place.words, visit.turn.update_id))
    return True


async def _heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """The kecamatan alone tells who reads for all of it meanwhile; what is said beside the place is told as well."""
    draft = visit.conversations.get(FORM)
    given = step.state.answers
    names = [str(given[key].value.get("name", "")) for key in step.changed if key in given]
    if draft is not None and isinstance(heard, Typed) and step.changed and _tells_more(visit, heard.text, names):
        keep(visit, draft, heard.text)
    if KECAMATAN in step.changed and not step.ended:
        await _tell_there(visit, before.about, {KECAMATAN: step.state.answers[KECAMATAN].value})
    return False


def _tells_more(visit: Visit, text: str, names: Sequence[str]) -> bool:
    told, spelt = visit.office.catalog.danger, visit.office.catalog.world.spellings.places
    around = told.polite | told.urging | {*spelt.at, *spelt.desa, *spelt.kecamatan, *spelt.kabupaten}
    around |= {*visit.office.plain("bahaya.kata_kampung").split()}
    return len(spoken_in(text) - around) > len(spoken_in(" ".join(names)))


async def _finish(visit: Visit, flow: Flow, state: State) -> None:
    await _tell_there(visit, state.about, record(flow, state))


JOURNEY = Journey(FORM, _finish, heed=_heed, lasts=_LASTS)


async def _tell_there(visit: Visit, about: Mapping[str, Any], answers: Mapping[str, Any]) -> None:
    cried = str(about[_CRIED])
    first, _, since = cried.partition("\n")
    cases = danger.called(visit.office, first) or [danger.named(visit, str(about[_CASE]))]
    subject = str(about.get(_SUBJECT) or conversation.draft_id(visit.turn.update_id))
    await tell(visit, answers, subject, cases, since, about.get(_SENT, ()), quoted=first)


async def tell_office(
    visit: Visit, subject: str, one: Found, text: str, sent: Sequence[Sent], *, at_once: bool = False
) -> str:
    """Of a point on the map the office is told at once, else where no place is said soon. Returns who knows."""
    kabupaten, at_once = visit.office.catalog.places.kabupaten.code, at_once or any(each.point for each in sent)
    readers = await danger_told.nearest(visit, kabupaten, READERS) if at_once else []
    place, quoted = danger_told.only_about(visit, kabupaten), danger_told.words_of(text)
    alert = danger_told.Alert(one.case, f"{subject}:{kabupaten}", place, one.word, quoted, calls=True, said=text)
    name = await danger_told.tell(visit, readers, alert)
    if name:
        dangers_told.await_another(visit.turn, f"{alert.subject}:{one.case.key}", visit.now + danger_told.PATIENCE)
        visit.turn.remember(replace(visit.me, called_at=visit.now))
    else:
        danger_told.await_place(visit, subject, one.case, text)
    return name


async def tell_unplaced(visit: Visit, draft: Conversation) -> str:
    """They tell on without a place but a point: whoever reads for all of the kabupaten reads the words as they are."""
    about = visit.conversations.get(FORM, draft).state["about"]
    one = danger.named(visit, str(about[_CASE]))
    return await tell_office(visit, str(about[_SUBJECT]), one, str(about[_CRIED]), (), at_once=True)


async def tell(
    visit: Visit,
    place: Mapping[str, Any],
    subject: str,
    found: Sequence[Found],
    rest: str = "",
    sent: Sequence[Any] = (),
    quoted: str = "",
) -> None:
    """`quoted`: the call, `rest`: what was said since, `sent`: what was shown: one letter tells all of it. Whoever
    called hears who knows, or that nobody does."""
    wilayah, case, told = danger_told.wilayah_of(place), found[0].case.key, await alarms.lasting(visit)
    where, about = visit.office.catalog.places.scope_name(wilayah), f"{subject}:{wilayah}:{case}"
    words = danger_told.words_of(f"{quoted}\n{rest}")
    await alarms.narrow(visit, told, (about, wilayah, case), words)
    new = await ring(visit, place, subject, found, quoted="\n".join(filter(None, (quoted, rest))))
    readers = await danger_told.nearest(visit, wilayah, READERS)
    name = await alarms.who_knows(visit, wilayah, case, new, readers)
    if name and not new and place.get("dusun"):
        await alarms.put_right(visit, told, wilayah, danger_told.shown(place))
    keys = danger_told.keys_to_readers(visit, about) if name else None
    visit.say("bahaya.pindah", keys, nama=name, tempat=where)
    near = [each for each, _ in readers] if name else []
    await alarms.say_rest(visit, near, about, "" if new else rest, sent if new else ())
    await alarms.retract(visit, told, wilayah, near)


async def ring(
    visit: Visit, place: Mapping[str, Any], subject: str, found: Sequence[Found], text: str = "", **beside: Any
) -> str:
    """The name of the first who knows; one letter tells of all of it."""
    for one in found:
        if name := await danger.tell(visit, place, subject, one, text, calls=True, **beside):
            return name
    return ""

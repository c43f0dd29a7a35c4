"""A correction in words soon after sending: what is clear is shown, old and new, and done by one tap; else the answer
is chosen and asked again. Both go the way of an edited message."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core import kinds
from bot.core.flow import rest
from bot.core.flow.correcting import mistaken, photo_gone, quoted, said_wrong
from bot.core.flow.correcting.as_it_should_read import may_call
from bot.core.flow.correcting.named_anew import first_named
from bot.core.flow.correcting.numbers import become
from bot.core.flow.correcting.said_to_go import may_go
from bot.core.flow.correcting.sent_corrections import changes_told, denied_in, named_wrong, part_meant
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Flow, Question
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import in_short, is_question
from bot.core.listening.shapes import Acts
from bot.core.records import Usulan
from bot.store.people import conversations
from bot.work import conversation
from bot.work.answering import adding, correcting, naming, pictures, so_already, to_the_last, told_again, topics
from bot.work.answering.acts import QUESTION
from bot.work.answering.correcting import difference, plainly, propose
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import completing, withdrawn
from bot.work.usulan.dangers import danger
from bot.work.usulan.sources import keep_sources
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Journey, Visit

FORM, _CORRECTION, _BESIDES = "ubah", "koreksi", "juga"
_NUMBER = "angka_saja"  # by which the draft knows that no unit was told
_SHORT, _FIGURES, _LONGEST, _SHOWN = 5, 8, 24, 200  # words; the last: characters
_EXCHANGES = 4  # words, at least, of one thing said in the place of another: "ganti 5 jadi 6"
#: Not asked again here: the number hangs on the place, and photos are no answers. What nobody asked for may only go.
_NOT_HERE = frozenset({"kecamatan", "desa", "foto", "pembaca"})
_MAY_PUT_RIGHT = (become.may_be, mistaken.may_be, photo_gone.may_be, said_wrong.may_deny_dusun)


async def put_right(visit: Visit, heard: Typed, acts: Acts) -> bool:
    """ "Eh salah, bukan 40 rumah tapi 25 rumah"; False when these words put nothing right that was sent."""
    world = visit.office.catalog.world
    said, heard = heard.text, plainly(visit, heard) if len(heard.text.split()) >= _EXCHANGES else heard
    is_right = await told_again.bring_back(visit, heard, topics.lately) or await put_named_right(visit, heard)
    if is_right or await put_topic_right(visit, heard):
        return True
    if (more := adding.goes_on(visit, heard.text)) and (newest := await topics.lately(visit)):
        adding.put_beside(visit, newest[0], more)
        return True
    ear, words = visit.office.catalog.ear, len(heard.text.split())
    corrects = any(act.name == _CORRECTION for act in acts.done)
    mark = ear.corrects(heard.text) if ear is not None and words <= _LONGEST else ""
    if not (corrects or mark or _may_put_right(visit, heard.text)):
        return False
    found = await topics.lately(visit) or await to_the_last.denied_by(visit, heard)
    if await put_wrong_right(visit, found, heard):
        return True
    exchanges = said != heard.text or _exchanges_figures(visit, heard)
    is_short = (mark == "sure" and words <= _SHORT) or (words <= _FIGURES and exchanges)
    if found and said_wrong.may_deny_dusun(world, heard.text) and _show_part(visit, found[0], heard):
        return True
    if not found or not (corrects or is_short):
        return bool(found) and _show_part(visit, found[0], heard)
    if not adding.told_plainer(visit, found[0], heard.text):
        _ask(visit, found[0], heard)
    return True


def _may_put_right(visit: Visit, text: str) -> bool:
    """Cheaply: whether a part is named, or said to go or to be otherwise."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.catalog.world
    is_out = any(may(world, text) for may in (may_go, quoted.is_said, *_MAY_PUT_RIGHT))
    return is_out or first_named(flow, text) is not None or may_call(flow, world, text)


def _show_part(visit: Visit, one: Usulan, heard: Typed) -> bool:
    """That part is shown as it stands and asked anew, or what these words tell of it is proposed."""
    told, asked = part_meant(visit.office.catalog.flows[USULAN], one.answers, heard, visit.office.world(visit.now))
    if told:
        propose(visit, one, told)
    elif asked in _changeable(visit, one):
        _ask_again(visit, one, asked.key)
    elif asked is not None:
        _show_choice(visit, one, [], heard)
    return bool(told) or asked is not None


def _exchanges_figures(visit: Visit, heard: Typed) -> bool:
    """ "Bukan 5 ruangan tapi 6": it begins nothing, whatever it is about."""
    ear, wrong = visit.office.catalog.ear, wrong_in(visit, heard)
    return ear is not None and all(told[:1].isdecimal() for told in (wrong, ear.corrected(heard.text)))


def wrong_in(visit: Visit, heard: Typed) -> str:
    """What these words say to be wrong; empty where they put nothing right."""
    ear = visit.office.catalog.ear
    return ear.denied(heard.text) if ear is not None and ear.corrects(heard.text) else ""


async def put_wrong_right(visit: Visit, mine: Sequence[Usulan], heard: Typed) -> bool:
    """In the one of these that has what is said to be wrong: shown, or its answer is chosen."""
    if await propose_in(visit, mine, heard):
        return True
    short = len(heard.text.split()) <= _LONGEST
    denied = next((one for one in mine if short and _denied(visit, one, heard)), None)
    if denied is not None:
        _show_choice(visit, denied, _denied(visit, denied, heard), heard)
    return denied is not None


# --- an usulan that is named -----------------------------------------------------------------------------------------


async def put_named_right(visit: Visit, heard: Typed) -> bool:
    """ "Yang maiwa 1 harusnya 35 rumah": it is about that one, whatever is being told; False where none is named, or
    only asked about."""
    named = await _named(visit, heard)
    if named is None or is_question(heard.text, visit.office.catalog.world, free=False):
        return False
    told = replace(heard, text=named.words)
    is_put = await propose_in(visit, [named.one], told, is_named=True) or adding.told_more(visit, named)
    if is_put or _ask_where_wrong(visit, named.one, told):
        return True
    tells = named.begins and len(named.words.split()) >= rest.FEWEST_WORDS
    if not tells or any(act.name.startswith(QUESTION) for act in visit.acts(heard.text, "idle").done):
        return False
    adding.put_beside(visit, named.one, named.words)
    return True


async def put_right_in(visit: Visit, one: Usulan, heard: Typed) -> bool:
    """In this one, which is meant for sure; False where nothing is said to be wrong."""
    return await propose_in(visit, [one], plainly(visit, heard), is_named=True) or _ask_where_wrong(visit, one, heard)


def _ask_where_wrong(visit: Visit, one: Usulan, heard: Typed) -> bool:
    ear = visit.office.catalog.ear
    is_wrong = ear is not None and bool(ear.corrects(heard.text))
    is_wrong = is_wrong or any(act.name == _CORRECTION for act in visit.acts(heard.text, "idle").done)
    if is_wrong:
        _ask(visit, one, heard)
    return is_wrong


async def _named(visit: Visit, heard: Typed) -> naming.Named | None:
    if len(heard.text.split()) > _LONGEST or not naming.may_name(visit.office, heard.text):
        return None
    return naming.named_in(visit.office, heard.text, await withdrawn.others(visit))


async def propose_in(visit: Visit, mine: Sequence[Usulan], heard: Typed, *, is_named: bool = False) -> bool:
    told = ((one, _changes(visit, one, heard, is_named=is_named)) for one in mine)
    one, changes = next(((one, changes) for one, changes in told if changes), (None, {}))
    if one is None:
        return so_already.tell(visit, mine, heard.text)
    propose(visit, one, changes)
    return True


def _denied(visit: Visit, one: Usulan, heard: Typed) -> list[str]:
    world = visit.office.world(visit.now)
    return denied_in(visit.office.catalog.flows[USULAN], one.answers, heard, world)


async def put_topic_right(visit: Visit, heard: Typed, told_now: str = "") -> bool:
    """ "Yg jembatan itu bukan di Paraja, di Jambu": it is about the one that tells of a bridge; where several do, about
    the one that it fits, else it is asked. `told_now`: what is being told, of which it may speak as well."""
    world, ear = visit.office.catalog.world, visit.office.catalog.ear
    may_be = ear is not None and len(heard.text.split()) <= _LONGEST and bool(ear.corrects(heard.text))
    if not may_be or is_question(heard.text, world, free=False) or not topics.may_name(world, heard.text):
        return False
    named = topics.named_in(world, heard.text, await topics.lately(visit))
    if named is None or named.is_in(told_now, heard.text):
        return False
    told = replace(heard, text=named.words)
    fitting = [one for one in named.about if _changes(visit, one, told)] or named.about
    if len(fitting) > 1:
        rows = [[(correcting.label_of(visit, one), f"l:ralat:{one.id}")] for one in fitting]
        visit.say("ubah_usulan_yang", keyboard(*rows), kata=in_short(heard.text, _SHOWN))
    elif not (await propose_in(visit, fitting, told, is_named=True) or await propose_in(visit, fitting, heard)):
        _ask(visit, fitting[0], told)
    return True


def _changes(visit: Visit, one: Usulan, heard: Typed, *, is_named: bool = True) -> dict[str, Any]:
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    told = become.changes_in(flow, one.answers, heard, world, is_named=is_named)
    return told or changes_told(flow, one.answers, heard, world, is_named=is_named)


# --- which answer ----------------------------------------------------------------------------------------------------


async def choose(visit: Visit, usulan_id: int) -> None:
    if (found := await topics.own(visit, usulan_id)) is None:
        visit.stale()
    else:
        _show_choice(visit, found, [])


def _ask(visit: Visit, one: Usulan, heard: Typed) -> None:
    """ "Dusunnya salah": that answer is asked again at once, and what is said next is it; else it is chosen."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    key = named_wrong(flow, one.answers, heard, world)
    if key in {question.key for question in _changeable(visit, one)}:
        _ask_again(visit, one, key)
    else:
        _show_choice(visit, one, _denied(visit, one, heard), heard)


def _show_choice(visit: Visit, one: Usulan, first: Sequence[str], heard: Typed | None = None) -> None:
    """`first`: those whose answer was said to be wrong, by what was heard."""
    asked = sorted(_changeable(visit, one), key=lambda question: question.key not in first)
    rows = [[(question.title, f"l:ubah:{one.id}:{question.key}")] for question in asked]
    rows += adding.offer(visit, one, heard.text) if heard is not None else []
    if completing.is_open(visit.office, one):  # what was never told is no correction
        rows.append([completing.offer(visit, one, "l:isi")])
    visit.say("ubah_pilih", keyboard(*rows), nomor=visit.office.spoken_number(one))


def _changeable(visit: Visit, one: Usulan) -> list[Question]:
    flow = visit.office.catalog.flows[USULAN]
    return [each for each in flow.questions if each.key in one.answers and each.key not in _NOT_HERE]


# --- asked again -----------------------------------------------------------------------------------------------------


async def begin(visit: Visit, usulan_id: int, key: str) -> None:
    """One answer is asked again; all others stand."""
    found = await topics.own(visit, usulan_id)
    if found is None or key not in {question.key for question in _changeable(visit, found)}:
        visit.stale()
    else:
        _ask_again(visit, found, key)


def _ask_again(visit: Visit, found: Usulan, key: str) -> None:
    if key == _BESIDES:
        propose(visit, found, {key: None})
        return
    told = difference(visit.office, key, found.answers[key], None, found.answers)
    conversations.end(visit.turn, correcting.FORM)  # what was shown first was not what was meant
    about = {"usulan": found.id, "kunci": key, "mulai": {**told, "nomor": visit.office.spoken_number(found)}}
    others = (question.key for question in visit.office.catalog.flows[FORM].questions if question.key != key)
    conversation.start(visit, JOURNEY, {other: found.answers.get(other) for other in others}, about=about)


def _with_old(step: Step) -> Step:
    """What stands there, in the place of the question's own words, which are for whoever tells it first."""
    values = {name: step.state.about["mulai"][name] for name in ("nomor", "judul", "lama")}
    return replace(step, say=tuple(replace(say, sentence="ubah_mulai", values=values) for say in step.say))


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Only this answer, and only in writing: what else is told here would change something unseen."""
    if await pictures.keep(visit, before.about["usulan"], heard, step):
        return True
    elsewhere = set(step.changed) - {before.about["kunci"]}
    if isinstance(heard, Sent) and not _is_asked(visit, before, heard):
        visit.say("ubah_dengan_tulisan")
    elif elsewhere:
        visit.say("ubah_satu_saja")
    else:
        if isinstance(heard, Typed) and heard.text.strip().isdecimal():
            conversation.put_in(visit, replace(before, about={**before.about, _NUMBER: True}))
        return await danger.heed(visit, before, heard, step)
    await conversation.resume(visit)
    return True


def _is_asked(visit: Visit, state: State, heard: Sent) -> bool:
    """A point on the map is sent; a voice would have to be fetched and heard first."""
    question = visit.office.catalog.flows[FORM].question(state.about["kunci"])
    return question is not None and heard.what != "voice" and heard.what in kinds.find(question.kind).takes


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """As if the message that told it were edited now."""
    key, found = state.about["kunci"], await topics.own(visit, state.about["usulan"])
    told = record(flow, state)
    if found is None:
        visit.say("lengkapi_tidak_bisa")
    elif key not in told or told[key] == found.answers.get(key):
        visit.say("ubah_tetap", nomor=visit.office.spoken_number(found))
    else:
        keep_sources(visit, found.id, replace(state, answers={key: state.answers[key]}), {key: told[key]})
        new = told_again.with_unit(found.answers.get(key), told[key]) if state.about.get(_NUMBER) else told[key]
        await told_again.take(visit, found, key, new)
    if not any(conversation.is_asked(visit, one) for one in (correcting.JOURNEY, told_again.JOURNEY)):
        await conversation.resume(visit)  # what was being told when it was put right


JOURNEY = Journey(FORM, finish, heed=heed, opening=_with_old)

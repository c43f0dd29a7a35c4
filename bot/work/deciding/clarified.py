"""The answer to what was asked of an usulan: by a button, in a form, as a reply to an old message, or brought by mouth.
It lands in the field that was meant, and whoever asked is told the difference at once."""

from dataclasses import replace
from functools import partial
from typing import Any

from bot.core import kinds
from bot.core.flow.interpreter import record
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.records import WITHDRAWN, Usulan
from bot.core.understanding.amounts import sizes
from bot.store.awaited import ANSWERED
from bot.store.deciding import clarifications as stored
from bot.store.deciding.clarifications import Clarification
from bot.store.people import conversations
from bot.store.usulan import events, media
from bot.store.usulan import usulan as stored_usulan
from bot.work import conversation
from bot.work.answering import answers
from bot.work.answering.correcting import difference
from bot.work.deciding import answers_told, beside, which_of_two
from bot.work.deciding.clarifying import readable
from bot.work.usulan import asked
from bot.work.usulan.dangers import danger
from bot.work.usulan.sources import keep_media, keep_sources
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Journey, Visit

FORM = "klarifikasi_jawab"
#: Of the form: the answer to a question that is about no field.
FREE = "jawaban"
_REST, PHOTO = "juga", "foto"
#: Of a draft: whether one of two values may be meant, and the words by which one was.
OF_TWO, IN_WORDS = "dari_dua", "kata"


# --- which one, and whose --------------------------------------------------------------------------------------------


async def answerable(visit: Visit, which: int, *, together: bool) -> tuple[Clarification, Usulan] | None:
    """The question with its usulan as it is now, when this person may answer it: whose usulan it is, or who reads it
    and was told the answer."""
    async with visit.ask() as connection:
        one = await stored.by_id(connection, which)
        mine = one is not None and await stored_usulan.is_of(connection, visit.me.id, one.usulan_id)
        found = await stored_usulan.to_change(connection, one.usulan_id) if one is not None and mine else None
        one = await stored.by_id(connection, which)  # as it is, now that nobody else settles it
    if one is not None and found is None and together:
        found = await readable(visit, one.usulan_id)
    return None if one is None or found is None else (one, found)


async def begin(visit: Visit, which: int, *, together: bool = False) -> None:
    """*Jawab*, or *Isi jawaban* by a reader."""
    pair = await _waiting(visit, which, together=together)
    if pair is not None:
        journey, known, about = opened(visit, *pair, together=together)
        conversation.start(visit, journey, known, about=about)


async def decline(visit: Visit, which: int) -> None:
    """*Tidak mau menjawab*, by whoever was asked."""
    pair = await _waiting(visit, which, together=False)
    if pair is not None:
        await keep_told(visit, *pair, visit.text("klarifikasi_tidak_mau"), declined=True)


async def _waiting(visit: Visit, which: int, *, together: bool) -> tuple[Clarification, Usulan] | None:
    pair = await answerable(visit, which, together=together)
    if pair is None or pair[1].status == WITHDRAWN:
        visit.stale()
    elif not pair[0].waits:
        visit.say("klarifikasi_selesai", nomor=visit.office.spoken_number(pair[1]))
    else:
        return pair
    return None


# --- the form: one question of the usulan's, alone -------------------------------------------------------------------


def opened(
    visit: Visit, one: Clarification, found: Usulan, *, together: bool
) -> tuple[Journey, dict[str, Any], dict[str, Any]]:
    """The journey narrowed to this question, what is known for it, and what it is about."""
    key = one.field or FREE
    known = {name: value for name, value in found.answers.items() if name not in (key, _REST)}
    number = visit.office.spoken_number(found)
    about = {"klarifikasi": one.id, "usulan": found.id, "hal": key, "bersama": together, "nomor": number}
    about |= {OF_TWO: bool(one.field and one.words)}
    opening = partial(_as_asked, question=asked.question(visit.office, one))
    return replace(JOURNEY, fit=partial(_alone, key=key), opening=opening), known, about


def _alone(_visit: Visit, flow: Flow, *, key: str) -> Flow:
    needed = _needed(flow, key)
    kept = tuple(
        replace(question, optional=question.optional and (question.key != key or key == PHOTO))
        for question in flow.questions
        if question.key in {*needed, key} or kinds.find(question.kind).rest
    )
    return replace(flow, questions=kept, checks=(), enough_from=None)


def _needed(flow: Flow, key: str) -> set[str]:
    """The questions on whose answers this one rests."""
    question = flow.question(key)
    if question is None:
        return set()
    direct = {*question.needs, *question.mentions, *(one.question for one in question.only_if)}
    return direct.union(*(_needed(flow, one) for one in direct)) if direct else set()


def _fit(visit: Visit, flow: Flow) -> Flow:
    """As the open draft says."""
    draft = visit.conversations.get(FORM)
    key = State.from_json(draft.state).about.get("hal", FREE) if draft is not None else FREE
    return _alone(visit, flow, key=key)


def _as_asked(step: Step, question: str) -> Step:
    """The first time it is asked as the facilitator asked it."""
    told = {"nomor": step.state.about["nomor"], "bersama": step.state.about["bersama"], "isi": question}
    say = [replace(say, sentence="klarifikasi_pertanyaan", values=told) if say.question else say for say in step.say]
    return replace(step, say=tuple(say))


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whoever cannot write says it or shows it: a recording is the answer, also where the form would take none, and so
    is a picture where the question is about no field."""
    key = before.about["hal"]
    if isinstance(heard, Typed) and before.about.get(OF_TWO):
        together = before.about["bersama"]
        pair = await answerable(visit, before.about["klarifikasi"], together=together)
        if pair is not None and pair[0].waits and await takes_one_of_two(visit, *pair, heard, together=together):
            return True
    if isinstance(heard, Typed) and step.ended == "sent" and key not in step.state.answers:
        return await conversation.resume(visit)  # "besok saya kirim fotonya": only *Lewati* says that there is none
    question = visit.office.catalog.flows[FORM].question(key)
    if isinstance(heard, Sent) and (
        beside.is_foreign(question, heard, "voice") or (key == FREE and beside.is_foreign(question, heard, "photo"))
    ):
        conversations.end(visit.turn, FORM)
        await _settle_sent(visit, before, heard)
        return True
    if isinstance(heard, Sent) and beside.is_foreign(question, heard, "photo"):
        return await _hear_beside(visit, before, heard)
    return await danger.heed(visit, before, heard, step)


async def takes_one_of_two(visit: Visit, one: Clarification, found: Usulan, heard: Typed, *, together: bool) -> bool:
    """What was told or found is the answer, whole; the words by which it was meant stand beside it."""
    chosen = await which_of_two.meant(visit, one, found, heard)
    if chosen:
        journey, known, about = opened(visit, one, found, together=together)
        about |= {OF_TWO: False, IN_WORDS: heard.text}
        await conversation.start_with_answer(visit, journey, known, about, replace(heard, text=chosen))
    return bool(chosen)


async def _hear_beside(visit: Visit, before: State, heard: Sent) -> bool:
    """The picture is kept; the words under it answer, or the question is asked again."""
    pair = await _still_open(visit, before)
    if pair is None:
        return False
    words = await beside.keep_and_read(visit, pair[1], heard)
    if words is None:
        await conversation.resume(visit)
    else:
        await conversation.hear(visit, words, answers.answer)
    return True


# --- what becomes of it ----------------------------------------------------------------------------------------------


async def _still_open(visit: Visit, state: State) -> tuple[Clarification, Usulan] | None:
    about = state.about
    pair = await answerable(visit, about["klarifikasi"], together=about["bersama"])
    if pair is None or pair[1].status == WITHDRAWN:
        visit.say("klarifikasi_tidak_bisa")
    elif not pair[0].waits:
        visit.say("klarifikasi_selesai", nomor=about["nomor"])
    else:
        return pair
    return None


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Into its field; where it is about none, or the meeting has read that back, the words stay beside the question."""
    pair = await _still_open(visit, state)
    if pair is not None:
        one, found = pair
        said = record(flow, state)
        answer = said.get(one.field or FREE)
        if answer is None:  # *Lewati*: there is none
            await keep_told(visit, one, found, visit.text("klarifikasi_tidak_ada"))
            await conversation.resume(visit)
            return
        elsewhere = said.get("desa", found.answers["desa"]) != found.answers["desa"]  # a dusun of another desa
        keep = _change if asked.may_change(found, one.field) and not elsewhere else _keep_words
        await keep(visit, pair, answer, state)
    await conversation.resume(visit)


async def _change(visit: Visit, pair: tuple[Clarification, Usulan], answer: Any, state: State) -> None:
    one, found = pair
    key = one.field or FREE
    new = {key: told_on(visit, found, key, answer), **_besides(found, state)}
    changes = [difference(visit.office, name, found.answers.get(name), new[name], found.answers) for name in new]
    await visit.ask_once(stored_usulan.correct, found.id, found.answers | new)
    how = events.TOGETHER if state.about["bersama"] else ""
    noted = [
        events.note(
            visit.turn, found.id, events.CORRECTED, tanya=name, dari=found.answers.get(name), jadi=value, cara=how
        )
        for name, value in new.items()
    ]
    keep_media(visit, found.id, new)
    keep_sources(visit, found.id, state, new)
    words = state.about.get(IN_WORDS, "")
    await settle(visit, one, answer_event=noted[0], **({"answer": words} if words else {}))
    await answers_told.tell(visit, one, found, answers_told.Answer(changes, words, files=_voices(answer)))


def told_on(visit: Visit, found: Usulan, key: str, answer: Any) -> Any:
    """What is asked about a story is told in addition to it, and one side of a size beside the others: nothing of it is
    lost by an answer."""
    old, question = found.answers.get(key), visit.office.catalog.flows[USULAN].question(key)
    if isinstance(answer, dict) and "sizes" in answer:
        return sizes.told_on(old, answer)
    is_story = question is not None and kinds.find(question.kind).story
    if not (is_story and isinstance(old, dict) and old.get("text") and answer.get("text")):
        return answer
    return {**old, **answer, "text": f"{old['text']}\n{answer['text']}"}


def _besides(found: Usulan, state: State) -> dict[str, Any]:
    """What the same words told besides, after what was told besides before."""
    more = state.answers.get(_REST)
    if more is None:
        return {}
    earlier = (found.answers.get(_REST) or {}).get("text", "")
    return {_REST: {**more.value, "text": f"{earlier}\n{more.value['text']}".strip()}}


async def _keep_words(visit: Visit, pair: tuple[Clarification, Usulan], answer: Any, state: State) -> None:
    one, found = pair
    key = one.field or FREE
    shown = visit.office.shown(FORM, key, answer, found.answers)
    voices = _voices(answer)
    for what, voice in voices:
        media.keep(visit.turn, found.id, beside.SPOKEN, what, voice)
    told = events.note(visit.turn, found.id, events.TOLD, klarifikasi=one.id)
    await settle(visit, one, answer=shown, answer_event=told)
    locked = one.field is not None
    changes = [] if locked else await beside.count_in(visit, found, shown)
    await answers_told.tell(visit, one, found, answers_told.Answer(changes, shown, locked=locked, files=voices))


def _voices(answer: Any) -> list[tuple[str, dict[str, Any]]]:
    is_one = isinstance(answer, dict) and isinstance(answer.get("voice"), dict)
    return [("voice", answer["voice"])] if is_one else []


async def keep_told(visit: Visit, one: Clarification, found: Usulan, words: str, *, declined: bool = False) -> None:
    """What the field cannot hold, what is told after the answer, or that they do not want to say it: it stands beside
    the question as it was said. What the usulan says still is told with it."""
    told = events.note(visit.turn, found.id, events.TOLD, klarifikasi=one.id)
    field, old = one.field if one.waits else None, found.answers.get(one.field or "")
    stays = [difference(visit.office, field, old, old, found.answers)] if field else []
    if one.waits:
        await settle(visit, one, answer=words, answer_event=told)
    else:
        await visit.ask_once(stored.add_to_answer, one, words)
    await answers_told.tell(visit, one, found, answers_told.Answer(stays, words, declined=declined))


async def _settle_sent(visit: Visit, state: State, heard: Sent) -> None:
    pair = await _still_open(visit, state)
    if pair is None or heard.file is None:
        return
    one, found = pair
    file = await beside.keep(visit, found, heard)
    told = events.note(visit.turn, found.id, events.TOLD, klarifikasi=one.id)
    words = visit.label(beside.in_words(heard))
    await settle(visit, one, answer=words, answer_event=told)
    await answers_told.tell(visit, one, found, answers_told.Answer([], words, files=[(heard.what, file)]))
    await conversation.resume(visit)


async def settle(visit: Visit, one: Clarification, **values: Any) -> None:
    await visit.ask_once(stored.settle, one.id, ANSWERED, visit.now, answered_by=visit.me.id, **values)


JOURNEY = Journey(FORM, finish, fit=_fit, heed=heed, nudged=True)

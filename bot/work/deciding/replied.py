"""An answer that came without its form: by one of the few buttons, as a reply however late, or typed, with a yes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core import kinds
from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Ask, Question, Took
from bot.core.forms.say import Step
from bot.core.records import WITHDRAWN, Usulan
from bot.store.awaited import ANSWERED
from bot.store.deciding import clarifications as stored
from bot.store.deciding.clarifications import Clarification
from bot.store.usulan import events
from bot.store.usulan import usulan as stored_usulan
from bot.work import conversation
from bot.work.answering import answers, correcting
from bot.work.deciding import beside, clarified
from bot.work.saying.keyboard import number
from bot.work.usulan import asked
from bot.work.usulan.sources import keep_media
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

#: What a form holds while it asks whether it understood.
_FEWEST = 6  # words that tell more than the answer
_DOUBTS = frozenset({"confirm", "unsure", "correct"})


async def pick(visit: Visit, which: int, value: str) -> None:
    """One of the few options that stood under the question."""
    one = await visit.ask_once(stored.by_id, which)
    if one is None or one.field is None:
        visit.stale()
        return
    pressed = Pressed(conversation.draft_id(visit.turn.update_id), one.field, value)
    if not await hear(visit, which, pressed):
        visit.stale()


async def hear_reply(visit: Visit, replied_to: Mapping[str, Any], heard: Heard) -> bool:
    """A reply to a message that asked something, however old; False when it was another one."""
    which, together = await asked_in(visit, replied_to)
    return which is not None and await hear(visit, which, heard, together=together)


async def asked_in(visit: Visit, message: Mapping[str, Any]) -> tuple[int | None, bool]:
    """By the promise that brought it; a reminder is known by its button, whose data proves nothing by itself. And
    whether it is brought for somebody who was asked in person."""
    found = await visit.ask_once(stored.replied_to, visit.turn.lane, int(message["message_id"]))
    keys = [key for row in (message.get("reply_markup") or {}).get("inline_keyboard", ()) for key in row]
    told = [str(key.get("callback_data", "")).split(":") for key in keys]
    named = [number(parts[2]) for parts in told if parts[:2] in (["l", "jawab"], ["u", "isi"]) and parts[2:]]
    brought = any(parts[:2] == ["u", "isi"] for parts in told)
    return found or (named[0] if len(named) == 1 else None), brought


async def hear(visit: Visit, which: int, heard: Heard, *, together: bool = False) -> bool:
    """Take it as the answer at once; what cannot be read is asked again, as in the form. False when not theirs, nor
    brought for who has no telephone (`together`)."""
    pair = await clarified.answerable(visit, which, together=together)
    if pair is None or pair[1].status == WITHDRAWN:
        return False
    one, found = pair
    if not one.waits:
        if not await _join(visit, one, found, heard):
            _say_over(visit, found)
        return True
    if isinstance(heard, Typed) and await clarified.takes_one_of_two(visit, one, found, heard, together=together):
        return True
    journey, known, about = clarified.opened(visit, one, found, together=together)
    about |= {clarified.OF_TWO: False}
    gathers = (question := _asked(visit, one)) is not None and kinds.find(question.kind).gathers
    if isinstance(heard, Typed) and not gathers:
        step = conversation.with_answer(visit, journey, known, about, heard)[2]
        if not _is_readable(visit, heard, step):
            await clarified.keep_told(visit, one, found, heard.text)
            return True
        for wish in step.wishes if not visit.office.catalog.danger.find(heard.text) else ():
            await answers.answer(visit, wish.act, wish.words)
        about |= {clarified.IN_WORDS: heard.text} if step.ended != "sent" and _tells_of_it(visit, heard.text) else {}
    if one.field is not None and isinstance(heard, Sent) and beside.is_foreign(_asked(visit, one), heard, "photo"):
        words = await beside.keep_and_read(visit, found, heard)
        if words is None:
            conversation.start(visit, journey, known, about=about)
            return True
        heard = words
    await conversation.start_with_answer(visit, journey, known, about, heard)
    return True


def _is_readable(visit: Visit, heard: Typed, step: Step) -> bool:
    """Whether the field takes it, or the form has something to say to it: a question, an act, a danger, a doubt. Other
    words are an answer as well, as they are."""
    if "?" in heard.text or visit.acts(heard.text, "closed").done or visit.office.catalog.danger.find(heard.text):
        return True
    return step.ended == "sent" or not _DOUBTS.isdisjoint(step.state.pending)


def _tells_of_it(visit: Visit, text: str) -> bool:
    """ "Siapa yg ukur itu?? 200 meter, tapi yg paling rusak 120": the words stand with the answer to what is asked once
    more; never what endangers somebody."""
    is_danger = visit.office.catalog.danger.find(text)
    return len(text.split()) >= _FEWEST and any(map(str.isdecimal, text)) and not is_danger


async def not_held(visit: Visit, which: int, heard: Heard) -> list[Typed]:
    """The lines of an answer without which its field would hold the same: they are told beside it."""
    pair = await clarified.answerable(visit, which, together=False)
    question = _asked(visit, pair[0]) if pair is not None else None
    lines = heard.text.split("\n") if isinstance(heard, Typed) else []
    if pair is None or question is None or len(lines) < 2 or not isinstance(heard, Typed):
        return []
    ask, read = Ask(question, pair[1].answers, visit.office.catalog.world), kinds.find(question.kind).read
    held = [read(ask, replace(heard, text="\n".join(lines[:at] + lines[at + 1 :]))) for at in range(len(lines))]
    whole = read(ask, heard)
    pairs = zip(lines, held, strict=True)
    return [
        replace(heard, text=line)
        for line, rest in pairs
        if isinstance(whole, Took) and isinstance(rest, Took) and rest.value == whole.value
    ]


async def is_over(visit: Visit, which: int) -> bool:
    """Whether somebody answered or withdrew it meanwhile; that is said."""
    pair = await clarified.answerable(visit, which, together=False)
    if pair is None or pair[0].waits:
        return False
    _say_over(visit, pair[1])
    return True


def _say_over(visit: Visit, found: Usulan) -> None:
    visit.say("klarifikasi_selesai", nomor=visit.office.spoken_number(found))


async def goes_with(visit: Visit, which: int, heard: Heard) -> bool:
    """Whether this was more of an answer that was just given."""
    pair = await clarified.answerable(visit, which, together=False)
    if pair is None or pair[0].state != ANSWERED:
        return False
    if isinstance(heard, Typed):
        one, found = pair
        value = told_in_field(visit, one, found, heard) if asked.may_change(found, one.field) else None
        if value and one.field is not None:
            await correcting.carry_out(visit, found, {one.field: clarified.told_on(visit, found, one.field, value)})
        else:
            await clarified.keep_told(visit, one, found, heard.text)
        return True
    return await _join(visit, *pair, heard)


def told_in_field(visit: Visit, one: Clarification, found: Usulan, heard: Typed) -> Any:
    """What these words tell of a field that does not hold any words; nothing where they do not, or it does."""
    question = _asked(visit, one)
    if question is None or kinds.find(question.kind).free or kinds.find(question.kind).story:
        return None
    reading = kinds.find(question.kind).read(Ask(question, found.answers, visit.office.world(visit.now)), heard)
    return reading.value if isinstance(reading, Took) else None


def takes(visit: Visit, one: Clarification) -> frozenset[str]:
    """What of that which is sent is the answer itself."""
    question = _asked(visit, one)
    return frozenset() if question is None else kinds.find(question.kind).takes


def _asked(visit: Visit, one: Clarification) -> Question | None:
    return visit.office.catalog.flows[USULAN].question(one.field or "")


async def _join(visit: Visit, one: Clarification, found: Usulan, heard: Heard) -> bool:
    """One more picture, to those that answered or beside them: an album comes in parts. False when it is nothing of the
    kind."""
    question = _asked(visit, one)
    if not isinstance(heard, Sent) or one.state != ANSWERED or found.locked_at is not None:
        return False
    if any(beside.is_foreign(question, heard, what) for what in ("photo", "voice")):
        await beside.keep(visit, found, heard)
        visit.say("klarifikasi_ikut", nomor=visit.office.spoken_number(found))
        return True
    if question is None or not _is_answered_by_more(found, question, heard):
        return False
    ask = Ask(question, found.answers, visit.office.catalog.world, found.answers[question.key])
    reading = kinds.find(question.kind).read(ask, heard)
    if isinstance(reading, Took):
        old = found.answers[question.key]
        await visit.ask_once(stored_usulan.correct, found.id, found.answers | {question.key: reading.value})
        events.note(visit.turn, found.id, events.CORRECTED, tanya=question.key, dari=old, jadi=reading.value)
        keep_media(visit, found.id, {question.key: reading.value[len(old) :]})
    return isinstance(reading, Took)


def _is_answered_by_more(found: Usulan, question: Question, heard: Sent) -> bool:
    kind = kinds.find(question.kind)
    return kind.gathers and heard.what in kind.takes and bool(found.answers.get(question.key))

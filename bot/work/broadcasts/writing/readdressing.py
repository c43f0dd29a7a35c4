"""For whom it is to be, said where something else is asked ("semua fasilitator kecamatan Maiwa" where it is asked what
they are to do): it is no answer there. Before anything is told of that it is taken; else a change is offered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.broadcasts.shapes import DELEGATE
from bot.core.flow.scene import REVIEW, look
from bot.core.forms.agreeing import agrees
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.wilayah import DESA, KECAMATAN
from bot.work import conversation
from bot.work.answering.answers import answer
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.writing import addressed, parts
from bot.work.broadcasts.writing.composed import EVERYBODY, FORM, audience_of
from bot.work.broadcasts.writing.fitting import at_home, fitted, own_level
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

#: Questions of whom and where: there such words are the answer.
WHOM = ("peran", DELEGATE, "tingkat", "beberapa", KECAMATAN, DESA)
PLACE, _WHERE = WHOM[2:], WHOM[2]
_OFFERED, _BUTTON = "penerima", "a:penerima:"
_YES, _NO = "ganti", "bukan"


async def heed(visit: Visit, before: State, heard: Heard) -> bool:
    if not isinstance(heard, Typed) or before.flow not in visit.conversations:
        return False
    offered = before.about.get(_OFFERED)
    if offered and await visit.stands(_BUTTON) is not None:
        acts = [act.name for act in visit.acts(heard.text, "yes_no").done]
        yes = agrees(heard.text, visit.office.catalog.world, [visit.text("tombol_siaran_ganti_penerima")])
        if yes or visit.agrees(heard.text) or acts == ["tidak"]:
            await decide(visit, _NO if acts == ["tidak"] else _YES)
            return True
    if offered and offered["kata"] == heard.text:
        return False
    known, asked = addressed.whole(visit, heard.text), _asked(visit, before)
    if asked == REVIEW and (more := _also(visit, before, heard.text)):
        return await _take(visit, _with(before, more))
    if asked == WHOM[0] and (every := all_of_own(visit, heard.text)):
        return await _take(visit, _with(before, every))
    if asked in WHOM and (told := parts.read(visit, heard.text)).many and len(told.unread) <= told.read:
        return await _take(visit, _with(before, told.known), told.unread)
    if asked == _WHERE and (where := addressed.where(visit, heard.text)):
        return await _take(visit, _with(before, where))
    tells_more = DELEGATE in known  # "delegasi perempuan" answers more than one question
    if asked in WHOM and not (asked == WHOM[0] and tells_more):
        return False
    return bool(known) and await heed_address(visit, before, known, heard)


def all_of_own(visit: Visit, text: str) -> dict[str, Any]:
    """ "Semua fasilitator": those of all of their own wilayah, where no other is named. All people are asked where."""
    told = parts.read(visit, text)
    known = told.known or addressed.whole(visit, text)
    roles = {one["value"] for one in known.get(WHOM[0], ())} - {EVERYBODY}
    if addressed.ALL.isdisjoint(key_of(text).split()) or told.unread or not roles or _WHERE in known:
        return {}
    own = addressed.choice(visit, _WHERE, own_level(visit))
    return {**known, **own, **{key: one for key, one in at_home(visit).items() if key in PLACE}} if own else {}


def _also(visit: Visit, before: State, text: str) -> dict[str, Any]:
    """ "Camat malua juga dikirimi", over the summary: with whom it is for already; empty where nobody is added. Where
    they are is where all of them are: another place is no part of it."""
    spoken, also = text.split(), visit.office.catalog.world.announced["juga"]
    words = [word for word in spoken if key_of(word) not in also]
    told, had = parts.read(visit, " ".join(words)), before.answers.get("peran")
    added = told.known.get("peran", [])
    if had is None or not added or told.unread or len(words) == len(spoken):
        return {}
    return {"peran": [*had.value, *(one for one in added if one not in had.value)]}


def _asked(visit: Visit, state: State) -> str:
    flow = fitted(visit, visit.office.catalog.flows[state.flow])
    return look(flow, state, visit.office.world(visit.now)).target


async def heed_address(visit: Visit, before: State, known: Mapping[str, Any], heard: Typed) -> bool:
    state = _with(before, known)
    if "peran" not in before.answers or _whom(visit, state) == _whom(visit, before):
        return await _take(visit, state)
    offer = {"kata": heard.text, "pesan": heard.message, "tahu": dict(known)}
    conversation.put_in(visit, replace(before, about={**before.about, _OFFERED: offer}))
    yes = (visit.text("tombol_siaran_ganti_penerima"), f"{_BUTTON}{_YES}")
    no = (visit.text("tombol_siaran_bukan_penerima"), f"{_BUTTON}{_NO}")
    visit.say("siaran_ganti_penerima", keyboard([yes], [no]), dulu=_whom(visit, before), baru=_whom(visit, state))
    return True


async def decide(visit: Visit, answered: str) -> None:
    """*Ganti penerimanya*; or these words are the answer after all."""
    found = ((one, State.from_json(one.state)) for one in visit.conversations.values())
    draft, state = next(((one, state) for one, state in found if _OFFERED in state.about), (None, None))
    if draft is None or state is None or answered not in (_YES, _NO):
        visit.stale()
        return
    offer = state.about[_OFFERED]
    await visit.settle(_BUTTON)
    if answered == _YES:
        await _take(visit, _with(state, offer["tahu"]))
    else:
        conversation.touch(visit, draft)
        await conversation.hear(visit, Typed(offer["kata"], offer["pesan"]), answer)


async def _take(visit: Visit, state: State, unread: Sequence[str] = ()) -> bool:
    """`unread`: what was said beside it, and is not understood."""
    conversation.put_in(visit, state)
    if WHOM[0] in state.answers:
        visit.say("siaran_penerima_dicatat", untuk=_whom(visit, state))
    if unread:
        visit.say("siaran_syarat_tak_dikenal", syarat=" ".join(unread), bisa=addressed.conditions(visit))
    return await conversation.resume(visit)


def _with(state: State, known: Mapping[str, Any]) -> State:
    """Who is told of without a place is meant in the place that was told."""
    gone = (*(PLACE if "tingkat" in known else ()), *((DELEGATE,) if "peran" in known else ()))
    state = state.drop(gone)
    for key, value in known.items():
        state = state.give(key, Answer(value))
    return replace(state, about={key: told for key, told in state.about.items() if key != _OFFERED})


def _whom(visit: Visit, state: State) -> Words:
    flow = fitted(visit, visit.office.catalog.flows[state.flow])
    told = {key: one.value for key, one in state.answers.items() if key in (addressed.CONDITION, *WHOM)}
    return wording.whom(visit.office, audience_of(visit.office, flow, told))


def say_whom(visit: Visit, known: Mapping[str, Any], unread: str = "") -> None:
    """What an order said of that, before the message is asked for. `unread`: the condition that nobody can be chosen
    by."""
    flow = fitted(visit, visit.office.catalog.flows[FORM])
    if WHOM[0] in known:
        told = {key: value for key, value in known.items() if key in (addressed.CONDITION, *WHOM)}
        visit.say("siaran_penerima_dicatat", untuk=wording.whom(visit.office, audience_of(visit.office, flow, told)))
    if unread:
        visit.say("siaran_syarat_tak_dikenal", syarat=unread, bisa=addressed.conditions(visit))

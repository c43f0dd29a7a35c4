""" "Itu tadi jawaban buat pak Rahman": words that only point back are no answer. What was typed before them is asked
about, and leaves the usulan into which it went; where nothing is found, the answer itself is asked for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import is_bare, key_of
from bot.core.records import Conversation, Usulan
from bot.store.deciding.clarifications import Clarification
from bot.store.people import conversations, waiting
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import asked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_LONGEST, _SHORTEST = 12, 2  # words
_LATELY = timedelta(hours=2)


def may_be(visit: Visit, heard: Heard) -> bool:
    """A cheap look: a few words, one of which points."""
    spoken = _spoken(heard) if isinstance(heard, Typed) and "?" not in heard.text else []
    points = visit.office.catalog.world.own_matters["tunjuk_jawaban"]
    return _SHORTEST <= len(spoken) <= _LONGEST and not points.isdisjoint(spoken)


def is_said(visit: Visit, heard: Heard, one: Clarification, asker: str) -> bool:
    """Nothing but where it stands, that it is the answer, or whose: "barusan itu utk pak Rahman"."""
    spoken, world = _spoken(heard), visit.office.catalog.world
    known, names = world.own_matters, {*key_of(asker).split()}
    is_for = not (known["jawaban"] | known["pembaca"] | names).isdisjoint(spoken)
    small = known["jawaban"] | known["tunjuk_jawaban"] | known["samping_jawaban"] | known["pembaca"] | names
    return (
        one.waits and is_for and may_be(visit, heard) and all(word in small or word in world.oneself for word in spoken)
    )


def _spoken(heard: Heard) -> list[str]:
    return re.findall(r"\w+", key_of(words_of(heard)))


async def taken_out(visit: Visit, one: Clarification, found: Usulan) -> Typed | None:
    """What was typed right before; where that was nothing, or no more than a yes, the answer is asked for."""
    before = await _typed_before(visit, one.asked_at)
    if before is None:
        told = {"nomor": visit.office.spoken_number(found), "isi": asked.question(visit.office, one)}
        visit.say("klarifikasi_tulis_lagi", keyboard([(visit.text("tombol_jawab"), f"l:jawab:{one.id}")]), **told)
    elif (draft := visit.conversations.get(USULAN)) is not None:
        _leave(visit, draft, before)
    return before


async def _typed_before(visit: Visit, since: datetime) -> Typed | None:
    begins = visit.turn.real - _LATELY.total_seconds()
    said = await visit.look_up(waiting.said_since, begins, visit.turn.lane, visit.turn.update_id)
    last: Mapping[str, Any] = next((one["message"] for one in reversed(said) if "message" in one), {})
    text, at = str(last.get("text", "")), int(last.get("date", 0))
    if not text or text.startswith("/") or is_bare(text, visit.office.catalog.world):
        return None
    if at < int(since.timestamp()):
        return None
    return Typed(text, int(last["message_id"]), at=at)


def _leave(visit: Visit, draft: Conversation, heard: Typed) -> None:
    """It is no part of the usulan any more; a story that it alone had begun is none."""
    state = State.from_json(draft.state)
    if state.pending.get("first", {}).get("alone"):
        conversations.end(visit.turn, USULAN)
        return
    whole = [key for key, one in state.answers.items() if one.messages == (heard.message,)]
    joined = {key: _less(one, heard) for key, one in state.answers.items() if heard.message in one.messages[1:]}
    state = replace(state, answers=dict(state.answers) | joined).drop(whole).release()
    conversations.keep(visit.turn, replace(draft, state=state.to_json()))


def _less(answer: Answer, heard: Typed) -> Answer:
    """Of what was told in several messages."""
    value, messages = answer.value, tuple(one for one in answer.messages if one != heard.message)
    if isinstance(value, Mapping) and str(value.get("text", "")).endswith(heard.text):
        return replace(answer, value={**value, "text": value["text"][: -len(heard.text)].strip()}, messages=messages)
    return answer

"""An usulan that tells of violence and despair, since whoever brings it was asked for the story, or said that it is to
be told. One about something else has no part of it: it waits beside that one, and becomes an usulan of its own. Nothing
of it is shown that was not asked for: somebody may look at this telephone, too.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.rest import AHEAD
from bot.core.flow.scene import REVIEW, ask_about, kind_of, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.layout import control
from bot.core.forms.questions import Flow, Took
from bot.core.forms.say import Say, Step, Words
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import clean
from bot.core.understanding.wished import is_wished
from bot.store.people import conversations
from bot.work.office import Office
from bot.work.usulan.reader_choice import PRIVATE, QUESTION
from bot.work.visit import Visit

#: By this name a draft keeps what is to be told beside it, and is none of it; empty: something was told, and not kept.
APART = "tersendiri"
STORY, _HOPE, _SORT = "cerita", "harapan", "kategori"
_WORKS = frozenset({"jalan", "air", "tani"})  # what nobody needs against violence
_HIDDEN = Words("usulan_tertutup")
_KEPT = (QUESTION, "dusun", "juga")  # who reads it, where it is, and what is told in addition


def is_private(state: State) -> bool:
    """Whether this draft tells of violence or despair."""
    return bool(state.about.get(PRIVATE))


def is_delicate(office: Office, answers: Mapping[str, Any]) -> bool:
    """Whether what was told so far is nobody else's business, also where it is over."""
    return any(one.case.private for one in office.catalog.danger.find("\n".join(texts(answers))))


def texts(answers: Mapping[str, Any]) -> list[str]:
    """Every word somebody wrote themselves."""
    parts = [part for value in answers.values() for part in (value if isinstance(value, list) else [value])]
    told = [part.get("text") or part.get("caption") for part in parts if isinstance(part, dict)]
    return [text for text in told if isinstance(text, str)]


def told_apart(state: State) -> str:
    """What waits beside this draft; empty where nothing does."""
    return str(state.about.get(APART, ""))


def keep(visit: Visit, before: State, heard: Heard, step: Step, *, private: bool) -> None:
    """The words of which somebody was just answered; whatever else they would have ended goes on. `private`: that they
    are is kept also where they are not, and what follows asks for no more than it must."""
    draft = visit.conversations.get(step.state.flow)
    if draft is None or step.ended:
        return
    put = _put(visit, before, heard, step) if private else None
    stays = step.changed or "first" in before.pending
    if put is None and not (stays or private):
        return
    state = put or (step.state if stays else State.from_json(draft.state))
    closes = private and not told_apart(state)
    about = {**state.about, **({PRIVATE: True} if closes else {})}
    kept = replace(state, about=about).to_json()
    conversations.keep(visit.turn, replace(draft, state=kept, touched_at=visit.now, nudge_at=None))


def is_story(step: Step) -> bool:
    """Whether these words, or a yes to earlier ones, gave the story."""
    return STORY in step.changed and STORY in step.state.answers


def mark(visit: Visit, step: Step) -> None:
    """That a draft tells of violence, of which somebody was answered before it was one."""
    draft = visit.conversations.get(step.state.flow)
    if draft is not None:
        told = {**draft.state, "about": {**draft.state.get("about", {}), PRIVATE: True}}
        conversations.keep(visit.turn, replace(draft, state=told, nudge_at=None))


def goes_on(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whether these words go on with what was told of violence: they are kept there, and it is asked again."""
    draft = visit.conversations.get(step.state.flow)
    if draft is None or not is_private(before) or step.ended or step.wishes or not is_kept_as_words(step):
        return False
    if not isinstance(heard, Typed) or not visit.office.catalog.danger.goes_on(heard.text):
        return False
    state = _put(visit, before, heard, step)
    if state is None or _is_the_wish(visit, before, heard, step):
        return False
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now, nudge_at=None))
    return True


def tells_of_other(visit: Visit, before: State, heard: Heard) -> bool:
    """Whether words told where it is asked what is hoped for are a story of a road, and nothing of violence."""
    flow = visit.office.catalog.flows[before.flow]
    question = flow.question(_SORT)
    if not is_private(before) or question is None or not isinstance(heard, Typed) or _HOPE in before.answers:
        return False
    if visit.office.catalog.danger.goes_on(heard.text) or STORY not in before.answers:
        return False
    scene = look(flow, before, visit.office.world(visit.now))
    reading = kind_of(question).read(ask_about(scene, question), heard)
    return isinstance(reading, Took) and reading.value.get("value") in _WORKS


def part(visit: Visit, before: State, heard: Typed) -> None:
    """That one waits beside this one, of which it is no part."""
    first = before.answers[STORY]
    apart = "\n".join(filter(None, (told_apart(before), str(first.value.get("text", "")))))
    state = before.drop([STORY]).give(STORY, Answer({"text": clean(heard.text)}, (heard.message,)))
    about = {key: value for key, value in state.about.items() if key != PRIVATE}
    draft = visit.conversations[before.flow]
    kept = replace(state, about={**about, APART: apart}, pending={})
    conversations.keep(visit.turn, replace(draft, state=kept.to_json(), touched_at=visit.now, nudge_at=None))


def _put(visit: Visit, before: State, heard: Heard, step: Step) -> State | None:
    """The draft as it was, with these words where they belong; None where they are there already, or put a story right
    that was told before."""
    flow = visit.office.catalog.flows.get(step.state.flow)
    if flow is None or flow.question(STORY) is None or not isinstance(heard, Typed) or heard.edited:
        return None
    if STORY in step.changed or "first" in before.pending:
        return None
    if QUESTION in step.changed or step.state.about.get(AHEAD) != before.about.get(AHEAD):
        return None  # who shall not read it stands in the same words
    answers = {key: answer.value for key, answer in before.answers.items()}
    if STORY not in answers or is_private(before) or is_delicate(visit.office, answers):
        return _told_on(before, heard)
    return None


def _told_on(before: State, heard: Typed) -> State:
    earlier = before.answers.get(STORY) or Answer({})
    told = "\n".join(filter(None, (earlier.value.get("text", ""), clean(heard.text))))
    return before.give(STORY, Answer({**earlier.value, "text": told}, (*earlier.messages, heard.message)))


def is_kept_as_words(step: Step) -> bool:
    """No button and no number: they would stand there as they were said, or nowhere."""
    given = [step.state.answers.get(key) for key in step.changed]
    return "cancel" not in step.state.pending and all(
        one is not None and isinstance(one.value, dict) and "text" in one.value for one in given
    )


def _is_the_wish(visit: Visit, before: State, heard: Typed, step: Step) -> bool:
    """ "Mohon suaminya dilarang memukul", where it is asked what is hoped for."""
    flow = visit.office.catalog.flows[step.state.flow]
    wishes = {one.key for one in flow.questions if getattr(one.params, "wish", False)}
    return bool(wishes & set(step.changed)) and is_wished(heard.text, visit.office.catalog.world)


def quietly(office: Office, state: State, say: Say, *, may_open: bool = True) -> Say:
    """A card without the words of what nobody else is to read. `may_open`: one tap shows them."""
    waiting = state.pending.get("first", {}).get("answers", {})
    told = {key: answer.value for key, answer in state.answers.items()}
    told |= {key: answer["value"] for key, answer in waiting.items()}
    if say.values.get("terbuka") or not (is_private(state) or is_delicate(office, told)):
        return say
    if say.values.get("awal"):
        return replace(say, values={**say.values, "awal": _HIDDEN})
    return _without_words(state, say, may_open=may_open) if "baris" in say.values else say


def _without_words(state: State, say: Say, *, may_open: bool) -> Say:
    own = {key for key, answer in state.answers.items() if isinstance(answer.value, dict) and "text" in answer.value}
    lines = [line | {"isi": _HIDDEN} if line["kunci"] in own else line for line in say.values["baris"]]
    rows = (*say.buttons, (control(state.draft, REVIEW, "baca"),)) if may_open else say.buttons
    return replace(say, values={**say.values, "baris": lines, "tertutup": True}, buttons=rows)


def plainly(visit: Visit, flow: Flow) -> Flow:
    """The form without photos, sizes and numbers where it tells of violence or despair: nobody is to collect them."""
    draft = visit.conversations.get(flow.key)
    if draft is None or not draft.state.get("about", {}).get(PRIVATE):
        return flow
    told = draft.state["answers"]
    kept = (one for one in flow.questions if one.key in {*told, *_KEPT} or not one.optional)
    return replace(flow, questions=tuple(kept))

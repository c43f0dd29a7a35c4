"""Danger and complaints: whoever tells of one is answered first with whom to call.

Whatever endangers others now is told to a facilitator at once, who learns the place and the word, never the name or the
story: it may not be sent yet, and it may be about somebody near. Despair and violence are told of only when the person
says yes, and complaints to nobody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.questions import Flow, Question
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.usulan.danger import Contact, Found
from bot.core.wilayah import KECAMATAN, hamlet_name
from bot.store.people import conversations
from bot.work.office import Office
from bot.work.usulan import danger_asked, danger_told
from bot.work.usulan.reader_choice import PRIVATE, QUESTION, READERS
from bot.work.visit import Visit

_KEPT = (QUESTION, "juga")  # who reads it, and what is told in addition


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """What was said in a draft, before its own answer is said; the answer is taken all the same. A facilitator is told
    as soon as the place is known. True: it was despair or violence, after which nothing is asked."""
    answers = {key: answer.value for key, answer in step.state.answers.items()}
    found = _new(visit.office, words_of(heard), _told_before(before))
    late = _urgent(visit.office, _texts(answers)) if "desa" in step.changed else []
    told = {one.case.key: await _tell(visit, answers, before.draft, one) for one in [*found, *late]}
    _answer(visit, found, told, kept=bool(step.changed))
    if _is_hurt(found) or ("desa" not in before.answers and _is_hurt(late)):
        await danger_asked.ask(visit, _first_hurt([*found, *late]), answers, before.draft)
    if _is_hurt(found):
        _keep(visit, step, private=any(one.case.private for one in found))
    return _is_hurt(found)


async def heed_alone(visit: Visit, heard: Heard) -> bool:
    """What was said to nobody's question: the place is the one of last time, if there was one. True as in `heed`."""
    found = _new(visit.office, words_of(heard), ())
    place, subject = visit.me.place or {}, f"u{visit.turn.update_id}"
    told = {one.case.key: await _tell(visit, place, subject, one) for one in found}
    _answer(visit, found, told)
    if _is_hurt(found):
        await danger_asked.ask(visit, _first_hurt(found), place, subject)
    return _is_hurt(found)


def answer_first_words(visit: Visit, heard: Heard) -> bool:
    """What was said before any consent: only whom to call where somebody may die, and nobody is told of it. True as in
    `heed`."""
    found = [one for one in _new(visit.office, words_of(heard), ()) if one.case.life and not one.mild]
    _answer(visit, found, {})
    return _is_hurt(found)


async def heed_correction(visit: Visit, usulan_id: int, answers: Mapping[str, Any], before: Mapping[str, Any]) -> None:
    """What an usulan tells of since it was corrected."""
    found = _new(visit.office, "\n".join(_texts(answers)), _texts(before))
    told = {one.case.key: await _tell(visit, answers, str(usulan_id), one) for one in found}
    _answer(visit, found, told)
    if _is_hurt(found):
        await danger_asked.ask(visit, _first_hurt(found), answers, f"u{visit.turn.update_id}")


def _is_hurt(found: Iterable[Found]) -> bool:
    """Whether somebody tells of despair or violence: what they need now is no question of a form."""
    return any(one.case.tell == "tanya" and not one.mild for one in found)


def _first_hurt(found: Iterable[Found]) -> str:
    return next(one.case.key for one in found if one.case.tell == "tanya" and not one.mild)


def _keep(visit: Visit, step: Step, *, private: bool) -> None:
    """The words stay the answer where any words are one, or a part of the story that waits for a yes; of themselves
    they are offered as no story. Whatever they would have ended goes on. `private`: that is kept also where the words
    are not, and what follows asks for no more than it must (`plainly`)."""
    draft = visit.conversations.get(step.state.flow)
    stays = step.changed or "first" in (draft.state["pending"] if draft is not None else ())
    if draft is None or step.ended or not (stays or private):
        return
    state = step.state if stays else State.from_json(draft.state)
    about = {**state.about, **({PRIVATE: True} if private else {})}
    conversations.keep(visit.turn, replace(draft, state=replace(state, about=about).to_json(), touched_at=visit.now))


def is_private(state: State) -> bool:
    """Whether this draft tells of violence or despair."""
    return bool(state.about.get(PRIVATE))


def is_delicate(office: Office, answers: Mapping[str, Any]) -> bool:
    """Whether what was told so far is nobody else's business, also where it is over."""
    return any(one.case.private for one in office.catalog.danger.find("\n".join(_texts(answers))))


def who_helps(office: Office, answers: Mapping[str, Any]) -> tuple[Contact, ...]:
    """Whom to call about what nobody near is to know; where its words are no longer there, whoever helps with any."""
    found = [one.case for one in office.catalog.danger.find("\n".join(_texts(answers))) if one.case.private]
    cases = found or [case for case in office.catalog.danger.cases if case.private and case.tell == "tanya"]
    return tuple(dict.fromkeys(contact for case in cases for contact in case.contacts))


def plainly(visit: Visit, flow: Flow) -> Flow:
    """The form without photos, sizes and numbers where it tells of violence or despair: nobody is to collect them."""
    draft = visit.conversations.get(flow.key)
    if draft is None or not draft.state.get("about", {}).get(PRIVATE):
        return flow
    told = draft.state["answers"]
    return replace(flow, questions=tuple(one for one in flow.questions if one.key in told or not _is_extra(one)))


def _is_extra(question: Question) -> bool:
    return question.optional and question.key not in _KEPT


def words_of(heard: Heard) -> str:
    """What was typed, or stands under what was sent."""
    if isinstance(heard, Pressed):
        return ""
    return heard.text if isinstance(heard, Typed) else heard.caption or ""


def _told_before(state: State) -> list[str]:
    """With what waits to be called the story."""
    waits = state.pending.get("first", {}).get("answers", {})
    shown = {key: answer["value"] for key, answer in waits.items()}
    return [*_texts({key: answer.value for key, answer in state.answers.items()}), *_texts(shown)]


def _texts(answers: Mapping[str, Any]) -> list[str]:
    """Every word somebody wrote themselves."""
    parts = [part for value in answers.values() for part in (value if isinstance(value, list) else [value])]
    told = [part.get("text") or part.get("caption") for part in parts if isinstance(part, dict)]
    return [text for text in told if isinstance(text, str)]


def _new(office: Office, text: str, earlier: Iterable[str]) -> list[Found]:
    """What was not told of before; of what is not happening now only one thing, and nothing beside a danger."""
    found = office.catalog.danger.find(text)
    if not found:
        return []
    known = {(one.case.key, one.mild) for words in earlier for one in office.catalog.danger.find(words)}
    fresh = [one for one in found if not {(one.case.key, False), (one.case.key, one.mild)} & known]
    urgent = [one for one in fresh if not one.mild]
    return urgent or fresh[:1]


def _urgent(office: Office, texts: Iterable[str]) -> list[Found]:
    return [one for one in office.catalog.danger.find("\n".join(texts)) if not one.mild]


def _answer(visit: Visit, found: Iterable[Found], told: Mapping[str, str], *, kept: bool = False) -> None:
    """`kept`: the words went into a draft, so that it may be said."""
    for one in found:
        call = [{"nama": contact.name, "nomor": contact.number} for contact in one.case.contacts]
        if one.mild:
            visit.say(f"bahaya.{one.case.key}_pelan", hubungi=call)
        else:
            visit.say(f"bahaya.{one.case.key}", hubungi=call, dicatat=kept, dikabari=told.get(one.case.key, ""))


async def _tell(visit: Visit, answers: Mapping[str, Any], subject: str, one: Found) -> str:
    """Tell the nearest facilitators of what endangers others now. Returns the name of the first; empty when there is
    none."""
    wilayah = next((str(answers[key]["code"]) for key in ("desa", KECAMATAN) if answers.get(key)), "")
    if one.mild or one.case.tell != "desa" or not wilayah:
        return ""
    place = ", ".join(hamlet_name(answers[key]) for key in ("dusun", "desa") if answers.get(key))
    readers = await danger_told.nearest(visit, wilayah, READERS)
    return await danger_told.tell(visit, readers, one.case, subject, place, one.word)

"""Whoever answers a question of a villager by their name: "jawab baso: sabar ki pak, dibahas tanggal 14". It reaches
them as it is, whatever stands there and whatever day is in it."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.places.spelling import fold
from bot.store.answering import questions as stored
from bot.store.answering.questions import Question
from bot.store.people import conversations
from bot.work.access import allowed, button
from bot.work.answering import questions
from bot.work.deciding import word_to_proposer
from bot.work.readiness import urged_in_words
from bot.work.reading.lists import sight_of
from bot.work.visit import Visit

_FEWEST, _LOOKED_AT, _LONGEST_NAME = 2, 60, 3  # words of an answer; questions; words of a name
_FORM = questions.ANSWERING.form


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was sent, or it was said that there is no such question."""
    told = _told(visit, heard)
    if told is None or not isinstance(heard, Typed):
        return False
    name, text = told
    theirs = _of(await _waiting(visit), name)
    if not theirs and (
        await word_to_proposer.is_said(visit, heard.text) or await urged_in_words.is_said(visit, heard.text)
    ):
        return False  # who brought an usulan or works here, and asked nothing, is told it
    if not theirs and ":" in heard.text:
        visit.say("pertanyaan_tak_menunggu", nama=name)
        return True
    if not theirs:
        return False
    if len({one.person_id for one in theirs}) > 1 or len(text.split()) < _FEWEST:
        await questions.show_list(visit, 0)
        return True
    one = await _meant(visit, theirs)
    _end_form(visit, one.id)
    await questions.send_answer(visit, one.id, text)
    return True


async def is_meant(visit: Visit, heard: Heard) -> bool:
    """Whether somebody who waits is named so: it is no answer to what a form asks."""
    told = _told(visit, heard)
    return told is not None and bool(_of(await _waiting(visit), told[0]))


async def _waiting(visit: Visit) -> list[Question]:
    return await visit.look_up(stored.listed, sight_of(visit, button("q")), _LOOKED_AT, 0)


def _of(waiting: Sequence[Question], name: str) -> list[Question]:
    spoken = fold(name).split()
    return [one for one in waiting if spoken and set(spoken) <= {*fold(one.name).split()}]


async def _meant(visit: Visit, theirs: Sequence[Question]) -> Question:
    """The one that stands there; else the newest of theirs."""
    shown = [data for letter in await visit.letters() for _, data in letter.keys]
    return next((one for one in theirs if f"q:jawab:{one.id}" in shown), theirs[-1])


def _told(visit: Visit, heard: Heard) -> tuple[str, str] | None:
    """To whom, and what: up to the colon or the comma; None where nothing is answered so."""
    words = visit.office.catalog.world.replying
    begun = (
        begun_with(heard.text, words["kata"]) if isinstance(heard, Typed) and allowed(button("q"), visit.grants) else ""
    )
    if not begun or not isinstance(heard, Typed):
        return None
    rest = heard.text[len(begun) :]
    at = min((rest.find(mark) for mark in ":,\n" if mark in rest), default=-1)
    spoken = rest[:at].split() if at >= 0 else rest.split()
    polite = words["iringan"] | visit.office.catalog.world.oneself
    name = [word for word in spoken if key_of(word) not in polite]
    if at < 0:
        first = next((n for n, word in enumerate(spoken) if word in name), len(spoken))
        return (" ".join(spoken[first : first + 1]), " ".join(spoken[first + 1 :])) if name else None
    return (" ".join(name), rest[at + 1 :].strip()) if 0 < len(name) <= _LONGEST_NAME else None


def _end_form(visit: Visit, question_id: int) -> None:
    """That asks for this very answer."""
    draft = visit.conversations.get(_FORM)
    if draft is not None and draft.state.get("about", {}).get("pertanyaan") == question_id:
        conversations.end(visit.turn, _FORM)

"""What somebody says to nobody's question: a villager's story, or the words of somebody with work here. Words that had
to wait in a question of ours go on from here as well."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, TypeGuard

from bot.core.flow.heard.another import BEGIN
from bot.core.flow.interpreter import Flow, ask_again
from bot.core.forms.heard import Heard, Sent, Typed, from_json, to_json, words_of
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.records import Conversation
from bot.store.people import conversations
from bot.work import conversation, home
from bot.work.answering import topics, unasked
from bot.work.answering.answers import answer
from bot.work.people import guardians, people
from bot.work.reading import finding
from bot.work.round import Round
from bot.work.saying.told import Told
from bot.work.unprompted import work
from bot.work.usulan import kabar
from bot.work.usulan.dangers import danger, reader_words, reported
from bot.work.visit import Heed, Journey, Opening, Visit

#: What is sent that may wait in a question of ours.
WAITING = ("voice", "photo", "location")
_SHOWN = 300  # characters of what waits
_LONG = timedelta(hours=2)
_FIGURE = re.compile(r"\d")
_ANSWER_WORDS = 6  # of a yes or a no; what is longer tells something


async def hear(visit: Visit, heard: Heard) -> None:
    """What is no command, no code, and about no announcement."""
    if visit.grants and await reported.take(visit, heard):
        return
    await (_known if people.has_consented(visit) else _first_words)(visit, heard)


async def _first_words(visit: Visit, heard: Heard) -> None:
    """Before a yes to anything: whoever has a role is shown their work."""
    if not _is_ill(visit, heard) and (hurt := danger.answer_first_words(visit, heard)):
        await unasked.keep_silent(visit, hurt, words_of(heard))
    elif not await work.take_in(visit, heard) and not await work.was_theirs(visit, heard):
        await unasked.before_consent(visit, heard)


async def _known(visit: Visit, heard: Heard) -> None:
    if isinstance(heard, Typed) and (number := kabar.number_in(visit.office, heard.text)) is not None:
        await finding.tell(visit, number)
    elif (not _is_ill(visit, heard) and await danger.heed_alone(visit, heard)) or await work.is_lost(visit, heard):
        return
    elif not await guardians.keep_waiting(visit, heard):
        lost = partial(work.say_lost, visit) if home.has_work(visit) else None
        await unasked.with_nothing_open(visit, heard, lost)


def _is_ill(visit: Visit, heard: Heard) -> bool:
    """Who works here and says so is in no danger."""
    return bool(visit.grants) and reader_words.is_own_absence(visit.office, words_of(heard))


# --- words that wait in a question -----------------------------------------------------------------------------------


def put_by(visit: Visit, heard: Typed | Sent) -> dict[str, Any]:
    """What a question holds of them: the words, and the update in which they were said."""
    return {"kata": [to_json(heard)], "dari": visit.turn.update_id}


def words_put_by(about: Mapping[str, Any]) -> list[Typed | Sent]:
    return [from_json(told) for told in about["kata"]]


def ask(visit: Visit, journey: Journey, heard: Typed | Sent, **about: Any) -> None:
    """Whether they belong to what waits; they wait in the question."""
    conversation.start(visit, journey, about=put_by(visit, heard) | about)


def naming(sentence: str, *about: str) -> Opening:
    """What is meant stands above the question. `about`: what the sentence says of it."""
    return lambda step: step.led_by(Words(sentence, {name: step.state.about.get(name, "") for name in about}))


#: What a yes does with what was known when it was asked. Returns which words were meant for something else; None = all.
Yes = Callable[[Visit, Mapping[str, Any]], Awaitable[Sequence[Typed | Sent] | None]]


def whether(form: str, yes: Yes, *said: str, heed: Heed | None = None, nudged: bool = False) -> Journey:
    """The question whether what waits is that; on *Bukan* it goes the way that it would have gone. `said`: what the
    question tells of it."""

    async def finish(visit: Visit, _flow: Flow, state: State) -> None:
        is_meant = state.answers["ini"].value["value"] == "ya"
        await go_on(visit, state.about, await yes(visit, state.about) if is_meant else None)

    return Journey(form, finish, heed=heed or more, opening=naming(form, *said), nudged=nudged)


def told_again(tour: Round, name: str, draft: Conversation, journey: Journey) -> Told:
    """What waits, and the question with its buttons, once more."""
    state = State.from_json(draft.state)
    flow = tour.office.catalog.flows[draft.flow]
    step = journey.opening(ask_again(flow, state, tour.office.world(tour.now)))
    question = tour.office.catalog.message(step.say[-1])
    words = words_put_by(state.about)
    text = " ".join(words_of(one) for one in words).strip()
    sent = [one.what for one in words if isinstance(one, Sent)]
    many = {"foto": sent.count("photo"), "suara": sent.count("voice"), "titik": sent.count("location")}
    many["berkas"] = len(sent) - sum(many.values())
    waits = tour.text("kata_masih_menunggu", nama=name, kata=in_short(text, _SHOWN), **many)
    return Told(f"{waits}\n\n{question.text}", question.reply_markup)


def is_plain(visit: Visit, heard: Typed | Sent, *, over: bool = False) -> bool:
    """Danger is answered before anything is asked; the number of an usulan is understood already. `over`: but for what
    is over and hurts nobody ("dari bulan september, waktu longsor" tells since when)."""
    text = words_of(heard)
    found = [one for one in visit.office.catalog.danger.find(text) if not (over and one.mild) or one.case.is_asked]
    return bool(found) or kabar.number_in(visit.office, text) is not None


async def more(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Whoever goes on telling while it is asked: that waits with the rest. Danger is answered at once."""
    if not goes_on(heard, step):
        return False
    if visit.office.catalog.danger.find(words_of(heard)):
        await danger.heed_alone(visit, heard)
        return True
    if _is_of_another_day(visit, before, heard):
        await hear(visit, heard)  # the question stays open
        return True
    return await wait_too(visit, before, heard)


def _is_of_another_day(visit: Visit, before: State, heard: Typed | Sent) -> bool:
    """What is plainly a new wish, long after it was asked."""
    draft = visit.conversations.get(before.flow)
    is_old = draft is not None and visit.now - draft.touched_at > _LONG
    return is_old and isinstance(heard, Typed) and topics.wishes_anew(visit, heard.text)


async def wait_too(visit: Visit, before: State, heard: Typed | Sent) -> bool:
    """With the words of which it is asked; False where that is asked no longer."""
    draft = visit.conversations.get(before.flow)
    if draft is None:
        return False
    state = replace(before, about={**before.about, "kata": [*before.about["kata"], to_json(heard)]})
    conversations.keep(visit.turn, replace(draft, state=state.to_json(), touched_at=visit.now))
    await wait_below(visit, draft)
    return True


async def wait_below(visit: Visit, draft: Conversation) -> None:
    """The question stands far above by now: it is asked again, with its buttons, below what waits."""
    await visit.settle(f"f:{draft.draft}:")
    await conversation.resume(visit, Words("kata_ikut_menunggu"))


def goes_on(heard: Heard, step: Step) -> TypeGuard[Typed | Sent]:
    """What is no answer; nor is a yes or no in a sentence that tells something ("bukan kayu tapi bambu", "eh 45 KK").
    One more usulan has its turn afterwards."""
    if isinstance(heard, Typed):
        if [wish.act for wish in step.wishes] == [BEGIN]:
            return True
        does = step.wishes or step.ended == "cancelled" or "cancel" in step.state.pending
        words = heard.text.split()
        tells = not does and (len(words) > _ANSWER_WORDS or (len(words) > 1 and _FIGURE.search(heard.text) is not None))
        return tells or bool(step.state.pending.get("refused", {}).get("message") == heard.message)
    return isinstance(heard, Sent) and heard.what in WAITING


async def go_on(visit: Visit, about: Mapping[str, Any], words: Sequence[Typed | Sent] | None = None) -> None:
    """They go the way that they would have gone; the second may belong to what the first began. `words`: these of them
    only."""
    visit = replace(visit, said_in=about["dari"])
    for heard in words_put_by(about) if words is None else words:
        if not await conversation.hear(visit, heard, answer):
            await hear(visit, heard)

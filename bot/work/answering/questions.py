"""What we cannot answer goes to the facilitator as that person's question, and the answer comes back in their name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.forms.questions import Flow
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.places.spelling import fold
from bot.core.usulan.danger import Contact
from bot.core.wilayah import chain, kecamatan_of
from bot.store.answering import questions as stored
from bot.store.answering.questions import Question
from bot.store.people import people
from bot.store.people.people import Holder
from bot.store.queues import notices
from bot.store.queues.notices import QUESTION, Notice
from bot.store.reading import readings
from bot.store.usulan import promises
from bot.store.usulan.promises import ANSWER
from bot.work import conversation
from bot.work.access import BAPPEDA, button, command
from bot.work.answering import own_readers, whereabouts
from bot.work.people.people import has_consented
from bot.work.reading.lists import sight_of
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import Page, turning
from bot.work.saying.told import Told
from bot.work.usulan import promised
from bot.work.usulan.reader_choice import READERS
from bot.work.usulan.voices import kept_names, unnamed
from bot.work.visit import Journey, Visit

#: Of one person, until some are answered: a facilitator is no search engine, and one tap too many is soon made.
MOST_WAITING = 5
ANSWERED = "k:tanyalagi:"  # data of the button below an answer, with the question's id
_LONGEST = 1000
_LISTED = 5
_SHORT = 120


@dataclass(frozen=True, slots=True)
class Handed:
    """`to`: whose name the person is told, `role`: what they are there; empty when nobody got it. `full`: earlier ones
    wait for their answers. `private`: it is not for a neighbour's eyes; then `call` can help."""

    to: str = ""
    role: Words | str = ""
    full: bool = False
    private: bool = False
    call: tuple[Contact, ...] = ()


# --- asked -----------------------------------------------------------------------------------------------------------


async def hand_on(visit: Visit, text: str, desa: str = "", called: str = "", *, is_asked: bool = True) -> Handed:
    """Stored, and told to who reads for that person, or in `desa` where it is about that; of these to whom `called`
    names. `is_asked`: an answer is promised. Nothing is kept of somebody who has not agreed, nor of violence and
    levies, of which nobody near is told."""
    private = [one.case for one in visit.office.catalog.danger.find(text) if one.case.private]
    if private:
        return Handed(private=True, call=private[0].contacts)
    desa = desa or await whereabouts.meant(visit, text)
    if not desa or not text.strip() or not has_consented(visit):
        return Handed()
    readers, alone = await _receivers(visit, desa, called)
    if not readers:
        return Handed()
    waiting = await visit.ask_once(stored.waiting_of, visit.me.id)
    text = await kept_names.covered(visit, text)
    words = text.strip()[:_LONGEST]
    if len(waiting) >= MOST_WAITING and words not in waiting:
        return Handed(full=True)
    if words not in waiting:
        made = await _keep(visit, words, desa, readers, alone=alone)
        if is_asked:
            term = promised.term(visit.office, ANSWER, visit.now)
            await visit.ask_once(promises.add, ANSWER, made, desa, visit.me.id, visit.now, term)
    return Handed(readers[0].name, whereabouts.role_of(readers[0].role, desa))


async def named_reader(visit: Visit, desa: str, called: str) -> bool:
    """Whether somebody who reads there stands in these words by name."""
    return bool(_of_name(await _holders(visit, desa), called))


async def _holders(visit: Visit, desa: str) -> list[Holder]:
    return await visit.ask_once(people.holders, READERS, list(chain(desa)), visit.now)


def _of_name(holders: Sequence[Holder], called: str) -> list[Holder]:
    spoken = {*map(fold, called.split())}
    return [one for one in holders if not spoken.isdisjoint(map(fold, one.name.split()))]


async def _receivers(visit: Visit, desa: str, called: str) -> tuple[list[Holder], bool]:
    """Whom the person chose for their usulan, alone; else who is named; else everybody of the nearest role that
    somebody else holds there. When the chosen one reads no longer it is the office's."""
    found = await _holders(visit, desa)
    chosen = await visit.ask_once(stored.chosen_reader, visit.me.id)
    own = await own_readers.deciding(visit, desa)
    if own is not None and own.closed and own.readers:
        chosen = own.readers[0].id
    others = [one for one in found if one.id != visit.me.id]
    if chosen is not None:
        picked = [one for one in others if one.id == chosen] or [one for one in others if one.role == BAPPEDA]
        return picked[:1], True
    if named := _of_name(others, called):
        return named, False
    nearest = ([one for one in others if one.role == role] for role in READERS)
    return next((holders for holders in nearest if holders), []), False


async def _keep(visit: Visit, words: str, desa: str, readers: Sequence[Holder], *, alone: bool) -> int:
    drafts = (State.from_json(draft.state) for draft in visit.conversations.values())
    nameless = any(unnamed.is_wished(visit, draft) for draft in drafts) or visit.me.unnamed
    async with visit.ask() as connection:
        where = {"desa": desa, "kecamatan": kecamatan_of(desa), "told_to": readers[0].id, "alone": alone}
        asked = {"person_id": visit.me.id, "words": words, "asked_at": visit.now, "unnamed": nameless}
        made = await stored.add(connection, where | asked)
    for reader in readers:
        notices.tell(visit.turn, reader.id, QUESTION)
    return made


async def say_handed(visit: Visit, text: str, desa: str = "", called: str = "") -> None:
    """Hand it on, and say to whom, or whom to ask instead."""
    handed = await hand_on(visit, text, desa, called)
    visit.say("pertanyaan_diteruskan", **told_of(handed))


async def ask_where(visit: Visit, text: str) -> bool:
    """What nobody here can answer waits until it is known whose facilitator may. False where that is known, or nothing
    may be handed on."""
    private = any(one.case.private for one in visit.office.catalog.danger.find(text))
    may = has_consented(visit) and not (private or visit.grants)
    if not may or await whereabouts.meant(visit, text):
        return False
    conversation.start(visit, UNANSWERED, about={"kata": text})
    return True


def told_of(handed: Handed) -> dict[str, Any]:
    call = [{"nama": one.name, "nomor": one.number} for one in handed.call]
    told = {"kepada": handed.to, "sebagai": handed.role, "penuh": handed.full}
    return told | {"pribadi": handed.private, "hubungi": call}


def begin(visit: Visit, desa: str = "", number: str = "") -> None:
    """*Tanyakan kepada fasilitator*; *Mau tanya* about one's usulan of this desa and number."""
    if has_consented(visit) and (not desa or visit.office.catalog.places.find(desa) is not None):
        conversation.start(visit, ASKING, about={"desa": desa, "nomor": number} if desa else {})
    else:
        visit.stale()


async def begin_again(visit: Visit, question_id: int) -> None:
    """*Tanya lagi*, below the answer to one's own question: whoever answered it reads for the same place."""
    answered = await visit.ask_once(stored.answered, question_id, visit.me.id)
    if answered is None:
        visit.stale()
    else:
        begin(visit, answered.desa)


async def finish_asking(visit: Visit, _flow: Flow, state: State) -> None:
    """What was being told before goes on. Of whom it is asked depends on the place."""
    text, number = state.answers["pertanyaan"].value["text"], state.about.get("nomor", "")
    desa = str(state.about.get("desa", ""))
    desa = desa if number else whereabouts.named(visit, text) or desa or await whereabouts.meant(visit, text)
    if desa or any(one.case.private for one in visit.office.catalog.danger.find(text)):
        await say_handed(visit, f"{number}: {text}" if number else text, desa)
        await conversation.resume(visit)
    else:
        conversation.start(visit, WHERE, about={"kata": text})


async def _finish_where(visit: Visit, _flow: Flow, state: State) -> None:
    await say_handed(visit, state.about["kata"], state.answers["desa"].value["code"])
    await conversation.resume(visit)


# --- read and answered -----------------------------------------------------------------------------------------------


async def compose(tour: Round, notice: Notice) -> Told | None:
    """For who is to answer: how many wait, and the way there."""
    who = await readings.sight_now(tour.connection, notice.person_id, command("periksa").roles, tour.now)
    waiting = await stored.count(tour.connection, who)
    if not waiting:
        return None
    markup = keyboard([(tour.text("tombol_pertanyaan", jumlah=waiting), "q:daftar:0")])
    return Told(tour.text("ingat_pertanyaan", nama=notice.name, jumlah=waiting), markup)


async def show_list(visit: Visit, page: int) -> None:
    """What waits for this reader's answer, oldest first; while nothing does, what waits for those who are nearer: they
    may be late."""
    who = sight_of(visit, button("q"))
    async with visit.ask() as connection:
        others = not await stored.count(connection, who)
        count = await stored.count(connection, who, others=others)
        found = await stored.listed(connection, who, _LISTED, page * _LISTED, others=others)
    on = Page(found, page, _LISTED, count)
    numbered = list(enumerate(found, on.start + 1))
    keys = [(visit.text("tombol_pertanyaan_buka", ke=at), f"q:lihat:{one.id}") for at, one in numbered]
    rows = [keys, turning(visit.office, on, lambda other: f"q:daftar:{other}")]
    lines = [_told(visit, one) | {"ke": at, "isi": in_short(one.words, _SHORT)} for at, one in numbered]
    visit.say("pertanyaan_daftar", keyboard(*rows), pertanyaan=lines, jumlah=count)


def _told(visit: Visit, one: Question) -> dict[str, Any]:
    where, day = place_name(visit.office, one.desa), visit.office.day(one.asked_at)
    return {"dari": one.name, "wilayah": where, "hari": day, "isi": one.words}


async def _readable(visit: Visit, question_id: int) -> Question | None:
    return await visit.ask_once(stored.one, sight_of(visit, button("q")), question_id)


async def show(visit: Visit, question_id: int) -> None:
    """One question whole, and the button by which it is answered."""
    one = await _readable(visit, question_id)
    if one is None:
        visit.toast("bukan_wilayah")
        return
    markup = None if one.answer else keyboard([(visit.text("tombol_jawab"), f"q:jawab:{one.id}")])
    visit.say("pertanyaan_satu", markup, jawaban=one.answer or "", **_told(visit, one))


async def open_one(visit: Visit, question_id: int) -> Question | None:
    """While nobody has answered it, and this reader may."""
    one = await _readable(visit, question_id)
    return None if one is None or one.answer else one


async def begin_answer(visit: Visit, question_id: int) -> None:
    one = await _readable(visit, question_id)
    if one is None:
        visit.toast("bukan_wilayah")
    elif one.answer:
        visit.say("pertanyaan_sudah_dijawab")
    else:
        conversation.start(visit, ANSWERING, about={"pertanyaan": one.id})


async def finish_answer(visit: Visit, _flow: Flow, state: State) -> None:
    await send_answer(visit, int(state.about["pertanyaan"]), state.answers["jawaban"].value["text"])


async def send_answer(visit: Visit, question_id: int, text: str) -> None:
    """The first answer goes to who asked, in the name of who gave it."""
    one, text = await _readable(visit, question_id), text[:_LONGEST]
    async with visit.ask() as connection:
        is_first = one is not None and await stored.answer(connection, one.id, text, visit.me.id, visit.now)
        asker = await stored.whom_to_tell(connection, one.person_id) if one is not None else None
        if is_first:
            await promises.end(connection, ANSWER, [question_id], visit.now)
    if one is None or not is_first or asker is None:
        visit.say("pertanyaan_sudah_dijawab" if one is not None and not is_first else "pertanyaan_tidak_ada")
        return
    address, name = asker
    told = visit.text(
        "pertanyaan_dijawab", nama=name, tanya=in_short(one.words, _SHORT), jawaban=text, oleh=visit.me.name
    )
    keys = keyboard([(visit.text("tombol_tanya_lagi"), f"{ANSWERED}{question_id}")])
    visit.tell(address, one.person_id, told, more={"reply_markup": keys})
    visit.say("jawaban_dikirim", dari=one.name)


ASKING = Journey("tanya", finish_asking)
WHERE = Journey("tanya_di_mana", _finish_where)
#: The same of what we cannot answer.
UNANSWERED = replace(WHERE, opening=lambda step: step.led_by(Words("tanya_lain_di_mana")))
ANSWERING = Journey("jawab", finish_answer)

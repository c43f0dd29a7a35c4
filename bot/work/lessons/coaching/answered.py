"""What trainers do with what was asked, or found fault with: it is answered, published under the lesson without names,
or marked as done."""

import re

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.store.lessons import asked
from bot.store.people import conversations, people
from bot.store.queues import said
from bot.work import conversation
from bot.work.lessons.by_words import place_of
from bot.work.lessons.coaching.follow_up import AGAIN
from bot.work.lessons.coaching.trainers import bare, following, one_of, scopes_of
from bot.work.lessons.enclosing import enclosing
from bot.work.saying import files
from bot.work.saying.files import Kept
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Journey, Visit

_SHORT = 300  # characters of what was asked
_ANSWERS, _DONE = "x:balas:", "x:tuntas:"
_FEWEST = 2  # words behind a number that are an answer


async def begin_answer(visit: Visit, question_id: int, given: Typed | None = None) -> None:
    """`given`: the answer, where it came with the wish to give one."""
    one = await one_of(visit, question_id)
    if one is None:
        visit.stale()
    elif one.is_done:
        visit.say("pelatih_sudah_dijawab")
    else:
        about = {"tanya_pelatih": one.id, "nama": one.name, "isi": one.words[:_SHORT]}
        if given is None:
            conversation.start(visit, ANSWERING, about=about)
        else:
            await conversation.start_with_answer(visit, ANSWERING, {}, about, given)


async def answer_by_words(visit: Visit, heard: Heard) -> bool:
    """ "Jawab 2", "1. tunggu lima detik, lalu tanya": what stands behind the number is the answer."""
    told = _number_first(visit, heard.text) if isinstance(heard, Typed) and scopes_of(visit) else None
    if told is None or not isinstance(heard, Typed):
        return False
    is_named, number, text = told
    data = _numbered(visit, await _listed(visit, _ANSWERS, further=is_named), [number])
    if data is not None:
        given = Typed(text, heard.message) if text else None
        await begin_answer(visit, int(data.removeprefix(_ANSWERS)), given)
    return data is not None


async def _listed(visit: Visit, front: str, *, further: bool = False) -> list[Key]:
    """Such buttons of the list, where it stands lowest, or above what was only shown. `further`: also above other
    words."""
    last = await visit.stands(front)
    if last is None:
        if any(letter.keys for letter in await visit.letters()) and not further:
            return []
        last = await visit.look_up(said.carrying, visit.turn.lane, front)
    return [key for key in last.keys if key[1].startswith(front)] if last is not None else []


def _number_first(visit: Visit, text: str) -> tuple[bool, str, str] | None:
    """Whether it is said that it answers, the number, and what follows it; None where no number comes first."""
    learning, words = visit.office.catalog.world.learning, text.split()
    named = [word for word in words[:1] if word.lower() in learning["menjawab"]]
    rest = words[len(named) :]
    rest = rest[1:] if rest and rest[0].lower() in learning["iringan_cek"] else rest
    number = rest[0].rstrip(".:,)") if rest else ""
    if not number.isdecimal() or not (named or len(rest) > _FEWEST):
        return None
    return bool(named), number, " ".join(rest[1:])


def _naming(step: Step) -> Step:
    """Who asks, and what, stands above the question."""
    about = step.state.about
    return step.led_by(Words("pelatih_jawab_kepada", {"nama": about.get("nama", ""), "isi": about.get("isi", "")}))


async def finish_answer(visit: Visit, flow: Flow, state: State) -> None:
    await _answer(visit, state, record(flow, state)["jawaban"]["text"], None)


async def _answer(visit: Visit, state: State, text: str, file: Kept | None) -> None:
    """The first answer goes to who asked, in the trainer's name."""
    one = await one_of(visit, state.about["tanya_pelatih"])
    async with visit.ask() as connection:
        is_first = one is not None and await asked.answer(connection, one.id, text, visit.me.id, visit.now)
        asker = await people.named(connection, one.person_id) if one is not None else None
    if one is None or asker is None or not is_first:
        visit.say("pelatih_sudah_dijawab")
        return
    lesson = visit.office.catalog.curriculum.lessons.get(one.lesson)
    told = {"judul": lesson.title if lesson is not None else "", "tanya": one.words[:_SHORT], "jawaban": text}
    on = (visit.text("tombol_pelatih_lagi"), f"{AGAIN}{one.id}")
    again = keyboard([(visit.text("tombol_belajar_buka"), f"x:baca:{one.lesson}:1"), on])
    words = visit.text("pelatih_dijawab", nama=asker.name, oleh=visit.me.name, **told)
    visit.tell(asker.address, asker.id, words, more={"reply_markup": again})
    if file is not None:
        files.hand_on(visit, file, asker.address, asker.id)
    publish = [(visit.text("tombol_pelatih_terbit"), f"x:terbit:{one.id}")] if one.words else []
    seen = dict(zip(("tanya", "jawaban"), bare(visit.office, one.words, text, asker.name), strict=True))
    more = await following(visit)
    keys = keyboard(publish, more) if publish or more else None
    visit.say("pelatih_dikirim", keys, dari=asker.name, boleh=bool(publish), **seen)


async def publish(visit: Visit, question_id: int) -> None:
    """Under the lesson, for everybody who reads it."""
    done = bool(scopes_of(visit)) and await visit.ask_once(asked.publish, question_id, visit.me.id)
    if done:
        visit.say("pelatih_terbit")
    else:
        visit.stale()


# --- done without an answer ------------------------------------------------------------------------------------------


async def settle(visit: Visit, question_id: int) -> None:
    """*Selesai*: a remark that was seen to, a question that was answered by mouth. Whoever wrote it is told."""
    one = await one_of(visit, question_id)
    if one is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        is_first = await asked.answer(connection, one.id, None, visit.me.id, visit.now)
        writer = await people.named(connection, one.person_id)
    if not is_first:
        visit.say("pelatih_sudah_dijawab")
        return
    lesson = visit.office.catalog.curriculum.lessons.get(one.lesson)
    told = {"judul": lesson.title if lesson is not None else "", "tanya": one.words[:_SHORT]}
    if writer is not None and writer.id != visit.me.id:
        again = keyboard([(visit.text("tombol_pelatih_tanya"), f"x:bertanya:{one.lesson}")])
        words = visit.text("pelatih_dituntaskan", nama=writer.name, oleh=visit.me.name, **told)
        visit.tell(writer.address, writer.id, words, more={"reply_markup": again})
    more = await following(visit)
    visit.say("pelatih_tuntas", keyboard(more) if more else None, dari=one.name, **told)


async def settle_by_words(visit: Visit, heard: Heard) -> bool:
    """ "Sudah selesai itu", "tandai selesai nomor 2", below the list; of several it is asked."""
    rest = _done_in(visit, heard)
    keys = await _listed(visit, _DONE) if rest is not None else []
    if not keys:
        return False
    meant = _numbered(visit, keys, rest or [])
    if meant is None:
        visit.say("pelatih_tuntas_mana", keyboard(*in_rows(keys, 3)))
    else:
        await settle(visit, int(meant.removeprefix(_DONE)))
    return True


def _numbered(visit: Visit, keys: list[Key], rest: list[str]) -> str | None:
    """The data of the button of that number; of the only one without it."""
    if not rest:
        return keys[0][1] if len(keys) == 1 else None
    place = place_of(visit, rest[0])
    return next((data for label, data in keys if place is not None and str(place + 1) in label.split()), None)


def _done_in(visit: Visit, heard: Heard) -> list[str] | None:
    """What is left of words that say that something is done: nothing, or its number; None where they say it not."""
    if not isinstance(heard, Typed) or not scopes_of(visit) or "?" in heard.text:
        return None
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"\w+", heard.text.lower())
    done, beside = learning["tuntas"], learning["iringan_tuntas"]
    rest = [word for word in spoken if word not in done and word not in beside]
    return rest if not done.isdisjoint(spoken) and len(rest) <= 1 else None


async def _heed_done(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """In the place of an answer: nothing of it goes to who asked."""
    if _done_in(visit, heard) != []:
        return False
    conversations.end(visit.turn, before.flow)
    await settle(visit, before.about["tanya_pelatih"])
    return True


ANSWERING = Journey(
    "jawab_pelatih", finish_answer, heed=enclosing(_answer, _heed_done, with_words=True), opening=_naming
)

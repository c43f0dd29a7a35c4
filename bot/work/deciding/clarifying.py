"""*Tanyakan: …*: whoever reads an usulan asks one thing, bound to one question of the form. It goes to the proposer at
once, or onto the list of those who are to be told in person."""

from datetime import timedelta
from typing import Any

from bot.core import kinds
from bot.core.flow.interpreter import record
from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Flow, Took
from bot.core.forms.state import State
from bot.core.forms.writing import clean
from bot.core.records import Usulan
from bot.store.awaited import OPEN
from bot.store.deciding import clarifications as stored
from bot.store.deciding.clarifications import Clarification
from bot.store.people import people, speakers
from bot.store.queues import notices
from bot.store.queues.notices import CLARIFY
from bot.store.reading import readings
from bot.store.usulan import again, events
from bot.store.usulan import usulan as stored_usulan
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.answering.acts import QUESTION
from bot.work.deciding import in_person
from bot.work.office import Office
from bot.work.reading.lines import called, speaker_name, way_to
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.usulan import asked
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.usulan.usulan import quoted
from bot.work.visit import Journey, Visit

FORM = "klarifikasi_tanya"
#: Of one usulan: more than three questions at once nobody answers.
MOST_OPEN = 3
ANSWERED_WITHIN = timedelta(days=5)
REMINDED_AFTER = (timedelta(days=2), timedelta(days=4))
#: What a button says that means no question of the form.
NONE = "-"
_FEW = 9  # options that fit under a message


async def readable(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan as it is now, if they may read it; nobody else changes it meanwhile."""
    async with visit.ask() as connection:
        is_seen = await readings.one(connection, sight_of(visit, button("u")), usulan_id) is not None
        return await stored_usulan.to_change(connection, usulan_id) if is_seen else None


async def ask(visit: Visit, usulan_id: int, field: str) -> None:
    """*Tanyakan: …*: in the words of the content."""
    found = await _askable(visit, usulan_id, field)
    if found is not None:
        await _ask(visit, found, field, None, visit.turn.message)


async def _askable(visit: Visit, usulan_id: int, field: str) -> Usulan | None:
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
        return None
    known = {question.key for question in asked.fields(visit.office, found.answers)}
    if not asked.can_be_asked(found) or field not in {*known, NONE}:
        visit.stale()
        return None
    return found


async def ask_in_words(visit: Visit, usulan_id: int, field: str, words: str) -> None:
    """In their own words. `field`: the answer that it asks for, or `NONE`."""
    found = await _askable(visit, usulan_id, field)
    if found is not None:
        await _ask(visit, found, None if field == NONE else field, words, None)


async def choose(visit: Visit, usulan_id: int) -> None:
    """*Tanya hal lain*: what it is about."""
    found = await _askable(visit, usulan_id, NONE)
    if found is None:
        return
    about = [(one.title, f"u:tanyahal:{usulan_id}:{one.key}") for one in asked.fields(visit.office, found.answers)]
    none = [(visit.text("klarifikasi_tombol_tanpa_hal"), f"u:tanyahal:{usulan_id}:{NONE}")]
    visit.say("klarifikasi_tentang_apa", keyboard(*in_rows(about), none), nomor=visit.office.spoken_number(found))


async def take(visit: Visit, heard: Heard) -> bool:
    """The question itself, typed where it was asked what it is about: about nothing that has a name."""
    words = clean(heard.text) if isinstance(heard, Typed) else ""
    question = visit.office.catalog.flows[FORM].questions[0]
    is_one = isinstance(kinds.find(question.kind).read(Ask(question, {}, visit.office.catalog.world), heard), Took)
    if not is_one or not allowed(button("u"), visit.grants) or _is_work(visit, words):
        return False
    buttons = (data for letter in await visit.letters() for _, data in letter.keys)
    begun = next((data for data in buttons if data.startswith("u:tanyahal:")), "")
    usulan_id = whole(begun.rpartition(":")[0].rpartition(":")[2])
    found = await _askable(visit, usulan_id, NONE) if usulan_id is not None else None
    if found is not None:
        await _ask(visit, found, None, words, None)
    return found is not None


def _is_work(visit: Visit, words: str) -> bool:
    """Whether something else is wanted by them; what sounds like a question to us is the question."""
    return any(not act.name.startswith(QUESTION) for act in visit.acts(words, "work").done)


async def begin_own(visit: Visit, usulan_id: int, field: str) -> None:
    """In own words."""
    found = await _askable(visit, usulan_id, field)
    if found is not None:
        conversation.start(visit, JOURNEY, about={"usulan": found.id, "hal": field, "pesan": visit.turn.message})


async def finish_own(visit: Visit, flow: Flow, state: State) -> None:
    field = state.about["hal"]
    found = await _askable(visit, state.about["usulan"], field)
    if found is None:
        visit.say("klarifikasi_tidak_bisa")
    else:
        words = record(flow, state)["tanya"]["text"]
        await _ask(visit, found, None if field == NONE else field, words, state.about["pesan"])
    await conversation.resume(visit)


async def _ask(visit: Visit, found: Usulan, field: str | None, words: str | None, asked_in: int | None) -> None:
    """At most three at once, and the same once: by its field, or by its words."""
    async with visit.ask() as connection:
        open_ones = [one for one in await stored.waiting(connection, [found.id]) if one.state == OPEN]
        asks = (field, None) if field is not None else (None, words)
        same = next((one for one in open_ones if asks == (one.field, None if one.field else one.words)), None)
        first = await people.name_of(connection, same.asked_by) if same else ""
    number = visit.office.spoken_number(found)
    if same is not None:
        visit.say("klarifikasi_sudah_ditanya", nomor=number, siapa=first)
    elif len(open_ones) >= MOST_OPEN:
        visit.say("klarifikasi_penuh", nomor=number, batas=MOST_OPEN)
    else:
        await _put(visit, found, Clarification(0, found.id, field, words, *_begun(visit, found, asked_in, open_ones)))


def _begun(visit: Visit, found: Usulan, asked_in: int | None, open_ones: list[Clarification]) -> tuple[Any, ...]:
    """From `stage` to `next_at`."""
    at = visit.now
    return (
        stored.stood(found, open_ones),
        visit.me.id,
        at,
        asked_in,
        at + ANSWERED_WITHIN,
        OPEN,
        0,
        at + REMINDED_AFTER[0],
    )


async def _put(visit: Visit, found: Usulan, one: Clarification) -> None:
    async with visit.ask() as connection:
        proposer = await speakers.whom_to_tell(connection, found.id)
        row: dict[str, Any] = {"usulan_id": found.id, "field": one.field, "words": one.words, "stage": one.stage}
        row |= {"asked_by": one.asked_by, "asked_at": one.asked_at, "asked_in": one.asked_in}
        made = await stored.add(connection, **row, due_at=one.due_at, next_at=one.next_at)
    events.note(visit.turn, found.id, events.ASKED, klarifikasi=made, tanya=one.field)
    undo = keyboard([(visit.text("klarifikasi_tombol_tarik"), f"u:tariktanya:{made}")])
    told = {
        "nomor": visit.office.spoken_number(found),
        "isi": asked.question(visit.office, one),
        "batas": visit.office.day(one.due_at),
    }
    if proposer is None:
        writer = await _ask_in_person(visit, found, made)
        here = [(visit.text("klarifikasi_tombol_isi_di_sini"), f"u:isi:{made}")]
        undo = keyboard(here, [(visit.text("klarifikasi_tombol_tarik"), f"u:tariktanya:{made}")])
        async with visit.look() as connection:
            way = await way_to(visit.office, connection, found)
        name = await speaker_name(visit, found)
        visit.say("klarifikasi_langsung", undo, siapa=name, penulis=writer, cara=way, **told)
        return
    letter = send(visit, found, made, one, proposer)
    await visit.ask_once(stored.sent_by, made, letter)
    visit.say("klarifikasi_dikirim", undo, siapa=called(visit, found, proposer[1]), hal=one.field is not None, **told)


async def _ask_in_person(visit: Visit, found: Usulan, made: int) -> str:
    """The name of whoever else is told to do so at once; empty where whoever wants to know does it."""
    async with visit.ask() as connection:
        await again.bring_in_person(connection, found.id)
        whom = await in_person.who_asks(connection, found, visit.me.id, visit.now)
        if whom is None or whom == visit.me.id:
            return ""
        await notices.raise_for(connection, CLARIFY, str(made), {whom: visit.now})
        return await people.name_of(connection, whom)


def send(visit: Visit, found: Usulan, made: int, one: Clarification, proposer: tuple[int, str]) -> int:
    """To the telephone of its proposer, with the question's own buttons where there are few."""
    address, name = proposer
    told = {
        "nomor": visit.office.spoken_number(found),
        "ringkas": quoted(visit.office, found.answers),
        "siapa": visit.me.name,
    }
    text = visit.text("klarifikasi_tanya", nama=name, isi=asked.question(visit.office, one), **told)
    more = {"reply_markup": keyboard(*answer_keys(visit.office, found, made, one.field))}
    return visit.tell(address, found.person_id, text, more=more)


def answer_keys(office: Office, found: Usulan, made: int, field: str | None) -> list[Any]:
    text, question = office.catalog.text, office.catalog.flows[USULAN].question(field or "")
    answer: list[Key] = [
        (text("tombol_jawab"), f"l:jawab:{made}"),
        (text("klarifikasi_tombol_tidak_mau"), f"l:tolak:{made}"),
    ]
    if question is None:
        return [answer]
    kind = kinds.find(question.kind)
    offers = kind.offers(Ask(question, found.answers, office.catalog.world))
    few: list[Key] = [(one.label, f"l:pilih:{made}:{one.value}") for one in offers]
    return [answer] if kind.toggles or len(few) > _FEW else [*in_rows(few), answer]


async def withdraw(visit: Visit, which: int) -> None:
    """*Tarik pertanyaan ini*, by whoever asked it."""
    async with visit.ask() as connection:
        one = await stored.by_id(connection, which)
        mine = one is not None and one.asked_by == visit.me.id
        done = mine and await stored.settle(connection, which, stored.WITHDRAWN, visit.now)
        proposer = await speakers.whom_to_tell(connection, one.usulan_id) if one is not None and done else None
        found = await stored_usulan.by_id(connection, one.usulan_id) if one is not None and done else None
    if found is None or one is None:
        visit.stale()
        return
    told: dict[str, Any] = {"nomor": visit.office.spoken_number(found), "isi": asked.question(visit.office, one)}
    if proposer is not None:
        visit.tell(proposer[0], found.person_id, visit.text("klarifikasi_ditarik_kabar", nama=proposer[1], **told))
    visit.say("klarifikasi_ditarik", **told)


JOURNEY = Journey(FORM, finish_own)

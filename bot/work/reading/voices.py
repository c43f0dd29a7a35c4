"""*Tulis dari suara*: a facilitator types what a voice says, the speaker hears it back and says whether it is so. The
own words stay beside every wording."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.kinds.juga import VOICES
from bot.core.records import Usulan
from bot.store.database.ids import new_id
from bot.store.people import speakers
from bot.store.reading import wordings
from bot.store.reading.wordings import Wording
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.office import Office
from bot.work.reading.lines import called
from bot.work.reading.lists import readable
from bot.work.reading.telling import title_of
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Journey, Visit

FORM = "tulis"


async def voices_to_write(visit: Visit, usulan_id: int, media: Sequence[stored.Media]) -> list[list[tuple[str, str]]]:
    """A button for every voice that has no wording yet."""
    known = {one.question for one in await visit.ask_once(wordings.of_usulan, usulan_id) if one.refused_at is None}
    flow = visit.office.catalog.flows[USULAN]
    open_ones = [
        one.question
        for one in media
        if one.kind == "voice" and one.question not in known and flow.question(one.question) is not None
    ]
    titled = dict.fromkeys(open_ones)  # one for all voices that were kept besides
    return [[(_label(visit.office, question), f"u:tulis:{usulan_id}:{question}")] for question in titled]


def _label(office: Office, question: str) -> str:
    return office.plain("tombol_tulis", judul=title_of(office, question))


async def begin(visit: Visit, usulan_id: int, question: str) -> None:
    """Ask for the words, unless somebody else has typed them."""
    found = await readable(visit, usulan_id)
    if found is None:
        visit.toast("bukan_wilayah")
        return
    first = await visit.ask_once(wordings.open_one, usulan_id, question)
    if first is not None:
        _is_there(visit, first)
    elif not (found.answers.get(question) or {}).keys().isdisjoint(("voice", VOICES)):
        conversation.start(visit, JOURNEY, about={"usulan": usulan_id, "question": question})
    else:
        visit.stale()


def _is_there(visit: Visit, first: Wording) -> None:
    visit.say("tulis_sudah_ada", oleh=first.by, isi=first.text)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """The first wording stands; the speaker is asked whether it is so."""
    about = state.about
    found = await readable(visit, about["usulan"])
    if found is None:
        visit.say("bukan_wilayah")
        return
    row: dict[str, Any] = {"id": new_id(), "usulan_id": found.id, "question": about["question"]}
    row |= {"text": state.answers["tulisan"].value["text"], "made_by": visit.me.id, "made_at": visit.now}
    first = await visit.ask_once(wordings.add, row)
    if first is not None:
        _is_there(visit, first)
        return
    events.note(visit.turn, found.id, "ditulis")
    await _read_back(visit, found, row)


async def _read_back(visit: Visit, found: Usulan, row: dict[str, Any]) -> None:
    """To the speaker, as a reply to their own voice; aloud, where no telephone may be told."""
    async with visit.ask() as connection:
        proposer = await speakers.whom_to_tell(connection, found.id)
        voice = await wordings.message_of(connection, found.id, found.person_id or 0, row["question"])
    number, title = visit.office.spoken_number(found), title_of(visit.office, row["question"])
    text = visit.text
    keys = keyboard(
        [(text("tombol_betul"), f"w:ya:{row['id']}"), (text("tombol_bukan_begitu"), f"w:bukan:{row['id']}")]
    )
    if proposer is None:
        visit.say("tulis_bacakan_langsung", keys, nomor=number, judul=title, isi=row["text"])
        return
    address, name = proposer
    told = text("tulis_bacakan", nama=name, nomor=number, judul=title, isi=row["text"])
    more: dict[str, Any] = {"reply_markup": keys}
    if voice is not None:
        more["reply_parameters"] = {"message_id": voice, "allow_sending_without_reply": True}
    visit.tell(address, found.person_id, told, more=more)
    visit.say("tulis_dikirim", nama=called(visit, found, name))


async def answer(visit: Visit, wording_id: int, *, right: bool) -> None:
    """*Betul* or *Bukan begitu*, by the one whose voice it is; by the typist where that one was told in person."""
    async with visit.ask() as connection:
        one = await wordings.by_id(connection, wording_id)
        found = await stored.by_id(connection, one.usulan_id) if one else None
        proposer = await speakers.whom_to_tell(connection, found.id) if found else None
        wanted = None if found is None or one is None else (found.person_id if proposer else one.made_by)
        mine = wanted == visit.me.id
        is_first = mine and await wordings.answer(connection, wording_id, visit.now, right=right)
    if found is None or not is_first:
        visit.stale()
        return
    events.note(visit.turn, found.id, "dibenarkan" if right else "tulisan_ditolak")
    visit.say("tulis_betul" if right else "tulis_bukan")


JOURNEY = Journey(FORM, finish)

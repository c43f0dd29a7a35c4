"""The gate before an announcement leaves: one tap for a desa, the number of its recipients for a kecamatan, a second
officer for the kabupaten. Every step stands in its history."""

from collections.abc import Sequence
from datetime import UTC, timedelta
from typing import Any

from bot.core.broadcasts.shapes import Audience
from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.hours import after_waking, quiet_until
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, DROPPED, WAITING, Broadcast
from bot.store.database.database import Connection
from bot.store.people import conversations, people
from bot.store.people.people import Addressee
from bot.work import conversation
from bot.work.access import command, may_act
from bot.work.broadcasts.under_way import authors, enclosed, wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import is_officer_of, to_steer
from bot.work.broadcasts.writing import following, older_sample, preview
from bot.work.broadcasts.writing.preview import ALONE, AT_ONCE, BY_SECOND, UNDO
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Journey, Visit

#: A second officer who has not answered by then is not waited for; nobody answers at night.
_ANSWERS_WITHIN = timedelta(hours=4)
RETURNED = "returned"


def may_announce(visit: Visit, audience: Audience) -> bool:
    """Whether all of it lies in the wilayah of who speaks, as their roles are now."""
    return all(may_act(command("siaran"), visit.grants, code) for code in audience.wilayah)


async def _own(visit: Visit, connection: Connection, broadcast_id: int, states: Sequence[str]) -> Broadcast | None:
    """One's own announcement, held for this act, that still may go to somebody; else a word why not."""
    one = await to_steer(visit, connection, broadcast_id, states)
    if one is None:
        if visit.turn.query_id is None:  # a form ends with words, and a toast needs a button
            visit.say("siaran_berubah")
        return None
    if one.author_id != visit.me.id or not may_announce(visit, one.audience):
        visit.say("siaran_bukan_wewenang")
        return None
    return one


async def _reaches_somebody(visit: Visit, connection: Connection, one: Broadcast) -> bool:
    size = await preview.size_of(visit, connection, one)
    if size.people or size.groups:
        return True
    visit.say("siaran_kosong", keyboard([(visit.text("tombol_siaran_ubah"), f"a:ubah:{one.id}")]))
    return False


# --- the author ------------------------------------------------------------------------------------------------------


async def send(visit: Visit, broadcast_id: int, counted: Typed | None = None) -> None:
    """*Kirim*, *Minta persetujuan*: whatever its reach asks for, as things are now. `counted`: the number of recipients
    was said with it."""
    if await older_sample.is_shown(visit, broadcast_id):
        return
    async with visit.ask() as connection:
        one = await _own(visit, connection, broadcast_id, [DRAFT])
        if one is None or not await _reaches_somebody(visit, connection, one):
            return
        gate = await preview.gate_of(visit, connection, one)
        if gate == BY_SECOND:
            await _ask_second(visit, connection, one)
        elif gate == AT_ONCE:
            await _release(visit, connection, one, "released")
    if gate not in (BY_SECOND, AT_ONCE):
        await _ask_number(visit, one.id, counted)


async def _ask_number(visit: Visit, broadcast_id: int, counted: Typed | None) -> None:
    about = {"siaran": broadcast_id}
    if counted is None:
        conversation.start(visit, NUMBER, about=about)
    else:
        await conversation.start_with_answer(visit, NUMBER, {}, about, counted)


async def is_held(visit: Visit, one: Broadcast) -> bool:
    """Whether it waits until tomorrow for all of them, which is said, with what would not wait."""
    async with visit.ask() as connection:
        size = await preview.size_of(visit, connection, one)
        is_full = await preview.are_all_full(visit.round(connection), one, size)
    if is_full:
        hurry = (visit.text("tombol_siaran_penting"), f"a:penting:{one.id}")
        as_is = (visit.text("tombol_siaran_besok_saja"), f"a:kirim:{one.id}")
        visit.say("siaran_baru_besok", keyboard([hurry], [as_is]), awal=beginning_of(one))
    return is_full


async def send_alone(visit: Visit, broadcast_id: int) -> None:
    """*Kirim sendiri*, once nobody has answered for hours: by the number, and it is written down."""
    async with visit.ask() as connection:
        one = await _own(visit, connection, broadcast_id, [ASKED])
    if one is not None and not _is_waited_for(visit, one):
        conversation.start(visit, NUMBER, about={"siaran": one.id})


def _is_waited_for(visit: Visit, one: Broadcast) -> bool:
    """Whether a second officer still has time to answer; then that is said."""
    if one.state != ASKED or one.next_at is None or one.next_at <= visit.now:
        return False
    visit.say("siaran_belum_waktunya", sampai=wording.moment(visit.office, one.next_at))
    return True


async def finish_number(visit: Visit, _flow: Flow, state: State) -> None:
    """The number of recipients: whoever types it has looked whom it goes to."""
    typed = int(state.answers["jumlah"].value)
    if await older_sample.lay_overnight(visit, state.about["siaran"]):
        return
    async with visit.ask() as connection:
        one = await _own(visit, connection, state.about["siaran"], [DRAFT, ASKED])
        if one is None or _is_waited_for(visit, one) or not await _reaches_somebody(visit, connection, one):
            return
        gate = await preview.gate_of(visit, connection, one)
        if one.state == DRAFT and gate == BY_SECOND:  # there is somebody to look at it now
            await _ask_second(visit, connection, one)
            return
        number = preview.number_of(await preview.size_of(visit, connection, one))
        if typed == number:
            kind = "alone" if one.state == ASKED or gate == ALONE else "released"
            await _release(visit, connection, one, kind, jumlah=number)
            return
    visit.say("siaran_bukan_angkanya", tulis=typed, jumlah=number)
    conversation.start(visit, NUMBER, about=state.about)


async def _release(visit: Visit, connection: Connection, one: Broadcast, kind: str, **detail: Any) -> None:
    """It leaves at its hour, and in a minute at the earliest: until then it can be taken back."""
    at = max(visit.now + UNDO, one.starts_at or visit.now)
    agreed_by = visit.me.id if kind == "agreed" else None
    await broadcasts.change(connection, one.id, state=WAITING, next_at=at, agreed_by=agreed_by)
    await broadcasts.note(connection, one.id, kind, visit.me.id, visit.now, **detail)
    tour, size = visit.round(connection), await preview.size_of(visit, connection, one)
    is_full = one.starts_at != at and await preview.are_all_full(tour, one, size)
    later = "" if is_full else preview.begins_later(tour, one)
    told = {"awal": beginning_of(one), "pada": later, "besok": is_full}
    undo = keyboard([(visit.text("tombol_siaran_urung"), f"a:urung:{one.id}")])
    visit.say("siaran_siap", undo, **told, oleh="")
    author = await people.named(connection, one.author_id)
    if author is not None and author.id != visit.me.id:
        text = visit.text("siaran_siap", **told, oleh=visit.me.name)
        visit.tell(author.address, author.id, text, more={"reply_markup": undo})
    if author is not None:
        await following.offer(visit, one, author)


async def drop(visit: Visit, broadcast_id: int) -> None:
    """*Buang*."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DRAFT, ASKED])
        if one is None:
            return
        if one.author_id != visit.me.id:
            visit.toast("siaran_bukan_wilayah")
            return
        await broadcasts.change(connection, one.id, state=DROPPED, next_at=None)
        await broadcasts.note(connection, one.id, DROPPED, visit.me.id, visit.now)
    visit.say("siaran_dibuang", awal=beginning_of(one))


# --- the second officer ----------------------------------------------------------------------------------------------


async def _ask_second(visit: Visit, connection: Connection, one: Broadcast) -> None:
    """All of them get what its author saw; the first answer counts."""
    officers = await preview.second_officers(visit, connection, one)
    until = after_waking(visit.office.local(visit.now), _ANSWERS_WITHIN).astimezone(UTC)
    await broadcasts.change(connection, one.id, state=ASKED, next_at=until)
    await broadcasts.note(connection, one.id, ASKED, visit.me.id, visit.now, petugas=[who.id for who in officers])
    size = await preview.size_of(visit, connection, one)
    told = await preview.reckon(visit.round(connection), one, size, "")
    text = f"{visit.text('siaran_minta_setuju', oleh=visit.me.name)}\n\n{visit.text('siaran_kartu', **told)}"
    keys = keyboard(*preview.second_keys(visit, one))
    method, params = preview.copy_of(visit.office, one, visit.now)
    for officer in officers:
        _send_copy(visit, officer, method, params)
        visit.tell(officer.address, officer.id, text, more={"reply_markup": keys})
    names = [officer.name for officer in officers]
    look = (visit.text("tombol_siaran_periksa", awal=beginning_of(one)), f"a:lihat:{one.id}")
    visit.say("siaran_menunggu", keyboard([look]), kepada=names, sampai=wording.moment(visit.office, until))


def _send_copy(visit: Visit, officer: Addressee, method: str, params: dict[str, Any]) -> None:
    """Without a sound where it is night."""
    quiet = {"disable_notification": True} if quiet_until(visit.office.local(visit.now)) is not None else {}
    whole = {"chat_id": officer.address} | params | quiet
    visit.turn.send(method, whole, chat=officer.address, person_id=officer.id)


async def agree(visit: Visit, broadcast_id: int) -> None:
    """*Setujui*: of two who press at once the second is told who was first."""
    if await older_sample.lay_overnight(visit, broadcast_id):
        return
    async with visit.ask() as connection:
        one = await _to_decide(visit, connection, broadcast_id)
        if one is not None:
            await _release(visit, connection, one, "agreed")


async def give_back(visit: Visit, broadcast_id: int) -> None:
    """*Kembalikan dengan catatan*: the note is asked for."""
    async with visit.ask() as connection:
        one = await _to_decide(visit, connection, broadcast_id)
    if one is not None:
        conversation.start(visit, RETURNING, about={"siaran": one.id})


async def finish_return(visit: Visit, _flow: Flow, state: State) -> None:
    note = state.answers["catatan"]
    await return_with(visit, state.about["siaran"], [Typed(str(note.value["text"]), note.messages[0])])


async def _heed_file(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """A note is spoken or photographed as well."""
    if not isinstance(heard, Sent) or not enclosed.can_be_sent(heard):
        return False
    conversations.end(visit.turn, before.flow)
    await return_with(visit, before.about["siaran"], [heard])
    return True


async def return_with(visit: Visit, broadcast_id: int, notes: Sequence[Typed | Sent]) -> None:
    """It is its author's draft again, with the notes; one more may be added to them."""
    async with visit.ask() as connection:
        one = await _to_decide(visit, connection, broadcast_id)
        if one is None:
            return
        await broadcasts.change(connection, one.id, state=DRAFT, next_at=None)
        note = "\n".join(enclosed.kept(visit, each) for each in notes)
        await broadcasts.note(connection, one.id, RETURNED, visit.me.id, visit.now, catatan=note)
        author = await people.named(connection, one.author_id)
    if author is not None:
        for each in notes:
            if isinstance(each, Sent):
                enclosed.send(visit, author, each)
        text = visit.text("siaran_kembali", oleh=visit.me.name, awal=beginning_of(one), catatan=note)
        visit.tell(author.address, author.id, text, more={"reply_markup": keyboard(_draft_keys(visit, one))})
    more = keyboard([(visit.text("tombol_siaran_catatan_lagi"), f"a:kembali:{one.id}")])
    visit.say("siaran_dikembalikan", more, kepada=one.author)


def _draft_keys(visit: Visit, one: Broadcast) -> list[Key]:
    return [(visit.text(f"tombol_siaran_{verb}"), f"a:{verb}:{one.id}") for verb in ("ubah", "contoh", "buang")]


async def _to_decide(visit: Visit, connection: Connection, broadcast_id: int) -> Broadcast | None:
    """Held for the yes or no of an officer of its wilayah who has not written it; else a word why not."""
    one = await broadcasts.one_to_change(connection, broadcast_id)
    if one is None or not is_officer_of(visit, one):
        _say_no(visit, "siaran_bukan_wilayah")
    elif one.state == DROPPED:
        visit.say("siaran_sudah_dibuang", awal=beginning_of(one))
    elif one.author_id == visit.me.id:
        _say_no(visit, "siaran_bukan_sendiri")
    elif one.state == ASKED or await _returned_it(visit, connection, one):
        return one
    else:
        await _say_decided(visit, connection, one)
    return None


async def _returned_it(visit: Visit, connection: Connection, one: Broadcast) -> bool:
    """Whether the last thing that happened to it is that they gave it back."""
    events = await broadcasts.history(connection, one.id) if one.state == DRAFT else []
    return bool(events) and events[-1].kind == RETURNED and events[-1].by_id == visit.me.id


def _say_no(visit: Visit, sentence: str) -> None:
    """A form ends with words, and a toast needs a button."""
    if visit.turn.query_id is None:
        visit.say("siaran_berubah")
    visit.toast(sentence)


async def _say_decided(visit: Visit, connection: Connection, one: Broadcast) -> None:
    """Somebody was quicker, or its author has taken it up again. What nobody was asked about is its author's alone."""
    events = await broadcasts.history(connection, one.id)
    if not any(event.kind == ASKED for event in events):
        _say_no(visit, "siaran_bukan_wilayah")
        return
    visit.say("siaran_sudah_diputus", awal=beginning_of(one), oleh=events[-1].by, keadaan=one.state)


NUMBER = Journey(preview.NUMBER, finish_number)
RETURNING = Journey(authors.RETURNING, finish_return, heed=_heed_file)

"""Who speaks now and who comes next: those rarely heard first, three minutes each, and nobody waits for ever."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.hall.rarely_heard import is_rare
from bot.core.hall.turns import LENGTH, Asker, left, order, share
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED, GUEST, Invitee
from bot.work.hall import drafts
from bot.work.hall.args import number
from bot.work.hall.invited.guest_forms import guest_in, on_the_spot
from bot.work.hall.invited.guests import in_order, on_buttons
from bot.work.hall.meeting import Hall
from bot.work.saying.keyboard import Key, in_rows
from bot.work.saying.paging import page_of
from bot.work.visit import Journey, Visit

_SHOWN, _ON_A_PAGE = 8, 12


async def show(hall: Hall, _args: list[str]) -> None:
    """Who has the word and for how long, who comes next, and how the turns were shared so far."""
    guests = await hall.visit.ask_once(stored.guests, hall.id)
    queue, speaker = queue_of(guests), next((one for one in guests if one.spoke_at is not None), None)
    total, women, percent = share([(one.turns, bool(one.is_woman)) for one in guests])
    text = hall.visit.text(
        "rapat_giliran",
        bicara=_speaker(hall, speaker),
        antre=[{"nama": one.name, "mewakili": one.speaks_for, "kali": one.turns} for one in queue[:_SHOWN]],
        sisa=max(len(queue) - _SHOWN, 0),
        total=total,
        oleh_perempuan=women,
        persen=percent,
        diam=_silent(guests),
        batas=int(LENGTH.total_seconds() // 60),
    )
    hall.show(text, *keys(hall.key, queue, speaker))


def queue_of(guests: Sequence[Invitee]) -> list[Invitee]:
    """Whoever asked to speak, in the order in which they will."""
    by_id = {one.id: one for one in guests}
    asked = [
        Asker(one.id, is_rare(one.element, one.is_woman, one.hindrances), one.turns, one.asked_at)
        for one in guests
        if one.asked_at is not None
    ]
    return [by_id[one.id] for one in order(asked)]


def _speaker(hall: Hall, one: Invitee | None) -> dict[str, Any] | None:
    if one is None or one.spoke_at is None:
        return None
    remains = left(one.spoke_at, hall.visit.now)
    seconds = max(int(remains.total_seconds()), 0)
    over = remains <= timedelta()
    ends = hall.visit.office.local(hall.visit.now + remains).strftime("%H.%M.%S")
    clock = {"menit": seconds // 60, "detik": seconds % 60, "habis": over, "sampai": ends}
    return {"nama": one.name, "mewakili": one.speaks_for} | clock


def _silent(guests: Sequence[Invitee]) -> list[str]:
    """A few of those who are here, are rarely heard, and have not said anything yet."""
    waits = [one for one in guests if one.came and not one.turns and one.asked_at is None and one.spoke_at is None]
    return [one.name for one in waits if is_rare(one.element, one.is_woman, one.hindrances)][:3]


def keys(key: Callable[..., Key], queue: Sequence[Invitee], speaker: Invitee | None) -> list[list[Key]]:
    """What is done about turns. `key`: makes a button of the meeting, from its label and what it does."""
    rows = []
    if queue:
        label = Words("rapat_tombol_silakan", {"nama": queue[0].name[:24]})
        rows.append([key(label, "bicara", queue[0].id)])
    if speaker is not None:
        rows.append([key(Words("rapat_tombol_cukup"), "cukup", speaker.id)])
    rows.append([key(Words("rapat_tombol_minta"), "minta", 0), key(Words("rapat_tombol_nama_baru"), "baru")])
    rows.append([key(Words("rapat_tombol_perbarui"), "giliran")])
    return [*rows, [key(Words("rapat_tombol_kembali"), "buka")]]


async def begin(hall: Hall, args: list[str]) -> None:
    """Somebody has the word; whoever had it has finished. Whoever pressed is told when the time is over."""
    whom = hall.id, number(args)
    async with hall.visit.ask() as connection:
        waiting = await stored.guest(connection, *whom)
        if waiting is not None and waiting.asked_at is not None:
            await stored.end_turns(connection, hall.id)
            await stored.begin_turn(connection, whom, hall.visit.now, hall.visit.now + LENGTH, hall.visit.me.id)
        else:
            hall.visit.toast("rapat_giliran_berubah")
    await show(hall, [])


async def end(hall: Hall, args: list[str]) -> None:
    """The one who is meant by the button has spoken."""
    async with hall.visit.ask() as connection:
        speaker = await stored.guest(connection, hall.id, number(args))
        if speaker is not None and speaker.spoke_at is not None:
            await stored.end_turns(connection, hall.id)
        else:
            hall.visit.toast("rapat_giliran_berubah")
    await show(hall, [])


async def choose(hall: Hall, args: list[str]) -> None:
    """Who raised a hand: pressed once they are in the list, pressed again they are out of it."""
    guests = await hall.visit.ask_once(stored.guests, hall.id)
    listed = in_order([one for one in guests if one.state in (*EXPECTED, GUEST) and one.spoke_at is None])
    listed.sort(key=lambda one: not one.came)
    page = page_of(listed, number(args), _ON_A_PAGE)
    named = zip(page.shown, on_buttons(hall, page.shown), strict=True)
    keys = [hall.key(_hand(one, name), "tangan", one.id, int(one.asked_at is None), page.number) for one, name in named]
    hall.show(
        hall.visit.text("rapat_minta", antre=sum(1 for one in listed if one.asked_at is not None)),
        *in_rows(keys),
        hall.turning("minta", page),
        [hall.key(Words("rapat_tombol_nama_baru"), "baru"), hall.back("giliran")],
    )


def _hand(one: Invitee, name: str) -> str:
    return f"{'✋ ' if one.asked_at is not None else ''}{name}"


async def raise_hand(hall: Hall, args: list[str]) -> None:
    whom = hall.id, number(args)
    async with hall.visit.ask() as connection:
        if number(args, 1) == 1:
            done = await stored.ask_to_speak(connection, whom, hall.visit.now)
        else:
            done = await stored.stop_asking(connection, whom)
    hall.visit.toast("rapat_dicatat" if done else "rapat_sudah_begitu")
    await choose(hall, args[2:])


async def ask_name(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, JOURNEY)


async def finish_name(visit: Visit, flow: Flow, state: State) -> None:
    """Somebody wants to speak who was not found on the list: written down on the spot, and in the list of turns."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    told = guest_in(visit, record(flow, state))
    one = await on_the_spot(hall, told)
    if one is not None:
        await visit.ask_once(stored.ask_to_speak, (hall.id, one.id), visit.now)
    visit.say("rapat_daftar_penuh" if one is None else "rapat_giliran_dicatat", nama=told.name)
    await show(hall, [])


JOURNEY = Journey("giliran_baru", finish_name)

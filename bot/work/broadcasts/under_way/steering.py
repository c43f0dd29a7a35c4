"""An announcement on its way is held, taken up again, ended, put right or taken back by its author, or by an officer of
the wilayah."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.store.broadcasts import broadcasts, ledger, silent
from bot.store.broadcasts.broadcasts import (
    ASKED,
    DONE,
    DRAFT,
    DROPPED,
    PAUSED,
    RUNNING,
    SENT_STATES,
    STOPPED,
    WAITING,
    WITHDRAWN,
    Broadcast,
)
from bot.store.broadcasts.ledger import DELETE
from bot.store.database.database import Connection
from bot.work.access import BAPPEDA
from bot.work.broadcasts.under_way import sending
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit

#: What may be tried again on one tap; what may have arrived waits for another tap of its own.
FAILED, UNSURE = ("refused", "dead"), ("unsure",)
_ASKING = ("a:tarik_ya:", "a:urung:")  # that are asked about


def overseen(visit: Visit) -> list[str]:
    """The wilayah all of whose announcements this person may see and stop."""
    return [grant.scope for grant in visit.grants if grant.role == BAPPEDA]


def may_steer(visit: Visit, one: Broadcast) -> bool:
    """Its author may, and an officer of the wilayah."""
    return one.author_id == visit.me.id or (is_officer_of(visit, one) and one.state != DRAFT)


def is_officer_of(visit: Visit, one: Broadcast) -> bool:
    return any(grant.role == BAPPEDA and grant.covers(one.scope) for grant in visit.grants)


async def to_see(visit: Visit, connection: Connection, broadcast_id: int) -> Broadcast | None:
    """The announcement, for whoever may steer it; else a word why not."""
    return _or_refused(visit, await broadcasts.one(connection, broadcast_id))


def _or_refused(visit: Visit, one: Broadcast | None) -> Broadcast | None:
    if one is not None and may_steer(visit, one):
        return one
    visit.toast("siaran_bukan_wilayah")
    return None


async def to_steer(visit: Visit, connection: Connection, broadcast_id: int, states: Sequence[str]) -> Broadcast | None:
    """The announcement, held for this act; else a word why not."""
    one = _or_refused(visit, await broadcasts.one_to_change(connection, broadcast_id))
    if one is not None and one.state not in states:
        visit.stale()
        return None
    return one


async def _change(visit: Visit, connection: Connection, one: Broadcast, state: str, **more: Any) -> None:
    await broadcasts.change(connection, one.id, state=state, **more)
    await broadcasts.note(connection, one.id, state, visit.me.id, visit.now)


async def pause(visit: Visit, broadcast_id: int) -> None:
    """*Jeda*."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [RUNNING])
        if one is not None:
            await sending.pause(visit.round(connection), one, visit.me.id)
            await say(visit, connection, one, "siaran_dijeda", "teruskan", "hentikan")


async def resume(visit: Visit, broadcast_id: int) -> None:
    """*Teruskan*."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [PAUSED])
        if one is not None:
            await _change(visit, connection, one, RUNNING, next_at=visit.now)
            await say(visit, connection, one, "siaran_diteruskan", "jeda", "hentikan")


async def stop(visit: Visit, broadcast_id: int) -> None:
    """*Hentikan*: whoever has no copy gets none; the copies that are out stay."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [RUNNING, PAUSED])
        if one is not None:
            await ledger.call_back(connection, one.id)
            await ledger.end_waiting(connection, one.id, STOPPED)
            await _change(visit, connection, one, STOPPED, ended_at=visit.now, next_at=visit.now, listed_up_to=None)
            await say(visit, connection, one, "siaran_dihentikan", "tarik", "hasil")


async def undo(visit: Visit, broadcast_id: int) -> None:
    """*Batalkan*, before anything has left: it is a draft again."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [WAITING])
        if one is not None:
            await _change(visit, connection, one, DRAFT, next_at=None, agreed_by=None)
            await say(visit, connection, one, "siaran_dibatalkan", "contoh", "buang")


async def reopen(visit: Visit, connection: Connection, one: Broadcast) -> None:
    """Whoever was asked to agree is not waited for any longer."""
    if one.state == ASKED:
        await broadcasts.change(connection, one.id, state=DRAFT, next_at=None)
        await broadcasts.note(connection, one.id, "reopened", visit.me.id, visit.now)


async def ask_undo(visit: Visit, broadcast_id: int) -> None:
    """Of one that leaves much later, and that was not named."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [WAITING])
    if one is not None:
        yes = (visit.text("tombol_siaran_urung_ya"), f"a:urung:{one.id}")
        visit.say("siaran_urungkah", keyboard([yes, _no(visit, one)]), awal=beginning_of(one))


def _no(visit: Visit, one: Broadcast) -> Key:
    return visit.text("tombol_siaran_tidak"), f"a:tetap:{one.id}"


async def keep(visit: Visit, broadcast_id: int) -> None:
    """*Tidak*, where it was asked whether one is to be cancelled or taken back."""
    async with visit.look() as connection:
        one = await to_see(visit, connection, broadcast_id)
    if one is None or one.state == DROPPED:
        visit.stale()
        return
    for asks in _ASKING:
        await visit.settle(asks)
    visit.say("siaran_tetap", awal=beginning_of(one))


async def say(
    visit: Visit, connection: Connection, one: Broadcast, sentence: str, *verbs: str, first: Sequence[Key] = ()
) -> None:
    standing = await ledger.standing(connection, one.id)
    keys = [(visit.text(f"tombol_siaran_{verb}"), f"a:{verb}:{one.id}") for verb in verbs]
    told = {"sudah": standing.outcomes.get("sent", 0), "semua": standing.total, "awal": beginning_of(one)}
    visit.say(sentence, keyboard(*([key] for key in first), keys), **told, terbang=standing.flying)


async def ask_withdraw(visit: Visit, broadcast_id: int, *first: Key) -> None:
    """*Tarik*, asked once: it takes the copies away from everybody. `first`: what does more than that."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, SENT_STATES)
        if one is not None:
            await say(visit, connection, one, "siaran_tarikkah", "tarik_ya", "hasil", first=first)


async def withdraw(visit: Visit, broadcast_id: int) -> None:
    """Whoever has no copy gets none; the copies that are out are deleted, or where Telegram lets nobody delete them,
    changed into a line that says so."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, SENT_STATES)
        if one is not None:
            await ledger.call_back(connection, one.id)
            await ledger.end_waiting(connection, one.id, WITHDRAWN)
            await ledger.mend(connection, one.id, visit.now, by=DELETE)
            await _change(visit, connection, one, WITHDRAWN, ended_at=visit.now, next_at=visit.now, listed_up_to=None)
            await say(visit, connection, one, "siaran_sedang_ditarik", "hasil")


async def send_again(visit: Visit, broadcast_id: int, which: str) -> None:
    """*Coba lagi*: only where it failed (`gagal`), or where nobody knows (`pasti`)."""
    outcomes = UNSURE if which == "pasti" else FAILED
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [DONE, STOPPED])
        if one is not None:
            number = await ledger.send_again(connection, one.id, visit.now, outcomes)
            if number:
                await _change(visit, connection, one, RUNNING, next_at=visit.now, not_after=None, ended_at=None)
            visit.say("siaran_coba_lagi", jumlah=number)


async def remind(visit: Visit, broadcast_id: int, who: Sequence[int] = ()) -> None:
    """*Ingatkan*: those who have it and have not confirmed, at most twice each. `who`: only these of them."""
    async with visit.ask() as connection:
        one = await to_steer(visit, connection, broadcast_id, [RUNNING, DONE, STOPPED])
        if one is not None:
            later = await _reminded_tomorrow(visit, connection, one, who)
            number = await silent.remind(connection, one.id, visit.now, who)
            await broadcasts.change(connection, one.id, next_at=_earlier(one.next_at, visit.now))
            await broadcasts.note(connection, one.id, "reminded", visit.me.id, visit.now, jumlah=number)
            enough = [] if who else await silent.reminded_enough(connection, one.id)
            visit.say("siaran_diingatkan", jumlah=number, besok=later, cukup=[each.name for each in enough])


async def _reminded_tomorrow(visit: Visit, connection: Connection, one: Broadcast, who: Sequence[int]) -> int:
    """How many of them were told enough today."""
    those = {each.id for each in await silent.listed(connection, one.id) if not who or each.id in who}
    is_waited = one.urgent_why is None
    return len(await sending.told_enough(visit.round(connection), those)) if is_waited and those else 0


def _earlier(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else min(one, other)

"""What the author of an announcement is told by the clock: that it began, how far it is, and how it ended."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.catalog.markup import visible
from bot.core.broadcasts.pace import seconds_for
from bot.core.forms.writing import in_short
from bot.store.broadcasts import broadcasts, ledger
from bot.store.broadcasts.broadcasts import ASKED, PAUSED, Broadcast
from bot.store.broadcasts.ledger import Standing
from bot.store.people import conversations, people
from bot.store.queues import outbox
from bot.store.turn import REPLY, outbox_row
from bot.work.broadcasts.under_way import wording
from bot.work.round import Round
from bot.work.saying.keyboard import Key, keyboard

#: A second officer writes the note with which it goes back, or is asked whether that was one.
RETURNING, PERHAPS = "siaran_catatan", "siaran_catatan_ini"
#: They said that they still look at it.
LOOKING = "looking"
#: How often (s) the one message that shows how far it is changes.
_EVERY = 5.0
_BAR = 10  # parts of the bar
_FAILED = ("refused", "dead", "unsure")


async def _tell(tour: Round, one: Broadcast, sentence: str, *rows: list[Key], **values: Any) -> int | None:
    """An answer to what they began, so it leaves with the replies. Returns the letter's id."""
    author = await people.named(tour.connection, one.author_id)
    if author is None:
        return None
    text = tour.text(sentence, hari=tour.office.day(one.made_at), awal=beginning_of(one), **values)
    params: dict[str, Any] = {"chat_id": author.address, "text": text, "parse_mode": "HTML"}
    if rows:
        params["reply_markup"] = keyboard(*rows)
    row = outbox_row("sendMessage", params, chat=author.address, real=tour.real, priority=REPLY, person_id=author.id)
    await outbox.promise(tour.connection, [row])
    return int(row["id"])


def beginning_of(one: Broadcast) -> str:
    """The first words, by which its author knows it again."""
    return in_short(" ".join(visible(one.message.html).split()), 40)


async def say_unanswered(tour: Round, one: Broadcast) -> None:
    """With the names of those who began to write about it, or said that they look at it: they are not silent."""
    key = (tour.text("tombol_siaran_sendiri"), f"a:sendiri:{one.id}")
    events = await broadcasts.history(tour.connection, one.id)
    at = next((at for at, event in reversed(list(enumerate(events))) if event.kind == ASKED), 0)
    writing = await _writing(tour, one, events[at].detail.get("petugas", ()))
    looking = list(dict.fromkeys(event.by for event in events[at:] if event.kind == LOOKING))
    await _tell(tour, one, "siaran_tak_disetujui", [key], menulis=writing, melihat=looking)


async def _writing(tour: Round, one: Broadcast, asked: Iterable[int]) -> list[str]:
    names = []
    for officer in asked:
        for form in (PERHAPS, RETURNING):
            draft = await conversations.of_person(tour.connection, officer, form)
            who = await people.named(tour.connection, officer)
            if draft is not None and who is not None and draft.state["about"].get("siaran") == one.id:
                names.append(who.name)
    return names


async def say_missed(tour: Round, one: Broadcast) -> None:
    await _tell(tour, one, "siaran_terlewat", [(tour.text("tombol_siaran_lagi"), f"a:pakai:{one.id}")])


async def say_going_wrong(tour: Round, one: Broadcast, errors: list[str]) -> None:
    await _tell(tour, one, "siaran_berhenti_sendiri", _going(tour, one, PAUSED), sebab=errors)


async def say_done(tour: Round, one: Broadcast) -> None:
    """A new message, since nobody hears an edit; and the one that showed the way ends."""
    standing = await ledger.standing(tour.connection, one.id)
    await _show(tour, one, standing)
    failed = sum(standing.outcomes.get(kind, 0) for kind in _FAILED)
    key = (tour.text("tombol_siaran_hasil"), f"a:hasil:{one.id}")
    blocked = standing.outcomes.get("blocked", 0) + standing.outcomes.get("unreachable", 0)
    told = {"terkirim": standing.outcomes.get("sent", 0), "semua": standing.total, "gagal": failed, "blokir": blocked}
    await _tell(tour, one, "siaran_selesai", [key], **told, pilihan=bool(one.message.choices))


async def show_beginning(tour: Round, one: Broadcast) -> int | None:
    return await _tell(tour, one, "siaran_mulai", _going(tour, one, one.state))


async def show_progress(tour: Round, one: Broadcast, waits_until: datetime | None) -> dict[str, Any]:
    """Now and then, and at once when all that is left waits for a better hour. Returns what is to be kept of that."""
    if waits_until is None and one.progress_at is not None and tour.real - one.progress_at < _EVERY:
        return {}
    await _show(tour, one, await ledger.standing(tour.connection, one.id), waits_until)
    return {"progress_at": tour.real}


async def _show(tour: Round, one: Broadcast, standing: Standing, waits_until: datetime | None = None) -> None:
    author = await people.named(tour.connection, one.author_id)
    if author is None or one.progress_row is None:
        return
    waits = wording.moment(tour.office, waits_until) if waits_until is not None else ""
    text = tour.text("siaran_kemajuan", **progress_of(tour, one, standing), tunggu=waits)
    params: dict[str, Any] = {"chat_id": author.address, "text": text, "parse_mode": "HTML"}
    if standing.open and (keys := _going(tour, one, one.state)):
        params["reply_markup"] = keyboard(keys)
    row = outbox_row(
        "editMessageText", params, chat=author.address, real=tour.real, priority=REPLY, person_id=author.id
    )
    await outbox.promise_in_slot(tour.connection, row | {"slot": f"siaran:{one.id}", "refers_to": one.progress_row})


def progress_of(tour: Round, one: Broadcast, standing: Standing) -> dict[str, Any]:
    """What the bar, the counts and the clock say."""
    left, total = standing.open, max(standing.total, 1)
    done = total - left if standing.total else 0
    seconds = seconds_for(left, tour.office.sends_a_second)
    ends = tour.office.local(tour.now + timedelta(seconds=seconds))
    failed = {name: standing.outcomes.get(name, 0) for name in (*_FAILED, "blocked", "unreachable", "late", "left")}
    filled = _BAR * done // total
    return {
        "hari": tour.office.day(one.made_at),
        "awal": beginning_of(one),
        "bilah": "▓" * filled + "░" * (_BAR - filled),
        "persen": 100 * done // total,
        "sudah": done,
        "semua": standing.total,
        "sisa": left,
        "dijeda": one.state == PAUSED,
        "menit": max(round(seconds / 60), 1) if left else 0,
        "pukul": ends.strftime("%H.%M"),
        "gagal": failed,
    }


def _going(tour: Round, one: Broadcast, state: str) -> list[Key]:
    """What its author can do while it is on its way."""
    if state == PAUSED:
        first = (tour.text("tombol_siaran_teruskan"), f"a:teruskan:{one.id}")
    else:
        first = (tour.text("tombol_siaran_jeda"), f"a:jeda:{one.id}")
    return [first, (tour.text("tombol_siaran_hentikan"), f"a:hentikan:{one.id}")]

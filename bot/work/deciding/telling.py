"""Whoever brought an usulan is told what the meeting decided, why, by whom, and what can be done now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.catalog.texts import as_html
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.deciding import decisions, moves
from bot.store.deciding.decisions import OWN, Decision
from bot.store.people import speakers
from bot.store.people.people import Addressee
from bot.store.queues import news
from bot.store.queues.news import News
from bot.store.usulan import usulan as stored_usulan
from bot.work.answering import questions
from bot.work.deciding import recorded
from bot.work.deciding.moved import RIGHT
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name
from bot.work.usulan import outcomes, standing
from bot.work.usulan.usulan import number_of, quoted
from bot.work.visit import Visit

#: The news that a meeting has decided; its subject is the occasion.
DECIDED = "hasil"
#: How long whoever puts right what was told has to look again.
WAITS = timedelta(minutes=10)


def _right_since(tour: Round, one: News) -> datetime | None:
    return tour.now - WAITS if one.detail.get(RIGHT) else None


async def whom(tour: Round, one: News, most: int) -> Sequence[Addressee]:
    return await decisions.to_tell(tour.connection, one.subject, one.told_up_to, most, _right_since(tour, one))


async def keep(visit: Visit, connection: Connection, occasion: Occasion, one: Decision, seen: int) -> bool:
    """A result is written down. Where another word was told, this is how the usulan stands, at once; and it is told
    without anybody asking for it. `seen`: as of the store."""
    last = (await moves.newest_of(connection, [one.usulan_id])).get(one.usulan_id)
    wrong = last is not None and recorded.contradicts(visit.office, occasion, one.outcome, last, visit.me.id)
    is_kept = await decisions.keep(connection, replace(one, corrects=wrong), visit.me.id, seen)
    if is_kept and (found := await decisions.put_right_of(connection, occasion.id, one.usulan_id)):
        await _put_right(visit, connection, occasion, found)
    return is_kept


async def _put_right(
    visit: Visit, connection: Connection, occasion: Occasion, found: Sequence[tuple[Usulan, Decision]]
) -> None:
    tour, usulan = visit.round(connection), found[0][0]
    alone = await decisions.leave_to_a_neighbour(connection, occasion.id, visit.now, usulan.id)
    is_known = not alone and await recorded.is_known(tour, occasion, *found[0])
    await recorded.record(tour, occasion, found, told=is_known)
    if is_known:
        await decisions.mark_told(connection, occasion.id, [usulan.id], visit.now)
    elif not alone:
        await news.put_out(connection, DECIDED, occasion.id, visit.now + WAITS, None, **{RIGHT: True})
    told: dict[str, Any] = {"langsung": bool(alone), "tahu": is_known, "menit": int(WAITS.total_seconds() // 60)}
    visit.say("hasil_dibetulkan", nomor=visit.office.spoken_number(usulan), **told)


async def tell(tour: Round, one: News, told: Sequence[Addressee]) -> None:
    """One message for each of their usulan of which they do not know yet."""
    occasion = await occasions.one(tour.connection, one.subject)
    if occasion is None:
        return
    by_id = {person.id: person for person in told}
    found = await decisions.theirs(tour.connection, occasion.id, list(by_id), _right_since(tour, one))
    voices = await speakers.names_of(tour.connection, [usulan.speaker_id for usulan, _ in found])
    texts = []
    for usulan, decision in found:
        person = by_id[usulan.person_id or 0]
        number = number_of(tour.office, usulan, tour.now)
        about = {"nama": person.name, "untuk": voices.get(usulan.speaker_id, ""), "nomor": number}
        about |= {"ringkas": quoted(tour.office, usulan.answers)}
        track = standing.track_of(tour.office, usulan.desa)
        text = tour.text("hasil_kabar", **about, **_words(tour.office, decision, occasion, track))
        texts.append((person, text, _keys(tour.office, decision)))
    await letters.promise_with_buttons(tour, texts)
    await decisions.mark_told(tour.connection, occasion.id, [usulan.id for usulan, _ in found], tour.now)
    await recorded.record(tour, occasion, found, told=True)


def _words(office: Office, decision: Decision, occasion: Occasion, track: str) -> dict[str, Any]:
    """What is done with the village's own money stands in the plan of the village, and is told as that state is."""
    state = office.catalog.states.forum(occasion.kind, decision.outcome) if decision.outcome == OWN else None
    step = as_html(outcomes.words(office, decision.reason, "langkah", track))
    return {
        "isi": standing.said(office, state, "kabar", track) if state is not None else "",
        "hasil": decision.outcome,
        "pembetulan": decision.corrects,
        "sebab": as_html(outcomes.words(office, decision.reason, "teks", track)),
        "langkah": standing.said(office, state, "langkah", track) if state is not None else step,
        "catatan": decision.note or "",
        "oleh": f"{occasion_name(office, occasion)}, {place_name(office, occasion.wilayah)}",
        "hari": date_of(office, occasion),
    }


def _keys(office: Office, decision: Decision) -> dict[str, Any]:
    parts = f"{decision.occasion_id}:{decision.usulan_id}"
    clear = (office.catalog.text("hasil_tombol_jelas"), f"k:jelas:{parts}")
    return keyboard([clear, (office.catalog.text("hasil_tombol_tanya"), f"k:tanya:{parts}")])


async def say_clear(visit: Visit, occasion_id: int, usulan_id: int) -> None:
    """*Sudah jelas*."""
    is_theirs = await visit.ask_once(decisions.answer, occasion_id, usulan_id, visit.me.id, "jelas")
    if not is_theirs:
        visit.stale()
        return
    visit.toast("hasil_terima_kasih", nama=visit.me.name)
    visit.take_buttons_away(visit.turn.message)


async def ask_more(visit: Visit, occasion_id: int, usulan_id: int) -> None:
    """*Mau tanya*: the question goes to who reads for them."""
    async with visit.ask() as connection:
        is_theirs = await decisions.answer(connection, occasion_id, usulan_id, visit.me.id, "tanya")
        usulan = await stored_usulan.by_id(connection, usulan_id)
    if is_theirs and usulan is not None:
        questions.begin(visit, usulan.desa, visit.office.spoken_number(usulan))
    else:
        visit.stale()

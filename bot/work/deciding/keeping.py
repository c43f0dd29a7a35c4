"""The book of promises, by the clock: a word about every open usulan before its day; what is late is admitted to who
waits, and climbs to whoever owes it. What no telephone can tell stands on the list of those who are told in person."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.catalog.texts import as_html
from bot.core.calendar.rules import Rung
from bot.core.records import WITHDRAWN, Usulan
from bot.core.tasks.ladder import at
from bot.core.wilayah import chain
from bot.store.answering import questions
from bot.store.deciding import clarifications, moves
from bot.store.grants import grants_of
from bot.store.people import people, speakers
from bot.store.queues import notices
from bot.store.queues.notices import ADMITTED, LATE, WORD, Notice
from bot.store.usulan import again, promises
from bot.store.usulan import usulan as stored
from bot.store.usulan.promises import ANSWER, MOOT, NEWS, Promised
from bot.work.access import BAPPEDA, command
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.tasks.daily import tell_in_lists, tell_once_in_lists
from bot.work.usulan import outcomes, promised, standing
from bot.work.usulan.reader_choice import READERS
from bot.work.usulan.usulan import number_of, quoted

#: While a word waits for its hour, it is asked again whether it has left.
_AGAIN = timedelta(days=1)
#: What waits for a decision is counted so far, and the first of it named.
_MOST, _NAMED = 1000, 3
#: A step of the policy that names whoever reads there.
_READER = "pembaca"


async def look_after(tour: Round, most: int) -> int:
    found = await promises.due(tour.connection, tour.now, most)
    for one in found:
        await (_look_after_answer if one.kind == ANSWER else _look_after_usulan)(tour, one)
    return len(found)


# --- about an usulan -------------------------------------------------------------------------------------------------


async def _look_after_usulan(tour: Round, one: Promised) -> None:
    usulan = await stored.by_id(tour.connection, one.subject)
    if usulan is None or await _is_over(tour, usulan) or (one.kind != NEWS and await _looked_at(tour, usulan)):
        await promises.end(tour.connection, one.kind, [one.subject], tour.now, MOOT)
        return
    if one.state == promises.HANDED:
        await _climb(tour, one)
        return
    if one.kind == NEWS and (await _stands(tour, usulan))[1]:
        await _ask_the_office(tour, one)
    if await _has_telephone(tour, usulan):
        kind, subject = (WORD, usulan.id) if one.kind == NEWS else (ADMITTED, one.id)
        await notices.raise_for(tour.connection, kind, str(subject), {usulan.person_id or 0: tour.now})
        await promises.look_again(tour.connection, one.id, tour.now + _AGAIN, one.rung)
    elif usulan.person_id is None and usulan.typed_by is None and usulan.speaker_id is None:  # it is nobody's any more
        await promises.end(tour.connection, one.kind, [one.subject], tour.now, MOOT)
    else:
        await again.bring_in_person(tour.connection, usulan.id)
        await promises.hand_over(tour.connection, one.id, _step_at(tour, one, 0))


async def _ask_the_office(tour: Round, one: Promised) -> None:
    """Nothing was decided since the last word: once for all that are due on one day."""
    office = await people.ids_by_place(tour.connection, (BAPPEDA,), sorted(chain(one.desa)), tour.now)
    subject = tour.office.local(one.due_at).date().isoformat()
    await tell_once_in_lists(tour, LATE, [(person, subject) for holders in office.values() for person in holders])


async def _undecided(tour: Round, scopes: list[str]) -> list[int]:
    states, days = tour.office.catalog.states, tour.office.catalog.calendar.policy.news_days
    since = tour.now - timedelta(days=days) + promised.AHEAD
    return await moves.undecided(tour.connection, scopes, since, states.ending(), _MOST)


async def _looked_at(tour: Round, usulan: Usulan) -> datetime | None:
    """Since when somebody is at it: who asked something of it need not have read all of it."""
    return usulan.read_at or await clarifications.asked_at(tour.connection, usulan.id)


async def _stands(tour: Round, usulan: Usulan) -> tuple[str | None, int]:
    """Its state, or that of the one with which it is one; and how often that has been moved."""
    main = await moves.main_of(tour.connection, usulan.id)
    return (await moves.standing(tour.connection, [main]))[main]


async def _is_over(tour: Round, usulan: Usulan) -> bool:
    """Nothing is waited for any more."""
    state, _ = await _stands(tour, usulan)
    return usulan.status == WITHDRAWN or tour.office.catalog.states.of(state).ends


async def _has_telephone(tour: Round, usulan: Usulan) -> bool:
    alone = await moves.without_telephone(tour.connection, [usulan.id])
    return not alone and await speakers.whom_to_tell(tour.connection, usulan.id) is not None


# --- late ------------------------------------------------------------------------------------------------------------


def _step_at(tour: Round, one: Promised, rung: int) -> datetime | None:
    """When it climbs to this step; None above the last."""
    policy, workdays = tour.office.catalog.calendar.policy, tour.office.catalog.calendar.workdays
    if rung >= len(policy.late):
        return None
    day = workdays.add(tour.office.local(one.due_at).date(), policy.late[rung].days)
    return max(at(day, policy.hours[0], tour.office.zone), tour.now)


async def _climb(tour: Round, one: Promised) -> None:
    """Whoever owes it is told, in their next list; then those above."""
    policy = tour.office.catalog.calendar.policy
    if one.rung < len(policy.late):
        await tell_in_lists(tour, LATE, "", await _owing(tour, one, policy.late[one.rung]))
    await promises.look_again(tour.connection, one.id, _step_at(tour, one, one.rung + 1), one.rung + 1)


async def _owing(tour: Round, one: Promised, rung: Rung) -> set[int]:
    """Whoever reads nearest, at the first step; else those of the role that it names."""
    holders = await people.ids_by_place(tour.connection, READERS, sorted(chain(one.desa)), tour.now)
    by_role = {role: {p for scope in chain(one.desa) for p in holders.get((role, scope), ())} for role in READERS}
    if rung.role == _READER:
        return next((found for found in by_role.values() if found), set())
    return by_role.get(rung.role, set())


async def _look_after_answer(tour: Round, one: Promised) -> None:
    """A question is late: admitted to whoever asked, once, and climbing until it is answered."""
    if not await questions.is_open(tour.connection, one.subject):
        await promises.end(tour.connection, ANSWER, [one.subject], tour.now, MOOT)
        return
    if one.admitted_at is None and one.person_id is not None:
        await notices.raise_for(tour.connection, ADMITTED, str(one.id), {one.person_id: tour.now})
    await _climb(tour, one)


# --- told ------------------------------------------------------------------------------------------------------------


async def tell_word(tour: Round, notice: Notice) -> Told | None:
    """Where it stands today, also when nothing was decided; and by when the next word comes."""
    usulan = await stored.by_id(tour.connection, int(notice.subject))
    if usulan is None or usulan.person_id != notice.person_id or await _is_over(tour, usulan):
        return None
    if not await promises.waits(tour.connection, NEWS, usulan.id, tour.now):
        return None  # they had another word meanwhile
    read = await _looked_at(tour, usulan)
    admits = read is None and await promises.admits_now(tour.connection, usulan.id, tour.now)
    until = await promised.word_given(tour, [(usulan, False)])
    return Told(_word(tour, notice.name, usulan, await _where(tour, usulan), until, read, admits=admits))


async def _where(tour: Round, usulan: Usulan) -> str:
    """What became of it as the proposer was told it, else its state; empty while nobody has moved it."""
    state, moved = await _stands(tour, usulan)
    if not moved:
        return ""
    if told := (await outcomes.look_up(tour.connection, tour.office, [usulan.id])).get(usulan.id):
        return as_html(told)
    return standing.name(tour.office, state, standing.track_of(tour.office, usulan.desa))


def _word(
    tour: Round, name: str, usulan: Usulan, where: str, until: datetime, read: datetime | None, *, admits: bool
) -> str:
    """`admits`: that nobody has read it is said the same day, and not twice."""
    told: dict[str, Any] = {"nomor": number_of(tour.office, usulan, tour.now)}
    told |= {"ringkas": quoted(tour.office, usulan.answers), "keadaan": where, "batas": tour.office.day(until)}
    told["dibaca"] = tour.office.day(usulan.read_at) if usulan.read_at else ""
    told["ditanya"] = tour.office.day(read) if read else ""
    told["ditegur"] = admits
    told["hari"] = tour.office.day(usulan.spoken_at)
    return tour.text("janji_kabar", nama=name, **told)


async def admit(tour: Round, notice: Notice) -> Told | None:
    """What was promised is late: said as it is, with whom it was told to."""
    one = await promises.by_id(tour.connection, int(notice.subject))
    if one is None or one.state != promises.OPEN or not await promises.admit(tour.connection, one.id, tour.now):
        return None
    told = await (_late_answer if one.kind == ANSWER else _late_reading)(tour, notice, one)
    if told is not None and one.kind != ANSWER:
        await promises.look_again(tour.connection, one.id, None, 1)
    return told


async def _late_reading(tour: Round, notice: Notice, one: Promised) -> Told | None:
    usulan = await stored.by_id(tour.connection, one.subject)
    if usulan is None or await _looked_at(tour, usulan):
        return None
    number = number_of(tour.office, usulan, tour.now)
    return Told(
        tour.text("janji_baca_terlambat", nama=notice.name, nomor=number, ringkas=quoted(tour.office, usulan.answers))
    )


async def _late_answer(tour: Round, notice: Notice, one: Promised) -> Told | None:
    asked = await questions.words_of(tour.connection, one.subject)
    if asked is None:
        return None
    return Told(tour.text("janji_jawab_terlambat", nama=notice.name, tanya=asked, siapa=await _reader(tour, one)))


async def _reader(tour: Round, one: Promised) -> str:
    """Whoever has it in their list: who was told it, else who reads nearest."""
    holders = await people.holders(tour.connection, READERS, list(chain(one.desa)), tour.now)
    asked = await questions.told_to(tour.connection, one.subject)
    nearest = min(holders, key=lambda each: (each.id != asked, READERS.index(each.role)), default=None)
    return nearest.name if nearest is not None else ""


async def tell_late(tour: Round, notice: Notice) -> Told | None:
    """For whoever owes it, or stands above those who do: how many are late in their wilayah; on a day on which words
    about usulan are due, for the office, what waits for a decision."""
    grants = (await grants_of(tour.connection, [notice.person_id], tour.now)).get(notice.person_id, ())
    scopes = sorted({grant.scope for grant in grants if grant.role in command("periksa").roles})
    found = {} if notice.subject else await promises.late(tour.connection, scopes, tour.now, 1)
    waiting = await _undecided(tour, scopes) if notice.subject else []
    if not found and not waiting:
        return None
    first = [await stored.by_id(tour.connection, one) for one in waiting[:_NAMED]]
    told = late_words(found) | {"putus": len(waiting), "hari": tour.office.catalog.calendar.policy.news_days}
    told["nomor"] = [number_of(tour.office, one, tour.now) for one in first if one is not None]
    return Told(tour.text("janji_ditagih", nama=notice.name, **told), _ways(tour, found))


def late_words(found: dict[str, int]) -> dict[str, Any]:
    return {"jawab": found.get(ANSWER, 0), "langsung": found.get("langsung", 0), "baca": found.get(promises.READ, 0)}


def _ways(tour: Round, found: dict[str, int]) -> dict[str, Any]:
    text: Callable[..., str] = tour.text
    answer = [(text("tombol_pertanyaan", jumlah=found[ANSWER]), "q:daftar:0")] if found.get(ANSWER) else []
    number = found.get("langsung", 0)
    direct = [(text("tombol_daftar_kabari", jumlah=number), "u:daftar:kabari:0")] if number else []
    return keyboard(answer, direct)


KINDS = {WORD: tell_word, ADMITTED: admit, LATE: tell_late}

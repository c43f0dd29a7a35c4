"""When nobody answers: reminded on the second and the fourth day, on the fifth whoever asked is told, then the
kecamatan. Silence is never a refusal: the usulan goes back to where it stood."""

from datetime import timedelta
from typing import Any

from bot.core.records import WITHDRAWN, Usulan
from bot.store.awaited import ANSWERED, OPEN, UNANSWERED
from bot.store.deciding import clarifications as stored
from bot.store.deciding.clarifications import Clarification
from bot.store.people import people, speakers
from bot.store.queues import notices
from bot.store.queues.notices import CLARIFIED, CLARIFY, SILENT, Notice
from bot.store.usulan import events
from bot.store.usulan import usulan as stored_usulan
from bot.work.access import FASILITATOR_KECAMATAN
from bot.work.deciding import in_person
from bot.work.deciding.clarifying import REMINDED_AFTER, answer_keys
from bot.work.reading.lines import way_to
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told, of_what
from bot.work.usulan import asked
from bot.work.usulan.usulan import number_of, quoted

#: After the one who asked was told, the kecamatan hears of it so much later.
_THEN_KECAMATAN = timedelta(days=2)


async def look_after(tour: Round, most: int) -> int:
    found = await stored.due(tour.connection, tour.now, most)
    for one, usulan in found:
        if usulan.status == WITHDRAWN:
            await _let_go(tour, one)
        elif one.state != OPEN:
            await _tell_kecamatan(tour, one, usulan)
        elif tour.now < one.due_at:
            await _remind(tour, one, usulan)
        else:
            await _end(tour, one, usulan)
    return len(found)


async def _let_go(tour: Round, one: Clarification) -> None:
    """Its usulan was taken back."""
    await stored.settle(tour.connection, one.id, stored.WITHDRAWN, tour.now)
    await stored.wait_on(tour.connection, one.id, one.reminded, None)


async def _remind(tour: Round, one: Clarification, usulan: Usulan) -> None:
    """However late the clock comes, once for all days that have passed."""
    times = [one.asked_at + after for after in REMINDED_AFTER]
    passed = sum(at <= tour.now for at in times)
    proposer = await speakers.whom_to_tell(tour.connection, usulan.id)
    whom = usulan.person_id
    if proposer is None:
        whom = await in_person.who_asks(tour.connection, usulan, one.asked_by, tour.now)
    if whom is not None:
        await notices.raise_for(tour.connection, CLARIFY, str(one.id), {whom: tour.now})
    await stored.wait_on(tour.connection, one.id, passed, [*times, one.due_at][passed])


async def _end(tour: Round, one: Clarification, usulan: Usulan) -> None:
    later = tour.now + _THEN_KECAMATAN
    await stored.settle(tour.connection, one.id, UNANSWERED, tour.now, next_at=later)
    await events.write(tour.connection, usulan.id, events.UNANSWERED, tour.now, klarifikasi=one.id)
    if one.asked_by is not None:
        await notices.raise_for(tour.connection, SILENT, str(one.id), {one.asked_by: tour.now})


async def _tell_kecamatan(tour: Round, one: Clarification, usulan: Usulan) -> None:
    holders = await people.holders(tour.connection, (FASILITATOR_KECAMATAN,), (usulan.kecamatan,), tour.now)
    others = {holder.id: tour.now for holder in holders if holder.id != one.asked_by}
    await notices.raise_for(tour.connection, SILENT, str(one.id), others)
    await stored.wait_on(tour.connection, one.id, one.reminded, None)


# --- told ------------------------------------------------------------------------------------------------------------


async def of(tour: Round, notice: Notice) -> tuple[Clarification, Usulan] | None:
    one = await stored.by_id(tour.connection, int(notice.subject))
    usulan = await stored_usulan.by_id(tour.connection, one.usulan_id) if one is not None else None
    return None if one is None or usulan is None or usulan.status == WITHDRAWN else (one, usulan)


async def is_open(tour: Round, notice: Notice) -> bool:
    pair = await of(tour, notice)
    return pair is not None and pair[0].state == OPEN


async def remind(tour: Round, notice: Notice) -> Told | None:
    """For the proposer; for who asks in person, where there is no telephone."""
    pair = await of(tour, notice)
    if pair is None or pair[0].state != OPEN:
        return None
    if pair[1].person_id == notice.person_id:
        return await _remind_proposer(tour, notice, *pair)
    return await _told_reader(tour, notice, "klarifikasi_ingat_langsung", *pair)


async def _remind_proposer(tour: Round, notice: Notice, one: Clarification, usulan: Usulan) -> Told | None:
    if await speakers.whom_to_tell(tour.connection, usulan.id) is None:
        return None
    told = {"nomor": number_of(tour.office, usulan, tour.now), "ringkas": quoted(tour.office, usulan.answers)}
    told |= {"siapa": await people.name_of(tour.connection, one.asked_by), "batas": tour.office.day(one.due_at)}
    text = tour.text("klarifikasi_ingat", nama=notice.name, isi=asked.question(tour.office, one), **told)
    answer = tour.text("tombol_jawab"), f"l:jawab:{one.id}"
    beside = of_what(tour.office, told["nomor"], answer)
    return Told(text, keyboard(*answer_keys(tour.office, usulan, one.id, one.field)), beside=beside)


async def _told_reader(
    tour: Round, notice: Notice, sentence: str, one: Clarification, usulan: Usulan, **more: Any
) -> Told | None:
    if not await in_person.reads(tour.connection, notice.person_id, usulan.id, tour.now):
        return None
    number = number_of(tour.office, usulan, tour.now)
    told: dict[str, Any] = {"nomor": number, "isi": asked.question(tour.office, one)}
    told |= {"hari": tour.office.day(one.asked_at), **more}
    by = await people.name_of(tour.connection, one.asked_by)
    told["cara"] = await way_to(tour.office, tour.connection, usulan)
    text = tour.text(sentence, nama=notice.name, siapa="" if one.asked_by == notice.person_id else by, **told)
    return Told(text, keyboard([(tour.text("tombol_baca", nomor=number), f"u:lihat:{usulan.id}")]))


async def tell_silence(tour: Round, notice: Notice, *, is_unsure: bool) -> Told | None:
    """For who asked, and for the kecamatan. `is_unsure`: something was said, and nobody knows whether it is the
    answer."""
    pair = await of(tour, notice)
    if pair is None or pair[0].state != UNANSWERED:
        return None
    return await _told_reader(tour, notice, "klarifikasi_diam", *pair, sempat=is_unsure)


async def tell_answered(tour: Round, notice: Notice) -> Told | None:
    """It was answered by the way, or who asked reads there no more."""
    pair = await of(tour, notice)
    if pair is None or pair[0].state != ANSWERED:
        return None
    return await _told_reader(tour, notice, "klarifikasi_terjawab", *pair)


KINDS = {CLARIFIED: tell_answered}

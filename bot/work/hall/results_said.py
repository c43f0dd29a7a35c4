"""What a meeting decided, said by whoever leads it, whatever stands there: it is asked once more, and then written
down. Nobody has to open its screen first."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.deciding import decisions as stored
from bot.store.deciding.decisions import NOT_YET, OUTCOMES
from bot.work.access import allowed, button
from bot.work.hall import by_words, deciding_by_words, forum_list, hub, reading_back, results
from bot.work.hall.args import number
from bot.work.hall.meeting import FAMILY, Hall, enter
from bot.work.hall.results_told import Result, told_in
from bot.work.saying.keyboard import press
from bot.work.saying.naming import occasion_name
from bot.work.usulan.usulan import place, spoken_name
from bot.work.visit import Visit

#: Characters of a reason in own words, as in its form.
_SHORTEST_REASON, _LONGEST_REASON = 5, 300


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it tells of an usulan what was decided of it."""
    result = _told(visit, heard)
    if result is None:
        return False
    asked = deciding_by_words.asked(await by_words.keys_shown(visit))
    if asked is None and not result.is_plain:
        return False
    halls = await _halls(visit, asked[0] if asked else None)
    for hall in halls:
        one = _one(await reading_back.of_meeting(hall), result, asked[1] if asked else 0)
        if one is not None:
            await _offer(hall, one, result)
            return True
    if halls and result.serial is not None:
        name = occasion_name(visit.office, halls[0].occasion)
        visit.say("hasil_nomor_tidak_ada", nomor=result.serial, pertemuan=name)
    return bool(halls)


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that opens the result of the usulan that is named; None where none is told."""
    result = _told(visit, heard)
    for hall in await _halls(visit, None) if result is not None and result.is_plain else ():
        one = _one(await reading_back.of_meeting(hall), result, 0)
        if one is not None:
            return press(FAMILY, "hasil", hall.id, one.id)
    return None


def _told(visit: Visit, heard: Heard) -> Result | None:
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return None
    found = told_in(visit, heard.text)
    return replace(found, why="") if found is not None and len(found.why) < _SHORTEST_REASON else found


async def _halls(visit: Visit, asked: int | None) -> list[Hall]:
    """The meeting whose screen asks; else those of today, then what was held lately, the last one first."""
    if asked is not None:
        hall = await enter(visit, asked)
        return [hall] if hall is not None else []
    return [Hall(visit, one) for one in await _open(visit)]


async def _open(visit: Visit) -> list[Occasion]:
    """Above the desa results are ticked in a list."""
    return [one for one in await hub.of_these_days(visit) if not forum_list.is_one(one)]


def _one(listed: Sequence[Usulan], result: Result | None, shown: int) -> Usulan | None:
    """By its own number; else, where no kecamatan is named, by its place. Without a number that which is shown."""
    if result is None or result.serial is None:
        return next((one for one in listed if one.id == shown), None)
    here = [one for one in listed if result.kecamatan in ("", one.kecamatan)]
    own = [one for one in here if one.serial == result.serial]
    if own or result.kecamatan:
        return next((one for one in own if one.id == shown), own[0] if own else None)
    return listed[result.serial - 1] if 0 < result.serial <= len(listed) else None


async def _offer(hall: Hall, one: Usulan, result: Result) -> None:
    """The reason is kept until they agree; without one it is asked."""
    visit = hall.visit
    async with visit.ask() as connection:
        known = (await stored.of_occasion(connection, hall.id)).get(one.id)
        if result.why:
            told = {"usulan": one.id, "why": result.why[:_LONGEST_REASON]}
            await occasions.log(connection, hall.id, occasions.WISHED, visit.now, visit.me.id, told)
    seen = known.version if known else 0
    if result.outcome == NOT_YET and not result.why:
        results.ask_reason(hall, one, seen)
        return
    yes = hall.key(Words("hasil_tombol_ya"), "tetapkan", one.id, OUTCOMES.index(result.outcome), seen)
    text = visit.text(
        "hasil_betulkah",
        nomor=spoken_name(visit.office, one.kecamatan, one.serial),
        tempat=place(one.answers),
        isi=await results.wish(hall, one),
        pertemuan=occasion_name(visit.office, hall.occasion),
        hasil=visit.text(f"hasil_kata_{result.outcome}"),
        alasan=result.why,
        kini=visit.text(f"hasil_kata_{known.outcome}") if known else "",
    )
    hall.show(text, [yes], [hall.key(Words("hasil_tombol_lain_hasil"), "hasil", one.id)])


async def agree(hall: Hall, args: list[str]) -> None:
    """*Ya, catat*: with the reason that was told."""
    visit, usulan_id = hall.visit, number(args)
    async with visit.ask() as connection:
        why = await occasions.why_decided(connection, hall.id, usulan_id, visit.me.id)
    if number(args, 1) == OUTCOMES.index(NOT_YET) and why:
        await results.keep_reason(hall, usulan_id, number(args, 2), why)
    else:
        await results.decide(hall, args)

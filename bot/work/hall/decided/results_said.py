"""What a meeting decided, said by whoever leads it, whatever stands there: it is asked once more, and then written
down. Nobody has to open its screen first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.deciding.order_behind import without_order
from bot.core.deciding.states import TRACKS
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.deciding import decisions as stored
from bot.store.deciding.decisions import NOT_YET, ONWARD
from bot.work.access import allowed, button
from bot.work.deciding import spoken
from bot.work.hall import by_words, hub
from bot.work.hall.args import number
from bot.work.hall.decided import forum_list, missing, results, results_about, results_rest, results_waiting
from bot.work.hall.decided.results_told import RANKED, UNREAD, Result, told_in
from bot.work.hall.decided.results_waiting import Row, Waiting
from bot.work.hall.meeting import FAMILY, Hall, enter
from bot.work.saying.keyboard import Key, press
from bot.work.saying.naming import occasion_name
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import place
from bot.work.visit import Visit

#: Characters of a reason in own words, as in its form.
_SHORTEST_REASON, _LONGEST_REASON = 5, 300
_ASKS_WHY, _ASKS_REST = "sebab", "sisasebab"
_SEVERAL = 2  # results: of one alone it is to be known that results are told
_REST = 0  # in the place of an usulan: everything of which nothing was said


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it tells of usulan what was decided of them. What was told before, and waits for its yes, waits along."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    text, rest = results_rest.rest_apart(visit, without_order(heard.text, visit.office.catalog.world))
    heard = replace(heard, text=text)
    read = _told(visit, heard, vague=True)
    is_rest_alone = rest is not None and rest.outcome != UNREAD and not text
    if not (read or is_rest_alone or results_about.told_in(visit, text)):
        return False
    waiting = await results_waiting.found(visit, await by_words.keys_shown(visit))
    if not (waiting and any(map(results.wants, waiting.rows))):
        read = _plainly(read)
    read = read or await _told_about(visit, heard, asked=waiting is not None)
    told = [one for one in read if one.outcome != UNREAD]
    if not told and (not is_rest_alone or waiting is None):
        return await results_about.ask_which(await _halls(visit, None), heard)
    halls = await _halls(visit, waiting.meeting if waiting else None)
    if waiting is None and len(told) + (rest is not None) < _SEVERAL and not told[0].is_plain:
        halls = [hall for hall in halls if await visit.ask_once(stored.of_occasion, hall.id)]
    for hall in halls:
        if await _takes(hall, read, rest, waiting):
            return True
    numbered = any(result.serial is not None for result in told) and not spoken.is_told_by_officer(visit, heard.text)
    if halls and numbered:
        await _say_missing(halls[0], told)
        if waiting is not None and waiting.rows:
            await _offer(halls[0], await _named(halls[0], [], waiting), [], waiting)
    return bool(halls) and numbered


async def ask_again(visit: Visit) -> bool:
    """Whether results wait for a yes; they are shown once more."""
    waiting = await results_waiting.found(visit, await by_words.keys_shown(visit))
    hall = await enter(visit, waiting.meeting) if waiting is not None and waiting.rows else None
    if hall is None or waiting is None or any(map(results.wants, waiting.rows)):
        return False
    visit.say("hasil_catat_dulu")
    await _offer(hall, await _named(hall, [], waiting), [], waiting)
    return True


async def _takes(hall: Hall, read: Sequence[Result], rest: Result | None, waiting: Waiting | None) -> bool:
    """Whether something of it is found in this meeting. What nobody could read is not of the rest."""
    told = [one for one in read if one.outcome != UNREAD]
    listed, shown = await _named(hall, told, waiting), waiting.shown if waiting else 0
    each = [(_one(hall, listed, result, shown), result) for result in read]
    found = {one.id: (one, result) for one, result in each if one is not None and result.outcome != UNREAD}
    if rest is not None and (found or not told):
        but = [one.id for one, result in each if one is not None and result.outcome == UNREAD]
        listed, found = await results_rest.with_rest(hall, listed, found, rest, waiting, but)
    if found:
        unread = [one.why for one in read if one.outcome == UNREAD]
        if unread := [*unread, *results_rest.unread_in(hall, rest)]:
            hall.visit.say("hasil_belum_terbaca", baris=unread)
        await _say_missing(hall, [result for one, result in each if one is None and result.outcome != UNREAD])
        await _offer(hall, listed, list(found.values()), waiting)
    return bool(found)


async def _named(hall: Hall, told: Sequence[Result], waiting: Waiting | None) -> Sequence[Usulan]:
    """What these words may be about, and what waits with it."""
    ids = [*(row["usulan"] for row in waiting.rows), waiting.shown] if waiting is not None else []
    return await results.named(hall, [one.serial for one in told if one.serial is not None], ids)


async def _say_missing(hall: Hall, told: Sequence[Result]) -> None:
    for result in told:
        if result.serial is not None:
            await missing.say(hall, result)


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that opens the result of the first usulan that is named; None where none is told."""
    told = _told(visit, heard)
    result = told[0] if told and told[0].is_plain else None
    for hall in await _halls(visit, None) if result is not None else ():
        one = _one(hall, await _named(hall, told, None), result, 0)
        if one is not None:
            return press(FAMILY, "hasil", hall.id, one.id)
    return None


async def hall_of(visit: Visit, one: Usulan) -> Hall | None:
    """The meeting of these days that decided of it; None where none did."""
    for hall in await _halls(visit, None) if allowed(button(FAMILY), visit.grants) else ():
        if one.id in await visit.ask_once(stored.of_occasion, hall.id):
            return hall
    return None


async def show_result(visit: Visit, one: Usulan) -> bool:
    """What a meeting of these days decided of it, to be chosen anew; False where none did."""
    hall = await hall_of(visit, one)
    if hall is not None:
        await results.show(hall, [str(one.id)])
    return hall is not None


async def propose_reason(hall: Hall, one: Usulan, why: str) -> None:
    """Of one that was not taken: it is asked whether this is why."""
    await _offer(hall, [one], [(one, Result(NOT_YET, why))], None)


def tells_several(visit: Visit, heard: Heard) -> bool:
    return len(_told(visit, heard)) >= _SEVERAL


def _told(visit: Visit, heard: Heard, *, vague: bool = False) -> list[Result]:
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return []
    if spoken.is_of_office(visit, heard.text):
        return []
    found = told_in(visit, without_order(heard.text, visit.office.catalog.world))
    found = found if vague else _plainly(found)
    return [one if _is_a_reason(visit, one.why) else replace(one, why="") for one in found]


def _is_a_reason(visit: Visit, why: str) -> bool:
    """ "Krn dana" is short, and known."""
    return len(why) >= _SHORTEST_REASON or outcomes.reason_in(visit.office, why, TRACKS) is not None


def _plainly(read: list[Result]) -> list[Result]:
    return [] if all(one.vague for one in read) else read


async def _told_about(visit: Visit, heard: Typed, *, asked: bool) -> list[Result]:
    """By what they are about, in the last meeting in whose list something of it is found."""
    if not results_about.told_in(visit, heard.text):
        return []
    for hall in await _halls(visit, None):
        if (by_number := await results_about.numbered(hall, heard, asked=asked)) is not None:
            return _told(visit, by_number)
    return []


async def _halls(visit: Visit, asked: int | None) -> list[Hall]:
    """The meeting whose screen asks; else those of today, then what was held lately, the last one first."""
    if asked is not None:
        hall = await enter(visit, asked)
        return [hall] if hall is not None else []
    return [Hall(visit, one) for one in await hub.of_these_days(visit)]


def _one(hall: Hall, listed: Sequence[Usulan], result: Result | None, shown: int) -> Usulan | None:
    """By its own number; else, where no kecamatan is named, by its place in the list of a desa. Without a number that
    which is shown. A number that several kecamatan have is nobody's without the name of one."""
    if result is None or result.serial is None:
        return next((one for one in listed if one.id == shown), None)
    here = [one for one in listed if result.kecamatan in ("", one.kecamatan)]
    own = [one for one in here if one.serial == result.serial]
    if len({one.kecamatan for one in own}) > 1:
        return None
    if own or result.kecamatan or forum_list.is_one(hall.occasion):
        return next((one for one in own if one.id == shown), own[0] if own else None)
    return listed[result.serial - 1] if 0 < result.serial <= len(listed) else None


async def _offer(
    hall: Hall, listed: Sequence[Usulan], told: Sequence[tuple[Usulan, Result]], waiting: Waiting | None
) -> None:
    """What is told is kept until they agree; what is wanting of the only one is asked."""
    async with hall.visit.ask() as connection:
        known = await stored.of_occasion(connection, hall.id)
    before, taken = waiting.rows if waiting and waiting.meeting == hall.id else (), {one.rank for _, one in told}
    rows = {row["usulan"]: {**row, "rank": None} if row.get("rank") in taken else row for row in before}
    for one, result in told:
        seen = known[one.id].version if one.id in known else 0
        outcome = result.outcome if results.decides(hall, result.outcome) else ONWARD
        if outcome == RANKED:
            outcome = known[one.id].outcome if seen and known[one.id].outcome != NOT_YET else ONWARD
        why, rank = result.why[:_LONGEST_REASON], result.rank
        rows[one.id] = {"usulan": one.id, "outcome": outcome, "why": why, "seen": seen, "rank": rank}
    by_id = {one.id: one for one in listed}
    together = [(by_id[key], row) for key, row in rows.items() if key in by_id]
    if len(together) == 1 and results.wants(together[0][1]):
        await results.ask_what_wants(hall, *together[0])
        return
    key = await _keep_told(hall, [row for _, row in together])
    await _show(hall, key, together, {which: one.outcome for which, one in known.items()})


async def _show(hall: Hall, key: int, together: Sequence[tuple[Usulan, Row]], known: Mapping[int, str]) -> None:
    """One is shown with what it asks for; several are a list."""
    visit, yes = hall.visit, hall.key(Words("hasil_tombol_ya"), "tetapkan", key)
    meeting = occasion_name(visit.office, hall.occasion)
    said = [_words(hall, one, row, known.get(one.id)) for one, row in together]
    if len(together) > 1:
        hall.show(visit.text("hasil_betulkah_banyak", pertemuan=meeting, hasil=said), [yes], [hall.back("hasil")])
        return
    one = together[0][0]
    text = visit.text("hasil_betulkah", pertemuan=meeting, isi=await results.wish(hall, one), **said[0])
    hall.show(text, [yes], [hall.key(Words("hasil_tombol_lain_hasil"), "hasil", one.id)])


def _words(hall: Hall, one: Usulan, row: Row, now: str | None) -> dict[str, Any]:
    return {
        "nomor": hall.visit.office.spoken_number(one),
        "tempat": place(one.answers),
        "hasil": results.word(hall, one, row["outcome"]),
        "alasan": row["why"],
        "kini": results.word(hall, one, now) if now else "",
        "urutan": row.get("rank") or 0,
        "ditanya": row["outcome"] if results.wants(row) else "",
    }


async def agree(hall: Hall, args: list[str]) -> None:
    """*Ya, catat*: each with the reason that was told; those of which something is wanting are asked one by one."""
    visit = hall.visit
    told = await visit.ask_once(occasions.results_told, hall.id, visit.me.id, number(args))
    if told and told[0]["usulan"] == _REST:
        await forum_list.keep_rest_because(hall, told[0]["why"])
        await results.show(hall, [])
        return
    listed = {one.id: one for one in await results.named(hall, ids=[row["usulan"] for row in told])}
    rows = [row for row in told if row["usulan"] in listed]
    whole = [row for row in rows if not results.wants(row)]
    if not rows:
        visit.stale()
        return
    told_of = [(listed[row["usulan"]], row["outcome"], row["seen"], row["why"], row.get("rank")) for row in whole]
    kept = [await results.write_down(hall, *each) for each in told_of]
    results.say_kept(hall, all(kept))
    before = await visit.ask_once(occasions.results_agreed, hall.id, visit.me.id)
    anew = {row["usulan"] for row in rows}
    asked_still = [row for row in before if row["usulan"] not in anew]
    await _keep_told(hall, [*(row for row in rows if results.wants(row)), *asked_still], agreed=True)
    await results.go_on(hall)


async def take_reason(visit: Visit, why: str, keys: Sequence[Key]) -> bool:
    """A reason in own words where one is asked for, of one usulan or of all that is left: it is asked once more."""
    why = without_order(" ".join(why.split()), visit.office.catalog.world)
    parts = {data.split(":")[1]: data.split(":") for _, data in keys}
    asked = parts.get(_ASKS_WHY) or parts.get(_ASKS_REST)
    hall = await enter(visit, number(asked, 2)) if asked is not None else None
    if hall is None or asked is None or not _SHORTEST_REASON <= len(why) <= _LONGEST_REASON:
        return False
    if _ASKS_WHY not in parts:
        await _offer_rest(hall, why)
        return True
    listed = await results.named(hall, ids=[number(asked, 3)])
    one = next((one for one in listed if one.id == number(asked, 3)), None)
    if one is not None:
        await propose_reason(hall, one, why)
    return one is not None


async def _offer_rest(hall: Hall, why: str) -> None:
    key = await _keep_told(hall, [{"usulan": _REST, "outcome": NOT_YET, "why": why, "seen": 0}])
    text = hall.visit.text("hasil_sisanya_betulkah", jumlah=await forum_list.left(hall), alasan=why)
    hall.show(text, [hall.key(Words("hasil_tombol_ya"), "tetapkan", key)], [hall.back("daftarhasil")])


async def _keep_told(hall: Hall, rows: Sequence[Row], *, agreed: bool = False) -> int:
    """Until they agree, and then what is asked still; returns by what it is found."""
    key = hall.visit.turn.update_id
    async with hall.visit.ask() as connection:
        kept = {"key": key, "agreed" if agreed else "results": list(rows)}
        await occasions.log(connection, hall.id, occasions.WISHED, hall.visit.now, hall.visit.me.id, kept)
    return key

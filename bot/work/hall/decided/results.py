"""What the meeting decides is written down in the hall, one tap for each usulan and one more for the reason; then
everybody who brought one is told."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.store.calendar import occasions
from bot.store.deciding import decisions as stored
from bot.store.deciding.decisions import NOT_YET, OUTCOMES, OWN, RESERVE, Decision
from bot.store.queues import news
from bot.store.reading import readings
from bot.work.access import button
from bot.work.deciding import feedback, recorded, telling
from bot.work.hall import drafts, reading_back
from bot.work.hall.args import number
from bot.work.hall.decided import forum_list
from bot.work.hall.decided.results_numbers import in_order
from bot.work.hall.decided.results_words import PUT_OFF
from bot.work.hall.meeting import Hall
from bot.work.reading import delicate
from bot.work.reading.lists import UNTOLD, sight_of
from bot.work.saying.keyboard import Key, in_rows
from bot.work.saying.naming import occasion_name, task_title
from bot.work.saying.paging import page_of
from bot.work.usulan import outcomes, standing
from bot.work.usulan.usulan import place
from bot.work.visit import Journey, Visit

_ON_A_PAGE = 12
_TOLD = 20  # results that are read before they are told
_LONGEST = 300  # characters of a wish that say which usulan it is


async def show(hall: Hall, args: list[str]) -> None:
    """The usulan that a button meant, else the next one without a result, else what there is in all; above the desa
    the list that is ticked."""
    if forum_list.is_one(hall.occasion):
        await forum_list.show(hall, [])
        return
    listed = await reading_back.of_meeting(hall)
    known = await hall.visit.ask_once(stored.of_occasion, hall.id)
    one = _wanted(listed, known, number(args))
    if not listed:
        apart = await reading_back.elsewhere(hall)
        alone = await reading_back.theirs_alone(hall)
        told = hall.visit.text("hasil_belum_ada_usulan", di_kecamatan=apart, khusus=alone)
        hall.show(told + await reading_back.ended_note(hall), [hall.back()])
    elif one is None:
        await _show_sum(hall, listed, known)
    else:
        await _show_one(hall, one, listed, known.get(one.id))


def _wanted(listed: Sequence[Usulan], known: Mapping[int, Decision], wanted: int) -> Usulan | None:
    meant = next((one for one in listed if one.id == wanted), None)
    return meant or next((one for one in listed if one.id not in known), None)


async def _show_one(hall: Hall, one: Usulan, listed: Sequence[Usulan], said: Decision | None) -> None:
    at = listed.index(one)
    told = {
        "ke": at + 1,
        "semua": len(listed),
        "nomor": hall.visit.office.spoken_number(one),
        "tempat": place(one.answers),
    }
    now = word(hall, one, said.outcome) if said else ""
    words = await wish(hall, one)
    seen = said.version if said else 0
    keys = [_key(hall, one, outcome, seen) for outcome in OUTCOMES if decides(hall, outcome)]
    turns = [hall.key(Words("rapat_tombol_mundur"), "hasil", listed[at - 1].id)] if at else []
    if at + 1 < len(listed):
        turns.append(hall.key(Words("rapat_tombol_lewati"), "hasil", listed[at + 1].id))
    text = hall.visit.text("hasil_tanya", **told, isi=words, kini=now) + await reading_back.ended_note(hall)
    hall.show(text, keys, turns, [hall.back()])


def decides(hall: Hall, outcome: str) -> bool:
    """Only a village decides about its own money."""
    states = hall.visit.office.catalog.states
    return outcome != OWN or states.forum(hall.occasion.kind, outcome) is not None


def word(hall: Hall, one: Usulan, outcome: str) -> str:
    return outcomes.result(hall.visit.office, outcome, standing.track_of(hall.visit.office, one.desa))


def _key(hall: Hall, one: Usulan, outcome: str, seen: int) -> Key:
    office = hall.visit.office
    label = standing.own(office, f"hasil_tombol_{outcome}", standing.track_of(office, one.desa))
    return hall.key(Words(label), "putus", one.id, OUTCOMES.index(outcome), seen)


async def wish(hall: Hall, one: Usulan) -> str:
    """What it asks for; where nothing was asked, what it tells. Empty where that is nothing for a hall."""
    async with hall.visit.ask() as connection:
        if await delicate.among(connection, hall.visit.office, [one]):
            return ""
    told = (await reading_back.spoken_words(hall, [one]))[one.id]
    return reading_back.cut(told["harapan"] or told["cerita"], _LONGEST)


async def _show_sum(hall: Hall, listed: Sequence[Usulan], known: Mapping[int, Decision]) -> None:
    here = [known[one.id].outcome for one in listed if one.id in known]
    waiting = await hall.visit.ask_once(stored.untold, hall.id)
    counts = {outcome: here.count(outcome) for outcome in OUTCOMES}
    tell = [hall.key(Words("hasil_tombol_kabari", {"jumlah": waiting}), "kabari")] if waiting else []
    again = [hall.key(Words("rapat_tombol_ulangi"), "hasil", listed[0].id)]
    one = [hall.key(Words("hasil_tombol_ubah_satu"), "ubahsatu", 0)]
    apart = await reading_back.elsewhere(hall)
    own, order = _own_words(hall, listed, known), in_order(hall.visit, listed, known)
    left_out = {"di_kecamatan": apart, "khusus": await reading_back.theirs_alone(hall)}
    told = hall.visit.text("hasil_semua_dicatat", **counts, **left_out, menunggu=waiting, kata=own, urutan=order)
    hall.show(told + await reading_back.ended_note(hall), tell, one, again, [hall.back()])


def _own_words(hall: Hall, listed: Sequence[Usulan], known: Mapping[int, Decision]) -> list[dict[str, str]]:
    """Reasons that nobody has read yet but who wrote them: they go out as they stand."""
    waiting = [(one, known[one.id]) for one in listed if one.id in known and known[one.id].told_at is None]
    return [{"nomor": hall.visit.office.spoken_number(one), "isi": said.note} for one, said in waiting if said.note]


async def choose_one(hall: Hall, args: list[str]) -> None:
    """*Ubah satu hasil*: a button for each that has one, by its number."""
    listed = await reading_back.of_meeting(hall)
    known = await hall.visit.ask_once(stored.of_occasion, hall.id)
    page = page_of([one for one in listed if one.id in known], number(args), _ON_A_PAGE)
    keys = [hall.key(hall.visit.office.spoken_number(one), "hasil", one.id) for one in page.shown]
    text = (
        hall.visit.text("hasil_ubah_yang_mana")
        if page.shown
        else hall.visit.text("hasil_belum_ada_usulan", di_kecamatan=0, khusus=[])
    )
    hall.show(text, *in_rows(keys), hall.turning("ubahsatu", page), [hall.back("hasil")])


async def decide(hall: Hall, args: list[str]) -> None:
    """*Dibawa terus*, *Cadangan*; *Belum dibawa* asks for the reason first."""
    one, chosen = await _of_meeting(hall, number(args)), number(args, 1)
    if one is None or chosen >= len(OUTCOMES) or not decides(hall, OUTCOMES[chosen]):
        hall.visit.stale()
    elif OUTCOMES[chosen] == NOT_YET:
        ask_reason(hall, one, number(args, 2))
    else:
        say_kept(hall, await _keep(hall, one, OUTCOMES[chosen], number(args, 2)))
        await go_on(hall)


async def _of_meeting(hall: Hall, usulan_id: int) -> Usulan | None:
    return next((one for one in await named(hall, ids=[usulan_id]) if one.id == usulan_id), None)


async def named(hall: Hall, serials: Sequence[int] = (), ids: Sequence[int] = ()) -> Sequence[Usulan]:
    """What a meeting decides on: all of a desa, in its order; above that, where nobody goes through them all, those of
    these numbers and these very ones."""
    if forum_list.is_one(hall.occasion):
        return await forum_list.named(hall, serials, ids)
    return await reading_back.of_meeting(hall)


def _codes(hall: Hall, one: Usulan) -> Sequence[str]:
    return outcomes.codes(hall.visit.office, [standing.track_of(hall.visit.office, one.desa)])


def ask_reason(hall: Hall, one: Usulan, seen: int) -> None:
    codes = enumerate(_codes(hall, one), 1)
    keys: list[Key] = [hall.key(outcomes.label(code), "sebab", one.id, at, seen) for at, code in codes]
    other = [hall.key(Words("hasil_tombol_lain"), "sebablain", one.id, seen)]
    text = hall.visit.text("hasil_sebab_mana", nomor=hall.visit.office.spoken_number(one))
    hall.show(text, *in_rows(keys), other, [hall.back("hasil", one.id)])


async def ask_put_off(hall: Hall, one: Usulan) -> None:
    """It does not go on just now: as a reserve, or not this year."""
    said = (await hall.visit.ask_once(stored.of_occasion, hall.id)).get(one.id)
    seen = said.version if said else 0
    keys = [_key(hall, one, outcome, seen) for outcome in (RESERVE, NOT_YET)]
    now = word(hall, one, said.outcome) if said else ""
    hall.show(
        hall.visit.text("hasil_ditunda_mana", nomor=hall.visit.office.spoken_number(one), kini=now),
        keys,
        [hall.back("hasil")],
    )


def wants(row: Mapping[str, Any]) -> bool:
    """Whether something of what was told is to be asked still: its reason, or what "put off" means."""
    return bool(row["outcome"] == PUT_OFF or (row["outcome"] == NOT_YET and not row["why"]))


async def ask_what_wants(hall: Hall, one: Usulan, row: Mapping[str, Any]) -> None:
    if row["outcome"] == PUT_OFF:
        await ask_put_off(hall, one)
    else:
        ask_reason(hall, one, row["seen"])


async def go_on(hall: Hall) -> None:
    """The next of those told together that lacks something, while nobody wrote it down; else the next result."""
    async with hall.visit.ask() as connection:
        told = await occasions.results_agreed(connection, hall.id, hall.visit.me.id)
        known = await stored.of_occasion(connection, hall.id) if told else {}
    seen = {which: one.version for which, one in known.items()}
    rows = {row["usulan"]: row for row in told if seen.get(row["usulan"], 0) == row["seen"]}
    listed = await named(hall, ids=list(rows)) if rows else ()
    one = next((one for one in listed if one.id in rows), None)
    if one is not None:
        await ask_what_wants(hall, one, rows[one.id])
    else:
        await show(hall, [])


async def give_reason(hall: Hall, args: list[str]) -> None:
    one, at = await _of_meeting(hall, number(args)), number(args, 1)
    codes = _codes(hall, one) if one is not None else ()
    if one is None or not 0 < at <= len(codes):
        hall.visit.stale()
        return
    say_kept(hall, await _keep(hall, one, NOT_YET, number(args, 2), reason=codes[at - 1]))
    await go_on(hall)


async def ask_own_reason(hall: Hall, args: list[str]) -> None:
    """A reason that no button has."""
    one = await _of_meeting(hall, number(args))
    if one is None:
        hall.visit.stale()
    else:
        drafts.ask(hall, JOURNEY, usulan=one.id, dilihat=number(args, 1))


async def finish_reason(visit: Visit, flow: Flow, state: State) -> None:
    hall = await drafts.enter_again(visit, state)
    if hall is not None:
        why = " ".join(record(flow, state)["sebab"]["text"].split())
        usulan_id, seen = int(state.about["usulan"]), int(state.about.get("dilihat", 0))
        one = await _of_meeting(hall, usulan_id)
        if one is not None:
            say_kept(hall, await write_down(hall, one, NOT_YET, seen, why))
            await go_on(hall)


async def write_down(hall: Hall, one: Usulan, outcome: str, seen: int, why: str, rank: int | None = None) -> bool:
    """A result with its reason in own words; those of a button are that button."""
    code = outcomes.reason_in(hall.visit.office, why, [standing.track_of(hall.visit.office, one.desa)])
    return await _keep(hall, one, outcome, seen, reason=code, note=None if code else why or None, rank=rank)


async def _keep(hall: Hall, one: Usulan, outcome: str, seen: int, reason: str | None = None, **told: Any) -> bool:
    """`seen`: the version that stood there; what somebody else wrote since then stands."""
    visit = hall.visit
    async with visit.ask() as connection:
        decision = Decision(hall.id, one.id, outcome, reason, told.get("note"), visit.now, None, rank=told.get("rank"))
        return await telling.keep(visit, connection, hall.occasion, decision, seen)


def say_kept(hall: Hall, is_kept: bool) -> None:
    hall.visit.toast("rapat_dicatat" if is_kept else "hasil_didahului")


async def ask_to_tell(hall: Hall, _args: list[str]) -> None:
    """Asked for in words, or from another screen: who will read what stands there before anybody is told."""
    known = await hall.visit.ask_once(stored.of_occasion, hall.id)
    waiting = [which for which, one in known.items() if one.told_at is None]
    listed = [one for one in await named(hall, ids=waiting) if one.id in waiting]
    if not listed:
        await tell_all(hall, [])
        return
    number_of = hall.visit.office.spoken_number
    told = [{"nomor": number_of(one), "hasil": word(hall, one, known[one.id].outcome)} for one in listed]
    key = hall.key(Words("hasil_tombol_kabari", {"jumlah": len(waiting)}), "kabari")
    meeting, more = occasion_name(hall.visit.office, hall.occasion), max(len(told) - _TOLD, 0)
    text = hall.visit.text("hasil_kabari_dulu", pertemuan=meeting, jumlah=len(waiting), hasil=told[:_TOLD], lagi=more)
    hall.show(text, [key], [hall.back("hasil")])


async def tell_all(hall: Hall, _args: list[str]) -> None:
    """*Kabari pengusulnya*: by the clock, each once; who has no telephone stands on the list of their facilitator."""
    visit = hall.visit
    async with visit.ask() as connection:
        waiting = await stored.untold(connection, hall.id)
        alone = await stored.leave_to_a_neighbour(connection, hall.id, visit.now)
        await recorded.record(visit.round(connection), hall.occasion, alone, told=False)
        if waiting:
            await news.put_out(connection, telling.DECIDED, hall.id, visit.now, None)
        done = await feedback.settle(visit, connection, hall.id) if waiting else None
        left = len(alone) if waiting else await readings.count(connection, UNTOLD, sight_of(visit, button("u")))
    undo = [(visit.text("tombol_tugas_buka_lagi"), f"t:buka_lagi:{done.id}")] if done is not None else []
    told = {"hp": waiting - len(alone), "langsung": left}
    title = task_title(visit.office, done.rule) if done is not None else ""
    hall.show(visit.text("hasil_dikabarkan", **told, selesai=title), undo, [hall.back()])


JOURNEY = Journey("hasil_alasan", finish_reason)

"""What came of an announcement: how many have it, how many understood, who did not, and what can be done about it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.broadcasts.sums import Sums, summed
from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.core.kinds.telepon import spelt
from bot.core.wilayah import KECAMATAN, kecamatan_of, level_of
from bot.store.broadcasts import broadcasts, receipts, results
from bot.store.broadcasts.broadcasts import DONE, RUNNING, SENT_STATES, STOPPED, WITHDRAWN, Broadcast
from bot.store.broadcasts.results import CHAT, PERSON, READER, UNCONFIRMED, UNSURE, Recipient, Result, Tally
from bot.store.people import phones
from bot.work.broadcasts.under_way import steering, wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.naming import place_name
from bot.work.saying.paging import Page, page_of, turning
from bot.work.visit import Visit

#: States in which there is something to look at.
LOOKED_AT = (*SENT_STATES, WITHDRAWN)
_LINES, _NAMES, _NAMED, _NEWEST = 15, 20, 8, 5
_WRITTEN, _QUOTED = 20, 150  # answers; characters


@dataclass(frozen=True, slots=True)
class Outcome:
    """An announcement with what its ledger says now."""

    one: Broadcast
    result: Result

    def of(self, kind: str) -> list[Tally]:
        return [tally for tally in self.result.tallies if tally.kind == kind]

    def by(self, key: Callable[[Tally], str]) -> dict[str, Sums]:
        """People only, by a wilayah or a role."""
        sorts: dict[str, list[Tally]] = {}
        for tally in sorted(self.of(PERSON), key=key):
            sorts.setdefault(key(tally), []).append(tally)
        return {name: sums_of(tallies) for name, tallies in sorts.items()}

    def with_outcome(self, outcomes: Iterable[str]) -> int:
        """Of people and groups, as steering tries them again."""
        return sum(tally.number for tally in self.result.tallies if tally.outcome in outcomes)


def sums_of(tallies: Iterable[Tally]) -> Sums:
    return summed((tally.outcome, tally.number, tally.understood, tally.replied) for tally in tallies)


async def looked_at(visit: Visit, broadcast_id: int) -> Broadcast | None:
    """For its author, and for an officer of the wilayah; else a word why not."""
    async with visit.ask() as connection:
        one = await steering.to_see(visit, connection, broadcast_id)
    if one is not None and one.state not in LOOKED_AT:
        visit.stale()
        return None
    return one


async def gather(visit: Visit, broadcast_id: int) -> Outcome | None:
    one = await looked_at(visit, broadcast_id)
    if one is None:
        return None
    async with visit.ask() as connection:
        return Outcome(one, await results.of(connection, one.id))


# --- all of it -------------------------------------------------------------------------------------------------------


async def show(visit: Visit, broadcast_id: int) -> None:
    """*Lihat hasil*."""
    found = await gather(visit, broadcast_id)
    if found is None:
        return
    people = sums_of(found.of(PERSON))
    places = found.by(lambda tally: kecamatan_of(tally.place))
    visit.say(
        "siaran_hasil",
        keyboard(*_buttons(visit, found, people)),
        **head_of(visit, found.one),
        keadaan=found.one.state,
        n=people.to_say(),
        grup=_groups(found),
        kecamatan=_lines(visit, places) if 1 < len(places) <= _LINES else [],
        cek=_check(found),
        pilihan=await _choices(visit, found),
        tulisan=await _written(visit, found.one, _NAMED),
        ralat=_mended(found),
        ringkas=found.one.thinned_at is not None,
        orang=await _silent(visit, found, people),
    )


async def _silent(visit: Visit, found: Outcome, people: Sums) -> list[str]:
    """The first of those who have it and have not confirmed, by name."""
    if not people.silent or found.one.thinned_at is not None:
        return []
    return [one.name for one in (await visit.look_up(results.listed, found.one.id, UNCONFIRMED, _NAMED, 0))[0]]


async def _choices(visit: Visit, found: Outcome) -> list[dict[str, Any]]:
    """Of a question with choices: how often each was chosen, by a button or in words, and by whom."""
    choices = wording.choices_of(visit.office, found.one)
    if not choices:
        return []
    by = await visit.look_up(results.choosers, found.one.id)
    many = found.result.answers
    return [
        {"pilihan": told, "jumlah": many.get(at, 0), "orang": by.get(at, [])[:_NAMES]}
        for at, told in enumerate(choices)
    ]


async def _written(visit: Visit, one: Broadcast, most: int) -> list[dict[str, str]]:
    found = await visit.look_up(receipts.written, one.id, most)
    return [{"dari": each.name, "isi": in_short(each.words, _QUOTED), "jawaban": each.answer or ""} for each in found]


async def show_answers(visit: Visit, one: Broadcast | None) -> bool:
    """What they wrote back to it, with what was answered."""
    if one is None:
        return False
    if wording.choices_of(visit.office, one):
        await show(visit, one.id)
        return True
    told = await _written(visit, one, _WRITTEN)
    keys = [(visit.text("tombol_siaran_hasil"), f"a:hasil:{one.id}")]
    visit.say("siaran_balasan_semua", keyboard(keys), awal=beginning_of(one), balasan=told)
    return True


async def show_answers_of(visit: Visit, broadcast_id: int) -> None:
    async with visit.look() as connection:
        one = await steering.to_see(visit, connection, broadcast_id)
    await show_answers(visit, one)


async def show_newest(visit: Visit) -> bool:
    """Of the newest of their own; False when they have sent none."""
    own = await visit.ask_once(broadcasts.listed, visit.me.id, (), _NEWEST, 0)
    one = next((one for one in own if one.state in LOOKED_AT), None)
    if one is not None:
        await show(visit, one.id)
    return one is not None


def head_of(visit: Visit, one: Broadcast) -> dict[str, Any]:
    """By which its author knows it again."""
    day = visit.office.day(one.began_at or one.made_at)
    return {"awal": beginning_of(one), "hari": day, "diralat": one.version > 1}


def _groups(found: Outcome) -> dict[str, int]:
    readers = sums_of(found.of(READER))
    return sums_of(found.of(CHAT)).to_say() | {"pembaca": readers.understood}


def _lines(visit: Visit, sorts: Mapping[str, Sums], *, is_apart: bool = False) -> list[dict[str, Any]]:
    """`is_apart`: a kecamatan is who serves all of it, and no sum of its desa."""
    apart = {code for code in sorts if is_apart and level_of(code) == KECAMATAN}
    names = {code: {"nama": place_name(visit.office, code), "sendiri": code in apart} for code in sorts}
    return [names[code] | sums.to_say() for code, sums in sorts.items()]


def _check(found: Outcome) -> dict[str, Any]:
    """Which answers to its question were chosen how often."""
    check = found.one.message.check
    if check is None:
        return {}
    chosen = [
        {"pilihan": told, "jumlah": found.result.answers.get(at, 0), "benar": at == check.right}
        for at, told in enumerate(check.answers)
    ]
    return {"tanya": check.question, "jawaban": chosen}


def _mended(found: Outcome) -> dict[str, Any]:
    """How many copies were put right or taken back where they are, could only be followed by a new message, failed, or
    are under way."""
    mended = found.result.mended
    if not mended:
        return {}
    known = {"sent": "sudah", "again": "baru", "": "sedang"}
    counts = dict.fromkeys((*known.values(), "gagal"), 0)
    for came_of_it, number in mended.items():
        counts[known.get(came_of_it, "gagal")] += number
    return counts | {"ditarik": found.one.state == WITHDRAWN}


def _buttons(visit: Visit, found: Outcome, people: Sums) -> list[Sequence[Key]]:
    """What makes sense now."""
    one, is_old = found.one, found.one.thinned_at is not None
    over = one.state in {DONE, STOPPED} and not is_old
    failed, unsure = (found.with_outcome(kinds) for kinds in (steering.FAILED, steering.UNSURE))
    silent = found.result.silent if one.state in {RUNNING, DONE, STOPPED} else 0
    acts = [
        ("ingatkan", f"a:ingatkan:{one.id}", silent),
        ("ulang_gagal", f"a:ulang:{one.id}:gagal", failed if over else 0),
        ("ulang_belum_jelas", f"a:ulang:{one.id}:pasti", unsure if over else 0),
        ("lagi", f"a:pakai:{one.id}", one.state == WITHDRAWN and not is_old),
    ]
    lists = [
        ("belum_paham", f"a:belum:{one.id}:0", 0 if is_old else people.silent),
        ("belum_jelas", f"a:jelas:{one.id}:0", found.result.unclear),
        ("desa", f"a:desa:{one.id}:0", len({tally.place for tally in found.of(PERSON)}) > 1),
        ("peran", f"a:peran:{one.id}", len({tally.role for tally in found.of(PERSON)}) > 1),
    ]
    there = one.state != WITHDRAWN and not is_old
    files = [
        ("excel", f"a:excel:{one.id}", not is_old),
        ("gambar", f"a:gambar:{one.id}", bool(people.total)),
        ("papan", f"a:papan:{one.id}", there),
        ("wa", f"a:wa:{one.id}", there),
        ("ralat", f"a:ralat:{one.id}", there),
        ("tarik", f"a:tarik:{one.id}", there),
        ("riwayat", f"a:riwayat:{one.id}:0", True),
    ]
    rows = [[key] for key in _keys(visit, acts)]
    return [*rows, *in_rows(_keys(visit, lists)), *in_rows(_keys(visit, files))]


def _keys(visit: Visit, told: Iterable[tuple[str, str, int | bool]]) -> list[Key]:
    return [(visit.text(f"tombol_siaran_{name}", jumlah=number), data) for name, data, number in told if number]


# --- by desa, by role, by name ---------------------------------------------------------------------------------------


async def show_places(visit: Visit, broadcast_id: int, page: int, *, is_wide: bool = False) -> None:
    """*Per desa*: every wilayah in which somebody was written to. `is_wide`: every kecamatan."""
    found = await gather(visit, broadcast_id)
    if found is not None:
        sorts = found.by(lambda tally: kecamatan_of(tally.place) if is_wide else tally.place)
        on = page_of(list(sorts.items()), page, _LINES)
        rows = [turning(visit.office, on, lambda other: f"a:desa:{broadcast_id}:{other}"), _back(visit, broadcast_id)]
        visit.say(
            "siaran_hasil_baris",
            keyboard(*(rows[1:] if is_wide else rows)),
            **head_of(visit, found.one),
            baris=_lines(visit, dict(on.shown), is_apart=not is_wide),
        )


async def show_roles(visit: Visit, broadcast_id: int) -> None:
    """*Per peran*."""
    found = await gather(visit, broadcast_id)
    if found is not None:
        roles, apart = found.by(lambda tally: tally.role), {"sendiri": False}
        lines = [{"nama": Words(f"siaran_untuk_{role}")} | apart | sums.to_say() for role, sums in roles.items()]
        visit.say("siaran_hasil_baris", keyboard(_back(visit, broadcast_id)), **head_of(visit, found.one), baris=lines)


async def show_unconfirmed(visit: Visit, broadcast_id: int, page: int) -> None:
    """*Siapa belum paham*, by name."""
    await _show_names(visit, broadcast_id, UNCONFIRMED, "belum", page)


async def show_unsure(visit: Visit, broadcast_id: int, page: int) -> None:
    """Of whom nobody knows whether they have it, or have it twice, by name."""
    await _show_names(visit, broadcast_id, UNSURE, "jelas", page)


async def _show_names(visit: Visit, broadcast_id: int, which: str, verb: str, page: int) -> None:
    one = await looked_at(visit, broadcast_id)
    if one is None or is_nameless(visit, one):
        return
    found, number = await visit.ask_once(results.listed, one.id, which, _NAMES, page * _NAMES)
    on = Page(found, page, _NAMES, number)
    rows = [turning(visit.office, on, lambda other: f"a:{verb}:{one.id}:{other}"), _back(visit, one.id)]
    numbers = await visit.look_up(phones.of, [each.target for each in found if each.target > 0])
    names = [named(visit, each) | {"telepon": spelt(numbers.get(each.target, ""))} for each in found]
    told = {"orang": names, "jumlah": number, "tanpa_nomor": sum(not each["telepon"] for each in names)}
    visit.say(f"siaran_hasil_{verb}", keyboard(*rows), **head_of(visit, one), **told)


def is_nameless(visit: Visit, one: Broadcast) -> bool:
    """Of what is long over nobody knows any more who had it, and that is said."""
    if one.thinned_at is not None:
        visit.say("siaran_tanpa_nama", keyboard(_back(visit, one.id)))
    return one.thinned_at is not None


def named(visit: Visit, one: Recipient) -> dict[str, Any]:
    """Who they are, and as what they were written to."""
    told = {"nama": one.name, "peran": Words(f"siaran_untuk_{one.role}"), "tempat": place_name(visit.office, one.place)}
    return told | {"ganda": one.uncertain and one.outcome == "sent", "diingatkan": one.reminded}


def _back(visit: Visit, broadcast_id: int) -> list[Key]:
    return [(visit.text("tombol_siaran_hasil"), f"a:hasil:{broadcast_id}")]

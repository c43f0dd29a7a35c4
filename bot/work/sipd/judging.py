"""What SIPD's answers would change: row by row, each fault with its cure, and nothing is changed by looking. A row with
a fault is not carried out at all."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.core.calendar.years import plan_years
from bot.core.deciding.states import State, may_follow
from bot.core.forms.papers import cover
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.core.sipd.answers import Row
from bot.store.deciding import moves
from bot.store.reading.readings import Sight
from bot.store.sipd import answers as stored
from bot.work.office import Office
from bot.work.round import Round
from bot.work.usulan import outcomes, standing
from bot.work.usulan.kabar import Number, number_in
from bot.work.usulan.usulan import with_year

#: As long as a reason that is typed by hand, and of words that are not understood.
_LONGEST, _QUOTED = 300, 60
_SHORTEST = 5
_SPOKEN_OF = ("dibahas", "hasil")  # where the village has carried it on
_OWN = 40  # characters of a number of SIPD's
_CUT_SHORT = re.compile(r"\d[.,]?\d*e\+?\d+", re.IGNORECASE)  # "8,80E+14": what Excel makes of a long number


@dataclass(frozen=True, slots=True)
class Plan:
    """One usulan and what it becomes. `seen`: how often it had been moved when it was looked at."""

    usulan_id: int
    seen: int
    name: str
    state: str
    reason: str | None
    note: str | None
    decider: str


@dataclass(frozen=True, slots=True)
class Fault:
    """`number`: of the row, as Excel shows it."""

    number: int
    why: Words


@dataclass(frozen=True, slots=True)
class Judged:
    """`same`: rows that say what is known already. `numbers`: SIPD's own, by usulan, where they are new. `usulan`:
    those of the file."""

    plans: list[Plan]
    faults: list[Fault]
    same: int
    numbers: Mapping[int, str]
    usulan: Mapping[int, Usulan]

    @property
    def changes(self) -> int:
        """Usulan of which anything would be written down."""
        return len({plan.usulan_id for plan in self.plans} | self.numbers.keys())


@dataclass(frozen=True, slots=True)
class _Wish:
    row: Row
    usulan: Usulan
    state: State
    reason: str | None
    note: str | None
    decider: str

    @property
    def said(self) -> tuple[Any, ...]:
        """What of it must not differ between two rows, nor be said twice: of a state alone, where no reason is told."""
        return (self.usulan.id, self.state.key, *((self.reason, self.note) if self.state.needs_reason else ()))


class _Fault(Exception):
    def __init__(self, name: str, **values: Any) -> None:
        super().__init__(name)
        self.why = Words(name, values)


async def judge(tour: Round, who: Sight, rows: Sequence[Row]) -> Judged:
    """The connection only reads."""
    numbers = {row.number: number_in(tour.office, row.code) for row in rows}
    wanted = {one for one in numbers.values() if one is not None}
    found = {one.id: one for one in await stored.by_number(tour.connection, who, wanted)}
    known = await _Known.of(tour, found, rows)
    faults: dict[int, Words] = {}
    meant = _each(rows, lambda row: _meant(known, row, numbers[row.number]), faults)
    _each(rows, lambda row: _own_number(known, row, meant[row.number]), faults)
    asked = [row for row in rows if row.status]
    wishes = _each(asked, lambda row: _wish(known, row, meant[row.number]), faults)
    _set_apart(rows, meant, wishes, faults)
    plans = {wish.usulan.id: plan for wish, plan in _plans(known, asked, wishes, faults)}
    told = {meant[row.number].id: row.own for row in rows if row.own and row.number not in faults}
    same = sum(row.number not in faults for row in asked) - len(plans)
    fresh = {one: own for one, own in told.items() if found[one].sipd != own}
    return Judged([*plans.values()], [Fault(*one) for one in sorted(faults.items())], same, fresh, found)


_Made = TypeVar("_Made")


def _each(rows: Iterable[Row], make: Callable[[Row], _Made], faults: dict[int, Words]) -> dict[int, _Made]:
    """What can be made of each that has no fault yet; what cannot stands among the faults."""
    made = dict[int, _Made]()
    for row in rows:
        if row.number not in faults:
            try:
                made[row.number] = make(row)
            except _Fault as fault:
                faults[row.number] = fault.why
    return made


def _plans(
    known: "_Known", rows: Sequence[Row], wishes: Mapping[int, _Wish], faults: dict[int, Words]
) -> list[tuple[_Wish, Plan]]:
    found = _each(rows, lambda row: known.plan(wishes[row.number]), faults)
    return [(wishes[number], plan) for number, plan in reversed(found.items()) if plan is not None][::-1]


def _set_apart(
    rows: Sequence[Row], meant: Mapping[int, Usulan], wishes: Mapping[int, _Wish], faults: dict[int, Words]
) -> None:
    """Rows that say different things of one usulan, one of which cannot be read, or that give one number to two, are
    all faults: nobody guesses which is true."""
    by_usulan, by_own = defaultdict[int, list[Row]](list), defaultdict[str, list[Row]](list)
    for row in (row for row in rows if row.number in meant):
        by_usulan[meant[row.number].id].append(row)
        by_own[row.own].append(row)
    said = {row.number: (row.own, wishes[row.number].said if row.number in wishes else None) for row in rows}
    for group in by_usulan.values():
        owns = {row.own for row in group if row.own}
        answers = {said[row.number][1] for row in group if row.status}
        if len(owns) > 1 or len(answers) > 1 or (len(group) > 1 and any(row.number in faults for row in group)):
            _blame(group, said, "sipd_salah_kembar", faults)
    of = {number: usulan.id for number, usulan in meant.items()}
    for own, group in by_own.items():
        if own and len({of[row.number] for row in group}) > 1:
            _blame(group, of, "sipd_salah_nomor_sipd_dua", faults)


def _blame(group: Sequence[Row], differ: Mapping[int, Any], why: str, faults: dict[int, Words]) -> None:
    """Each with a row of which something else is told, or that is a fault itself."""
    for row in group:
        others = [one.number for one in group if one is not row]
        other = next((at for at in others if differ[at] != differ[row.number]), others[0])
        faults.setdefault(row.number, Words(why, {"baris": other, "nomor": row.own}))


def _meant(known: "_Known", row: Row, number: Number | None) -> Usulan:
    """A number without its year is of the season in which it waits for SIPD; where it does in none, or in several, the
    year is asked for."""
    told = row.code[:_QUOTED]
    if number is None:
        raise _Fault("sipd_salah_nomor" if told else "sipd_salah_kosong", nomor=told)
    same = known.by_number.get((number.kecamatan, number.serial), ())
    found = [one for one in same if number.year in (None, one.year)]
    if len(found) > 1 and len(found := [one for one in found if known.waits(one)]) != 1:
        raise _Fault("sipd_salah_tahun", nomor=told)
    if not found:
        is_old = number.year is not None and number.year < known.season
        raise _Fault("sipd_salah_tahun_lain" if is_old else "sipd_salah_tidak_ada", nomor=told, tahun=number.year)
    return found[0]


def _own_number(known: "_Known", row: Row, usulan: Usulan) -> None:
    """Whatever it looks like, it has figures, and belongs to one usulan."""
    if len(row.own) > _OWN:
        raise _Fault("sipd_salah_nomor_sipd", batas=_OWN)
    if _CUT_SHORT.fullmatch(row.own):
        raise _Fault("sipd_salah_nomor_sipd_disingkat", nomor=row.own)
    if row.own and not any(letter.isdecimal() for letter in row.own):
        raise _Fault("sipd_salah_nomor_sipd_bukan", nomor=row.own)
    holder = known.holders.get(row.own)
    if holder is not None and holder.id != usulan.id:
        name = with_year(known.office.spoken_number(holder), holder.year)
        raise _Fault("sipd_salah_nomor_sipd_milik", nomor=row.own, usulan=name)


def _wish(known: "_Known", row: Row, usulan: Usulan) -> _Wish:
    office = known.office
    if row.answer is None:
        raise _Fault("sipd_salah_status", status=row.status[:_QUOTED])
    track, states = standing.track_of(office, usulan.desa), office.catalog.states
    state = next((states.states[key] for key in row.answer.states if track in states.states[key].tracks), None)
    if state is None:
        raise _Fault("sipd_salah_jalur", status=row.status[:_QUOTED])
    decider = next(key for key in row.answer.deciders if track in states.deciders[key])
    reason, note = _reason(office, row.reason, track) if state.needs_reason else (None, _beside(office, state, row))
    return _Wish(row, usulan, state, reason, note, decider)


def _reason(office: Office, told: str, track: str) -> tuple[str, str | None]:
    """One of those that the content knows, by its code or its words; else their own words, which stand beside it where
    they mean it."""
    if (code := outcomes.reason_in(office, told[:_LONGEST], [track])) is not None:
        return code, None if outcomes.is_said_as_shown(office, code, told, track) else cover(told)
    if len(told) < _SHORTEST or not any(map(str.isalpha, told)):
        raise _Fault("sipd_salah_sebab")
    if len(told) > _LONGEST:
        raise _Fault("sipd_salah_panjang", batas=_LONGEST)
    return office.catalog.states.own_reason(), cover(told)


def _beside(office: Office, state: State, row: Row) -> str | None:
    """Their own words also where no reason is asked for; else which office has it now, while something is still waited
    for."""
    if len(row.reason) <= _LONGEST and len(re.findall(r"[^\W\d_]", row.reason)) >= _SHORTEST:
        return cover(row.reason)
    if state.stage != "dibahas" or not any(map(str.isalpha, row.office)):
        return None
    return cover(office.plain("sipd_catatan_opd", opd=row.office[:_LONGEST]))


@dataclass(frozen=True, slots=True)
class _Known:
    """`now`: where each stands, and how often it was moved. `said`: all that was ever said of them, as wishes say it,
    with its reasons and without. `holders`: which usulan has which number of SIPD's; `season`: whose usulan come in
    now."""

    office: Office
    by_number: Mapping[tuple[str, int], Sequence[Usulan]]
    now: Mapping[int, tuple[str | None, int]]
    said: set[tuple[Any, ...]]
    holders: Mapping[str, Usulan]
    season: int

    @classmethod
    async def of(cls, tour: Round, found: Mapping[int, Usulan], rows: Sequence[Row]) -> "_Known":
        by_number: dict[tuple[str, int], list[Usulan]] = defaultdict(list)
        for usulan in found.values():
            by_number[usulan.kecamatan, usulan.serial].append(usulan)
        now = await moves.standing(tour.connection, list(found))
        history = await moves.said_of(tour.connection, list(found))
        said = {*history, *((usulan_id, state) for usulan_id, state, _, _ in history)}
        holders = await stored.holders(tour.connection, {row.own for row in rows if row.own})
        season = plan_years(tour.office.local(tour.now).date()).desa
        return cls(tour.office, by_number, now, said, holders, season)

    def waits(self, one: Usulan) -> bool:
        """Whether it is spoken of above, and nothing has ended it."""
        state = self.office.catalog.states.of(self.now[one.id][0])
        return state.stage in _SPOKEN_OF and not (state.ends or state.final or state.funded)

    def plan(self, wish: _Wish) -> Plan | None:
        """None where it stands so, or stood so before somebody said something newer."""
        states, one = self.office.catalog.states, wish.usulan
        state, seen = self.now[one.id]
        if not wish.state.movers:
            raise _Fault("sipd_salah_tanya")
        if states.of(state).key == wish.state.key or wish.said in self.said:
            return None
        track = standing.track_of(self.office, one.desa)
        if not may_follow(states.of(state), wish.state, track):
            now, then = (standing.name(self.office, key, track) for key in (state, wish.state.key))
            raise _Fault("sipd_salah_urut", kini=now, jadi=then)
        name = with_year(self.office.spoken_number(one), one.year)
        return Plan(one.id, seen, name, wish.state.key, wish.reason, wish.note, wish.decider)

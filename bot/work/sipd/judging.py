"""What SIPD's answers would change: row by row, each fault with its cure, and nothing is changed by looking."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.core.deciding.states import State, may_follow
from bot.core.forms.papers import cover
from bot.core.forms.say import Words
from bot.core.places.spelling import fold
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
    those of the plans."""

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
    known = await _Known.of(tour, found)
    faults = list[Fault]()
    told = _sorted_out(rows, lambda row: _own_number(known, row, numbers[row.number]), lambda row: row, faults)
    rows = [row for row in rows if row.status and row.number not in {fault.number for fault in faults}]
    unread = len(faults)
    wishes = _sorted_out(rows, lambda row: [_wish(known, row, numbers[row.number])], lambda row: row, faults)
    alone, twins = _without_twins(wishes)
    plans = _sorted_out(alone, known.plan, lambda wish: wish.row, faults)
    faults = sorted([*faults, *twins], key=lambda one: one.number)
    same = len(rows) - len(plans) - (len(faults) - unread)
    return Judged(plans, faults, same, dict(told), found)


_Told = TypeVar("_Told")
_Made = TypeVar("_Made")


def _sorted_out(
    told: Sequence[_Told], make: Callable[[_Told], list[_Made]], row_of: Callable[[_Told], Row], faults: list[Fault]
) -> list[_Made]:
    """What can be made of each; what cannot stands among the faults."""
    made = list[_Made]()
    for one in told:
        try:
            made += make(one)
        except _Fault as fault:
            faults.append(Fault(row_of(one).number, fault.why))
    return made


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
        raise _Fault("sipd_salah_tidak_ada", nomor=told)
    return found[0]


def _own_number(known: "_Known", row: Row, number: Number | None) -> list[tuple[int, str]]:
    """Nothing where SIPD told none, or the same as before."""
    if not row.own:
        return []
    if len(row.own) > _OWN:
        raise _Fault("sipd_salah_nomor_sipd", batas=_OWN)
    usulan = _meant(known, row, number)
    known.told_own.setdefault(usulan.id, row)
    if known.told_own[usulan.id].own != row.own:
        raise _Fault("sipd_salah_kembar", baris=known.told_own[usulan.id].number)
    return [(usulan.id, row.own)] if usulan.sipd != row.own else []


def _wish(known: "_Known", row: Row, number: Number | None) -> _Wish:
    office, usulan = known.office, _meant(known, row, number)
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
    """One of those that the content knows, by its code or its words; else their own words."""
    wanted, states = fold(told[:_LONGEST]), office.catalog.states
    for one in states.reasons_in([track]):
        words = (
            one.code,
            outcomes.words(office, one.code, "teks", track),
            office.catalog.label(outcomes.label(one.code)),
        )
        if not one.own_words and wanted and wanted in map(fold, words):
            return one.code, None
    own = next(code for code, one in states.reasons.items() if one.own_words)
    if len(told) < _SHORTEST or not any(map(str.isalpha, told)):
        raise _Fault("sipd_salah_sebab")
    if len(told) > _LONGEST:
        raise _Fault("sipd_salah_panjang", batas=_LONGEST)
    return own, cover(told)


def _beside(office: Office, state: State, row: Row) -> str | None:
    """Which office has it now, while something is still waited for."""
    if state.stage != "dibahas" or not any(map(str.isalpha, row.office)):
        return None
    return cover(office.plain("sipd_catatan_opd", opd=row.office[:_LONGEST]))


def _without_twins(wishes: Sequence[_Wish]) -> tuple[list[_Wish], list[Fault]]:
    """Each usulan once. Rows that say different things of one are all faults: nobody guesses which is true."""
    groups: dict[int, list[_Wish]] = defaultdict(list)
    for wish in wishes:
        groups[wish.usulan.id].append(wish)
    alone = [group[0] for group in groups.values() if len({wish.said for wish in group}) == 1]
    twins = [group for group in groups.values() if len({wish.said for wish in group}) > 1]
    return alone, [_twin(wish, group) for group in twins for wish in group]


def _twin(wish: _Wish, group: Sequence[_Wish]) -> Fault:
    other = next(one.row.number for one in group if one.said != wish.said)
    return Fault(wish.row.number, Words("sipd_salah_kembar", {"baris": other}))


@dataclass(frozen=True, slots=True)
class _Known:
    """`now`: where each stands, and how often it was moved. `said`: all that was ever said of them, as wishes say it,
    with its reasons and without."""

    office: Office
    by_number: Mapping[tuple[str, int], Sequence[Usulan]]
    now: Mapping[int, tuple[str | None, int]]
    said: set[tuple[Any, ...]]
    told_own: dict[int, Row] = field(default_factory=dict)  # which row told SIPD's number of an usulan first

    @classmethod
    async def of(cls, tour: Round, found: Mapping[int, Usulan]) -> "_Known":
        by_number: dict[tuple[str, int], list[Usulan]] = defaultdict(list)
        for usulan in found.values():
            by_number[usulan.kecamatan, usulan.serial].append(usulan)
        now = await moves.standing(tour.connection, list(found))
        history = await moves.said_of(tour.connection, list(found))
        said = {*history, *((usulan_id, state) for usulan_id, state, _, _ in history)}
        return cls(tour.office, by_number, now, said)

    def waits(self, one: Usulan) -> bool:
        """Whether it is spoken of above, and nothing has ended it."""
        state = self.office.catalog.states.of(self.now[one.id][0])
        return state.stage in _SPOKEN_OF and not (state.ends or state.final or state.funded)

    def plan(self, wish: _Wish) -> list[Plan]:
        """Nothing where it stands so, or stood so before somebody said something newer."""
        states, one = self.office.catalog.states, wish.usulan
        state, seen = self.now[one.id]
        if not wish.state.movers:
            raise _Fault("sipd_salah_tanya")
        if states.of(state).key == wish.state.key or wish.said in self.said:
            return []
        track = standing.track_of(self.office, one.desa)
        if not may_follow(states.of(state), wish.state, track):
            now, then = (standing.name(self.office, key, track) for key in (state, wish.state.key))
            raise _Fault("sipd_salah_urut", kini=now, jadi=then)
        name = with_year(self.office.spoken_number(one), one.year)
        return [Plan(one.id, seen, name, wish.state.key, wish.reason, wish.note, wish.decider)]

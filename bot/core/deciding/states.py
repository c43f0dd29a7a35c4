"""The states of an usulan and the ways between them: content says which there are, this says what follows what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

DESA, KELURAHAN = "desa", "kelurahan"
TRACKS = (DESA, KELURAHAN)
#: What villagers see (everything else stays inside).
STAGES = ("tercatat", "ditanya", "dicek", "dibahas", "hasil", "dikerjakan")
#: Of these, where something was decided.
DECIDED = STAGES[4:]
#: Where every usulan stands before anybody has changed anything; what stands where its year ended undecided; what is
#: one with another.
FIRST, KEPT, JOINED = "masuk", "disimpan", "digabung"

#: What will not be done, whoever said so.
TURNED_DOWN = ("ditolak", "dibatalkan", "bukan_musrenbang")
#: What the desa or kelurahan does with its own money: nobody above is asked for it.
OWN_MONEY = ("masuk_rkp", "dana_kelurahan")
#: What waits for money that is left over.
RESERVED = "cadangan"


@dataclass(frozen=True, slots=True)
class State:
    """`stage`: what villagers see. `tracks`: desa, kelurahan. `movers`: roles that may say so; none = the program.
    `deciders`: who may have decided it (keys). `step`: from any state of a smaller step it can be reached; `anytime`:
    from any at all. `needs_reason`: it is not said without one. `ends`: nothing is waited for any more. `final`: and
    nothing takes its place. `locks`: the words are decided upon. `funded`: no later year takes it up again.
    `asks_photo`: whoever brought it is asked for a photo of what was made. `goes_up`: the village asks those above it
    for it."""

    key: str
    stage: str
    tracks: frozenset[str]
    movers: tuple[str, ...] = ()
    deciders: tuple[str, ...] = ()
    step: int = 0
    anytime: bool = False
    needs_reason: bool = False
    ends: bool = False
    final: bool = False
    locks: bool = False
    funded: bool = False
    asks_photo: bool = False
    goes_up: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """`own_words`: it is written, not chosen. `also`: how people say it whose words are its button's."""

    code: str
    tracks: frozenset[str]
    own_words: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class States:
    """`states`, `reasons` and `deciders` (key: tracks) in the order in which they are offered. `forums`: by kind of
    meeting, the state for each of its outcomes."""

    states: Mapping[str, State] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)
    deciders: Mapping[str, frozenset[str]] = field(default_factory=dict)
    forums: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, key: str | None) -> State:
        """Where an usulan stands; what only another version of the program knows is as nothing."""
        return self.states.get(key or FIRST) or State(FIRST, STAGES[0], frozenset(TRACKS))

    def after(self, before: str | None, track: str, roles: Iterable[str]) -> list[State]:
        """What somebody with these roles may say of it now."""
        held, now = set(roles), self.of(before)
        return [one for one in self.states.values() if held & set(one.movers) and may_follow(now, one, track)]

    def going_up(self) -> list[str]:
        """Where an usulan stands once the village has asked for it above."""
        return [one.key for one in self.states.values() if one.goes_up]

    def ending(self) -> list[str]:
        """Where nothing is waited for any more."""
        return [one.key for one in self.states.values() if one.ends]

    def reasons_in(self, tracks: Iterable[str]) -> list[Reason]:
        """That are true in all of these."""
        return [one for one in self.reasons.values() if one.tracks.issuperset(tracks)]

    def own_reason(self) -> str:
        """The one that is written."""
        return next(code for code, one in self.reasons.items() if one.own_words)

    def deciders_of(self, state: State, tracks: Iterable[str]) -> list[str]:
        return [key for key in state.deciders if self.deciders[key].issuperset(tracks)]

    def forum(self, kind: str, outcome: str) -> State | None:
        """What a meeting's outcome makes of an usulan."""
        return self.states.get(self.forums.get(kind, {}).get(outcome, ""))

    def outcome(self, kind: str, state: State) -> str | None:
        """The result of such a meeting that makes an usulan stand so."""
        return next((name for name, key in self.forums.get(kind, {}).items() if key == state.key), None)


def may_follow(before: State, after: State, track: str) -> bool:
    """Onward, or what may come at any time; never twice the same, never out of a final one, never onto the other
    track."""
    if track not in after.tracks or before.final or before.key == after.key:
        return False
    return after.anytime or after.step > before.step


def common(found: Sequence[Sequence[State]]) -> list[State]:
    """What may be said of all of these, in the order of the first."""
    first, *others = found or ((),)
    return [one for one in first if all(one in other for other in others)]

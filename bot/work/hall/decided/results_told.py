"""Results of a meeting in a sentence: "maiwa 1 disepakati", "maiwa 3 ditolak karena sudah dibangun", "1 dan 2
disepakati, 3 cadangan", "nomor 1 sampai 4 lanjut"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.core.deciding.order_behind import without_order
from bot.core.deciding.states import DESA
from bot.core.forms.writing import key_of
from bot.store.deciding.decisions import NOT_YET, ONWARD, OUTCOMES, RESERVE
from bot.work.hall.decided.results_numbers import NAMES, each_ranked, rank_apart, ranked, serials, without_rank
from bot.work.hall.decided.results_opening import in_one_line, says_results, without_opening
from bot.work.hall.decided.results_words import (
    PUT_OFF,
    VAGUE,
    is_same_as,
    keys_in,
    named_before,
    names_one,
    outcome_in,
    without_beside,
)
from bot.work.usulan import outcomes
from bot.work.visit import Visit

#: Nothing but its order is told: its result stands, or it goes on.
RANKED = "urut"
#: Something is told of it that is no result: it is said so.
UNREAD = "?"
_LONGEST, _MOST = 160, 30  # words, what is longer tells something; usulan
_FEWEST_REASON = 2  # words of a reason to which nothing leads
_YEAR = re.compile(r"(?<=\d)/(?:20)?\d\d\b")
_FIGURES = re.compile(r"\d+")
_PAUSES, _NAME_ENDS = (",", ";", ".", ":"), 3  # within so many words
PARTS = re.compile(r"[,;\n]+|\.(?=\s|$)")
_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class Result:
    """`kecamatan`: the code of the one that is named before the number; `serial`: None where no number is told. `why`:
    in their own words, all of them where it is unread. `vague`: a result only beside others. `rank`: its place in the
    order. `words`: what is said of all the rest, as it was said."""

    outcome: str
    why: str = ""
    serial: int | None = None
    kecamatan: str = ""
    named: bool = False
    vague: bool = False
    rank: int | None = None
    words: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it says by itself of which usulan it is."""
        return self.serial is not None and (bool(self.kecamatan) or self.named)


def told_in(visit: Visit, text: str) -> list[Result]:
    """Empty where no result is told, or nobody can tell of which. Those that are all vague count only where they are
    awaited. The name before the first number is that of all."""
    if "?" in text or len(text.split()) > _LONGEST or visit.office.catalog.danger.is_urgent(text):
        return []
    marked, in_turn = ranked(visit, text)
    whole = in_one_line(marked)
    found = _in_words(visit, _without_denied(visit, without_opening(visit, whole)))
    found = _in_turn(found) or _in_words(visit, each_ranked(visit, marked)) if in_turn else found
    kecamatan = next((one.kecamatan for one in found if one.kecamatan), "")
    named = any(one.named for one in found) or says_results(visit, whole)
    return [replace(one, kecamatan=one.kecamatan or kecamatan, named=one.named or named) for one in found][:_MOST]


def _in_turn(found: Sequence[Result]) -> list[Result]:
    """In the order in which those stand that go on."""
    onward = [one for one in found if one.outcome == ONWARD]
    return [replace(one, rank=onward.index(one) + 1) if one in onward else one for one in found]


def _without_denied(visit: Visit, text: str) -> str:
    """ "4 itu bukan cadangan, harusnya lanjut", "1 naik, bukan cadangan": without what it is not."""
    words, spoken = visit.office.catalog.world.numbering, text.split()
    right = next((at for at, word in enumerate(spoken) if key_of(word) in words["harusnya"]), None)
    refusing = words["disangkal"] if right is None else words["bukan"]
    wrong = next((at for at, word in enumerate(spoken[:right]) if key_of(word) in refusing), len(spoken))
    ends = range(len(spoken), wrong + 1, -1) if right is None else [right]
    for end in ends:
        if outcome_in(visit, keys_in(spoken[wrong + 1 : end]), is_numbered=True):
            left = " ".join([*spoken[:wrong], *spoken[end if right is None else end + 1 :]])
            return left if _in_words(visit, left) else text
    return text


def tells_result(visit: Visit, spoken: Sequence[str]) -> bool:
    """Whether these words, behind a number, are a result."""
    return any(
        _read(visit, ["1", *told], why, because=because) is not None for told, why, because in _parted(visit, spoken)
    )


def _in_words(visit: Visit, text: str) -> list[Result]:
    ranged = _RANGE.sub(f" {min(visit.office.catalog.world.numbering['sampai'])} ", text)
    spoken = _YEAR.sub("", ranged).split()
    found = _all_in(_Cutting(visit), spoken) or _all_in(_Cutting(visit, passes_over=True), spoken) or []
    return found if any(one.outcome != UNREAD for one in found) else []


@dataclass(frozen=True, slots=True)
class _Cutting:
    """`passes_over`: a part that names an usulan, and tells no result, is one that is unread. `seen`: what came of so
    many last words, so that no end is read twice."""

    visit: Visit
    passes_over: bool = False
    seen: dict[int, list[Result] | None] = field(default_factory=dict)


def _all_in(cutting: _Cutting, spoken: Sequence[str]) -> list[Result] | None:
    """The words cut so that every part tells a result; the first part as short as can be. None where no cut does."""
    if len(spoken) not in cutting.seen:
        cutting.seen[len(spoken)] = _cut(cutting, spoken)
    return cutting.seen[len(spoken)]


def _cut(cutting: _Cutting, spoken: Sequence[str]) -> list[Result] | None:
    if not spoken:
        return []
    for end in _ends(cutting.visit, spoken):
        first = one_in(cutting.visit, spoken[:end]) or (
            _unread(cutting.visit, spoken, end) if cutting.passes_over else None
        )
        if first is None or (end < len(spoken) and any(one.serial is None for one in first)):
            continue
        rest = _all_in(cutting, without_joint(cutting.visit, spoken[end:]))
        if rest is not None and all(one.serial is not None for one in rest):
            return [*first, *rest]
    return None


def _unread(visit: Visit, spoken: Sequence[str], end: int) -> list[Result] | None:
    """ "Maiwa 15 urusan dinas PU": it stands between pauses and begins with the name of an usulan."""
    told = keys_in(spoken[:end])
    at = next((at for at, word in enumerate(told[:_NAME_ENDS]) if word.isdecimal()), 0)
    kecamatan, _ = named_before(visit, told[:at])
    is_apart = end == len(spoken) or spoken[end - 1].endswith(_PAUSES)
    is_named = bool(at) and (bool(kecamatan) or told[at - 1] in NAMES)
    if not is_apart or serials(visit, told[at:]) is not None or not (is_named or _begins_result(visit, told)):
        return None
    return [Result(UNREAD, without_rank(" ".join(spoken[:end])).strip(" .!,;"), int(told[at]), kecamatan, named=True)]


def _ends(visit: Visit, spoken: Sequence[str]) -> Iterator[int]:
    """Where a part may end: behind a comma, before "sedangkan", before another number, and with the words. The "lalu"
    of "tahun lalu, …", "bulan lalu dan 2 …" begins nothing."""
    joints = visit.office.catalog.world.numbering["sedangkan"]
    for at in range(1, len(spoken)):
        behind = spoken[at + 1 : at + 2]
        begins = bool(behind) and key_of(behind[0]) not in joints and not spoken[at].endswith(_PAUSES)
        is_pause = spoken[at - 1].endswith(_PAUSES) or (begins and key_of(spoken[at]) in joints)
        if is_pause or spoken[at].isdecimal():
            yield at
    yield len(spoken)


def without_joint(visit: Visit, spoken: Sequence[str]) -> Sequence[str]:
    joints = visit.office.catalog.world.numbering["sedangkan"]
    while spoken and key_of(spoken[0]) in joints:
        spoken = spoken[1:]
    return spoken


def one_in(visit: Visit, spoken: Sequence[str]) -> list[Result] | None:
    """One result, of one usulan or of several."""
    read = (_read(visit, told, why, because=because) for told, why, because in _parted(visit, spoken))
    return next((result for result in read if result is not None), None) or (
        _with_known_reason(visit, spoken) or _with_bare_reason(visit, spoken)
    )


def _with_known_reason(visit: Visit, spoken: Sequence[str]) -> list[Result] | None:
    """ "21, 22 bukan kewenangan desa": nothing but a reason that the content knows."""
    first = next((at for at, word in enumerate(spoken) if word[:1].isalpha()), 0)
    why = " ".join(spoken[first:])
    known = outcomes.reason_in(visit.office, why, [DESA]) if first else None
    return _read(visit, keys_in(spoken[:first]), why, because=True) if known else None


def _with_bare_reason(visit: Visit, spoken: Sequence[str]) -> list[Result] | None:
    """ "10 belum dibawa uang tidak cukup": nothing leads to the reason, so it is one only beside other results. "Bukan"
    is a part of it."""
    denies = visit.office.catalog.world.numbering["disangkal"]
    for at in range(len(spoken) - _FEWEST_REASON, 1, -1):
        told, why = keys_in(spoken[:at]), " ".join(spoken[at - (key_of(spoken[at - 1]) in denies) :])
        found = None if told[-1].isdecimal() or _FIGURES.search(why) else _read(visit, told, why)
        if found is not None:
            return None if told[-1] == VAGUE else [replace(one, vague=True) for one in found]
    return None


def _parted(visit: Visit, spoken: Sequence[str]) -> Iterator[tuple[list[str], str, bool]]:
    """What was decided, and why: the whole, or what stands before and behind "karena" (True), a comma."""
    yield keys_in(spoken), "", False
    because = visit.office.catalog.world.reasons["karena"]
    for at, word in enumerate(spoken):
        if key_of(word) in because:
            yield keys_in(spoken[:at]), " ".join(spoken[at + 1 :]), True
        elif word.endswith((",", ":", ";")) and at + 1 < len(spoken) and key_of(spoken[at + 1]) not in because:
            yield keys_in(spoken[: at + 1]), " ".join(spoken[at + 1 :]), False


def _read(visit: Visit, told: Sequence[str], why: str, *, because: bool = False) -> list[Result] | None:
    told, rank = rank_apart(told)
    figures = [at for at, word in enumerate(told) if word.isdecimal()]
    if not because and why[:1].isdecimal():
        return None  # "tidak masuk: 1 …": what follows is of that number
    before, behind = (told[: figures[0]], told[figures[-1] + 1 :]) if figures else ((), told)
    between = told[figures[0] : figures[-1] + 1] if figures else ()
    which = serials(visit, [word for word in between if word not in before]) if figures else [None]
    if which is None:
        return None
    kecamatan, left = named_before(visit, before)
    lead, rest = without_beside(visit, left), without_beside(visit, behind)
    if lead and rest and visit.office.catalog.world.numbering["bukan"].issuperset(lead):
        return None  # "tidak 8 dibawa": it may be a no to what was shown
    is_rank_alone, rest = bool(rank and not lead and not rest), [*lead, *rest] or list(behind)  # "maiwa 1 ya"
    outcome = outcome_in(visit, rest, is_numbered=bool(figures))
    is_reason_alone = bool(figures and because and not rest)  # "tidak masuk 2 karena …, 4 karena …"
    outcome = NOT_YET if is_reason_alone or (outcome == PUT_OFF and because) else outcome
    outcome = RANKED if is_rank_alone else outcome
    if outcome not in (*OUTCOMES, PUT_OFF, RANKED) or not _may_be_why(visit, outcome, why, because=because):
        return None
    vague = is_reason_alone or (rest == [VAGUE] and bool(figures) and not why)
    why, named = without_order(why, visit.office.catalog.world).strip(" .!,;"), not NAMES.isdisjoint(before)
    return [Result(outcome, why, serial, kecamatan, named, vague, rank) for serial in which]


def _may_be_why(visit: Visit, outcome: str, why: str, *, because: bool) -> bool:
    """ "Cadangan, uangnya tidak cukup" needs no "karena" where the content knows that reason."""
    if why and outcome == RESERVE and not because:
        return outcomes.reason_in(visit.office, why, [DESA]) is not None
    return not why or (outcome in (NOT_YET, RESERVE) and (is_same_as(visit, why) or not _is_of_others(visit, why)))


def _is_of_others(visit: Visit, why: str) -> bool:
    """Whether a reason goes on with another usulan: by its name, or by a number that begins a part of it."""
    if not NAMES.isdisjoint(keys_in(why.split())[-1:]):
        return True  # "karena sama dengan nomor | 1, 2 lanjut"
    return names_one(visit, why) or any(_begins_result(visit, keys_in([part])) for part in PARTS.split(why)[1:])


def _begins_result(visit: Visit, told: Sequence[str]) -> bool:
    """ "8 diteruskan ke pln": a result, and more; or only another's reason: "4 karena …"."""
    if told and told[0].isdecimal() and not visit.office.catalog.world.reasons["karena"].isdisjoint(told[1:2]):
        return True
    ends = range(2, len(told) + 1) if told and told[0].isdecimal() else ()
    return any(outcome_in(visit, without_beside(visit, told[1:end]), is_numbered=True) for end in ends)

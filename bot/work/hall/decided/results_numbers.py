"""The numbers beside results: of which usulan they are, and in which order a meeting wants them: "maiwa 3 lolos nomor
1", "prioritas 1 maiwa 3", "3, 1 dan 6 lanjut, urutannya begitu". An order is one word that stands beside a result."""

import re
from collections.abc import Mapping, Sequence

from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.deciding.decisions import Decision
from bot.work.visit import Visit

NAMES = frozenset({"usulan", "usul", "nomor", "nomer", "no"})
_MOST = 30  # usulan
_RANK = "urutanke"  # before its figure: one word, which no list of numbers takes for one of its own
_RANKED = re.compile(rf"\s*\b{_RANK}\d+")
_PARTS = re.compile(r"([,;\n]+|\.(?=\s|$))")
_LISTED = re.compile(r"(?:^|(?<=[\s:,;]))\d{1,2}[.)]\s+(?=[^\W\d])")
_ONE_OF_A_LIST = 2


def serials(visit: Visit, told: Sequence[str]) -> list[int | None] | None:
    """The numbers of a list, "1, 2 dan 4", "1 sampai 4"; None where anything else stands between them."""
    joins, found, through = visit.office.catalog.world.numbering, list[int | None](), False
    for word in told:
        if word.isdecimal():
            number = int(word)
            first = found[-1] + 1 if through and found and found[-1] is not None else number
            if not first <= number < first + _MOST:
                return None
            found.extend(range(first, number + 1))
            through = False
        elif word in joins["sampai"]:
            through = True
        elif word not in joins["dan"] and word not in NAMES:
            return None
    return found


def in_order(visit: Visit, listed: Sequence[Usulan], known: Mapping[int, Decision]) -> list[str]:
    """Those of which an order was told, by their numbers."""
    ranks = sorted((known[one.id].rank or 0, visit.office.spoken_number(one)) for one in listed if one.id in known)
    return [told for rank, told in ranks if rank]


def rank_apart(told: Sequence[str]) -> tuple[list[str], int | None]:
    """Without the word of its order, and which that is."""
    rank = next((word for word in told if word.startswith(_RANK)), None)
    return [word for word in told if word != rank], int(rank.removeprefix(_RANK)) if rank else None


def without_rank(text: str) -> str:
    """As people may read it."""
    return _RANKED.sub("", text)


def ranked(visit: Visit, text: str, *, of_things: bool = False) -> tuple[str, bool]:
    """With a word for each order that is told, and whether they are wanted as they stand. `of_things`: no numbers of
    usulan stand there, so that "jembatan paraja nomor 1" has its order."""
    words = visit.office.catalog.world.ranking
    spoken = [key_of(word) for word in text.split()]
    ordinals = sum(word in words["keberapa"] for word in spoken)
    if words["kata"].isdisjoint(spoken) and ordinals < _ONE_OF_A_LIST and NAMES.isdisjoint(spoken):
        return text, False
    parts = _PARTS.split(_LISTED.sub("\n", text) if not words["kata"].isdisjoint(spoken) else text)
    loose = ordinals >= _ONE_OF_A_LIST or not words["kata"].isdisjoint(spoken)
    told = [_of_part(visit, part, loose=loose, of_things=of_things) for part in parts[::2]]
    if any(one is not None for one in told):
        parts[::2] = [part if one is None else one for part, one in zip(parts[::2], told, strict=True)]
        return "".join(parts), False
    return _in_turn(visit, parts, of_things=of_things)


def each_ranked(visit: Visit, text: str) -> str:
    """ "Maiwa 3 dulu, lalu maiwa 1": nothing but numbers, each with its order."""
    between = visit.office.catalog.world.ranking["antara"]
    told, rank = list[str](), 0
    for word in (key_of(each) for each in re.split(r"[\s,;>]+", text)):
        rank += word.isdecimal()
        if word and word not in between:
            told.append(f"{word} {_RANK}{rank}," if word.isdecimal() else word)
    return " ".join(told)


def _in_turn(visit: Visit, parts: list[str], *, of_things: bool) -> tuple[str, bool]:
    """ "Urutannya: …", "…, urutannya begitu": without these words."""
    words = visit.office.catalog.world.ranking
    lead = words["kata"] | words["begitu"] | visit.office.catalog.world.numbering["pembuka"]
    found, left = False, list[str]()
    for part in parts[::2]:
        spoken = part.split()
        first = next((at for at, word in enumerate(spoken) if key_of(word) not in lead), len(spoken))
        is_said = not words["kata"].isdisjoint(map(key_of, spoken[:first]))
        found = found or is_said
        left.append(" ".join(spoken[first:]) if is_said else part)
    if not found:
        return "".join(parts), False
    things = [part.strip() for part in left if part.strip()]
    told = [f"{part} {_RANK}{at}" for at, part in enumerate(things, 1)] if of_things else things
    return ", ".join(told), len(things) >= _ONE_OF_A_LIST or sum(map(str.isdecimal, " ".join(things).split())) > 1


def _of_part(visit: Visit, part: str, *, loose: bool, of_things: bool) -> str | None:
    """With its order behind it as one word; None where it tells none."""
    spoken = part.split()
    told = [key_of(word).removeprefix("ke-") for word in spoken]
    if (each := _each_of_part(visit, spoken, told)) is not None:
        return each
    place = _where(visit, told, loose=loose, of_things=of_things)
    if place is None:
        return None
    start, end, rank = place
    return " ".join(["", *spoken[:start], *spoken[end:], f"{_RANK}{rank}"])


def _each_of_part(visit: Visit, spoken: Sequence[str], told: Sequence[str]) -> str | None:
    """ "1 dan 6 masuk prioritas 1 dan 2": as many orders as usulan."""
    at = next((at for at, word in enumerate(told) if word in visit.office.catalog.world.ranking["kata"]), 0)
    figures, ranks = [n for n, word in enumerate(told[:at]) if word.isdecimal()], serials(visit, told[at + 1 :])
    if not ranks or len(ranks) < _ONE_OF_A_LIST or len(ranks) != len(figures):
        return None
    head, tail = " ".join(spoken[: figures[0]]), " ".join(spoken[figures[-1] + 1 : at])
    each = (f"{told[n]} {tail} {_RANK}{rank}" for n, rank in zip(figures, ranks, strict=True))
    return f" {head} {', '.join(each)}"


def _where(visit: Visit, told: Sequence[str], *, loose: bool, of_things: bool) -> tuple[int, int, str] | None:
    """From where to where an order is told, and which."""
    words, positions = visit.office.catalog.world.ranking, visit.office.catalog.world.positions
    for at, word in enumerate(told):
        end = next((n for n in range(at + 1, len(told)) if told[n] not in NAMES | {"ke"}), len(told))
        rank = positions.get(told[end], told[end]) if end < len(told) else ""
        if word in words["kata"] and rank.isdecimal():
            return at, end + 1, rank
        if loose and word in words["keberapa"]:
            return at, at + 1, positions[word]
    return _by_number(visit, told, of_things=of_things)


def _by_number(visit: Visit, told: Sequence[str], *, of_things: bool) -> tuple[int, int, str] | None:
    """ "Maiwa 3 lolos nomor 1", "nomor 1 maiwa 3", "maiwa 3 nomor 1 lolos": another number than that of the usulan."""
    world = visit.office.catalog.world
    figures = [at for at, word in enumerate(told) if word.isdecimal()]
    if len(figures) != (1 if of_things else _ONE_OF_A_LIST):
        return None
    numbered = [at for at in figures if at and told[at - 1] in NAMES]
    if len(numbered) != 1:
        return None
    at, other = numbered[0], next((one for one in figures if one not in numbered), -1)
    between = set(told[min(at, other) + 1 : max(at, other) - (at > other)]) - world.ranking["begitu"] - NAMES
    is_last, joins = at + 1 == len(told), world.numbering["dan"] | world.numbering["sampai"]
    joins |= world.reasons["karena"]
    is_apart = of_things or (is_last or not between if at > other else bool(between))
    return (at - 1, at + 1, told[at]) if is_apart and joins.isdisjoint(told) else None

"""What several numbers of one answer come to: "27 anak tambah guru 2, jadi 29", "11 KK, 2 sudah mampu, jadi 9"."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import prod

from bot.core.understanding.amounts.pieces import LONGEST, Piece, cut, prepare
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of

Part = Sequence[Piece]
AREA = "place:area"  # of the words of people
_HAS = 4  # tokens: "RT 1: 22 KK"
#: With these a part is more than a list of names.
_MORE = frozenset({"num", "about", "bound", "enough", "behind", "stop", "unknown", "vague", "zero", "whole", "rest"})


def summed_up(parts: Sequence[Part], words: Lexicon) -> list[Piece]:
    """ "27 anak tambah guru 2, jadi 29 semua", "9 perahu, satu perahu 2 orang, jadi 18": the sum, what is left of it,
    or so many times as many. Its unit may stand before."""
    *before, last = parts or [[]]
    if not before or not last or words.stem(last[0].text) not in words.speech.common.total:
        return []
    front = [piece for part in before for piece in (Piece("mark", ","), *part)]
    told, whole = numbers_in(front, words), numbers_in(last, words)
    comes_to = [sum(told), told[0] - sum(told[1:]), prod(told)] if len(told) > 1 else []
    comes_to += [sum(told[1:])] if len(told) > 2 else []  # "3 kelompok, anggotanya 20, 20 sama 25, jadi 65"
    fits = len(whole) == 1 and (whole[0] in comes_to or whole[0] == _members(front, words))
    return [*last[1:], *_unit_for(last, front, words)] if fits else []


def each_area(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "RT 1 = 22 KK, RT 2 = 19 KK": all of them, where each has its number and the same is counted."""
    if AREA not in words.told:
        return []
    tokens = [token for token in tokens_of(pieces, words) if token.kind not in ("sep", "other")]
    each = [tokens[at : at + _HAS] for at in range(0, len(tokens), _HAS)]
    if len(each) < 2 or any(not _is_of_area(one, each[0][-1].kind) for one in each):
        return []
    names = {token.number for _, token, *_ in each}
    total = sum(token.number.readings[0] for *_, token, _ in each if token.number)
    return [Piece("figure", str(total)), *pieces[slice(*each[0][-1].span)]] if len(names) == len(each) else []


def has_areas(text: str, words: Lexicon) -> bool:
    """Whether their numbers are none of something else."""
    return len(text) <= LONGEST and bool(each_area(cut(prepare(text), words.fractions), words))


def _is_of_area(told: Sequence[Token], counted: str) -> bool:
    """Its number and how many it has are told exactly."""
    exact = all(one.number and one.number.to is None and not one.number.bound for one in told[1:3])
    return len(told) == _HAS and told[0].name == "area" and exact and told[-1].kind == counted in ("family", "person")


def listed(parts: Sequence[Part], words: Lexicon) -> list[Piece]:
    """ "7. saya, mamaknya, anak 5": the number in front, or at the end, where those beside it are as many. "2, satu di
    atas satu di bawah", "3. Indo Sitti, Pak Sudding, mamanya Fitri"."""
    if len(parts) < 2:
        return []
    first, last = parts[0], parts[-1]
    if _counts_up(numbers_in(first, words), parts[1:], words):
        return list(first)
    alone = all(token.number for token in tokens_of(last, words))
    others = [piece for part in parts[:-1] for piece in (Piece("mark", ","), *part)]
    return list(last) if alone and numbers_in(last, words) == [_members(others, words)] else []


def _counts_up(whole: Sequence[Fraction], others: Sequence[Part], words: Lexicon) -> bool:
    if len(whole) != 1 or whole[0] < 1:
        return False
    joined = [piece for part in others for piece in (Piece("mark", ","), *part)]
    told = numbers_in(joined, words)
    named = not told and whole[0] > 1 and whole[0] == len(_names(joined, words))
    return whole[0] == _members(joined, words) or named or (len(told) > 1 and sum(told) == whole[0])


def _names(pieces: Part, words: Lexicon) -> list[list[Token]]:
    """Those who are called by a name, one by one; none where something else is said."""
    tokens = tokens_of(pieces, words)
    return [] if {token.kind for token in tokens} & _MORE else [group for group in _groups(tokens) if group]


def _groups(tokens: Sequence[Token]) -> list[list[Token]]:
    groups: list[list[Token]] = [[]]
    for token in tokens:
        groups = [*groups, []] if token.kind in ("sep", "self") else [*groups[:-1], [*groups[-1], token]]
    return groups


def _members(pieces: Part, words: Lexicon) -> int:
    """How many a speaker counts up one by one, and himself; nothing where he is not among them."""
    speaker = {phrase.partition(" ")[0] for phrase in words.told.get("self", ())}
    if not any(words.stem(piece.text) in speaker for piece in pieces):
        return 0
    return 1 + sum(_count(group) for group in _groups(tokens_of(pieces, words)) if group)


def _count(group: Sequence[Token]) -> int:
    """Of one sort of them; a person named without a number is one."""
    told = [token.number.readings[0] for token in group if token.number and token.number.readings]
    return int(sum(told)) if told else 1


def _unit_for(last: Part, front: Part, words: Lexicon) -> Part:
    """What was counted in front, where the end only tells how many."""
    if any(not token.number for token in tokens_of(last[1:], words)):
        return ()
    tokens = tokens_of(front, words)
    units = [two for one, two in pairwise(tokens) if one.number and two.kind in words.counts]
    return front[slice(*units[0].span)] if len({unit.kind for unit in units}) == 1 else ()


def numbers_in(pieces: Part, words: Lexicon, never: str = "") -> list[Fraction]:
    """`never`: the kind of words that count nothing here: "satu dusun"."""
    tokens = tokens_of(pieces, words)
    behind = (*(token.kind for token in tokens[1:]), "")[: len(tokens)]
    told = ((one, kind) for one, kind in zip(tokens, behind, strict=True) if kind != (never or None))
    return [one.number.readings[0] for one, _ in told if one.number and one.number.readings]

"""Numbers told with "about", "more than" or "less than", and those from one to another: kept as they were told."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from bot.core.forms.say import Words
from bot.core.understanding.amounts.numerals import Bound, Num
from bot.core.understanding.amounts.show import show_number
from bot.core.understanding.amounts.tokens import Token

BOUNDS: tuple[Bound, ...] = ("kira", "lebih", "kurang")
_SIGNS = {"": "", "kira": "± ", "lebih": "> ", "kurang": "< "}
_MODIFIERS = ("about", "bound", "enough", "ahead", "behind")
_UNITS = frozenset({"length", "wide", "count", "person", "family", "rupiah", "kilo"})
_OPEN_RANGES = frozenset({"num", "between"})
_NEVER_UNITS = ("num", "sep", "range", "between", "other", "noise", *_MODIFIERS)


def say_amount(number: Fraction | int, bound: str = "", to: Fraction | int | None = None) -> str | Words:
    """The number as text; with its bound as a sentence."""
    return hedge(_span(number, to), bound)


def sign_amount(number: Fraction | int, bound: str = "", to: Fraction | int | None = None) -> str:
    """The same for a button, where a sentence has no place."""
    return sign(_span(number, to), bound)


def hedge(shown: str, bound: str) -> str | Words:
    """What is shown, with its bound as a sentence."""
    return Words(f"pengertian.batas_{bound}", {"angka": shown}) if bound else shown


def sign(shown: str, bound: str) -> str:
    return f"{_SIGNS[bound]}{shown}"


def _span(number: Fraction | int, to: Fraction | int | None) -> str:
    return show_number(number) if to is None else f"{show_number(number)}–{show_number(to)}"


def bind(tokens: Sequence[Token]) -> list[Token]:
    """Ranges as one number, and every bound in the number it was told of. What is left of them makes doubt."""
    joined = _join_ranges(_least_and_most(_either_so(tokens)))
    owners = [_owner(joined, at) if _is_bound(token) else None for at, token in enumerate(joined)]
    told = list(joined)
    for at, owner in enumerate(owners):
        if owner is not None:
            told[owner] = _bounded(told[owner], joined[at])
    kept = zip(told, owners, strict=True)
    return [token for token, owner in kept if owner is None and token.kind not in ("about", "between")]


def _either_so(tokens: Sequence[Token]) -> list[Token]:
    """ "400 atau 500 meter begitu" is anything between them; of "200 atau 250" one is meant."""
    numbers = [at for at, token in enumerate(tokens) if token.number]
    said = [at for at, token in enumerate(tokens) if token.kind == "between" and at > numbers[-1]]
    kept = [token for at, token in enumerate(tokens) if token.kind != "or_so" and at not in said]
    if len(kept) == len(tokens):
        return kept
    return [replace(token, name="") if token.kind == "range" and token.name == "or" else token for token in kept]


def _least_and_most(tokens: Sequence[Token]) -> list[Token]:
    """ "Minimal 15 maksimal 20" is from one to the other."""
    told = list(tokens)
    bounds = [at for at, token in enumerate(told) if token.kind == "bound" and token.name == "lebih"]
    for at in bounds:
        token = told[at]
        at_most = [n for n in range(at + 1, min(at + 4, len(told) - 1)) if told[n].kind == "bound"]
        if at and told[at - 1].number and at_most and told[at_most[0]].name == "kurang" and told[at_most[0] + 1].number:
            return [
                *told[:at],
                replace(token, kind="range", name=""),
                *told[at_most[0] + 1 :],
            ]  # "100 lebih, tidak sampai 200"
        behind = [n for n in range(at + 2, min(at + 5, len(told) - 1)) if told[n].kind == "bound"]
        shaped = len(behind) == 1 and told[at + 1].number is not None
        if shaped and told[behind[0]].name == "kurang" and told[behind[0] + 1].number:
            told[at] = replace(token, kind="between", name="")
            told[behind[0]] = replace(told[behind[0]], kind="range", name="")
            return _least_and_most(
                [each for n, each in enumerate(told) if not (at < n < behind[0] and each.kind == "sep")]
            )
    return told


def _is_bound(token: Token) -> bool:
    return token.kind in _MODIFIERS and bool(token.name)


def _bounded(token: Token, told: Token) -> Token:
    number = token.number
    assert number
    bound: Bound = next(each for each in BOUNDS if each == told.name)
    known = number.to is not None or (bound == "kira" and number.bound)  # "sekitar 20 sampai 30" is a range
    kept = number if known else replace(number, bound=bound)
    span = min(token.span[0], told.span[0]), max(token.span[1], told.span[1])
    return replace(token, number=kept, span=span)


def _owner(tokens: Sequence[Token], at: int) -> int | None:
    """The number a bound belongs to: the next one, else the one before it, with or without its unit. "Yang di atas
    ada 25 kk" lies above, and is not more."""
    after = at + 1
    while after < len(tokens) and tokens[after].kind in _MODIFIERS:
        after += 1
    is_apart = tokens[at].kind == "ahead" and after < len(tokens) and tokens[after].span[0] > tokens[at].span[1]
    if after < len(tokens) and tokens[after].number and tokens[at].kind != "behind" and not is_apart:
        return after
    about = tokens[at].kind == "about"
    if tokens[at].kind in ("ahead", "enough"):  # "2 meter di atas bukit" is where, "2 meter tidak cukup" asks for more
        return None
    at -= at == len(tokens) - 1 and at > 1 and tokens[at - 1].kind == "sep"  # "seratus orang, kurang sedikit"
    before = [back for back in (at - 1, at - 2) if back >= 0 and tokens[back].number]
    if before and (before[0] == at - 1 or tokens[at - 1].kind not in _NEVER_UNITS):
        return before[0]
    return _far_owner(tokens, at) if about else None


def _far_owner(tokens: Sequence[Token], at: int) -> int | None:
    """ "Mungkin warga yang lewat 60": words may stand between "about" and its number, but no other number."""
    numbers = [each for each, token in enumerate(tokens) if token.number]
    return next((each for each in numbers if each > at), numbers[-1] if numbers else None)


def _join_ranges(tokens: Sequence[Token]) -> list[Token]:
    kept: list[Token] = []
    at = 0
    while at < len(tokens):
        found, step = _range_at(tokens, at) if tokens[at].kind in _OPEN_RANGES else ([tokens[at]], 1)
        kept += found
        at += step
    return kept


def _range_at(tokens: Sequence[Token], at: int) -> tuple[list[Token], int]:
    """What stands here as it is kept, and how many tokens it takes."""
    kinds = [token.kind for token in tokens[at : at + 6]]
    if kinds[:4] in (["between", "num", "sep", "num"], ["between", "num", "range", "num"]):
        return _joined(tokens[at + 1 : at + 4], (0, 2), tokens[at : at + 4])
    if kinds[:3] == ["between", "num", "num"]:
        return _joined(tokens[at + 1 : at + 3], (0, 1), tokens[at : at + 3])
    if kinds[:3] == ["num", "range", "num"] and (tokens[at + 1].name != "or" or _are_next(tokens[at], tokens[at + 2])):
        return _joined(tokens[at : at + 3], (0, 2), tokens[at : at + 3])
    if _same_unit(tokens[at : at + 5], kinds):
        return _range_of_units(tokens[at : at + 5], 5, 5)
    if kinds[:1] == ["between"] and _same_unit(tokens[at + 1 : at + 6], kinds[1:], "sep"):
        return _range_of_units(tokens[at + 1 : at + 6], 5, 6)
    if _is_loose(tokens[at : at + 4], kinds) and not _has_unit(tokens[at + 4 :]):
        return _range_of_units(tokens[at : at + 4], 4, 4)
    return [tokens[at]], 1


def _has_unit(behind: Sequence[Token]) -> bool:
    return bool(behind) and behind[0].kind in _UNITS


def _is_loose(told: Sequence[Token], kinds: Sequence[str]) -> bool:
    """ "100 m sampai 150": the unit of the first is meant for both."""
    shaped = len(told) == 4 and [kinds[0], kinds[2], kinds[3]] == ["num", "range", "num"]
    return shaped and kinds[1] in _UNITS and told[2].name != "or" and kinds[4:5] != ["times"]


def _are_next(low: Token, high: Token) -> bool:
    """ "5 atau 6" is about as many; of "200 atau 250" one is meant."""
    assert low.number
    assert high.number
    one, other, scale = low.number.readings, high.number.readings, high.number.scaled
    same = low.number.scaled in (1, scale) and len(one) == len(other) == 1
    return same and other[0] / scale - one[0] / low.number.scaled == 1 and one[0] > 0


def _range_of_units(told: Sequence[Token], length: int, step: int) -> tuple[list[Token], int]:
    """The range with its unit behind it."""
    whole, taken = _joined(told, (0, 3), told[:length])
    return ([*whole, told[1]], step) if taken > 1 else ([told[0]], step - length + 1)


def _same_unit(told: Sequence[Token], kinds: Sequence[str], *between: str) -> bool:
    """ "100 m sampai 150 m"; behind "antara" also "100 m dan 150 m"."""
    shaped = len(told) == 5 and [kinds[0], kinds[3]] == ["num", "num"] and kinds[2] in ("range", *between)
    return shaped and told[2].name != "or" and told[1] == told[4] and kinds[1] not in _NEVER_UNITS


def _joined(told: Sequence[Token], ends: tuple[int, int], whole: Sequence[Token]) -> tuple[list[Token], int]:
    low, high = level(told[ends[0]], told[ends[1]])
    assert low.number
    assert high.number
    if len(low.number.readings) != 1 or len(high.number.readings) != 1 or low.number.readings >= high.number.readings:
        return [whole[0]], 1
    number = replace(low.number, to=high.number.readings[0], bound="", scaled=high.number.scaled)
    return [replace(low, number=number, span=(low.span[0], high.span[1]))], len(whole)


def level(low: Token, high: Token) -> tuple[Token, Token]:
    """Both ends of "50 sampai 60 juta"; the scale said last is meant for both."""
    assert low.number
    assert high.number
    least, most = low.number, high.number
    if not least.readings or not most.readings:
        return low, high
    top = most.readings[0]
    size = 100 if top % 100 == 0 else 10
    if least.readings[0] < 10 and not most.figure and top < 10 * size and top % size == 0:
        least = _scaled(least, Fraction(size)) if least.readings[0] * size < top else least
    if least.scaled == 1 < most.scaled and least.readings[:1] < (most.scaled,):
        least = _scaled(least, most.scaled)
    return replace(low, number=least), high


def _scaled(number: Num, scale: Fraction) -> Num:
    """By "ribu" and above the number is scaled; by tens and hundreds it is a number as any other."""
    scaled = scale if scale >= 1000 else number.scaled
    return replace(number, readings=tuple(each * scale for each in number.readings), scaled=scaled)

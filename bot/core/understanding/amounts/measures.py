"""What has to be settled among the words of a size before they are read: halves, calibers, kilos."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from bot.core.spelt import Spellings
from bot.core.understanding.amounts.tokens import Token

_THICK = 5  # without a unit
_FEW, _FEW_WORDS, _SHORT, _TALL = 20, 3, 2, 10
_BESIDE_THINGS = frozenset({"num", "other", "count", "loose", "all"})
_UNITS = ("length", "wide", "count", "kilo")
_SO_MANY, _MEASURED = "an", ("length", "wide", "kilo")  # "200 meteran"


def prepared(tokens: Sequence[Token], kilos: Mapping[str, frozenset[str]]) -> list[Token]:
    """`kilos`: beside which words a kilo is which unit."""
    return _which_kilo(_without_calibers(_with_centimetres(_with_halves(_about_so_many(tokens)))), kilos)


def _about_so_many(tokens: Sequence[Token]) -> list[Token]:
    """ "Dua ratus meteran", "2 kiloan"."""
    told = list(tokens)
    for at, token in enumerate(told[1:]):
        number = told[at].number
        plain = number is not None and not number.bound and number.to is None
        if number and plain and token.kind in _MEASURED and token.text.lower().endswith(_SO_MANY):
            told[at] = replace(told[at], number=replace(number, bound="kira"))
    return told


def things(tokens: Sequence[Token], stretch: frozenset[str]) -> list[Token]:
    """ "Timbangan bayi 4", "mesin jahit 4": so many of them; of what stretches (`stretch`) it may be the length."""
    tokens = tokens[1:] if tokens and tokens[0].kind == "sep" else tokens
    numbers = [at for at, token in enumerate(tokens) if token.number]
    if len(numbers) != 1 or not numbers[0] or any(token.kind not in _BESIDE_THINGS for token in tokens):
        return list(tokens)
    at = numbers[0]
    number, front = tokens[at].number, [token.text.lower() for token in tokens[:at]]
    assert number
    few = len(number.readings) == 1 and number.readings[0].denominator == 1 and 0 < number.readings[0] <= _FEW
    alone = at + 1 == len(tokens) and tokens[at - 1].kind in ("other", "count") and len(front) <= _FEW_WORDS
    if not (few and alone) or number.scaled > 1 or stretch & set(front) or any(map(_is_short, tokens[:at])):
        return list(tokens)
    unit = tokens[at - 1] if tokens[at - 1].kind == "count" else Token("count", "unit")
    return [*(token for token in tokens[:at] if token.kind != "count"), tokens[at], unit]


def with_thickness(tokens: Sequence[Token], thick: Spellings) -> list[Token]:
    """ "Tebal 15" is so in centimetres: nobody pours fifteen metres."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        kept.append(token)
        number, behind = token.number, tokens[at + 1].kind if at + 1 < len(tokens) else ""
        is_thick = at > 0 and tokens[at - 1].kind == "side" and tokens[at - 1].text.lower() in thick
        if number and is_thick and min(number.readings, default=0) >= _THICK and behind not in (*_UNITS, "range"):
            kept.append(Token("length", "cm"))
    return kept


def _is_short(token: Token) -> bool:
    """ "RT 4", "no 3": a number beside it is a name; "WC 4" counts them."""
    is_thing = token.kind == "count" and token.name.lower() == token.text.lower()
    return len(token.text) <= _SHORT and not is_thing


def _with_centimetres(tokens: Sequence[Token]) -> list[Token]:
    """ "Lebar 1 meter 20 senti" is one side: 1.2 m."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        kept.append(token)
        if _is_metres_and_more(kept) and _stands_alone(tokens[at + 1 :]):
            whole, unit, part, _ = kept[-4:]
            kept[-4:] = [_longer(whole, part), unit]
        elif _is_metres_and_tens(kept, tokens[at + 1 :]):
            whole, unit, part = kept[-3:]
            kept[-3:] = [_longer(whole, part), unit]
    return kept


def _is_metres_and_tens(tokens: Sequence[Token], behind: Sequence[Token]) -> bool:
    """ "Satu meter dua puluh" is 1.2 m, where both are spelt and nothing else has the tens."""
    told = tokens[-3:]
    if [token.kind for token in told] != ["num", "length", "num"] or told[1].name != "m":
        return False
    numbers = [token.number for token in told if token.number]
    plain = all(len(each.readings) == 1 and not each.bound and each.to is None for each in numbers)
    spelt = plain and not any(each.figure for each in numbers) and numbers[0].readings[0] < _TALL
    tens = spelt and 10 <= numbers[1].readings[0] < 100 and numbers[1].readings[0] % 5 == 0
    taken = behind and (behind[0].kind in (*_UNITS, "num", "range", "times", "lbr", "side"))
    return bool(tens and not taken)


def _is_metres_and_more(tokens: Sequence[Token]) -> bool:
    told = tokens[-4:]
    if [token.kind for token in told] != ["num", "length", "num", "length"] or (told[1].name, told[3].name) != (
        "m",
        "cm",
    ):
        return False
    numbers = [token.number for token in told if token.number]
    plain = all(len(each.readings) == 1 and not each.bound and each.to is None for each in numbers)
    return plain and 0 < numbers[1].readings[0] < 100 and numbers[0].readings[0].denominator == 1


def _stands_alone(behind: Sequence[Token]) -> bool:
    """ "2 m 30 cm tinggi" tells a side with its name behind it, unless that begins another."""
    kinds = [token.kind for token in behind[:2]]
    return kinds[:1] != ["side"] or kinds[1:] == ["num"]


def _longer(metres: Token, centimetres: Token) -> Token:
    assert metres.number
    assert centimetres.number
    whole = metres.number.readings[0] + centimetres.number.readings[0] / 100
    number = replace(metres.number, readings=(whole,), figure="", grouped=False)
    return replace(metres, number=number, span=(metres.span[0], centimetres.span[1]))


def _with_halves(tokens: Sequence[Token]) -> list[Token]:
    """ "Tiga ton setengah" is three and a half."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if _is_half(token) and behind not in _UNITS and len(kept) > 1 and kept[-1].kind in _UNITS and kept[-2].number:
            kept[-2] = _more(kept[-2], token)
        else:
            kept.append(token)
    return kept


def _is_half(token: Token) -> bool:
    return token.number is not None and token.number.readings == (Fraction(1, 2),)


def _more(token: Token, part: Token) -> Token:
    assert token.number
    assert part.number
    more = part.number.readings[0]
    whole = tuple(each + more for each in token.number.readings)
    bound = token.number.bound or part.number.bound
    return replace(token, number=replace(token.number, readings=whole, bound=bound))


def _without_calibers(tokens: Sequence[Token]) -> list[Token]:
    """ "Pipa 2 dim, 14 batang": which sort of pipe, not how much."""
    owned = {at - 1 for at, token in enumerate(tokens) if token.kind == "caliber" and at}
    owned |= {at + 1 for at, token in enumerate(tokens) if token.kind == "caliber" and at - 1 not in owned}
    return [token for at, token in enumerate(tokens) if at not in owned or token.number is None]


def _which_kilo(tokens: Sequence[Token], kilos: Mapping[str, frozenset[str]]) -> list[Token]:
    """ "Sekilo setengah dari bak sampai rumah" are kilometres, "pupuk 5 kilo" kilograms."""
    words = {token.name for token in tokens if token.kind == "other"}
    if any({one.kind, two.kind} == {"kilo", "side"} for one, two in pairwise(tokens)):
        words |= kilos["km"]  # "2 kilo panjangnya"
    fitting = [unit for unit, beside in kilos.items() if words & beside]
    if len(fitting) != 1:
        return list(tokens)
    kind = "length" if fitting[0] == "km" else "wide"
    return [replace(token, kind=kind, name=fitting[0]) if token.kind == "kilo" else token for token in tokens]


def in_place(tokens: Sequence[Token]) -> list[Token]:
    """Words that mean one thing before a number and another after it."""
    last = max(at for at, token in enumerate(tokens) if token.number)
    return [_placed(tokens, at, last) for at in range(len(tokens))]


def _placed(tokens: Sequence[Token], at: int, last: int) -> Token:
    """ "2 kali 3 meter" multiplies, "pelatihan 3 kali" counts; "lbr 2 m" is a side, "40 lbr" are sheets."""
    kind = tokens[at].kind
    if kind == "times" and at > last:
        return Token("count", "kali")
    if kind == "lbr":
        sheets = at and tokens[at - 1].number and not _is_second_side(tokens, at)
        return Token("count", "lembar") if sheets else Token("side", "l")
    return tokens[at]


def _is_second_side(tokens: Sequence[Token], at: int) -> bool:
    """ "Pjg 150 lbr 3"."""
    return at > 1 and tokens[at - 2].kind == "side" and at + 1 < len(tokens) and tokens[at + 1].number is not None

"""What is said besides the value: parts without a number that neither change it nor take it back.

"45 KK, saya ikut mendata", "120 orang, karena yang lain sudah pindah". Only where the whole makes no answer they are
left out, so that nothing that is understood as a whole is ever read in parts.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, takewhile

from bot.core.spelt import Spellings
from bot.core.understanding.amounts.pieces import Piece
from bot.core.understanding.amounts.summing import Part, each_area, listed, numbers_in, summed_up
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of
from bot.core.understanding.contrasts import holding

_MARKS = frozenset(",;:.!?()\n…")
_FEWEST = 3  # words; fewer rather belong to the value
_TWO, _KILO = 2, 1000
_LENGTH = "length:m"  # of the words of sizes
_COMMA = Piece("mark", ",")
_CHANGES = frozenset({"about", "bound", "enough", "behind", "unknown"})
#: Of these an answer may be made; the others in its own list of words say nothing.
_HARMLESS = frozenset({"noise", "stop", "vague", "address", "other", "place", "loose"})
_SOME = frozenset({"part", "male", "female", "poor"})  # "80 orang, anak-anak belum dihitung"
_OF_WHOM = frozenset({"person", "part", "male", "female", "rest", "whole", "all", "sep", "often"})
#: What a part that only describes does not tell.
_SORTS = frozenset({"about", "bound", "enough", "behind", "poor", "rest", "whole", "side", "often"})


def ways(pieces: Part, words: Lexicon) -> Iterator[list[Piece]]:
    """The same without what is said besides, and without what was once and is no more."""
    common = words.speech.common
    parts = list(parts_of(pieces, words, (*common.link, *common.condition, *common.told_by)))
    if any(piece.text == "." for piece in pieces):
        yield _joined(parts)
    for shorter in (_put_right(pieces, words), _behind_vague(pieces, words), _nearer(pieces, parts, words)):
        if shorter:
            yield shorter
            yield from ways(shorter, words)
    holds = _what_holds(pieces, words)
    if holds:
        yield holds
        yield from ways(holds, words)
    sums = summed_up(list(parts_of(pieces, words, common.total)), words), each_area(pieces, words)
    yield from filter(None, (*sums, listed(list(parts_of(pieces, words, ())), words)))
    asks = any(piece.text == "?" for piece in pieces)  # a question is no aside
    for besides in () if asks else (_is_aside, _is_of_whom, _is_of_less, _is_reason):
        kept = [_without_link(part, words) for part in parts if not besides(part, words)]
        if kept and kept != parts:
            yield _joined(kept)
    described = [] if asks else _undescribed(pieces, words)
    if described:
        yield described


def _without_link(part: list[Piece], words: Lexicon) -> list[Piece]:
    """ "Tidak tahu pasti, tapi kira-kira 50": what the two make together the numbers tell."""
    links = len(part) > 1 and words.stem(part[0].text) in words.speech.common.link
    return part[1:] if links and has_number(part, words) else part


def _joined(parts: Sequence[Part]) -> list[Piece]:
    return [piece for part in parts for piece in (_COMMA, *part)]


def _put_right(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "50 meter eh bukan, 70 meter", "… 70 meter maksudku": what is said instead, where both are numbers."""
    common = words.speech.common
    rights = [at for at, piece in enumerate(pieces) if piece.text in common.righting]
    at = max((at for at in rights if has_number(pieces[at + 1 :], words)), default=0)
    end = next((end for end in rights if end > at), len(pieces))
    behind = at + 1
    while behind < end and (pieces[behind].text in _MARKS or pieces[behind].text in common.against):
        behind += 1
    told = list(pieces[behind:end]) if at and has_number(pieces[:at], words) else []
    told = _behind_denied(told, pieces[:at], words) if told and behind > at + 1 else told
    return (counted_as(told, pieces[:at], words) if told else []) or told  # "12 KK eh 13"


def _behind_denied(told: list[Piece], before: Part, words: Lexicon) -> list[Piece]:
    """ "80. eh bukan 80, 18 orang": what is denied is said once more."""
    first, *others = parts_of(told, words, ())
    again = others and numbers_in(first, words) and set(numbers_in(first, words)) <= set(numbers_in(before, words))
    return _joined(others)[1:] if again else told


def _behind_vague(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "Wah banyak pak, lebih 200 orang": without what only says that they are many; empty where nothing does."""
    lead = list(takewhile(lambda token: not token.number, tokens_of(pieces, words)))
    many = [at for at, token in enumerate(lead) if token.kind == "vague"]
    plain = many and {token.kind for token in lead[: many[-1]]} <= {*_HARMLESS, "sep", "mark"}
    return list(pieces[lead[many[-1]].span[1] :]) if plain and has_number(pieces, words) else []


def _nearer(pieces: Part, parts: Sequence[Part], words: Lexicon) -> list[Piece]:
    """ "Tidak sampai sejuta, 850 ribu", "lebih 50 orang, 54 tepatnya": how many it is, behind what it does not reach or
    goes beyond; empty where the second tells no more, or something else."""
    if len(parts) < _TWO:
        return []
    first, second = (tokens_of(part, words) for part in parts[:_TWO])
    limits = [token for token in first if token.kind in ("bound", "enough", "ahead", "behind")]
    least, value = numbers_in(parts[0], words), numbers_in(parts[1], words)
    if len(limits) != 1 or len(least) != 1 or len(value) != 1 or {one.kind for one in second} & _CHANGES:
        return []
    if sum(one.kind == "other" for one in second) > 1:
        return []  # "kurang dari 5 juta, 4 juta dari desa"
    worth = [told[0] * _metres(tokens) for told, tokens in ((least, first), (value, second))]
    nearer = worth[1] < worth[0] if limits[0].name == "kurang" else worth[1] > worth[0]
    units = [{one.kind for one in told} & words.counts for told in (first, second)]
    return counted_as(_joined(parts[1:]), pieces, words) if nearer and units[1] <= units[0] else []


def _metres(tokens: Sequence[Token]) -> int:
    return _KILO if any(token.kind == "kilo" or token.name == "km" for token in tokens) else 1


def parts_of(pieces: Part, words: Lexicon, begins: Spellings) -> Iterator[list[Piece]]:
    """Cut at marks, and before the words with which something else begins."""
    part: list[Piece] = []
    for piece in pieces:
        if part and (piece.text in _MARKS or words.stem(piece.text) in begins):
            yield part
            part = []
        if piece.text not in _MARKS:
            part.append(piece)
    if part:
        yield part


def _is_aside(part: Part, words: Lexicon) -> bool:
    common = words.speech.common
    told = [words.stem(piece.text) for piece in part if piece.kind == "word"]
    if told and part[0].text in common.age:
        return True
    if not told or has_number(part, words):
        return False
    said = f" {' '.join(piece.text for piece in part)} "
    if any(f" {one} " in said for one in common.doubting) or _is_of_speaker(told, words):
        return True
    if told[0] in common.contrasts["catat"]:
        return True  # "tulis dulu itu"
    if told[0] in (*common.condition, *common.told_by):
        return len(told) > 1
    if is_against(told, words):
        return False
    kinds = {token.kind for token in tokens_of(part, words)}
    if kinds & _CHANGES:
        return False
    speaks = told[0] in (*common.link, *common.forbid) or any(_says_no(word, words) for word in told)
    long = len(told) >= _FEWEST or (told[0] in common.link and len(told) > 1)
    return long and (speaks or not _names_something(part, words))


def _is_of_speaker(told: Sequence[str], words: Lexicon) -> bool:
    """ "Saya langkahi dulu", "itu pun sa pinjam dulu", "sa tiap hari lewat situ": what the speaker did or does is
    neither what was once nor a rate. Of "saya tanya dulu" the amount is still to come."""
    common = words.speech.common
    told = [word for word in told if word in common.speaker or word not in common.endings]
    each = common.each if any(word in common.passing for word in told) else ()
    before = ["", *told]
    did = [
        word in each or (word in common.once and one not in common.deferred)
        for one, word in zip(before, told, strict=False)
    ]
    rest = [word for word, plain in zip(told, did, strict=True) if not plain]
    return (
        any(did)
        and told[0] not in common.once
        and any(word in common.speaker for word in rest)
        and not is_against(rest, words)
    )


def _is_of_whom(part: Part, words: Lexicon) -> bool:
    """ "17 orang, ibu-ibu semua tiap pagi": without a number it only says of whom. What is left of them, men or women,
    would be a number: "20 laki-laki, sisanya perempuan"."""
    tokens = tokens_of(part, words)
    kinds = {token.kind for token in tokens}
    told = [words.stem(piece.text) for one in tokens if one.kind != "often" for piece in part[slice(*one.span)]]
    speaks = len(part) >= _FEWEST and not has_number(part, words) and not is_against(told, words)
    counts = {"rest"} < kinds & {"rest", "male", "female", "part"}
    return _is_aside(part, words) or (speaks and kinds <= _OF_WHOM | _HARMLESS and not counts)


def _undescribed(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "22 rumah yang ada orangnya, yang kosong tidak saya hitung": without what only describes; empty where nothing
    does."""
    common = words.speech.common
    if not any(piece.text in common.which for piece in pieces[1:]):
        return []
    parts = list(parts_of(pieces, words, (*common.link, *common.condition, *common.which)))
    kept = [part for part in parts if not _describes(part, words)]
    kept = [_without_link(part, words) for part in kept if part[0].text in common.which or not _is_of_whom(part, words)]
    return _joined(kept) if 0 < len(kept) < len(parts) else []


def _describes(part: Part, words: Lexicon) -> bool:
    if len(part) < _FEWEST - 1 or part[0].text not in words.speech.common.which:
        return False
    tokens = tokens_of(part, words)
    told = [words.stem(piece.text) for piece in part if piece.kind == "word"]
    counts = any(token.number and any(token.number.readings) for token in tokens)
    counts = counts or words.own.get(told[1]) == "stop"  # "25 KK yang mampu"
    return not counts and not {token.kind for token in tokens} & _SORTS and not is_against(told, words)


def _is_of_less(part: Part, words: Lexicon) -> bool:
    """ "7 KK, dua di antaranya sudah tua", "lebar 3 meter, panjangnya belum kutahu": some of them, and what nobody
    knows."""
    told = [words.stem(piece.text) for piece in part if piece.kind == "word"]
    common, joined = words.speech.common, f" {' '.join(told)} "
    some = any(f" {word} " in joined for word in common.among) and has_number(part, words)
    kinds = {token.kind for token in tokens_of(part, words)}
    unknown = "unknown" in kinds and not kinds & _SOME and _names_something(part, words)
    return _is_aside(part, words) or some or (unknown and not has_number(part, words))


def _is_reason(part: Part, words: Lexicon) -> bool:
    """ "11 WC karena 11 rumah belum punya": a number that only says why."""
    told = [words.stem(piece.text) for piece in part if piece.kind == "word"]
    common = words.speech.common
    sums_up = any(word in common.total for word in told[1:])
    why = len(told) >= _FEWEST and told[0] in common.because and not sums_up and not is_against(told[1:], words)
    return _is_of_less(part, words) or why


def _names_something(part: Part, words: Lexicon) -> bool:
    """Whether it has a word of which an answer is made."""
    mine = {kind.partition(":")[0] for kind in words.own.values()} - _HARMLESS
    tokens = tokens_of(part, words)
    return any(token.kind in mine and (token.kind != "count" or not at) for at, token in enumerate(tokens))


def has_number(part: Part, words: Lexicon) -> bool:
    return any(
        piece.kind in ("figure", "fraction") or words.numerals.at([words.plain(piece)], 0) or piece.text in "@%$"
        for piece in part
    )


def is_against(told: Sequence[str], words: Lexicon) -> bool:
    """ "Itu dulu", "bukan orangnya", "tidak jadi"."""
    common = words.speech.common
    for at, word in enumerate(told):
        before = f"{told[at - 1]} {word}" if at else ""
        behind = told[at + 1] if at + 1 < len(told) else ""
        if word in common.forbid and behind and behind not in common.undone:
            continue  # "jangan yang kering lagi"
        if word in common.choice and _says_no(behind, words):
            continue  # "naik atau tidak"
        if (word in common.against and words.find(before) != "noise") or before in common.against:
            return True
        if at and word in common.undone and _says_no(told[at - 1], words):
            return True
    return False


def _says_no(word: str, words: Lexicon) -> bool:
    return word in words.speech.common.no and word in words.speech.common.stop


def _what_holds(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "Dulu 30 KK, sekarang 42 KK", "18 meter, bukan 80": what is so; nothing where no such two are told."""
    said = [words.stem(piece.text) for piece in pieces]
    measured = _LENGTH in words.told
    kept = holding(said, lambda clause: _amounts(pieces[slice(*clause)], words), words.speech.common, measured=measured)
    here = [piece for clause in kept for piece in (_COMMA, *(pieces[at] for at in clause))]
    return counted_as(here, pieces, words) if here else []


def _amounts(part: Part, words: Lexicon) -> list[Fraction]:
    """How wide, high or thick something is stands beside how long it is, and not against it."""
    sides = {token.name for token in tokens_of(part, words) if token.kind == "side"}
    return [] if sides & {"l", "t"} else numbers_in(part, words, "place")


def _begins_aside(piece: Piece, words: Lexicon) -> bool:
    return piece.text in _MARKS or words.stem(piece.text) in words.speech.common.link


def counted_as(here: list[Piece], there: Part, words: Lexicon) -> list[Piece]:
    """ "17 KK itu dulu, sekarang sudah 21": what is counted is said once."""
    numbers = [at for at, piece in enumerate(here) if has_number([piece], words)]
    counted = [piece for piece in there if not has_number([piece], words) and _names_something([piece], words)]
    behind = [one for at, one in pairwise(there) if has_number([at], words) and one in counted]
    near = list(takewhile(lambda piece: not _begins_aside(piece, words), here[numbers[-1] + 1 :])) if numbers else []
    if not numbers or not counted or _names_something(here[: numbers[0]], words) or _names_something(near, words):
        return here
    if any(token.kind == "other" for token in tokens_of(near[:1], words)):
        return []  # "200 meter, yang pakai 40 KK": something else is counted
    return [*here[: numbers[-1] + 1], (behind or counted)[0], *here[numbers[-1] + 1 :]]

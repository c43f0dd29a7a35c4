"""What is said besides the value: parts without a number that neither change it nor take it back.

"45 KK, saya ikut mendata", "120 orang, karena yang lain sudah pindah". Only where the whole makes no answer they are
left out, so that nothing that is understood as a whole is ever read in parts.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.core.spelt import Spellings
from bot.core.understanding.pieces import Piece, cut, prepare
from bot.core.understanding.tokens import Lexicon, Token, tokens_of

_MARKS = frozenset(",;:.!?()\n…")
_FEWEST = 3  # words; fewer rather belong to the value
_COMMA = Piece("mark", ",")
_CHANGES = frozenset({"about", "bound", "behind", "unknown"})
#: Of these an answer may be made; the others in its own list of words say nothing.
_HARMLESS = frozenset({"noise", "stop", "vague", "address", "other", "place"})
_OF_WHOM = frozenset({"person", "part", "male", "female", "rest", "all", "sep", "often"})
Part = Sequence[Piece]


def ways(pieces: Part, words: Lexicon) -> Iterator[list[Piece]]:
    """The same without what is said besides, and without what was once and is no more."""
    common = words.speech.common
    parts = list(_parts(pieces, words, (*common.link, *common.condition)))
    if any(piece.text == "." for piece in pieces):
        yield _joined(parts)
    righted = _put_right(pieces, words)
    if righted:
        yield righted
    yield from filter(None, (_summed_up(list(_parts(pieces, words, common.total)), words), _listed(pieces, words)))
    asks = any(piece.text == "?" for piece in pieces)  # a question is no aside
    for besides in () if asks else (_is_aside, _is_of_whom):
        kept = [_without_link(part, words) for part in parts if not besides(part, words)]
        if kept and kept != parts:
            yield _joined(kept)
    now = _of_now(pieces, words)
    if now:
        yield now
        yield from ways(now, words)


def take_back(text: str, words: Lexicon) -> bool:
    """Whether something said besides may change the value: "tapi tidak jadi", "itu belum semuanya"."""
    common = words.speech.common
    parts = _parts(cut(prepare(text)), words, (*common.link, *common.condition))
    told = ([words.stem(piece.text) for piece in part if piece.kind == "word"] for part in parts)
    return any(_is_against(each, words) for each in told)


def _without_link(part: list[Piece], words: Lexicon) -> list[Piece]:
    """ "Tidak tahu pasti, tapi kira-kira 50": what the two make together the numbers tell."""
    links = len(part) > 1 and words.stem(part[0].text) in words.speech.common.link
    return part[1:] if links and _has_number(part, words) else part


def _joined(parts: Sequence[Part]) -> list[Piece]:
    return [piece for part in parts for piece in (_COMMA, *part)]


def _put_right(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "50 meter eh bukan, 70 meter": what is said instead, where both are numbers."""
    common = words.speech.common
    at = max((at for at, piece in enumerate(pieces) if piece.text in common.righting), default=0)
    behind = at + 1
    while behind < len(pieces) and (pieces[behind].text in _MARKS or pieces[behind].text in common.against):
        behind += 1
    instead = pieces[behind:]
    return list(instead) if at and _has_number(pieces[:at], words) and _has_number(instead, words) else []


def _summed_up(parts: Sequence[Part], words: Lexicon) -> list[Piece]:
    """ "27 anak tambah guru 2, jadi 29 semua": the sum, where it is one."""
    *before, last = parts or [[_COMMA]]
    if words.stem(last[0].text) not in words.speech.common.total:
        return []
    told, whole = _numbers(_joined(before), words), _numbers(last, words)
    summed = len(told) > 1 and whole == [sum(told)]
    return list(last[1:]) if summed or (before and whole == [_members(_joined(before), words)]) else []


def _listed(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "7. saya, mamaknya, anak 5": the number in front, where those behind it are as many."""
    first, *others = list(_parts(pieces, words, ())) or [[_COMMA]]
    whole = _numbers(first, words)
    return list(first) if others and len(whole) == 1 and whole == [_members(_joined(others), words)] else []


def _members(pieces: Part, words: Lexicon) -> int:
    """How many a speaker counts up one by one, and himself; nothing where he is not among them."""
    speaker = {phrase.partition(" ")[0] for phrase in words.told.get("self", ())}
    if not any(words.stem(piece.text) in speaker for piece in pieces):
        return 0
    groups: list[list[Token]] = [[]]
    for token in tokens_of(pieces, words):
        groups = [*groups, []] if token.kind in ("sep", "self") else [*groups[:-1], [*groups[-1], token]]
    return 1 + sum(_count(group) for group in groups if group)


def _count(group: Sequence[Token]) -> int:
    """Of one sort of them; a person named without a number is one."""
    told = [token.number.readings[0] for token in group if token.number and token.number.readings]
    return int(sum(told)) if told else 1


def _numbers(pieces: Part, words: Lexicon) -> list[Fraction]:
    found = (token.number.readings for token in tokens_of(pieces, words) if token.number)
    return [readings[0] for readings in found if readings]


def _parts(pieces: Part, words: Lexicon, begins: Spellings) -> Iterator[list[Piece]]:
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
    if not told or _has_number(part, words):
        return False
    if told[0] in common.condition:
        return len(told) > 1
    if _is_against(told, words):
        return False
    kinds = {token.kind for token in tokens_of(part, words)}
    if kinds & _CHANGES:
        return False
    speaks = told[0] in common.link or any(_says_no(word, words) for word in told)
    long = len(told) >= _FEWEST or (told[0] in common.link and len(told) > 1)
    return long and (speaks or not _names_something(part, words))


def _is_of_whom(part: Part, words: Lexicon) -> bool:
    """ "17 orang, ibu-ibu semua tiap pagi": without a number it only says of whom. What is left of them, men or women,
    would be a number: "20 laki-laki, sisanya perempuan"."""
    tokens = tokens_of(part, words)
    kinds = {token.kind for token in tokens}
    told = [words.stem(piece.text) for one in tokens if one.kind != "often" for piece in part[slice(*one.span)]]
    speaks = len(part) >= _FEWEST and not _has_number(part, words) and not _is_against(told, words)
    counts = {"rest"} < kinds & {"rest", "male", "female", "part"}
    return _is_aside(part, words) or (speaks and kinds <= _OF_WHOM | _HARMLESS and not counts)


def _names_something(part: Part, words: Lexicon) -> bool:
    """Whether it has a word of which an answer is made."""
    mine = {kind.partition(":")[0] for kind in words.own.values()} - _HARMLESS
    return any(token.kind in mine for token in tokens_of(part, words))


def _has_number(part: Part, words: Lexicon) -> bool:
    return any(
        piece.kind in ("figure", "fraction") or words.numerals.at([words.plain(piece)], 0) or piece.text in "@%$"
        for piece in part
    )


def _is_against(told: Sequence[str], words: Lexicon) -> bool:
    """ "Itu dulu", "bukan orangnya", "tidak jadi"."""
    common = words.speech.common
    for at, word in enumerate(told):
        before = f"{told[at - 1]} {word}" if at else ""
        if word in common.against and words.find(before) != "noise":
            return True
        if at and word in common.undone and _says_no(told[at - 1], words):
            return True
    return False


def _says_no(word: str, words: Lexicon) -> bool:
    return word in words.speech.common.no and word in words.speech.common.stop


def _of_now(pieces: Part, words: Lexicon) -> list[Piece]:
    """ "Dulu 30 KK, sekarang 42 KK": what is now; nothing where no such two are told."""
    told = [words.stem(piece.text) for piece in pieces]
    once = [at for at, word in enumerate(told) if word in words.speech.common.once]
    now = [at for at, word in enumerate(told) if word in words.speech.common.now]
    if len(once) != 1 or len(now) != 1:
        return []
    here = list(pieces[now[0] + 1 :] if once[0] < now[0] else (*pieces[: now[0]], *pieces[now[0] + 1 : once[0]]))
    return here if _names_something(here, words) else []

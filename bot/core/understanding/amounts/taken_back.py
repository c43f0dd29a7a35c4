"""What stands beside a number and takes it back, or makes it that of something else."""

from collections.abc import Sequence

from bot.core.understanding.amounts.asides import has_number, is_against, parts_of
from bot.core.understanding.amounts.pieces import Piece, cut, prepare
from bot.core.understanding.amounts.summing import Part
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of


def take_back(text: str, words: Lexicon) -> bool:
    """Whether something said besides may change the value: "tapi tidak jadi", "itu belum semuanya"."""
    common = words.speech.common
    pieces = cut(prepare(text))
    if any(_is_half_of_them(piece, words) for piece in pieces):
        return True
    parts = list(parts_of(pieces, words, (*common.link, *common.condition)))
    told = [[words.stem(piece.text) for piece in part if piece.kind == "word"] for part in parts]
    unsaid = any(_is_rather(part, words) for part in parts)
    return unsaid or any(is_against(each, words) for each in told) or is_of_else(pieces, words)


def _is_rather(part: Part, words: Lexicon) -> bool:
    """ "Data desa bilang 12 KK tapi sa rasa lebih": how many more is not told."""
    turns = words.stem(part[0].text) in words.speech.common.contrasts["tapi"] and not has_number(part, words)
    return turns and any(token.kind in ("bound", "behind") for token in tokens_of(part, words))


def is_of_else(pieces: Part, words: Lexicon) -> bool:
    """ "Kampung sebelah 200 orang", "tidak mungkin 100": what stands beside its number makes it mean something else."""
    parts = parts_of(pieces, words, words.speech.common.link)
    return any(_counts_else(tokens_of(_without_which(part, words), words), words) for part in parts)


def _counts_else(told: Sequence[Token], words: Lexicon) -> bool:
    """A phrase, or a word of this sort of answer, anywhere; a "no" only right before the number."""
    numbers = [at for at, token in enumerate(told) if token.number]
    for at, token in enumerate(told if numbers else ()):
        ahead = next((one.kind for one in told[at + 1 :] if one.kind not in ("about", "bound")), "")
        if token.kind == "stop" and (" " in token.text or words.own.get(token.text) == "stop" or ahead == "num"):
            return True
    return False


def _without_which(part: Part, words: Lexicon) -> Part:
    """Of "1.200 meter, yang dirabat tahun lalu" what stands before the number is described."""
    common = words.speech.common
    ends = (at for at, piece in enumerate(part) if piece.text in common.which and has_number(part[:at], words))
    return part[: next(ends, len(part))]


def _is_half_of_them(piece: Piece, words: Lexicon) -> bool:
    """ "86 murid, tapi yang menyeberang separuhnya": an ending on a half points at the number before it."""
    plain = words.plain(piece)
    return plain is not piece and [atom.kind for atom in words.numerals.atoms_of(plain.text)] == ["part"]

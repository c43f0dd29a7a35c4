"""What somebody does by their words at the question that is open, learnt from examples at that question: people tell
why before they say that they have no photo, and come to a yes by many words. What is plain the ear knows without it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from bot.core.listening.counting import ENDS, TOKEN, folded
from bot.core.listening.folding import Folding, FoldingWords, words_known
from bot.core.listening.learnt import Learnt
from bot.core.listening.model import Weights
from bot.core.listening.training import taught

#: An answer, though it may sound like an act.
ANSWER = "jawab"
PLACES = "tempat"  # kecamatan, desa and dusun, which are put right together
ANYWHERE = "*"  # of examples that were said at no question
#: Of each question of the form that brings a proposal, and before and after it, what sort of answers it waits for.
SORTS: Mapping[str, str] = {
    **dict.fromkeys(("setuju", "masih", "nama_baru", "batal"), "ya"),
    **dict.fromkeys(("foto", "lokasi", "patokan"), "boleh"),
    **dict.fromkeys(("jumlah", "kurang_mampu", "ukuran"), "angka"),
    **dict.fromkeys(("kategori", "merasakan", "sumbangan"), "pilihan"),
    **dict.fromkeys(("cerita", "harapan", "alasan"), "bebas"),
    "tinjau": "tinjau",
    "kosong": "kosong",
}
_MARKS = ENDS - {"?"}
_BEGINNING, _FIRST, _END = 4, 3, 6  # words
_RARE = 3  # a feature of fewer examples teaches nothing about others
_STEP, _LONGEST = 4, 8  # words of a length; lengths


class AtQuestion:
    def __init__(self, learnt: Learnt) -> None:
        self._learnt = learnt

    def shares(self, question: str, text: str) -> Mapping[str, float]:
        """How likely each act is, and that it is an answer; all together 1."""
        shares = self._learnt.model.shares(features(question, _tokens(self._learnt.word, text)))
        return dict(zip(self._learnt.model.acts, shares, strict=True))


def _tokens(word: Callable[[str], str], text: str) -> list[str]:
    return [folded(word, told) for told in TOKEN.findall(text)]


def train(examples: Sequence[tuple[str, str, str]], words: FoldingWords, inputs: str) -> Weights:
    """Of each example its question, its acts ("lewati+jawab"), and what was said."""
    known = words_known(words, (text for *_, text in examples))
    word = Folding(words, known).word
    seen = [(primary(acts.split("+")), features(question, _tokens(word, text))) for question, acts, text in examples]
    return taught(seen, known, inputs, _RARE)


def features(question: str, tokens: Sequence[str]) -> set[str]:
    """Its words, where they stand, and at which question and sort of question."""
    words = [token for token in tokens if token not in _MARKS]
    sort = SORTS.get(question, question)
    found = {f"Q {question}", f"G {sort}", f"N {min(len(words) // _STEP, _LONGEST)}"}
    found.update(f"W {word}" for word in words)
    found.update(f"P {one} {other}" for one, other in pairwise(["^", *tokens, "$"]))
    found.update(f"F {word}" for word in words[:_BEGINNING])
    found.update(f"E {word}" for word in words[-_END:])
    found.update(f"QW {question} {word}" for word in words)
    found.update(f"GF {sort} {word}" for word in words[:_FIRST])
    found.update(f"GE {sort} {word}" for word in words[-_END:])
    found.update(f"C {word}" for word in _last_clause(tokens))
    return found


def _last_clause(tokens: Sequence[str]) -> Iterator[str]:
    begun = False
    for word in reversed(tokens):
        if word not in ENDS:
            begun = True
            yield word
        elif begun:
            return


def primary(acts: Collection[str]) -> str:
    """Of several that are said together the one that does something with the question; an answer comes before what is
    asked beside it."""
    return next((act for act in DOING if act in acts), ANSWER if ANSWER in acts else next(iter(acts)))


#: What does something with the question that is open, what decides first.
DOING = (
    *("ya", "tidak", "tidak_tahu", "lewati", "nanti", "tidak_ada", "batal", "kembali", "ulangi", "cukup", "kirim"),
    *("ubah", "terserah", "hapus_data", "jangan_nama", "pinjam_hp", "bantuan", "susah_tulis"),
)

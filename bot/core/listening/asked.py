"""The ear that knows which question is open: where it hears no act of its own, examples at that question tell one."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.core.listening.acts import Ear
from bot.core.listening.at_question import ANSWER, DOING, SORTS, AtQuestion
from bot.core.listening.model import Weights
from bot.core.listening.parting import Parting
from bot.core.listening.rules import Rules
from bot.core.listening.shapes import Act, Acts, Part

_SENTENCE = re.compile(r"[.!?;\n]+")
_FEWEST, _LONGEST = 3, 600  # words; characters
#: So likely an act has to be; the second, where it sends or ends something, or where any words are an answer.
_SURE, _SURER = 0.85, 0.9
_SUREST = 0.95
_SURE_CORRECTION, _LONGEST_CORRECTION = 0.8, 60  # share; words
_BESIDE = 0.08  # so likely they have to be an answer, too, that the words are kept beside the act
_FINAL = frozenset({"batal", "kirim", "cukup", "hapus_data"})
_YES_OR_NO = frozenset({"ya", "tidak"})
#: They rather mean a part of what was told, where the ear itself does not hear them.
_OF_ONESELF = frozenset({"hapus_data", "jangan_nama"})
#: By these a question is left: whatever is told with it stays.
_LEAVING = frozenset({"tidak_ada", "tidak_tahu", "lewati", "nanti"})
_CAREFUL, _OPEN = frozenset({"ya", "tinjau"}), frozenset({"bebas", "kosong"})


class AskedEar(Ear):
    """`at_question`, `corrections`, `parting`: None where nothing teaches them."""

    def __init__(
        self,
        rules: Rules,
        load: Callable[[], Weights],
        is_urgent: Callable[[str], bool] = lambda _text: False,
        at_question: AtQuestion | None = None,
        corrections: AtQuestion | None = None,
        parting: Parting | None = None,
    ) -> None:
        super().__init__(rules, load, is_urgent)
        self._at_question, self._corrections, self._parting = at_question, corrections, parting

    def parts(self, question: str, text: str) -> Sequence[Part]:
        """What each part of a message is about; nothing where there is one alone."""
        is_short = len(text) <= _LONGEST and not self._is_urgent(text)
        return self._parting.parts(question, text) if self._parting is not None and is_short else ()

    def puts_right(self, question: str, sentence: str) -> str:
        """Which answer of before this sentence changes, while this question is open; empty where it changes none, or
        that is not sure."""
        if self._corrections is None or len(sentence.split()) > _LONGEST_CORRECTION:
            return ""
        shares = self._corrections.shares(question, sentence)
        meant = max(shares, key=shares.__getitem__)
        return meant if meant != ANSWER and shares[meant] >= _SURE_CORRECTION else ""

    def hear_at(self, question: Callable[[], str], text: str, acts: Acts) -> Acts:
        """What is done at the question that is open; what was heard there is sure unless this is surer."""
        fits = len(text) <= _LONGEST and len(text.split()) >= _FEWEST
        if self._at_question is None or not fits or self._is_urgent(text):
            return acts
        asked = question()
        if acts.done:
            return self._instead(self._at_question, asked, text, acts) if asked in SORTS and asked != "batal" else acts
        careful = SORTS.get(asked) in _CAREFUL  # "iya, tapi dusunnya lain"
        if asked not in SORTS or (SORTS[asked] in _OPEN and len(text.split()) <= _FEWEST):
            return acts  # "tidak usah apa-apa" is hoped for
        shares = self._at_question.shares(asked, text)
        act = max(shares, key=shares.__getitem__)
        doubted = careful and self._held(acts) and not (act == "ya" and shares[act] >= _SUREST)
        if doubted or (careful and self._turns(text)):
            return acts
        sends = act in _FINAL and _has_several(text)  # "kirim. habis itu bidan ya"
        return _done(text, act, shares) if not sends and _is_sure(asked, act, shares[act]) else acts

    def _instead(self, at_question: AtQuestion, asked: str, text: str, acts: Acts) -> Acts:
        """The ear heard something: what is done with the question itself is surer here. "Boleh. Siapa yang baca?" is a
        yes, too; and what has sounded like an act may be an answer."""
        shares = at_question.shares(asked, text)
        act = max(shares, key=shares.__getitem__)
        doing = [one for one in acts.done if one.name in DOING]
        if shares[act] < _SUREST or any(one.name == act for one in acts.done) or act in _FINAL | _OF_ONESELF:
            return acts
        beside = tuple(one for one in acts.done if one not in doing)
        told = Act(act, 1.0, shares[act], (0, len(text)))
        if act == ANSWER:
            is_one = doing and not acts.left and not _has_several(text)
            return Acts(beside, left=text.strip()) if is_one else acts
        if act in DOING and not doing:
            return Acts((*acts.done, told), left=acts.left)
        if act == "ya" and {one.name for one in doing} <= _OF_ONESELF:
            return Acts((*acts.done, told), left=acts.left)
        if act in _LEAVING and {one.name for one in doing} <= _LEAVING | {"tidak"}:
            return Acts((*beside, told), left=acts.left)
        return acts

    def _held(self, acts: Acts) -> bool:
        """Whether it may be a yes or a no, and something in it makes that doubtful."""
        return any(act.name in _YES_OR_NO | _FINAL for act in acts.maybe)

    def _turns(self, text: str) -> bool:
        return self._peeler.turns(self._judge.folding.tokens(text))


def _has_several(text: str) -> bool:
    return len(list(filter(str.strip, _SENTENCE.split(text)))) > 1


def _is_sure(question: str, act: str, share: float) -> bool:
    sort = SORTS[question]
    if act == ANSWER or (act in _YES_OR_NO and sort not in _CAREFUL) or act in _OF_ONESELF:
        return False
    final = act in _FINAL or (question in ("batal", "setuju") and act == "ya")
    return share >= (_SURER if final or sort in _OPEN else _SURE)


def _done(text: str, act: str, shares: Mapping[str, float]) -> Acts:
    kept = act in _LEAVING and shares[ANSWER] >= _BESIDE
    return Acts((Act(act, 1.0, shares[act], (0, len(text))),), left=text.strip() if kept else "")

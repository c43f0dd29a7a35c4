"""Words that choose among groups, without those that only count somebody."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.stories.readings import told_in
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import Vocabulary

_ONLY = frozenset({"num", "person", "about", "noise", "or_so", "bound"})
_LONGEST = 8  # words of what does nothing but count
_COUNTED_APART = frozenset({"male", "female"})


def uncounted(text: str, world: World, *, beside: bool = True) -> str:
    """Without men and women who are counted, or the poor: "90 laki-laki dan 110 perempuan" names no group, and nor does
    "yang kena semuanya 65 orang", "65 orang, itu semua yang kena" `beside` another question."""
    return _uncounted(text, world.spellings, beside)


@lru_cache(maxsize=16)  # several questions look at the same message
def _uncounted(text: str, words: Vocabulary, beside: bool) -> str:
    told = told_in(text, tongue_of(words))
    counted = beside and any(each.sort == "jumlah" for each in told)
    for each in reversed(told):
        before, behind = text[: each.span[0]], text[each.span[1] :]
        whole = _all_at_the_end(words).search(before) if beside and each.sort == "jumlah" else None
        if whole:
            text = f"{before[: whole.start()]} {behind}"
        elif each.sort == "kurang_mampu" or (each.sort == "jumlah" and each.value.keys() & _COUNTED_APART):
            text = f"{before} {behind}"
    return one_of(words.choices.all_that).sub(" ", text) if counted else text


def counts_only(text: str, world: World) -> bool:
    """ "14 jiwa": how many there are, and not of whom."""
    if len(text.split()) > _LONGEST or one_of(world.spellings.people.uses).search(text):  # "yang merasakan 50 orang"
        return False
    kinds = {token.kind for token in tokenize(text, tongue_of(world.spellings).people_grammar.words)}
    return {"num", "person"} <= kinds <= _ONLY


@lru_cache(maxsize=8)
def _all_at_the_end(words: Vocabulary) -> re.Pattern[str]:
    beside = either((*words.common.noise, *words.common.about))
    return re.compile(rf"\b(?:{either(words.choices.all)})(?:nya)?(?:\s+(?:{beside}))*\s*$", re.IGNORECASE)

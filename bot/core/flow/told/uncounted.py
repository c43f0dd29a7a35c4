"""Words that choose among groups, without those that only count somebody."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import Spellings, either, one_of
from bot.core.stories.readings import told_in
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.tongue import tongue_of
from bot.core.vocabulary import SharedWords

_ONLY = frozenset({"num", "person", "about", "noise", "or_so", "bound"})
_LONGEST = 8  # words of what does nothing but count
_COUNTED_APART = frozenset({"male", "female"})


def uncounted(text: str, world: World, *, beside: bool = True) -> str:
    """Without men and women who are counted, or the poor: "90 laki-laki dan 110 perempuan" names no group, and nor does
    "yang kena semuanya 65 orang", "65 orang, itu semua yang kena" `beside` another question."""
    told = told_in(text, tongue_of(world.spellings))
    counted = beside and any(each.sort == "jumlah" for each in told)
    for each in reversed(told):
        before, behind = text[: each.span[0]], text[each.span[1] :]
        whole = _all_at_the_end(world).search(before) if beside and each.sort == "jumlah" else None
        if whole:
            text = f"{before[: whole.start()]} {behind}"
        elif each.sort == "kurang_mampu" or (each.sort == "jumlah" and each.value.keys() & _COUNTED_APART):
            text = f"{before} {behind}"
    return one_of(world.spellings.choices.all_that).sub(" ", text) if counted else text


def counts_only(text: str, world: World) -> bool:
    """ "14 jiwa": how many there are, and not of whom."""
    if len(text.split()) > _LONGEST or one_of(world.spellings.people.uses).search(text):  # "yang merasakan 50 orang"
        return False
    kinds = {token.kind for token in tokenize(text, tongue_of(world.spellings).people_grammar.words)}
    return {"num", "person"} <= kinds <= _ONLY


def _all_at_the_end(world: World) -> re.Pattern[str]:
    return _all_before(world.spellings.choices.all, world.spellings.common)


@lru_cache(maxsize=8)
def _all_before(all_of_them: Spellings, words: SharedWords) -> re.Pattern[str]:
    beside = either((*words.noise, *words.about))
    return re.compile(rf"\b(?:{either(all_of_them)})(?:nya)?(?:\s+(?:{beside}))*\s*$", re.IGNORECASE)

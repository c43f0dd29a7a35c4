"""The end of a name is put right in the same breath: "Keppe Utara eh selatan maksudku" is Keppe Selatan."""

import re
from functools import lru_cache

from bot.core.spelt import Spellings, either
from bot.core.vocabulary import SharedWords, Vocabulary

_TWO = 2
_WORD = re.compile(r"[^\W\d_]+")


def with_last_end(text: str, words: Vocabulary) -> str:
    """The name with the end that was said last; "utara, bukan selatan" stays as it is."""
    ends, said = words.places.compass, _WORD.findall(text.lower())
    if sum(one in ends for one in said) < _TWO:
        return text
    return _turned(ends, words.common).sub(r"\2", text)


@lru_cache(maxsize=2)
def _turned(ends: Spellings, common: SharedWords) -> re.Pattern[str]:
    no = {*common.contrasts["bukan"], *common.no}
    turns = either([one for one in (*common.righting, *common.contrasts["keliru"]) if one not in no])
    denied = rf"(?:{either(common.contrasts['bukan'])})\s*[,.…]+\s*"  # "utara bukan, selatan"
    turned = rf"[\s,.…]+(?:(?:{turns})\b[\s,.…]*|{denied})+"
    return re.compile(rf"\b({either(ends)})\b{turned}({either(ends)})\b(?:[\s,.]+(?:{turns})\b)*", re.IGNORECASE)

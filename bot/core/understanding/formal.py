"""What is put right in the words of a letter, or said to have been forgotten, as it is said every day: "izin meralat,
jumlah KK yang semula 15 menjadi 17" is "ralat, jumlah KK 17"."""

import re
from functools import lru_cache

from bot.core.spelt import either
from bot.core.understanding.contrasts import put_right
from bot.core.vocabulary import SharedWords

_FEWEST, _MOST, _LONGEST = 2, 14, 24  # words that are left, of what is no story, and of any correction


def in_plain_words(text: str, words: SharedWords, *, free: bool) -> str:
    """`free`: any words are an answer, so that only an opening tells that something is put right."""
    length = len(text.split())
    if length > _LONGEST:
        return text
    opening, formerly, forgotten = _patterns(words)
    first, *others = put_right(text, words)
    righted = others and any(map(str.isdecimal, first))  # "12 KK eh 13, lupa kuhitung mertuaku" says why
    counts = length <= _MOST and any(map(str.isdecimal, text)) and not righted
    left, times = forgotten.subn(" ", text) if counts else (text, 0)
    told = left.strip(" ,.") if times and len(left.split()) >= _FEWEST else text
    plain = opening.sub(f"{words.announcing[0]}, ", told, count=1)
    if plain != told or not free:
        changed = formerly.sub(" ", plain)
        plain = changed if changed == plain or plain != told else f"{words.announcing[0]}, {changed.strip()}"
    return plain


@lru_cache(maxsize=8)
def _patterns(words: SharedWords) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words that open, those of what was there before, and those that say that it was forgotten."""
    polite = either((*words.politely, *words.speaker, *words.noise))
    before = rf"(?:(?:{either(words.which)})\s+)?(?:{either(words.formerly)})"
    just, all_of_it = either(words.before_now), either(words.all)
    told = rf"(?:{either(words.forgotten)})\b(?!\s+(?:{all_of_it})\b)"
    kept = "".join(rf"(?<!\b{which}\s)" for which in words.which)  # "yang belum saya tulis 9 KK" tells of others
    wrong = r"(?:\s+[^\s,;]+){1,3}?"
    return (
        re.compile(rf"^\W*(?:(?:{polite})\b\W+){{0,4}}?(?:{either(words.announcing)})\b[\s,:.]*", re.IGNORECASE),
        re.compile(rf"\s+{before}{wrong}\s*,?\s+(?:{either(words.becoming)})\s+", re.IGNORECASE),
        re.compile(rf"[\s,.]*{kept}\b(?:(?:{just})\s+)?(?:{told})\b(?:\s+(?:{just})\b)?[\s,.]*", re.IGNORECASE),
    )

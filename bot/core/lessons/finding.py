"""Words that somebody typed, and what they may mean: a hard question, or what one does in a scene."""

import re
from collections.abc import Iterable, Sequence

from bot.core.lessons.lessons import Choice, Hard
from bot.core.listening.folding import plain

_WORD = re.compile(r"\w+")
#: Words that stand in every question and tell nothing apart.
_EMPTY = frozenset(
    ("yang", "di", "ke", "dari", "dan", "itu", "ini", "saya", "kami", "apa", "ada", "bapak", "ibu", "pak", "bu")
)
_PHRASE, _WORD_ALONE = 3, 1  # what a phrase counts, for each of its words; and what a word of the text itself does
_WORTH = 2  # less than this is chance
_MOST = 5
_TELLING, _MEANT = 4, 0.5  # letters of a word that tells; how much of what was typed has to be in the answer


def find_hard(hard: Iterable[Hard], typed: str) -> list[Hard]:
    """The likeliest first, at most five; all that fit, when nothing was typed."""
    said = _words(typed)
    if not said:
        return sorted(hard, key=lambda one: one.text)
    scored = [(_score((*one.words,), one.text, said), one) for one in hard]
    found = sorted((pair for pair in scored if pair[0] >= _WORTH), key=lambda pair: (-pair[0], pair[1].text))
    return [one for _, one in found][:_MOST]


def recognise(choices: Sequence[Choice], typed: str) -> list[int]:
    """The places of what may be meant: one when it is clear, several when it is not, none when nothing fits. The number
    of a choice means it."""
    alone = typed.strip().rstrip(".)")
    if alone.isdecimal() and 1 <= int(alone) <= len(choices):
        return [int(alone) - 1]
    said = _words(typed)
    scores = [_score(choice.words, choice.text, said) for choice in choices]
    best = max(scores, default=0)
    return [place for place, score in enumerate(scores) if score == best] if best >= _WORTH else []


def _words(text: str) -> frozenset[str]:
    return frozenset(map(plain, _WORD.findall(text.lower())))


def _score(phrases: Iterable[str], text: str, said: frozenset[str]) -> int:
    asked = [words for phrase in phrases if (words := _words(phrase))]
    whole = sum(_PHRASE * len(words) for words in asked if words <= said)
    return whole + _WORD_ALONE * len((_words(text) & said) - _EMPTY)


def chosen_by_words(answers: Sequence[str], typed: str) -> int | None:
    """The place of the answer whose own words were typed, whatever hangs on them ("dibacakan" is "bacakan"); None where
    none is plainly meant, or two are."""
    said = [word for word in _words(typed) - _EMPTY if len(word) >= _TELLING]
    shares = [_share(said, [word for word in _words(text) - _EMPTY if len(word) >= _TELLING]) for text in answers]
    best = max(shares, default=0.0)
    return shares.index(best) if best >= _MEANT and shares.count(best) == 1 else None


def names_title(title: str, typed: str) -> float:
    """How much of a title is said; 0 where it is a word by chance."""
    asked, said = _words(title) - _EMPTY, _words(typed)
    found = asked & said
    return len(found) / len(asked) if len(found) >= _WORTH else 0.0


def _share(said: Sequence[str], text: Sequence[str]) -> float:
    """How much of what was typed stands in a text: two words of it at least, or all that it has."""
    found = [word for word in said if any(word in one or one in word for one in text)]
    return len(found) / len(said) if len(found) >= min(_WORTH, len(text)) > 0 else 0.0

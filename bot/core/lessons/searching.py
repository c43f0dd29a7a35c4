"""Which lessons are meant by somebody who says what they want to learn: titles are pictures, so each lesson names in
its head the words by which it is looked for."""

import re
from collections.abc import Iterable

from bot.core.lessons.lessons import Lesson
from bot.core.listening.folding import plain

_PHRASE, _WORD_ALONE = 3, 1  # what each word of a whole phrase counts; what one of a title or of half a phrase does
_WORTH, PLAINLY = 2, 3  # less than this is chance; a phrase was said whole
_MOST = 3
_SHORTEST_ROOT = 4  # letters
#: What verbs, and what is made of them, have grown: "menghadapi", "diundang", "pertemuan".
_HEADS = ("memper", "diper", "meng", "meny", "men", "mem", "ber", "ter", "per", "peng", "pen", "pem", "di", "me", "ke")
_TAILS = ("nya", "kan", "an", "i")


def find_lessons(lessons: Iterable[Lesson], typed: str, beside: frozenset[str], least: int = _WORTH) -> list[Lesson]:
    """The likeliest first, at most three. `beside`: what stands in every wish and tells no lesson apart; `least`: what
    a lesson has to count."""
    found = list(lessons)
    asked = _roots(typed) - {root for word in beside for root in _roots(word)}
    scores = {one.key: _score(one, asked) for one in found}
    best = max(scores.values(), default=0)
    near = [one for one in found if scores[one.key] >= max(least, best / 2)]
    return sorted(near, key=lambda one: -scores[one.key])[:_MOST]


def _score(lesson: Lesson, asked: frozenset[str]) -> int:
    phrases = [_roots(phrase) for phrase in lesson.words]
    whole = {root for phrase in phrases if phrase and phrase <= asked for root in phrase}
    half = {root for phrase in [*phrases, _roots(lesson.title)] for root in phrase} & asked - whole
    return _PHRASE * len(whole) + _WORD_ALONE * len(half)


def _roots(text: str) -> frozenset[str]:
    return frozenset(_root(plain(word)) for word in re.findall(r"[^\W\d_]+", text))


def _root(word: str) -> str:
    """Without one head and one tail, where something is left."""
    for head in _HEADS:
        if word.startswith(head) and len(word) - len(head) >= _SHORTEST_ROOT:
            word = word.removeprefix(head)
            break
    tail = next((tail for tail in _TAILS if word.endswith(tail) and len(word) - len(tail) >= _SHORTEST_ROOT), "")
    return word.removesuffix(tail)

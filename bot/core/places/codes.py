"""Three letters for a kecamatan that can be told apart aloud."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

_VOWELS = frozenset("AEIOU")


def short_codes(names: Iterable[str], taken: Collection[str] = ()) -> dict[str, str]:
    """A unique code for every name: Baraka BRK, Maiwa MAI.

    Two codes differ in two letters at least, while that can be had: BNG and BNT sound the same through a bad phone. The
    order of the names does not matter, so the same kabupaten always gets the same codes. `taken` are codes already in
    use beside these names, such as the kabupaten's own.
    """
    everyone = sorted(set(names))
    starts = Counter(_letters(name)[:3] for name in everyone)
    codes: dict[str, str] = {}
    for name in everyone:
        codes[name] = _choose(name, {*codes.values(), *taken}, starts)
    return codes


def _choose(name: str, taken: set[str], starts: Counter[str]) -> str:
    """BAR is nobody's code where there are a Baraka and a Baroko."""
    candidates = [c for c in dict.fromkeys(_candidates(name)) if starts[c] <= 1 and c not in taken]
    far = (c for c in candidates if all(_distance(c, other) >= 2 for other in taken))
    return next(far, None) or candidates[0]


def _letters(name: str) -> str:
    return "".join(c for c in name.upper() if c.isascii() and c.isalpha()) or "X"


def _candidates(name: str) -> Iterator[str]:
    """Best first; at the end numbers, so that there is always one left."""
    letters = _letters(name)
    first, rest = letters[0], letters[1:]
    consonants = [c for c in rest if c not in _VOWELS]
    words = [_letters(word) for word in name.split()]
    if len(words) > 1:
        yield from (first + words[1][0] + c for c in words[1][1:] if c not in _VOWELS)
    if len(consonants) >= 2:
        yield first + consonants[0] + consonants[1]
    yield letters[:3].ljust(3, "X")
    yield from (first + a + b for a, b in sorted(combinations(rest, 2), key=lambda pair: pair[0] in _VOWELS))
    yield from (f"{first}{number:02d}" for number in range(1, 100))
    yield from (f"{number:03d}" for number in range(1, 1000))


def _distance(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))

"""One number without a unit: "dua ratus lima puluh", "1.250", "20-an"."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from bot.core.forms.say import Words
from bot.core.understanding.clauses import Shapes, cuts
from bot.core.understanding.reading import Grammar, Reading
from bot.core.understanding.show import is_plain, show_number
from bot.core.understanding.tokens import Lexicon, Speech, Token

MOST = 10**12
_SHAPES = Shapes(number="num")


def grammar(speech: Speech) -> Grammar[Fraction]:
    return Grammar(Lexicon(speech, {}), _parse, say_number, "pengertian.berapa")


def say_number(number: Fraction) -> Words:
    return Words("pengertian.angka", {"angka": show_number(number)})


def _parse(tokens: Sequence[Token]) -> Iterator[Reading[Fraction]]:
    for clauses in cuts(tokens, _SHAPES):
        numbers = {clause.number for clause in clauses}
        if len(numbers) == 1 and is_plain(*numbers) and max(numbers) <= MOST:
            yield Reading(numbers.pop())

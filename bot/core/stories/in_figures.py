"""Numbers in words, written as figures: "umurku empat belas" -> "umurku 14"."""

from bot.core.stories.covering import readers
from bot.core.stories.scan import scan
from bot.core.understanding.tongue import Tongue


def in_figures(text: str, tongue: Tongue) -> str:
    """The same text where nothing of it is a whole number in words."""
    told = scan(text)
    for number, span in reversed(readers(tongue)[0].numbers(told)):
        start, end = told.span(span)
        spelt = not any(letter.isdecimal() for letter in text[start:end])
        if spelt and len(number.readings) == 1 and number.readings[0].denominator == 1 and number.scaled == 1:
            text = f"{text[:start]}{number.readings[0]}{text[end:]}"
    return text

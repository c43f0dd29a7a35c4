"""What one of something costs, or one time of it ("bayar 5rb satu jergen", "ongkos ojek 20 ribu sekali"): neither how
many there are nor how big it is."""

import re
from functools import lru_cache

from bot.core.sizes_spelt import MoneyWords, NumberWords
from bot.core.spelt import either


@lru_cache(maxsize=64)  # many read the same message
def without_prices(text: str, money: MoneyWords, numbers: NumberWords) -> str:
    """With as many spaces in its place: whoever reads the text knows where its words stand."""
    told, price = _patterns(money, numbers)
    return price.sub(lambda found: " " * len(found[0]), text) if told.search(text) else text


@lru_cache(maxsize=4)
def _patterns(money: MoneyWords, numbers: NumberWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A word without which there is none; and thousands for one ("5rb 1 jergen"), or any figure for one, or each,
    behind a word of paying."""
    scale, paying = either(numbers.scales["1000"]), either((*money.paid, *money.rupiah))
    told = rf"(?:\b|\d)(?:{paying}|{scale})"
    figure, words = r"(?:rp\.?\s*)?\d[\d.,]*", either(one for each in numbers.digits.values() for one in each)
    thousands = rf"(?:{figure}|\b(?:{words}|se)(?:\s*(?:puluh|belas))?)\s*(?:{scale})\b"
    one = rf"(?:{either((*numbers.digits['1'], '1'))})(?!\w)(?:\s+[^\W\d]+)?"
    each = rf"(?:(?:{either(money.each)})(?!\w)|/)(?:\s*[^\W\d]+)?"
    paid = rf"\b(?:{paying})\b\.?\s*(?:[^\W\d]+\s+){{0,2}}?(?:{thousands}|{figure})\s*(?:{one}|{each})"
    named = rf"(?:{thousands}|{figure})\s*(?:{either(money.rupiah)})\s*(?:{one}|{each})"  # "5.000 rupiah satu jeriken"
    return re.compile(told, re.IGNORECASE), re.compile(rf"{paid}|{named}|{thousands}\s*{one}", re.IGNORECASE)

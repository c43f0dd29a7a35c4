"""Understanding numbers, sizes, money, places and dates as people type them. Pure, total, and it never guesses."""

from bot.core.understanding.money import read_money
from bot.core.understanding.numbers import read_number
from bot.core.understanding.people import People, read_people
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown, Unsure
from bot.core.understanding.rt_rw import RtRw, read_rt_rw
from bot.core.understanding.volume import Size, Volume, read_volume
from bot.core.understanding.when import When, read_when

__all__ = [
    "NotUnderstood",
    "People",
    "RtRw",
    "Size",
    "Understanding",
    "Understood",
    "Unknown",
    "Unsure",
    "Volume",
    "When",
    "read_money",
    "read_number",
    "read_people",
    "read_rt_rw",
    "read_volume",
    "read_when",
]

"""Understanding numbers, sizes, money, places and dates as people type them. Pure, total, and it never guesses."""

from bot.core.understanding.counts import People
from bot.core.understanding.money import Rupiah
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown, Unsure
from bot.core.understanding.rt_rw import RtRw
from bot.core.understanding.sizes import Size, Volume
from bot.core.understanding.when import When

__all__ = [
    "NotUnderstood",
    "People",
    "RtRw",
    "Rupiah",
    "Size",
    "Understanding",
    "Understood",
    "Unknown",
    "Unsure",
    "Volume",
    "When",
]

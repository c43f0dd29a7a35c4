"""How people speak, as the content tells it, for tests that read what was typed without a conversation."""

import tomllib
from pathlib import Path

from bot.catalog.spellings import FILES, compile_vocabulary
from bot.core.forms import world
from bot.core.hall.guests import guests_of
from bot.core.places.places import Places
from bot.core.understanding.amounts.counts import People
from bot.core.understanding.amounts.money import Rupiah
from bot.core.understanding.amounts.sizes import Size, Volume
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown, Unsure
from bot.core.understanding.rt_rw import RtRw
from bot.core.understanding.times.when import When
from bot.core.understanding.tongue import tongue_of

CONTENT = Path(__file__).parents[2] / "content"
_TOLD = {name: shape.validate(tomllib.loads((CONTENT / name).read_text("utf-8"))) for name, shape in FILES.items()}
WORDS = compile_vocabulary(_TOLD)
TONGUE, GUESTS = tongue_of(WORDS), guests_of(WORDS.guests)
LENGTHS, WIDE, COUNTED = WORDS.units.length, WORDS.units.wide, WORDS.units.count
read_money, read_number, read_people = TONGUE.read_money, TONGUE.read_number, TONGUE.read_people
read_rt_rw, read_volume, read_when = TONGUE.read_rt_rw, TONGUE.read_volume, TONGUE.read_when
is_a_name, read_line, read_list = GUESTS.is_a_name, GUESTS.read_line, GUESTS.read_list

__all__ = [
    "COUNTED",
    "GUESTS",
    "LENGTHS",
    "TONGUE",
    "WIDE",
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
    "World",
    "is_a_name",
    "read_line",
    "read_list",
    "read_money",
    "read_number",
    "read_people",
    "read_rt_rw",
    "read_volume",
    "read_when",
]


def World(places: Places) -> world.World:  # noqa: N802  (stands for the class)
    return world.World(places, WORDS)

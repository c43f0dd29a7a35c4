"""What a meeting decides, said where it is asked: "diterima", "1 diterima", "lanjut" to the next one. Only the usulan
that is shown is decided at once; the number of another one, or a reason, is asked about (results_said.py)."""

from collections.abc import Sequence

from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.deciding.decisions import OUTCOMES
from bot.work.hall import reading_back
from bot.work.hall.meeting import FAMILY, enter
from bot.work.saying.keyboard import Key, press
from bot.work.saying.keyboard import number as number_in
from bot.work.visit import Visit

_DECIDES, _SHOWS = "putus", "hasil"
_TURNS = {"berikut": "rapat_tombol_lewati", "sebelumnya": "rapat_tombol_mundur"}
_BESIDE = frozenset({"no", "nomor", "usulan", "yang", "ke"})


async def meant(visit: Visit, spoken: str, keys: Sequence[Key]) -> str | None:
    """The data of the button that is meant; None where no result is asked, or nothing of it is said."""
    if (found := asked(keys)) is None:
        return None
    meeting, shown = found
    figures = [word for word in spoken.split() if word.isdecimal()]
    word = visit.office.catalog.world.results.get(_without(visit, spoken))
    if word in _TURNS and not figures:
        label = key_of(visit.text(_TURNS[word]))
        beside = press(FAMILY, _SHOWS, meeting)
        return next((data for told, data in keys if key_of(told) == label), beside)
    if word not in OUTCOMES or len(figures) > 1:
        return None
    meant_one = await _numbered(visit, meeting, shown, int(figures[0])) if figures else shown
    if meant_one is None:
        return None
    at = str(OUTCOMES.index(word))
    decides = (data for _, data in keys if data.split(":")[1] == _DECIDES and data.split(":")[4] == at)
    return next(decides, None) if meant_one == shown else None


def asked(keys: Sequence[Key]) -> tuple[int, int] | None:
    """The meeting and the usulan whose result the screen asks; None where it asks none."""
    parts = next((data.split(":") for _, data in keys if data.split(":")[1] == _DECIDES), None)
    return None if parts is None else (number_in(parts[2]) or 0, number_in(parts[3]) or 0)


def _without(visit: Visit, spoken: str) -> str:
    """What is said of it, without its number and the name before that."""
    words = spoken.split()
    at = next((at for at, word in enumerate(words) if word.isdecimal()), None)
    if at is None:
        return spoken
    behind = words[at + 1 :]
    before = [word for word in words[:at] if word not in _BESIDE]
    return " ".join(behind or before)


async def _numbered(visit: Visit, meeting: int, shown: int, number: int) -> int | None:
    """That which is shown, where the number is its own or its place; else by its own, else by its place."""
    hall = await enter(visit, meeting)
    listed: list[Usulan] = list(await reading_back.of_meeting(hall)) if hall is not None else []
    own = [one.id for one in listed if one.serial == number]
    placed = [listed[number - 1].id] if 0 < number <= len(listed) else []
    found = [*own, *placed]
    return shown if shown in found else next(iter(found), None)

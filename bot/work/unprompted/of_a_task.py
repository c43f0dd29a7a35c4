"""What is to become of a task, said in words: "serahkan", "serahkan ke kadir", "pindah ke tanggal 27" under the card of
one, or with its name. What stands lowest decides what such words are about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.forms.heard import Heard, Typed
from bot.core.understanding.results import Understood
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.work.calendar import reasons
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in
from bot.work.tasks import by_words, doing, handing
from bot.work.visit import Visit

_LONGEST, _LONGEST_NAME = 16, 3  # words; what is longer tells something
#: What stands under one task alone, and under the choice of who is to have it.
_OF_ONE = re.compile(r"t:(?:sudah|serah|tanggal|besok|sore|bantu|tak|ke):([0-9]+)")


@dataclass(frozen=True, slots=True)
class _Said:
    """`task`: the words by which it is named, none for the one that is shown. `to`: the words that name who is to have
    it; `day`: on which it is to be named again; of both None where it is only to be handed over."""

    task: Sequence[str]
    to: Sequence[str] | None = None
    day: date | None = None


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was of a task, and done, or asked about."""
    said = _said(visit, heard)
    task_id = await _meant(visit, said) if said is not None else None
    if said is None or task_id is None:
        return False
    if said.day is not None:
        await doing.remind_on(visit, task_id, said.day)
    else:
        await handing.offer_by_name(visit, task_id, said.to or ())
    return True


async def is_of_shown(visit: Visit, heard: Heard) -> bool:
    """Whether it is about the task that is shown below what a form asks."""
    said = _said(visit, heard)
    return said is not None and await _meant(visit, said) is not None


async def hands_over(visit: Visit, heard: Heard) -> bool:
    """Whether a task is named, and somebody who is to have it: no reason, and no place of a meeting."""
    said = _said(visit, heard)
    return said is not None and bool(said.to) and bool(said.task) and await _meant(visit, said) is not None


async def _meant(visit: Visit, said: _Said) -> int | None:
    """By its name; else the one that is shown. A meeting of that name that is to move is a meeting."""
    shown = await _shown(visit)
    if not said.task:
        return shown
    found = await by_words.named_in(visit, said.task)
    if shown is not None and (shown in found or not found):
        is_other = said.day is not None and shown not in found and _names_meeting(visit, said.task)
        return None if is_other or (not found and said.day is None) else shown
    return found[0] if len(found) == 1 and said.day is None else None


async def put_off_named(visit: Visit, heard: Typed) -> bool:
    """The task of that name, where no meeting of that name stands."""
    said = _said(visit, heard)
    found = await by_words.named_in(visit, said.task) if said is not None and said.task else []
    if said is None or said.day is None or len(found) != 1:
        return False
    await doing.remind_on(visit, found[0], said.day)
    return True


def _names_meeting(visit: Visit, words: Sequence[str]) -> bool:
    return bool(kinds_in(meetings(visit.office, visit.grants), " ".join(words)))


async def _shown(visit: Visit) -> int | None:
    """The one whose buttons stand lowest."""
    for letter in await visit.letters():
        found = {int(one[1]) for _, data in letter.keys if (one := _OF_ONE.match(data)) is not None}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


# --- what is said ----------------------------------------------------------------------------------------------------


def _said(visit: Visit, heard: Heard) -> _Said | None:
    """None where nothing of the kind is said, or it is asked, or the whole role is meant, or somebody is in danger."""
    spoken = by_words.words_about_tasks(visit, heard, _LONGEST)
    if not spoken or not isinstance(heard, Typed):
        return None
    return _handed(visit, spoken) or _moved(visit, heard.text, spoken)


def _handed(visit: Visit, spoken: Sequence[str]) -> _Said | None:
    """ "Kasi" only with to whom; a message is no task."""
    known = visit.office.catalog.world.handing_tasks
    verbs = known["serahkan"] | known["kasi"] | known["kerjakan"]
    at = next((at for at, word in enumerate(spoken) if word in verbs), None)
    if at is None or not known["semua"].isdisjoint(spoken):
        return None
    bears_on_them = spoken[at] in known["kerjakan"]
    is_addressed = bears_on_them or known["ke"].isdisjoint(spoken[at:])
    addressed = _to_addressed(visit, spoken, at) if is_addressed else None
    if bears_on_them or addressed is not None:
        return addressed
    to_at = next((n for n in range(at + 1, len(spoken)) if spoken[n] in known["ke"]), len(spoken))
    to = spoken[to_at + 1 :]
    if not to and (spoken[at] in known["kasi"] or to_at < len(spoken)):
        return None
    if to and speaks_of_time(visit.office.catalog.world.spellings, to[0]):
        return None
    return _Said(_naming(visit, [*spoken[:at], *spoken[at + 1 : to_at]]), to or None)


def _to_addressed(visit: Visit, spoken: Sequence[str], at: int) -> _Said | None:
    """ "Kasih pak rahman tugas …", "tugas … dikerjakan pak darwis saja": who is addressed behind the verb; the task is
    what stands around them, and has to be named."""
    world = visit.office.catalog.world
    who = next((n for n in range(at + 1, len(spoken)) if spoken[n] in world.noting["sapaan"]), len(spoken))
    end = next((n for n in range(who, len(spoken)) if spoken[n] in world.handing_tasks["tugas"]), len(spoken))
    beside = world.handing_tasks["iringan"]  # "bu salma saja yg kerjakan"
    end = next((n for n in range(who + 2, end) if spoken[n] in beside), min(end, who + _LONGEST_NAME))
    task = _naming(visit, [*spoken[:at], *spoken[at + 1 : who], *spoken[end:]])
    return _Said(task, spoken[who:end]) if end - who > 1 and task else None


def _moved(visit: Visit, text: str, spoken: Sequence[str]) -> _Said | None:
    moving = reasons.moves_in(visit) | visit.office.catalog.world.reasons["memindahkan"]
    if moving.isdisjoint(spoken) or reasons.announced_in(visit, text):
        return None
    spellings = visit.office.catalog.world.spellings
    found = tongue_of(spellings).read_when(text, visit.today)
    if not isinstance(found, Understood) or found.value.day is None or found.value.day < visit.today:
        return None
    beside = moving | visit.office.catalog.world.reasons["pindah"]
    left = [word for word in spoken if word not in beside and not speaks_of_time(spellings, word)]
    return _Said(_naming(visit, left), day=found.value.day)


def _naming(visit: Visit, words: Sequence[str]) -> list[str]:
    """Without polite words, and those that only say that it is a task."""
    world = visit.office.catalog.world
    polite = world.put_off["iringan"] | world.with_finished | world.handing_tasks["iringan"]
    return [word for word in words if word not in polite]

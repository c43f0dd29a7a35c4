""" "Belum sempat", "besok saya kerjakan", "masih tunggu kades": a task that is not done yet, said in plain words. Its
reminder moves to the moment that is named; where none is, the choice is shown. What holds it up is written down, and
stands beside it where it climbs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.spelt import either
from bot.core.tasks.ladder import at
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.times.days import show_day
from bot.core.understanding.times.when import When
from bot.core.understanding.tongue import tongue_of
from bot.store.tasks import ladder, tasks
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import task_title
from bot.work.tasks import by_words, doing, words
from bot.work.visit import Visit

_LONGEST = 14  # words; what is longer tells something
#: The hour that a part of the day means; the morning is that of one's daily list.
_PARTS = {"siang": time(12), "sore": doing.AFTERNOON, "malam": time(20)}


@dataclass(frozen=True, slots=True)
class _Said:
    """`named`: words beside it, by which the task is told. `day` to be named again, `hour`: None = with the list of
    that day. `held_up`: what holds it up is told. `half`: a part of it is done."""

    named: Sequence[str]
    day: date | None = None
    hour: time | None = None
    held_up: bool = False
    half: bool = False


async def hear_reply(visit: Visit, data: Iterable[str], heard: Heard) -> bool:
    """As a reply to the reminder of a task or to its card."""
    task_id, said = by_words.task_under(data), _said(visit, heard)
    if task_id is None or said is None or not isinstance(heard, Typed):
        return False
    await _put_off(visit, task_id, said, heard.text)
    return True


async def meant(visit: Visit, heard: Heard) -> int | None:
    """The task that is meant; None where nothing of the kind is said, or nobody can tell which."""
    said = _said(visit, heard)
    if said is None:
        return None
    if not said.named:
        return await by_words.reminded_of(visit)
    found = await by_words.named_in(visit, said.named)
    return found[0] if len(found) == 1 else None


async def take(visit: Visit, heard: Heard) -> bool:
    task_id, said = await meant(visit, heard), _said(visit, heard)
    if task_id is None or said is None or not isinstance(heard, Typed):
        return False
    await _put_off(visit, task_id, said, heard.text)
    return True


# --- what is said ----------------------------------------------------------------------------------------------------


def _said(visit: Visit, heard: Heard) -> _Said | None:
    """None where that is not said, or is asked, or is in danger."""
    spoken = by_words.words_about_tasks(visit, heard, _LONGEST)
    if not spoken or not isinstance(heard, Typed):
        return None
    world = visit.office.catalog.world
    if {word.strip() for word in world.asking} & {*spoken}:
        return None
    known = world.put_off
    first, behind = _parted(visit, heard.text)
    about = _said(visit, replace(heard, text=first)) if behind else None
    if about is not None and about.day is None:
        later = _moment(visit, behind)
        return replace(about, held_up=True) if later is None else replace(about, day=later[0], hour=later[1])
    if _begins(spoken, known["tunggu"], known["iringan"]):
        return _Said((), held_up=True)
    half = not known["separuh"].isdisjoint(spoken)
    beside = known["separuh"] | known["jalan_separuh"] | world.finished if half else frozenset[str]()
    left, when = _without(spoken, known["belum"] | beside), _moment(visit, heard.text)
    is_not_yet = len(left) < len(spoken)
    if not is_not_yet and (when is None or _only_greets(visit, spoken)):
        return None
    if when is not None:
        left = [word for word in left if word not in known["kapan"] and not _tells_when(visit, word)]
    named = [word for word in left if word not in known["iringan"]]
    if named and not is_not_yet and known["kerja"].isdisjoint(spoken):
        return None
    day, hour = when or (None, None)
    return _Said(named, day, hour, half, half)


def _parted(visit: Visit, text: str) -> tuple[str, str]:
    """ "Belum sempat pak, masih di kebun", "undangan belum dibagi krn hujan": what is not done, and why, or when it
    will be; not how far it is."""
    world = visit.office.catalog.world
    because, pause = rf"[\s,;.]+(?:{either(world.reasons['karena'])})\s+", r"[,;.]\s+"
    first, *behind = re.split(because, text, maxsplit=1, flags=re.IGNORECASE)
    first, *behind = [first, *behind] if behind else re.split(pause, text, maxsplit=1)
    why = re.findall(r"\w+", "".join(behind).lower())
    is_why = len(why) > 1 and why[0] not in world.put_off["baru"]
    return (first, behind[0]) if is_why else (text, "")


def _only_greets(visit: Visit, spoken: Sequence[str]) -> bool:
    """ "Malam pak" names a part of the day, and no moment."""
    world = visit.office.catalog.world
    parts = {word for spelt in world.spellings.hours.parts.values() for word in spelt}
    telling = (word for word in spoken if word in world.put_off["kapan"] or _tells_when(visit, word))
    return parts.issuperset(telling)


def _begins(spoken: Sequence[str], phrases: Iterable[str], beside: Iterable[str]) -> bool:
    """Behind polite words."""
    first = next((at for at, word in enumerate(spoken) if word not in beside), len(spoken))
    starts = [f"{' '.join(spoken[at:])} " for at in {0, first}]
    return any(start.startswith(f"{phrase} ") for start in starts for phrase in phrases)


def _without(spoken: Sequence[str], phrases: Iterable[str]) -> list[str]:
    """The longest of them first."""
    text = f" {' '.join(spoken)} "
    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(f" {phrase} ", "  ")
    return text.split()


def _tells_when(visit: Visit, word: str) -> bool:
    days = visit.office.catalog.world.spellings.days
    return word.isdecimal() or any(word in spelt for spelt in (*days.weekdays.values(), *days.months.values()))


def _moment(visit: Visit, text: str) -> tuple[date, time | None] | None:
    """The next that lies ahead: an hour or a part of the day that is over means the next day."""
    found = tongue_of(visit.office.catalog.world.spellings).read_when(text, visit.today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    ahead = [moment for one in whens if (moment := _ahead(visit, one.value)) is not None]
    return min(ahead, key=lambda one: (one[0], one[1] or time()), default=None)


def _ahead(visit: Visit, when: When) -> tuple[date, time | None] | None:
    day, hour = when.day or visit.today, when.at or _PARTS.get(when.part)
    if day < visit.today or (when.day is None and hour is None):
        return None
    is_over = day == visit.today and (hour is None or at(day, hour, visit.office.zone) <= visit.now)
    return (day + timedelta(days=1) if is_over else day), hour


# --- what becomes of it ----------------------------------------------------------------------------------------------


async def _put_off(visit: Visit, task_id: int, said: _Said, text: str) -> None:
    if said.held_up and await doing.mine(visit, task_id) is not None:
        async with visit.ask() as connection:
            noted = {"why": text[: ladder.LONGEST_WORDS]}
            await tasks.log(connection, [task_id], ladder.HELD_UP, visit.now, visit.me.id, noted)
    if said.day is None:
        await _note(visit, task_id, said)
    elif said.hour is None:
        await doing.remind_on(visit, task_id, said.day)
    else:
        await doing.remind_at(visit, task_id, at(said.day, said.hour, visit.office.zone))


async def _note(visit: Visit, task_id: int, said: _Said) -> None:
    duty = await doing.mine(visit, task_id)
    if duty is None:
        return
    when = duty.task.remind_at
    told = {
        "judul": task_title(visit.office, duty.task.rule),
        "batas": show_day(duty.task.due_on),
        "ingat": words.moment(visit.office, when) if when is not None and when > visit.now else "",
    }
    rows = (("sore", "besok", "tanggal"), ("bantu", "serah"))
    keys = ([(visit.text(f"tombol_tugas_{what}"), f"t:{what}:{task_id}") for what in row] for row in rows)
    visit.say("tugas_belum", keyboard(*keys), tunggu=said.held_up, separuh=said.half, **told)

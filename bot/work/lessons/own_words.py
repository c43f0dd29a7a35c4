"""What somebody says in their own words about their lessons: they rest, come at another hour, or a trainer is asked."""

import re
from datetime import date, time

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.lessons.schedule import HOURS
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.store.people import people
from bot.store.queues import said
from bot.work.access import EXAMINED, PELATIH, allowed, button, command
from bot.work.lessons import overview, page, rhythm, trainers
from bot.work.lessons.page import enrolled
from bot.work.lessons.reading import standing
from bot.work.lessons.standing import Standing
from bot.work.visit import Visit

_LENGTH, _ASKS = 5, 14  # words of a length of time, and of what is asked for
_FEWEST = 3  # words behind "pelatih" that are the question itself
_BETWEEN = r"[\s:;,.\-]*"


async def learn(visit: Visit, _heard: Typed) -> None:
    await page.show(visit)


async def look_after(visit: Visit, heard: Typed) -> None:
    """How far others are, as far as they may look; else how far one is oneself."""
    await (overview.show(visit) if allowed(command("kemajuan"), visit.grants) else learn(visit, heard))


async def rest(visit: Visit, heard: Typed) -> None:
    """ "Berhenti dulu dua minggu": until the day that is named; with none for thirty days, and others are offered. Who
    rests sees how they end it."""
    learner = await enrolled(visit)
    if learner is None:
        await page.show(visit)
        return
    day, paused = _until(visit, heard.text), learner.rhythm.rest_on(visit.today)
    if day is not None:
        await rhythm.rest_until(visit, day)
    elif paused is not None and not learner.rhythm.sleeps:
        await page.show(visit)
    else:
        await rhythm.rest_for_a_month(visit)


async def stop(visit: Visit, heard: Heard) -> bool:
    """ "Sy tidak mau belajar lagi", and under a lesson "jangan kirim lagi", "stop": a rest, for as long as is said."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("x"), visit.grants):
        return False
    words, learning = key_of(heard.text), visit.office.catalog.world.learning
    refuses = any(f" {phrase} " in f" {words} " for phrase in learning["tidak_mau"])
    if not refuses and (words not in learning["cukup"] or not await _is_under_lesson(visit)):
        return False
    await rest(visit, heard)
    return True


async def _is_under_lesson(visit: Visit, front: str = "x:") -> bool:
    last = next(iter(await visit.letters()), None)
    return last is not None and (last.is_poll or last.carries(front))


async def retime(visit: Visit, heard: Heard) -> bool:
    """ "Jam 4 sore" where days and hours stand to choose; under a lesson "seminggu satu saja hari sabtu"."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("x"), visit.grants):
        return False
    words, learning = {*key_of(heard.text).split()}, visit.office.catalog.world.learning
    named = _days_in(visit, heard.text), _hour_in(visit, heard.text)
    if not any(named) or len(heard.text.split()) > _ASKS:
        return False
    is_weekly = not words.isdisjoint(learning["sepekan"])
    if not await _is_under_lesson(visit, "x:" if is_weekly else "x:pukul:"):
        return False
    await set_times(visit, heard)
    return True


async def rest_so_long(visit: Visit, heard: Heard) -> bool:
    """ "Dua minggu", where it was asked how long; also when something else was said since."""
    if (
        not isinstance(heard, Typed)
        or len(heard.text.split()) > _LENGTH
        or not allowed(command("belajar"), visit.grants)
    ):
        return False
    day = _until(visit, heard.text)
    if day is None:
        return False
    async with visit.look() as connection:
        asked = await said.carrying(connection, visit.turn.lane, "x:jeda:")
    if asked is not None:
        await rhythm.rest_until(visit, day)
    return asked is not None


async def asked_for(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that leads to what is asked for: what is left to learn, or a certificate."""
    if not isinstance(heard, Typed) or not allowed(command("belajar"), visit.grants):
        return None
    words, learning = re.findall(r"\w+", heard.text.lower()), visit.office.catalog.world.learning
    if " ".join(words) in learning["sambung"]:
        return "x:sekarang"
    if " ".join(words) in learning["bercerita"]:
        return "x:bercerita"
    if " ".join(words) in learning["antre"] and trainers.scopes_of(visit):
        return "x:antre:0"
    spoken = {*words}
    if spoken & learning["sertifikat"] and len(words) <= _ASKS:
        rest = spoken - learning["sertifikat"] - learning["iringan_sertifikat"]
        return None if rest else _certificate(visit)
    is_left = spoken & learning["ketinggalan"] and spoken & learning["tanya_sisa"]
    is_learner = visit.office.catalog.curriculum.roles() & {grant.role for grant in visit.grants}
    return "x:sisa:0" if is_left and is_learner and len(words) <= _ASKS else None


def _certificate(visit: Visit) -> str | None:
    """Those that wait for an officer, or one's own."""
    if allowed(button("ser"), visit.grants):
        return "ser:daftar:0"
    return "x:sertifikat" if any(grant.role in EXAMINED for grant in visit.grants) else None


def _until(visit: Visit, text: str) -> date | None:
    """The day from which lessons come again; it stands at the end of what is said, and "dua minggu" counts from
    today."""
    words = text.split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    days = (day for end in ends if (day := _day_in(visit, end)) is not None)
    return next((day for day in days if day > visit.today), None)


def _day_in(visit: Visit, text: str) -> date | None:
    """Named by itself, or by how far it moves."""
    spellings, today = visit.office.catalog.world.spellings, visit.today
    read = tongue_of(spellings).read_when
    for found in (read(text, today), read(f"{spellings.days.later[0]} {text}", today, old=today)):
        if isinstance(found, Understood) and found.value.day is not None:
            return found.value.day
    return None


async def set_times(visit: Visit, heard: Typed) -> None:
    """The days and the hour that are named; what is shown afterwards tells what holds."""
    if await enrolled(visit) is None:
        await page.show(visit)
        return
    await rhythm.set_times(visit, _days_in(visit, heard.text), _hour_in(visit, heard.text))


def _days_in(visit: Visit, text: str) -> str:
    """Digits, 1 is Monday; empty when none is named."""
    spelt = visit.office.catalog.world.spellings.days.weekdays
    said = set(re.findall(r"\w+", text.lower()))
    return "".join(str(at) for at, words in enumerate(spelt.values(), 1) if said & {*words})


def _hour_in(visit: Visit, text: str) -> time | None:
    """The hour that may be chosen and is nearest to the one that is told; None when none is."""
    found = tongue_of(visit.office.catalog.world.spellings).read_when(text, visit.today)
    whens = (found,) if isinstance(found, Understood) else found.options if isinstance(found, Unsure) else ()
    at = next((one.value.at for one in whens if one.value.at is not None), None)
    return None if at is None else min(HOURS, key=lambda one: abs(_minutes(one) - _minutes(at)))


def _minutes(of: time) -> int:
    return of.hour * 60 + of.minute


def names_trainer(visit: Visit, text: str) -> bool:
    return not {*visit.office.catalog.world.teachers}.isdisjoint(key_of(text).split())


async def ask_trainer(visit: Visit, heard: Typed) -> None:
    """About the lesson that was read last; what stands behind "pelatih" is the question already."""
    stands = await standing(visit)
    key = _lesson(stands) if stands is not None else None
    if key is None:
        await page.show(visit)
    else:
        await trainers.begin(visit, key, _question(visit, heard))


async def ask_by_name(visit: Visit, heard: Heard) -> bool:
    """ "Pak Lukman, kalau orangnya marah bagaimana?": a question to the trainer of that name."""
    named = _asked_by_name(visit, heard.text) if isinstance(heard, Typed) else None
    if named is None or not isinstance(heard, Typed) or visit.office.catalog.danger.find(heard.text):
        return False
    name, question = named
    kabupaten = visit.office.catalog.places.kabupaten.code
    async with visit.look() as connection:
        teach = await people.holders(connection, [PELATIH], [kabupaten], visit.now)
    stands = await standing(visit) if any(name in key_of(one.name).split() for one in teach) else None
    key = _lesson(stands) if stands is not None else None
    if key is None:
        return False
    await trainers.begin(visit, key, Typed(question, heard.message))
    return True


def _asked_by_name(visit: Visit, text: str) -> tuple[str, str] | None:
    """Who is spoken to, and what is asked; None where nobody is, or nothing."""
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", text.lower())
    may = allowed(button("x"), visit.grants) and not trainers.scopes_of(visit)
    asks = "?" in text or not world.asking_at_last.isdisjoint(spoken)
    if not may or not asks or len(spoken) <= _FEWEST + 1 or spoken[0] not in world.learning["menyapa"]:
        return None
    question = text.split(maxsplit=2)[2]
    return (spoken[1], question) if len(question.split()) >= _FEWEST else None


def _lesson(stands: Standing) -> str | None:
    """The one that was opened last, else the first of their own."""
    return opened_last(stands) or (stands.lessons[0].key if stands.lessons else None)


def opened_last(stands: Standing) -> str | None:
    opened = [(one.opened_at, key) for key, one in stands.seen.items() if one.opened_at is not None]
    return max(opened)[1] if opened else None


def _question(visit: Visit, heard: Typed) -> Typed | None:
    words = "|".join(map(re.escape, visit.office.catalog.world.teachers))
    found = re.search(rf"\b(?:{words})\b{_BETWEEN}(.+)", heard.text, re.IGNORECASE | re.DOTALL) if words else None
    told = found[1].strip() if found else ""
    return Typed(told, heard.message) if len(told.split()) >= _FEWEST else None

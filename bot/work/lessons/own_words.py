"""What somebody says in their own words about their lessons: they rest, come at another hour, or a trainer is asked."""

import re
from collections.abc import Iterable

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.people import people
from bot.store.queues import said
from bot.work.access import EXAMINED, PELATIH, allowed, button, command
from bot.work.lessons import by_name, overview, page, rhythm
from bot.work.lessons.coaching import trainers
from bot.work.lessons.page import enrolled
from bot.work.lessons.reading import standing
from bot.work.lessons.standing import Standing
from bot.work.lessons.times_said import times_in, until
from bot.work.lessons.whose import is_own
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LENGTH, _ASKS = 5, 14  # words of a length of time, and of what is asked for
_LATELY = 3  # letters in which lessons are spoken of
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
    if learner is None or not is_own(visit, heard.text):
        await page.show(visit)
        return
    if _denies_weekday(visit, heard.text):
        await set_times(visit, heard)
        return
    day, paused = until(visit, heard.text), learner.rhythm.rest_on(visit.today)
    if day is not None:
        await rhythm.rest_until(visit, day)
    elif paused is not None and not learner.rhythm.sleeps:
        await page.show(visit)
    else:
        await rhythm.rest_for_a_month(visit)


def _denies_weekday(visit: Visit, text: str) -> bool:
    """ "Jangan kirim pelajaran tiap hari jumat": the days change, nothing rests."""
    learning, spoken = visit.office.catalog.world.learning, set(re.findall(r"\w+", text.lower()))
    every = not learning["tiap_hari"].isdisjoint(spoken)
    return every and learning["hingga"].isdisjoint(spoken) and bool(times_in(visit, text).without)


async def rest_by_words(visit: Visit, heard: Heard) -> bool:
    """ "Istirahat dulu sampai tgl 20 januari", where lessons were spoken of just now or are named; "akhiri jeda" ends
    it."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("belajar"), visit.grants):
        return False
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"\w+", heard.text.lower())
    if " ".join(spoken) in learning["akhiri_jeda"]:
        await rhythm.rest(visit, 0)
        return True
    if len(spoken) > _ASKS or learning["hingga"].isdisjoint(spoken):
        return False
    told, names = f" {' '.join(spoken)} ", not visit.office.catalog.world.sent_at["pelajaran"].isdisjoint(spoken)
    if not any(told.startswith(f" {phrase} ") or (names and f" {phrase} " in told) for phrase in learning["rehat"]):
        return False
    day = until(visit, heard.text)
    if day is None or not is_own(visit, heard.text) or not (names or await _speaks_of_lessons(visit)):
        return False
    await rhythm.rest_until(visit, day)
    return True


async def _speaks_of_lessons(visit: Visit) -> bool:
    return any(one.is_poll or one.carries("x:") for one in (await visit.letters())[:_LATELY])


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


async def come_back(visit: Visit, heard: Heard) -> bool:
    """ "Maaf lama tidak buka": nobody is scolded, and the one lesson that waits is a tap away. "Sampai sini dulu, sy ke
    kebun": it stays where it is."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("x"), visit.grants):
        return False
    learning, words = visit.office.catalog.world.learning, re.findall(r"\w+", heard.text.lower())
    if len(words) > _ASKS:
        return False
    told = f" {' '.join(words)} "
    if any(told.startswith(f" {phrase} ") for phrase in learning["sampai_sini"]):
        is_theirs = await _is_under_lesson(visit)
        if is_theirs:
            visit.say("belajar_sampai_sini")
        return is_theirs
    if _asks_what_is_left(visit, words) or not any(f" {phrase} " in told for phrase in learning["lama_tidak"]):
        return False
    await page.welcome_back(visit)
    return True


async def retime(visit: Visit, heard: Heard) -> bool:
    """ "Jam 4 sore" where days and hours stand to choose; under a lesson "seminggu satu saja hari sabtu"."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button("x"), visit.grants):
        return False
    if not times_in(visit, heard.text) or len(heard.text.split()) > _ASKS or not is_own(visit, heard.text):
        return False
    if not _names_hour_of_lessons(visit, heard.text) and not await _is_under_times(visit, heard.text):
        return False
    await set_times(visit, heard)
    return True


async def _is_under_times(visit: Visit, text: str) -> bool:
    words, learning = {*key_of(text).split()}, visit.office.catalog.world.learning
    is_weekly = not words.isdisjoint(learning["sepekan"])
    return await _is_under_lesson(visit, "x:" if is_weekly else "x:pukul:")


def _names_hour_of_lessons(visit: Visit, text: str) -> bool:
    """ "Jam 6 pagi saja pelajarannya, sebelum ke kebun": anywhere."""
    world, words = visit.office.catalog.world, {*re.findall(r"\w+", text.lower())}
    names = not words.isdisjoint(world.sent_at["pelajaran"]) and times_in(visit, text).asked is not None
    return names and not words.isdisjoint(world.learning["jam_saja"])


async def rest_so_long(visit: Visit, heard: Heard) -> bool:
    """ "Dua minggu", where it was asked how long; also when something else was said since."""
    if (
        not isinstance(heard, Typed)
        or len(heard.text.split()) > _LENGTH
        or not is_own(visit, heard.text)
        or not allowed(command("belajar"), visit.grants)
    ):
        return False
    day = until(visit, heard.text)
    if day is None:
        return False
    asked = await visit.look_up(said.carrying, visit.turn.lane, "x:jeda:")
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
    if (named := await by_name.asked_for(visit, words)) is not None:
        return named
    if " ".join(words) in learning["saat_ini"] and await _is_under_lesson(visit, "x:pukul:"):
        return "x:sekarang"
    spoken = {*words}
    if spoken & learning["sertifikat"] and len(words) <= _ASKS:
        rest = spoken - learning["sertifikat"] - learning["iringan_sertifikat"]
        return None if rest else _certificate(visit)
    is_learner = visit.office.catalog.curriculum.roles() & {grant.role for grant in visit.grants}
    return "x:sisa:0" if _asks_what_is_left(visit, words) and is_learner and len(words) <= _ASKS else None


def _asks_what_is_left(visit: Visit, words: Iterable[str]) -> bool:
    learning, places = visit.office.catalog.world.learning, visit.office.catalog.world.spellings.places
    if not {*places.kecamatan, *places.desa}.isdisjoint(words):
        return False  # "mana kecamatan yang paling ketinggalan"
    return not any(learning[sort].isdisjoint(words) for sort in ("ketinggalan", "tanya_sisa"))


def _certificate(visit: Visit) -> str | None:
    """Those that wait for an officer, or one's own."""
    if allowed(button("ser"), visit.grants):
        return "ser:daftar:0"
    return "x:sertifikat" if any(grant.role in EXAMINED for grant in visit.grants) else None


async def set_times(visit: Visit, heard: Typed) -> None:
    """The days and the hour that are named; what is shown afterwards tells what holds."""
    learner = await enrolled(visit)
    if learner is None or not is_own(visit, heard.text):
        await page.show(visit)
        return
    told = times_in(visit, heard.text)
    days = told.days_from(learner.rhythm.days) if told.days or told.without else ""
    await rhythm.set_times(visit, days, told.hour, asked=told.asked)


def names_trainer(visit: Visit, text: str) -> bool:
    return not {*visit.office.catalog.world.teachers}.isdisjoint(key_of(text).split())


async def ask_trainer(visit: Visit, heard: Typed) -> None:
    """About the lesson that was read last; what stands behind "pelatih" is the question already. "Mau tanya" alone may
    be of anything: it is asked here, or to them with a tap."""
    stands = await standing(visit)
    key = _lesson(stands) if stands is not None else None
    if key is None:
        await page.show(visit)
    elif _only_wants_to_ask(visit, heard.text):
        visit.say("tanya_silakan", keyboard([(visit.text("tombol_pelatih_tanya"), f"x:bertanya:{key}")]))
    else:
        await trainers.begin(visit, key, _question(visit, heard))


def _only_wants_to_ask(visit: Visit, text: str) -> bool:
    world = visit.office.catalog.world
    polite = world.asking_proposers["sopan"] | world.before_teachers | world.oneself
    beside = polite | world.learning["bertanya"]
    return beside.issuperset(key_of(text).split())


async def ask_plainly(visit: Visit, heard: Heard) -> bool:
    """ "Tanya pelatih: …", "mau tanya ke pelatih, kalau …": whatever the question is about, it is the trainer's."""
    if not isinstance(heard, Typed) or not allowed(button("x"), visit.grants) or trainers.scopes_of(visit):
        return False
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", heard.text.lower())
    at = next((at for at, word in enumerate(spoken) if word in world.teachers), None)
    before = spoken[:at] if at is not None else []
    beside = world.before_teachers | world.learning["menyapa"] | world.learning["diri"]
    asks = not world.learning["bertanya"].isdisjoint(before) and beside.issuperset(before)
    question = _question(visit, heard) if asks else None
    if question is None or visit.office.catalog.danger.find(heard.text):
        return False
    await ask_trainer(visit, heard)
    return True


async def ask_by_name(visit: Visit, heard: Heard) -> bool:
    """ "Pak Lukman, kalau orangnya marah bagaimana?": a question to the trainer of that name."""
    named = _asked_by_name(visit, heard.text) if isinstance(heard, Typed) else None
    if named is None or not isinstance(heard, Typed) or visit.office.catalog.danger.find(heard.text):
        return False
    name, question = named
    kabupaten = visit.office.catalog.places.kabupaten.code
    teach = await visit.look_up(people.holders, [PELATIH], [kabupaten], visit.now)
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

"""/suara: a trainer tells a lesson or a hard question aloud, in Indonesian or in a tongue of the kabupaten; whoever
reads it has a button to listen. No machine speaks."""

from dataclasses import dataclass

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Sent
from bot.core.forms.state import State
from bot.core.lessons.finding import find_hard
from bot.store.lessons import recordings as stored
from bot.store.lessons.recordings import TONGUES, Recording
from bot.work import conversation
from bot.work.access import button, may_act
from bot.work.saying import files
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Journey, Visit

_LISTED = 20
_RECORDS = "su:rekam:"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is told aloud."""

    key: str
    title: str


def subject_of(visit: Visit, key: str) -> Subject | None:
    """None for what an editor took away, and for what never was."""
    curriculum = visit.office.catalog.curriculum
    if (lesson := curriculum.lessons.get(key)) is not None:
        return Subject(key, lesson.title)
    hard = curriculum.hard.get(key)
    return Subject(key, hard.text) if hard is not None else None


def _meant(visit: Visit, typed: str) -> Subject | None:
    """A lesson by its key, a question by its key or by its words."""
    key = typed.strip()
    found = subject_of(visit, key.upper()) or subject_of(visit, key.lower())
    if found is not None or not key:
        return found
    hard = find_hard(visit.office.catalog.curriculum.hard.values(), key)
    return Subject(hard[0].key, hard[0].text) if hard else None


async def open_one(visit: Visit, typed: str) -> None:
    """`/suara L40`: what is there, and the way to record it; alone, what has a voice already."""
    subject = _meant(visit, typed)
    if subject is not None:
        await show(visit, subject.key)
        return
    counted = await visit.ask_once(stored.counted)
    known = [subject for key in counted if (subject := subject_of(visit, key)) is not None]
    lines = [{"kunci": one.key, "judul": one.title, "jumlah": counted[one.key]} for one in known[:_LISTED]]
    visit.say("suara_cara", ada=lines, lagi=max(len(known) - _LISTED, 0), kata=typed.strip()[:60])


async def show(visit: Visit, key: str) -> None:
    subject = subject_of(visit, key)
    if subject is None:
        visit.stale()
        return
    found = await visit.ask_once(stored.of, key)
    removes = [(_label(visit, "tombol_suara_hapus", one), f"su:hapus:{key}:{one.tongue}") for one in found]
    rows = [await keys_of(visit, key), *in_rows(removes, 2), [(visit.text("tombol_suara_rekam"), f"{_RECORDS}{key}")]]
    tongues = [visit.text(f"bahasa.{one.tongue}") for one in found]
    visit.say("suara_satu", keyboard(*rows), judul=subject.title, bahasa=tongues)


def _label(visit: Visit, name: str, one: Recording) -> str:
    return visit.text(name, bahasa=visit.text(f"bahasa.{one.tongue}"))


async def keys_of(visit: Visit, key: str) -> list[Key]:
    """*Dengarkan*, a button for each tongue in which it is told."""
    found = await visit.ask_once(stored.of, key)
    return [(_label(visit, "tombol_suara_dengar", one), f"x:suara:{key}:{one.tongue}") for one in found]


async def play(visit: Visit, key: str, tongue: str) -> None:
    found = await visit.ask_once(stored.of, key)
    one = next((each for each in found if each.tongue == tongue), None)
    if one is None:
        visit.stale()
    else:
        files.show(visit, [("voice", one.file_id, "")])


# --- recorded --------------------------------------------------------------------------------------------------------


def begin(visit: Visit, key: str) -> None:
    if subject_of(visit, key) is None or not _teaches(visit):
        visit.stale()
    else:
        conversation.start(visit, RECORDING, about={"suara": key})


async def hear_under(visit: Visit, heard: Sent) -> bool:
    """A voice straight under `/suara L40` is its recording; its tongue is asked."""
    last = await visit.stands(_RECORDS)
    keys = [data for _, data in last.keys if data.startswith(_RECORDS)] if last is not None else []
    key = keys[0].removeprefix(_RECORDS) if keys else ""
    if heard.what != "voice" or subject_of(visit, key) is None or not _teaches(visit):
        return False
    await conversation.start_with_answer(visit, RECORDING, {}, {"suara": key}, heard)
    return True


def _teaches(visit: Visit) -> bool:
    return may_act(button("su"), visit.grants, visit.office.catalog.places.kabupaten.code)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """In the place of an older one in that tongue."""
    answers, key = record(flow, state), state.about["suara"]
    subject, tongue = subject_of(visit, key), answers["bahasa"]["value"]
    if subject is None or tongue not in TONGUES or not _teaches(visit):
        visit.say("suara_gagal")
        return
    async with visit.ask() as connection:
        one = Recording(key, tongue, answers["rekaman"]["file_id"], visit.me.id, visit.now)
        await stored.keep(connection, one)
    removes = (_label(visit, "tombol_suara_hapus", one), f"su:hapus:{key}:{tongue}")
    markup = keyboard(await keys_of(visit, key), [removes])
    visit.say("suara_disimpan", markup, judul=subject.title, bahasa=visit.text(f"bahasa.{tongue}"))


async def remove(visit: Visit, key: str, tongue: str) -> None:
    done = _teaches(visit) and await visit.ask_once(stored.remove, key, tongue)
    if done:
        visit.say("suara_dihapus")
    else:
        visit.stale()


RECORDING = Journey("rekaman", finish)

""" "Sudah selesai daftarnya": a task that is done, said in plain words. The one that is named is ticked, or has to show
what it asks for; where several may be meant they are asked about."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TypeVar

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_politely, key_of
from bot.core.spelt import either
from bot.store.queues import said
from bot.store.tasks import reminding
from bot.store.tasks.duties import MINE
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import OPEN
from bot.work.access import allowed, command
from bot.work.saying.keyboard import keyboard
from bot.work.saying.keyboard import number as number_in
from bot.work.saying.naming import task_title, told_apart
from bot.work.tasks import doing, duties, words
from bot.work.visit import Visit

T = TypeVar("T", int, str)
#: How long ago a reminder may have named what a bare "sudah" means.
_LATELY = timedelta(days=3)
_LOOKED_AT, _OFFERED = 40, 5
_LONGEST, _LONGEST_OF_SEVERAL, _SEVERAL = 12, 30, 2  # words; what is longer tells something; tasks
_STEM = 5  # letters by which a word of a title is known, whatever hangs on it
_LABEL = 60
#: How the data of *Sudah* begins; the task follows.
DONE_BUTTON = "t:sudah:"
_LISTED, _FIGURES = "t:lihat:", 2
_BACK, _SURE = "t:buka_lagi:", "sure"


async def hear_reply(visit: Visit, data: Iterable[str], heard: Heard) -> bool:
    """ "Sudah", as a reply to the reminder of a task or to its card."""
    task_id = task_under(data)
    if task_id is None or not isinstance(heard, Typed) or _told(visit, heard.text) is None:
        return False
    await doing.done(visit, task_id)
    return True


async def meant(visit: Visit, heard: Heard) -> list[int] | None:
    """The tasks that may be meant; none where nobody can tell which, None where nothing is said to be done."""
    if not isinstance(heard, Typed) or not allowed(command("tugas"), visit.grants):
        return None
    rest = _told(visit, heard.text)
    if rest is None:
        return None
    if (place := await _placed(visit, rest)) is not None:
        return [place]
    if (place := await _in_own_order(visit, heard.text, rest)) is not None:
        return [place]
    if rest:
        return await named_in(visit, rest) or None
    last = await reminded_of(visit)
    return [last] if last is not None else []


def words_about_tasks(visit: Visit, heard: Heard, longest: int) -> list[str]:
    """The words of somebody with tasks who may say something of one; none where they ask, or are in danger."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("tugas"), visit.grants):
        return []
    spoken = re.findall(r"\w+", heard.text.lower())
    return [] if len(spoken) > longest or visit.office.catalog.danger.is_urgent(heard.text) else spoken


async def is_in_list(visit: Visit, heard: Heard) -> bool:
    """ "Selesai yang 1", where a list of tasks stands lowest."""
    rest = _told(visit, heard.text) if isinstance(heard, Typed) else None
    return rest is not None and await _placed(visit, rest) is not None


async def _placed(visit: Visit, rest: Sequence[str]) -> int | None:
    """The task of that number in the list that was shown last; else the one in that place."""
    named = " ".join(word for word in rest if word not in visit.office.catalog.world.put_off["nomor"])
    place = visit.office.catalog.world.positions.get(named, named)
    number = whole(place, _FIGURES)
    if number is None:
        return None
    newest = next((one for one in await visit.letters() if one.keys), None)
    keys = [(label, data) for label, data in (newest.keys if newest else ()) if data.startswith(_LISTED)]
    listed = [data for label, data in keys if label.startswith(f"{number}.")] or [data for _, data in keys][
        number - 1 :
    ]
    listed = listed or [await visit.look_up(said.numbered, visit.turn.lane, number)]
    return number_in(listed[0].removeprefix(_LISTED)) if number and listed[0].startswith(_LISTED) else None


async def _in_own_order(visit: Visit, text: str, rest: Sequence[str]) -> int | None:
    """ "Tugas 1 sudah", with no list above it: as /tugas shows them."""
    tasks = visit.office.catalog.world.handing_tasks["tugas"]
    at = whole(rest[0], _FIGURES) if len(rest) == 1 and not tasks.isdisjoint(key_of(text).split()) else None
    own = await _own(visit) if at else []
    return own[at - 1].task.id if at and at <= len(own) else None


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether something was said to be done."""
    found = await meant(visit, heard)
    if found is None:
        return False
    if len(found) == 1:
        if isinstance(heard, Typed) and (wrong := await _ticked_instead(visit, heard.text)) not in (None, found[0]):
            await doing.open_again(visit, wrong)
        await doing.done(visit, found[0])
    else:
        await _ask_which(visit, found)
    return True


async def take_instead(visit: Visit, heard: Heard) -> bool:
    """ "Bukan yang itu tapi yang undangan yang sudah", below a tick: it is of the other task, and orders no guests."""
    wrong = await _ticked_instead(visit, heard.text) if isinstance(heard, Typed) else None
    if wrong is None or not isinstance(heard, Typed):
        return False
    world, ear = visit.office.catalog.world, visit.office.catalog.ear
    beside = world.put_off["keliru"] | world.put_off["iringan"] | world.objecting["tetapi"]
    denied = ear.denied(heard.text).lower() if ear is not None else ""
    told = _told(visit, heard.text.lower().replace(denied, " ", 1))
    found = await named_in(visit, [word for word in told or () if word not in beside])
    if len(found) != 1 or found[0] == wrong:
        return False
    await doing.open_again(visit, wrong)
    await doing.done(visit, found[0])
    return True


async def _ticked_instead(visit: Visit, text: str) -> int | None:
    """ "Eh bukan itu, yang sudah daftar kelompok", below what was ticked just now: that was another one."""
    ear = visit.office.catalog.ear
    if ear is None or not allowed(command("tugas"), visit.grants) or not (sure := ear.corrects(text)):
        return None
    keys = [data for letter in await visit.letters() for _, data in letter.keys if data.startswith(_BACK)]
    ticked = number_in(keys[0].removeprefix(_BACK)) if keys else None
    if ticked is None:
        return None
    denied = ear.denied(text).lower().split()
    is_it = (
        visit.office.catalog.world.of_news["penunjuk"].issuperset(denied)
        or shared(denied, await title_of(visit, ticked)) > 0
    )
    return ticked if sure == _SURE or (denied and is_it) else None


async def take_several(visit: Visit, heard: Heard) -> bool:
    """ "Kumpul ibu2 sudah, kunjungan juga sudah, undangan sudah dibagi": each clause is of a task of its own. What asks
    for no proof is ticked, the others are asked for theirs; which clause was understood of none is told."""
    told = _clauses(visit, heard.text) if isinstance(heard, Typed) and allowed(command("tugas"), visit.grants) else []
    done = visit.office.catalog.world.finished
    least = (2 if done.isdisjoint(re.findall(r"\w+", clause.lower())) else len(rest) for clause, rest in told)
    each = [(clause, await named_in(visit, rest, part)) for (clause, rest), part in zip(told, least, strict=True)]
    found = list(dict.fromkeys(tasks[0] for _, tasks in each if len(tasks) == 1))
    if len(found) == 1 < len(told) and await named_in(visit, told[0][1][:_SEVERAL], part=1) == found:
        await doing.done(visit, found[0])  # by its name, and how it went
        return True
    if len(found) < _SEVERAL:
        return False
    ticked, asked = await doing.done_several(visit, found)
    again = [[(title[:_LABEL], f"t:buka_lagi:{task}")] for task, title in ticked]
    named = ((visit.office.plain("tombol_tugas_buktikan", judul=title), task) for task, title in asked)
    proofs = [[(label[:_LABEL], f"{DONE_BUTTON}{task}")] for label, task in named]
    lost = [clause for clause, tasks in each if len(tasks) != 1]
    names = {"selesai": [title for _, title in ticked], "bukti": [title for _, title in asked], "lain": lost}
    visit.say("tugas_beberapa_selesai", keyboard(*proofs, *again), **names)
    return True


def _clauses(visit: Visit, text: str) -> list[tuple[str, list[str]]]:
    """Each with what it names; that it is done may be said once for all. None that says that it is not."""
    world = visit.office.catalog.world
    spoken = re.findall(r"\w+", text.lower())
    if "?" in text or len(spoken) > _LONGEST_OF_SEVERAL or not world.finished & set(spoken):
        return []
    if key_of(text).startswith(world.asking) or visit.office.catalog.danger.is_urgent(text):
        return []
    joins = "|".join(map(re.escape, sorted(world.guests_said["dan"])))
    parts = [part.strip() for part in re.split(rf"[,;.\n]+|\s(?:{joins})\s", text) if part.strip()]
    beside = world.finished | world.with_finished | world.oneself | world.guests_said["datang"]
    named = ((part, [word for word in re.findall(r"\w+", part.lower()) if word not in beside]) for part in parts)
    not_done = world.put_off["ternyata"] | world.put_off["separuh"]
    return [(part, rest) for part, rest in named if rest and not_done.isdisjoint(rest)]


async def is_of_none(visit: Visit, heard: Heard) -> bool:
    """Whether something is said to be done, and nothing waits for it."""
    return await meant(visit, heard) == [] and not await _own(visit)


def says_only_done(visit: Visit, text: str) -> bool:
    """ "Sudah selesai pak": of what stands there, and no other thing."""
    return _told(visit, text) == []


def _told(visit: Visit, text: str) -> list[str] | None:
    """What else is said beside that something is done; None where that is not said, or is asked, or is in danger."""
    world, spoken = visit.office.catalog.world, re.findall(r"\w+", text.lower())
    is_half = not world.put_off["separuh"].isdisjoint(spoken)
    if "?" in text or len(spoken) > _LONGEST or is_half or not world.finished & set(spoken):
        return None
    if key_of(text).startswith(world.asking) or begun_politely(text, world, world.urging["kata"]):
        return None  # "ingatkan yang belum selesai" is of others
    if visit.office.catalog.danger.is_urgent(text):
        return None
    by = rf"\s(?:{either(world.guests_said['dan'])}|oleh)\s+(?:{either(world.oneself)})\s.*$"  # "sama pak kades"
    left = re.findall(r"\w+", re.sub(by, "", text.lower()))
    return [word for word in left if word not in world.finished and word not in world.with_finished]


def task_under(data: Iterable[str]) -> int | None:
    return next((number_in(one.removeprefix(DONE_BUTTON)) for one in data if one.startswith(DONE_BUTTON)), None)


async def names_done(visit: Visit, heard: Typed) -> bool:
    """Whether a task of theirs is said to be done by its name."""
    rest = _told(visit, heard.text)
    return bool(rest) and bool(await named_in(visit, rest or ()))


async def named_in(visit: Visit, rest: Sequence[str], part: int = 2) -> list[int]:
    """Their tasks whose titles hold the most of these words: half of them at least, or a `part`-th. Women are called as
    in the titles."""
    titles = {duty.task.id: task_title(visit.office, duty.task.rule) for duty in await _own(visit)}
    return most_shared(visit, rest, titles, part)


def most_shared(visit: Visit, rest: Sequence[str], titles: Mapping[T, str], part: int = 2) -> list[T]:
    told = as_in_titles(visit, rest)
    found = {one: shared(told, title) for one, title in titles.items()}
    most = max(found.values(), default=0)
    return [one for one, shared in found.items() if shared == most] if part * most >= max(len(rest), 1) else []


def as_in_titles(visit: Visit, rest: Sequence[str]) -> list[str]:
    female = visit.office.catalog.world.spellings.people.female
    return [female[0] if re.sub(r"^(\w+)2$", r"\1-\1", word) in female else word for word in rest]


def shared(rest: Sequence[str], title: str) -> int:
    stems = {word[:_STEM] for word in re.findall(r"\w+", title.lower())}
    return sum(word[:_STEM] in stems for word in rest)


async def title_of(visit: Visit, task_id: int) -> str:
    found = await visit.ask_once(reminding.of_ids, [task_id])
    return task_title(visit.office, found[task_id].task.rule) if task_id in found else ""


async def _own(visit: Visit) -> list[Duty]:
    return await visit.ask_once(duties.own, visit.office, MINE, visit.me.id, visit.today, _LOOKED_AT)


async def reminded_of(visit: Visit) -> int | None:
    """The task whose button stands under what was said last; else the one that was named to them lately."""
    letters = await visit.letters()
    async with visit.ask() as connection:
        named = await reminding.named_to(connection, [visit.me.id], visit.now - _LATELY)
        lately = named.get(visit.me.id, ())[-1:]
        found = await reminding.of_ids(connection, lately) if lately else {}
    if (task := task_under(data for one in letters for _, data in one.keys)) is not None:
        return task
    return next((key for key, duty in found.items() if duty.task.state == OPEN), None)


async def _ask_which(visit: Visit, found: Sequence[int]) -> None:
    own = [duty for duty in await _own(visit) if not found or duty.task.id in found]
    if not own:
        await duties.show(visit)
        return
    parts = [
        (
            task_title(visit.office, one.task.rule),
            words.place(visit.office, one.task.wilayah),
            words.day(one.task.due_on),
        )
        for one in own
    ]
    names = told_apart(parts, _LABEL)
    rows = [[(name, f"{DONE_BUTTON}{duty.task.id}")] for name, duty in zip(names, own, strict=True)]
    others = [(visit.text("tombol_tugas_saya", jumlah=len(own)), f"t:daftar:{MINE}:0")]
    visit.say("tugas_yang_mana_selesai", keyboard(*rows[:_OFFERED], *([others] if len(own) > _OFFERED else [])))

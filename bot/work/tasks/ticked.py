""" "Salah, yang itu belum", "eh bukan": what was ticked just now is taken back, that and nothing else. "Buka lagi tugas
daftar kelompok": one that was ticked long ago, by its name."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.spelt import either
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.store.tasks import duties
from bot.work.access import allowed, command
from bot.work.saying.keyboard import number
from bot.work.saying.naming import task_title
from bot.work.tasks import by_words
from bot.work.visit import Visit

#: What takes back a tick: of a task, and of an usulan that was read.
_TASK, _BACK = "t:buka_lagi:", ("t:buka_lagi:", "u:belum:")
#: What a form asks, and that it waits.
_OF_FORMS = ("f:", "m:lanjut")
_LONGEST, _LOOKED_AT = 10, 40  # words; what is longer tells something; finished tasks


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button that takes it back; None where something else is said, or of another task."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("tugas"), visit.grants):
        return None
    if (closed := await _closed_named(visit, re.findall(r"\w+", heard.text.lower()))) is not None:
        return f"{_TASK}{closed}"
    only = either(visit.office.catalog.world.put_off["baru"])  # "belum pi pale, baru dua rumah": how far it is
    rest = _named(visit, re.findall(r"\w+", re.split(rf"[,.;]\s*(?:{only})\b", heard.text.lower())[0]))
    if rest is None:
        return None
    data = _ticked(await visit.look_up(said.behind, visit.turn.lane, _OF_FORMS))
    if data is None or (rest and not await _is_it(visit, data, rest)):
        return None
    return data


async def _closed_named(visit: Visit, spoken: Sequence[str]) -> int | None:
    """The finished task that is to be opened again, or is not done after all: every word beside that stands in its
    title, or half of them where it is called a task. None where one that is open is called so."""
    world, known = visit.office.catalog.world, visit.office.catalog.world.put_off
    opens = not (known["buka"].isdisjoint(spoken) or known["buka_lagi"].isdisjoint(spoken))
    if len(spoken) > _LONGEST or not (opens or not known["ternyata"].isdisjoint(spoken)):
        return None
    beside = known["ternyata"] | known["keliru"] | known["iringan"] | world.with_finished | world.finished | world.wrong
    rest = [word for word in spoken if word not in beside | (known["buka"] | known["buka_lagi"] if opens else set())]
    if not rest or await by_words.named_in(visit, rest, part=1):
        return None
    done = await visit.look_up(duties.closed, visit.me.id, _LOOKED_AT, 0)
    found = {duty.task.id: by_words.shared(rest, task_title(visit.office, duty.task.rule)) for duty in done}
    least = len(rest) / 2 if opens and not known["tugas"].isdisjoint(spoken) else len(rest)
    best = [task for task, shared in found.items() if shared == max(found.values()) and shared >= least]
    return best[0] if len(best) == 1 else None


def _named(visit: Visit, spoken: Sequence[str]) -> list[str] | None:
    """What is named beside that it is not done, or that the tick was wrong; None where neither is said. Only of what is
    not done anything may be named."""
    world = visit.office.catalog.world
    not_yet, mistaken = world.put_off["ternyata"], world.put_off["keliru"]
    beside = not_yet | mistaken | world.put_off["iringan"] | world.with_finished | world.finished | world.wrong
    rest = [word for word in spoken if word not in beside]
    says_so = not not_yet.isdisjoint(spoken) or (not rest and not mistaken.isdisjoint(spoken))
    return rest if says_so and len(spoken) <= _LONGEST else None


def _ticked(newest: Said | None) -> str | None:
    """By what was answered last beside the question of a form, where it was about one tick."""
    found = [data for _, data in (newest.keys if newest else ()) if data.startswith(_BACK)]
    return found[0] if len(found) == 1 else None


async def _is_it(visit: Visit, data: str, rest: Sequence[str]) -> bool:
    """Whether the words name the task that was ticked, rather than one that is still open."""
    task_id = number(data.removeprefix(_TASK)) if data.startswith(_TASK) else None
    title = await by_words.title_of(visit, task_id) if task_id is not None else ""
    return bool(title) and 2 * by_words.shared(rest, title) >= len(rest) and not await by_words.named_in(visit, rest)

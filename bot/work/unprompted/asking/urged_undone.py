"""Whoever has not done a task that is named is asked to: "ingatkan yang belum kumpul kelompok perempuan". Who they are
is shown first, also to "siapa yang belum …"; after a yes each gets one message, in their hours and their day's
budget."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_politely, key_of
from bot.core.wilayah import kecamatan_of
from bot.store.queues import said
from bot.store.readiness import readiness as stored
from bot.store.tasks import reminding as duties
from bot.store.tasks.tasks import OPEN
from bot.work.access import allowed, command
from bot.work.people import first_words
from bot.work.places.asked import inside, named
from bot.work.readiness import reminding, urged_in_words, urged_undated
from bot.work.readiness.readiness import scopes_of
from bot.work.readiness.urged_undated import LIST
from bot.work.saying.keyboard import keyboard, number, press
from bot.work.saying.naming import task_title
from bot.work.tasks import by_words, words
from bot.work.tasks.choosing import has_begun
from bot.work.unprompted.asking import overdue
from bot.work.unprompted.asking.overdue import Late
from bot.work.visit import Visit

_SHOWN, _LONGEST, _TITLES = 15, 14, 2  # people; words; titles that fit as well as each other
UNDONE, _LATE, _UNDATED = "belum", "telat", "tanggal"
#: Below who has not: the way to a reminder, and its yes.
_LISTS = (LIST, *(f"r:{sort}:" for sort in (UNDONE, _LATE, _UNDATED)))


async def take(visit: Visit, heard: Heard) -> bool:
    """Of those who have not done it; "ingatkan mereka" is of the list that was shown last."""
    if not isinstance(heard, Typed) or not begun_with_urging(visit, heard.text):
        return False
    if await urged_in_words.is_addressed(visit, heard.text):
        return False  # a message to that one, whatever it is about
    if _points(visit, heard.text):
        newest = await visit.look_up(said.behind, visit.turn.lane, ())
        shown = next((data for _, data in (newest.keys if newest else ()) if data.startswith(_LISTS)), "")
        sort, said_in = shown.removeprefix(LIST).removeprefix("r:").split(":") if shown else ("", "")
        if shown:
            await prepare(visit, sort, number(said_in) or visit.heard_in)
        return bool(shown)
    if _names(visit, heard.text) == []:
        await prepare(visit, _LATE, visit.heard_in)
        return True
    return await tell(visit, heard, least=1)


def begun_with_urging(visit: Visit, text: str) -> bool:
    """Whether somebody who looks after a wilayah has somebody reminded; what is told in words of their own is no such
    thing."""
    may = ":" not in text and "?" not in text and allowed(command("kesiapan"), visit.grants)
    world = visit.office.catalog.world
    return may and len(text.split()) <= _LONGEST and bool(begun_politely(text, world, world.urging["kata"]))


async def tell(visit: Visit, heard: Typed, least: int = 2) -> bool:
    """Whether a task is named by so many words of its title: who has not done it, with the way to remind them."""
    rules = rules_in(visit, heard.text, least) if allowed(command("kesiapan"), visit.grants) else []
    if rules:
        await _show(visit, UNDONE, heard.text, await _undone(visit, heard.text, rules), rules)
    return bool(rules)


async def prepare(visit: Visit, sort: str, said_in: int) -> None:
    """*Ingatkan mereka*, below a list: with whom it goes to, and a yes."""
    text = await _text(visit, said_in)
    if sort == _UNDATED:
        await urged_undated.ask(replace(visit, said_in=said_in), Typed(text, 0))
    elif sort == _LATE:
        await _show(replace(visit, said_in=said_in), _LATE, text, await _late(visit, text), ())
    elif not await tell(replace(visit, said_in=said_in), Typed(text, 0), least=1):
        visit.stale()


async def ask_late(visit: Visit, _heard: Typed) -> None:
    await prepare(visit, _LATE, visit.heard_in)


async def send(visit: Visit, said_in: int) -> None:
    """*Ya, kirim*: to those who have not done then what was named then."""
    text = await _text(visit, said_in)
    await _send(visit, await _undone(visit, text, rules_in(visit, text, 1)))


async def send_late(visit: Visit, said_in: int) -> None:
    await _send(visit, await _late(visit, await _text(visit, said_in)))


async def _text(visit: Visit, said_in: int) -> str:
    told = await first_words.told_in(visit, said_in)
    return str(told.get("text", "")) if told else ""


async def _late(visit: Visit, text: str) -> list[Late]:
    found, _, _ = await overdue.late_in(visit, inside(visit, text, scopes_of(visit.grants)))
    return [one for one in found if one.duties[0].task.owner_id != visit.me.id]


async def _undone(visit: Visit, text: str, rules: Sequence[str]) -> list[Late]:
    """By whoever has it; what cannot be begun yet, or waits for nobody any more, is left undone by none."""
    where, office = inside(visit, text, scopes_of(visit.grants)), visit.office
    async with visit.look() as connection:
        tasks = await stored.tasks_of(connection, where, rules, office.cycle_of(visit.now))
        mine = [one.id for one in tasks if one.state == OPEN and one.owner_id not in (None, visit.me.id)]
        found = list((await duties.of_ids(connection, mine)).values()) if mine else []
        left = [one for one in found if has_begun(office, one, visit.today)]
        left = [one for one in left if not words.is_over(office, one, visit.today)]
        return await overdue.by_owner(connection, sorted(left, key=lambda one: one.task.due_on))


async def _show(visit: Visit, sort: str, text: str, found: Sequence[Late], rules: Sequence[str]) -> None:
    yes = (visit.text("tombol_ingatkan_ya"), press("r", sort, visit.heard_in))
    visit.say(
        "ingatkan_tugas",
        keyboard([yes], [(visit.text("tombol_tidak_jadi"), "o:batal")]) if found else None,
        wilayah=named(visit, inside(visit, text, scopes_of(visit.grants))),
        tugas=list(dict.fromkeys(task_title(visit.office, rule) for rule in rules)),
        jumlah=len(found),
        orang=[overdue.line(visit, one) for one in found[:_SHOWN]],
        lain=max(len(found) - _SHOWN, 0),
    )


async def _send(visit: Visit, found: Sequence[Late]) -> None:
    before = list[str]()
    for one in found:
        places = {duty.task.wilayah for duty in one.duties}
        first = one.duties[0].task
        code = first.wilayah if len(places) == 1 else kecamatan_of(first.wilayah)
        if await reminding.put_down(visit, code, first.owner_id or 0, task_title(visit.office, first.rule)) is not None:
            before.append(one.name)
    visit.say("ingatkan_tanggal_dikirim", orang=len(found) - len(before), sudah=before)


# --- what is named ---------------------------------------------------------------------------------------------------


def _points(visit: Visit, text: str) -> bool:
    """ "Ingatkan mereka", "ingatkan semua yang tadi itu": whoever was named before."""
    world = visit.office.catalog.world
    left = set(_spoken(text[len(begun_politely(text, world, world.urging["kata"])) :]))
    return left <= world.urging["semua"] | world.urging["mereka"] and not left.isdisjoint(world.urging["mereka"])


def _names(visit: Visit, text: str) -> list[str] | None:
    """The words by which a task is called; none where it is all that they have; None where
    nothing is not done, or only no day is set."""
    world, spoken = visit.office.catalog.world, _spoken(text)
    known, places = world.urging, named(visit, inside(visit, text, scopes_of(visit.grants)))
    if known["belum"].isdisjoint(spoken) or not known["tanggal"].isdisjoint(spoken) or len(spoken) > _LONGEST:
        return None
    lead = _spoken(begun_politely(text, world, known["kata"]))
    beside = known["belum"] | known["semua"] | known["mereka"] | known["iringan"] | {*_spoken(places), *lead}
    rest = [word for word in spoken if word not in beside]
    of_all = known["tugas"] | known["selesai"]
    return [word for word in rest if word not in of_all] if rest else None


def rules_in(visit: Visit, text: str, least: int = 2) -> list[str]:
    """Of one title, or two that fit as well; half of what is said stands there."""
    rest, office = _names(visit, text), visit.office
    titles = {rule: task_title(office, rule) for rule in office.catalog.calendar.rules}
    found = by_words.most_shared(visit, rest, titles) if rest else []
    shared = by_words.shared(by_words.as_in_titles(visit, rest), titles[found[0]]) if rest and found else 0
    is_clear = len({titles[rule] for rule in found}) <= _TITLES and shared >= least
    return found if is_clear else []


def _spoken(text: str) -> list[str]:
    return re.findall(r"[\w-]+", key_of(text))

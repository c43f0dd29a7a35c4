"""The work of somebody with a role: a few buttons in the order of their use, and what they say in their own words."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.core.flow.first_words import FEWEST_WORDS
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.listening.rules import QUESTION, WORK
from bot.core.listening.shapes import Acts
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.reading import readings
from bot.store.tasks import deeds as done_by
from bot.store.tasks.duties import MINE
from bot.work.access import (
    BAPPEDA,
    CAMAT,
    DELEGASI,
    FASILITATOR_DESA,
    FASILITATOR_KECAMATAN,
    PENDAMPING,
    allowed,
    button,
    command,
)
from bot.work.answering.answers import answer, is_answered
from bot.work.calendar import moving, pages, setting
from bot.work.calendar.permitted import levels, may_set
from bot.work.hall import hub
from bot.work.people import first_words
from bot.work.readiness import screens
from bot.work.reading import lists
from bot.work.roles import invitations
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import occasion_name, task_title
from bot.work.tasks import duties
from bot.work.usulan import kabar
from bot.work.usulan.usulan import spoken_name
from bot.work.visit import Visit

#: The buttons of each role, in the order of their use; for a person of several roles the first that is here.
_ORDER: Mapping[str, Sequence[str]] = {
    BAPPEDA: ("kesiapan", "tugas", "jadwal", "baca", "undang", "bantuan"),
    FASILITATOR_KECAMATAN: ("tugas", "baca", "kesiapan", "jadwal", "undang", "bantuan"),
    FASILITATOR_DESA: ("tugas", "jadwal", "baca", "rapat", "undang", "bantuan"),
    CAMAT: ("kesiapan", "jadwal", "tugas", "bantuan"),
    PENDAMPING: ("kesiapan", "jadwal", "tugas", "bantuan"),
    DELEGASI: ("tugas", "jadwal", "usulan", "bantuan"),
}
_OTHERS = ("tugas", "jadwal", "usulan", "bantuan")
_DATA = {
    "jadwal": "j:daftar:0",
    "baca": "u:daftar:saya:0",
    "kesiapan": "r:awal",
    "tugas": "t:daftar:saya:0",
    "usulan": "m:baru",
}
#: A yes or no, to what waits for one.
_ANSWERS = frozenset({"ya", "tidak"})
_BEGIN, _HELP = "mulai", "bantuan"
#: How long ago something may have been done by mistake, and how much of it is offered.
_LATELY, _OFFERED = timedelta(days=2), 3
_AHEAD = timedelta(days=200)


def has_work(visit: Visit) -> bool:
    return allowed(command("menu"), visit.grants)


async def show(visit: Visit, *, lost: bool = False) -> None:
    """`lost`: nothing that was said was understood."""
    today = await _held_today(visit)
    order = next((keys for role, keys in _ORDER.items() if _has(visit, role)), _OTHERS)
    rows = [[await _key(visit, name)] for name in order if name != "rapat" or today is None]
    if today is not None and allowed(button("h"), visit.grants):
        label = Words("tombol_menu_hari_ini", {"acara": occasion_name(visit.office, today)})
        rows.insert(0, [(visit.label(label)[:60], f"h:buka:{today.id}")])
    visit.say("menu_awal", keyboard(*rows), nama=visit.me.name, bingung=lost)


def _has(visit: Visit, role: str) -> bool:
    return any(grant.role == role for grant in visit.grants)


async def _held_today(visit: Visit) -> Occasion | None:
    begins = pages.day_begins(visit.office, visit.now)
    found = await _meetings(visit, begins, begins + timedelta(days=1))
    return found[0] if found else None


async def _meetings(visit: Visit, first: datetime, last: datetime) -> list[Occasion]:
    """In the very wilayah of one's roles, the next first."""
    scopes = sorted({grant.scope for grant in visit.grants})
    kinds = [kind.key for kind in visit.office.catalog.calendar.kinds.values() if not kind.stage]
    async with visit.ask() as connection:
        found = await occasions.between(connection, scopes, first, last, kinds)
    return [one for one in found if one.wilayah in scopes]


async def _key(visit: Visit, name: str) -> Key:
    if name == "tugas":
        return await _task_key(visit)
    waiting = await _unread(visit) if name == "baca" else 0
    return visit.text(f"tombol_menu_{name}", jumlah=waiting), _DATA.get(name, f"rumah:{name}")


async def _task_key(visit: Visit) -> Key:
    """The one that comes first, by its name."""
    async with visit.ask() as connection:
        found = await duties.own(connection, visit.office, MINE, visit.me.id, visit.today, 1)
    if not found:
        return visit.text("tombol_menu_tugas", judul=""), _DATA["tugas"]
    title = task_title(visit.office, found[0].task.rule)
    return visit.label(Words("tombol_menu_tugas", {"judul": title}))[:60], f"t:lihat:{found[0].task.id}"


async def _unread(visit: Visit) -> int:
    async with visit.ask() as connection:
        return await readings.count(connection, lists.MINE, lists.sight_of(visit, command("periksa")))


# --- in their own words ----------------------------------------------------------------------------------------------


async def heed(visit: Visit, heard: Typed) -> bool:
    """Work that is named in plain words is begun, also where it is only likely: all of it shows or asks something and
    changes nothing. False when nothing of it was said."""
    acts = _acts(visit, heard)
    names = [act.name for act in (*acts.done, *acts.maybe[:1]) if act.name.startswith(WORK)]
    if not names or not has_work(visit):
        return False
    await _WORK[names[0]](visit, heard)
    return True


async def take_in(visit: Visit, heard: Heard) -> bool:
    """Before they agreed to anything: whoever has work here is not asked for a villager's consent unless they bring an
    usulan of their own. False when they do."""
    if not has_work(visit) or not isinstance(heard, Typed):
        return False
    acts = _acts(visit, heard)
    names = [act.name for act in acts.done]
    if _BEGIN in names or (not names and _may_be_a_story(heard)):
        return False
    if set(names) <= _ANSWERS and await first_words.are_awaited(visit):
        return False
    if (number := kabar.number_in(visit.office, heard.text)) is not None:
        await kabar.tell(visit, *number)
        return True
    asked = [name for name in names if name.startswith(QUESTION) and is_answered(visit.office, name)]
    for name in asked:
        await answer(visit, name, heard.text)
    await show(visit, lost=not names)
    return True


async def is_lost(visit: Visit, heard: Heard) -> bool:
    """Who agreed and has work, and said what is neither act nor story, is shown their buttons."""
    if not has_work(visit) or not isinstance(heard, Typed):
        return False
    acts = _acts(visit, heard)
    is_lost = (not acts.done and not _may_be_a_story(heard)) or [act.name for act in acts.done] == [_HELP]
    if is_lost:
        await show(visit, lost=not acts.done)
    return is_lost


def _acts(visit: Visit, heard: Typed) -> Acts:
    ear = visit.office.catalog.ear
    return ear.hear(heard.text, "work") if ear is not None else Acts()


def _may_be_a_story(heard: Typed) -> bool:
    return len(heard.text.split()) >= FEWEST_WORDS


async def _tasks(visit: Visit, _heard: Typed) -> None:
    await duties.show(visit)


async def _dates(visit: Visit, _heard: Typed) -> None:
    await pages.show(visit)


async def _who_has_not(visit: Visit, _heard: Typed) -> None:
    """As far as they may look; others see what is theirs."""
    await (screens.first_screen(visit) if allowed(command("kesiapan"), visit.grants) else duties.show(visit))


async def _read(visit: Visit, _heard: Typed) -> None:
    await (lists.first_screen(visit) if allowed(command("periksa"), visit.grants) else show(visit))


async def open_hall(visit: Visit, _heard: Typed | None = None) -> None:
    await (hub.choose(visit) if allowed(command("rapat"), visit.grants) else show(visit))


async def _menu(visit: Visit, _heard: Typed) -> None:
    await show(visit)


async def _set(visit: Visit, heard: Typed) -> None:
    """What is named of it is not asked again."""
    if not levels(visit.office, visit.grants):
        await pages.show(visit)
    elif not await setting.begin(visit, heard):
        await setting.ask(visit)


async def _move(visit: Visit, heard: Typed) -> None:
    """The one meeting that is meant takes the new day at once; of several the calendar is shown."""
    begins = pages.day_begins(visit.office, visit.now)
    found = await _meetings(visit, begins, begins + _AHEAD)
    theirs = [one for one in found if may_set(visit.office, visit.grants, one.kind, one.wilayah)]
    if len(theirs) == 1:
        await moving.by_words(visit, theirs[0], heard.text)
    else:
        visit.say("menu_pindah_yang_mana")
        await pages.show(visit)


async def take_back(visit: Visit, _heard: Typed | None = None) -> None:
    """*Salah tekan*: what they noted of late, each with a button that takes it back."""
    since = visit.now - _LATELY
    async with visit.ask() as connection:
        closed = await done_by.closed_lately(connection, visit.me.id, since, _OFFERED)
        read = await done_by.read_lately(connection, visit.me.id, since, _OFFERED)
    keys = [
        (at, _label(visit, "tugas", task_title(visit.office, rule)), f"t:buka_lagi:{one}") for one, rule, at in closed
    ]
    for one, kecamatan, serial, at in read:
        keys.append((at, _label(visit, "baca", spoken_name(visit.office, kecamatan, serial)), f"u:belum:{one}"))
    rows = [[(label, data)] for _, label, data in sorted(keys, reverse=True)[:_OFFERED]]
    visit.say("menu_salah_tekan", keyboard(*rows, [(visit.text("tombol_menu"), "rumah:menu")]), ada=bool(rows))


def _label(visit: Visit, what: str, name: str) -> str:
    return visit.label(Words(f"tombol_menu_tarik_{what}", {"judul": name}))[:60]


async def invite(visit: Visit) -> None:
    if allowed(command("undang"), visit.grants):
        invitations.offer(visit)
    else:
        await show(visit)


_WORK: Mapping[str, Callable[[Visit, Typed], Awaitable[None]]] = {
    "kerja_tugas": _tasks,
    "kerja_jadwal": _dates,
    "kerja_belum": _who_has_not,
    "kerja_baca": _read,
    "kerja_rapat": open_hall,
    "kerja_menu": _menu,
    "kerja_tetapkan": _set,
    "kerja_pindah": _move,
    "kerja_salah": take_back,
}

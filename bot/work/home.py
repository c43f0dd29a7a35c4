"""The work of somebody with a role: a few buttons in the order of their use, and what they lead to."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from bot.core.flow.heard.first_words import FEWEST_WORDS
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
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
    OPERATOR,
    PELATIH,
    PENDAMPING,
    allowed,
    button,
    command,
)
from bot.work.calendar import pages
from bot.work.hall import hub
from bot.work.lessons import looked_for
from bot.work.reading import lists
from bot.work.roles import invitations
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import occasion_name, place_name, task_title
from bot.work.tasks import duties
from bot.work.visit import Visit

#: The buttons of each role, in the order of their use; for a person of several roles the first that is here.
_ORDER: Mapping[str, Sequence[str]] = {
    BAPPEDA: ("kesiapan", "tugas", "jadwal", "baca", "siaran", "undang", "bantuan"),
    FASILITATOR_KECAMATAN: ("tugas", "baca", "kesiapan", "jadwal", "undang", "bantuan"),
    FASILITATOR_DESA: ("tugas", "jadwal", "baca", "rapat", "undang", "bantuan"),
    CAMAT: ("kesiapan", "jadwal", "tugas", "bantuan"),
    PENDAMPING: ("kesiapan", "jadwal", "tugas", "bantuan"),
    PELATIH: ("pertanyaan", "kemajuan", "belajar", "jadwal", "tugas", "bantuan"),
    OPERATOR: ("sipd", "tugas", "jadwal", "belajar", "bantuan"),
    DELEGASI: ("tugas", "jadwal", "belajar", "usulan", "bantuan"),
}
_OTHERS = ("tugas", "jadwal", "usulan", "bantuan")
_DATA = {
    "jadwal": "j:daftar:0",
    "baca": "u:daftar:saya:0",
    "siaran": "a:daftar:0",
    "kesiapan": "r:awal",
    "tugas": "t:daftar:saya:0",
    "usulan": "m:baru",
    "belajar": "x:awal",
    "kemajuan": "z:awal",
    "pertanyaan": "x:antre:0",
    "sipd": "si:awal",
}
#: How long ago something may have been done by mistake, and how much of it is offered.
_LATELY, _OFFERED = timedelta(days=2), 3
_STORY_FILES = frozenset({"voice", "photo"})
_LOOKED_AT, _SERIAL = 60, re.compile(r"\b\d{1,5}\b")
_QUOTED = 80  # characters of what was not understood


def has_work(visit: Visit) -> bool:
    return allowed(command("menu"), visit.grants)


async def show(visit: Visit, *, lost: Typed | Sent | None = None) -> None:
    """`lost`: what was said or sent and not understood; it is told, and what may be an usulan can be brought as one."""
    rows = await _rows(visit)
    if isinstance(lost, Typed):
        rows += looked_for.rows_about(visit, lost.text)
    if lost is not None and may_be_a_story(lost):
        as_news = [(visit.text("tombol_menu_jadikan_siaran"), f"m:siaran:{visit.heard_in}")]
        rows.append(as_news if allowed(command("siaran"), visit.grants) else [])
        rows.append([(visit.text("tombol_menu_jadikan_usulan"), f"m:cerita:{visit.heard_in}")])
    quoted = in_short(_told(visit, lost), _QUOTED) if lost is not None else ""
    text = visit.text("menu_awal", nama=visit.me.name, bingung=quoted)
    visit.send(text, keyboard(*rows), more=_answering(lost))


def _told(visit: Visit, lost: Typed | Sent) -> str:
    if isinstance(lost, Typed):
        return lost.text
    return lost.caption or visit.text("menu_kiriman", apa=lost.what)


def _answering(lost: Typed | Sent | None) -> dict[str, object]:
    """Said as a reply: the words stay where they are, and the button below finds them there."""
    if lost is None:
        return {}
    return {"reply_parameters": {"message_id": lost.message, "allow_sending_without_reply": True}}


def may_be_a_story(heard: Typed | Sent) -> bool:
    if isinstance(heard, Sent):
        return heard.what in _STORY_FILES
    return len(heard.text.split()) >= FEWEST_WORDS


async def _rows(visit: Visit) -> list[list[Key]]:
    today = await _held_today(visit)
    order = next((keys for role, keys in _ORDER.items() if any(grant.role == role for grant in visit.grants)), _OTHERS)
    rows = [[await _key(visit, name)] for name in order if name != "rapat" or today is None]
    if asked := await visit.ask_once(duties.questions_for, visit.me.id, visit.grants, visit.now):
        rows.insert(1, [(visit.text("tombol_pertanyaan", jumlah=asked), "q:daftar:0")])
    if today is not None and allowed(button("h"), visit.grants):
        label = Words("tombol_menu_hari_ini", {"acara": occasion_name(visit.office, today)})
        rows.insert(0, [(visit.label(label)[:60], f"h:masuk:{today.id}:buka")])
    return rows


async def _held_today(visit: Visit) -> Occasion | None:
    begins = pages.day_begins(visit.office, visit.now)
    found = await meetings(visit, begins, begins + timedelta(days=1))
    return found[0] if found else None


async def meetings(
    visit: Visit, first: datetime, last: datetime, at: Sequence[str] = (), *, inside: bool = False
) -> list[Occasion]:
    """In the very wilayah of one's roles, or in those of `at`, the next first. `inside`: also in what lies in these."""
    scopes = at or sorted({grant.scope for grant in visit.grants})
    kinds = [kind.key for kind in visit.office.catalog.calendar.kinds.values() if not kind.stage]
    found = await visit.ask_once(occasions.between, scopes, first, last, kinds)
    return [one for one in found if inside or one.wilayah in scopes]


async def _key(visit: Visit, name: str) -> Key:
    if name == "tugas":
        return await _task_key(visit)
    waiting = await _unread(visit) if name == "baca" else 0
    return visit.text(f"tombol_menu_{name}", jumlah=waiting), _DATA.get(name, f"rumah:{name}")


async def _task_key(visit: Visit) -> Key:
    """The one that comes first, by its name."""
    found = await visit.ask_once(duties.own, visit.office, MINE, visit.me.id, visit.today, 1)
    if not found:
        return visit.text("tombol_menu_tugas", judul=""), _DATA["tugas"]
    title = task_title(visit.office, found[0].task.rule)
    return visit.office.plain("tombol_menu_tugas", judul=title)[:60], f"t:lihat:{found[0].task.id}"


async def _unread(visit: Visit) -> int:
    return await visit.ask_once(readings.count, lists.MINE, lists.sight_of(visit, command("periksa")))


# --- what its buttons lead to -----------------------------------------------------------------------------------------


async def open_hall(visit: Visit, _heard: Typed | None = None) -> None:
    await (hub.choose(visit) if allowed(command("rapat"), visit.grants) else show(visit))


async def take_back(visit: Visit, heard: Typed | None = None) -> None:
    """*Salah tekan*: what they noted or dated of late; "maiwa 12 belum kubaca" is of that one alone."""
    if not await offer_back(visit, heard):
        visit.say("menu_salah_tekan", keyboard([(visit.text("tombol_menu"), "rumah:menu")]), ada=False)


async def offer_back(visit: Visit, heard: Typed | None = None) -> bool:
    """Each with a button that takes it back; False where there is nothing of it."""
    said = {int(one) for one in _SERIAL.findall(heard.text)} if heard is not None else set()
    found = sorted(await _noted_lately(visit, said), reverse=True)[:_OFFERED]
    rows = [[(label, data)] for _, label, data in found]
    if rows:
        visit.say("menu_salah_tekan", keyboard(*rows, [(visit.text("tombol_menu"), "rumah:menu")]), ada=True)
    return bool(rows)


async def _noted_lately(visit: Visit, serials: AbstractSet[int]) -> list[tuple[datetime, str, str]]:
    """(when, label, data); of usulan with such a number these alone."""
    since, me = visit.now - _LATELY, visit.me.id
    async with visit.ask() as connection:
        read = await done_by.read_lately(connection, me, since, _LOOKED_AT if serials else _OFFERED)
        named = [one for one in read if one[2] in serials]
        closed = [] if named else await done_by.closed_lately(connection, me, since, _OFFERED)
        dated = [] if named else await done_by.dated_lately(connection, me, since, _OFFERED)
        meetings = [(at, await occasions.one(connection, one)) for one, at in dated]
    found = [
        (at, _label(visit, "tugas", task_title(visit.office, rule)), f"t:buka_lagi:{one}") for one, rule, at in closed
    ]
    for one, kecamatan, serial, at in named or read:
        found.append((at, _label(visit, "baca", visit.office.spoken_name(kecamatan, serial)), f"u:belum:{one}"))
    for at, held in meetings:
        if held is not None:
            name = f"{occasion_name(visit.office, held)}, {place_name(visit.office, held.wilayah)}"
            found.append((at, _label(visit, "jadwal", name), f"j:lihat:{held.id}"))
    return found


def _label(visit: Visit, what: str, name: str) -> str:
    return visit.office.plain(f"tombol_menu_tarik_{what}", judul=name)[:60]


async def invite(visit: Visit) -> None:
    if allowed(command("undang"), visit.grants):
        invitations.offer(visit)
    else:
        await show(visit)

"""/rapat: which meeting, and the six things that are done in its hall."""

from datetime import datetime, timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.hall import attendance
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED
from bot.work.access import allowed, button
from bot.work.hall import drafts, past
from bot.work.hall.meeting import FAMILY, Hall, place_of
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, occasion_name
from bot.work.visit import Visit

#: Meetings that are over stay at hand: who came is often counted the day after.
_BACK, _AHEAD = timedelta(days=14), timedelta(days=60)
_FAR, _LISTED = timedelta(days=366), 7
_PAPER, _MINUTES = "lembar_", "berita"  # so what asks for one of its papers is called


async def choose(visit: Visit, message: int | None = None) -> None:
    """The one meeting of today, else all that are near."""
    ones = await near(visit)
    today = [one for one in ones if visit.office.local(one.starts_at).date() == visit.today]
    only = today if len(today) == 1 else ones
    if len(only) == 1 and message is None:
        await show(Hall(visit, only[0]), [])
        return
    was = await past.last(visit)
    if ones or was is not None:
        _list(visit, ones, was, message)
    else:
        await say_none(visit)


async def say_none(visit: Visit, *, papers: bool = False) -> None:
    """With the meeting that comes next, however far that is. `papers`: why there are none of any meeting."""
    later = await near(visit, _FAR)
    nearest = min(later, key=lambda one: one.starts_at, default=None)
    office = visit.office
    name, day = (occasion_name(office, nearest), date_of(office, nearest)) if nearest else ("", "")
    visit.say("rapat_belum_ada", kertas=papers, nama=name, hari=day)


async def take_paper(visit: Visit, heard: Heard) -> bool:
    """ "Notulen", "berita acaranya mana", where no screen of a meeting stands: the meetings, or why there is none."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    verb = visit.office.catalog.world.hall_buttons.get(key_of(heard.text).rstrip("?").strip(), "")
    if verb != _MINUTES and not verb.startswith(_PAPER):
        return False
    await (choose(visit) if await has_any(visit) else say_none(visit, papers=True))
    return True


async def has_any(visit: Visit) -> bool:
    """Whether there is a meeting to open: one that is near, or was."""
    return bool(await near(visit)) or await past.last(visit) is not None


async def of_today(visit: Visit) -> list[Occasion]:
    """Meetings in one's wilayah on this day."""
    return [one for one in await near(visit) if visit.office.local(one.starts_at).date() == visit.today]


async def ahead(visit: Visit) -> list[Occasion]:
    """Today's; where there is none, the one that comes next, else that which was held last."""
    found = sorted(await near(visit), key=lambda one: _distance(visit.office, one, visit.now))
    days = [visit.office.local(one.starts_at).date() for one in found]
    return [one for one, day in zip(found, days, strict=True) if day == days[0]]


async def of_these_days(visit: Visit) -> list[Occasion]:
    """Today's, then what was held in the last days, the last one first."""
    found = [one for one in await near(visit) if visit.office.local(one.starts_at).date() <= visit.today]
    return sorted(found, key=lambda one: _distance(visit.office, one, visit.now))


async def of_last_day(visit: Visit) -> list[Occasion]:
    """Today's; where there is none, those of the last day that had one."""
    found = await of_these_days(visit)
    days = [visit.office.local(one.starts_at).date() for one in found]
    return [one for one, day in zip(found, days, strict=True) if day == days[0]]


async def near(visit: Visit, ahead: timedelta = _AHEAD) -> list[Occasion]:
    """Meetings in one's wilayah, the nearest day first."""
    scopes, kinds = past.scopes_of(visit), past.kinds_of(visit.office)
    if not scopes:
        return []
    found = await visit.ask_once(occasions.between, scopes, visit.now - _BACK, visit.now + ahead, kinds)
    found.sort(key=lambda one: _distance(visit.office, one, visit.now))
    return sorted(found[:_LISTED], key=lambda one: one.starts_at)


def _distance(office: Office, one: Occasion, now: datetime) -> tuple[int, datetime]:
    """Today, then what comes, then what was."""
    days = (office.local(one.starts_at).date() - office.local(now).date()).days
    return (days if days >= 0 else _LISTED - days), one.starts_at


def _list(visit: Visit, ones: list[Occasion], was: Occasion | None, message: int | None) -> None:
    rows = [past.row(visit, one) for one in ones]
    rows.append(past.offer(visit.office, was) if was is not None else [])
    text, markup = visit.text("rapat_pilih" if ones else "rapat_pilih_lewat"), keyboard(*rows)
    visit.show(text, markup, on=message)


async def show(hall: Hall, _args: list[str]) -> None:
    """What there is, in one message."""
    drafts.stop_listening(hall)
    async with hall.visit.ask() as connection:
        guests = await stored.guests(connection, hall.id)
        attended = await attendance.attended(connection, hall.id)
    expected = [one for one in guests if one.state in EXPECTED]
    text = hall.visit.text(
        "rapat_utama",
        pertemuan=occasion_name(hall.visit.office, hall.occasion),
        tempat=place_of(hall.visit.office, hall.occasion),
        waktu=date_of(hall.visit.office, hall.occasion),
        undangan=len(expected),
        perempuan=sum(1 for one in expected if one.is_woman),
        hadir=None if attended is None or attended.women is None else attended.women + (attended.men or 0),
    )
    hall.show(
        text,
        [hall.key(Words("rapat_tombol_undangan"), "tamu"), hall.key(Words("rapat_tombol_hadir"), "hadir")],
        [hall.key(Words("rapat_tombol_acara"), "acara"), hall.key(Words("rapat_tombol_giliran"), "giliran")],
        [hall.key(Words("rapat_tombol_baca"), "baca"), hall.key(Words("rapat_tombol_hasil"), "hasil")],
        [hall.key(Words("rapat_tombol_cetak"), "cetak"), hall.key(Words("rapat_tombol_lain"), "lain")],
        [(hall.visit.text("tombol_layar"), "rumah:layar:rapat")],
    )


async def others(hall: Hall, _args: list[str]) -> None:
    await choose(hall.visit, hall.message)

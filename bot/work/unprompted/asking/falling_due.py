"""What is to be done by when in a wilayah: the tasks whose day is in the month that is named, this week, or the next
thirty days."""

from datetime import date, timedelta

from bot.core.days_spelt import MONTHS
from bot.core.forms.heard import Typed
from bot.core.forms.writing import key_of
from bot.core.understanding.times.days import show_short
from bot.store.people import people
from bot.store.tasks import ladder, reminding
from bot.work.places.asked import inside, named
from bot.work.readiness.readiness import scopes_of
from bot.work.saying.naming import place_name, task_title
from bot.work.tasks import words
from bot.work.visit import Visit

_SHOWN, _AHEAD, _WEEK, _YEAR = 20, timedelta(days=30), timedelta(days=7), 12


async def tell(visit: Visit, heard: Typed) -> None:
    """With whose they are; where a kecamatan or a desa is named, there."""
    where = inside(visit, heard.text, scopes_of(visit.grants) or sorted({grant.scope for grant in visit.grants}))
    since, before = _period(visit, {*key_of(heard.text).split()})
    async with visit.look() as connection:
        duties = await reminding.of_ids(connection, await ladder.overdue(connection, where, before, since))
        known = sorted(
            (one.task for one in duties.values() if words.is_known(visit.office, one)), key=lambda one: one.due_on
        )
        names = await people.names(connection, [one.owner_id for one in known if one.owner_id is not None])
    told = [
        {
            "hari": show_short(one.due_on),
            "tugas": task_title(visit.office, one.rule),
            "wilayah": place_name(visit.office, one.wilayah),
            "nama": names.get(one.owner_id or 0, ""),
        }
        for one in known
    ]
    visit.say(
        "tanya_kerja_jatuh_tempo",
        wilayah=named(visit, where),
        daftar=told[:_SHOWN],
        jumlah=len(told),
        dari=show_short(since),
        sampai=show_short(before - timedelta(days=1)),
    )


def _period(visit: Visit, spoken: set[str]) -> tuple[date, date]:
    """The first day, and the one behind the last."""
    days, today = visit.office.catalog.world.spellings.days, visit.today
    months = [MONTHS.index(month) + 1 for month, spelt in days.months.items() if not spoken.isdisjoint(spelt)]
    month = months[0] if months else today.month if not spoken.isdisjoint(days.month) else 0
    if not month:
        is_week = not spoken.isdisjoint(days.week)
        return today, today + (_WEEK - timedelta(days=today.weekday()) if is_week else _AHEAD)
    first = date(today.year + (month < today.month), month, 1)
    return first, date(first.year + month // _YEAR, month % _YEAR + 1, 1)

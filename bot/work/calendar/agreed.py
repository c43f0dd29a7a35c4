"""A yes counts only for what was asked last: what was let be, done otherwise since, or is over, is not agreed to."""

from datetime import timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.calendar import wished
from bot.store.calendar.occasions import Occasion
from bot.store.calendar.wished import Wish
from bot.work.calendar import pages
from bot.work.saying.naming import date_of, occasion_name
from bot.work.visit import Visit

#: So long after its day it may still be said that it did not take place, and is held on another.
PUT_OFF = timedelta(days=14)
#: The buttons of what is asked: *Pindahkan*, *Batalkan*, *Ganti tempatnya*.
MOVE, CANCEL, VENUE = "j:pindah:", "j:sudahi:", "j:tempat:"
_NO = "j:biar:"
_KEEPS = frozenset({"batal", "tidak"})


async def standing(visit: Visit, one: Occasion) -> Wish | None:
    """What they asked to do with it; None, with a word, where that is asked no more."""
    wish = await visit.ask_once(wished.open_wish, one.id, visit.me.id)
    if wish is None:
        visit.stale()
        return None
    held_on = visit.office.local(one.starts_at).date()
    if held_on < visit.today and visit.office.local(wish.at).date() <= held_on:  # asked for while it lay ahead
        say_over(visit, one)
        return None
    return wish


def is_over(visit: Visit, one: Occasion) -> bool:
    """Whether it was so long ago that its day changes no more."""
    return visit.today - visit.office.local(one.starts_at).date() > PUT_OFF


def say_over(visit: Visit, one: Occasion) -> None:
    visit.say("jadwal_sudah_lewat", nama=occasion_name(visit.office, one), hari=date_of(visit.office, one))


async def let_be(visit: Visit, occasion_id: int) -> None:
    """*Biarkan*."""
    await forget(visit, occasion_id)
    await pages.show_one(visit, occasion_id)


async def forget(visit: Visit, occasion_id: int) -> None:
    """They said no: the buttons above go, and what they would do is asked for no more."""
    async with visit.ask() as connection:
        if await wished.open_wish(connection, occasion_id, visit.me.id) is not None:
            await wished.let_be(connection, occasion_id, visit.now, visit.me.id)
    await visit.settle(_NO)


def is_no(visit: Visit, heard: Heard) -> bool:
    """ "Tidak jadi", "salah, bukan itu maksud saya": nothing but a no."""
    if not isinstance(heard, Typed):
        return False
    said = [act.name for act in visit.acts(heard.text, "yes_no").done]
    return said == ["tidak"] or visit.office.catalog.world.words.get(key_of(heard.text)) in _KEEPS

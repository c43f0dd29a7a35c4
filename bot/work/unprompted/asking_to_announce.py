"""Somebody with work here who may not announce wants to: they are told who may, who can be asked for it with a tap, and
that the words can be passed on by WhatsApp."""

from datetime import timedelta

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.wilayah import kecamatan_of, level_of
from bot.store.people import people
from bot.store.people.people import Holder
from bot.work import home
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN, allowed, command
from bot.work.broadcasts.writing import ordered
from bot.work.calendar import moved_by_words, pages
from bot.work.people import first_words
from bot.work.saying import whatsapp
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.visit import Visit

_FEWEST, _SETS = 3, "kerja_tetapkan"  # words of an announcement


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False as well where another date is told besides: that is set."""
    if not isinstance(heard, Typed) or not home.has_work(visit) or allowed(command("siaran"), visit.grants):
        return False
    words = _announced(visit, heard.text)
    if words is None:
        return False
    near, is_whole = await _nearest(visit), len(words.split()) >= _FEWEST
    asks = [(visit.text("siaran_minta_tombol", nama=one.name), f"rumah:minta:{visit.heard_in}") for one in near[:1]]
    keys = keyboard(asks if is_whole else [])
    keys["inline_keyboard"] += [[whatsapp.forward_button(visit.office, words)]] if is_whole else []
    visit.say("siaran_bukan_dari_sini", keys, nama=near[0].name if near else "", isi=words if is_whole else "")
    return not await _sets_date(visit, heard.text)


async def _sets_date(visit: Visit, text: str) -> bool:
    """Whoever is to be reminded of a meeting, or is told of the one that stands on that day, sets none."""
    if begun_with(text, visit.office.catalog.world.announced["ingat"]):
        return False
    day = moved_by_words.day_named(visit, text)
    begins = pages.day_begins(visit.office, visit.now) + (day - visit.today) if day is not None else None
    stands = begins is not None and await home.meetings(visit, begins, begins + timedelta(days=1))
    return not stands and any(act.name == _SETS for act in visit.acts(text, "work").done)


def _announced(visit: Visit, text: str) -> str | None:
    """What is to be announced, empty where that is not said yet; None for anything else."""
    world = visit.office.catalog.world
    words, spoken = world.announced, key_of(text).split()
    is_order = bool(begun_with(text, world.announcing)) and ":" in text  # "umumkan ke warga: …, bisa hadir?"
    if not is_order and is_question(text, world, free=False):
        is_about = not world.announcements.isdisjoint(spoken) and not words["kirim"].isdisjoint(spoken)
        return "" if is_about else None
    whom, told = ordered.turned(visit, text)
    if whom and key_of(whom) in words["banyak"]:
        return told
    begun = begun_with(text, world.announcing)
    rest = text[len(begun or begun_with(text, words["awal_kepada"] | words["ke_banyak"] | words["ingat"])) :]
    to = begun_with(rest, words["banyak"])
    return rest[len(to) :] if begun or (to and rest != text) else None


async def _nearest(visit: Visit) -> list[Holder]:
    """Who may announce where they work."""
    scopes = sorted({kecamatan_of(grant.scope) for grant in visit.grants if level_of(grant.scope) is not None})
    async with visit.look() as connection:
        found = await people.holders(connection, [FASILITATOR_KECAMATAN], scopes, visit.now)
        whole = visit.office.catalog.places.kabupaten.code
        return found or await people.holders(connection, [BAPPEDA], [whole], visit.now)


async def ask_for_it(visit: Visit, said_in: int) -> None:
    """*Minta … mengumumkan*: a letter to whoever may."""
    told, near = await first_words.told_in(visit, said_in), await _nearest(visit)
    words = _announced(visit, told.get("text", "")) if told else None
    if not words or not near:
        visit.stale()
        return
    await visit.settle(f"rumah:minta:{said_in}")
    where = ", ".join(place_name(visit.office, grant.scope) for grant in visit.grants)
    letter = visit.text("siaran_diminta", nama=near[0].name, siapa=visit.me.name, wilayah=where, isi=words)
    visit.tell(near[0].address, near[0].id, letter)
    visit.say("siaran_sudah_diminta", nama=near[0].name, isi=words)

"""*Kabari pengusulnya* said in words, whatever stands there: the meeting whose results nobody has told is found."""

from bot.core.deciding.order_behind import is_telling
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.deciding import decisions
from bot.store.reading import readings
from bot.work.access import allowed, button
from bot.work.deciding import asking_by_words
from bot.work.hall import past
from bot.work.hall.meeting import FAMILY
from bot.work.reading import lists, named
from bot.work.reading.lists import UNTOLD, sight_of
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

_TELLS = "kabari"
_MOST, _MOST_NAMED = 5, 15  # meetings; usulan


async def meant(visit: Visit, heard: Heard) -> list[Occasion] | None:
    """The meetings that it may be, the last one first; None where it is not said."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return None
    return await _waiting(visit) if is_said(visit, heard.text) else None


def is_said(visit: Visit, text: str) -> bool:
    """ "Kabari mereka semua", "kasi tau hasilnya ke pengusul": that they are told, and nothing besides."""
    spoken, world = key_of(text), visit.office.catalog.world
    return world.hall_buttons.get(spoken) == _TELLS or is_telling(text, world)


def names_results(visit: Visit, text: str) -> bool:
    """ "Kabari pengusulnya hasil kecamatan": what is to be told is said, too."""
    hasil = visit.office.catalog.world.numbering["hasil"]
    return not hasil.isdisjoint(key_of(text).split()) and is_said(visit, text)


async def _waiting(visit: Visit) -> list[Occasion]:
    async with visit.look() as connection:
        which = await decisions.with_untold(connection, past.scopes_of(visit), _MOST)
        found = [await occasions.one(connection, one) for one in which]
    return [one for one in found if one is not None]


async def show(visit: Visit) -> None:
    """Of which nobody knows yet: whoever is to be told in person, and who is of which meeting. It only looks: telling
    is one more press, which says how many."""
    found = await _waiting(visit)
    in_person = await visit.look_up(readings.count, UNTOLD, sight_of(visit, button("u"))) if found else 0
    if in_person:
        await lists.show(visit, 0, which=UNTOLD)
    for one in found:
        await _show_of(visit, one)
    if not found:
        await ask_which(visit, found)


async def _show_of(visit: Visit, one: Occasion) -> None:
    waiting = await visit.look_up(decisions.of_untold, one.id)
    told = [
        named.line(visit, each) | {"siapa": await asking_by_words.whose(visit, each)} for each in waiting[:_MOST_NAMED]
    ]
    tell = (visit.text("hasil_tombol_kabari", jumlah=len(waiting)), press(FAMILY, _TELLS, one.id))
    label = past.row(visit, one)[0][0]
    visit.say("hasil_belum_dikabari", keyboard([tell]), pertemuan=label, usulan=told, lain=len(waiting) - len(told))


def own_among(visit: Visit, found: list[Occasion]) -> list[Occasion]:
    """Those of this person's own wilayah, and not of a smaller one in it, which another leads."""
    return [one for one in found if one.wilayah in past.scopes_of(visit)]


async def ask_which(visit: Visit, found: list[Occasion]) -> None:
    """Of several; where none waits, those who are told in person are shown, or that all know."""
    if found:
        rows = [[(label, press(FAMILY, "maukabari", one.id)) for label, _ in past.row(visit, one)] for one in found]
        visit.say("hasil_kabari_yang_mana", keyboard(*rows))
        return
    in_person = await visit.look_up(readings.count, UNTOLD, sight_of(visit, button("u")))
    if in_person:
        await lists.show(visit, 0, which=UNTOLD)
    else:
        visit.say("hasil_semua_dikabari")

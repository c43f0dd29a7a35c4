"""Which dusun of a desa have brought nothing yet, and how many usulan the others have."""

from bot.core.forms.heard import Typed
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, level_of
from bot.store.reading import searches
from bot.work.access import command
from bot.work.places import hamlets
from bot.work.places.asked import told_in
from bot.work.reading import lists
from bot.work.saying.naming import place_name
from bot.work.visit import Visit


async def tell(visit: Visit, heard: Typed) -> None:
    """Of the desa that is named, else of one's own; where neither is known, which one is asked."""
    who = lists.sight_of(visit, command("periksa"))
    found = [code for code in told_in(visit, heard.text, who.scopes) or who.scopes if level_of(code) == DESA]
    if len(found) != 1:
        visit.say("tanya_kerja_dusun", tempat="", ada=[], belum=[])
        return
    async with visit.look() as connection:
        brought = await searches.dusun_of(connection, found[0], who)
        named = await hamlets.names_in(connection, visit.office, found[0])
    known = {fold(name) for name, *_ in brought}
    missing = [one.name for one in named if fold(one.name) not in known]
    some = [{"nama": name, "jumlah": many} for name, many, _ in brought]
    visit.say("tanya_kerja_dusun", tempat=place_name(visit.office, found[0]), ada=some, belum=missing)

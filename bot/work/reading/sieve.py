"""*Saring*: which usulan a reader wants to see, and those of one dusun."""

from bot.core.forms.say import Words
from bot.core.wilayah import DESA, is_wider
from bot.store.reading import searches
from bot.store.reading.readings import Sight
from bot.work.access import command
from bot.work.reading import lines, lists
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.visit import Visit

_DUSUN = 12  # buttons: a desa has seldom more
_DUSUN_LIST = "dusun"


async def choose(visit: Visit) -> None:
    """All lists that have something in them, and the dusun of one's own desa; a wider wilayah has the search."""
    who = lists.sight_of(visit, command("periksa"))
    counts = await lists.count_all(visit, who)
    rows = [*in_rows(lists.keys_to(visit, counts)), *in_rows(await _dusun_keys(visit, who))]
    back = [(visit.text("tombol_daftar_semula"), press("u", "hal", lists.MINE, 0))]
    markup = keyboard(*rows, [(visit.text("tombol_cari"), "u:cari")], back)
    lists.put(visit, "periksa_saring", markup, in_place=True)


async def _dusun_keys(visit: Visit, who: Sight) -> list[Key]:
    desa = [scope for scope in who.scopes if not is_wider(scope, DESA)]
    if len(desa) != 1 or len(who.scopes) != 1:
        return []
    found = await visit.ask_once(searches.dusun_of, desa[0], who)
    labels = [(Words("tombol_dusun", {"nama": name, "jumlah": number}), one) for name, number, one in found]
    return [(visit.label(label)[:60], press("u", "dusun", one, 0)) for label, one in labels[:_DUSUN]]


async def show_dusun(visit: Visit, usulan_id: int, page: int) -> None:
    """The usulan of the dusun in which this one lies."""
    who = lists.sight_of(visit, command("periksa"))
    async with visit.ask() as connection:
        size, skip = lists.SIZE + 1, page * lists.SIZE
        name, found, total = await searches.of_dusun(connection, who, usulan_id, size, skip)
    if not found:
        visit.stale()
        return
    on = lists.page_of(found, page, total)
    rows = [*lists.pages(visit, on, ("u", "dusun", usulan_id)), [(visit.text("tombol_saring"), "u:saring")]]
    values = {"usulan": await lines.of(visit, who, on.shown, _DUSUN_LIST), **lists.figures(on)}
    lists.put(visit, "periksa_daftar_dusun", keyboard(*rows), in_place=True, nama=name, **values)

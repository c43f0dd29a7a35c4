"""/tempat: the dusun and lingkungan of a desa, confirmed, renamed and added by those who know them."""

from typing import Any

from bot.core.wilayah import above
from bot.work import conversation
from bot.work.access import button, command, may_act
from bot.work.places import hamlets
from bot.work.places.own import home
from bot.work.visit import Visit
from handlers.buttons import on_family
from handlers.guard import Act, on_command


async def _begin(visit: Visit) -> None:
    known = home(visit.office, visit.grants, command("tempat").roles)
    await conversation.start_or_finish(visit, hamlets.CHOICE, known)


async def _ask_name(visit: Visit, desa: str, key: str = "") -> None:
    """The form asks only for the name: the place is known."""
    if not may_act(button("d"), visit.grants, desa):
        visit.stale()
        return
    places = visit.office.catalog.places
    known: dict[str, Any] = {}
    for level, code in (("kecamatan", above(desa)), ("desa", desa)):
        place = places.find(code)
        if place is None:
            visit.stale()
            return
        known[level] = {"code": place.code, "name": place.name}
    if not key:
        conversation.start(visit, hamlets.NEW, known)
        return
    name = await hamlets.find(visit, desa, key)
    if name is not None:
        known["dusun"] = {"name": name.name, "listed": True}
        conversation.start(visit, hamlets.RENAMING, known)


_ACTS: dict[str, Act] = {
    "lihat:<word>:<page>": hamlets.show,
    "satu:<word>:<word>": hamlets.show_one,
    "benar:<word>:<word>": hamlets.confirm,
    "semua:<word>": hamlets.confirm,
    "sebut:<word>:<word>": hamlets.add_mentioned,
    "tambah:<word>": _ask_name,
    "ganti:<word>:<word>": _ask_name,
}

HANDLERS = [on_command("tempat", _begin), on_family("d", _ACTS)]

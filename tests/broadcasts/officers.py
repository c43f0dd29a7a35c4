"""An officer with an announcement that is looked at, planned or out, and two facilitators of one kecamatan."""

import json
from datetime import timedelta

from bot.core.broadcasts.shapes import Audience, Message
from bot.store.broadcasts import broadcasts
from tests.broadcasts.crowd import rows, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, without_a_phone
from tests.support.phones import Someone

MALUA, CURIO, ALL = "73.16.09", "73.16.08", "73.16"
_ROLES = ("fasilitator_desa",)
TEXT = "rapat persiapan tgl 15 januari jam 9 di kantor camat"
_PEOPLE = (
    Place("Masyita", "bappeda", ALL),
    Place("Baso", "fasilitator_desa", f"{MALUA}.2002"),
    Place("Tini", "fasilitator_desa", f"{MALUA}.2005"),
)


async def town(here: Kabupaten, *more: Place) -> list[Someone]:
    return await without_a_phone(here, [*_PEOPLE, *more])


async def draft(here: Kabupaten, author: Someone, scope: str = MALUA, text: str = TEXT) -> int:
    """Shown, with its buttons below it."""
    async with here.database.write() as connection:
        one = await broadcasts.add(connection, author.id, Audience((scope,), _ROLES), Message(text), here.clock.now())
    await here.pushes(author, f"a:contoh:{one}")
    return one


async def planned(here: Kabupaten, author: Someone, text: str = TEXT, scope: str = MALUA) -> int:
    """Of tomorrow."""
    now = here.clock.now()
    start = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return await announce(here.database, author.id, now, Audience((scope,), _ROLES), text, starts_in=start - now)


async def out(here: Kabupaten, author: Someone, text: str = TEXT, scope: str = MALUA) -> int:
    one = await announce(here.database, author.id, here.clock.now(), Audience((scope,), _ROLES), text)
    await tick_until(here, "done")
    return one


async def html(here: Kabupaten) -> str:
    found = (await rows(here, "SELECT message FROM broadcasts ORDER BY id DESC LIMIT 1"))[0][0]
    return str((json.loads(found) if isinstance(found, str) else found)["html"])


async def hour_of(here: Kabupaten, one: int) -> str:
    """By the clock of Greenwich, eight hours behind."""
    return str((await rows(here, f"SELECT next_at FROM broadcasts WHERE id = {one}"))[0][0])[11:16]

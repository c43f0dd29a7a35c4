"""Taking over: the person of a titip has a telephone now, and brings the code of their slip."""

from bot.catalog.texts import as_html
from bot.core.records import Usulan
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.roles.invites import hash_of
from bot.store.usulan import claims as stored
from bot.store.usulan import events
from bot.store.usulan import usulan as usulan_stored
from bot.work.people import consent
from bot.work.people.people import has_consented
from bot.work.usulan import outcomes
from bot.work.usulan.usulan import place, quoted
from bot.work.visit import Visit


async def take(visit: Visit, connection: Connection, code: str) -> bool:
    """Whether the code was one of a titip, and was answered. The first who brings it owns the usulan, once they have
    agreed: until then nothing about it changes."""
    if await stored.is_for_somebody_else(connection, code, visit.me.id, visit.now):
        visit.say("titip_kode_sendiri")
        return True
    usulan_id = await stored.asked_for(connection, code, visit.me.id, visit.now)
    found = None if usulan_id is None else await usulan_stored.by_id(connection, usulan_id)
    if found is None:
        return False
    if has_consented(visit):
        await _give(visit, connection, hash_of(code))
        return True
    await stored.let_wait(connection, code, visit.me.id)
    visit.say("titip_kode_tanya", nomor=visit.office.spoken_number(found))
    consent.ask(visit)
    return True


async def take_what_waited(visit: Visit) -> None:
    """*Setuju*: what was brought a code for is theirs now, if nobody was faster."""
    async with visit.ask() as connection:
        for key in await stored.end_waiting(connection, visit.me.id):
            if not await _give(visit, connection, key):
                visit.say("titip_kode_didahului")


async def leave(visit: Visit) -> None:
    """*Tidak*: everything is as it was, and the code is as good as before."""
    waited = await visit.ask_once(stored.end_waiting, visit.me.id)
    if waited:
        visit.say("titip_kode_tetap")


async def _give(visit: Visit, connection: Connection, key: str) -> bool:
    usulan_id = await stored.redeem(connection, key, visit.me.id, visit.now)
    found = None if usulan_id is None else await usulan_stored.by_id(connection, usulan_id)
    if found is None:
        return False
    events.note(visit.turn, found.id, "diambil")
    await _tell(visit, connection, found)
    return True


async def _tell(visit: Visit, connection: Connection, found: Usulan) -> None:
    """What it is, who wrote it down, and how far it has come."""
    names = await people.names(connection, (found.typed_by, found.read_by))
    hears = await outcomes.of_usulan(visit, [found.id])
    writer, reader = (names.get(one or 0, "") for one in (found.typed_by, found.read_by))
    visit.say(
        "titip_diambil",
        nomor=visit.office.spoken_number(found),
        ringkas=quoted(visit.office, found.answers),
        tempat=place(found.answers),
        hari=visit.office.day(found.spoken_at),
        penulis=writer,
        dibaca=visit.office.day(found.read_at) if found.read_at else "",
        pembaca=reader,
        tahap=found.status,
        hasil=as_html(hears.get(found.id, "")),
    )

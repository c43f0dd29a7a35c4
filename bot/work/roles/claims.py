"""Taking over: the person of a titip has a telephone now, and brings the code of their slip."""

from bot.core.records import Usulan
from bot.store.database.database import Connection
from bot.store.database.ids import new_id
from bot.store.turn import Turn
from bot.store.usulan import claims as stored
from bot.store.usulan import usulan as usulan_stored
from bot.work.office import Office
from bot.work.people import consent
from bot.work.saying import replies
from bot.work.usulan.usulan import place, spoken_name, summary


async def take(turn: Turn, office: Office, connection: Connection, code: str) -> bool:
    """Whether the code was one of a titip, and was answered: the first who brings it owns the usulan."""
    assert turn.person is not None
    if await stored.is_for_somebody_else(connection, code, turn.person.id, turn.now):
        replies.say(turn, office, "titip_kode_sendiri")
        return True
    usulan_id = await stored.redeem(connection, code, turn.person.id, turn.now)
    found = None if usulan_id is None else await usulan_stored.by_id(connection, usulan_id)
    if found is None:
        return False
    event = {"id": new_id(), "usulan_id": found.id, "at": turn.now, "by": turn.person.id, "kind": "diambil"}
    turn.put("event", **event, detail=None)
    await _tell(turn, office, connection, found)
    if turn.person.consent_version is None:
        consent.ask(turn, office)
    return True


async def _tell(turn: Turn, office: Office, connection: Connection, found: Usulan) -> None:
    """What it is, who wrote it down, and how far it has come."""
    writer = await usulan_stored.address_of(connection, found.typed_by) if found.typed_by else None
    reader = await usulan_stored.address_of(connection, found.read_by) if found.read_by else None
    replies.say(
        turn,
        office,
        "titip_diambil",
        nomor=spoken_name(office, found.kecamatan, found.serial),
        ringkas=summary(found.answers),
        tempat=place(found.answers),
        hari=office.day(found.spoken_at),
        penulis=writer[1] if writer else "",
        dibaca=office.day(found.read_at) if found.read_at else "",
        pembaca=reader[1] if reader else "",
    )

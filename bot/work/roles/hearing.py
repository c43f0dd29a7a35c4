"""Who hears that a place has changed hands: whoever began it, at once, and the kecamatan, in its hours."""

from collections.abc import Sequence

from bot.core.wilayah import KABUPATEN, kecamatan_of, level_of
from bot.store.database.database import Connection
from bot.store.people import blocking, people
from bot.store.queues import notices
from bot.store.queues.notices import Notice
from bot.store.roles import handover as stored
from bot.store.roles.handover import Held
from bot.store.roles.invites import Brought
from bot.work.access import FASILITATOR_KECAMATAN
from bot.work.codes.handing_out import tasks
from bot.work.round import Round
from bot.work.saying.told import Told
from bot.work.visit import Visit


async def tell_others(visit: Visit, connection: Connection, brought: Brought, taken: Sequence[Held]) -> None:
    """The one before hears it on their own."""
    known = {visit.me.id, brought.replaces}
    starter = await people.named(connection, brought.made_by) if brought.made_by not in known else None
    if starter is not None:
        old = await people.name_of(connection, brought.replaces)
        lost = await blocking.was_cut_off(connection, visit.me.address)
        told = {"pendahulu": old, "pengganti": visit.me.name, "hp_lama": lost, "tugas": tasks(visit.office, taken)}
        visit.tell(starter.address, starter.id, visit.text("serah_terima_kabar", nama=starter.name, **told))
    around = sorted({kecamatan_of(one.scope) for one in taken if level_of(one.scope) != KABUPATEN})
    for one in await people.holders(connection, [FASILITATOR_KECAMATAN], around, visit.now):
        if one.id not in {*known, brought.made_by}:
            notices.tell(visit.turn, one.id, notices.HANDED_OVER, str(visit.me.id))


async def compose(tour: Round, notice: Notice) -> Told | None:
    """To the kecamatan: who has the place now; nothing when they have it no more."""
    new = int(notice.subject)
    held = [one for one in await stored.held_by(tour.connection, new, tour.now) if level_of(one.scope) != KABUPATEN]
    if not held:
        return None
    successor = await people.named(tour.connection, new)
    if successor is None:
        return None
    old = await people.name_of(tour.connection, await stored.before(tour.connection, new))
    lost = await blocking.was_cut_off(tour.connection, successor.address)
    told = {"pendahulu": old, "pengganti": successor.name, "hp_lama": lost, "tugas": tasks(tour.office, held)}
    return Told(tour.text("serah_terima_kabar", nama=notice.name, **told))

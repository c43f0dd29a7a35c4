"""An usulan that was taken back: nobody reads it any more, and whoever had read it learns of it, since they may already
be preparing it for a meeting."""

from bot.core.records import WITHDRAWN, Usulan
from bot.core.wilayah import lies_in_any
from bot.store.queues import notices
from bot.store.queues.notices import TAKEN_BACK, Notice
from bot.store.reading import readings
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.access import button
from bot.work.round import Round
from bot.work.saying.told import Told
from bot.work.usulan.usulan import number_of, place
from bot.work.visit import Visit

FORM = "tarik_usulan"  # whether it is to be


async def others(visit: Visit) -> list[Usulan]:
    """Those that they brought and did not take back, newest first."""
    return [one for one in await visit.look_up(stored.of_person, visit.me.id) if one.status != WITHDRAWN]


def note(visit: Visit, usulan_id: int, reader: int | None) -> None:
    """The caller has taken it back in this transaction."""
    events.note(visit.turn, usulan_id, WITHDRAWN)
    if reader is not None and reader != visit.me.id:
        notices.tell(visit.turn, reader, TAKEN_BACK, str(usulan_id), at=visit.now)


async def compose(tour: Round, notice: Notice) -> Told | None:
    """By its number and place alone: the words are nobody's to read any more. None when it was erased since, or is no
    longer theirs to read."""
    found = await stored.by_id(tour.connection, int(notice.subject))
    who = await readings.sight_now(tour.connection, notice.person_id, button("u").roles, tour.now)
    if found is None or found.status != WITHDRAWN or not lies_in_any(found.desa, who.scopes):
        return None
    number = number_of(tour.office, found, tour.now)
    return Told(tour.text("usulan_ditarik_kabar", nama=notice.name, nomor=number, tempat=place(found.answers)))

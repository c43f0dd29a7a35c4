"""What is said again of an usulan that was sent, and stands there since: nothing is asked, and nothing changes."""

from collections.abc import Sequence

from bot.core.flow.correcting.numbers.already_so import already
from bot.core.flow.correcting.sent_corrections import as_sent
from bot.core.records import Usulan
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit


def tell(visit: Visit, mine: Sequence[Usulan], text: str) -> bool:
    """ "Betulan 35 KK nah, bukan 200": in the newest of these that has it; False where none has."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    for one in mine:
        if (found := already(as_sent(flow, one.answers, world), text)) is not None:
            shown = visit.office.shown(USULAN, found.key, one.answers[found.key], one.answers)
            visit.say("ralat_sudah", nomor=visit.office.spoken_number(one), judul=found.title, isi=shown)
            return True
    return False

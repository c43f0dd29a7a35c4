"""What is said again of an usulan that was sent, and stands there since: nothing is asked, and nothing changes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.core.flow.correcting.numbers.already_so import already
from bot.core.flow.correcting.sent_corrections import as_sent
from bot.core.forms.world import World
from bot.core.records import WITHDRAWN, Usulan
from bot.store.usulan import usulan as stored
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_FEWEST = 2  # words: "betul" alone says yes to something


def tell(visit: Visit, mine: Sequence[Usulan], text: str) -> bool:
    """ "Betulan 35 KK nah, bukan 200": in the newest of these that has it; False where none has."""
    flow, world = visit.office.catalog.flows[USULAN], visit.office.world(visit.now)
    for one in mine:
        if (found := already(as_sent(flow, one.answers, world), text)) is not None:
            shown = visit.office.shown(USULAN, found.key, one.answers[found.key], one.answers)
            visit.say("ralat_sudah", nomor=visit.office.spoken_number(one), judul=found.title, isi=shown)
            return True
    return False


async def tell_all_right(visit: Visit, text: str) -> bool:
    """ "Sudah pas mi pak", of the last one that was sent, however long ago; no story, and nothing to put right."""
    if visit.grants or not says_all_right(visit.office.catalog.world, text):
        return False
    newest = await visit.look_up(stored.of_person, visit.me.id, 1)
    if not newest or newest[0].status == WITHDRAWN:
        return False
    visit.say("ralat_semua_benar", nomor=visit.office.spoken_number(newest[0]))
    return True


def says_all_right(world: World, text: str) -> bool:
    """Only in words of this one matter, and never where it is asked, or where one of them is denied: "tidak betul"."""
    known, said = world.added, re.findall(r"\w+", text.lower())
    right, change, no = known["pas"], known["ubah"], known["tak"]
    spoken = {*said}
    if len(said) < _FEWEST or "?" in text or spoken.isdisjoint(right | change):
        return False
    if not spoken <= right | change | no | known["serta"]:
        return False
    telling = [word for word in said if word in right or word in change or word in no]
    denied = {word for before, word in pairwise(telling) if before in no}
    are_denied = all(word in denied for word in spoken & change)
    return are_denied and denied <= change and telling[-1] not in no

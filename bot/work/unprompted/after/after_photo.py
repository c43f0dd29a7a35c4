"""A photo with nothing open, without a word or with a few that tell how it looks now ("jembatannya sekarang"), from
somebody of whom one from the old spot is awaited: it is asked whether it is that one. It waits in the question; on
*Bukan* it goes the way that it would have gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import key_of
from bot.core.kinds.photos import is_picture
from bot.core.records import Usulan
from bot.store.monitoring import photos
from bot.work import conversation
from bot.work.answering import topics
from bot.work.answering.answers import answer
from bot.work.monitoring import photographing
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.usulan import usulan
from bot.work.visit import Visit

_LONGEST = 8  # words under it


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about."""
    if not has_consented(visit) or not isinstance(heard, Sent) or heard.album:
        return False
    if heard.file is None or not is_picture(heard.what, heard.file):
        return False
    if heard.caption and not _tells_of_now(visit, heard.caption):
        return False
    awaited = await visit.look_up(photos.awaited_from, visit.me.id)
    found = awaited or (await _told_of(visit, heard.caption) if heard.caption else None)
    if found is None:
        return False
    number = visit.office.spoken_number(found)
    nothing_open.ask(visit, JOURNEY, heard, usulan=found.id, nomor=number, belum=awaited is None)
    return True


async def _told_of(visit: Visit, caption: str) -> Usulan | None:
    """ "Ini tanggul yg sudah jadi", before anybody wrote down that it is made: of their own that was read."""
    world = visit.office.catalog.world
    theirs = [one for one in await usulan.mine(visit) if one.read_at is not None]
    return next((one for one in theirs if topics.speaks_of(world, caption, one)), None)


def _tells_of_now(visit: Visit, caption: str) -> bool:
    """Of what is made, and of nothing that is wrong."""
    spoken, told = key_of(caption).split(), visit.office.catalog.world.afterwards
    if len(spoken) > _LONGEST or visit.office.catalog.danger.find(caption):
        return False
    return not told["sekarang"].isdisjoint(spoken) and told["rusak"].isdisjoint(spoken)


async def _keep(visit: Visit, about: Mapping[str, Any]) -> Sequence[Typed | Sent]:
    if not await photographing.wait_for(visit, about["usulan"]):
        return ()
    photo, *rest = nothing_open.words_put_by(about)
    await conversation.hear(replace(visit, said_in=about["dari"]), photo, answer)
    return rest


FORM = "foto_sesudah_ini"
JOURNEY = nothing_open.whether(FORM, _keep, "nomor", "belum", nudged=True)

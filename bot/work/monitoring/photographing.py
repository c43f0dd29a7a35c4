"""*Kirim foto sesudah*: one photo from the old spot, by whoever brought the usulan; for somebody without a telephone
whoever reads it speaks of what was made."""

from collections.abc import Mapping
from typing import Any

from bot.core.flow.interpreter import record
from bot.core.forms.heard import Sent
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.kinds.photos import is_picture
from bot.core.records import WITHDRAWN, Usulan
from bot.store.deciding import moves
from bot.store.monitoring import photos
from bot.store.monitoring.photos import AfterPhoto
from bot.store.queues import notices
from bot.store.usulan import events, media
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.deciding.clarifying import readable
from bot.work.reading import delicate
from bot.work.usulan import reader_choice
from bot.work.usulan.sources import media_in
from bot.work.visit import Journey, Visit

FORM = "foto_sesudah"


async def wait_for(visit: Visit, usulan_id: int) -> bool:
    """Whether what they send next is this photo, also long after it was asked for; else they are told why not."""
    found = await _wanted(visit, usulan_id)
    if found is not None:
        about = {"usulan": found.id, "nomor": visit.office.spoken_number(found)}
        conversation.start(visit, JOURNEY, about=about)
    return found is not None


async def _wanted(visit: Visit, usulan_id: int) -> Usulan | None:
    """Of which a photo is still wanted from this person, or comes before anybody asked; else they are told why not."""
    found = await brought(visit, usulan_id)
    photo = await visit.ask_once(photos.of_usulan, usulan_id)
    if found is None:
        visit.stale()
    elif photo is not None and not photo.is_missing:
        visit.say("foto_sesudah_sudah", nomor=visit.office.spoken_number(found))
    else:
        return found
    return None


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Kept as media of the usulan; the clock shows it as soon as the file is here."""
    usulan_id = int(state.about["usulan"])
    found = await brought(visit, usulan_id)
    photo = await visit.ask_once(photos.to_change, usulan_id) if found is not None else None
    _, kind, file = media_in(record(flow, state))[0]
    if found is None:
        visit.say("foto_sesudah_lewat")
    elif photo is None:
        await _hold(visit, found, kind, file)
        visit.say("foto_sesudah_menunggu", nomor=state.about["nomor"], pembaca=await tell_reader(visit, found))
    elif not photo.is_missing:
        visit.say("foto_sesudah_sudah", nomor=state.about["nomor"])
    else:
        await _keep(visit, state, photo, kind, file)
    await conversation.resume(visit)


async def _keep(visit: Visit, state: State, photo: photos.AfterPhoto, kind: str, file: Mapping[str, Any]) -> None:
    made = media.keep(visit.turn, photo.usulan_id, media.AFTER, kind, file)
    sent = {"media_id": made, "sent_by": visit.me.id, "sent_at": visit.now}
    async with visit.ask() as connection:
        await photos.put(connection, photo.id, photos.SENT, visit.now, **sent)
    events.note(visit.turn, photo.usulan_id, events.PHOTOGRAPHED)
    visit.say("foto_sesudah_diterima", nomor=state.about["nomor"])


async def hold(visit: Visit, found: Usulan, heard: Sent) -> bool:
    """Whether a picture of what is made waits at its usulan until it is said that the work is done."""
    if heard.file is None or not is_picture(heard.what, heard.file):
        return False
    photo = await visit.ask_once(photos.of_usulan, found.id)
    if photo is not None and not photo.is_missing:
        visit.say("foto_sesudah_sudah", nomor=visit.office.spoken_number(found))
        return True
    file = {"file_id": heard.file.file_id, "size": heard.file.size, "caption": heard.caption}
    await _hold(visit, found, "photo" if heard.what == "photo" else "file", file)
    visit.say("keadaan_foto_disimpan", nomor=visit.office.spoken_number(found))
    return True


async def _hold(visit: Visit, found: Usulan, kind: str, file: Mapping[str, Any]) -> None:
    made = media.keep(visit.turn, found.id, media.AFTER, kind, file)
    await visit.ask_once(photos.hold, found.id, visit.now, made, visit.me.id)


async def tell_reader(visit: Visit, found: Usulan) -> str:
    """Whoever reads there writes down that it is done; what differs later is another notice. Returns the name of the
    first."""
    readers = await reader_choice.readers_of(visit, found.desa)
    _, told = reader_choice.chosen(readers, None, found.reader_id)
    photo = await visit.ask_once(photos.of_usulan, found.id)
    wanted = [(one.id, str(-photo.id), visit.now) for one in told if photo is not None and one.id != visit.me.id]
    await visit.ask_once(notices.raise_once, notices.DIFFERS, wanted)
    return next((one.name for one in told if one.id != visit.me.id), "")


JOURNEY = Journey(FORM, finish)


async def brought(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan, when this person may send its photo."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        found = await stored.by_id(connection, usulan_id)
        alone = await moves.without_telephone(connection, [usulan_id])
    if found is None or found.status == WITHDRAWN:
        return None
    if is_mine:
        return found
    return await readable(visit, usulan_id) if alone else None


async def told_of(visit: Visit, photo: AfterPhoto) -> Usulan | None:
    """Of which usulan this person says whether it fits: their own, which may be one with that of the photo."""
    async with visit.ask() as connection:
        main = await stored.by_id(connection, photo.usulan_id)
        if main is None:
            return None
        alone = await delicate.is_for_few(connection, visit.office, main)
        mine = await photos.brought_by(connection, photo, [visit.me.id], alone=alone)
    return mine.get(visit.me.id) or await brought(visit, photo.usulan_id)

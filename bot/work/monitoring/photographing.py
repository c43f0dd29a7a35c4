"""*Kirim foto sesudah*: one photo from the old spot, by whoever brought the usulan."""

from bot.core.flow.interpreter import record
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.records import Usulan
from bot.store.monitoring import photos
from bot.store.usulan import events, media
from bot.work import conversation
from bot.work.monitoring import whose
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
    """Of which a photo is still wanted from this person; else they are told why not."""
    found = await whose.brought(visit, usulan_id)
    photo = await visit.ask_once(photos.of_usulan, usulan_id)
    if found is None or photo is None:
        visit.stale()
    elif not photo.is_missing:
        visit.say("foto_sesudah_sudah", nomor=visit.office.spoken_number(found))
    else:
        return found
    return None


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Kept as media of the usulan; the clock shows it as soon as the file is here."""
    usulan_id = int(state.about["usulan"])
    found = await whose.brought(visit, usulan_id)
    photo = await visit.ask_once(photos.to_change, usulan_id) if found is not None else None
    if found is None or photo is None:
        visit.say("foto_sesudah_lewat")
    elif not photo.is_missing:
        visit.say("foto_sesudah_sudah", nomor=state.about["nomor"])
    else:
        await _keep(visit, flow, state, photo)
    await conversation.resume(visit)


async def _keep(visit: Visit, flow: Flow, state: State, photo: photos.AfterPhoto) -> None:
    _, kind, file = media_in(record(flow, state))[0]
    made = media.keep(visit.turn, photo.usulan_id, media.AFTER, kind, file)
    sent = {"media_id": made, "sent_by": visit.me.id, "sent_at": visit.now}
    async with visit.ask() as connection:
        await photos.put(connection, photo.id, photos.SENT, visit.now, **sent)
    events.note(visit.turn, photo.usulan_id, events.PHOTOGRAPHED)
    visit.say("foto_sesudah_diterima", nomor=state.about["nomor"])


JOURNEY = Journey(FORM, finish)

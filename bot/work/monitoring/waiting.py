"""What the clock does for a photo of what was made: reminds of it once, lets it go, shows it when its file is here."""

from datetime import timedelta
from typing import Any

from bot.core.records import WITHDRAWN, Usulan
from bot.store.deciding import moves
from bot.store.monitoring import photos
from bot.store.monitoring.photos import ASKED, CLOSED, REMINDED_AFTER, SENT, SHOWN, AfterPhoto
from bot.store.people import people, speakers
from bot.store.queues import news, notices
from bot.store.queues.notices import AFTER_PHOTO, Notice
from bot.store.usulan import usulan as stored
from bot.work.monitoring.showing import AFTER
from bot.work.round import Round
from bot.work.saying import letters
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told, of_what
from bot.work.usulan import finished
from bot.work.usulan.usulan import number_of, quoted

#: While the file is being fetched, it is asked again whether it is here.
_AGAIN = timedelta(seconds=5)


async def look_after(tour: Round, most: int) -> int:
    found = await photos.due(tour.connection, tour.now, most)
    for photo, usulan in found:
        if usulan.status == WITHDRAWN:
            await photos.put(tour.connection, photo.id, CLOSED)
        elif photo.state == SENT:
            await _look_for_file(tour, photo)
        elif photo.state == ASKED and photo.reminded_at is None:
            await _remind(tour, photo, usulan)
        else:
            await photos.put(tour.connection, photo.id, CLOSED if photo.state == ASKED else photo.state)
    return len(found)


async def _look_for_file(tour: Round, photo: AfterPhoto) -> None:
    outcome, _ = await photos.file_of(tour.connection, photo.media_id)
    if outcome is None:
        await photos.put(tour.connection, photo.id, SENT, tour.now + _AGAIN)
    elif outcome == "stored":
        await photos.put(tour.connection, photo.id, SHOWN)
        await news.put_out(tour.connection, AFTER, photo.id, tour.now, None)
    else:
        await photos.put(tour.connection, photo.id, ASKED, tour.now + REMINDED_AFTER, media_id=None)
        await _ask_again(tour, photo)


async def _ask_again(tour: Round, photo: AfterPhoto) -> None:
    """What came cannot be opened, or Telegram has it no more."""
    sender = await people.named(tour.connection, photo.sent_by)
    usulan = await stored.by_id(tour.connection, photo.usulan_id)
    if sender is not None and usulan is not None:
        number = number_of(tour.office, usulan, tour.now)
        text = tour.text("foto_sesudah_tak_terbaca", nama=sender.name, nomor=number)
        markup = keyboard([finished.key(tour.office, usulan.id)])
        await letters.promise_with_buttons(tour, [(sender, text, markup)])


async def _remind(tour: Round, photo: AfterPhoto, usulan: Usulan) -> None:
    """Whoever has a telephone; of others the list of those who are told in person reminds."""
    if usulan.person_id is not None and not await moves.without_telephone(tour.connection, [usulan.id]):
        await notices.raise_for(tour.connection, AFTER_PHOTO, str(photo.id), {usulan.person_id: tour.now})
    await photos.put(tour.connection, photo.id, ASKED, tour.now + REMINDED_AFTER, reminded_at=tour.now)


async def remind(tour: Round, notice: Notice) -> Told | None:
    photo = await photos.by_id(tour.connection, int(notice.subject))
    usulan = await stored.by_id(tour.connection, photo.usulan_id) if photo is not None else None
    if photo is None or usulan is None or photo.state != ASKED or usulan.person_id != notice.person_id:
        return None
    if await speakers.whom_to_tell(tour.connection, usulan.id) is None:
        return None
    told: dict[str, Any] = {"nomor": number_of(tour.office, usulan, tour.now)}
    text = tour.text("foto_sesudah_ingat", nama=notice.name, ringkas=quoted(tour.office, usulan.answers), **told)
    key = finished.key(tour.office, usulan.id)
    return Told(text, keyboard([key]), beside=of_what(tour.office, told["nomor"], key))


KINDS = {AFTER_PHOTO: remind}

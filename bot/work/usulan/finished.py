"""An usulan whose work is done: the photo from the old spot, for whoever reads it, and the button that asks for one."""

from html import escape

from bot.core.records import Usulan
from bot.store.deciding import moves
from bot.store.monitoring import answers, photos
from bot.store.monitoring.answers import DIFFERS
from bot.store.monitoring.photos import AfterPhoto
from bot.store.usulan import usulan as stored
from bot.store.usulan.media import AFTER
from bot.work.office import Office
from bot.work.saying import files
from bot.work.saying.keyboard import Key
from bot.work.visit import Visit


def key(office: Office, usulan_id: int) -> Key:
    return office.catalog.text("tombol_foto_sesudah"), f"k:sesudah:{usulan_id}"


async def photo_of(visit: Visit, usulan_id: int) -> AfterPhoto | None:
    return await visit.ask_once(photos.of_usulan, usulan_id)


async def offer(visit: Visit, one: Usulan, photo: AfterPhoto | None) -> list[Key]:
    """For whoever has no telephone the reader sends it."""
    if photo is None or not photo.is_missing or photo.usulan_id != one.id:
        return []
    alone = await visit.ask_once(moves.without_telephone, [one.id])
    return [key(visit.office, one.id)] if alone else []


async def show(visit: Visit, photo: AfterPhoto | None) -> None:
    """What those who brought it say of it, then the photo itself; nothing while there is none."""
    if photo is None or photo.is_missing:
        return
    async with visit.ask() as connection:
        media = await stored.media_of(connection, photo.usulan_id)
        said = await answers.of_photo(connection, photo.id)
        numbers = {one.usulan_id: await stored.by_id(connection, one.usulan_id) for one in said}
    lines = [
        {
            "nomor": visit.office.spoken_number(found),
            "hari": visit.office.day(one.answered_at),
            "beda": one.answer == DIFFERS,
            "isi": one.words or "",
            "suara": one.spoken,
        }
        for one in said
        if (found := numbers[one.usulan_id]) is not None
    ]
    day = visit.office.day(photo.sent_at) if photo.sent_at is not None else ""
    visit.say("foto_sesudah_di_usulan", hari=day, kata=lines)
    sent = (one for one in media if one.question == AFTER and one.file_id)
    files.show(visit, ((one.kind, one.file_id, escape(one.words, quote=False)) for one in sent))


def from_before(media: list[stored.Media]) -> list[stored.Media]:
    """All but the photo of what was made."""
    return [one for one in media if one.question != AFTER]

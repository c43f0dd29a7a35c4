"""A photo, or a point on the map, with nothing open, from somebody who sent an usulan not long ago: it is asked whether
it belongs to that one.
It waits in the question; on *Bukan* it goes the way that it would have gone, and begins another."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.flow.first_words import FEWEST_WORDS
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with
from bot.core.kinds.photos import is_picture
from bot.core.records import WITHDRAWN, Usulan
from bot.core.understanding.hamlets import tells_something
from bot.store.usulan import usulan as stored
from bot.work.answering import correcting, pictures, topics
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.visit import Visit

_LATELY = timedelta(days=2)
_POINT = "lokasi"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about."""
    if not isinstance(heard, Sent) or not (_is_picture(heard) or heard.point) or not has_consented(visit):
        return False
    found = await sent_last(visit)
    if found is None or nothing_open.is_plain(visit, heard) or _tells_another(visit, found, heard):
        return False
    number = visit.office.spoken_number(found)
    nothing_open.ask(
        visit, JOURNEY, heard, usulan=found.id, nomor=number, perihal=correcting.subject(visit.office, found)
    )
    return True


def _is_picture(heard: Sent) -> bool:
    return heard.file is not None and is_picture(heard.what, heard.file)


def _tells_another(visit: Visit, found: Usulan, heard: Sent) -> bool:
    """What stands under it is a story, or names a thing, of which this one says nothing. A voice may say it."""
    words, world = heard.caption or "", visit.office.catalog.world
    is_spoken = any("voice" in (found.answers.get(key) or {}) for key in ("cerita", "harapan"))
    shows = begun_with(words, world.afterwards["di_foto"]) != ""  # "ini tanda tangan warganya"
    tells = (not shows and len(words.split()) >= FEWEST_WORDS) or tells_something(words, world)
    return tells and not is_spoken and not topics.speaks_of(world, words, found)


async def sent_last(visit: Visit) -> Usulan | None:
    """Of the last days; None when there is none, or it was taken back."""
    newest = await visit.look_up(stored.of_person, visit.me.id, 1)
    lately = [one for one in newest if one.spoken_at > visit.now - _LATELY and one.status != WITHDRAWN]
    return next(iter(lately), None)


async def _add(visit: Visit, about: Mapping[str, Any]) -> Sequence[Typed | Sent] | None:
    """All pictures that came since go with the first, and the last point; what else was told goes on by itself."""
    words = nothing_open.words_put_by(about)
    photos = [one for one in words if isinstance(one, Sent) and _is_picture(one)]
    points = [one.point for one in words if isinstance(one, Sent) and one.point]
    if not await pictures.add(visit, about["usulan"], photos):
        return None
    found = await visit.ask_once(stored.to_change, about["usulan"]) if points else None
    if points and (found is None or found.status == WITHDRAWN or found.person_id != visit.me.id):
        return None
    if photos:
        visit.say("foto_ikut_tersimpan", nomor=about["nomor"], lalu="")
    if found is not None:
        await correcting.carry_out(visit, found, {_POINT: dict(zip(("lat", "lon"), points[-1], strict=True))})
    return [one for one in words if one not in photos and not (isinstance(one, Sent) and one.point)]


FORM = "foto_usulan_ini"
JOURNEY = nothing_open.whether(FORM, _add, "nomor", "perihal", nudged=True)

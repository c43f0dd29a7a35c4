"""A photo, a point on the map, or soon after also a voice, with nothing open, from somebody who sent an usulan not long
ago: it is asked whether it belongs to that one.
It waits in the question; on *Bukan* it goes the way that it would have gone, and begins another."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.flow.heard.first_words import FEWEST_WORDS
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.kinds.photos import is_picture
from bot.core.records import WITHDRAWN, Usulan
from bot.core.understanding.where.hamlets import tells_something
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.answering import adding, changing, correcting, naming, pictures, questions, topics
from bot.work.deciding import beside
from bot.work.people.people import has_consented
from bot.work.unprompted import nothing_open
from bot.work.usulan import withdrawn
from bot.work.visit import Visit

_LATELY, _SOON = timedelta(days=2), timedelta(hours=3)
_POINT, _FEWEST = "lokasi", 2  # words of a reply: one is a slip, or a yes


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about."""
    is_voice = isinstance(heard, Sent) and heard.what == "voice" and heard.file is not None
    if not isinstance(heard, Sent) or not (_is_picture(heard) or heard.point or is_voice) or not has_consented(visit):
        return False
    found = await sent_last(visit)
    if (
        found is None
        or (is_voice and found.spoken_at < visit.now - _SOON)
        or nothing_open.is_plain(visit, heard)
        or _tells_another(visit, found, heard)
    ):
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
    voices = [one for one in words if isinstance(one, Sent) and one.what == "voice"]
    if not await pictures.add(visit, about["usulan"], photos):
        return None
    found = await visit.ask_once(stored.to_change, about["usulan"]) if points or voices else None
    if (points or voices) and (found is None or found.status == WITHDRAWN or found.person_id != visit.me.id):
        return None
    if photos:
        visit.say("foto_ikut_tersimpan", nomor=about["nomor"], lalu="")
    if found is not None:
        for voice in voices:
            await put_with(visit, found, voice)
    if found is not None and points:
        await correcting.carry_out(visit, found, {_POINT: dict(zip(("lat", "lon"), points[-1], strict=True))})
    return [one for one in words if one not in (*photos, *voices) and not (isinstance(one, Sent) and one.point)]


# --- a reply to its receipt ------------------------------------------------------------------------------------------


async def hear_reply(visit: Visit, told: str, heard: Typed | Sent) -> bool:
    """`told`: the message of ours to which it is a reply. Where that tells of one usulan of theirs, as its receipt
    does, it is about that one, whatever else is open: what puts something right, or tells more."""
    if not has_consented(visit) or not naming.may_name(visit.office, told):
        return False
    mine = await withdrawn.others(visit)
    about = [one for one in mine if naming.named_in(visit.office, told, [one])]
    if len(about) != 1 or visit.office.catalog.danger.find(heard.text if isinstance(heard, Typed) else ""):
        return False
    before = conversation.open_conversation(visit)
    done = await (_take_words(visit, about[0], heard) if isinstance(heard, Typed) else put_with(visit, about[0], heard))
    if done and conversation.open_conversation(visit) is before:  # else something is asked about it
        await conversation.resume(visit)
    return done


async def _take_words(visit: Visit, one: Usulan, heard: Typed) -> bool:
    """What asks, greets or thanks adds nothing."""
    world, few = visit.office.catalog.world, len(heard.text.split()) < _FEWEST
    acts = visit.acts(heard.text, "idle")
    is_other = key_of(heard.text) in world.commands or (acts.done and not acts.left)
    if few or is_other or is_question(heard.text, world, free=False):
        return False
    if not await changing.put_right_in(visit, one, heard):
        await correcting.take(visit, one, adding.told_beside(one, heard.text))
    return True


async def put_with(visit: Visit, one: Usulan, heard: Sent) -> bool:
    """False for what is neither a picture nor a voice."""
    number = visit.office.spoken_number(one)
    if _is_picture(heard):
        if done := await pictures.add(visit, one.id, [heard]):
            visit.say("foto_ikut_tersimpan", nomor=number, lalu="")
        return done
    if heard.what != "voice" or heard.file is None:
        return False
    await beside.keep(visit, one, heard)
    told = visit.office.plain("suara_titipan", nomor=number)
    handed = await questions.hand_on(visit, told, one.desa) if one.read_at is not None else questions.Handed()
    visit.say("suara_ikut_tersimpan", nomor=number, kepada=handed.to)
    return True


FORM = "foto_usulan_ini"
JOURNEY = nothing_open.whether(FORM, _add, "nomor", "perihal", nudged=True)

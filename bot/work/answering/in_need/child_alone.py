"""A child who says that nobody grown up is there: the yes of a grown-up does not pass on the child's own word, and one
that was given so counts no more."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.names import is_young
from bot.core.records import WITHDRAWN
from bot.store.people import consents, waiting
from bot.store.usulan import usulan as stored
from bot.work.answering import questions
from bot.work.answering.gone import taking_back
from bot.work.people import ages, consent, first_words
from bot.work.people.people import awaits_guardian, has_consented
from bot.work.usulan import withdrawn
from bot.work.usulan.usulan import RECORDED
from bot.work.usulan.waiting import looked_at
from bot.work.visit import Visit

#: By this an usulan keeps that it is closed until somebody grown up agrees.
_WAITS = "menunggu_wali"
_FEW = 12  # words; what is longer tells something as well


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was said, and nothing else is answered."""
    if not isinstance(heard, Typed) or visit.grants:
        return False
    if awaits_guardian(visit):
        return await _while_awaited(visit, heard.text)
    is_said = ages.pressed_alone(visit.office, heard.text)
    is_child = is_young(visit.me.name) and has_consented(visit)
    if is_child and is_said and await visit.look_up(consents.last, visit.me.id) == consents.OF_GUARDIAN:
        await _close(visit)
        return True
    return is_child and ages.gives_up(visit.office, heard.text) and await taking_back.offer(visit, heard)


async def _while_awaited(visit: Visit, text: str) -> bool:
    if ages.gives_up(visit.office, text):
        consent.say_alone(visit, "izin_anak_batal")
        return True
    if not ages.is_alone(visit.office, text) and not ages.pressed_alone(visit.office, text):
        return False
    await first_words.keep(visit)
    consent.say_alone(visit, "izin_anak_sendiri")
    return True


def is_said(visit: Visit, heard: Heard) -> bool:
    """Of words that waited: those say that nobody is there, and are no story."""
    text = words_of(heard)
    is_alone = ages.is_alone(visit.office, text) or ages.pressed_alone(visit.office, text)
    return is_alone and len(text.split()) <= _FEW


async def is_alone(visit: Visit) -> bool:
    """Whether they said so, and nobody has come since: the button of a grown-up is pressed by a child's finger then."""
    return awaits_guardian(visit) and any(map(partial(_says_so, visit), await first_words.look_at(visit)))


async def come(visit: Visit) -> None:
    """*Sudah ada orang dewasa*."""
    told = await first_words.look_at(visit) if awaits_guardian(visit) else []
    waiting.keep(visit.turn, [raw["update_id"] for raw in told if not _says_so(visit, raw)])
    consent.ask(visit)


def _says_so(visit: Visit, raw: Mapping[str, Any]) -> bool:
    text = raw["message"].get("text", "") if "message" in raw else ""
    return ages.is_alone(visit.office, text) or ages.pressed_alone(visit.office, text)


async def _close(visit: Visit) -> None:
    """What was sent is read by nobody until somebody grown up agrees; whoever read there is asked to help."""
    number = to = ""
    for one in await withdrawn.others(visit):
        if one.locked_at is not None:
            continue
        number = visit.office.spoken_number(one)
        asked = visit.office.plain("anak_sendiri_ditanyakan", nomor=number)
        to = (await questions.hand_on(visit, asked, one.desa)).to or to
        async with visit.ask() as connection:
            await stored.take_back(connection, one.id)
            await stored.agree(connection, one.id, {**(one.agreed or {}), _WAITS: True})
        withdrawn.note(visit, one.id, one.read_by)
    consent.wait_for_guardian(visit)
    consent.say_alone(visit, "izin_anak_ditutup", nomor=number, kepada=to)


async def open_again(visit: Visit) -> None:
    """Somebody grown up has agreed: what was closed for want of it is read again."""
    for one in await visit.look_up(stored.of_person, visit.me.id):
        if one.status == WITHDRAWN and (one.agreed or {}).get(_WAITS):
            async with visit.ask() as connection:
                unread_at = looked_at(visit.office, one.spoken_at) if one.read_at is None else None
                await stored.bring_back(connection, one.id, RECORDED, unread_at)
                await stored.agree(connection, one.id, {**(one.agreed or {}), _WAITS: False})
            visit.say("usulan_jadi_kembali_selesai", nomor=visit.office.spoken_number(one), pembaca="")

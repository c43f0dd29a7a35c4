"""A word to a proposer that asks nothing, of whoever reads their usulan ("bilang sama ibu sitti besok saya datang"), or
a reply to a letter about one. It is shown with whom it goes to; after a yes it is sent, and kept at the usulan."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.writing import begun_politely, begun_with, is_question, key_of
from bot.core.records import Usulan
from bot.store.people import people, speakers
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.deciding import asking_by_words, told_by_words
from bot.work.people import first_words
from bot.work.reading import lines, lists, named, pointing
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.usulan import quoted
from bot.work.visit import Journey, Visit

LETTER = "k:balas:"  # how the button below such a word begins
_FEWEST, _REPLY, _OWN = 2, 4, "balas"  # words; words of a reply
_SMALL_TALK = frozenset({"terima_kasih", "salam", "basa_basi", "ya", "nanti"})


async def take(visit: Visit, heard: Heard) -> bool:
    """False where nobody is named who brought anything here."""
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants):
        return False
    persons, stranger, words = await _read(visit, heard.text)
    several = next((found for found in persons if len(found) > 1), None)
    if stranger:
        visit.say("kata_tanpa_usulan", nama=stranger)
    elif several is not None:
        await _show_first(visit, "kata_usulan_mana", several, words)
    elif persons:
        await _show_first(visit, "kata_kepada", [one for (one,) in persons], words)
    return bool(persons or stranger)


async def is_said(visit: Visit, text: str) -> bool:
    """Whether somebody is named who is to be told; whom nobody here knows is no reason to leave what is being told."""
    return allowed(button("u"), visit.grants) and bool((await _read(visit, text))[0])


async def hear_reply(visit: Visit, told: str, keys: Sequence[str], heard: Heard) -> bool:
    """What is no question and no order, in reply to a letter of ours about one usulan (`told`, `keys`)."""
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants) or not await _is_word(visit, heard):
        return False
    carried = (part for data in keys if data.startswith("u:") for part in data.split(":")[2:3])
    ids = {which for part in carried if (which := whole(part)) is not None}
    found = [one for which in ids if (one := await lists.readable(visit, which)) is not None] if len(ids) == 1 else []
    numbers = named.listed(visit, told) if not found else []
    if len(numbers) == 1 and (one := await named.of_number(visit, numbers[0])) is not None:
        found = [one]
    if not found or found[0].person_id == visit.me.id:
        return False
    await offer(visit, found[0], heard.text)
    return True


async def offer(visit: Visit, one: Usulan, words: str) -> None:
    """Whether these words are to go to whoever brought this one."""
    await _show_first(visit, "kata_kepada", [one], words)


async def _is_word(visit: Visit, heard: Typed) -> bool:
    if len(heard.text.split()) < _REPLY or is_question(heard.text, visit.office.catalog.world, free=False):
        return False
    if visit.office.catalog.danger.find(heard.text) or await told_by_words.is_said(visit, heard.text):
        return False
    is_order = {act.name for act in visit.acts(heard.text, "work").done} - _SMALL_TALK
    return not is_order and await pointing.meant(visit, heard) is None


async def _read(visit: Visit, text: str) -> tuple[list[list[Usulan]], str, str]:
    """What each who is named has brought; who is named and has brought nothing here; what they are to be told."""
    words = visit.office.catalog.world.asking_proposers
    rest = text[len(begun := begun_politely(text, visit.office.catalog.world, words["beri_tahu"])) :]
    if not begun:
        return await asking_by_words.of_decided(visit, text)
    address = visit.office.catalog.world.spellings.names.address
    rest = rest[len(to := begun_with(rest, words["kepada"])) :]
    rest = rest[len(begun_with(rest, address)) :]
    persons, stranger, said, _ = await asking_by_words.addressed(visit, rest)
    said = said[len(begun_with(said, words["bahwa"])) :]
    if persons and len(said.split()) < _FEWEST:
        return [], "", ""
    is_addressed = bool(to) or not words["kepada"].isdisjoint(key_of(begun).split())  # "teruskan ke"
    unknown = _unknown(visit, rest) if is_addressed and not persons and not stranger else ""
    return [asking_by_words.speaking_of(visit, found, said) for found in persons], stranger or unknown, said


def _unknown(visit: Visit, rest: str) -> str:
    """A name behind "bu", with something to tell them; empty for whatever else one may speak to."""
    spoken, world = rest.split(), visit.office.catalog.world
    name = spoken[0].strip(",:.") if len(spoken) > _FEWEST else ""
    is_known = world.ear is None or world.ear.knows(name) or key_of(name) in world.oneself
    return name.capitalize() if name.isalpha() and not is_known else ""


async def _show_first(visit: Visit, sentence: str, found: Sequence[Usulan], words: str) -> None:
    yes = visit.text("kata_tombol_kirim") if sentence == "kata_kepada" else ""
    keys = asking_by_words.keys_to_send(visit, "kirimkata", found, yes)
    visit.say(sentence, keys, usulan=await asking_by_words.shown_to(visit, found), isi=words)


async def send(visit: Visit, said_in: int, which: str) -> None:
    """*Ya, sampaikan*: what was typed then, to whoever brought that one, or to all who were shown."""
    told = await first_words.told_in(visit, said_in)
    text = told.get("text", "") if told else ""
    persons, _, words = await _read(visit, text)
    found = [one for each in persons for one in each]
    if (chosen := whole(which)) is not None:
        one = await lists.readable(visit, chosen)
        found, words = [one] if one is not None else [], words if persons else text
    elif any(len(each) > 1 for each in persons):
        found = []
    if not found or not words:
        visit.stale()
        return
    await visit.settle(f"u:kirimkata:{said_in}:")
    for one in found:
        await _send(visit, one, words)


async def _send(visit: Visit, one: Usulan, words: str) -> None:
    """Whoever has no telephone here is told in person, by whoever wanted it."""
    event = events.note(visit.turn, one.id, events.WORD, isi=words)
    proposer = await visit.ask_once(speakers.whom_to_tell, one.id)
    told: dict[str, Any] = {"nomor": visit.office.spoken_number(one), "isi": words}
    if proposer is None:
        visit.say("kata_langsung", siapa=await lines.speaker_name(visit, one), **told)
        return
    address, name = proposer
    letter = told | {"ringkas": quoted(visit.office, one.answers), "siapa": visit.me.name}
    keys = keyboard([(visit.text("kata_tombol_balas"), press("k", _OWN, event))])
    visit.tell(address, one.person_id, visit.text("kata_pembaca", nama=name, **letter), more={"reply_markup": keys})
    visit.say("kata_dikirim", siapa=lines.called(visit, one, name), **told)


# --- answered back ---------------------------------------------------------------------------------------------------


async def begin_answer(visit: Visit, event: int) -> None:
    """*Balas*."""
    if await _own(visit, event) is None:
        visit.stale()
    else:
        conversation.start(visit, JOURNEY, about={"kata": event})


async def take_answer(visit: Visit, keys: Sequence[str], heard: Heard) -> bool:
    """A reply to the letter itself."""
    data = next((data for data in keys if data.startswith(LETTER)), "")
    event = whole(data.rpartition(":")[2])
    return event is not None and isinstance(heard, Typed) and await _answer(visit, event, heard.text)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    if not await _answer(visit, state.about["kata"], state.answers["isi"].value["text"]):
        visit.say("klarifikasi_tidak_bisa")
    await conversation.resume(visit)


async def _own(visit: Visit, event: int) -> tuple[Usulan, int | None] | None:
    """The usulan of theirs to which this word belongs, and by whom it is."""
    async with visit.ask() as connection:
        usulan_id, by = await events.whose(connection, event) or (0, None)
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        one = await stored.by_id(connection, usulan_id) if is_mine else None
    return None if one is None else (one, by)


async def _answer(visit: Visit, event: int, words: str) -> bool:
    """To whoever wrote, and kept at the usulan."""
    own = await _own(visit, event)
    if own is None:
        return False
    one, by = own
    reader = await visit.ask_once(people.named, by)
    number = visit.office.spoken_number(one)
    events.note(visit.turn, one.id, events.WORD, isi=words)
    if reader is not None:
        by_whom = visit.text("tanpa_nama") if one.unnamed else visit.me.name
        letter = visit.text("kata_dibalas", nama=reader.name, siapa=by_whom, nomor=number, isi=words)
        key = keyboard([(visit.text("tombol_baca", nomor=number), press("u", "lihat", one.id))])
        visit.tell(reader.address, reader.id, letter, more={"reply_markup": key})
    visit.say("kata_balasan_terkirim", siapa=reader.name if reader is not None else "", nomor=number)
    return True


JOURNEY = Journey("balas_kata", finish)

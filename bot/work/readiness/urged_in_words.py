"""*Ingatkan* in words: "ingatkan bu salma supaya undangannya dibereskan". It is shown with whom it goes to, and after a
yes it goes to that one alone, in their hours and their day's budget."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_politely, begun_with, key_of
from bot.core.spelt import either
from bot.store.people.people import Holder
from bot.work.access import allowed, command
from bot.work.people import first_words
from bot.work.readiness import reminding, urged_undated
from bot.work.roles import by_name
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

_NAMED, _FEWEST, _LONGEST = 4, 2, 300  # words in which the name stands; words of a message; characters
_WHOM = 7  # words of an order that only says for whom: "tolong kirim pesan ke ibu Ratna"


async def take(visit: Visit, heard: Heard) -> bool:
    """Of several who are called so it is asked who. Without anything to tell them it is what is outstanding there."""
    if not isinstance(heard, Typed) or not allowed(command("kesiapan"), visit.grants):
        return False
    if "?" in heard.text:  # "bilang ke Ratna, kapan …?": nothing but what is closed off behind a name is a message
        return is_closed_off(visit, heard.text) and await _offer(visit, *await _read(visit, heard.text))
    if await _remind_each(visit, heard.text):
        return True
    found, words = await _read(visit, heard.text)
    if not found and urged_undated.is_meant(visit, heard.text):
        await urged_undated.ask(visit, heard)
        return True
    if len(found) == 1 and len(words.split()) < _FEWEST:
        await reminding.remind(visit, found[0].scope)
        return True
    return await _offer(visit, found, words)


async def _offer(visit: Visit, found: Sequence[Holder], words: str) -> bool:
    yes = visit.text("tombol_ingatkan_ya")
    each = [(one.name if len(found) > 1 else yes, press("r", "pesan", visit.heard_in, one.id)) for one in found]
    name = found[0].name if len(found) == 1 else ""
    if found:
        no = (visit.text("tombol_tidak_jadi"), "o:batal")
        visit.say("ingatkan_kata", keyboard(*([key] for key in each), [no]), nama=name, kata=words)
    return bool(found)


def is_closed_off(visit: Visit, text: str) -> bool:
    """ "Bilang ke bu Ratna, daftar hadirnya belum masuk": whom it is for stands alone before a comma or a colon."""
    whom, mark, said = re.split(r"([,:])", text, maxsplit=1) if re.search("[,:]", text) else (text, "", "")
    world = visit.office.catalog.world
    if not mark or len(whom.split()) > _WHOM or len(said.split()) < _FEWEST:
        return False
    lead = begun_politely(whom, world, world.urging["kata"])
    return bool(lead and whom[len(lead) :].strip())


async def is_addressed(visit: Visit, text: str) -> bool:
    """The same of somebody who is named first: "sampaikan ke bu Ratna kalau daftar hadirnya belum masuk"."""
    world = visit.office.catalog.world
    rest = text[len(begun_politely(text, world, world.urging["kata"])) :]
    beside = world.urging["kepada"] | world.oneself
    first = next((word for word in re.findall(r"[\w'’-]+", rest) if key_of(word) not in beside), "")
    found, words = await _read(visit, text)
    return len(words.split()) >= _FEWEST and any(key_of(first) in key_of(one.name).split() for one in found)


async def is_said(visit: Visit, text: str) -> bool:
    """Whether somebody who works here is named, and what they are to be told."""
    found, words = await _read(visit, text) if allowed(command("kesiapan"), visit.grants) else ([], "")
    return bool(found) and len(words.split()) >= _FEWEST


async def _remind_each(visit: Visit, text: str) -> bool:
    """ "Ingatkan pak basri dan bu nurlina dong": nothing but several names, of what is outstanding there."""
    world, joins = visit.office.catalog.world, visit.office.catalog.world.guests_said["dan"]
    lead = begun_politely(text, world, world.urging["kata"])
    parts = re.split(rf",|\s(?:{either(joins)})\s", text[len(lead) :], flags=re.IGNORECASE) if lead else []
    if len(parts) < _FEWEST:
        return False
    each = [await _read(visit, f"{lead} {part}") for part in parts]
    if not all(len(found) == 1 and len(words.split()) < _FEWEST for found, words in each):
        return False
    for found, _ in each:
        await reminding.remind(visit, found[0].scope)
    return True


async def _read(visit: Visit, text: str) -> tuple[list[Holder], str]:
    """Who is named right behind the word that asks for it, and what they are to be told."""
    world, words = visit.office.catalog.world, text.split()
    lead = begun_politely(text, world, world.urging["kata"])
    named = words[len(lead.split()) :] if lead else []
    while named and key_of(named[0]) in world.urging["kepada"]:
        named = named[1:]
    found = await by_name.found(visit, " ".join(named[:_NAMED]), upwards=True) if named else []
    called = {part for one in found for part in key_of(one.name).split()} | world.oneself | world.guests_said["dan"]
    while named and key_of(named[0]).strip(":") in called:
        named = named[1:]
    said = " ".join(named)
    return found, said[len(begun_with(said, world.asking_proposers["bahwa"])) :][:_LONGEST]


async def send(visit: Visit, said_in: int, person: int) -> None:
    """*Ya, kirim*: what was typed then, to this one of those who were named; all of it where nobody said that it is a
    message."""
    told = await first_words.told_in(visit, said_in)
    text = told.get("text", "") if told else ""
    found, words = await _read(visit, text)
    if not found:
        found, words = await by_name.found(visit, text, upwards=True), text[:_LONGEST]
    one = next((one for one in found if one.id == person), None)
    if one is None:
        visit.stale()
    else:
        await reminding.urge(visit, one.scope, (one.id, one.name), words)

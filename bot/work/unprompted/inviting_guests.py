"""Guests of a meeting, said where nothing of it stands: "undang tamu musrenbang: 1. …", "mau undang tamu". With a
meeting ahead they are its guests, and nobody is invited to use this bot."""

import re
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.hall.guest_lines import is_marked
from bot.core.hall.guests import OTHERS, guests_of
from bot.core.places.spelling import fold
from bot.core.spelt import either
from bot.core.understanding.name_words import is_plain as is_plain_word
from bot.core.understanding.name_words import may_be_name
from bot.core.wilayah import lies_in_any
from bot.store.calendar.occasions import Occasion
from bot.work import home
from bot.work.access import allowed, button, may_act
from bot.work.calendar import pages, stated
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.hall import hub, past
from bot.work.hall.invited import guest_lists, guests, guests_answered
from bot.work.hall.meeting import FAMILY, Hall, enter
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

_FEWEST, _LONGEST_NAME, _SHORT_NAME, _LONGEST_LEAD = 3, 5, 3, 7  # words
_HELD = 50  # meetings back
_HOW_MANY = re.compile(r"^\s*\d+\s+\w+\s*:")  # "2 orang:"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether the list was read, or the screen of the guests is shown."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    begun = begun_with(heard.text, visit.office.catalog.world.inviting["tamu"]) or _lead_of(visit, heard.text)
    named = "" if begun else _invited_to_meeting(visit, heard.text) or _listed_below(visit, heard.text)
    plain = "" if begun or named else _plainly_invited(visit, heard.text)
    is_closed = bool(begun) and ":" in heard.text[len(begun) :]  # "undang tamu musrenbang: pak Amir …"
    named = named or plain or ("" if is_closed else _invited_too(visit, heard.text))
    if not (begun or named) or is_question(heard.text, visit.office.catalog.world, free=False):
        return False
    is_role = not visit.office.catalog.world.ending["tugas"].isdisjoint(heard.text.lower().split())
    to_meeting = _invited_to_meeting(visit, heard.text) or (begun if _names_meeting(visit, begun) else "")
    if is_role and not to_meeting:
        return False  # "tambah undangan pak amir fasilitator Boiya"
    found = await _those_ahead(visit, heard.text)
    if plain and len(found) > 1:
        rows = [[(past.label(visit, one), press("j", "tamu", one.id, visit.heard_in))] for one in found]
        visit.say("rapat_tamu_pertemuan", keyboard(*rows), kata=plain)
        return True
    hall = await enter(visit, found[0].id) if found else None
    if hall is None:
        if not found and (to_meeting or plain):
            await hub.say_none(visit)
        return bool(to_meeting or plain)
    names = named or _names_in(visit, heard.text[len(begun) :])
    if names:
        await guest_lists.show_told(visit, hall.id, replace(heard, text=names))
    else:
        await guests.show(hall, [])
    return True


async def invite_to(visit: Visit, occasion_id: int, heard: Heard) -> None:
    """*Musdes …*, where it was asked to which of several."""
    hall = await enter(visit, occasion_id)
    names = _plainly_invited(visit, heard.text) if isinstance(heard, Typed) else ""
    if hall is None or not names or not isinstance(heard, Typed):
        visit.stale()
    else:
        await guest_lists.show_told(visit, hall.id, replace(heard, text=names))


def is_plain(visit: Visit, text: str) -> bool:
    return allowed(button(FAMILY), visit.grants) and bool(_plainly_invited(visit, text) or _invited_too(visit, text))


def _plainly_invited(visit: Visit, text: str) -> str:
    """ "Undang pak Mansur imam desa sama ibu Hasnah kader posyandu": several, or one who is told by what he is there;
    empty where somebody is to be something here."""
    words = _behind_order(visit, text.strip(" .!"))
    if not words or not visit.office.catalog.world.inviting["sebagai"].isdisjoint(map(key_of, words)):
        return ""
    names = guests_answered.without_meeting(visit, " ".join(words))
    found, refused = guests_of(visit.office.catalog.world.spellings.guests).read_list(names)
    is_told = len(found) > 1 or any(one.speaks_for for one in found)
    is_short = all(len(one.name.split()) <= _LONGEST_NAME for one in found)
    return names if is_told and is_short and not refused and _begins_with_somebody(visit, names) else ""


def _behind_order(visit: Visit, text: str) -> list[str]:
    """The words behind "tolong undang"; none where nobody is to be invited."""
    inviting, words = visit.office.catalog.world.inviting, text.split()
    while words and key_of(words[0]) in inviting["penuh"]:
        words = words[1:]
    return words[1:] if words and key_of(words[0]) in inviting["undang"] else []


def _names_meeting(visit: Visit, text: str) -> bool:
    return bool(text) and bool(kinds_in(meetings(visit.office, visit.grants), text))


async def _those_ahead(visit: Visit, text: str) -> list[Occasion]:
    """The meeting that is named, else those in which they may act, the next first."""
    begins = pages.day_begins(visit.office, visit.now)
    found = await home.meetings(visit, begins, begins + guests_answered.AHEAD, stated.places_in(visit, text))
    theirs = [one for one in found if may_act(button(FAMILY), visit.grants, one.wilayah)]
    kinds = kinds_in(meetings(visit.office, visit.grants), text)
    return [one for one in theirs if one.kind in kinds] or theirs


def _invited_to_meeting(visit: Visit, text: str) -> str:
    """ "Undang bu sitti sama bu hawa ke musrenbang": who stands before the meeting; empty where nobody does, and where
    they are to be something here."""
    words = _behind_order(visit, text)
    if len(words) < _FEWEST:
        return ""
    leads = visit.office.catalog.world.inviting["ke_acara"]
    to = next((at for at in range(1, len(words)) if key_of(words[at]) in leads), len(words))
    names_one = _names_meeting(visit, " ".join(words[to + 1 :]))
    return " ".join(words[:to]) if names_one and _begins_with_somebody(visit, " ".join(words[:to])) else ""


def _lead_of(visit: Visit, text: str) -> str:
    """ "Undangannya ini:", before those who are named; empty where more stands before the colon."""
    inviting, (lead, colon, _) = visit.office.catalog.world.inviting, text.partition(":")
    words = key_of(lead).split()
    known = names_of(meetings(visit.office, visit.grants))
    left = [key_of(word) for word in stated.named(visit, lead).rest.split() if fold(word) not in known]
    if not colon or inviting["ini_tamu"] & {key_of(lead), " ".join(left)}:  # "daftar undangan Tuncung:"
        return lead if colon else ""
    is_short = 1 < len(words) <= _LONGEST_LEAD
    is_order = is_short and words[0] in inviting["undang"] and words[1] in inviting["ke_acara"]
    return lead if is_order and _names_meeting(visit, lead) else ""


def _invited_too(visit: Visit, text: str) -> str:
    """ "Bu sanna juga diundang ke musrenbang", "tambahkan lagi pak kadir", "undang juga Rosdiana bidan, pak Tamrin":
    who it is; empty where nobody is."""
    inviting, words = visit.office.catalog.world.inviting, text.split()
    lead = begun_with(text, inviting["tambah"] - inviting["undang"] | inviting["lagi"])
    rest = _HOW_MANY.sub("", text[len(lead) :]).strip()
    if lead and _is_addressed(visit, key_of((rest.split() or [""])[0])):
        return rest
    if lead and (lines := _several_in(visit, rest)):
        return lines
    if lead and _begins_with_somebody(visit, guests_answered.without_meeting(visit, rest)):
        return rest
    spoken = [key_of(word) for word in words]
    at = next((at for at in range(2, len(spoken)) if spoken[at] in inviting["juga"] | inviting["diundang"]), None)
    if at is None or not _is_addressed(visit, spoken[0]) or at > _LONGEST_NAME:
        return ""
    is_said = all(not known.isdisjoint(spoken[at:]) for known in (inviting["juga"], inviting["diundang"]))
    return " ".join(words[:at]) if is_said else ""


def _several_in(visit: Visit, text: str) -> str:
    """A line each, where behind the first of them others are addressed; empty where anything else is told."""
    words = visit.office.catalog.world.spellings.guests
    address = either((*words.woman, *words.man))
    lines = re.sub(rf"\s*(?:,|\s(?:{either(words.join)})\s)\s*(?=(?:{address})\s)", "\n", text, flags=re.IGNORECASE)
    found, refused = guests_of(words).read_list(lines)
    is_list = "\n" in lines and not refused and all(len(one.name.split()) <= _SHORT_NAME for one in found)
    return lines if is_list else ""


def _listed_below(visit: Visit, text: str) -> str:
    """The lines below "assalamualaikum, ini yg sy mau undang rapat:"; empty where that leads to no list."""
    lines, invited = text.strip().splitlines(), visit.office.catalog.world.inviting["diundang"]
    marked = [at for at, line in enumerate(lines) if is_marked(line)]
    colons = [at + 1 for at, line in enumerate(lines) if line.rstrip().endswith(":")]
    at = marked[0] if len(marked) > 1 else next(iter(colons), _below_heading(visit, lines))
    lead = {*re.findall(r"\w+", " ".join(lines[:at]).lower())}
    is_of_guests = lead.isdisjoint(visit.office.catalog.world.ending["tugas"]) and not lead.isdisjoint(invited)
    return "\n".join(lines[at:]) if is_of_guests and len(lines) - at > 1 else ""


def _below_heading(visit: Visit, lines: list[str]) -> int:
    """Where people begin without any mark before them: two at least are addressed, and none is nobody."""
    if _is_addressed(visit, lines[0].partition(" ")[0]):
        return 0
    found, refused = guests_of(visit.office.catalog.world.spellings.guests).read_list("\n".join(lines[1:]))
    return int(not refused and sum(one.is_woman is not None for one in found) > 1)


def _is_addressed(visit: Visit, word: str) -> bool:
    """ "Bu", "pak": behind it stands a name."""
    return guests_of(visit.office.catalog.world.spellings.guests).gender_in(f"{word} X") is not None


def _begins_with_somebody(visit: Visit, names: str) -> bool:
    """ "Pak …"; or a name, with what they are: "Aco wakil pemuda"."""
    first, world = key_of((names.split() or [""])[0]), visit.office.catalog.world
    if _is_addressed(visit, first):
        return True
    found, refused = guests_of(world.spellings.guests).read_list(names)
    is_told = bool(found) and not refused and (bool(found[0].speaks_for) or found[0].element != OTHERS)
    return is_told and may_be_name(world, first) and not is_plain_word(world, first)


async def ask_who_has_not(visit: Visit, heard: Typed) -> bool:
    """Of which guests nobody knows whether they come: those of the meeting that is ahead, these first."""
    hall = await _hall_ahead(visit, heard)
    if hall is not None:
        await guests.tell_answers(hall)
    return hall is not None


async def tell_absent(visit: Visit, heard: Typed) -> bool:
    """ "Siapa yang diundang tapi tidak datang?": of the meeting that is named, else of the last that had a list; before
    it, who cannot come."""
    held = await past.held(visit, 0, _HELD) if allowed(button(FAMILY), visit.grants) else []
    kinds, places = kinds_in(meetings(visit.office, visit.grants), heard.text), stated.places_in(visit, heard.text)
    there = [one for one in held if not places or lies_in_any(one.wilayah, places)]
    over = [one for one in there if not kinds or one.kind in kinds]
    hall = await enter(visit, (await guests_answered.likeliest(visit, over)).id) if over else None
    if hall is None:
        return await ask_who_has_not(visit, heard)
    await guests.tell_absent(hall)
    return True


async def show_invited(visit: Visit, heard: Typed) -> bool:
    """ "Siapa saja yang diundang?": the list of the meeting that is named, else of the next."""
    hall = await _hall_ahead(visit, heard)
    if hall is not None:
        await guests.show(hall, [])
    return hall is not None


async def show_ahead(visit: Visit, heard: Typed) -> bool:
    """ "Undang kepala desa se kecamatan ke musrenbang", "undangannya sampai bagaimana?": where guests are invited, or
    that no meeting stands there."""
    if not speaks_of_guests(visit, heard.text):
        return False
    if not await show_invited(visit, heard):
        await hub.say_none(visit)
    return True


def speaks_of_guests(visit: Visit, text: str) -> bool:
    world, spoken = visit.office.catalog.world, {*re.findall(r"\w+", text.lower())}
    others = world.inviting["bukan_tamu"] | world.ending["tugas"]
    is_said = others.isdisjoint(spoken) and not world.inviting["diundang"].isdisjoint(spoken)
    return is_said and allowed(button(FAMILY), visit.grants)


async def _hall_ahead(visit: Visit, heard: Typed) -> Hall | None:
    found = await _those_ahead(visit, heard.text) if allowed(button(FAMILY), visit.grants) else []
    return await enter(visit, (await guests_answered.likeliest(visit, found)).id) if found else None


def _names_in(visit: Visit, text: str) -> str:
    """Behind the colon, or all of it that is more than the meeting's name; empty where nobody is named."""
    _, colon, behind = text.partition(":")
    told = behind if colon else text
    found, _ = guests_of(visit.office.catalog.world.spellings.guests).read_list(told)
    first = key_of(told.split(maxsplit=1)[0]) if told.strip() else ""
    is_list = bool(colon) or "\n" in text or "," in text or _is_addressed(visit, first)
    return told.strip() if found and is_list else ""

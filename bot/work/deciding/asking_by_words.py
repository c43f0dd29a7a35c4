"""A question to a proposer, typed by whoever reads their usulan: "tanya jumadi berapa panjang jalannya", "tanyakan ke
maiwa 3 sumurnya di mana". It is shown with whom it goes to, and after a yes it goes the way of *Tanya hal lain*."""

import re

from bot.core.forms.heard import Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.store.people import people
from bot.store.usulan import usulan
from bot.work.access import allowed, button
from bot.work.answering import topics
from bot.work.deciding import clarifying
from bot.work.people import first_words
from bot.work.reading import lines, named, screen
from bot.work.saying.keyboard import keyboard, number, press
from bot.work.usulan import asked, kabar
from bot.work.visit import Visit

_FEWEST = 2  # words of a question
_NUMBERED = re.compile(r"(?P<number>(?P<kecamatan>\D{3,30}?)\s*\d{1,5})(?:\s*[:,]\s*|\s+)(?P<rest>.+)", re.DOTALL)


async def heed(visit: Visit, heard: Typed) -> bool:
    """False where nobody is named whose usulan they read: it may be a question to us, or to a trainer."""
    words = visit.office.catalog.world.asking_proposers
    if (begun := begun_with(heard.text, words["jawaban"])) and allowed(button("u"), visit.grants):
        world, asked_for = visit.office.catalog.world, heard.text[len(begun) :].rstrip(" ?").split()
        beside = world.asking_at_last | world.pointing["di_belakang"]  # "sdh dijawab sitti kah"
        return await _show_answer(visit, " ".join(word for word in asked_for if key_of(word) not in beside))
    if (asked_of := _how_far(visit, heard.text)) and allowed(button("u"), visit.grants):
        return await _show_how_far(visit, asked_of)
    chosen, stranger, question = await _read(visit, heard.text)
    several = next((about for about in chosen if len(about) > 1), None)
    if stranger:
        visit.say("klarifikasi_tanpa_usulan", nama=stranger)
    elif several is not None:
        await _show_first(visit, "klarifikasi_usulan_mana", several, question)
    elif chosen and len(question.split()) < _FEWEST:
        await clarifying.choose(visit, chosen[0][0].id)
    elif chosen:
        await _show_first(visit, "klarifikasi_kepada", [one for (one,) in chosen], question)
    return bool(chosen or stranger)


async def is_said(visit: Visit, text: str) -> bool:
    """Whether somebody is named who is to be asked."""
    chosen, stranger, _ = await _read(visit, text)
    return bool(chosen or stranger)


async def _read(visit: Visit, text: str) -> tuple[list[list[Usulan]], str, str]:
    """About which usulan each who is named may be asked; who is named and has brought nothing here; the question."""
    words = visit.office.catalog.world.asking_proposers
    rest = text[len(begun := begun_with(text, words["kata"])) :]
    if not begun or not allowed(button("u"), visit.grants):
        return [], "", ""
    persons, stranger, question = await _persons(visit, rest[len(begun_with(rest, words["kepada"])) :])
    return [_about(visit, found, question) for found in persons], stranger, question


async def _show_first(visit: Visit, sentence: str, found: list[Usulan], question: str) -> None:
    """Before it goes: to whom, about what, in which words; or to which of these it is to go."""
    said_in = visit.turn.update_id if visit.said_in is None else visit.said_in
    told = [named.line(visit, one) | {"siapa": await whose(visit, one)} for one in found]
    yes = [(visit.text("klarifikasi_tombol_kirim"), press("u", "kirimtanya", said_in, clarifying.NONE))]
    each = [
        [(shown["nomor"], press("u", "kirimtanya", said_in, one.id))] for shown, one in zip(told, found, strict=True)
    ]
    rows = [yes] if sentence == "klarifikasi_kepada" else each
    no = [(visit.text("tombol_tidak_jadi"), "o:batal")]
    visit.say(sentence, keyboard(*rows, no), usulan=told, tanya=question)


async def whose(visit: Visit, one: Usulan) -> str:
    """Whom it is asked."""
    if one.speaker_id is not None:
        return await lines.speaker_name(visit, one)
    return lines.called(visit, one, await visit.look_up(people.name_of, one.person_id))


async def send(visit: Visit, said_in: int, which: str) -> None:
    """*Ya, tanyakan*: what was typed then, about that one, or about all that were shown."""
    told = await first_words.told_in(visit, said_in)
    chosen, _, question = await _read(visit, told["text"]) if told and "text" in told else ([], "", "")
    one_of_several = number(which)
    found = [one for about in chosen for one in about if one_of_several in (None, one.id)]
    if not found or (one_of_several is None and len(found) > len(chosen)):
        visit.stale()
        return
    for one in found:
        await clarifying.ask_in_words(visit, one.id, _field(visit, one, question), question)


async def _show_answer(visit: Visit, name: str) -> bool:
    """ "Apa jawaban sudirman": the usulan about which they were asked, with what they said; False where there is none
    of that name, and where more is said."""
    found, behind = await named.of_person(visit, name, asked.can_be_asked) or ([], name)
    if not found or behind:
        return False
    await screen.show(visit, found[0].id)
    return True


def _how_far(visit: Visit, text: str) -> str:
    """Of whose, or which, usulan it is asked how far it is; "ada warga namanya sitti tanya sampai mana usulannya"."""
    words, text = visit.office.catalog.world.asking_proposers, text.rstrip(" ?")
    if begun := begun_with(text, words["sampai_mana"]):
        return text[len(begun) :]
    spoken = [key_of(word) for word in text.split()]
    asks = any(f" {phrase} " in f" {' '.join(spoken)} " for phrase in words["di_mana"])
    name_at = max((at + 1 for at, word in enumerate(spoken) if word in words["bernama"]), default=0)
    return " ".join(text.split()[name_at:]) if asks else ""


async def _show_how_far(visit: Visit, rest: str) -> bool:
    """ "Sampai mana usulan sitti jalan tani": of several that which is meant is asked; False where nobody is named
    whose usulan they read."""
    found, behind = await named.of_person(visit, rest) or ([], "")
    found = found or await named.in_words(visit, rest)
    about = _about(visit, found, behind) if behind else found
    if about:
        await named.show(visit, about)
    return bool(about)


def _about(visit: Visit, found: list[Usulan], question: str) -> list[Usulan]:
    return [one for one in found if topics.speaks_of(visit.office.catalog.world, question, one)] or found


async def _persons(visit: Visit, rest: str) -> tuple[list[list[Usulan]], str, str]:
    """What each who is named has brought ("baso sama yusuf"), who is named and has brought nothing here, and the
    question. Words that no example has may be a name."""
    persons: list[list[Usulan]] = []
    joined, kecamatan = "", ""
    while not persons or joined:
        numbered = _NUMBERED.match(f"{kecamatan} {rest}" if rest[:1].isdecimal() else rest)  # "maiwa 2 dan 1"
        of_number = await _of_number(visit, numbered)
        found, behind = of_number or await named.of_person(visit, rest, asked.can_be_asked) or ([], "")
        if not found and of_number is not None:
            return [], "", ""
        if not found:
            stranger = _stranger(visit, rest)
            return ([], stranger, "") if stranger else (persons, "", f"{joined}{rest}")
        kecamatan = numbered["kecamatan"] if numbered else kecamatan
        persons.append(found)
        joined = begun_with(behind, visit.office.catalog.world.asking_proposers["dan"])
        rest = behind[len(joined) :]
    return persons, "", rest


def _stranger(visit: Visit, text: str) -> str:
    """Somebody of whom it is asked, as "Fitri" in "fitri berapa panjangnya"; empty where that is no name."""
    name, _, behind = text.strip().partition(" ")
    world, bare = visit.office.catalog.world, name.strip(",:.")
    is_known = world.ear is None or world.ear.knows(bare) or bare.lower() in world.oneself
    parts = (behind, behind.partition(" ")[2])  # "hawa pipanya berapa meter"
    asks = any(key_of(part).startswith(world.asking) and len(part.split()) >= _FEWEST for part in parts)
    return bare.capitalize() if asks and bare.isalpha() and not is_known else ""


async def _of_number(visit: Visit, told: re.Match[str] | None) -> tuple[list[Usulan], str] | None:
    named_so = kabar.number_in(visit.office, told["number"]) if told is not None else None
    if told is None or named_so is None:
        return None
    same = await visit.look_up(usulan.of, named_so.kecamatan, named_so.serial)
    found = [one for one in same if named_so.year in (None, one.year) and asked.can_be_asked(one)]
    return found[:1], told["rest"].strip()


def _field(visit: Visit, one: Usulan, question: str) -> str:
    """Of which of its answers it asks; none in particular where no one alone is named."""
    ear = visit.office.catalog.ear
    named = {name.partition(".")[0] for name in ear.named(question)} if ear is not None else set()
    known = named & {each.key for each in asked.fields(visit.office, one.answers)}
    return known.pop() if len(known) == 1 else clarifying.NONE

"""A question to a proposer, typed by whoever reads their usulan: "tanya jumadi berapa panjang jalannya", "tanyakan ke
maiwa 3 sumurnya di mana". It goes the way of *Tanya hal lain*, and is taken back with a tap."""

import re

from bot.core.forms.heard import Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.store.usulan import numbers
from bot.work.access import allowed, button
from bot.work.answering import topics
from bot.work.deciding import clarifying
from bot.work.reading import named, screen
from bot.work.usulan import asked, kabar
from bot.work.visit import Visit

_FEWEST = 2  # words of a question
_NUMBERED = re.compile(r"(?P<number>\D{3,30}?\s*\d{1,5})(?:\s*[:,]\s*|\s+)(?P<rest>.+)", re.DOTALL)


async def heed(visit: Visit, heard: Typed) -> bool:
    """False where nobody is named whose usulan they read: it may be a question to us, or to a trainer."""
    words = visit.office.catalog.world.asking_proposers
    if (begun := begun_with(heard.text, words["jawaban"])) and allowed(button("u"), visit.grants):
        return await _show_answer(visit, heard.text[len(begun) :].rstrip(" ?"))
    if (asked_of := _how_far(visit, heard.text)) and allowed(button("u"), visit.grants):
        return await _show_how_far(visit, asked_of)
    begun = begun_with(heard.text, words["kata"])
    if not begun or not allowed(button("u"), visit.grants):
        return False
    rest = heard.text[len(begun) :]
    rest = rest[len(begun_with(rest, words["kepada"])) :]
    persons, stranger, question = await _persons(visit, rest)
    if stranger:
        visit.say("klarifikasi_tanpa_usulan", nama=stranger)
        return True
    chosen = [_about(visit, found, question) for found in persons]
    several = next((about for about in chosen if len(about) > 1), None)
    if several is not None:
        visit.say("klarifikasi_usulan_mana", usulan=[named.line(visit, one) for one in several], tanya=question)
    elif chosen and len(question.split()) < _FEWEST:
        await clarifying.choose(visit, chosen[0][0].id)
    else:
        for (one,) in chosen:
            await clarifying.ask_in_words(visit, one.id, _field(visit, one, question), question)
    return bool(chosen)


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
    joined = ""
    while not persons or joined:
        numbered = await _numbered(visit, rest)
        found, behind = numbered or await named.of_person(visit, rest, asked.can_be_asked) or ([], "")
        if not found and numbered is not None:
            return [], "", ""
        if not found:
            stranger = _stranger(visit, rest)
            return ([], stranger, "") if stranger else (persons, "", f"{joined}{rest}")
        persons.append(found)
        joined = begun_with(behind, visit.office.catalog.world.asking_proposers["dan"])
        rest = behind[len(joined) :]
    return persons, "", rest


def _stranger(visit: Visit, text: str) -> str:
    """Somebody of whom it is asked, as "Fitri" in "fitri berapa panjangnya"; empty where that is no name."""
    name, _, behind = text.strip().partition(" ")
    world, bare = visit.office.catalog.world, name.strip(",:.")
    is_known = world.ear is None or world.ear.knows(bare) or bare.lower() in world.oneself
    asks = key_of(behind).startswith(world.asking) and len(behind.split()) >= _FEWEST
    return bare.capitalize() if asks and bare.isalpha() and not is_known else ""


async def _numbered(visit: Visit, rest: str) -> tuple[list[Usulan], str] | None:
    told = _NUMBERED.match(rest)
    number = kabar.number_in(visit.office, told["number"]) if told is not None else None
    if told is None or number is None:
        return None
    same = await visit.look_up(numbers.of, number.kecamatan, number.serial)
    found = [one for one in same if number.year in (None, one.year) and asked.can_be_asked(one)]
    return found[:1], told["rest"].strip()


def _field(visit: Visit, one: Usulan, question: str) -> str:
    """Of which of its answers it asks; none in particular where no one alone is named."""
    ear = visit.office.catalog.ear
    named = {name.partition(".")[0] for name in ear.named(question)} if ear is not None else set()
    known = named & {each.key for each in asked.fields(visit.office, one.answers)}
    return known.pop() if len(known) == 1 else clarifying.NONE

"""A question to a proposer, typed by whoever reads their usulan: "tanya jumadi berapa panjang jalannya", "tanyakan ke
maiwa 3 sumurnya di mana", "… ke yang usul jembatan …". It is shown with whom it goes to, and after a yes it goes the
way of *Tanya hal lain*."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import Usulan
from bot.core.spelt import one_of
from bot.core.usulan.finding import words_in
from bot.store.people import people
from bot.store.reading import searches
from bot.store.usulan import usulan
from bot.work.access import allowed, button
from bot.work.answering import topics
from bot.work.deciding import bare_questions, clarifying
from bot.work.deciding.about_what import about_what, is_apart
from bot.work.people import first_words
from bot.work.reading import lines, lists, named, pointing, screen
from bot.work.saying.keyboard import keyboard, number, press
from bot.work.usulan import asked, kabar
from bot.work.visit import Visit

_FEWEST, _MOST = 2, 10  # words of a question; usulan between which is chosen
Fits = Callable[[Usulan], bool]
_NUMBERED = re.compile(r"(?P<number>(?P<kecamatan>\D{3,30}?)\s*\d{1,5})(?:\s*[:,]\s*|\s+)(?P<rest>.+)", re.DOTALL)


async def take(visit: Visit, heard: Heard) -> bool:
    """False where nobody is named whose usulan they read: it may be a question to us, or to a trainer."""
    if not isinstance(heard, Typed) or not allowed(button("u"), visit.grants):
        return False
    words = visit.office.catalog.world.asking_proposers
    heard = replace(heard, text=bare_questions.turned(visit, heard.text))
    if begun := begun_with(heard.text, words["jawaban"]):
        world, asked_for = visit.office.catalog.world, heard.text[len(begun) :].rstrip(" ?").split()
        beside = world.asking_at_last | world.pointing["di_belakang"]  # "sdh dijawab sitti kah"
        return await _show_answer(visit, " ".join(word for word in asked_for if key_of(word) not in beside))
    begun, asked_of = begun_with(heard.text, words["kata"]), _how_far(visit, heard.text)
    if asked_of and not (begun and await _is_asked(visit, heard.text)):
        return await _show_how_far(visit, asked_of)
    chosen, stranger, question = await _read(visit, heard.text, await pointing.opened(visit) if begun else "")
    several = next((about for about in chosen if len(about) > 1), None)
    if stranger:
        visit.say("klarifikasi_tanpa_usulan", nama=stranger)
    elif [] in chosen and (await of_decided(visit, heard.text))[0]:
        return False
    elif [] in chosen:
        visit.say("periksa_yang_mana", kata=key_of(begun))
    elif several is not None:
        await _show_first(visit, "klarifikasi_usulan_mana", several, question)
    elif chosen and len(question.split()) < _FEWEST:
        await clarifying.choose(visit, chosen[0][0].id)
    elif chosen:
        await _show_first(visit, "klarifikasi_kepada", [one for (one,) in chosen], question)
    return bool(chosen or stranger)


async def take_shown(visit: Visit, heard: Heard) -> bool:
    """ "200 meter itu dari mana sampai mana?", with one usulan on the screen: a question to whoever brought it."""
    if (
        not isinstance(heard, Typed)
        or not allowed(button("u"), visit.grants)
        or not bare_questions.is_asking(visit, heard.text)
    ):
        return False
    (one, *_) = await _shown(visit, await pointing.opened(visit)) or (None,)
    if one is None or not (_is_about(visit, one, heard.text) or not bare_questions.asks_us(visit, heard.text)):
        return False
    await _show_first(visit, "klarifikasi_kepada", [one], heard.text.strip())
    return True


async def _is_asked(visit: Visit, text: str) -> bool:
    """ "Tanya Torra: jalannya dari rumah siapa sampai mana" asks Torra, "tanya Torra sampai mana usulannya" us."""
    chosen, _, question = await _read(visit, text)
    world, how_far = visit.office.catalog.world, one_of(visit.office.catalog.world.asking_proposers["di_mana"])
    spoken = [word for word in key_of(how_far.sub(" ", question)).split() if word not in world.oneself | world.nodding]
    return bool(chosen) and len(spoken) >= _FEWEST and world.own_matters["usulan"].isdisjoint(spoken)


async def is_said(visit: Visit, text: str) -> bool:
    """Whether somebody is named who is to be asked."""
    chosen, stranger, _ = await _read(visit, text)
    return bool(chosen or stranger)


async def _read(visit: Visit, text: str, shown: str = "") -> tuple[list[list[Usulan]], str, str]:
    """About which usulan each who is named may be asked, or else whoever brought what is named, or the one that is
    shown; none of them where nobody can tell which; who is named and has brought nothing here; the question."""
    words, text = visit.office.catalog.world.asking_proposers, bare_questions.turned(visit, text)
    rest = text[len(begun := begun_with(text, words["kata"])) :]
    if not begun or not allowed(button("u"), visit.grants):
        return [], "", ""
    persons, stranger, question, brought = await addressed(visit, rest[len(begun_with(rest, words["kepada"])) :])
    if is_apart(brought) and (of_shown := await _shown(visit, shown)):
        persons = [of_shown]
    if not persons and not stranger and len(question.split()) >= _FEWEST:
        of_another = bool(brought) or not words["menyuruh"].isdisjoint(key_of(begun).split())
        persons = [[one] for one in await _shown(visit, shown) if of_another or _is_about(visit, one, question)]
        if not persons and (brought or (of_another and _named(visit, question))):
            return [[]], "", question
    return [speaking_of(visit, found, question) for found in persons], stranger, question


async def of_decided(visit: Visit, text: str) -> tuple[list[list[Usulan]], str, str]:
    """A question to whoever is named, about what a meeting took up already: it goes as a word to them."""
    words = visit.office.catalog.world.asking_proposers
    rest = text[len(begun := begun_with(text, words["kata"])) :]
    if not begun or not allowed(button("u"), visit.grants):
        return [], "", ""
    persons, _, said, _ = await addressed(visit, rest[len(begun_with(rest, words["kepada"])) :], named.stands)
    return (persons, "", said) if len(said.split()) >= _FEWEST else ([], "", "")


async def addressed(
    visit: Visit, rest: str, fits: Fits = asked.can_be_asked
) -> tuple[list[list[Usulan]], str, str, str]:
    """What each who is named has brought, or whoever brought it; who is named and has brought nothing here; what is
    said to them; and the word for whoever brought it, where it stands first."""
    words = visit.office.catalog.world.asking_proposers
    said = rest[len(brought := begun_with(rest, words["yang_usul"])) :]
    persons, stranger, question = ([], "", "") if is_apart(brought) else await _persons(visit, said, fits)
    if not persons and brought:
        found, question = about_what(visit, await _telling_of(visit, said, fits), said)
        question = said if is_apart(brought) and said else question
        persons, stranger = [found] if found else [], ""
    elif persons and (head := begun_with(question, words["yang_usul"])):  # "kanang yg usul jembatan itu, berapa …"
        found, question = about_what(visit, [one for each in persons for one in each], question[len(head) :])
        persons = [found]
    return persons, stranger, question, brought


async def _telling_of(visit: Visit, text: str, fits: Fits = asked.can_be_asked) -> list[Usulan]:
    """Those that tell of the first thing that is named there."""
    spoken = words_in(text)[:1]
    found = await visit.look_up(searches.with_words, lists.sight_of(visit, button("u")), spoken, _MOST)
    return [one for one in found if fits(one)]


async def _shown(visit: Visit, shown: str) -> list[Usulan]:
    one = await lists.readable(visit, int(shown)) if shown else None
    return [one] if one is not None and asked.can_be_asked(one) else []


async def _show_first(visit: Visit, sentence: str, found: Sequence[Usulan], question: str) -> None:
    """Before it goes: to whom, about what, in which words; or to which of these it is to go."""
    yes = visit.text("klarifikasi_tombol_kirim") if sentence == "klarifikasi_kepada" else ""
    keys = keys_to_send(visit, "kirimtanya", found, yes)
    visit.say(sentence, keys, usulan=await shown_to(visit, found), tanya=question)


async def shown_to(visit: Visit, found: Sequence[Usulan]) -> list[dict[str, Any]]:
    return [named.line(visit, one) | {"siapa": await whose(visit, one)} for one in found]


def keys_to_send(visit: Visit, verb: str, found: Sequence[Usulan], yes: str) -> dict[str, Any]:
    """What was typed just now, to all of these; without a `yes` to one of them."""
    ids = [one.id for one in found]
    all_of = [(yes, ids[0] if len(ids) == 1 else clarifying.NONE)]
    each = all_of if yes else [(visit.office.spoken_number(one), one.id) for one in found]
    rows = [[(label, press("u", verb, visit.heard_in, which))] for label, which in each]
    return keyboard(*rows, [(visit.text("tombol_tidak_jadi"), "o:batal")])


async def whose(visit: Visit, one: Usulan) -> str:
    """Whom it is asked."""
    if one.speaker_id is not None:
        return await lines.speaker_name(visit, one)
    return lines.called(visit, one, await visit.look_up(people.name_of, one.person_id))


async def send(visit: Visit, said_in: int, which: str) -> None:
    """*Ya, tanyakan*: what was typed then, about that one, or about all that were shown."""
    told = await first_words.told_in(visit, said_in)
    one_of_several = number(which)
    shown = which if one_of_several is not None else ""
    chosen, _, question = await _read(visit, told["text"], shown) if told and "text" in told else ([], "", "")
    if told and not chosen and bare_questions.is_asking(visit, told.get("text", "")):  # about the one that was shown
        chosen, question = [[one] for one in await _shown(visit, shown)], told["text"]
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
    found = found or await named.in_words(visit, rest) or await _told_of(visit, rest)
    about = speaking_of(visit, found, behind) if behind else found
    if about:
        await named.show(visit, about)
    return bool(about)


async def _told_of(visit: Visit, text: str) -> list[Usulan]:
    """ "Usulan jalan tani sitti itu": those about that, of who is named beside it."""
    usulan_words, words = visit.office.catalog.world.entrusting["usulan"], text.replace(",", " ").split()
    at = next((at for at, word in enumerate(words) if word.lower() in usulan_words), len(words))
    spoken = " ".join(words[at + 1 :])
    found, behind = about_what(visit, await _telling_of(visit, spoken, named.stands), spoken) if spoken else ([], "")
    of_them = await named.of_person(visit, behind) if found else None
    return [one for one in found if of_them and one in of_them[0]] or found


def _is_about(visit: Visit, one: Usulan, question: str) -> bool:
    speaks = topics.speaks_of(visit.office.catalog.world, question, one)
    return speaks or _field(visit, one, question) != clarifying.NONE


def speaking_of(visit: Visit, found: list[Usulan], question: str) -> list[Usulan]:
    return [one for one in found if topics.speaks_of(visit.office.catalog.world, question, one)] or found


async def _persons(visit: Visit, rest: str, fits: Fits) -> tuple[list[list[Usulan]], str, str]:
    """What each who is named has brought ("baso sama yusuf"), who is named and has brought nothing here, and the
    question. Words that no example has may be a name."""
    persons: list[list[Usulan]] = []
    joined, kecamatan = "", ""
    while not persons or joined:
        numbered = _NUMBERED.match(f"{kecamatan} {rest}" if rest[:1].isdecimal() else rest)  # "maiwa 2 dan 1"
        of_number = await _of_number(visit, numbered, fits)
        found, behind = of_number or await named.of_person(visit, rest, fits) or ([], "")
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
    stem = bare.removesuffix("nya")  # "panjangnya berapa meter"
    is_known = world.ear is None or any(map(world.ear.knows, (bare, stem))) or bare.lower() in world.oneself
    parts = (behind, behind.partition(" ")[2])  # "hawa pipanya berapa meter"
    asks = any(key_of(part).startswith(world.asking) and len(part.split()) >= _FEWEST for part in parts)
    return bare.capitalize() if asks and bare.isalpha() and not is_known else ""


async def _of_number(visit: Visit, told: re.Match[str] | None, fits: Fits) -> tuple[list[Usulan], str] | None:
    named_so = kabar.number_in(visit.office, told["number"]) if told is not None else None
    if told is None or named_so is None:
        return None
    same = await visit.look_up(usulan.of, named_so.kecamatan, named_so.serial)
    found = [one for one in same if named_so.year in (None, one.year) and fits(one)]
    return found[:1], told["rest"].strip()


def _field(visit: Visit, one: Usulan, question: str) -> str:
    """Of which of its answers it asks; none in particular where no one alone is named."""
    known = _named(visit, question) & {each.key for each in asked.fields(visit.office, one.answers)}
    return known.pop() if len(known) == 1 else clarifying.NONE


def _named(visit: Visit, question: str) -> set[str]:
    ear = visit.office.catalog.ear
    return {name.partition(".")[0] for name in ear.named(question)} if ear is not None else set()

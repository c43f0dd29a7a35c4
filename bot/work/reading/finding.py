"""*Cari*: usulan by a word that was said in them, or by the name of their dusun."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.core.forms.writing import bare, begun_with, in_short, key_of
from bot.core.spelt import either
from bot.core.usulan.finding import words_in
from bot.store.reading import readings, searches
from bot.store.reading.readings import Sight
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.reading import lines, lists, named, screen
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import kabar
from bot.work.visit import Journey, Visit

FORM = "cari"
_LIST = "cari"
#: Words that are looked for, and their bytes: they go along in the buttons of the pages.
_MOST_WORDS, _LONGEST = 3, 48
_LOOK, _READ = "lihat", "baca"
#: "Maiwa 3 dan 4", "maiwa 3, 4, 5", "maiwa 2 sampai 9": a name, then numbers with at most a word between two.
_SEVERAL = re.compile(r"\D+\d{1,6}(?:(?:\s*[,–-]\s*|\s+[^\W\d]+(?:/[^\W\d]+)?\s+|\s+)\d{1,6})+")
_LEAD, _PARTS = re.compile(r"\s*\d.*"), re.compile(r"\d+|[–-]|[^\W\d_]+(?:/[^\W\d_]+)?")
_MOST, _LOOKED_AT = 60, 200  # numbers of one sentence; usulan
_POINTED = 5  # words that point at one
_TOLD = 40  # characters of what was typed, as it is said back


def ask(visit: Visit) -> None:
    conversation.start(visit, JOURNEY)


async def heed(visit: Visit, text: str) -> bool:
    """ "Cari jembatan", typed by somebody who reads usulan. False when nothing of the kind was said."""
    begun = begun_with(text, visit.office.catalog.world.finding)
    if not allowed(command("periksa"), visit.grants):
        return False
    if not begun:
        return await _pointed_at(visit, text)
    rest = _without_lead(visit, _without_ends(visit, text.removeprefix(begun)))
    if _calls_for_help(visit, rest):
        return False
    if words_in(rest):
        await show(visit, 0, rest)
    else:
        ask(visit)
    return True


async def _pointed_at(visit: Visit, text: str) -> bool:
    """ "Yang longsor itu", "usulan air di maiwa", "ada yg longsor?": by whoever looks for it, and only where there
    is one; a word that is a danger elsewhere is looked for, too, and rings nobody."""
    world, asks = visit.office.catalog.world, text.rstrip().endswith("?")
    begun = begun_with(text, world.pointing["ada_yang"]) if asks else ""
    spoken = key_of(text.rstrip(" ?").removeprefix(begun)).split()
    is_sought = len(spoken) > 1 and spoken[0] in world.asking_at_last and spoken[1] in world.sifting["usulan"]
    spoken = spoken[1:] if is_sought else spoken  # "mana usulan jembatan"
    if not begun and spoken[:1] and spoken[0] in world.topics["yang"]:
        begun, spoken = spoken[0], spoken[1:]
    wanted = _without_ends(visit, " ".join(spoken)).split()
    points = asks or is_sought or len(wanted) < len(spoken) or begun in world.sifting["usulan"]  # "usulan air di Maiwa"
    if not begun or not points or not 0 < len(wanted) < _POINTED:
        return False
    beside = {*world.spellings.places.dusun, *world.pointing["di_depan"]}
    wanted = [word for word in wanted if word not in beside]
    if is_sought and not world.oneself.isdisjoint(wanted):
        return False
    return await _show_found(visit, wanted, surely=is_sought or visit.office.catalog.danger.is_urgent(text))


def _without_ends(visit: Visit, text: str) -> str:
    """ "Pupuk mana", "dari jambu saja": what only points is no word of an usulan."""
    world, spoken = visit.office.catalog.world, text.rstrip(" ?").split()
    ends = world.announced["ini"] | world.asking_at_last | world.pointing["di_belakang"]
    while len(spoken) > 1 and spoken[-1].lower() in ends:
        spoken.pop()
    return " ".join(spoken)


def _without_lead(visit: Visit, text: str) -> str:
    """ "Usulan yg menyangkut air bersih di seluruh kabupaten": the air bersih."""
    world = visit.office.catalog.world
    everywhere = rf"[\s,]*\b(?:{either(world.pointing['di_mana_saja'])})\W*$"
    spoken = re.sub(everywhere, "", text, flags=re.IGNORECASE).split()
    return " ".join(bare(spoken, world.pointing["di_depan"] | world.topics["yang"]))


def topic_in(visit: Visit, text: str) -> str:
    """ "Berapa usulan soal jalan di anggeraja": the word behind what says that it is about something."""
    spoken, about = key_of(text).rstrip("?").split(), visit.office.catalog.world.pointing["soal"]
    at = next((at for at, word in enumerate(spoken) if word in about), len(spoken))
    return next(iter(words_in(" ".join(spoken[at + 1 : at + 2]))), "")


async def of_dusun(visit: Visit, text: str) -> bool:
    """ "Usulan dari dusun paraja": those of it; False where none is named, or has brought one."""
    spoken, dusun = key_of(text).split(), visit.office.catalog.world.spellings.places.dusun
    at = next((at for at, word in enumerate(spoken) if word in dusun), len(spoken))
    return await _show_found(visit, spoken[at + 1 :])


async def _show_found(visit: Visit, words: Sequence[str], *, surely: bool = False) -> bool:
    """`surely`: also that there is none."""
    who, wanted = lists.sight_of(visit, command("periksa")), _wanted(" ".join(words))
    found = await visit.look_up(searches.with_words, who, wanted, 1) if wanted else []
    if found or surely:
        await show(visit, 0, " ".join(words))
    return bool(found) or surely


async def meant(visit: Visit, heard: Heard) -> str | None:
    """ "Buka maiwa 4", "ubah hasil maiwa 3", "maiwa 4 sudah kubaca", by somebody who reads it: the data of the button
    that does it; a question only looks."""
    if not isinstance(heard, Typed) or not allowed(command("periksa"), visit.grants):
        return None
    verbs, told = visit.office.catalog.world.numbered, without_address(visit, heard.text)
    verb = next((verb for verb, words in verbs.items() if begun_with(heard.text, words)), None)
    if verb in {None, _LOOK} and (behind := said_read(visit, key_of(told)).strip()):
        verb, told = _READ, behind
    if verb is None and (asked := _asked_about(visit, told)):
        verb, told = _LOOK, asked
    number = kabar.number_in(visit.office, told) or named.only_own(visit, told)
    if number is None or verb is None:
        return None
    found = await named.of_number(visit, number)
    return f"u:{_LOOK if '?' in heard.text else verb}:{found.id}" if found is not None else None


async def take_several(visit: Visit, heard: Heard) -> bool:
    """ "Maiwa 3 dan 4 sudah saya baca", "sudah baca maiwa 3 4 5", "maiwa 2 sampai 9 sudah kubaca semua": those of them
    that are theirs to read are."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("periksa"), visit.grants):
        return False
    spoken = _named_once(said_read(visit, key_of(without_address(visit, heard.text))).strip())
    first, *others = _serials(visit, spoken) if _SEVERAL.fullmatch(spoken) else [0]
    kecamatan = kabar.number_in(visit.office, f"{_LEAD.sub('', spoken)} {first}") if others else None
    if kecamatan is None:
        return False
    wanted = [kecamatan._replace(serial=serial) for serial in (first, *others)]
    found = {number.serial: await named.of_number(visit, number) for number in wanted}
    theirs = [one for one in found.values() if one is not None]
    if theirs:
        await screen.mark_several(visit, theirs, [str(serial) for serial, one in found.items() if one is None])
    return bool(theirs)


def _named_once(spoken: str) -> str:
    """ "Maiwa 1 dan maiwa 2" as "maiwa 1 dan 2"."""
    lead = re.match(r"[^\W\d]+(?=\s*\d)", spoken)
    return lead[0] + re.sub(rf"\b{lead[0]}\s*(?=\d)", "", spoken[lead.end() :]) if lead is not None else spoken


def _serials(visit: Visit, spoken: str) -> list[int]:
    """The numbers, with all between the two ends of "2 sampai 9"."""
    found: list[int] = []
    until = visit.office.catalog.world.numbering["sampai"]
    between = False
    for part in _PARTS.findall(spoken):
        if part.isdecimal():
            serial = int(part)
            found += range(found[-1] + 1, serial)[:_MOST] if between and found else []
            found.append(serial)
        between = part in until or part in "-–"
    return list(dict.fromkeys(found))[:_MOST]


def _asked_about(visit: Visit, text: str) -> str:
    """ "Maiwa 2 sekarang statusnya apa", "isinya maiwa 2 apa": the number; empty where nothing or more is asked."""
    words, spoken = visit.office.catalog.world.pointing, key_of(text).rstrip("?").split()
    left = [word for word in spoken if word not in words["isinya"] | words["isinya_apa"]]
    return "" if words["isinya"].isdisjoint(spoken) else " ".join(left)


async def tell(visit: Visit, number: kabar.Number) -> None:
    """Whoever reads it is shown the usulan itself, anybody else how far it is."""
    reads = allowed(command("periksa"), visit.grants)
    found = await named.of_number(visit, number) if reads else None
    if found is None or found.person_id == visit.me.id:
        await kabar.tell(visit, *number)
    else:
        await screen.show(visit, found.id)


def said_read(visit: Visit, spoken: str) -> str:
    """What is said beside that it is read, before it or behind; empty where that is not said."""
    world = visit.office.catalog.world
    spoken = spoken.removeprefix(begun_with(spoken, world.pointing["tandai"])).strip()
    done, words = world.numbered[_READ], spoken.split()
    begun = begun_with(spoken, done)
    beside = world.with_finished | world.inviting["juga"] | world.pointing["pujian"] | world.numbering["dan"]
    while words and words[-1].strip(",.") in beside:  # "… kubaca semua", "… sudah dibaca, sudah jelas"
        words.pop()
    spoken = " ".join(words).rstrip(",.")
    behind = max(done, key=lambda words: (spoken.endswith(words), len(words)))
    flat = f" {spoken.replace(',', ' ')} "
    between = max(done, key=lambda words: (f" {words} " in flat, len(words)))
    if not begun and not spoken.endswith(behind) and f" {between} " in flat:
        return " ".join(flat.replace(f" {between} ", " ").split())  # "maiwa 6 sdh kubaca, maiwa 3 juga"
    return spoken.removeprefix(begun) if begun else spoken.removesuffix(behind) if spoken.endswith(behind) else ""


def without_address(visit: Visit, text: str) -> str:
    """ "Buka maiwa 4 pak"."""
    spoken = text.split()
    while spoken and spoken[-1].lower().strip(".,!") in visit.office.catalog.world.oneself:
        spoken.pop()
    return " ".join(spoken)


def _calls_for_help(visit: Visit, rest: str) -> bool:
    """ "Cari bantuan, rumah kami kebakaran" is danger; "cari kebakaran" alone looks for what tells of one."""
    danger = visit.office.catalog.danger
    return danger.is_urgent(rest) and key_of(rest) not in {one.word for one in danger.find(rest)}


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    await show(visit, 0, state.answers["kata"].value["text"])


async def turn(visit: Visit, page: int, words: str) -> None:
    await show(visit, page, words, in_place=True)


async def show(visit: Visit, page: int, text: str, *, in_place: bool = False) -> None:
    """The newest first; a number opens what bears it."""
    who = lists.sight_of(visit, command("periksa"))
    if await _is_opened(visit, text):
        return
    words = _wanted(text)
    async with visit.ask() as connection:
        total = await searches.count_with_words(connection, who, words)
        found = await searches.with_words(connection, who, words, lists.SIZE + 1, page * lists.SIZE)
    again = [(visit.text("tombol_cari_lagi"), "u:cari"), (visit.text("tombol_saring"), "u:saring")]
    told = in_short(" ".join(text.split()), _TOLD)
    if not found:
        of_person, behind = await named.of_person(visit, text) or ([], "")
        if of_person and not behind:
            await named.show(visit, of_person)
            return
        some = await _with_some(visit, who, words) if len(words) > 1 else []
        keys = [[(f"{word} ({many})", f"u:temu:0:{word}")] for word, many in some]
        lists.put(visit, "periksa_cari_kosong", keyboard(*keys, again), in_place=in_place, kata=told, sebagian=some)
        return
    on = lists.page_of(found, page, total)
    rows = [*lists.pages(visit, on, ("u", "temu"), " ".join(words)), again]
    values = {"usulan": await lines.of(visit, who, on.shown, _LIST), **lists.figures(on)}
    lists.put(visit, "periksa_daftar_cari", keyboard(*rows), in_place=in_place, kata=told, **values)


async def _with_some(visit: Visit, who: Sight, words: Sequence[str]) -> list[tuple[str, int]]:
    """Each of several words with how many have it alone, where there is one."""
    async with visit.look() as connection:
        each = [(word, await searches.count_with_words(connection, who, [word])) for word in words]
    return [(word, many) for word, many in each if many]


async def show_dangerous(visit: Visit, _heard: Typed) -> None:
    """Of those that were read or still wait, what endangers people now; behind these what is feared."""
    who = lists.sight_of(visit, command("periksa"))
    async with visit.look() as connection:
        each = [await readings.listed(connection, which, who, _LOOKED_AT) for which in (lists.ALL, lists.READ)]
    told = {one.id: (lines.danger_in(visit.office, one.answers), one) for some in each for one in some}
    found = [one for sort in ("now", "feared") for danger, one in told.values() if danger == sort]
    on = lists.page_of(found, 0, len(found))
    unread = [(visit.text("tombol_menunggu_semua"), f"u:daftar:{lists.ALL}:0")] if each[0] else []
    markup = keyboard(*lists.in_keys(visit, on), unread, [(visit.text("tombol_saring"), "u:saring")])
    values = {"usulan": await lines.of(visit, who, on.shown, _LIST), **lists.figures(on)}
    visit.say("periksa_daftar_bahaya", markup, **values)


def _wanted(text: str) -> list[str]:
    words = words_in(text)[:_MOST_WORDS]
    while len(" ".join(words).encode()) > _LONGEST:
        words.pop()
    return words


async def _is_opened(visit: Visit, text: str) -> bool:
    """ "Cari maiwa 14"."""
    number = kabar.number_in(visit.office, text)
    found = await named.of_number(visit, number) if number is not None else None
    if found is not None:
        await screen.show(visit, found.id)
    return found is not None


JOURNEY = Journey(FORM, finish)

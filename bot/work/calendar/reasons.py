"""Why a date moves or is cancelled, told in the same sentence: "batal rapatnya, ada pesta adat", "mundur seminggu
karena banjir"."""

import re
from itertools import pairwise

from bot.core.forms.writing import begun_with, is_bare, key_of
from bot.core.places.spelling import fold
from bot.core.understanding.results import Understood
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.work.calendar import as_it_was
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in, names_of
from bot.work.saying.naming import short_names
from bot.work.visit import Visit

_PARTS = re.compile(r"[,;:.\n]+\s+|\s+-\s+")
_SHORTEST, _LONGEST = 3, 200  # characters, as in the form
_IS, _THAT, _PAST = "ada", "nya", "kemarin"
_STRETCH = 3  # words: "mundur dua hari"


def plain(visit: Visit, text: str) -> str:
    """ "Tidak jadi" said as "batal"; "bukan batal, diundur saja" without what it is not."""
    world = visit.office.catalog.world
    denied = denied_in(visit, text)
    text = " ".join(word for at, word in enumerate(text.split()) if at not in denied) if denied else text
    phrases = "|".join(map(re.escape, world.reasons["frasa"]))
    return re.sub(rf"\b(?:{phrases})\b", min(world.cancelling, key=len), text, flags=re.IGNORECASE)


def denied_in(visit: Visit, text: str) -> set[int]:
    """Where "bukan batal", "tidak dibatalkan tapi" stands, beside a word by which it is held on another day."""
    world, words = visit.office.catalog.world, [key_of(word).strip(",.;") for word in text.split()]
    refusing = world.reasons["bukan_arah"] | world.numbering["bukan"]
    if refusing.isdisjoint(words) or world.cancelling.isdisjoint(words) or moves_in(visit).isdisjoint(words):
        return set()
    at = {n for n, (no, gone) in enumerate(pairwise(words)) if no in refusing and gone in world.cancelling}
    joined = {n + 2 for n in at if words[n + 2 : n + 3] and words[n + 2] in world.numbering["harusnya"]}
    return at | {n + 1 for n in at} | joined


def told_in(visit: Visit, text: str) -> str:
    """Without the words that announce it; empty where none is told."""
    asked = visit.office.catalog.world.reasons["bolehkah"]  # "…, bisa?" is said to us
    parts = (part.split() for part in _parts(visit, text))
    told = [why for part in parts if not asked.issuperset(map(key_of, part)) and (why := _of(visit, part))]
    why = ", ".join(told)[:_LONGEST]
    if says_none(visit, why):
        return ""
    return why if len(why) >= _SHORTEST and not is_bare(why, visit.office.catalog.world) else ""


def says_none(visit: Visit, text: str) -> bool:
    """ "Tidak usah alasan", "tanpa alasan": there is none, and nobody is told so."""
    known, spoken = visit.office.catalog.world.reasons, {*re.findall(r"[\w-]+", text.lower())}
    needs_none = not spoken.isdisjoint(known["karena"] | known["usah"])
    small = known["tanpa"] | known["karena"] | known["usah"] | known["samping_tanpa"]
    return needs_none and not spoken.isdisjoint(known["tanpa"]) and spoken <= small


def slip_in(visit: Visit, text: str) -> str:
    """ "Batalkan musrenbang alla, salah tanggal": that its day is wrong, where no other is told; empty where not."""
    world = visit.office.catalog.world
    labels = {*world.spellings.days.date, *world.spellings.days.day}
    said = [(part, {*map(key_of, part.split())}) for part in _parts(visit, text)]
    return next((part for part, spoken in said if spoken & world.wrong and spoken & labels), "")


def announced_in(visit: Visit, text: str) -> str:
    """Only where it is said to be the reason."""
    announcing = visit.office.catalog.world.reasons["karena"]
    return told_in(visit, text) if announcing & {*map(key_of, text.split())} else ""


def without(visit: Visit, text: str) -> str:
    """What is said of the meeting, and not why: a day in the reason is not its day."""
    told = [_told(visit, part.split()) for part in _parts(visit, text)]
    return ", ".join(" ".join(words) for words, _ in told if words)


def _parts(visit: Visit, text: str) -> list[str]:
    return _PARTS.split(_paused(visit, plain(visit, as_it_was.without(visit, text)).strip(" .!")))


def _paused(visit: Visit, text: str) -> str:
    """ "Krn banjir semua rapat digeser": what begins with the reason goes on with the meeting."""
    words, known = text.split(), visit.office.catalog.world
    if not words or key_of(words[0]) not in known.reasons["karena"] or _PARTS.search(text):
        return text
    meetings_ = known.reasons["semua"] | known.setting["umum"]
    short = short_names(visit.office)
    begins = (key_of(word) in meetings_ or fold(word.removesuffix(_THAT)) in short for word in words)
    at = next((n for n, is_begun in enumerate(begins) if n > 1 and is_begun), None)
    return f"{' '.join(words[:at])}, {' '.join(words[at:])}" if at else text


def is_said(visit: Visit, text: str) -> bool:
    """Whether it begins with "karena"."""
    return key_of(text).split(" ")[0] in visit.office.catalog.world.reasons["karena"]


def is_request(visit: Visit, text: str) -> bool:
    """ "Rekap satu halaman untuk pimpinan saya": what is wanted next, and no reason."""
    return bool(begun_with(text, visit.office.catalog.world.reasons["permintaan"]))


def tells_day_alone(visit: Visit, text: str) -> bool:
    """Whether it names a day or by how much it moves, and no reason."""
    world = visit.office.catalog.world
    spoken = [key_of(word) for part in _PARTS.split(plain(visit, text)) for word in part.split()]
    others = acts_in(visit) | world.reasons["pindah"] | world.reasons["ke_hari_lain"] | world.wrong
    labels = {*world.spellings.days.date, *world.spellings.days.day}  # "salah ketik tanggal"
    labels |= {*world.spellings.days.near.get(_PAST, ())}  # "salah tulis kemarin": nothing moves to a day that is over
    is_timed = any(word not in labels and speaks_of_time(world.spellings, word) for word in spoken)
    return is_timed and all(word in others or _is_known(visit, word) for word in spoken)


def tells_stretch(visit: Visit, text: str) -> bool:
    """ "Eh maju sehari saja"."""
    words = stretch(visit, text).split()
    if acts_in(visit).isdisjoint(words) or not 1 < len(words) <= _STRETCH:
        return False
    found = tongue_of(visit.office.catalog.world.spellings).read_when(" ".join(words), visit.today, old=visit.today)
    return isinstance(found, Understood) and found.value.day is not None


def stretch(visit: Visit, text: str) -> str:
    """Without what is only polite."""
    world = visit.office.catalog.world
    light = world.reasons["iringan"] | world.setting["iringan"] | world.oneself | world.opened_wrongly["di_depan"]
    words = re.findall(r"\w+", text.lower())
    return " ".join(word for word in words if word not in light or speaks_of_time(world.spellings, word))


def behind_dropped(visit: Visit, text: str) -> str:
    """Without the part that says which day it is not: "tidak jadi sabtu, minggu depan saja"."""
    parts = _PARTS.split(plain(visit, text))
    left = [part for part in parts if visit.office.catalog.world.cancelling.isdisjoint(map(key_of, part.split()))]
    ear, kept = visit.office.catalog.ear, ", ".join(left) or text
    return only_day(visit, ear.corrected(kept) if ear is not None and ear.corrects(kept) else kept)


def only_day(visit: Visit, text: str) -> str:
    """The words that tell a day, an hour, or by how much it moves: what is answered where the day is asked."""
    spellings = visit.office.catalog.world.spellings
    return " ".join(word for word in text.split() if speaks_of_time(spellings, key_of(word)))


def acts_in(visit: Visit) -> frozenset[str]:
    """Words by which a date moves, or is none any more."""
    world = visit.office.catalog.world
    return frozenset({*world.cancelling, *world.spellings.days.later, *world.spellings.days.sooner})


def moves_in(visit: Visit) -> frozenset[str]:
    """Words by which it is held on another day."""
    return acts_in(visit) - visit.office.catalog.world.cancelling | visit.office.catalog.world.reasons["ke_hari_lain"]


def says_only(visit: Visit, text: str, *, placed: bool = False) -> bool:
    """Whether it says of a meeting that it moves or is cancelled, and nothing else but why. `placed`: it is known by
    where it is ("yg anggeraja geser ke 23 februari")."""
    spoken = [[key_of(word) for word in part.split()] for part in _parts(visit, text)]
    acts = acts_in(visit) | visit.office.catalog.world.reasons["memindahkan"]
    stops = {*visit.office.catalog.world.reasons["karena"], _IS}
    told = next((part for part in spoken if not acts.isdisjoint(part)), [])
    end = next((at for at, word in enumerate(told) if word in stops), len(told))
    return _is_of_meeting(visit, told[:end], placed=placed) and not acts.isdisjoint(told[:end])


def _is_of_meeting(visit: Visit, spoken: list[str], *, placed: bool) -> bool:
    world, acts = visit.office.catalog.world, acts_in(visit)
    named = kinds_in(meetings(visit.office, visit.grants), " ".join(spoken))
    others = acts | world.reasons["pindah"]
    is_named = bool(named) or placed or not world.setting["umum"].isdisjoint(spoken)
    return is_named and all(word in others or _is_known(visit, word) for word in spoken)


def _of(visit: Visit, words: list[str]) -> str:
    """Behind "karena"; else, beside what is to be done, what there "is"; else the part that says nothing of that."""
    spoken = [key_of(word) for word in words]
    behind = _told(visit, words)[1]
    if behind:
        return " ".join(behind)
    if not _moves(visit, spoken):
        return " ".join(words) if not all(_is_known(visit, word) for word in spoken) else ""
    return " ".join(words[spoken.index(_IS) :]) if _IS in spoken else _who_asks(visit, words, spoken)


def _who_asks(visit: Visit, words: list[str], spoken: list[str]) -> str:
    """ "Pak camat minta maiwa digeser": somebody else than who writes; empty where nobody is said to."""
    at = next((at for at, word in enumerate(spoken) if word in visit.office.catalog.world.reasons["minta"]), 0)
    is_other = not visit.office.catalog.world.reasons["yang_minta"].isdisjoint(spoken[:at])
    return " ".join(words[: at + 1]) if is_other and not _moves(visit, spoken[:at]) else ""


def _moves(visit: Visit, spoken: list[str]) -> bool:
    """Whether it tells of a move; "pak desa ke makassar" does not, "ke senin" does."""
    world = visit.office.catalog.world
    if not (acts_in(visit) | world.reasons["memindahkan"]).isdisjoint(spoken):
        return True
    to_day = world.reasons["ke_hari_lain"]
    return any(a in to_day and speaks_of_time(world.spellings, b) for a, b in pairwise(spoken))


def parted(visit: Visit, text: str) -> tuple[str, str]:
    """ "Jam 2 siang saja, pagi orang masih di sawah": (what tells a day or an hour alone, and why)."""
    if tells_day_alone(visit, text):
        return text, ""
    words = text.split()
    so_that = next(
        (n for n, word in enumerate(words) if key_of(word) in visit.office.catalog.world.reasons["supaya"]), 0
    )
    if so_that and tells_day_alone(visit, first := " ".join(words[:so_that])):
        return first, " ".join(words[so_that:])
    parts = _parts(visit, text)
    timed = [part for part in parts if tells_day_alone(visit, part)]
    return " ".join(timed), told_in(visit, ", ".join(part for part in parts if part not in timed))


def bare(visit: Visit, text: str) -> str:
    """A reason without the word that announces it; empty where it is said that there is none."""
    if says_none(visit, text):
        return ""
    words = as_it_was.without(visit, text).split()
    while len(words) > 1 and key_of(words[0]).strip(":,") in visit.office.catalog.world.reasons["karena"]:
        words = words[1:]
    return " ".join(words)


def _told(visit: Visit, words: list[str]) -> tuple[list[str], list[str]]:
    """(what is to be, what stands behind "karena"). A new day behind the reason is no part of it: "karena pak camat
    sakit jadi tanggal 21"."""
    world, spoken = visit.office.catalog.world, [key_of(word) for word in words]
    because = next((at for at, word in enumerate(spoken) if word in world.reasons["karena"]), len(words))
    to_day = (
        at
        for at in range(because + 1, len(words) - 1)
        if spoken[at] in world.reasons["ke_hari_lain"] and speaks_of_time(world.spellings, spoken[at + 1])
    )
    end = next(to_day, len(words))
    return [*words[:because], *words[end:]], words[because + 1 : end]


def _is_known(visit: Visit, word: str) -> bool:
    """Words for the meeting, for its day, and polite ones."""
    world = visit.office.catalog.world
    others = world.setting["iringan"] | world.reasons["iringan"] | world.reasons["semua"]
    others |= world.oneself | world.numbering["pembuka"]
    names = names_of(meetings(visit.office, visit.grants))
    return word in others or fold(word) in names or speaks_of_time(world.spellings, word)

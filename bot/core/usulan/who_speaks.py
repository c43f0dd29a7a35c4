"""Which name somebody says for themselves on a telephone, and what they answer when it is asked whose that is. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from bot.core.flow.heard.another import telling
from bot.core.flow.heard.ones_own import of_ones_own
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.understanding.name_words import called, is_plain, name_of

#: It is their own name; they borrow this telephone; it has changed hands; it is to stay as it is.
Whose = Literal["nama", "pinjam", "ganti", "biar"]
_WORD = re.compile(r"\w+")
_OPENING = ("ini_saya", "nama_saya", "sapaan", "kerabat", "giliran", "lalu")
_PAUSE = r"\s*(?:$|[,.;\n])"
_ANNOUNCED = 16  # words in which the telephone is handed on
_VERB = r"(?:di|ber|ter|me)[^\W\d]{4,}"  # "saya dipukul suami" says no name; somebody called Diandra is not asked


def written(world: World, text: str) -> str:
    """The name that is to be written, behind "atas nama", or behind "tulis" where another is not to be: "ini suara Pak
    Mina, bukan saya"."""
    words, said = world.naming_voice, key_of(text)
    if not words:
        return ""
    not_me = "|".join(either(words[sort]) for sort in ("nama", "sendiri"))
    denied = re.search(rf"\b(?:{either(words['bukan'])})\b.*\b(?:{not_me})\b", said)
    opened: Iterable[str] = words["atas_nama"] | (words["tulis"] if denied else frozenset())
    beside = either(words["nama"] | words["sapaan"])
    found = list(re.finditer(rf"\b(?:{either(opened)})\s+(?:(?:{beside})\s+)?([^\W\d]+)", said))
    return name_of(world, found[-1][1]) if found else ""


def put_right(world: World, text: str) -> str:
    """How they are called whose voice it is: "eh salah kak, ini suara bapak Sumang", "nama bapak Sumang". Empty where
    something else is told beside it."""
    words, unwriting = world.naming_voice, world.unwriting
    if not words or one_of(words["suaranya"]).search(text) is None:
        return ""
    clauses = [clause for clause in re.split(r"[,.;\n]+", text) if clause.strip()]
    beside = either(unwriting["iringan"] | world.wrong | words["bukan"] | words["ganti"])
    opened = re.compile(rf"\W*(?:(?:{beside})\s+)*(?:{either(words['suaranya'])})\s+(.+)", re.IGNORECASE)
    names = [called(world, found[1]) if (found := opened.match(clause)) else "" for clause in clauses]
    is_wrong = len(clauses) == 1 or re.search(rf"\b(?:{either(world.wrong | words['bukan'] | words['ganti'])})\b", text)
    return next(filter(None, reversed(names)), "") if is_wrong else ""


def said(world: World, text: str) -> tuple[str, str]:
    """The name by which somebody begins to speak, with a pause or the end behind it; and what else is said."""
    words = world.naming_voice
    here = rf"\s*(?:{either(words['ini_dia'])})\s+(?:(?:{either(words['sapaan'])})\s+)?(?P<name>[^\W\d]+)\s*:\s+(?=\S)"
    found = re.match(here, text, re.IGNORECASE) if words and ":" in text else None
    if found is not None and not is_plain(world, found["name"]) and (name := name_of(world, found["name"])):
        return name, text[found.end() :].strip()
    opened = _opened(*(words[sort] for sort in _OPENING)) if words else ()
    if opened and of_ones_own(text, world) is not None:  # "sy Hasnah, mau usul sendiri"
        opened = (*opened, _introduced(words["ini_saya"] | words["ini_dia"], words["sapaan"] | words["tua"]))
    for found in filter(None, (pattern.search(text) for pattern in opened)):
        if name := name_of(world, found["name"]):
            left = (text[: found.start()], text[found.end() :])
            return name, " ".join(filter(None, (part.strip(" ,.;\n") for part in left)))
    return "", text


def speaks_now(world: World, text: str) -> tuple[str, str] | None:
    """Whoever says that it is they who speak on this telephone ("ini indo tija yg bicara, hp ini dipinjam", "ini
    mertuanya yang bicara"): the name, empty where only who they are is said; and what else is said."""
    words = world.naming_voice
    if not words or "?" in text or one_of(words["yang_bicara"]).search(text) is None:
        return None
    here, speaks = either(words["ini_dia"]), either(words["yang_bicara"])
    person = (
        rf"(?:(?:{either(words['sapaan'] | words['tua'])})\s+)*(?P<name>[^\W\d]+)(?:\s+(?:{either(words['sendiri'])}))?"
    )
    again = rf"(?:\s+(?:{either(words['giliran'] | words['ini_dia'] | words['beda'])}))*"
    told = (
        rf"(?:^|[,.;\n]\s*)(?:{here})\s+(?:(?:saya|sy|aku)\s+)?{person}\s+(?:{speaks}){again}{_PAUSE}",
        rf"(?:^|[,.;\n]\s*)(?:(?:{either(words['giliran'])})\s+)?(?:{speaks}){again}\s+{person}{_PAUSE}",
    )
    for found in filter(None, (re.search(one, text, re.IGNORECASE) for one in told)):
        name = "" if is_plain(world, found["name"]) else name_of(world, found["name"])
        if name or found["name"].lower() in words["kerabat"]:
            left = (text[: found.start()], text[found.end() :])
            return name, " ".join(filter(None, (part.strip(" ,.;\n") for part in left)))
    return None


def turns_over(world: World, text: str) -> tuple[str, str, str] | None:
    """Whoever hands the telephone on ("sekarang tetangga sy pak haris mau bicara juga, sy kasih hp"): the name, empty
    where only who it is is said; what was said before, and what whoever has it now says behind it."""
    words, said = world.naming_voice, text.lower()
    if not words or ":" in text or "?" in text or len(said.split()) > _ANNOUNCED:
        return None
    whom, title = either(words["kerabat"] | words["tua"]), either(words["sapaan"] | words["tua"])
    kin = rf"\b(?:{whom})(?:ku|ta|na|nya)?\b(?:\s+(?:saya|sy|ku|aku))?"  # "suamiku Kadir"
    person = rf"(?:{kin}|\b(?:{title})\b)(?:\s+(?:{title}))?(?:\s+(?P<name>[^\W\d]+?))??"
    speaks = rf"\s+(?:juga\s+)?(?:{either(words['bicara'])})(?:\s+(?:juga|jg|lagi|ini|nah))*\s*(?=$|[,.;!])"
    found = re.search(person + speaks, said)
    if found is None:
        return None
    before, turn = said[: found.start()], one_of(words["giliran"]).search(said, 0, found.start())
    if turn is None and one_of(words["beri_hp"]).search(said) is None:
        return None
    before = (before[: turn.start()] if turn else before).strip(" ,.;")
    return name_of(world, found["name"] or ""), before, text[found.end() :].strip(" ,.;!")


@lru_cache(maxsize=8)
def _opened(
    here: frozenset[str],
    named: frozenset[str],
    titles: frozenset[str],
    kin: frozenset[str],
    turn: frozenset[str],
    then: frozenset[str],
) -> Sequence[re.Pattern[str]]:
    """ "Ini saya Nurdin, …", "nama saya Nurdin"; "saya Nurlina istrinya Hamka"; "saya istrinya Hamka, Nurlina";
    "sekarang saya Jumriah mau usul juga"."""
    begins, name = r"(?:^|[,.;\n]\s*)", rf"(?:(?:{either(titles)})\s+)?(?P<name>[^\W\d]+)"
    ends, kin_of = r"\s*(?:$|[,.;\n])", rf"(?:{either(kin)})\b"
    oneself = rf"{begins}(?:{either(here)}|saya|sy|aku)"
    told = (
        rf"(?:{begins}(?:{either(here)})|\b(?:{either(named)}))\s+{name}{ends}",
        rf"{oneself}\s+(?!{_VERB}){name}(?=\s+{kin_of})",
        rf"{begins}(?:{either(turn)})\s+(?:saya|sy|aku)\s+(?!{_VERB}){name}(?=\s+(?:{kin_of}|(?:{either(then)})\b))",
        rf"{oneself}\s+{kin_of}(?:\s+[^\W\d]+)?\s*,\s*{name}{ends}",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in told)


@lru_cache(maxsize=8)
def _introduced(here: frozenset[str], titles: frozenset[str]) -> re.Pattern[str]:
    begins = rf"(?:^|[,.;\n]\s*)(?:\w+\s+)?(?:{either(here)}|saya|sy|aku)\s+(?!{_VERB})"
    return re.compile(rf"{begins}(?:(?:{either(titles)})\s+)?(?P<name>[^\W\d]+)", re.IGNORECASE)


def tells_more(world: World, besides: str) -> list[str]:
    """The words that tell something beside a name, and who it is that speaks."""
    return [word for word in telling(besides, world) if word not in world.naming_voice["sekitar"]]


def settled(world: World, text: str, names: str, labels: Mapping[str, Whose]) -> Whose | None:
    """What this says to the question whose name it is; None where it tells something else, or leaves it open. `names`:
    both that are spoken of; `labels`: of the buttons under it."""
    if key_of(text) in labels:
        return labels[key_of(text)]
    voice, told = world.naming_voice, _WORD.findall(key_of(text))
    own = {*_WORD.findall(key_of(names)), *voice["sekitar"], *voice["sendiri"], *voice["pinjam"], *voice["nama"]}
    if not own.union(voice["biar"], voice["ganti"], world.oneself, world.nodding).issuperset(told):
        return None
    said_of: Iterable[Whose] = ("biar", "pinjam", "ganti")
    found = next((sort for sort in said_of if not voice[sort].isdisjoint(told)), None)
    if found is not None:  # "bukan pinjam" says what it is not
        return found if voice["bukan"].isdisjoint(told) else None
    return None if voice["sendiri"].isdisjoint(told) else "nama"

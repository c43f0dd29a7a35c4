"""Which words may be somebody's name: none that a table of words knows, unless it is said to be one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from bot.core.forms.world import WORDS, World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.vocabulary import Vocabulary

SHORTEST, _FEWEST = 3, 3  # letters; words of an exchange
_MOST = 4  # words of a name
_WRITTEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*")


def may_be_name(world: World, word: str) -> bool:
    word, words, names = word.lower(), world.unwriting, world.spellings.names
    no_name = (names.no_name, titles(world.spellings), words["bukan_nama"], words["iringan"], words["sebab"])
    asks = (words["jangan"], words["tulis"], words["ada"], words["hapus"], words["nama"], words["milik"])
    is_word = (
        len(word) >= SHORTEST and not any(map(str.isdecimal, word)) and word not in world.naming_voice["bukan_nama"]
    )
    return is_word and not any(word in known for known in (*no_name, *asks))


def titles(spellings: Vocabulary) -> frozenset[str]:
    return frozenset(spellings.names.address) | frozenset(spellings.names.loose)


def exchanges(world: World, text: str) -> bool:
    """ "Ibu Hasnah diganti ibu Marwah", "ganti pak Lukman jadi pak Lokman", "bukan Lukman tapi Lokman": it is to be
    somebody else, and nobody is called so."""
    told, spoken = world.inviting, key_of(text).split()
    if len(spoken) < _FEWEST or not told["gantinya"].isdisjoint(spoken[1:]):
        return len(spoken) >= _FEWEST
    is_denied = not told["bukan_nama_itu"].isdisjoint(spoken) and not told["jadi_nama"].isdisjoint(spoken)
    return is_denied or spoken[0] in told["ganti_nama"] | told["coret"]


def is_plain(world: World, word: str) -> bool:
    """Whether some table of words knows it, also with what grew to it ("matanya"): no name, where nothing says so."""
    said = word.lower()
    stems = {said, said.removesuffix("nya")}
    return bool(stems & _spelt(world.spellings)) or not all(
        stems.isdisjoint(_words(getattr(world, name))) for name in WORDS
    )


def tells_something(world: World, text: str) -> bool:
    """ "Saya mau pulang dulu", "jam berapa selesainya": nothing but words that tables know, and more than how somebody
    is addressed and one of them."""
    spoken = [word for word in map(key_of, text.split()) if word not in titles(world.spellings)]
    return len(spoken) > 1 and all(is_plain(world, word) for word in spoken)


def called(world: World, text: str) -> str:
    """Whom these words name and nothing else, with how they are addressed: "namanya bapak Sumang kak". Empty for a
    sentence: each word of a name is one that no table knows."""
    voice, guests = world.naming_voice, world.spellings.guests
    beside = world.unwriting["iringan"] | world.unwriting["nama"] | voice["nama"] | world.wrong
    address = titles(world.spellings) | voice["sapaan"] | voice["tua"] | {*guests.woman, *guests.man}
    words = text.strip(' .,:;"“”').split()
    spoken = [word.strip(".:").lower() for word in words]
    first = next((at for at, word in enumerate(spoken) if word in address or word not in beside), len(words))
    last = next((at for at in range(len(words), first, -1) if spoken[at - 1] not in beside), first)
    named = [word for word in spoken[first:last] if word not in address]
    sure = [word for word in named if len(word) >= SHORTEST]  # "La Sakka"
    is_name = sure and len(named) <= _MOST and all(map(_WRITTEN.fullmatch, named))
    is_said = (
        not is_name or any(is_plain(world, one) for one in named) or not all(may_be_name(world, one) for one in sure)
    )
    return "" if is_said else " ".join(words[first:last])


def all_named(world: World, names: Iterable[str], told: Iterable[str]) -> bool:
    """Whether each was told as a name somewhere: "pak Lasemmang", "namanya aldi"; "suamiku stroke" is an illness."""
    lead, text = either(titles(world.spellings) | world.unwriting["nama"]), "\n".join(told)
    said = (rf"\b(?i:(?:{lead})\.?\s+{one})\b|\w,?\s{one.title()}\b" for one in map(re.escape, names))
    return all(re.search(one, text) for one in said)


def is_of_somebody(world: World, text: str, names: Iterable[str], told: Iterable[str]) -> bool:
    """Whether what is to go is somebody: it is said or told as a name, or stands behind who that is ("teman saya
    aldi"); "besi juga dihapus" is a thing that was told."""
    words = world.unwriting
    if re.search(rf"\b(?:{either(words['nama'])})\b", text, re.IGNORECASE):
        return True
    others, voice = world.others_names, world.naming_voice
    kin = (words["milik"] | others["siapa"] | voice["tua"]) - words["iringan"] - others["kata"] - voice["beda"]
    near = titles(world.spellings) | words["nama"] | kin
    before = re.compile(rf"\b(?:{either(near)})\s+(?:(?:{either(world.own_name['diri'])})\s+)?$", re.IGNORECASE)
    stands = ["\n".join(told), text]
    return all(
        re.search(rf"\w,?\s{one.title()}\b", "\n".join(stands))
        or any(before.search(re.split(rf"\b{one}", each, maxsplit=1, flags=re.IGNORECASE)[0]) for each in stands)
        for one in map(re.escape, names)
    )


@lru_cache(maxsize=2)
def _spelt(spellings: Vocabulary) -> frozenset[str]:
    return frozenset(_words(spellings))


def _words(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield from told.lower().split()
    elif is_dataclass(told):
        yield from (word for one in fields(told) for word in _words(getattr(told, one.name)))
    elif isinstance(told, Iterable):
        parts = (*told.values(), *told) if isinstance(told, dict) else told
        yield from (word for part in parts for word in _words(part))


def name_of(world: World, word: str) -> str:
    """Empty for what is no name: "ini saya lagi", "jangan sebut namaku"."""
    word, voice = key_of(word), world.naming_voice
    known = world.spellings.places.no_hamlet, voice["bukan_nama"], voice["nama"], world.oneself, world.words
    return "" if len(word) < SHORTEST or any(word in words for words in known) else word.title()


def brought_for(world: World, text: str) -> str:
    """ "Saya bawakan usulan bu Murni: …", "untuk bapak Made, …", "buat anak saya Fikri, …": at the beginning of a
    sentence, with a mark behind the name."""
    words = world.naming_voice
    leads = words["bawakan"] | words["untuk"]
    between = leads | words["pinjam"] | words["sekitar"] | world.oneself
    found = _brought(leads, between, words["anaknya_sendiri"], words["tua"] | words["sapaan"]).search(text)
    name = name_of(world, found["name"]) if found is not None and not is_plain(world, found["name"]) else ""
    return " ".join(filter(None, (found["title"], name))).title() if found is not None and name else ""


def typed_for(world: World, text: str) -> str:
    """For whom somebody says that they type: "nenek cahaya buta jadi sy yg ketikkan". Empty where nobody is named."""
    words = world.naming_voice
    if words and (name := brought_for(world, text)):
        return name
    if not words or one_of(words["ketikkan"]).search(text) is None:
        return ""
    titles = words["tua"] | words["sapaan"]
    whose = rf"\b(?:(?P<title>{either(titles)})|{either(words['milik_titip'])})"
    called = re.finditer(rf"(?={whose}\s+(?P<name>[^\W\d]+))", text, re.IGNORECASE)
    named = [one for one in called if name_of(world, one["name"]) and one["name"].lower() not in titles]
    told = [one for one in named if one["name"].lower() in words["awal_nama"] or not is_plain(world, one["name"])]
    return " ".join(filter(None, told[0].groups())).title() if told else _kin_typed_for(world, text)


def _kin_typed_for(world: World, text: str) -> str:
    """ "Mewakili nenekku yang tidak bisa baca", "saya tulis untuk tetangga saya": only who it is to them."""
    words = world.naming_voice
    led = rf"\b(?:{either(words['ketikkan'])})\s+(?:(?:{either(words['punyanya'])})\s+)*"
    own = rf"\s*(?:{either(words['milik_sendiri'])})\b"
    found = re.search(rf"{led}(?P<kin>{either(words['kerabat_titip'])}){own}", text, re.IGNORECASE)
    return found["kin"].title() if found is not None else ""


def is_nameless(world: World, whom: str) -> bool:
    """Whether that tells no name yet."""
    return key_of(whom) in world.naming_voice["kerabat_titip"]


@lru_cache(maxsize=8)
def _brought(
    leads: frozenset[str], between: frozenset[str], own: frozenset[str], address: frozenset[str]
) -> re.Pattern[str]:
    led = rf"(?:^|[.;\n])\s*(?:\w+\s+)?(?:{either(leads)})\b\W+(?:(?:{either(between)})\W+)*"
    whom = rf"(?:(?:{either(own)})|(?P<title>{either(address)}))\s+(?P<name>[^\W\d]+)"
    return re.compile(rf"{led}{whom}\s*[,:;.]", re.IGNORECASE)

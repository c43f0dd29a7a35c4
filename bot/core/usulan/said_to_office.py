"""What is said to the office in the middle of telling, and is no part of what is told: who sees that it is they
("rahman bisa lihat nama sy tidak??"), that their number is given to nobody, whom to call, of whom a reason is asked
for, a threat, and what is said of the talk itself. Pure."""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.core.forms.world import World
from bot.core.spelt import one_of
from bot.core.understanding.declining import guards_number
from bot.core.understanding.where.hamlets import tells_something
from bot.core.usulan import said_of_talk

_SENTENCE, _CLAUSE = re.compile(r"[^.!?;\n]+[.!?;\n]*"), re.compile(r"[^,.!?;\n]+[,.!?;\n]*")
_WORD = re.compile(r"[^\W_]+")
_LONGEST, _NEAR = 14, 2  # words of what says it; between a number and whose it is
Says = Callable[[World, list[str], str], bool]
_ASKS, _MINE = "kah", "ku"  # behind any word, before it
OWN_NUMBER = "nomor_sendiri"  # the act by which it is guarded
_BESIDE = frozenset({"nomor", "tanya", "menelepon", "kepada", "biasa"})  # sorts that name no office


def heard_in(world: World, text: str) -> tuple[str, str] | None:
    """The act by which it is answered, and what else is told; None where nothing of it is said."""
    spoken = _WORD.findall(text.lower())
    for act, (gate, pieces, says) in _READ.items():
        if gate(world).isdisjoint(spoken):
            continue
        parts = pieces.findall(text)
        others = [one for one in parts if not _is_short(one, world, says)]
        if len(others) < len(parts):
            return act, "".join(one for one in others if tells_something(one, world)).strip(" ,\n")
    return None


def _is_short(part: str, world: World, says: Says) -> bool:
    spoken = _WORD.findall(part.lower())
    return 1 < len(spoken) <= _LONGEST and says(world, spoken, part)


def _asks_who_sees(world: World, spoken: list[str], part: str) -> bool:
    words, said = world.seen_by, list(spoken)
    if words["lihat"].isdisjoint(spoken) or not words["bukan"].isdisjoint(spoken):
        return False
    asks = "?" in part or spoken[-1] in words["akhir"] or any(word.endswith(_ASKS) for word in spoken)
    while len(said) > 1 and said[-1] in words["akhir"]:
        said.pop()
    whole = " ".join(said)
    named = (one_of(phrases).search(whole) is not None for phrases in (world.own_name["nama"], words["saya"]))
    is_self = any(named) or any(whole.endswith(phrase) for phrase in words["diri"])
    return is_self and (asks or not words["tanya"].isdisjoint(spoken))


def _asks_for_number(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Nomor polisi berapa", "minta nomor ambulans", "sy telp siapa"; "plat nomor mobil polisi" asks for none."""
    words = world.emergency
    if words["biasa"].isdisjoint(spoken) and one_of(words["kepada"]).search(" ".join(spoken)):
        return True
    asks = "?" in part or not words["tanya"].isdisjoint(spoken)
    at = [here for here, word in enumerate(spoken) if word in words["nomor"]]
    return asks and any(offices_in(world, spoken[max(here - _NEAR, 0) : here + _NEAR + 1]) for here in at)


def offices_in(world: World, spoken: Sequence[str]) -> list[str]:
    """Whose number is asked for, by the word that stands in their name."""
    return [office for office, told in world.emergency.items() if office not in _BESIDE and not told.isdisjoint(spoken)]


def _asks_of_whom(world: World, spoken: Sequence[str], _part: str) -> bool:
    words = world.asking_why
    return all(not words[sort].isdisjoint(spoken) for sort in ("sebabnya", "minta", "siapa"))


def _threatens(world: World, spoken: Sequence[str], _part: str) -> bool:
    """ "Kubakar kantormu", "sy datangi kantormu bawa parang"."""
    words = world.threatening
    if words["kepada"].isdisjoint(spoken) or not any(one in words["siapa"] or one.startswith(_MINE) for one in spoken):
        return False
    at = (spoken.index(one) for one in spoken if one in words["laku"])
    strikes = any(not words["kepada"].isdisjoint(spoken[here + 1 : here + 3]) for here in at)
    return strikes or all(not words[sort].isdisjoint(spoken) for sort in ("senjata", "datang"))


def _asks_if_right_place(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Ini tempat lapor irigasi?" """
    words, said = world.seen_by, " ".join(spoken)
    asks = "?" in part or spoken[-1] in words["akhir"] or spoken[0] in words["tanya"]
    is_here = asks and one_of(words["tempat_lapor"]).search(said) is not None
    return is_here and not words["lapor"].isdisjoint(spoken) and one_of(words["bukan_lapor"]).search(said) is None


#: By act: the words without which nobody says it, in which pieces it is looked for, and whether one says it.
_READ: Mapping[str, tuple[Callable[[World], frozenset[str]], re.Pattern[str], Says]] = {
    "tanya_rahasia": (lambda world: world.seen_by["lihat"], _SENTENCE, _asks_who_sees),
    OWN_NUMBER: (lambda world: world.own_number["jangan"], _SENTENCE, guards_number),
    "nomor_darurat": (
        lambda world: world.emergency["nomor"] | world.emergency["menelepon"],
        _SENTENCE,
        _asks_for_number,
    ),
    "tanya_ditolak": (lambda world: world.asking_why["sebabnya"], _SENTENCE, _asks_of_whom),
    "di_sini_tempatnya": (lambda world: world.seen_by["lapor"], _SENTENCE, _asks_if_right_place),
    "ancaman": (lambda world: world.threatening["kepada"], _CLAUSE, _threatens),
    "ditelepon": (lambda world: world.said_of_talk["telepon"], _SENTENCE, said_of_talk.asks_to_be_phoned),
    "tanya_dikerjakan": (lambda world: world.said_of_talk["kapan"], _SENTENCE, said_of_talk.asks_when_done),
    "tanya_pasti": (lambda world: world.said_of_talk["artinya"], _SENTENCE, said_of_talk.asks_if_settled),
    "foto_dibaca": (lambda world: world.said_of_talk["foto"], _SENTENCE, said_of_talk.asks_if_photo_is_read),
    "bukan_musyawarah": (lambda world: world.said_of_talk["musyawarah"], _SENTENCE, said_of_talk.keeps_from_meeting),
    "hapus_data": (lambda world: world.said_of_talk["hapus"], _SENTENCE, said_of_talk.asks_how_to_erase),
    "maaf_emosi": (lambda world: world.said_of_talk["maaf"], _SENTENCE, said_of_talk.is_sorry),
}

"""Whose name is not to stand in it, where they are called by what they are to the speaker: "namaku boleh disebut tapi
anakku jangan", "nama anakku jgn ditulis". The speaker's own name is not meant. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.forms.writing import is_question
from bot.core.spelt import either, one_of
from bot.core.understanding.name_words import is_plain, may_be_name
from bot.core.usulan import own_wish
from bot.core.usulan.unwritten import may_ask, title_in


def plainly(world: World, text: str) -> str:
    """ "Namaku boleh disebut tapi anakku jangan" is "tapi anakku jangan ditulis"."""
    wish, words = own_wish.read(world, text), world.unwriting
    if wish is None or wish.hides or not wish.left:
        return text
    return _bare(words["jangan"]).sub(rf"\1 {min(words['tulis'])}", wish.left)


def meant(world: World, text: str) -> str:
    """What they are to the speaker; empty where nobody is so called, where the speaker's own name is meant, or another
    is to be written instead, and where a photo goes that shows them."""
    words, others = world.unwriting, world.others_names
    if others and _names_photos(world, text):
        return ""
    text = _without_case(world, text)
    own = re.search(rf"\b(?:{either(words['sendiri'])})\b", text, re.IGNORECASE)
    found = _kin(others["siapa"]).search(text) if others and own is None and may_ask(world, text) else None
    if found is None or _is_a_thing(world, text, found):
        title = title_in(world, text) if others else None
        return title["who"] if title else ""
    instead = rf"\b(?:{either(words['gantinya'])})\s+(?!{re.escape(found[0])})[^\W\d_]"
    return "" if re.search(instead, text[found.end() :], re.IGNORECASE) else found[0]


def beside_case(world: World, text: str) -> str | None:
    """What is asked, without the case in which it would be: "kalau suamiku larang bisa ji dihapus". None where no case
    is told."""
    case = one_of(frozenset(world.spellings.common.condition)).search(text)
    if case is None:
        return None
    asks = one_of(world.taking_back["boleh"]).search(text, case.end()) if not case.start() else None
    return text[asks.start() :] if asks else text[: case.start()]


def _without_case(world: World, text: str) -> str:
    """ "Bisa ji dihapus kalau iparku marah?" asks whether it can go, and whose name it is does not stand behind it."""
    front = beside_case(world, text)
    return front if front and may_ask(world, front) and is_question(text, world, free=False) else text


def _names_photos(world: World, text: str) -> bool:
    photos = rf"\b(?:{either(world.taking_out['foto'])})(?:nya|ku|na|ta)?\b"
    return re.search(photos, text, re.IGNORECASE) is not None and not one_of(world.unwriting["nama"]).search(text)


def nobody_named(world: World, text: str) -> bool:
    """ "Jangan sebut2 dia", "jangan sebut nama itu": it is not said who is meant."""
    words, others = world.unwriting, world.others_names
    if not others or not may_ask(world, text) or one_of(others["dia"]).search(text) is None:
        return False
    left = one_of(words["jangan"] | words["tulis"] | others["dia"]).sub(" ", text).lower()
    said = re.findall(r"\w+", left)
    why = next((at for at, word in enumerate(said) if word in words["sebab"]), len(said))
    is_told = one_of(words["tulis"]).search(text) is not None
    return is_told and all(word in words["iringan"] for word in said[:why])


def _is_a_thing(world: World, text: str, found: re.Match[str]) -> bool:
    """ "Soal les anak saya jangan dimasukkan", "urusan suami jangan ditulis", "anak sekolah hapus": what goes is a
    thing or a group, and no name."""
    words, behind = world.unwriting, text[found.end() :]
    points = rf"(?:{either(world.taking_out['tunjuk_jangan'])})\s+"  # "yg suamiku itu jangan ditulis"
    matter = either(world.taking_out["soal"] | world.taking_out["masalah"])
    about = rf"\b(?:(?:{matter})\s+(?:[^\W\d_]+\s+)?|{points})$"
    asks = either(words["jangan"] | words["tulis"] | words["ada"] | words["hapus"] | words["sebab"] | words["dan"])
    beside = either(words["iringan"] | world.others_names["kata"])
    said = re.match(r"\s+([^\W\d_]+)", behind)
    plain = said is not None and is_plain(world, said[1])
    asked = re.match(rf"(?:\s+(?:{beside})\b)*\s*(?:$|[^\w\s]|(?:{asks})\b)", behind, re.IGNORECASE)
    return re.search(about, text[: found.start()], re.IGNORECASE) is not None or (plain and asked is None)


def by_name(world: World, text: str, told: Iterable[str]) -> str:
    """With the name by which they stand in what was told ("anakku Aisyah", "anak saya namanya Aisyah") in their place;
    as it is where there is none, or several."""
    who = meant(world, text)
    is_kin = who and who.lower() not in world.others_names["jabatan"]  # "pak camat" is not "pak Aldi"
    name = _called(world, who, told) if is_kin else ""
    if not name:
        return text
    instead = rf"[,.;\s]*\b(?:{either(world.unwriting['gantinya'])})\s+{re.escape(who)}\b(?:\s+saja)?"
    text = re.sub(instead, "", text, flags=re.IGNORECASE)
    called = rf"(?:\b(?:{either(world.unwriting['nama'])})\s+)?{re.escape(who)}"
    return re.sub(called, f"{min(world.unwriting['nama'])} {name}", text, count=1, flags=re.IGNORECASE)


def _called(world: World, who: str, told: Iterable[str]) -> str:
    lead = either({*world.unwriting["nama"], *world.others_names["kata"]})
    stem = re.escape(who.split(maxsplit=1)[0].removesuffix("ku").removesuffix("nya"))
    at = re.compile(rf"\b{stem}(?:ku|nya|ta)?(?:\s+(?:{lead})\b)*\s+([^\W\d_]+)", re.IGNORECASE)
    found = [one[1] for text in told for one in at.finditer(text)]
    names = {word.lower(): word for word in found if may_be_name(world, word) and not is_plain(world, word)}
    return next(iter(names.values())) if len(names) == 1 else ""


@lru_cache(maxsize=2)
def _bare(no: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({either(no)})(?=\W*(?:\w{{1,3}}\W*)?$)", re.IGNORECASE)


@lru_cache(maxsize=2)
def _kin(kin: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(kin)})\b(?:\s+(?:saya|sy|kami|ku)\b)?", re.IGNORECASE)

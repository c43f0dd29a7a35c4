"""What is to go out of an usulan that was sent, said without the usulan in which it stands: "hapus stroke dari
usulanku", "jangan ditarik, nomorku saja dihapus". A telephone number goes alone, wherever it stands."""

import re
from functools import lru_cache
from typing import Any

from bot.core.flow.correcting.said_to_go import as_deed, may_take_out, points_out
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.digits import TO_CALL
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.understanding.declining import guards_number

_WORD = re.compile(r"[\w-]+")
_EDGES, _LONGEST = " ,.;:\n", 160  # characters


def part(world: World, text: str) -> str:
    """Without "dari usulannya" and without "bukan ditarik": the usulan itself stays."""
    words = world.taking_back
    taken, of_it, no, at, stays = (either(words[sort]) for sort in ("kata", "apa", "bukan", "letak", "tetap"))
    denied = rf"(?:\b(?:{of_it})\s+)?\b(?:{no})\s+(?:{taken})\b(?:\s+(?:{of_it})\b)?"
    places = rf"{denied}|\b(?:{of_it})\s+(?:{stays})\b|\b(?:{at})\s+(?:{of_it})\b"
    return re.sub(places, " ", text, flags=re.IGNORECASE).strip(_EDGES)


def names_something(world: World, text: str) -> bool:
    """Whether more stands there than that something is to go."""
    words, beside = world.taking_back, world.taking_out
    known = words["kata"] | words["apa"] | words["samping"] | beside["kata"] | beside["keluarkan"] | beside["iringan"]
    known |= world.agreeing["ya"] | world.oneself | world.nodding
    return bool(_WORD.search(one_of(frozenset(known)).sub(" ", text)))


def is_part(world: World, text: str) -> bool:
    """Whether something of an usulan is to go, which is named, and not the usulan."""
    left = part(world, text)
    return left != text.strip(_EDGES) and names_something(world, left)


def asks_for_part(world: World, text: str, *, is_about: bool) -> bool:
    """`is_about`: it is said of one that was sent."""
    goes = (may_take_out(world, text) and names_something(world, text)) if is_about else points_out(world, text)
    return goes or _names_telephone(world, text)


def telephone_gone(scene: Scene, text: str) -> dict[str, Any]:
    """By question: what is left of the words with a number in them; the one that is told, or any."""
    if not scene.world.taking_out or not _names_telephone(scene.world, text):
        return {}
    told = {_digits(one) for one in TO_CALL.findall(text)}
    led = rf"[\s,.;:]*(?:\b(?:nomor\s+)?(?:{either(scene.world.own_number['nomor'])})(?:ku)?\b[\s:.]*)?"
    number = re.compile(rf"{led}({TO_CALL.pattern})", re.IGNORECASE)
    left: dict[str, Any] = {}
    for key in in_own_words(scene):
        value = scene.values[key]
        words = number.sub(lambda one: one[0] if told and _digits(one[1]) not in told else "", value["text"])
        if words != value["text"] and words.strip(_EDGES):
            left[key] = {**value, "text": words.strip(_EDGES)}
    return left


def rest_gone(scene: Scene, text: str) -> dict[str, Any]:
    """ "Hapus yang juga disampaikan", "kosongkan bagian juga itu": all of what was told besides, by its title."""
    words = scene.world.taking_out
    goes = bool(words) and len(text) <= _LONGEST and one_of(words["kata"] | words["keluarkan"]).search(text) is not None
    rests = (one for one in scene.flow.questions if kind_of(one).rest and one.key in scene.values) if goes else ()
    called = re.compile(rf"(?<!\w)(?:{either(words['bagian_juga'])})(?!\w)", re.IGNORECASE) if goes else None
    return {one.key: None for one in rests if key_of(one.title) in key_of(text) or (called and called.search(text))}


def rest_unnamed(scene: Scene, text: str) -> str:
    """Without the title of what was told besides: "hapus soal isyarat dari yang juga disampaikan"; empty where all of
    it is meant."""
    if not scene.world.taking_out["foto_semua"].isdisjoint(_WORD.findall(text.lower())):
        return ""
    titles = {key_of(one.title) for one in scene.flow.questions if kind_of(one).rest}
    called = either(frozenset(titles) | scene.world.taking_out["bagian_juga"])
    at = either(scene.world.taking_back["letak"])
    return re.sub(rf"(?:\b(?:{at})\s+)?(?<!\w)(?:{called})(?!\w)", " ", text, flags=re.IGNORECASE).strip(_EDGES)


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


@lru_cache(maxsize=2)
def _mine_too(words: frozenset[str]) -> frozenset[str]:
    return words | {f"{word}ku" for word in words}


def _names_telephone(world: World, text: str) -> bool:
    """ "Hapus nomorku", "nomorku jgn dikasih siapa2", which is read out where it stands."""
    if TO_CALL.search(text) is None and one_of(_mine_too(world.own_number["nomor"])).search(text) is None:
        return False
    goes = one_of(world.taking_out["kata"]).search(as_deed(world, text)) is not None
    return goes or guards_number(world, _WORD.findall(text.lower()), text)

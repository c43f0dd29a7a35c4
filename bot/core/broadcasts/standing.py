"""What of a written text is meant by words that put it right: "aula smp 2 jadi aula kantor camat", "harusnya smp 2",
"tempatnya di balai desa"; and a correction of several things, one after the other."""

import re
from collections.abc import Callable, Sequence

from bot.core.forms.world import World
from bot.core.forms.writing import bare, key_of
from bot.core.understanding.times.moments import speaks_of_time

_SPLIT = re.compile(r"(?<=[,.;])\s+|\s+(?=(?:dan|sama|serta|terus|lalu)\s)")
_ENDS = re.compile(r"[.,;:\n]")
_LONGEST = 8  # words of what stands there
Pair = tuple[str, str]


def clauses(text: str, world: World) -> list[str]:
    """Where it names several things that are to be another: "ganti tempatnya jadi … dan harinya kamis"; else none."""
    parts, found = [part.strip(" ,.;") for part in _SPLIT.split(text) if part.strip(" ,.;")], list[str]()
    for part in parts:
        if _names(part, world) or not found:
            found.append(part)
        else:
            found[-1] = f"{found[-1]}, {part}"
    begun = [part for part in found if _names(part, world)]
    return found if len(begun) > 1 or (len(found) > 1 and len(begun) == len(found)) else []


def pair_of(text: str, html: str, world: World, stands: Callable[[str], bool]) -> Pair | None:
    """What stands there, and what is right in its place; None where that is not clear."""
    words = text.split()
    return _turned(words, world, stands) or _should_be(words, html, world) or _elsewhere(words, html, world)


def _names(part: str, world: World) -> bool:
    """Whether it begins with what is to be another: "harinya", "dan jamnya", "ganti tempatnya"."""
    known, beside = world.of_news, world.of_news["iringan"] | world.of_news["ganti"] | world.of_news["sambung"]
    spoken = [key_of(word) for word in part.split()]
    at = next((at for at, word in enumerate(spoken) if word in known["sebutan"] or word not in beside), len(spoken))
    return at < len(spoken) and spoken[at] in known["sebutan"]


def _turned(words: Sequence[str], world: World, stands: Callable[[str], bool]) -> Pair | None:
    """ "Tempatnya belum, aula SMP 2 Malua jadi aula kantor camat": the longest part before "jadi" that stands there."""
    turns = [at for at, word in enumerate(words) if key_of(word) in world.of_news["jadi"]]
    if not turns or not 0 < turns[0] < len(words) - 1:
        return None
    before, right = words[: turns[0]], _bare(words[turns[0] + 1 :], world)
    for at in range(max(len(before) - _LONGEST, 0), len(before)):
        wrong = " ".join(before[at:])
        if right and key_of(wrong) not in world.of_news["iringan"] and stands(wrong):
            return wrong, right
    return None


def _should_be(words: Sequence[str], html: str, world: World) -> Pair | None:
    """ "Ada yang salah, harusnya smp 2": the other number behind the same words, where there is only one."""
    leads = world.stopping["mestinya"] | world.of_news["penunjuk"] | world.of_news["iringan"]
    at = next((at for at, word in enumerate(words) if key_of(word) in world.stopping["mestinya"]), None)
    behind = words[at + 1 :] if at is not None else []
    while behind and key_of(behind[0]) in leads:
        behind = behind[1:]
    right = _bare(behind, world).split()
    if len(right) < 2 or not right[-1].isdecimal():
        return None
    head = " ".join(right[:-1])
    found = {one for one in re.findall(rf"\b{re.escape(head)}\s+(\d+)\b", html, re.IGNORECASE) if one != right[-1]}
    return (f"{head} {found.pop()}", " ".join(right)) if len(found) == 1 else None


def _elsewhere(words: Sequence[str], html: str, world: World) -> Pair | None:
    """ "Tempatnya jadi aula kantor camat": in place of the only place that is told there."""
    told, spoken = world.moving_venue, [key_of(word) for word in words]
    at = next((at for at, word in enumerate(spoken) if word in told["tempat"] & world.of_news["sebutan"]), None)
    if at is None or not _names(" ".join(words[: at + 1]), world):
        return None
    begin = next((n for n in range(at + 1, len(words)) if spoken[n] not in told["ganti"] | told["ke"]), len(words))
    right, places = _bare(words[begin:], world), _places(html, world)
    asks = not world.agreeing["tahan"].isdisjoint(key_of(right).split())  # "di mana"
    is_place = 0 < len(right.split()) <= _LONGEST and not _ENDS.search(right) and not asks
    return (places[0], right) if is_place and len(places) == 1 else None


def _places(html: str, world: World) -> list[str]:
    """What stands behind "di" or "pindah … ke", up to where something else is told."""
    told, words = world.moving_venue, html.split()
    spoken = [key_of(word) for word in words]
    moved = next((at for at, word in enumerate(spoken) if word in told["ganti"]), None)
    first = [at for at, word in enumerate(spoken) if moved is not None and at > moved and word in told["arah"]]
    starts = first[-1:] or [at for at, word in enumerate(spoken) if word in {"di", "bertempat"}]
    return [place for start in starts if (place := _up_to_time(words[start + 1 :], world))]


def _up_to_time(words: Sequence[str], world: World) -> str:
    place = list[str]()
    for word in words:
        said = key_of(word)
        is_time = speaks_of_time(world.spellings, said) and not word.isdecimal()
        if is_time or said in world.moving_venue["sesudah"]:
            break
        place.append(word.rstrip(".,;:"))
        if _ENDS.search(word):
            break
    return " ".join(place)


def _bare(words: Sequence[str], world: World) -> str:
    """Without what only goes along at both ends."""
    return " ".join(bare(words, world.of_news["iringan"])).strip(" .,;")

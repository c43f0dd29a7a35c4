"""A guest whose name is another: "ganti pak made kepala dusun jadi pak madi", "pak made itu bukan made tapi madi". It
is written anew at once and shown, with the buttons that put it right."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from bot.core.forms.heard import Heard, Typed
from bot.core.hall.guests import Guest, guests_of
from bot.core.places.spelling import fold
from bot.core.spelt import either
from bot.work.access import allowed, button
from bot.work.hall.invited import guest_changes, guests_answered
from bot.work.hall.meeting import FAMILY
from bot.work.visit import Visit

_LONGEST, _LONGEST_NAME = 14, 4  # words
_ALIKE = 0.6  # of their letters
_CLAUSES, _NEW_AND_OLD = re.compile(r"\s*[,;\n]\s*"), ("new", "old")


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether the only one who is named so has another name now."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(button(FAMILY), visit.grants):
        return False
    if await _put_right(visit, heard.text):
        return True
    was, name, is_sure = _told(visit, heard.text)
    may_be = bool(name) and not guests_answered.names_other_things(visit, heard.text)
    hall = await guests_answered.meeting(visit, heard.text, of=" ".join(was)) if may_be else None
    if hall is None:
        return False
    found = guests_answered.named_in(visit, await guests_answered.on_list(hall), " ".join(was))
    own = [word for one in found for word in one.name.split()]
    titles = guests_answered.titles_of(visit)
    bare, new = ({*map(fold, words)} - titles for words in (own, name.split()))
    if len(found) != 1 or not (is_sure(own) or _are_alike(bare, new)):
        return False
    is_bare = fold(own[0]) in titles and titles.isdisjoint(map(fold, name.split()))
    line = f"{own[0]} {name}" if is_bare else name
    told, _ = guests_of(visit.office.catalog.world.spellings.guests).read_list(line)
    if told:
        await guest_changes.write_anew(hall, found[0], told[0])
    return bool(told)


async def _put_right(visit: Visit, text: str) -> bool:
    """ "Ramlah bukan Ramla, imam desa bukan imam masjid": each stands on the list by what it is not."""
    denied = either(visit.office.catalog.world.inviting["bukan_nama_itu"])
    pairs = [re.split(rf"\s+(?:{denied})\s+", part.strip(" .!"), flags=re.IGNORECASE) for part in _CLAUSES.split(text)]
    is_said = all(len(pair) == len(_NEW_AND_OLD) and len(pair[0].split()) <= _LONGEST_NAME for pair in pairs)
    hall = await guests_answered.meeting(visit) if is_said and len(text.split()) <= _LONGEST else None
    if hall is None or guests_answered.names_other_things(visit, text):
        return False
    listed, titles = await guests_answered.on_list(hall), guests_answered.titles_of(visit)
    bare = [{*map(fold, old.split())} - titles for _, old in pairs]
    found = [[one for one in listed if words and words <= {*map(fold, one.name.split())}] for words in bare]
    if any(len(named) != 1 for named in found):
        return False
    for (one,), gone, (new, _) in zip(found, bare, pairs, strict=True):
        kept = [word for word in one.name.split() if fold(word) not in gone]
        told = " ".join([*kept, *(word for word in new.split() if fold(word) not in titles)])
        await guest_changes.write_anew(hall, one, Guest(told))
    return True


def _are_alike(old: set[str], new: set[str]) -> bool:
    """ "Ratna" and "Ratnawati", "Rugayah" and "Rukiyah": the same person, written anew."""
    pairs = ((one, other) for one in old for other in new)
    return any(SequenceMatcher(None, one, other).ratio() >= _ALIKE for one, other in pairs)


def _told(visit: Visit, text: str) -> tuple[list[str], str, Callable[[list[str]], bool]]:
    """What stands before the new name, the name, and whether it is sure of a guest with this name, also where the two
    are not alike; no name where nothing is renamed."""
    inviting, words = visit.office.catalog.world.inviting, re.findall(r"[\w'’.]+", text)
    spoken = [word.lower() for word in words]
    leads = inviting["jadi_nama"] | inviting["sebenarnya"]
    at = next((at for at in range(len(words) - 1, 0, -1) if spoken[at] in leads), 0)
    name = [word for word in words[at + 1 :] if word.lower() not in inviting["iringan_coret"]]
    orders = not inviting["ganti_nama"].isdisjoint(spoken[:2])
    if not at or len(words) > _LONGEST or not 0 < len(name) <= _LONGEST_NAME:
        return [], "", bool
    is_denied = not inviting["bukan_nama_itu"].isdisjoint(spoken[:at])
    is_said = orders or is_denied or spoken[at] in inviting["sebenarnya"]
    beside = inviting["bukan_nama_itu"] | inviting["iringan_coret"] | inviting["diundang"]
    was = [word for word in words[:at] if word.lower() not in beside]
    last = fold(was[-1]) if was else ""
    return was, " ".join(name) if is_said and was else "", lambda own: orders or (is_denied and last in map(fold, own))

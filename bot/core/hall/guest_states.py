"""What somebody is like, told beside the name: "Bu Sitti Ara janda miskin Biak", "nenek Halija yg lumpuh", "16 th"."""

import re
from collections.abc import Iterable, Sequence

from bot.core.spelt import either
from bot.core.vocabulary import ELEMENTS, GuestWords


class States:
    """`kept`: the words of it that tell a group or what hinders them; all others go."""

    def __init__(self, words: GuestWords, groups: Iterable[str], kept: Iterable[str]) -> None:
        told = (*(each for key in groups for each in words.elements[key]), *words.states)
        self._state = re.compile(rf"\b((?:\d{{1,3}}\s*)?(?:{either(told)}))\b", re.IGNORECASE)
        link = either(words.links)
        self._tail = re.compile(rf"\s+(?:{either(words.tails)})\s+", re.IGNORECASE)
        self._links = re.compile(rf"^(?:(?:{link})\s+)+|(?:(?:^|\s+)(?:{link}))+$", re.IGNORECASE)
        self._kept = frozenset(kept)

    def begin(self, words: str) -> bool:
        return self._state.match(words) is not None

    def without_tails(self, parts: Sequence[str]) -> list[str]:
        """ "Ibu Rahma ketua PKK yang rumahnya dekat masjid": where nothing else tells her from others, that does."""
        each = [self._tail.split(part, maxsplit=1) for part in parts]
        told = [part[0] for part in each]
        return [*told, *(part[1] for part in each if len(told) == 1 and len(part) > 1)]

    def without_links(self, words: str) -> str:
        return self._links.sub("", words)

    def apart(self, part: str) -> list[str]:
        """ "Janda miskin Biak" is two groups and a place: on no paper does it say what somebody is like."""
        pieces = [self.without_links(piece.strip()) for piece in self._state.split(part)]
        kept = [piece for at, piece in enumerate(pieces) if piece and (not at % 2 or piece.lower() in self._kept)]
        return kept if len(pieces) > 1 else [part]


def narrower(one: str, other: str) -> str:
    """ "Perempuan, kurang mampu", "petani, difabel" is told as the group that is missing more often; a woman is counted
    as one anyway."""
    women, *rarely = ELEMENTS[:4]  # poor, disabled, old
    ranks = {group: at for at, group in enumerate(("", women, None, *reversed(rarely)))}
    return other if ranks.get(other, 2) > ranks.get(one, 2) else one

"""What a word of the trade means, asked by anybody: "apa itu DU-RKP?", "bedanya RKP desa sama RKPD"."""

import re

from bot.core.forms.world import World

_WORD = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_LONGEST = 10  # words; what is longer tells or asks more
_PHRASE = 4  # words
_MOST = 3  # that are explained at once


def asked(text: str, world: World) -> tuple[str, ...]:
    """Their names in `content/kata/tombol.toml`; nothing where anything else is said or asked."""
    words = _WORD.findall(text.lower())
    if len(words) > _LONGEST or not world.asking_meaning:
        return ()
    found, others, at = [], [], 0
    while at < len(words):
        length = next((n for n in range(_PHRASE, 0, -1) if " ".join(words[at : at + n]) in world.meanings), 0)
        if length:
            found.append(world.meanings[" ".join(words[at : at + length])])
        else:
            others.append(words[at])
        at += length or 1
    marks, around = world.asking_meaning["tanda"], world.asking_meaning["iringan"]
    asks = any(word in marks for word in others) and all(word in marks | around for word in others)
    return tuple(dict.fromkeys(found)) if asks and len(set(found)) <= _MOST else ()

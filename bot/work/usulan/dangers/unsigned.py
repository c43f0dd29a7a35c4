"""What is read of somebody's words while they wait for help: where it is to stand nowhere, without their own name."""

import re
from collections.abc import Iterable

from bot.core.understanding.name_words import SHORTEST
from bot.core.usulan.danger_words import spoken_in
from bot.core.usulan.own_names import own_names
from bot.core.usulan.own_wish import read
from bot.core.usulan.unwritten import office_of, pattern_of
from bot.work.visit import Visit

_CLAUSE = re.compile(r"[^,.;!?\n]+[,.;!?\n]*")

#: By this a turn knows in which words it was asked.
ASKED = "asked not to be named"


def quoted(visit: Visit, text: str) -> str:
    """Nor what asked for it."""
    text = _without_hidden(visit, text)
    if not visit.me.unnamed:
        return text
    wish, asked = read(visit.office.catalog.world, text), str(visit.turn.known.get(ASKED, ""))
    left = wish.left if wish is not None and wish.hides else text
    return own_name(visit, [text, asked]).sub(visit.text("pengusul_tanpa_nama"), left)


def _without_hidden(visit: Visit, text: str) -> str:
    """ "Di kamar atas, jgn sebut aku sekolah di SD 12"; "toko terbakar, jangan lama" hides nothing."""
    forbid = visit.office.catalog.world.spellings.common.forbid
    hidden, tell = (visit.office.plain(f"bahaya.kata_{name}").split() for name in ("penanda_diri", "bilang"))
    clauses = [(one, spoken_in(one)) for one in _CLAUSE.findall(text)]
    left = [one for one, said in clauses if any(map(said.isdisjoint, (forbid, hidden, tell)))]
    return text if len(left) == len(clauses) else "".join(left).strip(" ,;\n") or "…"


def own_name(visit: Visit, told: Iterable[str]) -> re.Pattern[str]:
    """With the office beside the name."""
    world = visit.office.catalog.world
    return pattern_of(_names(visit, told), office_of(world), places=world.unwriting["tempat_umum"])


def _names(visit: Visit, told: Iterable[str]) -> list[str]:
    world = visit.office.catalog.world
    words = [word for word in re.findall(r"[^\W\d_]+", visit.me.name) if len(word) >= SHORTEST]
    said = (name for text in told for name in own_names(world, text))
    return list(dict.fromkeys([*(word for word in words if word.lower() not in world.addressing), *said]))

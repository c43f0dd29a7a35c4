"""A name that is not to stand in an usulan is known again in what its proposer asks after sending, by a trace from
which no name is read: there, too, nobody reads it."""

import re
from collections.abc import Iterable
from hashlib import blake2b

from bot.core.usulan.unwritten import pattern_of
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work.usulan.voices.unnamed import KEPT_AWAY
from bot.work.visit import Visit

_LATELY, _MOST = 5, 2  # usulan; words of a name
_WORD = re.compile(r"[^\W\d_]+")


def note(visit: Visit, usulan_id: int, names: Iterable[str]) -> None:
    traces = [_trace(usulan_id, name) for name in dict.fromkeys(names)]
    if traces:
        events.note(visit.turn, usulan_id, events.NAMES, jejak=traces)


async def covered(visit: Visit, text: str) -> str:
    """The same without the names that are kept away from what is being told, or was sent lately."""
    drafts = (draft.state for draft in visit.conversations.values())
    names = {str(name).lower() for state in drafts for name in state.get("about", {}).get(KEPT_AWAY, ())}
    async with visit.look() as connection:
        mine = [one.id for one in await stored.of_person(connection, visit.me.id, _LATELY)]
        traces = await events.names_of(connection, mine)
    if not (names or traces):
        return text
    words = list(_WORD.finditer(text))
    parts = (words[at : at + many] for many in range(1, _MOST + 1) for at in range(len(words) - many + 1))
    said = {text[part[0].start() : part[-1].end()].lower() for part in parts}
    kept = [one for one in said if one in names or any(_trace(usulan, one) in traces for usulan in mine)]
    return pattern_of(kept, places=visit.office.catalog.world.unwriting["tempat_umum"]).sub(
        visit.text("nama_seseorang"), text
    )


def _trace(usulan_id: int, name: str) -> str:
    return blake2b(" ".join(name.lower().split()).encode(), key=str(usulan_id).encode(), digest_size=8).hexdigest()

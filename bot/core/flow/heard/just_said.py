"""What was said a moment ago in the same message is drawn back, or is to be read by nobody: "ganti kayu. eh itu saya
tarik, cor beton". The words just before that go and are shown; the rest is heard as if it stood alone."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.answering import title
from bot.core.flow.correcting import named_anew, turned_round
from bot.core.flow.correcting.found_to_go import CLAUSE, found_in
from bot.core.flow.correcting.said_to_go import EDGES, hides_that, only_says_why, said_in
from bot.core.flow.correcting.several_corrections import apart
from bot.core.flow.heard import corrected_beside, put_right_apart
from bot.core.flow.heard.another import telling, tells
from bot.core.flow.heard.corrected_beside import Beside
from bot.core.flow.heard.settled import settled
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Words
from bot.core.forms.world import World
from bot.core.spelt import one_of

_ENDS = re.compile(r"[.;!?\n]\s*$")
_ALL = ("rahasia", "tarik", "jangan", "simpan", "urung")
_DEEDS = ("jangan", "simpan")  # sorts of words
_FEWEST = 2  # words
_READ_THERE = frozenset({"wilayah", "orang", "ukuran"})  # kinds


def put_right(scene: Scene, heard: Typed) -> tuple[Typed, Beside | None]:
    """That, or else what was told before; the words as they are to be heard on. One word puts nothing right."""
    if len(heard.text.split()) < _FEWEST:
        return heard, None
    if (several := _apart(scene, heard)) is not None:
        return heard, several
    out = _left_out(scene, heard)
    heard, out = (heard, out) if out is not None else _put_right_in_it(scene, heard)
    if out is not None:
        return heard, out
    said, heard = heard.text, named_anew.last_of_it(scene, heard) or heard
    heard = corrected_beside.plainly(scene, turned_round.put_straight(scene, heard))
    several = (_apart(scene, heard) if heard.text != said else None) or corrected_beside.put_right(scene, heard)
    return heard, several or put_right_apart.hear(scene, heard)


def _apart(scene: Scene, heard: Typed) -> Beside | None:
    found = apart(scene, heard) if scene.flow.hears else None
    is_more = found is not None and len(telling(found.left, scene.world)) > 1 and tells(found.left, scene.world)
    left = found.left if found is not None and is_more else ""  # "bukan 20 KK tapi 26 KK orangnya" tells no more
    return Beside(found.scene, left, found.said, found.changed) if found is not None else None


def _left_out(scene: Scene, heard: Typed) -> Beside | None:
    """None where nothing stands before such words. Whoever tells a story may tell of what came to nothing."""
    asked = scene.asked
    if not scene.flow.hears or "cancel" in scene.state.pending or (asked is not None and kind_of(asked).verbatim):
        return None
    words = scene.world.taking_out
    said = {*said_in(heard.text)}
    if not words or not any(one <= said for one in _deeds(*(words[sort] for sort in _ALL))):
        return None
    clauses = CLAUSE.findall(heard.text)
    is_answer = asked is not None and (not kind_of(asked).story or getattr(asked.params, "wish", False))
    kept, gone, asks = list[str](), list[str](), False  # whether the clause before asked for it
    for clause in clauses if len(clauses) > 1 else ():
        asked_before, asks = asks, hides_that(scene.world, clause, *_DEEDS, points=False)
        if asks and found_in(scene, clause) is not None:
            return None  # it names what is to go, and that stands there
        if (
            kept
            and len(kept[-1].split()) > 1
            and not asked_before
            and (asks or (is_answer and _came_to_nothing(scene.world, kept[-1], clause)))
        ):
            gone.append(_pop_last(kept))
        elif not asks and not (gone and only_says_why(scene.world, clause)):
            kept.append(clause)
    if not gone:
        return None
    told = Words("mesin.tidak_dicatat", {"isi": "; ".join(gone)})
    return Beside(scene, "".join(kept).strip(EDGES), (told,), ())


def _put_right_in_it(scene: Scene, heard: Typed) -> tuple[Typed, Beside | None]:
    """What is right takes the place of what stands before it; where any words are an answer that is said, elsewhere the
    answer is. A number is read by its own question, and a place by its."""
    asked = scene.asked
    if not scene.flow.hears or (asked is not None and (kind_of(asked).verbatim or asked.kind in _READ_THERE)):
        return heard, None
    found = settled(heard.text, scene.world)
    if found is None or asked is None or not kind_of(asked).free:
        return (replace(heard, text=found.text) if found is not None else heard), None
    told = Words("mesin.ralat_kata", {"judul": title(scene, asked), "lama": found.wrong, "baru": found.right})
    return heard, Beside(scene, found.text, (told,), ())


@lru_cache(maxsize=8)
def _deeds(*sorts: frozenset[str]) -> frozenset[frozenset[str]]:
    """The words of each, most of which stand in no message; where they do, each clause is looked at."""
    return frozenset(frozenset(said_in(told)) for told in frozenset[str]().union(*sorts))


def _came_to_nothing(world: World, before: str, clause: str) -> bool:
    """ "Itu tidak jadi"; of what was promised once it is told."""
    return hides_that(world, clause, "urung") and not one_of(world.taking_out["pernah"]).search(before)


def _pop_last(kept: list[str]) -> str:
    """The clause before a comma; behind a full stop the sentence."""
    last = kept.pop()
    while _ENDS.search(last) and kept and not _ENDS.search(kept[-1]):
        last = kept.pop() + last
    return last.strip(EDGES)

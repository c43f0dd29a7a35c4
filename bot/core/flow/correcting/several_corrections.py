"""Several answers put right in one message: "bukan 25 tapi 35 orang, panjangnya bukan 120 tapi 200 meter". Each is put
right by itself; what is not understood, or puts nothing right, is left, and heard as if it stood alone."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.core.flow.correcting.corrections import exchanged
from bot.core.flow.correcting.named_anew import named_alone
from bot.core.flow.correcting.numbers.men_and_women import put_right
from bot.core.flow.correcting.said_to_go import said_in
from bot.core.flow.correcting.story_anew import starts_at
from bot.core.flow.correcting.wrong_words import in_own_words, in_stories_too, mend
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of, says_only_wrong, sentences_in
from bot.core.spelt import Spellings, either
from bot.core.stories.counted_alike import amount_told

_MOST, _FEWEST = 4, 2
_LONGEST = 40  # words; what is longer tells a story
_LEADS, _OF_IT = 3, "nya"  # words among which a name stands; how it ends


class Apart(NamedTuple):
    """`said`: what was put right; `left`: what else was said."""

    scene: Scene
    said: tuple[Words, ...]
    changed: tuple[str, ...]
    left: str


def apart(scene: Scene, heard: Typed) -> Apart | None:
    """None where fewer than two things are said to be otherwise, and where none of them is understood."""
    parts = [*_parts(scene, heard.text)] if _may_hold(scene, heard.text) else []
    meant = [part for part in parts if _is_meant(scene, heard.text, part)]
    if not _FEWEST <= len(meant) <= _MOST or put_right(scene, heard) is not None:
        return None
    now, said, changed, left = scene, list[Words](), list[str](), list[str]()
    for part in parts:
        step = _one(now, replace(heard, text=part)) if part in meant else None
        if step is None:
            left += [] if says_only_wrong(part, scene.world) else [part]
            continue
        said += [say.lead for say in step.say if say.lead][:1]
        now, changed = look(scene.flow, step.state, scene.world), [*changed, *step.changed]
    left = [part for part in left if not _is_no_such(scene, part, changed)]
    return Apart(now, tuple(said), tuple(changed), ", ".join(left)) if said else None


def _is_no_such(scene: Scene, part: str, changed: Collection[str]) -> bool:
    """ "Agustus itu bukan patokan. Patokannya masjid raya"."""
    ear = scene.world.ear
    return ear is not None and any(name.partition(".")[0] in changed for name in ear.named(ear.denied(part)))


def _may_hold(scene: Scene, text: str) -> bool:
    asked, left_alone = scene.asked, scene.target == FIRST or "cancel" in scene.state.pending
    if left_alone or (asked is not None and kind_of(asked).verbatim) or scene.world.ear is None:
        return False
    if "?" in text or len(text.split()) > _LONGEST or not (_denies(scene, text) or scene.world.ear.announces(text)):
        return False
    return not starts_at(scene, text)


def _is_meant(scene: Scene, text: str, part: str) -> bool:
    """Something is denied in it; or what stands there is named, where the message puts something right."""
    if _denies(scene, part):
        return True
    is_owned = any(key_of(word).endswith(_OF_IT) for word in part.split()[:_LEADS])
    names = [name.partition(".")[0] for name in _named(scene, part)] if is_owned else []
    stands = any(name in scene.values for name in names) or _told_amount(scene, part)
    announces = scene.world.ear is not None and scene.world.ear.announces(text)
    return bool(stands) and (_denies(scene, text) or announces)


def _one(scene: Scene, heard: Typed) -> Step | None:
    """A word of what was told only where no other answer is named: "dusunnya bukan Jambu tapi Makassar"."""
    ear = scene.world.ear
    step = named_alone(scene, heard)
    if step is not None or ear is None:
        return step
    if not ear.denied(heard.text) and (wrong := _told_amount(scene, heard.text)):
        words = scene.world.exchanging
        heard = replace(heard, text=f"{min(words['menyangkal'])} {wrong} {min(words['tetapi'])} {heard.text}")
    step = exchanged(scene, heard, ear.corrected(heard.text))
    if step is not None:
        return in_stories_too(scene, step, heard)
    return None if _named(scene, heard.text) else mend(scene, heard)


def _told_amount(scene: Scene, text: str) -> str:
    """ "Balitanya 42", of which 30 were told; empty where that is not clear."""
    return amount_told((scene.values[key]["text"] for key in in_own_words(scene)), text)


def parts_of(world: World, text: str) -> list[str]:
    """Cut at every comma and "and"."""
    return _cut(world.spellings.choices.join).split(text)


@lru_cache(maxsize=8)
def _cut(links: Spellings) -> re.Pattern[str]:
    """Made once of the same words: every message comes by here."""
    return re.compile(rf"[,;.\n]+\s+|\s+(?:{either(links)})\s+")


def _parts(scene: Scene, text: str) -> Iterator[str]:
    """Cut where the next value begins that is said to be wrong, and where another answer is named."""
    for sentence in sentences_in(text):
        told = ""
        for piece in _pieces(scene, sentence):
            if told and _begins_another(scene, told, piece):
                yield told
                told = ""
            told = f"{told}, {piece}".strip(" ,")
        yield told


def _pieces(scene: Scene, sentence: str) -> Iterator[str]:
    """Also where no comma parts them: "balitanya 42 dusunnya Salokaraja"."""
    for piece in filter(str.strip, parts_of(scene.world, sentence)):
        words = piece.split()
        owned = (at for at, word in enumerate(words) if at and key_of(word).endswith(_OF_IT) and _named(scene, word))
        for start, end in pairwise([0, *owned, len(words)]):
            yield " ".join(words[start:end])


def _begins_another(scene: Scene, told: str, piece: str) -> bool:
    """Whether something else is told in it, or another value denied."""
    names = _named(scene, piece)
    if _denies(scene, told) and not _tells_right(scene, told):
        return False  # "itu bukan tani, urusannya irigasi"
    is_named = bool(names) or bool(_told_amount(scene, piece))
    return (_denies(scene, told) and _denies(scene, piece)) or (is_named and names != _named(scene, told))


def _tells_right(scene: Scene, text: str) -> bool:
    ear = scene.world.ear
    right = ear.corrected(text) if ear is not None else ""
    return ear is not None and ear.denied(text) not in right and not says_only_wrong(right, scene.world)


def _denies(scene: Scene, text: str) -> bool:
    """Something is not so; of "tidak banjir" nothing was told."""
    wrong = scene.world.ear.denied(text) if scene.world.ear is not None else ""
    return bool(wrong) and (wrong[0].isdecimal() or not scene.world.denying["bukan"].isdisjoint(said_in(text)))


def _named(scene: Scene, piece: str) -> tuple[str, ...]:
    """What is called by its name at its beginning, as "dusunnya" or "yang merasakan"."""
    ear, words = scene.world.ear, piece.split()[:_LEADS]
    return ear.named(" ".join(words)) if ear is not None else ()

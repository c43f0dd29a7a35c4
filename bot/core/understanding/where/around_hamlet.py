"""The desa or kecamatan that is named before a dusun, or right behind it, where our list has that dusun elsewhere."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.places.chains import Chain, levels_of, ties
from bot.core.places.chains import Reading as Heard
from bot.core.places.gazetteer import DESA, DUSUN, KECAMATAN, gazetteer_of
from bot.core.places.names import MOST_WORDS
from bot.core.places.places import Places
from bot.core.understanding.where.spots import named_around
from bot.core.understanding.wished import is_wished
from bot.core.vocabulary import Vocabulary
from bot.core.wilayah import lies_in

_LED_BY = 3  # words before a dusun that may say where it is
_BEHIND = 4  # words: "desa pattondon salu maiwa"
_PAUSE = re.compile(r"[.,;\n]")


@lru_cache(maxsize=4)
def heard_in(text: str, places: Places, words: Vocabulary, most: int = MOST_WORDS) -> Heard:
    """The same words are asked about more than once while they are answered."""
    return Heard(text, gazetteer_of(places, words), levels_of(words), places.kabupaten.name, most)


def named_before(heard: Heard, hamlet: Chain, world: World) -> list[Chain]:
    """The wilayah that are named around a dusun which lies in none of them; also "Tuncung Maiwa dusun Buntu Lamba" in
    the midst of a long story, where only names with their level word are looked for: what stands right before it is
    looked at by itself."""
    around = named_around(heard.chains, hamlet)
    if around or hamlet.deepest.level == KECAMATAN or len(hamlet.hits) > 1:
        return around
    start, end = heard.span(hamlet)
    before = " ".join(_PAUSE.split(heard.text[:start])[-1].split()[-_LED_BY:])
    near = heard_in(f"{before} {heard.text[start:end]}", world.places, world.spellings) if before else None
    alike = [chain for chain in near.chains if chain.deepest == hamlet.deepest] if near is not None else []
    found = (named_around(near.chains, chain) for chain in alike if near is not None)
    return next((around for around in found if around), [])


def named_behind(heard: Heard, hamlet: Chain, world: World) -> Chain | None:
    """ "Di dusun buntu lamba boiya pipa pecah": the desa right behind a dusun which our list has in another one. A name
    that is a word as well ("pasang pipa") needs its level word."""
    if hamlet.deepest.level != DUSUN or len(hamlet.hits) > 1:
        return None
    words = _PAUSE.split(heard.text[heard.span(hamlet)[1] :])[0].split()
    for many in range(_BEHIND, 0, -1):
        near = heard_in(" ".join(words[:many]), world.places, world.spellings) if len(words) >= many else None
        whole = [one for one in (ties(near.chains) if near is not None else ()) if one.deepest.level == DESA]
        plain = len(whole) == 1 and (whole[0].bound or not is_wished(" ".join(words[:_BEHIND]), world))
        is_all = plain and near is not None and whole[0].exact and not near.left(whole[0])
        if is_all and not lies_in(hamlet.deepest.code, whole[0].deepest.code):
            return whole[0]
    return None

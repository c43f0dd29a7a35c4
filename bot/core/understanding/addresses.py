"""What to make of a place that was typed: take it, ask which one, or say what was not found.

Whatever is open, any of the three levels may be named. What is sure is taken; between two readings we ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import clean
from bot.core.places.chains import Chain, levels_of, ties
from bot.core.places.chains import Reading as Heard
from bot.core.places.gazetteer import BEGUN, DESA, DUSUN, KECAMATAN, gazetteer_of
from bot.core.places.places import Places
from bot.core.understanding.hamlets import LONGEST, MOST_WORDS, may_be_name
from bot.core.understanding.rt_rw import UNTOLD, RtRw
from bot.core.understanding.spots import LEVELS, Spot, hamlet, offer_of, shared, spot_of, values_of
from bot.core.understanding.tongue import tongue_of
from bot.core.wilayah import hamlet_name, kecamatan_of, lies_in

_MOST_BUTTONS = 6  # what fits on one page above the usual ones
_LONGEST_CODE = 30
NEW = "+"  # a button for a name that is on no list


@dataclass(frozen=True, slots=True)
class Asked:
    """The open question: `level` 1 to 3, `within`: the code it lies in, `scopes`: where alone places may lie."""

    ask: Ask
    level: int
    within: str
    scopes: tuple[str, ...] = ()

    @property
    def places(self) -> Places:
        return self.ask.world.places

    @property
    def around(self) -> str:
        """Where we are looking, as people call it; nothing to say of the whole kabupaten."""
        return self.places.scope_name(self.within) if self.level > KECAMATAN else ""

    def key(self, level: str) -> str:
        """The question of this form that asks for it."""
        at = LEVELS.index(level) + 1
        if at == self.level:
            return self.ask.question.key
        return self.ask.question.params.within if at == self.level - 1 else level

    def answers(self, spot: Spot) -> bool:
        """Whether it lies where we asked, and is as narrow as what we asked for."""
        return spot.depth >= self.level and lies_in(spot.code, self.within)


def is_near(code: str, scopes: Sequence[str]) -> bool:
    """Whether the place lies in one of these wilayah, or one of them in it."""
    return not scopes or any(lies_in(code, scope) or lies_in(scope, code) for scope in scopes)


@dataclass(frozen=True)
class Said:
    """One answer: the names in it, its RT and RW, and whether these are sure."""

    asked: Asked
    heard: Heard
    told: RtRw
    sure: bool

    @cached_property
    def chains(self) -> list[Chain]:
        """Where nothing can be believed, what was named at all is asked about."""
        told = [chain for chain in self.heard.told() if self._counts(chain)]
        return told or [chain for chain in self.heard.chains if chain.exact and self._counts(chain)]

    def _counts(self, chain: Chain) -> bool:
        """A dusun of another desa is none of this one's, unless that desa was named, too."""
        if not is_near(chain.deepest.code, self.asked.scopes):
            return False
        alone = self.asked.level == DUSUN and len(chain.hits) == 1
        if not alone or self.asked.answers(spot_of(chain)):
            return True
        return chain.deepest.level < DUSUN and chain.exact and (chain.bound or not self.heard.rest(chain))

    def spots(self, chains: Sequence[Chain]) -> list[Spot]:
        told = self.told if self.sure else UNTOLD
        spots = [spot_of(chain) for chain in chains]
        return [replace(spot, told=told) if spot.dusun else spot for spot in dict.fromkeys(spots)]

    @property
    def all_explained(self) -> bool:
        """Whether a place where we asked leaves no word over; else it may be a new name."""
        inside = (chain for chain in self.chains if self.asked.answers(spot_of(chain)))
        return any(not self.heard.rest(chain) for chain in inside)

    @property
    def name(self) -> str:
        """What was typed, if that is short enough to be said back as a name."""
        core = "" if self.heard.negates() else self.heard.core()
        return core if len(core) <= LONGEST and len(core.split()) <= MOST_WORDS + 2 else ""


def read(asked: Asked, text: str) -> Reading:
    world = asked.ask.world
    rest, told, sure = tongue_of(world.spellings).find_rt_rw(clean(text))
    gazetteer, levels = gazetteer_of(world.places, world.spellings), levels_of(world.spellings.places)
    said = Said(asked, Heard(rest, gazetteer, levels, world.places.kabupaten.name), told, sure)
    return _answer(said) if said.chains else _unknown(said)


def _answer(said: Said) -> Reading:
    """Among likely readings those that lie where we asked come first, unless the others are surer."""
    inside = ties([chain for chain in said.chains if said.asked.answers(spot_of(chain))])
    best = ties(said.chains)
    if inside and inside[0].weight >= best[0].weight - 1e-9:
        return _inside(said, inside)
    if not inside or (best[0].sure and len(best) == 1):
        return _outside(said, best)
    return _which(said, said.spots([*inside, *best]))


def _inside(said: Said, chains: Sequence[Chain]) -> Reading:
    chains = _of_open_level(said, chains)
    if len(chains) == 1:
        return _one(said, chains[0])
    spots = said.spots(chains)
    common = shared(spots)
    exact = all(chain.exact for chain in chains)
    if common is None or not exact or not said.asked.answers(common):
        return _which(said, spots)
    if common in [replace(spot, told=UNTOLD) for spot in spots]:
        return take(said.asked, common, guessed=True)
    which = _which(said, spots)
    return take(said.asked, common, guessed=True, then=which if isinstance(which, Unsure) else None)


def _of_open_level(said: Said, chains: Sequence[Chain]) -> Sequence[Chain]:
    """Somebody asked for the desa names a desa, even if a dusun is called so, too."""
    fitting = [chain for chain in chains if chain.deepest.level == said.asked.level]
    return fitting if fitting and all(chain.exact for chain in fitting) else chains


def _one(said: Said, chain: Chain) -> Reading:
    (spot,) = said.spots([chain])
    if not _may_be_taken(said, chain):
        return _which(said, [spot])
    if spot.dusun and not said.sure:
        return _which_numbers(said, spot)
    literal = len(chain.hits) == 1 and chain.hits[0].score == 1 and chain.deepest.level == said.asked.level
    return take(said.asked, spot, guessed=not literal or bool(said.heard.rest(chain)), then=_next(said, chain, spot))


def _may_be_taken(said: Said, chain: Chain) -> bool:
    """One name alone, of another level or beside other words, is only likely."""
    asked, level, rest = said.asked, chain.deepest.level, len(said.heard.rest(chain))
    if chain.sure or (len(chain.hits) > 1 and chain.hits[-1].score > BEGUN):
        return True
    if rest and not chain.bound:
        return level == asked.level < DUSUN and chain.exact and rest <= MOST_WORDS
    if level == asked.level:
        return all(not _is_misplaced(hit.score) for hit in chain.hits)
    return chain.exact and DESA in (level, asked.level)


def _is_misplaced(score: float) -> bool:
    """Behind the word of another level: "desa Maiwa"."""
    return BEGUN < score < 0.75 or score < BEGUN


def _which_numbers(said: Said, spot: Spot) -> Reading:
    """ "1/2": RT 1 of RW 2, or neither?"""
    numbered = replace(spot, told=said.told)
    shown = [hamlet_name(hamlet(one.dusun, True, one.told)) for one in (numbered, spot)]
    offers = [
        replace(offer_of(said.asked.places, one), label=label)
        for one, label in zip((numbered, spot), shown, strict=True)
    ]
    return Unsure(Words("mesin.rt_rw_benar", {"nama": shown[0]}), tuple(offers))


def _next(said: Said, chain: Chain, spot: Spot) -> Unsure | None:
    """What was said behind the word of a narrower level, but is not in the list."""
    if spot.depth == DESA and (name := said.heard.named(DUSUN, chain)):
        return _new(said, name)
    if spot.depth == DESA and said.told != UNTOLD:
        return _which_hamlet(said, spot.code)
    if spot.depth == KECAMATAN and (name := said.heard.named(DESA, chain)):
        return Unsure(_partly(said.asked.places.scope_name(spot.code), name))
    return None


def _partly(known: str, name: str) -> Words:
    return Words("mesin.tempat_sebagian", {"ada": known, "nama": name})


def _outside(said: Said, chains: Sequence[Chain]) -> Reading:
    """A place elsewhere, or one that we know already. With its level word it corrects what was answered before."""
    best = chains[0]
    spots = said.spots(chains)
    if len(spots) == 1 and spots[0].holds(Spot(said.asked.within)):
        return _known(said, best)
    if len(spots) == 1 and best.sure:
        return take(said.asked, spots[0], guessed=True, then=_next(said, best, spots[0]))
    return _which(said, spots)


def _known(said: Said, chain: Chain) -> Reading:
    """ "Boiya" again, where the dusun of Boiya is asked for; perhaps with one that is on no list."""
    known = said.asked.around
    level = said.asked.level
    name = said.heard.named(level, chain)
    if level == DUSUN and (new := name and _new(said, name)):
        return new
    if level == DUSUN and said.told != UNTOLD:
        return _which_hamlet(said, said.asked.within) or Refused(Words("mesin.tempat_sudah", {"ada": known}))
    return Refused(_partly(known, name) if name else Words("mesin.tempat_sudah", {"ada": known}))


def _which(said: Said, spots: Sequence[Spot]) -> Reading:
    """Buttons for what may have been meant; a dusun may also be one that we do not know."""
    asked = said.asked
    spots = list(dict.fromkeys(spots))
    if len(spots) > _MOST_BUTTONS and asked.level == KECAMATAN:
        spots = list(dict.fromkeys(Spot(kecamatan_of(spot.code)) for spot in spots))
    offers = [_offer(asked, spot) for spot in spots[: _MOST_BUTTONS - 1]]
    if asked.level == DUSUN and not said.all_explained:
        offers += _as_new(said)
    why = "mesin.tempat_ini" if len(offers) == 1 else "mesin.tempat_yang_mana"
    return Unsure(Words(why, {"nama": said.name, "di": asked.around}), tuple(offers))


def _offer(asked: Asked, spot: Spot) -> Offer:
    offer = offer_of(asked.places, spot)
    return replace(offer, label=offer.label.split(", ")[0]) if _is_plain(asked, spot) else offer


def _is_plain(asked: Asked, spot: Spot) -> bool:
    return asked.answers(spot) and spot.depth == asked.level == DUSUN


def _as_new(said: Said) -> list[Offer]:
    name = said.heard.named(DUSUN, None) or said.heard.core()
    code = f"{NEW}{name}"
    fits = code.isascii() and len(code) <= _LONGEST_CODE and said.told == UNTOLD
    return [Offer(code, name)] if fits and may_be_name(name, said.asked.ask.world) else []


def _unknown(said: Said) -> Reading:
    """None of our names. A dusun may be missing from the list; a desa may not."""
    asked = said.asked
    name = said.name and (said.heard.named(asked.level, None) or said.name)
    if asked.level == DUSUN:
        new = _new(said, name) if name else _which_hamlet(said, asked.within) if said.told != UNTOLD else None
        if new:
            return new
    return Refused(Words("mesin.tempat_tidak_ada", {"nama": name, "di": asked.around}))


def _new(said: Said, name: str) -> Unsure | None:
    if not may_be_name(name, said.asked.ask.world):
        return None
    value = hamlet(name, False, said.told)
    return Unsure(Words("mesin.nama_baru", {"nama": hamlet_name(value)}), value=value)


def _which_hamlet(said: Said, desa: str) -> Unsure | None:
    """RT and RW alone: they lie in one of the dusun, which has to be chosen."""
    names = said.asked.places.dusun(desa)
    spots = [Spot(desa, name, said.told) for name in names]
    if not spots:
        return None
    offers = tuple(replace(offer_of(said.asked.places, spot), label=spot.dusun) for spot in spots)
    shown = hamlet_name(hamlet("", True, said.told)).strip(", ")
    return Unsure(Words("mesin.rt_rw_di_mana", {"nomor": shown}), offers)


def take(asked: Asked, spot: Spot, guessed: bool, then: Unsure | None = None) -> Reading:
    """The place as answers: the open question's own, and those of the others that are not answered so already."""
    if not is_near(spot.code, asked.scopes):
        return Refused(Words("mesin.pilihan_tidak_ada"))
    told = {asked.key(level): value for level, value in values_of(asked.places, spot).items()}
    own = told.pop(asked.ask.question.key, None)
    also = {key: value for key, value in told.items() if asked.ask.values.get(key) != value}
    if own is None and not also:
        return Refused(Words("mesin.tempat_sudah", {"ada": asked.places.scope_name(spot.code)}))
    return Took(own, guessed, also, then)


def take_new(asked: Asked, code: str) -> Reading:
    """The button of a name that is on no list; what it holds is judged like something typed."""
    name = code.removeprefix(NEW)
    if asked.level != DUSUN or not may_be_name(name, asked.ask.world):
        return Refused(Words("mesin.pilihan_tidak_ada"))
    return Took(hamlet(name, False, UNTOLD), guessed=True)

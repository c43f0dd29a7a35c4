"""One answer to "where?": what was open, and what was heard of names, RT and RW."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bot.core.forms.questions import Ask
from bot.core.forms.writing import is_question
from bot.core.places.chains import Chain
from bot.core.places.chains import Reading as Heard
from bot.core.places.gazetteer import DUSUN, KECAMATAN, Gazetteer
from bot.core.places.places import Places
from bot.core.places.spelling import alike, ends_of, fold
from bot.core.spelt import one_of
from bot.core.understanding.rt_rw import UNTOLD, RtRw
from bot.core.understanding.where.hamlets import LONGEST, MOST_WORDS, is_speech, tells_something
from bot.core.understanding.where.new_names import told_name
from bot.core.understanding.where.spots import LEVELS, Spot, spot_of
from bot.core.wilayah import lies_in

_SEVERAL = 3  # words beside a name that may be any word
_MANY_WORDS = 4  # besides a name: they tell something
_END = 4  # letters by which a name is known
_FEW_WORDS, _STORY = 2, 6  # "jalan di Tuncung dusun Paraja becek": so few of so many words, and all of it tells it


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
    gazetteer: Gazetteer

    @property
    def asks(self) -> bool:
        """ "Apa ada Baraka" names it, but only to ask."""
        return is_question(self.heard.text, self.asked.ask.world, free=False)

    @cached_property
    def chains(self) -> list[Chain]:
        """Where nothing can be believed, what was named at all is asked about."""
        told = [chain for chain in self.heard.told if self._counts(chain)]
        return told or [chain for chain in self.heard.chains if chain.exact and self._counts(chain)]

    @property
    def nearly(self) -> list[Chain]:
        """Names of what was asked for that were not said in full, among few other words."""
        if self.asks:
            return []
        alike = (chain for chain in self.heard.chains if chain.deepest.level == self.asked.level)
        inside = (chain for chain in alike if self.asked.answers(spot_of(chain)))
        return [chain for chain in inside if len(self.heard.left(chain)) < _MANY_WORDS]

    def near(self, name: str) -> list[Spot]:
        """Places where we asked whose names are a letter or two away."""
        listed = self._listed
        return [listed[one] for one in alike(list(listed), name)]

    @property
    def by_its_end(self) -> Spot | None:
        """ "Yang tengah" where one of the list is called Kalosi Tengah, and no other so."""
        said = "" if self.asks or self.heard.negates() else fold(self.heard.core())
        new = self.heard.levels.fresh | self.heard.levels.newly
        if (
            self.asked.level == KECAMATAN
            or len(said) < _END
            or not {word.text for word in self.heard.words}.isdisjoint(new)
        ):
            return None
        found = [spot for name, spot in self._listed.items() if said in ends_of(name)]
        return found[0] if len(found) == 1 else None

    @property
    def _listed(self) -> dict[str, Spot]:
        """What may answer the open question, by its name."""
        places, within = self.asked.places, self.asked.within
        told = self.told if self.sure else UNTOLD
        if self.asked.level == DUSUN:
            return {one: Spot(within, one, told) for one in places.dusun(within)}
        near = (place for place in places.children(within) if is_near(place.code, self.asked.scopes))
        return {place.name: Spot(place.code) for place in near}

    def more_than(self, chain: Chain) -> str:
        """The parts of the text that tell more than this place."""
        left = self.heard.left(chain)
        if self.heard.is_cut:
            return self.heard.parts(left)
        if left and len(left) < _MANY_WORDS and not self.asks and self._tells(chain, left):
            return self.heard.parts(left)
        if len(left) < _MANY_WORDS and len(self.heard.text.split()) >= _STORY and not self.asks:
            return self.heard.text if len(left) >= _FEW_WORDS and not self._only_speaks(left) else ""
        return self.heard.parts(left) if len(left) >= _MANY_WORDS else ""

    def _tells(self, chain: Chain, left: Sequence[int]) -> bool:
        """A part of its own is looked at as a whole ("Paraja, tidak ada air"), else with the idle words behind it that
        belong to no name ("sinyal tidak ada di dusun Jambu")."""
        own = {self.heard.clauses[hit.start] for hit in chain.hits}
        apart = not any(self.heard.clauses[at] in own for at in left)
        named = {at for hit in chain.hits for at in range(hit.start, hit.end)}
        places = self.asked.ask.world.spellings.places
        named |= {at for at, word in enumerate(self.heard.words) if word.text.lower() in {*places.desa, *places.dusun}}
        behind = (word.text for at, word in enumerate(self.heard.words) if at >= left[0] and at not in named)
        told = self.heard.parts(left) if apart else " ".join(behind)
        return tells_something(told, self.asked.ask.world) or (apart and self._is_beside(left))

    def _is_beside(self, left: Sequence[int]) -> bool:
        """ "Biak. anak 17", "Maroangin, dekat jembatan": what says a thing of its own, and is no courtesy."""
        world = self.asked.ask.world
        said = [self.heard.words[at].text.lower() for at in left]
        polite = world.nodding | world.taking_out.get("iringan", frozenset())
        speaks = any(word in world.oneself or is_speech(word, world) for word in said)
        return len(set(said) - polite) > 1 and not speaks

    def _only_speaks(self, left: Sequence[int]) -> bool:
        """ "Saya di desa Baringin, dusunnya belum tahu", "Buntu Batu, yang pecahannya Baraka itu": words around an
        answer."""
        world = self.asked.ask.world
        said = [self.heard.words[at].text for at in left if at not in self.heard.near]
        if self.heard.near and set(said) <= set(world.spellings.places.beside):
            return True
        return any(word in world.oneself or is_speech(word, world) for word in said)

    def _counts(self, chain: Chain) -> bool:
        """A dusun of another desa is none of this one's, unless that desa was named, too. Where a kecamatan or a desa
        is asked for, one word among several is any word ("bak baru sama pipa" tells of no Samma)."""
        if not is_near(chain.deepest.code, self.asked.scopes) or self._is_guessed_elsewhere(chain):
            return False
        lone = len(chain.hits) == 1
        is_word = lone and chain.hits[0].end - chain.hits[0].start == 1
        if is_word and not chain.bound and self._is_common(chain.hits[0].start):
            return False
        if self.asked.level != DUSUN and chain.deepest.level == DUSUN and is_word and not chain.bound:
            return len(self.heard.left(chain)) < _SEVERAL
        alone = self.asked.level == DUSUN and lone
        if not alone or self.asked.answers(spot_of(chain)):
            return True
        return chain.deepest.level < DUSUN and chain.exact and (chain.bound or not self.heard.rest(chain))

    def tells_origin(self, chain: Chain) -> bool:
        """ "Saya asli Enrekang" tells of the kabupaten, perhaps, and not of its kecamatan of that name."""
        if len(chain.hits) > 1 or chain.bound or not self.heard.is_own(chain):
            return False
        return any(word.text in self.asked.ask.world.spellings.places.origin for word in self.heard.words)

    def is_elsewhere(self, chain: Chain) -> bool:
        """ "Istriku orang Alla", "lagi ke Boiya ka ini": where somebody else lives, or one is for a while."""
        words, start = self.asked.ask.world.spellings, chain.hits[0].start
        said = [word.text for word in self.heard.words[:start]]
        begins = (at for at in range(start, 0, -1) if self._begins_anew(said[at - 1], at, start))
        return one_of(words.places.elsewhere).search(" ".join(said[next(begins, 0) :])) is not None

    def _begins_anew(self, before: str, at: int, start: int) -> bool:
        """ "Kuliah di Makassar tapi kampung saya di Mandalan"."""
        apart = self.heard.clauses[at - 1] != self.heard.clauses[start]
        return apart or before in self.asked.ask.world.spellings.common.contrasts["tapi"]

    def _is_common(self, at: int) -> bool:
        """ "Ibu ibu sama balita" names no Samma."""
        words = [word.text for word in self.heard.words]
        return len(words) > 1 and words[at] in self.asked.ask.world.spellings.places.no_hamlet

    def _is_guessed_elsewhere(self, chain: Chain) -> bool:
        """What was given already is not left for a name that only resembles one elsewhere ("baca" is no Banca of
        another kecamatan)."""
        is_guess = len(chain.hits) == 1 and not chain.exact and not chain.bound and self.asked.level > KECAMATAN
        within, code = self.asked.within, chain.deepest.code
        return is_guess and not lies_in(code, within) and not lies_in(within, code)

    def spots(self, chains: Sequence[Chain]) -> list[Spot]:
        told = self.told if self.sure else UNTOLD
        spots = [spot_of(chain) for chain in chains]
        return [replace(spot, told=told) if spot.dusun else spot for spot in dict.fromkeys(spots)]

    @property
    def all_explained(self) -> bool:
        """Whether a place where we asked leaves no word over; else it may be a new name."""
        inside = (chain for chain in self.chains if self.asked.answers(spot_of(chain)))
        return any(not self.heard.rest(chain) for chain in inside)

    @cached_property
    def new_name(self) -> str:
        """A dusun that is on no list, as it is called among other words."""
        return told_name(self.heard, self.asked.ask.world)

    @property
    def name(self) -> str:
        """What was typed, if that is short enough to be said back as a name."""
        core = "" if self.heard.negates() else self.heard.core()
        if is_speech(core, self.asked.ask.world):
            return ""
        return core if len(core) <= LONGEST and len(core.split()) <= MOST_WORDS + 2 else ""

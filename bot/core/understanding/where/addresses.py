"""What to make of a place that was typed: take it, ask which one, or say what was not found.

Whatever is open, any of the three levels may be named. What is sure is taken; between two readings we ask.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.questions import Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import clean
from bot.core.places.chains import Chain, ties
from bot.core.places.gazetteer import BEGUN, DESA, DUSUN, KECAMATAN, LITERAL, gazetteer_of
from bot.core.places.spelling import alike, fold
from bot.core.understanding.rt_rw import UNTOLD
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.around_hamlet import heard_in, named_before, named_behind
from bot.core.understanding.where.hamlets import MOST_WORDS, is_speech, may_be_name
from bot.core.understanding.where.open_level import begun, exact_within, of_open_level
from bot.core.understanding.where.place_questions import (
    NEW,
    as_new_name,
    called_as_a_desa,
    partly,
    which,
    which_hamlet,
    which_numbers,
)
from bot.core.understanding.where.said import Asked, Said, is_near
from bot.core.understanding.where.spots import (
    LEVELS,
    Spot,
    hamlet,
    hamlets_elsewhere,
    one_more_hamlet,
    shared,
    spot_of,
    values_of,
)

_MOST_BESIDE = 3  # words beside an address with all its level words, which is one whatever they are
_SLIPS = 2  # in the name of a desa that lies in another kecamatan than the one that was named
_SURE_LETTERS = 5  # of a dusun that is named alone: "kota" and "data" may be anything


def _said(asked: Asked, text: str) -> Said:
    world, text = asked.ask.world, clean(text)
    rest, told, sure = tongue_of(world.spellings).find_rt_rw(text)
    heard = heard_in(rest, world.places, world.spellings)
    return Said(asked, heard, told, sure, gazetteer_of(world.places, world.spellings))


def is_place(asked: Asked, text: str) -> bool:
    """Whether these words name places and say hardly anything else."""
    said = _said(asked, text)
    named = (chain for chain in said.chains if chain.exact and not chain.beside)
    new = len(said.new_name.split())  # "maiwa, tuncung dusun Lekkong", which is on no list
    most = {chain: _MOST_BESIDE if chain.bound and len(chain.hits) > 1 else new for chain in named}
    return not said.asks and any(len(said.heard.left(chain)) <= words for chain, words in most.items())


def read(asked: Asked, text: str) -> Reading:
    said = _said(asked, text)
    named = said.chains and not (said.chains[0].beside and said.new_name)
    reading = _answer(said) if named else _unknown(said)
    ended = None if isinstance(reading, Took) else said.by_its_end
    return take(asked, ended, guessed=True) if ended else reading


def _answer(said: Said) -> Reading:
    """Among likely readings those that lie where we asked come first, unless the others are surer."""
    inside = ties([chain for chain in said.chains if said.asked.answers(spot_of(chain))])
    best = ties(said.chains)
    world = said.asked.ask.world
    if not inside and (new := called_as_a_desa(said, best[0])):
        return new
    if (told := one_more_hamlet(said.heard.chains, best)) and not said.is_elsewhere(told[0]):
        return _one_more(said, *told)
    if len(best) == 1 and (behind := named_behind(said.heard, best[0], world)) is not None:
        return (_inside if said.asked.answers(spot_of(behind)) else _outside)(said, [behind])
    if len(best) == 1 and said.asked.level < DUSUN and (around := named_before(said.heard, best[0], world)):
        return which(said, [*_nearly_in(said, around, best[0]), *said.spots([*around, best[0]])])
    if inside and (inside[0].weight >= best[0].weight - 1e-9 or _is_all(said, inside[0], best[0])):
        named = _named_elsewhere(said, inside[0], best)
        return which(said, said.spots([*inside, *named])) if named else _inside(said, inside)
    if not inside or (best[0].sure and len(best) == 1):
        return _outside(said, best)
    return which(said, said.spots([*inside, *best]))


def _nearly_in(said: Said, around: Sequence[Chain], desa: Chain) -> list[Spot]:
    """ "Alla desa Taulan", which lies in another kecamatan: Taulo of Alla may be meant."""
    within = [one for wider in around for one in said.asked.places.children(wider.deepest.code)]
    near = alike([one.name for one in within], desa.deepest.name, _SLIPS) if desa.deepest.level == DESA else []
    return [Spot(one.code) for one in within if one.name in near]


def _named_elsewhere(said: Said, inside: Chain, best: Sequence[Chain]) -> list[Chain]:
    """Where a desa is asked for, "Ledan" may be a dusun of this kecamatan, or the desa Ledan of another."""
    if inside.deepest.level == said.asked.level or len(inside.hits) > 1 or inside.bound:
        return []
    same = [chain for chain in best if chain.exact and chain.deepest.level == said.asked.level]
    outside = (chain for chain in same if not said.asked.answers(spot_of(chain)))
    return [chain for chain in outside if chain.deepest.name == inside.deepest.name]


def _one_more(said: Said, desa: Chain, name: str) -> Reading:
    """A name that is known elsewhere is no slip: it is taken as it is."""
    reading = take(said.asked, spot_of(desa), guessed=True)
    new = hamlet(name, False, said.told if said.sure else UNTOLD)
    if said.asked.level == DUSUN or not isinstance(reading, Took):
        return Took(new, guessed=True)
    return replace(reading, also={**reading.also, said.asked.key(LEVELS[-1]): new})


def _is_all(said: Said, inside: Chain, best: Chain) -> bool:
    """ "Tanete Tanete" where a Tanete is asked for is that one, not a dusun Tanete in some desa Tanete."""
    return inside.exact and not said.heard.left(inside) and not best.bound


def _inside(said: Said, chains: Sequence[Chain]) -> Reading:
    chains = of_open_level(said, chains)
    if len(chains) == 1:
        others = [*begun(said, chains[0]), *exact_within(said, chains[0])]
        return which(said, said.spots([chains[0], *others])) if others else _one(said, chains[0])
    spots = said.spots(chains)
    common = shared(spots)
    widest = next((chain for chain in chains if spot_of(chain) == common), None)
    if widest is not None:
        return _one(said, widest)
    question = which(said, spots)
    if common is None or not said.asked.answers(common) or not all(chain.exact for chain in chains):
        return question
    return take(said.asked, common, guessed=True, then=question)


def _one(said: Said, chain: Chain) -> Reading:
    (spot,) = said.spots([chain])
    if not _may_be_taken(said, chain):
        near = said.near(said.name) if said.name else []
        return which(said, [*said.spots([chain, *_rivals(said, chain)]), *near])
    if spot.dusun and not said.sure:
        return which_numbers(said, spot)
    literal = len(chain.hits) == 1 and chain.hits[0].score == 1 and chain.deepest.level == said.asked.level
    guessed = not literal or bool(said.heard.rest(chain))
    return take(said.asked, spot, guessed=guessed, then=_next(said, chain, spot), left=said.more_than(chain))


def _may_be_taken(said: Said, chain: Chain) -> bool:
    """One name alone, of another level or beside other words, is only likely."""
    asked, level, rest = said.asked, chain.deepest.level, len(said.heard.rest(chain))
    unsure = said.tells_origin(chain) or said.is_elsewhere(chain) or (rest and _is_part_of_a_name(chain))
    if chain.beside or unsure:
        return False
    if chain.sure or (len(chain.hits) > 1 and chain.hits[-1].score > BEGUN):
        return True
    if rest and not chain.bound:
        plain = chain.exact and rest <= MOST_WORDS and not said.asks and not said.heard.is_beside(chain)
        return plain and level == asked.level < DUSUN and not said.heard.rivals(chain)
    if level == asked.level:
        return all(not _is_misplaced(hit.score) for hit in chain.hits)
    return chain.exact and (DESA in (level, asked.level) or _is_only(said, chain))


def _is_part_of_a_name(chain: Chain) -> bool:
    """ "Dusun Salu Dewata" only begins or ends as Salu Bandiki does."""
    return any(hit.entry.level == DUSUN and hit.score <= BEGUN for hit in chain.hits)


def _is_only(said: Said, chain: Chain) -> bool:
    """ "Maroangin": spelt as it is, and nothing else in the kabupaten is called nearly so."""
    (hit,) = chain.hits
    wider = (
        other
        for other in said.heard.chains
        if any(each.start <= hit.start < hit.end <= each.end for each in other.hits)
    )
    only = all(other.deepest == chain.deepest for other in wider)
    return only and hit.score == LITERAL and hit.letters >= _SURE_LETTERS and said.gazetteer.is_alone(hit.entry)


def _rivals(said: Said, chain: Chain) -> list[Chain]:
    rivals = {hit.entry for hit in said.heard.rivals(chain)}
    return [other for other in said.heard.chains if len(other.hits) == 1 and other.deepest in rivals]


def _is_misplaced(score: float) -> bool:
    """Behind the word of another level: "desa Maiwa"."""
    return BEGUN < score < 0.75 or score < BEGUN


def _next(said: Said, chain: Chain, spot: Spot) -> Unsure | None:
    """What was said behind the word of a narrower level, but is not in the list."""
    if spot.depth == DESA and (name := said.heard.named(DUSUN, chain)):
        return as_new_name(said, name) or as_new_name(said, _new_beside(said, chain))
    if spot.depth == DESA and said.told != UNTOLD:
        return which_hamlet(said, spot.code)
    name = said.heard.named(DESA, chain)
    if spot.depth == KECAMATAN and name and not is_speech(name, said.asked.ask.world):
        return Unsure(partly(said.asked.places.scope_name(spot.code), name))
    return None


def _new_beside(said: Said, chain: Chain) -> str:
    """ "Desa Baringin, dusunnya belum tahu": the name of the desa is no new dusun's."""
    named = {fold(hit.entry.name) for hit in chain.hits}
    return "" if fold(said.new_name) in named else said.new_name


def _outside(said: Said, chains: Sequence[Chain]) -> Reading:
    """A place elsewhere, or one that we know already. With its level word it corrects what was answered before."""
    best = chains[0]
    spots = said.spots(chains)
    if len(spots) == 1 and spots[0].holds(Spot(said.asked.within)):
        return _known(said, best)
    if elsewhere := said.spots(hamlets_elsewhere(said.heard.chains, best)):
        return which(said, [*spots, *elsewhere], listed=True)
    if len(spots) == 1 and best.sure:
        then = _next(said, best, spots[0])
        return take(said.asked, spots[0], guessed=True, then=then, left=said.more_than(best))
    return which(said, spots)


def _known(said: Said, chain: Chain) -> Reading:
    """ "Boiya" again, where the dusun of Boiya is asked for; perhaps with one that is on no list."""
    known = said.asked.around
    level = said.asked.level
    name = said.heard.named(level, chain)
    if level == DUSUN and (new := as_new_name(said, name) or as_new_name(said, _new_beside(said, chain))):
        return new
    if level == DUSUN and said.told != UNTOLD:
        return which_hamlet(said, said.asked.within) or Refused(Words("mesin.tempat_sudah", {"ada": known}))
    return Refused(partly(known, name) if name else Words("mesin.tempat_sudah", {"ada": known}))


def _unknown(said: Said) -> Reading:
    """None of our names. A dusun may be missing from the list; a desa may not."""
    asked = said.asked
    name = said.name and (said.heard.named(asked.level, None) or said.name)
    if numbered := _numbered(said):
        return numbered
    near = said.near(said.new_name or name) if name else []
    if near:
        return which(said, near)
    if asked.level == DUSUN:
        name = said.new_name or name
        new = as_new_name(said, name) if name else which_hamlet(said, asked.within) if said.told != UNTOLD else None
        if new:
            return new
    nearly = said.nearly
    return which(said, said.spots(nearly)) if nearly else _not_found(said, name)


def _numbered(said: Said) -> Took | None:
    """Another RT for the dusun that was told already."""
    told = said.asked.ask.values.get(said.asked.ask.question.key)
    if said.asked.level != DUSUN or said.told == UNTOLD or not said.sure or said.name or not isinstance(told, dict):
        return None
    return Took({**told, **hamlet(told["name"], bool(told.get("listed")), said.told)}, guessed=True)


def _not_found(said: Said, name: str) -> Refused:
    return Refused(Words("mesin.tempat_tidak_ada", {"nama": name, "di": said.asked.around}))


def take(asked: Asked, spot: Spot, guessed: bool, then: Unsure | None = None, left: str = "") -> Reading:
    """The place as answers: the open question's own, and those of the others that are not answered so already."""
    if not is_near(spot.code, asked.scopes):
        return Refused(Words("mesin.pilihan_tidak_ada"))
    told = {asked.key(level): value for level, value in values_of(asked.places, spot).items()}
    own = told.pop(asked.ask.question.key, None)
    also = {key: value for key, value in told.items() if asked.ask.values.get(key) != value}
    if own is None and not also:
        return Refused(Words("mesin.tempat_sudah", {"ada": asked.places.scope_name(spot.code)}))
    return Took(own, guessed, also, then, left)


def take_new(asked: Asked, code: str) -> Reading:
    """The button of a name that is on no list; what it holds is judged like something typed."""
    name = code.removeprefix(NEW)
    if asked.level != DUSUN or not may_be_name(name, asked.ask.world):
        return Refused(Words("mesin.pilihan_tidak_ada"))
    return Took(hamlet(name, False, UNTOLD), guessed=True)

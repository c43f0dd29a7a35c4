"""What examples of whole messages taught of danger, beside what words and classes of words say of it.

Of 3,000 examples that were put by, words heard a quarter; of the rest the others hear four in five.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bot.core.usulan.danger_cases import Case, Found

#: How likely a danger is where it is taken for one, beside words of the past and of works, where it bears words out,
#: where it is asked about, alone and beside those words, where whom to call about violence or despair is shown, and
#: where even what a word rings is asked about.
_SURE, _SURE_OF_ALL, _LIKELY, _MAYBE, _MAYBE_OF_ALL, _OFFERED, _HARDLY = 0.85, 0.95, 0.4, 0.35, 0.75, 0.7, 0.004
#: Less words say little to whoever learnt of whole messages, and are asked about where that is sure.
_FEWEST, _SURE_OF_FEW_CALLS, _SURE_OF_FEW = 4, 0.6, 0.97
_MOST = 60  # words of a message whose sentences are looked at, too
_SENTENCE, _APART = 5, re.compile(r"[.!?;\n]+\s+")  # words that say enough beside others; what parts them
#: What was told of after a call; how likely the end must be to end it, and beside words that tell it; that it lasts, or
#: is cried, where nothing ends; a death where it is mourned, and where nobody says that they are glad.
_EASED, DEATH, _LASTING = "reda", "duka", "lanjut"
_TO_END, _TO_BEAR_OUT, _LASTS, _CRIED, _MOURNED, _NOT_GLAD = 0.9, 0.5, 0.5, 0.9, 0.5, 0.1

#: Of what whoever was told of it says: that it is something else, and how likely it must be what it is taken for.
NOTHING, _SURE_OF_REPLY = "bukan", 0.75

#: How likely it is by its key that a danger is there now; all together at most 1.
Shares = Mapping[str, float]
Sense = Callable[[str], Shares]


def likest(text: str, sense: Sense) -> Shares:
    """How likely it is in all that is said, or in the sentence that is likest a cry: "rapatnya jadi hari Sabtu. Oh ya,
    tembok kantin rebah, ibu kantin masih di bawahnya"."""
    is_long = len(text.split()) > _MOST  # a story, and each sentence costs as much again
    sentences = [] if is_long else [one for one in _APART.split(text) if len(one.split()) >= _SENTENCE]
    alone = sentences if sentences != [text] else []
    return max(map(sense, (text, *alone)), key=lambda shares: sum(shares.values()))


def is_enough(text: str) -> bool:
    return len(text.split()) >= _FEWEST


def is_likely(shares: Shares) -> bool:
    return sum(shares.values()) >= _MAYBE


def is_surely(shares: Shares, *, calls: bool) -> bool:
    """Of few words; `calls`: one of them asks for help."""
    return sum(shares.values()) >= (_SURE_OF_FEW_CALLS if calls else _SURE_OF_FEW)


def is_unlikely(shares: Shares) -> bool:
    """Like no example of a danger."""
    return bool(shares) and sum(shares.values()) < _HARDLY


def is_cried(shares: Shares) -> bool:
    return sum(shares.values()) >= _CRIED


def has_eased(shares: Shares) -> bool:
    return shares[_EASED] + shares[DEATH] >= _TO_END


def may_have_eased(shares: Shares) -> bool:
    return shares[_EASED] + shares[DEATH] >= _TO_BEAR_OUT


def mood_of(shares: Shares) -> str:
    """How the end is heard: with relief, in mourning, or, where it may be either, only with thanks."""
    death = shares.get(DEATH, 0.0)
    return DEATH if death >= _MOURNED else "" if death >= _NOT_GLAD else _EASED


def is_lasting(shares: Shares) -> bool:
    return shares[_LASTING] >= _LASTS


def surest(shares: Shares) -> str:
    """What is left is that it is none of them."""
    told = {**shares, NOTHING: 1 - sum(shares.values())}
    key = max(told, key=lambda one: told[one])
    return key if told[key] >= _SURE_OF_REPLY else ""


def shaken(said: Iterable[Found], shares: Shares) -> tuple[Found, ...]:
    """A word that rings where no example of its like did is asked about, where it is cried; else it only informs."""
    is_none = is_unlikely(shares)
    return tuple(_shaken(one) if is_none and one.case.is_told and not one.mild else one for one in said)


def _shaken(one: Found) -> Found:
    return replace(one, doubtful=True) if one.cried else replace(one, mild=True)


def sensed(shares: Shares, cases: Iterable[Case], *, plain: bool, meant: bool, few: bool) -> Found | None:
    """The likeliest of what is told of at once, or of what is asked about first: where all together are likely, the
    likelier of the two. `plain`: nothing is said of the past, of what may come, of works or in jest; `meant`: it is
    said that it is a call; `few`: words, by which nobody tells of violence or despair."""
    sorts = {told: [one for one in cases if one.key in shares and one.is_told is told] for told in (True, False)}
    share = {told: sum(shares[one.key] for one in sort) for told, sort in sorts.items()}
    is_told, total = share[True] >= share[False], sum(share.values())
    is_sure = total >= (_SURE if plain else _SURE_OF_ALL) or (meant and total >= _LIKELY)
    least = (_MAYBE if plain else _MAYBE_OF_ALL) if is_told else _OFFERED
    if (few and not is_told) or not (is_sure or share[is_told] >= least):
        return None
    likeliest, doubtful = max(sorts[is_told], key=lambda one: shares[one.key]), is_told and (few or not is_sure)
    sure = is_sure and not doubtful
    return Found(likeliest, "", mild=False, cried=is_told, doubtful=doubtful, taught=total >= _LIKELY, sure=sure)


def joined(said: Sequence[Found], guess: Found) -> tuple[Found, ...]:
    """Where a word tells the same it is that; where all tell that it is not there now it is asked about. Beside
    violence that is told in words nobody is told of who bleeds of it, before a yes."""
    if guess.case.is_told and any(one.case.hushes and not one.mild for one in said):
        return tuple(said)
    same = [one for one in said if one.case.tell == guess.case.tell]
    if not same:
        return (*said, guess)
    if not guess.case.is_told:
        return tuple(said)
    if all(one.mild for one in same):
        return (*said, replace(guess, doubtful=True, sure=False))
    rings = [one for one in same if not one.mild]
    return tuple(replace(one, taught=guess.taught, sure=guess.sure) if one in rings else one for one in said)

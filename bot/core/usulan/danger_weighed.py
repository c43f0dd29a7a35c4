"""What lists of words and classes of words say of a danger, weighed with what examples of whole messages taught.

Of 2,900 examples that were put by, words heard a quarter; of the rest the others hear four in five. A word that rings
goes on ringing, whatever the examples say: one reader too many rather than nobody.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.core.usulan.danger_cases import Case, Found

#: How likely a danger is where it is taken for one, beside words of the past and of works, and where it is asked about.
_SURE, _SURE_OF_ALL, _MAYBE, _HARDLY = 0.85, 0.97, 0.3, 0.003
_FEWEST = 4  # words; less says nothing to whoever learnt of whole messages

#: Of a message how likely it tells of each danger that is there now, by its key.
Sense = Callable[[str], Mapping[str, float]]


def weighed(said: Sequence[Found], shares: Mapping[str, float], cases: Sequence[Case], *, plain: bool) -> list[Found]:
    """`said`: by words. `plain`: nothing in it is of the past, of what may come, of works or of a joke."""
    if shares and sum(shares.values()) < _HARDLY:
        return [replace(one, doubtful=True) if one.case.is_told and not one.mild else one for one in said]
    sensed = _sensed(shares, cases, plain=plain)
    return [*said, *(one for guess in sensed for one in _beside(guess, said))]


def is_enough(text: str) -> bool:
    return len(text.split()) >= _FEWEST


def _sensed(shares: Mapping[str, float], cases: Sequence[Case], *, plain: bool) -> Iterator[Found]:
    """The likeliest of what is told of at once; and of what is asked about first, where it is sure."""
    for is_told in (True, False):
        sort = [one for one in cases if one.key in shares and one.is_told is is_told]
        share = sum(shares[one.key] for one in sort)
        is_sure = share >= (_SURE if plain else _SURE_OF_ALL)
        if is_sure or (is_told and share >= (_MAYBE if plain else _SURE)):
            likeliest = max(sort, key=lambda one: shares[one.key])
            yield Found(likeliest, "", mild=False, cried=is_told, doubtful=not is_sure)


def _beside(guess: Found, said: Sequence[Found]) -> Iterator[Found]:
    """Nothing where a word tells the same; a question where it tells that it is not there now."""
    same = [one for one in said if one.case.tell == guess.case.tell]
    if not same:
        yield guess
    elif guess.case.is_told and all(one.mild for one in same):
        yield replace(guess, doubtful=True)

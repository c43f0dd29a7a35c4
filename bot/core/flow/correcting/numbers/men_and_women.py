"""Men and women put right where both stand: "laki2 yang 48 itu kelebihan satu, 47 saja. perempuan tetap 52". Behind
each the last number counts that is not the one which stands there; who is not told of stays."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.understanding.amounts.tokens import Token, tokenize
from bot.core.understanding.tongue import tongue_of

_SEXES = ("male", "female")
_OTHERS = frozenset({"family", "house", "poor", "part", "range", "rest"})  # beside these it is not so plain
_BESIDE = 2  # words: "eh …", "… pale pak"
_LONGEST = 20  # words; what is longer tells a story


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """None where it is no correction, where one of them stands nowhere, and where no number is another."""
    ear, short = scene.world.ear, len(heard.text.split()) <= _LONGEST
    question = next((one for one in scene.shown if _is_split(scene.values.get(one.key))), None) if short else None
    if ear is None or question is None:
        return None
    tokens = tokenize(heard.text, tongue_of(scene.world.spellings).people_grammar.words)
    old, told = scene.values[question.key], dict(_told(tokens))
    mark = ear.corrects(heard.text) or ("sure" if _is_all(heard.text, tokens, old, told) else "")
    if not mark:
        return None
    beside = [name for name in ear.named(heard.text) if name.partition(".")[0] != question.key]
    if beside or not _OTHERS.isdisjoint(token.kind for token in tokens):
        return None
    is_free = scene.asked is not None and kind_of(scene.asked).free
    speaks = mark == "sure" or ear.retells(heard.text) or any(old[sex] in told[sex] for sex in told)
    new = {sex: _last(numbers, old[sex]) for sex, numbers in told.items()}
    if (is_free and not speaks) or all(old[sex] == number for sex, number in new.items()):
        return None
    right = {**old, **new}
    return put_in_place(scene, question, heard, New({**right, "total": right["male"] + right["female"]}, {}))


def _is_split(value: Any) -> bool:
    """Families beside them stay as they are."""
    return isinstance(value, Mapping) and {*_SEXES} <= value.keys() <= {"total", "families", "houses", *_SEXES}


def _is_all(text: str, tokens: Sequence[Token], old: Mapping[str, Any], told: Mapping[str, list[int]]) -> bool:
    """ "Eh perempuannya 40", "laki2nya 35 pale": one of them anew, and a word beside it; or both, one of them as it
    stands: "perempuannya td 35, laki2nya tetap 20"."""
    counted = [token.kind for token in tokens if token.kind in _SEXES or token.number]
    stays = len(told) == len(_SEXES) and sum(told[sex] == [old[sex]] for sex in told) == 1
    is_told = len(counted) == 2 or (stays and len(counted) == 4)
    return is_told and "?" not in text and len(text.split()) - len(counted) <= _BESIDE


def _told(tokens: Sequence[Token]) -> Iterator[tuple[str, list[int]]]:
    """Each of them with the whole numbers behind it, up to the next."""
    sexes = [at for at, token in enumerate(tokens) if token.kind in _SEXES]
    for at, end in pairwise([*sexes, len(tokens)]):
        numbers = [token.number.readings for token in tokens[at:end] if token.number]
        yield tokens[at].kind, [int(each[0]) for each in numbers if len(each) == 1 and each[0].denominator == 1]


def _last(numbers: Sequence[int], old: int) -> int:
    return next((number for number in reversed(numbers) if number != old), old)

"""A number that stands in what was told, and is no answer of its own, is put right there and nowhere else: "yang jatuh
cuma dua orang, bukan tiga"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from bot.core.flow.answering import resume, title
from bot.core.flow.correcting.found_to_go import CLAUSE
from bot.core.flow.correcting.numbers import already_so
from bot.core.flow.correcting.said_wrong import once_more
from bot.core.flow.correcting.what_stands import names_answer, stands
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import Scene
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import one_of
from bot.core.stories.counted_alike import measures
from bot.core.stories.covering import readers
from bot.core.stories.scan import scan
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.tongue import tongue_of

_LONGEST, _BOTH, _SHORT = 14, 2, 2  # words; numbers; letters of a word that says nothing
_WORD = re.compile(r"[^\W\d_]+")
_GROWN = re.compile(r"(?<=\w{3})(?:nya|ku|na|mi|ji)$")
_SPLIT = frozenset({"male", "female"})


class Number(NamedTuple):
    value: int
    start: int
    end: int


_Pair = tuple[Number, Number]  # what is wrong, what is right


class _Put(NamedTuple):
    key: str
    value: dict[str, Any]
    wrong: str
    right: str


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """None where it is no such correction, where the wrong number is an answer, and where it is not clear which of
    several is meant. What the story told besides stays told."""
    pair = _pair(scene.world, heard.text)
    if pair is None:
        return None
    put = _found(scene, heard.text, pair)
    if put is None:
        so = _stands_already(scene, heard.text, pair)
        return _of_all(scene, heard.text, pair) or (already_so.answer(scene, heard.text) if so else None)
    question = next(one for one in scene.flow.questions if one.key == put.key)
    answer, beside = scene.state.answers[put.key], scene.state.told_in((put.key,))
    state = scene.state.give(put.key, replace(answer, value=put.value, messages=(*answer.messages, heard.message)))
    for key in beside:
        state = state.give(key, scene.state.answers[key])
    lead = Words("mesin.ralat_kata", {"judul": title(scene, question), "lama": put.wrong, "baru": put.right})
    return resume(scene, state, lead, changed=(put.key,))


def changed(scene: Scene, text: str) -> dict[str, Any]:
    """The same of what was sent, by question."""
    pair = _pair(scene.world, text)
    put = _found(scene, text, pair) if pair is not None else None
    return {} if put is None else {put.key: put.value}


def _found(scene: Scene, text: str, pair: _Pair) -> _Put | None:
    if names_answer(scene, text) or any(_is_answer(scene, key, pair[0]) for key in scene.values):
        return None
    wrong, right = pair
    said = _words(text, scene.world)
    hits = list(_hits(scene, wrong.value, said))
    most = max((shared for shared, *_ in hits), default=0)
    meant = [hit for hit in hits if hit[0] == most and (most or not said)]
    if len(meant) != 1:
        return None
    _, key, at = meant[0]
    told, new = str(scene.values[key]["text"]), text[right.start : right.end]
    new = new if _WORD.search(told[at.start : at.end]) or not _WORD.search(new) else str(right.value)
    value = {**scene.values[key], "text": f"{told[: at.start]}{new}{told[at.end :]}"}
    return _Put(key, value, told[at.start : at.end], new)


def _of_all(scene: Scene, text: str, pair: _Pair) -> Step | None:
    """ "Bukan 30 tapi 35", of 12 men and 18 women: who of them they are is asked, unless their number is named."""
    split = next((one for one in scene.shown if _is_split(scene, one.key, pair[0].value)), None)
    if split is None or names_answer(scene, text):
        return None
    people = tongue_of(scene.world.spellings).people_grammar.words
    names_one = any(token.kind in _SPLIT for token in tokenize(text, people))
    return None if names_one else once_more(scene, split)


def _stands_already(scene: Scene, text: str, pair: _Pair) -> bool:
    """Whether it was put right before, by the same words."""
    said = _words(text, scene.world)
    if not said or any(_hits(scene, pair[0].value, said)):
        return False
    return any(shared for shared, *_ in _hits(scene, pair[1].value, said))


def _hits(scene: Scene, wrong: int, said: set[str]) -> Iterator[tuple[int, str, Number]]:
    """Where the number stands, with how many of the words around it are said again."""
    for key in in_own_words(scene):
        told = str(scene.values[key]["text"])
        numbers = [at for at in numbers_in(told, scene.world) if at.value == wrong]
        for clause in CLAUSE.finditer(told) if numbers else ():
            inside = [at for at in numbers if clause.start() <= at.start < clause.end()]
            shared = len(said & _words(clause[0], scene.world)) if inside else 0
            yield from ((shared, key, at) for at in inside)


def _is_answer(scene: Scene, key: str, wrong: Number) -> bool:
    """All of those of whom men and women were told apart is no answer of its own."""
    question = scene.flow.question(key)
    if question is None or _is_split(scene, key, wrong.value):
        return False
    return stands(scene, question, str(wrong.value))


def _is_split(scene: Scene, key: str, total: int) -> bool:
    """Whether so many are men and women of whom both were told, and neither only reckoned."""
    value = scene.values.get(key)
    if not isinstance(value, dict) or not value.keys() >= _SPLIT or value.get("total") != total:
        return False
    story = str(scene.values.get(scene.state.answers[key].told_in, {}).get("text", ""))
    return not story or {value[sex] for sex in _SPLIT} <= {each.value for each in numbers_in(story, scene.world)}


def _pair(world: World, text: str) -> _Pair | None:
    """What is wrong and what is right: "dua, bukan tiga", "bukan tiga tapi dua"."""
    if len(text.split()) > _LONGEST or "?" in text:
        return None
    found = one_of(world.denying["bukan"]).search(text) if world.denying else None
    numbers = numbers_in(text, world) if found else []
    if found is None or len(numbers) != _BOTH or numbers[0].value == numbers[1].value:
        return None
    units = {unit for at in numbers if (unit := _unit(text[at.end :], world))}
    if len(units) == _BOTH or any(measures(f"{numbers[0].value} {unit}", world) for unit in units):
        return None  # a size, or two things
    first, last = numbers
    if _told_apart(text, numbers, world):
        return None
    if found.start() < first.start:
        return first, last
    return (last, first) if first.end <= found.start() < last.start else None


def _told_apart(text: str, numbers: list[Number], world: World) -> bool:
    """ "Salah itu, dibikin 2004, jebolnya 2021" tells each of something of its own: neither is wrong."""
    said = list[set[str]]()
    for at in numbers:
        clause = next((one for one in CLAUSE.finditer(text) if one.start() <= at.start < one.end()), None)
        said.append(_words(clause[0], world) - {_unit(text[at.end :], world)} if clause else set())
    return all(said) and said[0].isdisjoint(said[1])


def _unit(behind: str, world: World) -> str:
    """What is counted, where it stands right behind the number."""
    found = re.match(r"\s*([^\W\d_]+)", behind)
    said = found[1].lower() if found else ""
    return "" if said in world.denying["bukan"] | {*world.spellings.common.noise} else said


def numbers_in(text: str, world: World) -> list[Number]:
    """The whole numbers in it."""
    told = scan(text)
    found = ((one.readings, told.span(span)) for one, span in readers(tongue_of(world.spellings))[0].numbers(told))
    return [Number(int(one[0]), *at) for one, at in found if len(one) == 1 and one[0].denominator == 1]


def accounts_for(world: World, clause: str, wrong: Number, right: Number) -> bool:
    """ "40 itu salah, 34 saja, 6 sudah merantau": where the others of them are."""
    return [one.value for one in numbers_in(clause, world)] == [abs(wrong.value - right.value)]


def _words(text: str, world: World) -> set[str]:
    """What it is said of, without what only says that it is put right."""
    common = world.denying["bukan"] | world.wrong | world.oneself | world.nodding | {*world.spellings.common.noise}
    numbers = {word for at in numbers_in(text, world) for word in text[at.start : at.end].lower().split()}
    told = (_GROWN.sub("", word) for word in _WORD.findall(text.lower()) if word not in common | numbers)
    return {word for word in told if len(word) > _SHORT and word not in common}

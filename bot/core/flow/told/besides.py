"""What the words of one answer tell besides, of questions that are still empty: only what is sure is taken, and said
back; what is not is left to be asked in its turn."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import PICKED, Scene, ask_about, holds, kind_of
from bot.core.flow.told.gifts import with_gift
from bot.core.flow.told.no_wish import only_where, with_far_landmark
from bot.core.flow.told.uncounted import counts_only, uncounted
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Reading, Took, Unsure
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.listening.shapes import Told
from bot.core.stories.counted import counted, has_number
from bot.core.stories.readings import told_in
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of

#: What numbers tell; the kinds that read numbers look for the others of these themselves.
NUMBERS = frozenset({"jumlah", "kurang_mampu", "ukuran"})
_SHORT = 300  # characters; what is longer is no landmark
_CLAUSE = re.compile(r"[,.;\n]+(?!\d)\s*")
_SENTENCE = re.compile(r"[.;\n]+(?!\d)\s*")
_CUTS = (_SENTENCE, _CLAUSE)
_LAND = "ha"  # the unit
_NUMBER_KINDS = frozenset({"orang", "ukuran"})
_PEOPLE, _MARK, _POOR = "orang", "patokan", "kurang_mampu"
_SIZE, _SIDES = "ukuran", 8  # words in which only sides are told
BESIDE_AN_ANSWER = NUMBERS | {_MARK}


def understand(scene: Scene, question: Question, heard: Heard) -> Reading:
    """The reading of the words as an answer to this question, with what they surely answer of others."""
    ask, kind = ask_about(scene, question), kind_of(question)
    if not isinstance(heard, Typed) or kind.story:
        return only_where(scene, question, heard) or with_gift(scene, question, heard, kind.read(ask, heard))
    if kind.free:
        return _without_counts(scene, question, heard)
    if not story_is_told(scene):
        return _with_counts(scene, question, heard)
    others = _others(scene, question, heard)
    elsewhere = _all_elsewhere(scene, question, others, heard.text)
    if elsewhere:
        return Took(None, also=elsewhere)
    found, left = _peel(scene, others, heard.text)
    reading = kind.read(ask, replace(heard, text=left)) if found else None
    text = heard.text
    if not isinstance(reading, Took):
        text = uncounted(text, scene.world, beside=False) if question.kind in PICKED else text
        found, reading = {}, kind.read(ask, replace(heard, text=text))
    if not isinstance(reading, Took) and question.kind in _NUMBER_KINDS:
        cuts = _CUTS if len(heard.text) <= _SHORT else _CUTS[:1]
        peeled = [one for cut in cuts if (one := _peel_numbers(scene, question, others, heard.text, cut))]
        both = (
            one for one in peeled if isinstance(kind.read(ask, replace(heard, text=one[1])), Took)
        )  # "p 200 l 3, 9 KK"
        found, left = next(both, peeled[0] if peeled else ({}, ""))
        if found and not left.strip():
            return Took(None, also=found)
        reading = kind.read(ask, replace(heard, text=left)) if found else reading
    if not isinstance(reading, Took):
        return reading
    also = {**_numbers(scene, question, others, heard.text), **found, **reading.also}
    is_lost = text != heard.text and not also.keys() & NUMBERS  # of a question that was passed over, say
    where = (_tells_where(each, heard.text, scene) for each in _told(heard.text, scene.world))
    is_lost = is_lost or (question.kind == _PEOPLE and any(where))
    groups = _who_is_hit(scene, others, heard.text) if question.kind == _PEOPLE else {}
    passed = groups.keys() & (set(scene.state.skipped) - set(scene.state.enough))
    also = {**{key: value for key, value in groups.items() if key not in passed}, **also}
    return replace(reading, also=also, left=heard.text if is_lost or passed else reading.left)


def _who_is_hit(scene: Scene, others: Sequence[Question], text: str) -> dict[str, Any]:
    """ "L 25 P 31 yang paling kena lansia": who they are, told in the same breath; "65 orang semuanya" names nobody."""
    every = set(scene.world.spellings.choices.all)
    told = _all_said_of(scene, [other for other in others if other.kind in PICKED], text)
    named = {key: {part["value"] for part in value} for key, value in told.items() if isinstance(value, list)}
    options = {other.key: other.params.options for other in others if other.key in named}
    whole = {key for key in named for one in options[key] if one.value in named[key] and every & set(one.words)}
    return {key: value for key, value in told.items() if key in named and key not in whole}


def _without_counts(scene: Scene, question: Question, heard: Typed) -> Reading:
    """ "Depan SD, lebarnya 3 meter panjang 90 meter": whole clauses that only count answer the question that counts
    such things, and are no part of the words that are kept. Metres without a side are how far it is."""
    ask = ask_about(scene, question)
    if len(heard.text) > _SHORT:
        return kind_of(question).read(ask, heard)
    elsewhere = _all_said_of(scene, _others(scene, question, heard), heard.text)
    if elsewhere:
        return Took(None, also=elsewhere)
    found, kept = _counted_clauses(scene, question, heard)
    reading = kind_of(question).read(ask, replace(heard, text=kept) if found and kept else heard)
    return replace(reading, also={**found, **reading.also}) if isinstance(reading, Took) and kept else reading


def _counted_clauses(scene: Scene, question: Question, heard: Typed) -> tuple[dict[str, Any], str]:
    """What clauses that only count answer of other questions, and the text without them."""
    tongue, others = tongue_of(scene.world.spellings), _others(scene, question, heard)
    found: dict[str, Any] = {}
    kept = []
    for clause in _CLAUSE.split(heard.text):
        told = {key: value for key, value in counted(clause, tongue).items() if key not in found and _is_sided(value)}
        fitting = [other for other in others if other.key in told]
        found |= {other.key: told[other.key] for other in fitting}
        kept += [] if fitting else [clause]
    return found, ", ".join(kept)


def _all_said_of(scene: Scene, others: Sequence[Question], text: str) -> dict[str, Any]:
    """ "Yang paling susah itu lansia sama difabel": all of it begins as the answer to another question does."""
    told = ((other.key, _beside(scene, other, text)) for other in others if other.kind in PICKED)
    return {key: found[0] for key, found in told if found and not found[1]}


def _is_sided(value: Any) -> bool:
    return "sizes" not in value or any(size.get("side") for size in value["sizes"])


def _with_counts(scene: Scene, question: Question, heard: Typed) -> Reading:
    """ "Paraja, di situ 33 rumah", before the story: the place, and what is counted in a part of its own or beside it.
    Words that are kept, or may be the story, tell it themselves."""
    apart, kept = _counted_clauses(scene, question, heard) if len(heard.text) <= _SHORT else ({}, "")
    reading = _beside_a_place(scene, question, replace(heard, text=kept)) if apart and kept else None
    if isinstance(reading, Took) and not reading.left:
        return replace(reading, also={**apart, **reading.also})
    return _beside_a_place(scene, question, heard)


def _beside_a_place(scene: Scene, question: Question, heard: Typed) -> Reading:
    """ "Paraja 40 KK"; of "Sossok satu kel Mataran" the number is the name's."""
    ask, kind = ask_about(scene, question), kind_of(question)
    reading = kind.read(ask, heard)
    told = [each for each in _told(heard.text, scene.world) if each.sure and each.sort in BESIDE_AN_ANSWER]
    found = _numbers(scene, question, _others(scene, question, heard), heard.text) if told else {}
    if not found or not isinstance(reading, Took | Unsure):
        return reading
    bare = heard.text
    for each in reversed(told):
        bare = f"{bare[: each.span[0]]} {bare[each.span[1] :]}"
    again = kind.read(ask, replace(heard, text=bare))
    if reading.left and not (isinstance(reading, Took) and isinstance(again, Took) and not again.left):
        return reading
    if isinstance(reading, Unsure):
        if not isinstance(again, Took):
            return replace(reading, left=heard.text)
        reading = again
    elif not isinstance(again, Took) or (again.value, again.also) != (reading.value, reading.also):
        return reading
    reading = replace(reading, left="", also={**found, **reading.also})
    return with_far_landmark(scene, question, reading)


def story_is_told(scene: Scene) -> bool:
    """Before that, words beside an answer are rather the story."""
    stories = [question for question in scene.flow.questions if kind_of(question).story]
    return not stories or stories[0].key in scene.values


def _others(scene: Scene, question: Question, heard: Typed) -> list[Question]:
    """The questions that nobody has answered yet, or only the same message before it was edited."""
    answers = {each.key: scene.state.answers[each.key] for each in scene.shown if is_told(scene, each)}
    given = {key for key, answer in answers.items() if heard.message not in answer.messages}
    return [each for each in scene.shown if each is not question and each.key not in given]


def _peel(scene: Scene, others: Sequence[Question], text: str) -> tuple[dict[str, Any], str]:
    """What clauses surely answer of other questions, and the text without them."""
    found: dict[str, Any] = {}
    for other in others:
        told = _beside(scene, other, text)
        if told is not None and told[1]:
            found[other.key], text = told
    return found, text


def _all_elsewhere(scene: Scene, question: Question, others: Sequence[Question], text: str) -> dict[str, Any]:
    """ "Yang merasakan ibu-ibu", where it is asked what it is about: all of it speaks of another question."""
    if question.kind not in PICKED or _beside(scene, question, text):
        return {}
    return _all_said_of(scene, others, text)


def _beside(scene: Scene, other: Question, text: str) -> tuple[Any, str] | None:
    """The answer in the clauses that speak of this question, and the text without them."""
    beside, ask = kind_of(other).beside, replace(ask_about(scene, other), mine=None)
    plain = uncounted(text, scene.world) if other.kind in PICKED else text
    told = beside(ask, plain) if beside else None
    if told is None or beside is None or plain == text:
        return told
    whole = beside(ask, text)
    return told[0], whole[1] if whole else told[1]


def _peel_numbers(
    scene: Scene, question: Question, others: Sequence[Question], text: str, cut: re.Pattern[str]
) -> tuple[dict[str, Any], str] | None:
    """ "L18 P22 KK11. Kurang mampu 6 KK. Panjang pipa 150 m": whole sentences, or clauses, with the numbers of other
    questions; None where there are none."""
    found: dict[str, Any] = {}
    left: list[str] = []
    for sentence in cut.split(text):
        told = {each.sort: each for each in _told(sentence, scene.world) if each.sort in NUMBERS}
        told = told or _counted_in(sentence, scene.world)
        fitting = [each for each in others if each.key in told and told[each.key].sure and each.key not in found]
        alike = [each.kind for each in fitting] == [question.kind] and _answers(scene, question, told[fitting[0].key])
        alike = alike or (bool(fitting) and _has_sides(scene, question, sentence))
        alike = alike or (question.key == _POOR and counts_only(sentence, scene.world))
        if told and len(fitting) == len(told) and question.key not in told and not alike:
            found |= {each.key: told[each.key].value for each in fitting}
        else:
            left.append(sentence)
    return (found, ". ".join(left)) if found else None


def _has_sides(scene: Scene, question: Question, clause: str) -> bool:
    """ "P 200 l 3", where a size is asked for: how long and how wide it is, and no women and men."""
    is_size = question.kind == _SIZE and len(clause.split()) <= _SIDES
    reading = kind_of(question).read(ask_about(scene, question), Typed(clause, 0)) if is_size else None
    return isinstance(reading, Took) and "sizes" in (reading.value or {}) and _is_sided(reading.value)


def _counted_in(clause: str, world: World) -> dict[str, Told]:
    """ "Miskin 10", "yang lewat 60 orang tiap hari": nothing but a count, in a clause of its own."""
    found = counted(clause, tongue_of(world.spellings))
    return {sort: Told(sort, value, (0, len(clause)), sure=True) for sort, value in found.items()}


def _answers(scene: Scene, question: Question, told: Told) -> bool:
    """So many families, where families are asked for."""
    return holds(question, told.value, scene.values, scene.world)


def of_others(scene: Scene, text: str, refused: Question | None = None) -> dict[str, Any]:
    """What the words surely answer of questions without an answer, once the story is told. `refused`: the question that
    they do not answer."""
    if not story_is_told(scene):
        return {}
    others = [each for each in scene.shown if not is_told(scene, each) and each is not refused]
    counts = refused is not None and has_number(text, tongue_of(scene.world.spellings))
    return {**_numbers(scene, refused, others, text, refused=counts), **_clauses(scene, others, text)}


def is_told(scene: Scene, question: Question) -> bool:
    """Somebody who did not know it may know it now."""
    answer = scene.state.answers.get(question.key)
    return answer is not None and not is_unknown(answer.value)


def _clauses(scene: Scene, open_ones: Sequence[Question], text: str) -> dict[str, Any]:
    told = ((each.key, _beside(scene, each, text)) for each in open_ones)
    return {key: found[0] for key, found in told if found}


def _numbers(
    scene: Scene, question: Question | None, others: Sequence[Question], text: str, *, refused: bool = False
) -> dict[str, Any]:
    """`question`: what is answered, or not (`refused`), by its own reader, which looks for the other numbers itself.
    Words in which a number was meant and not understood are no landmark."""
    counts = question is not None and question.kind in _NUMBER_KINDS
    sorts = (frozenset() if refused else BESIDE_AN_ANSWER - NUMBERS) if counts else BESIDE_AN_ANSWER
    told = {each.sort: each for each in _told(text, scene.world) if each.sure and each.sort in sorts}
    if question is not None and question.kind == _PEOPLE:
        told = {sort: each for sort, each in told.items() if not _tells_where(each, text, scene)}
    passed_over = set(scene.state.skipped) - {*scene.state.enough, _POOR}  # what "cukup" left out may still be told
    fitting = [each for each in others if each.key in told and each.key not in passed_over]
    fitting = [each for each in fitting if not _is_land_beside(scene, told[each.key].value)]
    return {
        each.key: told[each.key].value
        for each in fitting
        if holds(each, told[each.key].value, scene.values, scene.world)
    }


def _tells_where(told: Told, text: str, scene: Scene) -> bool:
    """ "40 orang di dekat pasar": where they are who are counted, and not where something is wrong."""
    clause = next((one for one in _CLAUSE.split(text) if text[slice(*told.span)] in one), "")
    return told.sort == _MARK and has_number(clause, tongue_of(scene.world.spellings))


def _is_land_beside(scene: Scene, value: Any) -> bool:
    """ "Petani bawang 40 hektar", beside a road: how much land it serves is not how long it is."""
    sizes = value.get("sizes", ()) if isinstance(value, dict) else ()
    if not any(size["unit"] == _LAND for size in sizes):
        return False
    texts = (value.get("text", "") for value in scene.values.values() if isinstance(value, dict))
    return not set(scene.world.spellings.sizes.road).isdisjoint(key_of(" ".join(texts)).split())


def numbers_in(scene: Scene, question: Question, clause: str) -> dict[str, Any]:
    """What a clause counts of questions without an answer, beside what it names."""
    return _numbers(scene, question, _others(scene, question, Typed(clause, 0)), clause)


def _told(text: str, world: World) -> tuple[Told, ...]:
    return told_in(text, tongue_of(world.spellings))

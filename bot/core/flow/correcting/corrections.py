"""Corrections in words: "eh, maksudku 12" replaces the answer it belongs to, and says old and new.

Which answer is meant: the one that is named ("lebarnya"), else the one that has the value said to be wrong ("45 bukan
54"), else the last one that the new value fits. Never one that stands at another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.answering import give_all, take, title
from bot.core.flow.asking import ask
from bot.core.flow.correcting.amending import RT_RW, amended, counted_as, counting_the_same, options_of, unit_of
from bot.core.flow.correcting.what_stands import comes_beside, counts_others, is_more, measures_else, stands
from bot.core.flow.scene import PICKED, Scene, ask_about, kind_of, look, show
from bot.core.flow.told import besides, in_a_story
from bot.core.flow.told.number_turned import counts_twice
from bot.core.forms.digits import is_digits
from bot.core.forms.heard import Typed
from bot.core.forms.layout import data_of
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Button, Say, Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.writing import sentences_in
from bot.core.listening.shapes import Ear
from bot.core.spelt import one_of
from bot.core.stories.counted import has_number
from bot.core.understanding.choosing import clauses_of
from bot.core.understanding.tongue import tongue_of

WAITS = "correct"  # what waits for the answer that it belongs to
CHOSEN = "~betul"  # data of a button: this answer was meant
_OFFERED, _SHORT, _LONGEST = 4, 8, 24  # answers; words, without a name and in all: what is longer tells a story


@dataclass(frozen=True, slots=True)
class New:
    """The value that replaces another, and what follows from it at other questions."""

    value: Any
    also: Mapping[str, Any]


def named(scene: Scene, heard: Typed, surely: bool = False) -> Step | None:
    """A correction that names its question, or the value that was wrong; None when these words are none, or cannot be
    read as one. Where any words are an answer they have to speak of what was told. `surely`: it is known to be one."""
    ear = scene.world.ear
    mark = ear.corrects(heard.text) if ear and len(heard.text.split()) <= _LONGEST else ""
    mark = mark or ("weak" if surely else "")
    if ear is None or not mark:
        return None
    free = scene.asked is not None and kind_of(scene.asked).free
    for question, part in _named(scene, ear.named(heard.text)):
        is_said = mark == "sure" or not free or _tells_again(scene, question, heard, part)
        is_said = is_said and not counts_others(scene, question, heard.text)
        new = first_other(scene, question, heard, part) if is_said else None
        if new is not None:
            same = not part and bool(ear.denied(heard.text))  # "jumlahnya bukan 80 tapi 90", of families
            return put_in_place(scene, question, heard, _in_its_unit(scene, question, heard, new) if same else new)
    short = len(heard.text.split()) <= _SHORT or ear.announces(heard.text)
    return _by_oldvalue_of(scene, heard, ear.corrected(heard.text)) if short or not free else None


def _tells_again(scene: Scene, question: Question, heard: Typed, part: str) -> bool:
    """Whether these words speak of what was told here, or of the value that it was: "RT 3, bukan RT 2"."""
    ear = scene.world.ear
    wrong = ear.denied(heard.text) if ear else ""
    if part in RT_RW and wrong.split()[-1:] == [str(scene.values[question.key].get(part))]:
        return True
    return bool(ear and ear.retells(heard.text)) or (bool(wrong) and stands(scene, question, wrong))


def _named(scene: Scene, names: Sequence[str]) -> Iterator[tuple[Question, str]]:
    """Those that are answered before what stands open, each with the part of it that is named ("ukuran.l")."""
    before = {question.key: question for question in answered(scene)}
    parted = [name.partition(".") for name in names]
    if any(key != "dusun" for key, _, _ in parted):  # "the head of RT 2 miscounted the people"
        parted = [told for told in parted if told[2] not in RT_RW]
    return ((before[key], part) for key, _, part in parted if key in before)


def first_other(scene: Scene, question: Question, heard: Typed, part: str = "") -> New | None:
    """The likeliest words that are another value than the one that stands."""
    ear, old = scene.world.ear, scene.values[question.key]
    for words in ear.right(_of_its_own(ear, question, heard.text)) if ear else ():
        new = value_of(scene, question, replace(heard, text=_whole(words, old, part)))
        adds = ear is not None and ear.adds(heard.text) and words != ear.corrected(heard.text)  # "jadi 9 KK"
        adds = adds or (new is not None and comes_beside(scene, question, heard.text, new.value))
        value = amended(old, new.value, part, adds) if new else None
        if new is not None and value is not None and value != old:
            return New(value, new.also)
    return None


def _of_its_own(ear: Ear, question: Question, text: str) -> str:
    """Without the sentences that name other questions alone: "bukan petani. Yang kurang mampu 10 kk". A place may be
    told in several: "kecamatannya keliru, Cendana. Desanya Karrang"."""
    if hasattr(question.params, "level"):
        return text
    told = [(one, {name.partition(".")[0] for name in ear.named(one)}) for one in sentences_in(text)]
    own = [one for one, keys in told if not keys or question.key in keys]
    return " ".join(own) if 0 < len(own) < len(told) else text


def _whole(words: str, old: Any, part: str) -> str:
    """A bare number with its unit, or with the RT that it is."""
    if part in RT_RW:
        return words if part in words.lower() or " " in words else f"{part} {words}"
    return f"{words} {unit_of(old, part)}" if is_digits(words.rsplit(maxsplit=1)[-1]) else words


def anew(scene: Scene, question: Question, heard: Typed) -> Step | None:
    """What these words make of an answer that is known to be meant; None where they make nothing else of it."""
    if (step := named(scene, heard, surely=True)) is not None:
        return step if question.key in step.changed else None
    old = scene.values[question.key]
    told = (_whole(words, old, "") for words in (heard.text, _last_number(heard.text)) if words)
    fitting = (_fitting(scene, question, replace(heard, text=words)) for words in told)
    new = next(filter(None, fitting), None) or first_other(scene, question, heard)
    return None if new is None or new.value == old else put_in_place(scene, question, heard, new)


def _last_number(text: str) -> str:
    """ "… tadi kelebihan, 38 ji": the last clause up to its number; empty where it has none."""
    words = text.replace(",", " , ").split()
    last = [word for word in words[len(words) - words[::-1].index(",") if "," in words else 0 :] if word]
    ends = max((at for at, word in enumerate(last, 1) if word.isdecimal()), default=0)
    return " ".join(last[:ends])


def exchanged(scene: Scene, heard: Typed, words: str) -> Step | None:
    """Where it is clear which answer is meant. `words`: the part that holds the new value."""
    return named(scene, heard, surely=True) or _by_oldvalue_of(scene, heard, words)


def only_fitting(scene: Scene, heard: Typed, words: str) -> Step | None:
    """The one answer that these words can be."""
    new = replace(heard, text=words)
    fitting = fitting_now(scene, new)
    return exchange(scene, fitting[0], new) if len(fitting) == 1 else None


def correct(scene: Scene, heard: Typed, words: str) -> Step:
    """`words`: as above. With several answers that it fits it is asked which one is meant."""
    if (step := exchanged(scene, heard, words)) is not None:
        return step
    ear = scene.world.ear
    wrong = ear.denied(heard.text) if ear else ""
    new = replace(heard, text=counting_the_same(words, wrong) or words)
    before, fitting = answered(scene), fitting_now(scene, new)
    if fitting and (fitting[0] is before[0] or len(fitting) == 1) and not _is_a_count(wrong):
        return exchange(scene, fitting[0], new)
    if fitting:
        return ask_which(scene, fitting, new)
    free = scene.asked is None or kind_of(scene.asked).free  # any words would be an answer there
    if scene.asked is not None and not free:
        if counts_twice(scene, heard.text):
            return take(scene, scene.asked, heard)  # "lakinya 30, eh maaf 13 maksudku, perempuan 20"
        parts = [words] if kind_of(scene.asked).claims else clauses_of(heard.text)  # "buttu sawe bukan yg di tombol"
        for one in (heard, *(replace(heard, text=part) for part in parts)):
            if isinstance(besides.understand(scene, scene.asked, one), Took | Unsure):
                return take(scene, scene.asked, one)
    is_other = ear.named(heard.text) or has_number(heard.text, tongue_of(scene.world.spellings)) if ear else ()
    if before and kind_of(before[0]).story and free and not is_other:
        return add(scene, before[0], heard)
    state = rest.keep(scene, heard.text, heard.message)
    lead = Words("mesin.ralat_yang_mana", {"disimpan": rest.kept(scene, state)})
    return Step(state, (ask(replace(scene, state=state), lead),))


def _by_oldvalue_of(scene: Scene, heard: Typed, words: str) -> Step | None:
    """ "45 bukan 54": whose answer is 54 is meant; with several of which the new one may take the place it is asked."""
    ear = scene.world.ear
    wrong = ear.denied(heard.text) if ear else ""
    same = [question for question in answered(scene) if wrong and stands(scene, question, wrong)]
    if " " in wrong:  # "40 kk"
        same = [question for question in same if stands(scene, question, wrong, in_its_unit=True)] or same
    if len(same) > 1:
        return _one_of(scene, same, replace(heard, text=words))
    if not same or ear is None:
        return None
    own = _of_its_own(ear, same[0], heard.text)
    words = words if own == heard.text else ear.corrected(own)
    told = [one for one in (counting_the_same(words, wrong), words) if one]
    if same[0].kind in PICKED and is_more(scene.world, heard.text):
        told = []
    readings = (_fitting(scene, same[0], replace(heard, text=each)) for each in told)
    new = next(filter(None, readings), None) or first_other(scene, same[0], heard)
    return put_in_place(scene, same[0], heard, _in_its_unit(scene, same[0], heard, new)) if new else None


def _one_of(scene: Scene, same: Sequence[Question], new: Typed) -> Step | None:
    """Several answers that are what is said to be wrong: of those that the new one fits it is asked which is meant."""
    fitting = [question for question in same if _made_of(scene, question, new) is not None]
    return ask_which(scene, fitting, new) if len(fitting) > 1 else None


def _in_its_unit(scene: Scene, question: Question, heard: Typed, new: New) -> New:
    """ "Bukan lebih dari 80 tapi pas 80", of families. "60 jiwa, bukan 60 KK" says what is counted."""
    if one_of(scene.world.spellings.people.person).search(heard.text):
        return new
    as_before = counted_as(scene.values[question.key], new.value)
    return new if as_before is None else replace(new, value=as_before)


def _is_a_count(wrong: str) -> bool:
    """ "Bukan 30 rumah …", of which nothing was told: what is right is not put in the place of something else."""
    number, _, unit = wrong.partition(" ")
    return number.isdecimal() and bool(unit)


def answered(scene: Scene) -> list[Question]:
    """What was answered before what stands open, the last one first; then what was told ahead of it."""
    shown = list(scene.shown)
    until = shown.index(scene.open) if scene.open else len(shown)
    likely = (*reversed(shown[:until]), *shown[until + 1 :])
    return [question for question in likely if question.key in scene.values]


def value_of(scene: Scene, question: Question, new: Typed) -> New | None:
    """What the question would make of it; None when it is no answer, or the same again. Any words fit a story."""
    kind = kind_of(question)
    if kind.free or kind.gathers:
        return None
    reading = kind.read(replace(ask_about(scene, question), mine=None), new)
    if not isinstance(reading, Took) or reading.value is None:
        return None
    same = options_of(reading.value) == options_of(scene.values[question.key])
    return None if same else New(reading.value, reading.also)


def _fitting(scene: Scene, question: Question, heard: Typed) -> New | None:
    """The same with what the words leave as it is: one side of a size that has several."""
    new = value_of(scene, question, heard)
    whole = amended(scene.values[question.key], new.value, "", adds=False) if new is not None else None
    return None if new is None or whole is None else New(whole, new.also)


def exchange(scene: Scene, question: Question, new: Typed) -> Step:
    made = _made_of(scene, question, new)
    assert made is not None
    return put_in_place(scene, question, new, made)


def put_in_place(scene: Scene, question: Question, heard: Typed, new: New) -> Step:
    """What rests on the answer follows it; the form goes on where it stood. From now on it is in words of its own, and
    what the story tells does not come back."""
    old, answer = show(scene, question.key), scene.state.answers[question.key]
    right = replace(answer, value=new.value, messages=(*answer.messages, heard.message), told_in="")
    kept = replace(scene, state=in_a_story.with_own(scene.state, question, heard.text, scene.world))
    step = give_all(kept, question, right, new.also)
    now = look(scene.flow, step.state, scene.world)
    shown = kind_of(question).show(ask_about(now, question), new.value)
    lead = Words("mesin.ralat_kata", {"judul": title(scene, question), "lama": old, "baru": shown})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))


def fitting_now(scene: Scene, new: Typed) -> list[Question]:
    """Those whose answer these words can be; no area takes the place of a length."""
    told = [question for question in answered(scene) if _fitting(scene, question, new) is not None]
    return [question for question in told if not measures_else(scene, question, new.text)]


def ask_which(scene: Scene, fitting: Sequence[Question], new: Typed, asked: int = 1) -> Step:
    """`asked`: how often, with this time."""
    state = scene.state.hold(**{WAITS: {"words": new.text, "message": new.message, "asked": asked}})
    rows = tuple(
        (Button(Words(title(scene, question).name), data_of(state.draft, scene.target, f"{CHOSEN}.{question.key}")),)
        for question in fitting[:_OFFERED]
    )
    return Step(state, (Say("mesin.ralat_pilih", {"kata": new.text[:100]}, buttons=rows, question=scene.target),))


def chosen(scene: Scene, key: str) -> Step | None:
    """The answer that was meant, out of those it fits; None when nothing waits for that."""
    waits = scene.state.pending.get(WAITS)
    question = scene.flow.question(key)
    if not waits or question is None or question not in answered(scene):
        return None
    scene = replace(scene, state=scene.state.release(WAITS))
    new = Typed(waits["words"], waits["message"])
    made = _made_of(scene, question, new)
    return None if made is None else put_in_place(scene, question, new, made)


def _made_of(scene: Scene, question: Question, new: Typed) -> New | None:
    """What the answer would be then; a bare number is in the unit that stood there."""
    own = replace(new, text=_whole(new.text, scene.values[question.key], ""))
    made = next(filter(None, (_fitting(scene, question, one) for one in (own, new))), None)
    return made and (_in_its_unit(scene, question, new, made) if is_digits(new.text) else made)


def add(scene: Scene, question: Question, heard: Typed) -> Step:
    """A story is told on: the first words stand, and so do these."""
    answer = scene.state.answers[question.key]
    text = f"{answer.value.get('text', '')}\n{heard.text}".strip()
    step = give_all(scene, question, Answer({**answer.value, "text": text}, (*answer.messages, heard.message)), {})
    lead = Words("mesin.ralat_tambah", {"judul": title(scene, question)})
    return replace(step, say=tuple(replace(say, lead=lead) for say in step.say))

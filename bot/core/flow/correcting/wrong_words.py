"""A word or an amount that was told wrong is put right where it stands, by one rule before sending and afterwards."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import Any, NamedTuple

from bot.core.flow import rest
from bot.core.flow.answering import give, title
from bot.core.flow.asking import ask
from bot.core.flow.controls import accept_first, again
from bot.core.flow.correcting.corrections import ask_which, exchange, fitting_now
from bot.core.flow.correcting.numbers import already_so
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import FIRST, Scene, kind_of, look, names_option
from bot.core.flow.told import in_a_story
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.core.stories.counted_alike import amount_told, counted_alike, counts, measures, number_alone

_LONGEST, _WORD, _MORE = 16, 3, 6  # words: of a correction of a word in a story, of that word, of more than it
_PLACE, _SIZE, _PEOPLE, _READER = "wilayah", "ukuran", "orang", "pembaca"
_AT = re.compile(r"^(?:di|ke|dari)\s+", re.IGNORECASE)  # "bukan di Batu Mila" denies the name alone
_WHERE = re.compile(r"\s(?:di|ke|dari)\s(?!.*\s(?:di|ke|dari)\s)", re.IGNORECASE)  # "lampunya di depan sekolah"
_MOST, _NUMBER = 3, re.compile(r"\d+(?:[.,]\d+)*")  # times that the word may stand there
_NOT_INSIDE = r"(?<![\w.,])(?<!\d)", r"(?![.,]?\d)"  # an amount is no part of a longer one

#: By question: what was told there, with its text.
Told = Mapping[str, Mapping[str, Any]]


class Mended(NamedTuple):
    """`told`: those that changed, as they are now."""

    told: dict[str, dict[str, Any]]
    wrong: str
    right: str


def in_own_words(scene: Scene) -> Iterable[str]:
    """The questions whose answer was written in one's own words."""
    stories = (one.key for one in scene.flow.questions if kind_of(one).story or kind_of(one).rest)
    written = ((key, scene.values.get(key)) for key in stories)
    return [key for key, value in written if isinstance(value, dict) and value.get("text") and "voice" not in value]


def mended(told: Told, text: str, world: World) -> Mended | None:
    """ "Maksud saya jembatan bukan jalan": the word in all that was told, wherever it stands in it; an amount only
    where it stands once. None where that is not clear, or a number besides tells something else."""
    ear = world.ear
    if ear is None or len(text.split()) > _LONGEST or not world.naming_voice["nama"].isdisjoint(key_of(text).split()):
        return None  # whose name it is, is no word of the story
    right, wrong = counted_alike(ear.corrected(text), number_alone(_AT.sub("", ear.denied(text)), world), world)
    where = any(_stood_there(wrong, each["text"]) for each in told.values()) and _WHERE.search(right)
    right = _AT.sub("", right[where.start() :].strip() if where else right)
    if ear.announces(text) and not any(at(wrong).search(each["text"]) for each in told.values() if wrong):
        wrong = amount_told((one["text"] for one in told.values()), right) or wrong  # "eh salah, 45 KK" names none
    if not set(_NUMBER.findall(text)) <= set(_NUMBER.findall(f"{wrong} {right}")):
        return None
    amount = _amount(wrong, right, world)
    if amount:  # "ukurannya 300 meter, bukan 60 kios" says two things
        is_same = measures(wrong, world) == measures(amount, world)
        return _put(told, _at_amount(wrong), wrong, amount, _most(told, wrong, world)) if is_same else None
    right = _with_unit(_bare(right, world), wrong)
    tells_on = right.startswith(f"{wrong} ")  # "jembatan kayu lapuk putus" says more than "jembatan", where it is told
    if not (_is_a_word(wrong) and _is_a_word(right, _MORE if tells_on else _WORD)) or not _alike(wrong, right, world):
        return None
    pointing = world.exchanging["menunjuk"] | world.exchanging["di_sana"] | world.nodding | world.oneself
    if {key_of(wrong), key_of(right)} & pointing:
        return None  # "bukan itu pak"
    if tells_on:
        told = dict([one for one in told.items() if at(wrong).search(one[1]["text"])][:1])
    return _put(told, at(wrong, right), wrong, right)


def _stood_there(wrong: str, text: str) -> bool:
    """Whether a place was told by this word."""
    return bool(wrong) and re.search(rf"\b(?:di|ke|dari)\s+{re.escape(wrong)}\b", text, re.IGNORECASE) is not None


def _put(told: Told, pattern: re.Pattern[str], wrong: str, right: str, most: int = _MOST) -> Mended | None:
    if not 0 < sum(len(pattern.findall(each["text"])) for each in told.values()) <= most:
        return None
    put = {key: _in_lines(pattern, right, str(each["text"])) for key, each in told.items()}
    changed = {key: {**told[key], "text": text} for key, text in put.items() if text != told[key]["text"]}
    return Mended(changed, wrong, right) if changed else None


def _in_lines(pattern: re.Pattern[str], right: str, text: str) -> str:
    """ "2 km itu kelebihan, 150 meter ji" says itself which amount is right, and stays; "85 kepala keluarga", too."""
    number, _, unit = map(re.escape, right.partition(" "))
    stays = re.compile(rf"(?i)(?<![\d.,]){number}\s+(?:\w+\s+)?{unit}(?!\w)" if _NUMBER.match(right) else "\n")
    put = (pattern.sub(lambda found: _as(right, found[0]), line) for line in text.split("\n"))
    return "\n".join(old if stays.search(old) else new for old, new in zip(text.split("\n"), put, strict=True))


def at(wrong: str, right: str = "") -> re.Pattern[str]:
    """Where it stands, also as "jalannya", with what stands around it already of what is right: of "jalan tani" both
    words make way for "jembatan tani"."""
    told = [re.escape(word) for word in right.split()]
    front = reduce(lambda inner, word: rf"(?:{inner}{word}\s+)?", told[:-1], "")
    behind = reduce(lambda inner, word: rf"(?:\s+{word}{inner})?", reversed(told[1:]), "")
    return re.compile(rf"\b{front}{re.escape(wrong)}{behind}(?=(?:nya)?\b)", re.IGNORECASE)


def _amount(wrong: str, right: str, world: World) -> str:
    """ "Bukan 2 kilometer, 300 meter saja": what takes the place of the amount; with its unit where the wrong one has
    one. Empty where one of both is no amount."""
    numbers = _NUMBER.findall(right)
    if not _NUMBER.match(wrong) or len(wrong.split()) > _WORD - 1 or len(numbers) != 1:
        return ""
    number, (_, _, unit) = str(numbers[0]), wrong.partition(" ")
    if not unit:
        return number
    found = re.search(rf"{re.escape(number)}\s*([^\W\d]+)", right)
    is_named = found is not None and found[1].lower() not in world.spellings.common.noise
    return found[0] if found is not None and is_named else f"{number} {unit}"


def _most(told: Told, wrong: str, world: World) -> int:
    """ "5 kilo" is the same length wherever it stands, and "5 ruangan" the same in what was told twice."""
    once = all(len(_at_amount(wrong).findall(each["text"])) <= 1 for each in told.values())
    return _MOST if measures(wrong, world) or (once and " " in wrong) else 1


def _at_amount(wrong: str) -> re.Pattern[str]:
    """ "2 kilo" is said of "2 kilometer", too."""
    before, behind = _NOT_INSIDE
    number, *unit = wrong.split()
    named = rf"\s*{re.escape(unit[0])}\w*" if unit else behind
    return re.compile(rf"{before}{re.escape(number)}{named}", re.IGNORECASE)


def _with_unit(right: str, wrong: str) -> str:
    """ "Bukan 20 rumah tapi 30": what was counted stays."""
    number, _, unit = wrong.partition(" ")
    return f"{right} {unit}" if unit and number.isdecimal() and right.isdecimal() else right


def _bare(right: str, world: World) -> str:
    """ "Ini nama Jumriah": the name alone."""
    words = right.split()
    while len(words) > 1 and key_of(words[0]) in world.wrong | world.oneself:
        words = words[1:]
    return " ".join(words)


def _alike(wrong: str, right: str, world: World) -> bool:
    """An amount makes way for an amount, a word for none ("tidak mampu jadi 10 KK") and for no half sentence."""
    first = right.partition(" ")[0]  # "Salo Dua" is no amount
    is_so = counts(right, world) if _NUMBER.search(wrong) else counts(wrong, world) or not counts(first, world)
    if not is_so or one_of(world.taking_out["foto"]).search(right):
        return False  # "ganti fotonya, yg td bukan wc"
    return set(world.spellings.common.which).isdisjoint(right.lower().split())


def _is_a_word(told: str, most: int = _WORD) -> bool:
    """Or a number with what it counts."""
    words = told.split()
    return 0 < len(words) <= most and not told.isdecimal() and all(word.replace("-", "").isalnum() for word in words)


def _as(right: str, wrong: str) -> str:
    """With a capital where there was one, and the unit as it was written."""
    (number, _, unit), (_, _, was) = right.partition(" "), wrong.partition(" ")
    right = f"{number} {was}" if unit and unit.lower() == was.lower() else right
    return right[0].upper() + right[1:] if wrong[0].isupper() else right[0].lower() + right[1:]


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """None where these words put nothing right that was told. Where any words are an answer they have to be announced
    as a correction: "bukan diaspal tapi dirabat" may be what is hoped for."""
    ear, asked = scene.world.ear, scene.asked
    if ear is None or len(heard.text.split()) > _LONGEST or not ear.corrects(heard.text):
        return None
    if scene.target == FIRST:
        return _in_first(scene, heard)
    free = asked is not None and kind_of(asked).free
    if (free or names_option(scene, heard)) and not ear.announces(heard.text):
        return None
    if (counted := _count_put_right(scene, heard)) is not None:
        return counted
    so = not free and _stands_already({key: scene.values[key] for key in in_own_words(scene)}, heard.text, scene.world)
    return mend(scene, heard) or (already_so.answer(scene, heard.text) if so else None)


def _count_put_right(scene: Scene, heard: Typed) -> Step | None:
    """ "Eh salah, 90 KK", "120 salah lagi, yg benar 80": it takes the place of the one count that was told by itself,
    or that is said to be wrong; of several it is asked. What the story told is put right there."""
    ear = scene.world.ear
    if ear is None or ear.denied(heard.text) or not (ear.announces(heard.text) or ear.corrects(heard.text) == "sure"):
        return None
    new = replace(heard, text=ear.corrected(heard.text))
    wrong = set(_NUMBER.findall(heard.text)) - set(_NUMBER.findall(new.text))
    fitting = fitting_now(scene, new)
    said = [one for one in fitting if len(wrong) == 1 and stands(scene, one, *wrong)]
    own = [one for one in fitting if one.kind == _PEOPLE and not scene.state.answers[one.key].told_in]
    if said or (len(own) == len(fitting) == 1):
        return _in_both(scene, (said or own)[0], new)
    return ask_which(scene, own, new) if len(own) > 1 else None


def _in_both(scene: Scene, question: Question, new: Typed) -> Step:
    """Also in what was told, where the number stands in it."""
    step, old, right = exchange(scene, question, new), scene.values[question.key], _NUMBER.findall(new.text)
    if not isinstance(old, dict) or len(old) != 1 or len(right) != 1:
        return step
    words = scene.world.exchanging
    put = f"{min(words['menyangkal'])} {next(iter(old.values()))} {min(words['tetapi'])} {right[0]}"
    return in_stories_too(scene, step, replace(new, text=put))


def denies_told(scene: Scene, text: str) -> bool:
    """ "Bukan maret, januari", where a reader is asked for: a word of the story is no reader."""
    ear, asked = scene.world.ear, scene.asked
    wrong = ear.denied(text) if ear is not None and asked is not None and asked.kind == _READER else ""
    stood = bool(wrong) and any(at(wrong).search(scene.values[key]["text"]) for key in in_own_words(scene))
    return stood and ear is not None and ear.corrected(text) != text


def mend(scene: Scene, heard: Typed) -> Step | None:
    """None where these words put right no word and no amount of what was told."""
    told = {key: scene.values[key] for key in in_own_words(scene)}
    place = rest.place_for(scene)  # what was said to put it right stands there, too
    stories = {key: value for key, value in told.items() if place is None or key != place.key}
    found = mended(told, heard.text, scene.world) or mended(stories, heard.text, scene.world)
    if found is None:
        return None
    step, changed = Step(scene.state), dict.fromkeys(found.told)
    for key, value in found.told.items():
        now = look(scene.flow, step.state, scene.world)
        question = next(one for one in scene.flow.questions if one.key == key)
        step = give(now, question, replace(scene.state.answers[key], value=value))
        changed |= dict.fromkeys(step.changed)
    name = next(one for one in scene.flow.questions if one.key in found.told)
    return replace(step.led_by(_said(found, title(scene, name))), changed=tuple(changed))


def in_stories_too(scene: Scene, step: Step, heard: Typed) -> Step:
    """What was put right, a place or a figure, stands in what was told, too: whoever reads it names the right one. Of
    a place, where the same message told it: "jalan dari Batu Billa" leads from there, wherever one lives."""
    changed = [one for one in scene.flow.questions if one.key in step.changed and one.key in scene.values]
    places = {at for one in changed if one.kind == _PLACE for at in scene.state.answers[one.key].messages}
    counted = any(one.kind in (_SIZE, _PEOPLE) for one in changed)
    if not (places or counted) or not step.say:
        return step
    written = [key for key in in_own_words(scene) if counted or places.intersection(scene.state.answers[key].messages)]
    found = mended({key: scene.values[key] for key in written}, heard.text, scene.world)
    if found is None:
        return step
    state = step.state
    for key, value in found.told.items():
        state = state.give(key, replace(state.answers[key], value=value))
    state, _ = in_a_story.tell(scene.flow, state, scene.world, tuple(found.told))  # what else it told stays told
    return replace(step, state=state, say=(ask(look(scene.flow, state, scene.world), step.say[0].lead),))


def _in_first(scene: Scene, heard: Typed) -> Step | None:
    """In the words of which it is asked whether they are the story."""
    first = scene.state.pending["first"]
    answers = {key: Answer.from_json(told) for key, told in first["answers"].items()}
    told = {key: each.value for key, each in answers.items() if each.value.get("text") and "voice" not in each.value}
    found = mended(told, heard.text, scene.world)
    if found is None:
        return _agreed(scene, heard)
    put = {key: replace(answers[key], value=value).to_json() for key, value in found.told.items()}
    state = scene.state.hold(first={**first, "answers": {**first["answers"], **put}, "right": found.right})
    name = next(one for one in scene.flow.questions if one.key in found.told)
    return again(replace(scene, state=state)).led_by(_said(found, title(scene, name)))


def _agreed(scene: Scene, heard: Typed) -> Step | None:
    """ "Iya ganti futsal", once it was put right a moment ago: the yes counts. None where anything else is said."""
    ear, said = scene.world.ear, key_of(heard.text)
    right = key_of(ear.corrected(heard.text)) if ear is not None else ""
    if not right or not said.endswith(right) or right not in key_of(str(scene.state.pending["first"].get("right", ""))):
        return None
    return accept_first(scene) if scene.world.words.get(said.partition(" ")[0]) == "ya" else again(scene)


def _stands_already(told: Told, text: str, world: World) -> bool:
    """Whether what is right stands there, and what is wrong does not."""
    ear = world.ear
    wrong, right = (key_of(ear.denied(text)), key_of(ear.corrected(text))) if ear is not None else ("", "")
    if not wrong or not right or len(right.split()) > _WORD:
        return False
    said = "\n".join(key_of(each["text"]) for each in told.values())
    return re.search(rf"\b{re.escape(right)}\b", said) is not None and not at(wrong).search(said)


def _said(found: Mended, name: Words) -> Words:
    return Words("mesin.ralat_kata", {"judul": name, "lama": found.wrong, "baru": found.right})

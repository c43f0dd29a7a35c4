"""A part of the record that is called by its name, whatever is asked: "ganti harapan jadi tower sinyal" and "ceritanya
bukan itu, yang benar …" replace what stands there, "dusunnya Buttu" tells the place that was left open."""

from dataclasses import replace

from bot.core.flow.answering import note_all, take
from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.correcting.named_anew import is_named, named_alone
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import Scene, ask_about, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Step
from bot.core.forms.writing import is_question, key_of
from bot.core.places.gazetteer import gazetteer_of
from bot.core.places.names import words_of
from bot.core.understanding.where.hamlets import may_be_name
from bot.core.understanding.wished import is_wished

_LEADS = 4  # words, with the name among them: "eh, ceritanya bukan itu"
_LONGEST = 120  # words
_DUSUN, _NAME = "dusun", 3  # the level; words
_YES_OR_NO = frozenset({"ya", "tidak"})
_ITS = ("nya", "ku")
_PLACE, _LONGEST_NAMED = 5, 8  # words that name a place and tell nothing more; with what is wrong


def told(scene: Scene, heard: Typed) -> Step | None:
    """None where no part is named, or nothing is told of it."""
    words = heard.text.split()
    if (place := _another_place(scene, heard)) is not None:
        return place
    if scene.world.ear is None or not 1 < len(words) <= _LONGEST or is_question(heard.text, scene.world, free=False):
        return None
    question = _called(scene, " ".join(words[:_LEADS]))
    if question is None or question is scene.asked:
        return None
    if kind_of(question).free:
        closed = scene.asked is not None and not kind_of(scene.asked).free and _is_plainly_named(scene, heard.text)
        return _anew(scene, question, heard) or (named_alone(scene, heard) if closed else None)
    return _left_open(scene, question, heard) if len(words) <= _PLACE else None


def _is_plainly_named(scene: Scene, text: str) -> bool:
    """ "Harapanku …", "harapan sy dibangunkan posyandu"; "harapan kami besar sekali" only speaks of it."""
    first, _, others = text.partition(" ")
    return is_named(scene.flow, text) and (key_of(first).endswith(_ITS) or is_wished(others, scene.world))


def _called(scene: Scene, words: str) -> Question | None:
    ear = scene.world.ear
    key = next(iter(ear.named(words)), "") if ear else ""
    return next((question for question in scene.shown if question.key == key), None)


def _anew(scene: Scene, question: Question, heard: Typed) -> Step | None:
    """In words of one's own, where it is plain that they stand instead of others, and not beside them."""
    ear, kind = scene.world.ear, kind_of(question)
    if ear is None or kind.rest or kind.gathers or ear.adds(heard.text) or not _is_plain(scene, question, heard):
        return None
    told = [words for words in ear.right(heard.text) if words != heard.text]
    right = next((words for words in told if _called(scene, words.split()[0]) is not question), "")
    reading = kind.read(ask_about(scene, question), replace(heard, text=right))
    if not isinstance(reading, Took) or not reading.value:
        return None
    if question.key not in scene.values:
        return note_all(scene, {question.key: reading.value}, heard)
    return put_in_place(scene, question, heard, New({**scene.values[question.key], **reading.value}, {}))


def _is_plain(scene: Scene, question: Question, heard: Typed) -> bool:
    """Besides words that say so: what is denied stands there."""
    ear, old = scene.world.ear, scene.values.get(question.key) or {}
    if ear is None or ear.corrects(heard.text) == "sure":
        return ear is not None
    stands, denied = (key_of(words).split() for words in (str(old.get("text", "")), ear.denied(heard.text)))
    story = next((one for one in scene.flow.questions if kind_of(one).story), None)
    return question is not story and not {*stands}.isdisjoint(denied)


def _left_open(scene: Scene, question: Question, heard: Typed) -> Step | None:
    """Where another place is asked for, it is read with that."""
    at_a_place = scene.asked is not None and kind_of(scene.asked).claims
    is_open = kind_of(question).left_open and question.key not in scene.values and not at_a_place
    if not is_open or _called(scene, heard.text.split()[0]) is None:
        return None
    reading = kind_of(question).read(ask_about(scene, question), heard)
    if isinstance(reading, Took) and reading.value and not reading.also:
        return note_all(scene, {question.key: reading.value}, heard)
    now = look(scene.flow, scene.state.forget((question.key,)).release().hold(edit=question.key), scene.world)
    return take(now, question, heard)


def _another_place(scene: Scene, heard: Typed) -> Step | None:
    """ "Dusunnya Patondon bukan Santunan", "kok Santunan? Patondon mi dusunku": a name that is on no list is asked
    about as where the place is asked for, and nothing else changes."""
    ear, words = scene.world.ear, heard.text.split()
    at_a_place = scene.asked is not None and (kind_of(scene.asked).claims or kind_of(scene.asked).verbatim)
    if ear is None or at_a_place or not 1 < len(words) <= _LONGEST_NAMED:
        return None
    told = [one for one in scene.shown if kind_of(one).left_open and one.key in scene.values]
    wrong, names = ear.denied(heard.text), ear.named(heard.text) if ear.corrects(heard.text) == "sure" else ()
    question = next((one for one in told if (wrong and stands(scene, one, wrong)) or one.key in names), None)
    if plain := _plain_name(scene, heard.text):
        question = question or next((one for one in told if one.params.level == _DUSUN), None)
    if question is None or _of_more(scene, question, heard.text):
        return None
    now = look(scene.flow, scene.state.forget((question.key,)).release().hold(edit=question.key), scene.world)
    for right in (plain,) if plain else reversed(ear.right(heard.text)):
        reading = kind_of(question).read(replace(ask_about(now, question), mine=None), replace(heard, text=right))
        if isinstance(reading, Unsure) and reading.value is not None:
            return take(now, question, replace(heard, text=right))
    return None


def _plain_name(scene: Scene, text: str) -> str:
    """ "Dusunnya patondon", and nothing else: a name as places of this kabupaten have, or that is written as one;
    "dusunnya terpencil" tells something. Empty where it is none."""
    first, _, name = text.strip(" .!").partition(" ")
    world, words = scene.world, name.split()
    called = key_of(first) in world.spellings.places.dusun and key_of(first).endswith(_ITS)
    if not called or not 1 <= len(words) <= _NAME or not may_be_name(name, world, called=True):
        return ""
    written = all(word[:1].isupper() for word in words)
    return name if written or gazetteer_of(world.places, world.spellings).hits(words_of(name)) else ""


def _of_more(scene: Scene, question: Question, text: str) -> bool:
    """Whether another part is called by its name."""
    ear = scene.world.ear
    return ear is not None and any(name.partition(".")[0] != question.key for name in ear.named(text))


def _agrees_or_not(scene: Scene, heard: Typed) -> bool:
    done = scene.world.ear.hear(heard.text, "yes_no").done if scene.world.ear else ()
    return any(act.name in _YES_OR_NO for act in done)


def another_name(scene: Scene, heard: Typed) -> Step | None:
    """ "Buntu Lamba yg benar" where another name waits for a yes: that one is not meant, and this is."""
    ear, asked, waits = scene.world.ear, scene.asked, scene.state.pending.get("confirm")
    if ear is None or asked is None or not waits or not kind_of(asked).left_open or "?" in heard.text:
        return None
    if not ear.announces(heard.text) or _agrees_or_not(scene, heard):
        return None
    now = look(scene.flow, scene.state.release("confirm"), scene.world)
    for words in ear.right(heard.text)[:1]:
        reading = kind_of(asked).read(ask_about(now, asked), replace(heard, text=words))
        value = reading.value if isinstance(reading, Took | Unsure) else None
        if words != heard.text and value is not None and value != waits["value"]:
            return take(now, asked, replace(heard, text=words))
    return None

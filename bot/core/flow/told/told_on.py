"""A story that goes on where it is asked what is hoped for. It stands at the usulan, what it counts is taken, and the
hope is asked for again: of what the story told of it, or of these words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.scene import OFFERED, Scene, ask_about, kind_of, look
from bot.core.flow.told import besides
from bot.core.flow.told.no_name import names_work
from bot.core.flow.told.only_wished import told_at_last
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.layout import data_of
from bot.core.forms.questions import Ask, Question
from bot.core.forms.say import Button, Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.wished import is_wished, wish_in

_SINCE, _COUNTED = "sejak", frozenset({"jumlah", "kurang_mampu"})


def ask_whether(scene: Scene, question: Question, heard: Heard, waits: Mapping[str, Any]) -> Step | None:
    """None where it is no story that goes on. `waits`: these words as the answer, until somebody says that they are."""
    if not isinstance(heard, Typed):
        return None
    wishes = bool(getattr(question.params, "wish", False))
    if (joined := told_at_last(scene, heard) if wishes else None) or not _goes_on(scene, question, heard):
        return joined
    state = rest.keep(scene, heard.text, heard.message)
    found = besides.of_others(look(scene.flow, state, scene.world), heard.text, question)
    for key, value in found.items():
        state = state.give(key, Answer(value, (heard.message,)))
    hopes = kind_of(question).offers(ask_about(scene, question))
    meant = {OFFERED: {"question": question.key, "value": hopes[0].value}} if len(hopes) == 1 else {}
    now = look(scene.flow, state.hold(confirm=waits, **meant), scene.world)
    told = [one for one in now.shown if one.key in found]
    shown = [kind_of(one).show(Ask(one, now.values, now.world), found[one.key]) for one in told]
    say = ask(now, Words("mesin.cerita_bersambung", {"isi": shown}))
    yes = Button(Words("tombol.itu_harapannya"), data_of(state.draft, question.key, "~ya"))
    return Step(now.state, (replace(say, buttons=(*say.buttons[:-1], (yes,), say.buttons[-1])),), changed=tuple(found))


def answered(scene: Scene, value: Any) -> Scene:
    """Once they are the answer they stand nowhere else."""
    text = value.get("text") if isinstance(value, dict) else None
    return look(scene.flow, rest.without_words(scene, text), scene.world) if text else scene


def _goes_on(scene: Scene, question: Question, heard: Typed) -> bool:
    """ "Sudah tiga tahun goyang, 40 kk yang pakai", where the story told already what is hoped for: whoever says
    nothing of what is to be done goes on with the story; so does "gelap"."""
    if not getattr(question.params, "wish", False) or rest.place_for(scene) is None:
        return False
    if len(heard.text.split()) < rest.FEWEST_WORDS:
        return _only_complains(scene, heard.text)
    if scene.world.words.get(key_of(heard.text).split()[0]) == "ya":
        return False  # "ya itu pompa air sama sumur bor"
    is_told = kind_of(question).offers(ask_about(scene, question)) or _tells_facts(scene, question, heard.text)
    is_hoped = is_wished(heard.text, scene.world) or wish_in(heard.text, scene.world) or names_work(scene, heard.text)
    return bool(is_told) and not is_hoped


def _tells_facts(scene: Scene, question: Question, text: str) -> bool:
    """How many people it is about, or since when it is so, and not what for: of 150 pieces of stories that another hand
    wrote 16, against 2 of 170 hopes."""
    if one_of(scene.world.wishing["untuk_apa"]).search(text):
        return False
    told = told_in(text, tongue_of(scene.world.spellings))
    return any(each.sort == _SINCE for each in told) or not _COUNTED.isdisjoint(
        besides.of_others(scene, text, question)
    )


def _only_complains(scene: Scene, words: str) -> bool:
    """ "Gelap sekali": how it is, and not what is to be done about it."""
    wishing = scene.world.wishing
    polite = scene.world.nodding | scene.world.oneself | wishing["iringan"] | wishing["penguat"]
    said = [word for word in key_of(words).split() if word not in polite]
    return bool(said) and all(is_complaint(word, scene.world) for word in said)

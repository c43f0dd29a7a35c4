"""What stands before a question in one sentence, where any words are an answer: "mohon dirabat, apakah ada biayanya?"
answers and asks, "jalan kami itu, kapan diperbaiki?" only asks. Pure."""

from dataclasses import replace

from bot.core.flow.scene import Scene, ask_about, kind_of, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Took
from bot.core.forms.writing import key_of, sentences_in
from bot.core.listening.rules import QUESTION
from bot.core.listening.shapes import Acts
from bot.core.stories.readings import told_in
from bot.core.stories.several import names_thing
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint, tells_something
from bot.core.understanding.wished import is_wished, wish_in

_TELLS = 4  # words that surely tell something
_MOST, _FEW = 4, 2  # sentences; words of a complaint
#: What is wished or told of oneself beside an answer.
BESIDE = frozenset({"jangan_nama", "pinjam_hp"})


def told(scene: Scene, heard: Typed, acts: Acts) -> Acts:
    """The acts, without words left that only say what is asked about; where that is not clear they are to be asked
    about."""
    acts = Acts(left=heard.text) if _only_complains(scene, heard.text) else _behind_answer(scene, heard, acts)
    asked, left, text = scene.asked, acts.left, heard.text.strip()
    asks = bool(acts.done) and all(act.name.startswith(QUESTION) for act in acts.done)
    if not asks or not left or situation_of(scene) != "free" or not text[len(left) :].startswith(","):
        return acts
    assert asked is not None
    if _only_names(scene, left):
        return replace(acts, left="")
    world, is_wish = scene.world, getattr(asked.params, "wish", False)
    if is_wish:
        tells = is_wished(left, world) or names_thing(left, world.spellings.stories)
    else:
        tells = tells_something(left, world) or len(left.split()) >= _TELLS
    if tells or wish_in(left, world) or told_in(left, tongue_of(world.spellings)):
        return acts
    return Acts(maybe=acts.done, left=acts.left)


def _only_complains(scene: Scene, text: str) -> bool:
    """ "Gelap", "putus mi", where one of certain answers is asked for: it tells how bad it is, and not that nobody
    knows."""
    polite = scene.world.nodding | scene.world.oneself
    told = [word for word in key_of(text).split() if word not in polite]
    is_short = 0 < len(told) <= _FEW and all(is_complaint(word, scene.world) for word in told)
    return is_short and situation_of(scene) == "closed"


def _behind_answer(scene: Scene, heard: Typed, acts: Acts) -> Acts:
    """ "4 keluarga. namaku jangan ditulis nah": behind one of certain answers a sentence of its own is heard as if it
    stood alone."""
    asked, ear = scene.asked, scene.world.ear
    sentences = sentences_in(heard.text)
    apart = acts.left and acts.left != heard.text.strip()
    if ear is None or asked is None or kind_of(asked).free or not 2 <= len(sentences) <= _MOST or apart:
        return acts
    heard_there = [ear.hear(one, situation_of(scene)) for one in sentences[1:]]
    aside = [_is_aside(told, one) for told, one in zip(heard_there, sentences[1:], strict=True)]
    left = " ".join((sentences[0], *(one for one, is_aside in zip(sentences[1:], aside, strict=True) if not is_aside)))
    if not any(aside) or not isinstance(kind_of(asked).read(ask_about(scene, asked), Typed(left, 0)), Took):
        return acts
    return Acts(
        tuple(act for told, is_aside in zip(heard_there, aside, strict=True) if is_aside for act in told.done),
        left=left,
    )


def _is_aside(told: Acts, sentence: str) -> bool:
    asks = sentence.endswith("?")
    meant = (act.name in BESIDE or (asks and act.name.startswith(QUESTION)) for act in told.done)
    return bool(told.done) and not told.left and all(meant)


def _only_names(scene: Scene, left: str) -> bool:
    """Whether nothing of it was not said before."""
    values = [one for one in scene.values.values() if isinstance(one, dict)]
    said = {word for one in values for text in one.values() if isinstance(text, str) for word in key_of(text).split()}
    places, world = scene.world.spellings.places, scene.world
    known = said | world.oneself | world.nodding | world.wishing["bukan_barang"] | {*places.dusun, *places.desa}
    return {*key_of(left).split()} <= known

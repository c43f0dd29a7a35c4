"""What stands beside a question, where any words are an answer: "mohon dirabat, apakah ada biayanya?" answers and asks,
"jalan kami itu, kapan diperbaiki?" and "bisakah sy usul dua? yg satu jalan tani" only ask. Pure."""

import re
from dataclasses import replace

from bot.core.flow.scene import Scene, ask_about, kind_of, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Took
from bot.core.forms.writing import key_of, sentences_in
from bot.core.listening.rules import QUESTION
from bot.core.listening.shapes import Act, Acts
from bot.core.stories.readings import told_in
from bot.core.stories.several import names_thing
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint, tells_something
from bot.core.understanding.wished import asks_for, is_wished, wish_in

_TELLS = 4  # words that surely tell something
_MOST, _FEW = 4, 2  # sentences; words of a complaint
_WORD = re.compile(r"[^\W_]+")
_ASKS = 0.99  # so sure it is that words ask, where not clear what
_ANYTHING, _LIKELY = "tanya_lain", 0.4  # where it is not clear what is asked; a less likely act is none
#: What is wished or told of oneself beside an answer.
BESIDE = frozenset({"jangan_nama", "pinjam_hp"})


def told(scene: Scene, heard: Typed, acts: Acts) -> Acts:
    """The acts, without words left that only say what is asked about; where that is not clear they are to be asked
    about."""
    acts = Acts(left=heard.text) if _only_complains(scene, heard.text) else _behind_answer(scene, heard, acts)
    asked, left, text = scene.asked, acts.left, heard.text.strip()
    if asked is None or situation_of(scene) != "free" or "?" not in text:
        return acts
    if not acts.done:
        return _asked_among(scene, text) or acts
    first = left and text.endswith(left) and text.removesuffix(left).rstrip().endswith("?")
    if not left or not all(act.name.startswith(QUESTION) for act in acts.done):
        return acts
    if first:
        return _asked_first(scene, text, acts)
    if not text[len(left) :].startswith(","):
        return acts
    if _only_names(scene, left):
        return replace(acts, left="")
    if asking := _asking(scene, left):
        return Acts(maybe=(*asking[:1], *acts.done), left=text)
    names = getattr(asked.params, "wish", False) and names_thing(left, scene.world.spellings.stories)
    return acts if names or _answers(scene, left) else Acts(maybe=acts.done, left=left)


def _asking(scene: Scene, left: str) -> list[Act]:
    """ "Ini untuk apa sebenarnya, kapan dikerjakan?": what stands before a question asks as well, and tells nothing."""
    if scene.world.ear is None or tells_something(left, scene.world):
        return []
    acts = scene.world.ear.hear(left, "free")
    return [one for one in (*acts.done, *acts.maybe) if one.name.startswith(QUESTION) and one.sure >= _ASKS]


def _answers(scene: Scene, left: str) -> bool:
    """Whether it says what is hoped for where that is asked, or else tells something."""
    world = scene.world
    if scene.asked is not None and getattr(scene.asked.params, "wish", False):
        tells = is_wished(left, world) or asks_for(left, world)
    else:
        tells = tells_something(left, world) or len(left.split()) >= _TELLS
    return tells or bool(wish_in(left, world) or told_in(left, tongue_of(world.spellings)))


def _asked_first(scene: Scene, text: str, acts: Acts) -> Acts:
    """What goes on with the question is no answer, and not surely none: that is asked. What is said of oneself is heard
    beside it."""
    said, at = scene.world.ear.hear(acts.left, "free") if scene.world.ear else Acts(), len(text) - len(acts.left)
    if said.done and not said.left and all(act.name in BESIDE for act in said.done):
        moved = (replace(act, span=(act.span[0] + at, act.span[1] + at)) for act in said.done)
        return Acts((*acts.done, *moved))
    return acts if _answers(scene, acts.left) else Acts(maybe=acts.done, left=text)


def _asked_among(scene: Scene, text: str) -> Acts | None:
    """ "Yg dicatat namanya bapak atau nama sy? kabarnya ke hp saya": one of the sentences asks of what is ours, and it
    is asked whether it does; "siapa yang mau tanggung kalau longsor?" tells why."""
    ear, sentences, ours = scene.world.ear, sentences_in(text), scene.world.asked_between
    if ear is None or not 2 <= len(sentences) <= _MOST:
        return None
    asking = [one for one in sentences if one.endswith("?") and not ours.isdisjoint(_WORD.findall(one.lower()))]
    heard = [act for one in asking for acts in (ear.hear(one, "free"),) for act in (*acts.done, *acts.maybe)]
    likely = [act for act in heard if act.name.startswith(QUESTION) and act.sure * act.share >= _LIKELY]
    if not asking:
        return None
    return Acts(maybe=(*likely[:1], Act(_ANYTHING, 1.0, 1.0, (0, len(text)))), left=text)


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

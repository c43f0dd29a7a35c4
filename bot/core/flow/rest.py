"""What was said and fits no question: it stands at the usulan as it was said."""

import re
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.questions import Question
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World
from bot.core.forms.writing import clean, key_of
from bot.core.kinds.juga import MOST_VOICES, VOICES
from bot.core.stories.several import besides
from bot.core.understanding.where.hamlets import is_complaint, tells_something
from bot.core.understanding.wished import is_only_of_form

#: Fewer words are a slip of the finger, or a name nobody knows.
FEWEST_WORDS = 4
#: Over a card that asks nothing but whether it is right, one word is a slip.
FEWEST_AT_REVIEW = 2
_FEW, _READER = 6, "pembaca"  # words; the kind
_LONGEST = 4000  # characters
_SENTENCE = re.compile(r"[.;!?\n]+(?!\d)")
#: By this name a draft keeps what was said of a question long before it is asked: {question: [words, message]}.
AHEAD = "sebelumnya"


def place_for(scene: Scene) -> Question | None:
    """The question of this form that keeps such words; most forms have none."""
    return next((question for question in scene.flow.questions if kind_of(question).rest), None)


def keep(scene: Scene, words: str, message: int | None) -> State:
    """The state with these words beside what was kept before; unchanged where the form has no room for them, and for
    what scolds us."""
    question, text = place_for(scene), clean(words)
    if question is None or not text or _is_to_us(scene.world, text) or _is_of_a_reader(scene, text):
        return scene.state
    before = scene.state.answers.get(question.key)
    earlier = str(before.value.get("text", "")) if before is not None else ""
    messages = (*(before.messages if before else ()), *(() if message is None else (message,)))
    whole = f"{earlier}\n{text}".strip()
    if text in earlier.split("\n") or len(whole) > _LONGEST:
        return scene.state
    other = before.value if before is not None else {}
    return scene.state.give(question.key, Answer({**other, "text": whole}, messages))


def keep_voice(scene: Scene, voice: dict[str, Any], message: int) -> State:
    """The same for a voice, also while it is offered at a question: nobody is sure to press there."""
    question = place_for(scene)
    before = scene.state.answers.get(question.key) if question is not None else None
    value, messages = (before.value, before.messages) if before is not None else ({"text": ""}, ())
    voices = [*value.get(VOICES, ()), voice]
    if question is None or len(voices) > MOST_VOICES:
        return scene.state
    return scene.state.give(question.key, Answer({**value, VOICES: voices}, (*messages, message)))


def without_voice(scene: Scene, voice: dict[str, Any] | None) -> State:
    """The state in which a voice that was kept so answers a question."""
    question = place_for(scene)
    before = scene.state.answers.get(question.key) if question is not None else None
    if question is None or before is None or voice not in before.value.get(VOICES, ()):
        return scene.state
    left = [one for one in before.value[VOICES] if one != voice]
    return _now(scene, question, before, {**before.value, VOICES: left} if left else {"text": before.value["text"]})


def without_words(scene: Scene, words: str) -> State:
    """The state in which words that were kept so answer a question."""
    question = place_for(scene)
    before = scene.state.answers.get(question.key) if question is not None else None
    if question is None or before is None:
        return scene.state
    left = f"\n{before.value['text']}\n".replace(f"\n{words}\n", "\n").strip("\n")
    return _now(scene, question, before, {**before.value, "text": left})


def emptied(scene: Scene, question: Question) -> tuple[State, str]:
    """The state without it, but for the lines that tell of another usulan, which was promised to be offered once this
    one is sent; and the sentence that says so. Where nothing else stands there, it goes as well."""
    told, stories = str(scene.state.answers[question.key].value.get("text", "")), scene.world.spellings.stories
    if not besides(told, stories):
        return scene.state.drop((question.key,)), "mesin.hapus_sudah"
    left = "\n".join(line for line in told.split("\n") if besides(line, stories))
    if not left or left == told:
        return scene.state.drop((question.key,)), "mesin.hapus_juga_ikut"
    before = scene.state.answers[question.key]
    return scene.state.give(question.key, replace(before, value={"text": left})), "mesin.hapus_juga_sisa"


def _now(scene: Scene, question: Question, before: Answer, value: dict[str, Any]) -> State:
    """The state with what is left of it; where nothing is, it stands there no more."""
    told = any(value.values())
    return scene.state.give(question.key, replace(before, value=value)) if told else scene.state.drop((question.key,))


def _is_to_us(world: World, text: str) -> bool:
    """ "Sendiri kau cari", "silakan dicatat": a few words to whoever asks, that tell of nothing."""
    if is_only_of_form(text, world) or _only_shows(world, text):
        return True
    spoken = text.lower().split()
    is_few = len(spoken) <= _FEW and not world.threatening["kau"].isdisjoint(spoken)
    return is_few and not tells_something(text, world) and not any(is_complaint(word, world) for word in spoken)


def _is_of_a_reader(scene: Scene, text: str) -> bool:
    """ "Bakri saja, rahmi itu sepupu suami sy": why somebody shall not read it is for no reader."""
    if scene.asked is None or scene.asked.kind != _READER or tells_something(text, scene.world):
        return False
    return not any(is_complaint(word, scene.world) for word in text.lower().split())


def _only_shows(world: World, text: str) -> bool:
    """ "Ini fotonya": under a picture or a file it says nothing of it."""
    said, pictures = set(key_of(text).split()), world.afterwards["gambar"]
    return not said.isdisjoint(pictures) and said <= pictures | world.photographed["iringan"] | world.oneself


def wait(state: State, key: str, words: str, message: int | None) -> State:
    """The state with what was said of a question before it is asked."""
    waits = state.about.get(AHEAD, {})
    earlier = [f"{waits[key][0]}, "] if key in waits else []
    told = {**waits, key: ["".join([*earlier, clean(words)])[:_LONGEST], message]}
    return replace(state, about={**state.about, AHEAD: told})


def kept(scene: Scene, after: State) -> bool:
    """Whether such words were added since."""
    question = place_for(scene)
    return question is not None and after.answers.get(question.key) != scene.state.answers.get(question.key)


def beside_a_name(text: str, name: str) -> str:
    """ "Dusun Sossok. Sumurnya juga kering": the sentences that tell something else than the new name."""
    sentences = [one.strip() for one in _SENTENCE.split(text)]
    others = [one for one in sentences if name and name.lower() not in one.lower()]
    return ". ".join(one for one in others if len(one.split()) >= FEWEST_WORDS)

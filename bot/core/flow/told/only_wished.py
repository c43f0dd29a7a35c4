"""A story that only says what is proposed ("mau ka mengusul jembatan"): what is told of it later, where something else
is asked, goes on with it, and is neither the hope nor kept beside."""

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.scene import Scene, kind_of, look, part
from bot.core.flow.told import in_a_story
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.core.spelt import one_of
from bot.core.stories.readings import told_in
from bot.core.stories.several import proposes
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.wished import asks_for, is_wished, wish_in

_LONGEST = 8  # words of a story that tells nothing but what is proposed
_SINCE = "sejak"


def told_at_last(scene: Scene, heard: Typed) -> Step | None:
    """The step in which these words stand in the story; None where it tells something already, or these do not."""
    story = next((question for question in scene.shown if kind_of(question).story), None)
    answer = scene.state.answers.get(story.key) if story is not None and "confirm" not in scene.state.pending else None
    if story is None or answer is None or not _only_wishes(answer, scene.world) or not _tells(scene, heard.text):
        return None
    text = f"{answer.value['text']}\n{heard.text.strip()}"
    told = Answer({**answer.value, "text": text}, (*answer.messages, heard.message))
    state, also = in_a_story.tell(scene.flow, scene.state.give(story.key, told), scene.world, (story.key,))
    noted, added = in_a_story.say(scene, state, also), Words("mesin.ralat_tambah", {"judul": _title(scene, story)})
    lead = added if noted is None else Words("mesin.ralat_semua", {"isi": [added, noted]})
    return Step(state, (ask(look(scene.flow, state, scene.world), lead),), changed=(story.key, *also))


def _title(scene: Scene, story: Question) -> Words:
    return Words(part(scene, story, "judul"))


def _only_wishes(answer: Answer, world: World) -> bool:
    text = answer.value.get("text", "")
    if "voice" in answer.value or "\n" in text or not 0 < len(text.split()) <= _LONGEST:
        return False
    is_told = any(is_complaint(word, world) for word in key_of(text).split())
    is_told = is_told or any(each.sort == _SINCE for each in told_in(text, tongue_of(world.spellings)))
    wishes = proposes(text, world.wishing["mengusulkan"], world.spellings.stories)
    return not is_told and (wishes or is_wished(text, world) or asks_for(text, world) or bool(wish_in(text, world)))


def _tells(scene: Scene, text: str) -> bool:
    """What is wrong, or since when, in a sentence that hopes for nothing and asks nothing."""
    world, words = scene.world, key_of(text).split()
    if len(words) < rest.FEWEST_WORDS or is_question(text, world, free=True) or is_wished(text, world):
        return False
    if wish_in(text, world) or one_of(world.wishing["untuk_apa"]).search(text):
        return False
    lacks = "ada" in words and not world.wishing["bukan"].isdisjoint(words)
    told = lacks or any(is_complaint(word, world) for word in words)
    return told or any(each.sort == _SINCE for each in told_in(text, tongue_of(world.spellings)))

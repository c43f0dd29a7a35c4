"""A part of a story is to go that waits beside an answer, and has not been shown yet: it goes like any other."""

from bot.core.flow.answering import title
from bot.core.flow.asking import ask
from bot.core.flow.correcting.found_to_go import found_in
from bot.core.flow.correcting.said_to_go import asks_deed, may_take_out
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import BESIDE, Answer


def hear(scene: Scene, heard: Heard) -> Step | None:
    """None where nothing waits there, and where these words name nothing of it."""
    told = scene.state.pending.get(BESIDE)
    if told is None or not isinstance(heard, Typed) or not may_take_out(scene.world, heard.text):
        return None
    story = next((one for one in scene.shown if kind_of(one).story and one.key not in scene.values), None)
    if story is None or not asks_deed(scene.world, heard.text):
        return None
    state = scene.state.give(story.key, Answer({"text": told["text"]}, (told["message"],)))
    found = found_in(look(scene.flow, state, scene.world), heard.text)
    if found is None or set(found.left) != {story.key}:
        return None
    left = found.left[story.key] or ""
    if len(left.split()) < sum(len(one.split()) for one in found.gone):  # one clause may be all that was told
        return None
    kept = scene.state.hold(**{BESIDE: {**told, "text": left}}).release("confirm")
    lead = Words("mesin.hapus_bagian", {"judul": title(scene, story), "isi": "; ".join(found.gone)})
    return Step(kept, (ask(look(scene.flow, kept, scene.world), lead),))

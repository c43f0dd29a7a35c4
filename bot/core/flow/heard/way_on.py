"""What is told behind an act that leaves a question ("tidak ada foto. sudah dua tahun begini jalannya"): it is put
right, answered elsewhere, or kept."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import go_on_with, note_all, tells_something
from bot.core.flow.heard.acting import WAYS_ON, act_on
from bot.core.flow.heard.another import telling
from bot.core.flow.scene import Scene, look, situation_of
from bot.core.flow.told.named_clauses import told_beside
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.listening.shapes import Acts

LEAVING = WAYS_ON | {"nanti"}
_LONGEST_NO = 5  # words by which a question is left
_STOP = re.compile(r"[.;!?\n]+\s+|,\s+")
_FEWEST = {"tidak_tahu": 2}  # words: whoever does not know it may know a little
_TELLS, _FEW = 3, 4
PutRight = Callable[[Scene, Typed], Step | None]


def hear(scene: Scene, step: Step, heard: Typed, act: tuple[str, str], put_right: PutRight) -> Step:
    """The step with what these words tell besides. `act`: its name, and what the ear says is left; `put_right`: what
    becomes of a correction."""
    name, beside = act
    if beside and name in WAYS_ON:
        after = go_on_with(scene, step, told := replace(heard, text=beside))
        tells = after is step and not step.ended and len(beside.split()) >= _TELLS
        return _keep(look(scene.flow, step.state, scene.world), step, told) if tells else after
    left = _behind(scene, heard.text, name)
    if not left and name == "lewati" and _names_way(scene, heard.text):
        return _keep(look(scene.flow, step.state, scene.world), step, heard)
    if not left or step.ended:
        return step
    now, told = look(scene.flow, step.state, scene.world), replace(heard, text=left)
    after = put_right(now, told) or tells_something(now, told) or _keep(now, step, told)
    return replace(_led(step, after), changed=tuple(dict.fromkeys((*step.changed, *after.changed))))


def with_named(scene: Scene, heard: Typed) -> Step | None:
    """ "Tidak ada sumbangan. Alasannya: harga jagung jatuh": the question is left, and another that is named behind it
    answered."""
    asked, ear, stop = scene.asked, scene.world.ear, _STOP.search(heard.text)
    if asked is None or ear is None or stop is None or situation_of(scene) != "closed":
        return None
    if len(heard.text[: stop.start()].split()) > _LONGEST_NO:
        return None
    acts = ear.hear(heard.text[: stop.start()], "closed")
    name = next(iter(_done(acts) & WAYS_ON), "") if not acts.left else ""
    left, told = told_beside(scene, asked, heard.text) if name else ("", {})
    step = act_on(scene, replace(heard, text=left), name) if told and left == heard.text[: stop.start()] else None
    if step is None or step.ended:
        return None
    after = note_all(look(scene.flow, step.state, scene.world), told, heard, step.changed)
    return _led(step, after)


def _names_way(scene: Scene, text: str) -> bool:
    """ "Lewat hp teman saja nanti fotonya, kameraku rusak" says by what way, and why."""
    said = telling(text, scene.world)
    return len(said) > _FEW and said[0] != "lewati"


def _behind(scene: Scene, text: str, act: str) -> str:
    """What stands behind the first clause that does it, where that is more than a courtesy."""
    ear, situation = scene.world.ear, situation_of(scene)
    if ear is None:
        return ""
    does = (stop for stop in _STOP.finditer(text) if act in _done(ear.hear(text[: stop.start()], situation)))
    stop = next(does, None)
    left = text[stop.end() :].strip() if stop is not None else ""
    acts = ear.hear(left, situation)
    tells = bool(acts.left) or not acts.done
    return left if tells and len(left.split()) >= _FEWEST.get(act, _TELLS) else ""


def _done(acts: Acts) -> set[str]:
    return {one.name for one in acts.done}


def _keep(scene: Scene, step: Step, heard: Typed) -> Step:
    kept = replace(step, state=rest.keep(scene, heard.text, heard.message))
    return kept.led_by(Words("mesin.disimpan_juga")) if rest.kept(scene, kept.state) else step


def _led(before: Step, after: Step) -> Step:
    """Both are said back."""
    leads = [step.say[0].lead for step in (before, after) if step.say and step.say[0].lead]
    differ = len(leads) > 1 and leads[0] != leads[1]
    return after.led_by(Words("mesin.ralat_semua", {"isi": leads})) if differ else after

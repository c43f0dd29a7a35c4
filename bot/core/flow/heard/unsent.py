"""Over the card "kirim" beside anything else sends nothing: the rest is done as far as it is clear, and all that would
be sent is shown again. "Jangan kirim" is a no to sending, wherever it is said."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.asking import ask, send_label
from bot.core.flow.scene import REVIEW, Scene, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of

_EDGES = " ,.;:!\n"
_SENT = "sent"


def hear(scene: Scene, heard: Typed, otherwise: Callable[[Scene, Typed], Step]) -> Step | None:
    """`otherwise`: how the rest is heard, as if it stood alone. None where nothing is said of sending, or nothing
    else."""
    words, world = scene.world.agreeing, scene.world
    if not words or not scene.flow.hears or "cancel" in scene.state.pending:
        return None
    if one_of(words["kirim"]).search(heard.text) is None:
        return None
    deed = _deed(words["kirim"], words["lalu_kirim"], words["jangan_kirim"], _beside(world))
    found = [one for one in deed.finditer(heard.text) if not _tells(world, heard.text[: one.start()])]
    denied = any(one["no"] for one in found)
    left = heard.text
    for one in reversed(found):
        left = f"{left[: one.start()]} {left[one.end() :]}".strip(_EDGES)
    if denied and _is_plain(world, one_of(words["jangan_kirim"] | world.agreeing["tahan"]).sub(" ", left)):
        return Step(scene.state, (ask(scene, _not_sent(scene)),))
    then = words["lalu_kirim"] - {*world.spellings.common.contrasts["tapi"], *world.spellings.choices.join}
    if scene.target != REVIEW or not found or _is_plain(world, left) or one_of(then).match(left):
        return None  # "kirim. habis itu bidan" tells something that comes after it
    step = otherwise(scene, replace(heard, text=left))
    return step if step.ended not in (None, _SENT) else _held(scene, step)


def _tells(world: World, before: str) -> bool:
    """ "Hasil panen tidak bisa dikirim, jalan rusak" tells of no sending."""
    return bool({*key_of(before).split()[-1:]} & {*world.spellings.choices.no, *world.spellings.common.no})


def hold(scene: Scene, heard: Typed, step: Step) -> Step:
    """Whatever was read in such words: nothing leaves by them."""
    is_ours = scene.target == REVIEW and scene.flow.hears and step.ended == _SENT and bool(scene.world.agreeing)
    return step if not is_ours or _is_plain(scene.world, heard.text) else _held(scene, step)


def show_all(scene: Scene, step: Step) -> Step:
    """The card as it is to be sent now, with what was only kept beside it."""
    now = look(scene.flow, step.state, scene.world)
    is_card = not step.ended and now.target == REVIEW and bool(step.say) and step.state.answers != scene.state.answers
    if not is_card or step.say[-1].sentence != f"form.{scene.flow.key}.tinjau":
        return step
    return replace(step, say=(*step.say[:-1], ask(now, step.say[-1].lead)))


def _held(scene: Scene, step: Step) -> Step:
    now = look(scene.flow, step.state, scene.world)
    said = [say.lead for say in step.say[:1] if say.lead]
    lead = Words("mesin.ralat_semua", {"isi": [*said, _not_sent(now)]})
    return replace(step, ended=None, say=step.say or (ask(now),)).led_by(lead)


def _not_sent(scene: Scene) -> Words:
    if scene.target == REVIEW:
        return Words("mesin.tinjau_bingung", {"kirim": send_label(scene)})
    return Words("mesin.tidak_dikirim")


def _is_plain(world: World, text: str) -> bool:
    """Whether nothing is told but that it is right and may go."""
    return not re.search(r"\w", _known(_beside(world), world.agreeing["kirim"]).sub(" ", text))


def _beside(world: World) -> frozenset[str]:
    agrees = world.agreeing
    return agrees["ya"] | agrees["iringan"] | agrees["di_kirim"] | world.oneself | world.nodding


@lru_cache(maxsize=2)
def _known(beside: frozenset[str], sends: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either(beside | sends)})(?:nya|ki|mi|lah)?(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=2)
def _deed(sends: frozenset[str], then: frozenset[str], no: frozenset[str], beside: frozenset[str]) -> re.Pattern[str]:
    """A clause of its own: ", trus kirim mi", "kirim, tapi", "jangan kirim dulu"."""
    links, small = either(then), rf"(?:(?:{either(beside)})\b[\s,]*)*"
    front = rf"(?:^|(?<=[,.;:!\n])|\b(?:{links})\b)[\s,]*(?:(?:{links})\b[\s,]*)*{small}"
    deed = rf"(?:(?P<no>{either(no)})\s+{small})?\b(?:{either(sends)})\b[\s,]*{small}"
    return re.compile(rf"{front}{deed}(?:(?:{links})\b[\s,]*|(?=$|[,.;:!\n])|(?<=,))", re.IGNORECASE)

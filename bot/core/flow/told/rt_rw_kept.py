"""RT and RW that were told before their dusun: "kelurahan Juppandang RT 2 RW 1", and then, asked for it, "Melati"."""

from dataclasses import replace

from bot.core.flow.scene import WHICH, Scene
from bot.core.forms.questions import Question, Reading, Took
from bot.core.understanding.tongue import tongue_of


def with_these(scene: Scene, question: Question, reading: Reading) -> Reading:
    """`scene`: as it was before this answer. What the answer itself tells of them counts."""
    waits = scene.state.pending.get(WHICH, {})
    if waits.get("question") != question.key or not isinstance(reading, Took) or not isinstance(reading.value, dict):
        return reading
    if "listed" not in reading.value or {"rt", "rw"} & set(reading.value):
        return reading
    _, told, sure = tongue_of(scene.world.spellings).find_rt_rw(str(waits["words"]))
    numbers = {name: number for name, number in (("rt", told.rt), ("rw", told.rw)) if number is not None and sure}
    return replace(reading, value={**reading.value, **numbers}, guessed=reading.guessed or bool(numbers))

""" "Kelurahan Juppandang, samping terminal" tells where that is, and not yet where in it something is wrong: while no
dusun is told the landmark is kept as it was said."""

from dataclasses import replace

from bot.core.flow.scene import Scene
from bot.core.forms.questions import Question, Took


def with_far_landmark(scene: Scene, question: Question, reading: Took) -> Took:
    known = {question.key, *scene.values, *reading.also}
    places = {each.key: getattr(each.params, "completes", None) for each in scene.shown}
    far = [key for key in reading.also if (places.get(key) or question.key) not in known]
    also = {key: value for key, value in reading.also.items() if key not in far}
    return replace(reading, also=also, left=reading.left or ", ".join(reading.also[key]["text"] for key in far))

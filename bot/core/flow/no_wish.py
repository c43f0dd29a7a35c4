"""Words that are no wish, at the question what is hoped for and before it: what is given up is kept beside the form,
where it is goes to its own question, and whoever asks what is written is told where it shows."""

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, kind_of, look, situation_of
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.stories.readings import told_in
from bot.core.understanding.no_wish import asks_what_is_written, gives_up
from bot.core.understanding.tongue import tongue_of


def set_aside(scene: Scene, heard: Typed) -> Step | None:
    """None where a story is asked for, which tells anything, and in a form without a wish."""
    if not any(getattr(question.params, "wish", False) for question in scene.flow.questions):
        return None
    if scene.target in (STILL, FIRST) or "cancel" in scene.state.pending:
        return None
    if scene.asked is not None and _is_told(scene):
        return None
    if asks_what_is_written(heard.text, scene.world):
        return Step(scene.state, (ask(scene, Words("mesin.tertulis_di_akhir", {"di_sini": scene.target == REVIEW})),))
    given_up = scene.target != REVIEW and gives_up(heard.text, _told(scene), scene.world)
    if not given_up or _leaves_out(scene, heard.text):
        return None
    now = look(scene.flow, rest.keep(scene, heard.text, heard.message), scene.world)
    return Step(now.state, (ask(now, Words("mesin.urung_disimpan")),))


def only_where(scene: Scene, question: Question, heard: Heard) -> Took | None:
    """ "Dekat mesjid", where it is asked what is hoped for: where it is, and no wish."""
    if not isinstance(heard, Typed):
        return None
    if place := _place_told(scene, heard.text):
        return Took(None, also={place: scene.values[place]})
    if not getattr(question.params, "wish", False):
        return None
    told = [
        each
        for each in told_in(heard.text, tongue_of(scene.world.spellings))
        if each.span == (0, len(heard.text.rstrip(" .")))
    ]
    where = {each.sort: each.value for each in told if each.sort == "patokan" and scene.flow.question(each.sort)}
    return Took(None, also=where) if where and len(told) == 1 else None


def _place_told(scene: Scene, text: str) -> str:
    """ "Asaan Kadingeh", which was told already: nothing is told by it, and nothing hoped for. The innermost of its
    questions; empty where more is said."""
    places = [one.key for one in scene.flow.questions if one.kind == "wilayah" and one.key in scene.values]
    names = {word for key in places for word in key_of(str(scene.values[key].get("name", ""))).split()}
    levels = scene.world.spellings.places
    words = {key_of(word) for word in text.split()} - {*levels.dusun, *levels.desa, *levels.kecamatan, *levels.around}
    return places[-1] if len(places) > 1 and words and words <= names else ""


def _leaves_out(scene: Scene, text: str) -> bool:
    """ "Bagian terakhir itu tidak usah ditulis" takes back what was said, and gives nothing up."""
    ear = scene.world.ear
    return ear is not None and any(act.name == "jangan_tulis" for act in ear.hear(text, situation_of(scene)).done)


def _is_told(scene: Scene) -> bool:
    """Whether a story is asked for."""
    assert scene.asked is not None
    kind = kind_of(scene.asked)
    return bool(kind.story) and not getattr(scene.asked.params, "wish", False)


def _told(scene: Scene) -> list[str]:
    texts = (value.get("text") for value in scene.values.values() if isinstance(value, dict))
    return [text for text in texts if isinstance(text, str)]

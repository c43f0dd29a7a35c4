"""A number comes in pieces, one word a message ("dua", "puluh", "orang"): what goes on belongs to the number that was
given just before, and answers nothing that was asked since."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow.answering import resume, take
from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.parts import PIECE, WITHIN
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, ask_about, kind_of, look, show
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.understanding.tongue import Tongue, tongue_of

_COUNTED = frozenset({"orang", "ukuran", "uang"})  # kinds
_SCALES = frozenset({"small", "big"})  # puluh, belas, ratus; ribu and above
_FEW, _LONGEST = 3, 5  # words that go on; in which a number ends


def join(scene: Scene, heard: Typed) -> tuple[Typed, Step | None]:
    """The words as they are with those before them, and what becomes of them; unchanged where they begin anew."""
    piece = scene.state.pending.get(PIECE)
    question = scene.flow.question(piece["question"]) if piece and not heard.edited else None
    tongue = tongue_of(scene.world.spellings)
    if piece is None or question is None:
        return heard, None
    if not _goes_on(heard.text, tongue) and not _ends(piece, heard, tongue):
        return heard, None
    whole = replace(heard, text=f"{piece['text']} {heard.text}")
    step = _put(scene, question, whole)
    return (whole, _remembered(step, question, whole, joined=True)) if step is not None else (heard, None)


def remember(scene: Scene, heard: Typed, step: Step) -> Step:
    """A number may go on in the next message, where it answered the question or only its unit is lacking."""
    asked, words = scene.asked, heard.text.split()
    if asked is None or asked.kind not in _COUNTED or step.ended or heard.edited or not 0 < len(words) <= _LONGEST:
        return step
    now = look(scene.flow, step.state, scene.world)
    given = asked.key in step.changed or (now.asked is not None and now.asked.key == asked.key)
    is_open = given and scene.target not in (FIRST, STILL, REVIEW)
    is_number = bool(tongue_of(scene.world.spellings).speech.numerals.atoms_of(words[-1].lower()))
    return _remembered(step, asked, heard) if is_open and (is_number or words[-1].isdecimal()) else step


def _remembered(step: Step, question: Question, heard: Typed, *, joined: bool = False) -> Step:
    held: Mapping[str, Any] = {"question": question.key, "text": heard.text, "at": heard.at, "joined": joined}
    return replace(step, state=step.state.hold(**{PIECE: held}))


def _goes_on(text: str, tongue: Tongue) -> bool:
    """Whether it begins with how many tens or hundreds it is, or only says what is counted."""
    words = key_of(text).split()
    if not 0 < len(words) <= _FEW:
        return False
    first = tongue.speech.numerals.atoms.get(words[0])
    units = tongue.speech.counted | tongue.speech.measured
    return (first is not None and first.kind in _SCALES) or " ".join(words) in units


def _ends(piece: Mapping[str, Any], heard: Typed, tongue: Tongue) -> bool:
    """ "Lima", right behind "dua" and "puluh": so soon nobody answers what was asked since."""
    words, numerals = key_of(heard.text).split(), tongue.speech.numerals
    if not piece.get("joined") or not heard.at or not 0 <= heard.at - piece["at"] <= WITHIN:
        return False
    if not 0 < len(words) <= _FEW:
        return False
    first, before = numerals.atoms.get(words[0]), numerals.atoms_of(piece["text"].split()[-1].lower())
    is_digit = first is not None and first.kind == "digit" and first.value > 0
    return is_digit and bool(before) and before[-1].kind in _SCALES


def _put(scene: Scene, question: Question, whole: Typed) -> Step | None:
    """In the place of what its first words said; where these only waited for their unit, as if said at once."""
    reading = kind_of(question).read(replace(ask_about(scene, question), mine=None), whole)
    if question.key not in scene.values:
        is_read = isinstance(reading, Took | Unsure) and scene.asked is question
        return take(look(scene.flow, scene.state.release(), scene.world), question, whole) if is_read else None
    if not isinstance(reading, Took) or reading.value is None:
        return None
    if reading.value == scene.values[question.key]:
        return resume(scene, scene.state, Words("mesin.dicatat", {"isi": show(scene, question.key)}))
    return put_in_place(scene, question, whole, New(reading.value, reading.also))

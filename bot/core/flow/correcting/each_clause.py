"""Several answers in one message, each in a clause that begins with its name: "harapannya gotnya dilebarkan, lingkungan
Kalosi Timur". Each clause puts right, or answers, its own; what names none belongs to what stands before it."""

import re
from dataclasses import replace
from typing import NamedTuple

from bot.core.flow import rest
from bot.core.flow.answering import go_on_with, note_all, resume, take
from bot.core.flow.correcting.at_review import fill
from bot.core.flow.correcting.corrections import named
from bot.core.flow.correcting.named_anew import named_alone
from bot.core.flow.correcting.several_corrections import parts_of
from bot.core.flow.scene import PICKED, REVIEW, Scene, ask_about, kind_of, look
from bot.core.flow.told.named_clauses import told_by_name, told_in_full
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import is_question, key_of

_LONGEST = 40  # words; what is longer tells a story
_FEWEST = 2  # answers
_LEADS = 3  # words among which its name stands
_ITS, _FIGURE = "nya", re.compile(r"\d")


class _Part(NamedTuple):
    """`of`: the question that it names; `read`: whether it is an answer to it."""

    of: Question | None
    text: str
    read: bool


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """None where fewer than two are named, or none of them is told. Which dusun is "the second" is asked; what names
    nothing is kept as it was said."""
    parts = _parts(scene, heard) if _may_hold_several(scene, heard.text) else []
    if parts and parts[0].of is None and _answers(scene, replace(heard, text=parts[0].text)):
        return None
    if sum(part.of is not None for part in parts) < _FEWEST or not any(part.read for part in parts):
        return None
    if any(part.of is scene.asked for part in parts if part.of) and _is_one_answer(scene, heard.text):
        return None
    now, told, changed = scene, list[Words](), tuple[str, ...]()
    step = Step(scene.state)
    loose = [part.text for part in parts if part.of is None or (not part.read and _FIGURE.search(part.text))]
    for part in (part for part in parts if part.read):
        step = _one(now, replace(heard, text=part.text)) or step
        told += [say.lead for say in step.say if say.lead][:1]
        now, changed = look(scene.flow, step.state, scene.world), (*changed, *step.changed)
        loose += _left_of(now, part)
    loose = [one for one in loose if not scene.world.wrong.issuperset(key_of(one).split())]  # "bukan, …"
    if loose:
        kept = rest.keep(now, ", ".join(loose), heard.message)
        step, told = replace(step, state=kept), [*told, Words("mesin.disimpan_juga")]
    unread = next((part.of for part in parts if part.of and not part.read), None)
    step = _ask(look(scene.flow, step.state, scene.world), unread) if unread else step
    return replace(step.led_by(Words("mesin.ralat_semua", {"isi": told})), changed=changed)


def _is_one_answer(scene: Scene, text: str) -> bool:
    """ "Perempuannya 72, laki-lakinya 65": several clauses answer what is asked."""
    return sum(_named(scene, piece) is scene.asked for piece in parts_of(scene.world, text)) >= _FEWEST


def _left_of(scene: Scene, part: _Part) -> list[str]:
    """What was told behind an answer in own words, and is no part of it: "dekat jembatan, tanahnya milik desa"."""
    if part.of is None or not kind_of(part.of).free:
        return []
    _, *behind = part.text.split(", ")
    kept = str(scene.values.get(part.of.key))
    return [one for one in behind if one not in kept]


def _answers(scene: Scene, heard: Typed) -> bool:
    """ "24 rumah, kurang mampunya 9 kk", where it is asked how many: all of it is read as the answer that it begins."""
    asked = scene.asked
    return asked is not None and isinstance(kind_of(asked).read(ask_about(scene, asked), heard), Took)


def _ask(scene: Scene, question: Question) -> Step:
    gone = (question.key, *scene.flow.dependents(question.key))
    return resume(scene, scene.state.forget(gone).release().hold(edit=question.key))


def _may_hold_several(scene: Scene, text: str) -> bool:
    """Where any words are an answer all of them are that one's; an address is read as a whole."""
    if scene.world.ear is None or "cancel" in scene.state.pending or len(text.split()) > _LONGEST:
        return False
    is_closed = scene.asked is not None and not kind_of(scene.asked).free and not kind_of(scene.asked).claims
    return (is_closed or scene.target == REVIEW) and not is_question(text, scene.world, free=False)


def _parts(scene: Scene, heard: Typed) -> list[_Part]:
    found: list[_Part] = []
    for piece in filter(str.strip, parts_of(scene.world, heard.text)):
        named, last = _named(scene, piece), found[-1] if found else None
        step = _one(scene, replace(heard, text=piece)) if named is not None else None
        is_read = step is not None
        named = _answered(scene, named, step) if is_read or _is_spoken_of(piece) else None
        in_words = last is not None and last.of is not None and (kind_of(last.of).free or _chooses(scene, last, piece))
        if last is not None and in_words and (not is_read or named is last.of):
            found[-1] = last._replace(text=_as_said(heard.text, last.text, piece))
        elif named is None or any(part.of is named for part in found):
            found.append(_Part(None, piece, read=False))
        else:
            found.append(_Part(named, piece, is_read))
    return found


def _answered(scene: Scene, named: Question | None, step: Step | None) -> Question | None:
    """What a clause tells of: "warga siap menyumbang tenaga" counts nobody."""
    if named is None or step is None or named.key in step.changed:
        return named
    return next((one for one in scene.shown if one.key in step.changed), named)


def _chooses(scene: Scene, last: _Part, piece: str) -> bool:
    """ "Yang merasakan ibu-ibu dan anak-anak": one more of what is chosen."""
    if last.of is None or last.of.kind not in PICKED or not last.read or _FIGURE.search(piece):
        return False
    return isinstance(kind_of(last.of).read(ask_about(scene, last.of), Typed(f"{last.text}, {piece}", 0)), Took)


def _as_said(text: str, before: str, piece: str) -> str:
    """Both parts with what stands between them: "ibu dan balita"."""
    start = text.find(before)
    end = text.find(piece, start + len(before)) if start >= 0 else -1
    return text[start : end + len(piece)] if end >= 0 else f"{before}, {piece}"


def _is_spoken_of(piece: str) -> bool:
    """ "Dusunnya yang kedua" speaks of the answer, "orang cacat" of people."""
    return any(key_of(word).endswith(_ITS) for word in piece.split()[:_LEADS])


def _named(scene: Scene, piece: str) -> Question | None:
    """The question whose name stands at its beginning, before any number."""
    ear, words = scene.world.ear, piece.split()
    while words and key_of(words[0]) in scene.world.wrong | scene.world.oneself:
        words = words[1:]
    spoken = [" ".join(words[:count]) for count in range(1, _LEADS + 1)]
    names = (ear.named(each) for each in spoken if ear is not None and not any(map(str.isdecimal, each)))
    key = next((each[0].partition(".")[0] for each in names if each), "")
    return next((one for one in scene.shown if one.key == key), None)


def _one(scene: Scene, heard: Typed) -> Step | None:
    """What this clause alone changes."""
    step = named_alone(scene, heard) or named(scene, heard, surely=True) or fill(scene, heard)
    step = step or _by_its_name(scene, heard) or go_on_with(scene, Step(scene.state), heard, scene.asked)
    if not step.changed and scene.asked is not None and _named(scene, heard.text) is scene.asked:
        step = take(scene, scene.asked, heard) if _answers(scene, heard) else step  # "keluarga miskin kayaknya 8, …"
    return step if step.changed and not step.ended else None


def _by_its_name(scene: Scene, heard: Typed) -> Step | None:
    """ "Patokannya dekat masjid tua", which nobody had told yet. What stands behind a comma may be something else."""
    told = told_by_name(scene, heard.text) if "," not in heard.text.strip(" ,") else {}
    named = None if told else _named(scene, heard.text)
    told = told_in_full(scene, named, heard.text) if named else told
    return note_all(scene, told, heard) if told else None

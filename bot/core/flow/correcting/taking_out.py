"""A part of what was told is to go again, by words that name it: "yang tiga orang mati itu hapus", or makes way for
what is true: "3 orang mati itu tidak benar, cuma 1 anak luka". Only where these words stand in one clause of one thing
that was told, and something else is left of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.core.flow.answering import give, resume, title
from bot.core.flow.asking import ask
from bot.core.flow.controls import accept_first, refuse_first
from bot.core.flow.correcting.gone_from_sent import telephone_gone
from bot.core.flow.correcting.number_gone import leave_number
from bot.core.flow.correcting.options_gone import leave_options
from bot.core.flow.correcting.said_to_go import (
    EDGES,
    WORD,
    as_deed,
    denied,
    is_no_wish,
    may_take_out,
    points_out,
    said_in,
    surely_takes_out,
    tells_why,
)
from bot.core.flow.correcting.which_sentence import Span, chosen, show
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.digits import TO_CALL
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.writing import key_of
from bot.core.kinds.juga import VOICES
from bot.core.spelt import one_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.own_age import tells_youth
from bot.core.understanding.tongue import tongue_of

_CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[,.](?=\d))+[,.;!?]*\s*")  # "2,5 km" is no end of one
_YES = re.compile(r"\w+\b[,.\s]*")
_FEWEST = 2  # words that stand there as they were told
_AGE = "umur"  # told by "sy 16 thn", too
_OWNED = re.compile(r"(?<=\w)nya$|(?<=\w{4})ku$")  # "ayamku" is the "ayam" that is named


class Gone(NamedTuple):
    """`left`: by question, the text without the clauses `gone`, or with `true` in the place of the one; None where
    nothing is left of it."""

    left: Mapping[str, str | None]
    gone: tuple[str, ...]
    true: str
    places: tuple[Span, ...] = ()


def take_out(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is to go. Of several clauses, or where none holds all the words, it is asked which; the wish
    itself is kept nowhere."""
    found = found_in(scene, heard.text)
    if found is None:
        gone = leave_options(scene, heard) or leave_number(scene, heard) or _photo_gone(scene, heard)
        return gone or _near(scene, scene, heard)
    rests = {one.key for one in scene.flow.questions if kind_of(one).rest}
    named = leave_number(scene, heard) if rests >= set(found.left) else None
    if named is not None:  # "hapus ukurannya" means the size, and no note that names it
        return named
    if len(found.gone) > 1:
        return show(scene, scene, found.places)
    return _without(scene, found, heard.message)


def out_of_first(scene: Scene, heard: Typed) -> Step | None:
    """A part of the words of which it is asked whether they are the story; behind a yes they are it, without that."""
    yes, behind = _YES.match(heard.text), heard.text
    if yes is not None and key_of(yes[0]) in scene.world.agreeing["ya"]:
        behind = heard.text[yes.end() :]
        return _agreed_without(scene, replace(heard, text=behind)) if may_take_out(scene.world, behind) else None
    told = _with_first(scene)
    found = found_in(told, heard.text)
    if found is None:
        return _near(scene, told, heard)
    return _without_in_first(scene, found) if not found.true else None


def _with_first(scene: Scene) -> Scene:
    """As if what may be the story were it."""
    state = scene.state.release("first")
    for key, answer in scene.state.pending["first"]["answers"].items():
        state = state.give(key, Answer.from_json(answer))
    return look(scene.flow, state, scene.world)


def _without_in_first(scene: Scene, found: Gone) -> Step | None:
    """None where nothing would be left to ask about."""
    first = scene.state.pending["first"]
    told = {key: Answer.from_json(one) for key, one in first["answers"].items()}
    if not set(found.left) <= set(told) or None in found.left.values():
        return None
    put = {key: replace(told[key], value={**told[key].value, "text": left}) for key, left in found.left.items()}
    answers = {key: one.to_json() for key, one in (told | put).items()}
    now = look(scene.flow, scene.state.hold(first={**first, "answers": answers}), scene.world)
    name = title(scene, next(one for one in scene.flow.questions if one.key in put))
    return Step(now.state, (ask(now, Words("mesin.hapus_bagian", {"judul": name, "isi": "; ".join(found.gone)})),))


def _agreed_without(scene: Scene, heard: Typed) -> Step:
    """ "Iya tp soal kepala desa itu jgn dicatat": that wish is no part of it, whether it stands there or not."""
    agreed = accept_first(scene)
    now = look(scene.flow, agreed.state, scene.world)
    gone = take_out(now, heard) or Step(now.state, (ask(now, Words("mesin.hapus_tidak_tertulis")),))
    said = [say.lead for step in (gone, agreed) for say in step.say[:1] if say.lead]
    return replace(gone.led_by(Words("mesin.ralat_semua", {"isi": said})), changed=(*agreed.changed, *gone.changed))


def take_marked(scene: Scene, which: str) -> Step | None:
    """What was shown, all of it or one; None where it does not stand there any more. A whole answer, too: it was
    pointed at."""
    is_first = scene.target == FIRST
    told = _with_first(scene) if is_first else scene
    found = _of(told, chosen(told, which), "")
    if not found.left:
        return None
    return (_without_in_first(scene, found) or refuse_first(scene)) if is_first else _without(scene, found)


def found_in(scene: Scene, text: str) -> Gone | None:
    """What these words take out of what was told. Numbers are read only where they may."""
    if (whole := _word_for_word(scene, text)) is not None:
        return whole
    named, true = _asked(scene, text)
    return _telephone(scene, text) or next((found for one in named if (found := _gone(scene, one, true))), None)


def _telephone(scene: Scene, text: str) -> Gone | None:
    """A number to call goes alone, wherever it stands."""
    left = {key: str(value["text"]) for key, value in telephone_gone(scene, text).items()}
    told = [one for key in left for one in TO_CALL.findall(scene.values[key]["text"]) if one not in left[key]]
    return Gone(left, ("; ".join(dict.fromkeys(told)),), "") if left else None


def _word_for_word(scene: Scene, text: str) -> Gone | None:
    """ "Hapus jangan dengar dia": what stands behind the deed just as it was told, and is not all of it."""
    first, *behind = text.strip(EDGES).split(maxsplit=1) or [""]
    if not behind or first.lower() not in scene.world.taking_out["pasti"] or len(behind[0].split()) < _FEWEST:
        return None
    at = re.compile(rf"(?<!\w){re.escape(behind[0])}(?!\w)", re.IGNORECASE)
    places = [Span(key, *one.span()) for key in in_own_words(scene) for one in at.finditer(scene.values[key]["text"])]
    found = _of(scene, places[:1], "")
    return found if len(places) == 1 and None not in found.left.values() else None


def at_once(scene: Scene, heard: Typed) -> Step | None:
    """Beside something else that is told; None where nothing goes. Of what stands nowhere it is said."""
    told = _with_first(scene) if scene.target == FIRST else scene
    found = found_in(told, heard.text)
    if found is None:
        gone = None if told is not scene else leave_options(scene, heard) or leave_number(scene, heard)
        names = any(_asked(told, heard.text)[0]) and _asks_it(scene, heard.text)
        return gone or (Step(scene.state, (ask(scene, Words("mesin.hapus_tidak_tertulis")),)) if names else None)
    if found.true:
        return None
    return _without(scene, found, heard.message) if told is scene else _without_in_first(scene, found)


def _without(scene: Scene, found: Gone, *messages: int) -> Step:
    step, names = Step(scene.state), []
    for key, left in found.left.items():
        now = look(scene.flow, step.state, scene.world)
        question = next(one for one in scene.flow.questions if one.key == key)
        names.append(title(scene, question))
        if left is None and VOICES not in now.state.answers[key].value:
            state = now.state.drop((key,))
            step = resume(now, state.skip(key) if question.optional else state, changed=(*step.changed, key))
            continue
        answer = now.state.answers[key]
        right = replace(answer, value={**answer.value, "text": left or ""}, messages=(*answer.messages, *messages))
        one = give(now, question, right)
        step = replace(one, changed=(*step.changed, *one.changed))
    if found.true:
        return step.led_by(Words("mesin.ralat_kata", {"judul": names[0], "lama": found.gone[0], "baru": found.true}))
    return step.led_by(Words("mesin.hapus_bagian", {"judul": names[0], "isi": "; ".join(found.gone)}))


def _photo_gone(scene: Scene, heard: Typed) -> Step | None:
    """ "Hapus foto", "fotonya hapus saja"."""
    photos = next((one for one in scene.shown if kind_of(one).gathers and one.key in scene.values), None)
    goes, pictures = scene.world.taking_out["kata"], scene.world.taking_out["foto"]
    said = [one[0] for one in _CLAUSE.finditer(heard.text) if not goes.isdisjoint(said_in(one[0]))]
    if photos is None or not any(named and named <= pictures for named in (_named(scene, one) for one in said)):
        return None
    state = scene.state.drop((photos.key,)).skip(photos.key)
    return resume(scene, state, Words("mesin.hapus_sudah", {"judul": title(scene, photos)}), (photos.key,))


def _near(scene: Scene, told: Scene, heard: Typed) -> Step | None:
    """The sentences of what was told that come nearest; all of them where none does. None where words answer what is
    asked: "hapus pungli di pasar itu" where a wish is asked for."""
    if not _asks_it(scene, heard.text):
        return None
    named = set[str]().union(*_asked(told, heard.text)[0])
    if not named:  # "yang itu jangan dicatat"
        return None
    places = [span for key in in_own_words(told) for span in _clauses(told, key)]
    shared = {span: len(named & _words(told, span.text(told))) for span in places}
    most = max(shared.values(), default=0)
    near = [span for span in places if shared[span] == most and (most or len(span.text(told).split()) > 1)]
    return show(scene, told, near, is_found=most > 0)


def _asks_it(scene: Scene, text: str) -> bool:
    asks = None if scene.target == FIRST else scene.asked
    if getattr(asks and asks.params, "wish", False) and not is_no_wish(scene.world, text):
        return False
    return (surely_takes_out if asks is not None and kind_of(asks).story else points_out)(scene.world, text)


def _gone(scene: Scene, named: set[str], true: str) -> Gone | None:
    places = [span for key in in_own_words(scene) for span in _holding(scene, key, named)] if named else []
    if not places or (true and len(places) > 1):
        return None
    found = _of(scene, places, true)
    rests = {key for key in found.left if kind_of(next(one for one in scene.flow.questions if one.key == key)).rest}
    return None if any(text is None and key not in rests for key, text in found.left.items()) else found


def _of(scene: Scene, places: Sequence[Span], true: str) -> Gone:
    keys = dict.fromkeys(one.key for one in places)
    left = {key: _cut(scene, key, [one[1:] for one in places if one.key == key], true) for key in keys}
    return Gone(left, tuple(dict.fromkeys(one.text(scene) for one in places)), true, tuple(places))


def _cut(scene: Scene, key: str, spans: Sequence[tuple[int, ...]], true: str) -> str | None:
    told, parts, at = str(scene.values[key]["text"]), list[str](), 0
    for start, end in spans:
        parts += [told[at:start], true]
        at = end
    parts = [part for one in (*parts, told[at:]) if (part := one.strip(EDGES))]
    return ", ".join(parts) or None


def _asked(scene: Scene, text: str) -> tuple[list[set[str]], str]:
    """The words that name what is to go, the likeliest first, and what is true instead."""
    if not may_take_out(scene.world, text):
        return [], ""
    words, text = scene.world.taking_out, as_deed(scene.world, text)
    if words["kata"].isdisjoint(said_in(text)):
        part, true = denied(scene.world, text)
        return [_named(scene, part)], true
    return [*_of_deed(scene, text), _named(scene, text)], ""


def _of_deed(scene: Scene, text: str) -> Iterator[set[str]]:
    """ "Hapus yang soal kades, nanti sy dimarahi": of the clause that asks for it, before the deed or behind it, where
    the others only say why, or what stays."""
    clauses = [found[0] for found in _CLAUSE.finditer(text)]
    goes = [one for one in clauses if not scene.world.taking_out["kata"].isdisjoint(said_in(one))]
    told = {word for key in in_own_words(scene) for word in _words(scene, str(scene.values[key]["text"]))}
    told |= scene.world.agreeing["ya"] | scene.world.agreeing["tahan"] | scene.world.oneself
    others = (one for one in clauses if one not in goes and not tells_why(scene.world, one))
    if goes and all(_named(scene, one) <= told for one in others):
        parts = one_of(scene.world.taking_out["kata"]).split(" ".join(goes), maxsplit=1)
        yield from (_named(scene, part) for part in parts)


def goes(scene: Scene, text: str) -> bool:
    """Whether all of it is one such wish, for what stands there."""
    return found_in(_with_first(scene) if scene.target == FIRST else scene, text) is not None


def _named(scene: Scene, text: str) -> set[str]:
    words = scene.world.taking_out
    return _words(scene, text) - words["kata"] - words["iringan"]


def _holding(scene: Scene, key: str, named: set[str]) -> Iterator[Span]:
    """From where to where the clauses stand that hold them all."""
    return (span for span in _clauses(scene, key) if named <= _words(scene, span.text(scene)))


def _clauses(scene: Scene, key: str) -> Iterator[Span]:
    told = str(scene.values[key]["text"])
    return (Span(key, *found.span()) for found in _CLAUSE.finditer(told) if found[0].strip(EDGES))


def _words(scene: Scene, text: str) -> set[str]:
    told = WORD.findall(in_figures(text, tongue_of(scene.world.spellings)).lower())
    age = {_AGE} if tells_youth(text, scene.world.aging) else set()
    return {_OWNED.sub("", one) for one in told} | age

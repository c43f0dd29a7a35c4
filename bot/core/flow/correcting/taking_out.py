"""A part of what was told is to go again, by words that name it: "yang tiga orang mati itu hapus", or makes way for
what is true: "3 orang mati itu tidak benar, cuma 1 anak luka". Only where these words stand in one clause of one thing
that was told, and something else is left of it."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import give, resume, title
from bot.core.flow.asking import ask, ask_for_yes
from bot.core.flow.controls import accept_first, refuse_first
from bot.core.flow.correcting import mistaken
from bot.core.flow.correcting.found_to_go import (
    Gone,
    clauses_told,
    found_in,
    jointly,
    needless_in,
    of_places,
    stands_there,
    what_is_asked,
    words_in,
)
from bot.core.flow.correcting.gone_from_sent import names_something, rest_gone, rest_unnamed
from bot.core.flow.correcting.numbers.number_gone import leave_number
from bot.core.flow.correcting.options_gone import leave_options
from bot.core.flow.correcting.photo_gone import leave_sent
from bot.core.flow.correcting.said_to_go import (
    hides_that,
    is_no_wish,
    is_not_to_stand,
    is_withdrawn,
    may_take_out,
    needless,
    points_out,
    said_in,
    surely_takes_out,
)
from bot.core.flow.correcting.which_sentence import Span, chosen, show
from bot.core.flow.scene import FIRST, REVIEW, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.writing import key_of
from bot.core.kinds.juga import VOICES
from bot.core.spelt import one_of

_NOWHERE = "mesin.hapus_tidak_tertulis"
_YES = re.compile(r"\w+\b[,.\s]*")


def take_out(scene: Scene, heard: Typed) -> Step | None:
    """None where nothing is to go. Of several clauses, or where none holds all the words, it is asked which; the wish
    itself is kept nowhere."""
    if (first := _rest_gone(scene, heard) or _makes_way(scene, heard)) is not None:
        return first
    found = found_in(scene, heard.text)
    if found is None:
        return _answer_gone(scene, heard) or _near(scene, scene, heard)
    rests = {one.key for one in scene.flow.questions if kind_of(one).rest}
    named = leave_number(scene, heard) if rests >= set(found.left) else None
    if named is not None:  # "hapus ukurannya" means the size, and no note that names it
        return named
    if len(found.gone) > 1 and not found.each:
        return show(scene, scene, found.places)
    return _without(scene, found, heard.message)


def out_of_first(scene: Scene, heard: Typed) -> Step | None:
    """A part of the words of which it is asked whether they are the story; behind a yes they are it, without that."""
    yes, behind = _YES.match(heard.text), heard.text
    if yes is not None and key_of(yes[0]) in scene.world.agreeing["ya"]:
        behind = heard.text[yes.end() :]
        goes = may_take_out(scene.world, behind) or is_not_to_stand(scene.world, behind)
        goes = goes or found_in(with_first(scene), behind) is not None
        return _agreed_without(scene, replace(heard, text=behind)) if goes else None
    told = with_first(scene)
    found = found_in(told, heard.text)
    if found is None:
        return _near(scene, told, heard)
    return _without_in_first(scene, found)


def with_first(scene: Scene) -> Scene:
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
    gone = take_out(now, heard) or Step(now.state, (ask(now, Words(_NOWHERE)),))
    said = [say.lead for step in (gone, agreed) for say in step.say[:1] if say.lead]
    return replace(gone.led_by(Words("mesin.ralat_semua", {"isi": said})), changed=(*agreed.changed, *gone.changed))


def take_marked(scene: Scene, which: str) -> Step | None:
    """What was shown, all of it or one; None where it does not stand there any more. A whole answer, too: it was
    pointed at."""
    is_first = scene.target == FIRST
    told = with_first(scene) if is_first else scene
    found = of_places(told, chosen(told, which))
    if not found.left:
        return None
    return (_without_in_first(scene, found) or refuse_first(scene)) if is_first else _without(scene, found)


def at_once(scene: Scene, heard: Typed) -> Step | None:
    """Beside something else that is told; None where nothing goes. Of what stands nowhere it is said."""
    told = with_first(scene) if scene.target == FIRST else scene
    if (rest := _rest_gone(scene, heard)) is not None:
        return rest
    found = found_in(told, heard.text)
    if found is None:
        gone = _answer_gone(scene, heard) if told is scene else None
        names = any(what_is_asked(told, heard.text)) and _asks_it(scene, heard.text)
        if names and gone is None and (whole := _holding_all(told, heard.text)):
            return show(scene, told, whole)  # nothing else would be left of that answer
        return gone or (Step(scene.state, (ask(scene, Words(_NOWHERE)),)) if names else None)
    if len(found.gone) > 1 and not found.each:
        return None  # which of them is asked
    return _without(scene, found, heard.message) if told is scene else _without_in_first(scene, found)


def _holding_all(told: Scene, text: str) -> list[Span]:
    """The clauses in which all the words stand that name what is to go."""
    named = set[str]().union(*what_is_asked(told, text))
    return [span for span in clauses_told(told) if named and named <= words_in(told, span.text(told))]


def _rest_gone(scene: Scene, heard: Typed) -> Step | None:
    """ "Yang juga disampaikan itu semua hapus saja": all of it, by its name; or what is said to stand there."""
    beside = tuple(rest_gone(scene, heard.text))
    if not beside:
        return None
    named = rest_unnamed(scene, heard.text)
    part = found_in(scene, named) if named else None
    if part is not None:
        is_one = part.each or len(part.gone) == 1
        return _without(scene, part, heard.message) if is_one else show(scene, scene, part.places)
    if names_something(scene.world, named):
        return None
    question = next(one for one in scene.flow.questions if one.key in beside)
    state, said = rest.emptied(scene, question)
    return resume(scene, state, Words(said, {"judul": title(scene, question)}), beside)


def is_unfound(step: Step) -> bool:
    """Whether `at_once` found nowhere what is to go."""
    return any(say.lead is not None and say.lead.name == _NOWHERE for say in step.say)


def _answer_gone(scene: Scene, heard: Typed) -> Step | None:
    """What was told in no words of their own: options, a number, photos, a point."""
    return leave_options(scene, heard) or leave_number(scene, heard) or leave_sent(scene, heard.text)


def _makes_way(scene: Scene, heard: Typed) -> Step | None:
    """ "Yang puncak itu keliru, di lereng sebelah": where it is not plain that one makes way for the other, old and new
    are shown, and a yes is asked for."""
    found = mistaken.unclear(scene, heard.text)
    if found is None or scene.target == FIRST:
        return None
    (key, text), old = found, scene.values[found[0]]
    question = next(one for one in scene.flow.questions if one.key == key)
    waits = {"question": key, "value": {**old, "text": text}, "messages": [heard.message]}
    state = scene.state.forget((key,)).release().hold(edit=key, confirm=waits)
    why = Words("mesin.jadi_pendek", {"lama": old["text"], "baru": text})
    return Step(state, (ask_for_yes(look(scene.flow, state, scene.world), question, why, "tombol.ya"),))


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
    return step.led_by(Words("mesin.hapus_bagian", {"judul": names[0], "isi": "; ".join(found.gone)}))


def _near(scene: Scene, told: Scene, heard: Typed) -> Step | None:
    """The sentences of what was told that come nearest; all of them where none does. None where words answer what is
    asked: "hapus pungli di pasar itu" where a wish is asked for."""
    if hides_that(scene.world, heard.text, "simpan"):
        return None if _declines(scene, heard.text) else show(scene, told, clauses_told(told), is_named=False)
    unneeded = needless_in(told, heard.text) if _may_go(scene, heard.text) else None
    if unneeded is not None:
        return show(scene, told, unneeded.places)
    is_told = bool(stands_there(told, heard.text))  # also all of it, where a wish is asked for
    if not (is_told or _asks_it(scene, heard.text)) and not (
        scene.target == REVIEW and needless(scene.world, heard.text)
    ):
        return None
    named = set[str]().union(*what_is_asked(told, heard.text))
    if not named:  # "yang itu jangan dicatat"
        return None
    places = clauses_told(told)
    shared = {span: len(named & words_in(told, span.text(told))) for span in places}
    most = max(shared.values(), default=0)
    near = [span for span in places if shared[span] == most and (most or len(span.text(told).split()) > 1)]
    return show(scene, told, near, is_found=most > 0)


def _may_go(scene: Scene, text: str) -> bool:
    """ "Lampu tidak usah", where a wish is asked for, gives that up; "utang sy tidak usah" is to go."""
    asks = None if scene.target == FIRST else scene.asked
    if asks is not None and not kind_of(asks).free and not set(key_of(asks.title).split()).isdisjoint(said_in(text)):
        return False  # "lokasi tidak usah" passes over it
    is_own = not scene.world.own_name["diri"].isdisjoint(said_in(text))
    return is_own or not getattr(asks and asks.params, "wish", False)


def _declines(scene: Scene, text: str) -> bool:
    """ "Itu rahasia" answers what is asked now, where that is no story and no wish."""
    is_open = scene.target in (FIRST, REVIEW) or (scene.asked is not None and kind_of(scene.asked).free)
    if one_of(scene.world.taking_out["simpan"]).search(text):  # "tidak usah sampaikan" is said of what was told
        return False
    return not is_open and one_of(scene.world.declining["cukup"]).search(text) is not None


def _asks_it(scene: Scene, text: str) -> bool:
    if is_withdrawn(scene.world, text):
        return True
    asks = None if scene.target == FIRST else scene.asked
    if getattr(asks and asks.params, "wish", False) and not is_no_wish(scene.world, text):
        return False
    return (surely_takes_out if asks is not None and kind_of(asks).story else points_out)(scene.world, text)


def goes_jointly(scene: Scene, text: str) -> bool:
    """ "Hapus soal kades, soal utang juga": one wish for several things."""
    return jointly(with_first(scene) if scene.target == FIRST else scene, text) is not None


def goes(scene: Scene, text: str) -> bool:
    """Whether all of it is one such wish, for what stands there."""
    return found_in(with_first(scene) if scene.target == FIRST else scene, text) is not None

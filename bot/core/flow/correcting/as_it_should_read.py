"""Words that plainly put something right or take it out, and by which nothing was done, are no words of the usulan: the
part that they seem to mean is shown as it stands and asked anew. Another part is one tap away, and so is that they add
something."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.flow import rest
from bot.core.flow.answering import resume, take, title
from bot.core.flow.asking import ask
from bot.core.flow.controls import again, go_back
from bot.core.flow.correcting.said_to_go import asks_deed, points_out, said_in
from bot.core.flow.correcting.what_stands import alters, stands
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, kind_of, look, show, ticked
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.layout import control, data_of
from bot.core.forms.questions import Flow, Question
from bot.core.forms.say import Button, Say, Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of, sentences_in
from bot.core.spelt import one_of
from bot.core.understanding.where.hamlets import is_complaint

WAITS = "seharusnya"  # by this name the words wait
_PUTS, _HELD = "koreksi", "mesin.tinjau_bingung"  # the act; that nothing was sent
_GIVEN_UP = "mesin.urung_disimpan"  # what is kept so that whoever reads it knows
_OTHER, _ADDS, _THIS = "bagian_lain", "tambahan_saja", "ubah_ini"
_LONGEST, _SHORT, _NAMES, _OFFERED = 30, 14, 3, 6  # words; of what may be new; among which a part is called; parts
_OF_IT, _CLAUSE = ("nya", "ku"), re.compile(r"[,.;:!\n]+(?!\d)")
_OUTER = frozenset({"kecamatan", "desa"})
#: What only says that words were kept; inside the last stands what was noted besides.
_KEPT, _NOTED = {"disimpan_juga", "ralat_yang_mana", "tidak_cocok_disimpan", "ya_atau_tidak"}, "mesin.dicatat_juga"


def instead_of_keeping(scene: Scene, heard: Heard, step: Step) -> Step:
    """The step, but for such words that it would only keep beside what was told."""
    place, now = rest.place_for(scene), look(scene.flow, step.state, scene.world)
    is_open = not step.ended and now.target not in (FIRST, STILL) and "confirm" not in now.state.pending
    if place is None or not is_open or not scene.flow.hears or not isinstance(heard, Typed):
        return step
    if _is_wrong_answer(scene, step, heard.text) and (question := meant(scene, heard.text)) is not None:
        return _asked(scene, question, heard.text)
    kept = _doubted(scene, now) or _added(scene, now, place)
    asked_of = scene.state.pending.get(WAITS, {}).get("kata")  # of these it was asked already
    if not kept or len(kept.split()) > _LONGEST or kept == asked_of:
        return step
    before = scene.state.answers.get(place.key)
    state = step.state.give(place.key, before) if before else step.state.drop((place.key,))
    without = look(scene.flow, state, scene.world)
    already = _stands_already(without, kept)
    turns = already or puts_right(without, kept, over_card=scene.target == REVIEW)
    if not turns or (question := meant(without, kept)) is None:
        return step
    lead = next((say.lead for say in step.say if say.lead), None)
    if lead is not None and lead.name == _GIVEN_UP:
        return step
    if not already and (told := _answer_before(scene, heard, kept)) is not None:
        return told
    if already or question.key in step.changed:  # it was done
        return replace(step, state=state, say=(ask(without, Words("mesin.ralat_semua", {"isi": _noted(lead)})),))
    anew = _asked(without, question, kept, lead)
    return replace(anew, changed=tuple(dict.fromkeys((*step.changed, *anew.changed))), wishes=step.wishes)


def _answer_before(scene: Scene, heard: Typed, text: str) -> Step | None:
    """ "Salurannya dicor. Itu 40 orang tadi salah": the sentences before it are the answer to what is asked."""
    asked, sentences = scene.asked, sentences_in(text)
    at = next((at for at, one in enumerate(sentences) if puts_right(scene, one)), 0)
    if not at or asked is None or asked is not scene.open or not kind_of(asked).free or kind_of(asked).verbatim:
        return None
    answered = take(scene, asked, replace(heard, text=" ".join(sentences[:at])))
    now, behind = look(scene.flow, answered.state, scene.world), " ".join(sentences[at:])
    question = meant(now, behind) if asked.key in answered.changed else None
    if question is None or question is asked:
        return None
    lead = next((say.lead for say in answered.say if say.lead), Words("mesin.dicatat", {"isi": show(now, asked.key)}))
    step = _asked(now, question, behind, lead)
    return replace(step, changed=(*answered.changed, *step.changed))


def _is_wrong_answer(scene: Scene, step: Step, text: str) -> bool:
    """ "Salah itu nak, dibikinnya 2004, jebolnya 2021", where any words are an answer: they begin with what is wrong,
    and tell of what stands. A hope and a landmark may be announced so. Nor is anything passed over by them."""
    ear, asked = scene.world.ear, scene.asked
    is_left = asked is not None and asked.key in step.changed and asked.key not in step.state.answers
    if ear is None or asked is None or asked.key not in step.changed or not (kind_of(asked).free or is_left):
        return False
    may_be = getattr(asked.params, "completes", "") or getattr(asked.params, "wish", False)
    if kind_of(asked).verbatim or kind_of(asked).rest or (may_be and not any(map(str.isdecimal, text))):
        return False
    figures = any(map(str.isdecimal, text))
    named = figures and not scene.values.keys().isdisjoint(name.partition(".")[0] for name in ear.named(text))
    begins = key_of(text.split(maxsplit=1)[0]) in scene.world.wrong and ear.announces(text)
    return (begins or named) and ear.corrects(text) == "sure" and puts_right(scene, text) and not alters(scene, step)


def _doubted(scene: Scene, now: Scene) -> str:
    """Words of which it would be asked whether they put something right."""
    waits = now.state.pending.get("unsure")
    is_new = waits and waits != scene.state.pending.get("unsure")
    return str(waits["words"]) if waits and is_new and _PUTS in waits["acts"] else ""


def _added(scene: Scene, now: Scene, place: Question) -> str:
    """What was kept there since."""
    old, new = (str((one.values.get(place.key) or {}).get("text", "")) for one in (scene, now))
    return new[len(old) :].strip() if new.startswith(old) and "voice" not in now.values.get(place.key, {}) else ""


def puts_right(scene: Scene, text: str, *, sent: bool = False, over_card: bool = False) -> bool:
    """Whether something that was told is said to be otherwise, or is to go: it is called by its name, or stands there.
    `sent`: they may as well begin something new. `over_card`: it was said to all of it, so that less tells."""
    ear, words = scene.world.ear, scene.world.exchanging
    longest = _SHORT if sent else _LONGEST
    if ear is None or not words or "?" in text or len(text.split()) > longest or ear.adds(text):
        return False
    complains = sent and any(is_complaint(one, scene.world) for one in text.lower().split())
    named = called(scene, text) if not sent else None
    if named is not None and named.key in scene.values and named is not scene.asked:
        return True
    if asks_deed(scene.world, text) and points_out(scene.world, text):
        return True
    denied, mark = ear.denied(text), ear.corrects(text)
    if mark == "weak" and denied:
        return _stand(scene, content_of(scene, denied), whole=True)
    announced = ear.announces(text) or (bool(mark) and over_card)
    turned = (mark == "sure" or announced) and not complains  # "putus, salah satu tiangnya patah"
    turns = turned or ear.retells(text) or asks_deed(scene.world, text)
    turns = turns or (over_card and not sent and one_of(words["sambil"]).search(text) is not None)
    return turns and _stand(scene, content_of(scene, text), whole=sent and not mark)


def meant(scene: Scene, text: str) -> Question | None:
    """The part that is called by its name; else the one that has what is denied, or most of the words; else the
    story."""
    parts = [one for one in scene.shown if not kind_of(one).rest and not kind_of(one).gathers]
    told = [one for one in parts if one.key in scene.values and one.key not in _OUTER]
    if (named := called(scene, text)) is not None:
        return named
    ear = scene.world.ear
    denied = content_of(scene, ear.denied(text)) if ear is not None else frozenset()
    if not told:
        return None
    story = next((one for one in told if kind_of(one).story), told[0])
    shared = {one.key: (count_in(scene, one, denied), count_in(scene, one, content_of(scene, text))) for one in told}
    best = max(shared.values())
    return next((one for one in told if shared[one.key] == best), story) if any(best) else story


def may_call(flow: Flow, world: World, text: str) -> bool:
    """Cheaply: whether a part is called by its name, or something is to go."""
    words = text.split()
    if world.ear is None or len(words) > _SHORT:
        return False
    owned = [one for one in words[:_NAMES] if key_of(one).endswith(_OF_IT)]
    keys = {name.partition(".")[0] for one in owned for name in world.ear.named(one)}
    return not keys.isdisjoint(one.key for one in flow.questions) or asks_deed(world, text) or world.ear.retells(text)


def called(scene: Scene, text: str) -> Question | None:
    """ "Patokannya", "dusunku" at the head of a clause; "ubah harapan": not whatever else may mean it."""
    ear, world, owned = scene.world.ear, scene.world, list[str]()
    does = world.exchanging["ganti"] | world.taking_out["kata"]
    titles = {key_of(one.title).removesuffix("nya") for one in scene.shown}
    small = world.exchanging["iringan"] | world.taking_out["iringan"] | world.oneself | {*world.spellings.common.noise}
    for clause in _CLAUSE.split(text):
        said = [key_of(one) for one in clause.split()]
        head = next((at for at, one in enumerate(said) if one.endswith(_OF_IT) or one not in small | does), len(said))
        owned += [one for one in said[head : head + 1] if one.endswith(_OF_IT)]
        owned += [one for one in said[head : head + 1] if one in titles and does.intersection(said[:head])]
    keys = [name.partition(".")[0] for one in owned for name in (ear.named(one) if ear is not None else ())]
    shown = {one.key: one for one in scene.shown if not kind_of(one).rest and one.key not in _OUTER}
    return next((shown[key] for key in keys if key in shown), None)


def content_of(scene: Scene, text: str) -> frozenset[str]:
    world = scene.world
    turning, goes = world.exchanging, world.taking_out
    small = turning["iringan"].union(turning["menunjuk"], turning["sambil"], turning["kubilang"], goes["iringan"])
    small |= world.pointing_back["iringan"].union(world.wrong, world.oneself, world.nodding, world.denying["bukan"])
    return frozenset(map(_stem, said_in(text))) - small - {*world.spellings.common.noise}


def _stem(word: str) -> str:
    """ "Bolong2" and "pipanya" stand there, too."""
    stem = re.sub(r"(?<=[^\W\d]{3})(?:-?2|nya|ku)$", "", word)
    return stem.partition("-")[0] if word.isalpha() or "-" in word else stem


def _stands_already(scene: Scene, text: str) -> bool:
    """ "Kan sudah saya tulis 27 rumah", "60 meter saja bukan 40", where that is so."""
    ear, no = scene.world.ear, scene.world.denying["bukan"]
    if ear is None or asks_deed(scene.world, text) or not (ear.corrects(text) or ear.retells(text)):
        return False
    wrong = content_of(scene, ear.denied(text)) if not no.isdisjoint(said_in(text)) else frozenset[str]()
    is_wrong = bool(wrong) and _stand(scene, wrong, whole=True)
    return not is_wrong and _stand(scene, content_of(scene, text) - wrong, whole=True)


def _stand(scene: Scene, words: frozenset[str], *, whole: bool) -> bool:
    told = [one for one in scene.shown if one.key in scene.values]
    found = [word for word in words if any(count_in(scene, one, frozenset({word})) for one in told)]
    return bool(found) and (not whole or len(found) == len(words))


def count_in(scene: Scene, question: Question, words: frozenset[str]) -> int:
    """How many of them stand in this answer."""
    value, own = scene.values[question.key], question.key in in_own_words(scene)
    shown = str(value.get("text", "")) if own else show(scene, question.key)
    there = {*map(_stem, said_in(shown))} if isinstance(shown, str) else set[str]()
    figures = (word for word in words - there if word.isdecimal() and not own)
    return len(words & there) + sum(stands(scene, question, word) for word in figures)


# --- asked anew ------------------------------------------------------------------------------------------------------


def _asked(scene: Scene, question: Question, words: str, lead: Words | None = None) -> Step:
    old = show(scene, question.key) if question.key in scene.values else Words("mesin.dilewati")
    gone = (question.key, *scene.flow.dependents(question.key))
    waits = {WAITS: {"kata": words}}
    state = scene.state.forget(gone).release().hold(edit=question.key, **ticked(scene, question.key), **waits)
    step = resume(scene, state, changed=gone)
    now = look(scene.flow, state, scene.world)
    shown = Words("mesin.seharusnya", {"judul": title(scene, question), "lama": old})
    rows = tuple((control(state.draft, now.target, name),) for name in (_OTHER, _ADDS))
    held = [Words("mesin.tidak_dikirim") if one.name == _HELD else one for one in _noted(lead)]
    leads = Words("mesin.ralat_semua", {"isi": [*held, shown]})
    return replace(step, say=(replace(step.say[0], buttons=(*step.say[0].buttons, *rows), lead=leads),))


def _noted(lead: Words | None) -> list[Words]:
    """What else was done, without that the words were kept."""
    if lead is None or lead.name.removeprefix("mesin.") in _KEPT:
        return []
    if lead.name == "mesin.ralat_semua":
        return [one for each in lead.values["isi"] for one in _noted(each)]
    told = lead.values["dicatat"] if lead.name == _NOTED else lead
    return [told] if isinstance(told, Words) else []


def press_below(scene: Scene, heard: Pressed) -> Step | None:
    """None where these are none of its buttons."""
    waits: Mapping[str, Any] | None = scene.state.pending.get(WAITS)
    name, _, key = heard.value.removeprefix("~").partition(".")
    is_ours = heard.draft == scene.state.draft and heard.question == scene.target and heard.value.startswith("~")
    if waits is None or not is_ours or name not in (_OTHER, _ADDS, _THIS):
        return None
    back = look(scene.flow, go_back(scene).state if "edit" in scene.state.pending else scene.state, scene.world)
    if name == _OTHER:
        return _which(replace(back, state=back.state.hold(**{WAITS: waits})), str(waits["kata"]))
    if name == _THIS:
        chosen = next((one for one in back.shown if one.key == key), None)
        return _asked(back, chosen, str(waits["kata"])) if chosen is not None else again(back)
    state = rest.keep(back, str(waits["kata"]), None)
    return Step(state, (ask(look(back.flow, state, back.world), Words("mesin.disimpan_juga")),))


def _which(scene: Scene, words: str) -> Step:
    shown = [one for one in scene.shown if one.key in scene.values and one.key not in _OUTER]
    told = [one for one in shown if not kind_of(one).gathers][:_OFFERED]
    rows = [
        (Button(title(scene, one), data_of(scene.state.draft, scene.target, f"~{_THIS}.{one.key}")),) for one in told
    ]
    rows.append((control(scene.state.draft, scene.target, _ADDS),))
    return Step(scene.state, (Say("mesin.ralat_pilih", {"kata": words}, buttons=tuple(rows), question=scene.target),))


def ask_which(scene: Scene, heard: Typed) -> Step | None:
    """ "Oh iya, ada yang salah kemarin": each part that was told is offered. None where more is said."""
    ear, words = scene.world.ear, scene.world.so_far
    said, small = {*said_in(heard.text)}, (scene.world.oneself, scene.world.nodding, words["ada"], words["iringan"])
    if not said <= scene.world.wrong.union(*small) or said.isdisjoint(words["ada"]) or not scene.flow.hears:
        return None
    if ear is None or ear.corrects(heard.text) != "sure" or scene.target in (FIRST, STILL, REVIEW):
        return None
    step = _which(replace(scene, state=scene.state.hold(**{WAITS: {"kata": heard.text}})), heard.text)
    told = step.say[0].buttons[:-1]  # that they only add something is not meant
    asked = replace(step.say[0], sentence="mesin.salah_yang_mana", values={}, buttons=told)
    return replace(step, say=(asked,)) if told else None

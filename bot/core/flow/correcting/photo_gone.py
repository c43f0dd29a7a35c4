"""Photos and the point on the map are taken back in words: "hapus foto", "titiknya bukan di situ"; who says that they
are wrong is asked for others."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.answering import go_on_with, resume, title
from bot.core.flow.correcting.found_to_go import CLAUSE, words_named
from bot.core.flow.correcting.said_to_go import EDGES, only_says_why, said_in, tells_why
from bot.core.flow.scene import Scene, kind_of
from bot.core.flow.told.no_name import landmark_in
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.understanding.where.hamlets import tells_something

_FEW = 6  # words


def leave_sent(scene: Scene, text: str) -> Step | None:
    """Where an earlier photo is the right one the last alone goes; what is told beside of where it is stays."""
    sent = meant(scene, text)
    if sent is None:
        return None
    answer, words = scene.state.answers[sent.key], scene.world.taking_out
    state, said = scene.state.drop((sent.key,)).release(), Words("mesin.hapus_sudah", {"judul": title(scene, sent)})
    if len(answer.messages) > 1 and one_of(words["yang_itu_benar"] | words["terakhir"]).search(text):
        state = state.give(sent.key, replace(answer, value=answer.value[:-1], messages=answer.messages[:-1]))
        said = Words("mesin.foto_terakhir_keluar")
    elif one_of(words["kata"]).search(text):
        state = state.skip(sent.key)
    step = resume(scene, state, said, (sent.key,))
    return _with_landmark(scene, step, text) if _is_point(sent) else step


def _with_landmark(scene: Scene, step: Step, text: str) -> Step:
    """ "Titiknya bukan di situ, di atas sedikit dekat masjid"."""
    mark = landmark_in(text, scene)
    noted = go_on_with(scene, step, Typed(mark, 0)) if mark else step
    if noted is step or not step.say[0].lead:
        return step
    return replace(noted, say=(replace(noted.say[0], lead=Words("mesin.titik_keluar", {"isi": mark})), *noted.say[1:]))


def _is_point(question: Question) -> bool:
    return "location" in kind_of(question).takes


def meant(scene: Scene, text: str) -> Question | None:
    """The photos that stand there, or the point on the map; None where something else is said, too."""
    there = ((one, _names(scene.world, one)) for one in scene.shown if one.key in scene.values)
    return next((one for one, names in there if names and "?" not in text and _is_meant(scene, one, names, text)), None)


def _names(world: World, question: Question) -> frozenset[str]:
    """By what people call it."""
    if _is_point(question):
        return world.taking_out["titik"]
    return world.taking_out["foto"] if kind_of(question).gathers else frozenset()


def _is_meant(scene: Scene, sent: Question, names: frozenset[str], text: str) -> bool:
    clauses = [clause for one in CLAUSE.findall(text) if (clause := one.strip(EDGES))]
    about = [one for one in clauses if _is_about(scene, names, one)] or _shown(scene, clauses)
    beside = (one for one in clauses if one not in about)
    return bool(about) and all(_is_why(scene, one) or (_is_point(sent) and _says_where(scene, one)) for one in beside)


def _says_where(scene: Scene, clause: str) -> bool:
    """ "Di atas sedikit dekat masjid", "lebih ke bawah"."""
    few = len(clause.split()) <= _FEW and not any(map(str.isdigit, clause))
    return bool(landmark_in(clause, scene)) or (few and not tells_something(clause, scene.world))


def _shown(scene: Scene, clauses: list[str]) -> list[str]:
    """ "Ada muka anakku di foto itu, tolong hapus"."""
    words = scene.world.taking_out
    shows = any(all(one_of(words[sort]).search(one) for sort in ("foto", "di_foto")) for one in clauses)
    deeds = [one for one in clauses if not words["kata"].isdisjoint(said_in(one)) and not words_named(scene, one)]
    return deeds if shows else []


def _is_about(scene: Scene, names: frozenset[str], clause: str) -> bool:
    """ "Fotonya hapus saja", "itu salah foto pak", "fotonya bukan rumah saya", "hapus foto yg ada muka anakku"."""
    words = scene.world.taking_out
    clause = _why_shown(*(words[sort] for sort in ("di_foto", "sebab", "menunjuk"))).sub("", clause)
    wrong = one_of(words["foto_salah"])
    goes = wrong.search(clause) is not None or not words["kata"].isdisjoint(said_in(clause))
    named = words_named(scene, wrong.sub(" ", clause)) - words["yang_dikirim"] if goes else set()
    return (bool(named) and named <= names) or _denied(scene.world, names).match(clause) is not None


def _denied(world: World, names: frozenset[str]) -> re.Pattern[str]:
    words = world.taking_out
    pictures, points, no = (
        either(one) for one in (names, words["yang_itu"] | words["yang_dikirim"], world.denying["bukan"])
    )
    begins = rf"(?:(?:{either(words['iringan'])})\s+)*?"
    those = rf"(?:{pictures})(?:nya|ku)?"
    first, last = (
        rf"{those}\s+(?:(?:{points})\s+)?(?:{no})\s+[^\W\d]",
        rf"(?:{no})\s+(?:di\s*)?(?:(?:{points})\s+)?{those}(?:\s+(?:{either(words['iringan'])}))*$",
    )
    return re.compile(rf"{begins}(?:{first}|(?:(?:{points})\s+)*{last})", re.IGNORECASE)


@lru_cache(maxsize=2)
def _why_shown(shown: frozenset[str], why: frozenset[str], points: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(why | points)})\s+(?:[\w-]+\s+){{0,2}}?(?:{either(shown)})\b.*", re.IGNORECASE)


def _is_why(scene: Scene, clause: str) -> bool:
    """ "Itu bukan rumah saya", "takut", "ada muka anak saya"; "yang benar tadi", "hapus saja"."""
    world = scene.world
    if one_of(world.taking_out["di_foto"] | world.taking_out["yang_itu_benar"]).search(clause):
        return True
    wrong = one_of(world.taking_out["foto_salah"])
    goes = wrong.search(clause) is not None or not world.taking_out["kata"].isdisjoint(said_in(clause))
    if goes and not words_named(scene, wrong.sub(" ", clause)) - world.taking_out["yang_dikirim"]:
        return True
    points = world.taking_out["yang_itu"] | world.taking_out["iringan"]
    says_not = rf"(?:(?:{either(points)})\s+)*?(?:{either(world.denying['bukan'])})\b"
    return only_says_why(world, clause) or tells_why(world, clause) or bool(re.match(says_not, clause, re.IGNORECASE))

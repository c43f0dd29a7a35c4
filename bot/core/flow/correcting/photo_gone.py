"""Photos and the point on the map are taken back in words: "hapus foto", "titiknya bukan di situ"; who says that they
are wrong is asked for others."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.flow.answering import go_on_with, resume, title
from bot.core.flow.correcting.found_to_go import CLAUSE, words_named
from bot.core.flow.correcting.said_to_go import EDGES, asks_deed, only_says_why, said_in, tells_why
from bot.core.flow.scene import Scene, kind_of
from bot.core.flow.told.no_name import landmark_in
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.understanding.where.hamlets import tells_something

_FEW, _SHOWN, _BEHIND = 6, 8, 4  # words of where it is; of what is seen on it; behind what is said to be wrong
_LANDMARK, _PLACES = "patokan", frozenset({"kecamatan", "desa", "dusun"})


def leave_sent(scene: Scene, text: str) -> Step | None:
    """What is told beside of where it is stays; who says that it was wrong is asked for another."""
    sent = meant(scene, text)
    if sent is None:
        return None
    answer, left = scene.state.answers[sent.key], still_right(scene, sent, text)
    state, said = scene.state.drop((sent.key,)).release(), Words("mesin.hapus_sudah", {"judul": title(scene, sent)})
    if left:
        at = _number(scene.world, text)[0] - 1  # none named: the last
        state = state.give(sent.key, replace(answer, value=left, messages=tuple(_without(answer.messages, at))))
        said = Words("mesin.foto_ke_keluar", {"nomor": at + 1}) if at >= 0 else Words("mesin.foto_terakhir_keluar")
    elif asks_deed(scene.world, text) and not _wrong(scene.world, sent).search(text):
        state = state.skip(sent.key)
    step = resume(scene, state, said, (sent.key,))
    return _with_landmark(scene, step, text) if _is_point(sent) else step


def still_right(scene: Scene, sent: Question, text: str) -> list[object]:
    """The photos that stay: of several a wrong one is the last, unless all are meant."""
    value, words, number = scene.values[sent.key], scene.world.taking_out, _number(scene.world, text)[0]
    if number and not _is_point(sent):
        return _without(value, number - 1)
    one = words["yang_itu_benar"] | words["terakhir"] | words["yang_itu"]
    is_one = one_of(one).search(text) or _wrong(scene.world, sent).search(text)
    return [] if _is_point(sent) or not is_one or one_of(words["foto_semua"]).search(text) else value[:-1]


def changes(scene: Scene, text: str) -> dict[str, object]:
    """The same of what was sent: the new answers by question, and where it is told instead of a point."""
    sent = meant(scene, text)
    if sent is None:
        return {}
    mark = landmark_in(text, scene) if _is_point(sent) else ""
    is_asked = any(one.key == _LANDMARK for one in scene.shown)
    return {sent.key: still_right(scene, sent, text) or None} | (
        {_LANDMARK: {"text": mark}} if mark and is_asked else {}
    )


def may_be(world: World, text: str) -> bool:
    """Cheaply: whether something is said to be wrong, or to go, beside a word for a photo or a point."""
    words = world.taking_out
    deeds = words["foto_salah"] | words["titik_salah"] | words["bukan_tempat"] | words["kata"]
    return all(_said_wrong(one).search(text) for one in (deeds, words["foto"] | words["titik"] | words["lokasi"]))


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
    there = [one for one in scene.shown if one.key in scene.values and _names(scene, one, text)] if text else []
    number, text = _number(scene.world, text)
    there = [one for one in there if not number or len(scene.values[one.key]) >= number]
    return next((one for one in there if "?" not in text and _is_meant(scene, one, text)), None)


def _number(world: World, text: str) -> tuple[int, str]:
    """Which of several photos is named right behind the word for them, and the text without that; 0 where none is, or
    where it is the one that was right."""
    words = world.taking_out
    if one_of(_called(words["foto"])).search(text) is None:
        return 0, text
    for number, spelt in enumerate((words["foto_1"], words["foto_2"], words["foto_3"]), 1):
        named = rf"\b((?:{either(words['foto'])})(?:nya|ku)?)\s+(?:(?:yang|yg)\s+)?(?:{either(spelt)})\b"
        plain = re.sub(named, r"\1", text, flags=re.IGNORECASE)
        if plain != text and not one_of(words["yang_itu_benar"]).search(plain):
            return number, plain
    return 0, text


@lru_cache(maxsize=2)
def _called(words: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{word}{tail}" for word in words for tail in ("", "nya", "ku"))


def _without(several: Sequence[Any], at: int) -> list[Any]:
    """All but this one; -1 = the last."""
    return [one for n, one in enumerate(several) if n != at % len(several)]


def _names(scene: Scene, question: Question, text: str) -> frozenset[str]:
    """By what people call it; a "lokasi" may be the dusun, where that is named."""
    words = scene.world.taking_out
    if not _is_point(question):
        return words["foto"] if kind_of(question).gathers else frozenset()
    places = (scene.values[key].get("name") for key in _PLACES & set(scene.values))
    is_place = any(name and name.lower() in text.lower() for name in places)
    return words["titik"] if is_place else words["titik"] | words["lokasi"]


def _wrong(world: World, sent: Question) -> re.Pattern[str]:
    words = world.taking_out
    return _said_wrong(words["foto_salah"] | words["titik_salah"] if _is_point(sent) else words["foto_salah"])


@lru_cache(maxsize=4)
def _said_wrong(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words)})(?:k[aiu]|mi|nya)?\b(?!\s+satu\b)", re.IGNORECASE)


def _is_meant(scene: Scene, sent: Question, text: str) -> bool:
    """One clause says that it goes and another may name it: "itu fotonya org lain, jgn dipakai"."""
    names, clauses = _names(scene, sent, text), [one for each in CLAUSE.findall(text) if (one := each.strip(EDGES))]
    about = [one for one in clauses if _is_about(scene, sent, names, one)]
    goes = about or [one for one in clauses if _only_goes(scene, sent, one)] or _elsewhere(scene, sent, names, clauses)
    beside = [one for one in clauses if one not in goes]
    named = about or any(_shows(scene.world, names, one) for one in beside)
    return bool(goes and named) and all(_is_why(scene, sent, names, one) for one in beside)


def _elsewhere(scene: Scene, sent: Question, names: frozenset[str], clauses: Sequence[str]) -> list[str]:
    """ "Bukan tempat rumah nenek", of a point that is where whoever sent it stands."""
    words = scene.world.taking_out
    own = _is_point(sent) and any(
        _shows(scene.world, names, one) and one_of(words["titik_ku"]).search(one) for one in clauses
    )
    return [one for one in clauses if own and one_of(words["bukan_tempat"]).match(one)]


def _is_about(scene: Scene, sent: Question, names: frozenset[str], clause: str) -> bool:
    """ "Fotonya hapus saja", "itu salah foto pak", "fotonya bukan rumah saya", "hapus foto yg ada muka anakku"."""
    words, wrong = scene.world.taking_out, _wrong(scene.world, sent)
    clause = _why_shown(*(words[sort] for sort in ("di_foto", "sebab", "menunjuk"))).sub("", clause)
    if not _tells_or_wishes(scene) and _led(scene.world, names, wrong).match(clause):
        return True
    goes = wrong.search(clause) is not None or not words["kata"].isdisjoint(said_in(clause))
    named = words_named(scene, wrong.sub(" ", clause)) - (words["yang_dikirim"] - names) if goes else set()
    return (bool(named) and named <= names) or _denied(scene.world, names).match(clause) is not None


def _tells_or_wishes(scene: Scene) -> bool:
    """There "ganti peta desa yang salah" is what is told, or hoped for."""
    asks = scene.asked
    return asks is not None and (kind_of(asks).story or bool(getattr(asks.params, "wish", False)))


def _led(world: World, names: frozenset[str], wrong: re.Pattern[str]) -> re.Pattern[str]:
    """Whatever a few words behind say of it: "salah kirim foto kebun", "pinnya geser ke atas sedikit"; where it is, or
    comes from, is no such: "jangan dipakai fotoku di fb"."""
    words = world.taking_out
    around = rf"(?:(?:{either(words['iringan'] | words['yang_dikirim'] | names)})\s+)*?"
    goes, those = rf"(?:{wrong.pattern}|\b(?:{either(words['kata'])})\b)", rf"\b(?:{either(names)})(?:nya|ku)?\b"
    no_place = rf"(?!\s+(?:{either(words['foto_tempat'])})\b)"
    no_name = rf"(?!\s+(?:{either(world.unwriting['nama'])})(?:nya|ku)?\b)"  # "yg di foto jgn ditulis namanya"
    either_way = rf"{goes}\s+{around}{those}{no_place}|{those}\s+{around}{goes}{no_name}"
    return re.compile(rf"{around}(?:{either_way})(?:\s+[^\W\d][\w-]*){{0,{_BEHIND}}}$", re.IGNORECASE)


def _only_goes(scene: Scene, sent: Question, clause: str) -> bool:
    """ "Jgn dipakai nah", "hapus mi dulu"."""
    words, wrong = scene.world.taking_out, _wrong(scene.world, sent)
    goes = wrong.search(clause) is not None or not words["kata"].isdisjoint(said_in(clause))
    return goes and not words_named(scene, wrong.sub(" ", clause)) - words["yang_dikirim"]


def _shows(world: World, names: frozenset[str], clause: str) -> bool:
    """ "Itu foto kebun sy", "fotonya buram sekali", "ada muka anakku di foto itu"."""
    words, those = world.taking_out, either(names)
    points = either(words["yang_itu"] | words["yang_dikirim"])
    pointed = (
        rf"\b(?:(?:{either(words['yang_itu'])})\s+(?:{those})|(?:{those})(?:(?:nya|ku)\b|\s+(?:apa\s+)?(?:{points})\b))"
    )
    seen = one_of(words["di_foto"]).search(clause) and one_of(names).search(clause)
    return bool(seen) or re.search(pointed, clause, re.IGNORECASE) is not None


def _denied(world: World, names: frozenset[str]) -> re.Pattern[str]:
    words = world.taking_out
    around = words["yang_itu"] | words["yang_dikirim"]
    pictures, points, no = (either(one) for one in (names, around, world.denying["bukan"]))
    begins = rf"(?:(?:{either(words['iringan'] | words['yang_dikirim'])})\s+)*?"
    those = rf"(?:{pictures})(?:nya|ku)?"
    first, last = (
        rf"{those}\s+(?:(?:{points})\s+)?(?:{no})\s+[^\W\d]",
        rf"(?:{no})\s+(?:di\s*)?(?:(?:{points})\s+)?{those}(?:\s+(?:{either(words['iringan'])}))*$",
    )
    return re.compile(rf"{begins}(?:{first}|(?:(?:{points})\s+)*{last})", re.IGNORECASE)


@lru_cache(maxsize=2)
def _why_shown(shown: frozenset[str], why: frozenset[str], points: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(why | points)})\s+(?:[\w-]+\s+){{0,2}}?(?:{either(shown)})\b.*", re.IGNORECASE)


def _is_why(scene: Scene, sent: Question, names: frozenset[str], clause: str) -> bool:
    """ "Itu bukan rumah saya", "takut", "ada muka anak saya", "itu foto kebun sy"; "yang benar tadi", "hapus saja"."""
    world = scene.world
    words = world.taking_out
    if one_of(words["di_foto"] | words["yang_itu_benar"]).search(clause) or _only_goes(scene, sent, clause):
        return True
    if len(clause.split()) <= _SHOWN and not any(map(str.isdigit, clause)):
        points = one_of(words["yang_itu"]).match(clause) or one_of(words["waktu_kirim"]).search(clause)
        if points or _shows(world, names, clause):
            return True
    around = words["yang_itu"] | words["iringan"]
    says_not = rf"(?:(?:{either(around)})\s+)*?(?:{either(world.denying['bukan'])})\b"
    says_why = only_says_why(world, clause) or tells_why(world, clause) or re.match(says_not, clause, re.IGNORECASE)
    return bool(says_why) or (_is_point(sent) and _says_where(scene, clause))


def _says_where(scene: Scene, clause: str) -> bool:
    """ "Di atas sedikit dekat masjid", "lebih ke bawah"."""
    few = len(clause.split()) <= _FEW and not any(map(str.isdigit, clause))
    return bool(landmark_in(clause, scene)) or (few and not tells_something(clause, scene.world))

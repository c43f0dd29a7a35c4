"""Words that are no wish, at the question what is hoped for and before it: what is given up is kept beside the form,
where it is goes to its own question, and whoever asks what is written is told where it shows."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, kind_of, look, situation_of
from bot.core.flow.told.no_name import names_work
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import is_question, key_of
from bot.core.spelt import one_of
from bot.core.stories.readings import told_in
from bot.core.stories.several import names_thing
from bot.core.understanding.pointed import behind
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.wished import is_wished, wish_in


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
    if _only_since(scene, heard.text):
        now = look(scene.flow, rest.keep(scene, heard.text, heard.message), scene.world)
        return Step(now.state, (ask(now, Words("mesin.disimpan_juga")),))
    if not given_up or _leaves_out(scene, heard.text):
        return None
    now = look(scene.flow, rest.keep(scene, heard.text, heard.message), scene.world)
    return Step(now.state, (ask(now, Words("mesin.urung_disimpan")),))


def _only_since(scene: Scene, text: str) -> bool:
    """ "Sejak hujan kemarin", where it is asked what is hoped for: since when, and no wish."""
    asks, words = scene.asked is not None and getattr(scene.asked.params, "wish", False), key_of(text).split()
    since = words[:1] and words[0] in _SINCE & {*scene.world.spellings.stories.since}
    return bool(asks and since) and len(words) <= _LONGEST and not is_wished(text, scene.world) and "," not in text


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


def spoken_to_us(scene: Scene, question: Question, heard: Heard) -> str:
    """ "Kau ini tuli kah, sudah saya bilang rabat", "maaf baru balas", "anakku les dimana gratis ya pak", where it is
    asked what is hoped for: they speak to us, or ask. What of it may be the wish is asked about; empty where a clause
    says what is hoped for."""
    if not isinstance(heard, Typed) or not getattr(question.params, "wish", False):
        return ""
    asks = not scene.world.asking_at_last.isdisjoint(_words(heard.text))
    asks = asks and not is_question(heard.text, scene.world, free=True)  # that is asked about by itself
    talks = is_talk(heard.text, scene.world)
    if not asks and not talks and not one_of(scene.world.wishing["kepada_mesin"]).search(heard.text):
        return ""
    clauses = [one.strip() for one in _CLAUSE.split(heard.text) if one.strip()]
    clauses = [one for one in clauses if not (talks and is_talk(one, scene.world))]
    if pointed := next(filter(None, (behind(one, scene.world) for one in clauses)), ""):
        return pointed
    told = any(is_wished(one, scene.world) or wish_in(one, scene.world) or names_work(scene, one) for one in clauses)
    return "" if told or (asks and names_thing(heard.text, scene.world.spellings.stories)) else heard.text


def is_talk(text: str, world: World) -> bool:
    """ "Yang kemarin masih mau sy lanjut", "ya jelas itu tempatnya …": of this talk, whatever else such words mean."""
    return bool(world.wishing) and one_of(world.wishing["percakapan"]).search(text) is not None


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


_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CLAUSE = re.compile(r"[,.;!?\n]+(?!\d)")
_SINCE = frozenset({"sejak", "semenjak", "sedari"})  # "mulai" may begin a wish, "dari" says where
_TAILS = ("nya", "na", "mi", "kah")
_LONGEST = 8  # words; what is longer tells something
_SHORTEST = 3  # letters of a word that names something


def gives_up(text: str, told: Iterable[str], world: World) -> bool:
    """Whether all of it gives up one thing that is named: pointed at, or told before (`told`: the words so far)."""
    clauses = [clause for clause in map(_words, _CLAUSE.split(text)) if clause]
    known = {word for words in told for word in map(_bare, _words(words))}
    short = sum(map(len, clauses)) <= _LONGEST
    return bool(clauses) and short and all(_gives_up(clause, known, world) for clause in clauses)


def _gives_up(words: list[str], known: set[str], world: World) -> bool:
    sorts, said = world.wishing, f" {' '.join(words)} "
    plain = {word for phrase in sorts["urung"] if f" {phrase} " in said for word in phrase.split()}
    only_pointed = {word for word in words if word in sorts["urung_yang"]}
    polite = world.oneself | world.nodding | sorts["iringan"] | plain | only_pointed
    names = [word for word in words if word not in polite and len(word) >= _SHORTEST]
    if (not plain and not only_pointed) or not names or not sorts["tujuan"].isdisjoint(words):
        return False
    pointed = {after for before, after in pairwise(words) if before in sorts["penunjuk"]} - sorts["bukan_barang"]
    return bool(pointed.intersection(names)) or (bool(plain) and [_bare(name) in known for name in names] == [True])


def asks_what_is_written(text: str, world: World) -> bool:
    """Whether somebody asks, in few words, what stands there."""
    sorts, words = world.wishing, _words(text)
    asking = sorts["menanyakan"]
    if len(words) > _LONGEST:
        return False
    asks = "?" in text or any(word in asking or word.endswith("kah") for word in words)
    return asks and any(_bare(word) in sorts["tercatat"] for word in words)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _bare(word: str) -> str:
    """The word without what has grown to it."""
    return next((word.removesuffix(tail) for tail in _TAILS if word.endswith(tail) and len(word) > len(tail) + 3), word)


def with_far_landmark(scene: Scene, question: Question, reading: Took) -> Took:
    """Where a place is still to be named what it is near to is kept as it was said."""
    known = {question.key, *scene.values, *reading.also}
    places = {each.key: getattr(each.params, "completes", None) for each in scene.shown}
    far = [key for key in reading.also if (places.get(key) or question.key) not in known]
    also = {key: value for key, value in reading.also.items() if key not in far}
    return replace(reading, also=also, left=reading.left or ", ".join(reading.also[key]["text"] for key in far))

""" "Harapannya tangga semen", "jumlahnya 35 rumah", "70 KK yang benar", over the card or after sending: what is told
anew takes the place of the answer that stands there. What says what was wrong is put right elsewhere."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.correcting.corrections import New, ask_which, exchange, fitting_now, named, put_in_place
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.correcting.wrong_words import mended
from bot.core.flow.scene import REVIEW, Scene, ask_about, kind_of, names_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Flow, Question, Reading, Took, Unsure
from bot.core.forms.say import Step
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.spelt import either
from bot.core.understanding.tongue import tongue_of

_OF_IT = "nya"
_LONGEST, _LONGEST_NAME, _TELLS = 40, 5, 2  # words
_PLACE, _SHORT = "wilayah", 60  # characters, of another place
_BARE = 4  # words
_SENTENCE = re.compile(r"[.;!?\n]+(?!\d)")
_CLAUSE, _FIGURE = re.compile(r"[,.;!\n]+(?!\d)"), re.compile(r"\d[\d.,]*(?:\s+[^\W\d]+)?")
_LONGEST_COUNT, _LONGEST_RIGHT = 8, 12  # words, of a number that is told anew
COUNTED = frozenset({"orang", "ukuran"})


def exchanged(scene: Scene, heard: Typed) -> Step | None:
    """None where no answer is named, or nothing new is told of it. The story itself is told on, and never replaced."""
    elsewhere = another_place(scene, heard)
    if elsewhere is not None or (elsewhere := _right_count(scene, heard)) is not None:
        return elsewhere
    is_open = scene.target == REVIEW and "cancel" not in scene.state.pending
    if not is_open or len(heard.text.split()) > _LONGEST or is_question(heard.text, scene.world, free=False):
        return None
    return named_alone(scene, heard) or _counted(scene, heard) or _story_goes_on(scene, heard)


def _story_goes_on(scene: Scene, heard: Typed) -> Step | None:
    """ "Ceritanya jalan rusak sejak 2019": behind what stands there."""
    story = next((one for one in scene.shown if kind_of(one).story), None)
    is_new = scene.world.ear is None or not scene.world.ear.corrects(heard.text)
    more = _told_of(scene, story, heard.text) if is_new and story is not None and story.key in scene.values else ""
    old = scene.values[story.key] if story is not None and more else {}
    if story is None or len(more.split()) < _TELLS or not old.get("text"):
        return None
    return put_in_place(scene, story, heard, New({**old, "text": f"{old['text'].rstrip('.')}, {more}"}, {}))


def last_of_it(scene: Scene, heard: Typed) -> Typed | None:
    """ "Kok harapannya itu les, bukan. harapannya posyandu": what is complained of first is told anew in the last
    sentence. None where no answer is named twice."""
    if scene.target != REVIEW or len(heard.text.split()) > _LONGEST:
        return None
    *before, last = [one.strip() for one in _SENTENCE.split(heard.text) if one.strip()] or [""]
    asked = first_named(scene.flow, last) if before else None
    said = {word for one in before for word in re.findall(r"\w+", one.lower())}
    denying = scene.world.denying["bukan"] | scene.world.wrong
    is_denied = asked is not None and not said.isdisjoint(names_of(asked.title)) and not said.isdisjoint(denying)
    return replace(heard, text=last) if is_denied else None


def another_place(scene: Scene, heard: Typed) -> Step | None:
    """ "Desa Saruran", where a story is asked for, or something that is no place and has certain answers only; "salah,
    maiwa pak", where the desa is."""
    asked, ear = scene.asked, scene.world.ear
    if asked is None or ear is None or asked is not scene.open or len(heard.text) > _SHORT:
        return None
    if (named := first_named(scene.flow, heard.text)) is not None and named.kind != _PLACE:
        return None  # "harapan kami bukan itu" names no Puncak Harapan
    turns = ear.announces(heard.text)  # "eh Kalosi Barat maksudku"
    is_bare = turns and len(heard.text.split()) <= _BARE  # "bukan di X tapi Y" changes the story, too
    heard = replace(heard, text=ear.corrected(heard.text)) if turns else heard
    if asked.kind == _PLACE and not (is_bare and isinstance(_read(scene, asked, heard), Unsure)):
        return None
    lead = begun_with(heard.text, frozenset(scene.world.spellings.common.politely)).split()  # "oh iya dusunnya Kabere"
    heard = replace(heard, text=" ".join(heard.text.split()[len(lead) :]))
    words, levels = key_of(heard.text).split(), vars(scene.world.spellings.places)
    if (kind_of(asked).free and not kind_of(asked).story) or not 1 <= len(words) - (not turns) < _LONGEST_NAME:
        return None
    told = [one for one in scene.shown if one.kind == _PLACE and one.key in scene.values]
    called = [one for one in told if words[0] in levels[one.params.level]]
    found = (_place_told(scene, one, heard) for one in called or (reversed(told) if turns else ()))
    return next(filter(None, found), None)


def _place_told(scene: Scene, question: Question, heard: Typed) -> Step | None:
    reading = _read(scene, question, heard)
    told = isinstance(reading, Took) and reading.then is None and not reading.left
    if not isinstance(reading, Took) or not told or reading.value in (None, scene.values[question.key]):
        return None
    return put_in_place(scene, question, heard, New(reading.value, reading.also))


def _read(scene: Scene, question: Question, heard: Typed) -> Reading:
    return kind_of(question).read(replace(ask_about(scene, question), mine=None), heard)


def named_alone(scene: Scene, heard: Typed) -> Step | None:
    """What is told behind the name of an answer, wherever the form stands."""
    story = next((one for one in scene.shown if kind_of(one).story), None)
    for question in scene.shown:
        is_there = question.key in scene.values and question is not story
        rest = _told_of(scene, question, heard.text) if is_there else ""
        if rest and (new := _in_its_words(scene, question, heard.text)) is not None:
            return put_in_place(scene, question, heard, new)
        reading = kind_of(question).read(ask_about(scene, question), Typed(rest, heard.message)) if rest else None
        if isinstance(reading, Took) and reading.value not in (None, scene.values[question.key]):
            return put_in_place(scene, question, heard, New(reading.value, {}))
    return None


def without_opening(scene: Scene, heard: Typed) -> Typed:
    """ "Ralat, harapanku dibuatkan gedung", where just that is asked for: what is hoped for alone."""
    asked = scene.asked
    lead = begun_with(heard.text, scene.world.spellings.common.announcing)
    if asked is None or not lead or not kind_of(asked).free or kind_of(asked).verbatim:
        return heard
    told = heard.text[len(lead) :]
    told = told[len(begun_with(told, names_of(asked.title))) :].strip(" :,") or told
    return replace(heard, text=told) if told else heard


def _in_its_words(scene: Scene, question: Question, text: str) -> New | None:
    """ "Harapannya sejak September, bukan Agustus": what else it tells stands."""
    ear, words, old = scene.world.ear, scene.world.exchanging, scene.values[question.key]
    wrong = ear.denied(text) if ear is not None and words and isinstance(old, dict) and old.get("text") else ""
    if ear is None or not wrong:
        return None
    right = ear.corrected(_told_of(scene, question, text))
    put = f"{min(words['menyangkal'])} {wrong} {min(words['tetapi'])} {right}"
    found = mended({question.key: old}, put, scene.world)
    return New(found.told[question.key], {}) if found is not None else None


def _counted(scene: Scene, heard: Typed) -> Step | None:
    """A number behind the name of the answer that it is, or of which it is said that it is the right one."""
    ear, words = scene.world.ear, heard.text.split()
    if ear is None or not 0 < len(words) <= _LONGEST_COUNT or ear.adds(heard.text) or ear.denied(heard.text):
        return None
    if key_of(words[0]).endswith(_OF_IT) or _only_counts(scene, " ".join(words[1:])):
        keys = [name.partition(".")[0] for name in ear.named(words[0])]
        meant = [one for one in scene.shown if one.key in keys and one.kind in COUNTED and one.key in scene.values]
        if meant or key_of(words[0]).endswith(_OF_IT):
            return named(scene, heard, surely=True) if meant else None
    new, names = (
        replace(heard, text=ear.corrected(heard.text)),
        {name.partition(".")[0] for name in ear.named(heard.text)},
    )
    if not (ear.corrects(heard.text) == "sure" or (ear.announces(heard.text) and _only_counts(scene, new.text))):
        return None
    fitting = [one for one in fitting_now(scene, new) if one.kind in COUNTED and (not names or one.key in names)]
    if len(fitting) != 1:
        return ask_which(scene, fitting, new) if fitting else None
    return exchange(scene, fitting[0], new)


def _right_count(scene: Scene, heard: Typed) -> Step | None:
    """ "Kurang itu 3 unit. 5 unit yang betul", where any words are an answer: nothing but a number that is said to be
    the right one, and the one that stood there; what a story told is put right in its words."""
    ear, asked = scene.world.ear, scene.asked
    free = asked is not None and kind_of(asked).free and not kind_of(asked).verbatim
    if ear is None or not free or len(heard.text.split()) > _LONGEST_RIGHT or ear.corrects(heard.text) != "sure":
        return None
    polite = rf"(?:\s+(?:{either(scene.world.spellings.common.noise)}))+\s*$"
    clauses = [re.sub(polite, "", one, flags=re.IGNORECASE) for one in _CLAUSE.split(heard.text) if one.strip()]
    marked = [one for one in clauses if ear.corrects(one) == "sure" and _FIGURE.search(one)]
    new = replace(heard, text=ear.corrected(marked[0]) if len(marked) == 1 else "")
    if not _FIGURE.search(new.text) or not _only_counts(scene, new.text):
        return None
    fitting = [one for one in fitting_now(scene, new) if one.kind in COUNTED]
    before = [_FIGURE.findall(one) for one in clauses if one not in marked]
    if not before and any(scene.state.answers[one.key].told_in for one in fitting if one.key in scene.values):
        return None
    stood = len(fitting) == 1 and all(len(one) == 1 and stands(scene, fitting[0], one[0]) for one in before)
    return exchange(scene, fitting[0], new) if stood else None


def _only_counts(scene: Scene, text: str) -> bool:
    """ "Eh 45 orang, 12 KK", and not "maaf, 7 anak juga sakit"."""
    tongue = tongue_of(scene.world.spellings)
    lexicons = (tongue.people_grammar.words, tongue.volume_grammar.words)
    words = re.findall(r"[^\W\d_]+", text.lower())
    return all(any(one.find(one.stem(word)) or one.numerals.atoms_of(word) for one in lexicons) for word in words)


def is_named(flow: Flow, text: str) -> bool:
    """Cheaply: whether it begins with what an answer of this form is called."""
    return first_named(flow, text) is not None


def first_named(flow: Flow, text: str) -> Question | None:
    spoken = f"{' '.join(map(key_of, text.split()[:_LONGEST_NAME]))} "
    return next((one for one in flow.questions if spoken.startswith(_leads_of(one.title))), None)


@lru_cache(maxsize=256)
def _leads_of(title: str) -> tuple[str, ...]:
    return tuple(f"{name} " for name in names_of(title))


def _told_of(scene: Scene, question: Question, text: str) -> str:
    """What is told behind its name; without what is said to be wrong, of "Hasan bukan Baso"."""
    kind, world, words = kind_of(question), scene.world, text.split()
    opening = world.wrong | {*world.spellings.common.announcing}
    while words and key_of(words[0]) in opening:  # "salah itu harapannya, yang saya mau …"
        words = words[1:]
    spoken = " ".join([*map(key_of, words), ""])
    named = [one for one in names_of(question.title) if spoken.startswith(f"{one} ")]
    if not named or not kind.free or kind.rest or kind.gathers:
        return ""
    told = words[len(named[0].split()) :]
    while told and (key_of(told[0]) in world.oneself or not key_of(told[0])):
        told = told[1:]
    lead = begun_with(" ".join(told), world.exchanging["menjadi"])
    told = told[len(lead.split()) :] if len(told) > len(lead.split()) else told
    rest, beside = " ".join(told), world.wrong | world.finished | world.oneself
    if not told or key_of(told[0]) in world.finished or beside.issuperset(key_of(rest).split()):
        return ""
    if (world.taking_out["kata"] | world.taking_out["iringan"]).issuperset(key_of(rest).split()):
        return ""  # "patokannya kosongkan saja"
    ear = world.ear
    if ear is None:
        return rest
    old = scene.values[question.key]
    wrong, before = key_of(ear.denied(rest)), key_of(str(old.get("text", ""))) if isinstance(old, dict) else ""
    announced = key_of(told[0]) in world.wrong and ear.announces(rest)  # "salah itu, mestinya pipa"; not "tidak ada wc"
    is_wrong = (wrong and wrong in before) or announced
    is_wrong = is_wrong or (not wrong and ear.corrects(rest) == "sure")  # "ganti jadi pipa"
    return "" if ear.adds(text) and not lead else ear.corrected(rest) if is_wrong else rest

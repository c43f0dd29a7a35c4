"""What is said to be wrong, with what is right behind it: "yang 100 itu salah, 10 saja", "betul. maret itu keliru,
januari", "yang 8 bulan itu eh sudah setahun". It is said as any other correction is: just that makes way which stands
in what was told, and nothing around it. Why it was told wrong is nobody's business."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.core.flow.correcting.numbers.number_in_story import Number, accounts_for, numbers_in
from bot.core.flow.correcting.said_to_go import asks_deed, said_in, tells_why
from bot.core.flow.correcting.what_stands import is_more, stands
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import FIRST, Scene, answers
from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.stories.counted_alike import counts, measures
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.wished import is_wished

_LONGEST, _SHORT, _FEW = 24, 6, 3  # words: of such a message; of one that denies; that say what the number is of
_WORD = 3  # words, at most, of what makes way and of what takes its place
_UNIT = re.compile(r"\s*([^\W\d_]{2,})")
_COMMA, _SENTENCE = re.compile(r"[,;.]\s+"), re.compile(r"[.;!?\n]+(?!\d)")
_WORD_TOLD = re.compile(r"[\w-]+(?:[.,]\d+)*")
_PAUSE = re.compile(r"[^\w]*[,;.:]")


class Mistake(NamedTuple):
    """What is said to be wrong, and right; whether a pause parts them, or a word that says so."""

    wrong: str
    right: str
    parted: bool


def in_our_words(scene: Scene, text: str) -> str:
    """The same as "bukan 100 KK tapi 10 KK"; unchanged where nothing that was told is so, or more is said."""
    words = scene.world.exchanging
    if not words or len(text.split()) > _LONGEST or "?" in text:
        return text
    said = without_yes(scene.world, text)
    if not words["jangan"].isdisjoint(said_in(said)) and (put := _one_word(scene, said)):
        return put
    if not scene.world.denying["bukan"].isdisjoint(said_in(said)):
        put = _not_all(scene, said) or _denied(scene, said) or _one_word(scene, said) or text
        return text if is_more(scene.world, said) else put
    if one_of(words["keliru"] | words["ganti"]).search(said):
        for wrong, right in pairwise(numbers_in(said, scene.world)):
            if not _is_exchange(scene, said, wrong, right):
                continue
            unit = _unit_told(scene, said, wrong)
            return text if unit is None else _said(scene.world, said, wrong, right, unit)
    return _not_all(scene, said) or _of_words(scene, said) or text


def may_be(world: World, text: str) -> bool:
    """Cheaply: whether something is said to be wrong, and right."""
    if not world.exchanging or len(text.split()) > _LONGEST or "?" in text:
        return False
    return _denies_some(world, text) or _mistake(world, without_yes(world, text)) is not None


def _denies_some(world: World, text: str) -> bool:
    no = world.denying["bukan"] | {*world.spellings.choices.no}
    return _points_at_no(world.exchanging["menunjuk"], frozenset(no)).search(text) is not None


@lru_cache(maxsize=2)
def _points_at_no(points: frozenset[str], no: frozenset[str]) -> re.Pattern[str]:
    """ "40 rumah itu bukan …"."""
    return re.compile(rf"\b(?:{either(points)})\s+(?:{either(no)})\b", re.IGNORECASE)


def without_yes(world: World, text: str) -> str:
    """ "Iya benar. yang tiga bulan itu salah, enam bulan"."""
    first, mark, behind = text.partition(". ") if ". " in text else text.partition(", ")
    said = said_in(first)
    agrees = bool(said) and said[0] in world.agreeing["ya"] | world.of_talking["angguk"]
    beside = world.agreeing["ya"] | world.of_talking["angguk"] | world.nodding
    return behind if mark and agrees and beside.issuperset(said) else text


def unclear(scene: Scene, text: str) -> tuple[str, str] | None:
    """The question in whose words it stands once, and the words as they would be, where it is not plain that both are
    of the same: that is asked."""
    found = _mistake(scene.world, without_yes(scene.world, text)) if len(text.split()) <= _LONGEST else None
    if found is None or not found.parted or is_wished(found.right, scene.world):
        return None
    if counts(found.wrong, scene.world) and not counts(found.right, scene.world):
        return None
    told = {key: str(scene.values[key]["text"]) for key in in_own_words(scene)}
    places = [(key, one) for key, each in told.items() for one in _at(found.wrong).finditer(each)]
    texts = [(key, f"{told[key][: at.start()]}{found.right}{told[key][at.end() :]}") for key, at in places]
    return texts[0] if len(texts) == 1 else None


def _one_word(scene: Scene, text: str) -> str:
    """ "Pipanya bukan pecah, bocor saja", "yang bener bocor bukan pecah, berapa kali kubilang": a word that was told,
    beside what it is said of and what only complains. It may be the answer, or a part of it: "bukan jalan, air"."""
    ear, small, words = scene.world.ear, _small(scene.world), scene.world.exchanging
    if ear is None or (scene.target != FIRST and any(answers(scene, one) for one in (text, *_COMMA.split(text)))):
        return ""
    if asks_deed(scene.world, text) or not scene.world.taking_out["foto"].isdisjoint(said_in(text)):
        return ""  # "foto hapus, itu bukan rumah saya"
    told = _as_told(scene, _trimmed(ear.denied(text), small))
    clauses = [_trimmed(one, small) for one in _COMMA.split(ear.corrected(text))]
    said = said_in(" ".join(_told(scene)))
    right = [one for one in clauses if one and not one_of(words["kubilang"]).search(one)]
    right = right[1:] if len(right) > 1 and right[0].lower().removesuffix("nya") in said else right
    is_one = told and len(right) == 1 and len(right[0].split()) <= _WORD and right[0].lower() not in said
    if not is_one or ear.named(right[0]) or any(counts(one, scene.world) for one in (told, right[0].partition(" ")[0])):
        return ""
    return _as_correction(scene.world, told, right[0])


def _of_words(scene: Scene, text: str) -> str:
    """ "Maret itu keliru, januari": of the same sort, and told before."""
    found = _mistake(scene.world, text)
    told = _as_told(scene, found.wrong) if found is not None and _is_alike(scene.world, found) else ""
    return _as_correction(scene.world, told, found.right) if found is not None and told else ""


def _mistake(world: World, text: str) -> Mistake | None:
    words = world.exchanging
    found = one_of(words["keliru"]).search(text) or _turn(words["menunjuk"], words["berbalik"]).search(text)
    if found is None or _SENTENCE.search(text[: found.start()]):
        return None
    small = _small(world)
    wrong, (first, *others) = _trimmed(text[: found.start()], small), _COMMA.split(text[found.end() :])
    parted = _PAUSE.match(text[found.end() :]) is not None or found.re is not one_of(words["keliru"]).pattern
    parted = parted or one_of(words["sebenarnya"]).match(first.strip()) is not None
    right = _trimmed(first, small)
    if (told := one_of(words["kubilang"]).match(first.strip())) is not None and others:
        wrong, right, parted, *others = right[told.end() :].strip(), _trimmed(others[0], small), True, *others[1:]
    if not right and others:
        right, parted, *others = _trimmed(others[0], small), True, *others[1:]
    only_why = all(tells_why(world, one) for one in others if said_in(one)) and not tells_why(world, right)
    return Mistake(wrong, right, parted) if wrong and right and only_why else None


@lru_cache(maxsize=2)
def _turn(points: frozenset[str], turning: frozenset[str]) -> re.Pattern[str]:
    """ "Yang 8 bulan itu eh sudah setahun"."""
    return re.compile(rf"(?<=\w)\s+(?:{either(points)})[\s,.…]+(?:{either(turning)})\b", re.IGNORECASE)


def _trimmed(text: str, small: frozenset[str]) -> str:
    """Without the small words around it."""
    told = list(_WORD_TOLD.finditer(text))
    while told and told[0][0].lower() in small:
        told = told[1:]
    while told and told[-1][0].lower() in small:
        told = told[:-1]
    return text[told[0].start() : told[-1].end()] if told else ""


def _is_alike(world: World, found: Mistake) -> bool:
    """A number or a span of time for another, a month for a month; a few words for a few, where that is plain."""
    pair = (found.wrong, found.right)
    if any(len(one.split()) > _WORD for one in pair):
        return False
    counted = [counts(one, world) for one in pair]
    if any(counted) or _of_one_sort(world, *pair):
        return all(counted) or not any(counted)
    spoilt = (any(is_complaint(word, world) for word in said_in(one)) for one in pair)
    return found.parted and len(set(spoilt)) == 1 and not is_wished(found.right, world)


def _of_one_sort(world: World, wrong: str, right: str) -> bool:
    days = world.spellings.days
    sorts = ({word for told in sort.values() for word in told} for sort in (days.months, days.weekdays))
    return any({wrong.lower(), right.lower()} <= sort for sort in sorts)


def _as_told(scene: Scene, wrong: str) -> str:
    """How it stands there: "3 orang mati" of "tiga orang mati"; empty where it does not."""
    tongue, count = tongue_of(scene.world.spellings), len(wrong.split())
    said = in_figures(wrong, tongue).lower()
    for told in _told(scene):
        words = list(_WORD_TOLD.finditer(told))
        for size in (count, count - 1, count + 1):
            for at in range(len(words) - size + 1) if size else ():
                part = told[words[at].start() : words[at + size - 1].end()]
                if in_figures(part, tongue).lower() == said:
                    return part
    return ""


def _at(wrong: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){re.escape(wrong)}(?!\w)", re.IGNORECASE)


def _told(scene: Scene) -> list[str]:
    """What was told at length, also what may be the story."""
    first = scene.state.pending["first"]["answers"].values() if scene.target == FIRST else ()
    values = [scene.values[key] for key in in_own_words(scene)] + [one["value"] for one in first]
    return [str(value.get("text", "")) for value in values]


def _as_correction(world: World, wrong: str, right: str) -> str:
    return f"{min(world.exchanging['menyangkal'])} {wrong} {min(world.exchanging['tetapi'])} {right}"


def _denied(scene: Scene, text: str) -> str:
    """ "Bukan maret, januari" is nobody's hope, where that stands, and no no to a reader; "dan sudah setahun, bukan 8
    bulan" says how long."""
    ear, small = scene.world.ear, _small(scene.world)
    if ear is None or len(text.split()) > _SHORT:
        return ""
    small |= scene.world.exchanging["dan"]
    wrong, right = (_trimmed(each, small) for each in (ear.denied(text), ear.corrected(text)))
    same = _of_one_sort(scene.world, wrong, right)
    same = same or (counts(wrong, scene.world) and right.lower() in scene.world.exchanging["sekali"])
    told = _as_told(scene, wrong) if same else ""
    return _as_correction(scene.world, told, right) if told else ""


def _not_all(scene: Scene, text: str) -> str:
    """ "25 anggota itu tidak semua kena, 18 saja", "40 rumah itu bukan yg gelap semua, paling 30"."""
    world, clauses = scene.world, _COMMA.split(text) if _denies_some(scene.world, text) else []
    numbers = [numbers_in(one, world) for one in clauses]
    if [len(one) for one in numbers] != [1, 1]:
        return ""
    wrong, right = (one[0] for one in numbers)
    unit, small = _unit(clauses[0], wrong, world), _small(world)
    behind = said_in(clauses[0][wrong.end + len(unit) :])
    no = world.denying["bukan"] | {*world.spellings.choices.no}
    points = behind[:1] and behind[0] in world.exchanging["menunjuk"] and not no.isdisjoint(behind)
    alone = not _trimmed(clauses[0][: wrong.start], small) and small.issuperset(
        said_in(clauses[1].replace(clauses[1][right.start : right.end] + _unit(clauses[1], right, world), " "))
    )
    told = _unit_told(scene, text, wrong) if points and alone else None
    return "" if told is None else _as_correction(world, f"{wrong.value}{told}", str(right.value))


def _is_exchange(scene: Scene, text: str, wrong: Number, right: Number) -> bool:
    """Whether only that stands between both and around them."""
    words, beside = scene.world.exchanging, _small(scene.world)
    if wrong.value == right.value and _unit(text, wrong, scene.world) == _unit(text, right, scene.world):
        return False
    between = text[wrong.end + len(_unit(text, wrong, scene.world)) : right.start]
    mistaken, said = one_of(words["keliru"]).subn(" ", between)
    if not said:  # "yang 200 KK itu diganti 20 KK": it has to be pointed at
        mistaken, said = one_of(words["ganti"]).subn(" ", between)
        said = said if one_of(words["menunjuk"]).search(between) else 0
    front, behind = text[: wrong.start], text[right.end + len(_unit(text, right, scene.world)) :]
    if not said and between.strip():  # "salah ka bilang 40 rumah itu 50"
        said = all(one_of(words[sort]).search(front) for sort in ("keliru", "kubilang"))
    first, *others = _COMMA.split(behind)
    if any(said_in(one) for one in _SENTENCE.split(front)[:-1]):
        return False  # an answer stands before it
    denies = scene.world.denying["bukan"].intersection(said_in(front))
    if not said or denies or not beside.issuperset(said_in(mistaken)):
        return False
    few = all(len([one for one in said_in(part) if one not in beside]) <= _FEW for part in (front, first))
    others = [one for one in others if said_in(one) and not accounts_for(scene.world, one, wrong, right)]
    return few and all(tells_why(scene.world, one) for one in others)


def _small(world: World) -> frozenset[str]:
    words = world.exchanging
    told = words["iringan"] | words["menunjuk"] | words["sebenarnya"] | words["jadi"] | world.oneself | world.nodding
    return frozenset(one for each in told for one in said_in(each)) | {*world.spellings.common.noise}


def _unit(text: str, at: Number, world: World) -> str:
    """What is counted, as it stands behind the number."""
    found = _UNIT.match(text, at.end)
    small = _small(world) | world.exchanging["keliru"] | world.exchanging["ganti"]
    return found[0] if found is not None and found[1].lower() not in small else ""


def _unit_told(scene: Scene, text: str, wrong: Number) -> str | None:
    """What was counted so often, as it was told: "2 thn" of "2 tahun", "500 orang" of "500 petani"; None where nothing
    was. Of several the one that is said again."""
    units = [
        _unit(one, at, scene.world)
        for one in _told(scene)
        for at in numbers_in(one, scene.world)
        if at.value == wrong.value
    ]
    said = _unit(text, wrong, scene.world)
    if units:
        return said if said in units or len(set(units)) > 1 else units[0]
    told = [one for one in scene.shown if one.key in scene.values]
    ways = (unit for unit in (said, "") if any(stands(scene, one, f"{wrong.value}{unit}") for one in told))
    return next(ways, None)


def _said(world: World, text: str, wrong: Number, right: Number, unit: str) -> str:
    new = _unit(text, right, world)
    lasts = new.strip().lower() in world.spellings.stories.lengths  # "2 minggu itu salah, 2 bulan"
    if unit and not (lasts or (new and measures(f"{right.value}{new}", world))):  # "2 km itu kelebihan, 150 meter"
        new = unit
    old, right_one = (text[at.start : at.end] for at in (wrong, right))
    return _as_correction(world, f"{old}{unit}", f"{right_one}{new}")

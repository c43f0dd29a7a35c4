"""What was told is put right in a sentence of its own, beside an answer: "dicor. bukan 500 KK, 120 KK". The rest is
heard as if it stood alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.core.flow.controls import again
from bot.core.flow.correcting import mistaken, named_anew, photo_gone, story_anew, words_exchanged, wrong_words
from bot.core.flow.correcting.corrections import exchanged, named
from bot.core.flow.correcting.found_to_go import what_is_asked, words_in
from bot.core.flow.correcting.numbers.number_gone import closed_gone
from bot.core.flow.correcting.said_to_go import asks_deed, only_says_why, tells_why
from bot.core.flow.correcting.taking_out import at_once, goes, goes_jointly, is_unfound
from bot.core.flow.correcting.what_stands import is_more, stands
from bot.core.flow.heard.added import by_its_name
from bot.core.flow.heard.another import telling
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Wish, Words
from bot.core.forms.world import World
from bot.core.forms.writing import SENTENCE, key_of
from bot.core.spelt import either
from bot.core.stories.counted_alike import counts
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.amounts.undone import as_denied, as_exchanged
from bot.core.understanding.formal import in_plain_words
from bot.core.understanding.tongue import tongue_of

_CLAUSE = re.compile(r"(?:[^,]|(?<=\d),(?=\d))+")
_MOST, _LONGEST = 4, 60  # sentences, and words of all of them; what is longer tells a story
_NUMBER = re.compile(r"\d")
_FIRST_WORD = re.compile(r"^\W*(\w+).*$", re.DOTALL)
_PEOPLE = "orang"


class Beside(NamedTuple):
    """`said`: what was put right, or taken; `left`: what else was said; `wishes`: what was asked with it."""

    scene: Scene
    left: str
    said: tuple[Words, ...]
    changed: tuple[str, ...]
    wishes: tuple[Wish, ...] = ()


def put_right(scene: Scene, heard: Typed) -> Beside | None:
    """None where nothing is put right, or nothing else is said."""
    if not _may_hold(scene, heard):
        return None
    sentences = [part for one in SENTENCE.findall(heard.text) for part in _mistaken_apart(scene, one.strip())]
    if (anew := story_anew.starts_at(scene, heard.text)) and scene.target != FIRST:
        sentences = [heard.text[:anew].strip(), heard.text[anew:]]
    elif asks_deed(scene.world, heard.text):
        sentences = [part for one in sentences for part in _clauses(scene.world, one)]
    if not 2 <= len(sentences) <= _MOST or _is_of_one(scene, heard):
        return None
    now, said, changed, left = scene, list[Words](), tuple[str, ...](), list[str]()
    for sentence in sentences:
        one = plainly(now, replace(heard, text=sentence))
        step, rest = at_once(now, one), ""
        at = _just_told(now, left, sentence) if step is not None and is_unfound(step) else None
        if at is not None:
            said.append(Words("mesin.tidak_dicatat", {"isi": left.pop(at).strip(" ,.;")}))
            continue
        if step is None and now.target != FIRST:
            step, rest = _corrected_in(now, one)
            step = step or story_anew.told_anew(now, one)
            step = step or named_anew.another_place(now, one)  # "dusunnya Botto Lipang nak. diaspal saja"
            step = step or _named_before(now, one)
            if step is None and now.target == REVIEW:
                step = wrong_words.put_right(now, one)  # "genteng, bukan seng! Dan jumlahnya 25 anak"
        if step is None:
            left += [] if said and tells_why(scene.world, sentence) else [sentence]
            continue
        left += [rest] if rest else []
        said += [say.lead for say in step.say if say.lead and say.lead not in said][:1]
        now, changed = look(scene.flow, step.state, scene.world), (*changed, *step.changed)
    told = " ".join(one for one in left if not (said and only_says_why(scene.world, one))).strip(" ,")
    tells = not scene.world.wrong.issuperset(telling(told, scene.world))
    is_one = not said or (not tells and (bool(told) or len(said) == 1 or goes(scene, heard.text)))
    return None if is_one else Beside(now, told, tuple(said), changed)


def _clauses(world: World, sentence: str) -> list[str]:
    """ "Tenaga juga, bukan cuma tanah" says one thing."""
    found: list[str] = []
    for clause in (part.strip() for part in _CLAUSE.findall(sentence)):
        both = f"{found[-1]}, {clause}" if found else ""
        if both and not asks_deed(world, both) and is_more(world, both):
            found[-1] = both
        else:
            found.append(clause)
    return found


def _is_of_one(scene: Scene, heard: Typed) -> bool:
    """ "Dusunnya belum yakin, kosongkan saja"."""
    if goes_jointly(scene, heard.text) or photo_gone.meant(scene, heard.text) is not None:
        return True
    return closed_gone(scene, heard.text) is not None


def _mistaken_apart(scene: Scene, sentence: str) -> list[str]:
    """ "Lampunya diganti baru, 40 rumah itu bukan yg gelap semua, paling 30": what is said to be wrong stands alone."""
    if scene.target == FIRST or not mistaken.may_be(scene.world, sentence):
        return [sentence]
    for at in (found.end() for found in _CLAUSE.finditer(sentence) if found.end() < len(sentence)):
        behind = sentence[at:].strip(" ,")
        if mistaken.in_our_words(scene, behind) != behind:
            return [sentence[:at], behind]
    return [sentence]


def _just_told(scene: Scene, left: Sequence[str], sentence: str) -> int | None:
    """ "… dan gorong2 tersumbat. yang gorong2 itu saya tarik": which part of the same message goes, if it is one."""
    named = what_is_asked(scene, sentence)
    holding = ([at for at, one in enumerate(left) if words and words <= words_in(scene, one)] for words in named)
    return next((found[0] for found in holding if len(found) == 1), None)


def plainly(scene: Scene, heard: Typed) -> Typed:
    """ "Itu 5 ruangan di ceritanya ganti 6": the same as a correction in our own words."""
    asked = scene.asked
    if asked is not None and kind_of(asked).verbatim:
        return heard
    pointing = asked is not None and kind_of(asked).free
    formal = heard.text
    if scene.flow.hears:
        formal = by_its_name(scene, in_plain_words(formal, scene.world.spellings.common, free=pointing))
    text = as_exchanged(as_denied(formal, scene.world), scene.world, pointing=pointing)
    text = text if text != heard.text else words_exchanged.in_our_words(scene, text)
    return replace(heard, text=_without_denied_sex(text, scene.world) if _is_counted(scene) else text)


def _is_counted(scene: Scene) -> bool:
    return scene.asked is not None and scene.asked.kind == _PEOPLE


def _without_denied_sex(text: str, world: World) -> str:
    """ "60 ibu, 30 balita. bukan laki2": what was offered before is denied, and something else is counted."""
    denied, people = world.denying["bukan"], world.spellings.people
    if not denied:
        return text
    sex = rf"[,.;\s]+\s*(?:{either(denied)})\s+(?:{either((*people.male, *people.female))})2?(?:nya)?\b[\s.!]*$"
    left = re.sub(sex, "", text, flags=re.IGNORECASE)
    return left if _NUMBER.search(left) else text


def go_on(beside: Beside, heard: Typed, read: Callable[[Scene, Typed], Step]) -> Step:
    """The rest as `read` makes it, else what is open once more, with what was put right above it."""
    rest = read(beside.scene, replace(heard, text=beside.left)) if beside.left else again(beside.scene)
    return _say_both(rest, beside)


def _say_both(step: Step, beside: Beside) -> Step:
    """Said back above what follows from the rest."""
    said = [*beside.said, *(say.lead for say in step.say[:1] if say.lead)]
    lead = Words("mesin.ralat_semua", {"isi": said}) if len(said) > 1 else next(iter(said), None)
    first = tuple(replace(say, lead=lead) for say in step.say[:1])
    wishes = (*step.wishes, *beside.wishes)
    return replace(step, say=(*first, *step.say[1:]), changed=(*beside.changed, *step.changed), wishes=wishes)


def _may_hold(scene: Scene, heard: Typed) -> bool:
    asked = scene.asked
    agrees = scene.target == FIRST and key_of(_FIRST_WORD.sub(r"\1", heard.text)) in scene.world.agreeing["ya"]
    if agrees or scene.target == STILL or "cancel" in scene.state.pending:
        return False
    if kind_of(asked).verbatim if asked is not None else scene.target not in (REVIEW, FIRST):
        return False
    return len(heard.text.split()) <= _LONGEST


def _corrected_in(scene: Scene, heard: Typed) -> tuple[Step | None, str]:
    """In the sentence, or in one clause of it ("ibu hamil 39 bukan 37, ada 2 tambahan"); and what the others tell."""
    clauses = [one.strip(" ,") for one in _CLAUSE.findall(heard.text)]
    for at, clause in enumerate((heard.text, *(clauses if len(clauses) > 1 else ()))):
        step = _corrected(scene, replace(heard, text=clause))
        if step is not None:
            return step, ", ".join(clauses[: at - 1] + clauses[at:]) if at else ""
    return None, ""


def _corrected(scene: Scene, heard: Typed) -> Step | None:
    """Only a figure in the place of one that stands there: "bukan diaspal tapi dirabat" may be what is hoped for."""
    ear, heard = scene.world.ear, _with_figures(scene.world, heard)
    wrong = ear.denied(heard.text) if ear is not None and ear.corrects(heard.text) else ""
    right = ear.corrected(heard.text) if ear is not None and wrong else ""
    if not (_NUMBER.search(wrong) and counts(right, scene.world)) or wrong in right:
        return None
    stood = any(stands(scene, one, wrong) for one in scene.shown if one.key in scene.values)
    step = exchanged(scene, heard, right) if stood else None
    return wrong_words.in_stories_too(scene, step, heard) if step else wrong_words.mend(scene, heard)


def _named_before(scene: Scene, heard: Typed) -> Step | None:
    """ "Oh iya dusunnya tadi saya tulis Bule, yang betul Biak", "tapi bukan Malua kecamatannya, Baraka": an answer is
    named and said to be wrong, beside that to what is asked."""
    ear, free = scene.world.ear, scene.asked is not None and kind_of(scene.asked).free
    if ear is None or free or not ear.named(heard.text) or not ear.corrects(heard.text) or ear.adds(heard.text):
        return None
    step = named(scene, heard) if ear.retells(heard.text) or ear.denied(heard.text) else None
    return step if step is not None and step.changed else None


def _with_figures(world: World, heard: Typed) -> Typed:
    """ "Bukan dua lusin, 30 pedagang" denies 24."""
    denies = not world.denying["bukan"].isdisjoint(key_of(heard.text).split())
    is_number = denies and _NUMBER.search(heard.text) is not None
    return replace(heard, text=in_figures(heard.text, tongue_of(world.spellings))) if is_number else heard

"""Which part of what was told is to go, by words that name it: only where these words stand in one clause of one thing
that was told, and something else is left of it. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.core.flow.correcting.gone_from_sent import telephone_gone
from bot.core.flow.correcting.said_to_go import (
    EDGES,
    WORD,
    as_deed,
    asks_deed,
    denied,
    is_not_to_stand,
    may_take_out,
    needless,
    said_in,
    tells_why,
    things,
    tidy,
)
from bot.core.flow.correcting.which_sentence import Span
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.digits import TO_CALL
from bot.core.spelt import either, one_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.own_age import tells_youth
from bot.core.understanding.tongue import tongue_of

CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[,.](?=\d))+[,.;!?]*\s*")  # "2,5 km" is no end of one
_FEWEST = 2  # words that stand there as they were told
_AGE = "umur"  # told by "sy 16 thn", too
_OWNED = re.compile(r"(?<=\w)nya$|(?<=\w{4})ku$")  # "ayamku" is the "ayam" that is named


class Gone(NamedTuple):
    """`left`: by question, the text without the clauses `gone`; None where nothing is left of it."""

    left: Mapping[str, str | None]
    gone: tuple[str, ...]
    places: tuple[Span, ...] = ()
    #: Each of them was named by itself.
    each: bool = False


def found_in(scene: Scene, text: str) -> Gone | None:
    """What these words take out of what was told. Numbers are read only where they may."""
    if (whole := _word_for_word(scene, text) or _said_again(scene, text)) is not None:
        return whole
    alone = _telephone(scene, text) or jointly(scene, text)
    return alone or next((found for one in what_is_asked(scene, text) if (found := _gone(scene, one))), None)


def jointly(scene: Scene, text: str) -> Gone | None:
    """ "Hapus soal kades sama soal utang": several things, each in a clause of its own."""
    said = things(scene.world, text) if may_take_out(scene.world, text) and asks_deed(scene.world, text) else []
    named = [words for one in said if (words := words_named(scene, one))]
    keys = in_own_words(scene) if len(named) > 1 else ()
    if not keys or any(next(_holding(scene, key, set().union(*named)), None) for key in keys):
        return None
    places = [[span for key in keys for span in _holding(scene, key, words)] for words in named]
    if not all(places):
        return None
    found = of_places(scene, sorted({span for spans in places for span in spans}))
    return None if None in found.left.values() else found._replace(each=all(len(spans) == 1 for spans in places))


def needless_in(scene: Scene, text: str) -> Gone | None:
    """ "Utang sy tidak usah pak", where that stands there."""
    named = words_named(scene, needless(scene.world, text))
    return _gone(scene, named) if named else None


def _telephone(scene: Scene, text: str) -> Gone | None:
    """A number to call goes alone, wherever it stands."""
    left = {key: str(value["text"]) for key, value in telephone_gone(scene, text).items()}
    told = [one for key in left for one in TO_CALL.findall(scene.values[key]["text"]) if one not in left[key]]
    return Gone(left, ("; ".join(dict.fromkeys(told)),)) if left else None


def _word_for_word(scene: Scene, text: str) -> Gone | None:
    """ "Hapus jangan dengar dia": what stands behind the deed just as it was told, and is not all of it."""
    places = stands_there(scene, text)
    found = of_places(scene, places[:1])
    is_head = bool(places) and places[0].start == 0 and len(list(_clauses(scene, places[0].key))) == 1
    return found if len(places) == 1 and not is_head and None not in found.left.values() else None


def _said_again(scene: Scene, text: str) -> Gone | None:
    """ "Iya, tapi yg jangan dulu dikirim jangan ditulis": one clause as it was told, which is not to stand there."""
    world, lower = scene.world, text.lower()
    if not world.taking_out:
        return None
    ties = re.compile(rf"^(?:(?:{either(world.taking_out['sambung'])})\s+)*", re.IGNORECASE)
    clauses = ((span, ties.sub("", span.text(scene)).lower()) for span in clauses_told(scene))
    said = [(span, told) for span, told in clauses if told in lower and len(told.split()) >= _FEWEST]
    if not said or not (is_not_to_stand(world, text) or asks_deed(world, text)):
        return None
    found = [span for span, told in said if asks_deed(world, lower.replace(told, " ", 1))]
    gone = of_places(scene, found) if len(found) == 1 else None
    return gone if gone is not None and None not in gone.left.values() else None


def stands_there(scene: Scene, text: str) -> list[Span]:
    """Where the words behind the deed were told just so."""
    first, *behind = text.strip(EDGES).split(maxsplit=1) or [""]
    if not behind or first.lower() not in scene.world.taking_out["pasti"] or len(behind[0].split()) < _FEWEST:
        return []
    at = re.compile(rf"(?<!\w){re.escape(behind[0])}(?!\w)", re.IGNORECASE)
    return [Span(key, *one.span()) for key in in_own_words(scene) for one in at.finditer(scene.values[key]["text"])]


def _gone(scene: Scene, named: set[str]) -> Gone | None:
    places = [span for key in in_own_words(scene) for span in _holding(scene, key, named)] if named else []
    if not places:
        return None
    found = of_places(scene, places)
    rests = {key for key in found.left if kind_of(next(one for one in scene.flow.questions if one.key == key)).rest}
    return None if any(text is None and key not in rests for key, text in found.left.items()) else found


def of_places(scene: Scene, places: Sequence[Span]) -> Gone:
    keys = dict.fromkeys(one.key for one in places)
    left = {key: _cut(scene, key, [one[1:] for one in places if one.key == key]) for key in keys}
    return Gone(left, tuple(dict.fromkeys(one.text(scene) for one in places)), tuple(places))


def _cut(scene: Scene, key: str, spans: Sequence[tuple[int, ...]]) -> str | None:
    told, parts, at = str(scene.values[key]["text"]), list[str](), 0
    for start, end in spans:
        parts.append(told[at:start])
        at = end
    parts.append(told[at:])
    for at in range(len(parts) - 1):
        parts[at], parts[at + 1] = tidy(scene.world, parts[at], parts[at + 1])
    left = ""
    for one in filter(str.strip, parts):
        left = f"{_before(left, one)}{one.lstrip(EDGES)}" if left.strip(EDGES) else one
    return left.strip(EDGES) or None


def _before(left: str, behind: str) -> str:
    """With the mark of their own sentence; where none stands, a comma, and nothing inside of a clause."""
    if re.search(r"[.;!?]\s+$|\n\s*$", left):
        return left
    is_inside = re.search(r"\w\s*$", left) and re.match(r"\s*\w", behind)
    return left.rstrip(EDGES) + (" " if is_inside else ", ")


def what_is_asked(scene: Scene, text: str) -> list[set[str]]:
    """The words that name what is to go, the likeliest first; where something is true instead it makes way, and
    nothing goes."""
    if not may_take_out(scene.world, text):
        return []
    words, text = scene.world.taking_out, as_deed(scene.world, text)
    if words["kata"].isdisjoint(said_in(text)):
        return [words_named(scene, denied(scene.world, text))]
    return [*_of_deed(scene, text), words_named(scene, text)]


def _of_deed(scene: Scene, text: str) -> Iterator[set[str]]:
    """ "Hapus yang soal kades, nanti sy dimarahi": of the clause that asks for it, before the deed or behind it, where
    the others only say why, or what stays."""
    clauses = [found[0] for found in CLAUSE.finditer(text)]
    goes = [one for one in clauses if not scene.world.taking_out["kata"].isdisjoint(said_in(one))]
    told = {word for key in in_own_words(scene) for word in words_in(scene, str(scene.values[key]["text"]))}
    told |= scene.world.agreeing["ya"] | scene.world.agreeing["tahan"] | scene.world.oneself
    others = (one for one in clauses if one not in goes and not tells_why(scene.world, one))
    if goes and all(words_named(scene, one) <= told for one in others):
        parts = one_of(scene.world.taking_out["kata"]).split(" ".join(goes), maxsplit=1)
        yield from (words_named(scene, part) for part in parts)


def words_named(scene: Scene, text: str) -> set[str]:
    words = scene.world.taking_out
    return words_in(scene, text) - words["kata"] - words["iringan"] - words["sambung"]


def _holding(scene: Scene, key: str, named: set[str]) -> Iterator[Span]:
    """From where to where the clauses stand that hold them all."""
    return (span for span in _clauses(scene, key) if named <= words_in(scene, span.text(scene)))


def clauses_told(scene: Scene) -> list[Span]:
    return [span for key in in_own_words(scene) for span in _clauses(scene, key)]


def _clauses(scene: Scene, key: str) -> Iterator[Span]:
    told = str(scene.values[key]["text"])
    return (Span(key, *found.span()) for found in CLAUSE.finditer(told) if found[0].strip(EDGES))


def words_in(scene: Scene, text: str) -> set[str]:
    told = WORD.findall(in_figures(text, tongue_of(scene.world.spellings)).lower())
    age = {_AGE} if tells_youth(text, scene.world.aging) else set()
    return {_OWNED.sub("", one) for one in told} | age

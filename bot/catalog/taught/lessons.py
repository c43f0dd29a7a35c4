"""What each sort of examples teaches that is not just lines of an act: how its lines are read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.catalog.taught.examples import OF_CORRECTIONS, OF_PARTS, OF_QUESTIONS, OF_VALUES, lines_of
from bot.catalog.wilayah import read_places
from bot.core.listening.at_question import ANSWER, ANYWHERE, PLACES, SORTS
from bot.core.listening.counting_taught import Marked, bare, marked
from bot.core.listening.parting import ASKS, PUTS_RIGHT, TALK, Example, in_parts
from bot.core.listening.rules import QUESTION, STATEMENT, WORK
from bot.core.places.gazetteer import named_alike
from bot.core.places.spelling import fold
from bot.core.understanding.where import which_place

_KABUPATEN = "73.16"  # whose places are named in examples; what they teach is true of all
_TIMES = 3
_AT_PLACES = frozenset({"masih", "nama_baru"})
#: Questions whose answer is no yes or no, and no act.
_ANSWERED = frozenset(SORTS) - {"setuju", "batal", "kosong", "tinjau"}
_POLITE = frozenset({"salam", "terima_kasih", "basa_basi"})
#: At which questions values of a sort are told.
_ASKED: Mapping[str, Sequence[str]] = {
    "angka": ("jumlah", "ukuran", "kurang_mampu"),
    "pilihan": ("merasakan", "sumbangan"),
    "urusan": ("kategori",),
}


def of_values(content: Path) -> Iterator[Marked]:
    """A place is any place: for its name stands whether it lies in another that is named."""
    stand_ins = _places_named(content)
    told = (
        marked(line.act, line.text, stand_ins if line.act == which_place.SORT else None)
        for line in lines_of(content, OF_VALUES)
    )
    return (one for one in told if one)


def _places_named(content: Path) -> Callable[[Sequence[str]], Sequence[str]]:
    places, _ = read_places(content, _KABUPATEN)
    known = named_alike(places) if places else {}
    return lambda names: which_place.stand_ins([known.get(fold(name), frozenset()) for name in names])


def of_questions(content: Path) -> list[tuple[str, str, str]]:
    """Each line twice, beside what is done by words at no question: there are many more of these."""
    here = [*_at_questions(content, OF_QUESTIONS)]
    other = [line for line in lines_of(content) if not line.act.startswith(WORK)]
    anywhere = [(ANYWHERE, ANSWER if one.act == STATEMENT else one.act, one.text) for one in other]
    return [*anywhere, *here, *here]


def of_corrections(content: Path) -> list[tuple[str, str, str]]:
    """Each line three times, beside every third of what is said and done at questions, none of which puts another
    answer right, and of answers that put themselves right: of all of these it would learn to be silent."""
    other = [(question, ANSWER, text) for question, _, text in _at_questions(content, OF_QUESTIONS)]
    own = [(at, ANSWER, bare(line.text)) for line in lines_of(content, OF_VALUES) for at in _ASKED.get(line.act, ())]
    return [*other[::_TIMES], *own[::_TIMES], *[*_at_questions(content, OF_CORRECTIONS)] * _TIMES]


def _at_questions(content: Path, folder: str) -> Iterator[tuple[str, str, str]]:
    for line in lines_of(content, folder):
        told, _, text = line.text.partition("|")
        yield line.act, told.strip(), text.strip()


def of_parts(content: Path) -> list[Example]:
    """Each line twice, beside a third of what is said of one thing alone at the same questions: of marked messages
    alone it would learn to cut everything, and of all the others nothing."""
    alone = [
        Example(question, (text,), (_label(question, act),))
        for folder in (OF_QUESTIONS, OF_CORRECTIONS)
        for question, act, text in _at_questions(content, folder)
        if "+" not in act and (act != ANSWER or question in _ANSWERED)
    ]
    told = [(line.act, in_parts(line.text)) for line in lines_of(content, OF_PARTS)]
    together = [Example(at, *map(tuple, zip(*parts, strict=True))) for at, parts in told if parts]
    return [*alone[::_TIMES], *together, *together]


def _label(question: str, act: str) -> str:
    """What the examples of acts and corrections call by other names."""
    if act == ANSWER:
        return PLACES if question in _AT_PLACES else question
    if act == "koreksi":
        return PUTS_RIGHT
    return ASKS if act.startswith(QUESTION) else TALK if act in _POLITE else act

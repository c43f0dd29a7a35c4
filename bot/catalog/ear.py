"""The examples and patterns of the ear: read, judged, and made into weights."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from bot.catalog.ear_tables import by_act, joined, lists_of, words_of
from bot.catalog.problem import Problem
from bot.catalog.taught.examples import (
    FOLDER,
    OF_CORRECTIONS,
    OF_DANGER,
    OF_NEWS,
    OF_PARTS,
    OF_QUESTIONS,
    OF_RELIEF,
    OF_REPLIES,
    OF_VALUES,
    PATTERNS_FILE,
    SPELLING_FILE,
    WEIGHTS_FILE,
    Line,
    folders_in,
    inputs,
    is_fresh,
    lines_of,
    patterns_file,
    there_is_one,
    weights_file,
)
from bot.catalog.taught.lessons import of_corrections, of_parts, of_questions, of_values
from bot.core.listening import at_question, counting_taught, parting
from bot.core.listening.asked import AskedEar
from bot.core.listening.counting import Counting
from bot.core.listening.folding import FoldingWords
from bot.core.listening.guessing import Guesser
from bot.core.listening.learnt import Learnt
from bot.core.listening.model import Weights, pack, unpack
from bot.core.listening.rules import (
    STATEMENT,
    Behind,
    Concluding,
    Correcting,
    Naming,
    Opening,
    Peel,
    Replying,
    Rules,
)
from bot.core.listening.sensing import Sense
from bot.core.listening.shapes import Situation
from bot.core.listening.training import train
from bot.core.spelt import WhichCount
from bot.core.usulan.danger import Danger

T = TypeVar("T")
#: Letters of words tell nothing of danger and after it.
_OF_CRIES = (OF_DANGER, OF_RELIEF, OF_REPLIES)
_OF_OTHER_DAYS = 5  # every fifth of those: more of them drown the cries, and fewer make cries of what is said every day
MORE_ANSWERS_FILE = "kata/jawaban.toml"
_SITUATIONS: Mapping[str, Situation] = {
    "kosong": "idle",
    "kerja": "work",
    "izin": "consent",
    "ya_tidak": "yes_no",
    "batal": "cancel",
    "masih": "still",
    "pertama": "first",
    "tinjau": "review",
    "bebas": "free",
    "pilihan": "closed",
}


class Unusable(Exception):
    """Files of the ear that cannot be read; why is told by `faults`."""


def read_rules(content: Path) -> Rules:
    """Of files that did not change since they were judged nothing is read again: a start is waited for."""
    files = tuple(content / one for one in (PATTERNS_FILE, MORE_ANSWERS_FILE, SPELLING_FILE))
    return _rules_of(files, tuple(one.stat().st_mtime_ns for one in files))


@lru_cache(maxsize=1)
def _rules_of(files: Sequence[Path], _changed: Sequence[int]) -> Rules:
    told, more, spelt = map(toml_of, files)
    return Rules(
        words=_words_of(spelt),
        patterns=by_act(told["pola"]),
        meanings=by_act(told["makna"]),
        peel=_peel(told["kupas"], more["kupas"]),
        alone=by_act(told["hanya"]),
        needing=by_act(told["perlu"]),
        denying=tuple(told["menolak"]),
        holding=by_act(told["tahan"]),
        later=tuple(told["menyusul"]),
        asking=tuple(told["bertanya"]),
        rhetoric=words_of(more["menyangkal"], "menyangkal"),
        hanging=words_of(more["menggantung"], "menggantung"),
        joining=words_of(more["menyambung"], "menyambung"),
        leaving=words_of(more["melewati"], "melewati"),
        long=frozenset(told["panjang"]),
        carrying=frozenset(told["berisi"]),
        priors={_SITUATIONS[key]: dict(factors) for key, factors in told["keadaan"].items()},
        correcting=Correcting(
            *lists_of(told["betulkan"], "awal", "tapi", "bukan", "salah", "sela", "tertulis", "karena")
        ),
        replying=_replying(told["jawaban"], more),
        opening=_opening(told, more),
        concluding=Concluding(*lists_of(more["penutup"], "maka", "lewati", "lewati_saja", "berbalik", "pemicu")),
        naming=_naming(spelt["sebutan"], more),
        traces=joined(spelt["jejak"], more["jejak"]),
    )


#: What may stand behind a no: nothing, why it is one, anything.
_BEHIND_NO: Mapping[bool | str, Behind] = {False: "nothing", "alasan": "reason", True: "anything"}


def _naming(told: Mapping[str, Any], more: Mapping[str, Any]) -> Naming:
    told = {**told, "menyebut_lagi": [*told["menyebut_lagi"], *more["menyebut_lagi"]]}
    words = lists_of(told, "tanda", "tanda_lemah", "tambah", "bingkai", "menyebut_lagi", "bukan_tanda")
    return Naming(by_act(told["pertanyaan"]), by_act(told["bagian"]), *words)


def _replying(told: Mapping[str, Any], more: Mapping[str, Any]) -> dict[Situation, Replying]:
    """What is said everywhere is added to what is said at each question, as is `more`, of which nothing is learnt."""
    own = {key: one for key, one in told.items() if key != "umum"}
    return {_SITUATIONS[key]: _replies(told["umum"], one, more.get(key, {})) for key, one in own.items()}


def _replies(general: Mapping[str, Any], own: Mapping[str, Any], more: Mapping[str, Any]) -> Replying:
    def words(key: str) -> tuple[str, ...]:
        return words_of([*general.get(key, ()), *own.get(key, ()), *more.get(key, ())], key)

    free_no = _BEHIND_NO[own.get("tidak_lalu_lain", False)]
    return Replying(
        words("ya"),
        words("tidak"),
        words("kirim"),
        words("ragu"),
        words("tapi"),
        words("isi"),
        words("partikel"),
        words("sebab"),
        words("maka"),
        free_no=free_no,
        free_yes=bool(own.get("ya_lalu_lain", False)),
    )


def _opening(told: Mapping[str, Any], more: Mapping[str, Any]) -> Opening:
    before, after = lists_of(told, "sebelum_awalan", "sesudah_awalan")
    return Opening(joined(more["awalan"], told["awalan"]), (*before, *lists_of(more, "sebelum_awalan")[0]), after)


def _peel(told: Mapping[str, Any], more: Mapping[str, Any]) -> Peel:
    polite, but = lists_of(told, "sopan", "tapi")
    return Peel(joined(more["depan"], told["depan"]), by_act(told["belakang"]), by_act(told["jawaban"]), polite, but)


def read_words(content: Path) -> FoldingWords:
    return _words_of(toml_of(content / SPELLING_FILE))


def _words_of(told: Mapping[str, Any]) -> FoldingWords:
    variants = {spelling: word for word, spellings in told["ejaan"].items() for spelling in spellings}
    address, tails, heads, whole = lists_of(told, "sapaan", "di_belakang", "di_depan", "utuh")
    return FoldingWords(variants, frozenset(address), tails, heads, frozenset(whole))


def toml_of(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def ear_of(content: Path, danger: Danger | None = None) -> AskedEar:
    """Hears nothing yet: the weights are read when somebody speaks. Where somebody may die, by `danger`, words are
    never taken for an act."""

    def is_urgent(text: str) -> bool:
        return danger is not None and danger.is_urgent(text)

    def load() -> Weights:
        return unpack((content / WEIGHTS_FILE).read_bytes())

    asked, put_right = (_taught(content, folder, at_question.AtQuestion) for folder in (OF_QUESTIONS, OF_CORRECTIONS))
    return AskedEar(read_rules(content), load, is_urgent, asked, put_right, _taught(content, OF_PARTS, parting.Parting))


def guesser_of(content: Path) -> Guesser:
    return Guesser(_learnt(content, OF_NEWS))


def sense_of(content: Path, folder: str) -> Callable[[str], Mapping[str, float]] | None:
    """None where nothing teaches it."""
    sense = _taught(content, folder, Sense)
    return sense.shares if sense is not None else None


def counting_of(content: Path) -> WhichCount | None:
    """None where nothing teaches it."""
    counting = _taught(content, OF_VALUES, Counting)
    return counting.shares if counting is not None else None


def _taught(content: Path, folder: str, made: Callable[[Learnt], T]) -> T | None:
    """None where nothing teaches it."""
    return made(_learnt(content, folder)) if there_is_one(content) and there_is_one(content, folder) else None


def _learnt(content: Path, folder: str) -> Learnt:
    return Learnt(lambda: _rules_in(content, folder), lambda: unpack((content / weights_file(folder)).read_bytes()))


def _rules_in(content: Path, folder: str) -> Rules:
    """What is guessed needs words that mean the same, and nothing else."""
    rules = read_rules(content)
    if folder == FOLDER:
        return rules
    meanings = by_act(toml_of(content / told)["makna"]) if (told := patterns_file(folder)) else {}
    return replace(rules, patterns={}, meanings=meanings, letters=folder not in _OF_CRIES)


def train_from(content: Path, lines: Sequence[Line] | None = None, folder: str = FOLDER) -> Weights:
    """`lines`: what to learn from, instead of all there is."""
    rules = _rules_in(content, folder)
    if folder == OF_VALUES:
        return counting_taught.train([*of_values(content)], rules.words, inputs(content, folder))
    if folder in (OF_QUESTIONS, OF_CORRECTIONS):
        told = of_questions(content) if folder == OF_QUESTIONS else of_corrections(content)
        return at_question.train(told, rules.words, inputs(content, folder))
    if folder == OF_PARTS:
        return parting.train(of_parts(content), rules.words, inputs(content, folder))
    examples = [(line.act, line.text) for line in (lines_of(content, folder) if lines is None else lines)]
    if folder == OF_DANGER:
        examples += [(STATEMENT, line.text) for line in lines_of(content)[::_OF_OTHER_DAYS]]
    return train(examples, rules, inputs(content, folder))


def faults(content: Path) -> Iterator[Problem]:
    """Why the examples and patterns cannot be used; nothing when they can."""
    try:
        for folder in folders_in(content):
            _rules_in(content, folder)
            for path in sorted((content / folder).glob("*.txt")):
                path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        yield Problem(Path(error.filename).relative_to(content).as_posix(), "", "Berkas ini tidak ada.")
    except UnicodeDecodeError:
        yield Problem(FOLDER, "", "Ada berkas yang tidak tersimpan sebagai UTF-8.")
    except tomllib.TOMLDecodeError as error:
        yield Problem(PATTERNS_FILE, "", f"Penulisan TOML di sini atau di {SPELLING_FILE} keliru: {error}.")
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        told = str(error).strip("'")
        yield Problem(
            PATTERNS_FILE, told, f"Bagian ini di sini atau di {SPELLING_FILE} wajib ada dan berupa daftar kata."
        )


def write_weights(content: Path) -> list[Path]:
    """Those that are stale."""
    if not there_is_one(content) or any(faults(content)):
        raise Unusable
    stale = [folder for folder in folders_in(content) if not is_fresh(content, folder)]
    for folder in stale:
        (content / weights_file(folder)).write_bytes(pack(train_from(content, folder=folder)))
    return [content / weights_file(folder) for folder in stale]

"""What somebody who went there tells in one message: how big it is, who was there to see it, whether it is there at
all. Each goes into its item; what goes into none is kept beside them, as it was said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from bot.core.checking.items import ITEMS, PEOPLE, PLACE, SIZE, WITNESSES
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from bot.work.answering import naming
from bot.work.checking import in_words, measured, report_words
from bot.work.checking.report_words import words_of
from bot.work.visit import Visit

_CLAUSE = re.compile(r"(?:[^,;.!\n]|[,.](?=\d))+")
_EDGES = " \t:-"
_LONGEST, LONGEST_NOTE = 80, 500  # words of the message; characters
_BESIDE, _FEW = 2, 6  # words beside a value in its clause, and of one that may only name somebody
#: The item and the question of it that is open just now; empty where none is.
Asked = tuple[str, str]
_Values = dict[str, dict[str, Any]]  # by item, the answers of its questions
#: What is found in a story, by the question of a check that it answers.
_SORTS = {"ukuran": (SIZE, "ukuran"), "jumlah": (PEOPLE, "warga"), in_words.LANDMARK: (PLACE, in_words.LANDMARK)}


@dataclass(frozen=True, slots=True)
class Witness:
    """`item` where it was said which of the two; `instead`: whose place they take."""

    told: Mapping[str, Any]
    item: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """`found`: by item, the answers of its questions; `from_there`: whether it is said that somebody went and looked;
    `corrects`: or what of it is to be another."""

    found: Mapping[str, Mapping[str, Any]]
    witnesses: tuple[Witness, ...]
    note: str
    from_there: bool
    corrects: bool = False

    @property
    def items(self) -> set[str]:
        """One witness may be either."""
        named = {one.item for one in self.witnesses if one.item} or set(WITNESSES[: len(self.witnesses)])
        return {*self.found, *named}

    @property
    def many(self) -> int:
        """How much of a check it tells; a note alone is nothing."""
        items = len(self.found) + len(self.witnesses)
        return items + bool(self.note) if items else 0


def report_in(visit: Visit, heard: Heard, depth: str, asked: Asked = ("", "")) -> Report | None:
    """None where nothing of a check is told."""
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return None
    spoken = naming.without_numbers(visit.office, heard.text)
    text, is_other = report_words.put_plainly(visit, spoken)
    gathered = _Gathered(visit, depth, asked)
    for clause in (match[0].strip(_EDGES) for match in _CLAUSE.finditer(text)):
        gathered.take(clause)
    witnesses, note = tuple(gathered.witnesses), ", ".join(dict.fromkeys(gathered.left))[:LONGEST_NOTE]
    corrects = (is_other and SIZE in gathered.found) or any(one.item or one.instead for one in witnesses)
    report = Report(gathered.found, witnesses, note, report_words.is_from_there(visit, spoken, text), corrects)
    return report if report.many else None


@dataclass(slots=True)
class _Gathered:
    """What the clauses of a message tell, one after the other; `left` goes into no item, `sized` gave the size."""

    visit: Visit
    depth: str
    asked: Asked
    found: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    witnesses: list[Witness] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    sized: str = ""

    def take(self, clause: str) -> None:
        visit, is_next = self.visit, self.asked[1] == in_words.NAME or bool(self.witnesses)
        seen = list(_witnesses(visit, clause, is_next=is_next))
        values, rest = ({}, "") if seen else _values(visit, clause, self.depth)
        if self.witnesses and not seen and not values and (more := in_words.party_in(visit, clause)):  # ", dari PKK"
            self.witnesses[-1] = replace(self.witnesses[-1], told={**more, **self.witnesses[-1].told})
            return
        if not seen and not values and (values := _answers(visit, clause, self.asked)):
            rest = ""
        self.witnesses += seen
        if SIZE in values:
            values, rest = self._with_size(values, rest, clause)
        for item, told in values.items():
            self.found[item] = {**self.found.get(item, {}), **told}
        if self._tells_more(values, rest, clause):
            self.left.append(clause)

    def _with_size(self, values: _Values, rest: str, clause: str) -> tuple[_Values, str]:
        """One of something else than what was measured before is no size of it, and stays as it was said."""
        visit, told = self.visit, values[SIZE]
        if _is_rather(visit, self.found.get(SIZE), self.sized, told, clause):
            self.left.append(self.sized)
            self.found.pop(SIZE)
        before = self.found.get(SIZE, {})
        size = None if measured.is_of_another(visit, before, told) else measured.beside(before, told)
        if size is None:
            return {item: told for item, told in values.items() if item != SIZE}, clause
        self.sized = clause
        return values | {SIZE: size}, rest

    def _tells_more(self, values: _Values, rest: str, clause: str) -> bool:
        """ "Pipa putus 80 meter"."""
        visit, words = self.visit, self.visit.office.catalog.world.in_the_field
        unknown = (word for word in _unknown(visit, rest) if word not in words["diukur"])
        lost = [word for word in unknown if not measured.is_named(visit, word)]
        is_note = not values or _judges(words, rest) or measured.is_distance(visit, clause)
        return bool(lost) and (is_note or (SIZE in values and len(lost) >= _BESIDE))


def _is_rather(
    visit: Visit, before: Mapping[str, Any] | None, sized: str, told: Mapping[str, Any], clause: str
) -> bool:
    """Whether what was read in the clause `sized` is none of its size, but this is."""
    if before is None:
        return False
    is_told = measured.is_named(visit, clause) and not measured.is_named(visit, sized)
    return measured.is_counted(before, told) or (is_told and measured.is_of_another(visit, before, told))


def _answers(visit: Visit, clause: str, asked: Asked) -> dict[str, dict[str, Any]]:
    """ "Betul, saksinya Pak Made": what was asked comes first."""
    item, key = asked
    value = in_words.read(visit, key, Typed(clause, 0)) if key and key != in_words.NAME else None
    return {item: {key: value}} if value is not None else {}


def _judges(words: Mapping[str, frozenset[str]], clause: str) -> bool:
    """ "Tidak cocok sama ceritanya" is kept as it was said, whatever else stands beside it."""
    return not words["nilai"].isdisjoint(words_of(clause))


def _unknown(visit: Visit, clause: str) -> list[str]:
    """The words that are more than "sudah kulihat pak"."""
    world = visit.office.catalog.world
    said, words = words_of(clause), world.in_the_field
    beside = words["uji"] | words["hasil"] | words["ini"] | words["iringan"] | words["beralih"]
    return [word for word in said if word not in beside | world.oneself | world.nodding]


def _values(visit: Visit, clause: str, depth: str) -> tuple[dict[str, dict[str, Any]], str]:
    """What is surely read, and the clause without it; of one that tells more than its value nothing is."""
    if measured.is_distance(visit, clause):
        place, _ = _place(visit, clause)
        return ({PLACE: place} if place else {}), clause
    found: dict[str, dict[str, Any]] = {}
    rest = clause
    for told in reversed(told_in(clause, tongue_of(visit.office.catalog.world.spellings))):
        item, key = _SORTS.get(told.sort, ("", ""))
        is_side = item == PLACE and in_words.is_only_a_side(visit, clause[slice(*told.span)])
        if told.sure and item in ITEMS[depth] and not is_side:
            found.setdefault(item, {})[key] = told.value
            rest = f"{rest[: told.span[0]]} {rest[told.span[1] :]}"
    bare = " ".join(word for word in rest.split() if not _is_of_tool(visit, word))
    side, besides = measured.of_a_side(visit, bare) if SIZE not in found else (None, "")
    if side is not None and not _unknown(visit, besides):
        found[SIZE], rest = {"ukuran": side}, " ".join([besides, *filter(partial(_is_of_tool, visit), rest.split())])
    place, rest = _place(visit, rest)
    measures = visit.office.catalog.world.in_the_field["diukur"]  # "diukur meteran" tells it also by itself
    is_measured = SIZE in found or not measures.isdisjoint(words_of(rest))
    tool = in_words.tool_in(visit, rest.split()) if is_measured else {}
    left = [word for word in _unknown(visit, rest) if word not in measures]
    if len(left) - len(tool) > _BESIDE and not _judges(visit.office.catalog.world.in_the_field, rest):
        return ({PLACE: place} if place else {}), clause
    for item, more in ((PLACE, place), (SIZE, tool)):
        if more:
            found[item] = found.get(item, {}) | more
    return found, rest


def _is_of_tool(visit: Visit, word: str) -> bool:
    """ "Pakai meteran"."""
    measures = visit.office.catalog.world.in_the_field["diukur"]
    return key_of(word) in measures or bool(in_words.chosen(visit, [word], (in_words.TOOL,)))


def _place(visit: Visit, clause: str) -> tuple[dict[str, Any], str]:
    """ "Ketemu tempatnya", "bukan di situ"; and the clause without it."""
    words = visit.office.catalog.world.in_the_field
    said = f" {' '.join(words_of(clause))} "
    for value, sort in (("bukan", "tak_ketemu"), ("betul", "ketemu")):
        phrase = next((one for one in sorted(words[sort], key=len, reverse=True) if f" {one} " in said), None)
        if phrase is not None:
            return in_words.option(visit, PLACE, value), said.replace(f" {phrase} ", " ")
    return {}, clause


def _witnesses(visit: Visit, clause: str, *, is_next: bool) -> Iterator[Witness]:
    """Whoever is named behind the word for a witness, each with their party; in the clause behind, only who is
    addressed as somebody is, or has nothing but their party beside them."""
    words, spoken = visit.office.catalog.world.in_the_field, clause.split()
    while is_next and spoken and spoken[0].lower() in words["dan"]:  # ", sama Hasni kader"
        spoken = spoken[1:]
    clause = " ".join(spoken)
    starts = [at for at, word in enumerate(spoken) if key_of(word) in words["saksi"]]
    if (other := _another(visit, clause)) is not None:
        yield other
        return
    if not starts:
        is_somebody = is_next and len(spoken) <= _FEW and _begins_with_somebody(visit, spoken)
        if is_somebody or (_begins_with_somebody(visit, spoken[:1]) and _are_only_somebody(visit, clause)):
            yield from _named(visit, "", clause)
        return
    if starts[0] and in_words.name_in(visit, " ".join(spoken[: starts[0]])):  # "Pak Made dan Bu Ina saksinya"
        yield from _named(visit, "", " ".join(spoken[: starts[0]]))
    for start, end in zip(starts, [*starts[1:], len(spoken)], strict=True):
        part = " ".join(spoken[start:end])
        yield from _named(visit, in_words.which_in(visit, part), part)


def _another(visit: Visit, clause: str) -> Witness | None:
    """ "Bukan Bu Ina tapi Bu Rosma", "Bu Ina diganti Bu Rosma", "Bu Rosma bukan Bu Ina": who takes whose place."""
    words, spoken = visit.office.catalog.world.in_the_field, clause.split()
    at = {sort: _first(spoken, words[sort]) for sort in ("bukan", "melainkan")}
    no, but = at["bukan"], at["melainkan"]
    if no is None and but is None:
        return None
    beginning = max((place + 1 for place, word in enumerate(spoken) if key_of(word) in words["saksi"]), default=0)
    if but is not None:
        old, new = spoken[beginning if no is None else no + 1 : but], spoken[but + 1 :]
    else:
        old, new = spoken[(no or 0) + 1 :], spoken[beginning:no]
    lead = min(words["saksi"], key=len)
    told = in_words.witness_in(visit, Typed(" ".join([lead, *new]), 0))
    whose = in_words.witness_in(visit, Typed(" ".join([lead, *old]), 0))
    is_of_them = beginning or bool(in_words.name_in(visit, " ".join(new[:2])))
    return Witness(told, in_words.which_in(visit, clause), name_of(whose)) if told and whose and is_of_them else None


def _first(spoken: Sequence[str], words: AbstractSet[str]) -> int | None:
    return next((at for at, word in enumerate(spoken) if key_of(word) in words), None)


def _are_only_somebody(visit: Visit, clause: str) -> bool:
    return all(in_words.is_only_somebody(visit, " ".join(piece)) for piece in _pieces(visit, clause))


def _begins_with_somebody(visit: Visit, spoken: Sequence[str]) -> bool:
    """Addressed as somebody is; or a word alone that nobody knows."""
    ear = visit.office.catalog.world.ear
    is_strange = len(spoken) == 1 and ear is not None and spoken[0].isalpha() and not ear.knows(spoken[0].lower())
    is_titled = len(spoken) == 1 and key_of(spoken[0]) in visit.office.catalog.world.noting["sapaan"]
    return is_strange or is_titled or bool(in_words.name_in(visit, " ".join(spoken[:2])))


def _pieces(visit: Visit, part: str) -> list[list[str]]:
    joins, pieces = visit.office.catalog.world.in_the_field["dan"], [list[str]()]
    for word in part.split():
        if word.lower() in joins:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return pieces


def _named(visit: Visit, item: str, part: str) -> Iterator[Witness]:
    """Several who are joined by "dan" or "sama"."""
    words = visit.office.catalog.world.in_the_field
    lead = min(words["saksi"], key=len)
    for piece in _pieces(visit, part):
        is_led = not words["saksi"].isdisjoint(map(key_of, piece))
        if told := in_words.witness_in(visit, Typed(" ".join(piece if is_led else [lead, *piece]), 0)):
            yield Witness(told, item)


def name_of(value: Mapping[str, Any]) -> str:
    """Of a witness, as far as it is told."""
    return str((value.get(in_words.NAME) or {}).get("text", ""))

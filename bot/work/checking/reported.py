"""What somebody who went there tells in one message: how big it is, who was there to see it, whether it is there at
all. Each goes into its item; what goes into none is kept beside them, as it was said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.checking.items import ITEMS, NOTE, PEOPLE, PLACE, SIZE, WITNESSES, is_whole
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import clean, key_of
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from bot.store.checking import findings
from bot.store.checking.checks import Check
from bot.store.checking.findings import Finding
from bot.work.checking import in_words, keeping
from bot.work.usulan import checked
from bot.work.visit import Visit

_CLAUSE = re.compile(r"(?:[^,;.!\n]|[,.](?=\d))+")
_LONGEST, _LONGEST_NOTE = 80, 500  # words of the message; characters
_BESIDE, _FEW = 2, 6  # words beside a value in its clause, and of one that may only name somebody
#: The item and the question of it that is open just now; empty where none is.
Asked = tuple[str, str]
#: What is found in a story, by the question of a check that it answers.
_SORTS = {"ukuran": (SIZE, "ukuran"), "jumlah": (PEOPLE, "warga"), in_words.LANDMARK: (PLACE, in_words.LANDMARK)}


@dataclass(frozen=True, slots=True)
class Report:
    """`found`: by item, the answers of its questions; `witnesses`: the item of each where it was said, and what was
    told of them; `from_there`: whether it is said that somebody went and looked."""

    found: Mapping[str, Mapping[str, Any]]
    witnesses: tuple[tuple[str, Mapping[str, Any]], ...]
    note: str
    from_there: bool

    @property
    def items(self) -> set[str]:
        """One witness may be either."""
        named = {item for item, _ in self.witnesses if item} or set(WITNESSES[: len(self.witnesses)])
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
    text, words = clean(heard.text), visit.office.catalog.world.in_the_field
    found: dict[str, dict[str, Any]] = {}
    witnesses: list[tuple[str, Mapping[str, Any]]] = []
    left: list[str] = []
    for clause in (match[0].strip() for match in _CLAUSE.finditer(text)):
        seen = list(_witnesses(visit, clause, is_next=asked[1] == in_words.NAME or bool(witnesses)))
        values, rest = ({}, "") if seen else _values(visit, clause, depth)
        if witnesses and not seen and not values and (more := in_words.party_in(visit, clause)):  # ", dari PKK"
            witnesses[-1] = (witnesses[-1][0], {**more, **witnesses[-1][1]})
            continue
        if not seen and not values and (values := _answers(visit, clause, asked)):
            rest = ""
        witnesses += seen
        for item, told in values.items():
            found[item] = found.get(item, {}) | told
        if (not values or _judges(words, rest)) and _unknown(visit, rest):
            left.append(clause)
    said = set(_words(text))
    from_there = not words["uji"].isdisjoint(said) or not words["saksi"].isdisjoint(said)
    report = Report(found, tuple(witnesses), ", ".join(left)[:_LONGEST_NOTE], from_there)
    return report if report.many else None


def _answers(visit: Visit, clause: str, asked: Asked) -> dict[str, dict[str, Any]]:
    """ "Betul, saksinya Pak Made": what was asked comes first."""
    item, key = asked
    value = in_words.read(visit, key, Typed(clause, 0)) if key and key != in_words.NAME else None
    return {item: {key: value}} if value is not None else {}


def _words(text: str) -> list[str]:
    return re.findall(r"[\w/-]+", text.lower())


def _judges(words: Mapping[str, frozenset[str]], clause: str) -> bool:
    """ "Tidak cocok sama ceritanya" is kept as it was said, whatever else stands beside it."""
    return not words["nilai"].isdisjoint(_words(clause))


def _unknown(visit: Visit, clause: str) -> list[str]:
    """The words that are more than "sudah kulihat pak"."""
    world = visit.office.catalog.world
    said, words = _words(clause), world.in_the_field
    beside = words["uji"] | words["hasil"] | words["ini"] | words["iringan"] | world.oneself | world.nodding
    return [word for word in said if word not in beside]


def _values(visit: Visit, clause: str, depth: str) -> tuple[dict[str, dict[str, Any]], str]:
    """What is surely read, and the clause without it; of one that tells more than its value nothing is."""
    found: dict[str, dict[str, Any]] = {}
    rest = clause
    for told in reversed(told_in(clause, tongue_of(visit.office.catalog.world.spellings))):
        item, key = _SORTS.get(told.sort, ("", ""))
        if told.sure and item in ITEMS[depth]:
            found.setdefault(item, {})[key] = told.value
            rest = f"{rest[: told.span[0]]} {rest[told.span[1] :]}"
    place, rest = _place(visit, rest)
    tool = in_words.chosen(visit, rest.split(), (in_words.TOOL,)) if SIZE in found else {}
    left = [word for word in _unknown(visit, rest) if word not in visit.office.catalog.world.in_the_field["diukur"]]
    if len(left) - len(tool) > _BESIDE and not _judges(visit.office.catalog.world.in_the_field, rest):
        return ({PLACE: place} if place else {}), clause
    for item, more in ((PLACE, place), (SIZE, tool)):
        if more:
            found[item] = found.get(item, {}) | more
    return found, rest


def _place(visit: Visit, clause: str) -> tuple[dict[str, Any], str]:
    """ "Ketemu tempatnya", "bukan di situ"; and the clause without it."""
    words = visit.office.catalog.world.in_the_field
    said = f" {' '.join(_words(clause))} "
    for value, sort in (("bukan", "tak_ketemu"), ("betul", "ketemu")):
        phrase = next((one for one in sorted(words[sort], key=len, reverse=True) if f" {one} " in said), None)
        if phrase is not None:
            return in_words.option(visit, PLACE, value), said.replace(f" {phrase} ", " ")
    return {}, clause


def _witnesses(visit: Visit, clause: str, *, is_next: bool) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Whoever is named behind the word for a witness, each with their party; in the clause behind, only who is
    addressed as somebody is."""
    words, spoken = visit.office.catalog.world.in_the_field, clause.split()
    starts = [at for at, word in enumerate(spoken) if key_of(word) in words["saksi"]]
    if not starts:
        if is_next and len(spoken) <= _FEW and _begins_with_somebody(visit, spoken):
            yield from _named(visit, "", clause)
        return
    if starts[0] and in_words.name_in(visit, " ".join(spoken[: starts[0]])):  # "Pak Made dan Bu Ina saksinya"
        yield from _named(visit, "", " ".join(spoken[: starts[0]]))
    for start, end in zip(starts, [*starts[1:], len(spoken)], strict=True):
        part = " ".join(spoken[start:end])
        yield from _named(visit, in_words.which_in(visit, part), part)


def _begins_with_somebody(visit: Visit, spoken: Sequence[str]) -> bool:
    """Addressed as somebody is; or a word alone that nobody knows."""
    ear = visit.office.catalog.world.ear
    is_strange = len(spoken) == 1 and ear is not None and spoken[0].isalpha() and not ear.knows(spoken[0].lower())
    return is_strange or bool(in_words.name_in(visit, " ".join(spoken[:2])))


def _named(visit: Visit, item: str, part: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Several who are joined by "dan" or "sama"."""
    words = visit.office.catalog.world.in_the_field
    joins, lead = words["dan"], min(words["saksi"], key=len)
    pieces: list[list[str]] = [[]]
    for word in part.split():
        if word.lower() in joins:
            pieces.append([])
        else:
            pieces[-1].append(word)
    for piece in pieces:
        is_led = not words["saksi"].isdisjoint(map(key_of, piece))
        if told := in_words.witness_in(visit, Typed(" ".join(piece if is_led else [lead, *piece]), 0)):
            yield item, told


# --- kept ------------------------------------------------------------------------------------------------------------


async def put_down(visit: Visit, one: Check, found: Usulan, report: Report) -> list[dict[str, Any]]:
    """Each into its item, beside what stands there; what was written, as it is shown."""
    known = await visit.ask_once(findings.of_check, one.id)
    told = [(item, value) for item, value in report.found.items()]
    placed, left = _placed(known, report)
    told += placed
    if note := ", ".join(filter(None, (report.note, *left))):
        before = known[NOTE].value[NOTE]["text"] if NOTE in known else ""
        told.append((NOTE, {NOTE: {"text": "; ".join(filter(None, (before, note)))[:_LONGEST_NOTE]}}))
    lines = []
    for item, value in told:
        there = known.get(item)
        known[item] = await keeping.write(visit, one, found, item, {**(there.value if there else {}), **value}, there)
        lines.append({"judul": checked.title(visit.office, item), "isi": keeping.shown(visit, one, item, known[item])})
    return lines


def _placed(known: Mapping[str, Finding], report: Report) -> tuple[list[tuple[str, Mapping[str, Any]]], list[str]]:
    """Each witness beside what is known of them; else where nobody is named yet. And the names of those for whom there
    is no room: who is told as a whole is not replaced by a name."""
    names = {item: fold(_name(known[item].value)) for item in WITNESSES if item in known}
    whole = {item for item in names if is_whole(item, checked.values(known))}
    placed: dict[str, Mapping[str, Any]] = {}
    left: list[str] = []
    for wanted, told in report.witnesses:
        name = fold(_name(told))
        same = next((item for item, other in names.items() if other == name), "")
        free = next((item for item in WITNESSES if not names.get(item)), "")
        item = wanted or same or free
        if not item or (item in whole and item != same):
            left.append(_name(told))
        else:
            names[item], placed[item] = name, told
    return [*placed.items()], left


def _name(value: Mapping[str, Any]) -> str:
    return str((value.get(in_words.NAME) or {}).get("text", ""))

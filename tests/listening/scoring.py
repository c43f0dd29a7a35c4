"""Scoring labelled messages through the interpreter itself: what stands in the record afterwards, what was done, what
is asked. `python -m tests.listening.scoring FILE…` prints the figures and every line that was not understood.

A line is *understood* when all its label says holds and nothing else was taken; *asked* when nothing wrong was taken
and the bot asks; *misread* when a value or an act was taken that the label does not have.
"""

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.catalog import Catalog, load
from bot.core.flow.interpreter import advance
from bot.core.flow.scene import Scene, ask_about, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, World
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.writing import key_of
from bot.core.understanding import results
from bot.core.understanding.tongue import tongue_of
from tests.support.content import CONTENT

TODAY, NOW = date(2026, 11, 26), datetime(2026, 11, 26, 10, 0)  # noqa: DTZ001 - local, as a conversation has it
MESSAGE = 777
DRAFT = "d"
SIGNS = {"kira": "~", "lebih": ">", "kurang": "<", "": ""}
#: Only said, or not told apart by those who wrote the labels.
POLITE = frozenset({"salam", "terima_kasih", "basa_basi"})
HELPS = frozenset({"ulangi", "bantuan", "tanya_kenapa", "tanya_lain"})

#: On the review card a yes is what sends.
SENDS = frozenset({"ya", "kirim"})


@dataclass(frozen=True)
class Line:
    """One labelled message."""

    kind: str
    open: str
    text: str
    wanted: frozenset[str]
    before: tuple[str, ...] = ()


@dataclass
class Heard:
    """What the program made of it. `proposed`: a dusun that is on no list, which needs a yes by the rules. `stood`:
    what stood in the record before and still does: a label may say it again."""

    values: dict[str, str] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)
    story: bool = False
    proposed: str = ""
    stood: dict[str, str] = field(default_factory=dict)


def lines_of(path: Path) -> Iterator[Line]:
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["baris"]:
        yield Line(told["jenis"], told["buka"], told["teks"], frozenset(told["harus"]), tuple(told.get("sudah", ())))


# --- values as the labels write them ---


def _count(value: Mapping[str, Any], name: str, prefix: str) -> str:
    first = next(key for key in ("total", "families", "male", "female") if key in value)
    bound = value.get("bound" if name == first else f"{name}_bound", "")
    to = value.get("to" if name == first else f"{name}_to")
    end = "" if to is None else f"-{to}"
    return f"{prefix}{SIGNS[bound]}{value[name]}{end}"


def write_people(value: Mapping[str, Any]) -> str:
    if value.get("unknown"):
        return "tidak tahu"
    split = "male" in value and "female" in value
    names = (("total", ""), ("male", "L"), ("female", "P"), ("families", "KK"))
    parts = [_count(value, name, sign) for name, sign in names if name in value and not (name == "total" and split)]
    return " ".join(parts)


def write_sizes(value: Mapping[str, Any]) -> str:
    if value.get("unknown"):
        return "tidak tahu"
    return " x ".join(_size(size) for size in value["sizes"])


def _size(size: Mapping[str, Any]) -> str:
    to = f"-{size['to']}" if size.get("to") else ""
    side = f"{size['side']} " if size.get("side") else ""
    return f"{side}{SIGNS[size.get('bound', '')]}{size['amount']}{to} {size['unit']}"


def write(kind: str, value: Any) -> str:
    if kind == "orang":
        return write_people(value)
    if kind == "ukuran":
        return write_sizes(value)
    if kind in ("choice", "choices"):
        return ",".join(sorted(part["value"] for part in (value if isinstance(value, list) else [value])))
    return str(value.get("name", "*")) if isinstance(value, dict) else "*"


def same(kind: str, wanted: str, found: str) -> bool:
    """Whether two writings mean the same: units and sides as people wrote them, names folded."""
    return bool(_plain(kind, wanted) == _plain(kind, found))


_UNITS = {
    "meter": "m",
    "mtr": "m",
    "kilometer": "km",
    "hektar": "ha",
    "m²": "m2",
    "m³": "m3",
    "lt": "liter",
    "l": "liter",
}


def _plain(kind: str, text: str) -> Any:
    text = text.strip().lower().replace(",", ".")
    if kind == "ukuran":
        parts = []
        for part in text.split(" x "):
            words = part.split()
            side = words[0] if words and words[0] in ("p", "l", "t") and len(words) > 2 else ""
            rest = words[1:] if side else words
            unit = " ".join(_UNITS.get(word, word) for word in rest[1:])
            parts.append((rest[0] if rest else "", unit))
        return parts
    if kind in ("choice", "choices"):
        return sorted(part.strip() for part in text.replace(".", ",").split(","))
    if kind == "orang":
        return sorted(text.replace(".", "").split())
    if kind == "wilayah":
        return key_of(text).replace(" ", "").replace("'", "")
    return text


# --- the moment ---


class Moment:
    """A form that stands where the line says."""

    def __init__(self, catalog: Catalog, line: Line) -> None:
        self.line, self.flow = line, catalog.flows["usulan"]
        self.world = _at(catalog.world)
        self.state = State("usulan", DRAFT)
        self.told = dict(part.split("=", 1) for part in line.before)
        self._stand()

    def _stand(self) -> None:
        order = [question.key for question in self.flow.questions]
        until = self.line.open if self.line.open in order else "~"
        if self.line.open in ("nama_baru", "kosong", "setuju"):
            until = "dusun" if self.line.open == "nama_baru" else order[0]
        until_then = order if until == "~" else order[: order.index(until)]
        for key in (*until_then, *(key for key in order if key in self.told and key not in (*until_then, until))):
            self._give(key)
        if self.line.open == "nama_baru":
            told = {"question": "dusun", "value": {"name": "Buntu Lepong Baru", "listed": False}, "messages": [1]}
            self.state = self.state.hold(confirm=told)
        if self.line.open == "batal":
            self.state = self.state.hold(cancel=True)
        if self.line.open == "masih":
            places = {key: self.state.answers[key].value for key in ("kecamatan", "desa", "dusun")}
            self.state = State("usulan", DRAFT).hold(given=places)

    def _give(self, key: str) -> None:
        scene = look(self.flow, self.state, self.world)
        question = self.flow.question(key)
        assert question is not None
        if question not in scene.shown or key in self.state.answers:
            return
        value = self._said(scene, key)
        if value is not None:
            self.state = self.state.give(key, Answer(value, (len(self.state.answers) + 1,)))
        elif question.optional:
            self.state = self.state.skip(key)

    def _said(self, scene: Scene, key: str) -> Any:
        """What was answered before: as the label says, else something plain."""
        told = self.told.get(key)
        if key in ("cerita", "harapan"):
            return {
                "text": "Jalan ke kebun licin kalau hujan, orang sering jatuh." if key == "cerita" else "Mohon dirabat."
            }
        if key == "kecamatan":
            return _place(scene, scene.world.places.kabupaten.code, told or self._above("desa") or "Maiwa")
        if key == "desa":
            return _place(scene, scene.values["kecamatan"]["code"], told or "")
        if key == "dusun":
            names = scene.world.places.dusun(scene.values["desa"]["code"])
            return {"name": told or (names[0] if names else "Tengah"), "listed": (told or "") in names or not told}
        return self._read(scene, key, told) if told else None

    def _above(self, key: str) -> str:
        wanted = self.told.get(key, "").lower()
        places = self.world.places
        for kecamatan in places.children(places.kabupaten.code):
            if wanted and any(desa.name.lower() == wanted for desa in places.children(kecamatan.code)):
                return kecamatan.name
        return ""

    def _read(self, scene: Scene, key: str, told: str) -> Any:
        question = self.flow.question(key)
        assert question is not None
        typed = told.replace("KK", " KK ").replace("L", " laki-laki ").replace("P", " perempuan ")
        if question.kind in ("choice", "choices"):
            labels = {offer.value: offer.label for offer in question.params.options}
            typed = ", ".join(labels.get(part.strip(), part) for part in told.split(","))
        if key == "kurang_mampu" and "KK" not in told:
            typed = f"{told} KK"
        reading = kind_of(question).read(
            Ask(question, scene.values, scene.world), Typed(typed if question.kind != "ukuran" else told, 1)
        )
        value = getattr(reading, "value", None)
        return value if value is not None or question.optional else {"text": told}


def _at(world: World) -> World:
    from dataclasses import fields, replace

    more: dict[str, Any] = {"today": TODAY, "zone": "WITA"}
    if "now" in {one.name for one in fields(world)}:
        more["now"] = NOW
    return replace(world, **more)


def _place(scene: Scene, above: str, name: str) -> dict[str, str]:
    places = scene.world.places.children(above)
    found = next((place for place in places if place.name.lower() == name.lower()), places[0])
    return {"code": found.code, "name": found.name}


# --- hearing ---


def hear(catalog: Catalog, line: Line) -> Heard:
    if line.open in ("uang", "waktu"):
        return _hear_kind(catalog, line)
    ear = getattr(catalog.world, "ear", None)
    if line.open in ("setuju", "kosong"):
        acts = ear.hear(line.text, "consent" if line.open == "setuju" else "idle") if ear else None
        done = {act.name for act in acts.done} if acts else set()
        return Heard({}, done, story=not done or bool(acts and acts.left))
    moment = Moment(catalog, line)
    step = advance(moment.flow, moment.state, Typed(line.text, MESSAGE), moment.world)
    return _heard(moment, step, ear)


def _none_of(key: str, value: Any) -> Any:
    """The option "there is none" of a choice is what the act of that name leads to."""
    return value if key and isinstance(value, list) and [one.get("value") for one in value] == ["tidak_ada"] else None


def _came_with_yes(moment: Moment, step: Step) -> frozenset[str]:
    """What waited for a yes and all of which is there now was not told by these words."""
    waits = moment.state.pending
    confirm = waits.get("confirm") or {}
    given = dict(waits.get("given") or {}) | ({confirm["question"]: confirm["value"]} if confirm else {})
    came = all(key in step.state.answers and step.state.answers[key].value == given[key] for key in given)
    return frozenset(given) if came else frozenset()


def _heard(moment: Moment, step: Step, ear: Any) -> Heard:
    came = _came_with_yes(moment, step)
    found = Heard(_values(moment, step, came), story="first" in step.state.pending)
    waits = step.state.pending.get("confirm", {})
    if waits.get("question") == "dusun" and moment.line.open != "nama_baru":
        found.proposed = str(waits["value"]["name"])
    fresh = {key: answer for key, answer in step.state.answers.items() if key not in moment.state.answers}
    if any(_none_of(key, answer.value) for key, answer in fresh.items()):
        found.acts.add("tidak_ada")
    found.stood = {
        question.key: write(question.kind, step.state.answers[question.key].value)
        for question in moment.flow.questions
        if question.key in step.state.answers and question.key not in found.values
    }
    found.acts |= {wish.act for wish in getattr(step, "wishes", ())}
    if moment.line.open == "masih" and found.values and "given" not in step.state.pending:
        found.acts.add("tidak")  # another place than the one offered was named
    typed = moment.world.words.get(key_of(moment.line.text))
    found.acts |= {typed} if typed else _acts(moment, step, ear, bool(found.values)) if ear is not None else set()
    return found


def _values(moment: Moment, step: Step, came: frozenset[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for question in moment.flow.questions:
        before, after = moment.state.answers.get(question.key), step.state.answers.get(question.key)
        same_as_before = before is not None and after is not None and before.value == after.value
        if after is None or getattr(after, "told_in", None) or same_as_before or question.key in ("juga", *came):
            continue
        if after.value == _none_of(question.key, after.value):
            continue
        numbers = {name: str(after.value[name]) for name in ("rt", "rw") if name in after.value}
        found |= numbers
        if not (numbers and before is not None and before.value["name"] == after.value["name"]):
            found[question.key] = "*" if kind_of(question).free else write(question.kind, after.value)
    return found


def _acts(moment: Moment, step: Step, ear: Any, valued: bool) -> set[str]:
    from bot.core.flow.scene import situation_of

    scene = look(moment.flow, moment.state, moment.world)
    asked = scene.asked
    claims = kind_of(asked).claims if asked is not None else None
    claimed = bool(claims and asked and claims(ask_about(scene, asked), moment.line.text))
    if (not valued or step.ended) and not claimed:
        return {act.name for act in ear.hear(moment.line.text, situation_of(scene)).done}
    corrected = any(say.lead and say.lead.name.startswith("mesin.ralat") for say in step.say)
    return {"koreksi"} if "→" in str(step.say) or corrected else set()


def _hear_kind(catalog: Catalog, line: Line) -> Heard:
    tongue = tongue_of(catalog.world.spellings)
    ear = getattr(catalog.world, "ear", None)
    read = tongue.read_money(line.text) if line.open == "uang" else _when(tongue, line.text)
    if isinstance(read, results.Understood):
        return Heard({line.open: _money(read.value) if line.open == "uang" else _day(read.value)})
    acts = {act.name for act in ear.hear(line.text, "closed").done} if ear else set()
    if isinstance(read, results.Unknown):
        acts.add("tidak_tahu")
    return Heard({}, acts)


def _when(tongue: Any, text: str) -> Any:
    try:
        return tongue.read_when(text, TODAY, "WITA")
    except TypeError:
        return tongue.read_when(text, TODAY)


def _money(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{SIGNS[getattr(value, 'bound', '')]}{value.amount}" + (
        f"-{value.to}" if getattr(value, "to", None) else ""
    )


def _day(value: Any) -> str:
    parts = (value.day and value.day.isoformat(), value.at and value.at.strftime("%H:%M"))
    return " ".join(part for part in parts if part)


# --- scores ---


def verdict(catalog: Catalog, line: Line) -> tuple[str, str]:
    """("understood" | "asked" | "misread", what was made of it)."""
    found = hear(catalog, line)
    told = f"{found.values or ''} {sorted(found.acts) or ''} {'cerita?' if found.story else ''}".strip()
    kinds = {question.key: question.kind for question in catalog.flows["usulan"].questions} | {
        "uang": "uang",
        "waktu": "waktu",
    }
    wanted = dict(part.split("=", 1) for part in line.wanted if "=" in part)
    acts = {part.removeprefix("laku:") for part in line.wanted if part.startswith("laku:")}
    only_polite = acts <= POLITE
    if line.open == "tinjau" and acts & SENDS and found.acts & SENDS:
        acts, found.acts = acts - SENDS, found.acts - SENDS
    wrong = {k for k, v in found.values.items() if k not in wanted or not same(kinds.get(k, ""), wanted[k], v)}
    wrong_acts = {act for act in found.acts - acts - POLITE if not (act in HELPS and acts & HELPS)}
    if wanted and set(found.values) >= set(wanted):
        wrong_acts -= {"ya", "tidak", "koreksi", "mulai", "tidak_tahu", "tidak_ada"}
    if wrong or wrong_acts:
        return "misread", told
    if found.proposed and same("wilayah", wanted.get("dusun", ""), found.proposed):
        found.values["dusun"] = found.proposed
    stands = {key for key in wanted if key in found.stood and same(kinds[key], wanted[key], found.stood[key])}
    missing = (set(wanted) - set(found.values) - stands) | {
        a for a in acts - found.acts - POLITE if not (a in HELPS and found.acts & HELPS)
    }
    if acts and only_polite and not wanted and not (found.acts & acts):
        missing |= acts
    story = "cerita?" in line.wanted
    if missing or (story and not found.story):
        return "asked", told
    return "understood", told


def score(catalog: Catalog, lines: Sequence[Line], show: bool = True) -> dict[str, Counter[str]]:
    """Counts by kind; prints what was not understood."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        judged, told = verdict(catalog, line)
        by_kind[line.kind][judged] += 1
        if show and judged != "understood":
            sys.stdout.write(f"{judged:8} {line.kind:10} [{line.open}] {line.text!r}\n")
            sys.stdout.write(f"         wanted {sorted(line.wanted)}  got {told}\n")
    return by_kind


def table(by_kind: Mapping[str, Counter[str]]) -> str:
    rows = []
    every: Counter[str] = Counter()
    for kind, counts in sorted(by_kind.items()):
        every += counts
        rows.append(_row(kind, counts))
    return "\n".join([*rows, _row("all", every)])


def _row(name: str, counts: Counter[str]) -> str:
    total = counts.total() or 1
    shares = (f"{100 * counts[each] / total:5.1f} % {each}" for each in ("understood", "asked", "misread"))
    return f"{name:11} {counts.total():4}  {'  '.join(shares)}"


def main(paths: Sequence[str]) -> None:
    catalog = load(CONTENT, "73.16")
    quiet = "-q" in paths
    for path in (path for path in paths if path != "-q"):
        lines = list(lines_of(Path(path)))
        found = score(catalog, lines, show=not quiet)
        sys.stdout.write(f"\n{path}\n{table(found)}\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])

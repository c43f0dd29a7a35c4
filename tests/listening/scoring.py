"""Scoring labelled messages through the interpreter itself: what stands in the record afterwards, what was done, what
is asked. `python -m tests.listening.scoring FILE…` prints the figures and every line that was not understood.

A line is *understood* when all its label says holds and nothing else was taken; *asked* when nothing wrong was taken
and the bot asks; *misread* when a value or an act was taken that the label does not have.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.catalog import Catalog, load
from bot.core.flow.scene import ask_about, kind_of, look, question_of, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.writing import key_of
from bot.core.kinds.waktu import known
from bot.core.understanding import results
from bot.core.understanding.tongue import tongue_of
from tests.listening.moments import TODAY, Line, Moment, lines_of
from tests.listening.written import same, write, write_money, write_when
from tests.support.content import CONTENT

#: Only said, or not told apart by those who wrote the labels.
POLITE = frozenset({"salam", "terima_kasih", "basa_basi"})
HELPS = frozenset({"ulangi", "bantuan", "tanya_kenapa", "tanya_lain"})

#: Heard alone they take nothing: it is asked what is to be put right, by either alike.
CHANGES_NOTHING = frozenset({"koreksi", "ubah"})
#: By these sentences they may go on another time.
LATER = frozenset({"mesin.boleh_nanti", "mesin.tanyakan_dulu"})

_PUT_RIGHT = re.compile(r"mesin\.ralat(?!_semua)")  # which only joins what is said back
_PLACES = frozenset({"kecamatan", "desa", "dusun"})

#: On the review card a yes is what sends.
_NUMBERED = ("rt", "rw")
SENDS = frozenset({"ya", "kirim"})
#: … and a no asks what is to be changed.
CHANGES = frozenset({"tidak", "ubah"})
#: What may be left out is passed over by each of these alike.
PASSES = frozenset({"tidak", "lewati", "tidak_ada"})
_ALIKE = {"tinjau": (SENDS, CHANGES), "lokasi": (PASSES,), "foto": (PASSES,), "patokan": (PASSES | {"tidak_tahu"},)}


@dataclass
class Heard:
    """What the program made of it. `proposed`: a dusun that is on no list, which needs a yes by the rules. `stood`:
    what stood in the record before and still does: a label may say it again. `from_story`: what a story told of other
    questions, which is said back with it; labels seldom name it."""

    values: dict[str, str] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)
    story: bool = False
    proposed: str = ""
    stood: dict[str, str] = field(default_factory=dict)
    from_story: dict[str, str] = field(default_factory=dict)


# --- hearing ---


def hear(catalog: Catalog, line: Line) -> Heard:
    if line.open in ("uang", "waktu"):
        return _hear_kind(catalog, line)
    ear = getattr(catalog.world, "ear", None)
    if line.open in ("setuju", "kosong"):
        heard = ear.hear(line.text, "consent" if line.open == "setuju" else "idle") if ear else None
        acts = ear.hear_at(lambda: line.open, line.text, heard) if ear else None
        done = {act.name for act in acts.done} if acts else set()
        return Heard({}, done, story=not done or bool(acts and acts.left))
    moment = Moment(catalog, line)
    step = moment.say(line.text)
    return _heard(moment, step, ear)


def _none_of(key: str, value: Any) -> Any:
    """The option "there is none" of a choice is what the act of that name leads to."""
    return value if key and isinstance(value, list) and [one.get("value") for one in value] == ["tidak_ada"] else None


def _came_with_yes(moment: Moment, step: Step) -> dict[str, Any]:
    """What waited for a yes and all of which is there now was not told by these words; an RT beside the yes was."""
    waits, answers = moment.state.pending, step.state.answers
    confirm = waits.get("confirm") or {}
    given = dict(waits.get("given") or {}) | ({confirm["question"]: confirm["value"]} if confirm else {})
    came = all(key in answers and _unnumbered(answers[key].value) == _unnumbered(given[key]) for key in given)
    return given if came else {}


def _unnumbered(value: Any) -> Any:
    return {key: one for key, one in value.items() if key not in _NUMBERED} if isinstance(value, dict) else value


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
    found.from_story = {
        question.key: write(question.kind, fresh[question.key].value)
        for question in moment.flow.questions
        if question.key in fresh and fresh[question.key].told_in
    }
    found.acts |= {wish.act for wish in getattr(step, "wishes", ())}
    if "dusun" in came and "dusun" in step.state.answers:
        found.acts.add("ya")  # to a name that is on no list
    is_over = not {"given", "confirm"} & set(step.state.pending)
    if moment.line.open in ("masih", "nama_baru") and is_over and found.values.keys() - {*_NUMBERED}:
        found.acts.add("tidak")  # another place than the one offered was named
    if moment.line.open == "batal" and not found.values:
        return _of_cancelling(moment, step, ear, found)
    typed = moment.world.words.get(key_of(moment.line.text))
    found.acts |= {typed} if typed else _acts(moment, step, ear, bool(found.values)) if ear is not None else set()
    return _as_done(moment, step, found)


def _as_done(moment: Moment, step: Step, found: Heard) -> Heard:
    """What was done, where the ear alone would have made something else of the words."""
    said = {say.sentence for say in step.say} | {say.lead.name for say in step.say if say.lead}
    if not found.values and said & LATER:
        found.acts = (found.acts & {"nanti", "tidak_tahu"}) or {"nanti"}
    elif not found.values and not found.acts and moment.line.open in {*step.state.skipped} - {*moment.state.skipped}:
        found.acts = {"lewati"}
    return found


def _of_cancelling(moment: Moment, step: Step, ear: Any, found: Heard) -> Heard:
    """Whatever the words are called: the draft is thrown away, or it goes on, or the same is asked again."""
    said = moment.world.words.get(key_of(moment.line.text))
    acts = found.acts | ({said} if said else _acts(moment, step, ear, valued=False))
    if step.ended:
        found.acts = (acts - {"batal"}) | {"ya"}
    elif "cancel" in step.state.pending:
        found.acts = acts - {"batal", "terserah", "ya"}
    else:
        found.acts = acts
    return found


def _values(moment: Moment, step: Step, came: dict[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for question in moment.flow.questions:
        before, after = moment.state.answers.get(question.key), step.state.answers.get(question.key)
        same_as_before = before is not None and after is not None and before.value == after.value
        if after is not None and question.key in came and isinstance(after.value, dict):
            new = {name: one for name, one in after.value.items() if came[question.key].get(name) != one}
            found |= {name: str(new[name]) for name in _NUMBERED if name in new}
        if after is None or getattr(after, "told_in", None) or same_as_before or question.key in ("juga", *came):
            continue
        if after.value == _none_of(question.key, after.value):
            continue
        numbers = {name: str(after.value[name]) for name in ("rt", "rw") if name in after.value}
        stood = before.value if numbers and before is not None else {}
        found |= {name: number for name, number in numbers.items() if str(stood.get(name)) != number}
        if not (numbers and before is not None and before.value["name"] == after.value["name"]):
            found[question.key] = "*" if kind_of(question).free else write(question.kind, after.value)
    return found


def _acts(moment: Moment, step: Step, ear: Any, valued: bool) -> set[str]:
    scene = look(moment.flow, moment.state, moment.world)
    asked = scene.asked
    claims = kind_of(asked).claims if asked is not None else None
    claimed = bool(claims and asked and claims(ask_about(scene, asked), moment.line.text))
    if (not valued or step.ended) and not claimed:
        text, heard = moment.line.text, ear.hear(moment.line.text, situation_of(scene))
        return {act.name for act in ear.hear_at(lambda: question_of(scene, Typed(text, 0)), text, heard).done}
    leads = str([say.lead for say in step.say])
    return {"koreksi"} if "→" in str(step.say) or _PUT_RIGHT.search(leads) else set()


def _hear_kind(catalog: Catalog, line: Line) -> Heard:
    tongue = tongue_of(catalog.world.spellings)
    ear = getattr(catalog.world, "ear", None)
    read: Any = tongue.read_money(line.text) if line.open == "uang" else _when(tongue, line.text)
    if isinstance(read, results.Understood):
        if line.open == "waktu" and read.value.day and known(read.value, False, TODAY) is None:
            return Heard()  # said to be over, and asked again
        told = write_money(read.value) if line.open == "uang" else write_when(read.value)
        if line.open == "waktu" and read.value.day is None:
            told = " ".join(filter(None, (_day_before(line), told)))  # an hour alone is of the day told before
        return Heard({line.open: told})
    acts = {act.name for act in ear.hear(line.text, "closed").done} if ear else set()
    if isinstance(read, results.Unknown):
        acts.add("tidak_tahu")
    return Heard({}, acts)


def _day_before(line: Line) -> str:
    return next((one.removeprefix("waktu=").split()[0] for one in line.before if one.startswith("waktu=")), "")


def _when(tongue: Any, text: str) -> Any:
    try:
        return tongue.read_when(text, TODAY, "WITA")
    except TypeError:
        return tongue.read_when(text, TODAY)


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
    found.values |= {key: value for key, value in found.from_story.items() if key in wanted}
    acts = {part.removeprefix("laku:") for part in line.wanted if part.startswith("laku:")}
    only_polite = acts <= POLITE
    acts = _without_equal(line, found, acts)
    if "bahaya" in acts and catalog.danger.is_urgent(line.text):
        found.acts.add("bahaya")  # `work/usulan/dangers/danger.py` answers it first; the words stay as they were said
        found.values = {k: v for k, v in found.values.items() if k in wanted or v != "*"}
    if "dusun" in wanted and "patokan" not in wanted and line.open in _PLACES:
        found.values.pop("patokan", None)  # "dolo, dekat kuburan": where it is, as it was said, beside its dusun
    wrong = {k for k, v in found.values.items() if k not in wanted or not same(kinds.get(k, ""), wanted[k], v)}
    wrong_acts = {act for act in found.acts - acts - POLITE if not (act in HELPS and acts & HELPS)}
    if wanted and set(found.values) >= set(wanted):
        wrong_acts -= {"ya", "tidak", "koreksi", "mulai", "tidak_tahu", "tidak_ada"}
    if wrong or (wrong_acts - CHANGES_NOTHING if not found.values else wrong_acts):
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


def _without_equal(line: Line, found: Heard, acts: set[str]) -> set[str]:
    """The acts of the label without those for which another was done that comes to the same."""
    if "tidak_tahu" in acts and found.values.get(line.open) == "tidak tahu":
        found.acts.add(found.values.pop(line.open).replace(" ", "_"))  # kept as the answer that nobody knows
    for alike in (*_ALIKE.get(line.open, ()), CHANGES_NOTHING):
        if acts & alike and found.acts & alike:
            acts, found.acts = acts - alike, found.acts - alike
    return acts


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
    catalog, quiet = load(CONTENT, "73.16"), "-q" in paths
    for path in (path for path in paths if path != "-q"):
        found = score(catalog, list(lines_of(Path(path))), show=not quiet)
        sys.stdout.write(f"\n{path}\n{table(found)}\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])

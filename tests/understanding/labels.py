"""Reading labelled utterances, and the figures that come out."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.core.understanding.amounts.bounds import sign_amount
from bot.core.understanding.amounts.money import sign_money
from bot.core.understanding.amounts.show import show_number
from bot.core.understanding.amounts.sizes import show_volume
from bot.core.understanding.rt_rw import say_rt_rw
from tests.support import tongue as u

TODAY = date(2026, 11, 24)
UNKNOWN, ASK = "tidak tahu", "?"
FILES = ("utterances.toml", "held_out.toml", "held_out_again.toml")


@dataclass(frozen=True)
class Score:
    """Counts. `understood` and `asked` are of the understandable ones, `misread` of all."""

    total: int
    understandable: int
    understood: int
    asked: tuple[str, ...]
    misread: tuple[str, ...]

    def line(self, name: str) -> str:
        wanted = max(self.understandable, 1)
        return (
            f"{name:8} {self.total:4} utterances: {self.understood_share:5.1f} % understood, "
            f"{self.misread_share:4.1f} % misread, {100 * len(self.asked) / wanted:5.1f} % asked again"
        )

    @property
    def understood_share(self) -> float:
        """Percent of those that can be understood."""
        return 100 * self.understood / max(self.understandable, 1)

    @property
    def misread_share(self) -> float:
        """Percent of all."""
        return 100 * len(self.misread) / max(self.total, 1)


def write_people(people: u.People) -> str:
    """As "L90 P110", "~60", "KK12-15"; "M20" are poor families beside others."""
    split = people.male is not None and people.female is not None
    told = (
        ("", "" if split else "total"),
        ("L", "male"),
        ("P", "female"),
        ("KK", "families"),
        ("M", _poor(people)),
        ("R", "houses"),
    )
    numbers = ((letter, getattr(people, field), people.limit(field)) for letter, field in told if field)
    written = ((letter, sign_amount(n, limit.bound, limit.to)) for letter, n, limit in numbers if n is not None)
    return " ".join(f"{letter}{_plain(number).replace('.', '')}" for letter, number in written)


def _poor(people: u.People) -> str:
    return "" if people.poor == people.families else "poor"


def write_volume(volume: u.Volume) -> str:
    return _plain(show_volume(volume))


def _plain(shown: str) -> str:
    """ "~60", ">20", "<20", "20-30"."""
    return shown.replace("± ", "~").replace("> ", ">").replace("< ", "<").replace("–", "-")


def write_when(when: u.When) -> str:
    told = (when.day and when.day.isoformat(), when.at and when.at.strftime("%H:%M"), when.part)
    return " ".join(part for part in told if part)


def write_money(money: u.Rupiah) -> str:
    return _plain(sign_money(money)).replace("Rp", "").replace(".", "")


def write_place(place: u.RtRw) -> str:
    said = say_rt_rw(place).values
    return "/".join(f"{name.upper()} {said[name]}" for name in ("rt", "rw") if said[name])


READERS: Mapping[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "orang": (u.read_people, write_people),
    "ukuran": (u.read_volume, write_volume),
    "uang": (u.read_money, write_money),
    "rt_rw": (u.read_rt_rw, write_place),
    "waktu": (lambda text: u.read_when(text, TODAY), write_when),
    "angka": (u.read_number, lambda number: show_number(number).replace(".", "")),
}


def load(name: str) -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return told


def hear(kind: str, text: str) -> str:
    """What the program makes of it, in the words of a label."""
    read, write = READERS[kind]
    found = read(text)
    if isinstance(found, u.Understood):
        return write(found.value)
    return UNKNOWN if isinstance(found, u.Unknown) else ASK


def score(kind: str, labels: Mapping[str, str]) -> Score:
    heard = {text: hear(kind, text) for text in labels}
    wanted = [text for text in labels if labels[text] != ASK]
    return Score(
        len(labels),
        len(wanted),
        sum(heard[text] == labels[text] for text in wanted),
        tuple(text for text in wanted if heard[text] == ASK),
        tuple(f"{text} -> {heard[text]}" for text in labels if heard[text] not in (labels[text], ASK)),
    )


def add(scores: list[Score]) -> Score:
    return Score(
        sum(each.total for each in scores),
        sum(each.understandable for each in scores),
        sum(each.understood for each in scores),
        tuple(text for each in scores for text in each.asked),
        tuple(text for each in scores for text in each.misread),
    )

"""A form that stands where a labelled message was said."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.catalog import Catalog
from bot.core.flow.correcting.amending import RT_RW
from bot.core.flow.interpreter import advance
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask
from bot.core.forms.say import Step
from bot.core.forms.state import Answer, State
from bot.core.forms.world import World

TODAY, NOW = date(2026, 11, 26), datetime(2026, 11, 26, 10, 0)  # noqa: DTZ001 - local, as a conversation has it
MESSAGE = 777
DRAFT = "d"
#: What a draft holds of an answer that is put right later, where the label does not say it.
_PLAIN = {"jumlah": "41", "kurang_mampu": "KK6", "ukuran": "70 m"}
_PUTS_RIGHT = re.compile(r"\b(?:tadi|td|bukan|salah|keliru|harusnya|mestinya|terbalik|kebalik|ralat)\b", re.IGNORECASE)
_CALLED = {"tempat_baru": "nama_baru"}  # by some hands


@dataclass(frozen=True)
class Line:
    """One labelled message."""

    kind: str
    open: str
    text: str
    wanted: frozenset[str]
    before: tuple[str, ...] = ()


def line(at: str, text: str, *before: str) -> Line:
    """These words, where this is asked."""
    return Line("", at, text, frozenset(), before)


def lines_of(path: Path) -> Iterator[Line]:
    for told in tomllib.loads(path.read_text(encoding="utf-8"))["baris"]:
        opened = _CALLED.get(told["buka"], told["buka"])
        yield Line(told["jenis"], opened, told["teks"], frozenset(told["harus"]), tuple(told.get("sudah", ())))


class Moment:
    """A form that stands where the line says."""

    def __init__(self, catalog: Catalog, line: Line) -> None:
        self.line, self.flow = line, catalog.flows["usulan"]
        self.world = _at(catalog.world)
        self.state = State("usulan", DRAFT)
        self.told = dict(part.split("=", 1) for part in line.before)
        self._stand()

    def say(self, text: str) -> Step:
        """What becomes of these words."""
        return advance(self.flow, self.state, Typed(text, MESSAGE), self.world)

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
            within = {part: int(self.told[part]) for part in RT_RW if part in self.told}
            listed = (told or "") in names or not told
            return {"name": told or (names[0] if names else "Tengah"), "listed": listed, **within}
        told = told or (_PLAIN.get(key) if self._puts_right(key) else None)
        return self._read(scene, key, told) if told else None

    def _puts_right(self, key: str) -> bool:
        """Whether this answer, which was given before, is told anew and the old one said to be wrong."""
        told = {one.partition("=")[0] for one in self.line.wanted}
        return key in told and _PUTS_RIGHT.search(self.line.text) is not None

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
    more: dict[str, Any] = {"today": TODAY, "zone": "WITA"}
    if "now" in {one.name for one in fields(world)}:
        more["now"] = NOW
    return replace(world, **more)


def _place(scene: Scene, above: str, name: str) -> dict[str, str]:
    places = scene.world.places.children(above)
    found = next((place for place in places if place.name.lower() == name.lower()), places[0])
    return {"code": found.code, "name": found.name}

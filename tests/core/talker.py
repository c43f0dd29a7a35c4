"""A person who fills in an usulan and says all sorts of things in between: nothing of that is an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance, begin, record
from bot.core.flow.scene import REVIEW, Scene, kind_of, look
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Flow
from tests.listening.moments import TODAY

DRAFT = "abc12345"

#: What nobody can take for an answer, by what it may change.
SAYINGS: dict[str, tuple[str, ...]] = {
    "salam": ("assalamualaikum", "selamat pagi pak", "halo, selamat sore", "tabe, minta maaf mengganggu"),
    "terima_kasih": ("terima kasih banyak", "makasih nah", "trima kasih pak"),
    "tanya": (
        "kapan rapatnya?",
        "usulanku sudah sampai di mana?",
        "apakah ini dipungut biaya?",
        "ini siapa yang balas?",
        "siapa yang baca ceritaku nanti?",
        "apa itu musrenbang?",
        "dapat uang berapa kalau mengusul?",
        "data saya dipakai untuk apa?",
    ),
    "basa_basi": ("apa kabar?", "lagi apa?", "hahaha"),
    "marah": ("kau bot bodoh sekali!", "dasar bot tidak berguna!"),
    "ya_tidak": ("iya", "iya pak", "betul", "tidak", "bukan"),
    "tetap": ("ulangi pertanyaannya", "bantuan", "lanjut", "nanti saja saya lanjutkan"),
    "batal": ("batal", "batalkan saja"),
    "kembali": ("kembali", "kembali ke pertanyaan sebelumnya", "bukan, maksud saya kembali"),
    "lewati": ("lewati", "lewati saja pertanyaan ini", "tidak tahu", "saya tidak tahu", "eh bukan, maksudku lewati"),
}

PLACES = {"kecamatan": ("73.16.01", "Maiwa"), "desa": ("73.16.01.2014", "Baringin"), "dusun": ("galiso", "Galiso")}
WORDS: dict[str, tuple[str, ...]] = {
    "kecamatan": ("Maiwa", "kecamatan Maiwa", "kec. maiwa"),
    "desa": ("Baringin", "desa Baringin"),
    "dusun": ("Galiso", "dusun Galiso"),
    "cerita": ("Jalan ke kebun licin kalau hujan, motor sering jatuh di tanjakan.",),
    "harapan": ("Mohon jalannya dirabat supaya aman dilewati.",),
    "kategori": ("urusannya jalan",),
    "merasakan": ("yang merasakan ibu-ibu dan lansia",),
    "jumlah": ("yang kena 90 laki-laki dan 110 perempuan",),
    "kurang_mampu": ("yang kurang mampu 19 KK",),
    "patokan": ("dekat masjid Nurul Iman",),
    "ukuran": ("panjangnya 250 meter lebarnya 3 meter",),
    "alasan": ("Kalau ditunda, hasil kebun busuk di jalan.",),
    "sumbangan": ("warga bisa menyumbang tenaga dan pasir",),
}
#: What may be told at any closed question once the story is told.
ANYWHERE = frozenset(("merasakan", "jumlah", "kurang_mampu", "patokan", "ukuran", "sumbangan", "kategori"))


def world_of(catalog: Catalog) -> Any:
    return replace(catalog.world, today=TODAY, zone="WITA")


@dataclass
class Talker:
    """`expected`: what every answer is kept as. `given`: the keys whose answers stand, as the person believes. `said`:
    everything that was no answer."""

    catalog: Catalog
    dice: Random
    expected: dict[str, Any] | None = None
    number: int = 0
    given: set[str] = field(default_factory=set)
    said: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    state: State = field(init=False)
    ended: str | None = None

    def __post_init__(self) -> None:
        self.world = world_of(self.catalog)
        self.state = begin(self.flow, DRAFT, self.world).state

    @property
    def flow(self) -> Flow:
        return self.catalog.flows["usulan"]

    @property
    def scene(self) -> Scene:
        return look(self.flow, self.state, self.world)

    @property
    def record(self) -> dict[str, Any]:
        return record(self.flow, self.state)

    @property
    def stored(self) -> list[str]:
        """What was said besides and stands somewhere among the answers, of whatever question and version."""
        told = self.state.to_json()
        lines = [line.lower() for line in _texts([told["answers"], told["before"]])]
        return [words for words in self.said if any(_holds(line, words.lower()) for line in lines)]

    def hear(self, heard: Heard) -> None:
        step = advance(self.flow, self.state, heard, self.world)
        self.state, self.ended = State.from_json(step.state.to_json()), step.ended
        self.log.append(f"{heard} -> {[say.sentence for say in step.say]} {step.changed}")
        assert step.say or step.ended, self.log
        for say in step.say:
            if say.sentence:
                self.catalog.message(say)

    def message(self) -> int:
        self.number += 1
        return self.number

    # --- answers --------------------------------------------------------------------------------------------------

    def answer(self, key: str) -> None:
        """`key` stands open, or is told ahead."""
        open_now = self.scene.asked is not None and self.scene.asked.key == key
        if key == "foto":
            self.hear(Sent("photo", self.message(), FileRef("f", "u", 1000, "image/jpeg", 12, 800, 600)))
        elif key == "lokasi":
            self.hear(Sent("location", self.message(), point=(-3.5, 119.8)))
        elif open_now and key in PLACES and self.dice.random() < 0.4:
            self.hear(Pressed(DRAFT, key, PLACES[key][0]))
        else:
            self.hear(Typed(self.dice.choice(WORDS[key]), self.message()))
        self.given.add(key)
        assert self.expected is None or self.record.get(key) == self.expected[key], (key, self.log)

    def answer_something(self) -> None:
        asked = self.scene.asked
        assert asked is not None, self.log
        ahead = [key for key in ANYWHERE if key not in self.given and key not in self.state.skipped]
        if asked.key == "merasakan" and "kurang_mampu" in ahead:
            ahead.remove("kurang_mampu")  # who has little may be who feels it
        if not kind_of(asked).free and "cerita" in self.given and ahead and self.dice.random() < 0.4:
            self.answer(self.dice.choice(sorted(ahead)))
        else:
            self.answer(asked.key)

    # --- what is none ---------------------------------------------------------------------------------------------

    def say_something(self) -> None:
        """Whatever it is, it is never stored, and changes what it may change and nothing else."""
        sort = self.dice.choice(sorted(SAYINGS))
        words = self.dice.choice(SAYINGS[sort])
        if sort == "ya_tidak" and ("cancel" in self.state.pending or self.scene.target == REVIEW):
            return
        before, asked = self.state, self.scene.asked
        self.hear(Typed(words, self.message()))
        self.said.append(words)
        now = {key: answer.value for key, answer in self.state.answers.items()}
        was = {key: answer.value for key, answer in before.answers.items()}
        gone, new = set(was) - set(now), {key for key in now if now[key] != was.get(key)}
        mine = {asked.key} if asked is not None else set()
        none = new | set(self.state.skipped) - set(before.skipped)
        if sort == "kembali":
            assert not new, self.log
            assert len(gone) <= 1, self.log
        elif sort in ("lewati", "ya_tidak"):
            assert not gone, self.log
            assert none <= mine, self.log
            assert all(_says_nothing(now[key]) for key in new), self.log
        else:
            assert not gone, self.log
            assert not none, self.log
        self.given -= gone
        self.given -= none


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def _holds(line: str, words: str) -> bool:
    """One word may be a part of any answer."""
    return words in line if " " in words else words == line.strip(" .!?")


def _says_nothing(value: Any) -> bool:
    """Unknown, or the option that says there is none."""
    return value == {"unknown": True} or (isinstance(value, list) and [one["value"] for one in value] == ["tidak_ada"])


def finish(talker: Talker, most: int = 30) -> None:
    """Answer plainly until the card is shown."""
    for _ in range(most):
        if talker.scene.target == REVIEW:
            return
        asked = talker.scene.asked
        assert asked is not None, talker.log
        talker.answer(asked.key)
    raise AssertionError(talker.log)

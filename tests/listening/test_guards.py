"""The rules around the model, each with a model as sure as the test wants: what it says does not decide here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pytest

from bot.catalog.ear import ear_of, read_rules
from bot.catalog.taught.examples import WEIGHTS_FILE
from bot.core.listening.acts import Ear
from bot.core.listening.model import unpack
from bot.core.listening.shapes import Acts, Situation
from tests.listening.conftest import CONTENT


@dataclass(frozen=True)
class Says:
    """A model of one opinion; with `where` only of texts that have this word."""

    act: str
    sure: float = 1.0
    share: float = 1.0
    where: str = ""

    def shares(self, features: Iterable[str]) -> set[str]:
        return set(features)

    def likely(self, seen: set[str], _priors: Mapping[str, float] | None) -> dict[str, float]:
        if self.where and f"W {self.where}" not in seen:
            return {"bukan": 1.0, self.act: 0.0, "lanjut": 0.0}
        other = self.sure * (1 - self.share)
        return {"bukan": 1 - self.sure, self.act: self.sure * self.share, "lanjut": other}


@pytest.fixture
def own_ear() -> Ear:
    """One of which the test may exchange the model."""
    return ear_of(CONTENT)


def _hear(ear: Ear, model: Says, said: str, situation: Situation = "closed") -> Acts:
    ear._judge._model = model  # type: ignore[assignment]
    return ear.hear(said, situation)


def _done(heard: Acts) -> list[str]:
    return [act.name for act in heard.done]


def _maybe(heard: Acts) -> list[str]:
    return [act.name for act in heard.maybe]


@pytest.mark.parametrize(
    ("sure", "share", "situation", "done", "maybe"),
    [
        (0.89, 0.71, "closed", ["nanti"], []),
        (0.87, 0.71, "closed", [], ["nanti"]),
        (0.89, 0.69, "closed", [], ["nanti", "lanjut"]),
        (0.44, 0.90, "closed", [], []),
        (0.94, 0.90, "free", [], ["nanti"]),
        (0.96, 0.90, "free", ["nanti"], []),
        (0.87, 0.90, "idle", [], []),
        (0.87, 0.90, "consent", [], []),
    ],
)
def test_how_sure_an_act_has_to_be(
    own_ear: Ear, sure: float, share: float, situation: Situation, done: list[str], maybe: list[str]
) -> None:
    heard = _hear(own_ear, Says("nanti", sure, share), "mau makan sama anak", situation)
    assert (_done(heard), _maybe(heard)) == (done, maybe)


def test_a_pattern_decides_two_words_if_the_model_thinks_the_same(own_ear: Ear) -> None:
    assert _done(_hear(own_ear, Says("ulangi", 0.5), "maksudnya apa")) == ["ulangi"]
    assert _done(_hear(own_ear, Says("nanti", 0.5), "maksudnya apa")) == []
    assert _done(_hear(own_ear, Says("terserah", 0.5), "yang mana saja boleh")) == []


def test_words_that_no_example_has_are_no_act(own_ear: Ear) -> None:
    heard = _hear(own_ear, Says("marah"), "Pak Lamakkaraseng")
    assert (heard.done, heard.maybe, heard.left) == ((), (), "Pak Lamakkaraseng")


@pytest.mark.parametrize("said", ["ya sampai jalan", "ya nanti", "ya kalau bisa", "ya bukan", "setuju sama pak desa"])
def test_a_yes_is_one_when_alone(own_ear: Ear, said: str) -> None:
    heard = _hear(own_ear, Says("ya"), said, "review")
    assert (_done(heard), _maybe(heard)) == ([], ["ya"])


@pytest.mark.parametrize("situation", ["idle", "consent", "review"])
def test_what_a_rule_holds_back_is_asked_about_everywhere(own_ear: Ear, situation: Situation) -> None:
    assert _maybe(_hear(own_ear, Says("kirim"), "jangan kirim", situation)) == ["kirim"]


@pytest.mark.parametrize(
    ("act", "said"),
    [("kirim", "kirim besok"), ("batal", "jangan dibatalkan"), ("hapus_data", "kalau mau hapus data saya")],
)
def test_nothing_is_done_that_is_only_spoken_about(own_ear: Ear, act: str, said: str) -> None:
    assert _done(_hear(own_ear, Says(act), said)) == []


@pytest.mark.parametrize(
    ("said", "heard"), [("silakan dicatat", []), ("dicatat mi saja", []), ("itu tadi jgn dicatat", ["jangan_tulis"])]
)
def test_what_has_no_word_that_an_act_needs_is_not_its_opposite(own_ear: Ear, said: str, heard: list[str]) -> None:
    told = _hear(own_ear, Says("jangan_tulis"), said)
    assert (_done(told), _maybe(told)) == (heard, [])


@pytest.mark.parametrize(("situation", "asked"), [("review", ["ya"]), ("consent", ["ya"]), ("idle", []), ("free", [])])
def test_a_yes_before_a_comma_is_asked_about_unless_it_begins_a_story(
    own_ear: Ear, situation: Situation, asked: list[str]
) -> None:
    heard = _hear(own_ear, Says("nanti", where="kosong"), "iya, jalan rusak", situation)
    assert (heard.done, _maybe(heard), heard.left) == ((), asked, "iya, jalan rusak")


def test_what_stands_behind_a_yes_is_done_and_the_yes_is_asked_about(own_ear: Ear) -> None:
    heard = _hear(own_ear, Says("jangan_nama", where="nama"), "iya boleh tapi jangan nama saya", "closed")
    assert (_done(heard), _maybe(heard), heard.left) == (["jangan_nama"], ["ya"], "iya boleh tapi")


def test_a_no_behind_a_yes_is_not_done(own_ear: Ear) -> None:
    heard = _hear(own_ear, Says("tidak", where="jangan"), "iya, jangan", "review")
    assert (_done(heard), _maybe(heard)) == ([], ["ya"])


def test_a_greeting_goes_on_behind_its_first_word(own_ear: Ear) -> None:
    heard = _hear(own_ear, Says("salam", where="halo"), "halo, ada orang")
    assert (_done(heard), heard.left) == (["salam"], "")


LONG = "jalan tani di dusun kami rusak parah dan kalau hujan motor tidak bisa lewat sampai ke kebun"


@pytest.mark.parametrize(
    ("act", "end", "done"),
    [
        ("jangan_nama", "jangan tulis nama saya", ["jangan_nama"]),
        ("jangan_nama", "ada tanda nama saya", []),  # none of its patterns
        ("terserah", "terserah nama saya jangan tulis", []),
        ("tanya_rahasia", "siapa tahu nama saya?", ["tanya_rahasia"]),
        ("tanya_rahasia", "siapa tahu jangan tulis nama saya", []),
        ("terserah", "terserah nama saya?", []),
    ],
)
def test_only_some_acts_and_questions_come_out_of_a_long_text(
    own_ear: Ear, act: str, end: str, done: list[str]
) -> None:
    assert _done(_hear(own_ear, Says(act, where="nama"), f"{LONG}. {end}")) == done


def test_out_of_a_long_text_comes_only_what_is_very_sure(own_ear: Ear) -> None:
    said = f"{LONG}. jangan tulis nama saya"
    assert _done(_hear(own_ear, Says("jangan_nama", 0.98), said)) == ["jangan_nama"]
    assert _done(_hear(own_ear, Says("jangan_nama", 0.96), said)) == []


def test_a_part_between_commas_may_come_out_of_a_long_text(own_ear: Ear) -> None:
    heard = _hear(own_ear, Says("jangan_nama", where="nama"), f"jangan tulis nama saya, {LONG}")
    assert (_done(heard), heard.left) == (["jangan_nama"], LONG)


def test_a_situation_makes_acts_likelier() -> None:
    priors = read_rules(CONTENT).priors
    assert priors["yes_no"]["ya"] > 1
    assert priors["free"]["bukan"] > 1 > priors["idle"]["bukan"]
    assert set(unpack((CONTENT / WEIGHTS_FILE).read_bytes()).acts) >= {act for each in priors.values() for act in each}

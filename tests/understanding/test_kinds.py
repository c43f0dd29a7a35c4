"""The kinds orang, ukuran and uang as a form uses them."""

from typing import Any

import pytest

from bot.core import kinds
from bot.core.flow.interpreter import advance, begin, correct, record
from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Ask, Flow, Question, Reading, Refused, Took, Unsure
from bot.core.forms.say import Say, Words
from bot.core.places.places import Places
from tests.support.tongue import World

WORLD = World(Places([("73.16", "Enrekang")], {}))
MANY = {"orang": "200", "ukuran": "120 m x 3 m", "uang": "1,5 jt"}
KEPT: dict[str, Any] = {
    "orang": {"total": 200},
    "ukuran": {"sizes": [{"amount": "120", "unit": "m", "side": ""}, {"amount": "3", "unit": "m", "side": ""}]},
    "uang": {"rupiah": 1_500_000},
}
SURELY = pytest.mark.parametrize("kind", sorted(MANY))


def _ask(kind: str, **params: Any) -> Ask:
    return Ask(Question("q", kind, kinds.find(kind).Params(**params)), {}, WORLD)


def _read(kind: str, heard: Heard | str, **params: Any) -> Reading:
    return kinds.find(kind).read(_ask(kind, **params), Typed(heard, 1) if isinstance(heard, str) else heard)


@SURELY
def test_what_was_understood_is_kept_holds_and_is_said_back(kind: str) -> None:
    assert Took(KEPT[kind], guessed=True) == _read(kind, MANY[kind])
    assert kinds.find(kind).holds(_ask(kind), KEPT[kind])
    shown = kinds.find(kind).show(_ask(kind), KEPT[kind])
    assert isinstance(shown, Words)
    assert f"pengertian.{kind}" == shown.name


@SURELY
def test_not_knowing_is_an_answer_only_where_the_form_allows_it(kind: str) -> None:
    assert Took({"unknown": True}, guessed=True) == _read(kind, "kurang tahu pak", belum_tahu="Belum tahu")
    assert isinstance(_read(kind, "kurang tahu pak"), Refused)
    assert not kinds.find(kind).holds(_ask(kind), {"unknown": True})
    assert kinds.find(kind).holds(_ask(kind, belum_tahu="Belum tahu"), {"unknown": True})


@SURELY
def test_the_button_for_not_knowing_is_there_only_where_the_form_allows_it(kind: str) -> None:
    kind_of = kinds.find(kind)
    assert ["Belum tahu"] == [offer.label for offer in kind_of.offers(_ask(kind, belum_tahu="Belum tahu"))]
    assert () == kind_of.offers(_ask(kind))
    pressed = Pressed("d", "q", "tidak_tahu")
    assert Took({"unknown": True}) == _read(kind, pressed, belum_tahu="Belum tahu")
    assert isinstance(_read(kind, pressed), Refused)


@pytest.mark.parametrize(
    ("kind", "typed", "labels", "value"),
    [
        ("orang", "200 atau 250 orang", ["200 orang", "250 orang"], {"total": 250}),
        ("orang", "lk 200", ["200 laki-laki", "± 200 orang"], {"total": 200, "bound": "kira"}),
        ("orang", "90 laki-laki 200", ["90 laki-laki, 110 perempuan"], {"total": 200, "male": 90, "female": 110}),
        ("ukuran", "1 kilo", ["1 km", "1 kg"], {"sizes": [{"amount": "1", "unit": "kg", "side": ""}]}),
        ("uang", "2 juta 500", ["Rp2.500.000", "Rp2.000.500"], {"rupiah": 2_000_500}),
    ],
)
def test_of_two_readings_the_person_chooses_by_a_button(kind: str, typed: str, labels: list[str], value: Any) -> None:
    reading = _read(kind, typed)
    assert isinstance(reading, Unsure)
    assert labels == [offer.label for offer in reading.offers]
    assert all(len(offer.value.encode()) <= 30 and offer.value.isascii() for offer in reading.offers)
    assert Took(value) == _read(kind, Pressed("d", "q", reading.offers[-1].value))


@pytest.mark.parametrize("code", ["40:cm:,60:cm", "120:m2", "2.5:m:p,3:m:l", "1000:gorong-gorong"])
def test_a_button_for_a_size_gives_that_size(code: str) -> None:
    reading = _read("ukuran", Pressed("d", "q", code))
    assert isinstance(reading, Took)
    assert kinds.find("ukuran").holds(_ask("ukuran"), reading.value)


@SURELY
@pytest.mark.parametrize(
    "code",
    ["", "x", "...", "-1", "1:", "1:parsec", "1:m:q", "1:m,,", "0", "²", "9" * 40, "1.2.3", "a.b.c.d", "1:m:p:p:p"],
)
def test_a_button_nobody_made_is_refused(kind: str, code: str) -> None:
    assert isinstance(_read(kind, Pressed("d", "q", code)), Refused)


@SURELY
@pytest.mark.parametrize(
    "value",
    [
        {"total": -1},
        {"total": True},
        {"total": "2"},
        {"sizes": []},
        {"sizes": [{"amount": "1"}]},
        {"sizes": [{"amount": 1, "unit": "m"}]},
        {"sizes": [{"amount": "0", "unit": "m"}]},
        {"sizes": [{"amount": "1", "unit": "m", "side": "x"}]},
        {"sizes": [{"amount": "1", "unit": ["m"]}]},
        {"rupiah": 0},
        {"rupiah": 1.5},
        {"rupiah": 10**14},
        {"unknown": False},
    ],
)
def test_a_value_that_was_never_kept_does_not_hold(kind: str, value: Any) -> None:
    assert not kinds.find(kind).holds(_ask(kind, belum_tahu="Belum tahu"), value)


def test_where_families_are_counted_a_bare_number_counts_them() -> None:
    assert Took({"families": 19}, guessed=True) == _read("orang", "19", hitung="keluarga")
    assert Took({"families": 19}, guessed=True) == _read("orang", "19 kk miskin", hitung="keluarga")


def test_where_families_are_counted_people_are_no_answer() -> None:
    reading = _read("orang", "19 orang", hitung="keluarga")
    assert isinstance(reading, Refused)
    assert ("pengertian.keluarga_bukan_orang", {"orang"}) == (reading.why.name, set(reading.why.values))
    assert not kinds.find("orang").holds(_ask("orang", hitung="keluarga"), {"total": 19})


def test_no_poor_family_is_none_and_is_said_back() -> None:
    reading = _read("orang", "tidak ada", hitung="keluarga")
    assert isinstance(reading, Took)
    assert ({"families": 0}, True) == (reading.value, reading.guessed)


def test_one_package_is_asked_what_is_in_it() -> None:
    assert Refused(Words("pengertian.isi_paket")) == _read("ukuran", "1 paket")


@SURELY
@pytest.mark.parametrize("what", ["photo", "voice", "location", "sticker"])
def test_what_is_sent_instead_of_typed_is_refused_with_a_reason(kind: str, what: str) -> None:
    assert isinstance(_read(kind, Sent(what, 1)), Refused)


FORM = Flow("f", tuple(Question(key, key, kinds.find(key).Params()) for key in ("orang", "ukuran", "uang")))


def test_each_answer_is_said_back_above_the_next_question() -> None:
    step = begin(FORM, "d", WORLD)
    for number, (kind, typed) in enumerate(MANY.items(), 1):
        step = advance(FORM, step.state, Typed(typed, number), WORLD)
        assert "mesin.dicatat" == _lead(step.say[0]).name
        assert f"pengertian.{kind}" == _lead(step.say[0]).values["isi"].name
    assert KEPT == record(FORM, step.state)


def _lead(say: Say) -> Words:
    assert say.lead is not None
    return say.lead


def test_what_may_mean_two_things_is_not_kept_before_a_button_is_pressed() -> None:
    step = advance(FORM, begin(FORM, "d", WORLD).state, Typed("200 atau 250", 1), WORLD)
    assert {} == record(FORM, step.state)
    assert "pengertian.maksudnya" == step.say[0].sentence
    data = step.say[0].buttons[1][0].data if len(step.say[0].buttons[0]) == 1 else step.say[0].buttons[0][1].data
    pressed = advance(FORM, step.state, Pressed(*data.split(":", 3)[1:]), WORLD)
    assert {"orang": {"total": 250}} == record(FORM, pressed.state)


def test_an_answer_already_sent_is_corrected_by_the_same_rules() -> None:
    assert {"total": 210} == correct(FORM, KEPT, "orang", Typed("dua ratus sepuluh", 1, edited=True), WORLD).value
    assert correct(FORM, KEPT, "orang", Typed("200 atau 250", 1, edited=True), WORLD).say is not None

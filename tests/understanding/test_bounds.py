"""A number keeps how it was told: about, more than, less than, from one to another; and it is shown so."""

import re
from typing import Any

import pytest

from bot.core import kinds
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.questions import Ask, Question, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.places.places import Places
from tests.support.tongue import World
from tests.support.town import catalog_of
from tests.understanding.labels import hear

WORLD = World(Places([("73.16", "Enrekang")], {}))


def _ask(kind: str, values: Any = None, **params: Any) -> Ask:
    return Ask(Question("q", kind, kinds.find(kind).Params(**params)), values or {}, WORLD)


def _read(kind: str, text: str, values: Any = None, **params: Any) -> Reading:
    return kinds.find(kind).read(_ask(kind, values, **params), Typed(text, 1))


def _shown(kind: str, value: Any) -> str:
    shown = kinds.find(kind).show(_ask(kind), value)
    assert isinstance(shown, Words)
    return re.sub("<[^>]*>", "", catalog_of().label(shown))


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("orang", "kira-kira 60 orang", "~60"),
        ("orang", "60 orang kurang lebih", "~60"),
        ("orang", "20an kk", "KK~20"),
        ("orang", "lebih dari 20 orang", ">20"),
        ("orang", "minimal 20 orang", ">20"),
        ("orang", "20 orang lebih", ">20"),
        ("orang", "60 orang ke atas", ">60"),
        ("orang", "kurang dari 20 orang", "<20"),
        ("orang", "paling banyak 20 orang", "<20"),
        ("orang", "20-30 orang", "20-30"),
        ("orang", "20 sampai 30 KK", "KK20-30"),
        ("orang", "antara 20 dan 30 orang", "20-30"),
        ("orang", "dua tiga ratus orang", "200-300"),
        ("orang", "dua puluh sampai tiga puluh orang", "20-30"),
        ("orang", "lima sampai sepuluh orang", "5-10"),
        ("orang", "L 20-an P 30", "L~20 P30"),
        ("orang", "145 jiwa, 38 KK lebih", "145 KK>38"),
        ("orang", "sekitar 25 rumah", "R~25"),
        ("orang", "20 sampai 25 rumah", "R20-25"),
        ("ukuran", "lebih dari 100 meter", ">100 m"),
        ("ukuran", "100 m sampai 150 m", "100-150 m"),
        ("ukuran", "panjang 100-150 m lebar 2", "100-150 m × 2 m"),
    ],
)
def test_a_bound_stays_with_its_number(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("orang", "kira-kira 60 orang", "sekitar 60 orang"),
        ("orang", "lebih dari 20 orang", "lebih dari 20 orang"),
        ("orang", "20-30 orang", "20–30 orang"),
        ("orang", "sekitar 90 laki-laki dan 110 perempuan", "sekitar 90 laki-laki, 110 perempuan"),
        ("orang", "tidak sampai 40 KK", "kurang dari 40 keluarga"),
        ("ukuran", "kira-kira 100 x 2 meter", "sekitar 100 m × 2 m"),
        ("ukuran", "100 sampai 150 meter", "100–150 m"),
    ],
)
def test_it_is_kept_holds_and_is_shown(kind: str, text: str, shown: str) -> None:
    reading = _read(kind, text)
    assert isinstance(reading, Took)
    assert kinds.find(kind).holds(_ask(kind), reading.value)
    assert shown == _shown(kind, reading.value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("orang", {"total": 20, "bound": "banyak"}),
        ("orang", {"total": 20, "to": "30"}),
        ("orang", {"bound": "kira"}),
        ("orang", {"total": 20, "why": 3}),
        ("ukuran", {"sizes": [{"amount": "20", "unit": "m", "bound": "banyak"}]}),
        ("ukuran", {"sizes": [{"amount": "20", "unit": "m", "to": "10"}]}),
    ],
)
def test_a_bound_nobody_kept_does_not_hold(kind: str, value: Any) -> None:
    assert not kinds.find(kind).holds(_ask(kind), value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("orang", "tidak tahu, 20-30 orang"), ("orang", "70.000 KK lebih"), ("ukuran", "lebih dari 90 km")],
)
def test_a_button_gives_the_bound_that_it_shows(kind: str, text: str) -> None:
    reading = _read(kind, text)
    assert isinstance(reading, Unsure)
    pressed = kinds.find(kind).read(_ask(kind), Pressed("d", "q", reading.offers[0].value))
    assert isinstance(pressed, Took)
    told = pressed.value.get("sizes", [pressed.value])[0]
    assert {"bound", "to"} & set(told)


@pytest.mark.parametrize(
    ("text", "value", "poor"),
    [
        (
            "50 kk, 20 kurang mampu, lk 90 pr 85",
            {"total": 175, "families": 50, "male": 90, "female": 85},
            {"families": 20},
        ),
        ("145 jiwa 38 kk, yang miskin 12", {"total": 145, "families": 38}, {"families": 12}),
        ("kk miskin 5 dari 15", {"families": 15}, {"families": 5}),
        ("50 KK, kira-kira 20 kk miskin", {"families": 50}, {"families": 20, "bound": "kira"}),
    ],
)
def test_poor_families_go_to_their_own_question(text: str, value: Any, poor: Any) -> None:
    assert Took(value, guessed=True, also={"kurang_mampu": poor}) == _read("orang", text)


def test_at_the_question_for_poor_families_the_others_go_to_theirs_unless_it_is_answered() -> None:
    asked = {"hitung": "keluarga"}
    told = Took({"families": 12}, guessed=True, also={"jumlah": {"families": 38}})
    assert told == _read("orang", "38 kk, yang miskin 12", **asked)
    assert Took({"families": 12}, guessed=True) == _read(
        "orang", "38 kk, yang miskin 12", {"jumlah": {"total": 9}}, **asked
    )
    assert Took({"families": 12}, guessed=True) == _read("orang", "12 dari 38 kk", **asked)


def test_some_of_the_people_beside_families_are_not_all_of_them() -> None:
    assert "KK30" == hear("orang", "30 KK, 8 janda")
    assert "KK45" == hear("orang", "45 kk, janda 6 orang")
    assert "120" == hear("orang", "120 orang, anak2 30 orang")
    told = _read("orang", "45 kk, janda 6 orang")
    assert isinstance(told, Took)
    assert "45 kk, janda 6 orang" == told.left  # and the six stay with the usulan
    assert "6" == hear("orang", "janda 6 orang")  # alone they are who is meant
    assert "200" == hear("orang", "200 orang, 63 balita")


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        ("orang", "puluhan orang", "pengertian.samar"),
        ("orang", "23 kepala", "pengertian.rumah_bukan_keluarga"),
        ("orang", "6o orang", "pengertian.terbaca"),
        ("orang", "50 orang siang, 20 malam", "pengertian.terbaca"),
        ("orang", "20 kk mampu dan 30 kk tidak mampu", "pengertian.terbaca"),
        ("orang", "RT 2 46 KK, RT 2 20 KK", "pengertian.terbaca"),
        ("ukuran", "100 kodi", "pengertian.satuannya"),
        ("ukuran", "0 meter", "pengertian.terbaca"),
        ("ukuran", "panjang -5 meter", "pengertian.terbaca"),
        ("ukuran", "jam 9", "pengertian.contoh_ukuran"),
    ],
)
def test_what_is_refused_is_refused_without_a_wrong_button_and_with_what_was_read(
    kind: str, text: str, why: str
) -> None:
    reading = _read(kind, text)
    assert isinstance(reading, Refused)
    assert why == reading.why.name


def test_the_numbers_that_were_read_are_said_as_they_were_typed() -> None:
    reading = _read("orang", "100 orang, 40 laki 70 perempuan")
    assert isinstance(reading, Refused)
    assert ["100 orang", "40 laki", "70 perempuan"] == reading.why.values["terbaca"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("panjang 80 lebar 2 tebal 12 cm", "80 m × 2 m × 12 cm"),
        ("panjang 2 km lebar 3", "2 km × 3 m"),
        ("panjang 100 m lebar 3 tebal 15 cm", "100 m × 3 m × 15 cm"),
        ("2 m 50 cm", "2,5 m"),
        ("panjang 80 lebar 2 tebal 12", "80 m × 2 m × 12 cm"),  # nothing is twelve metres thick
        ("80 x 2 x 12 cm", "?"),
        ("120 x 3", "120 m × 3 m"),
        ("90 km", "?"),
    ],
)
def test_a_unit_belongs_to_its_own_number(text: str, label: str) -> None:
    assert label == hear("ukuran", text)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("orang", "sejak 2020 ada 50 KK yang kena", {"families": 50}),
        ("orang", "umur 60 tahun ke atas, 12 orang", {"total": 12}),
        ("orang", "2 km dari sini ada 40 orang", {"total": 40}),
        ("orang", "anak SD 45, 30 orang", {"total": 30}),
        ("ukuran", "SD 45, 3 ruang kelas", {"sizes": [{"amount": "3", "unit": "ruang kelas", "side": ""}]}),
    ],
)
def test_a_number_that_belongs_to_something_else_is_never_the_answer(kind: str, text: str, value: Any) -> None:
    reading = _read(kind, text)
    assert isinstance(reading, Took)
    assert value == reading.value

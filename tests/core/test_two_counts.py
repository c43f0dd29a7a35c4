"""Two counts in one sentence, or one of what was counted otherwise: each goes where it is asked; who is no part of them
is counted nowhere."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.forms.state import Answer
from tests.core.test_told_besides import _hear, _until


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("ukuran", "panjang 180 meter lebar 2 meter, yang pakai 33 kk", {"jumlah": {"families": 33}}),
        (
            "kurang_mampu",
            "200 orang, yang miskin 15 kk",
            {"jumlah": {"total": 200}, "kurang_mampu": {"families": 15}},
        ),
        ("ukuran", "yg miskin 13 kk", {"kurang_mampu": {"families": 13}}),
        ("ukuran", "13 kk yg tidak mampu", {"kurang_mampu": {"families": 13}}),
        ("alasan", "200 orang, yang miskin 15 kk", {"jumlah": {"total": 200}, "kurang_mampu": {"families": 15}}),
    ],
)
def test_both_counts_are_taken(catalog: Catalog, at: str, text: str, told: dict[str, Any]) -> None:
    step = _hear(catalog, _until(catalog, at), text)
    assert {key: step.state.answers[key].value for key in told} == told


@pytest.mark.parametrize("text", ["200 orang semuanya", "semuanya ada 200 orang"])
def test_people_stand_beside_the_families_that_were_told(catalog: Catalog, text: str) -> None:
    state = _until(catalog, "kategori").give("jumlah", Answer({"families": 40}))
    assert _hear(catalog, state, text).state.answers["jumlah"].value == {"total": 200, "families": 40}


def test_the_poor_of_a_question_that_was_passed_over_are_told_all_the_same(catalog: Catalog) -> None:
    text = "tenaga ji, oh iya yg kurang mampu itu 11 kk lupa tadi"
    step = _hear(catalog, _until(catalog, "sumbangan").skip("kurang_mampu"), text)
    assert step.state.answers["kurang_mampu"].value == {"families": 11}


@pytest.mark.parametrize(
    "story",
    [
        "Ibu hamil ditandu empat orang sampai ke jalan poros.",
        "Posyandu tidak ada timbangan bayi, kader posyandunya 5 orang.",
    ],
)
def test_who_carries_or_is_on_duty_is_not_who_feels_it(catalog: Catalog, story: str) -> None:
    assert "jumlah" not in _hear(catalog, _until(catalog, "cerita"), story).state.answers


@pytest.mark.parametrize("text", ["45 kk itu kurangi dua, sudah pindah", "300 meter itu dua kali lipat"])
def test_what_is_to_be_reckoned_with_is_not_counted(catalog: Catalog, text: str) -> None:
    told = _hear(catalog, _until(catalog, "kategori"), text).state.answers
    assert not {"jumlah", "ukuran"} & told.keys()

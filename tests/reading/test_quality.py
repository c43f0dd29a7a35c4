"""The marks of how well an usulan is told: what earns each of them, what only looks like it, what is asked first."""

from typing import Any

import pytest

from bot.core.understanding.tongue import tongue_of
from bot.core.usulan import quality
from bot.core.usulan.quality import MARKS, MOST
from tests.support.content import catalog_of

TONGUE = tongue_of(catalog_of().world.spellings)

GOOD: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2002", "name": "Pattondon Salu"},
    "dusun": {"name": "Jambu", "listed": True},
    "cerita": {"text": "Jalan tanah licin waktu hujan, anak-anak sering jatuh ke sekolah."},
    "harapan": {"text": "Jalannya dirabat"},
    "foto": [{"file_id": "x"}],
    "merasakan": [{"value": "anak", "label": "Anak sekolah"}],
    "jumlah": {"total": 200, "male": 90, "female": 110},
    "kurang_mampu": {"families": 19},
    "patokan": {"text": "dari masjid sampai jembatan"},
    "ukuran": {"sides": []},
    "alasan": {"text": "Sebelum musim hujan berikutnya"},
}


def lacks(answers: dict[str, Any]) -> list[str]:
    return quality.lacks(answers, TONGUE)


def test_a_usulan_told_whole_earns_all_marks() -> None:
    assert lacks(GOOD) == []
    assert len(MARKS) == MOST


@pytest.mark.parametrize(
    ("change", "mark"),
    [
        ({"cerita": {"text": "Perbaikan jalan tani yang sudah lama sekali rusak parah"}}, "keadaan"),
        ({"cerita": {"text": "mohon dibangunkan posyandu di dusun kami segera ya pak"}}, "keadaan"),
        ({"cerita": {"text": "jalan rusak"}}, "keadaan"),
        ({"cerita": {"voice": {"file_id": "v"}}}, "keadaan"),
        ({"patokan": None}, "tempat"),
        ({"foto": []}, "titik"),
        ({"ukuran": {"unknown": True}}, "ukuran"),
        ({"jumlah": None}, "orang"),
        ({"kurang_mampu": {"unknown": True}}, "kurang_mampu"),
        ({"alasan": None}, "alasan"),
    ],
)
def test_what_is_missing_costs_just_its_own_mark(change: dict[str, Any], mark: str) -> None:
    assert lacks(GOOD | change) == [mark]


def test_a_point_earns_what_a_photo_earns() -> None:
    assert lacks(GOOD | {"foto": [], "lokasi": {"lat": -3.5, "lon": 119.8}}) == []


def test_a_point_tells_the_place_as_well() -> None:
    assert lacks(GOOD | {"patokan": None, "lokasi": {"lat": -3.5, "lon": 119.8}}) == []


def test_no_mark_is_for_what_no_question_of_the_form_asks() -> None:
    form = {question.key for question in catalog_of().flows["usulan"].questions}
    assert {quality.QUESTION.get(mark, mark) for mark in MARKS} <= form


@pytest.mark.parametrize(
    ("story", "mark"),
    [
        ("Jalan tanah licin 180 meter, anak-anak sering jatuh ke sekolah.", "ukuran"),
        ("Mata air jauh, 200 orang ambil air jalan kaki pulang pergi.", "orang"),
        ("Air keruh sekali, 19 KK miskin minum dari sungai itu.", "kurang_mampu"),
    ],
)
def test_what_the_story_tells_counts_as_what_was_answered(story: str, mark: str) -> None:
    nothing = GOOD | {"ukuran": None, "jumlah": None, "kurang_mampu": None}
    assert mark in lacks(nothing)
    assert mark not in lacks(nothing | {"cerita": {"text": story}})


def test_a_voice_counts_by_the_words_that_were_written_down_of_it() -> None:
    spoken = GOOD | {"cerita": {"voice": {"file_id": "v"}}}
    assert quality.unwritten(spoken) == ["cerita"]
    written = quality.with_wordings(spoken, {"cerita": GOOD["cerita"]["text"]})
    assert quality.unwritten(written) == []
    assert lacks(written) == []


def test_good_fair_and_poor_are_told_apart() -> None:
    grades = [quality.grade(list(MARKS)[:missing]) for missing in range(MOST + 1)]
    assert grades == ["baik", "baik", "cukup", "cukup", "kurang", "kurang", "kurang", "kurang"]


def test_the_one_thing_to_ask_first_is_what_a_meeting_compares_by_and_was_not_asked_yet() -> None:
    assert quality.ask_first(["titik", "ukuran", "orang"]) == "orang"
    assert quality.ask_first(["titik", "ukuran", "orang"], ["jumlah"]) == "ukuran"
    assert quality.ask_first(["orang"], ["jumlah"]) == ""

"""The eight marks: what earns each of them, and what only looks like it."""

from typing import Any

import pytest

from bot.core.usulan.quality import MARKS, MOST, lacks

GOOD: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2002", "name": "Pattondon Salu"},
    "dusun": {"name": "Jambu", "listed": True},
    "cerita": {"text": "Jalan tanah licin waktu hujan, anak-anak sering jatuh ke sekolah."},
    "harapan": {"text": "Rabat beton 180 meter"},
    "foto": [{"file_id": "x"}],
    "merasakan": [{"value": "anak", "label": "Anak sekolah"}],
    "jumlah": {"total": 200, "male": 90, "female": 110},
    "kurang_mampu": {"families": 19},
    "patokan": {"text": "dari masjid sampai jembatan"},
    "ukuran": {"sides": []},
    "alasan": {"text": "Sebelum musim hujan berikutnya"},
    "status_lahan": {"value": "desa"},
}


def test_a_usulan_told_whole_earns_all_eight() -> None:
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
        ({"jumlah": {"total": 200}}, "orang"),
        ({"merasakan": []}, "orang"),
        ({"kurang_mampu": {"unknown": True}}, "kurang_mampu"),
        ({"alasan": None}, "alasan"),
        ({"status_lahan": None}, "kewenangan"),
    ],
)
def test_what_is_missing_costs_just_its_own_mark(change: dict[str, Any], mark: str) -> None:
    assert lacks(GOOD | change) == [mark]


def test_a_point_earns_what_a_photo_earns() -> None:
    assert lacks(GOOD | {"foto": [], "lokasi": {"lat": -3.5, "lon": 119.8}}) == []

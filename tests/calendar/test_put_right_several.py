"""Of several dates that are shown one is put right, or left out by its short name; none falls out in silence."""

import pytest

from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says

_SHOWN = mentions("jadwal_sekaligus", jumlah=3)
_DESA = "musrenbang desa tuncung 19 januari jam 9, pattondon salu 21 januari jam 9, boiya 22 januari jam 9"


@pytest.mark.parametrize(
    ("typed", "moved", "missed"),
    [
        ("boiya tidak usah, hanya tuncung dan pattondon", "Tuncung Pattondon", ""),
        ("boiya tdk usah hanya pattondon sm tuncung", "Tuncung Pattondon", ""),
        ("kecuali pattondon", "Tuncung Boiya", ""),
        ("pattondon jgn ikut", "Tuncung Boiya", ""),
        ("hanya boiya dan patondonk", "Tuncung Pattondon Boiya", "patondonk"),
    ],
)
async def test_a_short_name_counts_and_none_falls_out_in_silence(
    at_home: Home, typed: str, moved: str, missed: str
) -> None:
    hasbi = await at_home.join("Hasbi", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(hasbi, _DESA, _SHOWN)
    await at_home.ask(hasbi, "ya", says("jadwal_sekaligus_disimpan"))
    await at_home.ask(hasbi, "semua musrenbang desa diundur seminggu", says("jadwal_pindah_semua"))
    shown = (await at_home.ask(hasbi, typed, says("jadwal_pindah_semua")))["text"]
    assert [name for name in ("Tuncung", "Pattondon", "Boiya") if f"Desa {name}" in shown] == moved.split(), shown
    assert missed in shown
    told = await at_home.ask(hasbi, "jalannya longsor", mentions("form.jadwal_pindah_semua.pindah.tanya"))
    assert all(f"Desa {name}" not in told["text"] for name in {"Tuncung", "Pattondon", "Boiya"} - {*moved.split()})


@pytest.mark.parametrize("behind", [", di kantor desa masing2", ", di kantor desa masing-masing"])
async def test_each_in_its_own_hall_is_no_name_of_one(at_home: Home, behind: str) -> None:
    hasbi = await at_home.join("Hasbi", "fasilitator_kecamatan", "73.16.01")
    shown = (await at_home.ask(hasbi, f"{_DESA}{behind}", _SHOWN))["text"]
    assert shown.count(", di kantor desa\n") == 3, shown


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        (
            "baraka jgn tgl 11 krn cuti, pindah ke 15 februari jam 10, tempatnya di baruga baraka",
            "Senin, 15 Februari 2027, 10.00 WITA, di baruga baraka",
        ),
        ("baraka jangan tgl 11 pindah ke tgl 15 saja", "Senin, 15 Februari 2027, 09.00"),
        ("baraka bukan tgl 11 tapi tgl 15", "Senin, 15 Februari 2027, 09.00"),
        ("yang baraka diundur ke 15 feb karena tgl 11 ada pesta adat", "Senin, 15 Februari 2027, 09.00"),
        ("baraka jgn jam 9, jam 8 saja", "Kamis, 11 Februari 2027, 08.00"),
    ],
)
async def test_one_of_those_that_are_shown_is_put_right_and_not_one_that_stands(
    at_home: Home, typed: str, line: str
) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    three = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari semua jam 9"
    await at_home.ask(ratna, three, _SHOWN)
    shown = (await at_home.ask(ratna, typed, _SHOWN))["text"]
    assert f"Kecamatan Baraka: {line}" in shown, shown
    assert "Maiwa: Selasa, 9 Februari 2027, 09.00" in shown

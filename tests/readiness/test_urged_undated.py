"""Who sees to villages without a day of the musrenbang is asked to set it: shown first, with how many they are."""

import pytest

from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says, words

_TUNCUNG, _BOIYA = "73.16.01.2003", "73.16.01.2012"
_PUT_DOWN = "SELECT wilayah, words FROM urgings ORDER BY wilayah"


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan semua desa yg belum ada tanggalnya",
        "tolong ingatkan fasilitator yang belum tetapkan tanggal di maiwa",
        "kasi ingat desa2 maiwa yg blm ada jadwal musrenbangnya",
    ],
)
async def test_each_facilitator_gets_one_message_after_a_yes(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    rahmi = await at_home.join("Rahmi", "fasilitator_desa", _TUNCUNG)
    await at_home.join("Budi", "fasilitator_desa", _BOIYA)
    text = (await at_home.ask(ratna, typed, mentions("ingatkan_tanggal", semua=2)))["text"]
    assert all(name in text for name in ("Rahmi", "Budi"))
    assert not await at_home.town.rows(_PUT_DOWN)
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=2))
    assert [row[0] for row in await at_home.town.rows(_PUT_DOWN)] == [_TUNCUNG, _BOIYA]
    await at_home.hears(rahmi, mentions("ingatkan_pesan", oleh="Ratna"))
    await at_home.ask(ratna, typed, mentions("ingatkan_tanggal", semua=2))
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=0))
    assert len(await at_home.town.rows(_PUT_DOWN)) == 2


async def test_who_sees_to_several_gets_one_and_who_has_a_day_none(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.join("Hasbi", "fasilitator_kecamatan", "73.16.01")
    rahmi = await at_home.join("Rahmi", "fasilitator_desa", _TUNCUNG)
    await at_home.ask(rahmi, "musrenbang desa 21 januari jam 9", mentions("form.jadwal.tempat.tanya"))
    await at_home.press(rahmi, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await at_home.press(rahmi, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    text = (await at_home.ask(ratna, "ingatkan desa di maiwa yg belum ada tanggalnya", mentions("ingatkan_tanggal")))[
        "text"
    ]
    assert "Hasbi" in text
    assert "Rahmi" not in text
    await at_home.press(ratna, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=1))
    assert [row[0] for row in await at_home.town.rows(_PUT_DOWN)] == ["73.16.01"]


async def test_one_who_is_named_is_asked_alone(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.join("Rahmi", "fasilitator_desa", _TUNCUNG)
    await at_home.join("Budi", "fasilitator_desa", _BOIYA)
    typed = "ingatkan Rahmi supaya tanggalnya ditetapkan, belum ada"
    await at_home.ask(ratna, typed, mentions("ingatkan_kata", nama="Rahmi"))


@pytest.mark.parametrize(
    "typed", ["desa mana yg belum ada tanggal", "desa mana yg belum ada tanggal di maiwa, kirim daftarnya"]
)
async def test_a_long_list_of_them_is_a_file(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, typed, mentions("tanya_kerja_tanpa_tanggal"))
    await at_home.hears(ratna, mentions("kesiapan_berkas_tabel"))

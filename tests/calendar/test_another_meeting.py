"""Another meeting than was told: its name is put right, and no date is thrown away."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_SHOWN = mentions("jadwal_sekaligus", jumlah=3)
_THREE = (
    "musrenbang desa Boiya 12 januari jam 9 di kantor desa, Tuncung 13 januari jam 10 di balai desa, "
    "Pattondon Salu 14 januari jam 9 di kantor desa"
)


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("oh keliru, ketiganya musdes bukan musrenbang", ["musdes"] * 3),
        ("eh maaf, musdes semuanya, bukan musrenbang", ["musdes"] * 3),
        ("tiga-tiganya musdes pak", ["musdes"] * 3),
        ("yang Boiya musdes bukan musrenbang", ["musrenbang_desa", "musrenbang_desa", "musdes"]),
        ("nomor 1 musdes", ["musrenbang_desa", "musrenbang_desa", "musdes"]),
        ("nomor 3 di balai musyawarah", ["musrenbang_desa"] * 3),
        ("salah semua itu", ["musrenbang_desa"] * 3),
    ],
)
async def test_another_meeting_than_was_told_throws_no_date_away(at_home: Home, typed: str, kinds: list[str]) -> None:
    lina = await at_home.join("Lina", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(lina, _THREE, _SHOWN)
    shown = await at_home.ask(lina, typed, _SHOWN)
    assert all(day in shown["text"] for day in ("12 Januari", "13 Januari", "14 Januari"))
    await at_home.ask(lina, "ya", says("jadwal_sekaligus_disimpan"))
    found = await at_home.town.rows("SELECT kind FROM occasions ORDER BY wilayah")
    assert [row[0] for row in found] == kinds


@pytest.mark.parametrize("typed", ["tidak usah", "eh salah, tidak jadi"])
async def test_what_is_given_up_is_not_set(at_home: Home, typed: str) -> None:
    lina = await at_home.join("Lina", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(lina, _THREE, _SHOWN)
    await at_home.ask(lina, typed, says("jadwal_tidak_jadi"))


@pytest.mark.parametrize("typed", ["ganti musrenbang desa", "bukan musdes, musrenbang desa", "eh musrenbang desa itu"])
async def test_one_date_is_of_another_meeting(at_home: Home, typed: str) -> None:
    lina = await at_home.join("Lina", "fasilitator_kecamatan", "73.16.01")
    card = mentions("form.jadwal.tinjau")
    await at_home.ask(lina, "musdes Boiya 12 januari jam 9 di kantor desa", card)
    await at_home.ask(lina, typed, card)
    await at_home.press(lina, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    assert [row[0] for row in await at_home.town.rows("SELECT kind FROM occasions")] == ["musrenbang_desa"]

"""What somebody does to another one is as much violence as what is done to whoever tells it."""

import pytest

from bot.catalog import Catalog


@pytest.mark.parametrize(
    "text",
    [
        "kak pak gusti pegang2 badan teman sy di wc kemarin, dia nangis",
        "ada guru di sekolahku suka raba2 murid",
        "guru ngaji pegang2 anakku di mushola",
        "bapakku pukul ibuku pakai sapu tiap malam",
        "tetangga sy hajar istrinya sampai berdarah tadi malam",
        "bapak tiriku suka intip saya mandi",
        "anak tetangga dikurung di kandang, dirantai bapaknya",
        "kalo ada guru yg suka pegang2 murid lapor ke siapa",
    ],
)
def test_it_is_answered_as_violence(catalog: Catalog, text: str) -> None:
    assert [one.case.key for one in catalog.danger.find(text)] == ["kekerasan"]


@pytest.mark.parametrize(
    "text",
    [
        "pukul 8 anak saya pulang sekolah lewat jembatan",
        "anak2 main tendang bola di jalan",
        "ikat anaknya di punggung waktu menyeberang",
        "sapi dikurung di kandang, pagar dirantai",
        "pegangan jembatan patah, takut anakku jatuh",
        "tempat mandi umum rusak, orang mandi di sungai",
    ],
)
def test_what_only_sounds_so_is_none(catalog: Catalog, text: str) -> None:
    assert not [one for one in catalog.danger.find(text) if one.case.key == "kekerasan"]

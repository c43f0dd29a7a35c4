"""Where a danger is, and how much is said around it, neither takes an alarm away nor makes one of an old story."""

import pytest

from bot.catalog import Catalog
from tests.core import danger_at_home, danger_long_ago, danger_put_right

PLACES = (
    " di desa Bonto kecamatan Malua",
    ", di Boiya maiwa",
    " dekat masjid Nurul Huda",
    " cepat pak",
    " di depan rumah pak dusun",
    ", kami tidak tahu mau bagaimana lagi pak",
    ". rumah saya yang cat hijau",
)
RINGS = (
    "banjir masuk rumah kami tolong",
    "banjir masuk rumah kami",
    "rumah kami terendam banjir",
    "rumahku tergenang tolong",
    "tolong, air masuk rumah",
    "air sungai sdh masuk ruang tamu, nenek sy lumpuh",
    "sungai mengamuk sudah sampai dapur, kami di atas plafon",
    "ada yg terbawa arus di sungai",
    "sungai meluap masuk kolong, bapakku stroke nda bisa bangun dari ranjang",
    "sungai meluber sampai ke teras rumah, nenek lumpuh di dalam",
    "banjir setinggi lutut di rumah",
    "listrik kesetrum anakku tolong",
    "tolong bapakku nda bisa lari pak air sudah dada",
    "hujan deras, tebing belakang rumah mulai runtuh, kami takut sekali",
    "ada ular besar di rumah, anakku digigit tolong",
    "kami di atas loteng, banjir sudah masuk rumah",
    "adikku terbawa air sungai",
    "air sungai masuk rumah tetangga",
    "anakku digigit ular",
)
WITHIN = (
    "banjir di Tangru malua sudah masuk rumah",
    "banjir di desa Bonto kecamatan Malua sudah masuk rumah",
    "rumahku di Kolai tergenang tolong",
    "air di desa Pattondon Salu kecamatan Maiwa sudah sepinggang",
    "tolong kami di desa Bonto kecamatan Malua banjir",
    "ada anak di Boiya maiwa dekat Tuncung tenggelam",
)
SILENT = (
    "banjir tiap tahun masuk rumah kami",
    "kalau hujan air sungai masuk ruang tamu",
    "tahun 2021 rumah kami terendam banjir",
    "dulu ada yang terbawa arus",
    "pernah anakku digigit ular",
    "takut anak terbawa arus",
    "tahun lalu sungai meluap masuk kolong",
    "air bersih belum masuk rumah warga",
    "banjir bulan lalu setinggi lutut di rumah",
    "anakku digigit nyamuk, tolong semprot",
    "minta tong sampah, banyak sampah terbawa air",
    "sering banjir masuk rumah saya, minta drainase",
    "banjir masuk rumah kami, minta drainase",
    "lumpur masuk rumah warga waktu hujan deras, minta drainase",
    "jalan ke sungai sampai di teras rumah becek",
    "sungai kecil sampai dapur umum perlu jembatan",
    "kami di loteng masjid adakan pengajian",
    "ada yang terbawa pulang semen",
)


def _rings(catalog: Catalog, text: str) -> bool:
    told = [one for one in catalog.danger.find(text) if one.case.is_told and not one.mild]
    return bool(told or catalog.danger.in_call(text))


@pytest.mark.parametrize("text", [*RINGS, *danger_at_home.RINGS, *danger_long_ago.RINGS, *danger_put_right.RINGS])
def test_it_rings_wherever_it_is(catalog: Catalog, text: str) -> None:
    assert [place for place in ("", *PLACES) if not _rings(catalog, text + place)] == []


@pytest.mark.parametrize("text", WITHIN)
def test_it_rings_with_the_place_in_the_midst(catalog: Catalog, text: str) -> None:
    assert _rings(catalog, text)


@pytest.mark.parametrize("text", [*SILENT, *danger_at_home.SILENT, *danger_long_ago.SILENT, *danger_put_right.SILENT])
def test_an_old_story_rings_nobody_wherever_it_was(catalog: Catalog, text: str) -> None:
    assert [place for place in ("", *PLACES) if _rings(catalog, text + place)] == []

"""What an usulan is called: what it is about, and what is hoped for."""

import pytest

from bot.catalog import Catalog
from bot.core.usulan.titles import titled


@pytest.mark.parametrize(
    ("story", "wish", "title"),
    [
        ("mata air bocor, 20 rumah tidak dapat air", "yg penting air jalan", "mata air bocor: yg penting air jalan"),
        ("jalan tani rusak parah 2 km", "perkerasan", "jalan tani rusak parah 2 km: perkerasan"),
        ("Saya Bidan Hartati. Pustu kami rusak, atapnya bocor", "direhab", "Pustu kami rusak: direhab"),
        ("minta dirabat, jalan ke kebun licin", "dirabat", "jalan ke kebun licin: dirabat"),
        ("jalan ke kebun licin", "Jalannya dirabat dari masjid", "Jalannya dirabat dari masjid"),
        ("jembatan lapuk papannya", "ganti papan dan kabelnya", "jembatan lapuk papannya: ganti papan dan kabelnya"),
        ("tidak ada hp nya. pipa air mati", "diperbaiki", "pipa air mati: diperbaiki"),
        ("", "ganti papan", "ganti papan"),
        ("mata air < sungai", "", "mata air < sungai"),
        ("jembatan putus", "jembatan putus diganti", "jembatan putus diganti"),
    ],
)
def test_a_title_tells_what_it_is_about_and_what_is_hoped_for(
    catalog: Catalog, story: str, wish: str, title: str
) -> None:
    answers = {"cerita": {"text": story}, "harapan": {"text": wish}}
    assert titled(answers, catalog.world) == title


def test_a_voice_has_none_and_a_long_one_is_cut_at_a_word(catalog: Catalog) -> None:
    assert titled({"cerita": {"voice": {}}}, catalog.world) == ""
    long = titled({"cerita": {"text": "jembatan " * 20}, "harapan": {"text": "diganti " * 20}}, catalog.world)
    assert len(long) <= 82
    assert ": diganti" in long

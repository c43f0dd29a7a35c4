"""Where a landmark ends: whose house it is belongs to it, what is told of something else does not."""

import pytest

from bot.catalog import Catalog
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of


@pytest.mark.parametrize(
    ("text", "landmark"),
    [
        ("dekat rumah pak lasemmang", "dekat rumah pak lasemmang"),
        ("dekat kebunnya pak lasemmang, dusun buntu tallu", "dekat kebunnya pak lasemmang"),
        ("di samping rumah pak kadus rusak", "di samping rumah pak kadus"),
        ("dekat masjid pak, sudah rusak", "dekat masjid"),
        ("dekat masjid pak jalannya rusak", "dekat masjid"),
        ("jembatan dkt masjid nurul iman papan nya bolong2", "dkt masjid nurul iman"),
        ("dekat pasar airnya meluap", "dekat pasar"),
        ("lampu jalan di depan posyandu mati 4 bulan", "di depan posyandu"),
        ("dekat rumah haji Baso got mampet", "dekat rumah haji Baso"),
        ("di depan rumah sakit banjir", "di depan rumah sakit"),
    ],
)
def test_a_landmark_ends_where_something_else_is_told(catalog: Catalog, text: str, landmark: str) -> None:
    told = told_in(text, tongue_of(catalog.world.spellings))
    assert [each.value["text"] for each in told if each.sort == "patokan"] == [landmark]


@pytest.mark.parametrize(
    "text",
    ["dekat orang stroke rumah bocor", "jembatan sebelah mertuaku putus", "di belakang janda miskin itu got tersumbat"],
)
def test_somebody_or_their_illness_is_no_landmark(catalog: Catalog, text: str) -> None:
    assert [each for each in told_in(text, tongue_of(catalog.world.spellings)) if each.sort == "patokan"] == []


def test_of_a_house_the_illness_is_not_told(catalog: Catalog) -> None:
    told = told_in("jalan rusak dekat rumah orang stroke", tongue_of(catalog.world.spellings))
    assert [each.value["text"] for each in told if each.sort == "patokan"] == ["dekat rumah orang"]

"""A place that somebody names while telling something else."""

import json
from time import process_time

import pytest

from bot.catalog import Catalog
from bot.core.understanding.where.told_places import found_in
from tests.listening.moments import Line, Moment
from tests.support.content import catalog_of
from tests.support.stopwatch import allowed


@pytest.mark.parametrize(
    ("story", "name"),
    [
        (
            "Jalan di dusun balajonga desa Boiya itu rusak, sudah tiga tahun tidak diperbaiki, sering orang jatuh",
            "Balajonga",
        ),
        ("Anak-anak dari desa bontongan harus jalan kaki dua jam ke sekolah karena jembatannya putus", "Bontongan"),
        ("Pohon jambu di baraka tumbang menimpa tiang, jalan tertutup dan warga tidak bisa ke pasar", None),
        ("Di desa tanete airnya keruh sejak bendungan itu jebol dan kami harus membeli air setiap hari", None),
    ],
)
def test_in_a_story_a_place_needs_its_level_word(catalog: Catalog, story: str, name: str | None) -> None:
    found = found_in(story, catalog.world)
    assert name == (list(found.values.values())[-1]["name"] if found else None)
    if found and name:
        assert story[slice(*found.span)].lower().split()[0] in {"dusun", "desa"}


@pytest.mark.parametrize(
    ("story", "names"),
    [
        (
            "itu jembatan bambu ke kebun sudah lapuk nak, Baco jatuh\ndi Tuncung Maiwa, dekat rumahnya Haji Made",
            ["Maiwa", "Tuncung"],
        ),
        (
            "dari dulu susah sekali air bersih karena pipanya pecah, di dusun Jambu Tuncung Maiwa sudah tiga tahun",
            ["Maiwa", "Tuncung", "Jambu"],
        ),
        (
            "di kampung baru jalan rusak sekali dan di kota juga banyak yang rusak tapi di sana cepat dibaiki",
            [],
        ),
    ],
)
def test_names_that_lie_in_one_another_need_none(catalog: Catalog, story: str, names: list[str]) -> None:
    found = found_in(story, catalog.world)
    assert names == ([place["name"] for place in found.values.values()] if found else [])
    assert found is None or found.sure


def test_a_long_story_costs_little(catalog: Catalog) -> None:
    story = "Jalan di dekat pasar itu sudah lama rusak dan warga desa boiya mau jalan yang baik. " * 40
    begun = process_time()
    assert found_in(story, catalog.world)
    assert process_time() - begun <= allowed(0.05)


def test_a_dusun_of_another_desa_than_the_one_named_is_not_taken(catalog: Catalog) -> None:
    elsewhere = found_in("tuncung pak, dusun buntu lamba, jalannya longsor", catalog.world)
    assert elsewhere is None or not elsewhere.sure
    there = found_in("di dusun buntu lamba jalannya longsor", catalog.world)
    assert there
    assert there.sure


def test_nor_is_it_in_a_long_story_where_that_desa_has_no_level_word(catalog: Catalog) -> None:
    story = "tuncung maiwa dusun buntu lamba\njalan ke pasar rusak 300 meter, 20 kk lewat sana"
    found = found_in(story, catalog.world)
    assert found is not None
    assert (found.values["desa"]["name"], "dusun" in found.values) == ("Tuncung", False)


@pytest.mark.parametrize(
    "text",
    [
        "Di Dusun Paraja Desa Tuncung jembatan \"gantung\" putus (30 orang) harus menyeberang 😢; 'sejak' Januari",
        "Desa Tuncung Maiwa, jembatan kayu (yang di hulu) sudah putus: 3 kali anak jatuh 😢",
    ],
)
def test_a_story_beside_a_place_is_kept_to_the_letter(text: str) -> None:
    moment = Moment(catalog_of(), Line("", "kecamatan", text, frozenset(), ()))
    step = moment.say(text)
    kept = json.dumps(step.state.to_json(), ensure_ascii=False)
    assert json.dumps(text, ensure_ascii=False)[1:-1].split("jembatan", 1)[1] in kept

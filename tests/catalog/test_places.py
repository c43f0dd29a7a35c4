from pathlib import Path

import pytest

from bot.catalog import Catalog, load
from bot.catalog.wilayah import read_places
from bot.core.places.places import Place, Places, short_codes, zone_of
from tests.support.stopwatch import yardsticks

CONTENT = Path(__file__).parents[2] / "content"


def _villages(places: Places) -> list[Place]:
    return [desa for kecamatan in places.children("73.16") for desa in places.children(kecamatan.code)]


def test_enrekang_has_12_kecamatan_112_desa_and_17_kelurahan(catalog: Catalog) -> None:
    villages = _villages(catalog.places)
    kelurahan = [place for place in villages if catalog.places.is_kelurahan(place.code)]
    assert (12, 112, 17) == (len(catalog.places.children("73.16")), len(villages) - len(kelurahan), len(kelurahan))


def test_all_547_dusun_and_lingkungan_lie_in_one_of_the_129(catalog: Catalog) -> None:
    places = catalog.places
    counts = [len(places.dusun(place.code)) for place in _villages(places)]
    assert (547, 129) == (sum(counts), len(counts))
    assert 0 not in counts


def test_the_77_lingkungan_are_those_of_the_17_kelurahan(catalog: Catalog) -> None:
    places = catalog.places
    assert 77 == sum(len(places.dusun(v.code)) for v in _villages(places) if places.is_kelurahan(v.code))


@pytest.mark.parametrize(
    ("code", "bps_name"),
    [
        ("73.16.01.2010", "Mengkawani"),
        ("73.16.04.2015", "Mandatte"),
        ("73.16.08.2001", "Sanglepongan"),
        ("73.16.08.2006", "Pabaloran"),
        ("73.16.08.2008", "Mekkalak"),
        ("73.16.01.2011", "boto malangga"),
        ("73.16.01.2017", "Paladdang"),
        ("73.16.01.2002", "Patondon Salu"),
        ("73.16.01.2005", "Salo Dua"),
        ("73.16.03.2022", "Bone Bone"),
        ("73.16.03.2010", "Tiro Wali"),
        ("73.16.04.2013", "Batu Noni"),
        ("73.16.04.2010", "Tindallun"),
        ("73.16.06.2008", "sawito"),
        ("73.16.06.2003", "Tallang Rilau"),
        ("73.16.07.2007", "pundilemo"),
        ("73.16.11.2003", "desa batukede"),
    ],
)
def test_a_village_is_found_by_the_other_spelling(code: str, bps_name: str, catalog: Catalog) -> None:
    found = catalog.places.match(catalog.places.children(code[:8]), bps_name)
    assert [code] == [place.code for place in found.items]


def test_baraka_is_not_baroko(catalog: Catalog) -> None:
    found = catalog.places.match(catalog.places.children("73.16"), "barako")
    assert found.kind != "near"


def test_several_names_are_given_back_when_the_beginning_fits_several(catalog: Catalog) -> None:
    found = catalog.places.match(catalog.places.children("73.16.12"), "benteng")
    assert ("several", {"Benteng Alla", "Benteng Alla Utara"}) == (found.kind, {place.name for place in found.items})


@pytest.mark.parametrize("typed", ["", "   ", "???", "\ud800", "x" * 5000])
def test_what_is_no_name_matches_nothing(typed: str, catalog: Catalog) -> None:
    assert "none" == catalog.places.match(catalog.places.children("73.16"), typed).kind


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("73.16", "Kabupaten Enrekang"),
        ("73.16.01", "Kecamatan Maiwa"),
        ("73.16.01.2012", "Desa Boiya"),
        ("73.16.02.1002", "Kelurahan Juppandang"),
        ("99.99", "99.99"),
    ],
)
def test_an_area_is_called_by_its_rank_and_name(code: str, name: str, catalog: Catalog) -> None:
    assert name == catalog.places.scope_name(code)


def test_any_other_kabupaten_works_without_a_dusun_list() -> None:
    other = load(CONTENT, "11.01")
    assert "Kabupaten Aceh Selatan" == other.places.kabupaten.name
    assert () == other.places.dusun(other.places.children("11.01.01")[0].code)


def test_the_last_kabupaten_of_the_file_is_read_too() -> None:
    last = (CONTENT / "wilayah/wilayah.csv").read_text(encoding="utf-8").splitlines()[-1][:5]
    places, problems = read_places(CONTENT, last)
    assert places is not None
    assert [] == problems


def test_reading_the_places_of_one_kabupaten_is_fast() -> None:
    assert yardsticks(lambda: read_places(CONTENT, "73.16"), 3) < 3.2


def test_the_codes_of_enrekang_can_be_told_apart_aloud(catalog: Catalog) -> None:
    codes = short_codes(place.name for place in catalog.places.children("73.16"))
    assert ("BRK", "MAI", "ENR") == (codes["Baraka"], codes["Maiwa"], codes["Enrekang"])
    starts = {place.name.upper()[:3] for place in catalog.places.children("73.16")}
    assert starts.isdisjoint({codes["Baroko"], codes["Bungin"], codes["Buntu Batu"]})
    pairs = [(a, b) for a in codes.values() for b in codes.values() if a < b]
    assert all(sum(x != y for x, y in zip(a, b, strict=True)) >= 2 for a, b in pairs)


def test_codes_are_unique_for_every_kabupaten_of_the_country() -> None:
    names: dict[str, set[str]] = {}
    for line in (CONTENT / "wilayah/wilayah.csv").read_text(encoding="utf-8").splitlines():
        code, _, name = line.partition(",")
        if code.count(".") == 2:
            names.setdefault(code[:5], set()).add(name)
    for kabupaten, kecamatan in names.items():
        codes = short_codes(kecamatan)
        assert len(kecamatan) == len(set(codes.values())), kabupaten
        assert {3} == {len(code) for code in codes.values()}, kabupaten


def test_codes_do_not_depend_on_the_order_of_the_names() -> None:
    names = ["Baraka", "Baroko", "Bungin", "Buntu Batu"]
    assert short_codes(names) == short_codes(reversed(names))


@pytest.mark.parametrize(
    ("province", "zone"),
    [
        ("73", "Asia/Makassar"),
        ("11", "Asia/Jakarta"),
        ("61", "Asia/Jakarta"),
        ("64.71", "Asia/Makassar"),
        ("94", "Asia/Jayapura"),
    ],
)
def test_the_time_zone_follows_from_the_province(province: str, zone: str) -> None:
    assert zone == zone_of(province)

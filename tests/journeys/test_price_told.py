"""What one of something costs is neither how big it is nor how many people there are."""

import pytest

from tests.journeys.test_side_by_side import until
from tests.journeys.test_whole_usulan import told_so_far
from tests.support.town import Town


@pytest.mark.parametrize(
    ("at", "typed", "told"),
    [
        ("ukuran", "bayar 5rb satu jergen", None),
        ("ukuran", "beli air 50rb satu tangki", None),
        ("ukuran", "ongkos ojek 20 ribu sekali", None),
        ("ukuran", "harga 35rb satu tabung", None),
        ("ukuran", "lima ribu satu jergen", None),
        ("ukuran", "air dibeli 5000 per jerigen", None),
        ("ukuran", "beli air 5rb satu jergen, pipanya 300 meter", {"amount": "300", "unit": "m", "side": ""}),
        ("ukuran", "rp 5.000 satu jeriken", None),
        ("ukuran", "5.000 rupiah satu jeriken", None),
        ("ukuran", "Rp20.000 per pohon", None),
        ("ukuran", "rp 5.000 satu jeriken, pipanya 300 meter", {"amount": "300", "unit": "m", "side": ""}),
        ("ukuran", "1 jeriken", {"amount": "1", "unit": "jeriken", "side": ""}),
        ("ukuran", "seribu satu pohon", {"amount": "1001", "unit": "pohon", "side": ""}),
        ("ukuran", "beli 2 jerigen", {"amount": "2", "unit": "jeriken", "side": ""}),
        ("jumlah", "bayar 5rb satu orang", None),
        ("jumlah", "rp 5.000 satu orang", None),
        ("jumlah", "50 rumah, bayar 5rb satu rumah", {"houses": 50}),
    ],
)
async def test_a_price_is_no_number_of_theirs(place: Town, at: str, typed: str, told: object) -> None:
    await place.ask(await until(place, at), typed, "")
    found = (await told_so_far(place)).get(at)
    assert (found["sizes"][0] if found and "sizes" in found else found) == told


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ("ruang kelas 7 x 8 meter", ["7", "8"]),
        ("kelas 7x8 meter", ["7", "8"]),
        ("ruang kelas 7 kali 8 meter", ["7", "8"]),
        ("untuk anak kelas 7, 12 meter", ["12"]),
    ],
)
async def test_the_sides_of_a_room_are_no_class_at_school(place: Town, typed: str, sides: list[str]) -> None:
    await place.ask(await until(place, "ukuran"), typed, "")
    found = (await told_so_far(place))["ukuran"]["sizes"]
    assert sides == [size["amount"] for size in found]

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
        ("ukuran", "seribu satu pohon", {"amount": "1001", "unit": "pohon", "side": ""}),
        ("ukuran", "beli 2 jerigen", {"amount": "2", "unit": "jeriken", "side": ""}),
        ("jumlah", "bayar 5rb satu orang", None),
        ("jumlah", "50 rumah, bayar 5rb satu rumah", {"houses": 50}),
    ],
)
async def test_a_price_is_no_number_of_theirs(place: Town, at: str, typed: str, told: object) -> None:
    await place.ask(await until(place, at), typed, "")
    found = (await told_so_far(place)).get(at)
    assert (found["sizes"][0] if found and "sizes" in found else found) == told

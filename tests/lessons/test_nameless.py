"""What is passed on of a story: no name behind a form of address, not the teller's own, no number to call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lessons.nameless import Names, names_of
from tests.support.town import catalog_of


def _names() -> Names:
    return names_of(catalog_of().world.spellings.names)


@pytest.mark.parametrize(
    ("told", "shared"),
    [
        ("cerita Bu Ratna 18 anak tidak ditimbang", "cerita Bu … 18 anak tidak ditimbang"),
        ("bu ratna bilang anaknya sakit", "bu … bilang anaknya sakit"),
        ("H. Baso Amir dan Hj. Siti Aminah", "H. … dan Hj. …"),
        ("Bapak Haji Baso, Puang Lolo, Daeng Tata, ustadz Mahmud", "Bapak Haji …, Puang …, Daeng …, ustadz …"),
        ("Pak Imam Baharuddin diam, pak desa setuju", "Pak Imam … diam, pak desa setuju"),
        ("Ibu membawa anak, ibu hamil, ibu-ibu posyandu", "Ibu membawa anak, ibu hamil, ibu-ibu posyandu"),
        ("Saya Rahman, HP 0812 3456 7890", "Saya …, HP …"),
        ("Saya ulangi ceritanya, ternyata baknya yang bocor.", "Saya ulangi ceritanya, ternyata baknya yang bocor."),
    ],
)
def test_names_are_covered_and_the_rest_stays(told: str, shared: str) -> None:
    assert _names().cover(told, ["Rahman Daeng"]) == shared


@given(st.from_regex(r"[A-Z][a-z]{3,9}", fullmatch=True), st.sampled_from(["Bu", "pak", "Hj.", "Puang", "Ibu", "Om"]))
def test_no_capital_name_behind_an_address_is_left(name: str, address: str) -> None:
    common = catalog_of().world.spellings.names.no_name
    covered = _names().cover(f"Tadi {address} {name} datang.")
    assert name not in covered or name.lower() in common

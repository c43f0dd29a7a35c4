"""Promises are bound to the code that keeps them; people are addressed as they call themselves."""

from pkgutil import resolve_name

import pytest

from bot.catalog import Catalog
from bot.catalog.rules.promises import KEPT
from bot.core.names import NAMELESS, addressed


@pytest.mark.parametrize("keeper", sorted(set(KEPT.values())))
def test_every_promise_has_code_that_keeps_it(keeper: str) -> None:
    assert callable(resolve_name(keeper))


def test_every_promise_in_the_table_is_still_said(catalog: Catalog) -> None:
    said = catalog.texts.sources()
    assert [name for name in KEPT if not any(key == name or key.startswith(f"{name}.") for key in said)] == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Sitti", "Bapak/Ibu Sitti"),
        ("Bu Sitti", "Bu Sitti"),
        ("Pak Rahman", "Pak Rahman"),
        ("Bpk. Rahman", "Bpk. Rahman"),
        ("Budi", "Bapak/Ibu Budi"),
        ("Paki Ibunda", "Bapak/Ibu Paki Ibunda"),
        (NAMELESS, NAMELESS),
    ],
)
def test_nobody_is_addressed_twice(catalog: Catalog, name: str, told: str) -> None:
    assert addressed(name) == told
    year = {"tahun": 2027, "pertemuan": 0, "titip": 0, "tugas": 0}
    assert f"Terima kasih, {told}." in catalog.text("pengabdian_kirim", nama=name, **year)
    assert catalog.text("ingat_draf", nama=name, tempat="", awal="").startswith(f"{told}, cerita")


def test_every_sentence_may_name_the_office_as_its_people_call_it(catalog: Catalog) -> None:
    assert catalog.text("pelaku.bappeda") == "Bappeda"
    assert catalog.speaking_for("Bapperida & Litbang").text("pelaku.bappeda") == "Bapperida &amp; Litbang"

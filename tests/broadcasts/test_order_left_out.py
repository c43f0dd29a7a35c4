"""What is said to us stands in no text that goes out, and whom it is for is read as officers say it."""

import json

import pytest

from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import MALUA, html, out, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.sentences import mentions

__all__ = ["here"]

_CAMAT = Place("Nasir", "camat", MALUA)


@pytest.mark.parametrize(
    ("typed", "roles"),
    [
        (
            "umumkan ke fasilitator desa sama fasilitator kecamatan, camatnya juga, malua saja: besok kumpul blangko",
            {"fasilitator_desa", "fasilitator_kecamatan", "camat"},
        ),
        ("umumkan ke fasilitator malua dan camat malua: besok kumpul blangko", None),
        (
            "kabari fasilitator desa malua: tolong kirim surat ini ke semua fasilitator. besok kumpul blangko",
            {"fasilitator_desa"},
        ),
    ],
)
async def test_the_order_is_read_and_left_out(here: Kabupaten, typed: str, roles: set[str] | None) -> None:
    masyita, *_ = await town(here, _CAMAT)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_kartu")
    audience = json.loads((await rows(here, "SELECT audience FROM broadcasts"))[0][0])
    assert audience["wilayah"] == [MALUA]
    assert roles is None or set(audience["roles"]) == roles
    assert await html(here) == "besok kumpul blangko"


async def test_a_place_alone_is_an_address_where_a_comma_ends_it(here: Kabupaten) -> None:
    masyita, *_ = await town(here, _CAMAT)
    await here.says(masyita, "kasi tau yg di malua saja, besok kumpul blangko di kantor camat, bawa stempel")
    await here.says(masyita, "fasilitator desa sama camatnya")
    assert masyita.newest().text in mentions("siaran_kartu", jumlah=3)
    assert await html(here) == "besok kumpul blangko di kantor camat, bawa stempel"


async def test_a_correction_for_all_has_no_order_in_it(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, text="kumpul di baruga desa bonto jam 9")
    await here.says(masyita, "bukan baruga desa bonto tapi aula desa bonto. betulkan utk semuanya")
    assert "kumpul di aula desa bonto jam 9" in masyita.newest().text
    assert "betulkan" not in masyita.newest().text

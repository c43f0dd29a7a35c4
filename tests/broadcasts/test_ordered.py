"""What an officer says to us about an announcement, in one sentence with it or by itself: none of it becomes text."""

import json

import pytest

from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import ALL, CURIO, MALUA, html, town
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions

__all__ = ["here"]

_MOVED = "tempat musrenbang malua pindah dari kantor camat ke aula smp 1 malua, kamis 14 januari jam 9"


async def _audience(here: Kabupaten) -> tuple[list[str], list[str]]:
    found = (await rows(here, "SELECT audience FROM broadcasts ORDER BY id DESC LIMIT 1"))[0][0]
    told = json.loads(found) if isinstance(found, str) else found
    return told["wilayah"], told["roles"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        (f"{_MOVED}. kasih tau semua orang malua saja", f"{_MOVED}."),
        (f"{_MOVED} kasih tau semua orang malua", _MOVED),
        (f"{_MOVED}, tolong diumumkan ke semua orang malua ya bu", _MOVED),
        (f"{_MOVED}\nsampaikan ke semua orang malua", _MOVED),
    ],
)
async def test_an_order_behind_the_words_is_none_of_them(here: Kabupaten, typed: str, text: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert await html(here) == text
    assert (await _audience(here))[0] == [MALUA]


async def test_an_order_to_everybody_is_asked_where(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "tempat rapat pindah dari kantor desa ke balai desa, umumkan ke semua")
    await here.says(masyita, "langsung ke contohnya")
    assert masyita.newest().text in mentions("form.siaran.tingkat.tanya")
    await here.says(masyita, "curio")
    await here.says(masyita, "lihat contohnya")
    assert await html(here) == "tempat rapat pindah dari kantor desa ke balai desa"
    assert (await _audience(here))[0] == [CURIO]


@pytest.mark.parametrize(
    "typed",
    [
        "untuk fasilitator kecamatan curio, penting, hari ini: kirim daftar hadir ke kantor",
        "penting, untuk fasilitator kecamatan di curio: kirim daftar hadir ke kantor",
    ],
)
async def test_whom_and_haste_before_a_colon(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")
    await here.says(masyita, "undangannya mendesak")
    await here.says(masyita, "lihat contohnya")
    assert await html(here) == "kirim daftar hadir ke kantor"
    assert await _audience(here) == ([CURIO], ["fasilitator_kecamatan"])


@pytest.mark.parametrize(
    ("typed", "roles"),
    [
        (
            "semua yg di malua, fasilitator camat sama warga yg ada usulannya",
            {"fasilitator_desa", "fasilitator_kecamatan", "camat", "pengusul"},
        ),
        ("fasilitator kecamatan. malua", {"fasilitator_kecamatan"}),
        ("fasilitator kecamatan dan fasilitator desa malua", {"fasilitator_desa", "fasilitator_kecamatan"}),
        ("semua fasilitator desa dgn kecamatan, malua", {"fasilitator_desa", "fasilitator_kecamatan"}),
        ("untuk fasilitator kecamatan malua, penting, hari ini", {"fasilitator_kecamatan"}),
    ],
)
async def test_whom_and_where_in_one_answer(here: Kabupaten, typed: str, roles: set[str]) -> None:
    masyita, *_ = await town(here)
    why = ["undangannya mendesak"] if "penting" in typed else []
    for words in ("/siaran", "tulis baru", _MOVED, typed, "cukup", *why, "lihat contohnya"):
        await here.says(masyita, words)
    wilayah, found = await _audience(here)
    assert (wilayah, set(found)) == ([MALUA], roles)
    assert await rows(here, "SELECT urgent_why FROM broadcasts") == [(next(iter(why), None),)]


async def test_what_is_not_understood_of_whom_is_said(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "/siaran")
    await here.says(masyita, "tulis baru")
    await here.says(masyita, _MOVED)
    await here.says(masyita, "fasilitator desa dan camat yang setor laporan")
    told = [message.text for message in masyita.phone.values()]
    assert any(text in mentions("siaran_syarat_tak_dikenal") for text in told)


@pytest.mark.parametrize(
    "typed",
    [
        "tanya ke fasilitator yang belum selesai pelatihan apapun: bisa ikut hari rabu?",
        "tanya ke fasilitator yg blm pernah selesai pelatihan: bisa ikut hari rabu?",
    ],
)
async def test_a_condition_in_other_words(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    await here.says(masyita, "langsung ke contohnya")
    await here.says(masyita, "seluruh kabupaten")
    await here.says(masyita, "lihat contohnya")
    found = await rows(here, f"SELECT audience FROM broadcasts WHERE scope = '{ALL}'")
    assert "belum_pelatihan" in str(found)


@pytest.mark.parametrize("typed", ["ini penting bu", "penting"])
async def test_haste_is_kept_at_any_question(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, f"umumkan ke semua fasilitator: {_MOVED}")
    await here.says(masyita, "jadikan siaran")
    await here.says(masyita, typed)
    await here.says(masyita, "malua")
    await here.says(masyita, "cukup")
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


async def test_an_order_is_heard_while_another_form_is_open(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "tetapkan tanggal rapat 20 november jam 9")
    assert await rows(here, "SELECT count(*) FROM conversations") == [(1,)]
    await here.says(masyita, f"umumkan ke fasilitator malua: {_MOVED}")
    assert await html(here) == _MOVED
    await here.says(masyita, "aula smp 1 jadi aula smp 2")
    assert "aula smp 2" in await html(here)


@pytest.mark.parametrize(
    ("named", "scope"),
    [("fasilitator desa malua", MALUA), ("fasil desa curio", CURIO), ("fasilitator desa di malua", MALUA)],
)
async def test_what_a_facilitator_is_called_says_nothing_of_where(here: Kabupaten, named: str, scope: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, f"umumkan ke {named}: rapat pindah ke aula, jam 9")
    assert await _audience(here) == ([scope], ["fasilitator_desa"])


async def test_over_the_summary_somebody_is_added(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "umumkan ke fasilitator desa malua: rapat pindah ke aula, jam 9")
    await here.says(masyita, "ubah")
    await here.says(masyita, "camat malua juga dikirimi")
    await here.says(masyita, "fasilitator kecamatannya juga")
    await here.says(masyita, "lihat contohnya")
    assert await _audience(here) == ([MALUA], ["fasilitator_desa", "camat", "fasilitator_kecamatan"])


async def test_below_a_photo_whom_and_where_show_the_sample_at_once(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    photo = {"file_id": "foto", "file_unique_id": "f", "width": 9, "height": 9}
    await here.posts(masyita, {"photo": [photo], "caption": "kirim ke fasilitator malua bu"})
    assert await _audience(here) == ([MALUA], ["fasilitator_desa", "fasilitator_kecamatan"])
    assert await html(here) == ""

"""Somebody with several checks: each part of a message to its own, a form that waits to its own, and what cannot be
looked at yet."""

import json

import pytest

from tests.browser.pictures import photo
from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import says, words

_KEPT = "SELECT c.usulan_id = (SELECT min(id) FROM usulan), f.item, f.value FROM check_findings f"
_QUERY = f"{_KEPT} JOIN field_checks c ON c.id = f.check_id ORDER BY c.id, f.item"
LATER = says("uji_belum_pergi", nomor="Maiwa 2", telat=False)


async def _found(two: Looking) -> dict[tuple[int, str], dict[str, object]]:
    """By the number of the usulan and the item."""
    return {(1 if first else 2, item): json.loads(value) for first, item, value in await two.town.rows(_QUERY)}


def _sizes(value: dict[str, object]) -> list[str]:
    sizes = value["ukuran"]
    assert isinstance(sizes, dict)
    return [one["amount"] for one in sizes["sizes"]]


@pytest.mark.parametrize(
    ("typed", "amounts", "note"),
    [
        ("maiwa 1 panjangnya 120, maiwa 2 sudah bagus", {1: ["120"]}, 2),
        ("maiwa 1 panjangnya 120 pakai meteran, kalau yg maiwa 2 lebarnya 3 m", {1: ["120"], 2: ["3"]}, 0),
        ("sudah kulihat, maiwa 2 panjangnya 24 m terus maiwa 1 masih bagus ji", {2: ["24"]}, 1),
        ("panjangnya 120 m maiwa 1, 24 m maiwa 2", {1: ["120"], 2: ["24"]}, 0),
        ("maiwa 1 panjangnya 120 m, 2 panjangnya 24 m", {1: ["120"], 2: ["24"]}, 0),
        (
            "maiwa 1 dan 2 sudah sy lihat, yang 1 panjangnya 120 m, yang 2 panjangnya 24 m",
            {1: ["120"], 2: ["24"]},
            0,
        ),
        (
            "sudah sy cek maiwa 1 sama maiwa 2, 1 panjangnya 120 m pakai meteran, 2 lebarnya 3 m",
            {1: ["120"], 2: ["3"]},
            0,
        ),
    ],
)
@pytest.mark.parametrize("asked", [True, False])
async def test_each_part_goes_to_its_own(
    two: Looking, typed: str, amounts: dict[int, list[str]], note: int, *, asked: bool
) -> None:
    if asked:
        await two.begin_item("saksi_1")
    await two.ask(two.amir, typed, says("uji_tercatat", nomor="Maiwa 2"))
    found = await _found(two)
    assert {at: _sizes(value) for (at, item), value in found.items() if item == "ukuran"} == amounts
    assert [at for at, item in found if item == "catatan"] == ([note] if note else [])


async def test_what_is_told_of_both_stands_in_both(two: Looking) -> None:
    typed = "maiwa 1 sama maiwa 2 sudah sy lihat, dua2nya masih bagus, saksinya pak made"
    await two.ask(two.amir, typed, says("uji_tercatat", nomor="Maiwa 2"))
    assert {(1, "saksi_1"), (1, "catatan"), (2, "saksi_1"), (2, "catatan")} == {*await _found(two)}


async def test_what_may_be_of_either_is_kept_in_none(two: Looking) -> None:
    await two.ask(two.amir, "maiwa 1 dan 2 panjangnya 120 m", says("uji_mana_punya"))
    assert await _found(two) == {}


async def test_a_number_that_counts_something_is_no_other_usulan(two: Looking) -> None:
    await two.ask(two.amir, "maiwa 1, 2 pintu rusak, panjangnya 120 m", says("uji_tercatat", nomor="Maiwa 1"))
    assert {at for at, _ in await _found(two)} == {1}


@pytest.mark.parametrize("typed", ["maiwa 1 dan maiwa 2 sudah kubaca", "maiwa 1 sama maiwa 2 hasilnya apa"])
async def test_what_tells_nothing_of_a_check_is_left_to_others(two: Looking, typed: str) -> None:
    await two.ask(two.amir, typed, lambda message: words_of(message) not in says("uji_tercatat"))
    assert await _found(two) == {}


@pytest.mark.parametrize(
    "typed", ["panjangnya 24 meter saksinya pak made", "lebarnya 24 m pakai meteran saksi bu ina kader"]
)
async def test_a_size_before_a_witness_needs_no_comma(two: Looking, typed: str) -> None:
    await two.ask(two.amir, f"maiwa 2 {typed}", says("uji_tercatat", nomor="Maiwa 2"))
    found = await _found(two)
    assert (_sizes(found[2, "ukuran"]), (2, "saksi_1") in found) == (["24"], True)


async def test_what_was_put_aside_goes_on_with_its_own_check(two: Looking) -> None:
    await two.ask(two.amir, "maiwa 1 panjangnya 120 meter, saksinya pak made", says("form.uji_silang.alat.tanya"))
    await two.ask(two.amir, "apa tugas saya", says("isian_disisihkan"))
    await two.ask(two.amir, "maiwa 2 panjangnya 24 meter, saksinya pak sikki", says("form.uji_silang.alat.tanya"))
    lead = await two.press(two.amir, words("tombol_lanjutkan_tadi"), says("form.uji_silang.alat.tanya"))
    assert "Maiwa 1" in words_of(lead)
    await two.ask(two.amir, "panjangnya 130 m", says("uji_tercatat", nomor="Maiwa 1"))
    found = await _found(two)
    assert [_sizes(found[at, "ukuran"]) for at in (1, 2)] == [["130"], ["24"]]


async def test_the_item_that_is_still_open_is_asked_once_more_with_its_number(two: Looking) -> None:
    await two.begin_item("ukuran")
    await two.ask(two.amir, "apa tugas saya", says("isian_disisihkan"))
    lead = await two.press(two.amir, words("tombol_lanjutkan_tadi"), says("form.uji_silang.ukuran.tanya"))
    assert "Maiwa 2" in words_of(lead)


@pytest.mark.parametrize(("caption", "at"), [("", 2), ("ini yg maiwa 1", 1), ("ini maiwa 2 dari atas", 2)])
@pytest.mark.parametrize("item", ["ukuran", "saksi_1", "tempat"])
async def test_a_photo_below_another_question_goes_to_the_photos_and_the_question_stays(
    two: Looking, item: str, caption: str, at: int
) -> None:
    await two.begin_item(item)
    await two.telegram.photo(two.amir, bytes(photo()["buffer"]), caption or None)
    await two.hears(two.amir, says("uji_foto_terpisah", nomor=f"Maiwa {at}", titik=False))
    first = {"tempat": "tempat", "saksi_1": "saksi_nama"}.get(item, item)
    await two.hears(two.amir, says(f"form.uji_silang.{first}.tanya"))
    assert list(await _found(two)) == [(at, "foto")]


@pytest.mark.parametrize(
    "typed",
    ["yg maiwa 2 belum bisa saya lihat", "maiwa 2 blm sempat ka kesana", "maiwa 2 belumpi kuuji, hujan terus"],
)
@pytest.mark.parametrize("asked", [True, False])
async def test_who_cannot_go_yet_is_asked_whether_it_waits(two: Looking, typed: str, *, asked: bool) -> None:
    if asked:
        await two.begin_item("ukuran")
    await two.ask(two.amir, typed, LATER)
    later = words("uji_tombol_undur", hari="20 Januari 2027")
    await two.press(two.amir, later, says("uji_diundur", nomor="Maiwa 2", batas="20 Januari 2027", siapa="Rahman"))
    await two.hears(two.rahman, says("uji_diundur_kabar", nomor="Maiwa 2"))
    assert await two.town.rows("SELECT count(*) FROM moves") == [(0,)]
    assert await two.toast(two.amir, f"cek:undur:{await two.check()}:{1}", 1) == words("tombol_lewat")


async def test_or_it_is_given_back(two: Looking) -> None:
    await two.ask(two.amir, "yg maiwa 2 belum bisa saya lihat", LATER)
    await two.press(two.amir, words("uji_tombol_tidak_bisa"), says("uji_dikembalikan", nomor="Maiwa 2"))
    assert await two.town.rows("SELECT state FROM field_checks ORDER BY id") == [("given",), ("returned",)]


@pytest.mark.parametrize(
    "typed", ["maiwa 2 belum bisa dibangun tahun ini", "foto maiwa 2 belum bisa kulihat", "kapan maiwa 2 dilihat"]
)
async def test_what_speaks_of_something_else_puts_nothing_off(two: Looking, typed: str) -> None:
    await two.ask(two.amir, typed, lambda message: words_of(message) not in says("uji_belum_pergi"))


@pytest.mark.parametrize("typed", ["saya ji", "sy sendiri", "saya sendiri pi pak", "biar saya saja yg lihat"])
async def test_who_says_that_they_go_themselves_goes(two: Looking, typed: str) -> None:
    await two.bring("Lina", "Maiwa 3")
    await two.ask(two.rahman, "cek lapangan maiwa 3", says("uji_siapa"))
    await two.ask(two.rahman, typed, says("uji_diberikan", nomor="Maiwa 3", siapa=""))


@pytest.mark.parametrize("typed", ["saya ji", "sy sendiri"])
async def test_a_witness_who_is_whoever_types_is_called_by_name(two: Looking, typed: str) -> None:
    await two.begin_item("saksi_1")
    await two.ask(two.amir, typed, says("form.uji_silang.saksi_jenis.tanya"))
    await two.press(two.amir, words("form.uji_silang.saksi_jenis.pilihan.l"), says("form.uji_silang.saksi_pihak.tanya"))
    await two.press(two.amir, words("form.uji_silang.saksi_pihak.pilihan.warga"), says("uji_lembar"))
    assert (await _found(two))[2, "saksi_1"]["saksi_nama"] == {"text": "Amir"}

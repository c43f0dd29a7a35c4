"""What is said for something else while a check stands open is not written into it; what was, is taken out again."""

import asyncio

import pytest

from tests.checking.looking import Looking, option
from tests.support.client import words_of
from tests.support.sentences import says, words

KEPT, TOOL = says("uji_tercatat", nomor="Maiwa 1"), says("form.uji_silang.alat.tanya")
WHERE, SHEET = says("form.uji_ini.bagian.tanya"), says("uji_lembar", nomor="Maiwa 1")
GUESTS = "undang pak Rustam kadus, ibu Hasni kader, pak Imam mesjid dan pak Sudirman ketua BPD untuk musrenbang desa"
BOTH = "panjangnya 120 meter pakai meteran, saksi pak Made dan ibu Hasni"


async def _name(quick: Looking, item: str) -> str:
    told = (await quick.findings())[item]
    return str(told.get("saksi_nama", {}).get("text", ""))


async def _sizes(quick: Looking) -> list[str]:
    return [one["amount"] for one in (await quick.findings())["ukuran"]["ukuran"]["sizes"]]


@pytest.mark.parametrize(
    "typed",
    [
        GUESTS,
        "tolong undang bu Hasni kader sm pak Imam mesjid",
        "kabari ibu Hasni kader dan pak Imam besok rapat",
        "ingatkan pak Rustam kadus panjangnya jalan 2 km",
        "usulan nenek sabi salah, bukan jalan 1 km tapi 2 km",
        "Maiwa 1 sama Maiwa 2 itu jalan yang sama, gabung saja",
        "gabungkan Maiwa 2 dengan Maiwa 1",
        "pembetulan Maiwa 2: air diambil 2 km bukan 1 km",
        "foto tadi utk Maiwa 1",
    ],
)
@pytest.mark.parametrize("opened", ["ukuran", "saksi_1", ""])
async def test_what_is_for_something_else_is_not_written_into_the_check(
    quick: Looking, typed: str, opened: str
) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.give()
    await (quick.begin_item(opened) if opened else quick.open_sheet())
    before = (KEPT, TOOL, says("form.uji_silang.saksi_pihak.tanya"), says("form.uji_silang.saksi_jenis.tanya"))
    await quick.ask(quick.amir, typed, lambda message: all(words_of(message) not in said for said in before))
    assert await quick.findings() == {}


@pytest.mark.parametrize(
    ("typed", "item"),
    [
        ("undangan sudah ada, panjangnya 120 meter pakai meteran", "ukuran"),
        ("sudah kulihat usulan ibu Sitti, panjangnya 120 meter pakai meteran", "ukuran"),
        ("panjangnya bukan 100 tapi 120 meter, diukur meteran", "ukuran"),
    ],
)
async def test_what_was_seen_is_written(quick: Looking, typed: str, item: str) -> None:
    await quick.give()
    await quick.begin_item("tempat")
    await quick.ask(quick.amir, typed, lambda message: words_of(message) in KEPT or words_of(message) in SHEET)
    assert item in await quick.findings()


async def test_where_a_meeting_is_held_is_a_landmark(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("tempat")
    await quick.ask(quick.amir, "di dekat tempat rapat desa", says("uji_patokan_dicatat"))


async def test_the_number_that_is_denied_is_not_the_size(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, "sudah kulihat, bukan jalan 1 km tapi 2 km, saksi pak Made", KEPT)
    assert await _sizes(quick) == ["2"]


@pytest.mark.parametrize(("item", "typed"), [("ukuran", "200 m"), ("saksi_1", "pak Made"), ("tempat", "betul")])
async def test_after_a_day_it_is_asked_first(quick: Looking, item: str, typed: str) -> None:
    await quick.give()
    await quick.begin_item(item)
    await quick.telegram.move_clock(by=26 * 3600)
    await asyncio.sleep(1.5)  # the clock of a running bot follows within a second
    await quick.ask(quick.amir, typed, WHERE)
    await quick.press(quick.amir, words("form.uji_ini.bagian.pilihan.bukan"), lambda message: bool(words_of(message)))
    assert await quick.findings() == {}


async def test_batal_says_what_stays(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, BOTH, KEPT)
    await quick.ask(quick.amir, "batal", says("mesin.yakin_batal"))
    await quick.press(quick.amir, words("tombol.ya_batalkan"), says("uji_tetap_tercatat", nomor="Maiwa 1"))
    assert not any("Belum ada yang berubah" in text for text in quick.texts(quick.amir))
    await quick.ask(quick.amir, "salah, itu bukan saksi", says("uji_saksi_dicabut"))
    assert [await _name(quick, item) for item in ("saksi_1", "saksi_2")] == ["", ""]
    assert await _sizes(quick) == ["120"]


@pytest.mark.parametrize(
    "typed",
    ["hapus ibu Hasni dari saksi", "hasni bukan saksi", "coret saksi kedua", "tolong hapus bu hasni dari saksinya"],
)
async def test_a_witness_is_taken_out_and_another_takes_the_place(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, BOTH, KEPT)
    await quick.ask(quick.amir, typed, says("uji_saksi_dicabut", nama="ibu Hasni"))
    assert [await _name(quick, item) for item in ("saksi_1", "saksi_2")] == ["pak Made", ""]
    await quick.ask(
        quick.amir,
        "saksinya bu Rosma kader",
        lambda message: "Rosma" in words_of(message) or words_of(message) in WHERE,
    )


@pytest.mark.parametrize("typed", ["hapus bu Tati dari saksi", "pak Made bukan saksi?"])
async def test_who_is_no_witness_is_not_taken_out(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, BOTH, KEPT)
    await quick.ask(quick.amir, typed, lambda message: words_of(message) not in says("uji_saksi_dicabut"))
    assert [await _name(quick, item) for item in ("saksi_1", "saksi_2")] == ["pak Made", "ibu Hasni"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("panjang 30 meter, dilihat juga sama pak Rustam kadus dan ibu Hasni", ["pak Rustam", "ibu Hasni"]),
        ("panjang 30 meter, saksinya Rustam kepala dusun, sama Hasni kader posyandu", ["Rustam", "Hasni"]),
        ("panjang 30 meter, disaksikan oleh bu Hasni kader", ["bu Hasni"]),
    ],
)
async def test_who_was_there_too_is_a_witness(quick: Looking, typed: str, names: list[str]) -> None:
    await quick.give()
    told = f"td siang sy ke lokasi Maiwa 1 lihat jembatannya. {typed}. tali sebelah kiri putus. diukur meteran"
    await quick.ask(quick.amir, told, KEPT)
    found = await quick.findings()
    assert [await _name(quick, item) for item in ("saksi_1", "saksi_2") if item in found] == names
    assert found["ukuran"]["alat"]["value"] == "meteran"
    assert "tempat" not in found
    assert "tali sebelah kiri putus" in found["catatan"]["catatan"]["text"]


async def test_a_witness_who_is_whole_needs_no_more_photos(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, "panjang 30 m, saksinya Rustam kepala dusun", KEPT)
    await quick.ask(quick.amir, "pak rustam laki2", SHEET)
    assert (await quick.findings())["saksi_1"]["saksi_jenis"]["value"] == "l"


@pytest.mark.parametrize(
    "typed", ["kalau Maiwa 1 panjang 150 m, diukur pakai langkah", "ukuran Maiwa 1 lebar 150 m juga"]
)
async def test_a_size_of_a_check_that_is_named_is_kept(quick: Looking, typed: str) -> None:
    await quick.give()
    said = await quick.ask(quick.amir, typed, lambda message: words_of(message) in KEPT or words_of(message) in WHERE)
    if words_of(said) in WHERE:
        await quick.press(quick.amir, words("form.uji_ini.bagian.pilihan.ukuran"), TOOL)
        await quick.press(quick.amir, option("alat", "langkah"), SHEET)
    assert await _sizes(quick) == ["150"]


ANOTHER = says("isian_nomor_lain", nomor="Maiwa 2")


@pytest.mark.parametrize(
    "typed",
    [
        "kalau yang nomor 2 sudah saya lihat, panjangnya 200 m bukan 150",
        "utk nomor 2 itu 200 meter bukan 150",
        "yg no 2 panjangnya 200 m, saksi pak Made",
        "kalau yang Maiwa 2, sudah saya lihat, panjangnya 200 m",
    ],
)
@pytest.mark.parametrize("opened", ["ukuran", "saksi_1", "tempat"])
async def test_what_is_told_of_another_usulan_is_not_written_into_the_open_one(
    quick: Looking, typed: str, opened: str
) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.give()
    await quick.begin_item(opened)
    await quick.ask(quick.amir, typed, ANOTHER)
    assert await quick.findings() == {}


@pytest.mark.parametrize(
    "typed", ["saksi nomor 2 pak Made", "titik nomor 2 panjangnya 20 m", "nomor 1 panjangnya 20 m"]
)
async def test_another_number_is_not_that_of_an_usulan(quick: Looking, typed: str) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.give()
    await quick.begin_item("ukuran")
    await quick.ask(quick.amir, typed, lambda message: words_of(message) not in ANOTHER and bool(words_of(message)))


async def test_words_between_two_usulan_are_no_note(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, "kalau yang Maiwa 1, sudah saya lihat, panjangnya 200 m bukan 150", KEPT)
    assert "catatan" not in await quick.findings()
    await quick.ask(quick.amir, "ukuran Maiwa 1 salah, mestinya 220 m", KEPT)
    assert "catatan" not in await quick.findings()
    assert await _sizes(quick) == ["220"]

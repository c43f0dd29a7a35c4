"""What is typed over the summary of a check is read, and shown again; witnesses are told with their side."""

from typing import Any

import pytest

from bot.store.monitoring import photos
from tests.browser.pictures import photo
from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import says, words

KEPT = says("uji_tercatat", nomor="Maiwa 1")


async def _witnesses(quick: Looking) -> list[tuple[str, ...]]:
    found = await quick.findings()
    told = [found[item] for item in ("saksi_1", "saksi_2")]
    return [
        (one["saksi_nama"]["text"], *(one.get(key, {}).get("value", "") for key in ("saksi_jenis", "saksi_pihak")))
        for one in told
    ]


async def _at_the_card(quick: Looking) -> None:
    """A note was told on the spot, and stands there as the reason."""
    await quick.tells(ukuran={"sizes": [{"amount": "200", "unit": "m", "side": ""}]})
    await quick.give()
    await quick.fill()
    await quick.open_sheet()
    await quick.ask(quick.amir, "sudah kulihat, panjangnya 120 meter, saksi Nurhayati, tanahnya miring", KEPT)
    await quick.open_sheet()
    await quick.press(quick.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    await quick.press(quick.amir, words("uji_hasil_berubah"), says("form.uji_alasan.tinjau"))


async def test_a_reason_typed_over_the_card_is_the_one_that_goes_out(quick: Looking) -> None:
    await _at_the_card(quick)
    said = "cuma ujungnya yang hancur, sisanya masih bagus"
    shown = words_of(await quick.ask(quick.amir, said, says("form.uji_alasan.tinjau")))
    assert said in shown
    await quick.press(quick.amir, words("tombol.kirim"), says("uji_selesai", hasil="berubah", alasan=said))
    assert await quick.town.rows("SELECT reason FROM field_checks") == [(said,)]


async def test_another_witness_typed_over_the_card_goes_to_the_witnesses(quick: Looking) -> None:
    await _at_the_card(quick)
    await quick.ask(quick.amir, "saksinya bukan Sikki tapi bu Rosma kader", says("form.uji_alasan.tinjau"))
    assert await _witnesses(quick) == [("Nurhayati", "p", "warga"), ("bu Rosma", "p", "kader")]
    await quick.press(quick.amir, words("tombol.kirim"), says("uji_selesai", hasil="berubah", alasan="tanahnya miring"))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            "meteran. ramli laki2 dari kelompok tani, ibu suriani dari pkk",
            [("ramli", "l", "tani"), ("ibu suriani", "p", "kader")],
        ),
        ("pakai meteran, pak made ketua rt, bu ina pkk", [("pak made", "l", "dusun"), ("bu ina", "p", "kader")]),
        ("meteran, saksinya pak rt sama bu bidan", [("pak rt", "l", "dusun"), ("bu bidan", "p", "kader")]),
    ],
)
async def test_the_tool_and_both_witnesses_in_one_sentence(quick: Looking, typed: str, read: list[Any]) -> None:
    await quick.give()
    await quick.begin_item("ukuran")
    await quick.ask(quick.amir, "120 m", says("form.uji_silang.alat.tanya"))
    await quick.ask(quick.amir, typed, KEPT)
    assert (await quick.findings())["ukuran"]["alat"]["value"] == "meteran"
    assert await _witnesses(quick) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("saksi kedua bu rosma kader", [("Nurhayati", "p", "warga"), ("bu rosma", "p", "kader")]),
        ("Sikki diganti pak Made ketua rt", [("Nurhayati", "p", "warga"), ("pak Made", "l", "dusun")]),
        ("saksinya bukan nurhayati, tapi bu rosma", [("bu rosma", "p", ""), ("Sikki", "l", "adat")]),
    ],
)
async def test_nobody_is_overwritten_who_was_not_meant(quick: Looking, typed: str, read: list[Any]) -> None:
    await quick.give()
    await quick.witness(1, "Nurhayati", "p", "warga")
    await quick.witness(2, "Sikki", "l", "adat")
    await quick.ask(quick.amir, typed, KEPT)
    assert await _witnesses(quick) == read


async def test_a_size_is_put_right_by_what_it_is_not(quick: Looking) -> None:
    await quick.give()
    await quick.measure("120 m")
    await quick.ask(quick.amir, "salah ketik ka, 210 meter bukan 120", KEPT)
    found = await quick.findings()
    assert found["ukuran"]["ukuran"]["sizes"][0]["amount"] == "210"
    assert "catatan" not in found


async def test_a_point_sent_while_photos_are_asked_is_kept(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("foto")
    await quick.telegram.location(quick.amir, -3.56, 119.77)
    await quick.hears(quick.amir, says("uji_foto_terpisah", nomor="Maiwa 1", titik=True))
    assert (await quick.findings())["tempat"]["titik"]["lat"] == -3.56


async def test_a_photo_sent_while_the_place_is_asked_is_kept(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("tempat")
    await quick.telegram.photo(quick.amir, bytes(photo(colour=(9, 9, 9))["buffer"]))
    await quick.hears(quick.amir, says("uji_foto_terpisah", nomor="Maiwa 1", titik=False))
    assert len((await quick.findings())["foto"]["foto"]) == 1


async def test_the_photos_of_a_check_are_those_from_before(quick: Looking) -> None:
    """Where the usulan has none; with the day on which it was looked at."""
    await quick.give()
    await quick.fill()
    await quick.town.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 2)
    await quick.open_sheet()
    await quick.end("sesuai")
    usulan_id = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    async with quick.town.database.read() as connection:
        before = await photos.before_of(connection, usulan_id)
    assert before is not None
    assert before[1] is not None


_SIDES = {"sizes": [{"amount": "200", "unit": "m", "side": ""}, {"amount": "3", "unit": "m", "side": ""}]}
_STORY = {"text": "Jalan tani rusak parah, sekitar 200 meter, motor sering jatuh."}


@pytest.mark.parametrize(
    ("typed", "told", "amounts"),
    [
        ("iye betul 120 mi saja yg rusak", {"ukuran": _SIDES}, ["120", "3"]),
        ("iye yang rusak parah memang 120, 80 nya masih bagus", {"ukuran": _SIDES}, ["120", "3"]),
        ("betul hasil ukurnya pak", {"cerita": _STORY}, ["120", "3"]),
        ("bukan 120, 200 meter memang", {"cerita": _STORY}, ["200"]),
    ],
)
async def test_one_of_two_sizes_is_meant_by_words_also_where_the_story_tells_it(
    quick: Looking, typed: str, told: dict[str, Any], amounts: list[str]
) -> None:
    await quick.tells(**told)
    await quick.give()
    await quick.fill("120 m x 3 m")
    await quick.open_sheet()
    await quick.end("berubah", "cuma ujungnya yang hancur")
    await quick.hears(quick.sitti, says("uji_tanya", nomor="Maiwa 1"))
    await quick.ask(quick.sitti, typed, says("klarifikasi_ini", nomor="Maiwa 1"))
    await quick.press(quick.sitti, "Ya, itu jawabannya", says("klarifikasi_dicatat", nomor="Maiwa 1"))
    assert [one["amount"] for one in (await quick.answers())["ukuran"]["sizes"]] == amounts


async def test_what_was_measured_is_turned_by_nobody_alone(quick: Looking) -> None:
    await quick.give()
    await quick.fill("120 m")
    await quick.open_sheet()
    await quick.end("sesuai")
    await quick.ask(quick.sitti, "maiwa 1 itu 200 meter bukan 120", says("ralat_bandingkan"))
    seen, wished = {"dilihat": "120 m", "nomor": "Maiwa 1", "judul": "Ukurannya"}, "200 m"
    kept = says("ralat_terkunci", kepada="Rahman", baru=wished, **seen)
    await quick.press(quick.sitti, "Betul, ubah", kept)
    assert [one["amount"] for one in (await quick.answers())["ukuran"]["sizes"]] == ["120"]
    assert await quick.town.rows("SELECT words FROM questions") == [(words("ralat_titipan", baru=wished, **seen),)]


async def test_words_that_name_another_usulan_go_to_that_one_or_are_asked_about(quick: Looking) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.give()
    first = await quick.check()
    await quick.ask(quick.rahman, "suruh amir cek lapangan maiwa 2", says("uji_diberikan", nomor="Maiwa 2"))
    await quick.press_data(quick.amir, f"cek:buka:{first}", says("uji_lembar", nomor="Maiwa 1"))
    report = "hasil maiwa 2: pipa bocor panjang 90 meter, saksi pak Hamka ketua RT sama ibu Nuri kader"
    await quick.ask(quick.amir, report, says("uji_tercatat", nomor="Maiwa 2"))
    rows = await quick.town.rows("SELECT DISTINCT check_id FROM check_findings")
    assert rows == [(await quick.check(),)]
    usulan = (await quick.town.rows("SELECT id FROM usulan WHERE serial = 1"))[0][0]
    await quick.press_data(quick.rahman, f"u:tanyahal:{usulan}:-", says("form.klarifikasi_tanya.tanya.tanya"))
    await quick.ask(quick.rahman, "lebarnya sama dengan maiwa 2", says("isian_nomor_lain", nomor="Maiwa 2"))
    assert await quick.states() == []
    await quick.press(quick.rahman, words("tombol_masuk_isian"), says("klarifikasi_dikirim", nomor="Maiwa 1"))

"""What is sent while the sheet of a check stands there, outside its items, is kept: it is asked where it belongs."""

import pytest

from tests.browser.pictures import photo
from tests.checking.looking import Looking
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

ASKED = says("form.uji_ini.bagian.tanya")


def _option(name: str) -> str:
    return words(f"form.uji_ini.bagian.pilihan.{name}")


@pytest.mark.parametrize(("opened", "typed"), [(True, "120 m"), (False, "sy ukur 120 meter")])
async def test_a_size_that_is_typed_goes_into_its_item(quick: Looking, *, opened: bool, typed: str) -> None:
    await quick.give()
    if opened:
        await quick.open_sheet()
    shown = await quick.ask(quick.amir, typed, ASKED)
    assert labels(shown)[:2] == [_option("ukuran"), _option("bukan")]
    await quick.press(quick.amir, _option("ukuran"), says("form.uji_silang.alat.tanya"))
    await quick.press(quick.amir, words("form.uji_silang.alat.pilihan.meteran"), says("uji_lembar"))
    assert (await quick.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "120"


@pytest.mark.parametrize("opened", [True, False])
async def test_photos_wait_for_their_item(quick: Looking, *, opened: bool) -> None:
    await quick.give()
    if opened:
        await quick.open_sheet()
    await quick.telegram.photo(quick.amir, bytes(photo(colour=(90, 140, 200))["buffer"]))
    await quick.hears(quick.amir, ASKED)
    await quick.telegram.photo(quick.amir, bytes(photo(colour=(10, 10, 200))["buffer"]))
    await quick.hears(quick.amir, mentions("kata_ikut_menunggu"))
    await quick.press(quick.amir, _option("foto"), says("form.uji_silang.tinjau"))
    await quick.press(quick.amir, words("tombol.kirim"), says("uji_lembar"))
    assert len((await quick.findings())["foto"]["foto"]) == 2


async def test_a_point_goes_beside_the_place(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.telegram.location(quick.amir, -3.55, 119.77)
    await quick.hears(quick.amir, ASKED)
    await quick.press(quick.amir, _option("tempat"), says("form.uji_silang.tempat.tanya"))
    await quick.press(quick.amir, words("form.uji_silang.tempat.pilihan.betul"), says("uji_lembar"))
    assert (await quick.findings())["tempat"]["titik"]["lat"] == -3.55


async def test_a_photo_at_another_question_is_kept_and_the_question_stands(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("ukuran")
    await quick.telegram.photo(quick.amir, bytes(photo(colour=(90, 140, 200))["buffer"]))
    await quick.hears(quick.amir, says("form.uji_silang.ukuran.tanya"))
    assert any(text in says("uji_foto_terpisah", nomor="Maiwa 1") for text in quick.texts(quick.amir))
    assert len((await quick.findings())["foto"]["foto"]) == 1


async def test_what_is_not_for_the_check_goes_its_own_way(quick: Looking) -> None:
    await quick.give()
    await quick.open_sheet()
    await quick.ask(quick.amir, "120 m", ASKED)
    await quick.press(quick.amir, _option("bukan"), says("menu_awal", bingung="120 m"))
    assert await quick.findings() == {}


@pytest.mark.parametrize("typed", ["tunggu dulu", "sebentar", "nanti dulu pak"])
async def test_who_asks_to_wait_is_no_witness(quick: Looking, typed: str) -> None:
    await quick.give()
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, typed, lambda message: True)
    assert await quick.findings() == {}
    assert not any(text in says("form.uji_silang.saksi_jenis.tanya") for text in quick.texts(quick.amir))
    await quick.ask(quick.amir, "Nurhayati", says("form.uji_silang.saksi_jenis.tanya"))


@pytest.mark.parametrize("opened", [True, False])
async def test_a_place_in_words_is_kept_beside_it(quick: Looking, *, opened: bool) -> None:
    await quick.give()
    if opened:
        await quick.open_sheet()
    await quick.ask(quick.amir, "di dekat masjid Nurul Iman", ASKED)
    await quick.press(quick.amir, _option("tempat"), says("form.uji_silang.tempat.tanya"))
    await quick.press(quick.amir, words("form.uji_silang.tempat.pilihan.betul"), says("uji_lembar"))
    assert (await quick.findings())["tempat"]["patokan"]["text"] == "di dekat masjid Nurul Iman"


async def test_in_the_place_of_the_point_it_may_be_told(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("tempat")
    await quick.press(quick.amir, words("form.uji_silang.tempat.pilihan.betul"), says("form.uji_silang.titik.tanya"))
    await quick.ask(quick.amir, "di belakang sekolah", says("uji_lembar"))
    assert (await quick.findings())["tempat"]["patokan"]["text"] == "di belakang sekolah"


@pytest.mark.parametrize("opened", [True, False])
async def test_a_witness_is_told_with_their_party(quick: Looking, *, opened: bool) -> None:
    await quick.give()
    if opened:
        await quick.open_sheet()
    await quick.ask(quick.amir, "saksinya bu Nurlia, dari PKK", ASKED)
    await quick.press(quick.amir, _option("saksi"), says("uji_lembar"))
    told = (await quick.findings())["saksi_1"]
    assert (told["saksi_jenis"]["value"], told["saksi_pihak"]["value"]) == ("p", "kader")
    assert "Nurlia" in told["saksi_nama"]["text"]
    await quick.ask(quick.amir, "saksi pak Baso", ASKED)
    await quick.press(quick.amir, _option("saksi"), says("form.uji_silang.saksi_pihak.tanya"))


async def test_a_result_in_words_leads_to_its_end(quick: Looking) -> None:
    await quick.give()
    await quick.ask(quick.amir, "sudah saya cek, hasilnya sesuai", says("uji_belum_lengkap"))

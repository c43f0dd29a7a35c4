"""An officer sends the letter first, as it is: it is offered as an announcement; and what only informs asks nothing."""

import pytest

from tests.broadcasts.desk import asks
from tests.journeys.villagers import photo
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

_OFFER = mentions("form.siaran_tawaran.jadi.tanya")
_CAPTION = "Surat undangan rapat koordinasi untuk semua fasilitator, Senin 18 Januari jam 9 di aula Bappeda"
_LETTER = "Yth. Bapak/Ibu Fasilitator Desa se-Kabupaten. Diundang rapat Senin 18 Januari di aula. Hormat kami, Bappeda"


async def test_a_letter_typed_as_it_is_becomes_the_message(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, _LETTER, _OFFER)
    await office.press(ratna, "Jadikan siaran", asks("peran"))


async def test_a_photographed_letter_is_offered_as_well_and_asks_for_no_consent(any_office: Office) -> None:
    ratna = await any_office.join("Ratna", "bappeda", "73.16")
    await any_office.photo(ratna, photo(), _OFFER, caption=_CAPTION)
    await any_office.press(ratna, "Jadikan siaran", asks("peran"))
    rows = await any_office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    assert "AgAC" in str(rows[0][0]) or "photo" in str(rows[0][0])


async def test_a_villager_and_a_photo_of_a_road_stay_an_usulan(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    said = "Jalan ke kebun kami rusak berat, semua desa susah lewat"
    await office.photo(ratna, photo(), says("menu_awal", bingung=said), caption=said)
    await office.press(ratna, words("tombol_menu_jadikan_usulan"), mentions("izin"))
    await office.press(ratna, words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert "file" in rows[0][0]  # the photo came along


@pytest.mark.parametrize(
    "typed", ["undangan untuk semua fasilitator sudah jadi", "siapa semua fasilitator desa di rapat?"]
)
async def test_a_word_of_an_office_is_no_letter(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, typed, lambda message: not message["text"].startswith(words("form.siaran_tawaran.judul")))
    assert await office.town.rows("SELECT 1 FROM conversations WHERE flow = 'siaran_tawaran'") == []


async def test_words_that_nobody_understood_may_become_an_announcement_too(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    typed = "format laporan yang baru tolong dipakai mulai pekan depan oleh semuanya"
    await office.ask(ratna, typed, says("menu_awal", bingung=typed))
    await office.press(ratna, words("tombol_menu_jadikan_siaran"), asks("peran"))
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    assert typed in str(rows[0][0])


@pytest.mark.parametrize("typed", ["cuma pemberitahuan", "tidak ada", "dikosongkan saja"])
async def test_what_only_informs_asks_nothing(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "kirim ke semua fasilitator maiwa format laporan ada di grup", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    await office.ask(ratna, typed, asks("syarat"))
    await office.ask(ratna, "cukup", mentions("form.siaran.tinjau"))
    await office.ask(ratna, "lihat contohnya", says("siaran_kartu"))
    assert await office.town.rows("SELECT message FROM broadcasts WHERE message LIKE '%pemberitahuan%'") == []


async def test_what_was_asked_is_emptied_under_the_summary(office: Office) -> None:
    ratna = await office.join("Ratna", "bappeda", "73.16")
    await office.ask(ratna, "kirim ke semua fasilitator maiwa format laporan ada di grup", _OFFER)
    await office.ask(ratna, "ya", asks("diminta"))
    await office.ask(ratna, "Kirim laporannya paling lambat Senin", asks("syarat"))
    await office.ask(ratna, "cukup", mentions("form.siaran.tinjau"))
    card = await office.ask(ratna, "yang diminta dikosongkan saja", mentions("form.siaran.tinjau"))
    assert "dikosongkan" not in card["text"]
    assert "paling lambat Senin" not in card["text"]

"""A yes, or "sudah", is for what stands lowest, and has no other nouns in it."""

from datetime import timedelta

import pytest

from bot.simulator.chats import Person
from tests.reading.conftest import Village
from tests.support.client import labels
from tests.support.desk import HELD, local
from tests.support.homes import THURSDAY, Home
from tests.support.sentences import mentions, says, words

_ANSWERS = "SELECT answers FROM usulan"


async def _wished(at_home: Home) -> Person:
    """Ratna has been asked whether an usulan that was read is to be changed, and has not answered."""
    village = Village(at_home.town)
    ratna = await at_home.join("Ratna")
    await at_home.hold(at=HELD + timedelta(days=30))
    await village.ask(ratna, "/titip", "suara siapa")
    await village.ask(ratna, "Rabi", "Perempuan atau laki-laki")
    await village.press(ratna, "Perempuan", "18 tahun")
    await village.press(ratna, words("form.titip.suara_umur.pilihan.dewasa"), mentions("form.titip.suara_setuju.tanya"))
    await village.press(ratna, words("form.titip.suara_setuju.pilihan.saksi"), mentions("form.titip.suara_saksi.tanya"))
    await village.ask(ratna, "Hasnawati", "Dusun")
    await village.ask(ratna, "belum tahu", "ceritakan")
    await village.ask(ratna, "Mata air jauh, 23 rumah ambil air jalan kaki, satu jam lebih.", "harapkan")
    await village.ask(ratna, "bak air di tengah dusun", "foto")
    await village.ask(ratna, "cukup", "Bacakan keras-keras")
    await village.press(ratna, words("tombol.kirim"), says("titip_terima"))
    await village.ask(ratna, "/periksa", says("periksa_daftar_saya"))
    await village.ask(ratna, "1", says("usulan_ajakan_baca"))
    await village.press(ratna, words("tombol_sudah_baca"), says("baca_dicatat"))
    await village.ask(ratna, "harapannya sumur bor", mentions("ralat_bandingkan"))
    return ratna


async def test_words_that_name_a_task_are_no_yes_to_an_older_question(at_home: Home) -> None:
    ratna = await _wished(at_home)
    before = await at_home.town.rows(_ANSWERS)
    title = at_home.title("D13")
    await at_home.ask(ratna, f"{title.lower()} sudah mi", lambda message: True)
    assert await at_home.town.rows(_ANSWERS) == before
    assert (await at_home.task("D13")).state != "open" or await at_home.town.rows("SELECT flow FROM conversations")


async def test_a_yes_of_another_day_is_none_and_the_correction_is_said_to_be_none(at_home: Home) -> None:
    ratna = await _wished(at_home)
    before = await at_home.town.rows(_ANSWERS)
    await at_home.move_clock(THURSDAY + timedelta(days=2))
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.ask(ratna, "ya", says("menu_awal"))
    assert any(text in mentions("ralat_dulu") for text in at_home.texts(ratna))
    assert await at_home.town.rows(_ANSWERS) == before


@pytest.mark.parametrize("typed", ["ya", "sudah mi", "itu saja"])
async def test_right_below_the_question_it_is_the_yes(at_home: Home, typed: str) -> None:
    ratna = await _wished(at_home)
    await at_home.ask(ratna, typed, says("ralat_dicatat"))


async def test_a_confirmation_below_a_form_has_the_yes_and_the_form_is_offered_afterwards(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold(at=local(1, 21, 9))
    await at_home.ask(ratna, "mau undang orang", mentions("form.undang.nama.tanya"))
    await at_home.ask(ratna, "musrenbang desa mundur ke tanggal 25 januari karena banjir", says("jadwal_pindahkah"))
    await at_home.ask(ratna, "ya", says("jadwal_dipindah"))
    offered = await at_home.hears(ratna, says("isian_disisihkan"))
    assert labels(offered) == [words("tombol_lanjutkan_tadi")]
    when = (await at_home.town.rows("SELECT starts_at FROM occasions"))[0][0]
    assert str(when).startswith("2027-01-25")


async def test_sudah_under_a_list_of_usulan_is_of_no_task_named_before(at_home: Home) -> None:
    village = Village(at_home.town)
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await village.bring("Sitti", "Maiwa 1")
    await at_home.move_clock(local(1, 8, 7, 31))
    await at_home.town.until("SELECT count(*) > 0 FROM task_events WHERE kind = 'named'", True)
    await at_home.ask(ratna, "baca usulan", says("periksa_daftar_saya"))
    await at_home.ask(ratna, "sudah", says("periksa_semua_dibaca"))
    assert not await at_home.town.rows("SELECT id FROM tasks WHERE state = 'done'")

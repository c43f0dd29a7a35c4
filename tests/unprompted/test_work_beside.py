"""Whoever writes down what a villager tells, and says something of their own work, said nothing of the usulan."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import DESA, Village
from tests.support.sentences import mentions, says, words


async def _writes_down(village: Village) -> Person:
    """Rahman, asked for whom he writes."""
    rahman = await village.join("Rahman", FASILITATOR_DESA, DESA)
    await village.bring()
    await village.ask(rahman, "/titip", says("form.titip.suara_nama.tanya"))
    return rahman


async def _told(village: Village) -> dict[str, Any]:
    ((state,),) = await village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    return {
        key: told["value"] for key, told in json.loads(state)["answers"].items() if key not in ("kecamatan", "desa")
    }


@pytest.mark.parametrize("typed", ["apa tugasku hari ini", "tugas saya apa saja"])
async def test_what_is_asked_of_ones_work_is_shown_and_the_form_waits(village: Village, typed: str) -> None:
    rahman = await _writes_down(village)
    await village.ask(rahman, typed, mentions("isian_disisihkan"))
    assert await _told(village) == {}
    await village.press(rahman, words("tombol_lanjutkan_tadi"), says("form.titip.suara_nama.tanya"))


@pytest.mark.parametrize("typed", ["maiwa 1 sudah kubaca", "maiwa 1 sudah saya baca pak", "sudah baca maiwa 1"])
async def test_what_is_read_is_no_name_and_no_story(village: Village, typed: str) -> None:
    rahman = await _writes_down(village)
    held = await village.ask(rahman, typed, mentions("isian_masih_terbuka"))
    assert await _told(village) == {}
    await village.press(rahman, held["reply_markup"]["inline_keyboard"][0][0]["text"], mentions("baca_dicatat"))
    ((read_by,),) = await village.town.rows("SELECT read_by FROM usulan")
    assert read_by is not None


async def test_how_many_feel_it_is_still_told_of_the_usulan(village: Village) -> None:
    rahman = await _writes_down(village)
    await village.ask(rahman, "Hawa", says("form.titip.suara_jenis.tanya"))
    assert (await _told(village))["suara_nama"]["text"] == "Hawa"


async def test_orders_and_words_of_another_usulan_are_none_of_what_is_written_down(village: Village) -> None:
    rahman = await _writes_down(village)
    await village.ask(rahman, "Hawa", says("form.titip.suara_jenis.tanya"))
    before = await _told(village)
    of_another = "maiwa 1 itu kemarin ramai dibicarakan orang di pasar"
    await village.ask(rahman, of_another, says("isian_nomor_lain", nomor="Maiwa 1"))
    await village.ask(rahman, "tanya fitri pipanya berapa meter", says("klarifikasi_tanpa_usulan", nama="Fitri"))
    await village.ask(rahman, "kabari semua pengusul", says("hasil_semua_dikabari"))
    typed = "sudah saya kasi tau fitri td sore"
    await village.ask(rahman, typed, says("menu_awal", bingung=typed))
    assert await _told(village) == before
    await village.ask(rahman, "musrenbang desa 19 januari jam 9 pagi di kantor desa", "Sebelum disimpan")
    assert await _told(village) == before


async def test_whoever_has_work_here_begins_no_usulan_by_opening_the_chat(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA, DESA)
    await village.ask(rahman, "/start", says("menu_awal", bingung=""))
    await village.ask(rahman, "usulan", says("periksa_kosong_saya"))
    await village.ask(rahman, "/mulai", says("izin"))
    await village.press(rahman, words("tombol_setuju"), "kecamatan")
    await village.ask(rahman, "/batal", bool)
    typed = "pak made itu yang kepala dusun di sini"
    await village.ask(rahman, typed, says("menu_awal", bingung=typed))
    assert await village.town.rows("SELECT flow FROM conversations") == []

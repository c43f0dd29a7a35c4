"""Words about an usulan that was sent, while another one is being told: they change nothing of the other."""

import json
from typing import Any

from bot.simulator.chats import Person
from tests.answering.conftest import Village
from tests.support.sentences import mentions, says, words

YES = "Betul, ubah"
STORY = "Jalan ke kebun rusak berat, dirasakan 30 rumah."


async def _second(village: Village) -> Person:
    """Somebody who has sent one, and tells another: its story and hope stand."""
    sitti = await village.begin("Sitti")
    await village.ask(sitti, STORY, "harapkan")
    await village.ask(sitti, "Mohon jalannya dirabat.", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima", nomor="Maiwa 1"))
    await village.ask(sitti, "/mulai", "Tempatnya masih di")
    await village.press(sitti, words("tombol.ya"), "ceritakan")
    await village.ask(sitti, "Air bersih kering setiap kemarau, kami ambil di sungai.", "harapkan")
    await village.ask(sitti, "Mohon dibuatkan bak air.", "foto")
    return sitti


async def _sent(village: Village) -> dict[str, Any]:
    ((told,),) = await village.town.rows("SELECT answers FROM usulan")
    return dict(json.loads(told))


async def _draft(village: Village) -> dict[str, Any]:
    ((state,),) = await village.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    return {key: told["value"] for key, told in json.loads(state)["answers"].items()}


async def test_a_correction_is_about_the_one_in_which_the_wrong_value_stands(either_village: Village) -> None:
    village = either_village
    sitti = await _second(village)
    before = await _draft(village)
    for _ in range(3):
        await village.press(sitti, words("tombol.lewati"), bool)
    await village.ask(sitti, "bukan 30 rumah tapi 35", mentions("ralat_bandingkan", nomor="Maiwa 1"))
    await village.press(sitti, YES, says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await _sent(village))["cerita"]["text"] == "Jalan ke kebun rusak berat, dirasakan 35 rumah."
    assert await _draft(village) == before


async def test_what_stands_in_neither_is_asked_about_and_put_nowhere(village: Village) -> None:
    sitti = await _second(village)
    before = await _draft(village)
    await village.ask(sitti, "bukan 80 rumah tapi 85", says("ubah_usulan_mana", salah="80 rumah"))
    await village.press(sitti, words("tombol_yang_sedang_ditulis"), "foto")
    assert await _draft(village) == before
    await village.ask(sitti, "bukan 80 rumah tapi 85", says("ubah_usulan_mana"))
    await village.press(sitti, "Maiwa 1", says("ubah_pilih", nomor="Maiwa 1"))
    await village.press(sitti, "Harapannya", says("ubah_mulai"))
    await village.ask(sitti, "Mohon jalannya diaspal.", says("ralat_dicatat", nomor="Maiwa 1"))
    await village.hears(sitti, mentions("form.usulan.foto.tanya"))
    assert (await _sent(village))["harapan"]["text"] == "Mohon jalannya diaspal."


async def test_what_is_put_right_in_the_one_that_is_told_stays_there(village: Village) -> None:
    sitti = await _second(village)
    await village.ask(sitti, "dirasakan 40 kk", bool)
    assert (await _draft(village))["jumlah"] == {"families": 40}
    await village.ask(sitti, "bukan 40 kk tapi 45", mentions("mesin.ralat_kata"))
    assert (await _draft(village))["jumlah"] == {"families": 45}


async def test_an_usulan_that_is_named_is_meant_whatever_is_being_told(village: Village) -> None:
    sitti = await _second(village)
    before = await _draft(village)
    right = ("yg nomor 1 salah, bukan 30 rumah tapi 35", "yang maiwa 1 bukan 30 rumah tapi 35")
    for typed in (*right, "yang maiwa 1 harusnya 35 rumah"):
        await village.ask(sitti, typed, mentions("ralat_bandingkan", nomor="Maiwa 1"))
        await village.press(sitti, "Tidak", says("ralat_tidak_jadi", nomor="Maiwa 1"))
    await village.ask(sitti, "yang maiwa 1 itu keliru", says("ubah_pilih", nomor="Maiwa 1"))
    assert await _draft(village) == before


async def test_what_is_told_of_a_named_one_stands_beside_it_after_a_yes(village: Village) -> None:
    sitti = await _second(village)
    before = await _draft(village)
    asked = mentions("ralat_bandingkan", nomor="Maiwa 1")
    await village.ask(sitti, "yang maiwa 1 itu jalannya 200 meter", asked)
    await village.press(sitti, YES, says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await _sent(village))["juga"] == {"text": "itu jalannya 200 meter"}
    assert await _draft(village) == before


async def test_a_named_one_is_meant_when_nothing_is_being_told(village: Village) -> None:
    sitti = await village.bring()
    await village.ask(sitti, "yang maiwa 1 airnya juga keruh sekali", mentions("ralat_bandingkan", nomor="Maiwa 1"))
    await village.press(sitti, YES, says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await _sent(village))["juga"] == {"text": "airnya juga keruh sekali"}

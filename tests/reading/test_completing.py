"""*Lengkapi* and *Isi bersama*: what an usulan lacks is added to it, by its proposer or with the person beside whoever
reads; the number stays."""

import json
from typing import Any

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.browser.pictures import photo
from tests.reading.conftest import STORY, Village
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

_OTHER_DESA = "73.16.03.1001"


async def _answers(village: Village) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((await village.town.rows("SELECT answers FROM usulan"))[0][0])
    return found


async def _id(village: Village) -> int:
    found: int = (await village.town.rows("SELECT id FROM usulan"))[0][0]
    return found


async def _begin(village: Village, person: Person) -> None:
    await village.ask(person, "/usulanku", says("usulanku_daftar"))
    await village.press(
        person, words("tombol_lengkapi", nomor="Maiwa 1"), says("lengkapi_mulai_sendiri", nomor="Maiwa 1")
    )


async def _until_landmark(village: Village, person: Person) -> None:
    for said in ("urusan apa", "Siapa", "berapa orang", "kurang mampu", "Kirim lokasi", "dekat apa"):
        await village.ask(person, "lewati", said)


async def _add_landmark(village: Village, person: Person, said: str = "Dari masjid sampai pos ronda") -> str:
    await _until_landmark(village, person)
    await village.ask(person, said, "Seberapa besar")
    card = words_of(await village.press(person, words("tombol.cukup"), says("form.lengkapi.tinjau")))
    assert "Kecamatan: Maiwa" in card
    return card


async def _open(village: Village, reader: Person) -> str:
    await village.ask(reader, "/periksa", says("periksa_daftar_saya"))
    return words_of(await village.press(reader, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh")))


async def test_what_is_missing_is_asked_and_added_to_the_same_usulan(either_village: Village) -> None:
    village = either_village
    sitti = await village.bring()
    before = await _answers(village)
    await _begin(village, sitti)
    card = await _add_landmark(village, sitti)
    assert "masjid" in card
    told = says("lengkapi_dicatat", nomor="Maiwa 1", tambahan=[{"judul": "Patokan"}])
    assert "pos ronda" in words_of(await village.press(sitti, words("tombol.kirim"), told))
    assert before | {"patokan": {"text": "Dari masjid sampai pos ronda"}} == await _answers(village)
    (event,) = await village.town.rows("SELECT detail FROM events WHERE kind = 'dilengkapi'")
    assert {"tanya": "patokan", "cara": "sendiri"} == json.loads(event.detail)
    assert [(1,)] == [tuple(row) for row in await village.town.rows("SELECT count(*) FROM usulan")]


async def test_a_photo_added_later_is_fetched_and_an_edit_corrects_what_was_added(village: Village) -> None:
    sitti = await village.bring()
    await _begin(village, sitti)
    await village.photo(sitti, bytes(photo()["buffer"]), "urusan apa")
    for said in ("Siapa", "berapa orang", "kurang mampu", "Kirim lokasi", "dekat apa"):
        await village.ask(sitti, "lewati", said)
    added = await village.telegram.say(sitti, "Dekat masjid tua")
    await village.hears(sitti, "Seberapa besar")
    await village.press(sitti, words("tombol.cukup"), says("form.lengkapi.tinjau"))
    await village.press(sitti, words("tombol.kirim"), says("lengkapi_dicatat"))
    await village.town.until("SELECT count(*) FROM media WHERE question = 'foto'", 1)
    await village.telegram.edit(sitti, added["message_id"], "Dekat jembatan gantung")
    await village.hears(sitti, says("ralat_dicatat", nomor="Maiwa 1"))
    assert "Dekat jembatan gantung" == (await _answers(village))["patokan"]["text"]


async def test_what_was_told_is_not_changed_on_the_way(village: Village) -> None:
    sitti = await village.bring()
    before = await _answers(village)
    await _begin(village, sitti)
    await village.ask(sitti, "kembali", says("lengkapi_sudah_ada"))
    await village.hears(sitti, "foto")
    await village.press(sitti, words("tombol.cukup"), says("form.lengkapi.tinjau"))
    await village.ask(sitti, "ubah cerita", says("lengkapi_sudah_ada"))
    await village.press(sitti, words("tombol.kirim"), says("lengkapi_tanpa_tambahan", nomor="Maiwa 1"))
    assert before == await _answers(village)
    assert [] == await village.town.rows("SELECT * FROM events WHERE kind = 'dilengkapi'")


async def test_nobody_completes_what_is_not_theirs(village: Village) -> None:
    await village.bring()
    ucok = await village.begin("Ucok")
    usulan_id = await _id(village)
    assert words("tombol_lewat") == await village.toast(ucok, f"l:isi:{usulan_id}")
    assert words("tombol_bukan_untuk_ini") == await village.toast(ucok, f"u:bersama:{usulan_id}")


async def test_a_facilitator_of_another_desa_fills_in_nothing(village: Village) -> None:
    await village.bring()
    amir = await village.join("Amir", FASILITATOR_DESA, _OTHER_DESA)
    assert words("bukan_wilayah") == await village.toast(amir, f"u:bersama:{await _id(village)}")


async def test_what_the_meeting_has_or_was_taken_back_gets_no_button_and_takes_nothing(village: Village) -> None:
    sitti = await village.bring()
    shown = {"locked_at = spoken_at": "usulanku_daftar", "locked_at = NULL, status = 'ditarik'": "usulanku_kosong"}
    for change, sentence in shown.items():
        async with village.town.database.write() as connection:
            await connection.exec_driver_sql(f"UPDATE usulan SET {change}")
        listed = await village.ask(sitti, "/usulanku", says(sentence))
        assert words("tombol_lengkapi", nomor="Maiwa 1") not in labels(listed)
        assert words("tombol_lewat") == await village.toast(sitti, f"l:isi:{await _id(village)}")


async def test_what_the_meeting_took_up_meanwhile_is_not_added_to(either_village: Village) -> None:
    village = either_village
    sitti = await village.bring()
    before = await _answers(village)
    await _begin(village, sitti)
    await _add_landmark(village, sitti)
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET locked_at = spoken_at")
    await village.press(sitti, words("tombol.kirim"), says("lengkapi_tidak_bisa"))
    assert before == await _answers(village)


async def test_whoever_reads_fills_it_in_with_the_person_who_hears_of_it_once(either_village: Village) -> None:
    village = either_village
    rahman, sitti = await village.join("Rahman", FASILITATOR_DESA), await village.bring()
    await _open(village, rahman)
    await village.press(rahman, words("tombol_isi_bersama"), says("lengkapi_mulai_bersama", nomor="Maiwa 1"))
    await _add_landmark(village, rahman)
    await village.press(rahman, words("tombol.kirim"), says("lengkapi_dicatat", nomor="Maiwa 1"))
    told = says("lengkapi_kabar", nomor="Maiwa 1", siapa="Rahman", tambahan=[{"judul": "Patokan"}])
    await village.hears(sitti, told)
    assert 1 == sum(text in told for text in village.texts(sitti))
    assert STORY == (await _answers(village))["cerita"]["text"]
    assert await _open(village, rahman) in says("usulan_utuh", bersama=[{"nama": "Rahman", "hal": "Patokan"}])
    await village.ask(sitti, "/usulanku", says("usulanku_daftar", usulan=[{"bersama": "Rahman"}]))


async def test_what_was_added_first_stands(village: Village) -> None:
    rahman, sitti = await village.join("Rahman", FASILITATOR_DESA), await village.bring()
    await _begin(village, sitti)
    await _add_landmark(village, sitti)
    await _open(village, rahman)
    await village.press(rahman, words("tombol_isi_bersama"), says("lengkapi_mulai_bersama"))
    await _add_landmark(village, rahman, "Dekat pasar lama")
    await village.press(rahman, words("tombol.kirim"), says("lengkapi_dicatat"))
    await village.press(sitti, words("tombol.kirim"), says("lengkapi_tanpa_tambahan"))
    assert "Dekat pasar lama" == (await _answers(village))["patokan"]["text"]


async def test_a_role_that_ended_meanwhile_adds_nothing(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.bring()
    before = await _answers(village)
    await _open(village, rahman)
    await village.press(rahman, words("tombol_isi_bersama"), says("lengkapi_mulai_bersama"))
    await _add_landmark(village, rahman)
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE grants SET until = '2020-01-01 00:00:00'")
    await village.press(rahman, words("tombol.kirim"), says("lengkapi_tidak_bisa"))
    assert before == await _answers(village)

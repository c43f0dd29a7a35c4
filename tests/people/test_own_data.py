"""/dataku: seen, corrected, taken along, taken back."""

import json
from typing import Any

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.people.conftest import DESA, STORY, agree, bring, offers, tell_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _open(place: Town, person: Person) -> str:
    await place.simulator.say(person, "/dataku")
    return str((await place.simulator.wait_for(person, says("dataku")))["text"])


async def _take_back(place: Town, person: Person, usulan: str) -> None:
    """Take the consent back; `usulan`: what becomes of theirs, as the button says."""
    await _open(place, person)
    await place.press(person, words("tombol_tarik"), says("yakin_tarik"))
    await place.simulator.press(person, usulan)


async def test_one_sees_what_is_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    shown = await _open(place, sitti)
    for told in ("Sitti", "Maiwa 1", "Jambu, Pattondon Salu", "Usulan: 1", "Persetujuan:", "2028"):
        assert told in shown


async def test_a_newcomer_may_ask_too(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    shown = await _open(place, sitti)
    assert shown in says("dataku", setuju=False)


async def test_a_corrected_name_stays_whatever_the_messenger_says(place: Town) -> None:
    sitti = place.simulator.add_person("Kaisar Telp")
    await agree(place, sitti)
    await _open(place, sitti)
    await place.press(sitti, words("tombol_ganti_nama"), mentions("form.nama.nama.tanya"))
    await place.ask(sitti, "Bu Sitti", says("nama_diganti", nama="Bu Sitti"))
    assert await _open(place, sitti) in says("dataku", nama="Bu Sitti")


def _documents(place: Town, person: Person) -> dict[str, str]:
    """Name -> content of every document the bot sent."""
    found = {}
    for message in place.simulator.messages(person):
        if message["outgoing"] and "document" in message:
            document: Any = message["document"]
            found[document["file_name"]] = place.simulator.file(document["file_id"]).decode()
    return found


async def test_one_takes_everything_along_to_read_and_for_other_programs(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti & <Rara>")
    await bring(place, sitti)
    await _open(place, sitti)
    await place.simulator.press(sitti, words("tombol_unduh"))
    await place.simulator.wait_for(
        sitti, lambda message: message.get("document", {}).get("file_name") == "data-saya.json"
    )
    files = _documents(place, sitti)
    record = json.loads(files["data-saya.json"])
    assert record["nomor_akun_telegram"] == sitti.id
    assert record["usulan"][0]["jawaban"]["cerita"] == {"text": STORY}
    assert [one["jawaban"] for one in record["persetujuan"]] == ["ya"]
    assert "Sitti &amp; &lt;Rara&gt;" in files["data-saya.html"]
    assert STORY in files["data-saya.html"]
    assert "Maiwa 1" in files["data-saya.html"]


async def test_consent_taken_back_stops_everything_at_once(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    await place.ask(sitti, "/mulai", says("mesin.masih_di"))
    await _take_back(place, sitti, words("tombol_tarik_usulan"))
    await place.simulator.wait_for(sitti, says("tarik_selesai", ditarik="1"))
    assert await place.rows("SELECT status FROM usulan") == [("ditarik",)]
    assert await place.rows("SELECT * FROM conversations") == []
    assert await place.rows("SELECT consent_version FROM people") == [(None,)]
    assert await place.rows("SELECT answer FROM consents ORDER BY id") == [("ya",), ("ditarik",)]
    assert await place.rows("SELECT * FROM notices WHERE outcome IS NULL AND kind = 'draf'") == []


async def test_a_withdrawn_usulan_is_no_longer_read(place: Town) -> None:
    sitti, rahman = place.simulator.add_person("Sitti"), place.simulator.add_person("Rahman")
    await place.simulator.begin(rahman, await place.code_for(FASILITATOR_DESA, DESA))
    await place.simulator.wait_for(rahman, says("kode_dipakai"))
    await bring(place, sitti)
    await place.ask(rahman, "/periksa", offers(words("tombol_baca", nomor="Maiwa 1")))
    await _take_back(place, sitti, words("tombol_tarik_usulan"))
    await place.simulator.wait_for(sitti, says("tarik_selesai", ditarik=True))
    said = len(place.simulator.said(rahman))
    await place.touch(rahman, words("tombol_baca", nomor="Maiwa 1"))
    await place.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    assert not any(STORY in text for text in place.simulator.said(rahman)[said:])


async def test_usulan_may_stand_as_those_of_a_warga(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    await _take_back(place, sitti, words("tombol_tarik_jalan"))
    await place.simulator.wait_for(sitti, says("tarik_selesai", jalan="1"))
    row = (await place.rows("SELECT person_id, status, answers FROM usulan"))[0]
    assert row[:2] == (None, "tercatat")
    assert json.loads(row[2])["cerita"] == {"text": STORY}
    assert await place.rows("SELECT * FROM spoken") == []


async def test_after_taking_back_one_may_agree_again(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await agree(place, sitti)
    await _take_back(place, sitti, words("tombol_tarik_usulan"))
    await place.simulator.wait_for(sitti, says("tarik_selesai"))
    await agree(place, sitti)
    await tell_place(place, sitti)
    assert len(await place.rows("SELECT * FROM people")) == 1


async def test_a_tidak_on_an_old_screen_erases_nothing_of_somebody_who_agreed(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    await place.press(sitti, words("tombol_tidak"), says("izin_sudah"))
    assert await place.rows("SELECT * FROM erasures") == []
    assert len(await place.rows("SELECT * FROM usulan")) == 1


async def test_a_facilitator_who_says_tidak_keeps_the_role_and_loses_only_what_was_said(place: Town) -> None:
    rahman = place.simulator.add_person("Rahman")
    await place.simulator.begin(rahman, await place.code_for(FASILITATOR_DESA, DESA))
    await place.simulator.wait_for(rahman, says("kode_dipakai"))
    await place.ask(rahman, STORY, says("menu_awal", bingung=STORY))
    await place.press(rahman, words("tombol_menu_jadikan_usulan"), says("izin"))
    await place.press(rahman, words("tombol_tidak"), says("izin_ditolak_peran"))
    assert len(await place.rows("SELECT * FROM grants")) == 1
    assert await place.rows("SELECT update_id FROM inbox WHERE body LIKE '%Mata air%'") == []


async def test_a_made_up_button_changes_nothing(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    shown = await place.simulator.wait_for(sitti, says("tanda_terima"), since=0)
    assert await place.toast(sitti, "o:hapus.semuanya", shown["message_id"]) in says("tombol_lewat")
    assert await place.rows("SELECT * FROM erasures") == []

"""Titip: who spoke, who typed, how it was agreed; the slip; and the code by which the person takes it over."""

import asyncio
import json
from datetime import timedelta
from urllib.parse import unquote

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.story import Wanted
from bot.work.access import DELEGASI, FASILITATOR_DESA
from tests.browser.pictures import recording
from tests.reading.conftest import DESA, HOPE, STORY, Village
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words


async def begin(village: Village, typist: Person, name: str = "Nenek Rabi") -> None:
    """Up to the question how it was agreed."""
    await village.ask(typist, "/titip", "suara siapa")
    if name:
        await village.ask(typist, name, "Perempuan atau laki-laki")
    else:
        await village.press(typist, words("tombol.lewati"), "Perempuan atau laki-laki")
    await village.press(typist, "Perempuan", "18 tahun")
    adult = words("form.titip.suara_umur.pilihan.dewasa")
    await village.press(typist, adult, mentions("form.titip.suara_setuju.tanya"))


async def agree_by_witness(village: Village, typist: Person, asked: str = "Dusun") -> None:
    await village.press(
        typist, words("form.titip.suara_setuju.pilihan.saksi"), mentions("form.titip.suara_saksi.tanya")
    )
    await village.ask(typist, "Bu Kader", asked)


async def tell(village: Village, typist: Person, hamlet: str = "Jambu", story: str = STORY) -> str:
    """From the dusun to the slip; returns the code."""
    await village.press(typist, hamlet, "ceritakan")
    await village.ask(typist, story, "harapkan")
    await village.ask(typist, HOPE, "foto")
    card = words_of(await village.press(typist, words("tombol.cukup"), "Bacakan keras-keras"))
    assert "Betul?" in card
    await village.press(typist, words("tombol.kirim"), says("titip_terima"))
    slip = (await village.hears(typist, says("titip_lembar")))["text"]
    return str(slip.partition("milik sendiri:\n")[2][:9])


async def titip(
    village: Village, typist: Person, name: str = "Nenek Rabi", *, asked: str = "Dusun", hamlet: str = "Jambu"
) -> str:
    """`asked`: what a part of the desa or kelurahan is called in the question."""
    await begin(village, typist, name)
    await agree_by_witness(village, typist, asked)
    return await tell(village, typist, hamlet)


async def test_the_record_says_who_spoke_who_typed_and_who_saw_it(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    await titip(either_village, rahman)
    row = (await either_village.town.rows("SELECT person_id, typed_by, speaker_id, agreed, answers FROM usulan"))[0]
    typist = (await either_village.town.rows("SELECT id FROM people WHERE name = 'Rahman'"))[0][0]
    assert (row.person_id, row.typed_by) == (None, typist)
    assert json.loads(row.agreed) == {"cara": "saksi", "saksi": "Bu Kader", "jenis": "perempuan"}
    assert set(json.loads(row.answers)) == {"kecamatan", "desa", "dusun", "cerita", "harapan"}
    voices = await either_village.town.rows("SELECT account_id, name FROM speakers")
    assert [tuple(voice) for voice in voices] == [(None, "Nenek Rabi")]
    await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    told = words_of(
        await either_village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", tanya=True))
    )
    assert told in says(
        "usulan_utuh", suara_siapa="Nenek Rabi", penulis="Rahman", saksi="Bu Kader", titip=True, cara_setuju=None
    )


async def test_a_recorded_yes_is_kept_and_heard_by_the_reader(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman, "")
    await village.press(
        rahman, words("form.titip.suara_setuju.pilihan.suara"), mentions("form.titip.suara_rekaman.tanya")
    )
    await village.ask(rahman, "setuju", says("titip_perlu_rekaman"))
    await village.town.simulator.voice(rahman, bytes(recording()["buffer"]))
    await village.hears(rahman, "Dusun")
    await tell(village, rahman)
    assert [tuple(row) for row in await village.town.rows("SELECT question, kind FROM media")] == [
        ("suara_rekaman", "voice")
    ]
    assert [] == await village.town.rows("SELECT * FROM speakers")
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    told = words_of(await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", tanya=True)))
    assert told in says("usulan_utuh", penulis="Rahman", titip=True, suara_siapa=False, cara_setuju="suara")
    await village.hears(rahman, says("usulan_ajakan_baca"))
    assert any("voice" in message for message in village.town.simulator.messages(rahman)[-3:])


async def test_whoever_does_not_agree_is_not_written_down(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await village.press(rahman, words("form.titip.suara_setuju.pilihan.tidak"), says("titip_tidak_setuju"))
    for table in ("usulan", "speakers", "conversations"):
        assert [] == await village.town.rows(f"SELECT * FROM {table}")


async def test_a_child_needs_a_parent(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "Dini", "Perempuan atau laki-laki")
    await village.press(rahman, words("tombol.lewati"), "18 tahun")
    await village.press(rahman, words("form.titip.suara_umur.pilihan.anak"), "orang tuanya")
    await village.ask(rahman, "Bu Dini", mentions("form.titip.suara_setuju.tanya"))
    await agree_by_witness(village, rahman)
    await tell(village, rahman, story="ada anak kelas 5 namanya Andini, jalan ke sekolah putus, Dini jatuh kemarin")
    assert [("Dini", "Bu Dini")] == [tuple(r) for r in await village.town.rows("SELECT name, guardian FROM speakers")]
    told = (await village.town.rows("SELECT answers FROM usulan"))[0][0].lower()
    assert ("dini" in told, "jalan ke sekolah putus" in told) == (False, True)


async def test_a_titip_is_for_people_of_ones_own_wilayah(village: Village) -> None:
    rahman = await village.join("Rahman", DELEGASI, "73.16.02.1001")
    await begin(village, rahman)
    await village.press(
        rahman, words("form.titip.suara_setuju.pilihan.saksi"), mentions("form.titip.suara_saksi.tanya")
    )
    await village.ask(rahman, "Bu Kader", "Lingkungan mana di Kelurahan Galonta")
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE grants SET scope = '73.16.01.2002' WHERE role = 'delegasi'")
    await village.ask(rahman, "Lingkungan Baru", says("titip_di_luar"))
    assert "cerita" not in "".join(village.town.simulator.said(rahman)[-1:])


async def test_the_slip_is_short_and_goes_to_whatsapp(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await titip(village, rahman)
    slip = await village.hears(rahman, says("titip_lembar"))
    assert len(slip["text"]) <= 700
    assert "Maiwa 1" in slip["text"]
    assert slip["text"] in says("titip_lembar", penanya="Rahman")
    address = next(key["url"] for key in buttons_of(slip["reply_markup"]) if key.get("url"))
    assert address.startswith("https://wa.me/?text=")
    plain = unquote(address.partition("text=")[2])
    assert plain.endswith("Usulan ini belum keputusan.")  # nothing is cut off
    assert len(plain) <= 560  # longer names of places and people fit, too


async def test_news_of_a_titip_is_brought_in_person_once(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    await titip(either_village, rahman)
    await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    await either_village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_ajakan_baca", titip=True))
    await either_village.press(
        rahman, words("tombol_sudah_baca"), says("baca_dicatat", nama="Nenek Rabi", langsung=True)
    )
    await either_village.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    await either_village.press_data(rahman, "t:daftar:saya:0", says("tugas_kosong"))
    await either_village.press(rahman, words("tombol_daftar_kabari", jumlah="1"), "Nenek Rabi")
    await either_village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_harus_dikabari"))
    await either_village.press(rahman, words("tombol_sudah_kabari"), says("dikabari_dicatat"))
    number = (await either_village.town.rows("SELECT id FROM usulan WHERE told_at IS NOT NULL"))[0][0]
    assert await either_village.toast(rahman, f"u:kabari:{number}") in says("tombol_lewat")
    await either_village.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    keys = labels(await either_village.hears(rahman, says("periksa_kosong_saya")))
    assert words("tombol_daftar_sudah", jumlah="1") in keys
    assert not [key for key in keys if key in (words("tombol_daftar_kabari", jumlah="1"), words("tombol_sudah_kabari"))]


async def test_with_the_code_the_usulan_is_theirs_with_its_history(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    code = await titip(either_village, rahman)
    rabi = either_village.town.simulator.add_person("Rabi")
    await either_village.town.simulator.begin(rabi, code.replace(" ", ""))
    await either_village.hears(rabi, says("izin"))
    told = await either_village.press(rabi, words("tombol_setuju"), says("titip_diambil"))
    assert "ditulis oleh Rahman" in told["text"]
    await either_village.hears(rabi, "kecamatan")
    await either_village.ask(rabi, "/usulanku", "Maiwa 1")
    await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    told_reader = words_of(
        await either_village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", tanya=True))
    )
    assert told_reader in says("usulan_utuh", nama="Rabi", titip=True)
    await either_village.hears(rahman, says("usulan_ajakan_baca"))
    await either_village.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat", nama="Rabi", langsung=False))
    await either_village.hears(rabi, says("kabar_dibaca", pembaca="Rahman"))
    kinds = [row[0] for row in await either_village.town.rows("SELECT kind FROM events ORDER BY id")]
    assert kinds == ["dicatat", "diambil", "dibaca"]


async def test_what_was_decided_meanwhile_is_told_with_it(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = await titip(village, rahman)
    hasnah = await village.join("Hasnah", "bappeda", "73.16")
    await village.ask(hasnah, "maiwa 1 masuk rkpd", says("keadaan_periksa"))
    await village.press(hasnah, words("tombol_sahkan"), says("keadaan_dicatat"))
    rabi = village.town.simulator.add_person("Rabi")
    await village.town.simulator.begin(rabi, code.replace(" ", ""))
    await village.hears(rabi, says("izin"))
    told = await village.press(rabi, words("tombol_setuju"), says("titip_diambil", tahap="hasil"))
    assert words("keadaan.masuk_rkpd.nama") in told["text"]


async def test_of_two_who_bring_the_code_at_once_one_wins(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    code = await titip(either_village, rahman)
    people = [either_village.town.simulator.add_person(name) for name in ("Rabi", "Palsu")]
    await asyncio.gather(*(either_village.town.simulator.say(person, code) for person in people))
    for person in people:
        await either_village.hears(person, mentions("izin"))
    await asyncio.gather(*(either_village.town.simulator.press(person, words("tombol_setuju")) for person in people))
    for person in people:
        await either_village.hears(person, "kecamatan")
    told = ["\n\n".join(either_village.town.simulator.said(person)) for person in people]
    assert sorted(text in says("titip_diambil") for text in told) == [False, True]
    assert 1 == (await either_village.town.rows("SELECT count(*) FROM claims WHERE used_by IS NOT NULL"))[0][0]


async def test_a_code_is_good_for_a_year_and_not_for_its_typist(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = await titip(village, rahman)
    await village.ask(rahman, code, says("titip_kode_sendiri"))
    await village.town.simulator.move_clock(by=timedelta(days=366).total_seconds())
    await village.town.begin_again()
    rabi = village.town.simulator.add_person("Rabi")
    await village.ask(rabi, code, says("kode_salah"))
    assert [None] == [row[0] for row in await village.town.rows("SELECT person_id FROM usulan")]


async def test_only_a_hash_of_the_code_is_kept(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = (await titip(village, rahman)).replace(" ", "")
    assert all(code not in str(row) for row in await village.town.rows("SELECT * FROM claims"))


@pytest.mark.parametrize("what", ["suara siapa", says("perintah_bukan_untuk_ini")])
async def test_warga_bring_their_own_voices_and_no_titip(village: Village, what: Wanted) -> None:
    person = village.town.simulator.add_person("Sitti")
    if what == "suara siapa":
        person = await village.join("Delegasi", DELEGASI, DESA)
    await village.ask(person, "/titip", what)


async def test_several_things_told_at_once_are_offered_one_by_one_with_the_same_voice(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await village.press(
        rahman, words("form.titip.suara_setuju.pilihan.suara"), mentions("form.titip.suara_rekaman.tanya")
    )
    await village.town.simulator.voice(rahman, bytes(recording()["buffer"]))
    await village.hears(rahman, "Dusun")
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, "Pertama jalan tani rusak kalau hujan, kedua posyandu bocor atapnya", "harapkan")
    await village.ask(rahman, "Mohon diperbaiki semuanya.", "foto")
    await village.press(rahman, words("tombol.cukup"), mentions("usulan_beberapa", jumlah=2))
    await village.press(rahman, words("tombol.kirim"), says("titip_terima", nomor="Maiwa 1"))
    await village.hears(rahman, says("usulan_berikut", kata="posyandu bocor atapnya", titip=True))
    await village.town.begin_again()
    await village.press(rahman, words("tombol_usulan_berikut"), "Tempatnya masih di")
    await village.press(rahman, words("tombol.ya"), "harapkan")
    await village.ask(rahman, "Mohon atapnya diganti.", "foto")
    card = words_of(await village.press(rahman, words("tombol.cukup"), "Bacakan keras-keras"))
    assert "posyandu bocor atapnya" in card
    await village.press(rahman, words("tombol.kirim"), says("titip_terima", nomor="Maiwa 2", siapa="Nenek Rabi"))
    await village.hears(rahman, says("titip_lembar"))
    rows = await village.town.rows("SELECT person_id, typed_by, speaker_id, agreed FROM usulan ORDER BY id")
    assert rows[0] == rows[1]
    assert await village.town.rows("SELECT count(*) FROM speakers") == [(1,)]
    files = await village.town.rows("SELECT file_id FROM media WHERE question = 'suara_rekaman' ORDER BY id")
    assert len(files) == 2
    assert files[0] == files[1]


async def test_what_somebody_took_over_is_no_longer_the_typists_to_go_on_with(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, "Pertama jalan tani rusak kalau hujan, kedua posyandu bocor atapnya", "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.press(rahman, words("tombol.cukup"), "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("usulan_berikut", titip=True))
    slip = next(words_of(one) for one in village.telegram.messages(rahman) if says("titip_lembar")(one))
    rabi = village.town.simulator.add_person("Rabi")
    await village.town.start_chat(rabi, says("izin"))
    await village.press(rabi, words("tombol_setuju"), "kecamatan")
    await village.ask(rabi, slip.partition("milik sendiri:\n")[2][:9], bool)
    await village.town.until("SELECT count(*) FROM usulan WHERE person_id IS NOT NULL", 1)
    assert words("tombol_lewat") == await village.toast(rahman, f"m:berikut:{await _id(village)}:1")


async def _id(village: Village) -> int:
    return int((await village.town.rows("SELECT id FROM usulan"))[0][0])

"""/periksa: what waits for whom, how well it is told, and what happens when it was read."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.reading.conftest import DESA, KABUPATEN, KECAMATAN, Village
from tests.support.client import labels, words_of
from tests.support.sentences import says, words


async def test_an_usulan_says_how_well_it_is_told_and_the_one_thing_to_ask_first(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    await either_village.bring()
    told = words_of(await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1")))
    assert "Maiwa 1 · Jambu" in told
    told = words_of(await either_village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh")))
    assert "Kelengkapan 1 dari 7: kurang" in told
    assert "belum ada: patokan tempat, titik atau foto" in told
    assert f"Tanyakan dulu: {words('mutu_orang')}" in told


async def test_what_was_left_out_with_cukup_is_the_list_of_questions(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.bring()
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    told = words_of(await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", tanya=True)))
    questions = told.partition("Daftar tanya:")[2]
    assert all(title in questions for title in ("Jumlah orang", "Ukurannya", "Kenapa didahulukan", "Foto"))
    assert "Ceritanya" not in questions


async def test_the_proposer_never_sees_the_marks(village: Village) -> None:
    await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring()
    assert not any("Kelengkapan" in text or "dari 8" in text for text in village.town.simulator.said(sitti))


async def test_what_was_read_is_listed_newest_first(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    for number, name in enumerate(("Sitti", "Ratna"), 1):
        await either_village.bring(name, f"Maiwa {number}")
    for number in (2, 1):
        await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
        await either_village.press(rahman, words("tombol_baca", nomor=f"Maiwa {number}"), says("usulan_ajakan_baca"))
        await either_village.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat", nomor=f"Maiwa {number}"))
    await either_village.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    listed = words_of(
        await either_village.press(
            rahman, words("tombol_daftar_sudah", jumlah="2"), says("periksa_daftar_sudah", jumlah="2")
        )
    )
    assert listed.index("Maiwa 2") < listed.index("Maiwa 1")


async def test_the_kecamatan_is_not_asked_to_read_what_the_desa_reads_but_may_see_it(either_village: Village) -> None:
    await either_village.join("Rahman", FASILITATOR_DESA)
    nurul = await either_village.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await either_village.bring(choice=True)
    await either_village.ask(nurul, "/periksa", says("periksa_kosong_saya"))
    listed = words_of(
        await either_village.press(
            nurul, words("tombol_daftar_semua", jumlah="1"), says("periksa_daftar_semua", jumlah="1")
        )
    )
    assert "Maiwa 1" in listed


async def test_without_anybody_in_the_desa_it_waits_for_the_kecamatan_and_then_for_the_office(
    either_village: Village,
) -> None:
    office = await either_village.join("Nur", BAPPEDA, KABUPATEN)
    await either_village.bring()
    await either_village.ask(office, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    nurul = await either_village.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await either_village.ask(nurul, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    told = words_of(await either_village.ask(office, "/periksa", says("periksa_kosong_saya")))
    assert "Maiwa 1" not in told


async def _choose_kecamatan(village: Village, label: str = "Pilih fasilitator kecamatan") -> None:
    person = await village.begin("Sitti")
    await village.ask(person, "Kepala dusun membagi air hanya untuk kerabatnya sendiri.", "harapkan")
    await village.ask(person, "Air dibagi rata.", "foto")
    await village.press(person, words("tombol.cukup"), "nanti dibaca")
    await village.press(person, label, "Kami catat begini")
    await village.press(person, words("tombol.kirim"), says("tanda_terima"))


async def test_a_chosen_reader_alone_sees_opens_and_marks_it(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    nurul = await either_village.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    lain = await either_village.join("Lain", FASILITATOR_KECAMATAN, KECAMATAN)
    office = await either_village.join("Nur", BAPPEDA, KABUPATEN)
    await _choose_kecamatan(either_village, "Nurul")
    number = (await either_village.town.rows("SELECT id FROM usulan"))[0][0]
    for outsider in (rahman, lain):
        told = words_of(await either_village.ask(outsider, "/periksa", says("periksa_kosong_saya")))
        assert "Maiwa 1" not in told
        assert labels(await either_village.hears(outsider, says("periksa_kosong_saya"))) == [
            words("tombol_layar_singkat")
        ]
        for what in ("lihat", "baca", "kabari"):
            assert await either_village.toast(outsider, f"u:{what}:{number}") in says("bukan_wilayah")
    await either_village.ask(office, "/periksa", says("periksa_kosong_saya"))
    await either_village.press(office, words("tombol_daftar_semua", jumlah="1"), "Maiwa 1")
    await either_village.ask(nurul, "/periksa", says("periksa_daftar_saya", jumlah="1"))
    await either_village.press(nurul, words("tombol_baca", nomor="Maiwa 1"), says("usulan_ajakan_baca"))
    await either_village.press(nurul, words("tombol_sudah_baca"), says("baca_dicatat"))


async def test_when_the_chosen_reader_reads_no_longer_it_waits_for_the_office(village: Village) -> None:
    await village.join("Rahman", FASILITATOR_DESA)
    await village.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    office = await village.join("Nur", BAPPEDA, KABUPATEN)
    await _choose_kecamatan(village)
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql(
            "UPDATE grants SET revoked_at = '2026-01-01 00:00:00' WHERE role = 'fasilitator_kecamatan'"
        )
    assert "Maiwa 1" in words_of(await village.ask(office, "/periksa", says("periksa_daftar_saya", jumlah="1")))


async def test_the_office_learns_first_where_nobody_reads(either_village: Village) -> None:
    await either_village.join("Rahman", FASILITATOR_DESA, DESA)
    await either_village.join("Nurul", FASILITATOR_KECAMATAN, "73.16.02")
    office = await either_village.join("Nur", BAPPEDA, KABUPATEN)
    told = words_of(await either_village.ask(office, "/periksa", says("periksa_tanpa_pembaca")))
    assert told in says("periksa_tanpa_pembaca", kecamatan=[{"nama": "Maiwa", "jumlah": "21", "dari": "22"}])
    assert "Enrekang:" not in told
    assert "Baraka: 15 dari 15" in told


@pytest.mark.parametrize("role", [FASILITATOR_DESA, FASILITATOR_KECAMATAN])
async def test_the_list_of_empty_wilayah_is_the_offices_alone(village: Village, role: str) -> None:
    reader = await village.join("Rahman", role, DESA if role == FASILITATOR_DESA else KECAMATAN)
    await village.ask(reader, "/periksa", says("periksa_kosong_saya"))
    assert not any(text in says("periksa_tanpa_pembaca") for text in village.town.simulator.said(reader))


async def test_all_answers_photos_voices_and_the_point_are_shown(village: Village) -> None:
    from tests.browser.pictures import photo, recording

    rahman = await village.join("Rahman", FASILITATOR_DESA)
    person, simulator = await village.begin("Sitti"), village.town.simulator
    await simulator.voice(person, bytes(recording()["buffer"]))
    await simulator.wait_for(person, "harapkan")
    await village.ask(person, "Pipa dari mata air", "foto")
    await simulator.photo(person, bytes(photo()["buffer"]), "bak yang <retak> & bocor")
    await simulator.wait_for(person, "urusan apa")
    await village.press(person, words("tombol.lewati"), "Siapa")
    await village.press(person, words("tombol.lewati"), "berapa orang")
    await village.ask(person, "laki2 90 prempuan 110", "kurang mampu")
    await village.ask(person, "19 KK", "Kirim lokasi")
    await simulator.location(person, -3.5, 119.8)
    await simulator.wait_for(person, "dekat apa")
    await village.press(person, words("tombol.cukup"), "Kami catat begini")
    await village.press(person, words("tombol.kirim"), says("tanda_terima"))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    told = words_of(await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", tanya=True)))
    assert told in says("pengertian.orang", laki="Jumlah orang: 90", perempuan="110")
    assert "Keluarga kurang mampu: 19" in told
    await village.hears(rahman, says("usulan_ajakan_baca"))
    messages = simulator.messages(rahman)
    assert {"voice", "photo", "location"} <= {key for message in messages for key in message}
    (pictured,) = [message for message in messages if "photo" in message]
    assert pictured["caption"] == "bak yang <retak> & bocor"

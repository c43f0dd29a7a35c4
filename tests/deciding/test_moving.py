"""Where an usulan stands is changed by tapping; whoever brought it hears it once, and nobody overwrites anybody."""

import asyncio

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.tables import decisions, occasions
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.deciding.asking import Asking
from tests.reading.conftest import HOPE
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

SAVE = "tombol_sahkan"


async def read(place: Asking, reader: Person | None = None) -> Person:
    """Somebody has read Maiwa 1, and has it before them."""
    who = reader or place.rahman
    await place.open(who)
    await place.press(who, words("tombol_sudah_baca"), says("baca_dicatat", nomor="Maiwa 1"))
    await place.open(who)
    return who


async def choose(place: Asking, who: Person, state: str) -> None:
    await place.press(who, words("tombol_ubah_keadaan"), says("keadaan_jadi_apa", nomor="Maiwa 1"))
    await place.touch(who, words(f"keadaan.{state}.nama"))


async def refuse(place: Asking, who: Person, code: str = "R07") -> Json:
    """Up to what the proposer will read."""
    await choose(place, who, "ditolak")
    await place.hears(who, says("keadaan_sebab_mana"))
    await place.press(who, words(f"alasan.{code}.tombol"), says("keadaan_siapa_memutuskan"))
    return await place.press(who, words("pemutus.musdes"), says("keadaan_periksa", nomor="Maiwa 1"))


async def moved(place: Asking) -> list[str]:
    return [row[0] for row in await place.town.rows("SELECT state FROM moves ORDER BY id")]


async def test_a_refusal_reaches_its_proposer_once_with_why_by_whom_and_what_next(place: Asking) -> None:
    who = await read(place)
    shown = words_of(await refuse(place, who))
    assert words("alasan.R07.teks") in shown, "what will be read is seen before"
    assert not {"<", "&"} & set(shown)
    await place.press(who, words(SAVE), says("keadaan_dicatat", nomor="Maiwa 1"))
    told = await place.hears(place.sitti, says("keadaan_kabar", nomor="Maiwa 1", oleh=words("pemutus.musdes")))
    assert words("alasan.R07.teks") in words_of(told)
    assert words("alasan.R07.langkah") in words_of(told)
    assert not {"<", "&"} & set(words_of(told))
    assert labels(told) == [words("hasil_tombol_jelas"), words("hasil_tombol_tanya")]
    await place.told(place.sitti, says("keadaan_kabar"), 1)
    rows = await place.town.rows("SELECT status, state, locked_at IS NOT NULL FROM usulan")
    assert [tuple(row) for row in rows] == [("hasil", "ditolak", True)]


async def test_clear_or_a_question_that_the_facilitator_reads_as_theirs(quick: Asking) -> None:
    who = await read(quick)
    await refuse(quick, who)
    await quick.press(who, words(SAVE), says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar"))
    await quick.press(quick.sitti, words("hasil_tombol_tanya"), says("form.tanya.pertanyaan.tanya"))
    await quick.ask(quick.sitti, "Urutannya nomor berapa?", says("pertanyaan_diteruskan", kepada="Rahman"))
    assert ["Maiwa 1: Urutannya nomor berapa?"] == [r[0] for r in await quick.town.rows("SELECT words FROM questions")]
    await quick.touch(quick.sitti, words("hasil_tombol_jelas"))
    assert [("jelas",)] == await quick.town.rows("SELECT answer FROM moves")


async def test_a_stranger_answers_for_nobody_and_changes_nothing(quick: Asking) -> None:
    who = await read(quick)
    await choose(quick, who, "musdes")
    await quick.hears(who, says("keadaan_siapa_memutuskan"))
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    amir = await quick.join("Amir", FASILITATOR_DESA, "73.16.03.1001")
    assert words("tombol_lewat") == await quick.toast(amir, f"u:sah:{usulan}:0:musdes:-:musdes")
    assert words("bukan_wilayah") == await quick.toast(amir, f"u:ubah:{usulan}")
    await quick.press(who, words("pemutus.musdes"), says("keadaan_periksa"))
    await quick.press(who, words(SAVE), says("keadaan_dicatat"))
    move = (await quick.town.rows("SELECT id FROM moves"))[0][0]
    assert words("tombol_lewat") == await quick.toast(amir, f"k:paham:{move}")


@pytest.mark.parametrize(
    "odd",
    [
        "ditolak:-:musdes",  # no reason
        "ditolak:R99:musdes",  # own words are typed, never pressed
        "ditolak:R07:dinosaurus",
        "musdes:R07:musdes",  # a reason where there is none
        "masuk_apbd:-:bupati_dprd",  # not theirs to say
        "muskel:-:musyawarah_kelurahan",  # of the other track
        "disimpan:-:musdes",
        "digabung:-:fasilitator",  # with which?
        "hantu:-:musdes",
    ],
)
async def test_what_a_state_demands_cannot_be_left_out(quick: Asking, odd: str) -> None:
    who = await read(quick)
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    assert words("tombol_lewat") == await quick.toast(who, f"u:sah:{usulan}:0:{odd}")
    assert await moved(quick) == []


async def test_only_a_word_that_decides_takes_the_place_of_a_result_that_nobody_was_told(quick: Asking) -> None:
    who = await read(quick)
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    held = quick.town.simulator.stage.clock.now()
    meeting = {"id": 1, "kind": "musrenbang_desa", "wilayah": "73.16.01.2003", "cycle": 2028, "starts_at": held}
    said = {"occasion_id": 1, "usulan_id": usulan, "outcome": "lanjut", "at": held}
    async with quick.town.database.write() as connection:
        await connection.execute(occasions.insert(), [meeting | {"made_at": held}])
        await connection.execute(decisions.insert(), [said])
    for state, untold in (("dicek_lapang:-:tim_verifikasi", 1), ("ditolak:R07:musdes", 0)):
        seen = (await quick.town.rows("SELECT moved FROM usulan"))[0][0]
        await quick.toast(who, f"u:sah:{usulan}:{seen}:{state}")
        assert await quick.town.rows("SELECT count(*) FROM decisions WHERE told_at IS NULL") == [(untold,)]


async def test_a_reason_in_own_words_is_typed_and_read_by_the_proposer(quick: Asking) -> None:
    who = await read(quick)
    await choose(quick, who, "ditolak")
    await quick.hears(who, says("keadaan_sebab_mana"))
    await quick.press(who, words("alasan.R99.tombol"), says("keadaan_siapa_memutuskan"))
    await quick.press(who, words("pemutus.musdes"), says("form.keadaan_alasan.sebab.tanya"))
    await quick.ask(who, "Menunggu saluran induk selesai.", says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar", catatan="Menunggu saluran induk selesai."))
    public = words_of(await quick.ask(who, "/kabar Maiwa 1", says("kabar_isi", nomor="Maiwa 1")))
    assert "saluran induk" not in public


async def test_two_at_once_and_only_one_of_them_is_believed(place: Asking) -> None:
    amir = await place.join("Amir", FASILITATOR_DESA)
    await read(place)
    await place.open(amir)
    await refuse(place, place.rahman)
    await choose(place, amir, "musdes")
    await place.hears(amir, says("keadaan_siapa_memutuskan"))
    await place.press(amir, words("pemutus.musdes"), says("keadaan_periksa"))
    await asyncio.gather(place.touch(place.rahman, words(SAVE)), place.touch(amir, words(SAVE)))
    saved, late = says("keadaan_dicatat", nomor="Maiwa 1"), says("keadaan_didahului", lain=[{"nomor": "Maiwa 1"}])
    await place.town.until("SELECT count(*) FROM moves", 1)
    async with asyncio.timeout(10):
        while not all(any(text in saved or text in late for text in place.texts(one)) for one in (place.rahman, amir)):
            await asyncio.sleep(0.05)
    assert sum(any(text in saved for text in place.texts(one)) for one in (place.rahman, amir)) == 1
    await place.hears(place.sitti, says("keadaan_kabar"))
    await place.told(place.sitti, says("keadaan_kabar"), 1)


async def test_an_old_screen_says_what_it_has_become_meanwhile(quick: Asking) -> None:
    amir = await quick.join("Amir", FASILITATOR_DESA)
    await read(quick)
    await refuse(quick, quick.rahman)
    await quick.open(amir)
    await quick.press(amir, words("tombol_ubah_keadaan"), says("keadaan_jadi_apa"))
    await quick.press(quick.rahman, words(SAVE), says("keadaan_dicatat"))
    late = says("keadaan_didahului", lain=[{"nomor": "Maiwa 1", "oleh": "Rahman"}])
    await quick.press(amir, words("keadaan.musdes.nama"), late)
    assert await moved(quick) == ["ditolak"]


async def test_what_is_decided_is_locked_against_other_words(quick: Asking) -> None:
    who = await read(quick)
    await refuse(quick, who)
    await quick.press(who, words(SAVE), says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar"))
    before = await quick.answers()
    said = next(m for m in quick.telegram.messages(quick.sitti) if m.get("text") == HOPE)
    await quick.telegram.edit(quick.sitti, said["message_id"], "Dibuatkan lapangan bola.")
    await asyncio.sleep(1)
    assert before == await quick.answers()


async def test_the_history_is_read_by_readers_and_by_whoever_brought_it(quick: Asking) -> None:
    who = await read(quick)
    await refuse(quick, who)
    await quick.press(who, words(SAVE), says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar"))
    await quick.open(who)
    told = words_of(await quick.press(who, words("tombol_riwayat"), says("keadaan_riwayat", nomor="Maiwa 1")))
    for line in (words("riwayat_dicatat"), words("riwayat_dibaca"), words("keadaan.ditolak.nama"), "dicatat Rahman"):
        assert line in told
    await quick.ask(quick.sitti, "/usulanku", says("usulanku_daftar"))
    own = await quick.press(quick.sitti, words("tombol_riwayat_nomor", nomor="Maiwa 1"), says("keadaan_riwayat"))
    assert words("keadaan.ditolak.nama") in words_of(own)
    assert "dicatat Rahman" not in words_of(own)


async def test_many_are_ticked_and_each_proposer_hears_once(place: Asking) -> None:
    rahim = await place.bring("Rahim", "Maiwa 2")
    nur = await place.bring("Nur", "Maiwa 3")
    await place.town.rows("SELECT 1")
    officer = await place.join("Ani", BAPPEDA, "73.16")
    for usulan in [row[0] for row in await place.town.rows("SELECT id FROM usulan ORDER BY id")]:
        await place.toast(place.rahman, f"u:baca:{usulan}")
    await place.town.until("SELECT count(*) FROM usulan WHERE read_at IS NOT NULL", 3)
    await place.ask(officer, "/periksa", lambda message: bool(words_of(message)))
    await place.press(officer, words("tombol_daftar_sudah", jumlah=3), says("periksa_daftar_sudah", jumlah=3))
    await place.press(officer, words("tombol_centang"), says("keadaan_centang"))
    await place.press(officer, "Maiwa 1", says("keadaan_centang", usulan=[{"nomor": "Maiwa 1", "centang": True}]))
    await place.press(officer, "Maiwa 3", says("keadaan_centang", usulan=[{"nomor": "Maiwa 3", "centang": True}]))
    await place.press(officer, words("tombol_centang_ubah", jumlah=2), says("keadaan_jadi_apa", jumlah=2))
    await place.press(officer, words("keadaan.masuk_rkpd.nama"), says("keadaan_periksa", jumlah=2))
    await place.press(officer, words(SAVE), says("keadaan_dicatat", jumlah=2))
    for one, number in ((place.sitti, "Maiwa 1"), (nur, "Maiwa 3")):
        await place.hears(one, says("keadaan_kabar", nomor=number))
        await place.told(one, says("keadaan_kabar"), 1)
    assert not any(text in says("keadaan_kabar") for text in place.texts(rahim))
    assert [(0,)] == await place.town.rows("SELECT count(*) FROM ticks")


async def test_what_somebody_else_moved_since_it_was_ticked_is_left_as_it_is(quick: Asking) -> None:
    await quick.bring("Rahim", "Maiwa 2")
    officer = await quick.join("Ani", BAPPEDA, "73.16")
    ids = [row[0] for row in await quick.town.rows("SELECT id FROM usulan ORDER BY id")]
    for usulan in ids:
        await quick.toast(quick.rahman, f"u:baca:{usulan}")
        await quick.toast(officer, f"u:centang:{usulan}:0")
    await quick.press(officer, words("tombol_centang_ubah", jumlah=2), says("keadaan_jadi_apa", jumlah=2))
    await quick.press(officer, words("keadaan.sipd_kec.nama"), says("keadaan_siapa_memutuskan"))
    await quick.press(officer, words("pemutus.musrenbang_kecamatan"), says("keadaan_periksa"))
    await quick.toast(quick.rahman, f"u:sah:{ids[0]}:0:ditolak:R07:musdes")
    await quick.town.until("SELECT count(*) FROM moves", 1)
    await quick.press(officer, words("tombol_sahkan"), bool)
    await quick.hears(officer, says("keadaan_didahului", lain=[{"nomor": "Maiwa 1", "oleh": "Rahman"}]))
    assert await moved(quick) == ["ditolak", "sipd_kec"]
    assert [("ditolak",), ("sipd_kec",)] == await quick.town.rows("SELECT state FROM usulan ORDER BY id")


async def test_who_proposed_the_same_hears_of_it_too_and_once(place: Asking) -> None:
    rahim = await place.bring("Rahim", "Maiwa 2")
    ids = [row[0] for row in await place.town.rows("SELECT id FROM usulan ORDER BY id")]
    for usulan in ids:
        await place.toast(place.rahman, f"u:baca:{usulan}")
    await place.toast(place.rahman, f"u:oleh:{ids[1]}:0:digabung:-:fasilitator")
    await place.hears(place.rahman, says("form.keadaan_gabung.nomor.tanya"))
    await place.ask(place.rahman, "Maiwa 1", says("keadaan_dicatat", nomor="Maiwa 2"))
    await place.hears(rahim, says("keadaan_kabar", nomor="Maiwa 2"))
    await place.toast(place.rahman, f"u:sah:{ids[0]}:0:ditolak:R07:musdes")
    await place.hears(place.sitti, says("keadaan_kabar", nomor="Maiwa 1"))
    await place.hears(rahim, says("keadaan_kabar", nomor="Maiwa 2", bersama="Maiwa 1"))
    await place.told(rahim, says("keadaan_kabar"), 2)
    await place.told(place.sitti, says("keadaan_kabar"), 1)


async def test_a_number_that_is_none_joins_nothing(quick: Asking) -> None:
    who = await read(quick)
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    await quick.toast(who, f"u:oleh:{usulan}:0:digabung:-:fasilitator")
    await quick.hears(who, says("form.keadaan_gabung.nomor.tanya"))
    await quick.ask(who, "Maiwa 77", says("keadaan_gabung_tak_ada"))
    assert await moved(quick) == []

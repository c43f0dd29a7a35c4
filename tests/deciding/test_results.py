"""What a meeting decides is written down in its hall; everybody who brought an usulan is told once, with the reason."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from bot.store.tables import decisions, occasions
from tests.support.client import labels, words_of
from tests.support.halls import Meeting, meeting
from tests.support.sentences import says, words


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        yield opened


async def _villager(hall: Meeting, name: str) -> tuple[Person, int]:
    """Somebody with a telephone, and their id."""
    person = hall.town.simulator.add_person(name)
    await hall.town.start_chat(person, "")
    rows = await hall.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
    return person, rows[0][0]


_STAGES = "SELECT status FROM usulan ORDER BY serial"


async def _decide(hall: Meeting, *taps: str) -> None:
    """From the first screen of results on."""
    for tap in taps:
        await hall.press(words(tap), "")


async def test_a_tap_for_each_and_one_for_the_reason_then_everybody_is_told(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    rahim, his = await _villager(hall, "Rahim")
    await hall.bring(1, person_id=hers)
    await hall.bring(2, "Jembatan gantung putus, anak sekolah memutar jauh.", person_id=his)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1, semua=2, nomor="Maiwa 1"))
    await hall.press(words("hasil_tombol_lanjut"), says("hasil_tanya", ke=2, semua=2, nomor="Maiwa 2"))
    await hall.press(words("hasil_tombol_belum"), says("hasil_sebab_mana", nomor="Maiwa 2"))
    await hall.press(words("alasan.R07.tombol"), says("hasil_semua_dicatat", lanjut=1, cadangan=0, belum=1, menunggu=2))
    before = [("tercatat",), ("tercatat",)]
    assert before == await hall.town.rows(_STAGES), "nobody knows before it is told"
    await hall.press(words("hasil_tombol_kabari", jumlah=2), says("hasil_dikabarkan", hp=2))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1", hasil="lanjut"))
    told = await hall.town.hears(rahim, says("hasil_kabar", nomor="Maiwa 2", hasil="belum"))
    assert words("alasan.R07.teks") in words_of(told)
    assert words("alasan.R07.langkah") in words_of(told)
    assert labels(told) == [words("hasil_tombol_jelas"), words("hasil_tombol_tanya")]
    assert [("dibahas",), ("hasil",)] == await hall.town.rows(_STAGES), "as the state says that it has now"


async def test_only_who_has_another_word_is_told_again(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    await hall.bring(1, person_id=hers)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_lanjut")
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1))
    await hall.town.hears(sitti, says("hasil_kabar", hasil="lanjut", pembetulan=False))
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_semua_dicatat", menunggu=0))
    await hall.press(words("rapat_tombol_ulangi"), says("hasil_tanya", kini=words("hasil_kata_lanjut")))
    await hall.press(words("hasil_tombol_cadangan"), says("hasil_semua_dicatat", cadangan=1, menunggu=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1))
    await hall.town.hears(sitti, says("hasil_kabar", hasil="cadangan", pembetulan=True))
    told = [text for text in hall.town.texts(sitti) if "ini kabar" in text]
    assert len(told) == 2


async def test_one_result_alone_is_put_right(hall: Meeting) -> None:
    for serial in (1, 2, 3):
        await hall.bring(serial)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_lanjut", "hasil_tombol_lanjut", "hasil_tombol_lanjut")
    await hall.press(words("hasil_tombol_ubah_satu"), says("hasil_ubah_yang_mana"))
    await hall.press("Maiwa 2", says("hasil_tanya", ke=2, semua=3, kini=words("hasil_kata_lanjut")))
    await hall.press(words("hasil_tombol_cadangan"), says("hasil_semua_dicatat", lanjut=2, cadangan=1))


async def test_a_newer_word_is_the_last_one_and_stands_on_the_papers(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    await hall.bring(1, person_id=hers)
    which = await hall.bring(2, person_id=hers)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_lanjut", "hasil_tombol_lanjut")
    await hall.town.press_data(hall.leader, f"u:jadi:{which}:0:cadangan", says("keadaan_siapa_memutuskan"))
    await hall.press(words("pemutus.musrenbang_desa"), says("keadaan_periksa"))
    await hall.press(words("tombol_sahkan"), says("keadaan_dicatat", nomor="Maiwa 2"))
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_semua_dicatat", lanjut=1, cadangan=1, menunggu=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1"))
    assert not any(text in says("hasil_kabar", nomor="Maiwa 2") for text in hall.town.texts(sitti))


async def test_who_has_no_telephone_is_on_the_list_of_those_to_be_told_in_person(hall: Meeting) -> None:
    leader = (await hall.town.rows("SELECT id FROM people"))[0][0]
    usulan = await hall.bring(1, typed_by=leader, told_at=hall.town.simulator.stage.clock.now())
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_cadangan")
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=False, langsung=1))
    assert [(usulan,)] == await hall.town.rows("SELECT id FROM usulan WHERE told_at IS NULL AND read_at IS NOT NULL")
    await hall.say("/periksa", says("periksa_kosong_saya"))
    shown = await hall.press(words("tombol_daftar_kabari", jumlah=1), says("periksa_daftar_kabari", jumlah=1))
    assert "cadangan" in words_of(shown)


_TASK = "SELECT state FROM tasks WHERE rule IN ('D20', 'L19', 'L20') ORDER BY rule"


async def test_when_everybody_is_told_the_task_that_asks_for_it_is_done(hall: Meeting) -> None:
    _, hers = await _villager(hall, "Sitti")
    await hall.bring(1, person_id=hers)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_lanjut")
    before = await hall.town.rows(_TASK)
    assert ("open",) in before
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1, selesai=True))
    assert await hall.town.rows(_TASK) != before
    await hall.press(words("tombol_tugas_buka_lagi"), "")
    assert await hall.town.rows(_TASK) == before


async def test_what_was_decided_was_read_and_its_history_names_who_wrote_it_down(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    usulan = await hall.bring(1, person_id=hers)
    await hall.town.press_data(hall.leader, f"u:baca:{usulan}", says("baca_dicatat"))
    await hall.bring(2, person_id=hers)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_lanjut", "hasil_tombol_lanjut")
    await hall.press(words("hasil_tombol_kabari", jumlah=2), says("hasil_dikabarkan", hp=2))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 2"))
    assert await hall.town.rows("SELECT 1 FROM usulan WHERE read_at IS NULL OR unread_at IS NOT NULL") == []
    assert await hall.town.rows("SELECT 1 FROM promises WHERE kind = 'baca' AND state = 'open'") == []
    by = await hall.town.rows("SELECT DISTINCT p.name FROM moves m JOIN people p ON p.id = m.by")
    assert by == [("Rahman",)]
    assert await hall.press_data(f"u:belum:{usulan}") in says("tombol_lewat")
    assert await hall.town.rows("SELECT 1 FROM usulan WHERE read_at IS NULL") == []
    assert not any(text in says("kabar_dibaca_batal") for text in hall.town.texts(sitti))


async def test_while_one_without_a_telephone_is_not_told_it_is_not_done(hall: Meeting) -> None:
    leader = (await hall.town.rows("SELECT id FROM people"))[0][0]
    now = hall.town.simulator.stage.clock.now()
    usulan = await hall.bring(1, typed_by=leader, told_at=now)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_cadangan")
    before = await hall.town.rows(_TASK)
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", langsung=1, selesai=False))
    assert await hall.town.rows(_TASK) == before
    await hall.town.press_data(hall.leader, f"u:kabari:{usulan}", says("dikabari_dicatat"))
    assert await hall.town.rows(_TASK) != before


async def test_a_later_word_of_another_meeting_leaves_nobody_untold_of_this_one(hall: Meeting) -> None:
    leader = (await hall.town.rows("SELECT id FROM people"))[0][0]
    now = hall.town.simulator.stage.clock.now()
    usulan = await hall.bring(1, typed_by=leader, told_at=now)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_cadangan")
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", langsung=1, selesai=False))
    before = await hall.town.rows(_TASK)
    async with hall.town.database.write() as connection:
        (one,) = (await connection.execute(occasions.select())).mappings()
        other = {"kind": "musrenbang_kecamatan", "wilayah": "73.16.01", "starts_at": now + timedelta(days=9)}
        await connection.execute(occasions.insert(), [{**one, "id": one["id"] + 1, **other}])
        decided = {"usulan_id": usulan, "occasion_id": one["id"] + 1, "outcome": "lanjut", "at": now, "told_at": now}
        await connection.execute(decisions.insert(), [decided])
    await hall.town.press_data(hall.leader, f"u:kabari:{usulan}", says("dikabari_dicatat"))
    assert await hall.town.rows(_TASK) != before


async def test_the_reason_in_own_words_reaches_the_proposer_and_nobody_else(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    await hall.bring(1, person_id=hers)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_belum")
    await hall.press(words("hasil_tombol_lain"), says("form.hasil_alasan.sebab.tanya"))
    await hall.say("Menunggu saluran induk selesai.", says("hasil_semua_dicatat", belum=1, kata=True))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1))
    await hall.town.hears(sitti, says("hasil_kabar", catatan="Menunggu saluran induk selesai."))
    public = await hall.say("/kabar Maiwa 1", says("kabar_isi", nomor="Maiwa 1"))
    assert words("hasil_kata_belum") in words_of(public)
    assert "saluran induk" not in words_of(public)


async def test_a_stranger_answers_for_nobody(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    rahim, _ = await _villager(hall, "Rahim")
    usulan = await hall.bring(1, person_id=hers)
    await hall.open()
    await _decide(hall, "rapat_tombol_hasil", "hasil_tombol_lanjut")
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1))
    await hall.town.hears(sitti, says("hasil_kabar"))
    await hall.town.toast(rahim, f"k:jelas:{hall.occasion.id}:{usulan}")
    assert [(None,)] == await hall.town.rows("SELECT answer FROM decisions")
    await hall.town.touch(sitti, words("hasil_tombol_jelas"))
    assert [("jelas",)] == await hall.town.rows("SELECT answer FROM decisions")


async def test_mau_tanya_under_a_result_is_the_button(hall: Meeting) -> None:
    sitti, hers = await _villager(hall, "Sitti")
    await hall.press(words("tombol_setuju"), "kecamatan", sitti)
    await hall.say("/batal", "", sitti)
    await hall.bring(1, person_id=hers)
    await hall.say("maiwa 1 dibawa terus", says("hasil_betulkah"))
    await hall.say("ya", says("hasil_semua_dicatat"))
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan", hp=1))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1"))
    await hall.say("mau tanya", says("form.tanya.pertanyaan.tanya"), sitti)


async def test_what_was_ended_outside_the_meeting_is_named_and_no_result_turns_it(hall: Meeting) -> None:
    await hall.bring(1)
    refused = await hall.bring(2, state="ditolak", status="hasil")
    await hall.open()
    shown = words_of(await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1, semua=1, nomor="Maiwa 1")))
    state = {"nomor": "Maiwa 2", "keadaan": words("keadaan.ditolak.nama")}
    told = words("hasil_sudah_diputuskan", usulan=[state], sisa=0)
    assert shown.endswith(words_of({"text": told}))
    assert words("tombol_lewat") == await hall.press_data(f"h:putus:{hall.occasion.id}:{refused}:0:0")
    await hall.press(words("hasil_tombol_lanjut"), says("hasil_semua_dicatat", lanjut=1))
    assert await hall.town.rows("SELECT usulan_id FROM decisions WHERE usulan_id = :u", u=refused) == []
    await hall.open()
    await hall.press(words("rapat_tombol_baca"), says("rapat_baca", nomor="Maiwa 1", semua=1))


async def test_a_result_that_nobody_was_told_gives_way_to_a_later_word(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", says("hasil_semua_dicatat"))
    await hall.say("maiwa 1 sudah selesai dikerjakan", says("keadaan_siapa_memutuskan"))
    await hall.press(words("pemutus.kantor_desa"), says("keadaan_periksa"))
    await hall.press(words("tombol_sahkan"), says("keadaan_dicatat"))
    await hall.say("kabari pengusulnya", says("hasil_semua_dikabari"))
    assert [row[0] for row in await hall.town.rows("SELECT state FROM usulan")] == ["selesai"]

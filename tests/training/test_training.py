"""A day of training, from the invitation to what came of it."""

from datetime import timedelta

from sqlalchemy import delete, update

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.queues import news
from bot.store.tables import learners, occasions
from bot.work.calendar.announcing import SET
from tests.lessons.conftest import EVENING, School
from tests.lessons.graduating import answer_all
from tests.support.client import labels
from tests.support.desk import local
from tests.support.sentences import says, words

KABUPATEN, KECAMATAN = "73.16", "73.16.01"
OTHER_DESA, NAME = "73.16.02.2001", words("pertemuan.pelatihan")
#: Two days after the evening of the town, at nine.
HELD = local(1, 21, 9)


async def hold(school: School, officer: Person) -> int:
    """Set as /jadwal does, for one kecamatan; returns its id."""
    planned = await school.home.hold("pelatihan", KECAMATAN, HELD, EVENING)
    one = planned.occasion
    async with school.home.town.database.write() as connection:
        await news.put_out(connection, SET, one.id, EVENING, await school.home.id_of(officer))
    return one.id


async def code_of(school: School, officer: Person, occasion: int) -> str:
    calls = len(school.home.telegram.calls)
    await school.home.press_data(officer, f"latih:poster:{occasion}", lambda message: "document" in message)
    await school.home.telegram.wait_for_call("sendDocument", after=calls)
    return str((await school.rows("SELECT code FROM trainings WHERE occasion_id = :o", o=occasion))[0][0])


async def scan(school: School, person: Person, code: str, wanted: object) -> Json:
    await school.home.telegram.begin(person, f"hadir-{code}")
    return await school.home.hears(person, wanted)  # type: ignore[arg-type]


async def test_whoever_is_invited_answers_by_a_button_and_the_last_answer_counts(any_school: School) -> None:
    school = any_school
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna, amir = await school.join(), await school.join("Amir", scope=OTHER_DESA)
    occasion = await hold(school, officer)
    await school.at(EVENING.replace(hour=9) + timedelta(days=1))
    invited = await school.home.telegram.wait_for(ratna, says("pelatihan_undangan", orang="Ratna"))
    assert labels(invited)[:2] == [words("tombol_pelatihan_ya"), words("tombol_pelatihan_tidak")]
    await school.home.press(ratna, words("tombol_pelatihan_tidak"), says("pelatihan_jawaban", datang=False))
    await school.home.press_data(ratna, f"latih:ya:{occasion}", says("pelatihan_jawaban", datang=True))
    assert await school.rows("SELECT answer FROM training_seats") == [("ya",)]
    assert await school.home.toast(amir, f"latih:ya:{occasion}", 1) == words("tombol_lewat")
    shown = {"undangan": 1, "ya": 1, "tidak": 0, "belum": 0, "hadir": 0}
    await school.home.press_data(officer, f"latih:lihat:{occasion}", says("pelatihan_hari", angka=shown))
    assert not [text for text in school.home.texts(amir) if text in says("pelatihan_undangan")]


async def test_the_code_on_the_wall_counts_on_its_day_only(school: School) -> None:
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna = await school.join()
    occasion = await hold(school, officer)
    code = await code_of(school, officer, occasion)
    assert await code_of(school, officer, occasion) == code
    await scan(school, ratna, code, says("pelatihan_hadir_hari_lain", batal=False))
    assert await school.rows("SELECT count(*) FROM training_seats WHERE came_at IS NOT NULL") == [(0,)]
    await school.at(HELD - timedelta(minutes=20))
    here = await scan(school, ratna, code, says("pelatihan_hadir", baru=True, nama="Ratna", jam="08.40", tes="awal"))
    assert words("tombol_tes_awal") in labels(here)
    await scan(school, ratna, code, says("pelatihan_hadir", baru=False, jam="08.40"))
    stranger = school.home.telegram.add_person("Siapa Saja")
    await scan(school, stranger, code, says("pelatihan_hadir_bukan"))
    await scan(school, stranger, "ABCD3467", says("pelatihan_hadir_kode"))
    await school.at(HELD + timedelta(days=1))
    amir = await school.join("Amir")
    await scan(school, amir, code, says("pelatihan_hadir_hari_lain"))
    assert await school.rows("SELECT count(*) FROM training_seats WHERE came_at IS NOT NULL") == [(1,)]


async def test_a_day_that_moved_takes_its_code_along_and_one_that_was_cancelled_counts_nobody(school: School) -> None:
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna = await school.join()
    occasion = await hold(school, officer)
    code = await code_of(school, officer, occasion)
    await school.home.town.stop()
    async with school.home.town.database.write() as connection:
        await connection.execute(update(occasions).values(starts_at=HELD + timedelta(days=1)))
    await school.at(HELD)
    await scan(school, ratna, code, says("pelatihan_hadir_hari_lain", batal=False))
    await school.at(HELD + timedelta(days=1))
    await scan(school, ratna, code, says("pelatihan_hadir", baru=True))
    await school.home.town.stop()
    async with school.home.town.database.write() as connection:
        await connection.execute(update(occasions).values(cancelled_at=HELD))
    await school.home.town.start()
    amir = await school.join("Amir")
    await scan(school, amir, code, says("pelatihan_hadir_hari_lain", batal=True))
    assert await school.home.toast(officer, f"latih:tutup:{occasion}", 1) == words("tombol_lewat")


async def test_whoever_came_learns_from_then_on(school: School) -> None:
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna = await school.join()
    occasion = await hold(school, officer)
    code = await code_of(school, officer, occasion)
    await school.at(HELD)
    await school.home.town.stop()
    async with school.home.town.database.write() as connection:
        await connection.execute(delete(learners))
    await school.home.town.start()
    await scan(school, ratna, code, says("pelatihan_hadir", baru=True))
    person = await school.home.id_of(ratna)
    query = "SELECT count(*) FROM learners WHERE person_id = :p AND next_at IS NOT NULL"
    assert await school.rows(query, p=person) == [(1,)]


async def test_tests_in_the_morning_and_at_the_end_and_a_result_without_anybodys_own(any_school: School) -> None:
    school = any_school
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    people = [await school.join(name) for name in ("Ratna", "Amir", "Sitti")]
    occasion = await hold(school, officer)
    code = await code_of(school, officer, occasion)
    await school.at(HELD)
    for hits, person in enumerate(people, 3):
        await scan(school, person, code, says("pelatihan_hadir", tes="awal"))
        asked = await school.home.press(person, words("tombol_tes_awal"), says("tes_soal", ke=1, akhir=False))
        await answer_all(school, person, asked, hits=hits)
    assert await school.home.toast(people[0], f"latih:tes:akhir:{occasion}", 1) == words("tombol_lewat")
    told = {"hadir": 3, "awal": "4,0", "akhir": "–"}
    await school.home.press_data(officer, f"latih:hasil:{occasion}", says("pelatihan_hasil", semua=told))
    await school.home.press_data(officer, f"latih:tutup:{occasion}", says("pelatihan_ditutup", jumlah=3))
    assert await school.home.toast(officer, f"latih:tutup:{occasion}", 1) == words("tombol_lewat")
    for person in people:
        await school.home.telegram.wait_for(person, says("pelatihan_tes_dibuka"))
    assert await school.home.toast(people[0], f"latih:tes:awal:{occasion}", 1) == words("tombol_lewat")
    for hits, person in enumerate(people, 9):
        asked = await school.home.press(person, words("tombol_tes_akhir"), says("tes_soal", ke=1, akhir=True))
        await answer_all(school, person, asked, hits=hits)
        await school.home.press_data(person, f"latih:tes:akhir:{occasion}", says("pelatihan_tes_sudah", benar=hits))
    told = {"hadir": 3, "awal": "4,0", "akhir": "10,0"}
    await school.home.press_data(officer, f"latih:hasil:{occasion}", says("pelatihan_hasil", semua=told))
    await school.home.press(officer, words("tombol_pelatihan_tabel"), lambda message: "document" in message)
    passed = await school.home.press_data(people[0], "x:sertifikat", says("sertifikat_syarat", lulus=False))
    assert passed  # the test of a training day is no proof of the lessons


async def test_the_last_test_is_told_to_whoever_may_take_it_and_to_nobody_else(any_school: School) -> None:
    school = any_school
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna, amir = await school.join(), await school.join("Amir", scope=OTHER_DESA)
    baso = await school.home.join("Baso", "pelatih", KABUPATEN)
    occasion = await hold(school, officer)
    code = await code_of(school, officer, occasion)
    await school.at(HELD)
    for person in (ratna, amir, baso):
        await scan(school, person, code, says("pelatihan_hadir", baru=True))
    await school.home.press_data(officer, f"latih:tutup:{occasion}", says("pelatihan_ditutup", jumlah=1))
    await school.home.telegram.wait_for(ratna, says("pelatihan_tes_dibuka", orang="Ratna"))
    told = "SELECT count(*) FROM news WHERE kind = 'pelatihan_tes_akhir' AND next_at IS NULL"
    await school.home.town.until(told, 1)
    for person in (amir, baso):
        assert not any(text in says("pelatihan_tes_dibuka") for text in school.home.texts(person))


async def test_whoever_comes_is_told_of_the_test_that_they_can_take_now(school: School) -> None:
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna, amir = await school.join(), await school.join("Amir")
    occasion = await hold(school, officer)
    code = await code_of(school, officer, occasion)
    await school.at(HELD)
    await scan(school, ratna, code, says("pelatihan_hadir", tes="awal"))
    asked = await school.home.press(ratna, words("tombol_tes_awal"), says("tes_soal", ke=1))
    await answer_all(school, ratna, asked, hits=3)
    again = await scan(school, ratna, code, says("pelatihan_hadir", baru=False, tes=""))
    assert labels(again) == [words("tombol_pelatihan_lihat")]
    await school.home.press_data(officer, f"latih:tutup:{occasion}", says("pelatihan_ditutup", jumlah=1))
    late = await scan(school, amir, code, says("pelatihan_hadir", baru=True, tes="akhir"))
    assert words("tombol_tes_akhir") in labels(late)


async def test_materials_are_sent_once_shown_to_everybody_and_taken_back(school: School) -> None:
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna = await school.join()
    occasion = await hold(school, officer)
    assert await school.home.toast(ratna, f"latih:bahan:{occasion}", 1) == words("tombol_lewat")
    await school.home.press_data(officer, f"latih:kirim:{occasion}", "untuk peserta pelatihan")
    await school.home.document(officer, b"%PDF-1.4 bahan", lambda message: True, name="bahan.pdf")
    await school.home.press(officer, words("tombol.kirim"), says("pelatihan_bahan_disimpan", jumlah=1))
    shown = await school.home.press_data(ratna, f"latih:lihat:{occasion}", says("pelatihan_hari", nama=NAME))
    assert words("tombol_pelatihan_bahan", jumlah=1) in labels(shown)
    await school.home.press(ratna, words("tombol_pelatihan_bahan", jumlah=1), lambda message: "document" in message)
    for data in ("kirim", "kosong", "poster", "tutup", "hasil", "tabel"):
        assert await school.home.toast(ratna, f"latih:{data}:{occasion}", 1) == words("tombol_lewat"), data
    await school.home.press_data(officer, f"latih:kosong:{occasion}", says("pelatihan_bahan_kosong", jumlah=1))
    assert await school.rows("SELECT count(*) FROM training_materials") == [(0,)]


async def test_belajar_leads_to_the_days_and_another_kind_of_meeting_is_none(school: School) -> None:
    officer = await school.home.join("Nur", "bappeda", KABUPATEN)
    ratna = await school.join()
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.press(ratna, words("tombol_pelatihan"), says("pelatihan_daftar", ada=False, boleh=False))
    occasion = await hold(school, officer)
    listed = await school.home.press_data(ratna, "latih:daftar", says("pelatihan_daftar", ada=True))
    await school.home.press(ratna, labels(listed)[0], says("pelatihan_hari", nama=NAME, batal=False))
    planned = await school.home.hold()
    assert occasion != planned.occasion.id
    assert await school.home.toast(ratna, f"latih:lihat:{planned.occasion.id}", 1) == words("tombol_lewat")


async def test_whoever_made_it_hears_who_comes_and_nobody_else_is_its_leader(any_school: School) -> None:
    """Names on the card and in words; the evening before; and the last test is not opened to nobody."""
    school = any_school
    trainer = await school.home.join("Daeng", "pelatih", KABUPATEN)
    ratna, camat = await school.join(), await school.home.join("Jum", "fasilitator_kecamatan", KECAMATAN)
    occasion = await hold(school, trainer)
    made = {"by": await school.home.id_of(trainer), "o": occasion}
    async with school.home.town.database.write() as connection:
        await connection.execute(update(occasions).where(occasions.c.id == made["o"]).values(made_by=made["by"]))
    await school.home.press_data(ratna, f"latih:ya:{occasion}", says("pelatihan_jawaban", datang=True))
    await school.at(EVENING.replace(hour=9) + timedelta(days=1))
    await school.home.telegram.wait_for(trainer, says("pelatihan_jawaban_masuk", orang="Daeng", ya=1, nama_ya="Ratna"))
    for typed in ("siapa yang mau datang pelatihan", "siapa yang datang tgl 21"):
        card = await school.home.ask(trainer, typed, lambda message: NAME in message["text"])
        assert "Ratna" in card["text"]
    await school.home.ask(
        trainer, "hasil pelatihan", lambda message: words("tombol_pelatihan_tabel") in labels(message)
    )
    await school.at(EVENING + timedelta(days=1))
    await school.home.telegram.wait_for(trainer, says("pelatihan_besok", orang="Daeng", ya=1, nama_ya="Ratna"))
    await school.at(HELD + timedelta(minutes=5))
    await school.home.press_data(trainer, f"latih:tutup:{occasion}", says("pelatihan_tutup_kosong"))
    assert await school.rows("SELECT count(*) FROM trainings WHERE closing_at IS NOT NULL") == [(0,)]
    await school.at(local(1, 22, 9))
    await school.home.telegram.wait_for(
        trainer, lambda message: "memandu" in message["text"] and "Daeng" in message["text"]
    )
    theirs = [
        text for text in school.home.texts(camat) if text in says("rapat_besok") or text in says("rapat_hari_ini")
    ]
    assert theirs == []

"""/kemajuan: who is where, who has stopped and is greeted, what is hardest; each in one's own wilayah only."""

import json
import re
from datetime import timedelta

from sqlalchemy import select

from bot.simulator.chats import Person
from bot.store.tables import outbox
from tests.lessons.conftest import EVENING, School, right, wrong
from tests.lessons.test_quiz import asked_of
from tests.lessons.test_reading import finish, first
from tests.roles.conftest import Office, sheet_rows
from tests.support.client import words_of
from tests.support.kabupaten import Kabupaten, kabupaten
from tests.support.phones import Someone
from tests.support.sentences import says, words

DESA, ELSEWHERE = "73.16.01.2002", "73.16.02.2001"


async def _id(school: School, person: Person) -> int:
    return await school.home.id_of(person)


async def test_the_trainer_sees_every_kecamatan_its_people_and_what_is_hardest(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.join("Tahir", scope=ELSEWHERE)
    await finish(school, ratna, first(), well=False)
    await school.home.ask(trainer, "/kemajuan", says("kemajuan", wilayah=[{"nama": "Kecamatan Maiwa", "orang": 1}]))
    people = says("kemajuan_orang", orang=[{"nama": "Ratna", "selesai": "1", "berhenti": False}])
    await school.home.press(trainer, "Kecamatan Maiwa", people)
    assert "Tahir" not in school.home.texts(trainer)[-1]
    question = first().questions[0]
    await school.home.press_data(trainer, "z:soal", says("kemajuan_soal", soal="", orang="3"))
    assert question.text not in school.home.texts(trainer)[-1]  # of one person's answer nothing is told
    sent = await school.home.press_data(trainer, "z:tabel", lambda message: "document" in message)
    rows = sheet_rows(Office(school.home.town), sent["document"]["file_id"])
    assert {row[2] for row in rows[1:]} >= {"Ratna", "Tahir"}


async def test_it_comes_as_a_picture(school: School) -> None:
    await school.join()
    camat = await school.home.join("Nurdin", "camat", "73.16.01")
    await school.home.press_data(camat, "z:gambar", lambda message: "photo" in message)


async def test_the_picture_has_a_bar_for_each_kecamatan_and_for_one_of_each_village(database_url: str) -> None:
    async with kabupaten(database_url, EVENING) as place:
        for name, scope in (("Ratna", DESA), ("Tahir", ELSEWHERE), ("Mira", ELSEWHERE)):
            await place.settle(name, "fasilitator_desa", scope, "rajin")
        camat = await place.settle("Nurdin", "camat", "73.16.01", "rajin")
        trainer = await place.settle("Daeng", "pelatih", "73.16", "rajin")
        await place.tick()
        bars = [await _bars(place, looks) for looks in (camat, trainer)]
    assert bars == [
        [("Desa Pattondon Salu", [0, 0, 1])],
        [("Kecamatan Maiwa", [0, 0, 1]), ("Kecamatan Enrekang", [0, 0, 2])],
    ]


async def _bars(place: Kabupaten, looks: Someone) -> list[tuple[str, list[int]]]:
    """(wilayah, who goes on, who stopped, who has not begun) of the picture that is drawn for somebody."""
    await place.pushes(looks, "z:gambar")
    async with place.database.read() as connection:
        letter = (await connection.execute(select(outbox.c.params).order_by(outbox.c.id.desc()))).scalars().first()
    return [(row["name"], row["shares"]) for row in json.loads(str(letter))["photo"]["args"]["rows"]]


async def test_whoever_stopped_is_greeted_once_a_week_in_the_trainers_words(school: School) -> None:
    ratna, camat = await school.join(), await school.home.join("Nurdin", "camat", "73.16.01")
    await school.read(ratna, first())
    await school.at(EVENING + timedelta(days=22))
    stopped = says("kemajuan_orang", orang=[{"nama": "Ratna", "hari": True, "selesai": 0, "berhenti": True}])
    await school.home.ask(camat, "/kemajuan", stopped)
    greet = f"z:sapa:{await _id(school, ratna)}"
    await school.home.press_data(camat, greet, "dikatakan")
    await school.home.ask(camat, "Apa kabar, Bu? Dua menit saja.", says("sapa_kepada", nama="Ratna"))
    await school.home.press(camat, "Kirim", says("sapa_dikirim", nama="Ratna"))
    told = says("sapa_kabar", nama="Ratna", oleh="Nurdin", isi="Apa kabar, Bu? Dua menit saja.")
    await school.home.telegram.wait_for(ratna, told)
    await school.home.press_data(camat, greet, says("sapa_sudah", nama="Ratna"))
    await school.home.press(ratna, words("tombol_belajar_sekarang"), says("pelajaran_coba", coba=first().practice))


async def test_whoever_teaches_is_not_counted_and_whoever_opened_nothing_has_not_stopped(any_school: School) -> None:
    school = any_school
    trainer = await school.join("Karim", "pelatih", scope="73.16")
    await school.join("Nur", "bappeda", scope="73.16")
    await school.join("Aco", "delegasi")
    await school.at(EVENING + timedelta(days=30))
    await school.home.town.until("SELECT count(*) > 0 FROM lesson_progress WHERE sent_at IS NOT NULL", 1)
    ours = {"nama": "Kecamatan Maiwa", "orang": 1, "berhenti": False, "belum": 1}
    await school.home.ask(trainer, "/kemajuan", says("kemajuan", jumlah="1", wilayah=[ours]))
    people = says("kemajuan_orang", orang=[{"nama": "Aco", "hari": False, "berhenti": False}])
    await school.home.press(trainer, "Kecamatan Maiwa", people)


async def test_nobody_sees_or_greets_beyond_their_own_wilayah(school: School) -> None:
    tahir = await school.join("Tahir", scope=ELSEWHERE)
    camat = await school.home.join("Nurdin", "camat", "73.16.01")
    for data in ("z:kec:73.16.02:0", "z:kec:73.16:0", f"z:sapa:{await _id(school, tahir)}"):
        assert await school.home.toast(camat, data, 1) == words("tombol_lewat")
    assert await school.home.toast(tahir, "z:awal", 1) in says("tombol_bukan_untuk_ini")


async def test_what_is_hardest_is_told_of_three_people_or_more_and_as_somebody_would_say_it(school: School) -> None:
    trainer, question = await school.home.join("Daeng", "pelatih", "73.16"), first().questions[0]
    for at, name in enumerate(("Ratna", "Amir", "Sitti")):
        asked = await asked_of(school, learner := await school.join(name))
        await school.home.press_data(trainer, "z:soal", says("kemajuan_soal", soal="", orang="3"))
        await school.answer(learner, asked, wrong(question) if at else right(question))
    told = await school.home.press_data(trainer, "z:soal", says("kemajuan_soal", soal=[{"salah": "2", "dari": "3"}]))
    assert question.text in words_of(told)
    assert "2 dari 3 orang" in words_of(told)


async def test_nobody_has_an_average_of_nothing(school: School) -> None:
    trainer = await school.home.join("Daeng", "pelatih", "73.16")
    await school.join()
    shown = await school.home.ask(trainer, "/kemajuan", says("kemajuan", jumlah="1"))
    assert "rata-rata" not in words_of(shown)
    assert not re.search(r"\b0\b", words_of(shown).partition("Berhenti:")[0])

"""A certificate: what it needs, an officer's tap, and whether it is one of ours."""

from datetime import timedelta

from bot.reports import make
from bot.store.people import erasure
from bot.store.people.erasure import Erasure
from bot.work.codes.secret_codes import ALPHABET, is_plainly_a_code
from tests.lessons.conftest import EVENING, School
from tests.lessons.graduating import answer_all, begin, given, read_everything, ready, tell_stories
from tests.support.client import labels
from tests.support.desk import DESA
from tests.support.sentences import says, words

_KABUPATEN = "73.16"


async def test_it_needs_the_lessons_the_last_test_and_three_experiences(school: School) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:sertifikat", says("sertifikat_syarat", lengkap=False, pelajaran=0, cerita=0))
    assert await school.home.toast(ratna, "x:sertifikat.minta") == words("tombol_lewat")
    many = await read_everything(school, ratna)
    await tell_stories(school, ratna, 2)
    await answer_all(school, ratna, await begin(school, ratna, "akhir"), hits=12)
    told = says("sertifikat_syarat", lengkap=False, pelajaran=many, lulus=True, cerita=2)
    assert words("tombol_sertifikat_minta") not in labels(await school.home.press_data(ratna, "x:sertifikat", told))
    assert await school.home.toast(ratna, "x:sertifikat.minta") == words("tombol_lewat")
    assert await school.rows("SELECT count(*) FROM certificates") == [(0,)]


async def test_an_officer_gives_it_by_one_tap_and_its_person_is_told(any_school: School) -> None:
    school = any_school
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    await school.home.press_data(ratna, "x:sertifikat", says("sertifikat_menunggu"))
    waits = await school.rows("SELECT count(*) FROM notices WHERE kind = 'sertifikat' AND outcome IS NULL")
    assert waits == [(1,)]
    await school.at(EVENING + timedelta(days=1))
    await school.home.telegram.wait_for(nur, says("sertifikat_ingat", nama="Nur", jumlah=1))
    shown = await school.home.press(nur, words("tombol_sertifikat_daftar", jumlah=1), says("sertifikat_daftar"))
    assert words("tombol_sertifikat_beri", ke=1) in labels(shown)
    await school.home.press(nur, words("tombol_sertifikat_beri", ke=1), says("sertifikat_diberikan", nama="Ratna"))
    await school.home.telegram.wait_for(ratna, says("sertifikat_ada", nama="Ratna"))
    calls = len(school.home.telegram.calls)
    await school.home.press(ratna, words("tombol_sertifikat"), lambda message: "document" in message)
    sent = await school.home.telegram.wait_for_call("sendDocument", after=calls)
    number = (await school.rows("SELECT number FROM certificates"))[0][0]
    assert sent.ok
    assert number[:4] in sent.params["caption"]


async def test_two_officers_give_one_number(school: School) -> None:
    ratna = await school.join()
    nur, tajuddin = [await school.home.join(name, "bappeda", _KABUPATEN) for name in ("Nur", "Tajuddin")]
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    one = (await school.rows("SELECT id FROM certificates"))[0][0]
    assert await school.home.toast(tajuddin, f"ser:beri:{one}", 1) == words("sertifikat_sudah")
    assert await school.rows("SELECT number FROM certificates") == [(number,)]


async def test_whoever_asks_twice_is_told_where_it_stands_and_no_officer_hears_it_again(school: School) -> None:
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    async with school.home.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE notices SET outcome = 'sent' WHERE kind = 'sertifikat'")
    await school.home.press_data(ratna, "x:sertifikat.minta", says("sertifikat_menunggu"))
    waits = "SELECT count(*) FROM notices WHERE kind = 'sertifikat' AND outcome IS NULL"
    assert await school.rows(waits) == [(0,)]
    await given(school, ratna, nur)
    await school.home.press_data(ratna, "x:sertifikat.minta", lambda message: "document" in message)
    assert await school.rows(waits) == [(0,)]


async def test_anybody_may_ask_and_a_forged_number_is_refused_kindly_and_not_for_ever(school: School) -> None:
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    stranger = school.home.telegram.add_person("Siapa Saja")
    spaced = f"{number[:4]} {number[4:].lower()}"
    await school.home.ask(stranger, f"/cek {spaced}", says("cek_ada", berlaku=True, nama="Ratna"))
    await school.home.ask(stranger, "/cek", says("cek_cara"))
    forged = number[:-1] + ("A" if number[-1] != "A" else "C")
    for _ in range(8):
        await school.home.ask(stranger, f"/cek {forged}", says("cek_tidak_ada", nomor=forged))
    await school.home.ask(stranger, f"/cek {number}", says("cek_terlalu_sering"))
    await school.at(EVENING + timedelta(hours=2))
    await school.home.ask(stranger, f"/cek {number}", says("cek_ada", berlaku=True))


async def test_a_number_among_words_or_alone_is_asked_after_and_no_invitation(any_school: School) -> None:
    school = any_school
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    stranger = school.home.telegram.add_person("Siapa Saja")
    valid = says("cek_ada", berlaku=True, nama="Ratna")
    halves = f"{number[:4]} {number[4:]}"
    for said in ("sertifikat ini asli kah {}", "{} sertifikatnya asli kah pak?", "cek nomor {}", "{}"):
        await school.home.ask(stranger, said.format(halves), valid)
    for words_said in (f"cek sertifikat {number}", f"ada yang tanya {number}"):
        await school.home.ask(nur, words_said, valid)
    others = (number[:-1] + letter for letter in ALPHABET if letter != number[-1])
    forged = next(other for other in others if is_plainly_a_code(other))  # "4QCQZJRA" is how people say an amount
    await school.home.ask(nur, f"cek sertifikat {forged}", says("cek_tidak_ada"))
    await school.home.ask(nur, f"kode saya {forged}", says("kode_salah"))


async def test_its_printed_code_asks_the_same(school: School) -> None:
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    stranger = school.home.telegram.add_person("Siapa Saja")
    await school.home.telegram.begin(stranger, f"cek-{number}")
    await school.home.hears(stranger, says("cek_ada", berlaku=True, nama="Ratna"))
    await school.home.telegram.begin(stranger, "cek-ABCD3467")
    await school.home.hears(stranger, says("cek_tidak_ada"))


async def test_what_an_officer_takes_back_is_no_longer_valid_and_only_the_office_may(school: School) -> None:
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    one = (await school.rows("SELECT id FROM certificates"))[0][0]
    assert await school.home.toast(ratna, f"ser:cabut:{one}", 1) == words("tombol_bukan_untuk_ini")
    await school.home.ask(nur, f"/cek {number}", says("cek_ada"))
    await school.home.press(nur, words("tombol_sertifikat_cabut"), says("sertifikat_cabut_yakin", nama="Ratna"))
    await school.home.ask(ratna, f"/cek {number}", says("cek_ada", berlaku=True))
    await school.home.press(nur, words("tombol_sertifikat_cabut_ya"), says("sertifikat_dicabut", berlaku=False))
    await school.home.telegram.wait_for(ratna, says("sertifikat_dicabut_kabar", nama="Ratna", berlaku=False))
    await school.home.ask(ratna, f"/cek {number}", says("cek_ada", berlaku=False))
    await school.home.press_data(ratna, "x:sertifikat", says("sertifikat_dicabut_pemilik"))
    await school.home.press(nur, words("tombol_sertifikat_pulih"), says("sertifikat_dicabut", berlaku=True))
    await school.home.press_data(ratna, "x:sertifikat", lambda message: "document" in message)


async def test_whoever_is_forgotten_has_none_and_keeps_no_test(any_school: School) -> None:
    school = any_school
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", _KABUPATEN)
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    person = await school.home.id_of(ratna)
    await school.home.town.stop()
    async with school.home.town.database.write() as connection:
        await erasure.ask_for(connection, [(person, ratna.id)], EVENING)
        await erasure.forget(connection, Erasure(person, ratna.id, False, 0, ()), ["Ratna"], EVENING)
    for table in ("certificates", "exams", "exam_questions"):
        assert await school.rows(f"SELECT count(*) FROM {table} WHERE person_id = :p", p=person) == [(0,)], table
    kept = await school.rows("SELECT person_id, name, scope, lessons, stories, hits, asked FROM certificates")
    assert kept == [(None, "", DESA, 0, 0, 0, 0)]
    await school.home.town.start()
    stranger = school.home.telegram.add_person("Siapa Saja")
    await school.home.ask(stranger, f"/cek {number}", says("cek_ada", berlaku=True, nama=""))
    await school.home.ask(nur, f"/cek {number}", says("cek_ada", berlaku=True, nama=""))
    await school.home.press(nur, words("tombol_sertifikat_cabut"), says("sertifikat_cabut_yakin", nama=""))
    revoked = says("sertifikat_dicabut", berlaku=False, nama="", kabar=False)
    await school.home.press(nur, words("tombol_sertifikat_cabut_ya"), revoked)


async def test_what_nobody_has_given_yet_goes_with_its_person(school: School) -> None:
    ratna = await school.join()
    await ready(school, ratna)
    person = await school.home.id_of(ratna)
    async with school.home.town.database.write() as connection:
        await erasure.forget(connection, Erasure(person, ratna.id, False, 0, ()), ["Ratna"], EVENING)
    assert await school.rows("SELECT count(*) FROM certificates") == [(0,)]


def test_the_page_and_the_picture_are_small_files() -> None:
    names = ("agency", "title", "number", "to", "name", "place", "why", "day", "role", "check")
    data = dict.fromkeys(names, "Satu dua tiga") | {"name": "Hj. Sitti Nurhaliza binti Muhammad Yusuf Daeng Mattoreang"}
    page = make(
        "certificate", {"data": data, "url": "https://t.me/KawanMusrenbangBot?start=cek-ABCD3467", "filename": "a"}
    )
    assert page.content.startswith(b"%PDF")
    assert len(page.content) < 150_000
    row = {"name": "Semua", "before": [0, 12], "after": [12, 12]}
    told = {"title": "T", "note": "N", "total": row, "rows": [row] * 5, "legend": ["a", "b"], "filename": "b"}
    picture = make("gain_picture", told)
    assert picture.content.startswith(b"\x89PNG")
    assert len(picture.content) < 100_000

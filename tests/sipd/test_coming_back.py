"""What SIPD answers comes back as a file: shown first, then carried out, and whoever brought it hears it once."""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, update

from bot.store.tables import usulan
from bot.work.access import OPERATOR
from tests.sipd.coming_back import HEAD, Office, book, code, office
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

WHY = "Lokasinya masuk kawasan hutan."


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(database_url, tmp_path) as opened:
        yield opened


@pytest.fixture
async def quick(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    async with office(sqlite_url, tmp_path) as opened:
        yield opened


async def test_two_hundred_answers_are_heard_once_each_and_a_second_time_by_nobody(place: Office) -> None:
    people = await place.settle(200, 30)
    rows = [
        (code(number), "Ditolak", f"{WHY} ({number})") if number % 4 == 0 else (code(number), "Forum SKPD", "")
        for number in range(1, 201)
    ]
    shown = await place.show([HEAD, *rows], says("sipd_pratinjau", baris=200, ubah=200, keliru=False))
    assert await place.count("moves") == 0, "nothing is changed before the yes"
    await place.press(place.andi, labels(shown)[0], says("sipd_selesai", jumlah=200, langsung=30, didahului=False))
    await place.all_told()
    assert await place.told() == dict.fromkeys(people, 1)
    assert Counter(await place.states()) == {"ditolak": 50, "sipd_opd": 150}
    moves = await place.town.rows("SELECT DISTINCT reason, decider, note IS NULL FROM moves ORDER BY reason")
    assert {tuple(row) for row in moves} == {("R99", "kabupaten", False), (None, "kabupaten", True)}
    await place.ask(place.rahman, "/periksa", says("periksa_kosong_saya"))
    await place.press(
        place.rahman, words("tombol_daftar_kabari", jumlah=30), says("periksa_daftar_kabari", jumlah="30")
    )
    again = await place.show([HEAD, *rows], says("sipd_pratinjau", ubah=False, tetap=200))
    assert labels(again) == []
    await place.all_told()
    assert (await place.count("moves"), await place.told()) == (200, dict.fromkeys(people, 1))


@pytest.mark.parametrize("typed", ["hasilnya sudah?", "sdh masuk semua?", "bgm hasilnya yg tadi"])
async def test_what_became_of_a_file_is_told_where_it_is_asked(quick: Office, typed: str) -> None:
    await quick.settle(2)
    shown = await quick.show([HEAD, (code(1), "Forum SKPD", "")], says("sipd_pratinjau", baris=1, ubah=1))
    await quick.ask(quick.andi, typed, says("berkas_jadinya", jadi="shown"))
    assert await quick.count("moves") == 0
    await quick.press(quick.andi, labels(shown)[0], says("sipd_selesai", jumlah=1))
    await quick.ask(quick.andi, typed, says("berkas_jadinya", jadi="read"))


@pytest.mark.parametrize("typed", ["hasilnya sudah?", "sdh masuk semua?"])
async def test_without_a_file_it_is_asked_of_something_else(quick: Office, typed: str) -> None:
    await quick.settle(2)
    await quick.ask(quick.andi, typed, lambda _message: True)
    assert not any("Berkas yang terakhir" in text for text in quick.texts(quick.andi))


async def test_each_faulty_row_is_named_and_the_others_go(place: Office) -> None:
    await place.settle(7)
    await place.town.rows("SELECT 1")
    faulty = [
        ((code(1), "Ditolak", ""), says("sipd_salah_sebab")),
        ((code(2), "Menunggu hujan", ""), says("sipd_salah_status", status="Menunggu hujan")),
        ((code(99), "Forum SKPD", ""), says("sipd_salah_tidak_ada", nomor=code(99))),
        (("banyak", "Forum SKPD", ""), says("sipd_salah_nomor", nomor="banyak")),
        ((code(3), "Forum SKPD", ""), says("sipd_salah_kembar", baris=7)),
        ((code(3), "Ditolak", WHY), says("sipd_salah_kembar", baris=6)),
        ((code(4), "Dikembalikan", ""), says("sipd_salah_tanya")),
    ]
    good = [
        ("Maiwa 5", "DITOLAK", "R07"),
        (code(6), "Forum SKPD||Ditolak: belum ada jalan masuknya", ""),
        (code(7), ""),
    ]
    shown = words_of(
        await place.show([HEAD, *(row for row, _ in faulty), *good], says("sipd_pratinjau", ubah=2, keliru=7, kosong=1))
    )
    lines = [line.partition(": ") for line in shown.splitlines() if line.startswith("• baris ")]
    assert [int(line[0].rpartition(" ")[2]) for line in lines] == list(range(2, 9))
    assert all(line[2] in said for line, (_, said) in zip(lines, faulty, strict=True))
    await place.press(place.andi, words("sipd_tombol_jalankan", jumlah=2), says("sipd_selesai", jumlah=2))
    moves = await place.town.rows("SELECT reason, note FROM moves ORDER BY reason")
    assert [tuple(row) for row in moves] == [("R07", None), ("R99", "belum ada jalan masuknya")]


async def test_a_state_does_not_go_back_and_what_was_said_before_is_not_said_again(quick: Office) -> None:
    await quick.settle(2)
    await quick.run([HEAD, (code(1), "Cadangan"), (code(2), "rekom_tapd")])
    await quick.run([HEAD, (code(1), "Akomodir"), (code(2), "Akomodir")])
    assert await quick.states() == ["diakomodir", "diakomodir"]
    old = [HEAD, (code(1), "Cadangan"), (code(2), "rekom_tapd"), (code(2), "rekom_tapd")]
    await quick.show(old, says("sipd_pratinjau", ubah=False, tetap=3, keliru=False))
    back = says("sipd_salah_urut", kini=words("keadaan.diakomodir.nama"), jadi=words("keadaan.sipd_opd.nama"))
    shown = words_of(await quick.show([HEAD, (code(1), "Forum SKPD")], says("sipd_pratinjau", ubah=False, keliru=1)))
    assert any(line.removeprefix("• baris 2: ") in back for line in shown.splitlines())
    await quick.run([HEAD, (code(1), "RKPD Ditetapkan"), (code(2), "Tidak masuk RKPD", "anggaran habis")])
    assert await quick.states() == ["masuk_rkpd", "ditolak"]
    assert ("R07", "anggaran habis") in await quick.town.rows("SELECT reason, note FROM moves")
    await quick.all_told()
    told = [row[0] for row in await quick.town.rows("SELECT params FROM outbox WHERE params LIKE '%k:paham:%'")]
    assert any("anggaran habis" in one and "didahulukan" not in one for one in told)


async def test_diakomodir_is_a_mark_and_not_yet_in_the_plan(quick: Office) -> None:
    await quick.settle(1)
    await quick.run([HEAD, (code(1), "Diakomodir")])
    await quick.all_told()
    told = (await quick.town.rows("SELECT params FROM outbox WHERE params LIKE '%k:paham:%'"))[0][0]
    assert words("keadaan.diakomodir.langkah") in told
    assert await quick.town.rows("SELECT status, state FROM usulan") == [("dibahas", "diakomodir")]


async def test_columns_in_another_order_below_a_title(quick: Office) -> None:
    await quick.settle(1)
    rows: list[tuple[Any, ...]] = [("Rekap usulan 2027",), ()]
    rows += [("Catatan", "Perangkat Daerah", "Pagu", "status usulan", "No.", "Kode Usulan")]
    rows += [
        ("", "Dinas Pertanian", 25_000_000, "diteruskan ke forum SKPD", 1, code(1)),
        ("Mengetahui,",),
        ("", "", "", "Kepala Bappeda"),
    ]
    await quick.run(book(rows))
    assert await quick.town.rows("SELECT state, note FROM moves") == [
        ("sipd_opd", words("sipd_catatan_opd", opd="Dinas Pertanian"))
    ]


async def test_columns_are_known_by_a_word_and_reasons_are_told_also_of_what_is_no_refusal(quick: Office) -> None:
    await quick.settle(3)
    head, why = ("Keterangan dari OPD", "Kode usulan", "Jawaban kabupaten"), "menunggu survei geologi"
    rows = [
        (why, code(1), "ditunda"),
        ("dikerjakan PUPR 2028", code(2), "diakomodir"),
        ("bukan urusan kami", code(3), "ditolak"),
    ]
    await quick.run([head, *rows])
    await quick.all_told()
    assert await quick.states() == ["cadangan", "diakomodir", "ditolak"]
    assert await quick.town.rows("SELECT COUNT(*) FROM outbox WHERE params LIKE '%menunggu survei geologi%'") == [(1,)]
    assert await quick.town.rows("SELECT COUNT(*) FROM outbox WHERE params LIKE '%dikerjakan PUPR 2028%'") == [(1,)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
async def test_text_with_semicolons(quick: Office, encoding: str) -> None:
    await quick.settle(2)
    text = f'STATUS;"NOMOR USULAN";ALASAN\r\nDitolak;{code(1)};"Tanahnya “milik” orang;\r\nbelum dihibahkan"\r\n'
    await quick.run((text + f"Forum SKPD;{code(2)};\r\n").encode(encoding), name="sipd.csv")
    assert await quick.states() == ["ditolak", "sipd_opd"]
    note = (await quick.town.rows("SELECT note FROM moves WHERE note IS NOT NULL"))[0][0]
    assert note == "Tanahnya “milik” orang; belum dihibahkan"


async def test_an_operator_is_led_to_it_and_may_send_the_file_without_a_button(quick: Office) -> None:
    await quick.settle(2)
    tuti = await quick.join("Tuti", OPERATOR)
    await quick.hears(tuti, says("kode_dipakai", sipd=True))
    await quick.ask(tuti, "masukkan jawaban sipd", says("sipd_kirim"))
    await quick.ask(tuti, "/menu", says("menu_awal"))
    await quick.press(tuti, words("tombol_menu_sipd"), says("sipd_kirim"))
    await quick.document(tuti, book([HEAD, (code(1), "Diakomodir", "")]), says("sipd_dibaca"), "jawaban.xlsx")
    await quick.hears(tuti, says("sipd_pratinjau"))
    assert await quick.count("consents") == 0


async def test_an_answer_is_about_the_year_that_waits_for_it_and_what_is_meant_is_shown(quick: Office) -> None:
    await quick.settle(3)
    async with quick.town.database.write() as connection:
        last_year = {"code": func.replace(usulan.c.code, "-27-", "-26-"), "year": 2026}
        await connection.execute(update(usulan).where(usulan.c.serial < 3).values(last_year))
    await quick.settle(2, 2, state=None, status="tercatat")
    async with quick.town.database.write() as connection:
        await connection.execute(update(usulan).where(usulan.c.serial == 2).values(state="masuk_du", status="dibahas"))
    rows = [("no usulan", "STATUS AKHIR", "keterangan"), ("Maiwa 1", "Ditolak", "anggaran tidak tersedia")]
    rows += [("Maiwa 2", "Forum SKPD", ""), ("Maiwa 3", "masuk RKPD", "")]
    await quick.telegram.document(quick.andi, book(rows), "akhir.xlsx", caption="jawaban sipd bulan ini")
    meant = [
        {"nomor": "Maiwa 1/26", "isi": "Cerita 1: Harapan 1"},
        {"nomor": "Maiwa 3/27", "isi": "Cerita 3: Harapan 3"},
    ]
    shown = await quick.hears(quick.andi, says("sipd_pratinjau", ubah=2, yang=meant, keliru=1))
    await quick.press(quick.andi, labels(shown)[0], says("sipd_selesai", jumlah=2))
    query = "SELECT year, serial, state FROM usulan WHERE state NOT IN ('masuk_du') ORDER BY serial"
    assert await quick.town.rows(query) == [(2026, 1, "ditolak"), (2027, 3, "masuk_rkpd")]


async def test_what_is_typed_is_as_a_file_with_these_rows(place: Office) -> None:
    await place.settle(2)
    typed = "jawaban sipd: maiwa 1 diterima, maiwa 2 ditolak karena lahan belum ada"
    shown = await place.ask(place.andi, typed, says("sipd_pratinjau", baris=2, ubah=2, keliru=False))
    assert await place.count("moves") == 0, "nothing is changed before the yes"
    await place.press(place.andi, labels(shown)[0], says("sipd_selesai", jumlah=2))
    assert sorted(row[0] for row in await place.town.rows("SELECT state FROM usulan")) == ["diakomodir", "ditolak"]


async def test_a_file_that_says_nothing_is_known_by_its_heads(quick: Office) -> None:
    await quick.settle(1)
    made = book([("NO", "KODE USULAN", "HASIL VERIFIKASI", "CATATAN"), (1, code(1), "Ditolak", WHY)])
    await quick.document(quick.andi, made, says("daftar_diambil"), "hasil.xlsx")
    shown = await quick.hears(quick.andi, says("sipd_pratinjau", baris=1, ubah=1))
    await quick.press(quick.andi, labels(shown)[0], says("sipd_selesai", jumlah=1))
    assert await quick.town.rows("SELECT state FROM usulan") == [("ditolak",)]

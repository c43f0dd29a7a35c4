"""Figures as a chief asks for them: of this year and the last, taken on and not, by kecamatan; and who is late."""

from datetime import timedelta

import pytest

from bot.store.people import phones
from bot.store.tables import decisions
from tests.reading.conftest import KABUPATEN, Village
from tests.support.client import words_of
from tests.support.desk import local
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_NEXT_DOOR = "73.16.01.2003"
_OF_MAIWA = "bos minta berapa usulan diterima di maiwa dan berapa yang ditolak"
_FIGURES = says("tanya_kerja_angka")


async def _decided(village: Village, serial: int, outcome: str) -> None:
    async with village.town.database.write() as connection:
        ((which,),) = await connection.exec_driver_sql(f"SELECT id FROM usulan WHERE serial = {serial}")
        at = village.town.simulator.stage.clock.now()
        for occasion, told, when in ((1, "belum", at - timedelta(days=9)), (2, outcome, at)):
            row = {"occasion_id": occasion, "usulan_id": which, "outcome": told, "at": when}
            await connection.execute(decisions.insert(), [row])


async def _three(village: Village) -> None:
    """One taken on, one not, one of last year."""
    for name, number in (("Sitti", "Maiwa 1"), ("Baso", "Maiwa 2"), ("Daeng", "Maiwa 3")):
        await village.bring(name, number)
    await _decided(village, 1, "lanjut")
    await _decided(village, 2, "belum")
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET year = year - 1 WHERE serial = 3")


@pytest.mark.parametrize(
    "typed",
    [
        _OF_MAIWA,
        "angka untuk bos, berapa desa yang sudah musrenbang berapa usulan berapa yang dari perempuan",
        "berapa usulan per kecamatan",
        "berapa usulan per kecamatan yang dibawa terus, buatkan tabel untuk pak kabid",
        "tabel hasil usulan maiwa, mana yang dibawa terus",
        "rekap satu halaman untuk pak sekda",
        "usulan mana saja yang belum ada keputusan di maiwa",
        "usulan yang sudah ada hasilnya apa saja di maiwa",
        "yang diputuskan apa saja di kabupaten",
        "mana usulan yg sdh ada keputusannya",
    ],
)
async def test_what_was_taken_on_and_what_was_not_is_by_the_last_meeting(either_village: Village, typed: str) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    await _three(either_village)
    told = (await either_village.ask(hasnah, typed, says("tanya_kerja_angka")))["text"]
    assert "2 usulan" in told
    assert "dibawa terus 1, cadangan 0, belum bisa dibawa 1, belum ada hasilnya 0" in told
    assert ("Kecamatan Maiwa: 2 usulan" in told) is ("per kecamatan" in typed)
    assert ("belum dihitung menurut perempuan" in told) is ("perempuan" in typed)
    assert ("sudah berlangsung" in told) is ("musrenbang" in typed)
    async with either_village.town.database.write() as connection:
        await connection.execute(decisions.update().where(decisions.c.outcome == "lanjut").values(outcome="desa"))
    told = (await either_village.ask(hasnah, typed, says("tanya_kerja_angka")))["text"]
    assert "dibawa terus 0, dengan dana desa atau kelurahan sendiri 1, cadangan 0, belum bisa dibawa 1" in told


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("berapa usulan yang masuk tahun lalu", (-1,)),
        ("bagaimana hasil tahun lalu dibanding tahun ini", (-1, 0)),
        ("berapa usulan tahun ini dibanding tahun lalu", (-1, 0)),
    ],
)
async def test_last_year_is_last_year(village: Village, typed: str, years: tuple[int, ...]) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await _three(village)
    ((now,),) = await village.town.rows("SELECT max(year) FROM usulan")
    told = (await village.ask(hasnah, typed, says("tanya_kerja_angka")))["text"]
    lines = [f"Musrenbang {now + year}: {2 + year} usulan" for year in years]
    assert all(line in told for line in lines)
    assert told.count("Musrenbang 20") == len(years)


async def _late(at_home: Home) -> None:
    salma = await at_home.join("Salma", scope=_NEXT_DOOR)
    await at_home.hold("musrenbang_desa", _NEXT_DOOR, local(1, 14), now=local(1, 4))
    async with at_home.town.database.write() as connection:
        await phones.keep(connection, await at_home.id_of(salma), "081242556677", local(1, 4))
    await at_home.move_clock(local(1, 13, 9))


@pytest.mark.parametrize(
    "typed",
    [
        "siapa yang terlambat",
        "siapa yang telat di maiwa",
        "siapa yg belum kerjakan tugasnya",
        "fasilitator mana yg belum selesaikan tugas",
        "siapa fasilitator yang terlambat dan nomor hpnya",
        "siapa yg telat, siapa dulu kutelpon?",
        "siapa yg terlambat ini? siapa dulu kuhubungi",
        "tugas siapa yg sudah lewat waktunya",
        "siapami lewat tenggatnya",
    ],
)
async def test_who_is_late_is_named_with_their_telephone(anywhere: Home, typed: str) -> None:
    at_home = anywhere
    hasnah = await at_home.join("Hasnah", "bappeda", "73.16")
    await _late(at_home)
    told = (await at_home.ask(hasnah, typed, says("tanya_kerja_terlambat", jumlah=1)))["text"]
    assert "Salma, Desa Tuncung" in told
    assert "0812 4255 6677" in told or "081242556677" in told.replace("-", "").replace(" ", "")


async def test_what_waits_for_others_is_told_beside_who_is_late_and_these_are_reminded(at_home: Home) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", "73.16")
    await _late(at_home)
    told = (await at_home.ask(hasnah, "siapa yang telat", says("tanya_kerja_terlambat", jumlah=1)))["text"]
    assert "Undangan dengan nama, Desa Tuncung (Salma" in told
    await at_home.ask(hasnah, "tolong ingatkan yang telat itu", mentions("ingatkan_tugas", jumlah=1))
    await at_home.press(hasnah, words("tombol_ingatkan_ya"), says("ingatkan_tanggal_dikirim", orang=1))


async def test_who_is_late_elsewhere_is_not_named_and_each_kecamatan_is_counted(at_home: Home) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", "73.16")
    await _late(at_home)
    told = await at_home.ask(hasnah, "siapa yang terlambat di baraka", says("tanya_kerja_terlambat"))
    assert "Salma" not in told["text"]
    assert "Kecamatan Baraka tidak ada" in told["text"]
    told = await at_home.ask(hasnah, "siapa yang terlambat per kecamatan", says("tanya_kerja_terlambat"))
    assert "Kecamatan Maiwa: 1 orang" in told["text"]
    assert "Salma" not in told["text"]


async def test_what_was_left_undone_before_a_meeting_that_is_over_is_told(anywhere: Home) -> None:
    hasnah = await anywhere.join("Hasnah", "bappeda", "73.16")
    await _late(anywhere)
    await anywhere.move_clock(local(1, 15, 9))
    told = await anywhere.ask(hasnah, "fasilitator mana yang terlambat kerjanya", says("tanya_kerja_terlambat"))
    own = "state = 'open' AND owner_id IS NOT NULL AND NOT on_behalf"
    ((undone,),) = await anywhere.town.rows(f"SELECT count(*) FROM tasks WHERE {own} AND due_on < '2027-01-14'")
    assert undone
    assert f"{undone} tugas persiapannya tetap belum selesai" in told["text"]
    assert "Salma, Desa Tuncung" in told["text"]
    assert "tidak ada tugas" not in told["text"]


async def test_who_has_no_day_is_named_and_who_has_one_is_not(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.join("Rahman", "fasilitator_desa", _NEXT_DOOR)
    await at_home.hold("musrenbang_desa", "73.16.01.2002", local(1, 13, 9))
    await at_home.move_clock(local(1, 13, 12))
    asked = "siapa yang belum menetapkan tanggal di maiwa"
    told = (await at_home.ask(ratna, asked, says("tanya_kerja_tanpa_tanggal", wilayah="Kecamatan Maiwa")))["text"]
    assert "21 dari 22" in told
    assert "Rahman" in told
    assert "Bangkala" in told
    assert "Pattondon Salu" not in told
    await at_home.press(ratna, words("tombol_menu_kesiapan"), says("kesiapan_ringkas"))


async def test_the_table_of_a_named_kecamatan_is_of_that_alone(either_village: Village) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    await _three(either_village)
    async with either_village.town.database.write() as connection:
        await connection.exec_driver_sql(
            "UPDATE usulan SET kecamatan = '73.16.03', desa = '73.16.03.2007' WHERE serial = 2"
        )
    ready = says("tabel_disiapkan", wilayah="Kecamatan Baraka")
    await either_village.ask(hasnah, "kirim excel semua usulan kecamatan baraka", ready)
    sent = await either_village.hears(hasnah, lambda message: "document" in message)
    assert words_of(sent) in says("tabel_judul_kirim", wilayah="Kecamatan Baraka", jumlah=1)


async def test_what_was_not_carried_out_last_year_is_listed(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", "fasilitator_desa")
    await _three(either_village)
    listed = says("tanya_kerja_belum_dikerjakan", jumlah=1)
    asked = "usulan tahun lalu yang belum dikerjakan apa saja"
    told = (await either_village.ask(rahman, asked, listed))["text"]
    assert "Maiwa 3" in told
    async with either_village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET state = 'selesai', moved = 1 WHERE serial = 3")
    await either_village.ask(rahman, asked, says("tanya_kerja_belum_dikerjakan", jumlah=0))


async def test_while_nothing_is_decided_of_a_new_year_the_last_one_is_told_too(village: Village) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await _three(village)
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET year = year - 1 WHERE serial < 3")
        await connection.exec_driver_sql("UPDATE usulan SET year = year + 1 WHERE serial = 3")
    told = (await village.ask(hasnah, "berapa usulan tiap kecamatan", _FIGURES))["text"]
    assert [line.split(": ")[1][:8] for line in told.split("\n") if line.startswith("Musrenbang")] == [
        "2 usulan",
        "1 usulan",
    ]


async def test_how_many_stand_in_a_plan_is_told_with_its_year(village: Village) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await _three(village)
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET state = 'masuk_rkpd' WHERE serial = 1")
    told = (await village.ask(hasnah, "berapa yg masuk rkpd", says("tanya_kerja_masuk")))["text"]
    assert "3 usulan" not in told
    assert ": 1" in told


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("desa mana yang belum ada fasilitatornya di maiwa", False),
        ("desa apa di maiwa yg tanpa fasilitator", False),
        ("desa mana yg belum ada fasilitatornya di malua sama maiwa", True),
    ],
)
async def test_villages_without_a_facilitator_are_named(village: Village, typed: str, also: bool) -> None:
    hasnah = await village.join("Hasnah", "bappeda", KABUPATEN)
    await village.join("Amir", "fasilitator_desa", _NEXT_DOOR)
    told = (await village.ask(hasnah, typed, says("tanya_kerja_tanpa_fasilitator")))["text"]
    assert "Desa Pasang" in told
    assert "Desa Tuncung" not in told
    assert ("Desa Kolai" in told) is also


@pytest.mark.parametrize(
    "typed", ["siapa yang belum dikabari hasilnya", "siapa yg belum dikasih tau", "siapa yang harus kudatangi"]
)
async def test_who_does_not_know_the_result_is_asked_for(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", "fasilitator_desa")
    await village.ask(rahman, typed, says("hasil_semua_dikabari"))
    await village.bring("Sitti", "Maiwa 1")
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql(
            "UPDATE usulan SET typed_by = person_id, person_id = NULL, read_at = spoken_at"
        )
    await village.ask(rahman, typed, says("periksa_daftar_kabari"))

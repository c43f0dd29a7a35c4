"""/jadwal at the front door: dates seen, set and asked about, by those who may."""

import asyncio

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.store.calendar import occasions
from bot.store.database.database import Database
from bot.store.queues import notices
from bot.store.tables import grants
from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN, KELURAHAN, set_date
from tests.support.desk import NOW, Desk
from tests.support.sentences import mentions, says, words

STANDING = "SELECT count(*) FROM occasions WHERE cancelled_at IS NULL"


def labels(message: Json) -> list[str]:
    return [button["text"] for button in buttons_of(message.get("reply_markup"))]


async def quiet(office: Office) -> None:
    await office.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)


async def test_a_date_is_set_step_by_step_and_brings_its_tasks(any_office: Office) -> None:
    office = any_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    assert labels(await office.ask(person, "/jadwal", says("jadwal_daftar", acara=False))) == [
        words("tombol_jadwal_baru"),
        words("tombol_jadwal_kalender"),
    ]
    kinds = await office.press(person, words("tombol_jadwal_baru"), mentions("form.jadwal.macam.tanya"))
    assert "Musrenbang desa" in labels(kinds)
    assert not {"Musrenbang kelurahan", "Musrenbang kecamatan", "RKPD ditetapkan"} & set(labels(kinds))
    await office.press(person, words("pertemuan.musrenbang_desa"), "hari apa, jam berapa?")
    await office.ask(person, "14 januari", "Kamis, 14 Januari 2027. Jam berapa mulainya?")
    await office.press(person, "09.00", "Kamis, 14 Januari 2027, 09.00 WITA")
    await office.ask(person, "Kantor <desa>", "Tempat: Kantor <desa>")
    told = (await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True)))["text"]
    assert "Musrenbang desa, Desa Pattondon Salu\nKamis, 14 Januari 2027, 09.00 WITA" in told
    assert "Yang pertama: Daftar kelompok yang jarang datang, Selasa, 15 Desember, untuk Rahman" in told
    rows = await office.town.rows("SELECT kind, wilayah, place, cycle FROM occasions")
    assert [tuple(row) for row in rows] == [("musrenbang_desa", DESA, "Kantor <desa>", 2028)]
    owners = await office.town.rows("SELECT count(*), count(owner_id) FROM tasks")
    assert owners[0][0] == owners[0][1] > 5
    card = await office.press(person, words("tombol_jadwal_lihat"), "Tempat: Kantor <desa>")
    assert labels(card) == [words(f"tombol_jadwal_{key}") for key in ("pindah", "batal", "ganti_tempat", "semua")]


async def test_of_a_meeting_without_tasks_nothing_is_said_of_tasks(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal kelompok perempuan 14/1/27 jam 10", "yang mana?")
    await office.ask(person, "Kelompok Mawar", mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    told = (await office.press(person, words("tombol.kirim"), "✔"))["text"]
    assert await office.town.rows("SELECT 1 FROM tasks") == []
    assert "tugas" not in told.lower()


async def test_what_is_typed_behind_the_command_is_not_asked_again(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal musrenbang selasa jam 9", mentions("form.jadwal.tempat.tanya"))
    card = await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    assert "Hari dan jam: Selasa, 3 November 2026, 09.00 WITA" in card["text"]
    assert card["text"] in mentions("jadwal_awas_undangan", hari=1, perlu=7)


async def test_days_are_told_as_people_say_them_and_asked_about_where_they_may_mean_two(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)  # on a Monday
    which = await office.ask(person, "/jadwal musrenbang selasa depan jam 9", says("pengertian.maksudnya"))
    assert labels(which)[:2] == ["Selasa, 3 November 2026, 09.00", "Selasa, 10 November 2026, 09.00"]
    await office.press(person, labels(which)[1], mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), "Hari dan jam: Selasa, 10 November 2026, 09.00 WITA")
    week = await office.ask(person, "/jadwal musrenbang minggu jam 9", says("pengertian.hari_minggu"))
    assert labels(week)[0] == "Minggu, 8 November 2026, 09.00"
    await office.ask(person, "/jadwal musrenbang minggu pagi", "Minggu, 8 November 2026, pagi. Jam berapa mulainya?")
    await office.press(person, "08.00", mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), "Hari dan jam: Minggu, 8 November 2026, 08.00 WITA")


async def test_half_of_it_typed_leaves_the_other_half_to_be_asked(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal musrenbang kamis 14 januari", "Jam berapa mulainya?")
    await office.ask(person, "9", mentions("form.jadwal.tempat.tanya"))
    await office.ask(person, "/jadwal musrenbang", "hari apa, jam berapa?")
    await office.ask(person, "/jadwal besok", says("jadwal_daftar", acara=False))


async def test_a_meeting_of_which_there_are_several_gets_a_name(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    names = await office.ask(person, "/jadwal kumpul dusun sabtu jam 20.00", "yang mana?")
    dusun = labels(names)[0]
    await office.press(person, dusun, mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), f"Yang mana: {dusun}")
    await office.press(person, words("tombol.kirim"), f"Kumpul dusun: {dusun}, Desa Pattondon Salu")
    await office.ask(person, "/jadwal kumpul dusun minggu tgl 8 november jam 20.00", "yang mana?")
    await office.ask(person, "Kampung Seberang", mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await office.press(person, words("tombol.kirim"), "Kumpul dusun: Kampung Seberang")
    assert (await office.town.rows(STANDING))[0][0] == 2


async def test_the_warnings_stand_on_the_card_and_block_nothing(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    other = await office.join("Nur", "fasilitator_desa", "73.16.01.2012")
    await set_date(office, other, "musrenbang jumat 12/2/27 jam 12.00 siang")
    await office.ask(person, "/jadwal musrenbang 12/2/27 jam 12.30", mentions("form.jadwal.tempat.tanya"))
    card = (await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau")))["text"]
    at_once = mentions("jadwal_awas_bersamaan", nama="Musrenbang desa", wilayah="Desa Boiya", jam="12.00")
    for warning in (mentions("jadwal_awas_jumat"), mentions("jadwal_awas_ramadan"), at_once):
        assert card in warning
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))


async def test_a_holiday_is_named_and_another_kecamatan_at_the_same_hour_is_nobodys_worry(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    other = await office.join("Nur", "fasilitator_desa", "73.16.03.2003")
    await set_date(office, other, "musrenbang 25/12/26 jam 9")
    await office.ask(person, "/jadwal musrenbang 25/12/26 jam 9", mentions("form.jadwal.tempat.tanya"))
    card = (await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau")))["text"]
    assert "⚠ Hari libur: " in card
    assert card not in mentions("jadwal_awas_bersamaan")


async def test_what_stands_already_is_offered_to_be_moved(any_office: Office) -> None:
    office = any_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, person)
    await office.ask(person, "/jadwal musrenbang 21/1/27 jam 10", mentions("form.jadwal.tempat.tanya"))
    await office.press(
        person, words("tombol.lewati"), mentions("jadwal_awas_sudah_ada", hari="Kamis, 14 Januari 2027, 09.00 WITA")
    )
    await office.press(person, words("tombol.kirim"), mentions("form.jadwal_pindah.alasan.tanya"))
    await office.press(person, words("tombol.lewati"), says("jadwal_pindahkah", ada=True))
    assert (await office.town.rows(STANDING))[0][0] == 1
    await office.press(person, words("tombol_jadwal_pindahkan"), "Ke: Kamis, 21 Januari 2027, 10.00 WITA")
    assert (await office.town.rows("SELECT moves FROM occasions"))[0][0] == 1


async def test_of_two_who_set_it_at_once_one_wins_and_the_other_is_told(any_office: Office) -> None:
    office = any_office
    people = [await office.join(name, "fasilitator_desa", DESA) for name in ("Rahman", "Nur", "Aco")]
    for person, day in zip(people, (14, 15, 18), strict=True):
        await office.ask(person, f"/jadwal musrenbang {day}/1/27 jam 9", mentions("form.jadwal.tempat.tanya"))
        await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await asyncio.gather(*(office.town.simulator.press(person, words("tombol.kirim")) for person in people))
    await office.town.until("SELECT count(*) FROM conversations WHERE flow = 'jadwal'", 0)
    await quiet(office)
    ends = ["\n".join(office.texts(person)) for person in people]
    assert sum("tugas disiapkan" in end for end in ends) == 1
    assert sum("Mengapa dipindah?" in end for end in ends) == 2
    assert (await office.town.rows(STANDING))[0][0] == 1


async def test_a_facilitator_of_the_kecamatan_sets_dates_for_its_villages_and_no_others(office: Office) -> None:
    person = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(person, "/jadwal", says("jadwal_daftar", acara=False))
    assert labels(await office.press(person, words("tombol_jadwal_baru"), "untuk siapa?"))[:2] == [
        "Satu desa/kelurahan", "Satu kecamatan"
    ]  # fmt: skip
    await office.press(person, words("form.jadwal.tingkat.pilihan.desa"), "Desa atau kelurahan apa?")
    await office.ask(person, "Galonta", says("mesin.tempat_tidak_ada"))  # lies in another kecamatan
    await office.ask(person, "Pattondon Salu", mentions("form.jadwal.macam.tanya"))
    await office.press(person, words("pertemuan.musrenbang_desa"), "hari apa, jam berapa?")


async def test_in_a_kelurahan_there_are_no_meetings_of_a_desa(office: Office) -> None:
    person = await office.join("Ani", "bappeda", "73.16")
    await office.ask(person, "/jadwal musrenbang desa 14/1/27 jam 9", "kecamatan mana?")
    await office.ask(person, "Enrekang", "Desa atau kelurahan")
    kinds = await office.ask(person, "Galonta", mentions("form.jadwal.macam.tanya"))
    assert "Musrenbang kelurahan" in labels(kinds)
    assert "Musrenbang desa" not in labels(kinds)
    assert "Kumpul lingkungan" in labels(kinds)


async def test_a_stage_is_a_day_without_an_hour_and_reaches_every_village(office: Office) -> None:
    person = await office.join("Ani", "bappeda", "73.16")
    reader = await office.join("Rahman", "fasilitator_desa", KELURAHAN)
    card = await office.ask(person, "/jadwal rkpd 14/7/27", mentions("form.jadwal.tinjau"))
    assert "Hari: Rabu, 14 Juli 2027\n" in card["text"]
    assert card["text"] not in says("jadwal_kartu", tempat=True)
    told = await office.press(person, words("tombol.kirim"), "RKPD ditetapkan, Kabupaten Enrekang")
    assert "1 tugas disiapkan: Daftar usulan yang masuk RKPD, Rabu, 28 Juli, untuk Ani." in told["text"]
    await office.hears(reader, "Tanggal sudah ditetapkan: RKPD ditetapkan, Kabupaten Enrekang, Rabu, 14 Juli 2027.")
    seen = await office.ask(reader, "/jadwal", "RKPD ditetapkan, Kabupaten Enrekang")
    card = await office.press(reader, "14 Jul · RKPD ditetapkan", "Rabu, 14 Juli 2027")
    assert (labels(seen)[0], labels(card)) == ("14 Jul · RKPD ditetapkan", [words("tombol_jadwal_semua")])


async def test_many_new_dates_are_one_message_within_the_days_budget(database_url: str) -> None:
    database = Database(database_url)
    desk = Desk(database)
    person = await desk.join("Rahman")
    held = [(await desk.hold(kind)).occasion for kind in ("musrenbang_desa", "musdes", "musdus")]
    async with database.write() as connection:
        for one in held:
            await notices.raise_for(connection, notices.DATES, str(one.id), {person: NOW})
        await occasions.cancel(connection, held[2].id, "Banjir.", NOW)
    assert await desk.tick(NOW) == 1
    (told,) = await desk.told(person)
    assert told["text"].count("Tanggal sudah ditetapkan") == 2
    await database.close()


@pytest.mark.parametrize("role", ["delegasi", "pendamping", "operator"])
async def test_others_see_the_dates_and_set_none(office: Office, role: str) -> None:
    setter = await office.join("Rahman", "fasilitator_desa", "73.16.01.2012")
    await set_date(office, setter)
    person = await office.join("Nur", role)
    seen = await office.ask(person, "/jadwal", "Musrenbang desa, Desa Boiya")
    assert words("tombol_jadwal_baru") not in labels(seen)
    card = await office.press(person, next(label for label in labels(seen) if "14 Jan" in label), "Desa Boiya")
    assert labels(card) == [words("tombol_jadwal_semua")]
    (occasion,) = (await office.town.rows("SELECT id FROM occasions"))[0]
    for data in (f"j:ubah:{occasion}", f"j:batal:{occasion}", f"j:pindah:{occasion}:202701210900"):
        await office.town.simulator.press_data(person, 1, data)
        await office.hears(person, says("jadwal_bukan_wewenang"))
    assert (await office.town.rows("SELECT moves, cancelled_at FROM occasions"))[0] == (0, None)


async def test_many_dates_come_page_by_page_the_next_one_first(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    for day in (13, 12, 11, 10, 9, 20):
        await office.ask(person, f"/jadwal kelompok lain {day}/11/26 jam 10", "yang mana?")
        await office.ask(person, f"Kelompok {day}", mentions("form.jadwal.tempat.tanya"))
        await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
        await office.press(person, words("tombol.kirim"), f"Kelompok {day}")
    first = await office.ask(person, "/jadwal", says("jadwal_daftar", acara=True))
    assert [label.split(" ")[0] for label in labels(first)[:5]] == ["9", "10", "11", "12", "13"]
    second = await office.press(person, words("tombol.lainnya"), "Kelompok 20")
    assert "Kelompok 9" not in second["text"]
    await office.press(person, words("tombol.sebelumnya"), "Kelompok 9")


async def test_a_person_without_the_role_any_more_sets_nothing(office: Office) -> None:
    person: Person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal musrenbang 14/1/27 jam 9", mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    async with office.town.database.write() as connection:
        await connection.execute(grants.update().values(revoked_at=office.town.simulator.stage.clock.now()))
    assert await office.touch(person, words("tombol.kirim")) in says("mesin.tombol_lewat")
    assert (await office.town.rows(STANDING))[0][0] == 0

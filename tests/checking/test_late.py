"""A check that nobody does: reminded twice, then told to who gave it, then to the kecamatan; and what finds no room
among the questions of an usulan is asked later."""

from datetime import timedelta
from pathlib import Path

from bot.store.usulan import usulan as stored
from bot.work.access import FASILITATOR_KECAMATAN
from bot.work.checking import reminding
from bot.work.office import Office
from bot.work.round import Round
from tests.checking.looking import Looking, looking
from tests.deciding.asking import BEGUN
from tests.reading.conftest import KECAMATAN
from tests.support.content import catalog_of
from tests.support.desk import ZONE
from tests.support.sentences import says, words


async def test_two_reminders_then_the_giver_then_the_kecamatan(place: Looking) -> None:
    nur = await place.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await place.give()
    for days, told in ((3, 1), (6, 2)):
        await place.days_later(days)
        await place.told(place.amir, says("uji_ingat", nomor="Maiwa 1"), told)
    await place.days_later(7)
    await place.hears(place.rahman, says("uji_telat", siapa="Amir", nomor="Maiwa 1"))
    await place.days_later(10)
    await place.hears(nur, says("uji_telat", siapa="Amir"))
    assert await place.stage() == "dicek", "nothing is decided by silence"
    await place.days_later(30)
    await place.told(place.amir, says("uji_ingat"), 2)
    assert [(None,)] == await place.town.rows("SELECT next_at FROM field_checks")


async def test_the_clock_that_comes_late_reminds_once(quick: Looking) -> None:
    await quick.give()
    await quick.days_later(6)
    await quick.hears(quick.amir, says("uji_ingat"))
    await quick.town.until("SELECT count(*) FROM field_checks WHERE next_at = due_at", 1)
    await quick.told(quick.amir, says("uji_ingat"), 1)


async def test_the_clock_passes_by_what_somebody_works_on(postgres_url: str, tmp_path: Path) -> None:
    """Whoever writes into a check holds its usulan first: two that hold one each would wait for each other."""
    async with looking(postgres_url, tmp_path) as place:
        await place.give()
        await place.town.stop()
        ((which,),) = await place.town.rows("SELECT id FROM usulan")
        at, office = BEGUN + timedelta(days=4), Office(catalog_of(), "Bappeda Enrekang", ZONE)
        async with place.town.database.write() as visit, place.town.database.write() as clock:
            assert await stored.to_change(visit, which)
            assert await reminding.look_after(Round(clock, office, at), 10) == 0
        async with place.town.database.write() as clock:
            assert await reminding.look_after(Round(clock, office, at), 10) == 1


async def test_what_was_taken_back_is_looked_at_no_more(quick: Looking) -> None:
    await quick.give()
    async with quick.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET status = 'ditarik'")
    await quick.days_later(3)
    await quick.town.until("SELECT state FROM field_checks", "withdrawn")
    assert await quick.stage() == "ditarik"


async def test_what_finds_no_room_among_the_questions_is_asked_a_day_later(quick: Looking) -> None:
    await quick.tells(ukuran={"sizes": [{"amount": "200", "unit": "m", "side": ""}]})
    for title in ("Patokan", "Jumlah orang"):
        await quick.ask_for(title)
    asked = await quick.ask_for("Kenapa didahulukan")
    await quick.give()
    await quick.fill()
    await quick.end("berubah", "Jalannya 120 meter")
    assert await quick.states() == ["open"] * 3
    await quick.telegram.say(quick.sitti, "Supaya anak tidak sakit", reply_to=asked["message_id"])
    await quick.hears(quick.rahman, says("klarifikasi_jawaban"))
    await quick.days_later(1)
    await quick.hears(quick.sitti, says("uji_tanya"))
    assert await quick.states() == ["open", "open", "answered", "open"]
    assert [(None,)] == await quick.town.rows("SELECT next_at FROM field_checks")


async def test_whoever_is_forgotten_leaves_nothing_of_the_check(quick: Looking) -> None:
    await quick.give()
    await quick.measure()
    await quick.ask(quick.sitti, "/dataku", says("dataku"))
    await quick.press(quick.sitti, words("tombol_hapus"), says("yakin_hapus"))
    await quick.press(quick.sitti, words("tombol_hapus_usulan_tetap"), says("hapus_selesai"))
    await quick.town.until("SELECT state FROM field_checks", "withdrawn")
    assert await quick.stage() == "tercatat"
    assert await quick.findings() == {}

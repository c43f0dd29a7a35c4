"""What others wait for stands at whoever owes it; those who wait are not late."""

from datetime import datetime, time, timedelta

from bot.store.tasks.tasks import DONE
from bot.work.round import Round
from bot.work.tasks import closing
from tests.support.desk import DESA, KECAMATAN, ZONE, Desk, labels, local, task_of
from tests.support.homes import Home
from tests.support.homes import labels as keys_of
from tests.support.sentences import says, words

KABUPATEN = "73.16"
#: D21 (the operator's work in SIPD) would be due on 21 January and waits for the dictionary (P03).
CLIMBS = local(1, 28, 7, 30)


async def _until(desk: Desk, last: datetime) -> None:
    day = local(1, 15, 7, 30)
    while day <= last:
        await desk.tick(day)
        day += timedelta(days=1)


async def _about(desk: Desk, person: int, what: str) -> list[str]:
    said = [one.get("text") or one.get("caption", "") for one in await desk.told(person)]
    return [text for text in said if what in text]


async def test_whoever_owes_it_is_told_once_for_all_and_those_who_wait_never(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    other = await desk.join("Amir", scope="73.16.01.2003")
    hasnah = await desk.join("Hasnah", "bappeda", KABUPATEN)
    await desk.hold()
    await desk.hold(wilayah="73.16.01.2003", at=local(1, 20))
    await _until(desk, CLIMBS - timedelta(days=1))
    title = f"<b>{desk.office.catalog.text('tugas.P03.judul')}</b>"
    assert [text for text in await _about(desk, hasnah, title) if text in says("tugas_ditunggu")] == []
    await _until(desk, CLIMBS + timedelta(days=14))
    (told,) = [text for text in await _about(desk, hasnah, title) if text in says("tugas_ditunggu")]
    assert told in says("tugas_ditunggu", jumlah="2")
    assert "/jadwal" in told  # nobody has set its date yet
    mine = desk.office.catalog.text("tugas.D21.judul")
    for person in (ratna, other):
        assert await _about(desk, person, mine) == []
    events = await desk.rows(
        "SELECT e.kind FROM task_events e JOIN tasks t ON t.id = e.task_id WHERE t.rule = 'D21' ORDER BY e.id"
    )
    assert [row[0] for row in events] == ["made", "made", "owed", "owed"]


async def test_with_a_date_the_message_opens_the_task_and_without_waiters_it_is_not_sent(desk: Desk) -> None:
    hasnah = await desk.join("Hasnah", "bappeda", KABUPATEN)
    await desk.join("Ratna")
    await desk.hold()
    stage = await desk.hold("sipd_buka", KABUPATEN, local(3, 1))
    await _until(desk, CLIMBS)
    title = desk.office.catalog.text("tugas.P03.judul")
    found = [
        one for one in await desk.told(hasnah) if title in one.get("text", "") and one["text"] in says("tugas_ditunggu")
    ]
    assert len(found) == 1
    assert [words("tombol_tugas_lihat")] in labels(found[0])
    async with desk.database.write() as connection:
        begun = await closing.close(Round(connection, desk.office, CLIMBS), task_of(stage, "P03"), DONE, hasnah)
    assert [task.rule for task in begun] == ["D21"]


async def test_what_came_meanwhile_is_not_asked_for(desk: Desk) -> None:
    """The list of the evening: by then the input is there."""
    hasnah = await desk.join("Hasnah", "bappeda", KABUPATEN, digest_at=20 * 60)
    await desk.join("Ratna")
    await desk.hold()
    stage = await desk.hold("sipd_buka", KABUPATEN, local(3, 1))
    await _until(desk, CLIMBS)
    async with desk.database.write() as connection:
        await closing.close(Round(connection, desk.office, CLIMBS), task_of(stage, "P03"), DONE, hasnah)
    await desk.tick(datetime.combine(CLIMBS.date(), time(20), ZONE))
    assert [text for text in await _about(desk, hasnah, "") if text in says("tugas_ditunggu")] == []


async def test_it_stands_in_the_offices_list_and_the_kecamatan_sees_that_it_is_awaited(at_home: Home) -> None:
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    amir = await at_home.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    ratna = await at_home.join("Ratna", scope=DESA)
    rudi = await at_home.join("Rudi", "camat", "73.16.02")
    await at_home.hold()
    await at_home.ask(officer, "/tugas", says("tugas_kosong"))
    shown = await at_home.press(
        officer, words("tombol_tugas_utang", jumlah="1"), says("tugas_daftar_utang", jumlah="1")
    )
    undated = {"judul": at_home.title("P03"), "acara": "SIPD dibuka untuk usulan", "hari": "", "jumlah": 1}
    assert shown["text"] in says("tugas_daftar_utang", tugas=[undated | {"sendiri": True}])
    await at_home.ask(amir, "/tugas", says("tugas_kosong"))
    seen = await at_home.press(amir, words("tombol_tugas_utang", jumlah="1"), says("tugas_daftar_utang", jumlah="1"))
    assert seen["text"] in says("tugas_daftar_utang", tugas=[undated | {"sendiri": False}])
    for person in (ratna, rudi):  # she sees what of hers waits; nobody waits in his kecamatan
        told = await at_home.ask(person, "/tugas", "")
        assert not any("Belum diumumkan" in label for label in keys_of(told))


async def test_mondays_page_names_it_to_the_office_and_to_the_kecamatan(desk: Desk) -> None:
    """What villages wait for, and what is due by now though nobody waits for it; neither of another kecamatan."""
    hasnah = await desk.join("Hasnah", "bappeda", KABUPATEN)
    camat = await desk.join("Nur", "camat", KECAMATAN)
    other = await desk.join("Rudi", "camat", "73.16.02")
    await desk.hold()
    await desk.hold("tahun_perencanaan", KABUPATEN, local(1, 4))
    await desk.tick(local(1, 25, 7, 30))
    awaited, due = (desk.office.catalog.text(f"tugas.{rule}.judul") for rule in ("P03", "P01"))
    for person, waiting in ((hasnah, True), (camat, True), (other, False)):
        (page,) = await _about(desk, person, "Ditunggu dari Bappeda Enrekang")
        assert (f"{awaited} (1 tugas menunggu)" in page) is waiting
        assert due in page

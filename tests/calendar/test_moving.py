"""A date moves and is cancelled: open tasks with it, one message to each person concerned, one's calendar follows."""

from datetime import date, timedelta
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.simulator.story import Wanted
from bot.store.calendar import occasions
from bot.store.tasks import tasks
from bot.work.calendar.announcing import changes
from bot.work.office import Office as Bureau
from bot.work.round import Round
from bot.work.tasks import closing
from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN, MORNING, ZONE, read_calendar, set_date
from tests.support.sentences import Said, mentions, says, words
from tests.support.town import catalog_of

BUREAU = Bureau(catalog_of(), "Bappeda Enrekang", ZONE)
NEWS = says("jadwal_kabar_pindah", nama="Musrenbang desa", wilayah="Desa Pattondon Salu")


async def move(office: Office, person: Person, to: str, wanted: Wanted) -> str:
    """From the card of the first date in one's list."""
    seen = await office.ask(person, "/jadwal", says("jadwal_daftar", acara=True))
    await office.press(person, buttons_of(seen["reply_markup"])[0]["text"], "Desa Pattondon Salu")
    await office.press(person, words("tombol_jadwal_pindah"), "Pindah ke hari apa")
    await office.ask(person, to, mentions("form.jadwal_pindah.alasan.tanya"))
    await office.press(person, words("tombol.lewati"), says("jadwal_pindahkah", ada=False))
    return str((await office.press(person, words("tombol_jadwal_pindahkan"), wanted))["text"])


async def due(office: Office) -> dict[str, tuple[str, str]]:
    rows = await office.town.rows("SELECT rule, state, due_on FROM tasks")
    return {row[0]: (row[1], str(row[2])) for row in rows}


async def quiet(office: Office) -> None:
    await office.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)


def news(office: Office, person: Person, what: Said = NEWS) -> list[str]:
    return [text for text in office.texts(person) if text in what]


async def calendar_of(office: Office, person: Person) -> dict[str, Any]:
    """What a calendar program makes of the file: events by UID."""
    await office.ask(person, "/jadwal", says("jadwal_daftar", acara=True))
    sent = await office.press(person, words("tombol_jadwal_kalender"), says("jadwal_kalender"))
    content = office.town.simulator.file(sent["document"]["file_id"])
    return {str(event["UID"]): event for event in read_calendar(content).walk("VEVENT")}


async def close_one(office: Office, rule: str) -> None:
    async with office.town.database.write() as connection:
        held = await office_occasion(connection)
        (task,) = [each for each in await tasks.of_occasion(connection, held.id) if each.rule == rule]
        await closing.close(Round(connection, BUREAU, MORNING), task, tasks.DONE, None)


async def office_occasion(connection: Any) -> occasions.Occasion:
    (held,) = await occasions.of_kind(connection, "musrenbang_desa", DESA, 2028)
    return held


async def test_nine_days_later_twice_and_back(any_office: Office) -> None:
    """Only open tasks move; exactly one message to each person concerned per move; UIDs stay (read by icalendar)."""
    office = any_office
    mover = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    elsewhere = await office.join("Nur", "fasilitator_desa", "73.16.01.2012")
    await set_date(office, owner)
    await close_one(office, "D11")
    before, at_first = await due(office), await calendar_of(office, owner)
    steps = (
        ("23/1/27 jam 9", "Sabtu, 23 Januari 2027"),
        ("1/2/27 jam 9", "Senin, 1 Februari 2027"),
        ("14/1/27 jam 9", "Kamis, 14 Januari 2027"),
    )
    for number, (to, day) in enumerate(steps, 1):
        told = await move(office, mover, to, f"Ke: {day}, 09.00 WITA")
        assert told in says("jadwal_dipindah", jumlah=True)
        await office.hears(owner, f"Ke: {day}")
        await quiet(office)
        assert len(news(office, owner)) == number
        assert "Undangan dengan nama" not in news(office, owner)[-1]  # it is done
        now, seen = await due(office), await calendar_of(office, owner)
        assert now["D11"] == before["D11"]
        moved = {rule for rule in before if now[rule] != before[rule]}
        assert moved == (set(before) - {"D11"} if number < 3 else set())
        assert set(seen) == set(at_first)
        (meeting,) = [event for uid, event in seen.items() if uid.startswith("pertemuan-")]
        assert meeting["SEQUENCE"] == number
        assert meeting["DTSTART"].dt.astimezone(ZONE).strftime("%d.%m.%Y %H.%M") in f"{to_figures(to)} 09.00"
    assert news(office, mover) == news(office, elsewhere) == []


def to_figures(told: str) -> str:
    day, month, year = told.split(" ", maxsplit=1)[0].split("/")
    return f"{int(day):02}.{int(month):02}.20{year}"


async def test_who_moves_it_gets_the_answer_and_no_second_message(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    told = await move(office, owner, "25/1/27 jam 9", says("jadwal_dipindah"))
    assert "• Undangan dengan nama: Kamis, 7 Januari → Senin, 18 Januari" in told
    await quiet(office)
    assert news(office, owner) == []


async def test_by_how_much_it_moves_is_counted_from_its_day_and_keeps_its_hour(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner, "musrenbang 14/1/27 jam 9")
    assert await move(office, owner, "mundur seminggu", "Kamis, 21 Januari 2027, 09.00 WITA")


async def test_a_task_that_stays_on_its_day_is_not_told_as_moved(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    mover = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await set_date(office, owner, "musrenbang 12/11/26 jam 9")  # so near that preparation is due as soon as it can be
    told = await move(office, mover, "23/11/26 jam 9", says("jadwal_dipindah"))
    heard = (await office.hears(owner, NEWS))["text"]
    lines = [line for line in (told + heard).splitlines() if "→" in line]
    assert "• Undangan dengan nama: Kamis, 5 November → Senin, 16 November" in lines
    assert [line for line in lines if len(set(line.partition(": ")[2].split(" → "))) < 2] == []
    assert told in says("jadwal_dipindah", jumlah=len(lines) // 2)


async def test_at_night_the_message_comes_without_a_sound(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    mover = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await set_date(office, owner)
    await office.town.stop()  # the bot reads the clock once a second, and when it begins
    await office.town.simulator.move_clock(to=MORNING.replace(hour=22))
    await office.town.start()
    await move(office, mover, "25/1/27 jam 9", says("jadwal_dipindah"))
    await office.hears(owner, NEWS)
    sent = [
        call for call in office.town.simulator.calls if str(call.params.get("text", "")) in says("jadwal_kabar_pindah")
    ]
    assert [call.params.get("disable_notification") for call in sent] == [True]


async def test_pressed_twice_it_moves_once(any_office: Office) -> None:
    office = any_office
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    await move(office, owner, "25/1/27 jam 9", says("jadwal_dipindah"))
    await office.press(owner, words("tombol_jadwal_pindahkan"), "memang sudah Senin, 25 Januari 2027, 09.00 WITA")
    assert (await office.town.rows("SELECT moves FROM occasions"))[0][0] == 1


async def test_into_a_year_in_which_another_stands_it_does_not_move(any_office: Office) -> None:
    office = any_office
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    await set_date(office, owner, "musrenbang 13/1/28 jam 9")
    before = await due(office)
    await move(office, owner, "20/1/28 jam 9", says("jadwal_terisi", nama="Musrenbang desa"))
    assert {row[0] for row in await office.town.rows("SELECT moves FROM occasions")} == {0}
    assert await due(office) == before
    await office.ask(owner, "/jadwal", "Kamis, 14 Januari 2027")  # the database is well after it


async def test_cancelling_closes_the_tasks_and_tells_each_once(any_office: Office) -> None:
    office = any_office
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    mover = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await set_date(office, owner)
    await calendar_of(office, owner)
    seen = await office.ask(mover, "/jadwal", says("jadwal_daftar", acara=True))
    await office.press(mover, buttons_of(seen["reply_markup"])[0]["text"], "Desa Pattondon Salu")
    await office.press(mover, words("tombol_jadwal_batal"), mentions("form.jadwal_batal.alasan.tanya"))
    await office.ask(mover, "Jembatan <putus>", says("jadwal_batalkah", alasan="Jembatan <putus>"))
    await office.press(mover, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan", alasan="Jembatan <putus>"))
    told = await office.hears(owner, says("jadwal_kabar_batal", nama="Musrenbang desa"))
    assert told["text"] in says("jadwal_kabar_batal", jumlah=True)
    await quiet(office)
    assert len(news(office, owner, says("jadwal_kabar_batal", nama="Musrenbang desa"))) == 1
    assert {state for state, _ in (await due(office)).values()} == {"cancelled"}
    await office.town.simulator.press(mover, words("tombol_jadwal_pindah"))
    await office.hears(mover, says("jadwal_tidak_ada"))
    await office.ask(owner, "/jadwal", says("jadwal_daftar", acara=False))
    sent = await office.press(owner, words("tombol_jadwal_kalender"), says("jadwal_kalender"))
    events = read_calendar(office.town.simulator.file(sent["document"]["file_id"])).walk("VEVENT")
    assert {str(event["STATUS"]) for event in events} == {"CANCELLED"}
    assert {event["SEQUENCE"] for event in events} == {1}
    await set_date(office, owner)  # its place in the calendar is free again


@pytest.mark.parametrize(("number", "shown", "more"), [(8, 8, 0), (9, 8, 1), (30, 8, 22)])
def test_a_long_list_of_changes_is_cut_and_says_how_many_more(number: int, shown: int, more: int) -> None:
    day = date(2027, 1, 4)
    moved = [("D11", day, day + timedelta(days=n)) for n in reversed(range(number))]
    told = changes(BUREAU, moved)
    assert (len(told["tugas"]), told["lagi"]) == (shown, more)
    assert told["tugas"][0]["ke"] == "Senin, 4 Januari"
    left = ("nama", "wilayah", "dari", "ke", "sehari", "jam_dari", "jam_ke", "tempat", "alasan", "usulan")
    nothing = dict.fromkeys(left, "")
    text = BUREAU.catalog.text("jadwal_kabar_pindah", perubahan=told, **nothing)
    assert text.count("•") == shown
    assert text in says("jadwal_kabar_pindah", perubahan={"lagi": more})


@pytest.mark.parametrize(
    "button", ["j:pindah:{}:x", "j:pindah:{}:209913450000", "j:pindah:{}:", "j:pindah:{}:20270114"]
)
async def test_a_forged_time_moves_nothing(office: Office, button: str) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    (occasion,) = (await office.town.rows("SELECT id FROM occasions"))[0]
    await office.toast(owner, button.format(occasion), 1)
    await quiet(office)
    assert (await office.town.rows("SELECT moves FROM occasions"))[0][0] == 0


@pytest.mark.parametrize(
    ("typed", "moves"), [("ya pindahkan", True), ("iya pindahkan", True), ("ya pindahkan kah?", False)]
)
async def test_a_yes_with_its_word_presses_the_button_that_stands_higher(
    office: Office, typed: str, moves: bool
) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, "musrenbang 14 januari 2027 jam 9 di balai desa", mentions("form.jadwal.tinjau"))
    await office.ask(ratna, "ya", says("jadwal_ditetapkan"))
    await office.ask(ratna, "mundur seminggu krn ada pesta adat", says("jadwal_pindahkah"))
    await office.ask(ratna, "siapa saja yang diundang", lambda message: True)
    await office.ask(ratna, typed, says("jadwal_dipindah") if moves else (lambda message: True))
    assert ("2027-01-21" in str((await office.town.rows("SELECT starts_at FROM occasions"))[0][0])) is moves

"""The office switches tasks on and off for everybody: dates that stand follow, finished work stays."""

from bot.simulator.chats import Person
from bot.work.tasks.switches import OFF, ON
from tests.support.desk import DESA, KECAMATAN, local
from tests.support.homes import Home, labels
from tests.support.sentences import says, words

KABUPATEN = "73.16"


async def _switch(at_home: Home, officer: Person, rule: str, toast: str) -> None:
    way = ON if toast == "tugas_dinyalakan" else OFF
    assert await at_home.toast(officer, f"y:ubah:{rule}:0:{way}") in says(toast)


async def _state(at_home: Home, rule: str) -> list[str]:
    rows = await at_home.town.rows("SELECT state FROM tasks WHERE rule = :r AND wilayah = :w", r=rule, w=DESA)
    return [row[0] for row in rows]


async def test_the_office_finds_the_lists_and_what_is_in_use(at_home: Home) -> None:
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(officer, "/tugas", says("tugas_kosong"))
    shown = await at_home.press(officer, words("tombol_tugas_dipakai"), "9 dari")
    assert "✓ 5. " + at_home.title("D05") in shown["text"]
    assert "– 1. " + at_home.title("D01") in shown["text"]
    assert f"Pakai 1. {at_home.title('D01')}" in labels(shown)
    assert f"Lepas 5. {at_home.title('D05')}" in labels(shown)
    shown = await at_home.press(officer, words("tombol_daftar_maju"), "✓ 11. ")
    await at_home.press(officer, words("tombol_tugas_daftar_kabupaten"), "11 dari 11")


async def test_a_task_switched_on_appears_at_dates_that_stand(anywhere: Home) -> None:
    at_home = anywhere
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    before = {row[0]: row for row in await at_home.town.rows("SELECT id, due_on, state FROM tasks")}
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "D15", "tugas_dinyalakan")
    await at_home.town.until(f"SELECT count(*) FROM tasks WHERE rule = 'D15' AND wilayah = '{DESA}'", 1)
    assert (await at_home.task("D15")).owner_id == await at_home.id_of(ratna)
    after = {row[0]: row for row in await at_home.town.rows("SELECT id, due_on, state FROM tasks")}
    assert {key: after[key] for key in before} == before


async def test_a_task_switched_off_leaves_the_lists_and_comes_back_when_it_is_used_again(anywhere: Home) -> None:
    at_home = anywhere
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "D13", "tugas_dimatikan")
    assert await _state(at_home, "D13") == ["cancelled"]
    shown = await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    assert at_home.title("D13") not in shown["text"]
    task = await at_home.task("D13")
    await at_home.press_data(
        ratna, f"t:lihat:{task.id}", says("tugas_kartu", keadaan="cancelled", sebab=words("tugas_tak_dipakai"))
    )
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "D13", "tugas_dinyalakan")
    await at_home.town.until("SELECT count(*) FROM tasks WHERE rule = 'D13' AND state = 'open'", 1)
    again = await at_home.task("D13")
    assert (again.id, again.due_on, again.remind_at) == (task.id, task.due_on, (await at_home.task("D13")).remind_at)
    assert again.remind_at is not None


async def test_what_is_done_stays_done_and_what_was_cancelled_with_its_date_stays_so(at_home: Home) -> None:
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.press_data(ratna, f"t:sudah:{task.id}", says("tugas_selesai"))
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "D13", "tugas_dimatikan")
    assert await _state(at_home, "D13") == ["done"]


async def test_whoever_waited_for_it_waits_no_longer(anywhere: Home) -> None:
    """Without a dictionary of usulan (P03) the operator's work begins, and its owner hears of it."""
    at_home = anywhere
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.join("Ratna")
    await at_home.hold()
    assert await _state(at_home, "D21") == ["waiting"]
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "P03", "tugas_dimatikan")
    assert await _state(at_home, "D21") == ["open"]
    notices = await at_home.town.rows("SELECT count(*) FROM notices WHERE kind = 'tugas_mulai'")
    assert notices[0][0] == 1


async def test_whoever_could_not_begin_because_of_it_has_their_days_from_now_on(at_home: Home) -> None:
    """The camat's invitations come after the usulan are gathered; that is no longer asked of anybody."""
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    camat = await at_home.join("Nur", "camat", KECAMATAN)
    await at_home.hold("musrenbang_kecamatan", KECAMATAN)
    await at_home.move_clock(local(1, 12))
    told = await at_home.ask(camat, "/tugas", at_home.title("K11"))
    assert "lewat" not in told["text"]
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "K07", "tugas_dimatikan")
    assert str((await at_home.task("K11")).due_on) == "2027-01-14"


async def test_a_button_pressed_twice_or_by_two_does_the_same_once(anywhere: Home) -> None:
    at_home = anywhere
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(officer, "/tugas", "")
    await _switch(at_home, officer, "D13", "tugas_dimatikan")
    await at_home.press_data(officer, f"y:ubah:D13:0:{OFF}", says("tugas_dipakai"))
    await at_home.press_data(officer, "y:ubah:D13:0", "")
    assert await _state(at_home, "D13") == ["cancelled"]

"""*Salah tekan*: what was noted or dated of late can be taken back, also where a form stands open above it."""

from datetime import datetime, timedelta

import pytest

from tests.support.homes import Home
from tests.support.sentences import mentions, says, words


async def test_who_was_late_before_the_wrong_button_is_late_after_it(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    before = await at_home.task("D13")
    await at_home.move_clock(datetime.fromisoformat(f"{before.due_on}T03:00:00+00:00") + timedelta(days=1))
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.press_data(ratna, f"t:sudah:{before.id}", says("tugas_selesai"))
    await at_home.press_data(ratna, f"t:buka_lagi:{before.id}", says("tugas_kartu"))
    again = await at_home.task("D13")
    assert (again.state, again.due_on, again.closed_at) == ("open", before.due_on, None)


async def test_a_date_that_was_just_set_is_among_what_is_taken_back(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "musrenbang rabu depan jam 9 di balai desa", mentions("form.jadwal.tinjau"))
    await at_home.ask(ratna, "kirim", says("jadwal_ditetapkan"))
    await at_home.ask(ratna, "/jadwal", says("jadwal_daftar"))
    shown = await at_home.ask(ratna, "eh salah pencet tadi", says("menu_salah_tekan", ada=True))
    assert "Ubah jadwal: Musrenbang desa" in str(shown["reply_markup"])
    await at_home.press_data(
        ratna,
        shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"],
        mentions("jadwal_kartu", nama="Musrenbang desa"),
    )


@pytest.mark.parametrize("typed", ["salah tekan", "eh salah pencet", "aduh kepencet pak"])
async def test_below_an_open_form_what_was_noted_last_is_meant(anywhere: Home, typed: str) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.press_data(ratna, "o:telepon", "Nomor HP Bapak/Ibu")
    await at_home.press_data(ratna, f"t:sudah:{task.id}", says("tugas_selesai"))
    await at_home.ask(ratna, "/jadwal", says("jadwal_daftar"))
    await at_home.ask(ratna, typed, says("menu_salah_tekan", ada=True))
    await at_home.press(ratna, words("tombol_menu_tarik_tugas", judul=at_home.title("D13")), says("tugas_kartu"))
    assert (await at_home.task("D13")).state == "open"


async def test_a_word_for_ones_work_is_no_name_where_the_form_was_left_above(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "undang delegasi pattondon salu", "Siapa namanya?")
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.ask(ratna, "jadwal", says("jadwal_daftar"))
    await at_home.ask(ratna, "Rosmini", "Rosmini")
    names = await at_home.town.rows("SELECT label FROM invites WHERE made_by IS NOT NULL")
    assert [row[0] for row in names] == ["Rosmini"]

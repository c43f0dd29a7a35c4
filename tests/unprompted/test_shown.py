"""A button said in words: what stands under the last message is pressed by its own words, or by a yes."""

import pytest

from bot.simulator.chats import Person
from bot.store.tables import tasks
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

#: A task of Ratna's that is to be done now.
_LOOKED_AT = "D13"
_STORY = "Jalan ke kebun kami rusak sejak tahun lalu, mobil tidak bisa lewat."


async def _moves(home: Home, who: Person) -> None:
    """To the question whether it is to move; why, is left out."""
    await home.ask(who, "mundur seminggu", mentions("form.jadwal_pindah_hari.alasan.tanya"))
    await home.press(who, words("tombol.lewati"), says("jadwal_pindahkah"))


@pytest.mark.parametrize("typed", ["iya pindahkan", "pindahkan", "ya", "iya betul pak", "setuju"])
async def test_a_yes_moves_the_meeting_to_the_day_that_stands_there(anywhere: Home, typed: str) -> None:
    ratna = await anywhere.join("Ratna")
    await anywhere.hold()
    await _moves(anywhere, ratna)
    await anywhere.ask(ratna, typed, says("jadwal_dipindah"))


async def test_a_no_moves_nothing(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _moves(at_home, ratna)
    await at_home.ask(ratna, "jangan dulu", lambda message: True)
    assert not any(text in says("jadwal_dipindah") for text in at_home.texts(ratna))


async def test_the_words_of_any_button_there_press_it(at_home: Home) -> None:
    nur = await at_home.join("Nur", "bappeda", "73.16")
    await at_home.ask(nur, "/undang", says("undang_awal"))
    await at_home.ask(nur, "Undang satu orang", says("form.undang.peran.tanya"))


async def test_what_is_not_for_them_is_not_pressed_by_words(at_home: Home) -> None:
    """The buttons under what was said last are their own; an older one is not meant."""
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _moves(at_home, ratna)
    await at_home.ask(ratna, "apa tugas saya", says("tugas_daftar_saya"))
    await at_home.ask(ratna, "ya", lambda message: True)
    assert not any(text in says("jadwal_dipindah") for text in at_home.texts(ratna))


async def test_a_button_that_is_over_says_so_also_to_who_says_it_in_words(anywhere: Home) -> None:
    """She looks at a task; meanwhile there is no such task any more."""
    ratna = await anywhere.join("Ratna")
    await anywhere.hold()
    await anywhere.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    task = next(row for row in await anywhere.town.rows("SELECT * FROM tasks") if row.rule == _LOOKED_AT)
    await anywhere.press_data(ratna, f"t:lihat:{task.id}", says("tugas_kartu"))
    async with anywhere.town.database.write() as connection:
        await connection.execute(tasks.delete().where(tasks.c.id == task.id))
    await anywhere.ask(ratna, words("tombol_tugas_sudah"), says("tugas_bukan"))


async def test_what_a_screen_offered_and_is_over_says_so_in_words(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna")
    await anywhere.hold()
    await anywhere.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    task = next(row for row in await anywhere.town.rows("SELECT * FROM tasks") if row.rule == _LOOKED_AT)
    await anywhere.press_data(ratna, f"t:lihat:{task.id}", says("tugas_kartu"))
    async with anywhere.town.database.write() as connection:
        await connection.execute(tasks.update().where(tasks.c.id == task.id).values(state="done"))
    await anywhere.ask(ratna, words("tombol_tugas_sudah"), says("tugas_kartu", keadaan="done"))
    assert any(text in says("tugas_sudah_selesai") for text in anywhere.texts(ratna))


async def _brings_her_story(home: Home, by_words: bool) -> Person:
    """To the consent screen: what nobody understood is to be an usulan."""
    ratna = await home.join("Ratna")
    await home.ask(ratna, _STORY, says("menu_awal", bingung=_STORY))
    if by_words:
        await home.ask(ratna, words("tombol_menu_jadikan_usulan"), mentions("izin"))
    else:
        await home.press(ratna, words("tombol_menu_jadikan_usulan"), mentions("izin"))
    return ratna


async def test_a_story_is_brought_by_the_words_of_its_button(anywhere: Home) -> None:
    ratna = await _brings_her_story(anywhere, by_words=True)
    shown = await anywhere.press(ratna, words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    assert _STORY in shown["text"]
    assert words("tombol_menu_jadikan_usulan") not in shown["text"]


async def test_a_second_story_is_brought_by_words_once_they_agreed(at_home: Home) -> None:
    ratna = await _brings_her_story(at_home, by_words=False)
    await at_home.press(ratna, words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    await at_home.ask(ratna, "/batal", says("draf_dibatalkan"))
    await at_home.ask(ratna, _STORY, says("menu_awal", bingung=_STORY))
    shown = await at_home.ask(ratna, words("tombol_menu_jadikan_usulan"), mentions("mesin.ini_ceritanya"))
    assert _STORY in shown["text"]


async def test_consent_is_given_by_its_button_alone(at_home: Home) -> None:
    ratna = await _brings_her_story(at_home, by_words=False)
    await at_home.ask(ratna, words("tombol_setuju"), says("izin_tekan_setuju"))
    assert await at_home.town.rows("SELECT consented_at FROM people WHERE consented_at IS NOT NULL") == []

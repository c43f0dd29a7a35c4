"""What stands lowest decides what typed words are about: under the card of one task they are of that task, with its
name of the one that is named; the reason of a move swallows none of them."""

import pytest

from bot.simulator.chats import Person
from tests.support.desk import KECAMATAN, local
from tests.support.homes import Home, labels
from tests.support.sentences import mentions, says, words

_NEXT_DOOR = "73.16.01.2003"


async def _card(at_home: Home, person: Person, rule: str = "D05") -> None:
    task = await at_home.task(rule)
    await at_home.press_data(person, f"t:lihat:{task.id}", says("tugas_kartu"))


async def test_the_word_of_a_button_that_is_also_a_command_presses_the_button(anywhere: Home) -> None:
    at_home = anywhere
    ratna, _ = await at_home.join("Ratna"), await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await _card(at_home, ratna)
    await at_home.ask(ratna, "serahkan", says("tugas_serah_pilih", judul=at_home.title("D05")))


@pytest.mark.parametrize("typed", ["serahkan ke uleng", "tugas ini serahkan kepada pak uleng ya", "kasi ke uleng saja"])
async def test_under_its_card_it_is_handed_to_whoever_is_named(at_home: Home, typed: str) -> None:
    ratna, uleng = await at_home.join("Ratna"), await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await _card(at_home, ratna)
    await at_home.ask(ratna, typed, says("tugas_ditawarkan", nama="Uleng", judul=at_home.title("D05")))
    await at_home.hears(uleng, says("tugas_diminta"))


async def test_by_its_name_it_is_handed_over_without_its_card(at_home: Home) -> None:
    ratna, _ = await at_home.join("Ratna"), await at_home.join("Kadir", "fasilitator_desa", _NEXT_DOOR)
    await at_home.hold()
    title = at_home.title("D05")
    await at_home.ask(ratna, f"tugas {title.lower()} serahkan ke kadir", says("tugas_ditawarkan", nama="Kadir"))
    assert (await at_home.task("D05")).offered_to is not None


@pytest.mark.parametrize(
    "typed",
    [
        "kasih pak kadir tugas daftar kelompok yg jarang datang",
        "tugas daftar kelompok tolong dikerjakan pak kadir saja",
        "titip tugas daftar kelompok ke pak kadir",
        "itu tugas daftar kelompok, biar pak kadir saja yg kerjakan",
    ],
)
async def test_who_is_addressed_beside_the_task_is_offered_it(at_home: Home, typed: str) -> None:
    ratna, _ = await at_home.join("Ratna"), await at_home.join("Kadir", "fasilitator_desa", _NEXT_DOOR)
    await at_home.hold()
    await at_home.ask(ratna, typed, says("tugas_ditawarkan", nama="Kadir", judul=at_home.title("D05")))


@pytest.mark.parametrize("typed", ["kadir", "pak kadir"])
async def test_a_name_where_it_is_asked_who_is_their_button(at_home: Home, typed: str) -> None:
    ratna, _ = await at_home.join("Ratna"), await at_home.join("Kadir", "fasilitator_desa", _NEXT_DOOR)
    await at_home.hold()
    await _card(at_home, ratna)
    await at_home.press(ratna, words("tombol_tugas_serah"), says("tugas_serah_pilih"))
    await at_home.ask(ratna, typed, says("tugas_ditawarkan", nama="Kadir", judul=at_home.title("D05")))


async def test_a_facilitator_next_door_is_offered_where_nobody_else_is_and_keeps_it(anywhere: Home) -> None:
    at_home = anywhere
    ratna, kadir = await at_home.join("Ratna"), await at_home.join("Kadir", "fasilitator_desa", _NEXT_DOOR)
    await at_home.hold()
    await _card(at_home, ratna)
    shown = await at_home.press(ratna, words("tombol_tugas_serah"), says("tugas_serah_pilih"))
    label = next(one for one in labels(shown) if one.startswith("Kadir"))
    assert label.endswith("Tuncung")
    await at_home.press(ratna, label, says("tugas_ditawarkan"))
    await at_home.hears(kadir, says("tugas_diminta"))
    await at_home.press(kadir, words("tombol_tugas_terima"), says("tugas_kartu"))
    await at_home.join("Hamid", "fasilitator_kecamatan", KECAMATAN)
    await at_home.move_clock(local(1, 7, 15))
    assert (await at_home.task("D05")).owner_id == await at_home.id_of(kadir)


async def test_a_day_under_a_card_is_that_of_its_reminder_and_beyond_the_deadline_it_is_said(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _card(at_home, ratna)
    said = await at_home.ask(ratna, "pindah ke tanggal 12 januari", says("tugas_diingatkan", batas=True))
    assert "12 Januari" in said["text"]
    assert not await at_home.town.rows("SELECT 1 FROM occasion_events WHERE kind IN ('wished', 'moved')")


async def test_a_meeting_that_is_named_under_a_card_is_that_meeting(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _card(at_home, ratna)
    asked = mentions("jadwal_yang_dipindah", nama="Musrenbang desa")
    await at_home.ask(ratna, "musrenbang desa pindah ke tanggal 20 januari", asked)


async def test_the_name_of_a_meeting_that_does_not_stand_moves_no_other(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "musyawarah desa mundur ke tanggal 20 januari", says("menu_pindah_yang_mana"))


async def test_the_reason_of_a_move_is_no_errand_and_no_question(at_home: Home) -> None:
    ratna, _ = await at_home.join("Ratna"), await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    asked = mentions("form.jadwal_pindah.alasan.tanya")
    await at_home.ask(ratna, "musrenbang desa mundur seminggu", asked)
    title = at_home.title("D05")
    await at_home.ask(ratna, f"{title.lower()} kasi ke uleng saja, saya sakit", says("tugas_ditawarkan"))
    await at_home.ask(ratna, "musrenbang desa mundur seminggu", asked)
    await at_home.ask(ratna, "siapa yang belum menetapkan tanggal", says("isian_disisihkan"))
    assert any(text in says("tanya_kerja_tanpa_tanggal") for text in at_home.texts(ratna))
    assert not await at_home.town.rows("SELECT 1 FROM occasion_events WHERE kind = 'wished'")

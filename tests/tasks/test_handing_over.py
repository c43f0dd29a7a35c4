"""A task is handed to a named person, who has to accept it; until then it stays where it is."""

from datetime import timedelta

import pytest

from bot.simulator.chats import Person
from bot.simulator.story import Wanted
from tests.support.desk import KECAMATAN, local
from tests.support.homes import THURSDAY, Home, labels
from tests.support.sentences import says, words

WANTED = says("tugas_ditawarkan")


async def _offer(at_home: Home, giver: Person, rule: str, name: str, wanted: Wanted = WANTED) -> int:
    """The giver's way: the card, *Serahkan*, the name."""
    task = await at_home.task(rule)
    await at_home.press_data(giver, f"t:lihat:{task.id}", says("tugas_kartu"))
    message = await at_home.press(giver, words("tombol_tugas_serah"), says("tugas_serah_pilih"))
    label = next(label for label in labels(message) if label.startswith(name))
    await at_home.press(giver, label, wanted)
    return int(task.id)


async def test_it_changes_hands_when_it_is_accepted(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await _offer(at_home, ratna, "D05", "Uleng")
    asked = await at_home.hears(uleng, says("tugas_diminta"))
    assert asked["text"] in says("tugas_diminta", dari="Ratna", judul=at_home.title("D05"))
    assert "paling lambat Kamis, 7 Januari" in asked["text"]
    assert (await at_home.task("D05")).owner_id == await at_home.id_of(ratna)
    card = await at_home.ask(uleng, "iye bisa, saya yang kerjakan", says("tugas_kartu"))
    assert "/rapat" not in card["text"]  # it would help, but a delegate may not use it
    await at_home.hears(ratna, says("tugas_serah_jawaban", siapa="Uleng", mau=True))
    task = await at_home.task("D05")
    assert (task.owner_id, task.offered_to) == (await at_home.id_of(uleng), None)
    assert await at_home.events("D05") == ["made", "offered", "moved", "handed"]  # its day was today
    await at_home.ask(uleng, "/tugas", at_home.title("D05"))
    waiting = await at_home.town.rows("SELECT count(*) FROM notices WHERE kind = 'tugas_serah' AND outcome IS NULL")
    assert waiting[0][0] == 0


@pytest.mark.parametrize(
    ("typed", "is_taken"),
    [
        ("iye sy terima tugasnya bu Ratna", True),
        ("ok sy terima tugas itu", True),
        ("iye sy terima undangannya bu Ratna", False),
        ("apa tugasnya bu Ratna", False),
    ],
)
async def test_whose_task_it_is_may_be_said_with_the_yes(at_home: Home, typed: str, *, is_taken: bool) -> None:
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await _offer(at_home, ratna, "D05", "Uleng")
    await at_home.hears(uleng, says("tugas_diminta"))
    await at_home.ask(uleng, typed, bool)
    assert ((await at_home.task("D05")).owner_id == await at_home.id_of(uleng)) is is_taken


async def test_what_is_declined_stays_and_the_giver_hears_it(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await _offer(at_home, ratna, "D05", "Uleng")
    await at_home.hears(uleng, says("tugas_diminta"))
    await at_home.press(uleng, words("tombol_tugas_tolak"), says("tugas_ditolak"))
    await at_home.hears(ratna, says("tugas_serah_jawaban", siapa="Uleng", mau=False))
    task = await at_home.task("D05")
    assert (task.owner_id, task.offered_to) == (await at_home.id_of(ratna), None)


async def test_three_days_without_an_answer_and_it_is_back(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await _offer(at_home, ratna, "D13", "Uleng")
    await at_home.hears(uleng, says("tugas_diminta"))
    await at_home.move_clock(THURSDAY + timedelta(days=2, hours=23))
    assert (await at_home.task("D13")).offered_to == await at_home.id_of(uleng)
    await at_home.move_clock(THURSDAY + timedelta(days=3, minutes=1))
    await at_home.town.until("SELECT count(*) FROM tasks WHERE offered_to IS NOT NULL", 0)
    await at_home.hears(ratna, says("tugas_serah_sepi", siapa="Uleng"))
    assert await at_home.touch(uleng, words("tombol_tugas_terima")) in says("tugas_bukan")
    assert (await at_home.task("D13")).owner_id == await at_home.id_of(ratna)


async def test_only_people_from_there_can_be_asked_those_of_the_village_first(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.join("Pak Camat", "camat", KECAMATAN)
    await at_home.join("Pendamping Nur", "pendamping", KECAMATAN)
    sitti = await at_home.join("Sitti", scope="73.16.03.1001")
    await at_home.join("Uleng", "delegasi")
    await at_home.join("Petugas", "bappeda", "73.16")
    await at_home.hold()
    task = await at_home.task("D05")
    message = await at_home.press_data(ratna, f"t:serah:{task.id}", says("tugas_serah_pilih"))
    assert [label.split(" · ")[0] for label in labels(message)] == [
        "Uleng",
        "Pak Camat",
        "Pendamping Nur",
        words("tombol_tugas_kembali"),
    ]
    over = f"t:ke:{task.id}:{await at_home.id_of(sitti)}"
    await at_home.town.simulator.press_data(ratna, at_home.newest(ratna, over), over)
    await at_home.press_data(ratna, f"t:lihat:{task.id}", says("tugas_kartu"))
    assert (await at_home.task("D05")).offered_to is None
    assert not any(text in says("tugas_diminta") for text in at_home.town.simulator.said(sitti))


async def test_what_was_finished_meanwhile_is_not_taken_over(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    task = await _offer(at_home, ratna, "D05", "Uleng")
    await at_home.hears(uleng, says("tugas_diminta"))
    await at_home.press_data(ratna, f"t:sudah:{task}", says("tugas_selesai"))
    await at_home.town.simulator.press(uleng, words("tombol_tugas_terima"))
    await at_home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    found = await at_home.task("D05")
    assert (found.state, found.owner_id) == ("done", await at_home.id_of(ratna))
    assert "handed" not in await at_home.events("D05")


async def test_nobody_is_asked_at_night(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    await at_home.hold()
    await at_home.move_clock(local(1, 7, 22))
    await _offer(at_home, ratna, "D05", "Uleng")
    await at_home.town.until("SELECT count(*) FROM notices WHERE kind = 'tugas_diminta' AND outcome IS NULL", 1)
    await at_home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert not any(text in says("tugas_diminta") for text in at_home.town.simulator.said(uleng))
    await at_home.move_clock(local(1, 8, 6, 1))
    await at_home.hears(uleng, says("tugas_diminta"))


async def test_whoever_was_asked_first_hears_that_it_is_gone(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    uleng = await at_home.join("Uleng", "delegasi")
    kadir = await at_home.join("Kadir", "delegasi")
    await at_home.hold()
    await _offer(at_home, ratna, "D05", "Uleng")
    await at_home.hears(uleng, says("tugas_diminta"))
    await _offer(at_home, ratna, "D05", "Kadir")
    await at_home.hears(uleng, says("tugas_tak_jadi_diminta", judul=at_home.title("D05")))
    await at_home.hears(kadir, says("tugas_diminta"))
    assert not any(text in says("tugas_tak_jadi_diminta") for text in at_home.texts(kadir))

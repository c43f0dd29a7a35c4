"""What shows that a task was done: a photo, a file, a voice, or how many came; and who sees it."""

from typing import Any

import pytest
from sqlalchemy import text

from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Question, Reading, Refused, Took
from bot.core.kinds import hadir
from bot.simulator.chats import Person
from tests.journeys.villagers import photo, recording
from tests.support.desk import KECAMATAN
from tests.support.homes import Home, labels
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of


async def _begin(at_home: Home, person: Person, rule: str, wanted: str = "Kirim foto") -> int:
    task = await at_home.task(rule)
    await at_home.press_data(person, f"t:sudah:{task.id}", wanted)
    return int(task.id)


def _counted(text: str) -> Reading:
    """A number of people as the answer to how many women and men came."""
    return hadir.read(Ask(Question("hadir", "hadir"), {}, catalog_of().world), Typed(text, 1))


async def _proofs(at_home: Home) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await at_home.town.rows("SELECT kind, file_id, answers FROM proofs ORDER BY id")]


async def test_a_photo_shows_that_invitations_are_out_and_the_camat_sees_it(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    camat = await at_home.join("Pak Camat", "camat", KECAMATAN)
    await at_home.hold()
    task = await _begin(at_home, ratna, "D11")
    assert (await at_home.task("D11")).state == "open"
    await at_home.town.simulator.photo(ratna, photo())
    await at_home.hears(ratna, "1 foto")
    await at_home.press(ratna, words("tombol.kirim"), says("tugas_selesai"))
    assert (await at_home.task("D11")).state == "done"
    ((kind, file_id, _),) = await _proofs(at_home)
    assert (kind, bool(file_id)) == ("foto", True)
    card = await at_home.press_data(camat, f"t:lihat:{task}", "Selesai Kamis, 7 Januari 2027, Ratna")
    assert words("tombol_tugas_bukti") in labels(card)
    await at_home.town.simulator.press(camat, words("tombol_tugas_bukti"))
    seen = await at_home.town.simulator.wait_for(camat, lambda message: "photo" in message, timeout=20)
    assert seen["photo"][-1]["file_id"] == file_id


@pytest.mark.parametrize(("what", "kind"), [("voice", "suara"), ("document", "berkas")])
async def test_a_voice_or_any_file_is_a_proof_too(at_home: Home, what: str, kind: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _begin(at_home, ratna, "D20")
    if what == "voice":
        await at_home.town.simulator.voice(ratna, recording())
    else:
        await at_home.town.simulator.document(ratna, b"%PDF-1.7 daftar", "umpan_balik.pdf", "application/pdf")
    await at_home.hears(ratna, says("mesin.kiriman_disimpan"))
    await at_home.press(ratna, words("tombol.kirim"), says("tugas_selesai"))
    assert [row[0] for row in await _proofs(at_home)] == [kind]


async def test_several_files_are_one_proof_of_several_rows(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _begin(at_home, ratna, "D11")
    for number in (1, 2, 3):
        await at_home.town.simulator.photo(ratna, photo(colour=("olive", "navy", "teal")[number - 1]))
        await at_home.hears(ratna, says("mesin.kiriman_disimpan", jumlah=number))
    await at_home.press(ratna, words("tombol.kirim"), says("tugas_selesai"))
    assert [row[0] for row in await _proofs(at_home)] == ["foto"] * 3
    assert await at_home.events("D11") == ["made", "done"]


async def test_who_came_is_told_in_plain_words(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await _begin(at_home, ratna, "D19", "berita acara")
    await at_home.town.simulator.photo(ratna, photo())
    await at_home.hears(ratna, mentions("form.bukti_berita_acara.hadir.tanya"))
    await at_home.ask(ratna, "34 perempuan, 41 laki-laki", "Kami catat begini")
    await at_home.press(ratna, words("tombol.kirim"), says("tugas_selesai"))
    assert [kind for kind, *_ in await _proofs(at_home)] == ["berita_acara"]
    assert await at_home.town.rows("SELECT women, men FROM attendance") == [(34, 41)]
    await at_home.press_data(ratna, f"t:bukti:{task}", "34 perempuan, 41 laki-laki")


@pytest.mark.parametrize("told", ["34 ibu 41 bapak", "34 Ibu dan 41 Bapak", "41 laki-laki, 34ibu"])
def test_they_may_be_called_ibu_and_bapak(told: str) -> None:
    assert _counted(told) == Took({"women": 34, "men": 41, "elements": {}})


@pytest.mark.parametrize("told", ["75 bapak ibu", "75 ibu/bapak", "34 ibu hamil, 41 bapak", "41 laki-laki, Bapak"])
def test_what_may_mean_somebody_else_is_asked_again(told: str) -> None:
    assert isinstance(_counted(told), Refused)


async def test_who_stops_in_the_middle_is_told_that_nothing_changed(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _begin(at_home, ratna, "D11")
    told = await at_home.press(ratna, words("tombol.batal"), says("mesin.dibatalkan"))
    assert "bercerita" not in told["text"]
    assert (await at_home.task("D11")).state == "open"


async def test_typed_words_are_not_a_photo(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _begin(at_home, ratna, "D11")
    await at_home.ask(ratna, "sudah saya bagikan", mentions("mesin.butuh_kiriman"))
    assert (await at_home.task("D11")).state == "open"


async def test_what_is_another_paper_is_no_proof_and_what_else_is_to_be_sent_is_no_yes(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _begin(at_home, ratna, "D11")
    await at_home.town.simulator.photo(ratna, photo(), "ini berita acaranya yg sudah ditandatangani pak kades")
    await at_home.hears(ratna, mentions("isian_disisihkan"))
    await at_home.town.simulator.photo(ratna, photo(), "undangan yg sudah dibagi")
    await at_home.hears(ratna, "1 foto")
    await at_home.ask(ratna, "kirim semua usulan desa saya jadi excel", says("tabel_kosong", wilayah=""))
    assert (await at_home.task("D11")).state == "open"
    await at_home.press(ratna, words("tombol.kirim"), says("tugas_selesai"))
    assert len(await _proofs(at_home)) == 1


async def test_without_a_proof_a_reason_is_asked_and_kept(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await _begin(at_home, ratna, "D11")
    await at_home.press(ratna, words("tombol_tugas_tanpa"), mentions("form.tanpa_bukti.sebab.tanya"))
    assert (await at_home.task("D11")).state == "open"
    await at_home.ask(ratna, "HP rusak waktu dibagikan.", says("tugas_selesai"))
    found = await at_home.task("D11")
    assert (found.state, found.why) == ("done", "HP rusak waktu dibagikan.")
    assert await _proofs(at_home) == []
    await at_home.town.until("SELECT count(*) FROM conversations", 0)
    await at_home.press_data(
        ratna, f"t:lihat:{task}", says("tugas_kartu", sebab="HP rusak waktu dibagikan.", keadaan="done")
    )


async def test_a_proof_of_what_another_finished_meanwhile_is_said_so(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    amir = await at_home.join("Pak Amir", "fasilitator_kecamatan", KECAMATAN)
    await at_home.hold()
    task = await _begin(at_home, ratna, "D11")
    await _begin(at_home, amir, "D11")
    for person, wanted in ((ratna, says("tugas_selesai")), (amir, says("tugas_sudah_selesai"))):
        await at_home.town.simulator.photo(person, photo())
        await at_home.hears(person, "1 foto")
        await at_home.press(person, words("tombol.kirim"), wanted)
    assert task
    assert await at_home.events("D11") == ["made", "done"]
    assert (await at_home.task("D11")).closed_by == await at_home.id_of(ratna)


async def test_an_input_that_comes_lets_tasks_begin_and_their_owners_hear_of_it(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    office = await at_home.join("Petugas", "bappeda", "73.16")
    await at_home.hold()
    await at_home.hold("sipd_buka", "73.16")
    waiting = await at_home.task("D21")
    assert waiting.state == "waiting"
    for key in at_home.office.catalog.calendar.rules["D21"].inputs:
        owed = await at_home.task(key)
        await at_home.press_data(office, f"t:sudah:{owed.id}", says("tugas_selesai"))
    assert (await at_home.task("D21")).state == "open"
    (notice,) = await at_home.town.rows("SELECT * FROM notices WHERE kind = 'tugas_mulai'")
    assert notice.person_id == await at_home.id_of(ratna)
    assert str(notice.due_at).startswith("2027-01-07 23:30")  # tomorrow's list, not a message of its own


async def test_the_wrong_button_can_be_taken_back(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    before = await at_home.task("D13")
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.press_data(ratna, f"t:sudah:{before.id}", says("tugas_selesai"))
    await at_home.press_data(ratna, f"t:lihat:{before.id}", says("tugas_kartu", keadaan="done"))
    await at_home.press(ratna, words("tombol_tugas_buka_lagi"), says("tugas_kartu"))
    again = await at_home.task("D13")
    assert (again.state, again.due_on, again.closed_at, again.ends_at) == ("open", before.due_on, None, before.ends_at)
    assert (again.remind_at, again.climb_at) == (before.remind_at, before.climb_at)
    assert await at_home.events("D13") == ["made", "done", "reopened"]
    await at_home.ask(ratna, "/tugas", at_home.title("D13"))


async def test_what_was_called_off_cannot_be_opened_again(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.press_data(ratna, f"t:sudah:{task.id}", says("tugas_selesai"))
    async with at_home.town.database.write() as connection:
        await connection.execute(text("UPDATE occasions SET cancelled_at = made_at"))
    await at_home.press_data(ratna, f"t:buka_lagi:{task.id}", says("tugas_kartu", keadaan="done"))
    assert (await at_home.task("D13")).state == "done"

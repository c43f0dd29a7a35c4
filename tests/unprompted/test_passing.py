"""A form that was left alone takes only what belongs to it; what else is said goes its own way, and it is offered
again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.core.listening.acts import Ear
from bot.core.listening.shapes import Acts, Situation
from bot.simulator.chats import Person
from tests.support.client import labels
from tests.support.desk import local
from tests.support.homes import THURSDAY, Home
from tests.support.sentences import Said, says, words

_LATER = THURSDAY + timedelta(hours=3)


async def _with_a_form_left_alone(at_home: Home) -> Person:
    """She began to say when she wants to be reminded, and something else was said since."""
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.press_data(ratna, f"t:tanggal:{task.id}", says("form.ingatkan.hari.tanya"))
    await at_home.move_clock(_LATER)
    return ratna


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("apa tugas saya", says("tugas_daftar_saya")),
        ("siapa yang belum siap", says("kesiapan_desa")),
        ("mau belajar sekarang", says("belajar")),
        ("jadwal", says("jadwal_daftar")),
        ("tugas", says("tugas_daftar_saya")),
        ("sudah selesai tugasnya", says("tugas_yang_mana_selesai")),
    ],
)
async def test_work_goes_first_and_the_form_is_offered_again_once(at_home: Home, typed: str, said: Said) -> None:
    ratna = await _with_a_form_left_alone(at_home)
    await at_home.ask(ratna, typed, said)
    offered = await at_home.hears(ratna, says("isian_disisihkan"))
    await at_home.ask(ratna, typed, said)
    assert sum(text in says("isian_disisihkan") for text in at_home.texts(ratna)) == 1
    assert labels(offered) == [words("tombol_lanjutkan_tadi")]
    await at_home.press(ratna, words("tombol_lanjutkan_tadi"), says("form.ingatkan.hari.tanya"))
    await at_home.ask(ratna, "lusa", says("tugas_diingatkan"))


async def test_its_answer_is_heard_however_late(anywhere: Home) -> None:
    ratna = await _with_a_form_left_alone(anywhere)
    await anywhere.ask(ratna, "lusa", says("tugas_diingatkan"))


async def test_while_it_is_being_filled_in_it_hears_everything(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.press_data(ratna, f"t:bantu:{(await at_home.task('D13')).id}", says("form.bantu_tugas.perlu.tanya"))
    await at_home.ask(ratna, "siapa yang belum siap", says("tugas_minta_bantu"))


async def test_sudah_means_the_newest_reminder_and_no_older_form(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    older = await at_home.task("D11")
    await at_home.press_data(ratna, f"t:sudah:{older.id}", says("tugas_minta_bukti"))
    await at_home.move_clock(local(1, 8, 7, 31))
    await at_home.town.until("SELECT count(*) > 0 FROM task_events WHERE kind = 'named'", True)
    rule = (
        await at_home.town.rows(
            "SELECT t.rule FROM task_events e JOIN tasks t ON t.id = e.task_id WHERE e.kind = 'named'"
        )
    )[0][0]
    await at_home.hears(ratna, lambda message: words("tombol_tugas_bantu") in labels(message))
    await at_home.ask(ratna, "sudah", lambda message: at_home.title(rule) in str(message.get("text", "")))
    assert (await at_home.task("D11")).state == "open" or rule == "D11"


async def test_a_day_that_was_asked_for_is_not_asked_for_once_a_button_told_it(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "stop kirim pelajaran", says("belajar_jeda_dicatat"))
    await at_home.press(ratna, words("tombol_belajar_tanggal"), says("form.jeda.sampai.tanya"))
    await at_home.press(ratna, words("tombol_belajar_jeda_hari", hari=14), says("belajar_jeda_dicatat"))
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


async def test_a_task_that_was_put_off_by_a_button_is_asked_about_no_more(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.press_data(ratna, f"t:tanggal:{task.id}", says("form.ingatkan.hari.tanya"))
    await at_home.press_data(ratna, f"t:besok:{task.id}", says("tugas_diingatkan"))
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


#: A savepoint, and a look at what was said last.
_DEAR = ("SAVEPOINT", "SELECT outbox.message_id, outbox.params")


@contextmanager
def _statements() -> Iterator[list[str]]:
    """All that is asked of the database meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_what_was_said_last_is_looked_up_once_and_words_are_heard_once(
    at_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    ratna = await _with_a_form_left_alone(at_home)
    heard: list[tuple[str, str]] = []
    hear = Ear.hear

    def listen(ear: Ear, text: str, situation: Situation) -> Acts:
        heard.append((text, situation))
        return hear(ear, text, situation)

    monkeypatch.setattr(Ear, "hear", listen)
    with _statements() as asked:
        await at_home.ask(ratna, "sudah", says("tugas_yang_mana_selesai"))
    assert len([one for one in asked if one.startswith("SELECT outbox.message_id, outbox.params")]) == 1
    assert len(heard) == len(set(heard))


async def test_the_words_of_who_only_brings_usulan_cost_no_statement_of_their_own(at_home: Home) -> None:
    sitti = at_home.telegram.add_person("Sitti")
    await at_home.start_chat(sitti, says("izin"))
    await at_home.press(sitti, words("tombol_setuju"), "kecamatan")
    await at_home.ask(sitti, "/batal", says("draf_dibatalkan"))
    with _statements() as asked:
        await at_home.ask(sitti, "pesan biasa", says("belum_ada_percakapan"))
    assert [one for one in asked if "FROM clarifications JOIN" in one or one.startswith(_DEAR)] == []


async def test_a_sentence_is_no_proof_and_goes_its_own_way(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "undangan dengan nama sudah selesai", says("form.bukti.kiriman.tanya"))
    typed = "rapatnya mundur seminggu, hari itu ada pesta adat"
    moved = await at_home.ask(ratna, typed, says("jadwal_pindahkah", alasan="hari itu ada pesta adat"))
    assert "Kamis, 21 Januari 2027" in moved["text"]

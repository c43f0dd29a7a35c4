"""After somebody is forgotten nothing of them is found anywhere; what they asked for stays, as that of a warga."""

import asyncio
import json
import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, select, text

from bot.simulator.chats import Person
from bot.store import tables
from bot.store.people import erasure_rules
from bot.work.access import FASILITATOR_DESA
from tests.browser.pictures import recording
from tests.people.conftest import DESA, STORY, agree, bring, finish, photo, read, tell_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

NAME = "Zulaikhah Béta"
VOICE = bytes(recording()["buffer"])


@pytest.mark.parametrize("table", sorted(tables.metadata.tables))
def test_every_table_has_a_rule_of_forgetting_and_a_reason(table: str) -> None:
    assert erasure_rules.RULES[table].reason


def _names_people(column: str) -> bool:
    return re.search(r"(^|_)(by|person_id|account_id|speaker_id|reader_id)$", column) is not None


_PERSONAL = [
    (table.name, column.name)
    for table in tables.metadata.sorted_tables
    for column in table.columns
    if _names_people(column.name) and column.name != "lease_by"
]
#: Bodies of messages are found by what they say (`last_traces`); the wish itself goes at the end.
_ELSEWHERE = {("outbox", "person_id"), ("erasures", "person_id")}


@pytest.mark.parametrize(("table", "column"), [pair for pair in _PERSONAL if pair not in _ELSEWHERE])
def test_every_column_that_names_a_person_is_in_the_rule_of_its_table(table: str, column: str) -> None:
    said = " ".join(str(statement) for statement in erasure_rules.RULES[table].statements)
    assert re.search(rf"\b{column}\b", said)


def _everything(place: Town) -> Iterator[tuple[str, str]]:
    """(where, what) of every value of every row, and of every file."""
    engine = create_engine(place.settings.async_database_url.replace("+aiosqlite", ""))
    with engine.connect() as connection:
        for table in tables.metadata.sorted_tables:
            for row in connection.execute(select(table)).mappings():
                yield from ((f"{table.name}.{name}", str(value)) for name, value in row.items())
    engine.dispose()
    for path in place.settings.media_dir.parent.rglob("*"):
        if path.is_file() and "postgres" not in str(path):
            yield f"file {path}", path.name
            yield f"file {path}", path.read_bytes().decode("latin-1")


def _found(place: Town, person: Person, *more: str) -> set[str]:
    """Where something of the person is still found."""
    spelled = (NAME, json.dumps(NAME)[1:-1], NAME.encode().decode("latin-1"), *more)
    number = re.compile(rf"(?<!\d){person.id}(?!\d)")
    return {
        where
        for where, what in _everything(place)
        if number.search(what) or any(name.lower() in what.lower() for name in spelled)
    }


async def _delete(place: Town, person: Person, button: str) -> None:
    await place.ask(person, "/dataku", says("dataku"))
    await place.press(person, words("tombol_hapus"), says("yakin_hapus"))
    await place.press(person, button, says("hapus_selesai"))
    await place.until("SELECT count(*) FROM erasures", 0)
    await place.until("SELECT count(*) FROM media WHERE outcome = 'erased'", 0)
    await asyncio.sleep(0.3)  # the log of changes is emptied after the last row


async def _live(place: Town) -> tuple[Person, Person]:
    """Somebody leaves traces wherever one can, also with her facilitator; returns both."""
    simulator = place.simulator
    sitti = simulator.add_person(NAME, "Ambo", "zulaikhah_beta")
    rahman = simulator.add_person("Rahman")
    await simulator.begin(rahman, await place.code_for(FASILITATOR_DESA, DESA))
    await simulator.wait_for(rahman, says("kode_dipakai"))
    await agree(place, sitti)
    await tell_place(place, sitti)
    await simulator.voice(sitti, VOICE)
    await simulator.wait_for(sitti, "harapkan")
    await simulator.photo(sitti, photo())
    await simulator.wait_for(sitti, "1 foto")
    await finish(place, sitti)
    await place.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 2)
    return sitti, rahman


async def _live_on(place: Town, sitti: Person, rahman: Person) -> None:
    """Read, corrected, in a group, with wrong codes, a contact, a draft left open."""
    simulator = place.simulator
    await read(place, rahman)
    await simulator.wait_for(sitti, "sudah dibaca oleh Rahman", since=0)
    group = simulator.add_group("Dusun Jambu", [sitti, rahman])
    await simulator.say(sitti, "/mulai@KawanMusrenbangBot", group)
    await simulator.wait_for(group, says("di_grup"))
    await simulator.say(sitti, "ABC3DEF4")
    await simulator.wait_for(sitti, says("kode_salah"))
    await simulator.contact(sitti, "+6281234567890", NAME, sitti.id)
    await simulator.say(sitti, "/mulai")
    await simulator.wait_for(sitti, says("mesin.masih_di"))
    await simulator.contact(rahman, "+6281234567890", NAME, sitti.id)
    await simulator.wait_until_confirmed()
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)


async def test_nothing_of_a_person_is_found_after_they_were_forgotten(
    place: Town, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    sitti, rahman = await _live(place)
    await _live_on(place, sitti, rahman)
    assert {"people.name", "people.address", "inbox.body", "outbox.params"} <= _found(place, sitti)  # it does find
    await _delete(place, sitti, words("tombol_hapus_usulan_tetap"))
    assert _found(place, sitti, "zulaikhah", "6281234567890") == set()
    assert [path for path in place.settings.media_dir.rglob("*") if path.is_file()] == []
    assert NAME not in caplog.text
    assert str(sitti.id) not in caplog.text


async def _work(place: Town) -> Person:
    """A facilitator writes wherever a facilitator can of dates and tasks, always with her name."""
    simulator = place.simulator
    sitti = simulator.add_person(NAME, "Ambo", "zulaikhah_beta")
    await simulator.begin(sitti, await place.code_for(FASILITATOR_DESA, DESA))
    await simulator.wait_for(sitti, says("kode_dipakai"))
    day = datetime.now(UTC) + timedelta(days=40)
    await simulator.say(sitti, f"/jadwal musrenbang {day:%d/%m/%y} jam 9")
    await simulator.wait_for(sitti, mentions("form.jadwal.tempat.tanya"))
    await simulator.press(sitti, words("tombol.lewati"))
    await simulator.wait_for(sitti, mentions("form.jadwal.tinjau"))
    await simulator.press(sitti, words("tombol.kirim"))
    await simulator.wait_for(sitti, says("jadwal_ditetapkan", jumlah=True))
    found = await place.rows("SELECT id FROM tasks WHERE owner_id IS NOT NULL AND state = 'open' ORDER BY rule LIMIT 3")
    acts = (
        ("bantu", "Perlu dibantu apa?", says("tugas_minta_bantu")),
        ("tak", "Kenapa tugas ini tidak perlu?", says("tugas_selesai", tak_perlu=True)),
    )
    for task, (act, asked, told) in zip(found, acts, strict=False):
        await simulator.press_data(sitti, simulator.messages(sitti)[-1]["message_id"], f"t:{act}:{task[0]}")
        await simulator.wait_for(sitti, asked)
        await simulator.say(sitti, f"Karena {NAME} harus ke kecamatan.")
        await simulator.wait_for(sitti, told)
    return sitti


async def _call_off(place: Town, sitti: Person) -> None:
    """The date that she set, with a reason."""
    simulator = place.simulator
    await simulator.say(sitti, "/jadwal")
    shown = await simulator.wait_for(sitti, says("jadwal_daftar", acara=True))
    await simulator.press(sitti, shown["reply_markup"]["inline_keyboard"][0][0]["text"])
    await simulator.wait_for(sitti, "Desa Pattondon Salu")
    await simulator.press(sitti, words("tombol_jadwal_batal"))
    await simulator.wait_for(sitti, mentions("form.jadwal_batal.alasan.tanya"))
    await simulator.say(sitti, f"Karena {NAME} sedang sakit.")
    await simulator.wait_for(sitti, says("jadwal_batalkah"))
    await simulator.press(sitti, words("tombol_jadwal_batalkan"))
    await simulator.wait_for(sitti, says("jadwal_dibatalkan"))
    await simulator.wait_until_confirmed()


@pytest.mark.parametrize("calls_off", [False, True])
async def test_nothing_of_a_facilitator_is_found_in_dates_and_tasks(place: Town, calls_off: bool) -> None:
    sitti = await _work(place)
    if calls_off:
        await _call_off(place, sitti)
        assert {"occasions.cancelled_why", "occasion_events.detail", "task_events.detail"} <= _found(place, sitti)
    else:
        assert {"tasks.why", "task_events.detail"} <= _found(place, sitti)
    await _delete(place, sitti, words("tombol_ya_hapus"))
    assert _found(place, sitti, "zulaikhah") == set()


async def test_what_a_facilitator_left_is_offered_to_others(place: Town) -> None:
    """Also where all reminders have been: or else nobody would ever hear of it again."""
    sitti = await _work(place)
    async with place.database.write() as connection:
        await connection.execute(text("UPDATE tasks SET remind_at = NULL"))
    await _delete(place, sitti, words("tombol_ya_hapus"))
    assert await place.rows("SELECT rule FROM tasks WHERE state = 'open' AND remind_at IS NULL") == []


async def test_the_usulan_remains_as_one_of_a_warga(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person(NAME)
    await bring(place, sitti)
    await _delete(place, sitti, words("tombol_hapus_usulan_tetap"))
    row = (await place.rows("SELECT person_id, answers, status FROM usulan"))[0]
    answers = json.loads(row[1])
    assert (row[0], row[2]) == (None, "tercatat")
    assert answers["cerita"] == {"text": STORY}
    assert answers["desa"]["code"] == DESA
    assert await place.rows("SELECT name FROM people") == []


async def test_the_words_go_too_when_that_is_the_wish(place: Town) -> None:
    sitti = place.simulator.add_person(NAME)
    await bring(place, sitti)
    await place.until("SELECT count(*) FROM usulan_words WHERE word = 'jauh'", 1)
    await _delete(place, sitti, words("tombol_hapus_semua"))
    row = (await place.rows("SELECT person_id, answers, status FROM usulan"))[0]
    assert (row[0], row[2]) == (None, "ditarik")
    assert set(json.loads(row[1])) == {"kecamatan", "desa", "dusun"}
    await place.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    assert not [row for row in await place.rows("SELECT word FROM usulan_words") if row[0] in STORY.lower()]


async def test_the_words_go_from_the_letters_in_which_others_read_them(place: Town) -> None:
    rahman, sitti = (
        await place.join("Rahman", FASILITATOR_DESA, DESA),
        place.simulator.add_person("Ai"),
    )  # in every message
    await bring(place, sitti)
    await read(place, rahman)
    begun = STORY[:20]
    bodies = "SELECT count(*) FROM {} WHERE {} LIKE :told"
    tables = (("outbox", "params"), ("inbox", "body"))
    assert all([(await place.rows(bodies.format(*one), told=f"%{begun}%"))[0][0] for one in tables])
    await _delete(place, sitti, words("tombol_hapus_semua"))
    await place.until("SELECT count(*) FROM erasures", 0)
    assert not any([(await place.rows(bodies.format(*one), told=f"%{begun}%"))[0][0] for one in tables])


async def test_an_usulan_of_a_forgotten_person_is_still_read_and_nobody_is_told(place: Town) -> None:
    sitti, rahman = await _live(place)
    await _delete(place, sitti, words("tombol_hapus_usulan_tetap"))
    said = len(place.simulator.said(sitti))
    await read(place, rahman)
    assert len(place.simulator.said(sitti)) == said


async def test_a_facilitator_who_is_forgotten_leaves_no_name_at_the_usulan_they_read(place: Town) -> None:
    sitti, rahman = await _live(place)
    await _live_on(place, sitti, rahman)
    await _delete(place, rahman, words("tombol_ya_hapus"))
    assert await place.rows("SELECT read_by FROM usulan") == [(None,)]
    assert [row for row in await place.rows("SELECT detail FROM events") if row[0] and "Rahman" in row[0]] == []
    assert await place.rows("SELECT * FROM grants") == []
    assert [row[0] for row in await place.rows("SELECT name FROM people")] == [NAME]


async def test_a_wish_that_a_crash_interrupted_is_fulfilled_after_the_next_start(place: Town) -> None:
    sitti, _ = await _live(place)
    await place.ask(sitti, "/dataku", says("dataku"))
    await place.press(sitti, words("tombol_hapus"), says("yakin_hapus"))
    place.simulator.add_fault("500", chat=sitti)  # the farewell does not leave
    await place.simulator.press(sitti, words("tombol_hapus_usulan_tetap"))
    await place.until("SELECT count(*) FROM erasures WHERE erased_at IS NOT NULL", 1)
    await place.stop()
    place.simulator.clear_faults()
    await place.start()
    await place.until("SELECT count(*) FROM erasures", 0, seconds=20)
    await place.until("SELECT count(*) FROM media", 0)
    assert _found(place, sitti) == set()


async def test_what_is_forgotten_cannot_be_read_in_the_file_itself(place: Town, tmp_path: Path) -> None:
    sitti = place.simulator.add_person(NAME)
    await bring(place, sitti)
    await _delete(place, sitti, words("tombol_hapus_semua"))
    raw = b"".join(path.read_bytes() for path in tmp_path.glob("kawan.db*"))
    spelled: list[Any] = [NAME.encode(), json.dumps(NAME)[1:-1].encode(), STORY.encode(), str(sitti.id).encode()]
    assert [one for one in spelled if one in raw] == []

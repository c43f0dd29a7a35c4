"""What a new journey takes: one form, one capability beside it, one line in the table of contents."""

import asyncio
import shutil
from pathlib import Path

import pytest

from bot import app
from bot.catalog import load
from bot.core.flow.interpreter import record
from bot.core.forms.questions import Flow
from bot.core.forms.state import State
from bot.store.turn import Turn, look_up, write
from bot.work import conversation
from bot.work.journeys import JOURNEYS, Homeless
from bot.work.visit import Journey, Visit
from tests.support.sentences import mentions, words
from tests.support.town import CONTENT, Town, town

FORM = """
judul = "Ronda"
tinjau = "Begini catatannya."

[[pertanyaan]]
kunci = "hari"
jenis = "teks"
judul = "Hari"
teks = "Ronda hari apa?"
bantuan = "Sebutkan saja."

[[pertanyaan]]
kunci = "orang"
jenis = "angka"
judul = "Orang"
teks = "Berapa orang?"
bantuan = "Sebutkan saja."

[[pertanyaan]]
kunci = "pos"
jenis = "teks"
judul = "Pos"
teks = "Di pos mana?"
bantuan = "Sebutkan saja."
"""


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    told = record(flow, state)
    visit.send(f"Ronda {told['hari']['text']}: {told['orang']} orang di {told['pos']['text']}.")


RONDA = Journey("ronda", finish)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content with one form more."""
    folder = shutil.copytree(CONTENT, tmp_path / "isi")
    (folder / "formulir/ronda.toml").write_text(FORM, encoding="utf-8")
    return folder


async def _begin(place: Town, address: int) -> None:
    """What a command of its own would do."""
    now = place.simulator.stage.clock.now()
    async with place.database.write() as connection:
        known = await look_up(connection, "telegram", [address], now)
        turn = Turn(connection, now, 0.0, address, 1, known.people[address])
        catalog = load(Path(place.settings.content_dir), place.settings.kabupaten)
        conversation.start(Visit(turn, app.office_of(place.settings, catalog), JOURNEYS), RONDA)
        await write(connection, [turn])


async def test_three_questions_and_a_finish(
    sqlite_url: str, tmp_path: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(JOURNEYS, RONDA.form, RONDA)
    async with town(sqlite_url, tmp_path, started=False, content_dir=content) as place:
        stopping = asyncio.Event()
        running = asyncio.create_task(app.run(place.settings, load(content, "73.16"), stopping))
        person = place.simulator.add_person("Ambo")
        await place.simulator.begin(person)
        await place.simulator.wait_for(person, mentions("izin"))
        await _begin(place, person.id)
        for answer, said in (("malam Jumat", "Berapa orang"), ("6", "pos mana"), ("dekat masjid", "Begini catatannya")):
            await place.simulator.say(person, answer)
            await place.simulator.wait_for(person, said)
        await place.simulator.press(person, words("tombol.kirim"))
        await place.simulator.wait_for(person, "Ronda malam Jumat: 6 orang di dekat masjid.")
        stopping.set()
        await running


async def test_without_its_line_the_bot_does_not_start(sqlite_url: str, tmp_path: Path, content: Path) -> None:
    async with town(sqlite_url, tmp_path, started=False, content_dir=content) as place:
        with pytest.raises(Homeless, match="ronda"):
            await app.run(place.settings, load(content, "73.16"), asyncio.Event())

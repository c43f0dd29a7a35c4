"""What was asked is one's own: taken along, erased to the last letter, and gone when its time is over."""

from datetime import timedelta

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from bot.work.people import retention
from bot.work.round import Round
from tests.answering.conftest import Counter, Village
from tests.support.desk import DESA
from tests.support.sentences import says, words

WORDS = "Apakah jalan ke kebun sudah pernah diukur petugas?"


async def _asked_and_opened(village: Village) -> Person:
    """Sitti, who has asked, and Rahman has read it."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", WORDS)
    await village.hears(sitti, says("tanya_lain"))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, words("tombol_pertanyaan", jumlah=1), says("pertanyaan_daftar"))
    await village.press(rahman, words("tombol_pertanyaan_buka", ke=1), says("pertanyaan_satu"))
    return sitti


async def test_nothing_of_a_question_is_left_when_its_asker_is_forgotten(either_village: Village) -> None:
    village = either_village
    sitti = await _asked_and_opened(village)
    await village.ask(sitti, "/dataku", says("dataku"))
    await village.press(sitti, words("tombol_hapus"), says("yakin_hapus"))
    await village.press(sitti, words("tombol_hapus_usulan_tetap"), says("hapus_selesai"))
    await village.town.until("SELECT count(*) FROM erasures", 0)
    assert await village.town.rows("SELECT * FROM questions") == []
    assert await village.town.rows("SELECT id FROM outbox WHERE params LIKE '%pernah diukur%'") == []


async def test_it_is_in_ones_own_copy(village: Village) -> None:
    sitti = await _asked_and_opened(village)
    await village.ask(sitti, "/dataku", says("dataku"))
    await village.press(sitti, words("tombol_unduh"), says("unduhan_dikirim"))
    wanted = "data-saya.json"
    sent = await village.hears(sitti, lambda message: message.get("document", {}).get("file_name") == wanted)
    assert WORDS in village.telegram.file(sent["document"]["file_id"]).decode()


async def test_it_goes_when_its_time_is_over_and_not_a_second_earlier(either_counter: Counter) -> None:
    counter, asked_at = either_counter, either_counter.at
    await counter.join("Rahman")
    await counter.ask(await counter.warga(place=DESA), "tanya_lain", WORDS)
    for late, left in ((timedelta(), 1), (timedelta(seconds=1), 0)):
        days = timedelta(days=counter.office.catalog.retention.questions)
        async with counter.database.write() as connection:
            await retention.let_go(Round(connection, counter.office, asked_at + days + late, 0.0))
        assert len(await counter.rows("SELECT * FROM questions")) == left

"""Whoever is erased is gone from the messages of those, too, who wrote their words down."""

from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HOPE, STORY, Village
from tests.reading.test_titip import titip
from tests.support.sentences import mentions, words


async def test_words_of_an_erased_person_leave_the_inbox_of_who_typed_them(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    code = await titip(village, rahman)
    rabi = village.town.simulator.add_person("Rabi")
    await village.ask(rabi, code, mentions("izin"))
    await village.press(rabi, words("tombol_setuju"), mentions("titip_diambil"))
    await village.ask(rabi, "/dataku", "Data Bapak/Ibu")
    await village.press(rabi, words("tombol_hapus"), mentions("yakin_hapus"))
    await village.press(rabi, words("tombol_hapus_semua"), mentions("hapus_selesai"))
    await village.town.until("SELECT count(*) FROM people WHERE name = 'Rabi'", 0)
    await village.town.until("SELECT count(*) FROM erasures", 0, seconds=30)
    kept = [row[0] for row in await village.town.rows("SELECT body FROM inbox UNION ALL SELECT params FROM outbox")]
    assert any("/titip" in body for body in kept)  # what is nobody's stays
    assert not any(words in body for body in kept for words in (STORY, HOPE, "Nenek Rabi"))

"""A file that is not taken: that is said at once, and its words are asked for; what only speaks of it is no story."""

import pytest

from tests.support.sentences import mentions, says, words
from tests.support.town import Town


@pytest.mark.parametrize("more", ["tidak bisa foto, banyak halamannya 12", ""])
async def test_it_is_said_at_once_and_its_words_are_asked_for(place: Town, more: str) -> None:
    anton = place.simulator.add_person("Anton")
    await place.simulator.document(anton, b"%PDF-1.4", "surat.pdf", caption="proposal kelompok tani, tlg diproses")
    await place.simulator.wait_for(anton, mentions("kata_pertama_berkas"))
    if more:
        await place.ask(anton, more, "")
    told = await place.press(anton, words("tombol_setuju"), mentions("kata_pertama_dipakai", berkas=True, ada=False))
    assert "proposal" not in told["text"]
    assert "halaman" not in str(await place.rows("SELECT state FROM conversations"))


async def test_what_is_told_below_it_stays(place: Town) -> None:
    anton = place.simulator.add_person("Anton")
    await place.simulator.document(anton, b"%PDF-1.4", "surat.pdf", caption="irigasi sawah kami jebol, sawah kering")
    await place.simulator.wait_for(anton, mentions("kata_pertama_berkas"))
    told = await place.press(anton, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert "irigasi" in told["text"]

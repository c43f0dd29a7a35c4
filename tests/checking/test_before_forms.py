"""What was seen on the spot goes to its check, whatever form is open, and stands in none of its answers."""

import pytest

from tests.checking.looking import Looking
from tests.support.client import words_of
from tests.support.sentences import mentions, says

_CHECKS, _READ = "SELECT id FROM field_checks", "SELECT count(*) FROM usulan WHERE read_at IS NOT NULL"
SEEN = (
    "Maiwa 1, hari ini saya ke lokasi. jalan rusak benar, panjang 210 meter lebar 3 meter, yang kena 45 KK",
    "Maiwa 1 sudah saya cek juga, talinya putus dua, panjang 210 meter, pakai meteran, saksinya Ibu Rosmini kader",
    "sdh ka ke lokasi maiwa 1, panjangnya 210 meter pk meteran, saksi pak Tato",
)


@pytest.mark.parametrize("cancels", [False, True])
@pytest.mark.parametrize("typed", SEEN)
async def test_it_is_no_story_and_no_answer_whether_to_cancel(quick: Looking, typed: str, *, cancels: bool) -> None:
    await quick.ask(quick.amir, "mau sampaikan usulan untuk orang lain", lambda message: True)
    await quick.ask(quick.amir, "/titip", lambda message: True)
    if cancels:
        await quick.ask(quick.amir, "batal", lambda message: True)
    await quick.ask(quick.amir, typed, mentions("uji_tercatat"))
    assert len(await quick.town.rows(_CHECKS)) == 1
    assert (await quick.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "210"
    await quick.town.until(_READ, 1)


async def test_two_in_one_message_each_into_its_own(quick: Looking) -> None:
    await quick.bring("Nur", "Maiwa 2")
    told = "Maiwa 1 dan Maiwa 2 juga sudah saya cek: Maiwa 1 pipa putus 80 meter, 45 rumah kena. Maiwa 2 jebol 55 meter"
    await quick.ask(quick.amir, told, says("uji_tercatat", nomor="Maiwa 2"))
    notes = await quick.town.rows("SELECT value FROM check_findings WHERE item = 'catatan'")
    assert "pipa putus" in "".join(row[0] for row in notes)
    assert len(await quick.town.rows(_CHECKS)) == 2


@pytest.mark.parametrize("typed", ["nanti saja", "buka maiwa 2", "maiwa 1 sudah dibaca, sudah jelas"])
async def test_an_open_check_lets_other_errands_pass(quick: Looking, typed: str) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.ask(quick.amir, SEEN[0], mentions("uji_tercatat"))
    await quick.ask(quick.amir, typed, says("isian_disisihkan"))


@pytest.mark.parametrize("typed", ["maiwa 1 bagus sekali", "umumkan: maiwa 1 sudah dicek, panjangnya 210 meter"])
async def test_what_tells_of_no_look_opens_none(quick: Looking, typed: str) -> None:
    await quick.ask(quick.amir, "/titip", lambda message: True)
    await quick.ask(quick.amir, typed, lambda message: bool(words_of(message)))
    assert await quick.town.rows(_CHECKS) == []

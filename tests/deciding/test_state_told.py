"""Where an usulan stands, said by its number; and under a photo."""

import pytest

from tests.deciding.asking import Asking
from tests.journeys.villagers import photo
from tests.support.client import words_of
from tests.support.sentences import says, words


@pytest.mark.parametrize(
    "typed", ["maiwa 1 sudah selesai dikerjakan", "jembatan maiwa 1 sudah jadi pak", "maiwa 1/27 rampung"]
)
async def test_that_it_is_done_is_shown_before_it_is_told(quick: Asking, typed: str) -> None:
    await quick.open()
    await quick.ask(quick.rahman, typed, says("keadaan_siapa_memutuskan"))
    shown = await quick.press(quick.rahman, words("pemutus.kantor_desa"), says("keadaan_periksa"))
    assert "Maiwa 1" in words_of(shown)
    await quick.press(quick.rahman, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert [("selesai",)] == await quick.town.rows("SELECT state FROM usulan")


@pytest.mark.parametrize(
    "typed", ["maiwa 1 belum selesai", "kapan maiwa 1 selesai dikerjakan", "maiwa 1 sudah selesai kubaca"]
)
async def test_what_is_asked_or_denied_is_no_state(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, bool)
    assert not any(text in says("keadaan_siapa_memutuskan") for text in quick.texts(quick.rahman))


async def test_a_photo_that_nobody_awaits_waits_until_the_work_is_said_to_be_done(quick: Asking) -> None:
    await quick.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await quick.ask(quick.rahman, "pasar sudah dibangun, ini fotonya", says("keadaan_foto_mana", nomor=""))
    await quick.ask(quick.rahman, "bak di tengah jambu sudah dibangun, ini fotonya", says("keadaan_siapa_memutuskan"))
    await quick.hears(quick.rahman, says("keadaan_foto_mana", nomor="Maiwa 1"))
    await quick.town.simulator.photo(quick.rahman, photo(colour="navy"), caption="bak di tengah jambu sudah jadi")
    await quick.hears(quick.rahman, says("keadaan_foto_disimpan"))
    assert await quick.town.rows("SELECT state FROM after_photos WHERE media_id IS NOT NULL") == [("closed",)]
    await quick.press(quick.rahman, words("pemutus.kantor_desa"), says("keadaan_periksa"))
    await quick.press(quick.rahman, words("tombol_sahkan"), says("keadaan_dicatat"))
    await quick.town.until("SELECT state FROM after_photos", "shown")
    assert quick.texts(quick.sitti)


async def test_a_child_who_asks_for_their_mothers_is_told_how(quick: Asking) -> None:
    for typed in (
        "sy anaknya ibu Hawa, bagaimana usulan ibu?",
        "tabe mau tanya usulannya mamaku, bu hawa di jambu, air bersih",
        "bukan usulan baru, mau tau sampai di mana punya mama",
    ):
        await quick.ask(quick.sitti, typed, says("usulan_keluarga", pembaca=["Rahman"]))
    assert await quick.town.rows("SELECT flow FROM conversations") == []
    assert not any(text in says("tanya_status") for text in quick.texts(quick.sitti))

"""Where an usulan stands, said by its number; and under a photo."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_DESA
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


async def _refused(quick: Asking) -> Person:
    dahlia = await quick.join("Dahlia", BAPPEDA, "73.16")
    await quick.ask(dahlia, "Maiwa 1 ditolak, bukan kewenangan kabupaten", says("keadaan_siapa_memutuskan"))
    await quick.press(dahlia, words("pemutus.bappeda", bappeda="Bappeda Kabupaten Enrekang"), says("keadaan_periksa"))
    await quick.press(dahlia, words("tombol_sahkan"), says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar", dulu=""))
    return dahlia


@pytest.mark.parametrize(
    "typed",
    [
        "Maiwa 1 itu sebenarnya cadangan, bukan ditolak",
        "eh Maiwa 1 tdk ditolak pak, cuma cadangan",
        "maaf keliru baca, Maiwa 1 masuk cadangan",
    ],
)
async def test_a_state_that_is_denied_gives_way_to_the_other_and_the_letter_puts_it_right(
    quick: Asking, typed: str
) -> None:
    dahlia = await _refused(quick)
    await quick.ask(dahlia, typed, says("keadaan_siapa_memutuskan"))
    await quick.press(dahlia, words("pemutus.bappeda", bappeda="Bappeda Kabupaten Enrekang"), says("keadaan_periksa"))
    await quick.press(dahlia, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert await quick.town.rows("SELECT state FROM usulan") == [("cadangan",)]
    await quick.hears(quick.sitti, says("keadaan_kabar", dulu=words("keadaan.ditolak.nama")))


async def test_what_it_is_instead_is_chosen_where_no_state_is_called_so(quick: Asking) -> None:
    dahlia = await _refused(quick)
    await quick.ask(dahlia, "Maiwa 1 bukan ditolak, ditunda", says("keadaan_jadi_apa"))
    assert await quick.town.rows("SELECT state FROM usulan") == [("ditolak",)]


async def test_a_step_onwards_puts_nothing_right(quick: Asking) -> None:
    for typed in ("Maiwa 1 sudah disepakati musdus kemarin", "Maiwa 1 disepakati musdes"):
        await quick.ask(quick.rahman, typed, lambda message: bool(words_of(message)))
        if words_of(quick.telegram.messages(quick.rahman)[-1]) in says("keadaan_siapa_memutuskan"):
            await quick.press(quick.rahman, words("pemutus.musdes"), says("keadaan_periksa"))
        await quick.press(quick.rahman, words("tombol_sahkan"), says("keadaan_dicatat"))
    assert await quick.town.rows("SELECT state FROM usulan") == [("musdes",)]
    assert not any("tidak berlaku lagi" in text for text in quick.texts(quick.sitti))


async def test_several_that_are_each_named_in_full_are_read(quick: Asking) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.ask(quick.rahman, "Maiwa 1 dan Maiwa 2 sudah saya baca", lambda message: bool(words_of(message)))
    assert [row[0] is not None for row in await quick.town.rows("SELECT read_at FROM usulan")] == [True, True]


async def test_all_is_handed_over_to_who_is_named(quick: Asking) -> None:
    await quick.join("Rahmi", FASILITATOR_DESA)
    await quick.ask(
        quick.rahman, "tolong Rahmi gantikan saya semua", says("ingatan_desa", nama="Rahman", kepada="Rahmi")
    )

"""What somebody without a telephone says is brought by whoever asked them; who asks has not read."""

import pytest

from bot.simulator.protocol import Json
from bot.store.tables import usulan
from tests.deciding.asking import Asking
from tests.reading.test_titip import titip
from tests.support.client import words_of
from tests.support.sentences import says, words


async def _asked_of(place: Asking) -> Json:
    """Nenek Rabi has no telephone, and Rahman is to ask her."""
    await titip(place, place.rahman)
    await place.ask(place.rahman, "tanya maiwa 2 berapa dalam sumurnya", says("klarifikasi_kepada"))
    return await place.press(
        place.rahman, words("klarifikasi_tombol_kirim"), says("klarifikasi_langsung", nomor="Maiwa 2")
    )


async def _answer(place: Asking) -> list[tuple[str, str | None]]:
    return [tuple(row) for row in await place.town.rows("SELECT state, answer FROM clarifications")]


@pytest.mark.parametrize("typed", ["kata Nenek Rabi dalamnya 8 meter saja", "nenek rabi bilang dalamnya 8 meter saja"])
async def test_what_they_said_is_their_answer(quick: Asking, typed: str) -> None:
    await _asked_of(quick)
    await quick.ask(quick.rahman, typed, says("klarifikasi_dicatat", nomor="Maiwa 2"))
    assert await _answer(quick) == [("answered", "dalamnya 8 meter saja")]


async def test_a_reply_to_what_is_to_be_asked_is_their_answer(quick: Asking) -> None:
    asked = await _asked_of(quick)
    await quick.telegram.say(quick.rahman, "dalamnya 8 meter saja", reply_to=asked["message_id"])
    await quick.hears(quick.rahman, says("klarifikasi_dicatat", nomor="Maiwa 2"))
    assert await _answer(quick) == [("answered", "dalamnya 8 meter saja")]


async def test_who_asks_has_not_read(quick: Asking) -> None:
    await _asked_of(quick)
    assert [(None,)] == await quick.town.rows("SELECT read_at FROM usulan WHERE serial = 2")
    shown = await quick.ask(quick.rahman, "siapa yang harus kudatangi", says("periksa_daftar_kabari"))
    assert "Maiwa 2" in words_of(shown)
    assert "berapa dalam sumurnya" in words_of(shown)  # told with whom to visit
    await quick.ask(
        quick.rahman, "sudah saya kabari nenek rabi", says("dikabari_dicatat", tanya=["berapa dalam sumurnya"])
    )
    async with quick.town.database.write() as connection:
        await connection.execute(usulan.update().values(locked_at=quick.telegram.stage.clock.now()))
    brought = words("klarifikasi_tombol_isi", judul=words("klarifikasi_tanpa_hal"))
    await quick.press(quick.rahman, brought, says("klarifikasi_pertanyaan"))
    await quick.ask(quick.rahman, "8 meter", says("klarifikasi_dicatat", nomor="Maiwa 2"))

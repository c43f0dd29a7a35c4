"""A picture goes to what stands below it, and no old form that is about something else takes it."""

from datetime import timedelta

import pytest

from tests.deciding.asking import Asking
from tests.journeys.villagers import photo
from tests.support.halls import hold
from tests.support.sentences import mentions, says, words

_KEPT = "SELECT 1 FROM media WHERE question = 'uji_foto'"


async def _left_open(quick: Asking) -> None:
    """A check of Maiwa 1 is asked for how it was measured; Maiwa 2 has none."""
    await quick.bring("Hasnah", "Maiwa 2")
    await quick.ask(quick.rahman, "hasil cek lapangan maiwa 1: papan lapuk, panjang 12 meter", says("uji_diberikan"))


async def _send(quick: Asking, caption: str) -> None:
    await quick.town.simulator.photo(quick.rahman, photo(colour="navy"), caption=caption)


@pytest.mark.parametrize("caption", ["ini selokan maiwa 2 sudah bersih", "foto maiwa 2", "maiwa 2"])
async def test_below_a_check_a_photo_of_another_usulan_is_asked_about(quick: Asking, caption: str) -> None:
    await _left_open(quick)
    await _send(quick, caption)
    await quick.hears(quick.rahman, says("foto_untuk_apa", nomor="Maiwa 2"))
    assert await quick.town.rows(_KEPT) == []
    await quick.press(quick.rahman, words("uji_tombol_buka_nomor", nomor="Maiwa 2"), says("uji_siapa"))


@pytest.mark.parametrize("caption", ["ini foto maiwa 1", "papannya dari dekat", ""])
async def test_a_photo_of_this_usulan_is_of_its_check(quick: Asking, caption: str) -> None:
    await _left_open(quick)
    await _send(quick, caption)
    await quick.hears(quick.rahman, says("uji_foto_terpisah", nomor="Maiwa 1"))


@pytest.mark.parametrize("caption", ["berita acara musrenbang desa", "ini daftar hadirnya"])
async def test_below_a_check_a_paper_is_of_its_meeting(quick: Asking, caption: str) -> None:
    await _left_open(quick)
    await hold(quick.town, "musrenbang_desa", "73.16.01.2002", 1)
    await quick.town.simulator.move_clock(to=quick.town.simulator.stage.clock.now() + timedelta(hours=2))
    await _send(quick, caption)
    await quick.hears(quick.rahman, mentions("form.rapat_berita.tinjau") if "berita" in caption else bool)
    assert await quick.town.rows(_KEPT) == []
    assert not any(text in says("uji_foto_terpisah") for text in quick.texts(quick.rahman))


async def test_below_a_paper_a_photo_of_an_usulan_is_no_page(quick: Asking) -> None:
    await quick.bring("Hasnah", "Maiwa 2")
    await hold(quick.town, "musrenbang_desa", "73.16.01.2002", 1)
    await quick.town.simulator.move_clock(to=quick.town.simulator.stage.clock.now() + timedelta(hours=2))
    await _send(quick, "berita acara musrenbang desa")
    await quick.hears(quick.rahman, mentions("form.rapat_berita.tinjau"))
    await _send(quick, "ini selokan maiwa 2 sudah bersih")
    await quick.hears(quick.rahman, says("foto_untuk_apa", nomor="Maiwa 2"))

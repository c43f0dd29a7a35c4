"""What is to be done with an usulan, said with its number: as its button."""

import pytest

from bot.simulator.story import Wanted
from tests.deciding.asking import Asking
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("buka maiwa 1", says("usulan_utuh", nomor="Maiwa 1")),
        ("tolong lihat Maiwa 1", says("usulan_utuh", nomor="Maiwa 1")),
        ("hasil maiwa 1?", says("usulan_utuh", nomor="Maiwa 1")),
        ("maiwa 1", says("usulan_utuh", nomor="Maiwa 1")),
        ("Maiwa 1 sekarang statusnya apa", says("usulan_utuh", nomor="Maiwa 1")),
        ("maiwa 1 isinya apa pak", says("usulan_utuh", nomor="Maiwa 1")),
        ("ubah hasil maiwa 1", says("keadaan_jadi_apa")),
        ("uji silang Maiwa 1", says("uji_siapa")),
        ("riwayat maiwa 1", says("keadaan_riwayat")),
        ("tanya maiwa 1", says("klarifikasi_tentang_apa")),
    ],
)
async def test_a_reader_names_it_and_what_to_do(quick: Asking, typed: str, wanted: Wanted) -> None:
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    await quick.toast(quick.rahman, f"u:baca:{usulan}")
    await quick.ask(quick.rahman, typed, wanted)


@pytest.mark.parametrize("typed", ["sdh ku baca", "sudah sy baca, berikutnya", "sudah sy baca"])
async def test_below_the_one_that_is_shown_it_is_read(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, "maiwa 1", says("usulan_utuh", nomor="Maiwa 1"))
    await quick.hears(quick.rahman, says("usulan_ajakan_baca"))
    await quick.ask(quick.rahman, typed, says("baca_dicatat", nomor="Maiwa 1"))


async def test_who_does_not_read_there_hears_how_far_it_is(quick: Asking) -> None:
    for typed in ("lihat maiwa 1", "ubah hasil maiwa 1", "maiwa 1"):
        await quick.ask(quick.sitti, typed, says("kabar_isi", nomor="Maiwa 1"))
    elsewhere = await quick.join("Baso", "fasilitator_desa", "73.16.02.2001")
    await quick.ask(elsewhere, "ubah hasil maiwa 1", says("kabar_isi", nomor="Maiwa 1"))
    await quick.ask(quick.rahman, "buka maiwa 77", says("kabar_tidak_ada"))


async def test_within_a_form_it_is_no_answer(quick: Asking) -> None:
    usulan = (await quick.town.rows("SELECT id FROM usulan"))[0][0]
    await quick.toast(quick.rahman, f"u:baca:{usulan}")
    await quick.ask(quick.rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    await quick.ask(quick.rahman, "ubah hasil maiwa 1", says("isian_masih_terbuka"))
    kept = [row[0] for row in await quick.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")]
    assert not any("maiwa" in str(state) for state in kept)
    await quick.press(quick.rahman, words("tombol_lanjutkan_tadi"), mentions("form.titip.suara_nama.tanya"))
    await quick.ask(quick.rahman, "ubah hasil maiwa 1", says("isian_masih_terbuka"))
    await quick.press(quick.rahman, "ubah hasil maiwa 1", says("keadaan_jadi_apa"))

"""A facilitator of a desa wants to announce: who may is said, and asked for it with a tap."""

import pytest

from bot.work.access import FASILITATOR_KECAMATAN
from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.desk import KECAMATAN
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("umumkan ke warga besok kerja bakti di jalan tani", "besok kerja bakti di jalan tani"),
        ("tolong siarkan ke semua warga besok kerja bakti", "besok kerja bakti"),
        ("semua warga tolong dikabari besok kerja bakti", "besok kerja bakti"),
        ("sampaikan ke semua pengusul usulannya sudah saya baca", "usulannya sudah saya baca"),
        (
            "buat siaran: jumat jam 2 kerja bakti, bisa hadir atau tidak?",
            "jumat jam 2 kerja bakti, bisa hadir atau tidak?",
        ),
    ],
)
async def test_whoever_may_is_asked_with_a_tap(quick: Asking, typed: str, said: str) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.ask(quick.rahman, typed, says("siaran_bukan_dari_sini", nama="Nurul"))
    asks = words("siaran_minta_tombol", nama="Nurul")
    await quick.press(quick.rahman, asks, says("siaran_sudah_diminta", nama="Nurul"))
    assert f"\n{said}\n" in words_of(await quick.hears(nurul, says("siaran_diminta", siapa="Rahman")))


@pytest.mark.parametrize(
    "typed", ["sy mau kirim pesan ke warga", "kirim pengumuman ke masyarakat", "bagaimana caranya kirim pengumuman"]
)
async def test_where_nothing_is_to_be_announced_yet_it_is_said_how(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("siaran_bukan_dari_sini", isi=""))


async def test_a_date_that_is_told_in_it_is_set(quick: Asking) -> None:
    typed = "umumkan ke warga musrenbang desa tgl 19 januari jam 9 di balai desa"
    await quick.ask(quick.rahman, typed, says("siaran_bukan_dari_sini"))
    await quick.hears(quick.rahman, mentions("form.jadwal.tinjau"))


@pytest.mark.parametrize("typed", ["warga sudah saya kabari", "bilang sama ibu sitti besok saya datang", "besok libur"])
async def test_nothing_else_is_an_announcement(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, bool)
    assert not any(text in says("siaran_bukan_dari_sini") for text in quick.texts(quick.rahman))


async def test_whoever_may_announces(quick: Asking) -> None:
    nurul = await quick.join("Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    await quick.ask(nurul, "umumkan ke pengusul besok kerja bakti di jalan tani", bool)
    assert not any(text in says("siaran_bukan_dari_sini") for text in quick.texts(nurul))

"""What is said of an usulan by a number that there is not is answered so; "usulan nomor 2" is that of one's own
kecamatan."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN
from tests.reading.conftest import Village
from tests.support.desk import KECAMATAN
from tests.support.sentences import mentions

_NONE = mentions("nomor_tidak_ada")


@pytest.mark.parametrize(
    "typed",
    [
        "Maiwa 71 tidak masuk. Tolong kabari",
        "kabari warga maiwa 71 usulannya ditolak",
        "tolak maiwa 71",
        "maiwa 71 sdh dikerjakan mi",
        "hapus usulan maiwa 71",
        "gabungkan maiwa 71 dan maiwa 72",
        "tolong sampaikan ke warga maiwa 71 belum bisa tahun ini",
        "tanyakan ke pengusul maiwa 71 lokasinya di mana",
        "catat maiwa 71 ditunda ji",
        "uji silang dlu maiwa 71 nah",
        "kirim fotonya maiwa 71",
        "usulan nomor 71 ditolak",
        "buka usulan no. 71",
        "usulan nomor 71",
    ],
)
async def test_of_what_is_not_there_it_is_said(village: Village, typed: str) -> None:
    nur = await village.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await village.bring("Sitti", "Maiwa 1")
    await village.ask(nur, typed, _NONE)
    assert not await village.town.rows("SELECT 1 FROM conversations WHERE flow LIKE 'siaran%'")


@pytest.mark.parametrize(
    "typed",
    [
        "musrenbang maiwa 14 januari jam 9",
        "maiwa 22 desa sudah siap",
        "undang camat maiwa 3 desember",
        "umumkan ke fasilitator maiwa: 3 laptop dibawa besok",
        "berapa usulan di maiwa 2027",
        "usulan 3 orang belum dibaca",
    ],
)
async def test_days_and_counts_are_no_number_of_an_usulan(village: Village, typed: str) -> None:
    nur = await village.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    await village.ask(nur, typed, lambda message: not _NONE(message))
    assert not any("belum ada di catatan kami" in text for text in village.texts(nur))


@pytest.mark.parametrize("typed", ["usulan nomor 2", "buka usulan no. 2", "lihat usulan nmr 2 dulu bu"])
@pytest.mark.parametrize(("role", "where"), [(FASILITATOR_KECAMATAN, KECAMATAN), (BAPPEDA, "73.16")])
async def test_a_number_without_its_kecamatan_is_shown(village: Village, typed: str, role: str, where: str) -> None:
    nur = await village.join("Nur", role, where)
    for at, name in enumerate(("Sitti", "Rabia"), 1):
        await village.bring(name, f"Maiwa {at}")
    shown = await village.ask(nur, typed, lambda message: "Maiwa 2" in message.get("text", ""))
    assert shown.get("reply_markup")


@pytest.mark.parametrize("typed", ["usulan nomor 2 sudah saya baca", "usulan maiwa 2 sudah saya baca"])
async def test_what_becomes_of_one_without_its_kecamatan(village: Village, typed: str) -> None:
    nur = await village.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    for at, name in enumerate(("Sitti", "Rabia"), 1):
        await village.bring(name, f"Maiwa {at}")
    await village.ask(nur, typed, lambda _: True)
    await village.town.until("SELECT count(*) FROM usulan WHERE read_at IS NOT NULL AND serial = 2", 1)

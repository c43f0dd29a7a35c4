"""Who reads usulan points at one by a word of it: what that word means elsewhere rings nobody."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.reading.conftest import Village
from tests.support.client import words_of
from tests.support.sentences import Said, mentions, says


@pytest.mark.parametrize("typed", ["yang longsor itu", "yg soal longsor itu", "yang kebakaran itu", "ada yg longsor?"])
async def test_a_word_of_an_usulan_is_no_alarm(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    darwis = await village.join("Darwis", FASILITATOR_KECAMATAN, "73.16.01")
    await village.bring(choice=True)
    await village.ask(rahman, typed, says("periksa_cari_kosong"))
    assert not any(words_of(one) in mentions("bahaya.kabar_bencana") for one in village.town.simulator.messages(darwis))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mana usulan air?", mentions("periksa_daftar_cari")),
        ("mana usulan soal bak air", mentions("periksa_daftar_cari")),
        ("mana usulan jembatan?", says("periksa_cari_kosong")),
    ],
)
async def test_where_one_is_searches_all_that_they_read(village: Village, typed: str, said: Said) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.bring()
    await village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await village.ask(rahman, typed, said)


async def test_ones_own_is_asked_for_as_ever(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    told = await village.ask(rahman, "mana usulan saya?", bool)
    assert words_of(told) not in mentions("periksa_daftar_cari")

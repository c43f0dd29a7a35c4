"""A test and a death that was ring nobody; the bereaved are told no first aid; days after a call words are kind."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

TUNCUNG = "73.16.01.2003"
_OPEN = "SELECT count(*) FROM alarms WHERE said IS NOT NULL"
_DEATHS = [
    "nenekku meninggal semalam di rumah karena tua, pemakaman besok, tuncung",
    "kakekku meninggal tadi subuh di rumah sakit",
    "pamanku meninggal tertimpa pohon kemarin, sudah dikubur",
    "istri saya melahirkan kemarin tapi bayinya meninggal, tuncung",
]


async def _hasna(place: Town) -> Person:
    return await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG)


@pytest.mark.parametrize("text", _DEATHS)
async def test_a_death_that_was_is_mourned_and_rings_nobody(place: Town, text: str) -> None:
    hasna, umar = await _hasna(place), Proposer(place, "Umar")
    assert await umar.say(text, says("bahaya.berduka", duka=True))
    assert await umar.say("bukan darurat, cuma sedih", says("bahaya.berduka"))
    assert await umar.say("terima kasih sudah melayat bu", says("bahaya.berduka", duka=True))
    assert not any("Segera" in told for told in place.simulator.said(hasna))
    await place.until(_OPEN, 0)


@pytest.mark.parametrize(
    "text",
    [
        "tolong, bapakku meninggal semalam tertimbun, anakku masih di bawah, tuncung",
        "banjir tadi malam, nenekku meninggal, anakku belum ketemu, tuncung",
    ],
)
async def test_a_death_with_others_in_danger_rings(place: Town, text: str) -> None:
    hasna = await _hasna(place)
    await place.simulator.say(Proposer(place).person, text)
    assert await place.simulator.wait_for(hasna, "Segera")


async def test_a_test_said_again_rings_nobody(place: Town) -> None:
    hasna, udin = await _hasna(place), Proposer(place, "Udin")
    assert await udin.say("ini cuma coba alarm ya, tolong ada kebakaran, cuma tes", bool)
    assert await udin.say("saya bilang tadi cuma tes ji", bool)
    assert not any("Segera" in told for told in place.simulator.said(hasna))
    await place.until(_OPEN, 0)


@pytest.mark.parametrize(
    "text",
    ["bayinya selamat tapi ibunya tidak", "sudah diturunkan tapi sudah tidak ada mi", "jenazahnya sudah di rumah"],
)
async def test_a_death_in_their_words_is_mourned_and_no_usulan_is_offered(place: Town, text: str) -> None:
    hasna, emba = await _hasna(place), Proposer(place, "Emba")
    assert await emba.say(
        "istriku pendarahan habis melahirkan, jalan putus, tolong, tuncung", mentions("bahaya.korban")
    )
    assert not any(told for told in place.texts(emba.person) if "Kalau bayinya keluar" in told)
    assert await emba.say(text, says("bahaya.reda", nada="duka"))
    assert await place.simulator.wait_for(hasna, mentions("bahaya.kabar_reda", duka=True))
    assert not any(told in says("bahaya.usulan_nanti") for told in place.texts(emba.person))


@pytest.mark.parametrize(
    ("cry", "not_told"),
    [
        ("adekku keguguran darahnya banyak, tolong, tuncung", "petunjuk_luka"),
        ("dua orang keracunan gas di sumur bor, tolong, tuncung", "petunjuk_racun"),
    ],
)
async def test_first_aid_fits_what_happened(place: Town, cry: str, not_told: str) -> None:
    await _hasna(place)
    told = await Proposer(place).say(cry, mentions("bahaya.korban"))
    assert words(f"bahaya.{not_told}") not in told


@pytest.mark.parametrize(
    "text", ["airnya surut kemarin, mamakku selamat, terima kasih bu", "makasih bu, airnya sudah surut"]
)
async def test_days_later_thanks_and_funerals_go_to_whoever_helped(place: Town, text: str) -> None:
    hasna, rala = await _hasna(place), Proposer(place, "Rala")
    assert await rala.say(
        "banjir masuk rumah, mamakku lumpuh, tolong, tuncung", mentions("bahaya.bencana", dikabari="Hasna")
    )
    assert await rala.say("sudah aman mi semua", mentions("bahaya.reda", nama="Hasna"))
    await place.simulator.move_clock(by=3 * 86400.0)
    assert await rala.say(text, mentions("bahaya.sesudah", nama="Hasna"))
    assert await place.simulator.wait_for(hasna, mentions("bahaya.kabar_sesudah", kutipan=text))

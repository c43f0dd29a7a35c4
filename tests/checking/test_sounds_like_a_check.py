"""An order that only sounds like a check sends nobody: it is asked first, or is a message and goes as written."""

import pytest

from tests.checking.looking import Looking
from tests.support.sentences import mentions, says, words

_DRAIN = {"text": "drainase dekat pasar tersumbat, airnya meluap ke rumah warga"}
_CHECKS, _WORDS = "SELECT given_to FROM field_checks", "SELECT words FROM urgings"


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("kirim pesan untuk Amir: ", "lihat drainase dekat pasar dulu, katanya tersumbat"),
        ("pesan ke pak Amir, ", "tolong cek rumah pak lurah sebentar"),
        ("tolong sampaikan ke Amir ", "lihat air di rumah warga"),
        ("tolong kirim wa ke pak amir ", "suruh lihat got dekat pasar"),
    ],
)
async def test_a_message_is_a_message(quick: Looking, lead: str, said: str) -> None:
    await quick.tells(cerita=_DRAIN)
    await quick.ask(quick.rahman, lead + said, says("ingatkan_kata", nama="Amir", kata=said))
    await quick.press(quick.rahman, words("tombol_ingatkan_ya"), mentions("ingatkan_dikirim", nama="Amir"))
    assert await quick.town.rows(_WORDS) == [(said,)]
    assert not await quick.town.rows(_CHECKS)


@pytest.mark.parametrize("lead", ["kirim pesan ke bu Aisyah: ", "sampaikan ke Aisyah ", "tolong kirim wa ke aisyah "])
async def test_it_goes_upwards_too(quick: Looking, lead: str) -> None:
    aisyah = await quick.town.join("Aisyah", "fasilitator_kecamatan", "73.16.01")
    said = "besok saya ke kantor jam 9"
    await quick.ask(quick.rahman, lead + said, says("ingatkan_kata", nama="Aisyah", kata=said))
    await quick.press(quick.rahman, words("tombol_ingatkan_ya"), mentions("ingatkan_dikirim", nama="Aisyah"))
    await quick.hears(aisyah, mentions("ingatkan_pesan", oleh="Rahman", kata=said))


@pytest.mark.parametrize(
    "typed",
    [
        "pak amir tolong cek air di rumah saya",
        "amir tolong lihat rumah warga yang roboh di dusun Santunan",
        "pak amir cek pasar di dusun Jambu",
        "suruh amir lihat kambing dekat pasar",
    ],
)
async def test_what_shares_a_word_with_an_usulan_is_asked_first(quick: Looking, typed: str) -> None:
    await quick.tells(cerita=_DRAIN)
    await quick.ask(quick.rahman, typed, mentions("uji_atau_pesan", siapa="Amir", kata=typed))
    assert not await quick.town.rows(_CHECKS)
    await quick.press(quick.rahman, words("uji_tombol_pesan", siapa="Amir"), mentions("ingatkan_dikirim"))
    assert await quick.town.rows(_WORDS) == [(typed,)]
    await quick.hears(quick.amir, mentions("ingatkan_pesan", oleh="Rahman", kata=typed))


async def test_after_a_yes_it_is_a_check_until_the_day_that_was_said(quick: Looking) -> None:
    await quick.tells(cerita=_DRAIN)
    await quick.ask(quick.rahman, "pak amir cek air di rumah saya sebelum jumat", mentions("uji_atau_pesan"))
    given = says("uji_diberikan", siapa="Amir", nomor="Maiwa 1", batas="14 Januari 2027")
    await quick.press(quick.rahman, words("uji_tombol_lihat", nomor="Maiwa 1"), given)


@pytest.mark.parametrize("typed", ["pak amir tolong cek drainase yang dekat pasar", "suruh amir lihat drainasenya"])
async def test_what_is_told_plainly_goes_at_once(quick: Looking, typed: str) -> None:
    await quick.tells(cerita=_DRAIN)
    await quick.ask(quick.rahman, typed, says("uji_diberikan", siapa="Amir", nomor="Maiwa 1"))


async def test_of_several_that_tell_it_which_is_asked(quick: Looking) -> None:
    await quick.bring("Nur", "Maiwa 2")
    await quick.tells(cerita=_DRAIN)
    await quick.ask(quick.rahman, "suruh amir lihat drainasenya", mentions("uji_atau_pesan"))
    assert not await quick.town.rows(_CHECKS)

"""What was once taken for something else: a meeting that is cancelled, a reason; and whoever is named can be asked."""

import pytest

from tests.support.client import labels
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words


@pytest.mark.parametrize("typed", ["musrenbang dibatalkan", "batalkan musrenbang", "musrenbangnya batal pak"])
async def test_a_meeting_is_cancelled_in_words_and_its_reason_is_taken_in_words(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, typed, mentions("form.jadwal_batal.alasan.tanya"))
    await at_home.ask(ratna, "ada pesta adat", says("jadwal_batalkah", alasan="ada pesta adat"))
    await at_home.press(ratna, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan", alasan="ada pesta adat"))
    found = await at_home.town.rows("SELECT cancelled_why FROM occasions WHERE cancelled_at IS NOT NULL")
    assert found == [("ada pesta adat",)]


async def test_what_sounds_only_a_little_like_it_is_no_question_to_a_trainer(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "ada pesta adat", says("menu_awal", bingung="ada pesta adat"))


async def test_another_village_that_is_named_is_meant_and_nobody_is_named_who_cannot_be_asked(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.join("Rahman", scope="73.16.01.2003")
    told = await at_home.ask(ratna, "kapan musrenbang di tuncung", says("tanya_rapat", wilayah="Desa Tuncung"))
    assert "Rahman" not in told["text"]
    own = await at_home.ask(ratna, "kapan musrenbang di pattondon salu", says("tanya_rapat", jalan="sendiri"))
    assert words("tombol_tanya_fasilitator") not in labels(own)

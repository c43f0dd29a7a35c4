"""How big it is and whom it helps, told beside what is asked: each goes to its question, and is said back."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _until_dusun(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("maiwa tuncung", mentions("form.usulan.dusun.tanya"))
    return sitti


@pytest.mark.parametrize("text", ["dusun kalimbua, kira2 200 meter dan 30 kk", "kalimbua. sekitar 200 meter, 30 kk"])
async def test_beside_a_new_dusun(place: Town, text: str) -> None:
    sitti = await _until_dusun(place)
    told = await sitti.say(text, mentions("mesin.nama_baru"))
    assert "30 keluarga" in str(told)
    await sitti.press(words("tombol.pakai_nama"), mentions("form.usulan.cerita.tanya"))
    draft = await told_so_far(place)
    assert (draft["dusun"]["name"], draft["jumlah"]) == ("kalimbua", {"families": 30})
    assert draft["ukuran"]["sizes"][0]["amount"] == "200"


async def test_beside_a_known_dusun(place: Town) -> None:
    sitti = await _until_dusun(place)
    await sitti.say("paraja, 200 meter dan 30 kk", mentions("form.usulan.cerita.tanya"))
    draft = await told_so_far(place)
    assert (draft["dusun"]["name"], draft["jumlah"], len(draft["ukuran"]["sizes"])) == ("Paraja", {"families": 30}, 1)


@pytest.mark.parametrize("text", ["paraja, jalan 200 meter rusak dan 30 kk susah lewat situ tiap hari"])
async def test_a_story_is_no_such_answer(place: Town, text: str) -> None:
    sitti = await _until_dusun(place)
    await sitti.say(text, "")
    assert "rusak" in str((await place.rows("SELECT state FROM conversations"))[0][0])

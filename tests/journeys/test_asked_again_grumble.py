"""Whoever grumbles that they said it already hears what is kept; "yang mana lagi" asks the question once more; what
only shows a picture is no part of the usulan; a yes at the remembered place keeps its RT."""

import json

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _state(place: Town) -> str:
    return str((await place.rows("SELECT state FROM conversations"))[0][0])


@pytest.mark.parametrize("text", ["kenapa ditanya lagi kan sdh kubilang", "kenapa ditanya lagi, kan sudah saya bilang"])
async def test_what_is_kept_is_told(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(text, mentions("form.usulan.foto.tanya"))
    told = " ".join(map(str, sitti.simulator.messages(sitti.person)))
    assert any(
        one.get("text", "") in says("tanya_kenapa", dibilang=True) for one in sitti.simulator.messages(sitti.person)
    )
    assert "Pattondon Salu" in told


async def test_a_plain_why_is_answered_as_before(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("kenapa ditanya", mentions("form.usulan.foto.tanya"))
    assert any(
        one.get("text", "") in says("tanya_kenapa", dibilang=False) for one in sitti.simulator.messages(sitti.person)
    )


@pytest.mark.parametrize("text", ["yang mana lagi", "yg mana lagi pak"])
async def test_which_one_now_asks_again(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(text, mentions("form.usulan.foto.tanya"))
    assert '"unsure"' not in await _state(place)


@pytest.mark.parametrize(("caption", "is_kept"), [("ini fotonya", False), ("jalan berlubang di tikungan", True)])
async def test_what_only_shows_a_refused_file_is_not_kept(place: Town, caption: str, *, is_kept: bool) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.simulator.media(sitti.person, "document", b"teks", None, caption, name="coba.txt")
    await sitti.hears(mentions("form.usulan.foto.tanya"))
    assert (caption in await _state(place)) == is_kept


@pytest.mark.parametrize("text", ["iye masih di situ, rt 4", "ya rt 4", "masih, RT 04"])
async def test_a_yes_at_the_remembered_place_keeps_its_rt(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("mau usul lagi", mentions("mesin.masih_di"))
    await sitti.say(text, mentions("form.usulan.cerita.tanya"))
    answers = json.loads(await _state(place))["answers"]
    assert answers["dusun"]["value"]["rt"] == 4
    assert answers["kecamatan"]["value"] == {"code": "73.16.01", "name": "Maiwa"}

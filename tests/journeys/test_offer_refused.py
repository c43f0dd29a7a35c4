"""Below the offer that somebody is told: a no with more words is a no, and what is asked there is answered shortly."""

import json

import pytest

from tests.journeys.test_threatened import BEATEN, _nurul
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says
from tests.support.town import Town

_OFFER = mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True)


@pytest.mark.parametrize(
    ("no", "rest"),
    [
        ("jangan pak jangan dikabari siapa2. sy cuma mau minta lampu jalan itu", "sy cuma mau minta lampu jalan itu"),
        ("tdk usah ji kak, pasang lampu di jalan poros saja", "pasang lampu di jalan poros saja"),
        ("ndak usah kasi tau siapa siapa nah. minta lampu jalan ji", "minta lampu jalan ji"),
    ],
)
async def test_a_no_with_a_wish_is_a_no_and_the_wish_goes_on(place: Town, no: str, rest: str) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.until_hope("Jalan ke pasar gelap sekali")
    await sitti.say(BEATEN, _OFFER)
    await sitti.say(no, says("bahaya.jangan"))
    await sitti.hears(bool)
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert rest in json.dumps(state)
    assert "jangan pak" not in json.dumps(state)
    assert not any("Segera" in told for told in place.simulator.said(nurul))


@pytest.mark.parametrize(
    "no",
    [
        "janganmi pak jangan dihubungi orang lain dulu, takut ka nanti tambah marah",
        "tidak usah bu tidak usah dikabari siapa pun nah",
        "jgn kak jgn dikasi tau siapa2, malu ka",
    ],
)
async def test_a_long_no_is_not_asked_again(place: Town, no: str) -> None:
    await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, _OFFER)
    assert "Boleh kami kabari" not in await sitti.say(no, says("bahaya.jangan"))


@pytest.mark.parametrize("text", ["jangan lama2, cepat ke sini", "jangan, dia dobrak pintu tolong", "jangan takut"])
async def test_what_is_no_refusal_is_none(place: Town, text: str) -> None:
    await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, _OFFER)
    assert await sitti.say(text, bool) not in says("bahaya.jangan")


@pytest.mark.parametrize(
    "asked",
    ["kalo nanti sy takut bisa ji dihapus?", "cara hapusnya bagaimana pak?", "klo takut ka bisa dihapus?"],
)
async def test_what_is_asked_there_is_answered_and_the_offer_stays(place: Town, asked: str) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, _OFFER)
    told = len(place.texts(sitti.person))
    await sitti.say(asked, says("bahaya.masih_ditanyakan"))
    answers = place.texts(sitti.person)[told:]
    assert "/dataku" in "".join(answers)
    assert not any(text in says("bahaya.kekerasan") for text in answers)
    assert asked not in "".join(place.simulator.said(nurul))
    await sitti.say("iya kabari", says("bahaya.ya", nama="Nurul"))

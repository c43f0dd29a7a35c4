"""A flood at the door is heard at the front door; what was long ago, or is put right, is not."""

import pytest

from tests.journeys.test_cries import agreed
from tests.support.sentences import says
from tests.support.town import Town


@pytest.mark.parametrize(
    "text",
    [
        "tolongka ini air sungai naik sampe di atas tangga rumahku, ada mamakku tua tdk bisa jalan",
        "sungai meluap rumahku tergenang, mamak tdk bisa jalan tolong",
        "rumahku tergenang air sungai, tolong",
        "air sudah di lantai rumah, ibu saya lumpuh",
    ],
)
async def test_whoever_may_die_reads_whom_to_call(place: Town, text: str) -> None:
    sitti = await agreed(place)
    await sitti.say(text, bool)
    assert any(said in says("bahaya.bencana") for said in place.texts(sitti.person))


@pytest.mark.parametrize(
    "text",
    [
        "tahun lalu longsor menutup irigasi kami, sampai sekarang sawah kering",
        "dulu banjir 2019 jembatan hanyut, sampai sekarang anak sekolah lewat sungai",
        "tadi sy bilang 65 KK ada yg mengungsi jadi 58 KK",
        "sy mau tarik perkataan sy, tanggulnya bukan jebol cuma retak",
    ],
)
async def test_what_was_or_is_put_right_alarms_nobody(place: Town, text: str) -> None:
    sitti = await agreed(place)
    await sitti.say(text, bool)
    assert not any(said in says("bahaya.bencana") for said in place.texts(sitti.person))

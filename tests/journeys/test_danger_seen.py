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
        "banjir masuk rumah kami di desa Bonto kecamatan Malua tolong",
        "banjir di Tangru malua sudah masuk rumah",
        "rumah kami terendam banjir di Kolai malua",
        "tolong, air masuk rumah di desa Bonto kecamatan Malua",
        "air sungai sdh masuk ruang tamu, nenek sy lumpuh, di Boiya maiwa",
    ],
)
async def test_whoever_may_die_reads_whom_to_call(place: Town, text: str) -> None:
    sitti = await agreed(place)
    await sitti.say(text, bool)
    assert any(said in says("bahaya.bencana") for said in place.texts(sitti.person))


@pytest.mark.parametrize(
    "text",
    [
        "suami lg ngamuk pegang parang, anak2 sy nangis",
        "suamiku bawa pisau mengejar sy",
        "suamiku lagi marah2 banting barang, sy kunci diri di kamar",
    ],
)
async def test_violence_that_holds_now_is_no_pause_and_no_voice(place: Town, text: str) -> None:
    sitti = await agreed(place)
    await sitti.say(text, bool)
    assert any(said in says("bahaya.kekerasan") for said in place.texts(sitti.person))


@pytest.mark.parametrize(
    "text",
    [
        "banjir di desa Bonto kecamatan Malua tiap tahun masuk rumah kami",
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

"""Whoever told of violence writes on in words that alone are only a mood: help, a quiet telephone, or a good word."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import says, words
from tests.support.town import Town

VIOLENCE, AGAIN, TRACES, FLED = (
    "suami saya pukul saya tiap malam",
    "bahaya.kekerasan",
    "bahaya.jejak",
    "bahaya.sudah_pergi",
)
ON = {
    "dia mabuk lagi skrg, sy sembunyi di dapur": AGAIN,
    "dia pulang sy takut": AGAIN,
    "suamiku datang mi, takutka": AGAIN,
    "dia gedor2 pintu": AGAIN,
    "sy kunci kamar, dia bawa parang": AGAIN,
    "suamiku minta hp ini": TRACES,
    "dia mau liat hp": TRACES,
    "dia ambil hpku": TRACES,
    "jgn hubungi suamiku": TRACES,
    "sy sdh lari ke rumah mama, jangan kabari siapa2": FLED,
    "sdh di rumah kakakku sekarang": FLED,
    "sy kabur ke rumah tetangga": FLED,
}
THREATS = ("dia mabuk lagi skrg, sy sembunyi di dapur", "dia pulang sy takut", "sy kunci kamar, dia bawa parang")
OTHER = (
    "jalan ke rumah mama rusak, sy takut jatuh",
    "dia pulang sekolah lewat jembatan rusak",
    "air pipa putus di rumah tetangga",
)
WHOLE = {name: says(name) for name in (AGAIN, TRACES, FLED)}


async def _told(place: Town, when: str) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    if when != "before":
        await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(VIOLENCE, bool)
    return sitti


@pytest.mark.parametrize("when", ["before", "kecamatan"])
async def test_it_is_answered_as_what_was_told_before(place: Town, when: str) -> None:
    sitti = await _told(place, when)
    for text, name in ON.items():
        await sitti.say(text, says(name))
    kept = str(await place.rows("SELECT state FROM conversations"))
    assert not any(text in kept for text in ON)


async def test_it_is_so_weeks_of_letters_later_with_nothing_open(place: Town) -> None:
    sitti = await _told(place, "kecamatan")
    await sitti.press(words("tombol_lanjutkan"), bool)
    await sitti.say("maiwa desa pattondon salu dusun jambu", "ceritakan")
    await sitti.say("jalan di dusun rusak sejak lama", "harapkan")
    await sitti.say("mohon dirabat", "foto")
    await sitti.press("Cukup", bool)
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=False))
    for text, name in ON.items():
        await sitti.say(text, says(name))


@pytest.mark.parametrize("text", OTHER)
async def test_a_story_of_works_is_none_of_it(place: Town, text: str) -> None:
    sitti = await _told(place, "kecamatan")
    said = await sitti.say(text, bool)
    assert not any(said in whole for whole in WHOLE.values())


@pytest.mark.parametrize("text", ON)
async def test_of_whoever_told_nothing_it_is_only_a_mood_but_what_threatens_alone(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    assert (await sitti.say(text, bool) in says(AGAIN)) == (text in THREATS)

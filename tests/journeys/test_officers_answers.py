"""What whoever was told of a call types next, in words of no list: to them, of another danger, or of work."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town

_WAITS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"
_KECAMATAN = "73.16.01"


async def called(place: Town) -> tuple[Person, Person, Proposer]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, _KECAMATAN)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "tolong kami terjebak di desa pattondon salu")
    await sitti.hears(mentions("bahaya.bencana", dikabari="Rahman"))
    return rahman, amir, sitti


@pytest.mark.parametrize("text", ["sudah sampai saya di lokasi", "saya 10 menit lagi", "sebentar lagi sampai di situ"])
async def test_whoever_comes_is_waited_for(place: Town, text: str) -> None:
    rahman, _, sitti = await called(place)
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Rahman", kutipan=text))
    assert (await place.rows(_WAITS))[0][0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "air ada atau tidak di sana",
        "siapa yang paling dekat rumahnya? suruh buka jalan pakai chainsaw",
        "tekan dadanya terus, jangan berhenti",
    ],
)
async def test_what_promises_nothing_reaches_them_and_the_next_is_told_in_time(place: Town, text: str) -> None:
    rahman, _, sitti = await called(place)
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Rahman", kutipan=text))
    assert (await place.rows(_WAITS))[0][0] == 1


@pytest.mark.parametrize("text", ["ndak sempat ka, sementara di Pare-pare", "ban motorku pecah ini pak"])
async def test_whoever_cannot_is_followed_at_once(place: Town, text: str) -> None:
    rahman, amir, _ = await called(place)
    await place.simulator.say(rahman, text)
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut"))


@pytest.mark.parametrize("text", ["dapat mi om nya, sdh dibawa puskesmas, selesai mi", "kakeknya sdh kami evakuasi"])
async def test_that_it_is_over_by_an_officer_ends_it(place: Town, text: str) -> None:
    rahman, _, sitti = await called(place)
    await place.ask(rahman, text, says("bahaya.lewat"))
    await sitti.hears(mentions("bahaya.kabar_lewat", nama="Rahman", kutipan=text))
    assert (await place.rows(_WAITS))[0][0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "di dusun sebelah ada rumah terbakar, pemiliknya masih di dalam",
        "ada orang hanyut di sungai depan kantor lurah, sy lihat sendiri",
    ],
)
async def test_another_danger_is_no_answer_and_goes_up(place: Town, text: str) -> None:
    rahman, amir, sitti = await called(place)
    await place.ask(rahman, text, says("bahaya.dilaporkan", nama="Amir"))
    await place.simulator.wait_for(amir, text)
    assert not any(text in told for told in place.texts(sitti.person))
    assert (await place.rows(_WAITS))[0][0] == 2


@pytest.mark.parametrize("text", ["apa tugas saya hari ini", "jadwal musrenbang kapan", "usulan mana blm dibaca"])
async def test_work_is_no_answer(place: Town, text: str) -> None:
    rahman, _, sitti = await called(place)
    await place.simulator.say(rahman, text)
    await place.simulator.wait_for(rahman, lambda _: True)
    assert not any(text in told for told in place.texts(sitti.person))
    assert (await place.rows(_WAITS))[0][0] == 1


async def test_what_is_written_days_later_is_work_and_goes_to_nobody(place: Town) -> None:
    rahman, _, sitti = await called(place)
    await place.ask(rahman, "sy ke sana sekarang", says("bahaya.disampaikan"))
    await place.simulator.move_clock(by=9 * 86400)
    await place.begin_again()
    text = "saya tadi ke lokasi calon embung, luasnya 40 x 30 meter"
    await place.ask(rahman, text, bool)
    assert not any(text in told for told in place.texts(sitti.person))

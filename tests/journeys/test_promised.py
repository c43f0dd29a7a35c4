"""What ends the waiting of whoever called: that a reader comes, or sees to it; no question, no order, no "oke"."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_cries import agreed
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town

CALL = "kami terjebak di desa pattondon salu"
WAITS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"
NO_PROMISE = [
    "umur berapa anaknya?",
    "siapa nama bidannya?",
    "ke mana ini anaknya skrg?",
    "oke",
    "baik pak",
    "suruh jangan tarik kakinya, tunggu",
    "jangan ke sana dulu, tunggu di atap",
    "siapa yg bisa kesana?",
    "bisa ki jalan ke sana?",
    "tunggu ki pak",
    "sudah ada ambulans menuju ke situ?",
    "naik ki ke lantai dua, hubungi 115",
    "nanti sore sy kesana",
]
PROMISE = [
    "otw",
    "ok siap meluncur",
    "dalam perjalanan ka",
    "sa lari ke sana",
    "tunggu sa kesana",
    "ku kesana sekarang, di mana patokannya?",
    "ambulans sdh menuju",
    "sy sdh telpon babinsa, tunggu ki",
    "tunggu pak, sy hubungi basarnas",
    "sementara ditangani tim",
    "anggota ke situ sekarang",
]


async def call(place: Town) -> tuple[Person, Person, Proposer]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = await agreed(place)
    await sitti.say(CALL, says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    return rahman, amir, sitti


async def minutes_later(place: Town, minutes: int) -> None:
    await place.simulator.move_clock(by=minutes * 60)
    await place.begin_again()


@pytest.mark.parametrize("text", [*NO_PROMISE, *PROMISE])
async def test_only_that_they_come_or_see_to_it_ends_the_waiting(place: Town, text: str) -> None:
    rahman, _, sitti = await call(place)
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Rahman", kutipan=text))
    assert (await place.rows(WAITS))[0][0] == (text in NO_PROMISE)


async def test_who_is_told_next_reads_that_the_one_before_only_wrote(place: Town) -> None:
    rahman, amir, sitti = await call(place)
    await minutes_later(place, 5)
    await place.ask(rahman, "umur berapa anaknya?", says("bahaya.disampaikan"))
    await minutes_later(place, 6)
    told = await place.simulator.wait_for(
        amir, mentions("bahaya.kabar_berikut", diam=None, menulis={"nama": "Rahman", "pukul": "10.05"})
    )
    assert CALL in told["text"]
    await sitti.hears(says("bahaya.belum_dijawab", nama="Rahman", menulis=True, berikut="Amir"))


WORSE = ["airnya di leher", "ibu juga pingsan", "belum pak, air sdh sedada", "adikku hanyut"]
NOT_WORSE = ["iye pak, kami di masjid", "terima kasih pak", "cepat ki", "tolong cepat pak", "rumah cat hijau dekat sd"]


@pytest.mark.parametrize("text", [*WORSE, *NOT_WORSE])
async def test_worse_news_after_an_answer_is_waited_for_again(place: Town, text: str) -> None:
    rahman, amir, sitti = await call(place)
    await place.ask(rahman, "otw", says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Rahman"))
    await sitti.say(text, says("bahaya.susulan"))
    is_worse = text in WORSE
    assert (await place.rows(WAITS))[0][0] == is_worse
    await minutes_later(place, 11)
    if is_worse:
        told = await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", datang={"nama": "Rahman"}))
        assert text in told["text"]
        await sitti.hears(says("bahaya.petugas_berikut", nama="Amir"))


@pytest.mark.parametrize("text", ["ibu juga pingsan", "airnya naik lagi, adikku hanyut", "aduh air sdh sedada"])
@pytest.mark.parametrize("below", [True, False])
async def test_a_second_cry_after_it_was_safe_is_an_alarm_of_its_own(place: Town, text: str, below: bool) -> None:
    rahman, amir, sitti = await call(place)
    await sitti.say("sudah aman pak", says("bahaya.reda"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_reda"))
    if not below:
        await minutes_later(place, 90)
    heard = await sitti.simulator.say(sitti.person, text)
    told = await place.simulator.wait_for(rahman, lambda one: "⚠" in one["text"] and text in one["text"])
    assert "Pattondon Salu" in told["text"]
    await sitti.hears(lambda one: "110" in one["text"])
    assert heard
    assert (await place.rows(WAITS))[0][0] == 1
    await minutes_later(place, 11)
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", diam={"nama": "Rahman"}))


@pytest.mark.parametrize("text", ["terima kasih banyak pak", "jalan ke kebun longsor, minta talud"])
async def test_after_it_was_safe_other_words_ring_nobody(place: Town, text: str) -> None:
    rahman, _, sitti = await call(place)
    await sitti.say("sudah aman pak", says("bahaya.reda"))
    await sitti.say(text, bool)
    assert (await place.rows(WAITS))[0][0] == 0
    assert sum("⚠" in one for one in place.simulator.said(rahman)) == 1

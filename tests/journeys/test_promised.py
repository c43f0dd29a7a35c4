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

"""For whom a reader's words are, where several wait: pointed out by what those said; what tells of something else goes
to nobody, and that one cannot come goes for all."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_promised import call
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

Json = dict[str, Any]
WALL = "dinding kamar mandi jatuh timpa ayahku, tolong, di desa pattondon salu"
FIRE = "rumah pak Sanusi terbakar di desa pattondon salu, tolong"
LEG = "tolong, kakiku patah jatuh dari pohon kelapa, di desa pattondon salu"
WAITS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


def _holding(text: str) -> Callable[[Json], bool]:
    return lambda one: "⚠" in one["text"] and text in one["text"]


async def _three(place: Town) -> tuple[Person, Person, dict[str, Proposer]]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    callers = {}
    for name, text in {"Sari": WALL, "Ani": FIRE, "Jufri": LEG}.items():
        callers[text] = Proposer(place, name)
        await callers[text].simulator.say(callers[text].person, text)
        await callers[text].hears(lambda one: "110" in one["text"])
        await place.simulator.wait_for(rahman, _holding(text))
    return rahman, amir, callers


def _read(place: Town, whom: Proposer, text: str) -> bool:
    return any(text in one for one in place.simulator.said(whom.person))


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("yg patah kaki tunggu", LEG),
        ("yang dinding tunggu di situ", WALL),
        ("pak sanusi, semua keluar dulu dari rumah", FIRE),
        ("naik ke tempat tinggi", None),
        ("tunggu di rumah pak", None),
    ],
)
async def test_words_of_their_own_point_to_whoever_called(place: Town, text: str, whose: str | None) -> None:
    rahman, _, callers = await _three(place)
    asked = await place.ask(rahman, text, says("bahaya.disampaikan" if whose else "bahaya.untuk_siapa"))
    for said, one in callers.items():
        assert _read(place, one, f"“{text}”") == (said == whose)
    if whose is None:
        shown = labels(asked)
        assert all(any(said[:12] in label for label in shown) for said in callers)


@pytest.mark.parametrize(
    ("text", "whole"),
    [("yang dinding", "berapa orang di dalam?"), ("yg dinding, jangan bergerak", "berapa orang di dalam?; yg dinding")],
)
async def test_the_first_words_are_sent_once_it_is_said_for_whom(place: Town, text: str, whole: str) -> None:
    rahman, _, callers = await _three(place)
    await place.ask(rahman, "berapa orang di dalam?", says("bahaya.untuk_siapa"))
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    told = await place.simulator.wait_for(callers[WALL].person, mentions("bahaya.kata_petugas", nama="Rahman"))
    assert whole in told["text"]
    assert not any(_read(place, callers[one], "di dalam?") for one in (FIRE, LEG))


@pytest.mark.parametrize("text", ["tdk bisa sa, di rumah sakit", "tidak bisa ka, masih di makassar"])
async def test_that_one_cannot_come_goes_for_all(place: Town, text: str) -> None:
    rahman, amir, callers = await _three(place)
    await place.ask(rahman, text, says("bahaya.disampaikan_semua", jumlah=3))
    for said, one in callers.items():
        await place.simulator.wait_for(amir, _holding(said))
        assert _read(place, one, text)


async def test_with_more_than_fit_the_others_stand_behind_a_button(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    for at in range(8):
        one = Proposer(place, f"Warga{at}")
        await one.simulator.say(one.person, f"rumah nomor {at} terbakar di desa pattondon salu, tolong")
        await one.hears(lambda told: "110" in told["text"])
    asked = await place.ask(rahman, "naik ke tempat tinggi", says("bahaya.untuk_siapa"))
    assert any("nomor 7" in one for one in labels(asked))
    more = await place.press(rahman, words("bahaya.tombol_lain"), says("bahaya.untuk_siapa"))
    label = next(one for one in labels(more) if "nomor 0" in one)
    await place.press(rahman, label, says("bahaya.disampaikan"))


OTHER = [
    "longsor semalam di jalan poros sdh dibersihkan, tdk ada korban",
    "pohon tumbang tadi malam sudah ditangani",
    "banjir di desa boiya sudah surut",
]


@pytest.mark.parametrize("text", OTHER)
async def test_a_report_of_something_else_is_no_answer_and_ends_nothing(place: Town, text: str) -> None:
    rahman, _, sitti = await call(place)
    asked = await place.ask(rahman, text, lambda one: words("bahaya.tombol_bukan_mereka") in labels(one))
    assert (await place.rows(WAITS))[0][0] == 1
    assert not _read(place, sitti, text)
    assert len(labels(asked)) == 2
    await place.press(rahman, words("bahaya.tombol_bukan_mereka"), bool)
    assert not _read(place, sitti, text)
    assert (await place.rows(WAITS))[0][0] == 1


@pytest.mark.parametrize("text", OTHER[:1])
async def test_where_it_is_for_that_one_a_press_sends_it(place: Town, text: str) -> None:
    rahman, _, sitti = await call(place)
    asked = await place.ask(rahman, text, lambda one: words("bahaya.tombol_bukan_mereka") in labels(one))
    await place.press(rahman, labels(asked)[0], bool)
    await sitti.hears(lambda one: "Rahman" in one["text"])


@pytest.mark.parametrize("text", ["sabar ki pak", "sy ke sana, tunggu", "tunggu di pattondon salu, jangan turun"])
async def test_what_answers_is_sent_at_once(place: Town, text: str) -> None:
    rahman, _, sitti = await call(place)
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    assert _read(place, sitti, text)

"""Several groups, or several answers, told side by side in one message: none of them is lost, and each is said back."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.journeys.villagers import consent, name_place, tell
from tests.listening.hearing import heard, values
from tests.support.sentences import mentions, words
from tests.support.town import Town

_ORDER = ("kategori", "merasakan", "jumlah", "kurang_mampu", "lokasi", "patokan", "ukuran", "alasan", "sumbangan")


async def _until(place: Town, key: str) -> Person:
    """Somebody who passed over what comes before."""
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    for question in _ORDER[: _ORDER.index(key) + 1]:
        await place.press(sitti, words("tombol.lewati"), mentions(f"form.usulan.{question}.tanya"))
    return sitti


async def _told(place: Town) -> dict[str, Any]:
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    return {key: answer["value"] for key, answer in state["answers"].items()}


async def test_two_groups_are_a_sum_that_is_asked_about(place: Town) -> None:
    sitti = await _until(place, "jumlah")
    text = "sudah kubilang 38 balita 6 bumil. ih bot ini cerewet sekali"
    await place.ask(sitti, text, mentions("pengertian.maksudnya"))
    await place.press(sitti, "44 orang", mentions("form.usulan.kurang_mampu.tanya"))
    assert (await _told(place))["jumlah"] == {"total": 44}


@pytest.mark.parametrize(
    "text",
    [
        "kubilang tadi 12 anak 5 lansia",
        "tadi itu 38 balita, 6 bumil",
        "itumi 12 anak 5 lansia",
        "sdh 20 lansia 5 janda",
        "balita 38 bumil 6 sudah sy blg",
    ],
)
def test_the_last_group_alone_is_never_all(text: str) -> None:
    assert "jumlah" not in values("jumlah", text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("kubilang tadi 38 balita eh 6 bumil", "6"),
        ("masa 30 anak. 25 anak saja", "25"),
        ("bukan 38 balita, 36 balita", "36"),
        ("kubilang 38 balita bukan 6 bumil", "38"),
        ("katanya 30 anak tapi 25 lansia ji yang ikut", "25"),
    ],
)
def test_of_two_that_are_told_against_each_other_one_counts(text: str, people: str) -> None:
    assert heard("jumlah", text).values["jumlah"] == people

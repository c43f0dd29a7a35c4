"""A greeting with what there is today is given back, and "siap" has a short answer."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import mentions, says


@pytest.mark.parametrize(
    "typed", ["assalamualaikum, ada apa hari ini?", "assalamualaikum pak, ada apa hari ini", "aslm, hari ini ada apa"]
)
async def test_a_greeting_is_given_back_with_the_work_of_the_day(at_home: Home, typed: str) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.hold()
    await at_home.ask(rahman, typed, mentions("tugas_daftar_saya"))
    assert any(text in mentions("salam_bertugas") for text in at_home.texts(rahman))


@pytest.mark.parametrize("typed", ["pagi min, ada apa hari ini", "ada apa hari ini pak"])
async def test_what_there_is_today_is_shown(at_home: Home, typed: str) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.hold()
    await at_home.ask(rahman, typed, mentions("tugas_daftar_saya"))


@pytest.mark.parametrize("typed", ["siap", "siap pak", "ok siap"])
async def test_siap_has_a_short_answer(at_home: Home, typed: str) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.hold()
    await at_home.ask(rahman, "/tugas", mentions("tugas_daftar_saya"))
    await at_home.ask(rahman, typed, says("siap_dijawab", tugas=True))


@pytest.mark.parametrize("typed", ["siap hadir besok pak", "assalamualaikum, ada apa dengan jalan di lebang"])
async def test_what_tells_more_is_none_of_these(at_home: Home, typed: str) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, typed, bool)
    texts = at_home.texts(rahman)
    assert not any(text in mentions("siap_dijawab") or text in mentions("salam_bertugas") for text in texts)

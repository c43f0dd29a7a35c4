"""Several answers are put right in one message: each of them is, in whatever order, or is asked about."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope
from tests.support.sentences import mentions, words
from tests.support.town import Town

STORY = "posyandu di dusun Jambu tidak punya gedung, 30 balita ditimbang di teras rumah kader"
EXCUSED = "maaf kemarin anakku rewel. itu balitanya bukan 30 tapi 42, trus dusunnya Salokaraja bukan Jambu, salah ka"


@pytest.mark.parametrize(
    "typed",
    [
        EXCUSED,
        "dusunnya Salokaraja bukan Jambu, trus balitanya bukan 30 tapi 42",
        "maaf salah, dusunnya Salokaraja dan balitanya 42",
        "salah ka kemarin, balitanya 42 dusunnya Salokaraja",
    ],
)
@pytest.mark.parametrize("where", ["hope", "card", "sent"])
async def test_a_number_and_a_place(place: Town, where: str, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    if where != "hope":
        await sitti.say("dibuatkan gedung", "foto")
        await sitti.press(words("tombol.cukup"), "Kami catat begini")
    if where == "sent":
        await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
        await sitti.say(typed, "Betul diubah?")
        await sitti.press("Betul, ubah", "betulkan")
    else:
        await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await (sitti.answers() if where == "sent" else _answers(place))
    assert (told["dusun"]["name"], "42 balita" in told["cerita"]["text"]) == ("Salokaraja", True)


@pytest.mark.parametrize("is_sent", [False, True])
async def test_where_both_stand_in_an_answer_and_in_the_story(place: Town, is_sent: bool) -> None:
    sitti = await at_the_hope(place, STORY)
    for typed, asked in (("dibuatkan gedung", "foto"), ("lewati", "urusan apa"), ("kesehatan", "berapa orang")):
        await sitti.say(typed, asked)
    await sitti.say("30 orang", "kurang mampu")
    if is_sent:
        await sitti.say("cukup", "Kami catat begini")
        await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
        await sitti.say(EXCUSED, "Betul diubah?")
        await sitti.press("Betul, ubah", "betulkan")
    else:
        await sitti.say(EXCUSED, mentions("mesin.ralat_kata"))
    told = await (sitti.answers() if is_sent else _answers(place))
    assert (told["dusun"]["name"], told["jumlah"]["total"]) == ("Salokaraja", 42)
    assert "42 balita" in told["cerita"]["text"]


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("balitanya bukan 30 tapi 42, harapannya pagar bukan gedung", "harapan", "dibuatkan pagar"),
        ("harapannya pagar bukan gedung, balitanya bukan 30 tapi 42", "harapan", "dibuatkan pagar"),
        ("yang merasakan lansia bukan balita, balitanya bukan 30 tapi 42", "merasakan", "lansia"),
    ],
)
async def test_a_number_and_something_else(place: Town, typed: str, key: str, value: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, "dibuatkan gedung")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    found = told[key]["text"] if key == "harapan" else told[key][0]["value"]
    assert (found, "42 balita" in told["cerita"]["text"]) == (value, True)


async def test_what_is_not_understood_is_kept_and_said(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card(STORY, "dibuatkan gedung")
    await sitti.say("dusunnya bukan Jambu tapi Salokaraja, balitanya bukan 31 tapi 42", mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["dusun"]["name"], "31 tapi 42" in told["juga"]["text"]) == ("Salokaraja", True)


@pytest.mark.parametrize(
    ("told", "typed", "now"),
    [
        ("empat puluh rumah", "nak salah ka bilang empat puluh rumah itu lima puluh", "lima puluh rumah"),
        ("40 rumah", "nak salah ka bilang empat puluh rumah itu lima puluh", "50 rumah"),
        ("empat puluh rumah", "salah ka bilang 40 rumah, yang benar 50", "50 rumah"),
        ("40 KK", "salah, bukan 40 KK tapi 50 KK", "50 KK"),
        ("40 KK", "salah ka bilang 40 KK itu 50", "50 KK"),
    ],
)
@pytest.mark.parametrize("where", ["card", "sent"])
async def test_what_was_said_wrongly_is_a_number_in_words_or_houses(
    place: Town, where: str, told: str, typed: str, now: str
) -> None:
    sitti = Proposer(place)
    await sitti.until_card(f"jembatan gantung lapuk, {told} lewat situ", "diganti")
    if where == "sent":
        await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
        await sitti.say(typed, "Betul diubah?")
        await sitti.press("Betul, ubah", "betulkan")
    else:
        await sitti.say(typed, mentions("mesin.ralat_kata"))
    answers = await (sitti.answers() if where == "sent" else _answers(place))
    assert now in answers["cerita"]["text"]

"""A question over the card, beside *kirim* or alone: it is answered, kept nowhere, and the card shows how to send."""

import json

import pytest

from tests.journeys.test_whole_usulan import HOPE, STORY, Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town


async def _card(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(STORY, HOPE)
    return sitti


async def _is_unsent_and_unkept(place: Town, text: str) -> bool:
    answers = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]
    is_kept = text.rpartition(" ")[2].strip("?") in json.dumps(answers)
    return not is_kept and not await place.rows("SELECT 1 FROM usulan")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("iye kirim mi, tapi kapan dikerja?", "tanya_dikerjakan"),
        ("kirim mi kak, kapan dikerjakan?", "tanya_dikerjakan"),
        ("iye kirim mi, betul ji tidak ada namaku di situ?", "nama_tercatat"),
        ("kirim saja. namaku tercatat kah?", "nama_tercatat"),
        ("kirimmi, tapi siapa yang baca?", "tanya_pembaca"),
    ],
)
async def test_a_question_beside_sending_is_answered_and_nothing_leaves(place: Town, text: str, answer: str) -> None:
    sitti = await _card(place)
    card = await sitti.say(text, "Kami catat begini")
    assert "Belum terkirim" in card
    assert any(one in mentions(answer) for one in place.texts(sitti.person))
    assert await _is_unsent_and_unkept(place, text)
    await sitti.press(words("tombol.kirim"), "tercatat")


@pytest.mark.parametrize(
    "text",
    [
        "betul ji tidak ada namaku di situ?",
        "namaku ada di situ?",
        "siapa namanya yang tercatat",
        "atas nama siapa ini?",
    ],
)
async def test_whose_name_stands_there_is_told(place: Town, text: str) -> None:
    sitti = await _card(place)
    await sitti.say(text, "Kami catat begini")
    (told,) = [one for one in place.texts(sitti.person) if one in mentions("nama_tercatat", nama="Sitti")]
    assert "tidak tertulis di ceritanya" in told


async def test_an_unnamed_one_is_told_that_no_name_is_shown(place: Town) -> None:
    sitti = await _card(place)
    await sitti.say("jangan tulis nama saya", "Kami catat begini")
    told = await sitti.say("betul ji tidak ada namaku di situ?", mentions("nama_tercatat", tanpa_nama=True))
    assert "Sitti" not in told

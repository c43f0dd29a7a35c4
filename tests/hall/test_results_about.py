"""Results told without numbers, by what the usulan are about; and numbers with a yes or a no."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import says, words

_STORIES = ("Jembatan ke Paraja patah.", "Jalan tani Jambu rusak berat.", "Air bersih mati sejak lama.")


async def _brought(hall: Meeting) -> None:
    for number, story in enumerate(_STORIES, 1):
        await hall.bring(number, story)
    await hall.say("/tugas", lambda message: True)


async def _decided(hall: Meeting) -> list[str]:
    return [row[0] for row in await hall.town.rows("SELECT outcome FROM decisions ORDER BY usulan_id")]


@pytest.mark.parametrize(
    "typed",
    [
        "hasil: jembatan paraja masuk, jalan tani jambu masuk, air bersih cadangan",
        "hasil musrenbang:\njembatan paraja masuk\njalan tani masuk\nair bersih cadangan",
        "hasil: maiwa 1 ya, maiwa 2 ya, maiwa 3 cadangan",
    ],
)
async def test_each_is_found_and_nothing_counts_before_the_yes(hall: Meeting, typed: str) -> None:
    await _brought(hall)
    await hall.say(typed, says("hasil_betulkah_banyak"))
    assert await _decided(hall) == []
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat"))
    assert await _decided(hall) == ["lanjut", "lanjut", "cadangan"]


async def test_yes_and_no_beside_numbers_are_results(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("maiwa 1 ya, maiwa 2 ya, maiwa 3 tidak krn dana tidak cukup", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat"))
    assert await _decided(hall) == ["lanjut", "lanjut", "belum"]


async def test_what_is_not_in_the_list_is_said(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("hasil: jembatan paraja masuk, pasar hewan cadangan", says("hasil_betulkah", nomor="Maiwa 1"))
    assert any(text in says("hasil_tak_ketemu", kata=["pasar hewan"]) for text in hall.office.texts(hall.leader))


async def test_without_the_word_nothing_is_a_result(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("jembatan paraja masuk", lambda message: True)
    assert not any(text in says("hasil_betulkah") for text in hall.office.texts(hall.leader))

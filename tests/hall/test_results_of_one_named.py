"""One usulan of a meeting that is named by its words alone; and reasons that point at another by its number."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import says, words

_STORIES = ("Jalan Palau rusak berat.", "Air bersih Salu Ajo mati.", "WC umum Palau rusak.")


async def _brought(hall: Meeting) -> None:
    for number, story in enumerate(_STORIES, 1):
        await hall.bring(number, story)
    await hall.say("/tugas", lambda message: True)


async def _decided(hall: Meeting) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await hall.town.rows("SELECT outcome, rank, note FROM decisions")]


@pytest.mark.parametrize(
    ("typed", "number", "kept"),
    [
        ("wc umum palau dibawa terus", "Maiwa 3", ("lanjut", None, None)),
        ("wc umum palau urutan 1", "Maiwa 3", ("lanjut", 1, None)),
        ("cadangan saja yg air", "Maiwa 2", ("cadangan", None, None)),
        ("maiwa 3 belum dibawa karena sama dengan maiwa 1", "Maiwa 3", ("belum", None, "sama dengan maiwa 1")),
        ("maiwa 3 blm dibawa, sudah sama dgn yg nomor 1", "Maiwa 3", ("belum", None, "sudah sama dgn yg nomor 1")),
    ],
)
async def test_it_is_named_with_its_number_before_anything_is_kept(
    hall: Meeting, typed: str, number: str, kept: tuple[object, ...]
) -> None:
    await _brought(hall)
    await hall.say(typed, says("hasil_betulkah", nomor=number))
    assert await _decided(hall) == []
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    assert await _decided(hall) == [kept]


async def test_a_reserve_with_a_known_reason_needs_no_because(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("usulan maiwa 2 hasilnya cadangan, uangnya tdk cukup", says("hasil_betulkah", nomor="Maiwa 2"))
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    assert await hall.town.rows("SELECT outcome, reason FROM decisions") == [("cadangan", "R07")]


async def test_that_it_is_the_same_is_a_reason_below_the_question(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("maiwa 3 belum dibawa", says("hasil_sebab_mana"))
    await hall.say("blm dibawa, sudah sama dgn yg nomor 1", says("hasil_betulkah", nomor="Maiwa 3"))
    assert await _decided(hall) == []


async def test_which_of_several_is_asked_with_buttons(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("yg palau itu dibawa terus", says("usulan_mana_dari"))
    assert await _decided(hall) == []
    await hall.press("Maiwa 3", lambda message: words("hasil_tombol_lanjut") in str(message.get("reply_markup")))


@pytest.mark.parametrize("typed", ["air belum masuk", "pasar hewan dibawa terus", "jalan palau masih rusak"])
async def test_what_tells_or_fits_none_is_no_result(hall: Meeting, typed: str) -> None:
    await _brought(hall)
    reply = await hall.say(typed, lambda message: True)
    assert words("hasil_tombol_ya") not in str(reply)


async def test_another_result_behind_the_reason_is_its_own(hall: Meeting) -> None:
    await _brought(hall)
    typed = "maiwa 3 belum dibawa karena sama dengan maiwa 1, maiwa 2 cadangan"
    reply = await hall.say(typed, lambda message: True)
    assert "sama dengan maiwa 1, maiwa 2" not in str(reply)

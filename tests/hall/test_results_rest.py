"""What is said of all the rest, and of others in the lines below a reason."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import says, words


async def _outcomes(hall: Meeting) -> dict[int, tuple[str, str | None]]:
    query = "SELECT serial, outcome, note FROM decisions JOIN usulan ON usulan.id = usulan_id ORDER BY serial"
    return {row[0]: (row[1], row[2]) for row in await hall.town.rows(query)}


@pytest.mark.parametrize(
    "typed",
    [
        "hasil: maiwa 1 belum dibawa karena lahannya tidak ada, sisanya dibawa terus",
        "hasil musrenbang desa\n1 ditolak krn lahannya tidak ada\nsisanya lanjut semua",
        "maiwa 1 belum dibawa karena lahannya tidak ada. selebihnya lanjut",
    ],
)
async def test_the_rest_is_no_reason_but_a_result_of_each(hall: Meeting, typed: str) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    await hall.say(typed, says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", lanjut="2", belum="1"))
    assert await _outcomes(hall) == {1: ("belum", "lahannya tidak ada"), 2: ("lanjut", None), 3: ("lanjut", None)}


async def test_the_rest_alone_is_all_without_a_result(hall: Meeting) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    await hall.say("maiwa 2 cadangan", says("hasil_betulkah"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_tanya"))
    await hall.say("sisanya dibawa terus", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", lanjut="2", cadangan="1"))


async def test_a_line_of_another_number_is_no_part_of_a_reason(hall: Meeting) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    typed = "hasil: 3 belum dibawa karena lewat kelompok tani dulu\n2 diteruskan ke pln\n1 lanjut"
    await hall.say(typed, says("hasil_belum_terbaca", baris=["2 diteruskan ke pln"]))
    await hall.press(words("hasil_tombol_ya"), says("hasil_tanya"))
    assert await _outcomes(hall) == {1: ("lanjut", None), 3: ("belum", "lewat kelompok tani dulu")}


@pytest.mark.parametrize(
    "typed",
    ["2 lanjut, 1 belum dibawa karena sudah dapat tahun lalu", "1 belum dibawa karena banjir bulan lalu dan 2 lanjut"],
)
async def test_a_reason_keeps_the_word_with_which_it_ends(hall: Meeting, typed: str) -> None:
    for number in (1, 2):
        await hall.bring(number)
    await hall.say(f"hasil: {typed}", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", lanjut="1", belum="1"))
    why = "sudah dapat tahun lalu" if "tahun" in typed else "banjir bulan lalu"
    assert await _outcomes(hall) == {1: ("belum", why), 2: ("lanjut", None)}


_SHORT_OF_MONEY = {1: ("belum", None), 2: ("belum", None), 3: ("belum", None)}


@pytest.mark.parametrize(
    "typed",
    [
        "Maiwa 1, 2, 3 tidak dibawa krn dana tidak cukup",
        "Maiwa 1, Maiwa 2 dan Maiwa 3 tidak dibawa krn dana tidak cukup",
        "maiwa 1, 2 dan 3 ditunda tahun depan karena dana",
        "maiwa 1 2 3 ditunda krn anggaran",
    ],
)
async def test_one_reason_is_that_of_all_the_numbers_before_it(hall: Meeting, typed: str) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    await hall.say(typed, says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", belum="3"))
    assert await _outcomes(hall) == _SHORT_OF_MONEY
    assert [("R07",)] == await hall.town.rows("SELECT DISTINCT reason FROM decisions")


async def test_beside_others_the_numbers_of_one_reason_stay_together(hall: Meeting) -> None:
    for number in (1, 2, 3, 4, 5):
        await hall.bring(number)
    typed = (
        "hasil: Maiwa 1 dan Maiwa 2 masuk prioritas 2 dan 1, Maiwa 3, 4 tidak dibawa krn dana tidak cukup, 5 cadangan"
    )
    await hall.say(typed, says("hasil_betulkah_banyak"))
    assert not any(text in says("hasil_belum_terbaca") for text in hall.town.texts(hall.leader))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", lanjut="2", belum="2", cadangan="1"))
    ranks = "SELECT serial, rank FROM decisions JOIN usulan ON usulan.id = usulan_id WHERE rank > 0 ORDER BY serial"
    assert [(1, 2), (2, 1)] == [tuple(row) for row in await hall.town.rows(ranks)]


async def test_a_short_word_that_is_no_reason_is_asked_for(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.say("maiwa 1 ditunda tahun depan karena itu", says("hasil_sebab_mana", nomor="Maiwa 1"))
    assert await _outcomes(hall) == {}


@pytest.mark.parametrize(
    "typed", ["maiwa 1 dan 2 diterima masuk RKPDes, 3 cadangan", "1, 2 lolos masuk rkp desa. 3 cadangan"]
)
async def test_taken_into_the_plan_of_the_desa_in_two_words(hall: Meeting, typed: str) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    await hall.say(f"hasil: {typed}", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", cadangan="1"))
    found = await _outcomes(hall)
    assert found[1] == found[2] != found[3] == ("cadangan", None)
    assert found[1][0] not in ("lanjut", "belum")

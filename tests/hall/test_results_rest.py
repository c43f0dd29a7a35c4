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

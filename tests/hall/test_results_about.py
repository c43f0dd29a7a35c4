"""Results told without numbers, by what the usulan are about; and numbers with a yes or a no."""

import pytest

from tests.support.halls import Meeting, text_of
from tests.support.screens import is_file
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
        "jembatan paraja, jalan tani: lanjut, air bersih cadangan",
        "jembatan dan jalan tani lanjut, air bersih cadangan",
        "1 2 dibawa terus, 3 bukan ditolak tapi cadangan",
        "1 2 dibawa terus, 3 cadangan",
        "semua dibawa terus kecuali 3 cadangan",
    ],
)
async def test_each_is_found_and_nothing_counts_before_the_yes(hall: Meeting, typed: str) -> None:
    await _brought(hall)
    await hall.say(typed, says("hasil_betulkah_banyak"))
    assert await _decided(hall) == []
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat"))
    assert await _decided(hall) == ["lanjut", "lanjut", "cadangan"]


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 3 lolos nomor 1, maiwa 1 nomor 2, maiwa 2 ditunda karena menunggu dinas pu",
        "maiwa 3, 1 dibawa terus, urutannya begitu. maiwa 2 belum dibawa karena menunggu dinas pu",
        "hasil: air bersih nomor 1 diterima, jembatan nomor 2, jalan tani ditunda karena menunggu dinas pu",
    ],
)
async def test_the_order_is_kept_and_changed_and_stands_in_the_minutes(hall: Meeting, typed: str) -> None:
    await _brought(hall)
    await hall.say(typed, says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", urutan=["Maiwa 3", "Maiwa 1"], belum=1))
    ranks = "SELECT rank, outcome, note FROM decisions ORDER BY usulan_id"
    assert await hall.town.rows(ranks) == [
        (2, "lanjut", None),
        (None, "belum", "menunggu dinas pu"),
        (1, "lanjut", None),
    ]
    await hall.press(words("hasil_tombol_kabari", jumlah=3), says("hasil_dikabarkan"))
    for said in (
        "prioritas 1 maiwa 1, prioritas 2 maiwa 3",
        "maiwa 3 yang nomor 2",
        "urutan: maiwa 1 dulu, lalu maiwa 3",
    ):
        await hall.say(said, lambda message: message.get("text", "").endswith("begitu?"))
        await hall.press(
            words("hasil_tombol_ya"), says("hasil_semua_dicatat", urutan=["Maiwa 1", "Maiwa 3"], menunggu=0)
        )
    told = await hall.town.rows("SELECT count(*) FROM decisions WHERE told_at IS NULL OR corrects")
    assert told == [(0,)]
    page = text_of(hall, await hall.say("cetak berita acara", is_file(".pdf")))
    assert page.index("Maiwa 1") < page.index("Maiwa 3") < page.index("Maiwa 2")


async def test_yes_and_no_beside_numbers_are_results(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("maiwa 1 ya, maiwa 2 ya, maiwa 3 tidak krn dana tidak cukup", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat"))
    assert await _decided(hall) == ["lanjut", "lanjut", "belum"]


async def test_what_is_not_in_the_list_is_said(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("hasil: jembatan paraja masuk, pasar hewan cadangan", says("hasil_betulkah", nomor="Maiwa 1"))
    assert any(text in says("hasil_tak_ketemu", kata=["pasar hewan"]) for text in hall.office.texts(hall.leader))


async def test_the_reason_in_brackets_is_of_its_own_number(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("tidak masuk: 1 (lahan sengketa), 2 (sudah ada di rencana)", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    noted = await hall.town.rows("SELECT note FROM decisions ORDER BY usulan_id")
    assert noted == [("lahan sengketa",), ("sudah ada di rencana",)]


async def test_what_nobody_can_read_is_not_of_the_rest(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("maiwa 1 cadangan, 2 diteruskan ke pln, sisanya dibawa terus", says("hasil_belum_terbaca"))
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    assert await _decided(hall) == ["cadangan", "lanjut"]


async def test_what_was_to_be_asked_still_is_after_another_result(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("maiwa 1 dibawa terus, 2 ditunda, 3 ditolak", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_ditunda_mana", nomor="Maiwa 2"))
    await hall.say("1 cadangan", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_ditunda_mana", nomor="Maiwa 2"))
    await hall.press(words("hasil_tombol_cadangan"), says("hasil_sebab_mana", nomor="Maiwa 3"))
    assert await _decided(hall) == ["cadangan", "cadangan"]


async def test_one_result_is_put_right_by_its_number_alone(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("1 2 3 dibawa terus", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat"))
    await hall.say("/tugas", lambda message: True)
    for typed, one in (
        ("yang 2 itu salah, harusnya ditolak karena lahan sengketa", "Maiwa 2"),
        ("maiwa 1 salah, yang betul cadangan bukan dibawa terus", "Maiwa 1"),
        ("maiwa 3 tadi salah tulis, bukan dibawa terus, cadangan", "Maiwa 3"),
    ):
        await hall.say(typed, says("hasil_betulkah", nomor=one))
        await hall.say("kabari semua pengusul", says("hasil_catat_dulu"))
        await hall.press(words("hasil_tombol_ya"), lambda message: True)
    assert await _decided(hall) == ["cadangan", "belum", "cadangan"]


async def test_several_reasons_are_told_in_one_line_where_they_are_awaited(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("1 2 3 ditolak", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_sebab_mana", nomor="Maiwa 1"))
    typed = "1 karena masih bagus jalannya cuma 120 meter. 2,3 bukan kewenangan desa."
    await hall.say(typed, says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat", belum=3))
    found = await hall.town.rows("SELECT reason, note FROM decisions ORDER BY usulan_id")
    assert found == [(None, "masih bagus jalannya cuma 120 meter"), ("R01", None), ("R01", None)]


@pytest.mark.parametrize(
    "typed",
    [
        "kasi tau hasilnya ke pengusul",
        "kasi tau semua yang usul hasilnya",
        "kabari semua pengusul hasilnya",
        "umumkan hasilnya ke semua pengusul",
    ],
)
async def test_they_are_told_in_other_words(hall: Meeting, typed: str) -> None:
    await _brought(hall)
    await hall.say("1 2 3 dibawa terus", says("hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_semua_dicatat"))
    await hall.say(typed, says("hasil_dikabarkan"))
    assert not any(text in says("rapat_masih_ditanya") for text in hall.office.texts(hall.leader))


async def test_without_the_word_nothing_is_a_result(hall: Meeting) -> None:
    await _brought(hall)
    await hall.say("jembatan paraja masuk", lambda message: True)
    assert not any(text in says("hasil_betulkah") for text in hall.office.texts(hall.leader))

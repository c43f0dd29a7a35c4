"""The reason that a proposer reads: without an order that stands behind it, and put right in words."""

import pytest

from bot.core.deciding.order_behind import without_order
from tests.support.content import catalog_of
from tests.support.halls import Meeting
from tests.support.sentences import says, words

_WHY = "uangnya dipakai jalan dulu"


async def _reasons(hall: Meeting) -> list[str]:
    return [row[0] for row in await hall.town.rows("SELECT note FROM decisions WHERE outcome = 'belum'")]


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa 2 tidak masuk karena uangnya dipakai jalan dulu. Tolong kabari pengusulnya",
        "maiwa 2 belum dibawa krn uangnya dipakai jalan dulu, kasi tau mi pengusulnya",
        "maiwa 2 tidak masuk karena uangnya dipakai jalan dulu, jangan lupa beritahu warganya nah",
        "maiwa 1 masuk, tolong kabari pengusulnya. maiwa 2 tidak masuk karena uangnya dipakai jalan dulu, catat ya",
    ],
)
async def test_an_order_behind_a_reason_is_no_part_of_it(hall: Meeting, typed: str) -> None:
    for number in (1, 2):
        await hall.bring(number)
    shown = "hasil_betulkah_banyak" if "maiwa 1" in typed else "hasil_betulkah"
    await hall.say(typed, says(shown))
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    await hall.town.until("SELECT count(*) FROM decisions", 1 + ("maiwa 1" in typed))
    assert await _reasons(hall) == [_WHY]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("dana habis tolong kabari pengusulnya", "dana habis"),
        ("dana habis dan sampaikan ke pengusulnya", "dana habis"),
        ("tanahnya milik orang, mohon diberitahu warganya", "tanahnya milik orang"),
        ("tanahnya milik orang, tolong dicatat", "tanahnya milik orang"),
        ("dana habis jadi beritahu orangnya supaya tidak menunggu", "dana habis"),
        ("dana habis terus kabari mi mereka", "dana habis"),
        ("dana habis, infokan pengusul biar sabar", "dana habis"),
        ("warga belum diberi tahu", None),
        ("pemilik tanah belum kasih tahu", None),
        ("pengusulnya belum dikabari dan tidak datang", None),
        ("PLN minta dikirimi surat dulu", None),
        ("sudah diumumkan di desa lain", None),
        ("pengusulnya tidak datang, bilang pak desa", None),
        ("minta tolong ke kabupaten dulu", None),
        ("tolong kabari pengusulnya", None),
    ],
)
def test_what_is_told_and_no_order_stays(told: str, left: str | None) -> None:
    assert without_order(told, catalog_of().world) == (told if left is None else left)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("betulkan alasan maiwa 2: dana desa dipakai jalan dulu", "dana desa dipakai jalan dulu"),
        ("alasan maiwa 2 salah, yang betul karena lokasinya milik orang", "lokasinya milik orang"),
        ("eh salah sebabnya maiwa 2, tulis mi tanahnya sengketa", "tanahnya sengketa"),
        ("maiwa 2 alasannya salah, bukan dana tapi tanah orang", "tanah orang"),
    ],
)
@pytest.mark.parametrize("between", ["", "/tugas"])
async def test_a_reason_is_put_right_and_no_letter_to_the_proposer(
    hall: Meeting, typed: str, why: str, between: str
) -> None:
    await hall.bring(2, person_id=(await hall.town.rows("SELECT id FROM people"))[0][0])
    await hall.say("maiwa 2 tidak masuk karena dana tidak cukup", says("hasil_betulkah"))
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    await hall.town.until("SELECT count(*) FROM decisions", 1)
    if between:
        await hall.say(between, lambda message: True)
    await hall.say(typed, says("hasil_betulkah", alasan=why))
    await hall.press(words("hasil_tombol_ya"), lambda message: True)
    await hall.town.until(f"SELECT count(*) FROM decisions WHERE note = '{why}'", 1)


async def test_of_no_decision_it_is_as_before(hall: Meeting) -> None:
    """What nobody decided has no reason, and a question puts nothing right."""
    await hall.bring(2)
    await hall.say("apa alasan maiwa 2?", lambda message: True)
    assert await _reasons(hall) == []

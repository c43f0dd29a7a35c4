"""A card of a task says what is true now where it stands, and a task of a meeting that was is never asked for."""

from datetime import date

from bot.core.tasks.planning import is_of_use
from bot.simulator.keyboards import buttons_of
from tests.support.content import catalog_of
from tests.support.homes import Home
from tests.support.sentences import says, words


async def test_the_card_that_was_pressed_changes_and_no_second_one_comes(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    card = await at_home.press_data(ratna, f"t:lihat:{task.id}", says("tugas_kartu"))
    await at_home.press(ratna, words("tombol_tugas_sudah"), says("tugas_selesai"))
    now = next(m for m in at_home.town.simulator.messages(ratna) if m["message_id"] == card["message_id"])
    labels = [key["text"] for key in buttons_of(now["reply_markup"])]
    assert words("tombol_tugas_buka_lagi") in labels
    assert words("tombol_tugas_sudah") not in labels
    again = await at_home.press_data(ratna, f"t:buka_lagi:{task.id}", says("tugas_kartu"))
    assert again["message_id"] != card["message_id"]  # pressed under the thanks, which stay


def test_what_comes_into_use_later_is_not_asked_for_a_meeting_that_was() -> None:
    calendar, held = catalog_of().calendar, date(2027, 1, 14)
    on_the_day, after = calendar.rules["D17"], calendar.rules["D19"]
    for today, expected in ((date(2027, 1, 14), True), (date(2027, 1, 20), False)):
        assert is_of_use(on_the_day, held, today, calendar.workdays) is expected
        assert is_of_use(after, held, today, calendar.workdays) is expected

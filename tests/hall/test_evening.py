"""The evening after a meeting: what is left, and from there to the results and those who wait for news."""

from datetime import timedelta

from tests.support.client import labels
from tests.support.halls import TEN_O_CLOCK, Meeting
from tests.support.sentences import says, words

EVENING = TEN_O_CLOCK.replace(hour=19, minute=45)


async def _evening(hall: Meeting) -> None:
    """The clock has seen the meeting; then the day is over."""
    await hall.town.until("SELECT count(*) FROM notices WHERE kind = 'rapat_sesudah'", 1)
    await hall.town.simulator.move_clock(to=EVENING + timedelta(minutes=1))
    await hall.town.begin_again()


async def test_results_are_asked_for_first_and_then_told(hall: Meeting) -> None:
    await hall.bring(1)
    await _evening(hall)
    told = await hall.town.hears(hall.leader, says("rapat_sesudah", hadir=True, hasil="1", kabar=False))
    assert labels(told) == [words("tombol_rapat_hadir"), words("tombol_rapat_hasil")]
    await hall.press(words("tombol_rapat_hasil"), says("hasil_tanya", ke=1, semua=1))
    await hall.press(words("hasil_tombol_lanjut"), says("hasil_semua_dicatat", menunggu=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan"))
    assert any(one in says("rapat_sesudah") for one in hall.town.texts(hall.leader))


async def test_what_is_written_down_waits_to_be_told(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1, semua=1))
    await hall.press(words("hasil_tombol_lanjut"), says("hasil_semua_dicatat", menunggu=1))
    await _evening(hall)
    told = await hall.town.hears(hall.leader, says("rapat_sesudah", hadir=True, hasil=False, kabar="1"))
    assert labels(told)[-1] == words("tombol_rapat_kabari")
    await hall.press(words("tombol_rapat_kabari"), says("hasil_semua_dicatat", menunggu=1))

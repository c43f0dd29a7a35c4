"""A date that was told and never saved: whoever told it is asked once, the day after, and goes on where it stood."""

from tests.roles.conftest import Office
from tests.support.calendar import DESA
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

CARD = mentions("form.jadwal.tinjau")
_A_DAY = 24 * 3600 + 60


async def test_a_date_that_was_not_saved_is_asked_after_once(any_office: Office) -> None:
    place, ratna = any_office, await any_office.join("Ratna", "fasilitator_desa", DESA)
    await place.ask(ratna, "atur musdes tanggal 12 november jam 9 pagi di rumah pak desa", CARD)
    await place.town.simulator.move_clock(by=_A_DAY)
    reminded = await place.hears(ratna, says("ingat_isian", formulir=words("form.jadwal.judul")))
    assert labels(reminded) == [words("tombol_lanjutkan")]
    await place.press(ratna, words("tombol_lanjutkan"), CARD)
    await place.town.simulator.move_clock(by=_A_DAY)
    await place.press(ratna, words("tombol.kirim"), mentions("jadwal_ditetapkan", jumlah=True))
    assert sum(text in says("ingat_isian") for text in place.texts(ratna)) == 1


async def test_a_yes_to_something_else_saves_no_date(any_office: Office) -> None:
    """Whatever was said in between: the card stands there again, and the next yes is its own."""
    place, ratna = any_office, await any_office.join("Ratna", "fasilitator_desa", DESA)
    await place.ask(ratna, "atur musdes tanggal 12 november jam 9 pagi di rumah pak desa", CARD)
    await place.town.simulator.move_clock(by=_A_DAY)
    await place.town.begin_again()
    await place.ask(ratna, "siapa yang belum", lambda message: "form" not in words_of(message))
    await place.ask(ratna, "iye", CARD)
    assert not await place.town.rows("SELECT 1 FROM occasions")
    await place.ask(ratna, "iye", mentions("jadwal_ditetapkan", jumlah=True))
    assert len(await place.town.rows("SELECT 1 FROM occasions")) == 1

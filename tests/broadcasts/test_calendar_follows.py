"""An announcement that tells another place or hour of a meeting: the calendar follows after a yes, and nobody is told
the same twice."""

from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

_OLD, _NEW = "kantor camat", "gedung serbaguna Bangkala"
_OFFER = mentions("form.siaran_tawaran.jadi.tanya")
_PLACE = f"tempat musrenbang kecamatan 10 Februari pindah dari {_OLD} ke {_NEW}"


async def _held(office: Office) -> tuple[Person, Person, Person]:
    """A date stands; two facilitators were told of it."""
    ratna = await office.join("Ratna", "bappeda", "73.16")
    eppang = await office.join("Eppang", "fasilitator_desa", "73.16.01.2003")
    kadir = await office.join("Kadir", "fasilitator_kecamatan", "73.16.01")
    typed = f"/jadwal musrenbang kecamatan maiwa 10 februari jam 9 di {_OLD}"
    await office.ask(ratna, typed, mentions("form.jadwal.tinjau"))
    await office.press(ratna, words("tombol.kirim"), mentions("jadwal_ditetapkan"))
    return ratna, eppang, kadir


async def _announced(office: Office, ratna: Person, text: str, number: str = "1") -> Any:
    """To the facilitators of the desa alone; returns whether the calendar is to follow."""
    await office.ask(ratna, f"umumkan ke fasilitator desa di kecamatan maiwa: {text}", says("siaran_kartu"))
    await office.press(ratna, words("tombol_siaran_kirim"), mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(ratna, number, says("siaran_siap"))


async def _sent(office: Office) -> None:
    await office.town.simulator.move_clock(by=120)
    await office.town.until("SELECT state FROM broadcasts", "done")
    await office.town.until("SELECT count(*) FROM news WHERE next_at IS NOT NULL", 0)


def _told(office: Office, person: Person, sentence: str) -> int:
    return sum(text in says(sentence) for text in office.town.texts(person))


async def test_the_place_follows_after_a_yes_and_nobody_hears_it_twice(any_office: Office) -> None:
    office = any_office
    ratna, eppang, kadir = await _held(office)
    await _announced(office, ratna, _PLACE)
    asked = await office.hears(ratna, says("siaran_jadwal_ikutkah", dari=_OLD, ke=_NEW))
    assert labels(asked) == [words("tombol_siaran_jadwal_ikut"), words("tombol_siaran_jadwal_biar")]
    await office.ask(ratna, "ya", mentions("jadwal_di_tempat_lain", dari=_OLD, ke=_NEW, siaran=True))
    assert await office.town.rows("SELECT place FROM occasions") == [(_NEW,)]
    await _sent(office)
    await office.hears(kadir, says("jadwal_kabar_tempat", dari=_OLD, ke=_NEW))
    assert _told(office, kadir, "siaran_isi") == 0
    assert (_told(office, eppang, "siaran_isi"), _told(office, eppang, "jadwal_kabar_tempat")) == (1, 0)


async def test_held_within_its_minute_everybody_hears_of_the_calendar(office: Office) -> None:
    ratna, eppang, _ = await _held(office)
    await _announced(office, ratna, _PLACE)
    await office.hears(ratna, says("siaran_jadwal_ikutkah"))
    await office.press(ratna, words("tombol_siaran_jadwal_ikut"), mentions("jadwal_di_tempat_lain"))
    await office.press(ratna, words("tombol_siaran_urung"), says("siaran_dibatalkan"))
    await office.town.simulator.move_clock(by=120)
    await office.hears(eppang, says("jadwal_kabar_tempat", dari=_OLD, ke=_NEW))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Jam musrenbang kecamatan 10 Februari berubah menjadi jam 10", "10.00"),
        ("Musrenbang kecamatan maiwa diundur ke 12 Februari jam 9. Harap datang.", "12 Februari"),
    ],
)
async def test_the_hour_follows_as_well(office: Office, text: str, at: str) -> None:
    ratna, _, _ = await _held(office)
    before = await office.town.rows("SELECT starts_at FROM occasions")
    await _announced(office, ratna, text)
    asked = await office.hears(ratna, says("siaran_jadwal_ikutkah", tempat=False))
    assert at in asked["text"]
    await office.press(ratna, words("tombol_siaran_jadwal_ikut"), mentions("jadwal_dipindah", siaran=True))
    assert await office.town.rows("SELECT starts_at FROM occasions") != before


async def test_whoever_says_no_changes_nothing_and_other_news_asks_nothing(office: Office) -> None:
    ratna, _, _ = await _held(office)
    await _announced(office, ratna, _PLACE)
    await office.hears(ratna, says("siaran_jadwal_ikutkah"))
    await office.ask(ratna, "tidak", says("siaran_jadwal_tetap"))
    assert await office.town.rows("SELECT place FROM occasions") == [(_OLD,)]
    asked = _told(office, ratna, "siaran_jadwal_ikutkah")
    await _announced(office, ratna, "laporan musrenbang kecamatan 10 Februari ditunggu paling lambat Senin")
    assert _told(office, ratna, "siaran_jadwal_ikutkah") == asked

"""Who comes is asked by many words; who comes only if something is has not said yes; a question behind the answer is
for whoever asked."""

from pathlib import Path

import pytest

from bot.core.broadcasts import choosing
from tests.broadcasts.street import DESA, Street, Streets, open_street
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of, town

_COMES = ("bisa hadir", "tidak bisa hadir")
_ASKED = "rapat koordinasi senin depan di aula camat. siapa yang bisa hadir tolong kabari"


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat koordinasi senin. Siapa yang bisa hadir?",
        "rapat senin depan, siapa saja yg bisa datang",
        "siapa2 yang mau ikut pelatihan tgl 20",
        "yang bisa hadir mohon kabari",
        "yang tidak bisa hadir tolong konfirmasi",
    ],
)
def test_who_can_come_is_a_question_with_two_answers(text: str) -> None:
    assert choosing.in_text(text, catalog_of().world) == _COMES


@pytest.mark.parametrize(
    "text",
    [
        "siapa saja boleh hadir di musrenbang",
        "siapa yang harus hadir: kepala dusun",
        "terima kasih kepada siapa saja yang sudah mau hadir kemarin",
        "rapat senin, semua hadir tepat waktu",
    ],
)
def test_what_asks_nobody_whether_they_come_has_none(text: str) -> None:
    assert choosing.in_text(text, catalog_of().world) == ()


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("hadir kalau ada uang transport", None),
        ("saya bisa hadir asal dijemput", None),
        ("insya allah datang klo tidak hujan", None),
        ("kalau saya bisa hadir ji", 0),
        ("tidak bisa hadir, sakit", 1),
        ("siap hadir bu", 0),
    ],
)
def test_a_condition_is_no_plain_yes(text: str, at: int | None) -> None:
    assert choosing.chosen(text, _COMES, catalog_of().world) == at


@pytest.mark.parametrize("typed", ["hadir kalau ada uang transport", "hadir ja kalau tidak ada halangan"])
async def test_it_reaches_the_author_and_the_answer_is_asked(street: Street, typed: str) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_ASKED)
    await street.town.ask(rahman, typed, mentions("siaran_pilihan_syarat"))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(None,)]
    await street.town.hears(street.announces, says("siaran_balasan", isi=typed))
    await street.town.press(rahman, "bisa hadir", mentions("siaran_pilihan_dicatat", pilihan="bisa hadir"))
    assert await street.town.rows("SELECT answer FROM deliveries") == [(0,)]


@pytest.mark.parametrize("typed", ["ada uang transportnya ji bu?", "jam berapa mulainya", "boleh diwakilkan?"])
async def test_a_question_behind_the_answer_is_for_whoever_asked(street: Street, typed: str) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_ASKED)
    await street.town.ask(rahman, "siap hadir", mentions("siaran_pilihan_dicatat"))
    await street.town.ask(rahman, typed, mentions("siaran_untuk_ini"))
    await street.town.press(rahman, words("form.siaran_untuk_ini.untuk.pilihan.ya"), says("siaran_balasan_diteruskan"))
    await street.town.hears(street.announces, says("siaran_balasan", isi=typed))


async def test_hours_later_a_question_is_one_like_any_other(street: Street) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_ASKED)
    await street.town.ask(rahman, "siap hadir", mentions("siaran_pilihan_dicatat"))
    await street.town.simulator.move_clock(by=3 * 3600)
    await street.town.ask(rahman, "/tugas", mentions("tugas_kosong", acara=False))
    await street.town.ask(rahman, "kapan musdes di maiwa?", says("tanya_rapat"))

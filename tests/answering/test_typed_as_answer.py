"""What a facilitator types where the answer to a villager is asked for."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.answering.conftest import Village
from tests.support.sentences import mentions, says, words


async def _answering(village: Village) -> Person:
    """Rahman, who is asked for his answer to Sitti."""
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "tanya_lain", "Apakah jalan ke kebun sudah pernah diukur?")
    await village.hears(sitti, says("tanya_lain", kepada="Rahman"))
    number = (await village.town.rows("SELECT id FROM questions"))[0][0]
    await village.press_data(rahman, f"q:jawab:{number}", says("form.jawab.jawaban.tanya"))
    return rahman


@pytest.mark.parametrize(
    "typed",
    [
        "ada juru isyarat dari dinas sosial, saya undang tanggal 20",
        "musrenbangnya tanggal 20 di balai desa, semua warga boleh datang",
        "usulannya sudah dibahas, hasilnya nanti saya kabari",
        "tidak perlu ktp, datang saja",
    ],
)
async def test_what_is_typed_where_the_answer_is_asked_is_the_answer(village: Village, typed: str) -> None:
    rahman = await _answering(village)
    await village.ask(rahman, typed, says("jawaban_dikirim", dari="Sitti"))
    assert await village.town.rows("SELECT answer FROM questions") == [(typed,)]


@pytest.mark.parametrize(
    "typed",
    ["iya itu", "seperti tadi", "sama dengan yang tadi", "yang di atas itu mi", "iya, seperti sudah kubilang tadi"],
)
async def test_what_only_points_back_is_shown_before_it_goes(village: Village, typed: str) -> None:
    rahman = await _answering(village)
    await village.ask(rahman, typed, mentions("form.jawab_ini.ini.tanya"))
    assert await village.town.rows("SELECT answer FROM questions") == [(None,)]
    whole = "sudah diukur bulan lalu, hasilnya di kantor desa"
    await village.ask(rahman, whole, mentions("form.jawab_ini.ini.tanya"))
    await village.press(rahman, words("form.jawab_ini.ini.pilihan.ya"), says("jawaban_dikirim", dari="Sitti"))
    assert await village.town.rows("SELECT answer FROM questions") == [(whole,)]


@pytest.mark.parametrize("typed", ["iya, itu sudah diukur", "iya sudah", "belum pernah", "itu sudah diukur tadi pagi"])
async def test_what_points_and_tells_is_the_answer(village: Village, typed: str) -> None:
    rahman = await _answering(village)
    await village.ask(rahman, typed, says("jawaban_dikirim", dari="Sitti"))


@pytest.mark.parametrize("typed", ["tugas saya apa saja", "kapan musrenbang di sini?", "bapak bisa ketemu saya kapan?"])
@pytest.mark.parametrize("is_meant", [True, False])
async def test_what_looks_like_something_else_is_shown_before_it_goes(
    village: Village, typed: str, *, is_meant: bool
) -> None:
    rahman = await _answering(village)
    await village.ask(rahman, typed, mentions("form.jawab_ini.ini.tanya"))
    assert await village.town.rows("SELECT answer FROM questions") == [(None,)]
    if is_meant:
        await village.press(rahman, words("form.jawab_ini.ini.pilihan.ya"), says("jawaban_dikirim", dari="Sitti"))
    else:
        await village.press(rahman, words("form.jawab_ini.ini.pilihan.bukan"), bool)
    assert await village.town.rows("SELECT answer FROM questions") == [(typed if is_meant else None,)]

"""A sentence that is a meeting and its day sets the date, whoever may set it; a question stays one."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN
from tests.support.sentences import mentions, says

CARD, HOUR = mentions("form.jadwal.tinjau"), "Jam berapa mulainya?"
PLACE, KIND, WHERE = (mentions(f"form.jadwal.{key}.tanya") for key in ("tempat", "macam", "desa"))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("rapat musrenbang desa tgl 20 januari di kantor desa pattondon salu", HOUR),
        ("musdes tgl 12 november jam 9", PLACE),
        ("musyawarah dusun sabtu 14 november jam 9", KIND),
        ("pak, musdes kita hari selasa tgl 24 november jam 9", PLACE),
        ("atur musdes tanggal 12 november jam 9 pagi di rumah pak desa", CARD),
        ("besok jam 9 musdes di aula", CARD),
        ("tabe, musrenbang desa jadinya tanggal 20 januari 2027 pukul 09.00 di kantor desa", CARD),
    ],
)
async def test_what_the_first_words_tell_is_not_asked_again(any_office: Office, typed: str, asked: str) -> None:
    ratna = await any_office.join("Ratna", "fasilitator_desa", DESA)
    await any_office.ask(ratna, typed, asked)


async def test_a_day_is_kept_while_the_meeting_or_the_desa_is_asked(office: Office) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, "rapat tgl 20 januari di kantor desa", KIND)
    assert "20 Januari 2027" in (await office.ask(ratna, "musyawarah desa ji, kan sudah kubilang", HOUR))["text"]
    assert "Tempat: kantor desa" in (await office.ask(ratna, "jam 9", CARD))["text"]
    amir = await office.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(amir, "musrenbang desa tgl 20 januari", WHERE)
    assert "20 Januari 2027" in (await office.ask(amir, "boiya", HOUR))["text"]


@pytest.mark.parametrize("typed", ["kapan musdes?", "musdes tgl 12 november?", "kapan rapat tanggal 20 januari"])
async def test_a_question_is_answered(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, typed, says("tanya_rapat"))
    assert not await office.town.rows("SELECT 1 FROM conversations")


@pytest.mark.parametrize(
    "typed",
    ["musrenbang desa tanggal 20 januari ditunda karena banjir", "kami usul jembatan, rapat dusun besok bahas itu"],
)
async def test_what_tells_more_sets_no_date(office: Office, typed: str) -> None:
    ratna = await office.join("Ratna", "fasilitator_desa", DESA)
    await office.ask(ratna, typed, "")
    assert not await office.town.rows("SELECT 1 FROM conversations WHERE flow = 'jadwal'")


async def test_a_greeting_and_who_one_is_hide_no_order(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    who = "assalamu alaikum pak admin, sy Rahman desa pattondon salu"
    await office.ask(rahman, f"{who}. mau atur musdes tanggal 12 november jam 9 pagi di rumah pak desa", CARD)

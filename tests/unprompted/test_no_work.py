"""That one is not at work, in everyday words, is recorded like any leave: with its days, in a row."""

import pytest

from tests.support.desk import local
from tests.support.homes import Home
from tests.support.sentences import says

_AWAY = "SELECT away_from, away_until FROM people WHERE away_until IS NOT NULL"


@pytest.mark.parametrize(
    ("typed", "first", "over"),
    [
        ("besok saya tidak masuk kantor, sakit", "2027-01-09", "2027-01-10"),
        ("saya izin besok, ada urusan keluarga", "2027-01-09", "2027-01-10"),
        ("sy tdk masuk hari ini, demam", None, "2027-01-09"),
        ("besok sa nda bisa masuk, anak sakit", "2027-01-09", "2027-01-10"),
        ("saya ijin tidak masuk kantor tiga hari", None, "2027-01-11"),
        ("saya tidak ngantor besok", "2027-01-09", "2027-01-10"),
        ("lusa tidak bisa ke kantor ka, kurang enak badan", "2027-01-10", "2027-01-11"),
        ("besok nda masuk ka", "2027-01-09", "2027-01-10"),
        ("sy tdk bisa kerja besok", "2027-01-09", "2027-01-10"),
        ("senin saya tidak di kantor", "2027-01-11", "2027-01-12"),
        ("saya tidak bertugas sampai rabu", None, "2027-01-13"),
        ("minggu depan saya tidak masuk kerja karena antar anak ke makassar", "2027-01-11", "2027-01-18"),
        ("minggu depan saya sakit, tidak bisa pegang tugas", "2027-01-11", "2027-01-18"),
        ("besok saya tidak bisa urus tugas", "2027-01-09", "2027-01-10"),
        ("hari ini saya kurang sehat", None, "2027-01-09"),
    ],
)
async def test_who_is_not_at_work_is_away(at_home: Home, typed: str, first: str | None, over: str) -> None:
    await at_home.move_clock(local(1, 8, 9))
    lina = await at_home.join("Lina")
    await at_home.ask(lina, typed, says("tidak_di_tempat"))
    ((begins, ends),) = await at_home.town.rows(_AWAY)
    assert (str(begins) if begins else None, str(ends)) == (first, over)


async def test_without_a_day_it_is_asked_for(at_home: Home) -> None:
    lina = await at_home.join("Lina")
    await at_home.ask(lina, "saya tidak bisa masuk kantor, sakit", "Mulai lagi hari apa?")


@pytest.mark.parametrize(
    "typed",
    [
        "usulan saya tidak masuk besok",
        "saya izin bertanya besok rapat jam berapa",
        "saya tidak masuk grup",
        "kalau besok saya tidak masuk kantor, siapa yang gantikan",
        "pak camat tidak masuk kantor besok",
        "saya tidak bisa kerja kalau begini terus",
        "laporan hari ini tidak masuk",
        "saya tidak bisa masuk",
        "saya izin masuk ruangan dulu",
    ],
)
async def test_what_is_not_in_or_asked_leave_for_is_no_absence(at_home: Home, typed: str) -> None:
    lina = await at_home.join("Lina")
    before = len(at_home.texts(lina))
    await at_home.ask(lina, typed, lambda _: True)
    assert len(at_home.texts(lina)) > before
    assert not await at_home.town.rows(_AWAY)
    assert not await at_home.town.rows("SELECT 1 FROM conversations WHERE flow = 'cuti'")

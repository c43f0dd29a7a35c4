"""A day and an hour as an answer: in one message or in two, never guessed, and said back whole."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from bot.core import kinds
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.questions import Ask, Question, Reading, Refused, Toggled, Took, Unsure
from bot.core.kinds.waktu import Params
from tests.support.town import catalog_of

MONDAY = date(2026, 11, 2)
KIND = kinds.find("waktu")


def asked(mine: Any = None, today: date | None = MONDAY, **params: Any) -> Ask:
    world = replace(catalog_of().world, today=today, zone="WITA")
    return Ask(Question("q", "waktu", Params(**params)), {}, world, mine)


def read(text: str, mine: Any = None, **params: Any) -> Reading:
    return KIND.read(asked(mine, **params), Typed(text, 1))


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("14/1/27 jam 9", "2027-01-14", "09.00"),
        ("selasa jam 9 pagi", "2026-11-03", "09.00"),
        ("besok jam 8 malam", "2026-11-03", "20.00"),
        ("kamis 14 januari jam 9", "2027-01-14", "09.00"),
    ],
)
def test_a_day_and_an_hour_in_one_message_are_an_answer(text: str, day: str, at: str) -> None:
    reading = read(text)
    assert reading == Took({"day": day, "at": at}, guessed=True)


def test_it_is_said_back_whole_with_the_clock_of_the_place() -> None:
    said = KIND.show(asked(), {"day": "2027-01-14", "at": "09.00"})
    assert not isinstance(said, str)
    assert catalog_of().label(said) == "Kamis, 14 Januari 2027, 09.00 WITA"


def test_a_day_alone_is_an_answer_where_no_hour_is_wanted() -> None:
    assert read("14/7/27", with_hour=False) == Took({"day": "2027-07-14"}, guessed=True)


@pytest.mark.parametrize(
    ("text", "first"), [("besok", "08.00"), ("besok sore", "15.30"), ("besok habis zuhur", "13.00")]
)
def test_a_day_without_an_hour_asks_for_it_with_hours_that_fit(text: str, first: str) -> None:
    reading = read(text)
    assert isinstance(reading, Toggled)
    assert KIND.offers(asked(reading.chosen))[0].label == first
    assert KIND.told(asked(reading.chosen))["hari"] == "Selasa, 3 November 2026"


@pytest.mark.parametrize("heard", [Typed("9", 2), Typed("jam 9", 2), Typed("09.00", 2), Pressed("d", "q", "T0900")])
def test_the_hour_may_follow_typed_or_pressed(heard: Heard) -> None:
    assert KIND.read(asked(("2027-01-14T",)), heard) == Took({"day": "2027-01-14", "at": "09.00"}, guessed=True)


def test_an_hour_without_a_day_is_kept_until_the_day_is_told() -> None:
    reading = read("jam 9")
    assert isinstance(reading, Toggled)
    assert read("14/1/27", reading.chosen) == Took({"day": "2027-01-14", "at": "09.00"}, guessed=True)


def test_another_day_takes_the_place_of_the_one_before() -> None:
    assert read("kamis jam 10", ("2027-01-14T",)) == Took({"day": "2026-11-05", "at": "10.00"}, guessed=True)


def test_minggu_may_be_a_week_and_is_asked_about() -> None:
    reading = read("minggu")
    assert isinstance(reading, Unsure)
    assert reading.why.name == "pengertian.hari_minggu"
    assert [offer.label for offer in reading.offers] == ["Minggu, 8 November 2026"]


def test_minggu_pagi_is_no_week_and_its_hour_is_asked() -> None:
    after = read("minggu pagi")
    assert isinstance(after, Toggled)
    assert KIND.offers(asked(after.chosen))[0].label == "07.00"


def test_an_hour_that_may_be_of_the_night_is_asked_about() -> None:
    reading = read("besok jam 3")
    assert isinstance(reading, Unsure)
    assert [offer.label[-5:] for offer in reading.offers] == ["03.00", "15.00"]


def test_a_day_that_is_over_is_asked_about_and_the_coming_one_offered() -> None:
    reading = read("14/1/26 jam 9")
    assert isinstance(reading, Unsure)
    assert reading.why.name == "pengertian.sudah_lewat"
    assert [offer.label for offer in reading.offers] == ["Kamis, 14 Januari 2027, 09.00"]


def test_where_it_may_be_over_it_is_an_answer() -> None:
    assert read("14/1/26 jam 9", past=True) == Took({"day": "2026-01-14", "at": "09.00"}, guessed=True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("14/1/31 jam 9", "pengertian.terlalu_jauh"),
        ("31 februari", "pengertian.tidak_ada_hari"),
        ("nanti saja ya", "pengertian.kapan"),
        ("kantor desa", "pengertian.contoh_waktu"),
    ],
)
def test_what_is_no_day_is_told_what_to_do(text: str, why: str) -> None:
    reading = read(text)
    assert isinstance(reading, Refused)
    assert reading.why.name == why


@pytest.mark.parametrize("value", ["2027-01-14", "2027-13-40T0900", "T2500", "2027-01-14Traja", "T٣٣٣٣", ""])
def test_a_forged_button_is_refused(value: str) -> None:
    assert isinstance(KIND.read(asked(), Pressed("d", "q", value)), Refused)


def test_without_a_today_nothing_is_understood() -> None:
    assert isinstance(KIND.read(asked(today=None), Typed("besok jam 9", 1)), Refused)


def test_an_answer_stays_one_while_the_days_go_by() -> None:
    assert KIND.holds(asked(today=date(2030, 1, 1)), {"day": "2027-01-14", "at": "09.00"})
    assert not KIND.holds(asked(), {"day": "2027-01-14"})
    assert not KIND.holds(asked(), {"day": "31 Januari", "at": "09.00"})


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("besok jam 9 WIB", "2026-11-03", "10.00"),
        ("besok jam 9 pagi WIT", "2026-11-03", "08.00"),
        ("besok jam 23.30 WIB", "2026-11-04", "00.30"),
        ("besok jam 9 WITA", "2026-11-03", "09.00"),
    ],
)
def test_the_hour_of_another_clock_is_that_of_the_place(text: str, day: str, at: str) -> None:
    assert read(text) == Took({"day": day, "at": at}, guessed=True)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("besok jam 9 sampai 12", "09.00"),
        ("besok 09.00-12.00", "09.00"),
        ("besok jam 2 sampai 4 sore", "14.00"),
        ("besok jam 9 sampai jam 12 siang", "09.00"),
        ("besok jam 9 pagi s/d 12 siang", "09.00"),
    ],
)
def test_of_hours_from_one_to_another_the_first_is_when_it_begins(text: str, at: str) -> None:
    assert read(text) == Took({"day": "2026-11-03", "at": at}, guessed=True)


def test_a_day_that_does_not_exist_is_named() -> None:
    reading = read("29 februari jam 9")
    assert isinstance(reading, Refused)
    assert reading.why.values == {"hari": "29 Februari 2027"}


def test_an_hour_of_today_that_is_over_is_not_offered() -> None:
    ask = asked(("2026-11-02T",))
    late = replace(ask, world=replace(ask.world, now=time(10, 15)))
    assert [offer.label for offer in KIND.offers(late)] == ["13.30", "16.00", "20.00"]
    assert KIND.offers(ask)[0].label == "08.00"
    evening = replace(asked(), world=replace(ask.world, now=time(10, 15)))
    assert KIND.read(evening, Typed("hari ini jam 7", 1)) == Took({"day": "2026-11-02", "at": "19.00"}, guessed=True)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("mundur dua hari", "2026-12-05", "09.30"),
        ("maju seminggu", "2026-11-26", "09.30"),
        ("diundur 3 hari jam 10", "2026-12-06", "10.00"),
    ],
)
def test_a_date_moves_by_days_from_where_it_was(text: str, day: str, at: str) -> None:
    ask = replace(asked(), old="2026-12-03T0930")
    assert KIND.read(ask, Typed(text, 1)) == Took({"day": day, "at": at}, guessed=True)
    assert read(text) != Took({"day": day, "at": "09.30"}, guessed=True)

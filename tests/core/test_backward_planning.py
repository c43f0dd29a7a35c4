"""From the day of a meeting to the days of its tasks, with the checklists and holidays of the project itself."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.core.calendar.rules import ANSWERS, FOLLOW_UP, LISTS, TaskRule, on_day
from bot.core.calendar.workdays import Workdays
from bot.core.calendar.years import plan_years
from bot.core.tasks.planning import ends, plan
from tests.support.town import catalog_of

CALENDAR = catalog_of().calendar
HELD = st.dates(date(2026, 6, 1), date(2027, 12, 31))
NOTICE = st.integers(-60, 200)  # days from the day on which the date is set to the meeting
DAY = timedelta(days=1)


def _lists(used: frozenset[str] | None = None) -> list[list[TaskRule]]:
    """The tasks that one wilayah gets from one meeting: for every kind of both. `used`: only these; None = all."""
    rules = [rule for rule in CALENDAR.rules.values() if used is None or rule.key in used]
    found = [[r for r in rules if kind in r.anchors and r.list == name] for kind in CALENDAR.kinds for name in LISTS]
    return [listed for listed in found if listed]


def _plan(rules: Sequence[TaskRule], held: date, today: date, fixed: dict[str, date] | None = None) -> dict[str, date]:
    return plan(rules, held, today, CALENDAR.workdays, CALENDAR.policy, fixed)


@settings(max_examples=150)
@given(held=HELD, notice=NOTICE, data=st.data())
def test_a_day_to_be_done_by_is_a_working_day_and_neither_past_nor_before_what_it_waits_for(
    held: date, notice: int, data: st.DataObject
) -> None:
    used = data.draw(st.frozensets(st.sampled_from(sorted(CALENDAR.rules)), min_size=20))
    today = held - notice * DAY
    for rules in _lists(used):
        due = _plan(rules, held, today)
        by_key = {rule.key: rule for rule in rules}
        for key, day in due.items():
            assert CALENDAR.workdays.is_working(day), (key, day)
            assert day >= today, (key, day)
            assert all(day >= due[other] for other in by_key[key].after if other in due), key


@settings(max_examples=100)
@given(held=HELD)
def test_with_time_enough_preparation_is_due_before_its_meeting_and_follow_up_after_it(held: date) -> None:
    today = held - 150 * DAY
    for rules in _lists():
        due = _plan(rules, held, today)
        for rule in rules:
            day = due[rule.key]
            assert (day < held) if rule.offset < 0 else (day >= held), (rule.key, day)


@settings(max_examples=100)
@given(held=HELD, notice=st.integers(0, 60))
def test_a_meeting_called_late_has_its_preparation_due_before_it_is_over(held: date, notice: int) -> None:
    today = held - notice * DAY
    last = CALENDAR.workdays.on_or_before(held)
    assume(last >= today)  # a meeting on Sunday, called on Saturday, has no working day before it
    for rules in _lists():
        due = _plan(rules, held, today)
        assert all(due[rule.key] <= held for rule in rules if rule.offset < 0)


@settings(max_examples=100)
@given(held=HELD, notice=NOTICE, by=st.integers(-40, 40), done=st.integers(0, 10))
def test_a_meeting_moved_and_moved_back_leaves_the_days_as_they_were(
    held: date, notice: int, by: int, done: int
) -> None:
    today = held - notice * DAY
    assume(held + by * DAY >= today)
    assume(held >= today)
    for rules in _lists():
        before = _plan(rules, held, today)
        fixed = dict(sorted(before.items(), key=lambda item: item[1])[:done])
        moved = _plan(rules, held + by * DAY, today, fixed)
        assert {key: moved[key] for key in fixed} == fixed
        assert _plan(rules, held, today, fixed) == before


def test_a_done_task_whose_day_became_a_holiday_since_moves_nothing_onto_that_holiday() -> None:
    idulfitri = date(2027, 3, 10)
    rules = [CALENDAR.rules["D05"], CALENDAR.rules["D07"]]
    due = _plan(rules, date(2027, 3, 5), date(2026, 11, 2), {"D05": idulfitri})
    assert due == {"D05": idulfitri, "D07": date(2027, 3, 16)}


@given(held=HELD, weeks=st.integers(1, 20))
def test_without_holidays_a_meeting_moved_by_weeks_moves_everything_by_as_much(held: date, weeks: int) -> None:
    rules = [rule for rule in CALENDAR.anchored("musrenbang_desa") if rule.latest is None]
    today, by = held - 200 * DAY, timedelta(weeks=weeks)
    before = plan(rules, held, today, Workdays(), CALENDAR.policy)
    moved = plan(rules, held + by, today, Workdays(), CALENDAR.policy)
    assert moved == {key: day + by for key, day in before.items()}


def test_in_both_calendars_everything_is_due_around_its_own_meeting() -> None:
    """Whoever follows the office's letter is not called late by the village law's dates, and the other way round."""
    desa = {rule.pattern for rule in CALENDAR.usual if rule.kind in ("musdes", "musrenbang_desa")}
    assert desa == {"aturan", "kebiasaan"}
    for usual in CALENDAR.usual:
        held, last = on_day(2026 + usual.year, usual.first), on_day(2026 + usual.year, usual.last)
        assert held <= last
        while held <= last:
            _check_around(usual.kind, held)
            held += DAY


def _check_around(kind: str, held: date) -> None:
    rules = [rule for rule in CALENDAR.rules.values() if kind in rule.anchors and rule.latest is None]
    for key, day in _plan(rules, held, held - 150 * DAY).items():
        wanted = held + CALENDAR.rules[key].offset * DAY
        assert abs(day - wanted) <= 10 * DAY, (kind, key, held, day)  # Idulfitri of 2027, with its weekends


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (date(2026, 7, 28), date(2026, 9, 30)),
        (date(2026, 9, 28), date(2026, 9, 30)),
        (date(2028, 9, 26), date(2028, 9, 29)),  # the last day of that September is a Saturday
        (date(2026, 11, 12), date(2026, 11, 17)),
        (date(2027, 1, 14), date(2027, 9, 30)),  # it feeds the regulation of that September
    ],
)
def test_the_village_regulation_is_due_by_the_end_of_september_and_never_before_its_meeting(
    held: date, due: date
) -> None:
    assert _plan([CALENDAR.rules["D23"]], held, held - 100 * DAY) == {"D23": due}


@pytest.mark.parametrize(
    ("agreed", "due"),
    [
        (date(2026, 8, 14), date(2026, 9, 1)),  # the 17th and the 25th are holidays
        (date(2026, 8, 15), date(2026, 9, 1)),  # a Saturday
        (date(2027, 7, 1), date(2027, 7, 15)),
    ],
)
def test_ceilings_are_due_ten_working_days_after_they_were_agreed(agreed: date, due: date) -> None:
    assert _plan([CALENDAR.rules["P10"]], agreed, agreed - 30 * DAY) == {"P10": due}


@given(held=HELD)
def test_follow_up_stays_for_a_year_and_preparation_for_a_month(held: date) -> None:
    for rule in CALENDAR.rules.values():
        stays = ends(rule, held, CALENDAR.policy) - held
        assert (360 * DAY < stays <= 366 * DAY) if rule.phase == FOLLOW_UP else stays == 30 * DAY


def test_few_tasks_of_each_list_are_in_use_at_first_and_all_that_the_office_owes() -> None:
    used = {name: [r.key for r in CALENDAR.rules.values() if r.list == name and r.on] for name in LISTS}
    assert {name: len(keys) for name, keys in used.items()} == {
        "desa": 9,
        "kelurahan": 9,
        "kecamatan": 8,
        "kabupaten": sum(rule.list == "kabupaten" for rule in CALENDAR.rules.values()),
    }
    assert [key[1:] for key in used["desa"]] == [key[1:] for key in used["kelurahan"]]


@pytest.mark.parametrize("name", ["desa", "kelurahan"])
def test_each_list_answers_what_is_asked_of_a_village(name: str) -> None:
    answers = {rule.answers for rule in CALENDAR.rules.values() if rule.list == name and rule.on}
    assert set(ANSWERS) <= answers


def test_only_invitations_attendance_and_feedback_ask_for_proof() -> None:
    asking = {key for key, rule in CALENDAR.rules.items() if rule.proof}
    assert asking == {"D11", "D19", "D20", "D34", "L11", "L19", "L20", "L34", "K11", "K18", "K20"}


@pytest.mark.parametrize(
    ("day", "desa", "kabupaten"),
    [
        (date(2026, 6, 15), 2027, 2028),  # a desa in mid-2026: RKP Desa 2027, DU-RKP for 2028
        (date(2026, 9, 16), 2027, 2028),
        (date(2026, 12, 31), 2027, 2028),
        (date(2027, 1, 12), 2027, 2028),  # a kelurahan, and a desa that follows the office's letter
        (date(2027, 2, 4), 2027, 2028),  # a kecamatan
        (date(2027, 3, 31), 2027, 2028),
        (date(2027, 4, 1), 2028, 2029),
        (date(2027, 6, 30), 2028, 2029),
    ],
)
def test_what_is_spoken_about_is_for_a_year_that_follows_from_its_day(day: date, desa: int, kabupaten: int) -> None:
    years = plan_years(day)
    assert (years.spoken, years.desa, years.kabupaten) == (day.year, desa, kabupaten)

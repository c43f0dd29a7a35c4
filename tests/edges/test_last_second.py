"""Never more in a second than allowed, whatever the way to Telegram takes."""

from bot.edges.last_second import LastSecond


def _gone(last: LastSecond, number: int, now: float) -> None:
    last.claim(number)
    for _ in range(number):
        last.answered(last.leave(now), now + 0.06)


def test_what_left_a_second_ago_makes_room_again() -> None:
    last = LastSecond(3)
    _gone(last, 2, 10.0)
    _gone(last, 1, 10.5)

    assert [last.room(at) for at in (10.9, 11.02, 11.6)] == [0, 2, 3]


def test_how_long_to_wait_is_said_to_the_thousandth() -> None:
    last = LastSecond(1)
    _gone(last, 1, 10.0)

    assert last.room(10.4 + last.until_room(10.4) - 0.01) == 0
    assert last.room(10.4 + last.until_room(10.4) + 0.001) == 1


def test_what_is_claimed_takes_its_room_until_it_leaves_or_stays() -> None:
    last = LastSecond(3)
    last.claim(3)
    before = last.room(10.0)
    last.stay()

    assert (before, last.room(10.0)) == (0, 1)


def test_a_late_answer_may_mean_a_late_arrival() -> None:
    last = LastSecond(1)
    _gone(last, 1, 10.0)
    last.room(20.0)
    last.claim(1)
    last.answered(last.leave(20.0), 20.16)  # a tenth longer than the one before

    assert [last.room(at) for at in (21.05, 21.12)] == [0, 1]

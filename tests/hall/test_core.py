"""The rules of a hall without a hall: who speaks next, who a line names, what is left of a programme, how many came."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Question, Took
from bot.core.forms.questions import Refused as NotTaken
from bot.core.hall.guests import LONGEST_NAME, LONGEST_SPEAKS_FOR, Guest, Refused
from bot.core.hall.points import Point, following, mark, moved, remaining, running
from bot.core.hall.rarely_heard import missing
from bot.core.hall.turns import Asker, is_to_ring, left, order, share
from bot.core.kinds import hadir
from tests.support.tongue import is_a_name, read_line, read_list
from tests.support.town import catalog_of

NOON = datetime(2027, 1, 14, 4, 0, tzinfo=UTC)


@st.composite
def askers(draw: st.DrawFn) -> list[Asker]:
    number = draw(st.integers(0, 12))
    return [
        Asker(one, draw(st.booleans()), draw(st.integers(0, 5)), NOON + timedelta(seconds=draw(st.integers(0, 600))))
        for one in range(number)
    ]


@given(askers())
def test_of_two_who_spoke_as_often_the_rarely_heard_comes_first(waiting: list[Asker]) -> None:
    after = order(waiting)
    for at, one in enumerate(after):
        assert not any(other.rare and not one.rare and other.turns <= one.turns for other in after[at + 1 :])


@given(askers())
def test_of_two_alike_whoever_spoke_less_and_then_asked_first_comes_first(waiting: list[Asker]) -> None:
    after = order(waiting)
    for at, one in enumerate(after):
        for other in after[at + 1 :]:
            assert one.rare != other.rare or (one.turns, one.asked_at) <= (other.turns, other.asked_at)


@given(st.lists(st.booleans(), min_size=1, max_size=8))
def test_nobody_waits_for_ever_though_everybody_asks_again_at_once(rare: list[bool]) -> None:
    """A full round has everybody in it: whoever is rarely heard is at most two turns ahead of the others."""
    turns = Counter[int]()
    for second in range(10 * len(rare)):
        now = NOON + timedelta(seconds=second)
        waiting = [Asker(one, rare[one], turns[one], now) for one in range(len(rare))]
        turns[order(waiting)[0].id] += 1
    assert max(turns[one] for one in range(len(rare))) - min(turns[one] for one in range(len(rare))) <= 2


def test_a_turn_lasts_three_minutes_and_is_over_afterwards() -> None:
    assert left(NOON, NOON) == timedelta(minutes=3)
    assert left(NOON, NOON + timedelta(minutes=2, seconds=15)) == timedelta(seconds=45)
    assert left(NOON, NOON + timedelta(minutes=4)) < timedelta()
    assert left(NOON, NOON - timedelta(hours=1)) == timedelta(minutes=3)  # a clock that was put back


def test_a_turn_that_is_over_for_five_minutes_rings_no_more() -> None:
    over = NOON + timedelta(minutes=3)
    assert is_to_ring(NOON, over)
    assert is_to_ring(NOON, over + timedelta(minutes=5))
    assert not is_to_ring(NOON, over + timedelta(minutes=5, seconds=1))


def test_the_share_of_women_among_the_turns() -> None:
    assert share([(2, True), (1, True), (3, False)]) == (6, 3, 50)
    assert share([]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("line", "guest"),
    [
        ("Ibu Sitti, perempuan, wakil Dusun Buntu", Guest("Ibu Sitti", "perempuan", True, "Dusun Buntu")),
        ("1. Pak Rahman, kurang mampu, jauh", Guest("Pak Rahman", "kurang_mampu", False, "", ("jauh",))),
        (
            "- Nenek Rabi; lansia; tidak ada kendaraan; ibu-ibu Tanete",
            Guest("Nenek Rabi", "lansia", True, "ibu-ibu Tanete", ("kendaraan",)),
        ),
        ("Nurhayati, P, tani", Guest("Nurhayati", "tani", True)),
        ("Nurhayati, tani, P", Guest("Nurhayati", "tani", True)),
        ("Bu Sitti Ara janda miskin Biak", Guest("Bu Sitti Ara", "kurang_mampu", True, "Biak")),
        ("Ambe Doi difabel Lappa", Guest("Ambe Doi", "disabilitas", False, "Lappa")),
        ("nenek Halija yg lumpuh", Guest("nenek Halija", "disabilitas", True)),
        ("Muh. Fajar 16 th forum anak", Guest("Muh. Fajar", "pemuda", None, "forum anak")),
        ("Puang Lince - janda", Guest("Puang Lince", "perempuan", True)),
        ("Dg Nur pemulung", Guest("Dg Nur", "kurang_mampu")),
        ("Ani istri kadus Lappa", Guest("Ani", "perempuan", True, "istri kadus Lappa")),
        ("Baso, L", Guest("Baso", "lain", False)),
        ("Hj. Ani, perempuan, keluarga kurang mampu", Guest("Hj. Ani", "kurang_mampu", True)),
        ("Bu Ani", Guest("Bu Ani", "perempuan", True)),
        ("Baso", Guest("Baso", "lain", None)),
    ],
)
def test_a_line_names_somebody_their_group_and_what_hinders_them(line: str, guest: Guest) -> None:
    assert read_line(line) == guest


@pytest.mark.parametrize(
    "line",
    ["perwakilan ibu-ibu", "2 orang perwakilan", "Wakil Dusun Buntu, perempuan", "Kelompok tani", "12", "para lansia"],
)
def test_a_representative_without_a_name_is_nobody(line: str) -> None:
    assert isinstance(read_line(line), Refused)


@pytest.mark.parametrize("line", ["salah hitung", "semua hadir", "hapus Karang Taruna", "batal", "tambah lagi"])
def test_what_somebody_wants_done_is_no_guest(line: str) -> None:
    assert isinstance(read_line(line), Refused)


def test_of_many_lines_those_with_a_name_are_taken_and_the_others_said_back() -> None:
    found, refused = read_list("Ibu Sitti, perempuan\n\nperwakilan pemuda\nPak Baso, adat\n")
    assert [one.name for one in found] == ["Ibu Sitti", "Pak Baso"]
    assert [one.line for one in refused] == ["perwakilan pemuda"]


@given(st.text(max_size=300))
def test_whatever_is_typed_as_a_list_is_read(text: str) -> None:
    found, refused = read_list(text)
    assert all(0 < len(one.name) <= LONGEST_NAME and len(one.speaks_for) <= LONGEST_SPEAKS_FOR for one in found)
    assert len(found) + len(refused) <= len(re.findall(r"[^\s,;]+", text)) + 1


def test_a_list_without_a_woman_or_a_poor_household_lacks_them() -> None:
    assert missing([]) == ["perempuan", "kurang_mampu"]
    assert missing([("adat", False), ("tani", True)]) == ["kurang_mampu"]
    assert missing([("kurang_mampu", False)]) == ["perempuan"]
    assert missing([("kurang_mampu", True)]) == []


def test_a_name_may_begin_like_a_group() -> None:
    assert is_a_name("Wakiluddin")
    assert is_a_name("Ibu Ketut")
    assert not is_a_name("wakil")


def _programme() -> list[Point]:
    return [
        Point(1, "Sambutan", 30, NOON, NOON + timedelta(minutes=25)),
        Point(2, "Hasil", 15, NOON + timedelta(minutes=25)),
        Point(3, "Kelompok", 60),
    ]


def test_what_is_left_of_an_programme_counts_what_runs_and_what_is_to_come() -> None:
    points = _programme()
    assert running(points) == points[1]
    assert following(points) == points[2]
    assert remaining(points, NOON + timedelta(minutes=30)) == timedelta(minutes=70)
    assert remaining(points, NOON + timedelta(minutes=60)) == timedelta(minutes=60)  # what runs over gives nothing back


@given(st.integers(-3, 9), st.sampled_from([-1, 1]))
def test_moving_a_point_loses_none_and_touches_none_that_began(position: int, by: int) -> None:
    points = [*_programme(), Point(4, "Doa", 5), Point(5, "Tutup", 5)]
    after = moved(points, position, by)
    assert sorted(point.title for point in after) == sorted(point.title for point in points)
    assert after[:2] == points[:2]
    assert [point.position for point in after] == [1, 2, 3, 4, 5]


def test_a_changed_programme_has_another_mark() -> None:
    points = _programme()
    assert mark(points) == mark(_programme())
    assert mark(moved([*points, Point(4, "Doa", 5)], 4, -1)) != mark([*points, Point(4, "Doa", 5)])


def _read(text: str) -> object:
    ask = Ask(Question("jumlah", "hadir"), {}, catalog_of().world)
    return hadir.read(ask, Typed(text, 1))


@pytest.mark.parametrize(
    ("text", "women", "men", "elements"),
    [
        ("41 laki-laki, 34 perempuan, 6 kurang mampu", 34, 41, {"kurang_mampu": 6}),
        ("L 41 P 34", 34, 41, {}),
        ("perempuan 34 orang, laki-laki 41 orang", 34, 41, {}),
        ("41 L, 34 P, enam keluarga kurang mampu dan 2 difabel", 34, 41, {"kurang_mampu": 6, "disabilitas": 2}),
        ("34 perempuan\n41 laki-laki\n5 lansia", 34, 41, {"lansia": 5}),
    ],
)
def test_how_many_came_is_understood_as_people_type_it(
    text: str, women: int, men: int, elements: dict[str, int]
) -> None:
    assert _read(text) == Took({"women": women, "men": men, "elements": elements})


def test_who_tells_how_many_altogether_has_told_that() -> None:
    assert _read("75 orang, 34 perempuan") == Took({"women": 34, "men": 41, "elements": {}, "by_total": True})


@pytest.mark.parametrize("text", ["75 orang", "banyak", "6 kurang mampu", "9000 laki-laki, 10 perempuan",
                                  "4 laki-laki, 3 perempuan, 20 lansia"])  # fmt: skip
def test_what_is_no_count_of_women_and_men_is_asked_again(text: str) -> None:
    assert isinstance(_read(text), NotTaken)

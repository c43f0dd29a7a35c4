"""Whatever is typed there is an answer, and what is said back is understood as what it says."""

import re
import tomllib
from datetime import date, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalog.texts import Texts, values_in
from bot.core.forms.say import Words
from bot.core.understanding.amounts.counts import say_people
from bot.core.understanding.amounts.money import say_money
from bot.core.understanding.amounts.sizes import say_volume
from bot.core.understanding.rt_rw import say_rt_rw
from bot.core.understanding.sentences import NEEDED
from bot.core.understanding.times.when import say_when
from bot.core.understanding.tongue import say_number
from tests.support import tongue as u
from tests.support.tongue import COUNTED, LENGTHS, WIDE
from tests.understanding.labels import FILES, READERS, TODAY
from tests.understanding.labels import load as load_labels

SENTENCES = tomllib.loads((Path(__file__).parents[2] / "content/kalimat/pengertian.toml").read_text(encoding="utf-8"))
TEXTS = Texts({f"pengertian.{name}": text for name, text in SENTENCES["pengertian"].items()})
READS = [read for read, _ in READERS.values()]
WORDS = sorted(
    {word for file in FILES for labels in load_labels(file).values() for text in labels for word in text.split()}
)
ANYTHING = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    st.text(alphabet="0123456789.,-/xmk Rp½²an\n", max_size=30),
)
RESULTS = (u.Understood, u.Unsure, u.Unknown, u.NotUnderstood)
AMOUNTS = st.builds(Fraction, st.integers(1, 10**6), st.just(100)) | st.builds(
    Fraction, st.integers(1, 999), st.just(1000)
)


def _said(words: Words) -> str:
    return re.sub("<[^>]*>", "", TEXTS.render(words.name, words.values))


def _value(found: Any) -> Any:
    assert isinstance(found, u.Understood), found
    return found.value


@given(ANYTHING)
def test_every_text_has_an_answer_that_can_be_said(text: str) -> None:
    for read in READS:
        found = read(text)
        assert isinstance(found, RESULTS)
        for words in _sentences(found):
            assert _said(words), text


def _sentences(found: Any) -> list[Words]:
    if isinstance(found, u.Understood):
        return [found.said]
    return [found.why, *(option.said for option in found.options)] if isinstance(found, u.Unsure) else []


@given(ANYTHING)
def test_the_options_to_choose_from_differ_and_are_few(text: str) -> None:
    for read in READS:
        found = read(text)
        if isinstance(found, u.Unsure):
            said = [_said(option.said) for option in found.options]
            assert len(said) == len(set(said)) <= 4, text


@given(st.sampled_from(WORDS), st.integers(1, 2000))
def test_a_text_as_long_as_a_message_is_read_in_no_time(word: str, times: int) -> None:
    assert all(isinstance(read(f"{word} " * times), RESULTS) for read in READS)


@given(AMOUNTS)
def test_a_number_said_back_is_that_number(number: Fraction) -> None:
    assert number == _value(u.read_number(_said(say_number(number))))


@given(st.integers(0, 999_999_999))
def test_a_number_in_words_is_that_number(number: int) -> None:
    found, rest = u.read_number(_in_words(number)), number % 10**6
    if number > 10**6 and 100 <= rest < 1000:
        number += rest * 999  # "dua juta lima ratus" is two and a half million
    assert number == (found.options[-1].value if isinstance(found, u.Unsure) else _value(found))
    assert isinstance(found, u.Understood) or number > 10**6


def _in_words(number: int) -> str:
    """Indonesian, by the grammar books."""
    below_ten = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    for size, name in ((10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size and not 10 < number < 20:
            count, rest = divmod(number, size)
            one = f"se{name}" if count == 1 and size < 10**6 else f"{_in_words(count)} {name}"
            return f"{one} {_in_words(rest)}" if rest else one
    if number > 11:
        return f"{below_ten[number - 10]} belas"
    return "sebelas" if number == 11 else below_ten[number]


@st.composite
def _people(draw: st.DrawFn) -> u.People:
    count = st.integers(0, 20_000)
    families = draw(st.none() | count)
    if draw(st.booleans()):
        male, female = draw(count), draw(count)
        return u.People(male + female, male, female, families)
    field = draw(st.sampled_from(["total", "male", "female"]))
    told: dict[str, Any] = {field: draw(count)}
    return u.People(families=families, **told)


@given(_people())
def test_people_said_back_are_those_people(people: u.People) -> None:
    assert people == _value(u.read_people(_said(say_people(people))))


@given(st.lists(st.tuples(AMOUNTS, st.sampled_from(sorted(LENGTHS))), min_size=1, max_size=3))
def test_sides_said_back_are_those_sides(sides: list[tuple[Fraction, str]]) -> None:
    volume = u.Volume(tuple(u.Size(amount, unit) for amount, unit in sides))
    found = u.read_volume(_said(say_volume(volume)))
    assert volume == (found.options[0].value if isinstance(found, u.Unsure) else _value(found))
    assert isinstance(found, u.Understood) or any(unit == "km" for _, unit in sides)


@given(st.integers(1, 10**4), st.sampled_from(sorted({*LENGTHS, *WIDE, *COUNTED})))
def test_a_count_said_back_is_that_count(amount: int, unit: str) -> None:
    volume = u.Volume((u.Size(Fraction(amount), unit),))
    found = u.read_volume(_said(say_volume(volume)))
    assert volume == (found.options[0].value if isinstance(found, u.Unsure) else _value(found))
    assert isinstance(found, u.Understood) or unit in ("km", "ha")


@given(st.integers(1, 10**12))
def test_money_said_back_is_that_money(rupiah: int) -> None:
    found = u.read_money(_said(say_money(u.Rupiah(rupiah))))
    assert u.Rupiah(rupiah) == _value(found) if rupiah >= 1000 else isinstance(found, u.Unsure)


@given(st.none() | st.integers(1, 999), st.integers(1, 999))
def test_rt_and_rw_said_back_are_the_same(rt: int | None, rw: int) -> None:
    place = u.RtRw(rt, rw)
    assert place == _value(u.read_rt_rw(_said(say_rt_rw(place))))


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from(["", "pagi", "siang", "sore", "malam", "subuh", "dini hari", "habis zuhur", "sebelum asar"]),
)
def test_a_day_and_a_time_said_back_are_the_same(day: date, at: time | None, part: str) -> None:
    when = u.When(day, at, "" if at else part)
    found = u.read_when(_said(say_when(when)), TODAY)
    assert when == (found.options[0].value if isinstance(found, u.Unsure) else _value(found))
    assert isinstance(found, u.Understood) or at is not None


@given(
    st.dates(date(2020, 1, 1), date(2050, 1, 1)),
    st.sampled_from(["rabu", "hari minggu", "kamis depan", "besok", "tgl 5", "14/1"]),
)
def test_a_day_named_without_its_year_never_lies_far_off(today: date, text: str) -> None:
    found = u.read_when(text, today)
    whens = [found] if isinstance(found, u.Understood) else found.options if isinstance(found, u.Unsure) else ()
    assert whens
    assert all(when.value.day and -366 < (when.value.day - today).days < 366 for when in whens)


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_every_sentence_is_written_and_gets_its_values(name: str) -> None:
    assert values_in(TEXTS.sources()[name]) <= NEEDED[name]


def test_no_sentence_is_written_that_is_never_said() -> None:
    assert set(NEEDED) == set(TEXTS.sources())

"""Usulan with greetings, questions, anger and control words thrown in anywhere: the record is what was told."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import Catalog
from tests.core.talker import Talker, finish

SEEDS = st.integers(0, 2**48)


Record = dict[str, Any]


@pytest.fixture(scope="module")
def plain(catalog: Catalog) -> Record:
    """What is kept when every question is answered in its turn, and nothing else is said."""
    talker = Talker(catalog, Random(0))
    finish(talker)
    return talker.record


def _talk(catalog: Catalog, plain: Record, seed: int, steps: int) -> Talker:
    talker = Talker(catalog, Random(seed), plain)
    for _ in range(steps):
        if talker.dice.random() < 0.5 or talker.scene.asked is None:
            talker.say_something()
        else:
            talker.answer_something()
    finish(talker)
    return talker


def _check(catalog: Catalog, plain: Record, seed: int, steps: int) -> None:
    talker = _talk(catalog, plain, seed, steps)
    told = {key: value for key, value in talker.record.items() if key in talker.given}
    assert told == {key: value for key, value in plain.items() if key in talker.given}, talker.log
    assert not talker.stored, (talker.stored, talker.log)


def test_the_plain_way_answers_every_question(catalog: Catalog, plain: Record) -> None:
    asked = {question.key for question in catalog.flows["usulan"].questions} - {"pembaca", "juga"}
    assert set(plain) == asked


@settings(max_examples=1000)
@given(seed=SEEDS, steps=st.integers(1, 14))
def test_no_act_is_an_answer_and_no_answer_is_lost(catalog: Catalog, plain: Record, seed: int, steps: int) -> None:
    _check(catalog, plain, seed, steps)


@pytest.mark.soak
@settings(max_examples=20_000)
@given(seed=SEEDS, steps=st.integers(1, 60))
def test_the_same_for_many_more(catalog: Catalog, plain: Record, seed: int, steps: int) -> None:
    _check(catalog, plain, seed, steps)

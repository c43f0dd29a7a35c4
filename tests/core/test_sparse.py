"""Somebody who writes little: one word is no story yet, and how it is is not what is to be done about it."""

from typing import Any

import pytest

from bot.catalog import Catalog
from tests.core.test_counts_told_elsewhere import STORY, at_question, hear


def _text(step: Any, key: str) -> str:
    answer = step.state.answers.get(key)
    return str(answer.value["text"]) if answer is not None else ""


@pytest.mark.parametrize(("word", "more"), [("jalan", "rusak"), ("Irigasi", "jebol mi"), ("lampu", "mati semua")])
def test_one_word_begins_the_story_that_the_next_goes_on_with(catalog: Catalog, word: str, more: str) -> None:
    step = hear(catalog, at_question(catalog, "cerita"), word)
    assert "cerita" not in step.state.answers
    assert [say.lead.values["kata"] for say in step.say if say.lead] == [word]
    assert _text(hear(catalog, step.state, more, 8), "cerita") == f"{word} {more}"


def test_whoever_says_one_word_twice_has_told_it(catalog: Catalog) -> None:
    step = hear(catalog, at_question(catalog, "cerita"), "jembatan")
    assert _text(hear(catalog, step.state, "jembatan", 8), "cerita") == "jembatan"


@pytest.mark.parametrize("text", ["rusak", "gelap", "gelap sekali pak", "licin mi", "sangat berbahaya"])
def test_how_it_is_is_asked_about_where_it_is_asked_what_to_do(catalog: Catalog, text: str) -> None:
    step = hear(catalog, at_question(catalog, "harapan", cerita=STORY), text)
    assert "harapan" not in step.state.answers
    labels = [button.data for say in step.say for row in say.buttons for button in row]
    assert any(data.endswith("~ya") for data in labels)
    assert _text(hear(catalog, step.state, "ditimbun saja", 8), "harapan") == "ditimbun saja"
    assert _text(hear(catalog, step.state, "ya", 8), "harapan") == text


@pytest.mark.parametrize("text", ["lampu", "perbaiki", "jembatan baru", "perbaikan jalan rusak", "talud"])
def test_a_thing_or_a_deed_of_one_word_is_a_hope(catalog: Catalog, text: str) -> None:
    assert _text(hear(catalog, at_question(catalog, "harapan", cerita=STORY), text), "harapan") == text

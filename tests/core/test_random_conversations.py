"""People answer, go back, correct, edit, press old buttons and send odd things, while the form changes under them."""

import json
from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import Catalog
from bot.catalog.markup import LONGEST, fault_in, length
from bot.core.forms.heard import Pressed, Sent, Typed
from tests.core.villager import DRAFT, Villager, finish

Versions = tuple[Catalog, Catalog]
SEEDS = st.integers(0, 2**48)


def _walk(versions: Versions, seed: int, steps: int = 40) -> Iterator[Villager]:
    """The same person after every step, until the conversation ends."""
    villager = Villager(versions, Random(seed))
    for _ in range(steps):
        villager.act()
        yield villager
        if villager.ended:
            return


@settings(max_examples=1000)
@given(seed=SEEDS, steps=st.integers(1, 60))
def test_the_record_is_the_last_value_given_to_every_question(versions: Versions, seed: int, steps: int) -> None:
    villager = list(_walk(versions, seed, steps))[-1]
    if villager.ended == "cancelled":
        return
    finish(villager)
    shown = {question.key for question in villager.scene.shown}
    expected = {key: value for key, value in villager.last.items() if value is not None and key in shown}
    assert expected == villager.record


@settings(max_examples=300)
@given(seed=SEEDS, steps=st.integers(1, 60))
def test_from_everywhere_the_end_is_a_few_answers_away(versions: Versions, seed: int, steps: int) -> None:
    villager = list(_walk(versions, seed, steps))[-1]
    if villager.ended == "cancelled":
        return
    questions = len(versions[0].flows["semua"].questions)
    assert finish(villager) <= questions + 2
    assert villager.ended == "sent"


@settings(max_examples=100)
@given(seed=SEEDS)
def test_whatever_is_typed_or_sent_gets_an_answer(versions: Versions, seed: int) -> None:
    for villager in _walk(versions, seed):
        heard = villager.heard
        if heard is None or isinstance(heard, Pressed) or heard.edited or villager.ended:
            continue
        assert villager.messages, heard


@settings(max_examples=100)
@given(seed=SEEDS)
def test_every_message_fits_a_cheap_phone_and_telegram(versions: Versions, seed: int) -> None:
    for villager in _walk(versions, seed):
        for message in villager.messages:
            assert length(message.text) <= LONGEST
            assert fault_in(message.text) is None
            rows = (message.reply_markup or {}).get("inline_keyboard", [])
            assert len(rows) <= 8
            assert all(1 <= len(row) <= 3 for row in rows)
            assert all(len(button["callback_data"].encode()) <= 64 for row in rows for button in row)


@settings(max_examples=200)
@given(seed=SEEDS, steps=st.integers(1, 30), text=st.text(max_size=300), sort=st.text(max_size=10))
def test_no_text_button_or_file_is_ever_too_odd(
    versions: Versions, seed: int, steps: int, text: str, sort: str
) -> None:
    villager = list(_walk(versions, seed, steps))[-1]
    message = villager.next_message()
    for heard in (
        Typed(text, message),
        Typed(text, message, edited=True),
        Pressed(DRAFT, villager.scene.target, text),
        Pressed(DRAFT, villager.scene.target, f"~{text}"),
        Sent(sort, message, None, text, text),
    ):
        if not villager.ended:
            villager.hear(heard)
    json.dumps(villager.record, ensure_ascii=False).encode()
    assert villager.ended or villager.scene.target

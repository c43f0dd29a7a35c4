"""A size told in its unit lands where such things are counted, wherever it is said; it is no story, no wish, and no
choice. What stands under a photo is no wish by itself, either."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.catalog.markup import visible
from bot.core.flow.interpreter import State, advance, begin
from bot.core.flow.scene import STILL, look
from bot.core.forms.heard import FileRef, Pressed, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer

PLACE: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"name": "Paraja", "listed": True},
}
STORY = {"text": "Jembatan ke kebun sudah lapuk."}


def at_question(catalog: Catalog, key: str, **more: Any) -> State:
    """A form that stands at this question; what comes before it and was not given was skipped."""
    state = State("usulan", "d", {name: Answer(value) for name, value in (PLACE | more).items()})
    for question in catalog.flows["usulan"].questions:
        if question.key == key:
            return state
        if question.key not in state.answers:
            state = state.skip(question.key) if question.optional else state.give(question.key, Answer(STORY))
    return state


def hear(catalog: Catalog, state: State, text: str, message: int = 7) -> Step:
    return advance(catalog.flows["usulan"], State.from_json(state.to_json()), Typed(text, message), catalog.world)


def _value(step: Step, key: str) -> Any:
    answer = step.state.answers.get(key)
    return None if answer is None else answer.value


def _open(catalog: Catalog, step: Step) -> str:
    return look(catalog.flows["usulan"], step.state, catalog.world).target


def _said(catalog: Catalog, step: Step) -> str:
    return " ".join(visible(catalog.message(say).text) for say in step.say)


@pytest.mark.parametrize("at", ["cerita", "harapan", "foto", "kategori", "merasakan", "lokasi", "alasan", "sumbangan"])
@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("40 kk", "jumlah", {"families": 40}),
        ("ada 40 kk pak", "jumlah", {"families": 40}),
        ("25 rumah", "jumlah", {"houses": 25}),
        ("dua ratus orang lebih", "jumlah", {"total": 200, "bound": "lebih"}),
        ("kira-kira 15 kk miskin", "kurang_mampu", {"families": 15, "bound": "kira"}),
        ("sekitar 200 m", "ukuran", {"sizes": [{"amount": "200", "unit": "m", "side": "", "bound": "kira"}]}),
    ],
)
def test_a_count_goes_where_it_is_counted(catalog: Catalog, at: str, text: str, key: str, value: Any) -> None:
    step = hear(catalog, at_question(catalog, at), text)
    assert value == _value(step, key)
    assert at == _open(catalog, step)
    assert _value(step, at) is None
    assert "✔" in _said(catalog, step)


@pytest.mark.parametrize(
    ("at", "text", "key", "value"),
    [
        ("jumlah", "25 rumah", "jumlah", {"houses": 25}),
        ("jumlah", "dua ratus orang lebih", "jumlah", {"total": 200, "bound": "lebih"}),
        ("jumlah", "sekitar 200 m", "ukuran", {"sizes": [{"amount": "200", "unit": "m", "side": "", "bound": "kira"}]}),
        ("ukuran", "25 rumah", "ukuran", {"sizes": [{"amount": "25", "unit": "rumah", "side": ""}]}),
        ("ukuran", "sekitar 200 m", "ukuran", {"sizes": [{"amount": "200", "unit": "m", "side": "", "bound": "kira"}]}),
    ],
)
def test_at_the_questions_that_count(catalog: Catalog, at: str, text: str, key: str, value: Any) -> None:
    assert value == _value(hear(catalog, at_question(catalog, at), text), key)


def test_families_and_houses_stand_side_by_side(catalog: Catalog) -> None:
    step = hear(catalog, at_question(catalog, "kategori", jumlah={"families": 40}), "sekitar 25 rumah")
    assert {"families": 40, "houses": 25, "houses_bound": "kira"} == _value(step, "jumlah")
    assert "40 keluarga, sekitar 25 rumah" in _said(catalog, step)


def test_poor_families_are_not_told_by_houses(catalog: Catalog) -> None:
    step = hear(catalog, at_question(catalog, "kurang_mampu", jumlah={"families": 40}), "25 rumah")
    assert {"families": 40} == _value(step, "jumlah")
    assert "kurang_mampu" == _open(catalog, step)


def test_the_same_count_again_may_be_the_wish_and_is_asked(catalog: Catalog) -> None:
    state = at_question(catalog, "harapan", jumlah={"families": 40})
    step = hear(catalog, state, "40 kk")
    assert _value(step, "harapan") is None
    yes = advance(catalog.flows["usulan"], step.state, Pressed("d", "harapan", "~ya"), catalog.world)
    assert {"text": "40 kk"} == _value(yes, "harapan")


def test_another_number_is_kept_as_it_was_said(catalog: Catalog) -> None:
    step = hear(catalog, at_question(catalog, "harapan", jumlah={"families": 40}), "38 kk")
    assert {"families": 40} == _value(step, "jumlah")
    assert {"text": "38 kk"} == _value(step, "juga")


@pytest.mark.parametrize(
    "text", ["Mohon jembatannya 200 m", "Bantu 40 orang dilatih menjahit", "3 sumur bor", "dibuat 25 rumah layak huni"]
)
def test_a_wish_with_a_number_in_it_is_a_wish(catalog: Catalog, text: str) -> None:
    assert {"text": text} == _value(hear(catalog, at_question(catalog, "harapan"), text), "harapan")


def _photo(catalog: Catalog, state: State, caption: str) -> Step:
    sent = Sent("photo", 9, FileRef("f", "u"), caption=caption)
    return advance(catalog.flows["usulan"], State.from_json(state.to_json()), sent, catalog.world)


def test_words_under_a_photo_are_a_wish_only_when_the_person_says_so(catalog: Catalog) -> None:
    first = _photo(catalog, at_question(catalog, "cerita"), "Jembatan lapuk ke kebun")
    assert {"text": "Jembatan lapuk ke kebun"} == _value(first, "cerita")
    second = _photo(catalog, first.state, "ini dari samping")
    assert _value(second, "harapan") is None
    assert ["Jembatan lapuk ke kebun", "ini dari samping"] == [photo["caption"] for photo in _value(second, "foto")]
    assert "ini dari samping" in _said(catalog, second)
    for wish in ("Mohon dibuat jembatan gantung.", "Mohon jembatannya diganti"):
        assert {"text": wish} == _value(hear(catalog, second.state, wish), "harapan")
    assert {"text": "ini dari samping"} == _value(hear(catalog, second.state, "iye itu mi"), "harapan")
    yes = advance(catalog.flows["usulan"], second.state, Pressed("d", "harapan", "~ya"), catalog.world)
    assert {"text": "ini dari samping"} == _value(yes, "harapan")


def _at_place(catalog: Catalog, key: str) -> State:
    before = list(PLACE)[: list(PLACE).index(key)]
    return State("usulan", "d", {name: Answer(PLACE[name]) for name in before})


@pytest.mark.parametrize("at", ["kecamatan", "desa", "dusun"])
@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("40 kk", "jumlah", {"families": 40}),
        ("ada 40 kk pak", "jumlah", {"families": 40}),
        ("25 rumah", "jumlah", {"houses": 25}),
        ("100 jiwa", "jumlah", {"total": 100}),
        ("kira-kira 15 kk miskin", "kurang_mampu", {"families": 15, "bound": "kira"}),
        ("200 meter", "ukuran", {"sizes": [{"amount": "200", "unit": "m", "side": ""}]}),
    ],
)
def test_a_count_is_no_place(catalog: Catalog, at: str, text: str, key: str, value: dict[str, Any]) -> None:
    step = hear(catalog, _at_place(catalog, at), text)
    assert _value(step, key) == value
    assert _open(catalog, step) == at
    assert step.say[0].lead is not None
    assert step.say[0].lead.name == "mesin.hitungan_dicatat"


@pytest.mark.parametrize("text", ["Paraja, 40 kk", "40 kk di Paraja", "dusun Paraja ada 40 kk"])
def test_a_count_beside_the_place_is_taken_with_it(catalog: Catalog, text: str) -> None:
    step = hear(catalog, _at_place(catalog, "dusun"), text)
    assert _value(step, "dusun") == {"name": "Paraja", "listed": True}
    assert _value(step, "jumlah") == {"families": 40}


def test_a_count_leaves_the_place_of_last_time_to_be_asked_about(catalog: Catalog) -> None:
    step = hear(catalog, begin(catalog.flows["usulan"], "d", catalog.world, PLACE).state, "40 kk")
    assert _value(step, "jumlah") == {"families": 40}
    assert _open(catalog, step) == STILL


@pytest.mark.parametrize(
    ("lines", "beside"),
    [(("30 kk", "10 anak sekolah"), "10 anak sekolah"), (("10 anak sekolah", "30 kk"), "10 orang")],
)
def test_pupils_beside_families_are_not_all_of_the_people(
    catalog: Catalog, lines: tuple[str, ...], beside: str
) -> None:
    state = at_question(catalog, "foto")
    for at, line in enumerate(lines):
        state = hear(catalog, state, line, 7 + at).state
    assert (state.answers["jumlah"].value, state.answers["juga"].value["text"]) == ({"families": 30}, beside)


def test_what_stands_under_one_photo_too_many_is_kept(catalog: Catalog) -> None:
    state = at_question(catalog, "foto")
    for at in range(4):
        photo = Sent("photo", 7 + at, FileRef(f"f{at}", f"u{at}"), caption="atap SD bocor pak" if at == 3 else "")
        state = advance(catalog.flows["usulan"], state, photo, catalog.world).state
    assert state.answers["juga"].value["text"] == "atap SD bocor pak"


@pytest.mark.parametrize("text", ["30 keluarga, 12 yang miskin", "yang rasakan 30 kk, 12 kk miskin"])
def test_a_count_that_is_known_takes_another_beside_it_along(catalog: Catalog, text: str) -> None:
    step = hear(catalog, at_question(catalog, "harapan", jumlah={"families": 30, "bound": "kira"}), text)
    assert _value(step, "kurang_mampu") == {"families": 12}
    assert _value(step, "jumlah") == {"families": 30, "bound": "kira"}
    assert _open(catalog, step) == "harapan"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yang rumahnya di atas ada mungkin dua puluh lima kk", {"families": 25, "bound": "kira"}),
        ("yang di atas ada 25 kk", {"families": 25}),
        ("di atas 25 kk", {"families": 25, "bound": "lebih"}),
    ],
)
def test_who_lives_above_is_not_more_than_so_many(catalog: Catalog, text: str, value: dict[str, Any]) -> None:
    assert _value(hear(catalog, at_question(catalog, "jumlah"), text), "jumlah") == value

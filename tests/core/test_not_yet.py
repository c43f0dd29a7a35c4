"""Whoever asks somebody else first has answered nothing; a no to *which part?* changes nothing."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer

TOLD = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"name": "Paraja", "listed": True},
    "cerita": {"text": "Jalan ke kebun licin kalau hujan."},
    "harapan": {"text": "Mohon dirabat."},
}
FIRST_ASKED = [
    "kurang tau pi, kutanya dulu suami",
    "kutanya dulu bapakku",
    "ndak kutau, nanti saya tanya dulu pak dusun",
    "belum tahu pasti, kuhitung dulu",
]


def _at(catalog: Catalog, open_key: str) -> State:
    flow = catalog.flows["usulan"]
    keys = [question.key for question in flow.questions]
    given = {key: Answer(value) for key, value in TOLD.items() if keys.index(key) < keys.index(open_key)}
    state = State("usulan", "d", given)
    for question in flow.questions[: keys.index(open_key)]:
        state = state.skip(question.key) if question.optional else state
    return state


def _card(catalog: Catalog) -> State:
    return _at(catalog, "pembaca")


def _hear(catalog: Catalog, state: State, text: str) -> Step:
    return advance(catalog.flows["usulan"], state, Typed(text, 9), catalog.world)


@pytest.mark.parametrize("open_key", ["dusun", "cerita", "harapan", "foto", "merasakan", "jumlah", "patokan", "ukuran"])
@pytest.mark.parametrize("text", FIRST_ASKED)
def test_nothing_is_stored_and_the_question_waits(catalog: Catalog, text: str, open_key: str) -> None:
    state = _at(catalog, open_key)
    step = _hear(catalog, state, text)
    assert (state.answers, state.skipped) == (step.state.answers, step.state.skipped)
    assert (open_key, "mesin.tanyakan_dulu") == (step.say[0].question, step.say[0].lead and step.say[0].lead.name)


def test_who_tells_something_before_asking_has_answered(catalog: Catalog) -> None:
    step = _hear(catalog, _at(catalog, "jumlah"), "50 orang, kutanya dulu suami")
    assert "mesin.tanyakan_dulu" != (step.say[0].lead and step.say[0].lead.name)
    told = _hear(
        catalog, _at(catalog, "cerita"), "jalan licin sekali kalau hujan, nanti kutanya dulu suami sejak kapan"
    )
    assert "cerita" in told.state.answers


@pytest.mark.parametrize("open_key", ["ukuran", "jumlah"])
@pytest.mark.parametrize(
    "text",
    [
        "tidak mengerti ka caranya, tolong bantu",
        "tidak mengerti caranya",
        "tdk paham ka cara hitungnya pak",
        "tidak tau caranya",
    ],
)
def test_who_does_not_know_how_is_helped(catalog: Catalog, text: str, open_key: str) -> None:
    state = _at(catalog, open_key)
    step = _hear(catalog, state, text)
    assert (state.answers, state.skipped) == (step.state.answers, step.state.skipped)
    assert step.say[0].lead is not None
    assert step.say[0].lead.name == f"form.usulan.{open_key}.bantuan"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tidak tahu ka", {"unknown": True}),
        ("tidak tahu ka berapa pak", {"unknown": True}),
        ("entahlah, belum diukur", {"unknown": True}),
        ("tidak tau caranya, kira2 200 meter", None),
    ],
)
def test_what_is_not_known_is_still_not_known(catalog: Catalog, text: str, value: object) -> None:
    given = _hear(catalog, _at(catalog, "ukuran"), text).state.answers["ukuran"].value
    assert given == value or (value is None and given["sizes"][0]["amount"] == "200")


@pytest.mark.parametrize("how", ["pressed", "typed"])
@pytest.mark.parametrize(
    "text", ["tidak usah mi", "tidak jadi", "ndak jadi mi", "tidak", "batal", "biarmi, tidak usah"]
)
def test_a_no_to_which_part_shows_the_card_again(catalog: Catalog, text: str, how: str) -> None:
    flow, card = catalog.flows["usulan"], _card(catalog)
    asked = (
        advance(flow, card, Pressed("d", "~tinjau", "~ubah"), catalog.world)
        if how == "pressed"
        else _hear(catalog, card, "ubah")
    )
    assert "mesin.ubah_yang_mana" == asked.say[0].sentence
    step = _hear(catalog, asked.state, text)
    assert "form.usulan.tinjau" == step.say[0].sentence
    assert "sent" == _hear(catalog, step.state, "iye kirim").ended


def test_a_yes_to_which_part_sends_nothing(catalog: Catalog) -> None:
    asked = _hear(catalog, _card(catalog), "ubah")
    step = _hear(catalog, asked.state, "iye")
    assert (None, "mesin.ubah_yang_mana") == (step.ended, step.say[0].sentence)
    named = _hear(catalog, asked.state, "harapannya")
    assert "harapan" == named.say[0].question


@pytest.mark.parametrize("open_key", ["cerita", "harapan", "foto", "jumlah"])
@pytest.mark.parametrize(
    "text", ["nanti lagi mau ambil air dulu", "sudah dulu nah", "nanti dulu ka masak", "besok lagi ya pak"]
)
def test_who_leaves_for_now_has_answered_nothing(catalog: Catalog, text: str, open_key: str) -> None:
    state = _at(catalog, open_key)
    step = _hear(catalog, state, text)
    assert (state.answers, state.skipped) == (step.state.answers, step.state.skipped)
    assert step.say[0].sentence == "mesin.boleh_nanti"


def test_what_is_to_be_done_later_is_a_wish(catalog: Catalog) -> None:
    step = _hear(catalog, _at(catalog, "harapan"), "nanti lagi dibuatkan drainase yang besar di samping jalan itu")
    assert "harapan" in step.state.answers


@pytest.mark.parametrize(
    ("open_key", "text"),
    [
        ("cerita", "rapat orang bicara saya tidak mengerti. juru isyarat tidak ada"),
        ("harapan", "juru isyarat mau di musyawarah. datang"),
    ],
)
def test_what_a_deaf_person_brings_is_no_question_to_us(catalog: Catalog, open_key: str, text: str) -> None:
    assert _hear(catalog, _at(catalog, open_key), text).state.answers[open_key].value == {"text": text}

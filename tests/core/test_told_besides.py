"""What the words of one answer tell of other questions: sure things are taken, said back, and never in place of an
answer that somebody gave."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalog import Catalog
from bot.catalog.markup import visible
from bot.core.flow.answering import give
from bot.core.flow.interpreter import State, advance, begin, record
from bot.core.flow.scene import look
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer

PLACE: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2012", "name": "Boiya"},
    "dusun": {"name": "Balajonga", "listed": True},
}
STORY = "Air bersih susah sejak 2021, dekat masjid Nurul Iman. Ada 46 KK, ibu-ibu yang paling capek angkat air."
TOLD = {"jumlah", "merasakan", "patokan"}
PLAIN = {"text": "Jalan ke kebun licin kalau hujan."}


def _until(catalog: Catalog, key: str, **more: Any) -> State:
    """A form that stands at this question; what comes before it was skipped, unless it was given."""
    state = State("usulan", "d", {name: Answer(value) for name, value in (PLACE | more).items()})
    for question in catalog.flows["usulan"].questions:
        if question.key == key:
            return state
        if question.key not in state.answers:
            wanted = {"text": "Mohon diperbaiki."} if question.key == "harapan" else PLAIN
            state = state.skip(question.key) if question.optional else state.give(question.key, Answer(wanted))
    return state


def _hear(catalog: Catalog, state: State, text: str, message: int = 7, edited: bool = False) -> Step:
    heard = Typed(text, message, edited=edited)
    return advance(catalog.flows["usulan"], State.from_json(state.to_json()), heard, catalog.world)


def _said(catalog: Catalog, step: Step) -> str:
    return visible(catalog.message(step.say[0]).text)


def _choices(step: Step, key: str) -> set[str]:
    return {part["value"] for part in step.state.answers[key].value}


def _from_story(state: State) -> set[str]:
    return {key for key, answer in state.answers.items() if answer.told_in}


# --- several answers in one message -----------------------------------------------------------------------------------


def test_groups_and_their_number_in_one_message_answer_two_questions(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "merasakan"), "ibu2 sm balita, 34 org totalnya")
    assert {"ibu", "balita"} == _choices(step, "merasakan")
    assert 34 == step.state.answers["jumlah"].value["total"]
    assert "34 orang" in _said(catalog, step)


def test_a_size_and_what_the_people_give(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "ukuran"), "300 m x 4 m. wargata siapji kerja bakti")
    assert {"tenaga"} == _choices(step, "sumbangan")
    assert "Tenaga" in _said(catalog, step)


def test_who_feels_it_is_no_kind_of_usulan(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "kategori"), "air. yang paling merasakan ibu-ibu sama balita")
    assert "air" == step.state.answers["kategori"].value["value"]
    assert {"ibu", "balita"} == _choices(step, "merasakan")


def test_a_landmark_beside_a_number(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "jumlah"), "63 org, tempatnya dekat poskesdes")
    assert "dekat poskesdes" == step.state.answers["patokan"].value["text"]


def test_families_that_may_be_the_poor_ones_are_not_counted_as_all(catalog: Catalog) -> None:
    text = "Warga terdampak 210 orang; di antaranya 18 KK berstatus kurang mampu."
    assert {"total": 210} == _hear(catalog, _until(catalog, "jumlah"), text).state.answers["jumlah"].value


def test_an_act_beside_which_an_option_is_named_stays_an_act(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "sumbangan"), "siapa yang kerja?")
    assert "sumbangan" not in step.state.answers


def test_sentences_with_the_numbers_of_other_questions_are_theirs(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "jumlah"), "L18 P22 KK11. Kurang mampu 6 KK. Panjang pipa 150 m")
    assert {"total": 40, "male": 18, "female": 22, "families": 11} == step.state.answers["jumlah"].value
    assert {"families": 6} == step.state.answers["kurang_mampu"].value
    assert "150" == step.state.answers["ukuran"].value["sizes"][0]["amount"]


@pytest.mark.parametrize("text", ["60 KK, butuh tenaga", "40 orang, warga tidak sanggup patungan"])
def test_what_is_not_sure_is_not_taken_beside_an_answer(catalog: Catalog, text: str) -> None:
    step = _hear(catalog, _until(catalog, "jumlah"), text)
    assert "jumlah" in step.state.answers
    assert "sumbangan" not in step.state.answers


def test_an_answer_that_was_given_stays(catalog: Catalog) -> None:
    mine = {"text": "Dekat pasar"}
    step = _hear(catalog, _until(catalog, "ukuran", patokan=mine), "200 meter dari masjid sampai jembatan")
    assert mine == step.state.answers["patokan"].value


def test_an_edit_of_several_answers_mends_them_all(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "merasakan"), "ibu2 sm balita, 34 org totalnya")
    step = _hear(catalog, step.state, "ibu2 sm balita, 43 org totalnya", edited=True)
    assert 43 == step.state.answers["jumlah"].value["total"]


def test_a_story_behind_a_place_is_asked_about(catalog: Catalog) -> None:
    text = "kelurahan malua lingkungan pontana got depan pasar mampet kalau hujan masuk air di kios"
    step = _hear(catalog, State("usulan", "d"), text)
    assert "Pontana" == step.state.answers["dusun"].value["name"]
    assert "~pertama" == step.say[0].question
    step = _hear(catalog, step.state, "ya", 8)
    assert text == step.state.answers["cerita"].value["text"]


# --- a story fills the form -------------------------------------------------------------------------------------------


def test_what_a_story_told_is_said_back_once_marked_and_not_asked_again(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "cerita"), STORY)
    assert TOLD == _from_story(step.state)
    assert "Dari cerita tadi kami catat juga" in _said(catalog, step)
    assert catalog.text("form.usulan.merasakan.judul") in _said(catalog, step)
    step = _hear(catalog, step.state, "Dibuatkan bak air", 8)
    assert "Dari cerita tadi" not in _said(catalog, step)
    step = _hear(catalog, step.state, "lewati", 9)
    step = _hear(catalog, step.state, "air", 10)
    assert "kurang_mampu" == step.say[0].question
    card = _said(catalog, _hear(catalog, step.state, "cukup", 11))
    assert "46 keluarga (dari cerita)" in card


@pytest.mark.parametrize("text", ["Ada 46 KK yang kena di sini. Eh, ada 50 KK semuanya.", "Jalannya licin kalau hujan"])
def test_what_a_story_does_not_tell_for_sure_is_asked(catalog: Catalog, text: str) -> None:
    assert set() == _from_story(_hear(catalog, _until(catalog, "cerita"), text).state)


def test_two_stories_with_different_numbers_tell_none(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "cerita"), STORY)
    step = _hear(catalog, step.state, "Dibuatkan bak air untuk 50 KK", 8)
    assert "jumlah" not in step.state.answers


def test_kembali_goes_to_the_story_and_takes_along_what_it_told(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "cerita"), STORY)
    step = _hear(catalog, step.state, "kembali", 8)
    assert "cerita" == step.say[0].question
    assert set() == _from_story(step.state)
    step = advance(catalog.flows["usulan"], step.state, Pressed("d", "cerita", "~pakai"), catalog.world)
    assert TOLD == _from_story(step.state)
    assert "harapan" == step.say[0].question


def test_kembali_skips_what_was_never_asked(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "cerita"), STORY)
    for message, text in enumerate(("Dibuatkan bak air", "lewati", "air"), 8):
        step = _hear(catalog, step.state, text, message)
    assert "kurang_mampu" == step.say[0].question
    step = _hear(catalog, step.state, "kembali", 20)
    assert "kategori" == step.say[0].question
    assert TOLD == _from_story(step.state)


def test_another_story_forgets_what_the_first_one_told(catalog: Catalog) -> None:
    step = _hear(catalog, _until(catalog, "cerita"), STORY)
    step = _hear(catalog, step.state, "Air bersih susah sejak 2021. Ada 50 KK.", edited=True)
    assert {"jumlah"} == _from_story(step.state)
    assert 50 == step.state.answers["jumlah"].value["families"]


def test_numbers_that_contradict_each_other_are_asked_about_on_the_card(catalog: Catalog) -> None:
    told = {"jumlah": {"families": 12}, "kurang_mampu": {"families": 20}}
    step = _hear(catalog, _until(catalog, "sumbangan", **told), "tidak ada")
    assert "20 keluarga, padahal semuanya 12 keluarga" in _said(catalog, step)


def test_an_answer_from_a_story_is_kept_and_read_again() -> None:
    answer = Answer({"families": 46}, told_in="cerita")
    assert answer == Answer.from_json(answer.to_json())
    assert "told_in" not in Answer(1).to_json()


@pytest.mark.parametrize("text", ["tidak ada air", "gelap", "banjir"])
def test_a_few_words_are_a_story_too(catalog: Catalog, text: str) -> None:
    assert text == _hear(catalog, _until(catalog, "cerita"), text).state.answers["cerita"].value["text"]


# --- whatever the order -----------------------------------------------------------------------------------------------

STORIES = st.sampled_from(
    [
        "Jalannya licin sejak tahun lalu",
        STORY,
        "Ada 46 KK, 12 KK kurang mampu",
        "Panjangnya 200 meter, dekat pasar Maiwa",
    ]
)
OWN: dict[str, Any] = {
    "jumlah": {"total": 31},
    "kurang_mampu": {"families": 9},
    "patokan": {"text": "Dekat lapangan"},
    "merasakan": [{"value": "lansia", "label": "Lansia"}],
    "ukuran": {"sizes": [{"amount": "7", "unit": "m", "side": ""}]},
}


@st.composite
def _answers(draw: st.DrawFn) -> dict[str, Any]:
    own = draw(st.sets(st.sampled_from(sorted(OWN))))
    stories = {key: {"text": draw(STORIES)} for key in ("cerita", "harapan", "alasan")}
    return {**stories, **{key: OWN[key] for key in own}}


def _given(catalog: Catalog, answers: dict[str, Any], order: list[str]) -> State:
    flow = catalog.flows["usulan"]
    state = begin(flow, "d", catalog.world).state
    for key in (*PLACE, *order):
        question = flow.question(key)
        assert question is not None
        answer = Answer((PLACE | answers)[key])
        state = State.from_json(give(look(flow, state, catalog.world), question, answer).state.to_json())
    return state


@settings(max_examples=200)
@given(answers=_answers(), dice=st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter_for_the_record(
    catalog: Catalog, answers: dict[str, Any], dice: Any
) -> None:
    order = list(answers)
    first = _given(catalog, answers, order)
    dice.shuffle(order)
    again = _given(catalog, answers, order)
    assert record(catalog.flows["usulan"], first) == record(catalog.flows["usulan"], again)
    assert _from_story(first) == _from_story(again)


@settings(max_examples=200)
@given(answers=_answers(), dice=st.randoms(use_true_random=False))
def test_nothing_told_in_a_story_overwrites_an_answer_that_was_given(
    catalog: Catalog, answers: dict[str, Any], dice: Any
) -> None:
    order = list(answers)
    dice.shuffle(order)
    state = _given(catalog, answers, order)
    assert answers == {key: state.answers[key].value for key in answers}
    assert not _from_story(state) & set(answers)


@pytest.mark.parametrize(
    ("at", "text", "key"),
    [
        ("foto", "minta dipasangkan pipa kira-kira 500 meter", "ukuran"),
        ("merasakan", "yang kena sekitar 100 sampai 120 orang", "jumlah"),
        ("kategori", "panjangnya 300 meter", "ukuran"),
    ],
)
def test_what_answers_another_question_is_taken_there_and_said_back(
    catalog: Catalog, at: str, text: str, key: str
) -> None:
    step = _hear(catalog, _until(catalog, at), text)
    assert key in step.state.answers
    assert at not in step.state.answers
    assert step.say[0].lead is not None
    assert step.say[0].lead.name in ("mesin.dicatat_semua", "mesin.hitungan_dicatat")


def _wished_and_put_right(catalog: Catalog, anew: str) -> State:
    flow, state = catalog.flows["usulan"], _until(catalog, "harapan")
    for number, text in enumerate(("pendamping untuk teman tuli enam orang. saya sama", "cukup", anew), 1):
        state = advance(flow, state, Typed(text, number), catalog.world).state
    return state


@pytest.mark.parametrize(
    ("anew", "many"),
    [
        ("harapannya juru isyarat datang di musyawarah", {"total": 6}),
        ("harapannya juru isyarat untuk 9 orang tuli", {"total": 9}),
    ],
)
def test_a_wish_worded_anew_takes_back_no_number(catalog: Catalog, anew: str, many: dict[str, int]) -> None:
    state = _wished_and_put_right(catalog, anew)
    assert state.answers["harapan"].value["text"].startswith("juru isyarat")
    assert state.answers["jumlah"].value == many

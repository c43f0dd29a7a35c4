"""What stays of an usulan without its proposer, and what first words become."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.flow.heard.first_words import hear_first
from bot.core.flow.interpreter import begin
from bot.core.forms.heard import FileRef, Heard, Sent, Typed
from bot.core.forms.state import Answer, State
from bot.core.usulan.nameless import nameless, without_voice
from tests.people.conftest import STORY
from tests.support.town import catalog_of

FILE = {"file_id": "AwAC1", "unique_id": "u1", "seconds": 3}
ANSWERS: dict[str, Any] = {
    "desa": {"code": "73.16.01.2002", "name": "Pattondon Salu"},
    "cerita": {"voice": FILE, "text": "Saya Bu Sitti, telepon 0812-3456-7890, jalannya licin."},
    "harapan": {"voice": FILE},
    "foto": [FILE, {**FILE, "caption": "rumah Sitti"}],
    "lokasi": {"lat": -3.5, "lon": 119.8},
    "jumlah": {"value": 23},
}


def test_files_points_names_and_numbers_to_call_go() -> None:
    kept = nameless(ANSWERS, {}, ["Bu Sitti"])
    assert kept == {
        "desa": ANSWERS["desa"],
        "cerita": {"text": "Saya warga, telepon …, jalannya licin."},
        "jumlah": {"value": 23},
    }


def test_words_typed_from_a_voice_take_its_place() -> None:
    assert nameless(ANSWERS, {"harapan": "Dirabat."}, [])["harapan"] == {"text": "Dirabat."}


def test_ones_own_words_are_not_replaced_by_the_typists() -> None:
    assert "licin" in nameless(ANSWERS, {"cerita": "Lain."}, [])["cerita"]["text"]


@pytest.mark.parametrize(
    "text", ["Perlu 0812 meter kabel", "Panjang 120 m x 3 m", "Tahun 2026, 62 orang", "Rp 62.000.000"]
)
def test_numbers_that_nobody_can_call_stay(text: str) -> None:
    assert nameless({"cerita": {"text": text}}, {}, [])["cerita"]["text"] == text


def test_a_name_inside_another_word_is_not_cut_out() -> None:
    assert nameless({"cerita": {"text": "Airnya keruh"}}, {}, ["Air"])["cerita"]["text"] == "Airnya keruh"


def test_without_words_only_the_place_is_left() -> None:
    assert nameless(ANSWERS, {}, [], with_words=True) == {"desa": ANSWERS["desa"]}


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just(FILE) | st.just({"lat": 1.0, "lon": 2.0}),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["cerita", "foto", "lokasi", "x"]), _json))
def test_whatever_was_answered_no_file_and_no_point_is_left(answers: dict[str, Any]) -> None:
    kept = str(nameless(answers, {}, ["Sitti"]))
    assert "AwAC1" not in kept
    assert "'lat'" not in kept


def test_a_recording_leaves_the_words_that_were_agreed() -> None:
    assert without_voice(ANSWERS, "harapan", "Dirabat.")["harapan"] == {"text": "Dirabat."}
    assert without_voice(ANSWERS, "desa", "x") == ANSWERS


def _voice(message: int) -> Sent:
    return Sent("voice", message, FileRef(f"v{message}", "u", seconds=4))


def _photo(message: int, caption: str | None = None) -> Sent:
    return Sent("photo", message, FileRef(f"p{message}", "u"), caption=caption)


def _heard(*spoken: Heard) -> State:
    catalog = catalog_of()
    flow = catalog.flows["usulan"]
    return hear_first(flow, begin(flow, "d", catalog.world).state, spoken, catalog.world)


def _waiting(state: State) -> Answer:
    """What waits to be shown as the story."""
    return Answer.from_json(state.pending["first"]["answers"]["cerita"])


def test_a_voice_and_words_make_one_story() -> None:
    answer = _waiting(_heard(_voice(1), Typed("Di dekat masjid", 2)))
    assert (answer.value["voice"]["file_id"], answer.value["text"]) == ("v1", "Di dekat masjid")
    assert answer.messages == (1, 2)


def test_a_second_voice_is_offered_where_the_hope_is_asked() -> None:
    state = _heard(_voice(1), _voice(2))
    assert _waiting(state).value["voice"]["file_id"] == "v1"
    assert state.before["harapan"].value["voice"]["file_id"] == "v2"


def test_a_question_is_no_story() -> None:
    state = _heard(Typed("Apa ini layanan dari pemerintah?", 1))
    assert "cerita" not in state.answers
    assert "first" not in state.pending


def test_words_under_a_photo_are_the_story_and_the_photo_a_photo() -> None:
    state = _heard(_photo(1, STORY))
    assert _waiting(state).value == {"text": STORY}
    assert [photo["file_id"] for photo in state.answers["foto"].value] == ["p1"]


@given(
    st.lists(st.sampled_from([_voice(1), _photo(2), _photo(3, "Ini"), Typed("halo", 4), Typed(STORY, 5)]), max_size=8)
)
def test_first_words_never_fail_and_never_answer_a_place(spoken: list[Heard]) -> None:
    state = _heard(*spoken)
    assert not {"kecamatan", "desa", "dusun"} & state.answers.keys()

"""What was told is to go, pointed at as what was said: it is no answer to any question."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.correcting.said_to_go import is_of_other_hand
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from tests.core.test_sending_in_words import TOLD

_STORY = {"cerita": {"text": "dapur sekolah rusak parah, anak-anak tidak kenyang semua, gurunya sering marah"}}


def _say(catalog: Catalog, asked: str, text: str) -> Step:
    flow = catalog.flows["usulan"]
    state = State("usulan", "d", {key: Answer(value, (1,)) for key, value in (TOLD | _STORY).items()})
    order = [question.key for question in flow.questions]
    state = state.drop(order[order.index(asked) :])
    return advance(flow, state, Typed(text, 7), catalog.world)


_GOES = (
    "yg sy bilang kenyang semua itu hapus",
    "yang saya bilang tidak kenyang itu dihapus saja kak",
    "eh yg kubilang kenyang itu hapus mi",
    "yg sa bilang tadi kenyang, hapus",
    "maaf kak, yg sy tulis kenyang semua itu buang ki",
    "apa yg sy cerita kenyang itu coret",
    "kak yang kami sebut kenyang semua itu jangan ditulis nah",
    "yang kutulis soal kenyang itu hapuskan to",
    "yg sy bilang kenyang semua itu sy tarik",
    "hapus yg sy bilang kenyang semua",
)


@pytest.mark.parametrize("asked", ["harapan", "alasan"])
@pytest.mark.parametrize("text", _GOES)
def test_what_was_said_goes_and_is_no_answer(catalog: Catalog, asked: str, text: str) -> None:
    step = _say(catalog, asked, text)
    assert asked not in step.state.answers
    assert step.state.answers["cerita"].value["text"] == "dapur sekolah rusak parah, gurunya sering marah"


@pytest.mark.parametrize("text", ["yg sy bilang gajah itu hapus", "yang kubilang soal jembatan layang buang saja"])
def test_what_was_said_nowhere_is_no_hope_either(catalog: Catalog, text: str) -> None:
    step = _say(catalog, "harapan", text)
    assert "harapan" not in step.state.answers
    assert step.state.answers["cerita"].value == _STORY["cerita"]


@pytest.mark.parametrize(
    "text",
    [
        "yang kami bilang dari dulu, pungli di sekolah itu dihapus",
        "kami bilang supaya pungli itu dihapus",
        "iuran komite itu dihapus saja",
        "yang saya harap coretan di dinding itu dihapus",
        "yang guru bilang, uang makan itu dihapus",
    ],
)
def test_a_wish_that_something_goes_is_one(catalog: Catalog, text: str) -> None:
    step = _say(catalog, "harapan", text)
    assert (step.state.answers["cerita"].value, "harapan" in step.state.answers) == (_STORY["cerita"], True)


def _given(*gifts: str) -> list[dict[str, str]]:
    return [{"value": gift, "label": gift.title()} for gift in gifts]


_MARAH = {"cerita": {"text": "jalan tani rusak parah, pak desa dia marah di rapat waktu sa bicara, 20 KK lewat"}}
_BOTH = (
    "tenaga juga, bukan cuma tanah",
    "bukan cuma tanah, tenaga juga",
    "tenaga jg ji, tidak tanah saja",
    "tenaga juga to, bukan tanah ji",
    "kami siap tenaga juga kak, nda cuma tanah",
    "tenaga juga, tdk hanya tanah",
)
_OUT = (
    "itu yg dia marah di rapat jangan ditulis nah",
    "trus yg dia marah di rapat itu jgn dicatat to",
    "yg marah di rapat itu jangan mi ditulis",
    "jgn ki tulis yg dia marah di rapat nah",
    "itu yg dia marah waktu sa bicara hapus mi",
)


def _at_card(catalog: Catalog, text: str, **told: object) -> State:
    flow = catalog.flows["usulan"]
    state = State("usulan", "d", {key: Answer(value, (1,)) for key, value in (TOLD | _MARAH | told).items()})
    for question in flow.questions:
        state = state if question.key in state.answers else state.skip(question.key)
    return advance(flow, state, Typed(text, 7), catalog.world).state


def _gifts(state: State) -> list[str]:
    return [one["value"] for one in state.answers["sumbangan"].value] if "sumbangan" in state.answers else []


@pytest.mark.parametrize("out", ["", *_OUT])
@pytest.mark.parametrize("both", _BOTH)
def test_one_more_beside_what_was_chosen_and_what_is_not_to_be_written_goes(
    catalog: Catalog, both: str, out: str
) -> None:
    for before in (_given("tanah"), None):
        told = {"sumbangan": before} if before else {}
        state = _at_card(catalog, f"{both}. {out}" if out else both, **told)
        assert _gifts(state) == ["tenaga", "tanah"]
        assert ("marah" in state.answers["cerita"].value["text"], "juga" in state.answers) == (not out, False)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bukan tanah, tenaga ji", ["tenaga"]),
        ("tanah saja, bukan tenaga", ["tanah"]),
        ("yg tanah itu jangan ditulis", []),
    ],
)
def test_what_is_denied_alone_goes(catalog: Catalog, text: str, left: list[str]) -> None:
    assert _gifts(_at_card(catalog, text, sumbangan=_given("tanah"))) == left


@pytest.mark.parametrize("asked", ["harapan", "alasan"])
@pytest.mark.parametrize(
    "text",
    [
        "maaf itu tadi suami yg pegang hp, jangan dicatat",
        "yg td itu anakku yg ketik, hapus",
        "tadi adik sa main hp, buang mi itu",
        "barusan keponakan yang pegang hp, hapus saja nah",
        "itu tadi istri yg tulis, jangan mi dicatat",
    ],
)
def test_what_somebody_else_typed_is_asked_for_and_nothing_of_that_is_kept(
    catalog: Catalog, asked: str, text: str
) -> None:
    step = _say(catalog, asked, text)
    assert ([one.sentence for one in step.say], asked in step.state.answers) == (["mesin.hapus_yang_mana"], False)


@pytest.mark.parametrize(
    "text",
    ["yg main di jalan itu anak-anak, jangan ditulis", "guru pakai hp lama, minta komputer", "jangan dicatat itu"],
)
def test_other_words_are_of_no_other_hand(catalog: Catalog, text: str) -> None:
    assert not is_of_other_hand(catalog.world, text)

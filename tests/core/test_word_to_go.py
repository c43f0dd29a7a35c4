"""A word that is not to be said of somebody is shown with what is left without it, and goes with a yes."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from tests.core.test_sending_in_words import TOLD

_STORY = "Rumah nenek bocor, nenek tinggal sama anak lakilaki yg cacat, ada utang di koperasi. Adekku yg gila disitu"


def _say(catalog: Catalog, *typed: str) -> Step:
    flow = catalog.flows["usulan"]
    answers = TOLD | {"cerita": {"text": _STORY}}
    state = State("usulan", "d", {key: Answer(value) for key, value in answers.items()})
    for question in flow.questions:
        state = state if question.key in state.answers else state.skip(question.key)
    step = Step(state)
    for number, text in enumerate(typed):
        step = advance(flow, step.state, Typed(text, number), catalog.world)
    return step


def _story(step: Step) -> str:
    return str(step.state.answers["cerita"].value["text"])


@pytest.mark.parametrize(
    ("typed", "part", "left"),
    [
        ("anak nenek jangan dibilang cacat", " yg cacat", ""),
        ("kata cacat itu jangan dipakai, malu ka", " yg cacat", ""),
        ("hapus kata gila itu", " yg gila", ""),
        ("kata gila itu jangan dipakai, malu ka", " yg gila", ""),
        ("jangan bilang2 nenek ada utang di koperasi", " ada utang di koperasi. ", " "),
        ("jgn kasi tau orang kalau ada utang di koperasi", " ada utang di koperasi. ", " "),
    ],
)
def test_as_little_as_holds_it_is_shown_and_goes_with_a_yes(catalog: Catalog, typed: str, part: str, left: str) -> None:
    asked, right = _say(catalog, typed), _STORY.replace(part, left)
    assert (asked.say[0].sentence, asked.say[0].values["jadi"]) == ("mesin.hapus_yang_ini", right)
    assert (_story(asked), "juga" in asked.state.answers) == (_STORY, False)
    assert _say(catalog, typed, "kirim").ended is None
    assert _story(_say(catalog, typed, "ya")) == right
    assert _story(_say(catalog, typed, "tidak jadi")) == _STORY


def test_what_is_told_beside_it_is_kept(catalog: Catalog) -> None:
    step = _say(catalog, "anak nenek jangan dibilang cacat, dia jualan kue tiap pagi", "ya")
    assert step.state.answers["juga"].value["text"] == "dia jualan kue tiap pagi"


@pytest.mark.parametrize("typed", ["nenek jangan dibilang pikun", "kata miskin itu jangan dipakai"])
def test_what_stands_nowhere_is_said_to(catalog: Catalog, typed: str) -> None:
    step = _say(catalog, typed)
    assert (step.say[0].lead and step.say[0].lead.name, _story(step)) == ("mesin.kata_tidak_tertulis", _STORY)


@pytest.mark.parametrize(
    "typed",
    [
        "jangan bilang janji saja",
        "kata pak desa jangan dulu lewat situ",
        "apa jangan dibilang cacat?",
        "kata orang air itu jangan diminum",
        "kata tetangga utang itu jangan dipakai lagi",
        "jangan sebut anak lakilaki cacat",
        "jangan kasih tau nenek",
    ],
)
def test_other_words_of_saying_take_nothing_out(catalog: Catalog, typed: str) -> None:
    step = _say(catalog, typed)
    assert step.say[0].sentence != "mesin.hapus_yang_ini"
    assert _story(step) == _STORY

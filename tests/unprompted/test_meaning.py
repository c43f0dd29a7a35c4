"""A villager asks something with nothing open, and it is not clear what: meanings are offered, and nothing is lost."""

import json
from pathlib import Path

import pytest

from bot.core.forms.writing import is_question
from bot.work.answering.acts import QUESTIONS
from tests.reading.conftest import Village
from tests.support.client import labels
from tests.support.content import catalog_of
from tests.support.sentences import says, words

#: Lines of a hand that the ear has not learnt from: of some it is not clear what they ask.
_LINES = Path(__file__).parents[1] / "listening" / "hands" / "acts.tsv"
_TELLING = 5  # words that may be a story
_USULAN, _NEITHER = (words(f"form.maksud_ini.maksud.pilihan.{one}") for one in ("usulan", "bukan"))


def unclear() -> tuple[str, list[str]]:
    """Such words, and what they may mean."""
    world = catalog_of().world
    ear = world.ear
    assert ear is not None
    for line in _LINES.read_text(encoding="utf-8").splitlines():
        text = line.partition("\t")[2]
        acts = ear.hear(text, "idle")
        names = [act.name for act in acts.maybe]
        asks = is_question(text, world, free=False)  # and is answered at once
        is_open = len(names) > 1 and not acts.done and not asks and len(text.split()) >= _TELLING
        if is_open and all(name in QUESTIONS for name in names):
            return text, names
    raise AssertionError("of every line it is clear")


async def test_what_may_be_meant_is_offered_and_a_tap_is_answered(either_village: Village) -> None:
    sitti = await either_village.bring()
    text, meant = unclear()
    asked = await either_village.ask(sitti, text, says("form.maksud_ini.maksud.tanya"))
    meanings = [words(f"niat.{name}") for name in meant]
    assert labels(asked)[: len(meant)] == meanings
    await either_village.ask(sitti, "yang kena 40 kk", says("kata_ikut_menunggu"))
    await either_village.press(sitti, meanings[0], says(meant[0]))
    await either_village.hears(sitti, "yang kena 40 kk")
    await either_village.press(sitti, words("tombol.bukan_cerita"), says("mesin.bukan_cerita"))
    assert await either_village.town.rows("SELECT count(*) FROM conversations") == [(0,)]


async def test_who_told_an_usulan_goes_on_with_these_very_words(village: Village) -> None:
    sitti = await village.bring()
    text, _ = unclear()
    await village.ask(sitti, text, says("form.maksud_ini.maksud.tanya"))
    shown = await village.press(sitti, _USULAN, text)
    assert labels(shown)
    (draft,) = await village.town.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert text in json.dumps(json.loads(draft[0]), ensure_ascii=False)


@pytest.mark.parametrize("no", [_NEITHER, "bukan"])
async def test_who_meant_neither_says_it_again(village: Village, no: str) -> None:
    sitti = await village.bring()
    await village.ask(sitti, unclear()[0], says("form.maksud_ini.maksud.tanya"))
    await village.ask(sitti, no, says("maksud_lain"))
    assert await village.town.rows("SELECT count(*) FROM conversations") == [(0,)]

"""Words that make no answer are said back with what to do, whatever was asked: nobody has to guess what was unclear."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.catalog import Catalog
from bot.core.flow.answering import take
from bot.core.flow.interpreter import advance
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Say, Words
from bot.core.forms.state import State
from tests.listening.moments import NOW, TODAY, Line, Moment

KINDS = (
    "wilayah choice choices location photos orang ukuran number waktu hadir pertemuan kiriman sebutan nama_orang "
    "pembaca ucapan uang text story"
)


def _scenes(catalog: Catalog, kind: str) -> Iterator[Scene]:
    """Every form that asks a question of this kind stands at it."""
    world = replace(catalog.world, today=TODAY, zone="WITA", now=NOW.time())
    for flow in catalog.flows.values():
        for question in flow.questions:
            if question.kind == kind:
                yield Scene(flow, State(flow.key, "d"), world, (question,), {}, question)


def _told(catalog: Catalog, say: Say) -> str:
    """Of the lead, where there is one; else of the message."""
    lead = say.lead
    return catalog.message(Say(lead.name, lead.values) if isinstance(lead, Words) else say).text


@pytest.mark.parametrize("kind", KINDS.split())
def test_whatever_is_asked_words_that_are_no_answer_are_said_back(catalog: Catalog, kind: str) -> None:
    for scene in _scenes(catalog, kind):
        assert scene.open is not None
        said = "q" if kind_of(scene.open).free else "qwrtz pfklm"
        step = take(scene, scene.open, Typed(said, 1))
        if step.changed or step.ended:
            continue  # a name may be any word
        assert said in _told(catalog, step.say[0]), (scene.flow.key, scene.open.key)


@pytest.mark.parametrize(
    ("place", "words", "named"),
    [
        ("kecamatan", "Sidrap Barat", "Sidrap Barat"),
        ("desa", "desa Bontolempangan", "Bontolempangan"),
        ("dusun", "sesuai catatan", "sesuai catatan"),
        ("foto", "fotonya bagus", "fotonya bagus"),
        ("kategori", "angkasa", "angkasa"),
        ("merasakan", "para nelayan", "para nelayan"),
        ("jumlah", "separuh 1/3 kampung", "separuh"),
        ("jumlah", "lumayan", "lumayan"),
        ("kurang_mampu", "lumayan", "lumayan"),
        ("lokasi", "sebelah sana", "sebelah sana"),
        ("patokan", "x", "x"),
        ("ukuran", "sebesar lapangan", "sebesar lapangan"),
        ("sumbangan", "doa restu", "doa restu"),
        ("harapan", "x", "x"),
        ("~", "hmmm", "hmmm"),
    ],
)
def test_at_every_question_of_an_usulan(catalog: Catalog, place: str, words: str, named: str) -> None:
    moment = Moment(catalog, Line("", place, "", frozenset()))
    step = advance(moment.flow, moment.state, Typed(words, 9), moment.world)
    assert not step.changed
    message = catalog.message(step.say[0])
    assert named in message.text
    assert len(message.text) > 2 * len(named)
    assert message.reply_markup


def test_of_a_long_text_its_beginning_is_said_back(catalog: Catalog) -> None:
    moment = Moment(catalog, Line("", "ukuran", "", frozenset()))
    step = advance(
        moment.flow, moment.state, Typed("entah seberapa besar nanti " + "pokoknya besar " * 30, 9), moment.world
    )
    message = catalog.message(step.say[0])
    assert "entah seberapa besar" in message.text
    assert len(message.text) < 700

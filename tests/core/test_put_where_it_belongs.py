"""What villagers say, kept where it belongs: a place that was named outright, words to us that are no wish, a word or
two that tell something, a figure that was only pointed at, a letter in a photo."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.heard.first_words import hear_first
from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import FileRef, Pressed, Sent, Typed
from bot.core.forms.say import Step
from tests.core.test_no_name import _buttons, _say

_CURIO = ("curio", "parombean", "sarang")
_ROAD = (*_CURIO, "jalan tani 700 m di kampung, rusak berat, kalau hujan bawang kami tdk bisa turun")
_BONTO = ("malua bonto", "bola tallu", "jalan dari batu billa ke bola tallu putus, 20 kk", "dicor dari batu billa")
_SCALES = ("malua tallung tondok", "lappa", "posyandu atapnya bocor, ada 54 balita", "gantikan atapnya")
_SCOLDS = "kau ini tuli kah, sdh sy bilang rabat sama selokan. jgn pi lagi tanya"
_EXCUSE = "maaf nak baru balas, anakku les tadi, gurunya jarang masuk. sampai mana kita"
_PROTEST = "kok saruran.. di bamba puan pak"


def _told(step: Step, key: str) -> Any:
    value = step.state.answers[key].value if key in step.state.answers else None
    return value.get("text", value.get("name", value)) if isinstance(value, dict) else value


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        (("alla desa taulan",), "kecamatan", None),
        (("kecamatan alla desa taulan", "=Desa Taulo"), "desa", "Taulo"),
        (("alla desa taulan, posyandu kami numpang di teras orang", "=Desa Taulan"), "kecamatan", "Cendana"),
        ((*_BONTO, "eh dusunku bukan bola tallu tapi buntu lamba"), "dusun", "Buntu Lamba"),
        ((*_BONTO, "eh dusunku bukan bola tallu tapi buntu lamba"), "cerita", _BONTO[2]),
        ((*_BONTO, "oh iya anakku sekolah di bola tallu", "eh dusunku bukan bola tallu tapi buntu lamba"), "juga", ...),
        ((*_ROAD, _SCOLDS), "harapan", None),
        ((*_ROAD, _SCOLDS, "=Ini jawaban saya"), "harapan", "rabat sama selokan"),
        ((*_ROAD, _EXCUSE), "harapan", None),
        ((*_ROAD, _EXCUSE, "dirabat saja"), "harapan", "dirabat saja"),
        ((*_ROAD, _PROTEST), "harapan", None),
        ((*_ROAD, "maaf baru sempat, minta dirabat"), "harapan", "maaf baru sempat, minta dirabat"),
        (("maiwa", "tuli"), "juga", "tuli"),
        ((*_ROAD, "dirabat", "mauku papan nomor"), "juga", "mauku papan nomor"),
        ((*_ROAD, "dirabat", "maret"), "juga", "maret"),
        (("putus",), "juga", "putus"),
        ((*_SCALES, "balita 50 ji yg benar, yang 54 tadi salah"), "cerita", "posyandu atapnya bocor, ada 50 balita"),
        ((*_SCALES, "54 itu kemarin pak", "bukan 54 tapi 50"), "cerita", "posyandu atapnya bocor, ada 50 balita"),
        ((*_ROAD, "anakku les matematika dimana gratis ya pak"), "harapan", None),
        ((*_ROAD, "malas ka jawab"), "harapan", None),
        (("malua bonto", "keberatan ka", "wc umum pasar rusak"), "cerita", "wc umum pasar rusak"),
        (("malua bonto", "tdk usah dusun", "wc umum pasar rusak"), "cerita", "wc umum pasar rusak"),
        (("malua bonto bola tallu", "pengumuman pakai toa, kami tuli tidak dengar", "cukup"), "cerita", ...),
        ((*_SCALES, "cukup", "bukan posyandu tapi posyandu di lappa"), "harapan", "gantikan atapnya"),
        ((*_SCALES, "harapannya salah"), "harapan", None),
        ((*_SCALES, "cukup", "harapannya salah"), "harapan", None),
        ((*_ROAD, "dirabat", "petani bawang sekitar 40 hektar di situ"), "ukuran", None),
    ],
)
def test_it_is_kept_where_it_belongs(catalog: Catalog, said: tuple[str, ...], key: str, value: Any) -> None:
    step = _say(catalog, *said)
    assert _told(step, key) == (said[-2] if value is ... else value)


def test_a_place_that_the_story_tells_is_not_asked_over_by_that_of_the_last_time(catalog: Catalog) -> None:
    given = {
        "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
        "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
        "dusun": {"name": "Paraja", "listed": True},
    }
    flow, told = catalog.flows["usulan"], Typed("usul air minum di desa bamba puang anggeraja, pipa putus", 1)
    state = hear_first(flow, begin(flow, "abc12345", catalog.world, given).state, [told], catalog.world)
    step = advance(flow, state, Pressed("abc12345", "~pertama", "~ya_cerita"), catalog.world)
    assert (_told(step, "desa"), step.say[0].question) == ("Bamba Puang", "dusun")


def test_both_places_are_offered_where_one_contradicts_the_other(catalog: Catalog) -> None:
    shown = _buttons(catalog, _say(catalog, "alla desa taulan"))
    assert list(shown)[:3] == ["Desa Taulo, Alla", "Kecamatan Alla", "Desa Taulan, Cendana"]


@pytest.mark.parametrize("words", ["surat", "ini surat dari kepala dusun isinya semua ada disini"])
def test_a_letter_in_a_photo_is_kept_and_asked_for_in_short(catalog: Catalog, words: str) -> None:
    flow, file = catalog.flows["usulan"], FileRef("f", "u", 1000, "image/jpeg", 0, 800, 600)
    letter = Sent("photo", 9, file, caption=words)
    step = advance(flow, _say(catalog, *_CURIO).state, letter, catalog.world)
    again = _say(catalog, *_CURIO, "semua sdh ada di surat itu nak baca saja")
    for one in (step, again):
        assert one.say[0].lead is not None
        assert (one.say[0].lead.name, _told(one, "cerita")) == ("mesin.surat_difoto", None)
    assert _told(step, "foto")
    story = "surat tanah warga belum jadi padahal sudah diurus"
    assert _told(_say(catalog, *_CURIO, story), "cerita") == story

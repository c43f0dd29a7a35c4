"""Each kind of answer, read on its own."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core import kinds
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.questions import Ask, Offer, Question, Reading, Refused, Toggled, Took, Unsure

OPTIONS = (Offer("tani", "Petani"), Offer("ibu", "Ibu-ibu"), Offer("anak", "Anak sekolah"))

PARAMS: dict[str, dict[str, Any]] = {
    "choice": {"options": OPTIONS},
    "choices": {"options": OPTIONS},
    "jenis_kelamin": {"options": OPTIONS},
    "wilayah": {"level": "kecamatan"},
    "pembaca": {"within": "desa", "agree": "Baik", "other": "Pilih yang lain"},
}


def _ask(catalog: Catalog, kind: str, mine: Any = None, values: dict[str, Any] | None = None, **params: Any) -> Ask:
    question = Question("q", kind, kinds.find(kind).Params(**params))
    return Ask(question, values or {}, catalog.world, mine)


def _read(ask: Ask, heard: Heard) -> Reading:
    return kinds.find(ask.question.kind).read(ask, heard)


def _why(reading: Reading) -> str:
    assert isinstance(reading, Refused)
    return reading.why.name


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("23", 23),
        ("1.250", 1250),
        ("kira-kira 40 orang", 40),
        ("dua puluh tiga", 23),
        ("sebelas", 11),
        ("lima belas rumah", 15),
        ("seratus lima puluh", 150),
        ("dua ribu lima ratus", 2500),
        ("seribu", 1000),
        ("nol", 0),
        ("ribuan 1.250.000 jiwa", None),
        ("10 atau 20", None),
        ("1,5", None),
        ("banyak", None),
        ("", None),
        ("²", None),
        ("9" * 40, None),
    ],
)
def test_a_number_is_understood_in_figures_and_in_words(catalog: Catalog, typed: str, number: int | None) -> None:
    reading = _read(_ask(catalog, "number"), Typed(typed, 1))
    assert number == (reading.value if isinstance(reading, Took) else None)


def test_a_number_outside_its_bounds_is_refused(catalog: Catalog) -> None:
    assert "mesin.angka_di_luar" == _why(_read(_ask(catalog, "number", least=1, most=9), Typed("10", 1)))


@pytest.mark.parametrize(
    ("text", "why"),
    [("x" * 14, "mesin.terlalu_pendek"), ("x" * 3501, "mesin.terlalu_panjang"), ("  \n ", "mesin.terlalu_pendek")],
)
def test_a_story_has_a_length(catalog: Catalog, text: str, why: str) -> None:
    assert why == _why(_read(_ask(catalog, "story"), Typed(text, 1)))


def test_a_story_is_kept_word_for_word_without_what_cannot_be_seen(catalog: Catalog) -> None:
    reading = _read(_ask(catalog, "story"), Typed("Jalan\u202e  licin\x00 \ud800sekali\n\n\n\nkalau hujan", 1))
    assert Took({"text": "Jalan licin sekali\n\nkalau hujan"}) == reading


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (FileRef("f", "u", 1000, "audio/ogg", 601), "mesin.suara_terlalu_lama"),
        (FileRef("f", "u", 30_000_000, "audio/ogg", 10), "mesin.berkas_terlalu_besar"),
        (None, "mesin.bukan_voice"),
    ],
)
def test_a_voice_too_long_or_too_big_is_refused_before_it_is_fetched(
    catalog: Catalog, file: FileRef | None, why: str
) -> None:
    assert why == _why(_read(_ask(catalog, "story"), Sent("voice", 1, file)))


def test_a_picture_sent_as_a_file_is_a_photo(catalog: Catalog) -> None:
    reading = _read(_ask(catalog, "photos"), Sent("document", 1, FileRef("f", "u", 1, "image/png")))
    assert isinstance(reading, Took)


@pytest.mark.parametrize("mime", ["application/pdf", "image/svg+xml", "image/heic", ""])
def test_another_file_is_no_photo(catalog: Catalog, mime: str) -> None:
    assert "mesin.bukan_document" == _why(
        _read(_ask(catalog, "photos"), Sent("document", 1, FileRef("f", "u", 1, mime)))
    )


def test_a_photo_too_big_is_refused_before_it_is_fetched(catalog: Catalog) -> None:
    assert "mesin.berkas_terlalu_besar" == _why(
        _read(_ask(catalog, "photos"), Sent("photo", 1, FileRef("f", "u", 21 * 2**20)))
    )


def test_a_photo_keeps_the_words_under_it(catalog: Catalog) -> None:
    reading = _read(_ask(catalog, "photos"), Sent("photo", 1, FileRef("f", "u"), caption=" Jembatan "))
    assert isinstance(reading, Took)
    assert "Jembatan" == reading.value[0]["caption"]
    assert FileRef("f", "u") == FileRef.from_json(reading.value[0])


@pytest.mark.parametrize("typed", ["petani", "PETANI", "petanni", "1", "1."])
def test_an_option_is_understood_by_name_or_number(catalog: Catalog, typed: str) -> None:
    reading = _read(_ask(catalog, "choice", options=OPTIONS), Typed(typed, 1))
    assert isinstance(reading, Took)
    assert {"value": "tani", "label": "Petani"} == reading.value


@pytest.mark.parametrize("typed", ["0", "4", "nelayan", "tani"])
def test_what_is_no_option_is_refused_and_a_value_is_not_a_name(catalog: Catalog, typed: str) -> None:
    assert "mesin.pilihan_tidak_ada" == _why(_read(_ask(catalog, "choice", options=OPTIONS), Typed(typed, 1)))


def test_several_options_are_taken_from_one_line(catalog: Catalog) -> None:
    reading = _read(_ask(catalog, "choices", options=OPTIONS), Typed("anak sekolah, 1 dan ibu ibu", 1))
    assert isinstance(reading, Took)
    assert ["tani", "ibu", "anak"] == [part["value"] for part in reading.value]


def test_a_line_with_one_unknown_option_is_refused_as_a_whole(catalog: Catalog) -> None:
    assert "mesin.pilihan_tidak_ada" == _why(_read(_ask(catalog, "choices", options=OPTIONS), Typed("petani, raja", 1)))


def test_a_button_switches_an_option_on_and_off(catalog: Catalog) -> None:
    on = _read(_ask(catalog, "choices", options=OPTIONS), Pressed("d", "q", "ibu"))
    off = _read(_ask(catalog, "choices", mine=("ibu",), options=OPTIONS), Pressed("d", "q", "ibu"))
    assert (Toggled(("ibu",)), Toggled(())) == (on, off)


def test_a_choice_of_several_is_not_finished_with_nothing_on(catalog: Catalog) -> None:
    assert "mesin.pilih_dulu" == _why(_read(_ask(catalog, "choices", options=OPTIONS), Pressed("d", "q", "~selesai")))


def test_a_renamed_option_still_answers_and_shows_its_new_name(catalog: Catalog) -> None:
    ask = _ask(catalog, "choice", options=OPTIONS)
    old = {"value": "tani", "label": "Kelompok tani lama"}
    assert kinds.find("choice").holds(ask, old)
    assert "Petani" == kinds.find("choice").show(ask, old)


@pytest.mark.parametrize("kind", ["choice", "choices"])
def test_an_option_taken_out_of_the_form_no_longer_answers(catalog: Catalog, kind: str) -> None:
    gone: Any = {"value": "raja", "label": "Raja"}
    value = [gone] if kind == "choices" else gone
    assert not kinds.find(kind).holds(_ask(catalog, kind, options=OPTIONS), value)


@pytest.mark.parametrize("kind", sorted(kinds.names()))
@pytest.mark.parametrize("value", [None, 3, "x", [], {}, [1], {"code": 1}, {"value": None}, True])
def test_a_value_of_another_shape_never_holds_and_never_raises(catalog: Catalog, kind: str, value: Any) -> None:
    expected = kind == "number" and value == 3 and value is not True
    assert expected == kinds.find(kind).holds(_ask(catalog, kind, **PARAMS.get(kind, {})), value)


def _dusun(catalog: Catalog) -> Ask:
    return _ask(
        catalog,
        "wilayah",
        values={"desa": {"code": "73.16.03.2005", "name": "Bontongan"}},
        level="dusun",
        within="desa",
    )


@pytest.mark.parametrize("typed", ["Dusun Kampung Baru", "dsn. Kampung Baru", "di dusun Kampung Baru", "Kampung Baru"])
def test_an_unlisted_dusun_needs_a_yes_and_loses_the_word_in_front(catalog: Catalog, typed: str) -> None:
    reading = _read(_dusun(catalog), Typed(typed, 1))
    assert isinstance(reading, Unsure)
    assert {"name": "Kampung Baru", "listed": False} == reading.value


@pytest.mark.parametrize("typed", ["x", "12345", "???", "y" * 41])
def test_what_cannot_be_a_name_is_no_dusun(catalog: Catalog, typed: str) -> None:
    assert "mesin.tempat_tidak_ada" == _why(_read(_dusun(catalog), Typed(typed, 1)))


def test_a_dusun_that_is_listed_is_marked_so(catalog: Catalog) -> None:
    reading = _read(_dusun(catalog), Typed("kalimbua ii", 1))
    assert isinstance(reading, Took)
    assert {"name": "Kalimbua II", "listed": True} == reading.value


def test_the_beginning_of_two_dusun_names_is_asked_back(catalog: Catalog) -> None:
    reading = _read(_dusun(catalog), Typed("kalimbua", 1))
    assert isinstance(reading, Unsure)
    assert ["Kalimbua I", "Kalimbua II"] == [offer.label for offer in reading.offers]


def test_a_desa_of_another_kecamatan_does_not_hold(catalog: Catalog) -> None:
    ask = _ask(catalog, "wilayah", values={"kec": {"code": "73.16.01", "name": "Maiwa"}}, level="desa", within="kec")
    assert not kinds.find("wilayah").holds(ask, {"code": "73.16.03.2005", "name": "Bontongan"})


@pytest.mark.parametrize("kind", sorted(kinds.names()))
@pytest.mark.parametrize("what", ["photo", "voice", "location", "contact", "document", "other", "sticker"])
def test_whatever_is_sent_every_kind_has_an_answer(catalog: Catalog, kind: str, what: str) -> None:
    assert isinstance(_read(_ask(catalog, kind, **PARAMS.get(kind, {})), Sent(what, 1)), Refused)

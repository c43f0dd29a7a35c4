"""Corrections in words: which answer is meant, and what becomes of it."""

import pytest

from bot.core.flow.correcting.amending import amended
from tests.listening.moments import Line, Moment
from tests.listening.scoring import hear
from tests.support.content import catalog_of

TOLD = ("kecamatan=Maiwa", "desa=Boiya", "jumlah=L30 P40", "kurang_mampu=KK6", "kategori=jalan", "merasakan=ibu")
MORE = (*TOLD, "ukuran=200 m x 3 m", "sumbangan=tenaga", "rt=2")


def _heard(at: str, said: str) -> dict[str, str]:
    found = hear(catalog_of(), Line("pembetulan", at, said, frozenset(), MORE))
    return {**found.values, **({"laku": "koreksi"} if "koreksi" in found.acts else {})}


@pytest.mark.parametrize(
    ("at", "said", "key", "value"),
    [
        ("tinjau", "kategorinya ubah ke kesehatan", "kategori", "kesehatan"),
        ("patokan", "urusannya salah pencet ka, mestinya air", "kategori", "air"),
        ("tinjau", "KK miskinnya seharusnya sembilan", "kurang_mampu", "KK9"),
        ("alasan", "maaf, keluarga kurang mampunya keliru, yang benar 13", "kurang_mampu", "KK13"),
        ("tinjau", "ganti ukurannya 5 unit", "ukuran", "5 unit"),
        ("harapan", "salah ka pilih desa tadi, mestinya Baringin", "desa", "Baringin"),
        ("cerita", "mohon maaf, desanya keliru, yang benar Baringin", "desa", "Baringin"),
    ],
)
def test_the_question_that_is_named_is_meant(at: str, said: str, key: str, value: str) -> None:
    assert _heard(at, said) == {key: value, "laku": "koreksi"}


@pytest.mark.parametrize(
    ("at", "said", "key", "value"),
    [
        ("alasan", "lebarnya salah kusebut empat meter bukan tiga meter", "ukuran", "200 m x 4 m"),
        ("alasan", "panjangnya 250 ji bukan 200", "ukuran", "250 m x 3 m"),
        ("kurang_mampu", "eh maaf laki lakinya 35 bukan 30", "jumlah", "L35 P40"),
        ("tinjau", "sumbangannya tambahkan juga tanah", "sumbangan", "tanah,tenaga"),
        ("alasan", "yang merasakan tambah lansia", "merasakan", "ibu,lansia"),
        ("alasan", "yg merasakan tadi tambahkan lansia, jgn ibu saja", "merasakan", "ibu,lansia"),
        ("cerita", "RT nya 3 bukan 2", "rt", "3"),
        ("harapan", "bukan RT 2 tapi RT 3", "rt", "3"),
    ],
)
def test_the_rest_of_an_answer_stands(at: str, said: str, key: str, value: str) -> None:
    assert _heard(at, said) == {key: value, "laku": "koreksi"}


@pytest.mark.parametrize(
    ("at", "said", "key", "value"),
    [
        ("merasakan", "eh bukan jalan, air pak", "kategori", "air"),
        ("cerita", "maaf pak bukan Maiwa, Baraka yang benar", "kecamatan", "Baraka"),
        ("tinjau", "9 KK bukan 6 KK", "kurang_mampu", "KK9"),
        ("foto", "astaga itu yang 6 KK keliru pak, 9 KK sebenarnya", "kurang_mampu", "KK9"),
    ],
)
def test_the_value_said_to_be_wrong_names_its_question(at: str, said: str, key: str, value: str) -> None:
    assert _heard(at, said) == {key: value, "laku": "koreksi"}


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("alasan", "jumlah orang yang lewat tambah banyak, 200 orang tiap hari"),
        ("alasan", "lebarnya cuma 2 meter padahal harusnya 4 meter"),
        ("alasan", "keluarga miskin tambah banyak, sudah 20 KK"),
        ("harapan", "pipanya diganti yang 3 inci"),
    ],
)
def test_what_is_told_of_the_village_corrects_nothing(at: str, said: str) -> None:
    assert _heard(at, said) == {at: "*"}


def test_old_and_new_are_said_and_the_form_goes_on_where_it_stood() -> None:
    moment = Moment(catalog_of(), Line("pembetulan", "alasan", "", frozenset(), MORE))
    step = moment.say("kategorinya salah pilih, harusnya air")
    assert step.say[-1].lead is not None
    assert step.say[-1].lead.name == "mesin.ralat_kata"
    assert step.say[-1].question == "alasan"


def test_what_rests_on_a_corrected_place_is_asked_again() -> None:
    moment = Moment(catalog_of(), Line("pembetulan", "cerita", "", frozenset(), TOLD))
    step = moment.say("desanya keliru, yang benar Baringin")
    assert "dusun" not in step.state.answers


def test_behind_a_no_the_new_value_is_taken() -> None:
    moment = Moment(catalog_of(), Line("ya_tidak", "masih", "", frozenset(), ("kecamatan=Maiwa", "desa=Boiya")))
    step = moment.say("tidak, sekarang di kecamatan Baraka")
    assert step.state.answers["kecamatan"].value["name"] == "Baraka"


@pytest.mark.parametrize(("said", "key"), [("ubah patokan", "patokan"), ("mau ku ganti ceritanya", "cerita")])
def test_what_is_named_for_a_change_is_asked_at_once(said: str, key: str) -> None:
    moment = Moment(catalog_of(), Line("perintah", "tinjau", "", frozenset(), MORE))
    step = moment.say(said)
    assert step.state.pending["edit"] == key


def test_one_number_corrects_the_side_of_its_order_and_keeps_the_others() -> None:
    old = {"sizes": [{"amount": "400", "unit": "m", "side": ""}, {"amount": "3", "unit": "m", "side": ""}]}
    new = {"sizes": [{"amount": "450", "unit": "m", "side": ""}]}
    assert amended(old, new, "", adds=False)["sizes"] == [{**old["sizes"][0], "amount": "450"}, old["sizes"][1]]
    assert amended(old, {"sizes": [{"amount": "30", "unit": "m", "side": ""}]}, "", adds=False) is None
    assert amended({"sizes": old["sizes"][:1]}, new, "", adds=False) == new

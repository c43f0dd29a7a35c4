"""A number that is taken back in the same breath is never what is stored: the last one is, or it is asked."""

import pytest

from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Typed
from tests.listening.hearing import values
from tests.listening.moments import MESSAGE, Moment, line
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("at", "said", "before"),
    [
        ("ukuran", "40 m. bukan deng, barusan kuukur lagi 45 m", ()),
        ("kurang_mampu", "8.. kurang satu angkanya, 18 maksudku", ("jumlah=KK40",)),
        ("jumlah", "lakinya 30, eh maaf 13 maksudku, perempuan 20", ()),
        ("jumlah", "50 orang. oh iya lupa, 55 sama yang di atas", ()),
    ],
)
def test_it_is_asked(at: str, said: str, before: tuple[str, ...]) -> None:
    moment = Moment(catalog_of(), line(at, said, *before))
    step = moment.say(said)
    assert at not in step.state.answers
    assert step.say[-1].sentence in ("pengertian.maksudnya", "mesin.angka_terakhir")


def test_the_last_one_is_what_a_yes_takes() -> None:
    said = "tiga belas kk, tapi dua sdh pindah ke kota jadi sisa sebelas"
    moment = Moment(catalog_of(), line("kurang_mampu", said, "jumlah=KK40"))
    step = moment.say(said)
    assert "kurang_mampu" not in step.state.answers
    assert step.say[-1].sentence == "mesin.jadi_ini"
    agreed = advance(moment.flow, step.state, Typed("iya", MESSAGE + 1), moment.world)
    assert agreed.state.answers["kurang_mampu"].value == {"families": 11}
    anew = advance(moment.flow, step.state, Typed("bukan, 12 kk", MESSAGE + 1), moment.world)
    assert anew.state.answers["kurang_mampu"].value == {"families": 12}


@pytest.mark.parametrize(
    ("at", "said", "wanted"),
    [
        ("jumlah", "20 kk, maaf kalau lama balasnya", {"jumlah": "KK20"}),
        ("jumlah", "maaf bu lupa tadi, 20 kk", {"jumlah": "KK20"}),
        ("ukuran", "100 meter, maaf bu, lebarnya 3 meter", {"ukuran": "100 m x l 3 m"}),
        ("jumlah", "20 kk eh salah 25", {"jumlah": "KK25"}),
        ("jumlah", "1.200 orang, eh maaf 1.500 orang", {"jumlah": "1500"}),
        ("uang", "lima juta. maaf, lima belas juta sama ongkos tukang", {"uang": "15000000"}),
    ],
)
def test_what_takes_nothing_back_is_not_asked_about(at: str, said: str, wanted: dict[str, str]) -> None:
    assert values(at, said) == wanted

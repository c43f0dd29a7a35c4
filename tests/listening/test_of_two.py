"""Of two that are named neither is lost, and of two answers that are alike it is asked which one is meant."""

import pytest

from bot.core.flow.correcting.corrections import CHOSEN
from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Pressed
from tests.listening.hearing import heard, values
from tests.listening.moments import DRAFT, Moment, line
from tests.support.content import catalog_of


@pytest.mark.parametrize("at", ["alasan", "tinjau"])
@pytest.mark.parametrize(
    "said",
    [
        "yang 40 itu salah, mestinya 30",
        "40 keliru, 30 yg betul",
        "eh bukan 40 tapi 30",
        "yg 40 tadi salah, harusnya 30",
    ],
)
@pytest.mark.parametrize("other", ["ukuran=40 m", "kurang_mampu=KK40"])
def test_which_of_two_equal_answers_is_meant_is_asked(at: str, said: str, other: str) -> None:
    moment = Moment(catalog_of(), line(at, said, "jumlah=KK40", other))
    step = moment.say(said)
    assert step.say[-1].sentence == "mesin.ralat_pilih"
    assert not step.changed
    key = other.partition("=")[0]
    assert {row[0].data.rpartition(".")[2] for row in step.say[-1].buttons} == {"jumlah", key}
    target = step.say[-1].question or ""
    chosen = advance(moment.flow, step.state, Pressed(DRAFT, target, f"{CHOSEN}.{key}"), moment.world)
    assert chosen.changed == (key,)
    wanted = {"families": 30} if key == "kurang_mampu" else {"sizes": [{"amount": "30", "unit": "m", "side": ""}]}
    assert chosen.state.answers[key].value == wanted
    assert chosen.state.answers["jumlah"].value == {"families": 40}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("yang 40 kk itu salah, mestinya 30", {"jumlah": "KK30"}),
        ("yang 40 meter itu salah, mestinya 30", {"ukuran": "30 m"}),
    ],
)
def test_with_its_unit_only_one_is_meant(said: str, wanted: dict[str, str]) -> None:
    assert values("alasan", said, "jumlah=KK40", "ukuran=40 m") == wanted


@pytest.mark.parametrize(
    ("at", "said", "wanted"),
    [
        (
            "kategori",
            "bidang kesehatan, yang paling merasakan ibu dan balita",
            {"kategori": "kesehatan", "merasakan": "balita,ibu"},
        ),
        ("merasakan", "yang merasakan ibu, balita", {"merasakan": "balita,ibu"}),
        ("merasakan", "iya ibu, lansia", {"merasakan": "lansia"}),
        ("merasakan", "maaf ibu, lansia saja", {"merasakan": "lansia"}),
        ("merasakan", "lansia dan balita, bu", {"merasakan": "balita,lansia"}),
        (
            "ukuran",
            "panjang 180 meter lebar 2 meter, warga siap menyumbang tenaga dan bahan",
            {"ukuran": "p 180 m x l 2 m", "sumbangan": "bahan,tenaga"},
        ),
    ],
)
def test_of_several_options_none_is_lost(at: str, said: str, wanted: dict[str, str]) -> None:
    assert values(at, said) == wanted


@pytest.mark.parametrize(
    ("said", "stands", "wanted"),
    [
        ("tadi saya pilih ibu-ibu saja mestinya ibu-ibu dan lansia", "ibu", "ibu,lansia"),
        ("oh iya lansia juga seharusnya tadi di yg merasakan, bukan ibu2 ji", "ibu", "ibu,lansia"),
        ("bukan petani ji, lansia juga", "tani", "lansia,tani"),
        ("bukan petani, lansia", "tani", "lansia"),
    ],
)
def test_not_only_one_of_them(said: str, stands: str, wanted: str) -> None:
    assert values("ukuran", said, f"merasakan={stands}")["merasakan"] == wanted


@pytest.mark.parametrize("said", ["ini betul tempat mengusul di?", "sy tidak salah alamat kah, ini tempat usul?"])
def test_whether_this_is_the_place_to_bring_it(said: str) -> None:
    assert "tanya_siapa" in heard("kosong", said).acts


@pytest.mark.parametrize(
    ("at", "said", "before", "wanted"),
    [
        ("kategori", "perempuannya td 35, laki2nya tetap 20", ("jumlah=L20 P30",), {"jumlah": "L20 P35"}),
        ("alasan", "perempuannya 35, laki2 tetap 20", ("jumlah=L20 P30",), {"jumlah": "L20 P35"}),
        ("jumlah", "laki2 14, perempuan sama ji banyaknya", (), {"jumlah": "L14 P14"}),
        ("jumlah", "lakinya 15, perempuannya sama ji", (), {"jumlah": "L15 P15"}),
    ],
)
def test_of_men_and_women_both_are_kept(at: str, said: str, before: tuple[str, ...], wanted: dict[str, str]) -> None:
    assert values(at, said, *before) == wanted

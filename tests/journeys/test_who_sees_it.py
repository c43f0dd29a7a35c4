"""Who shall read an usulan, or not even know of it, said in the middle of the form: it waits for its question, and is
no part of what is told."""

import pytest

from tests.journeys.test_side_by_side import until
from tests.journeys.test_whole_usulan import Proposer, facilitator, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

DESA, KECAMATAN = "73.16.01.2002", "73.16.01"


@pytest.mark.parametrize(
    ("at", "typed"),
    [
        ("jumlah", "jangan rahman, dia sering di rumahnya pak desa. bisa orang kabupaten saja yg baca?"),
        ("jumlah", "sa tdk mau pak desa tau"),
        ("jumlah", "sy takut kalau pak desa tau"),
        ("patokan", "biar bappeda saja yg lihat"),
        ("patokan", "ini jangan dilihat orang desa"),
        ("alasan", "kalau bisa jangan sampai ke pak desa"),
        ("alasan", "tdk mauka kalau pak dusun yg baca"),
        ("alasan", "pak desa jangan dikasi tau, dia marah nanti"),
        ("sumbangan", "tidak usah kasi liat pak kades"),
        ("sumbangan", "org kabupaten ji yg baca nah"),
    ],
)
async def test_it_waits_for_its_question_and_is_kept_nowhere_else(place: Town, at: str, typed: str) -> None:
    sitti = await until(place, at)
    before = await told_so_far(place)
    await place.ask(sitti, typed, mentions("mesin.pembaca_nanti", diingat=True))
    assert await told_so_far(place) == before


@pytest.mark.parametrize(
    "typed",
    [
        "pak desa tidak mau tau, sudah dua kali kami lapor",
        "kepala dusun sudah tau tapi diam",
        "biar orang kabupaten lihat sendiri jalannya",
        "pak desa saja tidak mau lihat jalan kami",
        "supaya pak desa tau kami juga warga",
        "takut orang kabupaten lihat jalan rusak begini",
    ],
)
async def test_what_an_office_sees_or_does_not_may_be_why(place: Town, typed: str) -> None:
    await place.ask(await until(place, "alasan"), typed, mentions("form.usulan.sumbangan.tanya"))
    assert (await told_so_far(place))["alasan"]["text"] == typed


@pytest.mark.parametrize("typed", ["sa tdk mau pak desa tau", "jangan rahman. bisa orang kabupaten saja yg baca?"])
async def test_it_is_asked_before_it_is_sent_and_only_whom_they_want_hears_of_it(place: Town, typed: str) -> None:
    rahman = await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(typed, mentions("mesin.pembaca_nanti", diingat=True))
    await sitti.press("Cukup", "Aisyah")
    await sitti.press(words("tombol.kirim"), says("tanda_terima", pembaca="Aisyah"))
    assert not any("usulan" in text and "menunggu" in text for text in place.simulator.said(rahman)[1:])

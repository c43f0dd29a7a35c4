"""One word a message: a number that goes on belongs to the answer before; that something is wrong answers nothing."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions
from tests.support.town import Town

_ASKED = ("foto", "kategori", "merasakan", "jumlah", "kurang_mampu", "lokasi", "patokan", "ukuran", "alasan")


async def _at(place: Town, question: str) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    for key in _ASKED[1 : _ASKED.index(question) + 1]:
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    return sitti


@pytest.mark.parametrize(
    ("pieces", "told"),
    [
        (("dua", "puluh", "orang"), {"total": 20}),
        (("2", "ratus"), {"total": 200}),
        (("sekitar tiga", "belas"), {"total": 13, "bound": "kira"}),
        (("dua", "ratus lima puluh"), {"total": 250}),
        (("dua puluh", "kk"), {"families": 20}),
        (("dua", "puluh", "lima"), {"total": 25}),
        (("dua", "puluh", "lima orang"), {"total": 25}),
        (("dua", "ratus", "lima puluh"), {"total": 250}),
    ],
)
async def test_a_number_in_pieces_is_one_answer(place: Town, pieces: tuple[str, ...], told: dict[str, int]) -> None:
    sitti = await _at(place, "jumlah")
    for piece in pieces:
        await sitti.say(piece, mentions("form.usulan.kurang_mampu.tanya"))
    answers = await told_so_far(place)
    assert (told, False, False) == (answers["jumlah"], "kurang_mampu" in answers, "juga" in answers)


@pytest.mark.parametrize(
    ("pieces", "told"), [(("dua", "ratus", "meter"), ("200", "m")), (("3", "unit"), ("3", "unit"))]
)
async def test_a_unit_comes_behind_its_number(any_place: Town, pieces: tuple[str, ...], told: tuple[str, str]) -> None:
    sitti = await _at(any_place, "ukuran")
    for piece in pieces[:-1]:
        await sitti.say(piece, mentions("pengertian.satuannya"))
    await sitti.say(pieces[-1], mentions("form.usulan.alasan.tanya"))
    ((size),) = (await told_so_far(any_place))["ukuran"]["sizes"]
    assert told == (size["amount"], size["unit"])


@pytest.mark.parametrize(("said", "poor"), [("tiga", 3), ("sepuluh", 10), ("12 kk", 12)])
async def test_another_number_answers_what_is_asked_now(place: Town, said: str, poor: int) -> None:
    sitti = await _at(place, "jumlah")
    await sitti.say("dua", mentions("form.usulan.kurang_mampu.tanya"))
    await sitti.say(said, mentions("form.usulan.lokasi.tanya"))
    answers = await told_so_far(place)
    assert ({"total": 2}, {"families": poor}) == (answers["jumlah"], answers["kurang_mampu"])


async def test_what_comes_after_a_while_answers_what_is_asked_now(place: Town) -> None:
    sitti = await _at(place, "jumlah")
    for piece in ("dua", "puluh"):
        await sitti.say(piece, mentions("form.usulan.kurang_mampu.tanya"))
    await place.simulator.move_clock(by=60)
    await sitti.say("lima", mentions("form.usulan.lokasi.tanya"))
    answers = await told_so_far(place)
    assert ({"total": 20}, {"families": 5}) == (answers["jumlah"], answers["kurang_mampu"])


async def test_a_number_said_at_once_has_no_last_piece(place: Town) -> None:
    sitti = await _at(place, "jumlah")
    await sitti.say("dua puluh", mentions("form.usulan.kurang_mampu.tanya"))
    await sitti.say("lima", mentions("form.usulan.lokasi.tanya"))
    answers = await told_so_far(place)
    assert ({"total": 20}, {"families": 5}) == (answers["jumlah"], answers["kurang_mampu"])


async def test_only_the_next_message_goes_on(place: Town) -> None:
    sitti = await _at(place, "jumlah")
    await sitti.say("dua", mentions("form.usulan.kurang_mampu.tanya"))
    await sitti.say("bantuan", mentions("form.usulan.kurang_mampu.bantuan"))
    await sitti.say("puluh", mentions("form.usulan.kurang_mampu.tanya"))
    assert {"total": 2} == (await told_so_far(place))["jumlah"]


@pytest.mark.parametrize("said", ["salah", "eh salah", "keliru", "aih salah mi", "eh yang tadi salah"])
@pytest.mark.parametrize("asked", ["kurang_mampu", "lokasi"])
async def test_that_something_is_wrong_passes_over_nothing(place: Town, asked: str, said: str) -> None:
    sitti = await _at(place, asked)
    await sitti.say(said, mentions("mesin.ubah_kapan"))
    await sitti.say("lewati", mentions(f"form.usulan.{_ASKED[_ASKED.index(asked) + 1]}.tanya"))


@pytest.mark.parametrize("said", ["bukan", "tidak", "tidak ada"])
async def test_a_plain_no_passes_over_it(place: Town, said: str) -> None:
    sitti = await _at(place, "lokasi")
    await sitti.say(said, mentions("form.usulan.patokan.tanya"))

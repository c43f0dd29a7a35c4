"""What may be left out is named at another question ("titik tdk usah"), it is asked whether something is gone, or can
go: none of it is told, and each has its answer."""

import pytest

from tests.journeys.test_side_by_side import until
from tests.journeys.test_whole_usulan import at_the_hope, told_so_far
from tests.support.sentences import mentions
from tests.support.town import Town

STORY = "jalan ke kebun licin kalau hujan"


@pytest.mark.parametrize(
    ("at", "typed", "left_out"),
    [
        ("alasan", "titik tdk usah", "lokasi"),
        ("alasan", "lokasi tdk usah", "lokasi"),
        ("jumlah", "foto nda usah", "foto"),
        ("jumlah", "nda usah titiknya kak", "lokasi"),
        ("merasakan", "titik peta tidak usah", "lokasi"),
        ("alasan", "patokan tidak usah", "patokan"),
        ("sumbangan", "fotonya ndak usah mi", "foto"),
    ],
)
async def test_what_is_named_is_left_out_and_the_question_stays(
    place: Town, at: str, typed: str, left_out: str
) -> None:
    sitti = await until(place, at)
    before = await told_so_far(place)
    await place.ask(sitti, typed, mentions("mesin.tidak_disebut"))
    assert left_out in (await place.rows("SELECT state FROM conversations"))[0][0]
    assert await told_so_far(place) == before
    assert place.texts(sitti)[-1].endswith(place.texts(sitti)[-2][-20:]), "it is asked again"


@pytest.mark.parametrize("typed", ["rumput di lapangan tidak usah dipotong", "jangan foto saja, tolong dikerjakan"])
async def test_what_is_hoped_for_leaves_nothing_out(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(typed, "foto")
    assert (await told_so_far(place))["harapan"]["text"] == typed


@pytest.mark.parametrize("typed", ["sdh hilang betul pak? tdk ada yg baca?", "betul sdh terhapus itu tadi?"])
async def test_whether_something_is_gone_is_answered(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(typed, mentions("tanya_terkirim", dihapus=True, draf=True))
    assert "harapan" not in await told_so_far(place)


@pytest.mark.parametrize("typed", ["jadi usulan ini bisa sy hapus kah?", "bisa ji ditarik nanti usulanku kalau salah?"])
async def test_how_it_is_withdrawn_is_answered(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(typed, mentions("tanya_ubah", draf=True))
    assert "harapan" not in await told_so_far(place)


@pytest.mark.parametrize("typed", ["keluarganya pak desa bukan?", "yg baca itu keluarganya pak desa bukan?"])
async def test_whose_kin_reads_it_is_answered_by_who_reads(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(typed, mentions("tanya_pembaca"))
    assert "harapan" not in await told_so_far(place)

"""What answers another question than the one that is asked goes there, and what is asked stays open."""

import pytest

from tests.journeys.test_side_by_side import until
from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.listening.hearing import values
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_UNKNOWN = "tidak tahu"


async def test_houses_that_are_counted_are_no_matter_of_houses(any_place: Town) -> None:
    sitti = await until(any_place, "kategori")
    counted = mentions("form.usulan.kategori.tanya")
    await any_place.ask(sitti, "kira2 25 rumah, ada juga yg ngontrak 3", counted)
    answers = await told_so_far(any_place)
    assert "kategori" not in answers
    assert answers["jumlah"] == {"houses": 25, "bound": "kira"}
    assert answers["juga"]["text"] == "ada juga yg ngontrak 3"


@pytest.mark.parametrize(
    ("asked", "text", "key", "value"),
    [
        ("kategori", "25 rumah, ada 3 ngontrak", "jumlah", "R25"),
        ("kategori", "sekitar 30 rumah, semuanya minum dari situ", "jumlah", "R~30"),
        ("kategori", "40 kk, banyak anak kecil", "jumlah", "KK40"),
        ("jumlah", "tdk tau ukurannya", "ukuran", _UNKNOWN),
        ("jumlah", "sy tdk tau ukurannya, sebesar yg lama mi", "ukuran", _UNKNOWN),
        ("jumlah", "kalau panjangnya sy tdk tau", "ukuran", _UNKNOWN),
        ("jumlah", "yang miskin sy tdk tau", "kurang_mampu", _UNKNOWN),
        ("kurang_mampu", "kurang tau lebarnya pak", "ukuran", _UNKNOWN),
        ("kategori", "ndak kutau luasnya", "ukuran", _UNKNOWN),
    ],
)
def test_it_goes_there(asked: str, text: str, key: str, value: str) -> None:
    found = values(asked, text)
    assert found[key] == value
    assert asked not in found


@pytest.mark.parametrize(
    ("asked", "text", "value"),
    [
        ("kategori", "rumah 3 roboh", "rumah"),
        ("kategori", "2 rumah roboh, atapnya diterbangkan angin", "rumah"),
        ("kategori", "12 kk, urusan rumah", "rumah"),
        ("jumlah", "tidak tau berapa orang", _UNKNOWN),
        ("jumlah", "ndak kutau pak", _UNKNOWN),
        ("kurang_mampu", "tidak tahu berapa keluarga", _UNKNOWN),
        ("ukuran", "tidak tau panjangnya", _UNKNOWN),
        ("ukuran", "biar orang pu yang ukur sa tidak tahu berapa", _UNKNOWN),
    ],
)
def test_what_answers_is_the_answer(asked: str, text: str, value: str) -> None:
    assert values(asked, text)[asked] == value


@pytest.mark.parametrize(
    "text",
    [
        "sy ibu rumah tangga dari santunan, air kami keruh sekali kalau hujan",
        "saya petani di santunan, jalan ke kebun rusak",
        "sy seorang ibu, jalan ke pasar berlubang sejak lama",
    ],
)
def test_who_introduces_themselves_is_not_all_who_feel_it(text: str) -> None:
    assert "merasakan" not in values("cerita", text)


async def test_thanks_beside_a_question_begin_nothing(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("bak penampungan kami sudah retak sejak lama", "bak baru")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("makasih banyak pak. kapan datang orang lihat?", says("tanya_dilihat"))
    assert not await any_place.rows("SELECT * FROM conversations")


@pytest.mark.parametrize(
    ("typed", "told_more"),
    [
        ("tadi lupa sy sebut pipanya juga bocor", "pipanya juga bocor"),
        ("eh lupa kubilang, pipanya sering bocor juga", "pipanya sering bocor juga"),
    ],
)
async def test_what_was_forgotten_is_added_after_sending(any_place: Town, typed: str, told_more: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("bak penampungan kami sudah retak sejak lama", "bak baru")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())["juga"]["text"] == told_more


async def test_words_that_put_nothing_right_can_be_kept(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("bak penampungan kami sudah retak sejak lama", "bak baru")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("yg retak itu dua bukan satu", says("ubah_pilih"))
    await sitti.press(words("tombol_jadikan_tambahan"), mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())["juga"]["text"] == "yg retak itu dua bukan satu"


@pytest.mark.parametrize("ends", ["selesai", "kirim", "sudah", "cukup"])
async def test_below_which_part_nothing_is_sent(place: Town, ends: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card("bak penampungan kami sudah retak sejak lama", "bak baru")
    await sitti.say("belum", says("mesin.ubah_yang_mana"))
    await sitti.say(ends, mentions("form.usulan.tinjau"))
    assert not await place.rows("SELECT id FROM usulan")


@pytest.mark.parametrize(
    ("story", "wish"),
    [
        ("pipanya ditutup sama H. Baso iparku, kami 9 rumah angkat air dari sungai", "hapus nama iparku"),
        ("pipanya ditutup sama iparku Baso, kami 9 rumah angkat air dari sungai", "jangan tulis nama iparku"),
        ("pipa kami ditutup oleh Baso iparku sejak lebaran, tolong", "hapus nama iparku"),
    ],
)
async def test_who_is_of_the_family_goes_with_their_name(place: Town, story: str, wish: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card(story, "dibuka kembali supaya air mengalir")
    await sitti.say(wish, mentions("nama_dikeluarkan"))
    left = (await told_so_far(place))["cerita"]["text"]
    assert "Baso" not in left
    assert "iparku" not in left
    assert "ditutup" in left

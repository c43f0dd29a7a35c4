"""Nothing is sent that was not shown: "kirim" beside anything else shows the card again; what was chosen out of an
aside stands alone, and a removal takes no story."""

import pytest

from tests.journeys.test_whole_usulan import HOPE, STORY, Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

LONG = "Jembatan ulin putus, janji tahun lalu eh bukan tahun lalu, dua tahun lalu. yg lewat 25 eh 25 anak"
WISH = "disemen 40 meter eh lebih, 60 meter"
HELD = mentions("mesin.tinjau_bingung", kirim=words("tombol.kirim"))


async def _at_the_card(place: Town, story: str = LONG, wish: str = WISH) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, wish)
    return sitti


LATER = "kirim nanti saja"  # it is asked what is meant


@pytest.mark.parametrize(
    "typed",
    [
        "kirim, tapi kata tahun lalu itu buang, dua tahun lalu saja",
        "yg lewat 25 eh 25 itu tulis 25 anak aja, trus kirim",
        "60 meter yang dipakai, yang 40 buang. kirim",
        "kata ulin itu buang, kirim",
        "dusunnya belum yakin, kosongkan saja, lalu kirim mi",
        "sudah benar tapi atapnya juga bocor, kirim",
        LATER,
        "jangan! jangan kirim",
        "jangan kirim dulu",
    ],
)
async def test_what_is_said_beside_sending_sends_nothing(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, bool if typed == LATER else HELD)
    assert await place.rows("SELECT id FROM usulan") == []


@pytest.mark.parametrize("typed", ["kirim", "iya kirim", "sudah benar, kirim mi pak", "kirim sj, makasih ya"])
async def test_who_only_sends_sends(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, mentions("tanda_terima"))
    assert len(await place.rows("SELECT id FROM usulan")) == 1


async def test_one_value_is_left_of_an_aside(place: Town) -> None:
    sitti = await _at_the_card(place)
    told = await told_so_far(place)
    assert told["cerita"]["text"] == "Jembatan ulin putus, janji dua tahun lalu. yg lewat 25 anak"
    assert told["harapan"]["text"] == "disemen 60 meter"
    for typed in ("yg lewat 25 eh 25 itu tulis 25 anak aja", "60 meter saja bukan 40 meter"):
        await sitti.say(typed, "Kami catat begini")
    assert await told_so_far(place) == told


@pytest.mark.parametrize("typed", ["dusunnya belum yakin, kosongkan saja", "hapus dusun Jambu", "dusun hapus dulu"])
async def test_a_dusun_goes_again(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place, STORY, HOPE)
    await sitti.say(typed, mentions("mesin.hapus_sudah", judul="Dusun"))
    assert "dusun" not in await told_so_far(place)


async def test_the_rest_of_a_wish_stands_when_a_word_of_it_is_put_right(place: Town) -> None:
    sitti = await _at_the_card(place, STORY, "dibeton sejak Agustus")
    await sitti.say("harapannya sejak September, bukan Agustus", mentions("mesin.ralat_kata"))
    assert (await told_so_far(place))["harapan"]["text"] == "dibeton sejak September"


@pytest.mark.parametrize(
    "typed",
    [
        'keluarkan "yang juga disampaikan" semuanya',
        'Kosongkan "yang juga disampaikan".',
        "kosongkan saja bagian juga itu",
        'itu "juga" kenapa masih ada, hapus semua',
    ],
)
async def test_what_was_said_besides_is_emptied(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place, STORY, HOPE)
    await sitti.say("pak imam juga sering cerita di masjid", "Kami catat begini")
    assert "juga" in await told_so_far(place)
    await sitti.say(typed, mentions("mesin.hapus_sudah", judul="Yang juga disampaikan"))
    assert "juga" not in await told_so_far(place)


@pytest.mark.parametrize("typed", ["kata ulin dibuang", "harga besi itu dihapus"])
async def test_what_stands_nowhere_is_not_kept_to_be_removed(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place, STORY, HOPE)
    await sitti.say(typed, bool)
    assert "juga" not in await told_so_far(place)


@pytest.mark.parametrize(
    "typed",
    [
        "iya ceritanya itu, tapi yg jangan dulu dikirim jangan ditulis",
        "iya, tapi jangan dulu dikirim itu hapus",
        "iya itu, yang jangan dulu dikirim tdk usah ditulis",
    ],
)
async def test_a_removal_behind_a_yes_leaves_the_story(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "/start")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(
        "mau usul jalan setapak ke sumur yang becek, tapi jangan dulu dikirim", mentions("mesin.ini_ceritanya")
    )
    await sitti.say(typed, "kecamatan")
    assert (await told_so_far(place))["cerita"]["text"] == "mau usul jalan setapak ke sumur yang becek"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Dibangun kembali, lebar 1 meter. Koreksi: 1,5 meter.", "Dibangun kembali, lebar 1,5 meter."),
        ("dibangun, panjang 2.5 m, eh bukan 2.5 m, 3,5 m", "dibangun, panjang 3,5 m"),
    ],
)
async def test_a_mark_inside_a_number_parts_nothing(place: Town, typed: str, left: str) -> None:
    sitti = Proposer(place)
    await sitti.until_hope(STORY)
    await sitti.say(typed, "foto")
    assert (await told_so_far(place))["harapan"]["text"] == left


@pytest.mark.parametrize(
    "typed", ["stop dulu suamiku datang jangan kirim apa2", "diam dulu, suami sy pulang", "stop, ada mertua"]
)
async def test_who_may_be_seen_is_left_in_silence(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_hope(STORY)
    before = await told_so_far(place)
    await sitti.say(typed, says("diam_dulu"))
    assert await told_so_far(place) == before
    heard = len(place.texts(sitti.person))
    await place.simulator.move_clock(by=3 * 86400)
    assert len(place.texts(sitti.person)) == heard
    await sitti.say(HOPE, "foto")


async def test_jangan_kirim_is_no_answer(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_hope(STORY)
    await sitti.say("jangan! jangan kirim", mentions("mesin.tidak_dikirim"))
    assert "harapan" not in await told_so_far(place)
    await sitti.say("jangan kirim batu besar ke jalan itu, ratakan", "foto")
    assert "batu besar" in (await told_so_far(place))["harapan"]["text"]


@pytest.mark.parametrize(
    ("typed", "dusun"),
    [
        ("Tempatnya Santunan, bukan Jambu", "Santunan"),
        ("Santunan kan sudah sy bilang", "Santunan"),
        ("bukan di Jambu, di Santunan dan Mattirowali, tapi yang becek cuma Santunan", ""),
    ],
)
async def test_the_place_of_what_is_told_changes_nothing_that_was_sent(place: Town, typed: str, dusun: str) -> None:
    sitti = await _at_the_card(place, "posyandu Jambu atapnya bocor", HOPE)
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    before = await place.rows("SELECT answers FROM usulan")
    await sitti.say("jalan tani becek sekali, tidak bisa lewat motor", mentions("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), mentions("mesin.masih_di"))
    await sitti.say(typed, "harapkan" if dusun else "Dusun mana")
    assert await place.rows("SELECT answers FROM usulan") == before
    assert (await told_so_far(place)).get("dusun", {}).get("name", "") == dusun


async def test_what_cannot_be_sent_to_market_is_told_whole(place: Town) -> None:
    sitti = await _at_the_card(place)
    told = "hasil panen tidak bisa dikirim, jalan rusak"
    assert told in await sitti.say(told, mentions("mesin.disimpan_juga"))

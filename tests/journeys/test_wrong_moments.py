"""What people say at a moment that was not made for it: taken back, asked, ended, not understood."""

import json

import pytest

from tests.journeys.test_whole_usulan import HOPE, STORY, Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _draft(place: Town) -> str:
    return json.dumps([json.loads(row.state) for row in await place.rows("SELECT state FROM conversations")])


@pytest.mark.parametrize("text", ["eh yang tadi jangan ditulis pak", "yang barusan itu tidak usah dicatat"])
async def test_a_wish_that_is_taken_back_is_gone_and_so_is_the_request(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say(text, says("mesin.hapus_yang_mana"))
    assert text not in await _draft(place)
    await sitti.press("Harapannya", mentions("mesin.hapus_sudah", judul="Harapannya"))
    assert HOPE not in await _draft(place)
    assert STORY in await _draft(place)
    await sitti.say("Mohon dibuatkan sumur bor.", "foto")


@pytest.mark.parametrize("text", ["kalau saya tidak mau setuju, bagaimana pak?", "apa akibatnya kalau tidak setuju"])
async def test_who_asks_what_a_no_would_mean_is_told_and_nothing_is_kept(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say(text, mentions("tanya_tidak_setuju"))
    await sitti.press(words("tombol_tidak"), says("izin_ditolak"))
    assert await _draft(place) == "[]"


async def test_an_opener_before_consent_is_not_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say("tabe, minta maaf mengganggu", says("salam"))
    await sitti.press(words("tombol_setuju"), "kecamatan")


async def test_enough_at_the_end_of_a_wish_shows_the_card(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say(f"{HOPE} Itu saja, cukup.", "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert (await sitti.answers())["harapan"]["text"] == HOPE.strip(".")


@pytest.mark.parametrize(("label", "text"), [("foto", "gambar pagar bambu"), ("urusan apa", "angkasa")])
async def test_words_that_answer_nothing_are_said_back(place: Town, label: str, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    if label != "foto":
        await sitti.press(words("tombol.lewati"), label)
    await sitti.say(text, mentions("mesin.tertangkap", kata=text))


@pytest.mark.parametrize("said", ["belum punya foto, nanti kukirim", "fotonya nanti sa kirim"])
async def test_what_is_asked_may_come_later_and_nothing_stops(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    assert words("form.usulan.kategori.tanya") in await sitti.say(said, mentions("mesin.menyusul"))


async def test_who_goes_on_learns_how_to_pass_over_what_may_be_left_out(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    assert words("form.usulan.foto.tanya") in await sitti.say("lanjut", mentions("mesin.lanjut_lewati"))
    await sitti.say("lewati", mentions("form.usulan.kategori.tanya"))

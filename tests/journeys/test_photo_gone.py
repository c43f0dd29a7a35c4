"""A photo is taken back in words, before and after sending."""

import json

import pytest

from tests.browser.pictures import photo
from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Rumah nenek bocor, 15 rumah lain juga"


async def _with_photo(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("diperbaiki", "foto")
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    return sitti


async def test_a_photo_that_is_to_be_another_changes_no_word_of_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("wc sekolah rusak parah", "harapkan")
    await sitti.say("dibangunkan yang baru", "foto")
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    await sitti.say("ganti fotonya, yg td bukan wc", mentions("mesin.hapus_sudah"))
    told = await _answers(place)
    assert ("foto" in told, told["cerita"]["text"]) == (False, "wc sekolah rusak parah")


@pytest.mark.parametrize(
    "typed",
    [
        *("foto hapus, itu bukan rumah saya", "fotonya hapus saja pak", "hapus gambarnya"),
        *("fotonya tolong dibuang, ada muka anak saya", "hapus foto yg ada muka anakku"),
        "ada muka anakku di foto, tolong hapus",
    ],
)
async def test_a_photo_that_is_to_go_goes_and_nothing_else(any_place: Town, typed: str) -> None:
    sitti = await _with_photo(any_place)
    said = await sitti.say(typed, mentions("mesin.hapus_sudah"))
    told = await _answers(any_place)
    assert "urusan apa" in said
    assert ("foto" in told, "juga" in told, told["cerita"]["text"]) == (False, False, STORY)


@pytest.mark.parametrize(
    "typed", ["fotonya salah", "itu salah foto pak, bukan rumah nenek", "sy salah kirim foto", "fotonya bukan rumahku"]
)
async def test_a_wrong_photo_is_asked_for_once_more(any_place: Town, typed: str) -> None:
    sitti = await _with_photo(any_place)
    said = await sitti.say(typed, mentions("mesin.hapus_sudah"))
    assert "Ada foto" in said
    assert "foto" not in await _answers(any_place)
    await any_place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    assert len((await _answers(any_place))["foto"]) == 1


@pytest.mark.parametrize("typed", ["fotonya bagus?", "foto rumah rusak itu jelas", "nanti ku kirim foto yang lain"])
async def test_what_is_only_said_of_a_photo_takes_none_back(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await sitti.say(typed, bool)
    assert "foto" in await _answers(place)


@pytest.mark.parametrize("typed", ["foto hapus, itu bukan rumah saya", "fotonya salah"])
async def test_the_photo_of_what_was_sent_goes_after_a_yes(any_place: Town, typed: str) -> None:
    sitti = await _with_photo(any_place)
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, says("ralat_bandingkan", nomor="Maiwa 1"))
    assert "foto" in await sitti.answers()
    await sitti.say("ya", says("ralat_dicatat", nomor="Maiwa 1"))
    assert "foto" not in await sitti.answers()
    seen = await any_place.rows("SELECT file_id FROM media WHERE question = 'foto'")
    noted = await any_place.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    assert ({row[0] for row in seen}, [json.loads(row[0]) for row in noted]) == ({""}, [{"tanya": "foto"}])


@pytest.mark.parametrize("typed", ["foto itu salah, yang benar tadi", "foto terakhir salah"])
async def test_of_two_photos_the_last_alone_goes(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await place.until("SELECT json_array_length(json_extract(state, '$.answers.foto.value')) FROM conversations", 2)
    await sitti.say(typed, mentions("mesin.foto_terakhir_keluar"))
    told = await _answers(place)
    assert (len(told["foto"]), "juga" in told) == (1, False)


@pytest.mark.parametrize("typed", ["fotonya salah pak, hapus saja", "yang tadi itu bukan fotonya pak, salah pencet"])
async def test_a_wrong_photo_goes_and_nothing_is_kept_of_the_words(place: Town, typed: str) -> None:
    sitti = await _with_photo(place)
    await sitti.say(typed, mentions("mesin.hapus_sudah"))
    told = await _answers(place)
    assert ("foto" in told, "juga" in told) == (False, False)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("titiknya bukan di situ, di atas sedikit dekat masjid", "dekat masjid"),
        ("salah titik itu", ""),
        ("pin yang saya kirim salah", ""),
        ("bukan di situ titiknya, lebih ke bawah", ""),
    ],
)
async def test_a_wrong_point_goes_and_where_it_should_be_is_kept(any_place: Town, typed: str, mark: str) -> None:
    sitti = await _with_photo(any_place)
    await any_place.simulator.location(sitti.person, -3.6, 119.8)
    await sitti.hears("titik di peta")
    await sitti.say(typed, mentions("mesin.titik_keluar", isi=mark) if mark else mentions("mesin.hapus_sudah"))
    told = await _answers(any_place)
    assert ("lokasi" in told, "juga" in told) == (False, False)
    assert told.get("patokan", {"text": ""}) == {"text": mark}
    await any_place.simulator.location(sitti.person, -3.61, 119.81)
    await sitti.hears("titik di peta")
    assert (await _answers(any_place))["lokasi"]["lat"] == -3.61

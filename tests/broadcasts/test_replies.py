"""What recipients write back reaches the author, and the answer comes back as a reply; no draft hears any of it."""

from pathlib import Path

import pytest

from tests.broadcasts.street import DESA, KABUPATEN, OTHER_DESA, WORDS, Street, Streets, open_street
from tests.journeys.villagers import photo, recording
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import town

_ASKED = "Apakah boleh diwakili?"


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


@pytest.fixture
async def any_street(database_url: str, tmp_path: Path) -> Streets:
    async with town(database_url, tmp_path) as place:
        yield await open_street(place)


async def test_a_reply_reaches_the_author_and_the_answer_comes_back_as_a_reply(any_street: Street) -> None:
    place, hasnah = any_street.town, any_street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await any_street.announce()
    asked = await place.simulator.say(rahman, _ASKED, reply_to=await any_street.copy_of(rahman))
    await place.hears(rahman, says("siaran_balasan_diteruskan", kepada="Hasnah"))
    told = await place.hears(
        hasnah, says("siaran_balasan", dari="Rahman", isi=_ASKED, awal=WORDS.rsplit(" ", 1)[0] + " …")
    )
    assert words("siaran_untuk_fasilitator_desa") in told["text"]
    assert "Desa Boiya" in told["text"]
    await place.press(hasnah, words("tombol_siaran_jawab"), mentions("form.siaran_jawab.jawaban.tanya"))
    await place.ask(hasnah, "Boleh, dengan surat tugas.", says("siaran_balasan_dijawab", dari="Rahman"))
    answer = await place.hears(rahman, says("siaran_jawaban", oleh="Hasnah", isi="Boleh, dengan surat tugas."))
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    kept = await place.rows("SELECT words, answer FROM broadcast_replies")
    assert [tuple(row) for row in kept] == [(_ASKED, "Boleh, dengan surat tugas.")]


async def test_an_open_draft_hears_neither_the_reply_nor_the_answer(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await street.announce()
    copy = await street.copy_of(rahman)
    await place.simulator.say(rahman, "/titip")
    await place.simulator.say(hasnah, "/poster")
    await place.until("SELECT count(*) FROM conversations", 2)
    before = await place.rows("SELECT flow, state FROM conversations ORDER BY flow")
    assert [row[0] for row in before] == ["poster", "titip"]
    await place.simulator.say(rahman, _ASKED, reply_to=copy)
    await place.hears(rahman, says("siaran_balasan_diteruskan"))
    await place.press(hasnah, words("tombol_siaran_jawab"), mentions("form.siaran_jawab.jawaban.tanya"))
    await place.ask(hasnah, "Boleh.", says("siaran_balasan_dijawab"))
    await place.hears(rahman, says("siaran_jawaban", isi="Boleh."))
    assert await place.rows("SELECT flow, state FROM conversations ORDER BY flow") == before


async def test_the_author_may_also_reply_to_what_was_passed_on(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await street.announce()
    await place.simulator.say(rahman, _ASKED, reply_to=await street.copy_of(rahman))
    told = await place.hears(hasnah, says("siaran_balasan"))
    await place.simulator.say(hasnah, "Boleh.", reply_to=told["message_id"])
    await place.hears(rahman, says("siaran_jawaban", oleh="Hasnah", isi="Boleh."))


async def test_the_second_who_answers_is_told_what_the_first_said(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    ramlah = await place.join("Ramlah", "bappeda", KABUPATEN)
    await street.announce()
    await place.simulator.say(rahman, _ASKED, reply_to=await street.copy_of(rahman))
    await place.hears(hasnah, says("siaran_balasan"))
    reply = (await place.rows("SELECT id FROM broadcast_replies"))[0][0]
    await place.press_data(ramlah, f"a:jawab:{reply}", mentions("form.siaran_jawab.jawaban.tanya"))
    await place.press(hasnah, words("tombol_siaran_jawab"), mentions("form.siaran_jawab.jawaban.tanya"))
    await place.ask(hasnah, "Boleh.", says("siaran_balasan_dijawab"))
    await place.ask(ramlah, "Tidak boleh.", says("siaran_balasan_sudah", dari="Rahman", jawaban="Boleh."))
    await place.press_data(ramlah, f"a:jawab:{reply}", says("siaran_balasan_sudah", jawaban="Boleh."))
    assert not any("Tidak boleh" in text for text in place.texts(rahman))


@pytest.mark.parametrize("how", ["gone", "without a role"])
async def test_when_the_author_cannot_answer_an_officer_of_the_wilayah_gets_it(street: Street, how: str) -> None:
    place = street.town
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    ramlah = await place.join("Ramlah", "bappeda", KABUPATEN)
    await street.announce()
    if how == "gone":
        await place.simulator.block(street.announces)
        await place.until("SELECT count(*) FROM people WHERE unreachable_since IS NOT NULL", 1)
    else:
        async with place.database.write() as connection:
            author = await street.id_of(street.announces)
            await connection.exec_driver_sql(f"UPDATE grants SET revoked_at = granted_at WHERE person_id = {author}")
    await place.simulator.say(rahman, _ASKED, reply_to=await street.copy_of(rahman))
    await place.hears(rahman, says("siaran_balasan_diteruskan", kepada="Ramlah"))
    await place.hears(ramlah, says("siaran_balasan", isi=_ASKED))


async def test_a_voice_and_a_photo_are_passed_on_and_what_cannot_be_is_said(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await street.announce()
    copy = await street.copy_of(rahman)
    await place.simulator.media(rahman, "voice", recording(), reply_to=copy)
    heard = await place.hears(hasnah, lambda message: "voice" in message)
    assert labels(heard) == [words("tombol_siaran_jawab")]
    assert heard["caption"] in says("siaran_balasan", dari="Rahman", isi="")
    await place.simulator.media(rahman, "photo", photo(), caption="Ini suratnya", reply_to=copy)
    seen = await place.hears(hasnah, lambda message: "photo" in message)
    assert seen["caption"] in says("siaran_balasan", isi="Ini suratnya")
    await place.simulator.post(rahman, {"location": {"latitude": -3.5, "longitude": 119.8}}, reply_to=copy)
    await place.hears(rahman, says("siaran_balasan_tulisan"))
    kept = await place.rows("SELECT words FROM broadcast_replies ORDER BY id")
    assert [row[0] for row in kept] == [words("siaran_balasan_voice"), "Ini suratnya"]


async def test_a_reply_to_a_reminder_is_one_to_the_announcement(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    number = await street.announce()
    await place.toast(hasnah, f"a:ingatkan:{number}")
    reminder = await place.hears(rahman, says("siaran_ingatkan"))
    assert reminder["reply_to_message"]["message_id"] == await street.copy_of(rahman)
    await place.simulator.say(rahman, _ASKED, reply_to=reminder["message_id"])
    await place.hears(hasnah, says("siaran_balasan", isi=_ASKED))


@pytest.mark.parametrize(
    "told", ["Istri tetangga saya dipukul suaminya sekarang", "Kami diminta uang pelicin oleh aparat"]
)
async def test_words_of_violence_and_levies_are_answered_and_passed_on_to_nobody(street: Street, told: str) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await street.announce()
    copy = await street.copy_of(rahman)
    await place.simulator.say(rahman, told, reply_to=copy)
    await place.hears(rahman, lambda message: True)
    await place.simulator.say(rahman, _ASKED, reply_to=copy)
    await place.hears(hasnah, says("siaran_balasan", isi=_ASKED))
    assert not any(told in text for text in place.texts(hasnah))
    assert await place.rows("SELECT words FROM broadcast_replies") == [(_ASKED,)]


async def test_whoever_may_not_steer_it_answers_nothing(street: Street) -> None:
    place = street.town
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    camat = await place.join("Camat", "camat", "73.16.02")
    await street.announce()
    await place.simulator.say(rahman, _ASKED, reply_to=await street.copy_of(rahman))
    await place.hears(street.announces, says("siaran_balasan"))
    reply = (await place.rows("SELECT id FROM broadcast_replies"))[0][0]
    assert await place.toast(camat, f"a:jawab:{reply}") in says("siaran_bukan_wilayah")
    assert await place.rows("SELECT answer FROM broadcast_replies") == [(None,)]


async def test_a_reply_that_is_edited_is_passed_on_as_it_is_now_and_any_other_edit_says_that_it_does_nothing(
    street: Street,
) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await street.announce()
    told = await place.simulator.say(rahman, _ASKED, reply_to=await street.copy_of(rahman))
    await place.hears(hasnah, says("siaran_balasan", isi=_ASKED))
    await place.simulator.edit(rahman, told["message_id"], f"{_ASKED} Soalnya jumatan.")
    await place.hears(hasnah, says("siaran_balasan", isi=f"{_ASKED} Soalnya jumatan."))
    told = await place.simulator.say(hasnah, "halo")
    await place.hears(hasnah, lambda message: True)
    await place.simulator.edit(hasnah, told["message_id"], "halo semua")
    await place.hears(hasnah, says("edit_tidak_ikut"))


async def test_a_reply_to_anything_else_goes_where_it_always_went(street: Street) -> None:
    place = street.town
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await place.join("Nur", "fasilitator_desa", OTHER_DESA)
    await street.announce()
    joined = place.simulator.messages(rahman)[1]
    await place.simulator.say(rahman, "/bantuan", reply_to=joined["message_id"])
    await place.hears(rahman, says("bantuan_peran"))
    await place.simulator.say(rahman, "Terima kasih", reply_to=joined["message_id"])
    await place.hears(rahman, lambda message: True)
    assert await place.rows("SELECT count(*) FROM broadcast_replies") == [(0,)]

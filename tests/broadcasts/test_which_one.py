"""Which announcement is meant by words, and how one that is out is put right by them: what is said about it is never
its new text."""

import json
from datetime import timedelta

import pytest

from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DRAFT
from tests.broadcasts.crowd import here, rows, settled, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import says, words

__all__ = ["here"]

_LESSON, _MEETING = "buka pelajaran pertama", "musrenbang kecamatan jam 9 di gedung PKK"


async def _two(here: Kabupaten) -> tuple[Someone, int, int]:
    officer, _ = await settled(here, 2)
    first = await announce(here.database, officer.id, here.clock.now(), text=_LESSON)
    await tick_until(here, "done")
    here.stand(here.clock.now() + timedelta(minutes=10))
    second = await announce(here.database, officer.id, here.clock.now(), text=_MEETING)
    while (await rows(here, "SELECT count(*) FROM broadcasts WHERE state = 'done'"))[0][0] < 2:
        here.stand(here.clock.now() + timedelta(seconds=1))
        await here.tick()
    return officer, first, second


async def test_the_opened_one_is_taken_back_whatever_came_after_it(here: Kabupaten) -> None:
    officer, first, second = await _two(here)
    await here.pushes(officer, f"a:lihat:{first}")
    await here.says(officer, "tarik saja")
    assert officer.newest().text in says("siaran_tarikkah", awal=_LESSON)
    await here.says(officer, "ya")
    states = dict(await rows(here, "SELECT id, state FROM broadcasts"))
    assert states[first] == "withdrawn"
    assert states[second] == "done"


async def test_one_is_named_by_its_words_and_the_question_names_it(here: Kabupaten) -> None:
    officer, first, _ = await _two(here)
    await here.says(officer, "tarik siaran yang soal pelajaran")
    assert officer.newest().offers("a:tarik_ya:") == f"a:tarik_ya:{first}"
    assert officer.newest().text in says("siaran_tarikkah", awal=_LESSON)


async def test_where_it_is_unclear_it_is_asked_which(here: Kabupaten) -> None:
    officer, first, second = await _two(here)
    await here.says(officer, "tarik siaran tadi")
    asked = officer.newest()
    assert asked.text in says("siaran_yang_mana")
    assert {asked.offers(f"a:lihat:{one}") for one in (first, second)} == {f"a:lihat:{first}", f"a:lihat:{second}"}


async def _sent(here: Kabupaten) -> Someone:
    officer, _ = await settled(here, 2)
    await announce(here.database, officer.id, here.clock.now(), text=_MEETING)
    await tick_until(here, "done")
    return officer


async def _draft(here: Kabupaten) -> str:
    told = await rows(here, "SELECT state FROM conversations WHERE flow = 'siaran_ralat'")
    return str(json.loads(told[0][0])["answers"].get("pesan", {}).get("value", {}).get("html", "")) if told else ""


@pytest.mark.parametrize("typed", ["siaran tadi salah, jamnya 8.30 bukan 9", "siaran tadi salah jamnya 8.30"])
async def test_an_instruction_changes_the_old_text_and_is_none(here: Kabupaten, typed: str) -> None:
    officer = await _sent(here)
    await here.says(officer, typed)
    assert await _draft(here) == "musrenbang kecamatan jam 8.30 di gedung PKK"


@pytest.mark.parametrize("typed", ["mau ralat siaran", "siaran tadi salah tempatnya di aula", "ralat siarannya dong"])
async def test_what_is_no_text_is_not_taken_for_one(here: Kabupaten, typed: str) -> None:
    officer = await _sent(here)
    number = (await rows(here, "SELECT id FROM broadcasts"))[0][0]
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, typed)
    assert await _draft(here) == ""
    await here.says(officer, "siaran tadi salah jamnya 8.30")
    assert await _draft(here) == "musrenbang kecamatan jam 8.30 di gedung PKK"


async def test_a_meeting_that_is_called_off_is_a_whole_text(here: Kabupaten) -> None:
    officer = await _sent(here)
    number = (await rows(here, "SELECT id FROM broadcasts"))[0][0]
    await here.pushes(officer, f"a:ralat:{number}")
    await here.says(officer, "Pertemuan hari Kamis dibatalkan, kabar menyusul")
    assert await _draft(here) == "Pertemuan hari Kamis dibatalkan, kabar menyusul"


async def test_at_its_preview_a_whole_text_replaces_it(here: Kabupaten) -> None:
    officer = await _sent(here)
    await here.says(officer, "siaran tadi salah jamnya 8.30")
    await here.says(officer, "musrenbang kecamatan jam 10 di gedung PKK, bawa berkas")
    assert await _draft(here) == "musrenbang kecamatan jam 10 di gedung PKK, bawa berkas"
    await here.presses(officer, officer.newest(), words("form.siaran_ralat.kirim"))
    assert "jam 10" in (await rows(here, "SELECT message FROM broadcasts"))[0][0]


async def test_not_that_one_but_another_is_put_right_instead(here: Kabupaten) -> None:
    officer, first, second = await _two(here)
    await here.pushes(officer, f"a:ralat:{second}")
    await here.says(officer, "musrenbang kecamatan jam 10 di gedung PKK")
    await here.says(officer, "bukan yg itu, yg pelajaran pertama")
    told = await rows(here, "SELECT state FROM conversations WHERE flow = 'siaran_ralat'")
    assert json.loads(told[0][0])["about"]["siaran"] == first


async def test_who_sends_with_the_number_sends_what_was_looked_at_and_not_what_came_to_its_end(
    here: Kabupaten,
) -> None:
    officer, _ = await settled(here, 2)
    one = await announce(here.database, officer.id, here.clock.now(), text=_LESSON)
    async with here.database.write() as connection:
        await broadcasts.change(connection, one, state=DRAFT, next_at=None)
    await here.pushes(officer, f"a:contoh:{one}")
    await announce(here.database, officer.id, here.clock.now(), text=_MEETING)
    await tick_until(here, "done")
    await here.says(officer, "kirim, 2 orang")
    assert dict(await rows(here, "SELECT id, state FROM broadcasts"))[one] == "waiting"


async def test_what_is_replied_to_is_meant(here: Kabupaten) -> None:
    officer, first, _ = await _two(here)
    keys = [[{"text": words("tombol_siaran_hasil"), "callback_data": f"a:hasil:{first}"}]]
    chat = {"id": officer.address, "type": "private", "first_name": officer.name}
    bot = {"id": 1, "is_bot": True, "first_name": "Kawan"}
    news = {"message_id": 1, "date": 1, "chat": chat, "from": bot, "text": "…"}
    await here.posts(
        officer, {"text": "tarik yg ini", "reply_to_message": news | {"reply_markup": {"inline_keyboard": keys}}}
    )
    assert officer.newest().text in says("siaran_tarikkah", awal=_LESSON)


async def test_at_its_preview_it_can_be_taken_back_after_all(here: Kabupaten) -> None:
    officer = await _sent(here)
    await here.says(officer, "siaran tadi salah jamnya 8.30")
    await here.says(officer, "tarik saja siarannya")
    assert officer.newest().text in says("siaran_tarikkah", awal="musrenbang kecamatan jam 9 di gedung PKK")
    await here.says(officer, "ya")
    assert (await rows(here, "SELECT state, message FROM broadcasts"))[0][0] == "withdrawn"

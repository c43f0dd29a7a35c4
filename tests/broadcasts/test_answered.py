"""An answer goes to whom its author means, and says so before it is written."""

import pytest

from tests.broadcasts.crowd import here, rows, sent
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]

_ASKED, _MISSING, _ANSWER = "apakah filenya sudah dikirim bu", "saya belum terima filenya", "sudah pak, kemarin"


async def _replies(here: Kabupaten, who: Someone, text: str) -> None:
    at = (await rows(here, "SELECT message_id FROM deliveries WHERE target = :t", t=who.id))[0][0]
    old = {"message_id": at, "date": 1, "chat": {"id": who.address, "type": "private"}, "text": "…"}
    await here.posts(who, {"text": text, "reply_to_message": old})


async def _two(here: Kabupaten) -> tuple[Someone, Someone, Someone]:
    officer, (kadir, salma), _ = await sent(here, 2)
    for one, name in ((kadir, "Kadir"), (salma, "Salma")):
        one.name = name
    await _replies(here, kadir, _ASKED)
    await _replies(here, salma, _MISSING)
    return officer, kadir, salma


@pytest.mark.parametrize("typed", [f"jawab kadir: {_ANSWER}", f"balas pak kadir {_ANSWER}"])
async def test_the_one_who_is_named_gets_it(here: Kabupaten, typed: str) -> None:
    officer, kadir, salma = await _two(here)
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_balasan_dijawab", dari="Kadir")
    assert kadir.newest().text in says("siaran_jawaban", isi=_ANSWER, tulis=_ASKED)
    assert not any(one.text in says("siaran_jawaban") for one in salma.phone.values())


async def test_where_several_wait_it_is_asked_whom_and_the_question_says_it(here: Kabupaten) -> None:
    officer, kadir, _ = await _two(here)
    await here.says(officer, "jawab")
    assert officer.newest().text in says("siaran_jawab_yang_mana")
    await here.presses(officer, officer.newest(), "Kadir")
    assert officer.newest().text in mentions("siaran_jawab_siapa", dari="Kadir", tulis=_ASKED)
    await here.says(officer, _ANSWER)
    assert kadir.newest().text in says("siaran_jawaban", isi=_ANSWER)


async def test_the_only_one_that_waits_is_meant(here: Kabupaten) -> None:
    officer, kadir, _ = await _two(here)
    await here.says(officer, f"jawab salma: {_ANSWER}")
    await here.says(officer, "jawab")
    assert officer.newest().text in mentions("siaran_jawab_siapa", dari="Kadir")
    await here.says(officer, _ANSWER)
    assert kadir.newest().text in says("siaran_jawaban", isi=_ANSWER)

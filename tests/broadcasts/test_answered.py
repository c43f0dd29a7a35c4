"""An answer goes to whom its author means, and says so before it is written."""

from datetime import timedelta

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


async def test_words_right_below_what_was_written_back_may_be_the_answer(here: Kabupaten) -> None:
    officer, (kadir,), _ = await sent(here, 1)
    await _replies(here, kadir, _ASKED)
    await here.says(officer, "iya sudah kemarin sore")
    assert officer.newest().text in mentions("jawab_ini", isi="iya sudah kemarin sore")
    await here.says(officer, "ya")
    assert kadir.newest().text in says("siaran_jawaban", isi="iya sudah kemarin sore")


async def _answered_wrongly(here: Kabupaten) -> tuple[Someone, Someone, Someone]:
    """Salma got what was meant for Kadir."""
    officer, kadir, salma = await _two(here)
    await here.says(officer, f"jawab salma: {_ANSWER}")
    assert salma.newest().text in says("siaran_jawaban", isi=_ANSWER)
    return officer, kadir, salma


async def _deleted(here: Kabupaten) -> list[int]:
    return [row[0] for row in await rows(here, "SELECT person_id FROM outbox WHERE method = 'deleteMessage'")]


@pytest.mark.parametrize(
    "typed", ["bukan itu, untuk kadir", "salah orang bu, itu untuk pak kadir", "bukan salma tapi kadir", "untuk kadir"]
)
async def test_an_answer_to_the_wrong_one_goes_to_the_right_one(here: Kabupaten, typed: str) -> None:
    officer, kadir, salma = await _answered_wrongly(here)
    await here.says(officer, typed)
    assert await _deleted(here) == [salma.id]
    assert salma.newest().text in says("siaran_jawaban_ditarik")
    assert kadir.newest().text in says("siaran_jawaban", isi=_ANSWER, tulis=_ASKED)
    assert officer.newest().text in says("siaran_balasan_dijawab", dari="Kadir")
    assert await rows(here, "SELECT words FROM broadcast_replies WHERE answer IS NULL") == [(_MISSING,)]


async def test_taken_back_by_its_button_or_in_words_it_is_asked_whose_it_was(here: Kabupaten) -> None:
    officer, kadir, salma = await _answered_wrongly(here)
    assert await here.presses(officer, officer.newest(), "a:balik:")
    assert officer.newest().text in says("siaran_jawaban_salah", dari="Salma", jawaban=_ANSWER, lain=True)
    assert await _deleted(here) == [salma.id]
    await here.presses(officer, officer.newest(), "Kadir")
    await here.says(officer, _ANSWER)
    assert kadir.newest().text in says("siaran_jawaban", isi=_ANSWER)
    await here.says(officer, "salah orang")
    assert kadir.newest().text in says("siaran_jawaban_ditarik")


async def test_what_is_too_old_is_said_to_stay_and_other_words_take_nothing_back(here: Kabupaten) -> None:
    officer, _, _ = await _answered_wrongly(here)
    await here.says(officer, "bukan main jauhnya jalan ke boiya")
    assert not await _deleted(here)
    data = next(d for m in officer.phone.values() for _, d in m.buttons if d.startswith("a:balik:"))
    here.stand(here.clock.now() + timedelta(hours=50))
    await here.pushes(officer, data)
    assert officer.newest().text in says("siaran_jawaban_tetap")
    assert not await _deleted(here)


async def _wrote_back(here: Kabupaten) -> tuple[Someone, Someone]:
    officer, (kadir,), _ = await sent(here, 1)
    kadir.name = "Kadir"
    await here.says(kadir, "/jadwal")
    await _replies(here, kadir, "boleh diwakili bu? saya di makassar")
    return officer, kadir


@pytest.mark.parametrize("typed", ["boleh diwakili sekdes", "boleh diwakili", "di pendopo, boleh bawa 2 orang"])
async def test_an_answer_that_sounds_like_a_question_to_us_is_offered(here: Kabupaten, typed: str) -> None:
    officer, kadir = await _wrote_back(here)
    await here.says(officer, typed)
    assert officer.newest().text in mentions("jawab_ini", isi=typed)
    await here.says(officer, "iya kirim")
    assert kadir.newest().text in says("siaran_jawaban", isi=typed)


@pytest.mark.parametrize(
    "typed", ["iya pak kadir tidak apa apa", "pak kadir boleh diwakili sekdes", "iya kadir jam 9 pagi"]
)
async def test_who_wrote_back_today_and_is_named_is_answered_also_below_something_else(
    here: Kabupaten, typed: str
) -> None:
    officer, _, salma = await _two(here)
    await here.says(officer, "/jadwal")
    await here.says(officer, typed)
    assert officer.newest().text in mentions("jawab_ini", isi=typed, dari_siapa="Kadir")
    assert not any(one.text in says("siaran_jawaban") for one in salma.phone.values())


async def test_a_name_below_another_line_days_later_is_no_answer(here: Kabupaten) -> None:
    officer, _, _ = await _two(here)
    here.stand(here.clock.now() + timedelta(days=2))
    await here.says(officer, "/jadwal")
    await here.says(officer, "iya pak kadir tidak apa apa")
    assert officer.newest().text not in mentions("jawab_ini")


async def test_who_thanks_for_the_answer_gets_a_short_kind_word(here: Kabupaten) -> None:
    officer, kadir = await _wrote_back(here)
    await here.says(officer, "jawab kadir: boleh pak")
    await here.says(kadir, "terima kasih bu")
    assert kadir.newest().text in says("terima_kasih")


async def test_words_behind_jawab_are_kept_until_it_is_said_whom_they_are_for(here: Kabupaten) -> None:
    officer, kadir, salma = await _two(here)
    await here.says(officer, f"jawab: {_ANSWER}")
    assert officer.newest().text in says("siaran_jawab_disimpan")
    await here.presses(officer, officer.newest(), "Salma")
    assert salma.newest().text in says("siaran_jawaban", isi=_ANSWER)
    assert not any(one.text in says("siaran_jawaban") for one in kadir.phone.values())
    await here.says(officer, "/jadwal")
    assert not await rows(here, "SELECT 1 FROM conversations")


async def test_a_typed_name_says_whom_they_are_for(here: Kabupaten) -> None:
    officer, kadir, _ = await _two(here)
    await here.says(officer, f"jawab: {_ANSWER}")
    await here.says(officer, "pak kadir")
    assert kadir.newest().text in says("siaran_jawaban", isi=_ANSWER)


async def test_who_is_named_is_meant_also_below_what_somebody_else_wrote(here: Kabupaten) -> None:
    officer, kadir, _ = await _two(here)
    await here.says(officer, "iya pak kadir tidak apa apa")
    assert officer.newest().text in mentions("jawab_ini", dari_siapa="Kadir")
    await here.says(officer, "boleh diwakili")
    assert officer.newest().text in mentions("jawab_ini", isi="iya pak kadir tidak apa apa\nboleh diwakili")
    await here.says(officer, "iya kirim jawabannya")
    assert kadir.newest().text in says("siaran_jawaban", isi="iya pak kadir tidak apa apa\nboleh diwakili")


async def _html(here: Kabupaten) -> str:
    return str((await rows(here, "SELECT message FROM broadcasts ORDER BY id DESC LIMIT 1"))[0][0])


@pytest.mark.parametrize(
    "typed",
    [
        "kirim jawaban ke kadir tadi ke semua penerima",
        "jawaban kadir itu teruskan juga ke semua yg dapat pengumuman",
        "jawaban ke kadir tadi kasi tau semua juga",
    ],
)
async def test_the_answer_that_is_named_is_shown_for_everybody(here: Kabupaten, typed: str) -> None:
    officer, _, _ = await _two(here)
    await here.says(officer, f"jawab kadir: {_ANSWER}")
    await here.says(officer, "jawab salma: cek lagi nanti")
    await here.says(officer, "/jadwal")
    await here.says(officer, typed)
    assert officer.newest().text in mentions("siaran_kartu", jumlah=2)
    assert _ANSWER in await _html(here)


@pytest.mark.parametrize("tail", ["kasi tau semua yg dapat", "tolong teruskan ke semua penerima ya"])
async def test_an_answer_that_says_so_itself_goes_without_these_words_and_is_shown_for_everybody(
    here: Kabupaten, tail: str
) -> None:
    officer, kadir, _ = await _two(here)
    await here.says(officer, f"jawab kadir: {_ANSWER}. {tail}")
    assert kadir.newest().text in says("siaran_jawaban", isi=f"{_ANSWER}.", tulis=_ASKED)
    assert officer.newest().text in mentions("siaran_kartu", jumlah=2)
    assert tail not in await _html(here)


async def test_below_what_was_written_back_it_is_no_new_announcement(here: Kabupaten) -> None:
    officer, kadir = await _wrote_back(here)
    await here.says(officer, "boleh diwakili sekdes ya, kasi tau semua juga")
    assert officer.newest().text in mentions("jawab_ini", isi="boleh diwakili sekdes ya", semua=True)
    await here.says(officer, "iya kirim")
    assert kadir.newest().text in says("siaran_jawaban", isi="boleh diwakili sekdes ya")
    assert officer.newest().text in mentions("siaran_kartu", jumlah=1)


async def test_that_it_is_for_everybody_is_the_yes_to_the_answer(here: Kabupaten) -> None:
    officer, kadir = await _wrote_back(here)
    await here.says(officer, "boleh diwakili sekdes")
    await here.says(officer, "kirim jawaban ke kadir itu ke semua penerima")
    assert kadir.newest().text in says("siaran_jawaban", isi="boleh diwakili sekdes")
    assert officer.newest().text in mentions("siaran_kartu", jumlah=1)

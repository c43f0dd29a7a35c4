"""What is typed soon after an announcement, without Telegram's reply: "siap" confirms it, other words are asked about
once, and what is not about it goes the way that it would have gone."""

from pathlib import Path
from typing import Any

import pytest

from bot.core.broadcasts.shapes import Check
from bot.simulator.chats import Person
from tests.broadcasts.street import DESA, Street, Streets, open_street
from tests.support.halls import hold
from tests.support.sentences import Said, mentions, says, words
from tests.support.town import town

_ASKED = "jam berapa mulainya bu?"
_WHETHER = mentions("siaran_untuk_ini")
_YES, _NO = "Ya, teruskan", "Bukan"


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


async def _told(street: Street, **more: Any) -> Person:
    """A facilitator who has just got an announcement."""
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(**more)
    return rahman


async def _confirmed(street: Street) -> list[bool]:
    """Of each announcement, oldest first."""
    rows = await street.town.rows("SELECT understood_at FROM deliveries ORDER BY broadcast_id")
    return [row[0] is not None for row in rows]


async def _run(street: Street, statement: str) -> None:
    async with street.town.database.write() as connection:
        await connection.exec_driver_sql(statement)


async def _later(street: Street, seconds: float) -> None:
    """A new start looks at the clock at once."""
    await street.town.simulator.move_clock(by=seconds)
    await street.town.begin_again()


def _heard(street: Street, person: Person, said: Any) -> int:
    return sum(text in said for text in street.town.texts(person))


# --- "siap" ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    ["siap", "Siap bu, paham", "paham", "sudah paham", "oke sudah jelas", "baik pak, siap", "iye, siap 🙏", "siap!!"],
)
async def test_short_words_that_say_so_confirm_the_announcement(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, says("siaran_paham_dicatat"))
    assert await _confirmed(street) == [True]


@pytest.mark.parametrize("typed", ["belum paham", "tidak paham", "paham?", "ya", "siap tapi jamnya berapa"])
async def test_other_short_words_confirm_nothing(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, lambda message: True)
    assert await _confirmed(street) == [False]
    assert not _heard(street, rahman, says("siaran_paham_dicatat"))


async def test_the_newest_that_waits_is_meant_then_the_one_before(street: Street) -> None:
    rahman = await _told(street)
    await street.announce(text="Pakaian adat.")
    await street.town.ask(rahman, "siap", says("siaran_paham_dicatat", awal="Pakaian adat."))
    assert await _confirmed(street) == [False, True]
    await street.town.ask(rahman, "siap bu", says("siaran_paham_dicatat"))
    assert await _confirmed(street) == [True, True]
    await street.town.ask(rahman, "siap", says("siaran_paham_dicatat", awal="Pakaian adat."))


async def test_its_question_is_asked_and_the_right_answer_confirms_it(street: Street) -> None:
    rahman = await _told(street, check=Check("Jam berapa?", ("08.00", "09.00"), 1))
    await street.town.ask(rahman, "siap bu, paham", says("siaran_cek", tanya="Jam berapa?"))
    assert await _confirmed(street) == [False]
    await street.town.simulator.press(rahman, "09.00")
    await street.town.until("SELECT count(*) FROM deliveries WHERE understood_at IS NOT NULL", 1)


async def test_after_a_day_or_a_withdrawal_words_are_what_they_always_were(street: Street) -> None:
    rahman = await _told(street)
    await street.announce(text="Pakaian adat.")
    old = "broadcast_id = (SELECT min(id) FROM broadcasts)"
    await _run(street, f"UPDATE deliveries SET sent_at = sent_at - 86401 WHERE {old}")
    await _run(street, "UPDATE broadcasts SET state = 'withdrawn' WHERE id = (SELECT max(id) FROM broadcasts)")
    await street.town.ask(rahman, "siap", says("siap_dijawab"))
    await street.town.ask(rahman, _ASKED, lambda message: True)
    assert await _confirmed(street) == [False, False]
    assert not _heard(street, rahman, _WHETHER)


@pytest.mark.parametrize("typed", ["ok", "oke bu", "noted bu", "baik bu terima kasih infonya"])
async def test_right_below_it_one_word_is_enough_and_is_thanked_once(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, says("siaran_paham_dicatat"))
    assert await _confirmed(street) == [True]
    assert await street.town.rows("SELECT count(*) FROM outbox WHERE params LIKE '%tercatat:%'") == [(1,)]


async def test_understood_at_the_question_confirms_and_passes_nothing_on(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "bagaimana bu ini", _WHETHER)
    await street.town.ask(rahman, "sudah jelas bu", says("siaran_paham_dicatat"))
    assert await _confirmed(street) == [True]
    assert await street.town.rows("SELECT count(*) FROM broadcast_replies") == [(0,)]


# --- anything else ---------------------------------------------------------------------------------------------------


async def test_a_question_is_asked_about_and_reaches_the_author_like_a_reply(street: Street) -> None:
    place, rahman = street.town, await _told(street)
    asked = await place.simulator.say(rahman, _ASKED)
    await place.hears(rahman, _WHETHER)
    await place.begin_again()
    await place.press(rahman, _YES, says("siaran_balasan_diteruskan", kepada="Hasnah"))
    await place.hears(street.announces, says("siaran_balasan", dari="Rahman", isi=_ASKED))
    await place.press(street.announces, words("tombol_siaran_jawab"), mentions("form.siaran_jawab.jawaban.tanya"))
    await place.ask(street.announces, "Jam 9.", says("siaran_balasan_dijawab"))
    answer = await place.hears(rahman, says("siaran_jawaban", isi="Jam 9."))
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]
    assert await place.rows("SELECT flow FROM conversations WHERE flow = 'siaran_untuk_ini'") == []


async def test_on_no_it_goes_its_own_way_and_nobody_asks_again(street: Street) -> None:
    place, rahman = street.town, await _told(street)
    story = "Jalan ke kebun kami rusak sejak tahun lalu, mobil tidak bisa lewat."
    await place.ask(rahman, story, _WHETHER)
    await place.press(rahman, _NO, says("menu_awal", bingung=story))
    await _later(street, 3 * 3600)
    await place.ask(rahman, _ASKED, lambda message: True)
    assert _heard(street, rahman, _WHETHER) == 1
    assert await place.rows("SELECT count(*) FROM broadcast_replies") == [(0,)]


async def test_on_no_small_talk_of_somebody_with_work_shows_it_and_asks_for_no_consent(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "wah begitu rupanya", _WHETHER)
    await street.town.press(rahman, _NO, says("menu_awal"))
    assert not _heard(street, rahman, mentions("izin"))


async def test_it_is_asked_while_nothing_else_was_said_and_again_of_the_next_announcement(street: Street) -> None:
    place, rahman = street.town, await _told(street)
    await place.ask(rahman, _ASKED, _WHETHER)
    await place.press(rahman, _YES, says("siaran_balasan_diteruskan"))
    await place.ask(rahman, "di mana tempatnya?", lambda message: True)
    assert _heard(street, rahman, _WHETHER) == 1
    await street.announce(text="Pakaian adat.")
    await place.ask(rahman, "harus pakai adat mana?", mentions("siaran_untuk_ini", awal="Pakaian adat."))
    await place.press(rahman, _YES, says("siaran_balasan_diteruskan"))
    await place.ask(rahman, "di mana tempatnya?", lambda message: True)
    assert _heard(street, rahman, _WHETHER) == 2


async def test_once_it_is_confirmed_only_a_question_is_asked_about(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "sudah paham", says("siaran_paham_dicatat"))
    await street.town.ask(rahman, "aula itu dekat pasar bu", lambda message: True)
    assert not _heard(street, rahman, _WHETHER)
    await street.town.ask(rahman, "sudah paham", says("siaran_paham_dicatat"))
    await street.town.ask(rahman, _ASKED, _WHETHER)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mau belajar sekarang", says("belajar")),
        ("apa tugas saya", says("tugas_kosong")),
        ("yang hadir 18 perempuan 22 laki-laki", says("rapat_belum_ada")),
    ],
)
async def test_work_goes_first_with_the_question_and_without_it(street: Street, typed: str, said: Said) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "jam berapa mulainya bu?", _WHETHER)
    await street.town.ask(rahman, typed, said)
    await street.announce(text="Pakaian adat.")
    await street.town.ask(rahman, typed, said)
    assert _heard(street, rahman, _WHETHER) == 1
    await street.town.press(rahman, _YES, says("siaran_balasan_diteruskan"))


@pytest.mark.parametrize(
    "typed", ["Rumah warga terbakar sekarang, tolong!", "maiwa 42", "/tugas", "tugas", "saya mau mengusul"]
)
async def test_danger_numbers_commands_and_beginnings_are_not_asked_about(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, lambda message: True)
    assert not _heard(street, rahman, _WHETHER)


async def test_a_yes_is_one_to_the_consent_screen_only_while_that_waits(street: Street) -> None:
    place = street.town
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    ani = await place.join("Ani", "fasilitator_desa", DESA)
    await place.ask(rahman, "Jalan ke kebun kami rusak sejak tahun lalu.", says("menu_awal", bingung=True))
    await place.press(rahman, words("tombol_menu_jadikan_usulan"), mentions("izin"))
    await street.announce()
    await place.ask(rahman, "ya", says("izin_tekan_setuju"))
    await place.ask(ani, "wah begitu rupanya", _WHETHER)


async def test_what_is_open_hears_it_first(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "/titip", lambda message: True)
    await street.town.ask(rahman, "siap", lambda message: True)
    assert await _confirmed(street) == [False]
    assert not _heard(street, rahman, _WHETHER)


async def test_a_villager_is_never_asked(street: Street) -> None:
    sitti = street.town.simulator.add_person("Sitti")
    await _told(street)
    await street.town.ask(sitti, _ASKED, lambda message: True)
    assert not _heard(street, sitti, _WHETHER)


async def test_its_author_asks_in_words_who_has_not_understood(street: Street) -> None:
    await _told(street)
    await street.town.ask(street.announces, "siapa yang belum paham", says("siaran_hasil"))


_INVITATION = "undangan rapat besok jam 9 di kantor camat, mohon konfirmasi; format laporan ada di grup"


@pytest.mark.parametrize(
    "typed",
    [
        "siap bu saya hadir",
        "konfirmasi hadir bu",
        "insya allah hadir",
        "hadir",
        "sudah selesai bu",
        "format laporan yang mana bu",
        "maksud saya undangan tadi saya bisa hadir",
    ],
)
async def test_an_answer_to_an_invitation_is_lost_to_nobody_who_would_only_refuse(street: Street, typed: str) -> None:
    rahman = await _told(street, text=_INVITATION)
    await street.town.ask(rahman, typed, _WHETHER)
    await street.town.press(rahman, _YES, says("siaran_balasan_diteruskan", kepada="Hasnah"))
    await street.town.hears(street.announces, says("siaran_balasan", dari="Rahman", isi=typed))


@pytest.mark.parametrize("typed", ["apa tugas saya", "mau belajar", "siapa yang belum siap"])
async def test_work_of_theirs_stays_what_it_is(street: Street, typed: str) -> None:
    rahman = await _told(street, text=_INVITATION)
    await street.town.ask(rahman, typed, lambda message: True)
    assert not _heard(street, rahman, _WHETHER)


@pytest.mark.parametrize("typed", ["siap hadir", "insya allah saya hadir bu", "konfirmasi hadir"])
async def test_with_a_meeting_near_whoever_is_asked_to_confirm_answers_who_announced(
    street: Street, typed: str
) -> None:
    await hold(street.town, wilayah=DESA, hours=30)
    rahman = await _told(street, text=_INVITATION)
    await street.town.ask(rahman, typed, _WHETHER)
    await street.town.press(rahman, _YES, says("siaran_balasan_diteruskan", kepada="Hasnah"))
    await street.town.hears(street.announces, says("siaran_balasan", dari="Rahman", isi=typed))


async def test_the_screen_of_a_meeting_and_what_asks_for_nothing_stay_with_it(street: Street) -> None:
    await hold(street.town, wilayah=DESA, hours=1)
    rahman = await _told(street, text=_INVITATION)
    await street.town.ask(rahman, "daftar hadir", lambda message: True)
    await street.announce(text="Pakaian adat.")
    await street.town.ask(rahman, "siap hadir", lambda message: True)
    assert not _heard(street, rahman, _WHETHER)


async def test_what_more_is_said_of_coming_waits_with_the_first(street: Street) -> None:
    rahman = await _told(street, text=_INVITATION)
    await street.town.ask(rahman, "siap bu saya hadir", _WHETHER)
    await street.town.ask(rahman, "konfirmasi hadir bu", says("kata_ikut_menunggu"))
    await street.town.press(rahman, _YES, says("siaran_balasan_diteruskan", kepada="Hasnah"))
    for typed in ("siap bu saya hadir", "konfirmasi hadir bu"):
        await street.town.hears(street.announces, says("siaran_balasan", dari="Rahman", isi=typed))

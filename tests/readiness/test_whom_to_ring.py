"""Whom to ring has a way to ring: a number, a link to write to, *Ingatkan*; what is at stake this week comes first."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from bot.core.calendar.rules import INVITED
from bot.core.readiness.readiness import DATED, LATE, QUESTIONS, Answer, Standing
from bot.core.readiness.trouble import concern
from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.people import phones, urgings
from bot.store.queues import notices
from bot.store.tables import grants, tasks
from bot.work.readiness.readiness import Contact, Village, troubled
from bot.work.saying.naming import task_title
from tests.support.desk import HELD, NOW, Desk, local
from tests.support.homes import Home, labels
from tests.support.sentences import mentions, says, words
from tests.support.villages import KABUPATEN

DESA = "73.16.01.2002"


async def _late_village(at_home: Home) -> tuple[Person, Person]:
    """Invitations should be out since Thursday; the meeting is in three days."""
    ratna = await at_home.join("Ratna")
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.hold()
    await at_home.move_clock(HELD - timedelta(days=3))
    return ratna, officer


async def test_who_gave_a_number_can_be_rung_and_written_to(anywhere: Home) -> None:
    ratna, officer = await _late_village(anywhere)
    await anywhere.ask(ratna, "/dataku", says("dataku", telepon=False))
    await anywhere.press(ratna, words("tombol_telepon"), mentions("form.telepon.telepon.tanya"))
    await anywhere.ask(ratna, "+62 812 3456 7890", mentions("form.telepon.kantor.tanya"))
    await anywhere.ask(ratna, "0420 12345", says("telepon_disimpan", ada=True))
    summary = (await anywhere.ask(officer, "/kesiapan", says("kesiapan_ringkas", desa=True)))["text"]
    assert "0812-3456-7890" in summary
    assert summary in says("kesiapan_ringkas", tanpa=128)
    seen = await anywhere.press(officer, "1. Pattondon Salu", says("kesiapan_desa", telepon="0812-3456-7890"))
    assert seen["text"] in says("kesiapan_desa", kantor="0420-12345")
    urls = [key.get("url") for row in seen["reply_markup"]["inline_keyboard"] for key in row]
    assert "https://wa.me/6281234567890" in urls
    named = [one for one in seen["entities"] if one["type"] == "text_mention"]
    assert [one["user"]["id"] for one in named] == [ratna.id]


async def test_one_message_reminds_and_no_second_one_that_day(anywhere: Home) -> None:
    ratna, officer = await _late_village(anywhere)
    await anywhere.ask(officer, "/kesiapan", says("kesiapan_ringkas", desa=True))
    await anywhere.press(officer, "1. Pattondon Salu", says("kesiapan_desa"))
    button = words("tombol_ingatkan", nama="Ratna")
    sent = await anywhere.press(officer, button, says("ingatkan_dikirim", nama="Ratna"))
    assert "undangan belum keluar" in sent["text"]
    told = await anywhere.hears(ratna, says("ingatkan_pesan", oleh="Hasnah"))
    assert "undangan belum keluar, musrenbang 3 hari lagi" in told["text"]
    await anywhere.press(officer, button, says("ingatkan_sudah", nama="Ratna", oleh="Hasnah"))
    counted = "SELECT count(*) FROM outbox WHERE unasked_on IS NOT NULL AND params LIKE '%mengingatkan%'"
    assert (await anywhere.town.rows(counted))[0][0] == 1


async def test_nobody_reminds_themselves(at_home: Home) -> None:
    ratna, _ = await _late_village(at_home)
    seen = await at_home.ask(ratna, "/kesiapan", says("kesiapan_desa"))
    assert words("tombol_ingatkan", nama="Ratna") not in labels(seen)


async def test_what_was_seen_to_meanwhile_is_not_reminded_of(desk: Desk) -> None:
    """A promise that is true no more is not kept by force."""
    ratna = await desk.join("Ratna")
    officer = await desk.join("Hasnah", "bappeda", KABUPATEN)
    await desk.hold()
    async with desk.database.write() as connection:
        made = await urgings.add(connection, urgings.Urging(new_id(), DESA, ratna, officer, NOW, ""))
        await notices.raise_for(connection, notices.URGED, str(made.id), {ratna: NOW})
    await desk.tick(NOW)  # nothing is late on this day
    assert [one for one in await desk.told(ratna) if "mengingatkan" in one["text"]] == []


@pytest.mark.parametrize("is_open", [True, False])
async def test_a_task_of_a_meeting_that_is_off_is_not_reminded_of(desk: Desk, *, is_open: bool) -> None:
    ratna = await desk.join("Ratna")
    officer = await desk.join("Hasnah", "bappeda", KABUPATEN)
    await desk.hold()
    rule = (await desk.rows("SELECT rule FROM tasks ORDER BY id"))[0][0]
    about = task_title(desk.office, rule)
    async with desk.database.write() as connection:
        made = await urgings.add(connection, urgings.Urging(new_id(), DESA, ratna, officer, NOW, about))
        await notices.raise_for(connection, notices.URGED, str(made.id), {ratna: NOW})
    if not is_open:
        await desk.run(tasks.update().values(state="cancelled", closed_at=NOW))
    await desk.tick(NOW)
    assert bool([one for one in await desk.told(ratna) if about in one["text"] and "Hasnah" in one["text"]]) is is_open


async def test_a_number_goes_with_the_role_and_with_its_owner(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    async with desk.database.write() as connection:
        await phones.keep(connection, ratna, "081234567890", NOW)
        assert await phones.drop_of_nobody(connection, NOW, 10) == 0
        assert await phones.drop_of_nobody(connection, NOW + timedelta(days=1), 10) == 0
    await desk.run(grants.update().values(revoked_at=NOW))
    async with desk.database.write() as connection:
        assert await phones.drop_of_nobody(connection, NOW, 10) == 1


def _village(code: str, question: str, days: int, unread: int = 0, role: str = "fasilitator_desa") -> Village:
    today = NOW.date()
    held_on = today + timedelta(days=days) if question == INVITED else None
    by = today - timedelta(days=3)
    answers = tuple(Answer(one, LATE if one == question else "nanti", by=by) for one in QUESTIONS)
    standing = Standing(held_on, answers)
    found = concern(standing, today, is_manned=True)
    return Village(code, code, standing, Contact("Nur", role), found, unread)


def test_what_is_at_stake_this_week_comes_first_and_the_code_decides_nothing() -> None:
    first = _village("9", INVITED, 2)
    waiting, alone, last = _village("8", DATED, 0, 4), _village("7", DATED, 0, 0, "camat"), _village("1", DATED, 0)
    far = _village("2", INVITED, 9)
    assert [one.code for one in troubled([last, far, alone, waiting, first])] == ["9", "2", "8", "7", "1"]


async def test_of_one_village_nothing_is_read_but_what_is_asked(at_home: Home) -> None:
    _, officer = await _late_village(at_home)
    asked = [await _bound_by(at_home, officer) for _ in range(3)]  # the clock may look at everything meanwhile
    assert all(any(f"'{DESA}.~'" in values for values in bound) for bound in asked)
    assert any(not any(f"'{KABUPATEN}.~'" in values for values in bound) for bound in asked)


async def _bound_by(at_home: Home, officer: Person) -> list[str]:
    """The values with which the database was asked while the village was opened."""
    bound: list[str] = []

    def note(_connection: Any, _cursor: Any, _statement: str, values: Any, *_more: Any) -> None:
        bound.append(str(values))

    await at_home.ask(officer, "/kesiapan", says("kesiapan_ringkas", desa=True))
    event.listen(Engine, "before_cursor_execute", note)
    try:
        await at_home.press(officer, "1. Pattondon Salu", says("kesiapan_desa"))
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return bound


@pytest.mark.parametrize("code", ["73.16.01.2002.9", "73.16.01.9999", "73.17.01.2001", "73"])
async def test_a_place_that_is_none_is_outside(at_home: Home, code: str) -> None:
    _, officer = await _late_village(at_home)
    await at_home.ask(officer, "/kesiapan", says("kesiapan_ringkas", desa=True))
    await at_home.press_data(officer, f"r:desa:{code}:0", says("kesiapan_luar_wilayah"))


async def test_one_alone_is_reminded_in_words_after_a_yes(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna")
    officer = await anywhere.join("Hasnah", "bappeda", KABUPATEN)
    shown = await anywhere.ask(officer, "ingatkan bu ratna supaya undangannya dibereskan", says("ingatkan_kata"))
    assert await anywhere.town.rows("SELECT id FROM urgings") == [], "nothing goes before the yes"
    await anywhere.press(officer, labels(shown)[0], says("ingatkan_dikirim", nama="Ratna"))
    told = await anywhere.hears(ratna, says("ingatkan_pesan", oleh="Hasnah"))
    assert "supaya undangannya dibereskan" in told["text"]


async def test_two_who_are_named_are_both_reminded_of_what_is_outstanding(at_home: Home) -> None:
    _, officer = await _late_village(at_home)
    await at_home.join("Amir", "fasilitator_desa", "73.16.01.2003")
    await at_home.ask(officer, "ingatkan pak amir dan bu ratna dong", says("ingatkan_dikirim", nama="Ratna"))
    assert not any(text in mentions("ingatkan_kata") for text in at_home.texts(officer))


@pytest.mark.parametrize(
    "typed",
    [
        "teruskan ke Ratna: undangannya sudah dicetak",
        "tolong teruskan kepada bu Ratna, undangannya sudah dicetak",
        "bilang ke Ratna: undangannya sudah dicetak",
        "mohon diteruskan ke Ratna, undangannya sudah dicetak",
        "tlg teruskan pesan ini ke Ratna: undangannya sudah dicetak",
        "mau kasih kabar ke Ratna undangannya sudah dicetak",
        "kirim ke Ratna: undangannya sudah dicetak",
        "kirimkan ke bu Ratna nah, undangannya sudah dicetak",
        "kirim sama Ratna undangannya sudah dicetak mi",
        "wa ke Ratna: undangannya sudah dicetak, besok rapat jam 9",
        "bilangin Ratna undangannya sudah dicetak",
        "kasitau ki Ratna, undangannya sudah dicetak",
        "kasih taukan bu Ratna undangannya sudah dicetak",
        "sampaikan sama Ratna kalau undangannya sudah dicetak",
        "kabarkan ke Ratna bahwa undangannya sudah dicetak",
    ],
)
async def test_a_word_to_somebody_who_works_here_goes_as_it_is_written(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    shown = await at_home.ask(officer, typed, says("ingatkan_kata", nama="Ratna"))
    await at_home.press(officer, labels(shown)[0], says("ingatkan_dikirim", nama="Ratna"))
    told = await at_home.hears(ratna, says("ingatkan_pesan", oleh="Hasnah"))
    assert "undangannya sudah dicetak" in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "tolong sampaikan ke bu Ratna kalau daftar hadirnya belum masuk",
        "kasih tau ke Ratna bahwa daftar hadirnya belum masuk",
        "beritahu Ratna daftar hadirnya belum masuk",
        "bilang ke Ratna daftar hadirnya belum masuk",
    ],
)
async def test_a_word_to_who_is_named_first_is_theirs_whatever_task_it_names(at_home: Home, typed: str) -> None:
    await at_home.join("Ratna")
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(officer, typed, says("ingatkan_kata", nama="Ratna", kata="daftar hadirnya belum masuk"))


async def test_those_who_have_not_are_still_listed_where_nobody_is_named_first(at_home: Home) -> None:
    await at_home.join("Ratna")
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(officer, "ingatkan yang belum kumpul kelompok perempuan", says("ingatkan_tugas"))


@pytest.mark.parametrize("role", ["fasilitator_kecamatan", "fasilitator_desa"])
@pytest.mark.parametrize(
    "typed",
    [
        "titip pesan ke Ratna: besok rapat jam 9",
        "titip pesan untuk bu Ratna, besok rapat jam 9",
        "saya mau titipkan pesan ke Ratna besok rapat jam 9",
    ],
)
async def test_a_word_that_is_entrusted_by_a_facilitator_is_no_usulan(at_home: Home, typed: str, role: str) -> None:
    await at_home.join("Ratna", "fasilitator_kecamatan", DESA[:8])
    murni = await at_home.join("Murni", role, DESA if role == "fasilitator_desa" else DESA[:8])
    await at_home.ask(murni, typed, says("ingatkan_kata", nama="Ratna", kata="besok rapat jam 9"))
    assert not await at_home.town.rows("SELECT flow FROM conversations")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("besok rapat jam 9 di kantor desa", "Jumat, 8 Januari 2027 rapat jam 9 di kantor desa"),
        ("lusa blangkonya dikumpul", "Sabtu, 9 Januari 2027 blangkonya dikumpul"),
        ("tgl 12 rapat di kantor desa", "tgl 12 rapat di kantor desa"),
    ],
)
async def test_besok_has_its_date_where_the_word_waits_for_the_morning(at_home: Home, said: str, told: str) -> None:
    ratna = await at_home.join("Ratna")
    officer = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.move_clock(local(1, 7, 22, 30))
    shown = await at_home.ask(officer, f"ingatkan bu ratna: {said}", says("ingatkan_kata", kata=said))
    await at_home.press(officer, labels(shown)[0], says("ingatkan_dikirim", nama="Ratna"))
    await at_home.move_clock(local(1, 8, 8, 0))
    await at_home.hears(ratna, says("ingatkan_pesan", oleh="Hasnah", kata=told))

"""A Telegram group is tied to a wilayah by an officer and an admin of it; who reads there has one message, not two."""

from pathlib import Path
from typing import Any

import pytest

from bot.core.broadcasts.shapes import Audience, Check
from bot.simulator.chats import Chat, Person
from tests.broadcasts.street import DESA, OTHER_DESA, WORDS, Street, Streets, open_street
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import town

KECAMATAN = "73.16.01"
EVERYBODY = Audience((KECAMATAN,), ("fasilitator_desa",), groups=True)
_TIED = "SELECT count(*) FROM chat_groups WHERE agreed_at IS NOT NULL AND left_at IS NULL"


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


@pytest.fixture
async def any_street(database_url: str, tmp_path: Path) -> Streets:
    async with town(database_url, tmp_path) as place:
        yield await open_street(place)


async def _toast(street: Street, person: Person, data: str, group: Chat) -> str:
    simulator = street.town.simulator
    newest = max((message["message_id"] for message in simulator.messages(group) if message["outgoing"]), default=1)
    return await simulator.answer_to(await simulator.press_data(person, newest, data, group))


async def _asked(street: Street, officer: Person, group: Chat, command: str = "/grup") -> Any:
    await street.town.simulator.say(officer, command, group)
    asked = await street.town.simulator.wait_for(group, says("grup_minta"))
    await street.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)  # Telegram has said who is an admin
    return asked


async def _tie(street: Street, admin: Person, officer: Person, *others: Person) -> Chat:
    """A group that the admin made and the officer had tied."""
    group = street.town.simulator.add_group("Fasilitator Maiwa", [admin, officer, *others])
    await _asked(street, officer, group, "/grup Maiwa")
    assert await _toast(street, admin, "gr:setuju", group) in says("grup_terima_kasih")
    await street.town.until(_TIED, 1)
    return group


async def test_an_officer_asks_and_an_admin_agrees(any_street: Street) -> None:
    place, hasnah = any_street.town, any_street.announces
    admin, member = place.simulator.add_person("Admin"), place.simulator.add_person("Anggota")
    group = place.simulator.add_group("Fasilitator Maiwa", [admin, hasnah, member])
    asked = await _asked(any_street, hasnah, group, "/grup Maiwa")
    assert "Kecamatan Maiwa" in asked["text"]
    assert labels(asked) == [words("tombol_grup_setuju")]
    for other in (member, hasnah):
        assert await _toast(any_street, other, "gr:setuju", group) in says("grup_hanya_admin")
    assert await place.rows(_TIED) == [(0,)]
    assert await _toast(any_street, admin, "gr:setuju", group) in says("grup_terima_kasih")
    await place.simulator.wait_for(group, says("grup_terikat", tempat="Kecamatan Maiwa"))
    assert await place.rows("SELECT chat, title, wilayah FROM chat_groups") == [
        (group.id, "Fasilitator Maiwa", KECAMATAN)
    ]
    assert len(place.simulator.said(group)) == 1  # the question became the answer
    assert await place.rows("SELECT result FROM outbox WHERE slot IS NOT NULL") == [(None,)]
    assert await place.rows("SELECT count(*) FROM people") == [(1,)]  # nobody is kept for having pressed


@pytest.mark.parametrize(
    ("role", "scope", "command", "wanted"),
    [
        ("fasilitator_desa", DESA, "/grup", "Desa Boiya"),
        ("fasilitator_kecamatan", KECAMATAN, "/grup Boiya", "Desa Boiya"),
        ("camat", KECAMATAN, "/grup@KawanMusrenbangBot", "Kecamatan Maiwa"),
        ("bappeda", "73.16", "/grup kecamatan maiwa", "Kecamatan Maiwa"),
        ("fasilitator_desa", DESA, "/grup Maiwa", ""),
        ("fasilitator_kecamatan", KECAMATAN, "/grup Antah Berantah", ""),
    ],
)
async def test_it_is_tied_within_ones_own_wilayah(
    street: Street, role: str, scope: str, command: str, wanted: str
) -> None:
    place = street.town
    nur = await place.join("Nur", role, scope)
    group = place.simulator.add_group("Grup", [nur])
    await place.simulator.say(nur, command, group)
    if wanted:
        await place.simulator.wait_for(group, says("grup_minta", tempat=wanted))
    else:
        await place.simulator.wait_for(group, says("grup_tempat_mana"))
        assert await place.rows("SELECT count(*) FROM chat_groups") == [(0,)]
    assert "Nur" not in "".join(place.simulator.said(group))


async def test_whoever_may_not_ask_gets_the_line_for_groups(street: Street) -> None:
    place = street.town
    delegasi, stranger = await place.join("Nur", "delegasi", DESA), place.simulator.add_person("Orang")
    group = place.simulator.add_group("Grup", [delegasi, stranger])
    for person in (delegasi, stranger):
        await place.simulator.say(person, "/grup", group)
        await place.simulator.wait_for(group, says("di_grup"))
    assert await place.rows("SELECT count(*) FROM chat_groups") == [(0,)]


async def test_a_copy_in_the_group_is_the_only_one_of_who_reads_there(any_street: Street) -> None:
    place, hasnah = any_street.town, any_street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    nur = await place.join("Nur", "fasilitator_desa", OTHER_DESA)
    admin, stranger = place.simulator.add_person("Admin"), place.simulator.add_person("Orang")
    group = await _tie(any_street, admin, hasnah, stranger)
    await place.simulator.join_group(rahman, group)
    await place.until("SELECT count(*) FROM group_members", 1)
    number = await any_street.announce(EVERYBODY)
    await any_street.copy_of(group)
    await any_street.copy_of(nur)
    assert not any(WORDS in text for text in place.texts(rahman))
    before = place.simulator.said(group)
    assert await _toast(any_street, stranger, f"e:paham:{number}", group) in says("siaran_grup_terima_kasih")
    assert await _toast(any_street, rahman, f"e:paham:{number}", group) in says("siaran_sudah_paham")
    assert await _toast(any_street, nur, f"e:paham:{number}", group) in says("siaran_sudah_paham")
    understood = await place.rows("SELECT role FROM deliveries WHERE understood_at IS NOT NULL ORDER BY role")
    assert [row[0] for row in understood] == ["fasilitator_desa", "grup"]
    assert place.simulator.said(group) == before
    assert labels(place.simulator.messages(group)[-1]) == [words("tombol_siaran_paham")]  # for the others
    assert await place.rows("SELECT count(*) FROM group_members") == [(2,)]
    await place.press_data(
        hasnah, f"a:hasil:{number}", says("siaran_hasil", grup={"sampai": 1, "semua": 1, "pembaca": 1})
    )


async def test_who_answered_wrongly_in_the_group_is_never_reminded_there(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    group = await _tie(street, place.simulator.add_person("Admin"), hasnah, rahman)
    check = Check("Pukul berapa?", ("08.00", "09.00"), 1)
    number = await street.announce(Audience((KECAMATAN,), ("camat",), groups=True), check=check)
    assert await _toast(street, rahman, f"e:paham:{number}", group) in says("siaran_grup_ditanya")
    await place.press(rahman, "08.00", says("siaran_cek_keliru", jawaban="08.00"))
    await place.press_data(hasnah, f"a:ingatkan:{number}", says("siaran_diingatkan", jumlah=False))
    await place.press(rahman, "09.00", lambda message: labels(message) == [words("tombol_siaran_dipahami")])
    assert await place.rows("SELECT answer FROM deliveries WHERE understood_at IS NOT NULL") == [(1,)]
    assert len([text for text in place.simulator.said(group) if WORDS in text]) == 1


async def test_whoever_leaves_gets_a_copy_of_their_own_again(street: Street) -> None:
    place = street.town
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    group = await _tie(street, place.simulator.add_person("Admin"), street.announces)
    await place.simulator.join_group(rahman, group)
    await place.until("SELECT count(*) FROM group_members", 1)
    await place.simulator.leave_group(rahman, group)
    await place.until("SELECT count(*) FROM group_members", 0)
    await street.announce(EVERYBODY)
    await street.copy_of(rahman)


async def test_a_group_that_puts_the_bot_out_hears_nothing_until_an_admin_agrees_again(street: Street) -> None:
    place = street.town
    admin = place.simulator.add_person("Admin")
    group = await _tie(street, admin, street.announces)
    await place.simulator.remove_bot(admin, group)
    await place.until(_TIED, 0)
    await street.announce(EVERYBODY)
    assert await place.rows("SELECT count(*) FROM deliveries WHERE target < 0") == [(0,)]


async def test_an_officer_of_the_wilayah_lets_a_group_go(street: Street) -> None:
    place = street.town
    other = await place.join("Nur", "fasilitator_desa", DESA)
    group = await _tie(street, place.simulator.add_person("Admin"), street.announces, other)
    await place.simulator.say(other, "/grup", group)
    told = await place.simulator.wait_for(group, says("grup_sudah", tempat="Kecamatan Maiwa"))
    assert labels(told) == []  # a desa does not decide for its kecamatan
    assert await _toast(street, other, "gr:lepas", group) in says("grup_bukan_untuk_ini")
    await place.simulator.say(street.announces, "/grup", group)
    await place.simulator.wait_for(group, lambda message: labels(message) == [words("tombol_grup_lepas")])
    await _toast(street, street.announces, "gr:lepas", group)
    await place.simulator.wait_for(group, says("grup_dilepas"))
    assert await place.rows(_TIED) == [(0,)]


async def test_a_group_that_became_a_supergroup_stays_tied_and_a_ralat_follows_as_a_new_message(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    group = await _tie(street, place.simulator.add_person("Admin"), hasnah, rahman)
    number = await street.announce(EVERYBODY)
    await street.copy_of(group)
    moved = await place.simulator.migrate(group)
    await place.until(f"SELECT count(*) FROM chat_groups WHERE chat = {moved.id} AND agreed_at IS NOT NULL", 1)
    await place.press_data(hasnah, f"a:ralat:{number}", says("form.siaran_ralat.pesan.tanya"))
    await place.ask(hasnah, "Pindah ke pukul 10.00.", says("form.siaran_ralat.tinjau"))
    await place.press(hasnah, words("form.siaran_ralat.kirim"), says("siaran_sedang_diralat"))
    told = await place.simulator.wait_for(moved, "Pindah ke pukul 10.00.", since=0)
    assert told["text"] in says("siaran_ralat_baru")


async def test_a_reply_in_the_group_reaches_the_author_and_is_answered_in_private(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    stranger = place.simulator.add_person("Orang")
    group = await _tie(street, place.simulator.add_person("Admin"), hasnah, rahman, stranger)
    await street.announce(EVERYBODY)
    copy = await street.copy_of(group)
    before = len(place.simulator.said(group))
    await place.simulator.say(stranger, "Siapa ini?", group, reply_to=copy)
    await place.simulator.say(rahman, "Boleh diwakili?", group, reply_to=copy)
    await place.hears(hasnah, says("siaran_balasan", dari="Rahman", isi="Boleh diwakili?"))
    await place.press(hasnah, words("tombol_siaran_jawab"), mentions("form.siaran_jawab.jawaban.tanya"))
    await place.ask(hasnah, "Boleh.", says("siaran_balasan_dijawab"))
    answer = await place.hears(rahman, says("siaran_jawaban", isi="Boleh.", tulis="Boleh diwakili?"))
    assert "reply_to_message" not in answer
    assert len(place.simulator.said(group)) == before
    assert await place.rows("SELECT count(*) FROM broadcast_replies") == [(1,)]


async def test_in_a_private_chat_it_says_how_and_which_groups_there_are(street: Street) -> None:
    place = street.town
    await _tie(street, place.simulator.add_person("Admin"), street.announces)
    told = await place.ask(street.announces, "/grup", says("grup_cara"))
    assert "Fasilitator Maiwa: Kecamatan Maiwa" in told["text"]
    assert await place.toast(street.announces, "gr:setuju") in says("tombol_lewat")

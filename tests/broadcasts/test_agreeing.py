"""Before an announcement leaves: the number for a kecamatan, a second officer for the kabupaten, a minute to take it
back; every step in its history."""

import asyncio
import json
from datetime import timedelta

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.desk import (
    TEXT,
    asks,
    choose_places,
    choose_roles,
    copy_above,
    from_urgency,
    history_of,
    state_of,
    write,
)
from tests.roles.conftest import Office
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

_KIRIM, _MINTA = words("tombol_siaran_kirim"), words("tombol_siaran_minta")
_WAITS = "SELECT next_at IS NOT NULL, agreed_by IS NOT NULL FROM broadcasts"


async def _pass(office: Office, **by: float) -> None:
    await office.telegram.move_clock(by=timedelta(**by).total_seconds())
    await office.town.begin_again()


async def _number(office: Office) -> int:
    return int((await office.town.rows("SELECT id FROM broadcasts ORDER BY id DESC LIMIT 1"))[0][0])


async def _three_officers(office: Office) -> tuple[Person, Person, Person]:
    hasnah, baso, ida = [await office.join(name, "bappeda") for name in ("Hasnah", "Baso", "Ida")]
    await office.join("Rahman", "fasilitator_desa")
    return hasnah, baso, ida


async def _asked(office: Office) -> tuple[Person, Person, Person]:
    """Written for the kabupaten, and shown to the two others."""
    hasnah, baso, ida = await _three_officers(office)
    card = await write(office, hasnah, where=())
    assert card["text"] in says("siaran_kartu", jumlah=1, gerbang="kedua")
    await office.press(hasnah, _MINTA, says("siaran_menunggu", kepada=["Baso", "Ida"]))
    return hasnah, baso, ida


async def test_a_kecamatan_needs_its_number_and_leaves_after_a_minute(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    people = [await office.join(name, "fasilitator_desa") for name in ("Rahman", "Tahir")]
    await write(office, hasnah)
    await office.press(hasnah, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(hasnah, "12", says("siaran_bukan_angkanya", tulis=12, jumlah=2))
    assert await state_of(office) == "draft"
    await office.ask(hasnah, "2", says("siaran_siap"))
    assert await state_of(office) == "waiting"
    assert not any(TEXT in one for person in people for one in office.texts(person))
    await _pass(office, seconds=61)
    for person in people:
        await office.telegram.wait_for(person, TEXT, since=0)
    assert (await history_of(office))[:3] == ["made", "released", "began"]


async def test_within_the_minute_it_is_taken_back_and_is_a_draft_again(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await write(office, hasnah)
    await office.press(hasnah, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(hasnah, "1", says("siaran_siap"))
    await office.press(hasnah, words("tombol_siaran_urung"), says("siaran_dibatalkan"))
    await office.press(hasnah, words("tombol_siaran_contoh"), says("siaran_kartu", jumlah=1))
    assert await state_of(office) == "draft"


async def test_the_second_officer_sees_what_the_author_saw_and_agrees(any_office: Office) -> None:
    office = any_office
    hasnah, baso, _ = await _asked(office)
    card = await office.hears(baso, mentions("siaran_minta_setuju", oleh="Hasnah"))
    assert TEXT in words_of(copy_above(office, baso, card))
    assert labels(card) == [words("tombol_siaran_setuju"), words("tombol_siaran_kembali")]
    await office.press(baso, words("tombol_siaran_setuju"), says("siaran_siap", oleh=""))
    told = await office.telegram.wait_for(hasnah, says("siaran_siap", oleh="Baso"), since=0)
    assert labels(told) == [words("tombol_siaran_urung")]
    assert [tuple(map(bool, row)) for row in await office.town.rows(_WAITS)] == [(True, True)]
    assert await history_of(office) == ["made", "asked", "agreed"]


async def test_of_two_who_press_at_once_one_agrees_and_the_other_is_told_who(any_office: Office) -> None:
    office = any_office
    _, baso, ida = await _asked(office)
    await asyncio.gather(*(office.telegram.press(who, words("tombol_siaran_setuju")) for who in (baso, ida)))
    await office.settle()
    said = {who.first_name: office.texts(who)[-1] for who in (baso, ida)}
    won = [name for name, one in said.items() if one in says("siaran_siap")]
    assert len(won) == 1
    (other,) = said.keys() - set(won)
    assert said[other] in says("siaran_sudah_diputus", oleh=won[0], keadaan="waiting")
    assert (await history_of(office)).count("agreed") == 1


async def test_a_note_comes_back_to_the_author_and_nothing_leaves(office: Office) -> None:
    hasnah, baso, ida = await _asked(office)
    await office.press(baso, words("tombol_siaran_kembali"), mentions("form.siaran_catatan.catatan.tanya"))
    await office.ask(baso, "Harinya <Kamis>, bukan {Rabu}.", says("siaran_dikembalikan", kepada="Hasnah"))
    back = await office.telegram.wait_for(hasnah, says("siaran_kembali", oleh="Baso"), since=0)
    assert "Harinya <Kamis>, bukan {Rabu}." in back["text"]
    assert await state_of(office) == "draft"
    late = await office.press(ida, words("tombol_siaran_setuju"), says("siaran_sudah_diputus", keadaan="draft"))
    assert late
    rows = await office.town.rows("SELECT detail FROM broadcast_events WHERE kind = 'returned'")
    assert json.loads(rows[0][0]) == {"catatan": "Harinya <Kamis>, bukan {Rabu}."}


async def test_what_its_author_has_thrown_away_is_said_to_be_gone(office: Office) -> None:
    hasnah, baso, _ = await _asked(office)
    await office.press(hasnah, f"a:buang:{await _number(office)}", says("siaran_dibuang"))
    assert await office.press(baso, words("tombol_siaran_setuju"), says("siaran_sudah_dibuang"))
    assert "agreed" not in await history_of(office)


async def test_nobody_agrees_to_their_own_and_nobody_without_the_role_agrees(office: Office) -> None:
    hasnah, _, _ = await _asked(office)
    camat = await office.join("Nurdin", "camat")
    data = f"a:setuju:{await _number(office)}"
    assert await office.toast(hasnah, data) in says("siaran_bukan_sendiri")
    assert await office.toast(camat, data) in says("siaran_bukan_wilayah")
    assert await state_of(office) == "asked"


async def test_after_four_hours_without_an_answer_the_author_may_send_alone_and_it_is_written_down(
    any_office: Office,
) -> None:
    office = any_office
    hasnah, baso, _ = await _asked(office)
    await office.press_data(hasnah, f"a:sendiri:{await _number(office)}", says("siaran_belum_waktunya"))
    await _pass(office, hours=4, seconds=5)
    await office.telegram.wait_for(hasnah, says("siaran_tak_disetujui"), since=0)
    await office.press(hasnah, words("tombol_siaran_sendiri"), mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(hasnah, "1", says("siaran_siap"))
    assert await history_of(office) == ["made", "asked", "alone"]
    told = await office.press_data(hasnah, f"a:riwayat:{await _number(office)}:0", says("siaran_riwayat"))
    assert words("siaran_riwayat_asked", kepada=["Baso", "Ida"]) in words_of(told)
    await office.press(baso, words("tombol_siaran_setuju"), says("siaran_sudah_diputus", oleh="Hasnah"))


async def test_the_number_asked_for_before_somebody_was_asked_is_no_way_around_them(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    card = await write(office, hasnah, where=())
    assert card["text"] in says("siaran_kartu", gerbang="sendirian")
    await office.press(hasnah, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.join("Baso", "bappeda")
    await office.ask(hasnah, "1", says("siaran_menunggu", kepada=["Baso"]))
    assert await state_of(office) == "asked"


async def test_a_number_that_was_still_open_does_not_send_what_somebody_is_looking_at(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await write(office, hasnah, where=())
    await office.press(hasnah, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.join("Baso", "bappeda")
    await office.press_data(hasnah, f"a:kirim:{await _number(office)}", says("siaran_menunggu"))
    await office.ask(hasnah, "1", says("siaran_belum_waktunya"))
    assert await state_of(office) == "asked"


async def test_where_there_is_no_second_officer_the_number_is_typed_and_history_says_so(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await write(office, hasnah, where=())
    await office.press(hasnah, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(hasnah, "1", says("siaran_siap"))
    assert await history_of(office) == ["made", "alone"]


async def test_changing_it_ends_the_waiting_for_an_answer(office: Office) -> None:
    hasnah, baso, _ = await _asked(office)
    await office.press_data(hasnah, f"a:ubah:{await _number(office)}", says("form.siaran.tinjau"))
    assert await state_of(office) == "draft"
    await office.press(baso, words("tombol_siaran_setuju"), says("siaran_sudah_diputus", keadaan="draft"))


async def test_the_button_of_the_example_says_that_it_is_one(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await write(office, hasnah)
    assert await office.touch(hasnah, words("tombol_siaran_paham")) in says("siaran_hanya_contoh")


@pytest.mark.parametrize("kind", ["setuju", "kembali", "kirim", "sendiri", "ubah", "buang", "contoh", "lihat", "pakai"])
async def test_a_draft_is_its_authors_alone(office: Office, kind: str) -> None:
    hasnah, baso, _ = await _three_officers(office)
    await write(office, hasnah)
    before = await office.town.rows("SELECT * FROM broadcasts")
    await office.toast(baso, f"a:{kind}:{await _number(office)}")
    await office.settle()
    assert await office.town.rows("SELECT * FROM broadcasts") == before
    assert not any(TEXT in one for one in office.texts(baso))


async def test_whoever_has_it_gets_nothing_twice_when_others_are_added_and_added_again(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    rahman, sitti = await office.join("Rahman", "fasilitator_desa"), await office.join("Sitti", "delegasi")
    camat = await office.join("Nurdin", "camat")
    await write(office, hasnah)
    await office.press(hasnah, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(hasnah, "1", says("siaran_siap"))
    await _pass(office, seconds=61)
    await office.town.until("SELECT state FROM broadcasts", "done")
    await _add(office, hasnah, ["Fasil. desa", "Delegasi"], 1)
    await _add(office, hasnah, ["Fasil. desa", "Delegasi", "Camat"], 1)
    for person in (rahman, sitti, camat):
        assert sum(TEXT in one for one in office.texts(person)) == 1


async def _add(office: Office, author: Person, roles: list[str], number: int) -> None:
    """The newest one, sent to more people."""
    data = f"a:tambah:{await _number(office)}"
    await office.press_data(author, data, asks("peran"))
    await choose_roles(office, author, roles)
    await choose_places(office, author, ["Maiwa"], then="delegasi")
    await office.press(author, words("tombol.lewati"), asks("syarat"))
    await office.press(author, words("tombol.lewati"), asks("penting"))
    card = await from_urgency(office, author)
    assert card["text"] in says("siaran_kartu", jumlah=number)
    await office.press(author, _KIRIM, mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(author, str(number), says("siaran_siap"))
    await _pass(office, seconds=61)
    await office.town.until("SELECT state FROM broadcasts ORDER BY id DESC LIMIT 1", "done")


@pytest.mark.parametrize("typed", ["setuju", "iya setuju pak"])
async def test_a_second_officer_agrees_in_words_too(office: Office, typed: str) -> None:
    _, baso, _ = await _asked(office)
    await office.hears(baso, mentions("siaran_minta_setuju", oleh="Hasnah"))
    await office.ask(baso, typed, says("siaran_siap", oleh=""))

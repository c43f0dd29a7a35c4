"""Whom an announcement may be for: one's own wilayah and no other, groups where there are some, and a live count."""

import json

from sqlalchemy import text

from bot.simulator.chats import Person
from tests.broadcasts.desk import (
    TEXT,
    asks,
    begin,
    choose_places,
    choose_roles,
    finish,
    from_condition,
    from_urgency,
    write,
)
from tests.roles.conftest import DESA, KABUPATEN, KECAMATAN, OTHER_DESA, OTHER_KECAMATAN, Office
from tests.support.client import labels
from tests.support.sentences import mentions, says, words


async def _written_by_a_camat(office: Office, camat: Person, role: str = "Fasil. desa") -> None:
    """Of one kecamatan there is nothing to choose."""
    await begin(office, camat)
    await office.ask(camat, TEXT, asks("peran"))
    await choose_roles(office, camat, [role])
    await office.press(camat, "Kecamatan", asks("diminta"))
    await finish(office, camat)


async def _run(office: Office, statement: str) -> None:
    async with office.town.database.write() as connection:
        await connection.execute(text(statement))


async def test_a_camat_announces_in_the_own_kecamatan_and_to_those_who_serve_there(office: Office) -> None:
    camat = await office.join("Nurdin", "camat")
    await begin(office, camat)
    roles = labels(await office.ask(camat, TEXT, asks("peran")))
    assert "Fasil. desa" in roles
    assert not {"Pelatih", "Petugas kab."} & set(roles)
    await office.press(camat, "Semuanya", asks("peran"))
    levels = labels(await office.press(camat, words("tombol.selesai"), asks("tingkat")))
    assert "Seluruh kabupaten" not in levels
    await office.press(camat, "Kecamatan", asks("diminta"))
    await finish(office, camat)
    scope, audience = (await office.town.rows("SELECT scope, audience FROM broadcasts"))[0]
    assert scope == KECAMATAN
    assert {"fasilitator_desa", "pengusul"} <= set(json.loads(audience)["roles"])
    assert not {"pelatih", "bappeda", "semua"} & set(json.loads(audience)["roles"])


async def test_nobody_writes_themselves_into_another_kecamatan(office: Office) -> None:
    camat = await office.join("Nurdin", "camat")
    await begin(office, camat)
    await office.ask(camat, TEXT, asks("peran"))
    await choose_roles(office, camat, ["Fasil. desa"])
    await office.press(camat, "Satu desa/kelurahan", mentions("form.siaran.desa.tanya"))
    told = await office.answers(camat, "Kelurahan Galonta, Enrekang")
    assert not any(one in asks("diminta") for one in told)


async def test_a_wilayah_that_was_lost_meanwhile_is_announced_to_no_more(any_office: Office) -> None:
    office = any_office
    camat = await office.join("Nurdin", "camat")
    await office.join("Rahman", "fasilitator_desa")
    await _written_by_a_camat(office, camat)
    await _run(office, f"UPDATE grants SET scope = '{OTHER_KECAMATAN}' WHERE role = 'camat'")
    await office.press(camat, words("tombol_siaran_kirim"), says("siaran_bukan_wewenang"))


async def test_several_kecamatan_are_counted_each_and_need_what_the_kabupaten_needs(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await office.join("Sitti", "delegasi")
    await office.join("Tahir", "fasilitator_desa", OTHER_DESA)
    card = await write(office, hasnah, roles=("Fasil. desa", "Delegasi"), where=("Maiwa", "Enrekang"))
    assert card["text"] in says("siaran_kartu", jumlah=3, gerbang="sendirian")
    assert "Kecamatan Maiwa: 1 delegasi, 1 fasilitator desa dan kelurahan" in card["text"]
    assert "Kecamatan Enrekang: 1 fasilitator desa dan kelurahan" in card["text"]
    assert (await office.town.rows("SELECT scope FROM broadcasts"))[0][0] == KABUPATEN


async def test_one_desa_needs_one_tap(office: Office) -> None:
    camat = await office.join("Nurdin", "camat")
    await office.join("Rahman", "fasilitator_desa")
    await begin(office, camat)
    await office.ask(camat, TEXT, asks("peran"))
    await choose_roles(office, camat, ["Fasil. desa"])
    await office.press(camat, "Satu desa/kelurahan", mentions("form.siaran.desa.tanya"))
    await office.ask(camat, "Boiya", asks("diminta"))
    card = await finish(office, camat)
    assert card["text"] in says("siaran_kartu", jumlah=1, gerbang="langsung")
    await office.press(camat, words("tombol_siaran_kirim"), says("siaran_siap"))


async def test_groups_are_asked_about_only_where_one_is_tied(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    tied = f"INSERT INTO chat_groups (chat, title, wilayah, asked_at, agreed_at) SELECT -1001, 'Grup', '{DESA}', "
    await _run(office, f"{tied} first_seen_at, first_seen_at FROM people LIMIT 1")
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await choose_places(office, hasnah, ["Maiwa"])
    await office.press(hasnah, words("tombol.lewati"), asks("syarat"))
    await office.press(hasnah, words("tombol.lewati"), asks("grup"))
    await office.press(hasnah, "Ya, ke grup juga", asks("penting"))
    card = await from_urgency(office, hasnah)
    assert card["text"] in says("siaran_kartu", jumlah=0, grup=1)
    await begin(office, hasnah)
    await office.ask(hasnah, TEXT, asks("peran"))
    await choose_roles(office, hasnah, ["Fasil. desa"])
    await choose_places(office, hasnah, ["Enrekang"])
    await office.press(hasnah, words("tombol.lewati"), asks("syarat"))
    await from_condition(office, hasnah)


async def test_an_audience_of_nobody_is_never_sent_and_told_what_to_change(office: Office) -> None:
    camat = await office.join("Nurdin", "camat")
    await _written_by_a_camat(office, camat, "Delegasi")
    assert "Belum ada penerimanya" in office.texts(camat)[-1]
    rows = await office.town.rows("SELECT id FROM broadcasts")
    card = await office.press_data(camat, f"a:kirim:{rows[0][0]}", says("siaran_kosong"))
    assert labels(card) == [words("tombol_siaran_ubah")]


async def test_who_blocked_the_bot_is_named_beforehand(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    for name in ("Rahman", "Tahir"):
        await office.join(name, "fasilitator_desa")
    await _run(office, "UPDATE people SET unreachable_since = last_at WHERE name = 'Tahir'")
    card = await write(office, hasnah)
    assert card["text"] in says("siaran_kartu", jumlah=1, blokir=1, yang_blokir=["Tahir"])


async def test_in_a_quiet_hour_the_card_says_when_it_begins(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.join("Rahman", "fasilitator_desa")
    await office.telegram.move_clock(by=13 * 3600)
    await office.town.begin_again()
    card = await write(office, hasnah)
    assert card["text"] in says("siaran_kartu", tenang=True, mulai="Selasa, 3 November 2026, 06.00 WITA")

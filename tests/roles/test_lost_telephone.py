"""A telephone is lost: its account is a stranger's at once, the place waits, what was done with it is taken back."""

import pytest

from bot.simulator.chats import Person
from tests.reading.conftest import HOPE, STORY
from tests.roles.conftest import DESA, KECAMATAN, OTHER_DESA, OTHER_KECAMATAN, Office, code_in
from tests.roles.test_codes import invite_delegate
from tests.roles.test_handover import id_of, own_code
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

STRANGER = "Perintah ini untuk fasilitator"
DEAD = "Kode itu tidak bisa dipakai"


async def block(office: Office, officer: Person, name: str = "Rahman") -> None:
    """By way of /serahkan, as somebody who has just been rung up."""
    await office.ask(officer, "/serahkan", mentions("serahkan_awal"))
    await office.press(officer, words("tombol_blokir"), "bertugas sebagai apa")
    await office.press(officer, "Fasilitator desa", "Desa atau kelurahan")
    await office.ask(officer, "Boiya", mentions("blokir_pilih"))
    await office.press(officer, name, mentions("blokir_sebab"))
    await office.press(officer, words("tombol_blokir_dicuri"), "sudah diblokir")


async def new_telephone(office: Office, officer: Person, name: str) -> Person:
    """The place goes on at another account."""
    await office.press(officer, words("tombol_blokir_pengganti"), mentions("ingatan_desa"))
    code = code_in(await office.press(officer, words("tombol_ya_serahkan"), "Kode:"))
    new = office.town.simulator.add_person(name)
    await office.ask(new, code, "meneruskan tugas Rahman")
    return new


async def tell_usulan(office: Office, villager: Person) -> None:
    """A whole usulan of the desa."""
    await office.ask(villager, "/mulai", mentions("izin"))
    await office.press(villager, words("tombol_setuju"), "kecamatan")
    await office.ask(villager, "Maiwa", "Desa atau kelurahan")
    await office.ask(villager, "Boiya", "Dusun")
    await office.ask(villager, "Jambu", "Pakai")
    await office.press(villager, words("tombol.pakai_nama"), "ceritakan")
    await office.ask(villager, STORY, "harapkan")
    await office.ask(villager, HOPE, "foto")
    shown = await office.press(villager, words("tombol.cukup"), "")
    if "Baik" in labels(shown):  # who reads it
        await office.press(villager, "Baik", "Sudah benar?")
    await office.press(villager, words("tombol.kirim"), "Nomornya")


async def test_roles_codes_and_calendar_of_a_lost_telephone_are_dead_at_once(any_office: Office) -> None:
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa")
    invitation, own = await invite_delegate(office, rahman), await own_code(office, rahman)
    hasnah = await office.join("Hasnah", "fasilitator_kecamatan")
    await block(office, hasnah)
    await office.ask(rahman, "/periksa", STRANGER)
    for code in (invitation, own):
        await office.ask(office.town.simulator.add_person("Aco"), code, DEAD)
        await office.ask(rahman, code, DEAD)
    assert await office.town.rows("SELECT 1 FROM feeds WHERE revoked_at IS NULL") == []
    old = await office.town.rows("SELECT person_id FROM blocks")
    held = await office.town.rows("SELECT role FROM grants WHERE revoked_at IS NULL AND person_id = :p", p=old[0][0])
    assert [row[0] for row in held] == ["fasilitator_desa"]  # the place is kept


async def test_whoever_does_not_mean_it_leaves_all_as_it_is(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa")
    hasnah = await office.join("Hasnah", "fasilitator_kecamatan")
    await office.press_data(hasnah, f"b:orang:{await id_of(office, rahman)}", mentions("blokir_sebab"))
    await office.press(hasnah, words("tombol_tidak_jadi"), says("dataku_tidak_jadi"))
    assert await office.town.rows("SELECT 1 FROM blocks") == []


async def test_a_code_used_at_the_account_that_was_cut_off_is_told_to_whoever_made_it(any_office: Office) -> None:
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa")
    hasnah = await office.join("Hasnah", "fasilitator_kecamatan")
    await block(office, hasnah)
    await office.press(hasnah, words("tombol_blokir_pengganti"), mentions("ingatan_desa"))
    code = code_in(await office.press(hasnah, words("tombol_ya_serahkan"), "Kode:"))
    await office.ask(rahman, code, "meneruskan tugas Rahman")
    await office.hears(hasnah, says("serah_terima_kabar", hp_lama=True))


async def test_the_successor_has_the_place_and_the_lost_telephone_hears_nothing(any_office: Office) -> None:
    office = any_office
    rahman, hasnah = await office.join("Rahman", "fasilitator_desa"), await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "/serahkan", "sekarang bertugas")
    await office.town.simulator.press_data(hasnah, 1, f"b:orang:{await id_of(office, rahman)}")
    await office.hears(hasnah, mentions("blokir_sebab"))
    await office.press(hasnah, words("tombol_blokir_hilang"), "sudah diblokir")
    before = office.texts(rahman)
    new = await new_telephone(office, hasnah, "Nurhayati")
    await office.ask(new, "/tempat", "Desa Boiya")
    await office.hears(hasnah, mentions("serah_terima_kabar"))
    await office.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert office.texts(rahman) == before
    assert "Tugas:" not in (await office.ask(rahman, "/dataku", "Usulan: 0"))["text"]
    assert not any("Nurhayati" in text for text in office.texts(rahman))


async def test_what_was_read_through_a_lost_telephone_is_taken_back_and_its_proposer_told(any_office: Office) -> None:
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa")
    villager = office.town.simulator.add_person("Sitti")
    await tell_usulan(office, villager)
    await office.ask(rahman, "/periksa", "1 usulan menunggu dibaca")
    await office.press(rahman, "Buka Maiwa 1", mentions("usulan_ajakan_baca"))
    await office.press(rahman, words("tombol_sudah_baca"), mentions("baca_dicatat"))
    await office.hears(villager, "sudah dibaca oleh Rahman")
    hasnah = await office.join("Hasnah", "fasilitator_kecamatan")
    await block(office, hasnah)
    await office.press(hasnah, words("tombol_blokir_jejak"), mentions("form.sejak.hari.tanya"))
    trace = await office.ask(hasnah, "kemarin", "Jejak akun Rahman")
    assert "ditandai sudah dibaca" in trace["text"]
    button = next(row[0]["text"] for row in trace["reply_markup"]["inline_keyboard"])
    await office.press(hasnah, button, mentions("jejak_baca_ditarik"))
    await office.hears(villager, mentions("kabar_dibaca_batal"))
    assert await office.town.rows("SELECT 1 FROM usulan WHERE read_at IS NOT NULL OR read_by IS NOT NULL") == []
    new = await new_telephone_after(office, hasnah)
    await office.ask(new, "/periksa", "1 usulan menunggu dibaca")


async def new_telephone_after(office: Office, officer: Person) -> Person:
    """The code by way of /serahkan, when the buttons of the block are far above."""
    await office.ask(officer, "/serahkan", mentions("serahkan_awal"))
    await office.press(officer, words("tombol_serahkan_orang"), "bertugas sebagai apa")
    await office.press(officer, "Fasilitator desa", "Desa atau kelurahan")
    await office.ask(officer, "Boiya", mentions("serahkan_pilih"))
    await office.press(officer, "Rahman", mentions("ingatan_desa"))
    code = code_in(await office.press(officer, words("tombol_ya_serahkan"), "Kode:"))
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, code, "meneruskan tugas Rahman")
    return new


@pytest.mark.parametrize(
    ("who", "role", "scope"),
    [
        ("upwards", "fasilitator_kecamatan", KECAMATAN),
        ("beside", "fasilitator_kecamatan", OTHER_KECAMATAN),
        ("not a blocker", "fasilitator_desa", DESA),
    ],
)
async def test_nobody_blocks_upwards_beside_or_without_the_right(
    office: Office, who: str, role: str, scope: str
) -> None:
    target_role, target_scope = {"upwards": ("bappeda", "73.16"), "beside": ("fasilitator_desa", DESA)}.get(
        who, ("delegasi", DESA)
    )
    target, blocker = await office.join("Rahman", target_role, target_scope), await office.join("Ani", role, scope)
    number = await id_of(office, target)
    for data in (f"b:orang:{number}", f"b:tahan:{number}:hilang", f"b:sejak:{number}"):
        await office.town.simulator.press_data(blocker, 1, data)
    await office.ask(blocker, "/bantuan", "/serahkan")
    assert await office.town.rows("SELECT 1 FROM blocks") == []


async def test_nobody_blocks_themselves_nor_anybody_twice(office: Office) -> None:
    hasnah, rahman = await office.join("Hasnah", "bappeda"), await office.join("Rahman", "fasilitator_desa", OTHER_DESA)
    numbers = [await id_of(office, hasnah), *[await id_of(office, rahman)] * 2]
    for number in numbers:
        await office.town.simulator.press_data(hasnah, 1, f"b:tahan:{number}:hilang")
    await office.ask(hasnah, "/bantuan", "/serahkan")
    assert [row[0] for row in await office.town.rows("SELECT person_id FROM blocks")] == numbers[1:2]


async def test_an_accomplice_who_used_a_code_of_that_telephone_is_named_and_can_be_blocked(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa")
    aco = office.town.simulator.add_person("Aco")
    await office.ask(aco, await invite_delegate(office, rahman), "Selamat datang")
    hasnah = await office.join("Hasnah", "fasilitator_kecamatan")
    await block(office, hasnah)
    await office.press(hasnah, words("tombol_blokir_jejak"), mentions("form.sejak.hari.tanya"))
    assert "dipakai Aco" in (await office.ask(hasnah, "hari ini", "Jejak akun Rahman"))["text"]
    await office.press(hasnah, "Blokir juga: Aco", mentions("blokir_sebab"))
    await office.press(hasnah, words("tombol_blokir_orang_lain"), "sudah diblokir")
    await office.ask(aco, "/titip", mentions("perintah_bukan_untuk_ini"))

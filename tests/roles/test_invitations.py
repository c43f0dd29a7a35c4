"""Invitations from the first button to the role: once, for a while, and only what one may give."""

import asyncio
import io
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import zxingcpp
from PIL import Image

from bot.simulator.chats import Person
from bot.work.codes.secret_codes import new_code
from tests.roles.conftest import DESA, KABUPATEN, Office, code_in, links, sheet_rows
from tests.support.sentences import mentions, says, words


async def invited_by(office: Office, officer: Person, name: str = "Ibu Nur") -> str:
    """A code for a facilitator of the desa, made in the chat."""
    await office.ask(officer, "/undang", says("undang_awal"))
    await office.press(officer, words("tombol_undang_satu"), mentions("form.undang.peran.tanya"))
    await office.press(officer, "Fasilitator desa", "kecamatan")
    await office.ask(officer, "Maiwa", "Desa atau kelurahan")
    await office.ask(officer, "Boiya", "Siapa namanya")
    return code_in(await office.ask(officer, name, says("undangan_jadi")))


async def test_an_officer_invites_a_facilitator_who_joins_by_the_link(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    code = await invited_by(office, officer)
    newcomer = office.town.simulator.add_person("Nur")
    await office.town.simulator.begin(newcomer, code)
    welcome = await office.hears(newcomer, says("kode_dipakai"))
    assert welcome["text"] in says("kode_dipakai", peran=words("peran_di_desa.fasilitator_desa"))
    assert welcome["text"] in says("kode_dipakai", hari=["Selasa", "Kamis"], jam="20.00")
    assert "Desa Boiya" in welcome["text"]
    rows = await office.town.rows("SELECT role, scope FROM grants WHERE role = 'fasilitator_desa'")
    assert [tuple(row) for row in rows] == [("fasilitator_desa", DESA)]


async def test_the_card_carries_the_same_invitation_as_the_message(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    code = await invited_by(office, officer)
    card = await office.town.simulator.wait_for(officer, lambda message: "photo" in message)
    picture = office.town.simulator.file(card["photo"][-1]["file_id"])
    read = [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]
    assert read == [f"https://t.me/KawanMusrenbangBot?start={code}"]


async def test_the_text_for_whatsapp_is_short_and_says_all(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await invited_by(office, officer)
    message = await office.hears(officer, says("undangan_jadi"))
    text = parse_qs(urlsplit(links(message)[0]).query)["text"][0]
    assert len(text) <= 700
    assert code_in(message) in text
    assert "Ibu Nur" in text
    assert "&" not in text.replace("https://t.me/KawanMusrenbangBot?start=", "")


async def test_a_typed_code_with_small_letters_and_spaces_is_the_same_code(office: Office) -> None:
    code = await office.town.code_for("bappeda", KABUPATEN)
    person = office.town.simulator.add_person("Nur")
    await office.ask(person, f"{code[:4].lower()} {code[4:].lower()}", says("kode_dipakai"))


async def test_a_letter_that_was_read_for_another_does_no_harm(office: Office) -> None:
    code = await office.town.code_for("bappeda", KABUPATEN)
    misread = code.translate(str.maketrans("BSZV", "852U"))
    await office.ask(office.town.simulator.add_person("Nur"), misread, says("kode_dipakai"))


def test_codes_have_eight_signs_that_cannot_be_taken_for_one_another() -> None:
    alike = ("O0Q", "I1L", "S5", "Z2", "B8", "UV")
    codes = [new_code() for _ in range(2000)]
    seen = set("".join(codes))
    assert all(len(seen & set(group)) <= 1 for group in alike)
    assert {len(code) for code in codes} == {8}
    assert len(set(codes)) == len(codes)


async def test_a_code_typed_in_the_middle_of_a_draft_is_still_a_code(office: Office) -> None:
    person = await office.join("Nur", "fasilitator_desa")
    await office.ask(person, "/poster", "Dusun mana")
    await office.ask(person, await office.town.code_for("delegasi", DESA), says("kode_dipakai"))


async def test_a_code_serves_once(office: Office) -> None:
    code = await office.town.code_for("bappeda", KABUPATEN)
    first, second = (office.town.simulator.add_person(name) for name in ("Nur", "Aco"))
    await office.ask(first, code, says("kode_dipakai"))
    await office.ask(second, code, says("kode_salah"))
    await office.ask(first, code, says("kode_salah"))


async def test_of_two_who_bring_one_code_at_once_exactly_one_gets_the_role(any_office: Office) -> None:
    office = any_office
    code = await office.town.code_for("bappeda", KABUPATEN)
    people = [office.town.simulator.add_person(f"Orang {number}") for number in range(8)]
    await asyncio.gather(*(office.town.simulator.begin(person, code) for person in people))
    for person in people:
        await office.town.simulator.wait_for(person, lambda message: "text" in message)
    welcomed = [person for person in people if any("Selamat datang" in text for text in office.texts(person))]
    assert len(welcomed) == 1
    assert (await office.town.rows("SELECT count(*) FROM grants"))[0][0] == 1


async def test_a_code_serves_for_thirty_days_and_no_longer(office: Office) -> None:
    early, late = [await office.town.code_for("bappeda", KABUPATEN) for _ in range(2)]
    person = office.town.simulator.add_person("Nur")
    await office.town.simulator.move_clock(by=timedelta(days=29, hours=23).total_seconds())
    await office.town.begin_again()
    await office.ask(person, early, says("kode_dipakai"))
    await office.town.simulator.move_clock(by=timedelta(hours=2).total_seconds())
    await office.town.begin_again()
    await office.ask(person, late, says("kode_salah"))


async def test_a_revoked_invitation_is_worth_nothing(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    code = await invited_by(office, officer)
    await office.press(officer, words("tombol_cabut"), says("undangan_dicabut"))
    await office.ask(office.town.simulator.add_person("Nur"), code, says("kode_salah"))


async def test_an_invitation_can_be_revoked_from_the_list_of_ones_own(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    code = await invited_by(office, officer)
    await office.ask(officer, "/undang", says("undang_awal"))
    await office.press(officer, words("tombol_undang_saya"), says("undangan_saya"))
    await office.press(officer, words("tombol_cabut_satu", nama="Ibu Nur"), says("undangan_dicabut", nama="Ibu Nur"))
    await office.ask(office.town.simulator.add_person("Nur"), code, says("kode_salah"))


async def test_nobody_revokes_an_invitation_of_another_wilayah(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    stranger = await office.join("Aco", "fasilitator_kecamatan", "73.16.02")
    code = await invited_by(office, officer)
    message = await office.hears(officer, says("undangan_jadi"))
    data = next(
        b["callback_data"] for r in message["reply_markup"]["inline_keyboard"] for b in r if "callback_data" in b
    )
    await office.town.simulator.press_data(stranger, 1, data)
    await office.hears(stranger, says("undangan_tidak_ada"))
    await office.ask(office.town.simulator.add_person("Nur"), code, says("kode_dipakai"))


async def test_after_five_wrong_codes_even_a_right_one_waits_an_hour(office: Office) -> None:
    code = await office.town.code_for("bappeda", KABUPATEN)
    person = office.town.simulator.add_person("Nur")
    for letter in "ABCDE":
        await office.ask(person, f"AAA3AAA{letter}", says("kode_salah"))
    await office.ask(person, code, says("kode_terlalu_sering"))
    await office.town.simulator.move_clock(by=3700)
    await office.town.begin_again()
    await office.ask(person, code, says("kode_dipakai"))


async def test_wrong_codes_of_one_person_do_not_hinder_another(office: Office) -> None:
    guesser, honest = (office.town.simulator.add_person(name) for name in ("Aco", "Nur"))
    for letter in "ABCDEF":
        await office.town.simulator.say(guesser, f"AAA3AAA{letter}")
    await office.hears(guesser, says("kode_terlalu_sering"))
    await office.ask(honest, await office.town.code_for("bappeda", KABUPATEN), says("kode_dipakai"))


async def test_a_facilitator_is_offered_only_what_they_may_give(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_kecamatan")
    await office.ask(facilitator, "/undang", says("undang_awal"))
    question = await office.press(facilitator, words("tombol_undang_satu"), mentions("form.undang.peran.tanya"))
    labels = [button["text"] for row in question["reply_markup"]["inline_keyboard"] for button in row]
    assert labels[:2] == ["Fasilitator desa", "Delegasi"]
    assert "Petugas kab." not in labels


async def test_a_role_outside_ones_wilayah_is_not_given(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_kecamatan")
    await office.ask(facilitator, "/undang", says("undang_awal"))
    await office.press(facilitator, words("tombol_undang_satu"), mentions("form.undang.peran.tanya"))
    await office.press(facilitator, "Delegasi", "Desa atau kelurahan")
    await office.press(facilitator, words("tombol.kembali"), "kecamatan")
    await office.ask(facilitator, "Bungin", "Desa atau kelurahan")
    await office.ask(facilitator, "Bungin", "Siapa namanya")
    await office.press(facilitator, words("tombol.lewati"), says("undang_di_luar"))
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE made_by IS NOT NULL"))[0][0] == 0


async def test_a_role_ends_with_the_last_day_of_its_year(office: Office) -> None:
    person = await office.join("Nur", "delegasi")
    year = (await office.town.rows("SELECT until FROM grants"))[0][0]
    assert str(year)[5:].startswith("12-31")  # midnight of 1 January in Makassar, as UTC
    await office.ask(person, "/poster", "Dusun mana")
    await office.town.simulator.move_clock(by=timedelta(days=800).total_seconds())
    await office.town.begin_again()
    await office.ask(person, "/poster", says("perintah_bukan_untuk_ini"))


async def test_who_was_invited_and_has_not_joined_is_listed_without_any_code(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    code = await invited_by(office, officer)
    told = await office.ask(officer, "/undang belum", says("belum_daftar", jumlah="1"))
    assert "Kecamatan Maiwa: 1" in told["text"]
    sheet = await office.town.simulator.wait_for(officer, lambda message: "document" in message)
    rows = sheet_rows(office, sheet["document"]["file_id"])
    assert rows[1][:4] == ["Ibu Nur", "fasilitator desa atau kelurahan", "Kecamatan Maiwa", "Desa Boiya"]
    assert code not in str(rows)


async def test_somebody_who_joined_is_no_longer_waited_for(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(office.town.simulator.add_person("Nur"), await invited_by(office, officer), says("kode_dipakai"))
    await office.ask(officer, "/undang belum", says("belum_kosong"))

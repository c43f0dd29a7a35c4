"""A successor takes over everything, also when the old phone is gone; both are told, the history stays."""

import asyncio
import json

import pytest

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import invites, notices, usulan
from tests.roles.conftest import DESA, Office, code_in
from tests.support.sentences import mentions, says, words

BACK_TEXT = says("kode_dipakai")


async def own_code(office: Office, person: Person) -> str:
    """A code for one's own successor."""
    await office.ask(person, "/serahkan", says("serahkan_awal"))
    await office.press(person, words("tombol_serahkan_saya"), mentions("ingatan_desa"))
    return code_in(await office.press(person, words("tombol_ya_serahkan"), says("serahkan_jadi")))


async def code_for(office: Office, superior: Person, name: str) -> str:
    """A code for the successor of a facilitator of the desa, made by somebody above."""
    await office.ask(superior, "/serahkan", says("serahkan_awal"))
    await office.press(superior, words("tombol_serahkan_orang"), "bertugas sebagai apa")
    await office.press(superior, "Fasilitator desa", "Desa atau kelurahan")
    await office.ask(superior, "Boiya", says("serahkan_pilih"))
    await office.press(superior, name, mentions("ingatan_desa"))
    return code_in(await office.press(superior, words("tombol_ya_serahkan"), says("serahkan_jadi")))


async def id_of(office: Office, person: Person) -> int:
    rows = await office.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
    return int(rows[0][0])


async def put_usulan(office: Office, serial: int, **values: object) -> int:
    """An usulan of the desa with what the hand-over looks at."""
    number = new_id()
    row = {"id": number, "code": f"ENR-26-MAI-{serial:04d}", "year": 2026, "kecamatan": "73.16.01", "serial": serial}
    row |= {
        "desa": DESA,
        "answers": json.dumps({}),
        "status": "tercatat",
        "spoken_at": office.town.simulator.stage.clock.now(),
    }
    async with office.town.database.write() as connection:
        await connection.execute(usulan.insert(), row | values)
    return number


async def test_a_successor_gets_the_roles_and_the_one_before_loses_them(any_office: Office) -> None:
    office = any_office
    old = await office.join("Rahman", "fasilitator_desa")
    new = office.town.simulator.add_person("Nur")
    welcome = await office.ask(new, await own_code(office, old), says("serah_terima_baru", pendahulu="Rahman"))
    assert "fasilitator desa, Desa Boiya" in welcome["text"]
    await office.hears(old, says("serah_terima_lama", pengganti="Nur"))
    await office.ask(old, "/periksa", says("perintah_bukan_untuk_ini"))
    await office.ask(new, "/tempat", "Desa Boiya")


async def test_who_says_that_they_stop_is_shown_how_and_nobody_is_told_to_ask_themselves(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(rahman, "berhenti ka jadi fasilitator", says("serahkan_awal"))
    await office.ask(rahman, "harga emas sekarang berapa", says("tanya_lain"))
    assert not any("bisa ditanya: Rahman" in text for text in office.texts(rahman))


async def test_until_the_code_is_used_nothing_changes(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    await own_code(office, old)
    await office.ask(old, "/tempat", "Desa Boiya")


async def test_the_menus_follow_the_roles(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    code = await own_code(office, old)
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, code, says("serah_terima_baru"))
    await office.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    menus: dict[int, list[str]] = {}
    for call in office.town.simulator.calls:
        if call.method == "setMyCommands" and "scope" in call.params:
            menus[call.params["scope"]["chat_id"]] = [told["command"] for told in call.params["commands"]]
    assert "periksa" not in menus[old.id]
    assert "periksa" in menus[new.id]


async def test_lists_to_read_people_to_tell_and_notices_go_along(any_office: Office) -> None:
    office = any_office
    old = await office.join("Rahman", "fasilitator_desa")
    old_id = await id_of(office, old)
    chosen = await put_usulan(office, 1, reader_id=old_id)
    to_tell = await put_usulan(office, 2, typed_by=old_id)
    told = await put_usulan(office, 3, typed_by=old_id, told_at=office.town.simulator.stage.clock.now())
    elsewhere = await put_usulan(office, 4, typed_by=old_id, desa="73.16.02.1001", kecamatan="73.16.02")
    async with office.town.database.write() as connection:
        due = office.town.simulator.stage.clock.now().replace(year=2099)
        row = {"id": new_id(), "person_id": old_id, "kind": "usulan_baru", "subject": "", "due_at": due}
        await connection.execute(notices.insert(), row)
    code = await own_code(office, old)
    new = office.town.simulator.add_person("Nur")
    assert (await office.ask(new, code, says("serah_terima_baru")))["text"] in says("serah_terima_baru", titipan="1")
    new_id_ = await id_of(office, new)
    owners = {r[0]: (r[1], r[2]) for r in await office.town.rows("SELECT id, reader_id, typed_by FROM usulan")}
    assert owners == {
        chosen: (new_id_, None), to_tell: (None, new_id_), told: (None, old_id), elsewhere: (None, old_id)
    }  # fmt: skip
    waiting = await office.town.rows("SELECT person_id FROM notices WHERE outcome IS NULL")
    assert [row[0] for row in waiting] == [new_id_]
    assert [row[0] for row in await office.town.rows("SELECT kind FROM events WHERE usulan_id = :u", u=to_tell)] == [
        "diserahkan"
    ]


async def test_somebody_above_replaces_a_facilitator_whose_phone_is_gone(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    superior = await office.join("Ani", "fasilitator_kecamatan")
    await office.town.simulator.block(old)
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, await code_for(office, superior, "Rahman"), says("serah_terima_baru", pendahulu="Rahman"))
    await office.ask(new, "/tempat", "Desa Boiya")


async def test_what_the_one_above_may_not_give_stays_with_the_one_before(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    await office.ask(old, await office.town.code_for("bappeda", "73.16"), BACK_TEXT)
    superior = await office.join("Ani", "fasilitator_kecamatan")
    new = office.town.simulator.add_person("Nur")
    await office.ask(new, await code_for(office, superior, "Rahman"), says("serah_terima_baru", pendahulu="Rahman"))
    held = await office.town.rows(
        "SELECT role FROM grants WHERE revoked_at IS NULL AND person_id = :p", p=await id_of(office, old)
    )
    assert [row[0] for row in held] == ["bappeda"]
    mine = await office.town.rows(
        "SELECT role FROM grants WHERE revoked_at IS NULL AND person_id = :p", p=await id_of(office, new)
    )
    assert [row[0] for row in mine] == ["fasilitator_desa"]


async def test_a_code_of_somebody_who_may_no_longer_give_the_role_takes_nothing_over(office: Office) -> None:
    await office.join("Rahman", "fasilitator_desa")
    superior = await office.join("Ani", "fasilitator_kecamatan")
    code = await code_for(office, superior, "Rahman")
    async with office.town.database.write() as connection:
        await connection.execute(invites.update().values(made_by=None))  # as when Ani asked to be forgotten
    await office.ask(office.town.simulator.add_person("Nur"), code, says("kode_salah"))


async def test_somebody_of_another_kecamatan_replaces_nobody(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    stranger = await office.join("Ani", "fasilitator_kecamatan", "73.16.02")
    for verb in ("orang", "kode"):
        await office.town.simulator.press_data(stranger, 1, f"s:{verb}:{await id_of(office, old)}")
        await office.hears(stranger, "di luar wilayah Bapak/Ibu")
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE replaces IS NOT NULL"))[0][0] == 0


async def test_somebody_who_may_invite_nobody_replaces_nobody_but_themselves(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    operator = await office.join("Ani", "operator")
    told = await office.ask(operator, "/serahkan", says("serahkan_awal"))
    labels = [button["text"] for row in told["reply_markup"]["inline_keyboard"] for button in row]
    assert labels == [words("tombol_serahkan_saya")]
    await office.town.simulator.press_data(operator, 1, f"s:orang:{await id_of(office, old)}")
    await office.hears(operator, says("serahkan_bukan_hak"))


async def test_ones_own_code_for_a_successor_is_not_used_up_by_oneself(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    code = await own_code(office, old)
    await office.ask(old, code, says("serahkan_diri"))
    await office.ask(office.town.simulator.add_person("Nur"), code, says("serah_terima_baru"))


async def test_a_second_code_finds_nothing_left_to_take_over(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    first, second = await own_code(office, old), await own_code(office, old)
    await office.ask(office.town.simulator.add_person("Nur"), first, says("serah_terima_baru"))
    await office.ask(office.town.simulator.add_person("Aco"), second, says("kode_salah"))


async def test_of_two_successors_at_once_exactly_one_takes_over(any_office: Office) -> None:
    office = any_office
    old = await office.join("Rahman", "fasilitator_desa")
    codes = [await own_code(office, old), await own_code(office, old)]
    people = [office.town.simulator.add_person(name) for name in ("Nur", "Aco", "Ani", "Budi")]
    for_each = zip(people, codes * 2, strict=True)
    await asyncio.gather(*(office.town.simulator.begin(person, code) for person, code in for_each))
    for person in people:
        await office.town.simulator.wait_for(person, lambda message: "text" in message)
    held = await office.town.rows("SELECT count(*) FROM grants WHERE revoked_at IS NULL")
    assert held[0][0] == 1


async def test_a_code_for_a_successor_can_be_taken_back(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    code = await own_code(office, old)
    await office.press(old, words("tombol_cabut"), says("undangan_dicabut"))
    await office.ask(office.town.simulator.add_person("Nur"), code, says("kode_salah"))


async def test_a_role_that_ends_with_a_year_ends_for_the_successor_on_the_same_day(office: Office) -> None:
    old = await office.join("Rahman", "fasilitator_desa")
    code = await own_code(office, old)
    await office.ask(office.town.simulator.add_person("Nur"), code, says("serah_terima_baru"))
    ends = {row[0] for row in await office.town.rows("SELECT until FROM grants")}
    assert len(ends) == 1


@pytest.mark.parametrize(
    ("typed", "to"),
    [
        ("sy mau cuti melahirkan mulai besok, semua urusan tuncung sy serahkan ke ibu Ani", "Ibu Ani"),
        ("serahkan tugas2 saya ke ibu Ani", "Ibu Ani"),
        ("tugas saya diserahkan ke Ani semua", "Ani"),
        ("tolong serahkan semua tugasku ke bu ani saja", "Bu Ani"),
        ("semua tugas sdh sy serahkan ke pak rustam", ""),
        ("semua undangan saya serahkan ke pak rustam", ""),
        ("semua tugas saya serahkan ke siapa?", ""),
    ],
)
async def test_all_of_ones_own_is_handed_to_who_is_named_after_a_yes(office: Office, typed: str, to: str) -> None:
    rahmi = await office.join("Rahmi", "fasilitator_desa")
    if not to:
        await office.telegram.say(rahmi, typed)
        await office.ask(rahmi, "/serahkan", says("serahkan_awal"))
        assert "Yang pindah dari" not in "".join(office.texts(rahmi))
        return
    told = await office.ask(rahmi, typed, mentions("ingatan_desa"))
    assert f"Yang pindah dari Rahmi kepada {to}" in told["text"]
    assert await office.town.rows("SELECT 1 FROM invites WHERE replaces IS NOT NULL") == []
    await office.press(rahmi, words("tombol_ya_serahkan"), mentions("serahkan_jadi"))

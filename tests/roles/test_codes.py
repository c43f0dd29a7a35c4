"""A code is one row, gives what its maker may give when it is brought, and dies with whoever made it."""

from datetime import timedelta

import pytest

from bot.simulator.acts import newest_button
from bot.simulator.chats import Person
from bot.store.roles import invites
from bot.store.roles.invites import hash_of
from bot.store.tables import grants
from bot.work.codes.handing_out import DAYS
from bot.work.codes.secret_codes import code_at_end, is_code, new_code
from tests.roles.conftest import DESA, Office, code_in
from tests.roles.test_handover import id_of, own_code
from tests.support.sentences import mentions, words

DEAD = "Kode itu tidak bisa dipakai"
OPEN = "SELECT count(*) FROM invites WHERE revoked_at IS NULL AND used_at IS NULL"


async def invite_officer(office: Office, officer: Person) -> str:
    """A code for one more officer of the kabupaten."""
    await office.ask(officer, "/undang", mentions("undang_awal"))
    await office.press(officer, words("tombol_undang_satu"), mentions("form.undang.peran.tanya"))
    await office.press(officer, "Petugas kab.", "Siapa namanya")
    return code_in(await office.press(officer, words("tombol.lewati"), "Kode:"))


async def invite_delegate(office: Office, inviter: Person) -> str:
    """A code for a delegate, by a facilitator of the desa."""
    await office.ask(inviter, "/undang", mentions("undang_awal"))
    await office.press(inviter, words("tombol_undang_satu"), "Siapa namanya")
    return code_in(await office.press(inviter, words("tombol.lewati"), "Kode:"))


async def replace_by(office: Office, old: Person, name: str) -> Person:
    """Somebody takes over what `old` had."""
    new = office.town.simulator.add_person(name)
    await office.ask(new, await own_code(office, old), "meneruskan tugas")
    return new


async def test_a_button_cut_short_takes_back_nobodys_invitation(any_office: Office) -> None:
    """300 invitations whose names begin as that of somebody's own code for a successor, and stand behind it."""
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa")
    code = await own_code(office, rahman)
    while hash_of(code)[1] > "7":
        code = await own_code(office, rahman)
    first = hash_of(code)[0]
    behind: list[str] = []
    while len(behind) < 300:
        other = new_code()
        if hash_of(other).startswith(first) and hash_of(other) > hash_of(code):
            behind.append(other)
    async with office.town.database.write() as connection:
        now = office.town.simulator.stage.clock.now()
        await invites.add(connection, [invites.row(each, "delegasi", DESA, now, 30) for each in behind])
    before = (await office.town.rows(OPEN))[0][0]
    _, button = newest_button(office.town.simulator.stage.directory.chats[rahman.id], "Cabut undangan ini")
    whole = button["callback_data"].rpartition(":")[2]
    for part in ("", first, *(whole[:length] for length in range(1, len(whole)))):
        for family in ("s", "i"):
            await office.town.simulator.press_data(rahman, 1, f"{family}:cabut:{part}")
    await office.ask(rahman, "/bantuan", "/serahkan")  # answered behind all of these
    assert (await office.town.rows(OPEN))[0][0] == before


async def test_whoever_was_replaced_does_not_come_back_by_a_code_they_made(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    code = await invite_officer(office, hasnah)
    await replace_by(office, hasnah, "Nur")
    await office.ask(hasnah, code, DEAD)
    await office.ask(office.town.simulator.add_person("Aco"), code, DEAD)


async def test_whoever_was_replaced_does_not_come_back_by_a_code_that_a_colleague_made_before(office: Office) -> None:
    hasnah, ratna = await office.join("Hasnah", "bappeda"), await office.join("Ratna", "bappeda")
    spare = await invite_officer(office, ratna)
    await replace_by(office, hasnah, "Nur")
    await office.ask(hasnah, spare, DEAD)
    await office.ask(office.town.simulator.add_person("Aco"), spare, "Selamat datang")
    await office.town.simulator.move_clock(by=60)
    fresh = await invite_officer(office, ratna)
    await office.ask(hasnah, fresh, "Selamat datang")


async def test_a_code_gives_nothing_when_its_maker_may_give_it_no_more(any_office: Office) -> None:
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa")
    code = await invite_delegate(office, rahman)
    over = office.town.simulator.stage.clock.now() - timedelta(days=1)
    async with office.town.database.write() as connection:
        await connection.execute(grants.update().values(until=over))
    await office.ask(office.town.simulator.add_person("Aco"), code, DEAD)
    assert await office.town.rows("SELECT used_by FROM invites WHERE role = 'delegasi' AND used_by IS NOT NULL") == []


async def test_codes_of_somebody_who_was_forgotten_are_dead(any_office: Office) -> None:
    office = any_office
    hasnah = await office.join("Hasnah", "bappeda")
    code, own = await invite_officer(office, hasnah), await own_code(office, hasnah)
    await office.ask(hasnah, "/dataku", mentions("dataku"))
    await office.press(hasnah, words("tombol_hapus"), mentions("yakin_hapus"))
    await office.press(hasnah, words("tombol_ya_hapus"), "")
    await office.town.until("SELECT count(*) FROM people WHERE name = 'Hasnah'", 0)
    await office.ask(office.town.simulator.add_person("Aco"), code, DEAD)
    await office.ask(office.town.simulator.add_person("Ani"), own, DEAD)


async def test_so_many_codes_an_hour_and_no_more(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa")
    made_by, now = await id_of(office, rahman), office.town.simulator.stage.clock.now()
    rows = [invites.row(new_code(), "delegasi", DESA, now, 30, made_by=made_by) for _ in range(29)]
    async with office.town.database.write() as connection:
        await invites.add(connection, rows)
    await invite_delegate(office, rahman)
    await office.ask(rahman, "/undang", mentions("undang_awal"))
    await office.press(rahman, words("tombol_undang_satu"), "Siapa namanya")
    await office.press(rahman, words("tombol.lewati"), "Dalam satu jam")
    await office.town.stop()
    await office.town.simulator.move_clock(by=timedelta(minutes=61).total_seconds())
    await office.town.start()
    await invite_delegate(office, rahman)
    assert (await office.town.rows("SELECT count(*) FROM invites WHERE scope = :d", d=DESA))[0][0] == 32


@pytest.mark.parametrize("told", ["kode saya {code}", "{odd}", "ini kodenya pak {spaced}"])
async def test_a_code_is_seen_behind_words_and_with_its_gap_in_another_place(office: Office, told: str) -> None:
    code = "X39WJZSC"
    async with office.town.database.write() as connection:
        row = invites.row(code, "delegasi", DESA, office.town.simulator.stage.clock.now(), DAYS)
        await invites.add(connection, [row])
    aco = office.town.simulator.add_person("Aco")
    typed = told.format(code=code.lower(), odd="X39 WJZSC", spaced="x39w jzsc")
    await office.ask(aco, typed, mentions("kode_dipakai", nama="Aco"))


@pytest.mark.parametrize("told", ["RT3 dapat", "tahap 3 ya", "maiwa 42", "jalan 27 ternak", "warga RT3 dapat"])
def test_words_and_numbers_are_no_code(told: str) -> None:
    assert not is_code(told)
    assert not code_at_end(told)

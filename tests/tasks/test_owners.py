"""Whose a task is follows from who has a role there today: when somebody comes, goes, or hands their role on."""

from datetime import datetime, timedelta

from sqlalchemy import insert, update

from bot.store.database.ids import new_id
from bot.store.tables import grants, tasks
from tests.roles.conftest import code_in
from tests.support.desk import DESA, DUE, KECAMATAN, NOW, Desk, local
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

LATER = NOW + timedelta(hours=1)


async def _owner(desk: Desk, rule: str) -> tuple[int | None, bool]:
    row = (await desk.rows("SELECT owner_id, on_behalf FROM tasks WHERE rule = :r", r=rule))[0]
    return row[0], bool(row[1])


async def _comes(desk: Desk, name: str, role: str, scope: str, now: datetime, until: datetime | None = None) -> int:
    """A role begins as an invitation lets it begin."""
    person = await desk.join(name, "warga", scope)
    row = {"id": new_id(), "person_id": person, "role": role, "scope": scope, "granted_at": now, "settle_at": now}
    await desk.run(insert(grants), [row | {"until": until}])
    return person


async def _goes(desk: Desk, person: int, now: datetime) -> None:
    await desk.run(update(grants).where(grants.c.person_id == person).values(revoked_at=now, settle_at=now))


async def test_without_a_facilitator_it_is_the_kecamatans_until_the_village_has_one(desk: Desk) -> None:
    amir = await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await desk.hold()
    assert await _owner(desk, "D05") == (amir, True)
    ratna = await _comes(desk, "Ratna", "fasilitator_desa", DESA, LATER)
    await desk.tick(LATER)
    assert await _owner(desk, "D05") == (ratna, False)
    assert await _owner(desk, "D11") == (ratna, True)  # the office without an account stays "pastikan …"
    assert (await desk.rows("SELECT count(*) FROM task_events WHERE kind = 'settled'"))[0][0] >= 2


async def test_the_doer_comes_and_the_facilitator_no_longer_makes_sure_of_it(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    assert await _owner(desk, "D21") == (ratna, True)
    operator = await _comes(desk, "Rudi", "operator", DESA, LATER)
    await desk.tick(LATER)
    assert await _owner(desk, "D21") == (operator, False)
    await _goes(desk, operator, LATER + timedelta(hours=1))
    await desk.tick(LATER + timedelta(hours=1))
    assert await _owner(desk, "D21") == (ratna, True)


async def test_whoever_comes_is_not_late_with_what_was_left(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    late = DUE + timedelta(days=4)  # Monday, two working days after
    await desk.tick(late)
    await _goes(desk, ratna, late)
    sitti = await _comes(desk, "Sitti", "fasilitator_desa", DESA, late)
    await desk.tick(late + timedelta(hours=1))
    assert await _owner(desk, "D05") == (sitti, False)
    rows = await desk.rows("SELECT due_on, rung FROM tasks WHERE rule = 'D05'")
    assert [(str(row[0]), row[1]) for row in rows] == [("2027-01-13", 0)]
    await desk.tick(late + timedelta(days=2))
    (message,) = await desk.told(sitti)
    assert "lewat" not in message["text"]


async def test_a_role_that_ends_with_the_year_ends_for_tasks_too(desk: Desk) -> None:
    """Nobody has to do anything: the end was known from the beginning."""
    end = local(1, 6, 0)
    ratna = await _comes(desk, "Ratna", "fasilitator_desa", DESA, NOW, until=end)
    amir = await desk.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await desk.hold()
    await desk.tick(NOW)
    assert await _owner(desk, "D05") == (ratna, False)
    await desk.tick(end)
    assert await _owner(desk, "D05") == (amir, True)


async def test_of_two_nobody_is_given_anything_that_the_other_had(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    await desk.hold()
    await _comes(desk, "Amir", "fasilitator_desa", DESA, LATER)
    await desk.tick(LATER)
    assert await _owner(desk, "D05") == (ratna, False)


async def test_what_was_taken_over_stays_while_they_have_a_role_there(desk: Desk) -> None:
    await desk.join("Ratna")
    nur = await desk.join("Nur", "camat", KECAMATAN)
    await desk.hold()
    await desk.run(update(tasks).where(tasks.c.rule == "D05").values(owner_id=nur))
    await _comes(desk, "Sitti", "fasilitator_desa", DESA, LATER)
    await desk.tick(LATER)
    assert await _owner(desk, "D05") == (nur, False)
    await _goes(desk, nur, LATER + timedelta(hours=1))
    await desk.tick(LATER + timedelta(hours=1))
    assert await _owner(desk, "D05") == (None, False)  # two could do it: it is offered


async def test_an_invitation_brings_the_tasks_of_the_village(anywhere: Home) -> None:
    at_home = anywhere
    await at_home.hold()
    ratna = await at_home.join("Ratna")
    await at_home.town.until("SELECT count(*) FROM tasks WHERE owner_id IS NULL", 0)
    await at_home.ask(ratna, "/tugas", at_home.title("D05"))


async def test_handing_a_role_on_hands_its_tasks_on(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.join("Amir")  # another facilitator: what Ratna had is not offered to both
    sitti = at_home.town.simulator.add_person("Sitti")
    await at_home.ask(ratna, "/serahkan", says("serahkan_awal"))
    await at_home.press(ratna, words("tombol_serahkan_saya"), mentions("ingatan_desa"))
    code = code_in(await at_home.press(ratna, words("tombol_ya_serahkan"), says("serahkan_jadi")))
    await at_home.ask(sitti, code, says("serah_terima_baru", pendahulu="Ratna"))
    await at_home.ask(sitti, "/tugas", at_home.title("D05"))
    owners = await at_home.town.rows("SELECT DISTINCT owner_id FROM tasks")
    assert [row[0] for row in owners] == [await at_home.id_of(sitti)]

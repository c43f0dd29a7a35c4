"""What nobody has taken is offered to those who are nearest to it, however much is offered to others."""

import pytest

from bot.store.database.ids import new_id
from bot.store.grants import grants_of
from bot.store.tables import grants, people
from bot.store.tasks import reminding
from bot.work.round import Round
from bot.work.tasks.duties import offered_to
from bot.work.tasks.reminders import candidates, holders_of
from tests.support.desk import DESA, KECAMATAN, NOW, Desk, local
from tests.support.homes import Home, labels
from tests.support.sentences import says
from tests.support.villages import KABUPATEN, all_villages

OFFICES = "P09"  # the kabupaten's, and due long after everything in the villages


async def _two_in_each(at_home: Home, villages: list[str]) -> None:
    for number, wilayah in enumerate(villages * 2):
        person = new_id()
        row = {"id": person, "channel": "telegram", "address": 8_000_000_000 + number, "name": f"Orang {number}"}
        grant = {"id": new_id(), "person_id": person, "role": "fasilitator_desa", "scope": wilayah, "granted_at": NOW}
        async with at_home.town.database.write() as connection:
            await connection.execute(people.insert(), [row | {"first_seen_at": NOW, "last_at": NOW}])
            await connection.execute(grants.insert(), [grant])


async def test_what_is_offered_to_hundreds_of_others_hides_nothing(anywhere: Home) -> None:
    at_home = anywhere
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.join("Yusuf", "bappeda", KABUPATEN)
    villages = [code for code in all_villages(at_home.office) if not at_home.office.catalog.places.is_kelurahan(code)]
    await _two_in_each(at_home, villages[:35])
    for wilayah in villages[:35]:
        await at_home.hold("musrenbang_desa", wilayah, local(2, 10))
    await at_home.hold("rkpd", KABUPATEN, local(6, 20, 0))
    free = "SELECT count(*) FROM tasks WHERE owner_id IS NULL AND state = 'open' AND due_on < '2027-03-01'"
    assert (await at_home.town.rows(free))[0][0] > 200
    message = await at_home.ask(hasnah, "/tugas", says("tugas_kosong"))
    button = next(label for label in labels(message) if label.startswith("Belum ada yang pegang"))
    shown = (await at_home.press(hasnah, button, "Belum ada yang pegang"))["text"]
    assert at_home.title(OFFICES) in shown


@pytest.mark.parametrize(
    ("role", "scope", "is_offered"),
    [
        ("fasilitator_desa", DESA, True),
        ("operator", DESA, False),  # what they do waits for its input
        ("pendamping", KECAMATAN, False),
        ("fasilitator_kecamatan", KECAMATAN, True),
        ("camat", KECAMATAN, True),
        ("bappeda", KABUPATEN, True),
        ("delegasi", DESA, False),
    ],
)
async def test_a_list_holds_what_a_card_offers(desk: Desk, role: str, scope: str, is_offered: bool) -> None:
    """By the same rule, task by task: whoever is nearest."""
    me = await desk.join("Aku", role, scope)
    for number, where in enumerate((scope, scope, DESA, DESA, "73.16.01.2012", KECAMATAN, KECAMATAN, KABUPATEN)):
        other = "fasilitator_desa" if where.count(".") == 3 else "bappeda" if where == KABUPATEN else "camat"
        await desk.join(f"Orang {number}", role if where == scope else other, where)
    for wilayah in ("73.16.01.2012", DESA, "73.16.01.2004"):
        await desk.hold("musrenbang_desa", wilayah)
    await desk.hold("musrenbang_kecamatan", KECAMATAN, local(2, 18))
    await desk.hold("rkpd", KABUPATEN, local(6, 20, 0))
    async with desk.database.read() as connection:
        mine = (await grants_of(connection, [me], NOW))[me]
        listed = await offered_to(Round(connection, desk.office, NOW), me, mine)
        free = await desk.rows("SELECT id FROM tasks WHERE owner_id IS NULL AND state = 'open'")
        duties = list((await reminding.of_ids(connection, [row[0] for row in free])).values())
        holders = await holders_of(Round(connection, desk.office, NOW), [duty.task for duty in duties])
    wanted = [duty for duty in duties if me in candidates(desk.office, duty.task, holders)]
    assert {duty.task.id for duty in listed} == {duty.task.id for duty in wanted}
    assert [duty.task.due_on for duty in listed] == sorted(duty.task.due_on for duty in listed)
    assert bool(wanted) is is_offered


async def test_what_prepared_a_meeting_that_was_held_is_offered_to_nobody(desk: Desk) -> None:
    me = await desk.join("Ratna")
    await desk.join("Amir")
    await desk.hold()
    async with desk.database.read() as connection:
        mine = (await grants_of(connection, [me], NOW))[me]
        on_the_day = await offered_to(Round(connection, desk.office, local(1, 14, 20)), me, mine)
        after = await offered_to(Round(connection, desk.office, local(1, 15, 7)), me, mine)
    rules = desk.office.catalog.calendar.rules
    assert any(duty.task.rule == "D13" for duty in on_the_day)
    left = [rules[duty.task.rule] for duty in after]
    assert left
    assert all(rule.phase != "persiapan" or rule.answers for rule in left)

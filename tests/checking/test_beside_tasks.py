"""Checks and errands that wait for somebody: who is offered, and where they are shown."""

from sqlalchemy import select

from bot.simulator.chats import Person
from bot.store.database.ids import new_id
from bot.store.tables import grants, people
from bot.work.access import DELEGASI, OPERATOR, PENDAMPING
from tests.checking.looking import Looking
from tests.deciding.asking import BEGUN
from tests.reading.conftest import KECAMATAN
from tests.support.client import labels
from tests.support.sentences import says, words


async def _also(quick: Looking, name: str, role: str, scope: str) -> None:
    (row,) = await quick.town.rows("SELECT id FROM people WHERE name = :n", n=name)
    granted = {"id": new_id(), "person_id": row[0], "role": role, "scope": scope, "granted_at": BEGUN}
    async with quick.town.database.write() as connection:
        await connection.execute(grants.insert(), granted)


async def _dira_speaks(quick: Looking) -> Person:
    dira = await quick.join("Dira", DELEGASI)
    await quick.open()
    await quick.press(quick.rahman, words("utus_tombol"), says("utus_siapa", ada=True))
    await quick.press(quick.rahman, "Dira", says("utus_dicatat"))
    await quick.hears(dira, says("utus_diminta"))
    return dira


async def test_whoever_may_go_by_one_of_their_roles_is_offered(quick: Looking) -> None:
    await quick.join("Tuti", OPERATOR)
    await _also(quick, "Tuti", PENDAMPING, KECAMATAN)
    await quick.open()
    offered = await quick.press(quick.rahman, words("uji_tombol_beri"), says("uji_siapa"))
    assert f"Tuti · {words('peran_pendamping')}" in labels(offered)


async def test_tasks_asked_for_in_words_tell_what_is_to_be_looked_at_and_spoken_for(quick: Looking) -> None:
    await quick.give()
    dira = await _dira_speaks(quick)
    await quick.ask(quick.amir, "apa tugas saya", says("uji_menunggu", uji=[{"nomor": "Maiwa 1"}]))
    await quick.ask(dira, "apa tugas saya", says("utus_daftar", usulan=[{"nomor": "Maiwa 1"}]))


async def test_who_has_the_role_no_more_is_not_shown_what_they_cannot_open(quick: Looking) -> None:
    await quick.give()
    dira = await _dira_speaks(quick)
    async with quick.town.database.write() as connection:
        await connection.execute(grants.update().where(grants.c.role == DELEGASI).values(revoked_at=BEGUN))
        away = grants.c.person_id.in_(select(people.c.id).where(people.c.name == "Amir"))
        await connection.execute(grants.update().where(away).values(revoked_at=BEGUN))
    for name in ("Amir", "Dira"):
        await _also(quick, name, OPERATOR, "73.16.03.1001")
    for who, said in ((quick.amir, "uji_menunggu"), (dira, "utus_daftar")):
        await quick.ask(who, "/tugas", says("tugas_kosong"))
        await quick.ask(who, "/jadwal", says("jadwal_daftar"))
        assert not any(text in says(said) for text in quick.texts(who)), said

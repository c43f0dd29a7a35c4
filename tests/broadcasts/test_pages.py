"""/siaran: all of them, newest first, each with what can be done in its state."""

import pytest
from sqlalchemy import text

from bot.simulator.chats import Person
from tests.broadcasts.desk import TEXT, asks, write
from tests.roles.conftest import Office
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

_STATES = {
    "waiting": {"jam", "urung"},
    "running": {"jeda", "hentikan", "ralat", "tarik", "hasil"},
    "paused": {"teruskan", "hentikan", "ralat", "tarik", "hasil"},
    "stopped": {"hasil", "ralat", "tarik", "lagi", "tambah"},
    "done": {"hasil", "ralat", "tarik", "lagi", "tambah"},
    "missed": {"lagi"},
    "withdrawn": {"hasil", "lagi"},
}


async def _set_state(office: Office, state: str) -> None:
    """Whatever the clock would do with it is not looked at here."""
    async with office.town.database.write() as connection:
        await connection.execute(text(f"UPDATE broadcasts SET state = '{state}', next_at = NULL"))


async def _open(office: Office, person: Person, state: str) -> list[str]:
    shown = await office.ask(person, "/siaran", says("siaran_daftar", jumlah=1))
    assert words(f"siaran_keadaan_{state}", **_NOTHING).split(" ")[0] in shown["text"]
    card = await office.press(person, f"1. {TEXT}", says("siaran_satu"))
    return labels(card)


_NOTHING = {"pada": "", "bilah": "", "persen": 0, "terkirim": 0, "paham": 0}


@pytest.mark.parametrize("state", sorted(_STATES))
async def test_each_state_has_its_buttons(office: Office, state: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await write(office, hasnah)
    await _set_state(office, state)
    wanted = {words(f"tombol_siaran_{verb}") for verb in (*_STATES[state], "daftar")}
    assert set(await _open(office, hasnah, state)) == wanted


async def test_officers_see_all_but_drafts_and_others_their_own(any_office: Office) -> None:
    office = any_office
    hasnah, baso = await office.join("Hasnah", "bappeda"), await office.join("Baso", "bappeda")
    ani = await office.join("Ani", "fasilitator_kecamatan")
    await write(office, hasnah)
    for person in (baso, ani):
        await office.ask(person, "/siaran", says("siaran_daftar", jumlah=0))
    await _set_state(office, "done")
    shown = await office.ask(baso, "/siaran", says("siaran_daftar", jumlah=1))
    assert "Hasnah" in shown["text"]
    await office.ask(ani, "/siaran", says("siaran_daftar", jumlah=0))
    number = (await office.town.rows("SELECT id FROM broadcasts"))[0][0]
    assert await office.toast(ani, f"a:lihat:{number}") in says("siaran_bukan_wilayah")


async def test_the_list_is_turned_page_by_page(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await write(office, hasnah)
    async with office.town.database.write() as connection:
        row = dict((await connection.execute(text("SELECT * FROM broadcasts"))).mappings().one())
        columns = ", ".join(row)
        holes = ", ".join(f":{name}" for name in row)
        for more in range(1, 6):
            again = text(f"INSERT INTO broadcasts ({columns}) VALUES ({holes})")
            await connection.execute(again, row | {"id": row["id"] + more})
    first = await office.ask(hasnah, "/siaran", says("siaran_daftar", jumlah=6))
    assert words("tombol.lainnya") in labels(first)
    second = await office.press(hasnah, words("tombol.lainnya"), says("siaran_daftar", jumlah=6))
    assert [one for one in labels(second) if one.startswith("6. ")]
    await office.press_data(hasnah, "a:daftar:99", says("siaran_daftar", jumlah=6))


async def test_what_was_sent_is_used_again_for_others(office: Office) -> None:
    hasnah, baso = await office.join("Hasnah", "bappeda"), await office.join("Baso", "bappeda")
    await write(office, hasnah)
    await _set_state(office, "done")
    number = (await office.town.rows("SELECT id FROM broadcasts"))[0][0]
    await office.press_data(baso, f"a:pakai:{number}", asks("peran"))
    rows = await office.town.rows("SELECT state FROM conversations WHERE flow = 'siaran'")
    assert TEXT in rows[0][0]


async def test_templates_are_listed_with_their_months(office: Office) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.ask(hasnah, "/siaran", says("siaran_daftar"))
    shown = await office.press(hasnah, words("tombol_siaran_bahan"), says("siaran_bahan"))
    assert words("siaran.b01.kapan") in shown["text"]
    assert words("form.siaran_b01.judul") in labels(shown)
    await office.press(hasnah, words("tombol.lainnya"), says("siaran_bahan"))
    await office.press(hasnah, words("form.siaran_b10.judul"), mentions("form.siaran_b10.isi_tahun.tanya"))

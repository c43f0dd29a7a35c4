"""Names of places belong to those who live there: confirmed, renamed, added, and shown to villagers soon after."""

import asyncio

from bot.simulator.chats import Person
from bot.store.places.hamlets import Hamlet
from bot.work.places.hamlets import Name, merged
from tests.roles.conftest import DESA, OTHER_DESA, Office
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

LISTED = catalog_of().places.dusun(DESA)


def labels(message: dict[str, object]) -> list[str]:
    rows = message["reply_markup"]["inline_keyboard"]  # type: ignore[index]
    return [button["text"] for row in rows for button in row]


async def offered(office: Office, person: Person) -> list[str]:
    """The dusun buttons that a poster's form shows for the desa."""
    await office.ask(person, "/batal", "")
    await asyncio.sleep(1.5)  # every process looks for new names once a second
    return labels(await office.ask(person, "/poster", "Dusun mana"))


async def test_a_facilitator_sees_the_dusun_of_their_own_desa(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    told = await office.ask(facilitator, "/tempat", "Desa Boiya")
    assert all(name in told["text"] for name in LISTED)
    assert "✔" not in told["text"].split("✔ berarti")[0]


async def test_all_names_are_confirmed_at_once(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/tempat", "Desa Boiya")
    told = await office.press(facilitator, words("tombol_semua_benar"), "Desa Boiya")
    assert all(f"✔ {name}" in told["text"] for name in LISTED)
    assert words("tombol_semua_benar") not in labels(told)


async def test_a_renamed_dusun_is_offered_under_its_new_name_only(any_office: Office) -> None:
    office = any_office
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/tempat", "Desa Boiya")
    await office.press(facilitator, LISTED[0], says("tempat_satu"))
    await office.press(facilitator, words("tombol_ganti_nama_tempat"), "Nama yang benar")
    await office.ask(facilitator, "Kampung Baru Sekali", f"(dulu: {LISTED[0]})")
    shown = await offered(office, facilitator)
    assert "Kampung Baru Sekali" in shown
    assert LISTED[0] not in shown


async def test_an_added_dusun_is_offered_too(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/tempat", "Desa Boiya")
    await office.press(facilitator, words("tombol_tambah_nama"), mentions("form.dusun_baru.nama.tanya"))
    await office.ask(facilitator, "Lembang Indah", "✔ Lembang Indah")
    assert "Lembang Indah" in await offered(office, facilitator)


async def test_a_name_that_is_there_already_is_not_written_twice(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/tempat", "Desa Boiya")
    await office.press(facilitator, words("tombol_tambah_nama"), mentions("form.dusun_baru.nama.tanya"))
    await office.ask(facilitator, LISTED[0].upper(), says("tempat_sudah_ada"))


async def test_nobody_changes_names_of_another_desa(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    for data in (
        f"d:semua:{OTHER_DESA}",
        f"d:lihat:{OTHER_DESA}:0",
        f"d:satu:{OTHER_DESA}:x",
        f"d:sebut:{OTHER_DESA}:x",
    ):
        await office.town.simulator.press_data(facilitator, 1, data)
        await office.hears(facilitator, says("tempat_luar_wilayah"))
    assert (await office.town.rows("SELECT count(*) FROM hamlets"))[0][0] == 0


async def test_another_process_learns_of_a_change_within_seconds(office: Office) -> None:
    facilitator = await office.join("Rahman", "fasilitator_desa")
    await office.ask(facilitator, "/tempat", "Desa Boiya")
    await office.press(facilitator, words("tombol_tambah_nama"), mentions("form.dusun_baru.nama.tanya"))
    await office.ask(facilitator, "Lembang Indah", "✔ Lembang Indah")
    await office.town.stop()
    await office.town.start()
    assert "Lembang Indah" in await offered(office, facilitator)


def test_a_name_renamed_twice_stays_in_its_place_and_known_as_the_first() -> None:
    assert merged(("A", "B"), [Hamlet("x", "D", "A")]) == [Name("D", sure=True, was="A"), Name("B", sure=False)]


def test_a_confirmed_name_stays_where_it_was() -> None:
    assert merged(("A", "B"), [Hamlet("x", "B", None)]) == [Name("A", sure=False), Name("B", sure=True)]


def test_an_added_name_comes_last() -> None:
    assert merged(("A",), [Hamlet("x", "C", None)]) == [Name("A", sure=False), Name("C", sure=True)]


def test_a_name_added_by_facilitators_and_then_renamed_is_shown_once() -> None:
    assert merged((), [Hamlet("x", "D", "C")]) == [Name("D", sure=True, was="C")]

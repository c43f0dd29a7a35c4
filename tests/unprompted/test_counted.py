"""How many usulan came, and who works where: an officer's plain words get the figures of today, and of nothing that is
not theirs to see."""

import pytest

from bot.store.tables import moves
from tests.reading.conftest import DESA, KABUPATEN, KECAMATAN, Village
from tests.support.sentences import says


async def test_usulan_are_counted_as_they_stand(either_village: Village) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    rahman = await either_village.join("Rahman", "fasilitator_desa")
    await either_village.ask(hasnah, "berapa usulan masuk bulan ini?", says("tanya_kerja_jumlah"))
    await either_village.bring("Sitti", "Maiwa 1")
    await either_village.bring("Baso", "Maiwa 2")
    await either_village.ask(rahman, "sudah dibaca maiwa 1", lambda _message: True)
    found = {"jumlah": "2", "bulan_ini": "2", "minggu_ini": "2", "dibaca": "1"}
    await either_village.ask(hasnah, "jumlah usulan di maiwa berapa ya", says("tanya_kerja_jumlah", **found))
    await either_village.ask(rahman, "brp usulannya sekarang", says("tanya_kerja_jumlah", **found))
    elsewhere = await either_village.join("Nurdin", "fasilitator_kecamatan", "73.16.02")
    await either_village.ask(elsewhere, "total usulan brp", "belum ada usulan yang masuk")


@pytest.mark.parametrize(
    "typed", ["siapa saja fasilitator di maiwa", "daftar fasilitator maiwa", "sapa2 fasil di maiwa"]
)
async def test_who_works_somewhere_is_named(either_village: Village, typed: str) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    await either_village.join("Hamid", "fasilitator_kecamatan", KECAMATAN)
    await either_village.join("Rahman", "fasilitator_desa", DESA)
    await either_village.join("Nurdin", "fasilitator_kecamatan", "73.16.02")
    told = (await either_village.ask(hasnah, typed, says("tanya_kerja_fasilitator")))["text"]
    assert "Kecamatan Maiwa: Hamid" in told
    assert "Desa Pattondon Salu: Rahman" in told
    assert "Nurdin" not in told


async def test_where_nobody_works_it_is_said(either_village: Village) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    told = (await either_village.ask(hasnah, "siapa saja fasilitator di alla", says("tanya_kerja_fasilitator")))["text"]
    assert told == "Belum ada fasilitator di Kecamatan Alla."


async def test_the_delegates_of_a_desa_are_named(village: Village) -> None:
    rahman = await village.join("Rahman", "fasilitator_desa", DESA)
    await village.join("Aco", "delegasi", DESA)
    told = (await village.ask(rahman, "siapa delegasi kita", says("tanya_kerja_delegasi")))["text"]
    assert "Desa Pattondon Salu: Aco" in told


@pytest.mark.parametrize(
    "typed", ["berapa usulan yang boleh per orang", "siapa fasilitator yang belum selesai pelatihan"]
)
async def test_what_asks_something_else_is_not_counted(either_village: Village, typed: str) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    told = (await either_village.ask(hasnah, typed, lambda _message: True))["text"]
    assert not told.startswith(("Usulan untuk musrenbang", "Fasilitator di", "Untuk musrenbang"))


@pytest.mark.parametrize(
    "typed",
    ["berapa yang sudah dijawab", "brp yang sudah dikabari", "jumlah usulan masuk dan berapa yang sudah ada hasilnya"],
)
async def test_how_many_had_their_answer_is_about_usulan_and_no_task(either_village: Village, typed: str) -> None:
    hasnah = await either_village.join("Hasnah", "bappeda", KABUPATEN)
    await either_village.join("Rahman", "fasilitator_desa")
    for name, number in (("Sitti", "Maiwa 1"), ("Baso", "Maiwa 2")):
        await either_village.bring(name, number)
    async with either_village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET status = 'hasil' WHERE serial = 1")
        ((which,),) = await connection.exec_driver_sql("SELECT id FROM usulan WHERE serial = 1")
        row = {"id": which, "batch": which, "usulan_id": which, "before": "masuk", "state": "belum"}
        at = either_village.town.simulator.stage.clock.now()
        await connection.execute(moves.insert(), [row | {"at": at, "told_at": at, "answer": "jelas"}])
    found = {"jumlah": 2, "hasil": 1, "dikabari": 1, "jelas": 1}
    await either_village.ask(hasnah, typed, says("tanya_kerja_dijawab", **found))

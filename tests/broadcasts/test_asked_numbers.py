"""Who is to be rung, how many have it, an answer that goes to all, and what is not cancelled after all."""

import pytest

from bot.store.broadcasts import receipts
from bot.store.people import phones
from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import draft, html, out, planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import mentions

__all__ = ["here"]

_NUMBER, _SPELT = "081244556677", "0812-4455-6677"


@pytest.mark.parametrize("typed", ["mau telpon yang belum paham, minta nomornya", "telepon yang belum"])
async def test_the_numbers_of_who_has_not_answered(here: Kabupaten, typed: str) -> None:
    masyita, baso, _ = await town(here)
    one = await out(here, masyita)
    async with here.database.write() as connection:
        await phones.keep(connection, baso.id, _NUMBER, here.clock.now())
    await here.pushes(masyita, f"a:hasil:{one}")
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("siaran_hasil_belum")
    assert f"Baso, fasilitator desa dan kelurahan, Desa Bonto, {_SPELT}" in masyita.newest().text


@pytest.mark.parametrize("typed", ["nomor hp pak baso berapa", "hubungi baso", "minta nomornya baso"])
async def test_the_number_of_one(here: Kabupaten, typed: str) -> None:
    masyita, baso, _ = await town(here)
    await out(here, masyita)
    async with here.database.write() as connection:
        await phones.keep(connection, baso.id, _NUMBER, here.clock.now())
    await here.says(masyita, typed)
    assert masyita.newest().text == f"Baso: <b>{_SPELT}</b>"


async def test_whom_they_rang_is_noted_and_one_about_usulan_is_looked_at_by_its_words(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita, text="surat daftar usulan dusun dikumpul di kantor camat")
    await here.says(masyita, "baso sdh sy telpon, sdh paham dia")
    assert masyita.newest().text in mentions("siaran_dihubungi")
    assert await rows(here, "SELECT count(*) FROM deliveries WHERE understood_at IS NOT NULL") == [(1,)]
    assert await rows(here, "SELECT count(*) FROM broadcast_events WHERE kind = 'called'") == [(1,)]
    await here.says(masyita, "lihat siaran surat daftar usulan dusun")
    assert masyita.newest().text in mentions("siaran_hasil")


@pytest.mark.parametrize(
    "typed",
    [
        "utk malua rapat rabu pindah ke smp 2 malua ya, jam 10",
        "maksudnya kasih tau fasilitator malua, rapat rabu pindah ke smp 2 malua jam 10",
    ],
)
async def test_a_meeting_of_no_calendar_that_moves_may_be_announced(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_tawaran.jadi.tanya")


async def test_how_many_have_it_in_each_kecamatan(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await out(here, masyita)
    await here.says(masyita, "berapa yg sudah terima per kecamatan")
    assert masyita.newest().text in mentions("siaran_hasil_baris")
    assert "Kecamatan Malua: 0 / 2 / 2" in masyita.newest().text


async def test_an_answer_goes_to_all_as_a_new_one(here: Kabupaten) -> None:
    masyita, baso, _ = await town(here)
    one = await out(here, masyita)
    async with here.database.write() as connection:
        await receipts.keep_reply(connection, one, baso.id, 1, "boleh bawa staf bu?", here.clock.now())
    await here.says(masyita, "jawab baso: boleh satu orang")
    await here.says(masyita, "jawaban itu teruskan juga ke semua yg dapat pengumuman tadi")
    assert "boleh satu orang" in await html(here)
    assert [row[0] for row in await rows(here, "SELECT state FROM broadcasts ORDER BY id")] == ["done", "draft"]


@pytest.mark.parametrize("typed", ["batal eh jangan, biar mi", "jangan batalkan"])
async def test_a_cancelling_that_is_taken_back_cancels_nothing(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.pushes(masyita, f"a:lihat:{one}")
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)]
    assert masyita.newest().text in mentions("siaran_tetap")


async def test_there_is_a_no_beside_the_yes(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    one = await planned(here, masyita)
    await here.says(masyita, "batalkan mi yg besok pagi itu")
    assert masyita.newest().offers(f"a:tetap:{one}")
    await here.pushes(masyita, f"a:tetap:{one}")
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)]


async def test_a_number_of_a_list_is_no_telephone(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, "nomor usulan saya berapa")
    assert masyita.newest().text not in mentions("siaran_hasil_belum")

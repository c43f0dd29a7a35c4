"""What cannot wait, what goes straight to its sample, who is to look at it by name, and what they wrote back."""

import json

import pytest

from bot.store.broadcasts import receipts
from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import ALL, MALUA, draft, html, out, town
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.sentences import mentions, says

__all__ = ["here"]

_BRIDGE = "jembatan putus, jangan lewat situ, rapat sore ini batal"


@pytest.mark.parametrize(
    "typed",
    [
        f"darurat, kasih tau sekarang fasilitator malua: {_BRIDGE}",
        f"darurat! kasih tau fasilitator malua: {_BRIDGE}",
        f"penting! umumkan sekarang ke fasilitator malua: {_BRIDGE}",
        f"tolong bu mendesak umumkan ke fasilitator malua: {_BRIDGE}",
    ],
)
async def test_what_is_urgent_in_its_first_word_is_asked_why(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")
    await here.says(masyita, "banjir sejak subuh tadi")
    await here.says(masyita, "lihat contohnya")
    found = await rows(here, "SELECT state, scope, urgent_why FROM broadcasts")
    assert found == [("draft", MALUA, "banjir sejak subuh tadi")]
    assert await html(here) == _BRIDGE


async def test_at_once_is_no_part_of_whom_it_is_for(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, f"umumkan sekarang ke fasilitator malua: {_BRIDGE}")
    assert await rows(here, "SELECT state, scope, urgent_why FROM broadcasts") == [("draft", MALUA, None)]
    assert await html(here) == _BRIDGE


@pytest.mark.parametrize(
    "typed", ["ini darurat, kirim sekarang jangan tunggu besok", "mendesak ini, tidak bisa ditunda"]
)
async def test_a_sample_that_cannot_wait_is_asked_why(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran.alasan.tanya")


async def test_a_sample_ends_what_was_half_written(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, "umumkan ke semua fasilitator: rapat besok")
    await here.says(masyita, "ya")
    await here.says(masyita, "umumkan ke fasilitator malua: bawa laptop")
    await here.says(masyita, "langsung saja")
    assert await rows(here, "SELECT flow FROM conversations") == []
    assert await html(here) == "bawa laptop"


@pytest.mark.parametrize(
    "typed", ["kirim ke bu rahmi dulu ya", "sudah mi, minta bu rahmi lihat lagi", "bu rahmi cek dulu"]
)
async def test_who_is_to_look_at_it_is_named(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here, Place("Rahmi", "bappeda", ALL))
    await draft(here, masyita, ALL)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("asked",)]


@pytest.mark.parametrize("typed", ["kirim ke bu sitti dulu", "bu sitti cek dulu", "lihat dulu"])
async def test_nobody_else_is_asked_to_look(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here, Place("Rahmi", "bappeda", ALL))
    await draft(here, masyita, ALL)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("draft",)]


@pytest.mark.parametrize(
    "typed",
    [
        "tampilkan semua balasan",
        "jawaban apa yg masuk utk jembatan putus",
        "lihat balasan siaran jembatan putus",
        "siapa yang jawab soal jembatan putus, apa jawabannya",
    ],
)
async def test_what_they_wrote_back_is_read_again(here: Kabupaten, typed: str) -> None:
    masyita, baso, _ = await town(here)
    one = await out(here, masyita, _BRIDGE)
    async with here.database.write() as connection:
        await receipts.keep_reply(connection, one, baso.id, 7, "lewat mana bu?", here.clock.now())
    await out(here, masyita, "kumpulkan daftar peserta") if "jembatan" in typed else None
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_balasan_semua", awal="jembatan putus, jangan lewat situ, …")
    assert "lewat mana bu?" in masyita.newest().text


@pytest.mark.parametrize("typed", ["hmm bagusnya diapakan di", "rante mario jangan dikirimi, sudah rapat duluan"])
async def test_what_nobody_understands_below_an_announcement_is_asked_of_that_one(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    one = await draft(here, masyita)
    await here.says(masyita, typed)
    assert masyita.newest().text in says("siaran_maksudnya_apa", tulis=typed)
    assert masyita.newest().offers(f"a:ubah:{one}")
    assert await rows(here, "SELECT state, scope FROM broadcasts") == [("draft", MALUA)]


async def test_nothing_is_asked_of_an_announcement_that_does_not_stand_there(here: Kabupaten) -> None:
    masyita, *_ = await town(here)
    await draft(here, masyita)
    await here.says(masyita, "/menu")
    await here.says(masyita, "hmm bagusnya diapakan di")
    assert masyita.newest().text not in says("siaran_maksudnya_apa")


@pytest.mark.parametrize(
    "typed",
    [
        "fasilitator Cendana hrs tau bahwa pagu indikatif desa sudah ada mi",
        "fasilitator Kolai blm kasih masuk foto lokasi jembatannya",
    ],
)
async def test_what_names_those_who_are_to_know_is_offered(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert masyita.newest().text in mentions("form.siaran_tawaran.jadi.tanya")
    await here.says(masyita, "bukan")
    assert await rows(here, "SELECT flow FROM conversations") == []
    assert await rows(here, "SELECT count(*) FROM broadcasts") == [(0,)]


@pytest.mark.parametrize("typed", ["siapa fasilitator di desa Dulang sekarang?", "makasih banyak nah bapak ibu semua"])
async def test_a_question_and_thanks_are_not(here: Kabupaten, typed: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    assert await rows(here, "SELECT flow FROM conversations") == []


@pytest.mark.parametrize("whom", ["untuk semua fasilitator Kec. Malua", "untuk semua fasil Malua"])
async def test_all_facilitators_are_nobody_else(here: Kabupaten, whom: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, f"Pengumuman {whom}. Rapat hari ini batal")
    await here.says(masyita, "langsung saja")
    ((audience,),) = await rows(here, "SELECT audience FROM broadcasts")
    told = json.loads(audience) if isinstance(audience, str) else audience
    assert sorted(told["roles"]) == ["fasilitator_desa", "fasilitator_kecamatan"]


@pytest.mark.parametrize(
    ("typed", "scope"),
    [
        ("semua fasilitator tolong dikabari besok rapat jam 9", ALL),
        ("tolong semua fasilitator sekabupaten diberitahu: besok rapat jam 9", ALL),
        ("fasilitator malua dikasih tau ya besok rapat jam 9", MALUA),
        ("mohon seluruh fasilitator malua diinfokan besok rapat jam 9", MALUA),
    ],
)
async def test_who_is_to_know_may_stand_before_it(here: Kabupaten, typed: str, scope: str) -> None:
    masyita, *_ = await town(here)
    await here.says(masyita, typed)
    for more in ("langsung ke contohnya", "seluruh kabupaten", "lihat contohnya"):
        if not await rows(here, "SELECT state FROM broadcasts"):
            await here.says(masyita, more)
    assert await rows(here, "SELECT state, scope FROM broadcasts") == [("draft", scope)]
    assert await html(here) == "besok rapat jam 9"
    assert not await rows(here, "SELECT target FROM deliveries")

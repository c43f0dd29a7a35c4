"""Why an announcement is to stop may hold a "tidak": that is no taking back of the order."""

import pytest

from tests.broadcasts.crowd import here, rows
from tests.broadcasts.officers import planned, town
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import says

__all__ = ["here"]


async def _state(here: Kabupaten) -> str:
    return str((await rows(here, "SELECT state FROM broadcasts"))[0][0])


async def _held(here: Kabupaten, officer: Someone) -> bool:
    """At once, or behind one yes."""
    if officer.newest().text in says("siaran_urungkah"):
        await here.says(officer, "ya")
    return await _state(here) == "draft"


@pytest.mark.parametrize(
    "typed",
    [
        "batalkan siaran rapat persiapan yg besok itu, pak camat tdk ada",
        "tolong batalkan siaran besok karena pak camat tidak ada di tempat",
        "batalkan siaran rapat persiapan krn ruangan tdk bisa dipakai",
        "batalkan siaran rapat persiapan soalnya tidak jadi rapatnya",
        "hentikan siaran rapat persiapan, belum perlu dan tidak mendesak",
        "pak camat tidak ada, batalkan siaran rapat persiapan",
        "tarik siaran rapat persiapan sebab ndak ada tempat",
        "siaran rapat persiapan dibatalkan krn tidak perlu",
        "siaran rapat persiapan jgn jadi, tdk perlu",
    ],
)
async def test_a_no_in_the_reason_leaves_the_order_as_it_is(here: Kabupaten, typed: str) -> None:
    officer, *_ = await town(here)
    await planned(here, officer)
    await here.says(officer, typed)
    assert officer.newest().text not in says("siaran_tetap")
    assert await _held(here, officer)


@pytest.mark.parametrize(
    "typed",
    [
        "iya batalkan saja, pak camat tdk ada",
        "ya batalkan, tidak ada camat",
        "batalkan karena camatnya tidak bisa",
        "ya, tidak usah dikirim siaran rapat persiapan itu",
        "tidak usah dikirim siaran rapat persiapan itu",
        "ya, pak camat tidak ada",
        "iya krn camat nda bisa datang",
    ],
)
async def test_where_it_is_asked_a_yes_may_say_why(here: Kabupaten, typed: str) -> None:
    officer, *_ = await town(here)
    await planned(here, officer)
    await here.says(officer, "batalkan siaran rapat persiapan yg besok")
    assert officer.newest().text in says("siaran_urungkah")
    await here.says(officer, typed)
    assert officer.newest().text not in says("siaran_tetap")
    assert await _held(here, officer), officer.newest().text


@pytest.mark.parametrize(
    "typed",
    ["batal eh jangan, biar mi", "jangan dibatalkan", "jangan batalkan, camatnya tidak marah"],
)
async def test_who_takes_the_order_back_leaves_it(here: Kabupaten, typed: str) -> None:
    officer, *_ = await town(here)
    await planned(here, officer)
    await here.says(officer, "batalkan siaran rapat persiapan yg besok")
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_tetap")
    assert await _state(here) == "waiting"


@pytest.mark.parametrize(
    "typed", ["tidak jadi batalkan karena camat bisa hadir", "jangan batalkan krn camat bisa datang"]
)
async def test_where_it_is_asked_what_leaves_it_cancels_nothing(here: Kabupaten, typed: str) -> None:
    officer, *_ = await town(here)
    await planned(here, officer)
    await here.says(officer, "batalkan siaran rapat persiapan yg besok")
    await here.says(officer, typed)
    assert await rows(here, "SELECT state FROM broadcasts") == [("waiting",)]

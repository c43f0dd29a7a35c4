"""Words of other work while an announcement that asks something is out: they are none of its answers."""

from pathlib import Path

import pytest

from tests.broadcasts.street import DESA, Street, Streets, open_street
from tests.support.sentences import mentions, says
from tests.support.town import town as open_town

_COMES = ("bisa hadir", "tidak bisa hadir")


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with open_town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


@pytest.mark.parametrize(
    "typed",
    [
        "timbangan bisa dari puskesmas",
        "Maiwa 4 itu belum dibawa, kata pak desa timbangan bisa dari puskesmas",
        "semua usulan bisa diperiksa hari ini",
        "yang hadir tadi laki-laki 20 perempuan 15",
    ],
)
async def test_what_something_else_can_is_no_answer(street: Street, typed: str) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text="rapat daring besok, siapa yang bisa ikut?", choices=_COMES)
    await street.town.press(rahman, "tidak bisa hadir", says("siaran_pilihan_dicatat", pilihan=_COMES[1]))
    await street.town.ask(rahman, "/tugas", mentions("tugas_kosong", acara=False))
    told = await street.town.ask(rahman, typed, lambda _: True)
    assert not mentions("siaran_untuk_ini")(told)
    assert not mentions("siaran_pilihan_dicatat")(told)
    assert await street.town.rows("SELECT answer FROM deliveries") == [(1,)]


async def test_another_answer_says_what_it_takes_the_place_of(street: Street) -> None:
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text="rapat daring besok, siapa yang bisa ikut?", choices=_COMES)
    await street.town.ask(rahman, "tidak bisa ka bu, ada hajatan", mentions("siaran_pilihan_dicatat"))
    await street.town.ask(rahman, "/tugas", mentions("tugas_kosong", acara=False))
    anew = mentions("siaran_pilihan_dicatat", pilihan=_COMES[0], tadinya=_COMES[1])
    await street.town.ask(rahman, "eh bisa ji bu", anew)
    assert await street.town.rows("SELECT answer FROM deliveries") == [(0,)]

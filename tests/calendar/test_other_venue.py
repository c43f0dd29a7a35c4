"""A meeting is held elsewhere: asked once with the old and the new place, then told to whoever the date concerns."""

from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_OLD, _NEW = "aula kantor camat", "gedung PKK"


async def _held(home: Home) -> tuple[Person, Person]:
    hamid = await home.join("Hamid", "fasilitator_kecamatan", "73.16.01")
    idris = await home.join("Idris", "fasilitator_desa", "73.16.01.2003")
    await home.ask(hamid, f"/jadwal musrenbang maiwa 4 februari jam 9 di {_OLD}", mentions("form.jadwal.tinjau"))
    await home.press(hamid, words("tombol.kirim"), mentions("jadwal_ditetapkan"))
    return hamid, idris


async def _places(home: Home) -> list[Any]:
    return [row[0] for row in await home.town.rows("SELECT place FROM occasions")]


@pytest.mark.parametrize(
    "typed",
    [
        "tempat musrenbang kecamatan maiwa ganti ke gedung PKK",
        "musrenbang kecamatan maiwa pindah ke gedung PKK",
        "tempatnya jadi di gedung PKK",
    ],
)
async def test_the_new_place_counts_after_one_yes_and_is_told(anywhere: Home, typed: str) -> None:
    hamid, idris = await _held(anywhere)
    await anywhere.ask(hamid, typed, says("jadwal_tempatkah", dari=_OLD, ke=_NEW))
    assert await _places(anywhere) == [_OLD]
    await anywhere.ask(hamid, "ya", mentions("jadwal_di_tempat_lain", dari=_OLD, ke=_NEW, orang=1))
    assert await _places(anywhere) == [_NEW]
    assert len(await anywhere.town.rows("SELECT 1 FROM news WHERE kind = 'jadwal_tempat'")) == 1
    await anywhere.hears(idris, says("jadwal_kabar_tempat", dari=_OLD, ke=_NEW))


async def test_whoever_leaves_it_changes_nothing_and_a_day_is_no_place(at_home: Home) -> None:
    hamid, _ = await _held(at_home)
    await at_home.ask(hamid, "tempat musrenbang kecamatan maiwa ganti ke gedung PKK", says("jadwal_tempatkah"))
    await at_home.press(hamid, words("tombol_jadwal_biarkan"), mentions("jadwal_kartu", nama="Musrenbang kecamatan"))
    await at_home.ask(
        hamid, "musrenbang kecamatan maiwa pindah ke senin 8 februari", mentions("form.jadwal_pindah.alasan.tanya")
    )
    assert await _places(at_home) == [_OLD]


async def test_nobody_changes_the_place_of_a_meeting_that_is_not_theirs(at_home: Home) -> None:
    _, idris = await _held(at_home)
    await at_home.ask(idris, "tempat musrenbang kecamatan maiwa ganti ke gedung PKK", lambda message: True)
    assert await _places(at_home) == [_OLD]

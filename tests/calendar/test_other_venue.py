"""A meeting is held elsewhere: asked once with the old and the new place, then told to whoever the date concerns."""

from typing import Any

import pytest

from bot.simulator.chats import Person
from tests.support.homes import Home, labels
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
        "tempat musrenbang kecamatan maiwa pindah ke gedung PKK saja pak",
        "tempat musrenbang maiwa pindah ke gedung PKK, tolong sampaikan ke orang maiwa saja",
        "tempat musrenbang maiwa pindah ke gedung PKK jamnya tetap jam 9",
        "harinya tetap, hanya tempatnya yang pindah ke gedung PKK",
        "ganti tempat musrenbang kecamatan maiwa jadi gedung PKK",
        "tempat musrenbang maiwa pindah dari aula kantor camat ke gedung PKK",
        "tempatnya pindah juga di gedung PKK ya",
        "tempat musrenbang kecamatan maiwa pindah, musrenbang di gedung PKK nah",
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


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("di kantor desa ya pak", "kantor desa"),
        ("acaranya di rumah ibu Nur saja", "rumah ibu Nur"),
        ("masjid raya palau", "masjid raya palau"),
        ("kolong rumah pak Sampe", "kolong rumah pak Sampe"),
        ("di rumah Pak Di", "rumah Pak Di"),
        ("rumah bapak", "rumah bapak"),
        ("tempat kumpul di bawah pohon", "tempat kumpul di bawah pohon"),
    ],
)
async def test_where_it_is_asked_only_the_place_is_kept(at_home: Home, typed: str, place: str) -> None:
    hamid = await at_home.join("Hamid", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(hamid, "/jadwal musrenbang maiwa 4 februari jam 9", mentions("form.jadwal.tempat.tanya"))
    await at_home.ask(hamid, typed, mentions("form.jadwal.tinjau"))
    await at_home.press(hamid, words("tombol.kirim"), mentions("jadwal_ditetapkan"))
    assert await _places(at_home) == [place]


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


async def test_on_the_card_a_place_is_that_of_its_meeting_also_for_an_office(at_home: Home) -> None:
    await _held(at_home)
    ratna = await at_home.join("Ratna", "bappeda", "73.16")
    await at_home.ask(ratna, "/jadwal", mentions("jadwal_daftar"))
    card = await at_home.press(ratna, "4 Feb · Maiwa: Musrenbang kecamatan", mentions("jadwal_kartu", tempat=_OLD))
    assert words("tombol_jadwal_ganti_tempat") in labels(card)
    await at_home.ask(ratna, "tempatnya pindah ke gedung PKK", says("jadwal_tempatkah", dari=_OLD, ke=_NEW))
    await at_home.press(ratna, words("tombol_jadwal_ganti_tempat"), mentions("form.jadwal_tempat.tempat.tanya"))
    await at_home.ask(ratna, "gedung PKK", says("jadwal_tempatkah", dari=_OLD, ke=_NEW))
    await at_home.press(ratna, words("tombol_jadwal_tempat"), mentions("jadwal_di_tempat_lain", dari=_OLD, ke=_NEW))
    assert await _places(at_home) == [_NEW]


async def test_a_place_where_a_day_is_asked_for_moves_the_place_alone(at_home: Home) -> None:
    hamid, _ = await _held(at_home)
    await at_home.ask(hamid, "/jadwal", mentions("jadwal_daftar"))
    await at_home.press(hamid, "4 Feb · Maiwa: Musrenbang kecamatan", mentions("jadwal_kartu", tempat=_OLD))
    await at_home.press(hamid, words("tombol_jadwal_pindah"), mentions("form.jadwal_pindah.waktu.tanya"))
    typed = "harinya tetap, hanya tempatnya yang pindah ke gedung PKK"
    await at_home.ask(hamid, typed, says("jadwal_tempatkah", dari=_OLD, ke=_NEW))
    assert await at_home.town.rows("SELECT 1 FROM conversations") == []


async def test_the_same_day_set_again_with_another_place_moves_the_place(at_home: Home) -> None:
    hamid, _ = await _held(at_home)
    typed = "/jadwal musrenbang maiwa 4 februari jam 9 di gedung PKK"
    await at_home.ask(hamid, typed, mentions("form.jadwal.tinjau"))
    await at_home.press(hamid, words("tombol.kirim"), says("jadwal_tempatkah", dari=_OLD, ke=_NEW))
    await at_home.ask(hamid, "ya", mentions("jadwal_di_tempat_lain", dari=_OLD, ke=_NEW))
    assert await _places(at_home) == [_NEW]


async def test_where_it_is_held_is_told_to_whoever_asks_or_hears_of_the_day(at_home: Home) -> None:
    hamid, idris = await _held(at_home)
    await at_home.hears(idris, says("jadwal_kabar_baru", tempat=_OLD))
    for who in (hamid, idris):
        answer = await at_home.ask(who, "musrenbang kecamatan di mana tempatnya", mentions("tanya_rapat"))
        assert _OLD in answer["text"]


async def test_another_hour_beside_the_place_is_said_not_to_have_changed(at_home: Home) -> None:
    hamid, _ = await _held(at_home)
    typed = "tempat musrenbang maiwa pindah ke gedung PKK, jamnya jadi jam 10"
    await at_home.ask(hamid, typed, says("jadwal_tempatkah", ke=_NEW, waktu=True))


async def test_of_another_day_and_another_place_the_day_comes_first_and_that_is_said(at_home: Home) -> None:
    hamid, idris = await _held(at_home)
    await at_home.ask(hamid, "/jadwal musrenbang maiwa 5 februari jam 9 di gedung PKK", mentions("form.jadwal.tinjau"))
    await at_home.press(hamid, words("tombol.kirim"), says("jadwal_tempat_sesudahnya", tempat=_NEW))
    await at_home.ask(hamid, "camat ke kabupaten", mentions("jadwal_pindahkah"))
    await at_home.press(hamid, words("tombol_jadwal_pindahkan"), mentions("jadwal_dipindah"))
    await at_home.hears(idris, says("jadwal_kabar_pindah", tempat=_OLD))


async def test_of_another_hour_alone_the_day_is_told_once(at_home: Home) -> None:
    hamid, idris = await _held(at_home)
    await at_home.ask(hamid, f"/jadwal musrenbang maiwa 4 februari jam 10 di {_OLD}", mentions("form.jadwal.tinjau"))
    await at_home.press(hamid, words("tombol.kirim"), lambda message: True)
    await at_home.ask(hamid, "camat ke kabupaten", mentions("jadwal_pindahkah"))
    await at_home.press(hamid, words("tombol_jadwal_pindahkan"), mentions("jadwal_dipindah"))
    told = await at_home.hears(idris, says("jadwal_kabar_pindah", jam_dari="09.00 WITA", jam_ke="10.00 WITA"))
    assert told["text"].count("4 Februari") == 1

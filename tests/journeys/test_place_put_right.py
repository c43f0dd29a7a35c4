"""The place is put right also while it is asked whether something is the story; the desa right behind a dusun counts,
also where our list has that dusun in another one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.core.understanding.where.told_places import found_in
from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.content import catalog_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, town

_STORY = "pipa air dari mata air itu pecah jadi ibu ibu semua pikul air dari sungai"


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(sqlite_url, tmp_path) as one:
        yield one


@pytest.mark.parametrize(
    ("text", "is_moved"),
    [
        ("salah pak saya di boiya maiwa bukan malua", True),
        ("saya di desa BOIYA kecamatan MAIWA", True),
        ("airnya dari boiya juga kotor", False),
    ],
)
async def test_while_it_is_asked_whether_that_is_the_story(place: Town, text: str, is_moved: bool) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "/start")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("malua, bonto", "Dusun")
    await sitti.say(_STORY, mentions("mesin.ini_ceritanya"))
    await sitti.say(text, mentions("mesin.ini_ceritanya"))
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert ("73.16.01.2012" in str(state)) == is_moved


_TELLS = "pipa air dari mata air itu pecah, ibu ibu semua pikul air"


@pytest.mark.parametrize(
    ("text", "desa"),
    [
        (f"di dusun buntu lamba boiya {_TELLS}", "Boiya"),
        (f"di dusun buntu lamba desa boiya {_TELLS}", "Boiya"),
        (f"di dusun buntu lamba boiya maiwa {_TELLS}", "Boiya"),
        (f"di dusun buntu lamba {_TELLS}", "Bonto"),
        ("di dusun buntu lamba pasang pipa baru untuk ibu ibu yang pikul air", "Bonto"),
        ("di dusun buntu lamba, jalan ke boiya rusak berat kalau hujan", "Bonto"),
    ],
)
def test_the_desa_right_behind_a_dusun(text: str, desa: str) -> None:
    found = found_in(text, catalog_of().world)
    assert found is not None
    assert found.values["desa"]["name"] == desa


@pytest.mark.parametrize(
    ("typed", "dusun"),
    [
        ("- santunan: sumur kering\n- salokaraja: jalan rusak", "Santunan"),
        ("1) santunan - sumur kering\n2) salokaraja - jalan rusak", "Santunan"),
        ("1. sumur kering, santunan\n2. jalan rusak, salokaraja", "Santunan"),
        ("sumur kering sekali (santunan)", "Santunan"),
        ("jembatan roboh, santunan sama salokaraja susah", "Jambu"),
    ],
)
async def test_a_dusun_that_stands_apart_in_what_is_told_next_counts(place: Town, typed: str, dusun: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card("Rumah nenek bocor", "diperbaiki")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, "Itu cerita")
    if dusun == "Jambu":
        await sitti.press(words("tombol.ya_cerita"), "Tempatnya masih di Dusun Jambu")
        await sitti.press(words("tombol.ya"), "harapkan")
    else:
        await sitti.press(words("tombol.ya_cerita"), "harapkan")
    assert (await told_so_far(place))["dusun"] == {"name": dusun, "listed": True}


async def test_a_desa_before_a_dusun_in_brackets_needs_no_word_for_it(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_card("Rumah nenek bocor", "diperbaiki")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("jalan rusak di labuku (dusun bambakkuni)", "Itu cerita")
    await sitti.press(words("tombol.ya_cerita"), "Dusun mana di Desa Labuku")
    assert (await told_so_far(place))["desa"]["name"] == "Labuku"


@pytest.mark.parametrize(
    "text",
    ["pasar di sumillan dusun sebelah lebih bagus", "orang boiya dusunnya jauh", "di boiya ada dusun yang gelap"],
)
def test_a_desa_that_is_only_spoken_of_is_no_place(text: str) -> None:
    assert found_in(text, catalog_of().world) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Keppe utara eh selatan maksudku", "Keppe Selatan"),
        ("keppe utara, eh selatan", "Keppe Selatan"),
        ("di keppe utara ralat selatan", "Keppe Selatan"),
        ("keppe utara bukan, selatan", "Keppe Selatan"),
        ("Keppe selatan eh salah, utara", "Keppe Utara"),
        ("keppe utara bukan selatan", "Keppe Utara"),
        ("keppe utara, bukan yang selatan", "Keppe Utara"),
        ("eh salah, keppe utara", "Keppe Utara"),
    ],
)
async def test_of_two_ends_of_a_name_the_last_holds(place: Town, typed: str, name: str) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("Enrekang, kelurahan Galonta", "Lingkungan")
    await sitti.say(typed, mentions("form.usulan.cerita.tanya"))
    told = await told_so_far(place)
    assert (name, "73.16.02.1001") == (told["dusun"]["name"], told["desa"]["code"])

"""What comes to somebody's mind behind a reason answers its own question, also where that was left out."""

import pytest

from tests.journeys.test_in_pieces import _at
from tests.journeys.test_whole_usulan import at_the_hope, told_so_far
from tests.support.sentences import mentions
from tests.support.town import Town

_WHY = "karena anak-anak tidak bisa ke sekolah"


@pytest.mark.parametrize(
    "typed",
    [f"{_WHY}. oh iya yg miskin 14 kk", f"{_WHY}, oiya yang kurang mampu 14 keluarga", f"{_WHY}\neh iya miskin 14 kk"],
)
async def test_the_poor_are_counted_and_the_reason_stands_without_them(place: Town, typed: str) -> None:
    sitti = await _at(place, "alasan")
    await sitti.say(typed, mentions("form.usulan.sumbangan.tanya"))
    told = await told_so_far(place)
    assert (told["kurang_mampu"], told["alasan"]["text"].rstrip(".")) == ({"families": 14}, _WHY)


@pytest.mark.parametrize(
    "typed",
    [f"{_WHY}, oh iya tahun lalu 2 orang jatuh", f"{_WHY}. yang miskin lebih susah", f"{_WHY}, oh iya sudah 3 tahun"],
)
async def test_what_counts_nothing_of_it_stays_in_the_reason(place: Town, typed: str) -> None:
    sitti = await _at(place, "alasan")
    await sitti.say(typed, mentions("form.usulan.sumbangan.tanya"))
    told = await told_so_far(place)
    assert ("kurang_mampu" in told, "jumlah" in told, told["alasan"]["text"]) == (False, False, typed)


async def test_what_is_answered_stays(place: Town) -> None:
    sitti = await _at(place, "kurang_mampu")
    await sitti.say("9", mentions("form.usulan.lokasi.tanya"))
    for key in ("patokan", "ukuran", "alasan"):
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    await sitti.say(f"{_WHY}. oh iya yg miskin 14 kk", mentions("form.usulan.sumbangan.tanya"))
    assert (await told_so_far(place))["kurang_mampu"] == {"families": 9}


async def test_a_hope_in_the_story_is_one_tap_away_in_their_own_tongue(place: Town) -> None:
    sitti = await at_the_hope(place, "jembatan bambu patah tiap hujan, mintaka jembatan beton")
    await sitti.press("mintaka jembatan beton", "foto")
    assert (await told_so_far(place))["harapan"]["text"] == "mintaka jembatan beton"

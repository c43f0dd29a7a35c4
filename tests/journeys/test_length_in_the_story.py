"""How long the broken thing is, told in the story itself, is not asked again; how far somebody walks is no size."""

import pytest

from tests.journeys.test_whole_usulan import at_the_hope, told_so_far
from tests.support.town import Town


@pytest.mark.parametrize(
    ("story", "size"),
    [
        ("jalan ke kebun rusak parah panjang 300 meter, kalau hujan licin", ("300", "m", "p")),
        ("jembatan gantung putus, panjangnya 40 meter. anak sekolah memutar", ("40", "m", "p")),
        ("jalanan 2 km berlubang semua, motor sering jatuh", ("2", "km", "")),
        ("kalau musim kemarau susah. pipa rusak 2 km, air tidak sampai di kampung", ("2", "km", "")),
    ],
)
async def test_the_length_of_the_thing_itself_is_taken(place: Town, story: str, size: tuple[str, str, str]) -> None:
    await at_the_hope(place, story)
    amount, unit, side = size
    assert (await told_so_far(place))["ukuran"]["sizes"] == [{"amount": amount, "unit": unit, "side": side}]


@pytest.mark.parametrize(
    "story",
    [
        "jembatan putus, anak sekolah jalan kaki 2 km tiap hari",
        "jalan rusak 2 km dari kampung, susah mengangkut hasil",
        "jalan putus 300 meter sebelum masjid, motor tidak bisa lewat",
        "jalan ke kebun berlubang, lubangnya panjang 2 meter",
        "air bersih susah, sumbernya 2 km dari sini",
        "jalannya panjang 500 meter tapi yang rusak 200 meter",
        "longsor menutup jalan, orang memutar 5 km",
        "jalan 2 km ke sekolah, anak-anak capek",
    ],
)
async def test_a_way_or_a_hole_is_no_size(place: Town, story: str) -> None:
    await at_the_hope(place, story)
    assert "ukuran" not in await told_so_far(place)


@pytest.mark.parametrize(
    "story",
    [
        "rumah kami bocor. janda semua 4 orang, sama anak nenek satu",
        "atap bocor, yang tinggal di situ 4 orang sama cucu satu",
    ],
)
async def test_who_is_added_makes_the_number_unsure(place: Town, story: str) -> None:
    await at_the_hope(place, story)
    assert "jumlah" not in await told_so_far(place)


@pytest.mark.parametrize("story", ["atap bocor. 4 orang janda"])
async def test_a_thing_that_is_added_changes_no_number_of_people(place: Town, story: str) -> None:
    await at_the_hope(place, story)
    assert (await told_so_far(place))["jumlah"] == {"total": 4}


@pytest.mark.parametrize(
    "typed", ["janda semua 4 orang, sama anak nenek satu", "4 orang, tambah nenek satu", "4 orang sama anak satu"]
)
async def test_five_or_four_is_asked(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, "Atap rumah janda bocor kalau hujan")
    await sitti.say("minta seng baru", "foto")
    for then in ("urusan apa", "paling merasakan", "berapa orang"):
        await sitti.say("lewati", then)
    await sitti.say(typed, "maksudnya yang ini")
    assert "jumlah" not in await told_so_far(place)
    await sitti.press("5 orang", "keluarga kurang mampu")
    assert (await told_so_far(place))["jumlah"] == {"total": 5}

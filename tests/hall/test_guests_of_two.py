"""Two guests in one sentence are two, what tells one from others is no name, polite words are nobody; whom an
invitation reached is answered by what is known."""

import pytest

from bot.core.hall.guests import guests_of
from tests.support.halls import Meeting
from tests.support.sentences import says, words
from tests.support.town import catalog_of


def _read(text: str) -> list[tuple[str, str]]:
    found, _ = guests_of(catalog_of().world.spellings.guests).read_list(text)
    return [(one.name, one.speaks_for) for one in found]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hj. Ramlah PKK sama pak imam", [("Hj. Ramlah", "PKK"), ("pak imam", "")]),
        ("pak imam dan pak kades", [("pak imam", ""), ("pak kades", "")]),
        ("ibu Rahma ketua pkk yang rumahnya dekat masjid", [("ibu Rahma", "ketua pkk")]),
        ("bu Ani yg jual kue\nbu Ani yg guru", [("bu Ani", "jual kue"), ("bu Ani", "guru")]),
        ("Hasnah kader posyandu, Pak Baso petani", [("Hasnah", "kader posyandu"), ("Pak Baso", "")]),
        ("Hasnah, kader posyandu, dusun Jambu", [("Hasnah", "kader posyandu")]),
        ("tabe' pak, bu Ani, makasih", [("bu Ani", "")]),
        ("Pak Made\nBu Ina\nmakasih banyak pak", [("Pak Made", ""), ("Bu Ina", "")]),
        ("makasih", []),
        ("trims pak", []),
        ("permisi", []),
        ("oke", []),
        ("Bu Ani ketua PKK dan ketua majelis taklim", [("Bu Ani", "ketua PKK dan ketua majelis taklim")]),
        ("nenek Halija yg lumpuh", [("nenek Halija", "")]),
    ],
)
def test_who_is_read(text: str, read: list[tuple[str, str]]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("undang pak Camat dan bu Kapus ke musrenbang", {"pak Camat", "bu Kapus"}),
        ("tolong undang pak camat ke musrenbang", {"pak camat"}),
        ("tambah tamu: Hj. Ramlah PKK sama pak imam", {"Hj. Ramlah", "pak imam"}),
    ],
)
async def test_they_are_guests_of_the_meeting_ahead(hall: Meeting, typed: str, names: set[str]) -> None:
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, says("rapat_pratinjau", jumlah=len(names)))
    await hall.press(words("rapat_tombol_simpan", jumlah=len(names)), says("rapat_banyak_dicatat"))
    assert {*await hall.guests()} == names


async def test_without_a_meeting_it_is_said_and_nobody_gets_a_role(hall: Meeting) -> None:
    malik = await hall.office.join("Malik", "fasilitator_desa", "73.16.09.2002")
    await hall.say("undang pak Camat dan bu Kapus ke musdes", says("rapat_belum_ada"), malik)
    assert not await hall.town.rows("SELECT 1 FROM invites WHERE role = 'camat'")


async def test_two_are_put_right_in_one_line(hall: Meeting) -> None:
    await hall.invite("Hj. Ramla, PKK", "Pak Imam Masjid", "Bu Ina")
    await hall.say("/tugas", lambda message: True)
    await hall.say("Ramlah bukan Ramla, imam desa bukan imam masjid", says("rapat_orang", nama="Pak imam desa"))
    assert {*await hall.guests()} == {"Hj. Ramlah", "Pak imam desa", "Bu Ina"}
    told = await hall.say("rabu bukan selasa, siang bukan pagi", lambda message: True)
    assert told["text"] not in says("rapat_orang")
    assert {*await hall.guests()} == {"Hj. Ramlah", "Pak imam desa", "Bu Ina"}


@pytest.mark.parametrize("typed", ["siapa saja yg belum dikasih undangan", "undangan sudah sampai ke siapa saja?"])
async def test_whom_it_reached_is_answered_by_what_is_known(hall: Meeting, typed: str) -> None:
    await hall.say(typed, says("rapat_sudah_dikabari", kosong=True))
    await hall.invite("Hj. Ramla, PKK", "Bu Ina")
    await hall.say("/tugas", lambda message: True)
    await hall.say("bu ina mau datang", lambda message: True)
    told = await hall.say(typed, says("rapat_sudah_dikabari", kosong=False, ada=False))
    assert told["text"] in says("rapat_sudah_dikabari", mau=["Bu Ina"], belum=["Hj. Ramla"])

"""A meeting of the dusun that is named; another meeting told meanwhile waits; an hour alone is asked its day."""

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

TUNCUNG, KECAMATAN = "73.16.01.2003", "73.16.01"
_VENUE = mentions("form.jadwal.tempat.tanya")


@pytest.mark.parametrize(("role", "scope"), [("fasilitator_desa", TUNCUNG), ("fasilitator_kecamatan", KECAMATAN)])
async def test_the_dusun_says_of_which_desa_it_is(office: Office, role: str, scope: str) -> None:
    person = await office.join("Ani", role, scope)
    await office.ask(person, "kumpul dusun Paraja sabtu jam 8 pagi", _VENUE)
    await office.press(person, words("tombol.lewati"), "baca dulu")
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan"))
    found = await office.town.rows("SELECT kind, wilayah, about FROM occasions")
    assert [tuple(row) for row in found] == [("musdus", TUNCUNG, "Paraja")]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        (
            "musdus dusun 1 tgl 5 januari jam 4 sore di sekolah, dusun 2 tgl 6 jam 4 sore juga di masjid",
            ["Dusun 1", "Dusun 2"],
        ),
        ("kumpul dusun 3 tgl 5 januari 2027 jam 4 sore, dusun 4 tgl 6 januari jam 4 sore", ["Dusun 3", "Dusun 4"]),
        ("kumpul dusun Jambu tgl 5 januari jam 4 sore, dusun Paraja tgl 6 januari jam 4 sore", ["Jambu", "Paraja"]),
    ],
)
async def test_several_dusun_have_their_days_in_one_sentence(office: Office, typed: str, names: list[str]) -> None:
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(person, typed, mentions("jadwal_sekaligus"))
    await office.ask(person, "ya simpan", mentions("jadwal_sekaligus_disimpan"))
    found = await office.town.rows("SELECT about, starts_at FROM occasions ORDER BY starts_at")
    assert [row[0] for row in found] == names
    assert [str(row[1])[5:13] for row in found] == ["01-05 08", "01-06 08"]


async def test_a_day_behind_the_word_is_no_name(office: Office) -> None:
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(person, "kumpul dusun 5 januari 2027 jam 4 sore", mentions("form.jadwal.nama.tanya"))


@pytest.mark.parametrize("at", ["venue", "day"])
async def test_another_meeting_is_no_venue_and_no_day_and_waits(office: Office, at: str) -> None:
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(
        person,
        "kumpul dusun Paraja" + (" sabtu jam 8 pagi" if at == "venue" else ""),
        mentions("form.jadwal.tempat.tanya" if at == "venue" else "form.jadwal.waktu.tanya"),
    )
    await office.ask(person, "musdes tgl 20 januari 2027 jam 9", says("jadwal_pertemuan_lain"))
    if at == "day":
        await office.ask(person, "sabtu jam 8 pagi", _VENUE)
    await office.ask(person, "rumah pak kadus", "baca dulu")
    await office.press(person, words("tombol.kirim"), _VENUE)
    await office.press(person, words("tombol.lewati"), "baca dulu")
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    found = await office.town.rows("SELECT kind, place FROM occasions ORDER BY id")
    assert [tuple(row) for row in found] == [("musdus", "rumah pak kadus"), ("musdes", "")]


async def test_of_an_hour_alone_the_day_is_asked(office: Office) -> None:
    person = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(person, "/jadwal musrenbang kecamatan", mentions("form.jadwal.waktu.tanya"))
    await office.ask(person, "jam 7", mentions("form.jadwal.waktu.tanya", jam="07.00"))
    asked = await office.ask(person, "besok", _VENUE)
    assert "07.00" in asked["text"]


async def test_who_read_all_is_shown_what_waits(office: Office) -> None:
    person = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(person, "sudah ku baca semua", says("periksa_kosong_saya"))


async def test_the_name_of_a_meeting_where_its_place_is_asked_is_asked_about(any_office: Office) -> None:
    office = any_office
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(person, "musdes tgl 20 januari 2027 jam 9", _VENUE)
    await office.ask(person, "musdus dusun Paraja saja", says("jadwal_tempat_atau_pertemuan"))
    await office.press(person, words("tombol_jadwal_itu_pertemuan"), says("jadwal_pertemuan_lain"))
    await office.hears(person, _VENUE)
    await office.ask(person, "kantor desa", "baca dulu")
    await office.press(person, words("tombol.kirim"), mentions("form.jadwal.waktu.tanya"))
    assert [tuple(row) for row in await office.town.rows("SELECT kind, place FROM occasions")] == [
        ("musdes", "kantor desa")
    ]


@pytest.mark.parametrize("again", ["typed", "pressed"])
async def test_it_may_be_the_place_after_all(office: Office, again: str) -> None:
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(person, "musdes tgl 20 januari 2027 jam 9", _VENUE)
    typed = "musdus dusun Paraja saja"
    await office.ask(person, typed, says("jadwal_tempat_atau_pertemuan"))
    if again == "typed":
        await office.ask(person, typed, "baca dulu")
    else:
        await office.press(person, words("tombol_jadwal_itu_tempatnya"), "baca dulu")


@pytest.mark.parametrize("typed", ["kantor desa", "dusun Paraja", "rumah pak kadus", "kelurahan Bangkala"])
async def test_a_place_is_a_place(office: Office, typed: str) -> None:
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(person, "musdes tgl 20 januari 2027 jam 9", _VENUE)
    await office.ask(person, typed, "baca dulu")


@pytest.mark.parametrize("how", ["tidak jadi", "/batal", "pressed"])
async def test_the_meeting_that_waits_is_prepared_also_when_the_first_is_given_up(office: Office, how: str) -> None:
    person = await office.join("Ani", "fasilitator_desa", TUNCUNG)
    await office.ask(person, "kumpul dusun Paraja sabtu jam 8 pagi", _VENUE)
    await office.ask(person, "musdes tgl 20 januari 2027 jam 9", says("jadwal_pertemuan_lain"))
    await office.ask(person, "rumah pak kadus", "baca dulu")
    await office.ask(person, "jam 9 saja", "baca dulu")
    if how == "pressed":
        await office.press(person, words("tombol.batal"), words("mesin.yakin_batal"))
        await office.press(person, words("tombol.ya_batalkan"), _VENUE)
    else:
        await office.ask(person, how, _VENUE)
    await office.press(person, words("tombol.lewati"), "baca dulu")
    await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    assert [row[0] for row in await office.town.rows("SELECT kind FROM occasions")] == ["musdes"]

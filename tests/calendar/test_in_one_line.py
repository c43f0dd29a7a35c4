"""Every example on the screen works as typed: the meeting, its place and its day in one line, wherever it is said."""

import pytest

from tests.calendar.test_jadwal import labels
from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN
from tests.support.sentences import mentions, says, words

PLACE = mentions("form.jadwal.tempat.tanya")


async def _example(office: Office, person: object) -> str:
    """What the calendar says one may type."""
    told = (await office.ask(person, "/jadwal", says("jadwal_daftar", boleh=True)))["text"]  # type: ignore[arg-type]
    return str(told).rpartition("misalnya: ")[2]


@pytest.mark.parametrize(
    ("role", "scope", "name"),
    [
        ("fasilitator_desa", DESA, "Desa Pattondon Salu"),
        ("fasilitator_kecamatan", KECAMATAN, "Kelurahan Bangkala"),
        ("bappeda", "73.16", "Kecamatan Maiwa"),
    ],
)
async def test_the_example_on_the_screen_works_as_typed(office: Office, role: str, scope: str, name: str) -> None:
    """On a Monday "selasa depan" may mean two days: that is all that is asked."""
    person = await office.join("Ani", role, scope)
    which = await office.ask(person, await _example(office, person), says("pengertian.maksudnya"))
    await office.press(person, labels(which)[1], PLACE)
    card = await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    assert "Selasa, 10 November 2026, 09.00" in card["text"]
    told = await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan"))
    assert name in told["text"]


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("/jadwal musrenbang kecamatan maiwa 14/1/27 jam 9", "Musrenbang kecamatan, Kecamatan Maiwa"),
        ("/jadwal musrenbang Maiwa 14/1/27 jam 9", "Musrenbang kecamatan, Kecamatan Maiwa"),
        ("/jadwal musrenbang di kec. Maiwa 14 januari jam 9 pagi", "Musrenbang kecamatan, Kecamatan Maiwa"),
        ("/jadwal musrenbang desa boiya 14/1/27 jam 9", "Musrenbang desa, Desa Boiya"),
        ("/jadwal musrenbang Galonta 14/1/27 jam 9", "Musrenbang kelurahan, Kelurahan Galonta"),
        ("musrenbang maiwa tanggal 14 januari jam 9", "Musrenbang kecamatan, Kecamatan Maiwa"),
    ],
)
async def test_an_officer_names_a_place_by_its_name_in_one_line(office: Office, typed: str, where: str) -> None:
    person = await office.join("Ani", "bappeda", "73.16")
    await office.ask(person, typed, PLACE)
    await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    told = (await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan")))["text"]
    assert f"{where}\nKamis, 14 Januari 2027, 09.00 WITA" in told


async def test_what_works_behind_the_command_works_where_its_first_question_stands(office: Office) -> None:
    person = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await office.ask(person, "/jadwal", says("jadwal_daftar"))
    await office.press(person, words("tombol_jadwal_baru"), mentions("form.jadwal.tingkat.tanya"))
    await office.ask(person, "musrenbang desa boiya 14/1/27 jam 9", PLACE)
    await office.ask(person, "/jadwal", says("jadwal_daftar"))
    await office.press(person, words("tombol_jadwal_baru"), mentions("form.jadwal.tingkat.tanya"))
    await office.press(person, words("form.jadwal.tingkat.pilihan.kecamatan"), mentions("form.jadwal.macam.tanya"))
    await office.ask(person, "musrenbang 14/1/27 jam 9", PLACE)
    card = await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    assert "Pertemuan: Musrenbang kecamatan" in card["text"]


async def test_the_sentence_works_also_at_which_day(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal musrenbang", "hari apa, jam berapa?")
    await office.ask(person, "musrenbang 14/1/27 jam 9", PLACE)


async def test_a_day_that_was_told_is_kept_while_the_place_is_asked_for(office: Office) -> None:
    person = await office.join("Ani", "bappeda", "73.16")
    await office.ask(person, "/jadwal musrenbang kecamatan 14/1/27 jam 9", mentions("form.jadwal.kecamatan.tanya"))
    await office.ask(person, "Maiwa", PLACE)


async def test_a_name_alone_answers_the_question_that_is_asked(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal", says("jadwal_daftar"))
    await office.press(person, words("tombol_jadwal_baru"), mentions("form.jadwal.macam.tanya"))
    await office.ask(person, "musrenbang desa", "hari apa, jam berapa?")


@pytest.mark.parametrize(
    ("typed", "where", "venue"),
    [
        ("/jadwal musdes Boiya selasa 12 januari jam 9 di kantor camat", "Desa Boiya", "kantor camat"),
        ("tetapkan musdes Boiya selasa 12 januari jam 9 kantor camat", "Desa Boiya", "kantor camat"),
        ("Musdes Boiya di rumah Pak Baso selasa 12 januari jam 9", "Desa Boiya", "rumah Pak Baso"),
        ("/jadwal musdes 12/1/27 jam 9 bertempat di kantor desa Boiya", "Desa Boiya", "kantor desa Boiya"),
        (
            "/jadwal musdes di Boiya tanggal 12 januari jam 9 pagi di aula lantai 2, bawa usulan",
            "Desa Boiya",
            "aula lantai 2",
        ),
        ("/jadwal musrenbang kecamatan 12/1/27 jam 9 di aula desa Boiya", "Kecamatan Maiwa", "aula desa Boiya"),
    ],
)
async def test_the_place_in_the_line_is_kept_and_told(office: Office, typed: str, where: str, venue: str) -> None:
    person = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    card = await office.ask(person, typed, mentions("form.jadwal.tinjau"))
    assert f"Tempat: {venue}" in card["text"]
    told = (await office.press(person, words("tombol.kirim"), says("jadwal_ditetapkan", di=venue)))["text"]
    assert f"{where}\nSelasa, 12 Januari 2027, 09.00 WITA\nTempat: {venue}\n" in told


async def test_the_place_beside_the_day_is_kept_where_the_day_is_asked(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal musrenbang", "hari apa, jam berapa?")
    card = await office.ask(person, "selasa 12 januari jam 9 di masjid", mentions("form.jadwal.tinjau"))
    assert "Tempat: masjid" in card["text"]


async def test_a_place_is_kept_while_the_hour_is_asked(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal musrenbang selasa 12 januari di kantor desa", "Jam berapa mulainya?")
    card = await office.ask(person, "jam 9", mentions("form.jadwal.tinjau"))
    assert "Tempat: kantor desa" in card["text"]

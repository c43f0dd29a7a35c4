"""Several dates in one message, each with its own day: all are shown, one yes sets them, and nothing is set before."""

import pytest

from tests.support.desk import local
from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions, says, words

_HELD = "SELECT wilayah, starts_at FROM occasions ORDER BY wilayah"
_SHOWN = mentions("jadwal_sekaligus", jumlah=3)


@pytest.mark.parametrize(
    "typed",
    [
        "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari semua jam 9",
        "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari dan baraka 11 februari, jam 9 semua",
        "tolong catat musrenbang kecamatan maiwa tgl 9 februari, enrekang tgl 10 sama baraka tgl 11, jam 9 semua",
        "musrenbang kecamatan:\nmaiwa 9 februari jam 9\nenrekang 10 februari jam 9\nbaraka 11 februari jam 9",
        "musrenbang kec.\nmaiwa: 9 februari 2027 jam 9\nenrekang: 10 februari jam 9\nbaraka: 11 februari jam 9",
        "musrenbang kecamatan 2027:\n1. maiwa - 9 feb jam 9\n2. enrekang - 10 feb jam 9\n3. baraka - 11 feb jam 9",
    ],
)
async def test_three_kecamatan_are_shown_and_one_yes_sets_them(anywhere: Home, typed: str) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    if "2027" in typed:  # beside a form that asks its first question
        await at_home.ask(ratna, "jadwalkan musrenbang kecamatan maiwa", mentions("form.jadwal.waktu.tanya"))
    shown = await at_home.ask(ratna, typed, _SHOWN)
    assert all(day in shown["text"] for day in ("Selasa, 9 Februari", "Rabu, 10 Februari", "Kamis, 11 Februari"))
    assert not await at_home.town.rows(_HELD)
    await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    found = await at_home.town.rows(_HELD)
    assert [(row[0], str(row[1])[:13].replace("T", " ")) for row in found] == [
        ("73.16.01", "2027-02-09 01"),
        ("73.16.02", "2027-02-10 01"),
        ("73.16.03", "2027-02-11 01"),
    ]
    assert await at_home.town.rows("SELECT 1 FROM tasks")
    await at_home.ask(ratna, "yg enrekang geser ke 23 februari", mentions("form.jadwal_pindah.alasan.tanya"))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("tetapkan musrenbang kecamatan maiwa, enrekang, baraka tanggal 9 februari jam 9 di kantor camat", "9 9 9"),
        ("musrenbang kecamatan di maiwa, enrekang dan baraka semua tgl 9 februari jam 9 di kantor camat", "9 9 9"),
        (
            "musrenbang kecamatan: maiwa 2 februari, enrekang 3 feb, baraka 4 feb jam 9 di kantor camat",
            "2 3 4",
        ),
        (
            "musrenbang kecamatan maiwa 2 februari, enrekang 3 feb, baraka 4 feb, semua jam 9 di kantor camat",
            "2 3 4",
        ),
    ],
)
async def test_a_day_an_hour_or_a_place_that_is_told_once_holds_for_all(at_home: Home, typed: str, days: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    shown = await at_home.ask(ratna, typed, _SHOWN)
    assert shown["text"].count("09.00") == shown["text"].count("kantor camat") == 3
    await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    found = await at_home.town.rows("SELECT wilayah, starts_at, place FROM occasions ORDER BY wilayah")
    assert [row[0] for row in found] == ["73.16.01", "73.16.02", "73.16.03"]
    assert " ".join(str(int(str(row[1])[8:10])) for row in found) == days
    assert {row[2] for row in found} == {"kantor camat"}


async def test_several_places_of_one_day_are_heard_where_the_form_asks_as_well(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, "tetapkan tanggal", says("form.jadwal.tingkat.tanya"))
    await at_home.ask(ratna, "musrenbang kecamatan maiwa, enrekang, baraka tanggal 9 februari jam 9", _SHOWN)
    await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    assert len(await at_home.town.rows(_HELD)) == 3
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


async def test_one_of_them_is_put_right_and_one_more_is_told(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari semua jam 9", "Ada 2")
    shown = await at_home.ask(ratna, "enrekang jam 10 saja", "Ada 2")
    assert "10 Februari 2027, 10.00" in shown["text"]
    assert "9 Februari 2027, 09.00" in shown["text"]
    await at_home.ask(ratna, "alla 12 februari jam 9 juga", _SHOWN)
    await at_home.press(ratna, words("form.jadwal_sekaligus.simpan.pilihan.ya"), says("jadwal_sekaligus_disimpan"))
    assert len(await at_home.town.rows(_HELD)) == 3


async def test_a_no_sets_none_and_what_stands_is_not_changed(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.hold("musrenbang_kecamatan", "73.16.02", local(2, 3))
    typed = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari semua jam 9"
    shown = await at_home.ask(ratna, typed, _SHOWN)
    assert "Rabu, 3 Februari 2027" in shown["text"]
    await at_home.press(ratna, words("form.jadwal_sekaligus.simpan.pilihan.tidak"), says("jadwal_tidak_jadi"))
    assert len(await at_home.town.rows(_HELD)) == 1
    await at_home.ask(ratna, typed, _SHOWN)
    await at_home.ask(ratna, "simpan", says("jadwal_sekaligus_disimpan"))
    assert [str(row[1])[:10] for row in await at_home.town.rows(_HELD)] == ["2027-02-09", "2027-02-03", "2027-02-11"]


async def test_two_more_are_shown_beside_the_one_that_is_open(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, "musrenbang kecamatan maiwa 9 februari jam 9 kantor camat", mentions("form.jadwal.tinjau"))
    shown = await at_home.ask(ratna, "enrekang rabu 10 februari jam 9, baraka kamis 11 februari jam 9", _SHOWN)
    assert all(day in shown["text"] for day in ("Selasa, 9 Februari", "Rabu, 10 Februari", "Kamis, 11 Februari"))
    told = await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    assert "kantor camat" in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "eh baraka jam 10 saja, yang enrekang tgl 12",
        "baraka jam 10 saja yang enrekang tgl 12",
        "enrekang tgl 12 dan baraka jam 10",
    ],
)
async def test_each_clause_puts_right_its_own_place(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    told = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari semua jam 9"
    await at_home.ask(ratna, told, _SHOWN)
    shown = await at_home.ask(ratna, typed, _SHOWN)
    for line in ("Maiwa: Selasa, 9 Februari 2027, 09.00", "Enrekang: Jumat, 12 Februari 2027, 09.00"):
        assert line in shown["text"]
    assert "Baraka: Kamis, 11 Februari 2027, 10.00" in shown["text"]


async def test_three_dusun_of_one_desa_have_their_own_days(anywhere: Home) -> None:
    rahman = await anywhere.join("Rahman", "fasilitator_desa", "73.16.03.2007")
    told = "kumpul dusun bau 1 tgl 10 februari jam 4 sore, bau 2 tgl 11 februari jam 4, loka 1 tgl 12 februari jam 4"
    shown = await anywhere.ask(rahman, f"{told} semua di rumah kadus", _SHOWN)
    assert shown["text"].count("16.00") == shown["text"].count("rumah kadus") == 3
    await anywhere.ask(rahman, "bau 2 jam 5 sore saja", _SHOWN)
    await anywhere.ask(rahman, "ya", says("jadwal_sekaligus_disimpan"))
    found = await anywhere.town.rows("SELECT about, starts_at, place FROM occasions ORDER BY starts_at")
    assert [(row[0], str(row[1])[8:13].replace("T", " "), row[2]) for row in found] == [
        ("Bau 1", "10 08", "rumah kadus"),
        ("Bau 2", "11 09", "rumah kadus"),
        ("Loka 1", "12 08", "rumah kadus"),
    ]


@pytest.mark.parametrize("typed", ["enrekang sama baraka juga", "bukan itu, tiga kecamatan: maiwa, enrekang, baraka"])
async def test_more_places_of_the_same_day_are_told_below_one(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(
        ratna, "musrenbang kecamatan maiwa 9 februari jam 9 di kantor camat", mentions("form.jadwal.tinjau")
    )
    shown = await at_home.ask(ratna, typed, _SHOWN)
    assert all(name in shown["text"] for name in ("Maiwa", "Enrekang", "Baraka"))


async def test_all_of_a_wilayah_move_together_after_one_yes_and_a_flood_is_only_why(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    typed = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari semua jam 9"
    await at_home.ask(ratna, typed, _SHOWN)
    await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    shown = mentions("jadwal_pindah_semua", jumlah=3, alasan="banjir")
    asked = await at_home.ask(ratna, "pindahkan semua musrenbang kecamatan seminggu, banjir", shown)
    assert "115" not in "".join(at_home.texts(ratna))
    assert "Kamis, 18 Februari" in asked["text"]
    await at_home.ask(ratna, "ya", mentions("jadwal_dipindah"))
    found = await at_home.town.rows(_HELD)
    assert [str(row[1])[:10] for row in found] == ["2027-02-16", "2027-02-17", "2027-02-18"]


_FOUR = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari, alla 12 februari jam 9"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("alla jam 8 saja krn jumat", "Alla: Jumat, 12 Februari 2027, 08.00 WITA\n"),
        ("alla jam 8, jumat harus cepat", "Alla: Jumat, 12 Februari 2027, 08.00 WITA\n"),
        ("alla jumat jam 8", "Alla: Jumat, 12 Februari 2027, 08.00 WITA\n"),
        ("alla jam 8 saja supaya selesai sebelum kamis", "Alla: Jumat, 12 Februari 2027, 08.00 WITA\n"),
        (
            "alla kamis saja",
            "Alla: Kamis, 11 Februari 2027, 09.00 WITA (tadinya Jumat, 12 Februari 2027",
        ),
        ("salah, alla tgl 15", "Alla: Senin, 15 Februari 2027, 09.00 WITA (tadinya Jumat, 12 Februari 2027"),
        ("semua jam 8 saja", "Alla: Jumat, 12 Februari 2027, 08.00 WITA\n"),
    ],
)
async def test_no_day_moves_further_than_the_words_say_and_another_is_marked(
    at_home: Home, typed: str, line: str
) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, _FOUR, mentions("jadwal_sekaligus", jumlah=4))
    shown = (await at_home.ask(ratna, typed, mentions("jadwal_sekaligus", jumlah=4)))["text"]
    assert line in shown, shown
    assert shown.count("tadinya") == line.count("tadinya")


async def test_several_are_put_right_at_once_and_what_is_not_understood_is_said(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    shown = mentions("jadwal_sekaligus", jumlah=4)
    await at_home.ask(ratna, _FOUR, shown)
    typed = "salah, enrekang tgl 11, baraka tgl 10, alla tgl 15, tempatnya di aula kantor camat masing2"
    text = (await at_home.ask(ratna, typed, shown))["text"]
    assert text.count("di aula kantor camat") == 4
    assert "masing2" not in text
    assert all(line in text for line in ("Enrekang: Kamis, 11", "Baraka: Rabu, 10", "Alla: Senin, 15 Februari"))
    text = (await at_home.ask(ratna, "baraka jam 1 siang dan maiwa di masjid raya", shown))["text"]
    assert all(line in text for line in ("Baraka: Rabu, 10 Februari 2027, 13.00", "09.00 WITA, di masjid raya"))
    text = (await at_home.ask(ratna, "salah, maiwa jam 10, baraka mobilnya rusak", shown))["text"]
    assert all(line in text for line in ("Maiwa: Selasa, 9 Februari 2027, 10.00", "baraka mobilnya rusak"))
    assert "cendana masih banjir" in (await at_home.ask(ratna, "salah, cendana masih banjir", shown))["text"]
    await at_home.ask(ratna, "salah, bukan itu", says("jadwal_tidak_jadi"))


@pytest.mark.parametrize(
    "typed",
    [
        "musrenbang kecamatan tahun ini: maiwa 9 feb, enrekang 10 feb, baraka 11 feb semua jam 9 di kantor camat",
        "musrenbang kecamatan di kantor camat, maiwa 9 feb, enrekang 10 feb, baraka 11 feb, jam 9",
        "musrenbang kecamatan di kantor camat, maiwa 9 feb, enrekang 10 feb, baraka 11 feb jam 9",
        "musrenbang kecamatan maiwa 9 feb, enrekang 10 feb, baraka 11 feb, jam 9 di kantor camat",
        "musrenbang kec maiwa selasa 9 feb, kec enrekang rabu 10 feb, kec baraka 11 feb jam 9 di kantor camat",
        "musrenbang kecamatan maiwa 9 feb jam 9|di kantor camat, begitu juga yg enrekang 10 feb, baraka 11 feb",
    ],
)
async def test_each_has_its_own_day_however_they_are_told(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    first, _, then = typed.partition("|")
    if then:
        await at_home.ask(ratna, first, mentions("form.jadwal.tempat.tanya"))
    text = (await at_home.ask(ratna, then or first, _SHOWN))["text"]
    assert all(day in text for day in ("Maiwa: Selasa, 9", "Enrekang: Rabu, 10", "Baraka: Kamis, 11")), text
    assert text.count("09.00 WITA, di kantor camat\n") == 3, text


_DESA = "musrenbang desa tuncung 19 januari jam 9, pattondon salu 21 januari jam 9, boiya 22 januari jam 9"


@pytest.mark.parametrize(
    ("typed", "moved"),
    [
        ("musrenbang desa se-kecamatan maiwa mundur semua satu minggu karena banjir", "Tuncung Pattondon Boiya"),
        ("tunda semua musrenbang desa di kecamatan maiwa seminggu, banjir", "Tuncung Pattondon Boiya"),
        ("musrenbang desa tuncung, pattondon salu dan boiya diundur seminggu karena banjir", "Tuncung Pattondon Boiya"),
        ("musrenbang desa tuncung dan boiya diundur seminggu karena banjir di pattondon salu", "Tuncung Boiya"),
        ("semua musrenbang di maiwa mundur seminggu karena banjir|yang kecamatan jangan", "Tuncung Pattondon Boiya"),
        ("semua musrenbang di maiwa mundur seminggu karena banjir|cuma yang desa", "Tuncung Pattondon Boiya"),
        (
            "semua musrenbang di maiwa mundur seminggu karena banjir|yang kecamatan jangan, cuma yang desa",
            "Tuncung Pattondon Boiya",
        ),
        ("semua musrenbang di maiwa mundur seminggu karena banjir|boiya jangan", "Tuncung Pattondon kecamatan"),
        ("semua musrenbang di maiwa mundur seminggu karena banjir", "Tuncung Pattondon Boiya kecamatan"),
        ("musrenbang desa se-kecamatan maiwa mundur seminggu karena banjir", "Tuncung Pattondon Boiya"),
        ("musrenbang desa se kec maiwa tunda seminggu krn banjir", "Tuncung Pattondon Boiya"),
        ("maiwa banjir, semua musyawarah di maiwa tunda satu minggu", "Tuncung Pattondon Boiya kecamatan"),
    ],
)
async def test_the_kind_and_the_places_that_are_said_are_those_that_move(at_home: Home, typed: str, moved: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    hasbi = await at_home.join("Hasbi", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(
        ratna, "musrenbang kecamatan maiwa 9 februari jam 9 di kantor camat", mentions("form.jadwal.tinjau")
    )
    await at_home.ask(ratna, "ya", says("jadwal_ditetapkan"))
    await at_home.ask(hasbi, _DESA, _SHOWN)
    await at_home.ask(hasbi, "ya", says("jadwal_sekaligus_disimpan"))
    first, _, then = typed.partition("|")
    shown = await at_home.ask(ratna, first, says("jadwal_pindah_semua"))
    shown = await at_home.ask(ratna, then, says("jadwal_pindah_semua")) if then else shown
    names = {
        "Tuncung": "Desa Tuncung",
        "Pattondon": "Pattondon Salu",
        "Boiya": "Desa Boiya",
        "kecamatan": "Kecamatan Maiwa",
    }
    assert [name for name, named in names.items() if f"{named}: " in shown["text"]] == moved.split(), shown["text"]


async def test_one_desa_that_moves_for_the_flood_of_another_moves_alone(at_home: Home) -> None:
    hasbi = await at_home.join("Hasbi", "fasilitator_kecamatan", "73.16.01")
    await at_home.ask(hasbi, _DESA, _SHOWN)
    await at_home.ask(hasbi, "ya", says("jadwal_sekaligus_disimpan"))
    told = await at_home.ask(hasbi, "musrenbang tuncung mundur seminggu karena boiya banjir", says("jadwal_pindahkah"))
    assert "Desa Tuncung" in told["text"]


async def test_what_there_is_to_think_of_says_of_which(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", "73.16")
    typed = "musrenbang kecamatan: Maiwa tgl 16 februari, Curio 18 februari, semua jam 9"
    told = (await at_home.ask(ratna, typed, mentions("jadwal_sekaligus", jumlah=2)))["text"].splitlines()
    first, second = (next(line for line in told if line.startswith(f"⚠ Nomor {n}:")) for n in (1, 2))
    assert "Tuncung" in first
    assert "Buntu Pema" in second
    assert any(line.startswith("⚠ Bulan Ramadan") for line in told)

"""A move later lies behind the day that is moved; "batalkan … tgl 14" names the meeting by its day."""

from datetime import datetime

import pytest

from tests.support.desk import DESA, HELD
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

#: The meeting is held on Thursday 14 January; it is Thursday the 7th.
_WHY = mentions("form.jadwal_pindah.alasan.tanya")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("diundur hari sabtu", "Sabtu, 16 Januari 2027, 09.00"),
        ("musrenbang ditunda ke rabu", "Rabu, 20 Januari 2027, 09.00"),
        ("mundurkan ke kamis", "Kamis, 21 Januari 2027, 09.00"),
        ("dimajukan hari rabu", "Rabu, 13 Januari 2027, 09.00"),
        ("musrenbang diundur ke tgl 20", "Rabu, 20 Januari 2027, 09.00"),
        ("diundur sabtu depan jam 10", "Sabtu, 16 Januari 2027, 10.00"),
        ("musrenbang diundur jam 10", "Kamis, 14 Januari 2027, 10.00"),
    ],
)
async def test_later_is_behind_the_day_that_is_moved(at_home: Home, typed: str, day: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    assert day in (await at_home.ask(ratna, typed, _WHY))["text"]


async def test_in_the_form_a_weekday_is_later_too(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "musrenbang ditunda", "Pindah ke hari apa")
    assert "Sabtu, 16 Januari" in (await at_home.ask(ratna, "diundur hari sabtu", _WHY))["text"]


@pytest.mark.parametrize("typed", ["diundur tgl 9", "diundur besok"])
async def test_a_day_before_it_is_no_move_later(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, typed, "Pindah ke hari apa")


@pytest.mark.parametrize(
    "typed",
    [
        "batalkan musyawarah tgl 14",
        "musrenbang tgl 14 batal",
        "batalkan musrenbang hari kamis",
        "batalkan rapat tanggal 14",
    ],
)
async def test_the_meeting_of_the_day_that_is_named_is_cancelled(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.hold("musdes", DESA, datetime(2027, 1, 20, 9, 0, tzinfo=HELD.tzinfo))
    await at_home.ask(ratna, typed, mentions("form.jadwal_batal.alasan.tanya"))
    await at_home.ask(ratna, "banyak yang panen", says("jadwal_batalkah"))
    await at_home.press(ratna, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan"))
    left = await at_home.town.rows("SELECT kind FROM occasions WHERE cancelled_at IS NULL")
    assert [row[0] for row in left] == ["musdes"]


async def test_with_its_reason_a_yes_is_enough(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "batalkan musyawarah tgl 14 karena banjir", says("jadwal_batalkah", alasan="banjir"))


async def test_of_a_day_without_a_meeting_none_is_offered(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "batalkan musyawarah tgl 16", says("menu_pindah_yang_mana", batal=True))


async def test_cancelled_and_set_to_another_day_is_a_move(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    told = await at_home.ask(ratna, "musrenbang batal, pindah ke tgl 20", _WHY)
    assert "20 Januari" in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "minggu depan sy cuti",
        "sy mau libur minggu depan",
        "minggu depan saya mau cuti pak",
        "mau ambil cuti minggu depan",
    ],
)
async def test_leave_is_heard_in_any_order(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, typed, says("tidak_di_tempat", mulai="Senin, 11 Januari 2027"))
    (days,) = await at_home.town.rows("SELECT away_from, away_until FROM people WHERE away_until IS NOT NULL")
    assert [str(day) for day in days] == ["2027-01-11", "2027-01-18"]


async def test_a_rest_from_lessons_is_no_leave(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "sy mau libur belajar minggu depan", lambda message: True)
    assert not await at_home.town.rows("SELECT 1 FROM people WHERE away_until IS NOT NULL")


async def test_whoever_asks_when_it_is_hears_that_it_was_cancelled(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "batalkan musyawarah tgl 14 karena banjir", says("jadwal_batalkah", alasan="banjir"))
    await at_home.press(ratna, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan"))
    told = await at_home.ask(ratna, "kapan musrenbang desa", says("tanya_rapat", wilayah=True, batal=[True]))
    assert "14 Januari 2027, 09.00 WITA: dibatalkan" in told["text"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("mundur seminggu krn banjir", "Kamis, 21 Januari 2027, 09.00"),
        ("undur dua hari ya pak, kades ke makassar", "Sabtu, 16 Januari 2027, 09.00"),
        ("maju sehari karena pasar", "Rabu, 13 Januari 2027, 09.00"),
    ],
)
async def test_by_how_much_and_why_needs_no_name(at_home: Home, typed: str, day: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    assert day in (await at_home.ask(ratna, typed, says("jadwal_pindahkah")))["text"]


@pytest.mark.parametrize("typed", ["eh maju sehari saja", "maju sehari"])
async def test_by_how_much_is_no_reason(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "mundur dua hari", _WHY)
    assert "Rabu, 13 Januari 2027, 09.00" in (await at_home.ask(ratna, typed, _WHY))["text"]
    await at_home.ask(ratna, "seminggu lagi ada pesta", says("jadwal_pindahkah", alasan="seminggu lagi ada pesta"))


@pytest.mark.parametrize(
    "typed",
    [
        "banjir di Maiwa, semua pertemuan ditunda seminggu",
        "seluruh pertemuan di Maiwa mundur satu minggu karena banjir",
        "Maiwa banjir pak, tunda semua pertemuan seminggu",
    ],
)
async def test_all_of_a_kecamatan_are_later(at_home: Home, typed: str) -> None:
    lina = await at_home.join("Lina", "fasilitator_kecamatan", DESA.rpartition(".")[0])
    await at_home.hold()
    await at_home.hold("musdes", DESA, datetime(2027, 1, 20, 9, 0, tzinfo=HELD.tzinfo))
    shown = await at_home.ask(lina, typed, mentions("jadwal_pindah_semua", jumlah=2))
    assert all(day in shown["text"] for day in ("Kamis, 21 Januari", "Rabu, 27 Januari"))


async def test_the_hour_and_the_place_leave_the_day(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "musdes 20 januari", mentions("form.jadwal.waktu.tanya"))
    shown = await at_home.ask(ratna, "jam 9 di aula kantor desa", mentions("form.jadwal.tinjau"))
    assert "Rabu, 20 Januari 2027, 09.00" in shown["text"]
    assert "aula kantor desa" in shown["text"]


@pytest.mark.parametrize("typed", ["di gedung PKK saja", "tempatnya di gedung PKK"])
async def test_a_place_alone_is_that_of_the_date_above(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "musdes 20 januari jam 9 di kantor desa", mentions("form.jadwal.tinjau"))
    await at_home.press(ratna, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    await at_home.ask(ratna, typed, says("jadwal_tempatkah", ke="gedung PKK"))


@pytest.mark.parametrize(
    "typed",
    [
        "maiwa banjir besar, semua pertemuan di kecamatan maiwa mundur satu minggu",
        "semua rapat di kec maiwa diundur seminggu krn banjir",
        "semua pertemuan di maiwa mundur seminggu karena banjir, jam dan tempat tetap",
    ],
)
async def test_all_that_are_in_a_kecamatan_are_not_only_its_own(at_home: Home, typed: str) -> None:
    kecamatan = DESA.rpartition(".")[0]
    lina = await at_home.join("Lina", "fasilitator_kecamatan", kecamatan)
    await at_home.hold()
    await at_home.hold("musrenbang_kecamatan", kecamatan, datetime(2027, 2, 9, 9, 0, tzinfo=HELD.tzinfo))
    shown = await at_home.ask(lina, typed, mentions("jadwal_pindah_semua", jumlah=2))
    assert all(day in shown["text"] for day in ("Kamis, 21 Januari", "Selasa, 16 Februari"))
    assert "tetap" not in shown["text"]


async def test_all_of_one_kind_are_no_others(at_home: Home) -> None:
    kecamatan = DESA.rpartition(".")[0]
    lina = await at_home.join("Lina", "fasilitator_kecamatan", kecamatan)
    await at_home.hold()
    await at_home.hold("musrenbang_kecamatan", kecamatan, datetime(2027, 2, 9, 9, 0, tzinfo=HELD.tzinfo))
    shown = await at_home.ask(lina, "musrenbang kecamatan mundur seminggu karena banjir", says("jadwal_pindahkah"))
    assert "Selasa, 16 Februari" in shown["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "eh bukan batal, diundur saja ke sabtu",
        "musrenbangnya bukan dibatalkan tapi diundur sabtu",
        "musrenbang tidak batal, cuma ditunda ke hari sabtu",
        "jangan dibatalkan, mundurkan saja ke sabtu",
    ],
)
@pytest.mark.parametrize("is_asked_why", [False, True])
async def test_what_is_not_cancelled_but_later_is_moved(at_home: Home, typed: str, is_asked_why: bool) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    if is_asked_why:
        await at_home.ask(ratna, "batalkan musrenbang", mentions("form.jadwal_batal.alasan.tanya"))
    assert "Sabtu, 16 Januari 2027" in (await at_home.ask(ratna, typed, _WHY))["text"]


async def test_what_is_not_later_but_cancelled_is_cancelled(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    reply = await at_home.ask(ratna, "musrenbang bukan diundur, dibatalkan saja karena banjir", says("jadwal_batalkah"))
    assert "Sabtu" not in reply["text"]

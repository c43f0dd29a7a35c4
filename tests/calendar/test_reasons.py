"""Why a date moves or is cancelled: told in the same sentence it is shown, and asked for it is no yes."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN, set_date
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

_CANCELS, _MOVES = mentions("form.jadwal_batal.alasan.tanya"), mentions("form.jadwal_pindah.alasan.tanya")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("batal rapatnya, ada pesta adat", "ada pesta adat"),
        ("rapat dibatalkan karena pak desa sakit", "pak desa sakit"),
        ("ada pesta adat, jadi musrenbang dibatalkan", "ada pesta adat"),
        ("musrenbang desa batal ada hajatan besar", "ada hajatan besar"),
        ("musrenbang tidak jadi krn semua panen", "semua panen"),
    ],
)
async def test_the_reason_in_the_sentence_is_shown_before_a_yes(any_office: Office, typed: str, why: str) -> None:
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, typed, says("jadwal_batalkah", alasan=why))
    assert not await office.town.rows("SELECT 1 FROM occasions WHERE cancelled_at IS NOT NULL")
    await office.ask(rahman, "iye", says("jadwal_dibatalkan", alasan=why))


async def test_under_that_question_a_no_keeps_it_and_another_reason_is_taken(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "batal rapatnya, ada pesta adat", says("jadwal_batalkah"))
    await office.ask(rahman, "tidak jadi", says("jadwal_tetap_ada"))
    await office.ask(rahman, "batal rapatnya, ada pesta adat", says("jadwal_batalkah"))
    await office.ask(rahman, "karena hujan deras", says("jadwal_batalkah", alasan="hujan deras"))
    await office.press(rahman, words("tombol_jadwal_batalkan"), says("jadwal_dibatalkan", alasan="hujan deras"))


async def test_a_move_with_its_reason_asks_for_neither_again(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundur seminggu, ada pesta adat", says("jadwal_pindahkah", alasan="ada pesta adat"))
    other = "eh tunggu, pak desa ke makassar hari itu. undur dua minggu"
    await office.ask(rahman, other, says("jadwal_pindahkah", alasan="pak desa ke makassar hari itu"))
    await office.ask(rahman, "musrenbang desa ditunda karena banyak yang panen", "Pindah ke hari apa")
    await office.ask(rahman, "25/1/27", says("jadwal_pindahkah", alasan="banyak yang panen"))


async def test_what_only_begins_the_sentence_is_no_reason(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "eh tunggu, undur seminggu", _MOVES)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("pak camat minta musrenbang mundur seminggu, bisa?", "pak camat minta"),
        ("warga suruh musrenbang mundur seminggu, bisakah pak", "warga suruh"),
    ],
)
async def test_who_asks_for_it_is_the_reason_and_what_is_asked_of_us_is_none(
    office: Office, typed: str, why: str
) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, typed, mentions("jadwal_pindahkah", alasan=why))


@pytest.mark.parametrize("typed", ["musrenbang mundur seminggu, bisa?", "musrenbang pasang mau mundur seminggu"])
async def test_with_nobody_who_asks_for_it_the_reason_is_asked(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, typed, _MOVES)


@pytest.mark.parametrize("typed", ["iye", "iya pak", "tidak", "ok siap"])
async def test_a_bare_answer_is_no_reason(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "musrenbang batal", _CANCELS)
    await office.ask(rahman, typed, mentions("mesin.belum_alasan"))
    await office.ask(rahman, "/batal", says("draf_dibatalkan"))
    await office.ask(rahman, "mundur seminggu", _MOVES)
    await office.ask(rahman, typed, says("jadwal_pindahkah"))  # there it may be left out
    assert "Alasan" not in office.texts(rahman)[-1]


def test_every_form_that_asks_why_refuses_a_bare_answer() -> None:
    asked = [
        (flow.key, question.key)
        for flow in catalog_of().flows.values()
        for question in flow.questions
        if question.key in ("alasan", "sebab") and question.kind in ("text", "ucapan") and not question.params.reason
    ]
    assert not asked


@pytest.mark.parametrize("typed", ["batal", "tidak jadi"])
async def test_whoever_takes_the_wish_back_where_the_reason_is_asked_keeps_the_meeting(
    office: Office, typed: str
) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "musrenbang batal", _CANCELS)
    await office.ask(rahman, typed, says("mesin.dibatalkan", formulir="jadwal_batal"))
    assert not await office.town.rows("SELECT 1 FROM occasions WHERE cancelled_at IS NOT NULL")
    assert not await office.town.rows("SELECT 1 FROM conversations")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("{} sehari jadi tanggal 15 jam 10 karena jalan longsor", "jalan longsor"),
        (
            "{} jadi tanggal 15 jam 10 karena ada maulid jadi warga tidak bisa datang",
            "ada maulid jadi warga",
        ),
        ("{} karena pak camat di makassar sampai kamis jadi tanggal 15 jam 10", "pak camat di makassar sampai kamis"),
        ("{} jadi tanggal 15 jam 10 karena pak camat baru bisa hari itu", "pak camat baru bisa hari itu"),
    ],
)
async def test_no_day_is_read_in_the_reason_and_a_danger_in_it_hides_no_move(
    office: Office, typed: str, why: str
) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    card = await office.ask(rahman, typed.format("musrenbang diundur"), says("jadwal_pindahkah"))
    assert "Jumat, 15 Januari 2027, 10.00" in card["text"]
    assert why in card["text"]


async def test_a_danger_in_the_reason_is_answered_before_the_move(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "musrenbang diundur sehari karena jalan longsor", says("bahaya.bencana_pelan"))
    await office.hears(rahman, says("jadwal_pindahkah", alasan="jalan longsor"))


@pytest.mark.parametrize("typed", ["kirim", "ya kirim", "betul kirim"])
async def test_whoever_says_that_it_is_to_be_sent_agrees_to_the_move(any_office: Office, typed: str) -> None:
    office = any_office
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundur seminggu, ada pesta adat", says("jadwal_pindahkah"))
    await office.ask(rahman, typed, says("jadwal_dipindah", jumlah=True))
    assert "2027-01-21" in str((await office.town.rows("SELECT starts_at FROM occasions"))[0][0])


async def test_to_be_sent_is_no_reason(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundur seminggu", _MOVES)
    told = await office.ask(rahman, "kirim", says("jadwal_pindahkah"))
    assert "kirim" not in told["text"]


async def test_a_kecamatan_moves_the_meeting_of_the_desa_that_it_names(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    ani = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await set_date(office, rahman)
    said = "musrenbang desa pattondon salu diundur sehari karena pak camat sakit"
    await office.ask(ani, said, says("jadwal_pindahkah", alasan="pak camat sakit"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("jam rapatnya terlalu siang, majukan jadi jam 9 pagi", "jam rapatnya terlalu siang"),
        ("rapat pattondon salu jam 9 pagi saja, kalau siang orang istirahat", "kalau siang orang istirahat"),
    ],
)
async def test_another_hour_alone_keeps_the_day_and_its_reason_is_put_right(
    office: Office, typed: str, why: str
) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, typed, says("jadwal_pindahkah", alasan=why))
    other = "alasannya bukan itu, masjid dipakai"
    await office.ask(rahman, other, says("jadwal_pindahkah", alasan="masjid dipakai"))


async def test_that_the_day_stays_is_no_reason(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "pindahkan jadwalnya", mentions("form.jadwal_pindah.waktu.tanya"))
    await office.ask(rahman, "harinya tetap, jam 11", _MOVES)


@pytest.mark.parametrize(
    "typed", ["siapa saja fasilitator di maiwa", "kumpul ibu2 sudah jalan kemarin", "jalan di jambu rusak"]
)
async def test_a_week_later_it_takes_nothing_for_the_reason(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundur seminggu", _MOVES)
    await office.town.simulator.move_clock(by=7 * 24 * 3600)
    await office.town.begin_again()
    told = await office.ask(rahman, typed, lambda message: True)
    assert told["text"] not in says("jadwal_pindahkah")
    await office.ask(rahman, "karena banyak yang panen", says("jadwal_pindahkah", alasan="banyak yang panen"))


@pytest.mark.parametrize(
    "typed", ["tidak usah alasan", "tanpa alasan", "tdk ada alasan", "nda usahmi pakai alasan pak"]
)
async def test_that_there_is_no_reason_is_none(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundur seminggu", _MOVES)
    await office.ask(rahman, typed, says("jadwal_pindahkah", alasan=""))


async def test_a_reason_that_denies_something_is_one(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundur seminggu", _MOVES)
    await office.ask(rahman, "tidak ada listrik", says("jadwal_pindahkah", alasan="tidak ada listrik"))


@pytest.mark.parametrize(
    "typed",
    ["sa salah tulis kemarin", "kemarin salah ketik", "salah tulis kemarin", "sy salah tulis tanggalnya kemarin"],
)
async def test_a_slip_of_yesterday_is_the_reason_and_no_day(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundurkan musrenbang desa seminggu", _MOVES)
    shown = await office.ask(rahman, typed, mentions("jadwal_pindahkah"))
    assert f"Alasan: {typed}" in shown["text"]
    assert "Kamis, 21 Januari 2027" in shown["text"]


@pytest.mark.parametrize("typed", ["salah, tgl 25 saja", "eh tgl 25 januari"])
async def test_a_day_ahead_in_place_of_the_reason_is_that_day(office: Office, typed: str) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, rahman)
    await office.ask(rahman, "mundurkan musrenbang desa seminggu", _MOVES)
    shown = await office.ask(rahman, typed, bool)
    assert "25 Januari 2027" in shown["text"]

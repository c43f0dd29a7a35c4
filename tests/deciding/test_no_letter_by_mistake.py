"""What changes a result, takes one back, or tells of a check is no letter to the proposer: one is sent only where that
is chosen."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA
from tests.deciding.asking import Asking
from tests.hall.conftest import hall
from tests.support.client import words_of
from tests.support.halls import Meeting
from tests.support.sentences import says, words

__all__ = ["hall"]

_SENT = "SELECT 1 FROM events WHERE kind = 'pesan'"


async def _told(hall: Meeting) -> Person:
    """Mina was told that her usulan is carried on."""
    mina = hall.town.simulator.add_person("Mina")
    await hall.town.start_chat(mina, says("izin"))
    await hall.town.press(mina, words("tombol_setuju"), "kecamatan")
    rows = await hall.town.rows("SELECT id FROM people WHERE address = :a", a=mina.id)
    await hall.bring(1, person_id=rows[0][0], state="musdus", status="dibahas", moved=1)
    await hall.say("maiwa 1 dibawa terus", says("hasil_betulkah"))
    await hall.say("ya", bool)
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan", hp=1))
    await hall.town.hears(mina, says("hasil_kabar", hasil="lanjut", pembetulan=False))
    return mina


@pytest.mark.parametrize(
    "typed",
    [
        "masih ada salah: maiwa 1 belum dibawa karena sudah dikerjakan PDAM",
        "ubah hasil musrenbang maiwa 1 jadi belum dibawa, sebabnya sudah dikerjakan PDAM",
        "aduh masih ada yg salah, maiwa 1 belum dibawa krn sudah dikerjakan PDAM",
        "betulkan hasil maiwa 1 jadi belum dibawa karena sudah dikerjakan PDAM",
    ],
)
async def test_a_result_that_is_to_be_another_is_written_down_after_a_yes(hall: Meeting, typed: str) -> None:
    await _told(hall)
    assert "PDAM" in words_of(await hall.say(typed, says("hasil_betulkah")))
    await hall.say("ya catat", says("hasil_dibetulkan", nomor="Maiwa 1"))
    assert await hall.town.rows("SELECT outcome FROM decisions") == [("belum",)]
    assert await hall.town.rows(_SENT) == []


@pytest.mark.parametrize("typed", ["tarik kembali kabar maiwa 1 yang tadi, itu keliru", "hasil maiwa 1 itu salah"])
async def test_news_that_is_wrong_opens_its_result(hall: Meeting, typed: str) -> None:
    await _told(hall)
    await hall.say(typed, says("hasil_tanya"))
    assert await hall.town.rows(_SENT) == []


@pytest.mark.parametrize("answer", ["ya", "ya catat", "iya simpan"])
async def test_where_it_may_be_either_a_yes_sends_nothing(hall: Meeting, answer: str) -> None:
    await _told(hall)
    await hall.say("maiwa 1 bukan dibawa kemarin itu, salah", says("ralat_untuk_apa", siapa="Mina"))
    await hall.say(answer, bool)
    assert await hall.town.rows(_SENT) == []
    await hall.press(words("ralat_tombol_kirim", siapa="Mina"), says("kata_dikirim", nomor="Maiwa 1"))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("bukan, itu foto selokan maiwa 1 bukan berita acara", "ralat_untuk_apa"),
        ("pembetulan Maiwa 1: 20 rumah bukan 23 rumah", "kata_kepada"),
        ("bilang sama ibu sitti besok saya datang ukur baknya", "kata_kepada"),
    ],
)
async def test_that_it_is_written_down_sends_no_letter(quick: Asking, typed: str, asked: str) -> None:
    await quick.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    assert "Sitti" in words_of(await quick.ask(quick.rahman, typed, says(asked)))
    await quick.ask(quick.rahman, "ya catat", bool)
    assert await quick.town.rows(_SENT) == []


@pytest.mark.parametrize(
    "typed",
    [
        "saya sudah ke jembatan maiwa 1 tadi pagi bersama pak dusun. betul papannya lapuk, panjang 12 meter",
        "sy tadi ke maiwa 1, betul papannya lapuk, panjang 12 meter, saksinya pak Hamid",
    ],
)
async def test_who_went_there_has_it_written_into_a_check(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("uji_diberikan"))
    assert await quick.town.rows("SELECT item FROM check_findings WHERE item = 'ukuran'") == [("ukuran",)]
    assert await quick.town.rows(_SENT) == []


async def test_beside_an_open_check_a_correction_may_be_of_it(quick: Asking) -> None:
    await quick.ask(quick.rahman, "hasil cek lapangan maiwa 1: papan lapuk, panjang 12 meter", says("uji_diberikan"))
    await quick.ask(quick.rahman, "/batal", bool)
    await quick.ask(quick.rahman, "maiwa 1 yang 12 meter itu jarak ambil air, bukan ukurannya", says("ralat_untuk_apa"))
    await quick.press(quick.rahman, words("uji_tombol_buka_nomor", nomor="Maiwa 1"), says("uji_lembar"))


async def _in_the_plan(quick: Asking) -> Person:
    dewi = await quick.join("Dewi", BAPPEDA, "73.16")
    await quick.ask(dewi, "maiwa 1 masuk rkpd 2028", says("keadaan_periksa"))
    await quick.press(dewi, words("tombol_sahkan"), says("keadaan_dicatat"))
    await quick.hears(quick.sitti, says("keadaan_kabar", dulu=""))
    return dewi


@pytest.mark.parametrize(
    "typed",
    [
        "eh salah, yang maiwa 1 itu belum masuk rkpd, baru diterima forum",
        "maiwa 1 blm masuk ke rkpd pak",
        "tarik kembali kabar maiwa 1 yang tadi, itu keliru",
        "kabar maiwa 1 tadi salah",
    ],
)
async def test_not_yet_takes_back_and_refuses_nothing(quick: Asking, typed: str) -> None:
    dewi = await _in_the_plan(quick)
    await quick.ask(dewi, typed, says("keadaan_periksa"))
    await quick.ask(dewi, "ya", says("keadaan_dicatat"))
    assert await quick.town.rows("SELECT state FROM usulan") == [("masuk",)]
    assert await quick.town.rows(_SENT) == []


@pytest.mark.parametrize("typed", ["maiwa 1 belum masuk rkpd", "maiwa 1 blm ada di apbd"])
async def test_not_yet_where_it_is_in_no_plan_changes_nothing(quick: Asking, typed: str) -> None:
    dewi = await quick.join("Dewi", BAPPEDA, "73.16")
    await quick.ask(dewi, typed, says("keadaan_memang", nomor="Maiwa 1"))


async def test_not_in_the_plan_for_a_reason_is_a_refusal(quick: Asking) -> None:
    dewi = await quick.join("Dewi", BAPPEDA, "73.16")
    await quick.ask(dewi, "maiwa 1 tidak masuk rkpd karena anggaran kurang", says("keadaan_siapa_memutuskan"))

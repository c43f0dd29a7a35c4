"""Somebody with work here says that they cannot come: whoever is above them hears it in their words, and they hear who
knows. Nothing is set or announced."""

import pytest

from bot.simulator.keyboards import buttons_of
from bot.simulator.protocol import Json
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN, OPERATOR
from tests.support.client import words_of
from tests.support.desk import KECAMATAN
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_TOLD, _UNTOLD = mentions("tidak_hadir_dikabari"), mentions("tidak_bisa_hadir")
_LETTER = mentions("tidak_hadir_kabar")
_KABUPATEN, _NEXT_DOOR = "73.16", "73.16.01.2003"


def _key(message: Json, begins: str) -> str:
    found = (key.get("callback_data", "") for key in buttons_of(message.get("reply_markup")))
    return next((data for data in found if data.startswith(begins)), "")


@pytest.mark.parametrize("typed", ["tidak bisa saya hadir besok", "besok sy tdk bisa hadir rapat"])
@pytest.mark.parametrize(("role", "moves"), [(FASILITATOR_DESA, True), (OPERATOR, False)])
async def test_whoever_cannot_come_sets_no_date_and_announces_nothing(
    at_home: Home, typed: str, role: str, *, moves: bool
) -> None:
    await at_home.hold()
    somebody = await at_home.join("Rahman", role)
    await at_home.ask(somebody, typed, says("tidak_bisa_hadir", nama=True, pindah=moves))
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


async def test_where_nothing_is_planned_nothing_is_named(at_home: Home) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, "besok sy tdk bisa hadir rapat", says("tidak_bisa_hadir", nama=""))


@pytest.mark.parametrize(
    "typed",
    [
        "sa minta maaf tdk bisa hadir musrenbang, ada hajatan keluarga",
        "maaf pak sy tdk bisa hadir musrenbang desa tgl 14, ada hajatan",
        "saya sakit, tdk bisa datang tgl 14, siapa ganti?",
        "tgl 14 saya tidak ikut hadir, anak opname di makassar",
    ],
)
async def test_whoever_is_above_hears_it_with_the_reason(at_home: Home, typed: str) -> None:
    await at_home.hold()
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    told = await at_home.ask(rahman, typed, _TOLD)
    assert "Nur" in words_of(told)
    letter = await at_home.hears(nur, _LETTER)
    assert typed in words_of(letter)
    assert "14 Januari" in words_of(letter)


@pytest.mark.parametrize("typed", ["sy tdk bisa hadir tgl 20, ada hajatan", "besok sy tdk bisa hadir rapat"])
async def test_where_no_meeting_is_on_that_day_it_is_asked_first(at_home: Home, typed: str) -> None:
    await at_home.hold()
    hasan = await at_home.join("Hasan", BAPPEDA, _KABUPATEN)
    rahman = await at_home.join("Rahman")
    asked = await at_home.ask(rahman, typed, _UNTOLD)
    assert not any(typed in text for text in at_home.texts(hasan))
    await at_home.press_data(rahman, _key(asked, "j:absen:"), _TOLD)
    assert typed in words_of(await at_home.hears(hasan, _LETTER))
    assert await at_home.town.rows("SELECT 1 FROM outbox WHERE method = 'editMessageReplyMarkup'")


async def test_who_is_named_is_offered_to_take_the_tasks_over(at_home: Home) -> None:
    await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    await at_home.join("Rahmi", scope=_NEXT_DOOR)
    await at_home.hold()
    told = await at_home.ask(rahman, "sy tdk bisa hadir musrenbang, sakit, tolong Rahmi gantikan", _TOLD)
    assert await at_home.town.rows("SELECT id FROM tasks WHERE offered_to IS NOT NULL") == []
    await at_home.press_data(rahman, _key(told, "t:ke:"), mentions("tugas_ditawarkan"))


async def test_leave_is_told_above_and_who_is_named_is_offered(at_home: Home) -> None:
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    await at_home.join("Rahmi", scope=_NEXT_DOOR)
    await at_home.hold()
    told = await at_home.ask(rahman, "umrah dua minggu, tolong Rahmi gantikan", mentions("tidak_di_tempat"))
    assert "Nur" in words_of(told)
    assert "umrah" in words_of(await at_home.hears(nur, mentions("tidak_di_tempat_kabar")))
    assert _key(told, "t:ke:")


@pytest.mark.parametrize("is_other_day", [False, True])
async def test_leave_of_months_forgets_no_word_while_it_is_asked(at_home: Home, *, is_other_day: bool) -> None:
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    await at_home.join("Rahmi", scope=_NEXT_DOOR)
    await at_home.hold()
    await at_home.ask(rahman, "umrah dua bulan, tolong Rahmi gantikan", mentions("tidak_di_tempat_kah"))
    if is_other_day:
        await at_home.press(rahman, words("tombol_tidak_di_tempat_lain"), mentions("form.cuti.sampai.tanya"))
        told = await at_home.ask(rahman, "20 januari", mentions("tidak_di_tempat"))
    else:
        told = await at_home.press(rahman, words("tombol_tidak_di_tempat_ya"), mentions("tidak_di_tempat"))
    assert "umrah" in words_of(await at_home.hears(nur, mentions("tidak_di_tempat_kabar")))
    assert _key(told, "t:ke:")


@pytest.mark.parametrize("typed", ["sy sakit, tolong Rahmi yang ganti dulu", "saya opname, gantikan dulu sama Rahmi"])
async def test_ill_without_a_day_asks_until_when(at_home: Home, typed: str) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.join("Rahmi", scope=_NEXT_DOOR)
    await at_home.hold()
    await at_home.ask(rahman, typed, mentions("form.cuti.sampai.tanya"))
    told = await at_home.ask(rahman, "20 januari", mentions("tidak_di_tempat"))
    assert _key(told, "t:ke:")


@pytest.mark.parametrize(
    "typed",
    [
        "banyak warga tidak bisa hadir musdes karena jauh",
        "pak desa tdk bisa hadir musrenbang",
        "kemarin saya tidak hadir musrenbang",
        "saya tidak bisa hadir?",
        "kalau saya tidak bisa hadir siapa yang pimpin",
        "kader bilang bu Hasni tdk bisa datang",
    ],
)
async def test_of_others_and_of_what_is_over_nobody_is_told(at_home: Home, typed: str) -> None:
    await at_home.hold()
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, typed, lambda message: bool(words_of(message)))
    assert not any(typed in text for text in at_home.texts(nur))


@pytest.mark.parametrize("typed", ["maaf sy tdk bisa hadir musrenbang nanti, ada hajatan"])
async def test_in_a_titip_it_is_neither_name_nor_story_and_is_asked(at_home: Home, typed: str) -> None:
    await at_home.hold()
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    asked = await at_home.ask(rahman, typed, _UNTOLD)
    assert not any(typed in text for text in at_home.texts(nur))
    await at_home.ask(rahman, "Nenek Sabi", mentions("form.titip.suara_jenis.tanya"))
    await at_home.press_data(rahman, _key(asked, "j:absen:"), _TOLD)
    await at_home.hears(nur, _LETTER)


async def test_in_the_story_of_another_a_tap_says_that_it_is_part_of_that(at_home: Home) -> None:
    await at_home.hold()
    nur = await at_home.join("Nur", FASILITATOR_KECAMATAN, KECAMATAN)
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    await at_home.ask(rahman, "Nenek Sabi", mentions("form.titip.suara_jenis.tanya"))
    typed = "sy tdk bisa hadir musrenbang krn lumpuh, mau kursi roda"
    asked = await at_home.ask(rahman, typed, _UNTOLD)
    await at_home.press_data(rahman, _key(asked, "j:cerita:"), lambda message: bool(words_of(message)))
    ((state,),) = await at_home.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    assert "kursi roda" in str(state)
    assert not any(typed in text for text in at_home.texts(nur))


async def test_the_tap_puts_it_in_no_story_of_somebody_else(at_home: Home) -> None:
    await at_home.hold()
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    await at_home.ask(rahman, "Nenek Sabi", mentions("form.titip.suara_jenis.tanya"))
    asked = await at_home.ask(rahman, "sy tdk bisa hadir musrenbang krn lumpuh, mau kursi roda", _UNTOLD)
    await at_home.ask(rahman, "batal", says("mesin.yakin_batal"))
    await at_home.press(rahman, words("tombol.ya_batalkan"), lambda message: bool(words_of(message)))
    await at_home.ask(rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    await at_home.ask(rahman, "Kakek Tahir", mentions("form.titip.suara_jenis.tanya"))
    assert await at_home.toast(rahman, _key(asked, "j:cerita:")) in says("tombol_lewat")
    assert "kursi roda" not in str(await at_home.town.rows("SELECT state FROM conversations"))


@pytest.mark.parametrize("typed", ["undang pak Mansur imam desa sama ibu Hasnah kader posyandu"])
async def test_guests_are_no_story_of_a_titip(at_home: Home, typed: str) -> None:
    await at_home.hold()
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, "/titip", mentions("form.titip.suara_nama.tanya"))
    await at_home.ask(rahman, typed, says("rapat_pratinjau", jumlah=2))
    states = await at_home.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    assert "Mansur" not in str(states)

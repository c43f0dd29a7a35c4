"""After sending: a fact that it lacks, a second correction, and that it is not to be, all in plain words."""

from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Posyandu menumpang di teras rumah orang, panas, kalau hujan basah."
FIRST, SECOND = "ganti teras rumah jadi kolong rumah", "bukan posyandu tapi paud"


async def _sent(place: Town, story: str = STORY) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(story, "harapkan")
    await sitti.say("bangunkan gedung sendiri", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


async def _status(place: Town) -> list[str]:
    return [row[0] for row in await place.rows("SELECT status FROM usulan ORDER BY id")]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("balita 45 orang", "jumlah", {"total": 45}),
        ("panjangnya 12 meter", "ukuran", {"sizes": [{"amount": "12", "unit": "m", "side": "p"}]}),
        (
            "panjang bangunannya belum ditulis, 12 meter",
            "ukuran",
            {"sizes": [{"amount": "12", "unit": "m", "side": ""}]},
        ),
    ],
)
async def test_a_fact_that_it_lacks_is_added_after_one_yes(any_place: Town, text: str, key: str, value: Any) -> None:
    sitti = await _sent(any_place)
    await sitti.say(text, says("tambah_usulan_ini", nomor="Maiwa 1"))
    await sitti.press("Ya, tambahkan", says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await sitti.answers())[key] == value
    assert [] == await any_place.rows("SELECT flow FROM conversations")


async def test_a_fact_that_stands_there_is_said_to_and_begins_nothing(any_place: Town) -> None:
    sitti = await _sent(any_place)
    await sitti.say("balita 45 orang", says("tambah_usulan_ini"))
    await sitti.press("Ya, tambahkan", says("ralat_dicatat"))
    await sitti.say("balita 45 orang", says("tambah_sudah_ada", nomor="Maiwa 1", isi=[{"isi": "45 orang"}]))
    assert [] == await any_place.rows("SELECT flow FROM conversations")


async def test_a_no_begins_another_with_it(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("panjangnya 12 meter", says("tambah_usulan_ini"))
    await sitti.press("Bukan, usulan baru", mentions("mesin.ini_ceritanya"))
    assert "ukuran" not in await sitti.answers()


async def test_another_problem_with_a_number_in_it_is_another_usulan(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("jembatan putus 12 meter", mentions("mesin.ini_ceritanya"))
    assert "ukuran" not in await sitti.answers()


async def test_a_second_correction_goes_with_the_first(any_place: Town) -> None:
    sitti = await _sent(any_place)
    await sitti.say(FIRST, says("ralat_bandingkan", nomor="Maiwa 1"))
    both = await sitti.say(SECOND, says("ralat_bandingkan", nomor="Maiwa 1"))
    assert "kolong" in both
    assert "Jumlah orang" in await sitti.say("balita 45 orang", says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.press("Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    told = await sitti.answers()
    assert told["cerita"]["text"] == "Paud menumpang di kolong rumah orang, panas, kalau hujan basah."
    assert told["jumlah"] == {"total": 45}


@pytest.mark.parametrize(
    "text",
    [
        "mama bilang jangan jadi, hapus saja ceritanya",
        "hapus usulan maiwa 1",
        "hapus usulan saya",
        "saya mau tarik usulan saya",
        "tidak jadi usulannya",
        "batalkan Maiwa 1",
        "tarik maiwa 1 saja bu",
        "maaf pak Maiwa 1 tdk jadi mi",
        "Maiwa 1 tidak jadi krn sudah dibangun",
    ],
)
async def test_one_that_is_not_to_be_is_taken_back_after_one_yes(any_place: Town, text: str) -> None:
    sitti = await _sent(any_place)
    await sitti.say(text, says("tarik_usulan_ini", nomor="Maiwa 1"))
    assert "ditarik" not in await _status(any_place)
    await sitti.press("Ya, tarik", says("tarik_usulan_selesai", nomor="Maiwa 1"))
    assert ["ditarik"] == await _status(any_place)
    await sitti.say("/usulanku", says("usulanku_kosong"))


PRIVATE = "omku kena stroke, posyandu menumpang di teras. nomorku 081234567890"
NO_ILLNESS = "posyandu menumpang di teras. nomorku 081234567890"
NO_NUMBER = "omku kena stroke, posyandu menumpang di teras"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("tolong hapus itu yg stroke dari usulannya, malu omku", NO_ILLNESS),
        ("hapus yang kena stroke dari maiwa 1", NO_ILLNESS),
        ("stroke di usulanku tolong dihapus", NO_ILLNESS),
        ("hapus stroke saja", NO_ILLNESS),
        ("tolong hapus nomorku dari usulan itu", NO_NUMBER),
        ("nomor hpku di usulan maiwa 1 hapus dong", NO_NUMBER),
        ("bukan ditarik, hapus kata stroke saja", NO_ILLNESS),
        ("ya hapus stroke saja", NO_ILLNESS),
        ("hapus 081234567890", NO_NUMBER),
    ],
)
@pytest.mark.parametrize("is_asked", [False, True])
async def test_one_thing_that_is_to_go_takes_back_nothing(place: Town, text: str, left: str, is_asked: bool) -> None:
    sitti = await _sent(place, PRIVATE)
    if is_asked:
        await sitti.say("tarik usulanku", says("tarik_usulan_ini"))
    await sitti.say(text, says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.press("Betul, ubah", says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await sitti.answers())["cerita"]["text"] == left
    assert "ditarik" not in await _status(place)
    assert [] == await place.rows("SELECT flow FROM conversations")


async def test_what_stands_nowhere_is_no_yes_to_taking_back(place: Town) -> None:
    sitti = await _sent(place, PRIVATE)
    await sitti.say("tarik usulanku", says("tarik_usulan_ini"))
    await sitti.say("hapus bupati saja", says("mesin.hapus_tidak_tertulis"))
    await sitti.say("tarik nomor bupati itu", "Jadi ditarik?")
    assert "ditarik" not in await _status(place)
    await sitti.say("iya tarik, sudah dibangun", says("tarik_usulan_selesai"))
    await sitti.say("sudah bener2 hilang?", "sudah ditarik")
    assert ["ditarik"] == await _status(place)


@pytest.mark.parametrize("text", ["hapus yang soal cari kerja dari maiwa 1", "hapus yang juga disampaikan", ""])
async def test_what_was_told_besides_goes_by_its_words_its_title_and_its_button(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await sitti.say("maiwa 1 tambah: sy lagi cari kerja juga", says("ralat_bandingkan"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    if text:
        await sitti.say(text, says("ralat_bandingkan", nomor="Maiwa 1"))
    else:
        await sitti.say("hapus maiwa 1 yang salah", says("ubah_pilih", nomor="Maiwa 1"))
        await sitti.press("Yang juga disampaikan", says("ralat_bandingkan", nomor="Maiwa 1"))
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert "juga" not in await sitti.answers()


async def test_who_says_it_once_more_has_said_yes(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("hapus usulan saya", says("tarik_usulan_ini", nomor="Maiwa 1"))
    await sitti.say("saya mau tarik usulan saya", says("tarik_usulan_selesai", nomor="Maiwa 1"))
    assert ["ditarik"] == await _status(place)


@pytest.mark.parametrize("typed", ["batalkan Maiwa 1", "Maiwa 1 tidak jadi"])
@pytest.mark.parametrize("tells_another", [False, True])
async def test_the_same_words_once_more_are_a_yes(any_place: Town, typed: str, tells_another: bool) -> None:
    sitti = await _sent(any_place)
    if tells_another:
        await sitti.say("/mulai", mentions("mesin.masih_di"))
        await sitti.say("Saluran irigasi bocor di Jambu", mentions("mesin.ini_ceritanya"))
    await sitti.say(typed, says("tarik_usulan_ini", nomor="Maiwa 1"))
    assert "ditarik" not in await _status(any_place)
    await sitti.say(typed, says("tarik_usulan_selesai", nomor="Maiwa 1"))
    assert "ditarik" in await _status(any_place)


@pytest.mark.parametrize(
    "typed", ["jangan batalkan Maiwa 1", "Maiwa 1 tidak jadi dikerjakan?", "batalkan Maiwa 8", "kenapa Maiwa 1 batal"]
)
async def test_what_only_speaks_of_it_takes_nothing_back(place: Town, typed: str) -> None:
    sitti = await _sent(place)
    said = await sitti.say(typed, bool)
    assert "Jadi ditarik?" not in said
    assert "ditarik" not in await _status(place)


async def test_that_it_is_not_to_be_may_mean_either(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("tarik usulan saya", says("tarik_usulan_ini", nomor="Maiwa 1"))
    await sitti.say("tidak jadi usulannya", says("tarik_usulan_ini", nomor="Maiwa 1"))
    assert "ditarik" not in await _status(place)
    await sitti.say("jangan", says("tarik_usulan_tidak_jadi"))
    assert "ditarik" not in await _status(place)


async def test_of_several_it_is_asked_which(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("/mulai", mentions("mesin.masih_di"))
    await sitti.press(words("tombol.ya"), "ceritakan")
    await sitti.say("Jembatan kayu lapuk mau putus.", "harapkan")
    await sitti.say("dibangun beton", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("tarik usulan saya", says("tarik_usulan_yang"))
    await sitti.say("tarik usulan maiwa 1", says("tarik_usulan_ini", nomor="Maiwa 1"))
    await sitti.press("Tidak", says("tarik_usulan_tidak_jadi", nomor="Maiwa 1"))
    assert "ditarik" not in await _status(place)


@pytest.mark.parametrize("text", ["jangan hapus usulan saya", "kenapa usulan saya dihapus"])
async def test_what_is_to_stay_is_not_asked_about(place: Town, text: str) -> None:
    sitti = await _sent(place)
    await place.simulator.say(sitti.person, text)
    await sitti.say("/usulanku", says("usulanku_daftar"))
    assert [] == await place.rows("SELECT flow FROM conversations WHERE flow = 'tarik_usulan'")


async def test_what_the_meeting_has_stays_and_the_wish_is_handed_on(place: Town) -> None:
    sitti = await _sent(place)
    async with place.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET locked_at = spoken_at")
    await sitti.say("tarik usulan saya", says("tarik_usulan_ini"))
    await sitti.press("Ya, tarik", says("tarik_usulan_terkunci", nomor="Maiwa 1"))
    assert "ditarik" not in await _status(place)


POOR = "Titian lapuk, yang lewat situ 27 KK, yang tidak mampu sembilan keluarga."


@pytest.mark.parametrize(
    "typed",
    [
        "yang tidak mampu jadi sepuluh keluarga bukan sembilan",
        "maiwa 1 yang tidak mampu jadi sepuluh keluarga bukan sembilan",
        "maiwa 1 yang tidak mampu jadi 10 keluarga bukan 9",
    ],
)
async def test_how_many_there_are_takes_no_words_place(place: Town, typed: str) -> None:
    sitti = await _sent(place, POOR)
    await sitti.say(typed, "Betul diubah?")
    await sitti.say("betul", says("ralat_dicatat", nomor="Maiwa 1"))
    answers = await sitti.answers()
    assert answers["kurang_mampu"] == {"families": 10}
    assert "tidak mampu" in answers["cerita"]["text"]


async def test_who_is_not_there_puts_no_word_of_the_story_right(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(POOR, "harapkan")
    await sitti.say("jembatan gantung", "foto")
    for typed in ("saya di rumah nak bukan di situ", "sy di kota bukan di sini"):
        await sitti.say(typed, bool)
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    assert "yang lewat situ 27 KK" in place.texts(sitti.person)[-1]


async def test_what_is_put_right_is_no_call_for_help(place: Town) -> None:
    sitti = await _sent(place)
    for typed in (
        "nak titiannya bukan dua belas meter tapi empat belas meter salah dengar cucu saya",
        "hapus kata panas nak cucu saya yang pegang hape mata saya tidak jelas",
    ):
        await sitti.say(typed, bool)
        assert not any("Basarnas" in told for told in place.texts(sitti.person)), typed

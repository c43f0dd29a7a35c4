"""What is public names no dusun in somebody's own words, what is one's own is whole, and a new beginning begins."""

import json
from datetime import date

import pytest

from bot.core.forms.digits import whole
from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HOPE, STORY, Village
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words
from tests.support.tongue import read_when

_LONG = "Mata air jauh sekali dari rumah warga. " * 40 + "Itulah akhirnya."


async def _bring_from(village: Village, dusun: str, story: str) -> Person:
    simulator = village.town.simulator
    sitti = simulator.add_person("Sitti")
    await simulator.begin(sitti)
    await village.hears(sitti, mentions("izin"))
    for answer, said in (("Setuju", "kecamatan"), ("Maiwa", "Desa atau"), ("Pattondon Salu", "Dusun")):
        await village.press(sitti, answer, said)
    await village.ask(sitti, dusun, "belum ada di daftar")
    await village.press(sitti, words("tombol.pakai_nama"), "ceritakan")
    await village.ask(sitti, story, "harapkan")
    await village.ask(sitti, HOPE, "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), "Nomornya Maiwa 1")
    return sitti


async def test_kabar_shows_no_dusun_in_own_words_that_nobody_confirmed(either_village: Village) -> None:
    village = either_village
    await _bring_from(village, "rumah Bu Masita janda", STORY)
    stranger = village.town.simulator.add_person("Ucok")
    told = words_of(await village.ask(stranger, "/kabar Maiwa 1", "Maiwa 1"))
    assert "Pattondon Salu" in told
    await village.press(stranger, words("tombol_kabar_dusun"), "Usulan dari")
    assert "asita" not in json.dumps(village.town.simulator.messages(stranger))
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/periksa", "menunggu dibaca")
    opened = await village.press(rahman, "Buka Maiwa 1", mentions("usulan_utuh"))
    assert "asita" in words_of(opened)  # whoever reads sees every word


async def test_ones_own_copy_has_the_whole_story(either_village: Village) -> None:
    village = either_village
    sitti = await _bring_from(village, "Dusun Baru Sekali", _LONG.strip())
    await village.ask(sitti, "/dataku", "Data Bapak/Ibu")
    await village.press(sitti, words("tombol_unduh"), mentions("unduhan_dikirim"))
    await village.town.simulator.wait_for(
        sitti, lambda message: message.get("document", {}).get("file_name") == "data-saya.json"
    )
    sent = [message["document"] for message in village.town.simulator.messages(sitti) if "document" in message]
    page = next(one["file_id"] for one in sent if one["file_name"] == "data-saya.html")
    assert _LONG in village.town.simulator.file(page).decode()


async def test_mulai_yang_baru_begins_anew(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("Sitti")
    await village.ask(sitti, STORY, "harapkan")
    await village.ask(sitti, "/mulai", "belum selesai")
    await village.press(sitti, words("tombol_mulai_baru"), "kecamatan")
    await village.town.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    (state,) = [json.loads(row[0]) for row in await village.town.rows("SELECT state FROM conversations")]
    assert state["answers"] == {}
    await village.press(sitti, "Maiwa", "Desa atau kelurahan")


@pytest.mark.parametrize("text", ["²", "٣", "", "-1", "1.0", "1" * 20])
def test_only_plain_digits_are_a_number(text: str) -> None:
    assert whole(text) is None


@pytest.mark.parametrize("text", ["dua koma", "dua koma ²", "tgl 5 bulan ²", "jam ²", "²"])
def test_what_is_no_number_is_asked_again(text: str) -> None:
    assert read_when(text, date(2027, 1, 1)) is not None  # and nothing is raised


@pytest.mark.parametrize("typed", ["sudah kubaca maiwa 1", "sudah dibaca maiwa 1 pak"])
async def test_an_usulan_is_marked_as_read_in_words(either_village: Village, typed: str) -> None:
    village = either_village
    await _bring_from(village, "rumah Bu Masita janda", STORY)
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, typed, lambda message: True)
    await village.town.until("SELECT count(*) FROM usulan WHERE read_at IS NOT NULL", 1)


async def test_what_was_just_shown_need_not_be_named(either_village: Village) -> None:
    village = either_village
    await _bring_from(village, "rumah Bu Masita janda", STORY)
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.ask(rahman, "buka yang pertama", says("usulan_utuh"))
    await village.ask(rahman, "sudah dibaca", says("baca_dicatat"))
    await village.town.until("SELECT count(*) FROM usulan WHERE read_at IS NOT NULL", 1)
    await village.ask(rahman, "uji silang", says("periksa_yang_mana"))


@pytest.mark.parametrize("typed", ["1", "nomor 1", "buka"])
async def test_a_number_under_the_list_opens_it(village: Village, typed: str) -> None:
    await _bring_from(village, "rumah Bu Masita janda", STORY)
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    opened = await village.ask(rahman, typed, says("usulan_utuh"))
    assert "Maiwa 1" in opened["text"]


@pytest.mark.parametrize("typed", ["dusunnya salah", "eh salah dusun"])
async def test_what_is_said_to_be_wrong_is_asked_again(village: Village, typed: str) -> None:
    sitti = await village.begin("Sitti")
    await village.ask(sitti, STORY, mentions("form.usulan.harapan.tanya"))
    before = await village.town.rows("SELECT state FROM conversations")
    assert '"dusun"' in str(before[0][0])
    asked = await village.ask(sitti, typed, mentions("form.usulan.dusun.tanya"))
    assert "tadi" in asked["text"]
    await village.ask(sitti, "Paraja", lambda message: True)
    (state,) = [json.loads(row[0]) for row in await village.town.rows("SELECT state FROM conversations")]
    assert "harapan" not in state["answers"]

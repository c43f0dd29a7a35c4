"""Reading fifteen usulan: pages that turn in their place, lists of what is still to be done, a word to find them by."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from bot.core.usulan.finding import words_in
from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from bot.work.office import Office
from bot.work.usulan.usulan import planning_year
from tests.browser.pictures import recording
from tests.reading.conftest import DESA, KABUPATEN, Village
from tests.support.client import labels, words_of
from tests.support.content import catalog_of
from tests.support.sentences import mentions, says, words
from tests.support.witness import ZONE

_ONE = """INSERT INTO usulan
(id, code, year, kecamatan, serial, desa, person_id, answers, status, spoken_at, sift_at)
VALUES (:id, :code, 2027, '73.16.01', :serial, :desa, NULL, :answers, 'tercatat', :at, :at)"""
_PLACE = {"desa": {"code": DESA, "name": "Pattondon Salu"}, "kecamatan": {"code": "73.16.01", "name": "Maiwa"}}


async def _fifteen(village: Village, desa: str = DESA) -> None:
    """As if they had been told; every third of another dusun, the fifth dangerous."""
    for serial in range(1, 16):
        story = (
            "Jalan ke kebun licin waktu hujan."
            if serial != 5
            else "Sekarang longsor menimbun jalan, ada yang terkubur."
        )
        wish = "Jembatannya diperbaiki" if serial in (2, 7) else "Jalannya dirabat sampai masjid"
        dusun = {"name": "Kaju" if serial % 3 == 0 else "Jambu"}
        await _add(village, serial, {"cerita": {"text": story}, "harapan": {"text": wish}, "dusun": dusun}, desa)
    await village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)


async def _add(village: Village, serial: int, answers: dict[str, Any], desa: str = DESA) -> None:
    row = {"id": serial, "serial": serial, "code": f"ENR-27-MAI-{serial:04}", "desa": desa}
    row |= {"answers": json.dumps({**_PLACE, **answers}), "at": "2026-01-01 00:00:00+00:00"}
    async with village.town.database.write() as connection:
        await connection.execute(text(_ONE), row)


async def _reader(village: Village) -> Person:
    person = await village.join("Rahman", FASILITATOR_DESA)
    await _fifteen(village)
    return person


async def test_fifteen_usulan_are_three_screens_that_turn_in_their_place(either_village: Village) -> None:
    rahman = await _reader(either_village)
    first = await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="15", mulai="1", akhir="5"))
    assert labels(first)[:5] == ["5", "1", "2", "3", "4"]  # what endangers is first
    second = await either_village.press(rahman, words("tombol_daftar_maju"), says("periksa_daftar_saya", mulai="6"))
    third = await either_village.press(rahman, words("tombol_daftar_maju"), says("periksa_daftar_saya", akhir="15"))
    assert first["message_id"] == second["message_id"] == third["message_id"]
    assert words("tombol_daftar_maju") not in labels(third)
    again = await either_village.press(rahman, words("tombol_daftar_mundur"), says("periksa_daftar_saya", mulai="6"))
    assert words_of(again) == words_of(second)


async def test_a_screen_has_at_most_two_lines_an_usulan(village: Village) -> None:
    rahman = await _reader(village)
    told = words_of(await village.ask(rahman, "/periksa", says("periksa_daftar_saya")))
    assert len(told.splitlines()) <= 1 + 3 * 5
    assert max(map(len, told.splitlines())) <= 60


async def test_what_endangers_is_marked(village: Village) -> None:
    rahman = await _reader(village)
    told = words_of(await village.ask(rahman, "/periksa", says("periksa_daftar_saya")))
    marked = [line for line in told.splitlines() if "⚠" in line]
    assert [line.split(" · ")[0] for line in marked] == ["Maiwa 5"]


async def test_after_one_was_read_the_next_is_one_tap_away(village: Village) -> None:
    rahman = await _reader(village)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, "1", says("usulan_ajakan_baca"))
    await village.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat", nomor="Maiwa 1"))
    await village.press(rahman, words("tombol_baca_berikut", nomor="Maiwa 2"), says("usulan_utuh", nomor="Maiwa 2"))


async def test_saring_leads_to_what_lacks_something_and_says_what_to_ask(either_village: Village) -> None:
    rahman = await _reader(either_village)
    await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await either_village.press(rahman, words("tombol_saring"), says("periksa_saring"))
    told = await either_village.press(
        rahman, words("tombol_daftar_kurang", jumlah="15"), says("periksa_daftar_kurang", jumlah="15")
    )
    assert words_of(told).count(words("mutu_orang")) == 5


async def test_the_dusun_of_ones_own_desa_are_a_tap_away(either_village: Village) -> None:
    rahman = await _reader(either_village)
    await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await either_village.press(rahman, words("tombol_saring"), says("periksa_saring"))
    told = await either_village.press(
        rahman, words("tombol_dusun", nama="Kaju", jumlah=5), says("periksa_daftar_dusun", nama="Kaju", jumlah="5")
    )
    assert [label for label in labels(told) if label.isdigit()] == ["15", "12", "9", "6", "3"]


async def test_a_word_that_is_typed_behind_cari_finds_what_was_said(either_village: Village) -> None:
    rahman = await _reader(either_village)
    told = await either_village.ask(rahman, "cari jembatan", says("periksa_daftar_cari", kata="jembatan", jumlah="2"))
    assert "Maiwa 7" in words_of(told)
    assert "Maiwa 2" in words_of(told)
    typed = "usulan soal jembatan di pattondon salu ada berapa"
    await either_village.ask(rahman, typed, says("periksa_daftar_cari", jumlah="2"))
    await either_village.ask(rahman, "Tolong carikan Kaju jalan", says("periksa_daftar_cari", jumlah="5"))
    await either_village.ask(
        rahman,
        "tolong carikan usulan yg menyangkut jembatan di seluruh kabupaten",
        says("periksa_daftar_cari", kata="jembatan", jumlah="2"),
    )
    await either_village.ask(rahman, "cari puskesmas", says("periksa_cari_kosong", kata="puskesmas"))
    await either_village.ask(rahman, "cari puskesmas jembatan", mentions("periksa_cari_kosong", sebagian=True))
    await either_village.press(rahman, "jembatan (2)", says("periksa_daftar_cari", kata="jembatan", jumlah="2"))


async def test_the_button_asks_for_the_word_and_its_pages_turn(village: Village) -> None:
    rahman = await _reader(village)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, words("tombol_cari"), "cari")
    first = await village.ask(rahman, "jalan", says("periksa_daftar_cari", jumlah="15", mulai="1"))
    second = await village.press(rahman, words("tombol_daftar_maju"), says("periksa_daftar_cari", mulai="6"))
    assert first["message_id"] == second["message_id"]


async def test_nobody_finds_what_lies_outside_their_wilayah(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    office = await either_village.join("Nur", BAPPEDA, KABUPATEN)
    await _fifteen(either_village, "73.16.01.2003")
    await either_village.ask(rahman, "cari jembatan", says("periksa_cari_kosong"))
    await either_village.ask(office, "cari jembatan", says("periksa_daftar_cari", jumlah="2"))


async def test_an_unheard_voice_is_neither_good_nor_poor_until_it_is_written_down(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    person, simulator = await either_village.begin("Sitti"), either_village.town.simulator
    await simulator.voice(person, bytes(recording()["buffer"]))
    await simulator.wait_for(person, "harapkan")
    await either_village.ask(person, "Pipa dari mata air", "foto")
    await either_village.press(person, words("tombol.cukup"), "Kami catat begini")
    await either_village.press(person, words("tombol.kirim"), says("tanda_terima"))
    await either_village.town.until("SELECT unwritten FROM usulan", 1)
    told = words_of(await either_village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="1")))
    assert "🎤" in told
    opened = await either_village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh"))
    assert "Kelengkapan" not in words_of(opened)
    await either_village.press(rahman, words("tombol_tulis", judul="Ceritanya"), mentions("form.tulis.tulisan.tanya"))
    await either_village.ask(rahman, "Mata air jauh sekali dari rumah kami semua.", says("tulis_dikirim"))
    await either_village.town.until("SELECT unwritten FROM usulan", 0)
    await either_village.ask(rahman, "cari mata air jauh", says("periksa_daftar_cari", jumlah="1"))


@pytest.mark.parametrize(
    ("told", "spelt"),
    [
        ("Jembatannya RUSAK, jembatan lama", ["jembatan", "rusak", "lama"]),
        ("Air-air di Ke'de 2", ["air", "di", "ke", "de"]),
        ("… ! 😀", []),
    ],
)
def test_words_are_spelt_in_one_way(told: str, spelt: list[str]) -> None:
    assert words_in(told) == spelt


async def test_two_of_one_number_are_told_apart_by_their_year(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await _add(village, 2, {"cerita": {"text": "Jembatan putus"}, "dusun": {"name": "Jambu"}})
    async with village.town.database.write() as connection:
        await connection.exec_driver_sql("UPDATE usulan SET id = 1, year = 2025, code = 'ENR-25-MAI-0002'")
        year = planning_year(Office(catalog_of(), "", ZONE), village.town.simulator.stage.clock.now())
    await _add(village, 2, {"cerita": {"text": "Jembatan putus lagi"}, "dusun": {"name": "Jambu"}})
    async with village.town.database.write() as connection:
        await connection.execute(text("UPDATE usulan SET year = :year WHERE id = 2"), {"year": year})
    told = await village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="2"))
    assert labels(told)[:2] == [words("tombol_baca", nomor="Maiwa 2/25"), words("tombol_baca", nomor="Maiwa 2")]


async def test_a_number_behind_cari_opens_it(village: Village) -> None:
    rahman = await _reader(village)
    await village.ask(rahman, "cari maiwa 7", says("usulan_utuh", nomor=True))


@pytest.mark.parametrize("word", ["قنطرةب" * 4, "jembatan" * 3, "ikan " * 9])
async def test_the_longest_words_fit_the_buttons_of_the_pages(village: Village, word: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for serial in range(1, 8):
        await _add(village, serial, {"cerita": {"text": f"{word} rusak {word} lagi"}, "dusun": {"name": "Jambu"}})
    await village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await village.ask(rahman, f"cari {word} rusak lagi", says("periksa_daftar_cari", jumlah="7"))
    await village.press(rahman, words("tombol_daftar_maju"), says("periksa_daftar_cari", jumlah="7", mulai="6"))


async def test_what_only_points_is_no_word_of_it_and_what_is_feared_stands_behind_what_is(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for serial, story in enumerate(("Pupuk mahal", "Takut tebing longsor kalau hujan", "Sekarang longsor"), 1):
        await _add(village, serial, {"cerita": {"text": story}, "dusun": {"name": "Jambu"}}, DESA)
    await village.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    for typed, found in (("yg soal pupuk mana", 1), ("ada yg longsor?", 2), ("yg dari jambu saja", 3)):
        await village.ask(rahman, typed, says("periksa_daftar_cari", jumlah=found))
    await village.ask(rahman, "yg kedua", says("usulan_utuh", nomor="Maiwa 2"))
    await village.ask(rahman, "yg dari jambu saja", says("periksa_daftar_cari", jumlah=3))
    await village.ask(rahman, "yg ketiga", says("usulan_utuh", nomor="Maiwa 1"))
    shown = await village.ask(rahman, "mana yg bahaya", says("periksa_daftar_bahaya", jumlah=2))
    told = words_of(shown)
    assert told.index("Maiwa 3") < told.index("Maiwa 2")
    assert "Maiwa 1" not in told


async def test_what_endangers_waits_behind_nobody(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    bridge = "jembatan gantung talinya sudah karatan mau putus, orang ke kebun lewat situ"
    stories = ["Pupuk mahal", "Jalan rusak", "Air macet", "Atap posyandu bocor", "Lampu mati", bridge, "Tebing longsor"]
    for serial, story in enumerate(stories, 1):
        await _add(village, serial, {"cerita": {"text": story}, "dusun": {"name": "Jambu"}}, DESA)
    told = words_of(await village.ask(rahman, "/periksa", says("periksa_daftar_saya", jumlah="7")))
    order = [told.find(f"Maiwa {serial}") for serial in (7, 6, 1, 2, 3)]
    assert order == sorted(order)
    assert order[0] >= 0
    assert told.count("bahaya") == 2
    more = words_of(await village.press(rahman, words("tombol_daftar_maju"), says("periksa_daftar_saya", mulai="6")))
    assert "Maiwa 4" in more
    assert "Maiwa 5" in more


async def test_what_nearly_hurt_somebody_is_shown_and_of_nothing_else_it_is_said_that_there_is_none(
    village: Village,
) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await _add(village, 1, {"cerita": {"text": "Pupuk mahal"}, "dusun": {"name": "Jambu"}})
    asked = "ada yang bahaya tidak, yg mendesak"
    shown = await village.ask(rahman, asked, says("periksa_daftar_bahaya", usulan=[]))
    assert words("tombol_menunggu_semua") in labels(shown)
    bridge = "jembatan kayu sudah lapuk, kemarin anak sekolah hampir jatuh ke sungai, papannya patah"
    for serial, story in enumerate((bridge, "Tiang jembatan mau putus", "Tembok retak, anak lewat di bawahnya"), 2):
        await _add(village, serial, {"cerita": {"text": story}, "dusun": {"name": "Jambu"}})
    await village.ask(rahman, asked, says("periksa_daftar_bahaya", jumlah=3))

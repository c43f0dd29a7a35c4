"""The messenger's pencil: what an edited message had made is made anew, or it is said what can be done."""

import json
from pathlib import Path

import pytest

from tests.broadcasts.street import DESA, OTHER_DESA, Street, Streets, open_street
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import town

_ASKED = "bisa ikut tanggal 20 atau 27?"
_ORDER = "umumkan ke fasilitator desa boiya: mohon hadir jumat 15 mei jam {} di baruga"


@pytest.fixture
async def street(database_url: str, tmp_path: Path) -> Streets:
    async with town(database_url, tmp_path) as place:
        yield await open_street(place)


async def test_what_has_not_left_is_taken_anew_and_what_is_out_is_put_right_by_a_ralat(street: Street) -> None:
    place, hasnah = street.town, street.announces
    await place.join("Rahman", "fasilitator_desa", DESA)
    told = await place.simulator.say(hasnah, _ORDER.format("2"))
    await place.hears(hasnah, says("siaran_langsung_contoh"))
    await place.simulator.edit(hasnah, told["message_id"], _ORDER.format("3"))
    await place.hears(hasnah, says("siaran_pensil_contoh"))
    await place.hears(hasnah, lambda message: words("tombol_siaran_kirim") in labels(message))
    ((message, state),) = await place.rows("SELECT message, state FROM broadcasts")
    assert "jam 3 di baruga" in message
    assert state == "draft"
    async with place.database.write() as connection:
        await connection.exec_driver_sql("UPDATE broadcasts SET state = 'done'")
    await place.simulator.edit(hasnah, told["message_id"], _ORDER.format("4"))
    await place.hears(hasnah, says("siaran_pensil_keluar"))
    await place.hears(hasnah, lambda message: "jam 4 di baruga" in message["text"])
    assert "jam 3" in (await place.rows("SELECT message FROM broadcasts"))[0][0]


async def test_what_was_written_back_and_its_answer_change_with_the_message(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    await street.announce(text=_ASKED, choices=("tanggal 20", "tanggal 27"))
    told = await place.simulator.say(rahman, "20 bu", reply_to=await street.copy_of(rahman, _ASKED))
    await place.hears(hasnah, says("siaran_balasan", isi="20 bu"))
    await place.simulator.edit(rahman, told["message_id"], "27 bu")
    await place.hears(hasnah, says("siaran_balasan", isi="27 bu", diubah=True))
    await place.hears(rahman, says("siaran_pilihan_dicatat", pilihan="tanggal 27"))
    await place.press(hasnah, words("tombol_siaran_jawab"), mentions("form.siaran_jawab.jawaban.tanya"))
    answer = await place.simulator.say(hasnah, "selesai jam 4")
    await place.hears(rahman, says("siaran_jawaban", isi="selesai jam 4"))
    await place.simulator.edit(hasnah, answer["message_id"], "selesai jam 5")
    await place.hears(hasnah, says("siaran_balasan_dijawab", dari="Rahman", baru=True))
    await place.hears(rahman, says("siaran_jawaban", isi="selesai jam 5"))
    assert [tuple(row) for row in await place.rows("SELECT words, answer FROM broadcast_replies")] == [
        ("27 bu", "selesai jam 5")
    ]
    assert (await place.rows("SELECT answer FROM deliveries"))[0][0] == 1


async def test_answers_whose_choice_stays_stand_and_whose_choice_is_gone_is_named(street: Street) -> None:
    place, hasnah = street.town, street.announces
    rahman = await place.join("Rahman", "fasilitator_desa", DESA)
    nurdin = await place.join("Nurdin", "fasilitator_desa", OTHER_DESA)
    one = await street.announce(text=_ASKED, choices=("tanggal 20", "tanggal 27"))
    for person, at in ((rahman, 0), (nurdin, 1)):
        await street.copy_of(person, _ASKED)
        await place.press_data(person, f"e:pilih:{one}:{at}", says("siaran_pilihan_dicatat"))
    await place.ask(hasnah, "tambah tombol tidak bisa", mentions("siaran_ralat_lalu"))
    await place.press(hasnah, words("form.siaran_ralat.kirim"), says("siaran_sedang_diralat"))
    await place.ask(hasnah, "bukan 27 tapi 28, perbaiki", mentions("siaran_ralat_lalu"))
    await place.press(hasnah, words("form.siaran_ralat.kirim"), says("siaran_pilihan_hilang", orang=["Nurdin"]))
    await place.ask(hasnah, "jadi brp yg bisa 20 brp yg 28, siapa yg tdk bisa", says("siaran_hasil"))
    ((message,),) = await place.rows("SELECT message FROM broadcasts")
    assert json.loads(message)["choices"] == ["tanggal 20", "tanggal 28", "tidak bisa"]
    assert [row[0] for row in await place.rows("SELECT answer FROM deliveries ORDER BY target")] == [0, None]
    assert await place.hears(nurdin, says("siaran_diralat_kabar", pilihan=["tanggal 20", "tanggal 28", "tidak bisa"]))

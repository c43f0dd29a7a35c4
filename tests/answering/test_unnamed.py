"""*Jangan sebut nama saya*: whoever reads sees a warga, until it is taken back."""

import json

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.answering.conftest import Counter, Village, buttons
from tests.support.client import words_of
from tests.support.sentences import says, words

_MARKS = "SELECT unnamed FROM usulan ORDER BY id"


async def _marks(counter: Counter) -> list[bool]:
    return [bool(row[0]) for row in await counter.rows(_MARKS)]


async def test_all_of_ones_own_is_marked_and_nobody_elses(either_counter: Counter) -> None:
    sitti, ratna = await either_counter.warga(), await either_counter.warga("Ratna")
    await either_counter.bring(sitti)
    await either_counter.bring(ratna)
    await either_counter.draft(sitti)
    said = await either_counter.ask(sitti, "jangan_nama", "jangan tulis namaku")
    assert said["text"] in says("jangan_nama", jumlah=1, dalam_isian=True)
    assert buttons(said) == ["n:sebut"]
    assert await _marks(either_counter) == [True, False]
    state = json.loads((await either_counter.rows("SELECT state FROM conversations"))[0][0])
    assert state["about"] == {"unnamed": True}


async def test_of_who_has_told_nothing_yet_it_holds_for_what_is_told_later(counter: Counter) -> None:
    said = await counter.ask(await counter.warga(), "jangan_nama")
    assert said["text"] in says("jangan_nama", jumlah=0, dalam_isian=False)
    assert buttons(said) == ["n:sebut"]


@pytest.mark.parametrize(
    "agrees", ["boleh ji asal namaku jangan disebut", "setuju tapi jangan sebut nama saya", "namaku jangan disebut"]
)
async def test_the_wish_that_is_said_before_the_yes_holds(village: Village, agrees: str) -> None:
    town = village.town
    sitti = town.simulator.add_person("Sitti")
    await town.start_chat(sitti, says("izin"))
    await town.ask(sitti, agrees, says("izin_menunggu"))
    await town.press(sitti, words("tombol_setuju"), "kecamatan")
    await town.ask(sitti, "maiwa tuncung paraja", "ceritakan")
    await village.tell(sitti)
    assert [bool(row[0]) for row in await town.rows(_MARKS)] == [True]


async def test_the_reader_sees_no_name_anywhere_and_the_news_comes_all_the_same(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti Aminah")
    await village.act(sitti, "jangan_nama", "namaku jangan disebut")
    await village.hears(sitti, says("jangan_nama", jumlah=1))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    opened = await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", nama=""))
    assert "warga" in words_of(opened)
    await village.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat", nama=words("tanpa_nama")))
    await village.hears(sitti, says("kabar_dibaca", nama="Sitti Aminah", pembaca="Rahman"))
    assert "Aminah" not in json.dumps(village.town.simulator.messages(rahman))


async def test_it_can_be_taken_back_and_said_again(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    sitti = await village.bring("Sitti")
    await village.act(sitti, "jangan_nama")
    await village.hears(sitti, says("jangan_nama"))
    await village.press(sitti, words("tombol_sebut_nama"), says("nama_disebut_lagi"))
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", nama="Sitti"))
    await village.press(sitti, words("tombol_jangan_nama"), says("jangan_nama", jumlah=1))
    assert [bool(row[0]) for row in await village.town.rows(_MARKS)] == [True]


async def test_a_draft_becomes_an_usulan_without_a_name_also_in_another_voice(village: Village) -> None:
    sitti = await village.begin("Sitti")
    await village.act(sitti, "jangan_nama")
    await village.hears(sitti, says("jangan_nama", jumlah=0, dalam_isian=True))
    await village.press_data(sitti, "v:siapa", says("form.suara.nama.tanya"))
    await village.ask(sitti, "Nenek Rabi", says("form.suara.umur.tanya"))
    for label, said in (("Sudah", "form.suara.setuju.tanya"), ("Ya, setuju", "form.suara.kabar.tanya")):
        await village.press(sitti, label, says(said))
    await village.press(sitti, "Ya, lewat HP ini", "ceritakan")
    await village.tell(sitti)
    assert [bool(row[0]) for row in await village.town.rows(_MARKS)] == [True]
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    told = words_of(await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", nama="")))
    assert "Rabi" not in told


async def test_the_wish_holds_for_what_is_brought_later(village: Village) -> None:
    sitti = await village.bring("Sitti")
    await village.act(sitti, "jangan_nama")
    await village.hears(sitti, says("jangan_nama"))
    await village.ask(sitti, "/mulai", "masih")
    await village.press(sitti, words("tombol.ya"), "ceritakan")
    await village.tell(sitti)
    assert [bool(row[0]) for row in await village.town.rows(_MARKS)] == [True, True]


async def test_the_own_name_goes_out_of_what_was_told_and_of_what_is_told_later(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("Sitti")
    await village.act(sitti, "jangan_nama", "namaku jangan disebut")
    await village.hears(sitti, says("jangan_nama", jumlah=0, dalam_isian=True))
    await village.tell(sitti, "Jembatan putus, saya SITTI tinggal di seberang")
    told = await village.town.rows("SELECT answers FROM usulan")
    assert [json.loads(row[0])["cerita"]["text"].count("tinggal di seberang") for row in told] == [1]
    assert "sitti" not in told[0][0].lower()


async def test_the_name_by_which_somebody_calls_herself_goes_as_well(either_village: Village) -> None:
    village = either_village
    sitti = await village.begin("HP Dapur")
    await village.ask(sitti, "Lampu jalan depan posyandu mati, sy hasniar kader nya", "harapkan")
    await village.act(sitti, "jangan_nama", "jangan sebut nama saya")
    await village.hears(sitti, says("jangan_nama", jumlah=0, dalam_isian=True, diganti="hasniar kader"))
    await village.ask(sitti, "Diperbaiki, nanti hasniar yang catat", "foto")
    await village.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await village.press(sitti, words("tombol.kirim"), says("tanda_terima"))
    assert "hasniar" not in (await village.town.rows("SELECT answers FROM usulan"))[0][0].lower()


async def test_a_name_said_afterwards_goes_as_well(village: Village) -> None:
    sitti = await village.begin("HP Dapur")
    await village.act(sitti, "jangan_nama", "nama saya jangan disebut")
    await village.hears(sitti, says("jangan_nama", jumlah=0, dalam_isian=True, diganti=""))
    await village.tell(sitti, "Pustu retak, saya Bidan Hartati yang jaga di sini")
    told = (await village.town.rows("SELECT answers FROM usulan"))[0][0]
    assert "jaga di sini" in told
    assert "Hartati" not in told

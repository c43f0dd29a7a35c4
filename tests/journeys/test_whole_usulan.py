"""A whole usulan: every turn of the form, Cukup, and who reads it."""

import json
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.story import Wanted
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.browser.pictures import photo, recording
from tests.support.client import words_of
from tests.support.sentences import says, words
from tests.support.town import Town

KECAMATAN, DESA = "73.16.01", "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi."
HOPE = "Dibuatkan bak air di tengah dusun."


class Proposer:
    """Somebody who brings an usulan, and hears each answer before going on."""

    def __init__(self, place: Town, name: str = "Sitti") -> None:
        self.place, self.simulator = place, place.simulator
        self.person: Person = self.simulator.add_person(name)

    async def press(self, label: str, answer: Wanted) -> str:
        return words_of(await self.place.press(self.person, label, answer))

    async def say(self, text: str, answer: Wanted) -> str:
        return words_of(await self.place.ask(self.person, text, answer))

    async def hears(self, answer: Wanted) -> str:
        return words_of(await self.place.hears(self.person, answer))

    async def until_story(self, command: str = "/start") -> None:
        await self.simulator.say(self.person, command)
        await self.hears(says("izin"))
        await self.press(words("tombol_setuju"), "kecamatan")
        for answer, said in (("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun"), ("Jambu", "ceritakan")):
            await self.press(answer, said)

    async def until_hope(self, story: str) -> None:
        await self.until_story()
        await self.say(story, "harapkan")

    async def until_photo(self) -> None:
        await self.until_hope(STORY)
        await self.say(HOPE, "foto")

    async def until_card(self, story: str, wish: str) -> None:
        """With nothing told but these."""
        await self.until_hope(story)
        await self.say(wish, "foto")
        await self.press(words("tombol.cukup"), "Kami catat begini")

    async def answers(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((await self.place.rows("SELECT answers FROM usulan"))[0][0])
        return found


async def at_the_hope(place: Town, story: str) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_hope(story)
    return sitti


async def told_so_far(place: Town) -> dict[str, Any]:
    """The answers in the only draft there is."""
    ((state,),) = await place.rows("SELECT state FROM conversations")
    return {key: answer["value"] for key, answer in json.loads(state)["answers"].items()}


async def facilitator(place: Town, name: str, role: str, scope: str) -> Person:
    person = place.simulator.add_person(name)
    await place.simulator.begin(person, await place.code_for(role, scope))
    await place.simulator.wait_for(person, says("kode_dipakai"))
    return person


async def readers(place: Town) -> tuple[Person, Person]:
    """Rahman of the desa and Amir of its kecamatan."""
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    return rahman, await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)


async def test_every_turn_of_the_form_is_asked_understood_and_read_back(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await place.simulator.voice(sitti.person, bytes(recording()["buffer"]))
    await sitti.hears("harapkan")
    await sitti.say(HOPE, "foto")
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("urusan apa")
    await sitti.press("💧 Air, irigasi", "Siapa")
    await sitti.say("ibu-ibu, lansia", "berapa orang")
    await sitti.say("laki2 90 prempuan 110", "90 laki-laki, 110 perempuan")
    await sitti.say("tidak tahu", "belum tahu, nanti dicek bersama")
    await place.simulator.location(sitti.person, -3.5, 119.8)
    await sitti.hears("dekat apa")
    await sitti.say("Dari masjid sampai pos ronda", "Seberapa besar")
    await sitti.say("1 paket", "Satu paket itu isinya apa saja")
    await sitti.say("pipa 1,2 km", "kenapa ini perlu didahulukan")
    await sitti.say("Kalau kemarau anak-anak terlambat sekolah", "disumbangkan")
    card = await sitti.say("tenaga, tanah", "Kami catat begini")
    for line in ("Kecamatan: Maiwa", "Jumlah orang: 90 laki-laki, 110 perempuan", "Ukurannya: 1,2 km"):
        assert line in card
    for line in ("Yang merasakan: Ibu-ibu, Lansia", "Titik di peta: titik di peta sudah ada", "Tenaga, Tanah"):
        assert line in card
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    answers = await sitti.answers()
    assert {"female": 110, "male": 90} == {key: answers["jumlah"][key] for key in ("female", "male")}
    assert {"unknown": True} == answers["kurang_mampu"]
    assert {"lat": -3.5, "lon": 119.8} == answers["lokasi"]
    assert "voice" in answers["cerita"]


async def test_after_the_hope_cukup_makes_it_a_whole_usulan(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    card = await sitti.press("Cukup", "Kami catat begini")
    assert "10 hal belum diisi" in card
    assert "belum diisi\n" not in card.replace("10 hal belum diisi", "")
    await sitti.press(words("tombol.kirim"), "Maiwa 1")
    assert {"kecamatan", "desa", "dusun", "cerita", "harapan"} == set(await sitti.answers())


async def test_cukup_is_not_on_offer_before_what_is_needed_was_told(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    shown = await sitti.simulator.wait_for(sitti.person, "ceritakan")
    assert words("tombol.cukup") not in [key["text"] for row in shown["reply_markup"]["inline_keyboard"] for key in row]
    await sitti.say("cukup", says("mesin.belum_cukup"))


async def test_kembali_after_cukup_leads_to_where_it_was_pressed(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press("Cukup", "Kami catat begini")
    await sitti.say("kembali", "urusan apa")


async def test_the_key_that_sends_a_location_is_put_away_with_the_question(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    for said in ("urusan apa", "Siapa", "berapa orang", "kurang mampu", "Kirim lokasi"):
        await sitti.say("lewati", said)
    await sitti.say("Lewati", "dekat apa")
    with_keyboard = [c.params["text"] for c in place.simulator.calls if "request_location" in str(c.params)]
    without = [c.params["text"] for c in place.simulator.calls if "remove_keyboard" in str(c.params)]
    assert [True] == ["Kirim lokasi" in text for text in with_keyboard]
    assert [words("mesin.lanjut")] == without


async def test_she_sees_by_name_who_reads_it_and_chooses_the_kecamatan_instead(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    nurul = await facilitator(any_place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(any_place)
    await sitti.until_photo()
    asked = await sitti.press("Cukup", "nanti dibaca")
    assert "Rahman" in asked
    assert "Nurul" in asked
    card = await sitti.press("Pilih fasilitator kecamatan", "Kami catat begini")
    assert "Yang membaca: Nurul" in card
    assert await sitti.press(words("tombol.kirim"), says("tanda_terima")) in says("tanda_terima", pembaca="Nurul")
    row = (await any_place.rows("SELECT u.reader_id, p.name FROM usulan u JOIN people p ON p.id = u.reader_id"))[0]
    assert "Nurul" == row[1]
    assert [row[0]] == [
        one[0] for one in await any_place.rows("SELECT person_id FROM notices WHERE kind = 'usulan_baru'")
    ]
    await any_place.ask(rahman, "/periksa", says("periksa_kosong_saya"))
    await any_place.ask(nurul, "/periksa", "Maiwa 1")
    assert "pembaca" not in await sitti.answers()


async def test_baik_leaves_it_to_the_nearest_reader(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", "nanti dibaca")
    await sitti.say("baik", "Kami catat begini")
    assert await sitti.say("kirim", says("tanda_terima")) in says("tanda_terima")
    assert [(None,)] == [tuple(row) for row in await place.rows("SELECT reader_id FROM usulan")]


async def test_a_draft_left_at_the_choice_of_a_reader_is_asked_again_with_the_names(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", "nanti dibaca")
    await sitti.say("/usulan", says("ada_draf"))
    assert "Rahman" in await sitti.press(words("tombol_lanjutkan"), "nanti dibaca")


async def test_where_there_is_nobody_to_choose_nobody_is_asked(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", "Kami catat begini")
    assert await sitti.press(words("tombol.kirim"), says("tanda_terima")) in says("tanda_terima", pembaca="Rahman")


async def test_a_reader_who_handed_over_meanwhile_is_not_the_reader(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", "nanti dibaca")
    await sitti.press("Pilih fasilitator kecamatan", "Kami catat begini")
    async with place.database.write() as connection:
        await connection.exec_driver_sql("UPDATE grants SET until = '2020-01-01 00:00:00' WHERE role LIKE '%kecamatan'")
    assert await sitti.press(words("tombol.kirim"), says("tanda_terima")) in says("tanda_terima", pembaca="Rahman")


async def test_an_edit_that_changes_no_word_is_not_called_a_correction(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    told = await sitti.simulator.say(sitti.person, STORY)
    await sitti.hears("harapkan")
    await sitti.say(HOPE, "foto")
    await sitti.press("Cukup", "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.simulator.edit(sitti.person, told["message_id"], STORY)
    await sitti.say("/usulanku", "Maiwa 1")
    assert not any(text in says("ralat_dicatat") for text in sitti.simulator.said(sitti.person))
    assert [] == await place.rows("SELECT * FROM events WHERE kind = 'diralat'")

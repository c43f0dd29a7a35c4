"""One account, several voices: whose story it is, who agreed, and whether news may come to this telephone."""

import json
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.people.conftest import DESA, STORY, agree, bring, finish, read, tell_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def for_somebody_else(place: Town, person: Person, *answers: Any) -> None:
    """From the first question through the form of whose voice it is."""
    simulator = place.simulator
    await simulator.press(person, words("tombol_orang_lain"))
    await simulator.wait_for(person, "Siapa nama panggilan")
    await simulator.say(person, "Nenek Rabi")
    await simulator.wait_for(person, "18 tahun")
    for answer, said in zip(answers[::2], answers[1::2], strict=True):
        labels = {"Halimah"}
        await (simulator.say(person, answer) if answer in labels else simulator.press(person, answer))
        await simulator.wait_for(person, said)


ADULT = ("Sudah", "bacakan", "Ya, setuju", "dikabari lewat HP ini")


async def bring_on(place: Town, person: Person) -> None:
    await tell_place(place, person)
    await place.ask(person, STORY, "harapkan")
    await finish(place, person)


async def test_a_story_may_be_somebody_elses(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await for_somebody_else(place, ahmad, *ADULT, "Ya, lewat HP ini", "kecamatan")
    await bring_on(place, ahmad)
    row = (
        await place.rows(
            "SELECT s.name, s.tell_directly, s.guardian FROM usulan u JOIN speakers s ON s.id = u.speaker_id"
        )
    )[0]
    assert (row[0], bool(row[1]), row[2]) == ("Nenek Rabi", False, None)
    assert len(await place.rows("SELECT * FROM consents WHERE speaker_id IS NOT NULL AND answer = 'ya'")) == 1


async def test_a_sentence_is_no_name_and_a_name_is_put_right_until_it_was_sent_and_after(place: Town) -> None:
    simulator, ika = place.simulator, place.simulator.add_person("Ika")
    await agree(place, ika)
    await place.press(ika, words("tombol_orang_lain"), "Siapa nama panggilan")
    await place.ask(ika, "sumur keruh", says("nama_orang.panggilan", kata="sumur keruh"))
    await place.ask(ika, "jalan di kampung kami gelap", says("suara_cerita_menunggu"))
    await place.ask(ika, "nama bapak Sumang kak", mentions("mesin.dicatat", isi="bapak Sumang"))
    await place.press(ika, "Sudah", "bacakan")
    await place.ask(ika, "eh salah kak, ini suara bapak Samang", mentions("suara_nama_dibetulkan", nama="Bapak Samang"))
    await place.press(ika, "Ya, setuju", "dikabari lewat HP ini")
    await place.press(ika, "Ya, lewat HP ini", mentions("mesin.ini_ceritanya"))
    await place.press(ika, words("tombol.ya_cerita"), "kecamatan")
    await tell_place(place, ika, "harapkan")
    await place.ask(ika, "namanya bapak Samad", mentions("suara_nama_dibetulkan", nama="Bapak Samad"))
    await finish(place, ika)
    named = mentions("usulan_suara", nama="Bapak Samad")
    card = next(text for text in simulator.said(ika) if text in named)
    assert "jalan di kampung kami gelap" in card
    renamed = says("suara_nama_dibetulkan", nama="Sumang", nomor="Maiwa 1")
    await place.ask(ika, "ganti namanya, yang punya suara Sumang", renamed)
    assert await place.rows("SELECT name FROM speakers") == [("Sumang",)]


async def test_one_who_wants_no_news_on_this_telephone_gets_none(place: Town) -> None:
    ahmad, rahman = place.simulator.add_person("Ahmad"), place.simulator.add_person("Rahman")
    await place.simulator.begin(rahman, await place.code_for(FASILITATOR_DESA, DESA))
    await place.simulator.wait_for(rahman, says("kode_dipakai"))
    await agree(place, ahmad)
    await for_somebody_else(place, ahmad, *ADULT, "Jangan lewat HP ini", "kecamatan")
    await bring_on(place, ahmad)
    await place.simulator.wait_for(ahmad, says("suara_terima_langsung"))
    said = len(place.simulator.said(ahmad))
    await read(place, rahman)
    await place.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert len(place.simulator.said(ahmad)) == said
    await place.ask(ahmad, "/usulanku", says("usulanku_kosong"))


async def test_a_child_speaks_only_with_a_parent_who_says_yes_themselves(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    answers = (
        "Belum",
        "orang tuanya",
        "Halimah",
        "Apakah Bapak/Ibu setuju",
        "Ya, saya setuju",
        "dikabari lewat HP ini",
    )
    await for_somebody_else(place, ahmad, *answers, "Ya, lewat HP ini", "kecamatan")
    assert await place.rows("SELECT name, guardian FROM speakers") == [("Nenek Rabi", "Halimah")]


async def test_without_the_parents_yes_nothing_is_kept(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    answers = ("Belum", "orang tuanya", "Halimah", "Apakah Bapak/Ibu setuju", "Tidak", "dikabari lewat HP ini")
    await for_somebody_else(place, ahmad, *answers, "Ya, lewat HP ini", says("suara_perlu_wali"))
    assert await place.rows("SELECT * FROM speakers") == []
    assert await place.rows("SELECT * FROM conversations") == []


async def test_who_spoke_here_before_is_offered(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await for_somebody_else(place, ahmad, *ADULT, "Ya, lewat HP ini", "kecamatan")
    await bring_on(place, ahmad)
    await place.ask(ahmad, "/mulai", says("mesin.masih_di"))
    await place.press(ahmad, words("tombol_orang_lain"), says("suara_siapa"))
    await place.press(ahmad, "Nenek Rabi", "suara Nenek Rabi")
    state: Any = (await place.rows("SELECT state FROM conversations"))[0][0]
    assert "Nenek Rabi" in state


async def test_one_may_come_back_to_oneself(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await for_somebody_else(place, ahmad, *ADULT, "Ya, lewat HP ini", "kecamatan")
    await place.press(ahmad, words("tombol_orang_lain"), says("suara_siapa"))
    await place.press(ahmad, words("tombol_saya_sendiri"), "kecamatan")
    await bring_on(place, ahmad)
    assert await place.rows("SELECT speaker_id FROM usulan") == [(None,)]


async def test_the_common_case_is_asked_nothing(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await bring(place, sitti)
    assert not any("suara siapa" in text.lower() for text in place.simulator.said(sitti))


async def asked_whether_they_agree(place: Town) -> Person:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await for_somebody_else(place, ahmad, "Sudah", "bacakan")
    return ahmad


@pytest.mark.parametrize("said", ["iya", "iye dia setuju", "iya dia setuju, dia duduk di sebelahku"])
async def test_somebody_elses_consent_is_pressed_and_the_button_is_named(place: Town, said: str) -> None:
    ahmad = await asked_whether_they_agree(place)
    await place.ask(ahmad, said, lambda message: True)
    assert [] == await place.rows("SELECT * FROM consents WHERE speaker_id IS NOT NULL")


@pytest.mark.parametrize("said", ["ya", "lewat hp ini boleh ji"])
async def test_that_news_come_by_this_telephone_may_be_typed(place: Town, said: str) -> None:
    ahmad = await asked_whether_they_agree(place)
    await place.press(ahmad, "Ya, setuju", "dikabari lewat HP ini")
    await place.ask(ahmad, said, says("suara_dipakai", langsung=False))


async def test_a_no_to_this_telephone_may_be_typed(place: Town) -> None:
    ahmad = await asked_whether_they_agree(place)
    await place.press(ahmad, "Ya, setuju", "dikabari lewat HP ini")
    await place.ask(ahmad, "jangan kak, dia tidak mau", says("suara_dipakai", langsung=True))


@pytest.mark.parametrize("said", ["belum setuju, nanti kutanya", "apa dia setuju"])
async def test_what_is_no_yes_agrees_to_nothing(place: Town, said: str) -> None:
    ahmad = await asked_whether_they_agree(place)
    await place.ask(ahmad, said, lambda message: True)
    assert [] == await place.rows("SELECT * FROM consents WHERE speaker_id IS NOT NULL")


async def test_whose_it_is_may_be_said_and_their_story_told_before_they_agreed(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await place.ask(ahmad, "untuk nenek rabi", mentions("form.suara.umur.tanya"))
    await place.ask(ahmad, "sudah", mentions("form.suara.setuju.tanya"))
    await place.ask(ahmad, STORY, says("suara_cerita_menunggu"))
    assert STORY not in str(await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))
    await place.simulator.press(ahmad, "Ya, setuju")
    await place.simulator.wait_for(ahmad, "dikabari lewat HP ini")
    await place.simulator.press(ahmad, "Ya, lewat HP ini")
    await place.simulator.wait_for(ahmad, mentions("mesin.ini_ceritanya"))
    ((state,),) = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert json.loads(state)["pending"]["first"]["answers"]["cerita"]["value"]["text"] == STORY


async def test_of_whoever_does_not_agree_nothing_of_their_story_stays(place: Town) -> None:
    ahmad = place.simulator.add_person("Ahmad")
    await agree(place, ahmad)
    await place.ask(ahmad, "untuk nenek rabi", mentions("form.suara.umur.tanya"))
    await place.ask(ahmad, "sudah", mentions("form.suara.setuju.tanya"))
    await place.ask(ahmad, STORY, says("suara_cerita_menunggu"))
    await place.ask(ahmad, "tidak", "dikabari lewat HP ini")
    await place.ask(ahmad, "lewat sini", says("suara_belum_setuju"))
    assert STORY not in str(await place.rows("SELECT state FROM conversations"))


async def test_all_that_is_told_before_the_yes_is_kept_and_said_to_wait_once(either_place: Town) -> None:
    place = either_place
    ahmad = place.simulator.add_person("Ahmad")
    await place.simulator.begin(ahmad)
    await place.press(ahmad, words("tombol_setuju"), "kecamatan")
    await place.press(ahmad, words("tombol_orang_lain"), says("form.suara.nama.tanya"))
    await place.ask(ahmad, "nenek saida", says("form.suara.umur.tanya"))
    await place.ask(ahmad, "sudah", says("form.suara.setuju.tanya"))
    for told in ("atapnya bocor semua kalau hujan", "minta atap seng", "mandalan curio"):
        await place.ask(ahmad, told, says("form.suara.setuju.tanya"))
    waiting = [text for text in place.simulator.said(ahmad) if says("suara_cerita_menunggu")({"text": text})]
    assert len(waiting) == 1
    await place.press(ahmad, "Ya, setuju", says("form.suara.kabar.tanya"))
    shown = await place.press(ahmad, "Ya, lewat HP ini", says("mesin.ini_ceritanya"))
    assert "minta atap seng" in shown["text"]
    await place.ask(ahmad, "iya", says("form.usulan.dusun.tanya"))
    (row,) = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    assert json.loads(row[0])["answers"]["desa"]["value"]["name"] == "Mandalan"


async def test_who_brings_a_childs_usulan_is_none_and_brings_it_from_where_they_work(place: Town) -> None:
    kurnia = place.simulator.add_person("Kurnia")
    await place.simulator.begin(kurnia, await place.code_for(FASILITATOR_DESA, DESA))
    await place.simulator.wait_for(kurnia, says("kode_dipakai"))
    told = "sy titip usulan anak, namanya Fadil umur 13 kelas 1 smp, minta perpustakaan karna tdk ada bacaan di kampung"
    await place.ask(kurnia, told, says("menu_awal", bingung=True))
    await place.press(kurnia, words("tombol_menu_jadikan_usulan"), says("izin"))
    await place.press(kurnia, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(kurnia, words("tombol_orang_lain"), "Siapa nama panggilan")
    await place.ask(kurnia, "Fadil", "18 tahun")
    await place.press(kurnia, "Belum", "Bapak/Ibu orang tua, siapa")
    await place.ask(kurnia, "Hartati", "Apakah Bapak/Ibu setuju")
    await place.press(kurnia, "Ya, saya setuju", says("mesin.ini_ceritanya"))
    await place.press(kurnia, words("tombol.ya_cerita"), "Dusun")
    assert not any("Adik" in text for text in place.texts(kurnia))

"""She may speak first: what is said before the consent screen waits unread, and then is the story, or is gone."""

import json

import pytest

from tests.browser.pictures import recording
from tests.people.conftest import HOPE, STORY, finish, photo, tell_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

MORE = "Sudah dua tahun begitu, waktu hujan anak-anak tidak bisa ke sekolah."
VOICE = bytes(recording()["buffer"])


async def _downloads(place: Town) -> int:
    return sum(call.method == "getFile" for call in place.simulator.calls)


async def test_a_voice_before_any_question_waits_unread_and_nothing_is_fetched(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    shown = await place.voice(sitti, VOICE, says("izin"))
    assert shown["text"] in says("kata_pertama")
    assert [row[0] for row in await place.rows("SELECT count(*) FROM media")] == [0]
    assert await _downloads(place) == 0
    assert len(await place.rows("SELECT * FROM first_words")) == 1


async def test_after_setuju_the_voice_is_the_story_and_is_not_asked_for_again(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.voice(sitti, VOICE, says("izin"))
    shown = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert "pesan suara" in shown["text"]
    await place.press(sitti, words("tombol.ya_cerita"), "kecamatan")
    await tell_place(place, sitti, after="harapkan")
    await finish(place, sitti)
    answers = json.loads((await place.rows("SELECT answers FROM usulan"))[0][0])
    assert answers["cerita"]["voice"]["file_id"]
    assert answers["harapan"] == {"text": HOPE}
    await place.until("SELECT outcome FROM media", "stored")
    assert await place.rows("SELECT * FROM first_words") == []


async def test_several_sentences_and_a_photo_are_all_taken_over(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "Assalamualaikum", says("izin"))
    await place.ask(sitti, STORY, says("kata_pertama"))
    await place.ask(sitti, MORE, says("kata_berikutnya"))
    await place.photo(sitti, photo(), says("kata_berikutnya"))
    shown = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert STORY in shown["text"]
    assert "Assalamualaikum" not in shown["text"]
    await place.press(sitti, words("tombol.ya_cerita"), "kecamatan")
    await tell_place(place, sitti, after="harapkan")
    await finish(place, sitti)
    answers = json.loads((await place.rows("SELECT answers FROM usulan"))[0][0])
    assert answers["cerita"]["text"] == f"{STORY}\n{MORE}"
    assert len(answers["foto"]) == 1


async def test_words_that_were_edited_while_they_waited_are_taken_as_they_are_now(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    said = await place.simulator.say(sitti, "Jalan ke kebun licin sekali waktu hujan.")
    await place.simulator.wait_for(sitti, says("izin"))
    await place.simulator.edit(sitti, said["message_id"], STORY)
    await place.simulator.wait_until_confirmed()
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(sitti, words("tombol.ya_cerita"), "kecamatan")
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert state["answers"]["cerita"]["value"]["text"] == STORY
    assert state["answers"]["cerita"]["messages"] == [said["message_id"]]


async def test_a_greeting_is_no_story(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "halo", says("izin"))
    shown = await place.press(sitti, words("tombol_setuju"), "kecamatan")
    assert shown["text"] not in says("mesin.ini_ceritanya")


async def test_a_question_before_the_yes_is_answered_and_is_no_story(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.ask(sitti, "ini siapa ya?", says("tanya_siapa"))
    await place.simulator.wait_for(sitti, says("izin_menunggu"))
    assert await place.rows("SELECT * FROM first_words") == []
    assert await place.rows("SELECT * FROM questions") == []
    shown = await place.press(sitti, words("tombol_setuju"), "kecamatan")
    assert shown["text"] not in says("mesin.ini_ceritanya")


async def test_small_talk_and_questions_before_the_yes_are_no_story(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.ask(sitti, "oh iye pale. mau ka cerita", says("izin_tekan_setuju"))
    await place.ask(sitti, f"setuju. {STORY}", says("kata_pertama"))
    await place.ask(sitti, "siapa yg tentukan nanti jadi atau tidak", says("tanya_memutuskan"))
    await place.ask(sitti, "kalo salah tulis bagaimana", says("tanya_ubah"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.ask(sitti, "iye", "kecamatan")
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert state["answers"]["cerita"]["value"]["text"] == STORY


async def test_a_question_over_the_card_is_answered_and_not_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, STORY, says("izin"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(sitti, words("tombol.ya_cerita"), "kecamatan")
    await tell_place(place, sitti, after="harapkan")
    await place.ask(sitti, HOPE, "foto")
    await place.press(sitti, words("tombol.cukup"), "Kami catat begini")
    await place.ask(sitti, "kalo salah tulis bagaimana", says("tanya_ubah", draf=True))
    assert "juga" not in json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]


async def test_a_typed_yes_is_asked_for_the_button_and_a_typed_no_is_a_no(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.ask(sitti, "iye setuju", says("izin_tekan_setuju"))
    await place.ask(sitti, "catat mi pak, tidak apa2", says("izin_tekan_setuju"))
    assert await place.rows("SELECT consented_at FROM people WHERE consented_at IS NOT NULL") == []
    await place.ask(sitti, "tidak", says("izin_ditolak"))
    await place.until("SELECT count(*) FROM people", 0)


async def test_what_was_no_story_is_not_used(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, STORY, says("kata_pertama"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(sitti, words("tombol.bukan_cerita"), says("mesin.bukan_cerita"))
    assert await place.rows("SELECT * FROM conversations") == []


async def test_with_nothing_open_a_story_is_shown_and_asked_about(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    await place.ask(sitti, "/batal", says("draf_dibatalkan"))
    shown = await place.ask(sitti, STORY, says("mesin.ini_ceritanya"))
    assert STORY in shown["text"]
    await place.press(sitti, words("tombol.bukan_cerita"), says("mesin.bukan_cerita"))
    assert await place.rows("SELECT * FROM conversations") == []
    await place.ask(sitti, STORY, says("mesin.ini_ceritanya"))
    await place.ask(sitti, "iyo betul", "kecamatan")
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert state["answers"]["cerita"]["value"]["text"] == STORY


async def test_an_album_before_consent_gets_one_answer(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    for _ in range(3):
        await place.simulator.photo(sitti, photo(), album="a")
    await place.simulator.wait_for(sitti, says("izin"))
    assert len(place.simulator.said(sitti)) == 1
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert len(state["answers"]["foto"]["value"]) == 3


async def test_an_invitation_typed_first_is_still_an_invitation(place: Town) -> None:
    rahman = place.simulator.add_person("Rahman")
    await place.simulator.say(rahman, await place.code_for("fasilitator_desa", "73.16.01.2002"))
    await place.simulator.wait_for(rahman, says("kode_dipakai"))
    assert await place.rows("SELECT * FROM first_words") == []


async def test_consent_is_kept_with_the_version_of_its_words_and_the_time(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    assert await place.rows("SELECT version, answer FROM consents WHERE at IS NOT NULL") == [("1", "ya")]


async def test_tidak_leaves_nothing_of_what_was_said(either_place: Town) -> None:
    place = either_place
    sitti = place.simulator.add_person("Sitti Khusus")
    await place.voice(sitti, VOICE, says("izin"))
    await place.press(sitti, words("tombol_tidak"), says("izin_ditolak"))
    await place.until("SELECT count(*) FROM people", 0)
    await place.until("SELECT count(*) FROM erasures", 0)
    assert await place.rows("SELECT * FROM first_words") == []
    assert {row[0] for row in await place.rows("SELECT body FROM inbox WHERE outcome IS NOT NULL")} == {""}
    assert {row[0] for row in await place.rows("SELECT params FROM outbox WHERE chat <> 0")} == set()
    assert await _downloads(place) == 0


async def test_after_tidak_one_may_begin_anew(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, STORY, says("izin"))
    await place.press(sitti, words("tombol_tidak"), says("izin_ditolak"))
    await place.until("SELECT count(*) FROM people", 0)
    await place.ask(sitti, STORY, says("izin"))
    await place.until("SELECT count(*) FROM erasures", 0)
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert len(await place.rows("SELECT * FROM people")) == 1


async def test_whoever_passes_over_the_question_is_not_held_up_by_it(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, STORY, says("izin"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.ask(sitti, "Desa Boiya, Kecamatan Maiwa", says("mesin.ini_ceritanya"))
    await place.ask(sitti, MORE, "Dusun")
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert state["answers"]["cerita"]["value"]["text"] == f"{STORY}\n{MORE}"
    assert state["answers"]["desa"]["value"]["name"] == "Boiya"


async def test_setuju_on_an_old_screen_begins_no_other_usulan(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, STORY, says("izin"))
    await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await place.press(sitti, words("tombol.ya_cerita"), "kecamatan")
    await tell_place(place, sitti, after="harapkan")
    await finish(place, sitti)
    await place.press(sitti, words("tombol_setuju"), says("izin_sudah"))
    assert await place.rows("SELECT * FROM conversations") == []


async def test_where_it_is_is_no_story_and_is_not_asked_again(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.ask(sitti, "iya setuju. kec masalle desa mundan", says("kata_pertama"))
    shown = await place.press(sitti, words("tombol_setuju"), "Desa Mundan")
    assert shown["text"] not in says("mesin.ini_ceritanya")
    answers = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]
    assert {"kecamatan", "desa"} == answers.keys()


async def test_a_file_that_nobody_can_take_is_not_said_to_be_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.document(sitti, b"%PDF-1.4 surat", says("kata_pertama_berkas"), name="surat.pdf")
    shown = await place.press(sitti, words("tombol_setuju"), "kecamatan")
    assert shown["text"] in mentions("kata_pertama_dipakai", ada=False, berkas=True)


async def test_a_photo_is_said_to_be_kept_and_its_words_are_asked_about(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.start_chat(sitti, says("izin"))
    await place.simulator.photo(sitti, photo(), caption="surat dari pak desa dulu")
    await place.hears(sitti, says("kata_pertama"))
    shown = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert shown["text"] in mentions("kata_pertama_dipakai", ada=True, berkas=False)


@pytest.mark.parametrize("typed", ["hallo", "assalamualaikum"])
async def test_who_only_greets_is_greeted_once(place: Town, typed: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, typed, says("izin"))
    assert sum(text.count("Sitti") for text in place.texts(sitti)) == 1


@pytest.mark.parametrize("typed", ["eh salah pencet, batal", "aduh kepencet, tidak jadi", "batal"])
async def test_what_was_begun_by_mistake_ends_at_the_consent(place: Town, typed: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "mau usul jalan", says("izin"))
    await place.ask(sitti, typed, says("izin_ditolak"))
    await place.until("SELECT count(*) FROM first_words", 0)


async def test_more_than_that_waits_for_their_yes(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "mau usul jalan", says("izin"))
    await place.ask(sitti, "eh salah, jembatan yang batal dibangun itu", lambda message: True)
    assert await place.rows("SELECT * FROM first_words") != []


@pytest.mark.parametrize("typed", ["uangnya kah keluar kalau lapor", "dapat beras kah nanti itu"])
async def test_what_only_asks_is_no_part_of_the_story_that_is_offered(place: Town, typed: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, f"ini siapa? {typed}", says("izin"))
    await place.ask(sitti, "jalan ke kuburan rusak parah", says("kata_pertama"))
    told = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert "jalan ke kuburan rusak parah" in told["text"]
    assert typed not in told["text"]


@pytest.mark.parametrize(
    "typed", ["jembatan itu rusak parah, kapankah diperbaiki", "adakah air bersih, sumur kami kering"]
)
async def test_what_tells_beside_a_question_is_still_the_story(place: Town, typed: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, typed, says("izin"))
    await place.ask(sitti, "jalan ke kuburan rusak parah", says("kata_berikutnya"))
    told = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert typed.split(",")["adakah" in typed].strip() in told["text"]

"""Words that were taken for something else: a save for an erasure, a lesson for a borrowed telephone, a complaint for a
question, a correction for a second usulan."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _draft(place: Town) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    return found


async def test_save_keeps_what_is_kept_and_sends_the_card(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_photo()
    await sitti.say("simpan", mentions("mesin.sudah_disimpan"))
    await sitti.say("cukup", mentions("form.usulan.tinjau"))
    await sitti.say("simpan", says("tanda_terima"))
    await sitti.say("simpan", says("sudah_tersimpan"))
    assert 1 == len(await any_place.rows("SELECT id FROM usulan"))


@pytest.mark.parametrize("said", ["cucu yang ajar pakai hp", "diajari cucu pakai hp ini"])
async def test_who_is_taught_uses_their_own_telephone(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(said, mentions("form.usulan.kecamatan.tanya"))
    assert words("hp_sendiri") in sitti.simulator.said(sitti.person)


async def test_a_complaint_that_tells_since_when_is_the_story(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("KAPAN JALAN DIPERBAIKI SUDAH 3 TAHUN", "harapkan")
    assert {"text": "KAPAN JALAN DIPERBAIKI SUDAH 3 TAHUN"} == (await _draft(any_place))["answers"]["cerita"]["value"]


async def test_whom_to_call_is_said_once(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    for said in ("jembatan putus", "jembatan putus pak", "jembatannya putus"):
        await place.simulator.say(sitti.person, said)
        await place.simulator.wait_until_confirmed()
    await sitti.say("cukup", mentions("form.usulan.tinjau"))
    assert 1 == sum("Basarnas" in text for text in sitti.simulator.said(sitti.person))


@pytest.mark.parametrize("asked", ["patokan", "alasan"])
async def test_where_any_words_are_an_answer_a_choice_is_put_right(place: Town, asked: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    for key in ("kategori", "merasakan"):
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    await sitti.say("semua", mentions("form.usulan.jumlah.tanya"))
    for key in ("kurang_mampu", "lokasi", "patokan", "ukuran", "alasan")[: 3 if asked == "patokan" else 5]:
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    await sitti.say("yang merasakan itu jgn semua, lansia sama balita ji", mentions(f"form.usulan.{asked}.tanya"))
    answers = (await _draft(place))["answers"]
    assert {"lansia", "balita"} == {part["value"] for part in answers["merasakan"]["value"]}
    assert asked not in answers


@pytest.mark.parametrize("about", ["", "kira-kira "])
async def test_several_things_that_were_sent_are_put_right_in_one_sentence(any_place: Town, about: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_photo()
    for key in ("kategori", "merasakan", "jumlah"):
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    await sitti.say(f"{about}35 orang", mentions("form.usulan.kurang_mampu.tanya"))
    for key in ("lokasi", "patokan", "ukuran"):
        await sitti.say("lewati", mentions(f"form.usulan.{key}.tanya"))
    await sitti.say("panjang 200 meter", mentions("form.usulan.alasan.tanya"))
    await sitti.say("cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("pedagangnya bukan 35 tapi 40 dan panjangnya 250 meter", "250 m")
    await sitti.say("ya", says("ralat_dicatat"))
    told = await sitti.answers()
    assert (40, "250") == (told["jumlah"]["total"], told["ukuran"]["sizes"][0]["amount"])


@pytest.mark.parametrize("said", ["eh itu salah", "maaf pak, yang tadi salah", "salah mi itu"])
async def test_that_something_is_wrong_is_no_part_of_the_story(place: Town, said: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("jembatan kayu di jambu sudah lapuk", "harapkan")
    await sitti.say(said, mentions("form.usulan.harapan.tanya"))
    assert words("mesin.ubah_kapan") in sitti.simulator.said(sitti.person)[-1]
    assert {"text": "jembatan kayu di jambu sudah lapuk"} == (await _draft(place))["answers"]["cerita"]["value"]


async def test_what_is_cancelled_while_its_meaning_is_asked_is_cancelled(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("jembatan kayu di jambu sudah lapuk", "harapkan")
    await sitti.say("nenek sy sdh setuju juga", mentions("mesin.maksudnya_apa"))
    await sitti.say("batal", says("mesin.yakin_batal"))
    assert (await _draft(place))["pending"].get("cancel")


async def test_what_people_give_is_heard_at_another_question_and_anger_is_kept_nowhere(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("SUDAH SAYA BILANG IYA!! kenapa tanya2 terus, tai", mentions("mesin.maksudnya_apa"))
    await sitti.say("kalo warga sumbang tenaga sama tanah", "Tenaga, Tanah")
    told = (await _draft(place))["answers"]
    assert ["tenaga", "tanah"] == [one["value"] for one in told["sumbangan"]["value"]]
    assert "juga" not in told

"""What is said to somebody in danger, who is told of it, and that despair and violence stop the form."""

import json
from datetime import UTC, datetime

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, HOPE, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

VIOLENCE, DESPAIR = "Suamiku pukul ka tiap malam.", "saya tidak kuat lagi, lebih baik mati"


async def test_danger_is_answered_first_and_the_facilitator_is_told_at_once(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Tadi malam longsor, jalan ke dusun kami tertutup tanah.", "harapkan")
    said = sitti.simulator.said(sitti.person)
    assert "110" in said[-2]
    assert said[-2] in says("bahaya.bencana", dikabari="Rahman")
    assert "harapkan" in said[-1]
    told = (await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kata="longsor")))["text"]
    assert "Jambu, Pattondon Salu" in told
    assert "Sitti" not in told
    await sitti.say("Longsornya dibersihkan, dan dibuat tembok penahan.", "foto")
    assert 1 == sum(text in says("bahaya.kabar_bencana", kata="longsor") for text in any_place.simulator.said(rahman))
    assert 1 == sum("110" in text for text in sitti.simulator.said(sitti.person))


async def test_what_was_once_only_informs_her(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Dulu pernah longsor di sini, jalannya masih sempit.", "harapkan")
    assert sitti.simulator.said(sitti.person)[-2] in says("bahaya.bencana_pelan")
    assert not any("longsor" in text for text in place.simulator.said(rahman))


async def test_danger_told_before_the_place_reaches_the_facilitator_with_the_place(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "Longsor pak, rumah saya kena!")
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    assert "110" in sitti.simulator.said(sitti.person)[-2]
    await sitti.press("Maiwa", "Desa atau kelurahan")
    assert not any("longsor" in text for text in place.simulator.said(rahman))
    await sitti.press("Pattondon Salu", says("bahaya.pindah", nama="Rahman"))
    told = await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan="Longsor pak, rumah saya kena!"))
    assert "Pattondon Salu" in told["text"]


async def test_at_night_danger_to_life_rings(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await place.stop()
    await place.simulator.move_clock(to=datetime(2027, 1, 14, 15, 30, tzinfo=UTC))  # half past eleven at night
    await place.start()
    await sitti.say("Bansos kami tidak cair, dan semalam banjir bandang.", "harapkan")
    await place.simulator.wait_for(rahman, "menyebut “banjir bandang”", since=0)
    calls = [c.params for c in place.simulator.calls if c.method == "sendMessage" and "menyebut" in str(c.params)]
    assert [False] == [call.get("disable_notification", False) for call in calls]  # and nothing of the complaint


@pytest.mark.parametrize(
    ("text", "case"),
    [("Lampu di dusun kami mati terus", "listrik"), ("BLT saya dicabut", "bansos"), ("Ada pungli di sini", "pungutan")],
)
async def test_a_complaint_is_told_to_nobody(place: Town, text: str, case: str) -> None:
    facilitators = await _both(place)
    sitti = Proposer(place)
    await sitti.until_story()
    before = [place.simulator.said(one) for one in facilitators]
    await sitti.say(text, "harapkan")
    assert place.texts(sitti.person)[-2] in says(f"bahaya.{case}", dicatat=True)
    assert before == [place.simulator.said(one) for one in facilitators]


async def test_who_accuses_before_the_consent_is_told_where_to_complain_once_it_is_the_story(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "Jembatan tidak jadi, semennya dimakan pak haji Anto")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await sitti.press(words("tombol.ya_cerita"), "kecamatan")
    assert place.texts(sitti.person)[-2] in says("bahaya.pungutan", dicatat=True)
    await sitti.say("hapus nama haji Anto", "kecamatan")
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert "Anto" not in str(json.loads(state)["answers"])


async def test_electricity_names_no_number_that_nobody_entered(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("lampu di dusun kami mati terus", "harapkan")
    assert place.texts(sitti.person)[-2] in says("bahaya.listrik", hubungi=[], dicatat=True)


@pytest.mark.parametrize(("text", "case"), [(VIOLENCE, "kekerasan"), (DESPAIR, "putus_asa")])
async def test_after_despair_or_violence_nothing_of_the_form_follows_and_the_words_are_kept(
    place: Town, text: str, case: str
) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    assert await sitti.say(text, says("bahaya.lanjut")) == place.texts(sitti.person)[-1]
    assert place.texts(sitti.person)[-2].count("110") == 1
    assert place.texts(sitti.person)[-2] in says(f"bahaya.{case}")
    await sitti.press(words("tombol_lanjutkan"), "harapkan")
    await sitti.say("semoga ada yang menolong saya", mentions("form.usulan.tinjau"))  # and no photo, no size, no number
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert (await sitti.answers())["cerita"]["text"] == text
    assert 1 == sum("harapkan" in said for said in place.texts(sitti.person))  # when she went on, and not before


async def test_after_despair_at_the_question_of_the_place_no_name_is_missed(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(DESPAIR, says("bahaya.lanjut"))
    assert place.texts(sitti.person)[-2] in says("bahaya.putus_asa")
    await sitti.press(words("tombol_lanjutkan"), "kecamatan")
    await sitti.press("Maiwa", "Desa atau kelurahan")
    assert place.texts(sitti.person)[-4] in says("bahaya.putus_asa")  # the way on, and two questions since


@pytest.mark.parametrize(("text", "case"), [(VIOLENCE, "kekerasan"), (DESPAIR, "putus_asa")])
async def test_only_a_yes_tells_the_facilitator_of_the_kecamatan_and_only_of_the_kecamatan(
    any_place: Town, text: str, case: str
) -> None:
    rahman, nurul = await _both(any_place)
    sitti = Proposer(any_place)
    await sitti.until_story()
    before = any_place.simulator.said(nurul), any_place.simulator.said(rahman)
    assert "Nurul" in await sitti.say(text, mentions("bahaya.boleh_kabari"))
    await sitti.press(words("bahaya.tombol_jangan"), says("bahaya.jangan"))
    assert before == (any_place.simulator.said(nurul), any_place.simulator.said(rahman))
    await sitti.press(words("bahaya.tombol_ya"), says("bahaya.ya", nama="Nurul"))
    told = (await any_place.simulator.wait_for(nurul, says(f"bahaya.kabar_{case}", nomor=True)))["text"]
    assert "Kecamatan Maiwa" in told
    assert not any(word in told for word in ("Jambu", "Pattondon", "Sitti"))
    await sitti.press(words("bahaya.tombol_ya"), says("bahaya.ya", nama="Nurul"))
    assert len(any_place.simulator.said(nurul)) == len(before[0]) + 1
    assert before[1] == any_place.simulator.said(rahman)


async def test_a_yes_that_nobody_was_asked_for_tells_nobody(place: Town) -> None:
    _, nurul = await _both(place)
    sitti, aco = Proposer(place), Proposer(place, "Aco")
    await sitti.until_story()
    await aco.until_story()
    message = await place.ask(sitti.person, VIOLENCE, mentions("bahaya.boleh_kabari"))
    data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    before = place.simulator.said(nurul)
    assert await place.toast(aco.person, data) == words("tombol_lewat")
    assert await place.toast(sitti.person, data.replace("73.16.01", "73.16.02")) == words("tombol_lewat")
    assert await place.toast(sitti.person, data.replace("kekerasan", "bencana")) == words("tombol_lewat")
    assert before == place.simulator.said(nurul)


async def test_violence_told_before_the_place_is_asked_about_once_the_place_is_known(place: Town) -> None:
    _, nurul = await _both(place)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say(VIOLENCE, says("bahaya.lanjut"))
    assert any(text in says("bahaya.kekerasan") for text in place.texts(sitti.person))
    await sitti.press(words("bahaya.tombol_sampaikan"), says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.press("Maiwa", "Desa atau kelurahan")
    await sitti.press("Pattondon Salu", "Dusun")
    assert "Boleh kami kabari fasilitator kecamatan" in place.texts(sitti.person)[-2]
    await sitti.press(words("bahaya.tombol_ya"), says("bahaya.ya", nama="Nurul"))
    await place.simulator.wait_for(nurul, says("bahaya.kabar_kekerasan"))


async def test_violence_told_to_nobodys_question_is_answered_and_asked_about(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Mata air jauh sekali dari rumah", "harapkan")
    await sitti.say(HOPE, "foto")
    await sitti.press("Cukup", "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await _both(place)
    await sitti.say(VIOLENCE, mentions("bahaya.boleh_kabari"))
    assert any(text in says("bahaya.kekerasan") for text in place.texts(sitti.person))


async def test_without_a_facilitator_nobody_is_offered(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    assert await sitti.say(VIOLENCE, says("bahaya.lanjut")) in says("bahaya.lanjut")


async def test_a_story_that_nobody_keeps_is_not_said_to_be_kept(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("mati lampu terus di sini", says("bahaya.listrik", hubungi=[], dicatat=False))


async def _both(place: Town) -> tuple[Person, Person]:
    return (
        await facilitator(place, "Rahman", FASILITATOR_DESA, DESA),
        await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN),
    )


async def test_what_is_told_beside_violence_while_the_story_waits_for_a_yes_is_kept(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say("Air jauh sekali dari rumah kami di atas.", says("kata_pertama"))
    await sitti.press(words("tombol_setuju"), says("mesin.ini_ceritanya"))
    await sitti.say(f"Kalau sore antri lama. {VIOLENCE}", says("bahaya.lanjut"))
    state = json.loads((await place.rows("SELECT state FROM conversations"))[0][0])
    assert "antri lama" in json.dumps(state)


@pytest.mark.parametrize("text", ["tetangga saya dipukul suaminya", "saya dipukul suami"])
async def test_of_violence_the_answer_fits_whoever_suffers_it_and_whoever_tells_of_another(
    place: Town, text: str
) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, mentions("bahaya.kekerasan"))
    (told,) = [said for said in sitti.simulator.said(sitti.person) if said in says("bahaya.kekerasan")]
    for part in ("siapa pun yang mengalaminya", "sendiri yang terancam", "orang lain yang mengalaminya", "129", "110"):
        assert part in told

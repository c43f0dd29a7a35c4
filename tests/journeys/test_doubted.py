"""What may be a call for help is asked about at once, with whom to call; it is no answer and no story before that."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_accidents import drafted
from tests.journeys.test_cries import BUNTU_PEMA, agreed
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

DOUBTED = ["kemarin pohon jatuh timpa orang"]


@pytest.mark.parametrize("text", DOUBTED)
@pytest.mark.parametrize("pressed", [True, False])
async def test_a_yes_makes_it_a_call_and_no_story(place: Town, text: str, pressed: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, says("bahaya.ragu"))
    assert "110" in place.texts(sitti.person)[-1]
    assert not any("Segera" in told for told in place.simulator.said(rahman))
    if pressed:
        await sitti.press(words("bahaya.tombol_tolong"), "Rahman")
    else:
        await sitti.say("iya", "Rahman")
    assert f"“{text}”" in (await place.simulator.wait_for(rahman, "Segera"))["text"], "nothing they did not say"
    assert not {"cerita", "harapan"} & set(await drafted(place))


@pytest.mark.parametrize("answer", ["", "bukan"])
async def test_a_no_makes_it_the_answer_and_rings_nobody(place: Town, answer: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DOUBTED[0], says("bahaya.ragu"))
    if answer:
        await sitti.say(answer, "harapkan")
    else:
        await sitti.press(words("tombol.ini_jawaban"), "harapkan")
    assert DOUBTED[0] in str(await drafted(place))
    assert not any("Segera" in told for told in place.simulator.said(rahman))


@pytest.mark.parametrize(
    "answer",
    [
        "ndak darurat kak, itu cerita saja",
        "bukan minta tolong!! itu jawaban",
        "tidak, ini usulan biasa saja",
        "cerita saja pak",
        "tdk ada yg darurat bu, sdh lama itu",
        "bukan mi minta tolong",
        "itu jawabanku kak",
    ],
)
async def test_a_no_in_more_words_is_no_story_and_loses_none(place: Town, answer: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DOUBTED[0], says("bahaya.ragu"))
    await sitti.say(answer, "harapkan")
    kept = str(await drafted(place))
    assert DOUBTED[0] in kept
    assert answer not in kept
    assert not any("Segera" in told for told in place.simulator.said(rahman))


async def test_a_yes_that_hopes_for_something_rings_nobody_and_is_asked_about(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_hope("saluran depan rumah tersumbat tanah")
    await sitti.say(DOUBTED[0], says("bahaya.ragu"))
    await sitti.say("ya dikeruk itu", says("bahaya.ragu"))
    assert not any("Segera" in told for told in place.simulator.said(rahman))
    await sitti.press(words("tombol.ini_jawaban"), "foto")


@pytest.mark.parametrize(
    "answer", ["bukan usulan pak, ini darurat", "bukan cerita saja, tolong cepat", "iya, darurat ini"]
)
async def test_what_denies_something_else_is_no_no(place: Town, answer: str) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DOUBTED[0], says("bahaya.ragu"))
    await sitti.say(answer, "")
    assert DOUBTED[0] not in str((await drafted(place)).get("cerita"))


@pytest.mark.parametrize("text", ["banjir di pattondon salu", "banjir di pattondon salu pak"])
async def test_before_the_consent_it_is_asked_as_well(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("bahaya.ragu"))
    await sitti.press(words("bahaya.tombol_tolong"), mentions("bahaya.bencana", dikabari="Rahman"))
    assert text in (await place.simulator.wait_for(rahman, "Segera"))["text"]


async def test_poison_the_writer_took_is_told_before_the_consent_and_the_despair_answered(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "di pattondon salu maiwa, sudah minum racun rumput")
    await sitti.hears(says("bahaya.lanjut", terpisah=True))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_korban"))
    assert 1 == sum(told in says("bahaya.putus_asa") for told in place.texts(sitti.person))


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("kebakaran!!! rumahnya tetangga di dusun buntu pema curio", "Wira"),
        ("motor jatuh ke jurang di Curio, orangnya masih di bawah", "Yusuf"),
        ("tolong anak tenggelam di sungai Mata Allo, di curio", "Yusuf"),
        ("longsor pak, adekku tertimbun, kami di buntu pema dekat mesjid, tolong cepat pak sebelum terlambat", "Wira"),
    ],
)
async def test_the_place_is_found_in_any_part_of_the_call(place: Town, text: str, whom: str) -> None:
    readers = {
        "Wira": await facilitator(place, "Wira", FASILITATOR_DESA, BUNTU_PEMA),
        "Yusuf": await facilitator(place, "Yusuf", FASILITATOR_KECAMATAN, "73.16.08"),
    }
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    told = await place.simulator.wait_for(readers[whom], "Segera")
    assert text in told["text"]


async def test_kampung_before_the_name_of_a_desa_tells_those_there_at_once(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("banjir! air naik terus, tolong", says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say("di kampung pattondon salu pak", says("bahaya.pindah", nama="Rahman"))
    assert "Pattondon Salu" in (await place.simulator.wait_for(rahman, "Segera"))["text"]


BOIYA = "73.16.01.2012"
BIRTH = "kakak mau melahirkan sudah pecah ketubannya, jembatan putus mobil tidak bisa lewat, Pattondon Salu"
MOTOR = "motor masuk jurang dua orang tdk naik2, kilo 3 jalan Boiya"


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (MOTOR, "iya cepat pak", None),
        (MOTOR, "iya pak, dua orang itu belum naik", None),
        (MOTOR, "kilo 3 jalan poros Boiya", "kilo 3 jalan poros Boiya"),
        (DOUBTED[0], "tidak bergerak mi dia pak", "tidak bergerak"),
        (BIRTH, "iya pak tolong, kepalanya bayi sudah kelihatan", "kepalanya bayi"),
    ],
)
async def test_before_the_consent_a_yes_in_any_words_calls_with_the_first_words(
    place: Town, first: str, then: str, told: str | None
) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, BOIYA if "Boiya" in first else DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, first)
    await sitti.hears(says("bahaya.ragu"))
    await sitti.say(then, "110")
    if first == DOUBTED[0]:
        await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    letter = (await place.simulator.wait_for(rahman, "Segera"))["text"]
    assert first in letter
    assert (told or "") in letter
    assert not any(one in mentions("izin") for one in place.texts(sitti.person))


@pytest.mark.parametrize("text", ["assalamualaikum", "sy Sitti", "bagaimana caranya ini"])
async def test_before_the_consent_what_is_no_plain_no_is_asked_about_again(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, BOIYA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, MOTOR)
    await sitti.hears(says("bahaya.ragu"))
    await sitti.say(text, says("bahaya.ragu"))
    assert not any(one in mentions("izin") for one in place.texts(sitti.person))
    await sitti.press(words("bahaya.tombol_tolong"), "110")
    assert MOTOR in (await place.simulator.wait_for(rahman, "Segera"))["text"]


@pytest.mark.parametrize(
    "text", ["bukan pak, ini cerita usulan", "tidak, cuma cerita", "bukan minta tolong", "sudah aman mi pak"]
)
async def test_what_denies_below_it_rings_nobody(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DOUBTED[0], says("bahaya.ragu"))
    await sitti.say(text, bool)
    assert not any("Segera" in one for one in place.simulator.said(rahman))
    assert (await place.rows("SELECT count(*) FROM alarms"))[0][0] == 0

"""Whoever is threatened now: numbers and the offer that somebody comes, before any consent; a yes in any words; and
what they tell on goes to those who were told."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

THREAT = "tolong ka pak suamiku mau bunuh ka, dia pegang parang di luar"
BEATEN = "tolong, suamiku pukul ka, kepalaku berdarah, di desa pattondon salu maiwa"
YES = ["iye kabari mi", "iya tolong kabari cepat", "tolong", "ya", "iya pak kabari", "iye tolong kabari"]


async def _nurul(place: Town) -> Person:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    return await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)


async def test_before_the_consent_the_place_is_asked_and_somebody_is_told_after_a_yes(place: Town) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_di_mana"))
    (told,) = [text for text in place.texts(sitti.person) if text in says("bahaya.kekerasan")]
    assert "kunci pintu" in told
    await sitti.say(
        "di pattondon salu maiwa, dekat pasar", mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True)
    )
    await sitti.say("dia dobrak pintu", mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    assert not any("Segera" in text for text in place.simulator.said(nurul))
    await sitti.say("iya tolong kabari cepat", says("bahaya.ya", nama="Nurul", sekarang=True))
    letter = (await place.simulator.wait_for(nurul, says("bahaya.kabar_kekerasan")))["text"]
    assert all(part in letter for part in ("dekat pasar", "dia dobrak pintu", "parang"))
    assert "Sitti" not in letter
    await place.ask(nurul, "rumah siapa? di dusun mana? sy ke sana", says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Nurul"))
    for text in ("rumah cat hijau", "dia dobrak pintu lagi"):
        await sitti.say(text, says("bahaya.susulan", nama="Nurul", diam=True))
        await place.simulator.wait_for(nurul, mentions("bahaya.kabar_susulan", kutipan=text))
    await sitti.say("sdh aman ka, di rumah om ku sekarang", says("bahaya.lanjut"))
    await place.simulator.wait_for(nurul, mentions("bahaya.kabar_reda"))
    assert not any(text in mentions("izin") for text in place.texts(sitti.person))
    assert await place.rows("SELECT * FROM conversations") == []


@pytest.mark.parametrize("text", YES)
@pytest.mark.parametrize("when", ["before", "form"])
async def test_a_yes_in_words_is_a_yes_right_below_the_offer(place: Town, text: str, when: str) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    if when == "form":
        await sitti.until_story()
        await sitti.say("Mata air jauh sekali dari rumah", "harapkan")
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    await sitti.say(text, says("bahaya.ya", nama="Nurul"))
    told = await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan"))
    assert BEATEN in told["text"]


@pytest.mark.parametrize(
    "text", ["jangan", "tidak usah", "jangan kabari", "jangan dulu kabari pak", "tidak usah kabari", "jgn"]
)
async def test_a_no_in_words_tells_nobody(place: Town, text: str) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul"))
    await sitti.say(text, bool)
    assert not any("Segera" in told for told in place.simulator.said(nurul))


async def test_in_a_form_where_they_are_goes_to_those_told_and_into_no_draft(place: Town) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Saluran irigasi rusak sejak lama", "harapkan")
    await sitti.say("tolong, anak tetangga dipukul bapaknya, berdarah", mentions("bahaya.boleh_kabari", sekarang=True))
    await sitti.say("di dusun Paraja pak, dekat mesjid", mentions("bahaya.boleh_kabari", sekarang=True))
    await sitti.say("iya tolong kabari cepat", says("bahaya.ya", nama="Nurul"))
    assert "Paraja" in (await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan")))["text"]
    await sitti.say("anaknya sudah diambil neneknya pak, aman mi", says("bahaya.lanjut"))
    await place.simulator.wait_for(nurul, mentions("bahaya.kabar_reda"))
    kept = str(await place.rows("SELECT state FROM conversations"))
    assert not any(word in kept for word in ("Paraja", "kabari", "neneknya"))


async def test_a_beaten_child_is_asked_for_no_parent(place: Town) -> None:
    await _nurul(place)
    sitti = Proposer(place)
    await sitti.say("bapakku pukul ka pak, umurku 12 tahun, berdarah ka", mentions("bahaya.boleh_di_mana"))
    assert any(text in says("bahaya.adik") for text in place.texts(sitti.person))
    await sitti.say("/mulai", says("izin"))
    await sitti.press(words("tombol_setuju"), says("bahaya.adik"))
    assert not any(text in mentions("izin_anak") for text in place.texts(sitti.person))


@pytest.mark.parametrize("text", ["suami saya pukul saya tiap malam", "dulu bapakku pukul ka"])
async def test_what_is_no_threat_now_asks_for_no_place(place: Town, text: str) -> None:
    await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(text, bool)
    assert not any(told in mentions("bahaya.boleh_di_mana") for told in place.texts(sitti.person))


async def test_in_despair_before_the_consent_somebody_is_offered_as_well(place: Town) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say("saya mau bunuh diri saja pak", mentions("bahaya.boleh_di_mana"))
    await sitti.say("di pattondon salu maiwa", mentions("bahaya.boleh_kabari", nama="Nurul"))
    await sitti.say("iya tolong", says("bahaya.ya", nama="Nurul"))
    told = await place.simulator.wait_for(nurul, mentions("bahaya.kabar_putus_asa"))
    assert "Sitti" not in told["text"]


async def test_after_a_no_a_story_with_a_place_is_a_story(place: Town) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul"))
    await sitti.press(words("bahaya.tombol_jangan"), says("bahaya.jangan"))
    await sitti.say("jalan di pattondon salu rusak parah", mentions("kata_berikutnya"))
    assert not any("Segera" in told for told in place.simulator.said(nurul))


async def test_below_a_readers_words_a_witness_answers_the_reader_and_no_form(place: Town) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Saluran irigasi rusak sejak lama", "harapkan")
    await sitti.say("tetangga saya dipukul suaminya tiap malam", mentions("bahaya.boleh_kabari", sekarang=False))
    await sitti.press(words("bahaya.tombol_ya"), says("bahaya.ya", nama="Nurul"))
    await place.simulator.wait_for(nurul, says("bahaya.kabar_kekerasan"))
    await place.ask(nurul, "di dusun mana? sy ke sana", says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Nurul"))
    await sitti.say("di dusun Paraja pak, dekat mesjid", mentions("bahaya.susulan", nama="Nurul"))
    await place.simulator.wait_for(nurul, mentions("bahaya.kabar_susulan"))
    assert "Paraja" not in str(await place.rows("SELECT state FROM conversations"))


async def test_what_one_was_told_of_after_a_yes_goes_to_nobody_else(place: Town) -> None:
    nurul = await _nurul(place)
    nur = await facilitator(place, "Nur", "bappeda", "73.16")
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("suami saya pukul saya tiap malam", mentions("bahaya.boleh_kabari", sekarang=False))
    await sitti.press(words("bahaya.tombol_ya"), says("bahaya.ya", nama="Nurul"))
    await place.simulator.wait_for(nurul, says("bahaya.kabar_kekerasan"))
    await place.press(nurul, words("bahaya.tombol_absen"), says("bahaya.disampaikan"))
    assert not any("Segera" in told for told in place.simulator.said(nur))


YES_AND_MORE = [
    "silakan pak, secepatnya, pintu hijau dekat lapangan",
    "iye tolong cepat, di desa pattondon salu",
    "iya, tapi jangan bilang siapa yang lapor",
    "kabari lah, cepat, dia dobrak pintu",
    "boleh bu. rumah panggung cat hijau",
    "iya kabari mi dekat pasar",
]


@pytest.mark.parametrize("text", YES_AND_MORE)
async def test_a_yes_with_more_words_is_a_yes_and_the_words_are_told(place: Town, text: str) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    await sitti.say(text, says("bahaya.ya", nama="Nurul", sekarang=True))
    told = (await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan")))["text"]
    assert BEATEN.removeprefix("tolong, ") in told
    assert "Sitti" not in told
    assert all(part in told for part in ("pintu hijau", "cat hijau", "dobrak", "dekat pasar") if part in text)


@pytest.mark.parametrize(
    "texts", [["iye tolong cepat, di desa pattondon salu maiwa"], ["kabari lah, cepat", "di pattondon salu maiwa"]]
)
async def test_a_yes_where_it_is_asked_where_is_a_yes_as_soon_as_the_place_is_known(
    place: Town, texts: list[str]
) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_di_mana"))
    for text in texts[:-1]:
        await sitti.say(text, mentions("bahaya.boleh_di_mana"))
    await sitti.say(texts[-1], says("bahaya.ya", nama="Nurul", sekarang=True))
    told = (await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan")))["text"]
    assert THREAT in told


@pytest.mark.parametrize(
    "text",
    [
        "iya, tapi nanti saja",
        "ya jangan",
        "ya, jangan mi pak",
        "iya, tapi takut ka",
        "iya siapa yang datang?",
        "tolong, dia dobrak pintu",
        "ya allah, dia dobrak pintu",
        "iya, jangan kabari petugas",
        "ya, tidak usah",
    ],
)
async def test_what_is_not_plainly_a_yes_tells_nobody(place: Town, text: str) -> None:
    nurul = await _nurul(place)
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    await sitti.say(text, bool)
    assert not any("Segera" in told for told in place.simulator.said(nurul))

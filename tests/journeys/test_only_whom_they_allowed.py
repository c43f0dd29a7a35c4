"""Of violence only whoever was named in the question is told, and nobody next without another yes."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN
from tests.journeys.test_promised import minutes_later
from tests.journeys.test_threatened import BEATEN
from tests.journeys.test_whole_usulan import KECAMATAN, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

POLICE = words("bahaya.lewat_polisi")


async def _told(place: Town) -> tuple[Person, Person, Person, Proposer]:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    tina = await facilitator(place, "Tina", FASILITATOR_KECAMATAN, KECAMATAN)
    hasan = await facilitator(place, "Hasan", BAPPEDA, "73.16")
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    await sitti.say("ya", says("bahaya.ya", nama="Nurul"))
    letter = await place.simulator.wait_for(nurul, says("bahaya.kabar_kekerasan"))
    assert POLICE in letter["text"]
    return nurul, tina, hasan, sitti


def _knows(place: Town, who: Person) -> bool:
    return any("⚠" in text for text in place.simulator.said(who))


@pytest.mark.parametrize("answer", ["ya", "iye kabari mi", "jangan", "boleh nanti saja", "", "cannot"])
async def test_without_an_answer_they_are_asked_and_without_a_yes_nobody_is_told(place: Town, answer: str) -> None:
    nurul, tina, hasan, sitti = await _told(place)
    if answer == "cannot":
        await place.press(nurul, words("bahaya.tombol_absen"), says("bahaya.disampaikan"))
        await sitti.hears(says("bahaya.boleh_juga", nama="Nurul", absen=True, berikut="Hasan"))
    else:
        await minutes_later(place, 11)
        asked = says("bahaya.boleh_juga", nama="Nurul", absen=False, berikut="Hasan")
        told = await place.simulator.wait_for(sitti.person, asked)
        assert "tetangga" not in told["text"]
    assert not _knows(place, hasan)
    if answer and answer != "cannot":
        agrees = answer in ("ya", "iye kabari mi")
        await sitti.say(answer, says("bahaya.ya" if agrees else "bahaya.jangan"))
        if agrees:
            assert POLICE in (await place.simulator.wait_for(hasan, mentions("bahaya.kabar_berikut")))["text"]
            return
    await minutes_later(place, 30)
    assert not _knows(place, hasan)
    assert not _knows(place, tina)


async def test_every_letter_about_violence_says_that_nobody_goes_alone(place: Town) -> None:
    nurul, _, _, sitti = await _told(place)
    await sitti.say("dia dobrak pintu", says("bahaya.susulan", diam=True))
    told = await place.simulator.wait_for(nurul, mentions("bahaya.kabar_susulan", kutipan="dia dobrak pintu"))
    assert POLICE in told["text"]


@pytest.mark.parametrize("text", ["boleh nanti saja", "nanti dulu", "jgn", "jgn dulu pak", "nanti mi"])
@pytest.mark.parametrize("again", [False, True])
async def test_in_danger_what_puts_it_off_is_a_no_for_now(place: Town, text: str, again: bool) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    if again:
        await sitti.say("jangan", says("bahaya.jangan"))
    told = await place.ask(sitti.person, text, says("bahaya.jangan"))
    assert words("bahaya.tombol_ya") in labels(told)
    assert not _knows(place, nurul)
    assert not any(one in mentions("izin") for one in place.texts(sitti.person))


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("ya tapi jgn kasih tau pak desa", True),
        ("iye kabari tapi jangan bilang pak dusun", True),
        ("ya jgn kasih tau pak desa", True),
        ("ya tapi jgn fasilitatornya", False),
    ],
)
async def test_a_yes_that_leaves_somebody_out_is_a_yes(place: Town, text: str, agrees: bool) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(BEATEN, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    await place.ask(sitti.person, text, says("bahaya.ya") if agrees else bool)
    assert _knows(place, nurul) == agrees


async def test_that_the_police_are_there_is_no_threat_any_more(place: Town) -> None:
    nurul, _, _, sitti = await _told(place)
    await sitti.say("dia sdh pergi, polisi sdh di sini", says("bahaya.lanjut"))
    await place.simulator.wait_for(nurul, mentions("bahaya.kabar_reda"))

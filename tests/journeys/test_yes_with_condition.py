"""A yes with something beside it, to the offer that somebody is told: it is a yes, and they stay unnamed."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town

THREAT = "suamiku kejar sy pakai parang, di desa pattondon salu maiwa"


async def _asked(place: Town) -> tuple[Person, Proposer]:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    assert await sitti.say(THREAT, mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True))
    return nurul, sitti


@pytest.mark.parametrize(
    "text",
    [
        "iya boleh tapi jangan bilang namaku",
        "iya, tapi jangan sebut nama sy",
        "boleh asal jangan sebut namaku",
        "ya tapi tanpa nama",
        "boleh, tapi rahasiakan ya",
        "mau tapi jangan kasi tau tetangga",
        "silakan pak, namaku jangan disebut",
        "iye tapi cepat",
        "boleh tapi diam2 nah",
    ],
)
async def test_a_yes_with_a_condition_tells_somebody_unnamed(place: Town, text: str) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say(text, says("bahaya.ya", nama="Nurul"))
    told = await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan"))
    assert "parang" in told["text"]
    assert "Sitti" not in told["text"]


@pytest.mark.parametrize(
    "text", ["iya tapi jangan dulu", "boleh tapi nanti saja", "iya tapi siapa yang datang?", "tapi"]
)
async def test_what_puts_it_off_or_asks_is_none(place: Town, text: str) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say(text, bool)
    assert not any("Segera" in told for told in place.simulator.said(nurul))


async def test_a_wish_for_no_name_alone_is_no_answer_and_the_offer_stands(place: Town) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say("jangan sebut nama saya", mentions("bahaya.boleh_kabari", nama="Nurul"))
    assert not any("Segera" in told for told in place.simulator.said(nurul))
    assert await sitti.say("ya", says("bahaya.ya", nama="Nurul"))
    assert await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan"))


async def test_a_yes_after_something_else_answers_the_offer_and_no_consent(place: Town) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say("/mulai", says("izin"))
    assert await sitti.say("ya", says("bahaya.ya", nama="Nurul"))
    assert await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan"))


async def test_after_a_no_a_later_yes_tells_nobody(place: Town) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say("tidak mau", says("bahaya.jangan"))
    assert await sitti.say("terima kasih", bool)
    assert await sitti.say("ya", bool)
    assert not any("Segera" in told for told in place.simulator.said(nurul))


@pytest.mark.parametrize(
    "text",
    [
        "jangan kasi tau suamiku",
        "jgn sampai mertuaku tau",
        "jangan bilang siapa2 kalau saya yang lapor, tapi cepatmi",
        "terserah, yang penting keluar ka",
        "iya tapi jangan sampai tetangga tau",
    ],
)
async def test_a_condition_alone_is_a_yes_and_stands_in_the_letter(place: Town, text: str) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say(text, mentions("bahaya.ya", nama="Nurul"))
    told = await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan"))
    assert all(word in told["text"] for word in ("suamiku kejar", text.rpartition(" ")[2]))
    assert not any(one in says("bahaya.jejak") for one in place.texts(sitti.person))


@pytest.mark.parametrize(
    "text",
    ["jangan bilang siapa-siapa", "jangan kasi tau fasilitator", "jangan dulu, nanti dia tambah marah"],
)
async def test_what_forbids_all_of_it_tells_nobody_and_asks_for_no_consent(place: Town, text: str) -> None:
    nurul, sitti = await _asked(place)
    assert await sitti.say(text, bool)
    assert not any("Segera" in told for told in place.simulator.said(nurul))
    assert not any(one in says("izin_menunggu") or one in says("izin") for one in place.texts(sitti.person))


async def test_whoever_knows_the_one_who_is_offered_is_offered_another(place: Town) -> None:
    await facilitator(place, "Kantor", BAPPEDA, "73.16")
    nurul, sitti = await _asked(place)
    assert await sitti.say(
        "siapa itu Nurul? dia iparnya pacarku", mentions("bahaya.boleh_kabari", nama="Kantor", kantor=True)
    )
    assert any(one in says("bahaya.siapa_dia", nama="Nurul") for one in place.texts(sitti.person))
    assert await sitti.say("iya tapi jangan sampai tetangga tau", mentions("bahaya.ya", nama="Kantor"))
    assert not any("Segera" in told for told in place.simulator.said(nurul))


async def test_a_place_told_before_is_not_asked_again(place: Town) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    beaten = "suami saya pukul saya lagi tadi malam, mukaku bengkak, di pattondon salu maiwa"
    assert await sitti.say(beaten, mentions("bahaya.boleh_kabari", nama="Nurul"))
    assert await sitti.say("jangan dulu, nanti dia tambah marah", mentions("bahaya.jangan"))
    assert await sitti.say(
        "dia datang lagi bawa pisau, tolong", mentions("bahaya.boleh_kabari", nama="Nurul", sekarang=True)
    )
    assert await sitti.say("ya", mentions("bahaya.ya", nama="Nurul"))
    told = await place.simulator.wait_for(nurul, mentions("bahaya.kabar_kekerasan"))
    assert "; ya" not in told["text"]

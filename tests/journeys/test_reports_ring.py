"""A facilitator's report of a disaster is a call for others: it rings above, and another one is another call."""

import pytest

from bot.work.access import BAPPEDA
from tests.journeys.test_whole_usulan import Proposer, facilitator, readers
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_OPEN = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


@pytest.mark.parametrize(
    "text",
    [
        "longsor di dusun jambu barusan, ada 2 warga tertimbun, minta alat berat",
        "ada warga tertimbun di pattondon salu tolong kirim alat",
        "lapor bu, sungai meluap di pattondon salu, 12 KK terjebak di atap",
        "info: tanah longsor barusan, ada warga sy yg tertimbun",
        "ada anak hanyut",
    ],
)
async def test_what_a_facilitator_of_a_desa_reports_rings_above(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    await place.ask(rahman, text, says("bahaya.dilaporkan", nama="Amir"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_bencana", kutipan=text))
    await place.until(_OPEN, 1)


@pytest.mark.parametrize(
    "text",
    [
        "lapor, longsor di maiwa baru saja, 3 rumah tertimbun, ada 5 orang belum ketemu",
        "laporan: kebakaran pasar maiwa sekarang, api besar sekali",
    ],
)
async def test_and_one_of_a_kecamatan_the_office(place: Town, text: str) -> None:
    _, amir = await readers(place)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    await place.ask(amir, text, says("bahaya.dilaporkan", nama="Hamka"))
    case = "kebakaran" if "kebakaran" in text else "bencana"
    await place.simulator.wait_for(hamka, mentions(f"bahaya.kabar_{case}", kutipan=text))


async def test_below_the_letter_of_somebody_else_it_is_no_word_to_them(place: Town) -> None:
    _, amir = await readers(place)
    await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = Proposer(place)
    await sitti.say(
        "suamiku kejar sy pakai parang, di desa pattondon salu maiwa", mentions("bahaya.boleh_kabari", nama="Amir")
    )
    await sitti.say("ya", says("bahaya.ya", nama="Amir"))
    text = "laporan: kebakaran pasar maiwa sekarang, api besar sekali"
    await place.ask(amir, text, says("bahaya.dilaporkan", nama="Hamka"))
    assert not any(text in told for told in place.simulator.said(sitti.person))


async def test_another_disaster_is_another_call_and_more_of_the_first_goes_there(place: Town) -> None:
    rahman, amir = await readers(place)
    await place.ask(rahman, "ada 3 orang hanyut", says("bahaya.dilaporkan", nama="Amir"))
    await place.ask(rahman, "yang hanyut masih dicari, arusnya deras", says("bahaya.susulan", nama="Amir"))
    text = "info: tanah longsor barusan, ada warga sy yg tertimbun"
    await place.ask(rahman, text, says("bahaya.dilaporkan", nama="Amir"))
    await place.until(_OPEN, 2)
    asked = await place.ask(amir, "siap sy ke sana", says("bahaya.untuk_siapa"))
    await place.press(amir, next(one for one in labels(asked) if "hanyut" in one), says("bahaya.disampaikan"))
    await place.until(_OPEN, 1)
    await place.press(rahman, words("bahaya.tombol_aman"), bool)  # below what Amir said of that one
    await place.until("SELECT count(*) FROM alarms WHERE said IS NOT NULL", 1)
    await place.until(_OPEN, 1)


@pytest.mark.parametrize(
    "text",
    [
        "kalau ada longsor lapor ke mana",
        "laporan uji silang: ada longsor sedikit di pinggir jalan",
        "tadi malam longsor di desa pattondon salu, jalan tertutup",
        "warga usul talud, sering longsor di dusun jambu",
        "banjir di pattondon salu sudah surut",
    ],
)
async def test_what_is_none_rings_nobody(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    await place.ask(rahman, text, bool)
    assert not any("⚠" in told for told in place.simulator.said(amir))

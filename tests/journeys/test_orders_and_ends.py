"""An order beside a cry hides nothing of it; a report is of the place in its words; what was called again, or told days
later, reaches those who knew."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.journeys.test_whole_usulan import Proposer, facilitator, readers
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

OTHER_DESA = "73.16.01.2012"  # Boiya
_OPEN = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


@pytest.mark.parametrize(
    "text",
    [
        "tolong jangan ada yang masuk, masih ada 3 orang tertimbun, di pattondon salu",
        "jgn menyeberang, 2 anak hanyut di sungai, di desa pattondon salu",
        "jangan lewat situ, ada orang tertimbun di desa pattondon salu",
        "pohon mangga tumbang timpa kakekku, tolong, di desa pattondon salu maiwa",
        "tembok sekolah roboh kena anak2, di desa pattondon salu",
    ],
)
async def test_an_order_or_a_wall_beside_it_silences_no_cry(place: Town, text: str) -> None:
    rahman, _ = await readers(place)
    sitti = Proposer(place)
    await sitti.say(text, says("bahaya.bencana", dikabari="Rahman"))
    told = await place.simulator.wait_for(rahman, mentions("bahaya.kabar_bencana", kutipan=text))
    assert "Sitti" not in told["text"]


@pytest.mark.parametrize(
    "text",
    [
        "jangan sampai anak2 tertimbun baru diperbaiki, di desa pattondon salu",
        "jangan takut, tidak ada yang tertimbun",
        "adekku masih trauma takut air",
    ],
)
async def test_what_is_only_feared_rings_nobody(place: Town, text: str) -> None:
    rahman, _ = await readers(place)
    sitti = Proposer(place)
    await sitti.say(text, bool)
    assert not any("⚠" in told for told in place.simulator.said(rahman))


@pytest.mark.parametrize(
    "text",
    [
        "pak saya mau lapor di tetangga desa Boiya juga ada rumah roboh, 4 jiwa tertimpa",
        "lapor, di boiya ada rumah roboh, dua orang tertimpa",
    ],
)
async def test_a_report_of_another_desa_is_read_there_and_above(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    nur = await facilitator(place, "Nur", FASILITATOR_DESA, OTHER_DESA)
    await place.ask(rahman, text, says("bahaya.dilaporkan", nama="Nur"))
    for one in (nur, amir):
        told = await place.simulator.wait_for(one, mentions("bahaya.kabar_bencana", kutipan=text))
        assert "Boiya" in told["text"]
        assert "Pattondon" not in told["text"]


async def test_a_second_disaster_that_is_reported_is_a_second_call(place: Town) -> None:
    rahman, amir = await readers(place)
    await facilitator(place, "Nur", FASILITATOR_DESA, OTHER_DESA)
    await place.ask(
        rahman, "lapor, di boiya ada rumah roboh, dua orang tertimpa", says("bahaya.dilaporkan", nama="Nur")
    )
    text = "di desaku pattondon salu jembatan gantung putus, ada 2 anak sekolah jatuh"
    await place.ask(rahman, text, says("bahaya.dilaporkan", nama="Amir"))
    told = await place.simulator.wait_for(amir, mentions("bahaya.kabar_bencana", kutipan=text))
    assert "Pattondon" in told["text"]
    await place.until(_OPEN, 2)


@pytest.mark.parametrize(
    "text",
    [
        "lapor, banjir kemarin di dusun jambu sudah surut, warga sudah pulang semua, tidak ada korban",
        "tadi malam ada rumah warga kebakaran tapi sudah padam jam 3, penghuninya selamat",
        "lapor pak, pohon tumbang kemarin sudah dipotong, jalan sudah lancar",
    ],
)
async def test_what_is_over_is_thanked_for(place: Town, text: str) -> None:
    rahman, _ = await readers(place)
    await place.ask(rahman, text, says("bahaya.lapor_reda", nama="Amir"))


@pytest.mark.parametrize(
    "text",
    [
        "suruh semua orang mundur dari tebing",
        "suruh mereka putar balik",
        "bapaknya harus pulang dulu ambil tali",
        "kalau motor mogok dorong saja",
    ],
)
async def test_what_others_are_to_do_takes_no_promise_back(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    sitti = Proposer(place)
    await sitti.say("kebakaran rumahku di desa pattondon salu maiwa, cepat", says("bahaya.kebakaran"))
    await place.ask(rahman, "sy segera ke sana", says("bahaya.disampaikan"))
    await place.ask(rahman, text, bool)
    await place.until(_OPEN, 0)
    assert not any(mentions("bahaya.kabar_berikut")({"text": told}) for told in place.simulator.said(amir))


async def test_what_is_called_again_reaches_all_who_knew(place: Town) -> None:
    rahman, amir = await readers(place)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = Proposer(place)
    text = "gunung runtuh tutupi rumahnya iparku, masih ada suaranya dari dalam, tolong, di desa pattondon salu"
    await sitti.say(text, says("bahaya.bencana", dikabari="Rahman"))
    for one in (amir, hamka):
        await place.simulator.move_clock(by=11 * 60)
        await place.begin_again()
        await place.simulator.wait_for(one, mentions("bahaya.kabar_berikut"))
    await sitti.say("sudah dapat digali, tapi sudah meninggal iparku", says("bahaya.reda", nada="duka"))
    again = "yang satu masih di dalam anaknya"
    await sitti.say(again, bool)
    for one in (rahman, amir, hamka):
        await place.simulator.wait_for(one, lambda told: "⚠" in told["text"] and again in told["text"])
    answer = "inalillahi, sy kirim tim sekarang"
    await place.ask(hamka, answer, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Hamka", kutipan=answer))


@pytest.mark.parametrize(
    ("text", "grief"),
    [
        ("airnya surut kemarin, mamakku selamat, terima kasih bu", False),
        ("pemakaman adekku jam 2", True),
        ("terima kasih sudah melayat bu", True),
    ],
)
async def test_what_is_told_days_later_is_passed_on_warmly(place: Town, text: str, grief: bool) -> None:
    rahman, _ = await readers(place)
    sitti = Proposer(place)
    await sitti.say("tabe air sungai naik sampai paha di rumah, tolong, di desa pattondon salu", says("bahaya.bencana"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.ask(rahman, "sy segera ke sana", says("bahaya.disampaikan"))
    await place.simulator.move_clock(by=2 * 24 * 3600)
    await place.begin_again()
    await sitti.say(text, says("bahaya.sesudah", nama="Rahman", duka=grief))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_sesudah", kutipan=text))


@pytest.mark.parametrize("text", ["anjing gila gigit anakku, lukanya dalam, tolong, di desa pattondon salu"])
async def test_the_bite_of_a_mad_dog_is_washed(place: Town, text: str) -> None:
    await readers(place)
    sitti = Proposer(place)
    await sitti.say(text, says("bahaya.korban", petunjuk=words("bahaya.petunjuk_gigit")))
    assert not any("muntah" in told for told in place.simulator.said(sitti.person))


@pytest.mark.parametrize("how", ["bukan", "bukan minta tolong, cuma cerita", "button"])
async def test_a_card_that_was_denied_is_answered_by_no_place(place: Town, how: str) -> None:
    rahman, _ = await readers(place)
    sitti = Proposer(place)
    await sitti.say("kemarin pohon jatuh timpa orang", says("bahaya.ragu"))
    if how == "button":
        await sitti.press(words("bahaya.tombol_bukan_tolong"), bool)
    else:
        await sitti.say(how, bool)
    await sitti.say("di desa pattondon salu", bool)
    await sitti.say("desa pattondon salu itu", bool)
    assert not any("⚠" in told for told in place.simulator.said(rahman))


@pytest.mark.parametrize(
    "text", ["yang meninggal karena tua itu bukan darurat ya, turut berduka", "yg di pasar sudah aman"]
)
async def test_what_points_to_nobody_who_waits_ends_no_call(place: Town, text: str) -> None:
    rahman, _ = await readers(place)
    sitti = Proposer(place)
    await sitti.say("ada mayat hanyut di sungai, desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.ask(rahman, text, bool)
    await place.until("SELECT count(*) FROM alarms WHERE said IS NOT NULL", 1)
    assert not any(text in told for told in place.simulator.said(sitti.person))


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("istriku mau melahirkan, darah banyak sekali keluar, tolong, di desa pattondon salu", "keguguran"),
        ("istriku mau melahirkan, ketubannya pecah, tolong, di desa pattondon salu", "lahir"),
        ("gas keluar terus dari sumur bor, dua tetangga pingsan, tolong, di desa pattondon salu", "gas"),
    ],
)
async def test_the_first_aid_fits(place: Town, text: str, advice: str) -> None:
    await readers(place)
    sitti = Proposer(place)
    await sitti.say(text, mentions("bahaya.korban", petunjuk=words(f"bahaya.petunjuk_{advice}")))
    assert words(f"bahaya.petunjuk_{advice}") in place.simulator.said(sitti.person)[-1].replace("<b>", "")


async def test_nothing_is_offered_under_a_death_that_was_called_of(place: Town) -> None:
    await readers(place)
    sitti = Proposer(place)
    await sitti.say("pamanku meninggal barusan di kebun, disambar petir, tolong, di desa pattondon salu", bool)
    await sitti.say("jenazahnya sudah di rumah, tidak usah mi datang", says("bahaya.reda", nada="duka"))
    assert not any(words("bahaya.usulan_nanti") in told for told in place.simulator.said(sitti.person))

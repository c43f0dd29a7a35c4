"""Where somebody calls from, in the words people have for it: told there at once, put right, and one alarm still."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.browser.pictures import photo
from tests.journeys.test_cries_on import BOIYA, MAIWA, TUNCUNG
from tests.journeys.test_sent_along import send
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

BANGKALA = "73.16.01.1001"
FIRE, FLOOD = "kebakaran rumahku tolong", "tolong rumah mau hanyut"
_OPEN = "SELECT subject FROM alarms WHERE next_at IS NOT NULL"


def _letters(place: Town, whom: Person, words: str) -> list[str]:
    return [one for one in place.simulator.said(whom) if words in one]


async def _calls(place: Town, text: str, name: str = "Sitti") -> Proposer:
    sitti = Proposer(place, name)
    await sitti.simulator.say(sitti.person, text)
    return sitti


@pytest.mark.parametrize(
    ("text", "desa"),
    [
        ("depan sd 12 tuncung", TUNCUNG),
        ("45 boiya dekat sd", BOIYA),
        ("lingkungan bangkala rt 01", BANGKALA),
        ("dekat masjid kalimbua pattondon", DESA),
        ("di pattondon salu dusun kalimbua", DESA),
        ("pattondon salu dusun kalimbua", DESA),
        ("sebelah masjid raya bangkala lorong 3", BANGKALA),
        ("rumah pak baso boiya", BOIYA),
        ("jalan ke tuncung putus, kami di boiya", BOIYA),
        ("di blok b no 12 boiya pak cepat", BOIYA),
    ],
)
async def test_the_desa_is_told_whatever_unknown_stands_beside_it(place: Town, text: str, desa: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, desa)
    sitti = await _calls(place, FIRE)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say(text, says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran", kutipan=f"{FIRE}; {text}"))
    assert len(_letters(place, rahman, "⚠")) == 1
    assert [desa in one[0] for one in await place.rows(_OPEN)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "tolong rumah kami tertimpa pohon roboh, di pattondon salu dusun kalimbua",
        "tolong kebakaran depan sd 12 pattondon salu",
        "kakek terjepit batang kayu tolong, pattondon salu dusun lembang",
        "tolong kebakaran di belakang masjid nurul huda pattondon salu",
    ],
)
async def test_a_call_with_its_desa_is_sure_of_it(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _calls(place, text)
    letter = await place.simulator.wait_for(rahman, text)
    assert "masih perkiraan" not in letter["text"]
    assert not _letters(place, sitti.person, "yang ini")


@pytest.mark.parametrize(
    "text",
    ["anakku di tuncung tp sy di boiya", "sy tdk di tuncung", "ada petugas di tuncung?"],
)
async def test_where_two_may_be_meant_or_none_nobody_is_told_yet(place: Town, text: str) -> None:
    rahma = await facilitator(place, "Rahma", FASILITATOR_DESA, TUNCUNG)
    sitti = await _calls(place, FLOOD)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    before = len(place.simulator.said(sitti.person))
    await sitti.simulator.say(sitti.person, text)
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    await sitti.say("boiya", mentions("bahaya.pindah"))
    assert len(place.simulator.said(sitti.person)) > before
    assert not _letters(place, rahma, "Segera")


@pytest.mark.parametrize("beside", [False, True])
async def test_a_hamlet_alone_is_asked_about(place: Town, beside: bool) -> None:
    hasan = await facilitator(place, "Hasan", BAPPEDA, "73.16")
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _calls(place, "tolong rumah mau hanyut di dusun bontong" if beside else FLOOD)
    if not beside:
        await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
        await sitti.simulator.say(sitti.person, "di dusun bontong")
    await sitti.hears(mentions("mesin.tempat_ini"))
    assert not _letters(place, hasan, "Segera")
    await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))


async def test_a_hamlet_alone_is_taken_by_a_yes_and_within_its_kecamatan(place: Town) -> None:
    hasan = await facilitator(place, "Hasan", FASILITATOR_DESA, "73.16.06.2004")
    sitti, baco = await _calls(place, FLOOD), await _calls(place, FLOOD, "Baco")
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say("di dusun bontong", mentions("mesin.tempat_ini"))
    await sitti.say("iya pak", says("bahaya.pindah", nama="Hasan"))
    await place.simulator.wait_for(hasan, says("bahaya.kabar_bencana"))
    await baco.press("Bungin", mentions("form.bahaya_di_mana.desa.tanya"))
    await baco.say("di dusun bontong", says("bahaya.pindah", nama="Hasan"))


@pytest.mark.parametrize(
    "text",
    [
        "salah ketik, bukan pattondon salu, boiya dusun palli",
        "bukan di pattondon salu tp di boiya",
        "bukan pattondon salu pak, 45 boiya dekat sd",
        "maaf salah, maksud sy boiya rt 2",
    ],
)
async def test_one_message_puts_the_place_right_and_takes_the_first_words_along(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wati = await facilitator(place, "Wati", FASILITATOR_DESA, BOIYA)
    sitti = await _calls(place, "tolong rumahku hanyut, dua anakku di atap, di pattondon salu")
    await sitti.hears(says("bahaya.bencana", dikabari="Rahman"))
    await sitti.say(text, says("bahaya.pindah", nama="Wati"))
    told = (await place.simulator.wait_for(wati, says("bahaya.kabar_bencana")))["text"]
    assert told.index(text) < told.index("dua anakku di atap")
    assert "pattondon salu" not in told.replace(text, "").lower()
    await place.simulator.wait_for(rahman, says("bahaya.kabar_keliru", baru="Desa Boiya"))
    assert [BOIYA in one[0] for one in await place.rows(_OPEN)] == [True]


async def test_an_edited_call_stands_alone_with_its_right_place(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wati = await facilitator(place, "Wati", FASILITATOR_DESA, BOIYA)
    sitti = Proposer(place)
    said = await sitti.simulator.say(sitti.person, "tolong kebakaran di pattondon salu")
    await sitti.hears(says("bahaya.kebakaran", dikabari="Rahman"))
    await sitti.say("api makin besar", mentions("bahaya.susulan"))
    await sitti.simulator.edit(sitti.person, said["message_id"], "tolong kebakaran di boiya, dekat sd")
    await sitti.hears(says("bahaya.pindah", nama="Wati"))
    told = (await place.simulator.wait_for(wati, says("bahaya.kabar_kebakaran")))["text"]
    assert "“tolong kebakaran di boiya, dekat sd; api makin besar”" in told


async def test_a_call_whose_place_was_wrong_climbs_until_the_right_one_is_said(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wati = await facilitator(place, "Wati", FASILITATOR_DESA, BOIYA)
    hasan = await facilitator(place, "Hasan", BAPPEDA, "73.16")
    sitti = await _calls(place, "tolong rumahku hanyut, dua anakku di atap, di pattondon salu")
    await sitti.hears(says("bahaya.bencana", dikabari="Rahman"))
    await sitti.say("sy bukan di pattondon salu", says("form.bahaya_di_mana.kecamatan.tanya"))
    await place.simulator.move_clock(by=6 * 60)
    await place.simulator.wait_for(hasan, "dua anakku di atap")
    await sitti.say("boiya", says("bahaya.pindah", nama="Wati"))
    await place.simulator.wait_for(wati, "dua anakku di atap")
    await place.simulator.wait_for(hasan, mentions("bahaya.kabar_tempat", tempat="Desa Boiya"))


async def test_of_a_call_with_two_dangers_each_reader_has_one_letter(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    text = "istriku mau melahirkan keluar mi airnya, jalan putus longsor di pattondon salu"
    sitti = await _calls(place, text)
    await place.simulator.wait_for(rahman, text)
    await sitti.say("cepat tolong", mentions("bahaya.susulan", nama="Rahman"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan", kutipan="cepat tolong"))
    assert len(_letters(place, rahman, "Segera")) == 1
    assert len(await place.rows(_OPEN)) == 1


@pytest.mark.parametrize("has_reader", [True, False])
async def test_the_desa_after_the_kecamatan_is_the_same_alarm(any_place: Town, has_reader: bool) -> None:
    nur = await facilitator(any_place, "Nur", FASILITATOR_KECAMATAN, MAIWA)
    wati = await facilitator(any_place, "Wati", FASILITATOR_DESA, BOIYA) if has_reader else None
    sitti = await _calls(any_place, "tolong pak kebakaran di maiwa")
    await any_place.simulator.wait_for(nur, says("bahaya.kabar_kebakaran"))
    await sitti.hears(mentions("form.bahaya_di_mana.desa.tanya"))
    await sitti.say("boiya dekat pasar", says("bahaya.pindah", nama="Wati" if has_reader else "Nur"))
    told = await any_place.simulator.wait_for(nur, mentions("bahaya.kabar_tempat", tempat="Desa Boiya"))
    assert "dekat pasar" in told["text"]
    if wati is not None:
        await any_place.simulator.wait_for(wati, says("bahaya.kabar_kebakaran"))
    assert len(_letters(any_place, nur, "Segera")) == 1
    assert [BOIYA in one[0] for one in await any_place.rows(_OPEN)] == [True]
    await any_place.press(nur, words("bahaya.tombol_datang"), mentions("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Nur"))
    assert not await any_place.rows(_OPEN)


async def test_who_knew_before_the_place_was_known_leaves_none_out_who_read_between(place: Town) -> None:
    await facilitator(place, "Wati", FASILITATOR_DESA, BOIYA)
    nur = await facilitator(place, "Nur", FASILITATOR_KECAMATAN, MAIWA)
    hasan = await facilitator(place, "Hasan", BAPPEDA, "73.16")
    sitti = await _calls(place, FLOOD)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await send(place, sitti, "location")
    await place.simulator.wait_for(hasan, says("bahaya.kabar_bencana"))
    await sitti.say("boiya", says("bahaya.pindah", nama="Wati"))
    await place.simulator.move_clock(by=11 * 60)
    told = await place.simulator.wait_for(nur, mentions("bahaya.kabar_berikut"))
    assert "maps.google.com" in told["text"]


@pytest.mark.parametrize("what", ["location", "photo", "voice"])
@pytest.mark.parametrize("is_placed", [True, False])
async def test_what_was_sent_before_the_call_and_the_consent_belongs_to_it(
    any_place: Town, what: str, is_placed: bool
) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(any_place)
    await send(any_place, sitti, what)
    await sitti.hears(says("kata_pertama"))
    if is_placed:
        await sitti.simulator.say(sitti.person, f"{FIRE} di pattondon salu")
    else:
        await sitti.simulator.say(sitti.person, FIRE)
        await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
        await any_place.begin_again()
        await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman"))
    sent = await any_place.simulator.wait_for_call(f"send{what.capitalize()}")
    assert sent.params["chat_id"] == rahman.id


async def test_a_point_before_a_call_below_a_photo_is_shown_as_well(place: Town) -> None:
    rahma = await facilitator(place, "Rahma", FASILITATOR_DESA, TUNCUNG)
    sitti = Proposer(place)
    await send(place, sitti, "location")
    await sitti.hears(says("kata_pertama"))
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]), caption="kakek terjebak air tolong")
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say("tuncung", says("bahaya.pindah", nama="Rahma"))
    await place.simulator.wait_for(rahma, says("bahaya.kabar_bencana"))
    assert (await place.simulator.wait_for_call("sendPhoto")).params["chat_id"] == rahma.id
    assert (await place.simulator.wait_for_call("sendLocation")).params["chat_id"] == rahma.id


async def test_a_point_on_the_map_is_a_place_that_the_office_is_told_at_once(place: Town) -> None:
    hasan = await facilitator(place, "Hasan", BAPPEDA, "73.16")
    sitti = await _calls(place, FLOOD)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await send(place, sitti, "location")
    await sitti.hears(says("bahaya.kiriman", nama="Hasan"))
    await place.simulator.wait_for(hasan, says("bahaya.kabar_bencana", kutipan=FLOOD))
    assert (await place.simulator.wait_for_call("sendLocation")).params["chat_id"] == hasan.id


async def test_a_photo_that_a_form_has_taken_is_no_part_of_a_later_call(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Jalan ke kebun licin kalau hujan, anak-anak sering jatuh", "harapkan")
    await sitti.say("jalannya dirabat", "foto")
    await send(place, sitti, "photo")
    await sitti.hears("foto")
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await sitti.say("cepat tolong", mentions("bahaya.susulan"))
    assert not _letters(place, rahman, "foto")


@pytest.mark.parametrize("text", ["airnya naik lagi tolong", "tolong pak banjir lagi", "tolong air masuk rumah lagi"])
async def test_who_calls_again_some_hours_later_is_likely_where_they_were(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _calls(place, "tolong air naik masuk rumah di pattondon salu")
    await sitti.hears(says("bahaya.bencana", dikabari="Rahman"))
    await sitti.press(words("bahaya.tombol_aman"), says("bahaya.usulan_nanti"))
    await place.simulator.move_clock(by=2 * 3600)
    await sitti.say(text, mentions("mesin.masih_di"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan=text, kira=True))
    await sitti.say("iye", says("bahaya.pindah", nama="Rahman"))
    assert len(_letters(place, rahman, "Segera")) == 2


FALLEN = "halo pak, kakek jatuh dari pohon kelapa tdk bisa gerak kakinya."


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        (f"{FALLEN} dekat jembatan gantung Pattondon Salu", True),
        (f"{FALLEN} di samping jembatan Pattondon Salu", True),
        (f"{FALLEN} kami menuju jembatan Pattondon Salu", False),
        (f"{FALLEN} di jalan ke arah jembatan Pattondon Salu", False),
    ],
)
@pytest.mark.parametrize("edited", [False, True])
async def test_beside_a_bridge_of_the_desa_is_there(place: Town, text: str, is_there: bool, edited: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    message = await place.simulator.say(sitti.person, FALLEN if edited else text)
    await sitti.hears("110")
    if edited:
        await place.simulator.edit(sitti.person, message["message_id"], text)
    if is_there:
        assert text in (await place.simulator.wait_for(rahman, "Segera"))["text"]
    else:
        await sitti.hears(mentions("form.bahaya_di_mana.kecamatan.tanya"))
        assert not any("Segera" in one for one in place.simulator.said(rahman))

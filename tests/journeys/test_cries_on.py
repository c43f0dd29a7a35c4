"""What is called on while somebody waits for help already: read by whoever was told, once, and from where they are."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_cries import agreed
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

MAIWA, BOIYA, TUNCUNG = "73.16.01", "73.16.01.2012", "73.16.01.2003"
LONG = "tolong pak air sdh naik sepinggang di rumah, mertua ku lumpuh tdk bisa jalan, airnya terus naik"


def _letters(place: Town, person: object, words: str) -> list[str]:
    return [one for one in place.simulator.said(person) if words in one]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "tells_more"),
    [
        ("di Pattondon Salu pak, dusun Kalimbua dekat sungai", True),
        ("Pattondon Salu, belakang masjid", True),
        ("Pattondon Salu", False),
        ("di desa pattondon salu kec maiwa pak", False),
    ],
)
async def test_one_cry_is_one_letter_and_what_is_said_beside_the_place_is_told(
    place: Town, where: str, tells_more: bool
) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, LONG)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say(where, says("bahaya.pindah", nama="Rahman"))
    quoted = f"{LONG}; {where}" if tells_more else LONG
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan=quoted))
    assert len(_letters(place, rahman, "⚠")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ya Allah nenek ku hanyut",
        "ibu ku pingsan kena asap",
        "tolong cepat bapak ku luka bakar parah",
        "astagfirullah rumah tetangga terbakar juga tolong",
    ],
)
@pytest.mark.parametrize("refuses", [False, True])
async def test_worse_news_goes_to_those_who_were_told_and_the_first_call_still_climbs(
    place: Town, text: str, refuses: bool
) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.simulator.say(sitti.person, "banjir masuk, anakku di atas lemari tolong, di Pattondon Salu")
    await sitti.hears(says("bahaya.bencana", dikabari="Rahman"))
    if refuses:
        await sitti.press(words("tombol_tidak"), mentions("bahaya.izin_ditolak", nama="Rahman"))
    await sitti.simulator.say(sitti.person, text)
    await place.simulator.wait_for(rahman, text)
    assert not _letters(place, sitti.person, "tempatnya belum kami tahu")
    rows = await place.rows("SELECT subject, next_at FROM alarms")
    assert all(DESA in subject and next_at for subject, next_at in rows)


@pytest.mark.parametrize("text", ["ya Allah nenek ku hanyut tolong", "ya allah tolong rumahku terbakar"])
async def test_an_oath_is_no_place(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("eh salah pak bukan Pattondon Salu, Boiya", True),
        ("eh bukan Pattondon Salu, sy lg di Boiya", True),
        ("maaf salah, maksud saya Boiya", True),
        ("salah ketik, Boiya", True),
        ("maksudku di pattondon salu", False),
        ("salah satu anakku masih di atas lemari", False),
    ],
)
async def test_a_place_that_is_put_right_moves_the_call(place: Town, text: str, moves: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wati = await facilitator(place, "Wati", FASILITATOR_DESA, BOIYA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "banjir masuk, anakku di atas lemari tolong, di Pattondon Salu")
    await sitti.hears(says("bahaya.bencana", dikabari="Rahman"))
    await sitti.say(text, says("bahaya.pindah", nama="Wati") if moves else mentions("bahaya.susulan", nama="Rahman"))
    wrong = mentions("bahaya.kabar_keliru", tempat="Desa Pattondon Salu", baru="Desa Boiya")
    if moves:
        await place.simulator.wait_for(rahman, wrong)
        await place.simulator.wait_for(wati, "anakku di atas lemari")
    else:
        await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan", kutipan=text))
        assert not _letters(place, wati, "lemari")


THREAT = "suamiku mengamuk bawa pisau di luar, sy sembunyi di kamar sm anak"


@pytest.mark.parametrize(
    "text",
    [
        "sy di Boiya pak jgn bilang suamiku",
        "Pattondon Salu, tp jgn sampai ada yg tau sy yg lapor",
        "di boiya, jangan sebut nama saya",
    ],
)
async def test_who_is_not_to_know_is_no_refusal_beside_a_place(place: Town, text: str) -> None:
    mira = await facilitator(place, "Mira", FASILITATOR_KECAMATAN, MAIWA)
    nur = Proposer(place)
    await nur.simulator.say(nur.person, THREAT)
    await nur.hears(mentions("bahaya.boleh_di_mana"))
    await nur.say(text, mentions("bahaya.boleh_kabari", nama="Mira", sekarang=True))
    said = place.simulator.said(nur.person)
    assert not any(one in mentions("izin") for one in said)
    await nur.say("iya kabari, tapi jgn bilang suamiku", mentions("bahaya.ya", nama="Mira"))
    await place.simulator.wait_for(mira, "bawa pisau")
    await nur.say("eh bukan di situ, sy lg di Bangkala di kontrakan belakang pasar", mentions("bahaya.susulan"))
    await place.simulator.wait_for(mira, "kontrakan belakang pasar")


@pytest.mark.parametrize("consented", [False, True])
@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("warga sy di Jambu tertimbun longsor, butuh alat berat", True),
        ("banjir bandang di dusun Jambu, ada 3 keluarga naik di atap, mohon bantuan", True),
        ("longsor di dusun Jambu tadi malam, sdh ditangani", False),
    ],
)
async def test_what_a_facilitator_reports_of_his_own_hamlet_rings_those_above(
    place: Town, text: str, rings: bool, consented: bool
) -> None:
    mira = await facilitator(place, "Mira", FASILITATOR_KECAMATAN, MAIWA)
    if consented:
        hasan = (await agreed(place, "Hasan")).person
        await place.simulator.begin(hasan, await place.code_for(FASILITATOR_DESA, TUNCUNG))
        await place.hears(hasan, "tercatat sebagai fasilitator desa")
    else:
        hasan = await facilitator(place, "Hasan", FASILITATOR_DESA, TUNCUNG)
    await place.simulator.say(hasan, text)
    if rings:
        await place.simulator.wait_for(mira, text)
    else:
        await place.ask(hasan, "/menu", "mau yang mana")
    assert bool(_letters(place, mira, text)) == rings
    assert not _letters(place, hasan, "Di mana sekarang")


@pytest.mark.parametrize(
    ("text", "cannot"),
    [
        ("sebentar", False),
        ("sebentar pak", False),
        ("belum bisa ka, rapat", True),
        ("tdk bisa", True),
        ("rapat dulu ka", True),
    ],
)
async def test_few_words_of_a_reader_right_below_a_call_are_for_whoever_called(
    place: Town, text: str, cannot: bool
) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Mira", FASILITATOR_KECAMATAN, MAIWA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "banjir masuk, anakku di atas lemari tolong, di Pattondon Salu")
    await sitti.hears(says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.ask(rahman, text, says("bahaya.diteruskan", nama="Mira") if cannot else says("bahaya.disampaikan"))
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", kutipan=text))


@pytest.mark.parametrize(
    "text",
    [
        "pohon besar depan SD miring, takut tumbang",
        "gempa tadi, tdk ada yg rusak",
        "gempa semalam kecil ji, aman2 ji di Tuncung",
        "apa itu longsor?",
    ],
)
async def test_what_is_feared_or_did_no_harm_rings_nobody(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(lambda _: True)
    assert not await place.rows("SELECT subject FROM alarms")


async def test_after_a_no_a_yes_still_counts(place: Town) -> None:
    mira = await facilitator(place, "Mira", FASILITATOR_KECAMATAN, MAIWA)
    nur = Proposer(place)
    await nur.simulator.say(nur.person, f"{THREAT}, di Boiya")
    await nur.hears(mentions("bahaya.boleh_kabari", nama="Mira", sekarang=True))
    await nur.say("jangan", mentions("bahaya.jangan"))
    await nur.say("iya tolong kabari", mentions("bahaya.ya", nama="Mira"))
    await place.simulator.wait_for(mira, "bawa pisau")


@pytest.mark.parametrize(
    "text",
    [
        "suamiku bawa parang di luar, Pattondon Salu",
        "suami sy mau bakar rumah, kami di dalam, Boiya",
        "dia mau bacok saya, cepat, Tuncung",
        "suamiku datang bawa parang, di Boiya",
        "suami sy sudah masuk rumah bawa parang, Tuncung maiwa",
    ],
)
async def test_a_threat_before_the_consent_is_offered_help_at_once(place: Town, text: str) -> None:
    await facilitator(place, "Mira", FASILITATOR_KECAMATAN, MAIWA)
    nur = Proposer(place)
    await nur.simulator.say(nur.person, text)
    await nur.hears(mentions("bahaya.boleh_kabari", nama="Mira", sekarang=True))


async def test_in_many_words_a_place_alone_at_the_end_is_where_they_are(place: Town) -> None:
    hasan = await facilitator(place, "Hasan", FASILITATOR_DESA, TUNCUNG)
    sitti = Proposer(place)
    text = "tolong istri ku mau melahirkan sdh keluar ketubannya, jalan putus di tebing tdk bisa lewat mobil, Tuncung"
    await sitti.simulator.say(sitti.person, text)
    told = await place.simulator.wait_for(hasan, says("bahaya.kabar_korban", kutipan=text))
    assert "Desa Tuncung" in told["text"]


async def test_of_two_calls_the_danger_that_is_named_is_meant(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    aco, sitti = Proposer(place, "Aco"), Proposer(place)
    await aco.simulator.say(aco.person, "tolong rumahku kebakaran, di Pattondon Salu")
    await aco.hears(mentions("bahaya.kebakaran", dikabari="Rahman"))
    await sitti.simulator.say(sitti.person, "banjir masuk, anakku di atas lemari tolong, di Pattondon Salu")
    await sitti.hears(mentions("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    text = "ke rumah yang kebakaran dulu sy"
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await place.simulator.wait_for(aco.person, mentions("bahaya.kata_petugas", kutipan=text))
    assert not _letters(place, sitti.person, text)

"""Somebody hands the telephone on ("sekarang tetangga sy pak haris mau bicara juga, sy kasih hp"): what the next one
tells is kept as an usulan of its own, and nothing of either is lost or mixed."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

BRIDGE = "mau lapor jembatan gantung talinya karatan"
DITCH = "selokan di depan rumah sy mampet tiap hujan masuk rumah"


async def _first(place: Town) -> Proposer:
    ngalle = Proposer(place, "Ngalle")
    await ngalle.say(BRIDGE, mentions("izin"))
    await ngalle.press(words("tombol_setuju"), says("mesin.ini_ceritanya"))
    return ngalle


@pytest.mark.parametrize(
    ("hands_on", "name"),
    [
        ("iya. sekarang tetangga sy pak haris mau bicara juga, sy kasih hp", "Haris"),
        ("sekarang pak haris mau usul juga", "Haris"),
        ("betul. istri saya juga mau cerita, kukasih hpnya", words("suara_orang_itu")),
        ("giliran tetanggaku bu minah yg bicara", "Minah"),
        ("iya betul. sekarang suamiku Kadir mau bicara juga, sy kasih hp ini", "Kadir"),
    ],
)
@pytest.mark.parametrize(
    "no", ["jangan dicampur! yg dia sendiri", "", "jgn digabung", "pisahkan, yg selokan itu punya dia sendiri"]
)
async def test_the_second_ones_words_wait_by_themselves(place: Town, hands_on: str, name: str, no: str) -> None:
    ngalle = await _first(place)
    await ngalle.say(hands_on, says("suara_giliran", nama=name))
    await ngalle.say(DITCH, says("suara_cerita_lain", nama=name))
    if no:
        await ngalle.say(no, says("suara_cerita_disimpan"))
    else:
        await ngalle.press(words("tombol_cerita_lain"), says("suara_cerita_disimpan"))
    if "betul" not in hands_on and "iya" not in hands_on:
        await ngalle.say("iya", "kecamatan")
    await ngalle.say("maiwa pattondon salu dusun jambu", "harapkan")
    await ngalle.say("talinya diganti", "foto")
    await ngalle.press(words("tombol.cukup"), "Kami catat begini")
    await ngalle.press(words("tombol.kirim"), mentions("tanda_terima"))
    await ngalle.hears(says("suara_cerita_mulai", nama=name))
    told = await ngalle.hears(mentions("mesin.ini_ceritanya"))
    assert DITCH in told
    sent = str((await place.rows("SELECT answers FROM usulan"))[0][0])
    assert "jembatan" in sent
    assert "mampet" not in sent


@pytest.mark.parametrize("told", [f"ini haris: {DITCH}", f"ini pak haris: {DITCH}", f"dari haris: {DITCH}"])
async def test_who_begins_with_another_name_is_somebody_else(place: Town, told: str) -> None:
    ngalle = await _first(place)
    shown = await ngalle.say(told, says("suara_cerita_lain", nama="Haris"))
    assert DITCH not in shown


@pytest.mark.parametrize(
    "told",
    [
        "ini masalahnya: talinya sudah karatan semua, papannya lapuk",
        "ini usulan: jembatan diganti baru semua",
        "sekarang anak saya mau sekolah lewat sana takut",
        "tetangga saya mau bicara dengan pak desa soal ini",
        "dari dulu: tidak pernah diperbaiki jembatannya",
    ],
)
async def test_other_words_go_on_with_the_story(place: Town, told: str) -> None:
    ngalle = await _first(place)
    shown = await ngalle.say(told, "")
    assert shown not in says("suara_cerita_lain")
    assert shown not in says("suara_giliran")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ini indo tija yg bicara, mertuanya pak. hp ini dipinjam. saya mau jalan tani ke kebun", "Tija"),
        ("yang bicara sekarang pak haris, jalan tani ke kebun rusak", "Haris"),
        ("ini mertuanya yang bicara. saya mau jalan tani ke kebun", words("suara_orang_itu")),
    ],
)
async def test_whoever_says_that_they_speak_now_is_not_poured_into_what_was_told(
    place: Town, typed: str, name: str
) -> None:
    ngalle = Proposer(place, "Ngalle")
    await ngalle.until_photo()
    before = await told_so_far(place)
    await ngalle.say(typed, says("suara_cerita_lain", nama=name))
    await ngalle.say("panjangnya 800 meter, 15 KK yg lewat", says("suara_cerita_lain", nama=name))
    assert await told_so_far(place) == before
    await ngalle.press(words("tombol_cerita_lain"), says("suara_cerita_disimpan", nama=name))
    assert await told_so_far(place) == before
    await ngalle.say("cukup", "Kami catat begini")
    await ngalle.press(words("tombol.kirim"), says("suara_cerita_mulai", nama=name))
    assert "800 meter" in await ngalle.hears(mentions("mesin.ini_ceritanya"))


async def test_whoever_only_says_that_they_speak_now_is_asked_for_their_own_story(place: Town) -> None:
    ngalle = Proposer(place, "Ngalle")
    await ngalle.until_photo()
    await ngalle.say("ini indo tija yg bicara", says("suara_giliran", nama="Tija"))
    assert await place.rows("SELECT id FROM usulan") == []


@pytest.mark.parametrize(
    "typed",
    [
        "ini ngalle yang bicara, jalannya becek",
        "ini pak desa yang bicara di rapat kemarin, katanya nanti diaspal",
        "yang bicara di rapat kemarin pak desa, tidak ada hasilnya",
    ],
)
async def test_who_only_spoke_elsewhere_is_nobody_else_here(place: Town, typed: str) -> None:
    ngalle = Proposer(place, "Ngalle")
    await ngalle.until_photo()
    await ngalle.say(typed, "foto")
    assert "cerita_lain" not in (await place.rows("SELECT state FROM conversations"))[0][0]


async def test_what_was_sent_is_named_where_it_is_asked_about(place: Town) -> None:
    hasna = Proposer(place, "Hasna")
    await hasna.until_card("atap posyandu bocor", "diganti seng")
    await hasna.press(words("tombol.kirim"), says("tanda_terima"))
    told = await hasna.say("ini tija lagi. jalan tani ku sudah dikirim?", says("tanya_terkirim"))
    assert "atap posyandu bocor" in told
    assert "Usulan lain atas nama Bapak/Ibu belum ada" in told


@pytest.mark.parametrize(
    ("typed", "name", "kept"),
    [
        (
            "nah sekarang istrinya ngalle yg bicara, kami ibu2 mau mesin jahit 5 buah",
            words("suara_orang_itu"),
            "kami ibu2 mau mesin jahit 5 buah",
        ),
        (f"sekarang pak haris mau usul juga. {DITCH}", "Haris", DITCH),
    ],
)
async def test_what_the_second_one_says_at_once_is_kept_and_asked_about_after_sending(
    any_place: Town, typed: str, name: str, kept: str
) -> None:
    ngalle = Proposer(any_place, "Ngalle")
    await ngalle.until_card("jembatan gantung talinya karatan, 20 KK lewat", "talinya diganti")
    await ngalle.say(typed, says("suara_cerita_lain", nama=name))
    await ngalle.press(words("tombol_cerita_lain"), says("suara_cerita_disimpan", nama=name))
    await ngalle.press(words("tombol.kirim"), mentions("tanda_terima"))
    told = await ngalle.hears(mentions("mesin.ini_ceritanya"))
    assert kept in told
    assert kept not in str(await ngalle.answers())

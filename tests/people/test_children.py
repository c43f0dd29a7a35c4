"""Whoever says before the consent that they are young does not agree alone; somebody grown up does, with one tap."""

import pytest

from bot.simulator.chats import Person
from tests.support.sentences import says, words
from tests.support.town import Town

TOLD = "jalan ke sekolah rusak kalau hujan"
STORY = f"saya 15 tahun, {TOLD}"


async def _consents(place: Town) -> list[str]:
    return [row[0] for row in await place.rows("SELECT answer FROM consents")]


@pytest.mark.parametrize(
    "said",
    [
        STORY,
        "umurku 14",
        "masih smp ka, boleh?",
        "saya lima belas tahun",
        "umurku empat belas",
        "umurku baru enam belas tahun",
        "halo kak aku aco kelas 7 smp umur 13 boleh kasih usul ga",
        "saya umur 13 tahun mau usul lampu di rante mario malua",
        "kak sy fadil kls 7 smp umur 13 mau usul lampu di jalan ke sekolah gelap klo subuh di rante mario malua",
        "saya siswi smp kelas delapan, jalan ke sekolah kami berlumpur kalau hujan dan banyak yang jatuh",
        "halo kak nama saya Fadil umur tiga belas tahun dari desa boiya mau minta lampu jalan untuk kami",
    ],
)
async def test_a_child_does_not_agree_alone(place: Town, said: str) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "halo", says("izin"))
    await place.telegram.say(sari, said)
    await place.telegram.wait_until_confirmed()
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    assert [] == await _consents(place)
    assert [(None,)] == [tuple(row) for row in await place.rows("SELECT consented_at FROM people")]
    assert [] == await place.rows("SELECT * FROM conversations")


async def test_an_age_told_in_one_of_several_messages_counts(place: Town) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "halo", says("izin"))
    for said in ("mau usul lampu di jalan ke sekolah, gelap kalau subuh", "kls 7 smp umur 13 kak"):
        await place.telegram.say(sari, said)
    await place.telegram.wait_until_confirmed()
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    assert [] == await _consents(place)


async def test_an_age_in_words_is_answered_like_one_in_figures(place: Town) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "halo", says("izin"))
    await place.ask(sari, "umurku empat belas", says("anak"))


async def test_an_age_that_is_no_childs_is_not_answered_as_one(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "umur saya 60", says("izin"))
    await place.press(sitti, words("tombol_setuju"), "kecamatan")
    assert not any(text in says("anak") for text in place.simulator.said(sitti))


@pytest.mark.parametrize(
    "asked",
    [
        "hai kak mau lapor di kampung tidak ada sinyal jadi susah kerja tugas, sy masih SMP umur 15 boleh ji kah",
        "kak tidak ada sinyal di kampungku, sy kls 8 smp bisa ji lapor?",
    ],
)
async def test_what_a_child_tells_beside_asking_whether_they_may_is_there(place: Town, asked: str) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, asked, says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    shown = await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    assert "tidak ada sinyal" in shown["text"]


async def test_somebody_grown_up_agrees_and_the_story_is_there(either_place: Town) -> None:
    place = either_place
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, STORY, says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    shown = await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    assert TOLD in shown["text"]
    assert "15" not in shown["text"]
    assert ["wali"] == await _consents(place)


async def test_whoever_was_taken_for_a_child_says_so(place: Town) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "masih smp, jalannya jauh", says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    await place.press(sari, words("tombol_sudah_dewasa"), says("mesin.ini_ceritanya"))
    assert ["ya"] == await _consents(place)


async def test_a_no_is_a_no_here_too(place: Town) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, STORY, says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    await place.press(sari, words("tombol_tidak"), says("izin_ditolak"))
    await place.until("SELECT count(*) FROM first_words", 0)


@pytest.mark.parametrize(
    "said",
    [
        "saya 45 tahun, jalan rusak",
        "umur saya 60",
        "umurku empat puluh",
        "saya dua puluh lima tahun",
        "Jalan ke sekolah rusak sudah 15 tahun",
        "anak-anak smp sering jatuh di jalan",
        "saya tinggal di sini 15 tahun",
        "umur jembatan 14 tahun",
        "anak saya umur 13",
        "anak saya umur 13 kelas 7 smp jatuh di jembatan itu waktu pulang sekolah bulan lalu",
        "murid SD kelas 6 ada 20 orang",
        "saya guru SD",
        "saya guru kelas 6 di sd 45",
        "pohon kopi saya umur 10 tahun kena hama semua di kebun atas sana",
        "saya ibu dari fadil umur 13 kelas 7, minta lampu di jalan ke sekolah",
        "saya sudah 15 tahun tinggal di sini dan air tidak pernah mengalir di dusun ini",
    ],
)
async def test_ages_of_others_and_of_things_are_none(place: Town, said: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.ask(sitti, "halo", says("izin"))
    await place.telegram.say(sitti, said)
    await place.telegram.wait_until_confirmed()
    await place.press(sitti, words("tombol_setuju"), lambda message: not says("izin_anak")(message))
    assert ["ya"] == await _consents(place)


async def test_the_words_of_whoever_stands_beside_a_child_are_no_story(either_place: Town) -> None:
    place = either_place
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, STORY, says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    await place.ask(sari, "ini mamanya sari, boleh dia cerita", says("izin_wali_tekan"))
    shown = await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    assert TOLD in shown["text"]
    assert "15" not in shown["text"]
    assert "mamanya" not in shown["text"]


async def _waits(place: Town) -> Person:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, STORY, says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    return sari


@pytest.mark.parametrize(
    "typed",
    [
        "sudah mama disini. ini ibunya sari, iya sy setuju",
        "halo pak, saya bapaknya sari. boleh",
        "assalamualaikum, ini gurunya, silakan",
        "sy bapaknya sari, sy bolehkan anakku",
    ],
)
async def test_a_parent_who_types_the_yes_is_told_to_press(place: Town, typed: str) -> None:
    await place.ask(await _waits(place), typed, says("izin_wali_tekan"))


@pytest.mark.parametrize("typed", ["ini ibunya sari, sy tidak setuju", "ini mamanya, jangan dulu boleh kalau begitu"])
async def test_a_parent_who_does_not_agree_is_thanked_for_nothing(place: Town, typed: str) -> None:
    told = await place.ask(await _waits(place), typed, bool)
    assert told["text"] not in says("izin_wali_tekan")


@pytest.mark.parametrize("typed", ["sy bapaknya mira, sy bolehkan anakku", "sy bapaknya gani, sy bolehkan anakku"])
async def test_what_only_sounds_like_a_no_erases_nothing(place: Town, typed: str) -> None:
    await place.ask(await _waits(place), typed, bool)
    assert await place.rows("SELECT count(*) FROM people") == [(1,)]


async def test_what_a_child_tells_on_is_not_answered_in_the_same_words(place: Town) -> None:
    sari = await _waits(place)
    first = await place.ask(sari, "jembatannya dekat sekolah kami semua lewat situ", says("izin_anak_menunggu"))
    again = await place.ask(sari, "papannya lubang kalau hujan licin sekali", says("izin_anak_menunggu"))
    assert first["text"] != again["text"]


@pytest.mark.parametrize("typed", ["kak tidak ada orang tua dirumah", "tdk ada siapa2 di rumah"])
async def test_a_child_alone_at_home_is_not_hurried(place: Town, typed: str) -> None:
    await place.ask(await _waits(place), typed, says("izin_anak_sendiri"))


async def test_what_a_parent_cannot_do_is_told_all_the_same(place: Town) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "ini ibunya Rahma tidak bisa jalan ke pustu", says("izin"))
    shown = await place.press(sari, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert "tidak bisa jalan" in shown["text"]


async def test_a_child_is_spoken_to_as_one_once_somebody_agreed(either_place: Town) -> None:
    place = either_place
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, STORY, says("izin"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    await place.press(sari, words("tombol_setuju_wali"), says("mesin.ini_ceritanya"))
    await place.ask(sari, "iya", says("form.usulan.kecamatan.tanya"))
    await place.ask(sari, "tuncung maiwa", says("form.usulan.dusun.tanya"))
    await place.ask(sari, "paraja", "harapkan")
    await place.ask(sari, "jalannya dirabat", says("form.usulan.foto.tanya"))
    await place.ask(sari, "cukup", says("form.usulan.tinjau"))
    sent = await place.ask(sari, "kirim", "Adik Sari")
    assert "Bapak/Ibu" not in sent["text"]
    assert [("Adik Sari",)] == [tuple(row) for row in await place.rows("SELECT name FROM people")]


@pytest.mark.parametrize("typed", ["knp harus ortu sih bg, bapak sy jgn dikasi tau", "kenapa harus sama orang tua?"])
async def test_why_a_grown_up_is_asked_for_is_told_and_not_why_numbers_are(place: Town, typed: str) -> None:
    sari = place.simulator.add_person("Sari")
    await place.ask(sari, "halo", says("izin"))
    await place.ask(sari, "umurku 14", says("anak"))
    await place.press(sari, words("tombol_setuju"), says("izin_anak"))
    await place.ask(sari, typed, says("tanya_kenapa", ditanyakan="pendamping"))
    assert [] == await _consents(place)

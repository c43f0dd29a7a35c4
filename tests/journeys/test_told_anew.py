"""The story is told anew, or what was taken for a wish is it; words between marks go just so; another stuff is hoped
for."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


@pytest.mark.parametrize(
    "lead",
    ["Ceritanya salah semua. Harus: ", "cerita saya itu keliru, yang benar ", "ceritanya: ", "cerita sy yg betul: "],
)
@pytest.mark.parametrize("where", ["hope", "card"])
async def test_all_that_follows_is_the_story(place: Town, where: str, lead: str) -> None:
    anew = "taman baca di Jambu bocor sejak 2025, anak-anak tidak bisa membaca kalau hujan."
    sitti = await at_the_hope(place, "perpustakaan bocor atapnya")
    if where == "card":
        await sitti.say("diperbaiki", "foto")
        await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(lead + anew, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["cerita"]["text"], "juga" in told) == (anew, False)


@pytest.mark.parametrize("typed", ["ceritanya: tambah lagi motor sering jatuh", "ceritanya jalan rusak sejak 2019"])
async def test_what_goes_on_with_the_story_replaces_none_of_it(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card("jalan tani putus kena banjir", "dicor")
    await sitti.say(typed, bool)
    assert (await _answers(place))["cerita"]["text"].startswith("jalan tani putus kena banjir")


@pytest.mark.parametrize("is_sent", [False, True])
async def test_a_number_and_the_story_in_one_message(place: Town, is_sent: bool) -> None:
    sitti, anew = Proposer(place), "jalan tani ke kebun kopi rusak, dipakai 14 petani"
    await sitti.until_card(anew.replace("14", "40"), "dicor")
    typed = f"jumlahnya bukan 40 melainkan 14. ceritanya: {anew}"
    if is_sent:
        await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
        await sitti.say(typed, "Betul diubah?")
        await sitti.press("Betul, ubah", "betulkan")
    else:
        await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await (sitti.answers() if is_sent else _answers(place))
    assert (told["cerita"]["text"], told["jumlah"], "juga" in told) == (anew, {"total": 14}, False)


@pytest.mark.parametrize("where", ["hope", "card"])
async def test_what_stands_between_marks_goes_just_so(place: Town, where: str) -> None:
    sitti = await at_the_hope(place, "jalan rusak, dipakai hitung, 40 saja, licin kalau hujan")
    if where == "card":
        await sitti.say("diperbaiki", "foto")
        await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say('hapus yg "dipakai hitung, 40 saja"', mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert (told["cerita"]["text"], "juga" in told) == ("jalan rusak, licin kalau hujan", False)


@pytest.mark.parametrize(
    ("typed", "hope"),
    [
        ("pagarnya jangan besi, bambu", "pagar bambu dicat hijau"),
        ("jgn besi pak, kayu ulin saja", "pagar kayu ulin dicat hijau"),
        ("pagarnya jangan besi yang tipis, sering dicuri orang", "pagar besi dicat hijau"),
    ],
)
async def test_another_stuff_is_hoped_for(place: Town, typed: str, hope: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card("pagar posyandu roboh", "pagar besi dicat hijau")
    await sitti.say(typed, bool)
    assert (await _answers(place))["harapan"]["text"] == hope


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("lewat hp teman saja nanti fotonya, kameraku rusak", "lewat hp teman saja nanti fotonya, kameraku rusak"),
        ("ubah jalur pipanya lewat atas saja", "ubah jalur pipanya lewat atas saja"),
        ("lewati saja pak, tidak ada foto", ""),
        ("lewati", ""),
    ],
)
async def test_words_at_the_photo_are_kept(place: Town, typed: str, kept: str) -> None:
    sitti = await at_the_hope(place, "pipa air bocor di dua tempat")
    await sitti.say("diperbaiki", "foto")
    await sitti.say(typed, bool)
    assert (await _answers(place)).get("juga", {}).get("text", "") == kept


GRAVE = "gagal panen terus karena irigasi jebol 12 meter, sawah kering semua"


@pytest.mark.parametrize(
    ("typed", "is_story"),
    [
        (GRAVE, True),
        ("saya tuna rungu, jangan telepon. wc umum jambu rusak pintunya", True),
        ("tolong perbaiki jembatan rusak", False),
        ("dibangun jembatan beton", False),
    ],
)
async def test_what_is_wrong_is_no_wish_before_any_story(place: Town, typed: str, is_story: bool) -> None:
    sitti = Proposer(place)
    await place.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    said = await sitti.say(typed, mentions("mesin.ini_ceritanya" if is_story else "mesin.harapan_disimpan"))
    assert ("telepon" in said, typed.rpartition(". ")[2] in said) == (False, is_story)
    if not is_story:
        said = await sitti.say("itu tadi masalahnya pak bukan harapan", mentions("mesin.ini_ceritanya"))
        assert typed in said


@pytest.mark.parametrize(
    ("typed", "story", "hope"),
    [
        ("itu masalah pak, bukan harapan", "sumur kering, airnya keruh sekali", None),
        ("harapan kami bukan itu", "sumur kering", "airnya keruh sekali"),
    ],
)
async def test_what_was_taken_for_a_hope_goes_to_the_story(
    place: Town, typed: str, story: str, hope: str | None
) -> None:
    sitti = await at_the_hope(place, "sumur kering")
    await sitti.say("airnya keruh sekali", "foto")
    await sitti.say(typed, bool)
    told = await _answers(place)
    assert (told["cerita"]["text"], told.get("harapan", {}).get("text")) == (story, hope)


@pytest.mark.parametrize("where", ["dusun", "photo"])
@pytest.mark.parametrize(
    "typed", ["saya kembali, dusunnya ternyata Salokaraja", "maaf baru balas. dusun Salokaraja pak"]
)
async def test_the_clause_that_names_the_dusun_tells_it(place: Town, where: str, typed: str) -> None:
    sitti = Proposer(place)
    if where == "dusun":
        await sitti.simulator.say(sitti.person, "/start")
        await sitti.hears(says("izin"))
        await sitti.press(words("tombol_setuju"), "kecamatan")
        await sitti.press("Maiwa", "Desa atau kelurahan")
        await sitti.press("Pattondon Salu", "Dusun")
    else:
        await sitti.until_hope("posyandu bocor kalau hujan")
        await sitti.say("diperbaiki", "foto")
    await sitti.say(typed, bool)
    assert (await _answers(place))["dusun"]["name"] == "Salokaraja"


@pytest.mark.parametrize("lead", ["ceritanya: ", "Ceritanya salah semua. Harus: "])
async def test_of_what_the_new_story_is_silent_the_old_one_told(place: Town, lead: str) -> None:
    sitti, old = Proposer(place), "jalan dari masjid ke sekolah rusak, 40 KK lewat situ, petani susah"
    await sitti.until_card(old, "dicor")
    await sitti.say(f"{lead}jalannya hancur sejak 2019, licin kalau hujan", mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert (told["jumlah"], [one["value"] for one in told["merasakan"]]) == ({"families": 40}, ["tani"])
    assert "masjid" in told["patokan"]["text"]
    await sitti.say(f"{lead}jalannya hancur sejak 2019, 25 KK lewat situ", mentions("mesin.ralat_kata"))
    assert (await _answers(place))["jumlah"] == {"families": 25}

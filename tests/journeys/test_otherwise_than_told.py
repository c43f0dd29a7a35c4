"""What was told before is said to be otherwise: it changes there and nowhere else, or is asked about."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, words
from tests.support.town import Town

ROAD, CANAL = "Jalan ke kebun rusak sekali", "Saluran irigasi rusak, 28 hektar sawah kekeringan"
WAY = (
    ("didirikan", "foto"),
    ("lewati", "urusan apa"),
    ("🛣 Jalan/jembatan", "Siapa"),
    ("semua warga", "berapa orang"),
    ("35 keluarga", "kurang mampu"),
    ("Belum tahu", "lokasi"),
    ("lewati", "dekat apa"),
    ("dekat pasar", "Seberapa besar"),
    ("450 m", "didahulukan"),
)


async def _until(place: Town, asked: str, story: str = ROAD) -> Proposer:
    """Up to the question of these words."""
    sitti = Proposer(place)
    await sitti.until_hope(story)
    for answer, following in WAY if asked != "harapkan" else ():
        await sitti.say(answer, following)
        if following == asked:
            break
    return sitti


@pytest.mark.parametrize(
    "typed",
    [
        "Mohon dikoreksi, luas sawah yang benar 32 hektar, bukan 28",
        "luas sawahnya 32 hektar, bukan 28",
        "32 hektar mi itu sawahnya nak, bukan 28",
        "sy salah tulis luas sawah, 28 itu harusnya 32",
    ],
)
async def test_an_area_of_the_story_is_no_length_that_was_answered(place: Town, typed: str) -> None:
    sitti = await _until(place, "didahulukan", CANAL)
    before = await told_so_far(place)
    await sitti.say(typed, mentions("mesin.ralat_kata", lama="28", baru="32"))
    assert await told_so_far(place) == {**before, "cerita": {"text": CANAL.replace("28", "32")}}


@pytest.mark.parametrize("typed", ["ukurannya 500 meter, bukan 450", "panjangnya 500 meter bukan 450"])
async def test_a_length_that_was_answered_is_put_right_as_before(place: Town, typed: str) -> None:
    sitti = await _until(place, "didahulukan", CANAL)
    await sitti.say(typed, mentions("mesin.ralat_kata", baru="500 m"))
    told = await told_so_far(place)
    assert (told["ukuran"]["sizes"][0]["amount"], told["cerita"]["text"]) == ("500", CANAL)


@pytest.mark.parametrize(
    ("typed", "besides"),
    [
        ("eh salah kak, 800 meter ternyata, dari pertigaan sampai masjid", "dari pertigaan sampai masjid"),
        ("eh salah nak, 800 meter pale", ""),
        ("eh 800 meter ternyata", ""),
        ("ralat 800 meter", ""),
    ],
)
async def test_a_size_that_is_announced_takes_its_place(place: Town, typed: str, besides: str) -> None:
    sitti = await _until(place, "didahulukan")
    await sitti.say(typed, "450 m → 800 m")
    told = await told_so_far(place)
    assert told["ukuran"]["sizes"][0]["amount"] == "800"
    assert "alasan" not in told
    assert (told.get("juga") or {"text": ""})["text"] == besides


async def test_a_way_that_was_told_may_be_meant_and_is_asked_about(place: Town) -> None:
    sitti = await _until(place, "didahulukan", f"{ROAD}, 3 km ke pasar, 300 meter dari sekolah")
    await sitti.say("eh salah nak, 800 meter pale", mentions("mesin.ralat_pilih"))
    assert (await told_so_far(place))["ukuran"]["sizes"][0]["amount"] == "450"
    await sitti.press(words("form.usulan.ukuran.judul"), mentions("mesin.ralat_kata", baru="800 m"))


@pytest.mark.parametrize(
    "typed",
    [
        "eh 3 km anak-anak jalan kaki ke sekolah",
        "karena tadi pagi ibu-ibu jatuh",
        "yang merasakan tadi malam itu ibu-ibu menangis",
        "yang merasakan sakit itu anak-anak",
        "bukan jambu saja yang kena, semua dusun",
        "jalan jambu putus, bukan jalan desa",
        "kalau salah langkah bisa jatuh",
    ],
)
async def test_a_reason_stays_one(any_place: Town, typed: str) -> None:
    sitti = await _until(any_place, "didahulukan")
    before = await told_so_far(any_place)
    await sitti.say(typed, "disumbangkan")
    assert await told_so_far(any_place) == {**before, "alasan": {"text": typed}}


@pytest.mark.parametrize("asked", ["harapkan", "foto", "didahulukan"])
async def test_two_years_told_anew_change_nothing_silently(place: Town, asked: str) -> None:
    story = "Bendungan jebol tahun 2004 sampai sekarang"
    sitti = await _until(place, asked, story)
    await sitti.say("salah itu nak, bendungannya dibikin 2004, jebolnya 2021", mentions("mesin.seharusnya", lama=story))
    assert "2021" not in str(await told_so_far(place))
    await sitti.press(words("tombol.tambahan_saja"), mentions("mesin.disimpan_juga"))
    assert "jebolnya 2021" in (await told_so_far(place))["juga"]["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "35 keluarga... eh bukan, 27 keluarga mi karena 8 sudah pindah",
        "35 keluarga eh salah, 27 keluarga mi",
        "27 keluarga, tadinya 35 tapi 8 sudah pindah",
        "dulu 35 KK sekarang tinggal 27 KK",
    ],
)
async def test_the_last_count_stands(place: Town, typed: str) -> None:
    sitti = await _until(place, "berapa orang")
    await sitti.say(typed, "kurang mampu")
    assert (await told_so_far(place))["jumlah"] == {"families": 27}


async def test_a_count_is_put_right_at_length_and_is_no_reason(place: Town) -> None:
    sitti = await _until(place, "didahulukan")
    await sitti.say("eh bukan 35 keluarga, 27 keluarga mi karena 8 sudah pindah", mentions("mesin.ralat_kata"))
    told = await told_so_far(place)
    assert (told["jumlah"], "alasan" in told) == ({"families": 27}, False)


@pytest.mark.parametrize("asked", ["harapkan", "foto", "dekat apa", "didahulukan"])
@pytest.mark.parametrize(
    "typed",
    [
        "dusunnya patondon bukan jambu",
        "kok jambu? patondon mi dusunku",
        "bukan jambu dusunku, patondon nak",
        "bukan dusun jambu tapi dusun patondon",
        "salah dusunnya, patondon bukan jambu",
    ],
)
async def test_a_dusun_that_is_on_no_list_is_asked_about_and_taken(place: Town, typed: str, asked: str) -> None:
    sitti = await _until(place, asked, "Jalan di jambu rusak sekali")
    before = await told_so_far(place)
    await sitti.say(typed, "patondon")
    await sitti.press(words("tombol.pakai_nama"), asked)
    assert await told_so_far(place) == {**before, "dusun": {"name": "patondon", "listed": False}}


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("yang merasakan tadi ibu-ibu saja", ["ibu"]),
        ("yg merasakan td ibu2 saja ji", ["ibu"]),
        ("yang kena tadi bukan semua warga, petani saja", ["tani"]),
        ("yang terdampak tadi petani ji", ["tani"]),
    ],
)
async def test_who_feels_it_is_told_anew(place: Town, typed: str, now: list[str]) -> None:
    sitti = await _until(place, "didahulukan")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await told_so_far(place)
    assert [one["value"] for one in told["merasakan"]] == now
    assert {"alasan", "juga"}.isdisjoint(told)


@pytest.mark.parametrize(
    "typed",
    ["sumbangannya tadi tenaga saja, tanahnya tidak jadi", "swadaya tadi tenaga ji, tanah nda jadi"],
)
async def test_what_is_given_is_told_anew(place: Town, typed: str) -> None:
    sitti = await _until(place, "didahulukan")
    await sitti.say("lewati", "disumbangkan")
    await sitti.say("tenaga, tanah", "Kami catat begini")
    await sitti.say("ubah harapan", "harapkan")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert [one["value"] for one in (await told_so_far(place))["sumbangan"]] == ["tenaga"]


@pytest.mark.parametrize("asked", ["harapkan", "foto", "dekat apa", "didahulukan"])
@pytest.mark.parametrize(
    "typed", ["oh iya ada yg salah kemarin", "ada yang keliru kak", "eh kayaknya ada yg salah itu"]
)
async def test_that_something_is_wrong_asks_for_the_part(place: Town, typed: str, asked: str) -> None:
    sitti = await _until(place, asked)
    before = await told_so_far(place)
    await sitti.say(typed, mentions("mesin.salah_yang_mana"))
    assert await told_so_far(place) == before
    await sitti.press(words("form.usulan.cerita.judul"), mentions("mesin.seharusnya", lama=ROAD))
    await sitti.say("jalan ke sawah putus total", asked)
    assert await told_so_far(place) == {**before, "cerita": {"text": "jalan ke sawah putus total"}}


@pytest.mark.parametrize("asked", ["harapkan", "foto", "dekat apa", "didahulukan"])
@pytest.mark.parametrize(
    "typed",
    [
        "sampai dimana mi kemarin?",
        "kita sampai di mana tadi",
        "apa saja yang sudah kuisi?",
        "lihat dulu yang sudah kutulis",
        "bacakan lagi nak apa yang sudah kau tulis",
        "berapa yang kamu catat tadi nak saya tidak bisa baca",
    ],
)
async def test_how_far_it_was_told_is_told_and_the_question_asked_again(place: Town, typed: str, asked: str) -> None:
    sitti = await _until(place, asked)
    before = await told_so_far(place)
    said = await sitti.say(typed, mentions("mesin.sejauh_ini"))
    assert ROAD in said
    assert asked in said
    assert await told_so_far(place) == before


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("kami yg masak", ["tenaga"]),
        ("tenaga, ibu2 yg masak", ["tenaga"]),
        ("kayu, ibu2 yang masak", ["bahan", "tenaga"]),
    ],
)
async def test_who_cooks_gives_work(place: Town, typed: str, given: list[str]) -> None:
    sitti = await _until(place, "didahulukan")
    await sitti.say("lewati", "disumbangkan")
    await sitti.say(typed, "Kami catat begini")
    assert sorted(one["value"] for one in (await told_so_far(place))["sumbangan"]) == given

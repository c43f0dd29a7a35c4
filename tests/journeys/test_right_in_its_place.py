"""What is said to be wrong makes way where it stands, and nothing else goes with it: a number at any question, a word
in the same breath, a choice, all of the story."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer, at_the_hope, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

WATER = "air di bak penampungan tidak jalan dua bulan, orang ambil air di sungai"
MUD = "jalan dusun becek sejak 2 tahun, mobil tidak bisa masuk"
ROAD = "jalan ke sawah rusak, yg lewat 100 KK"
DEAD = "jembatan lapuk sekali dan 3 orang mati jatuh di situ bulan lalu"
FIELD = "jalan ke sawah rusak utk 500 petani"


@pytest.mark.parametrize("where", ["hope", "card"])
@pytest.mark.parametrize(
    ("story", "typed", "wrong", "right"),
    [
        (WATER, "yang dua bulan itu salah, tiga bulan", "dua", "tiga"),
        (WATER, "dua bulan itu keliru, sebenarnya 3 bulan mi", "dua", "3"),
        (MUD, "sejak 2 tahun itu keliru, 3 tahun", "2", "3"),
        (MUD, "eh yg 2 thn itu slh, yg benar 3", "2", "3"),
        (ROAD, "yang 100 itu salah, 10 saja", "100", "10"),
        (ROAD, "yg 100 KK itu sy lebih2kan, cuma 10 KK ji", "100", "10"),
        (FIELD, "eh 500 kebanyakan, hitung2 cuma 50 orang", "500", "50"),
        (FIELD, "yang 500 itu diganti 50, sy malu kalo ketahuan bohong", "500", "50"),
        ("jalan rusak sejak maret", "bukan maret, januari", "maret", "januari"),
        ("lampu jalan padam sejak maret, anak mengaji takut", "betul. maret itu keliru, januari", "maret", "januari"),
        ("embung retak tiga bulan, sapi mati", "iya. yg tiga bulan itu salah, enam bulan", "tiga", "enam"),
        ("talud roboh 2 minggu lalu, air masuk", "yg 2 minggu itu salah, 2 bulan", "2 minggu", "2 bulan"),
        ("jembatan rusak sudah 8 bulan", "iya benar. 8 bulan itu keliru, harusnya setahun", "8 bulan", "setahun"),
        ("jembatan rusak sudah 8 bulan", "yang 8 bulan itu eh sudah setahun", "8 bulan", "setahun"),
        ("jembatan rusak sudah 8 bulan", "dan sudah setahun, bukan 8 bulan", "8 bulan", "setahun"),
        (DEAD, "3 orang mati itu tidak benar, cuma 1 anak luka", "3 orang mati", "1 anak luka"),
        (FIELD, "jumlahnya bukan 500 melainkan 14", "500", "14"),
        (FIELD, "eh 500 petani itu masih kebanyakan, paling 14", "500", "14"),
        (FIELD, "500 petani itu tidak semua lewat, 18 saja", "500", "18"),
        (FIELD, "500 petani itu bukan yg lewat semua, paling 30", "500", "30"),
    ],
)
async def test_only_the_wrong_value_goes(
    place: Town, where: str, story: str, typed: str, wrong: str, right: str
) -> None:
    sitti = await at_the_hope(place, story)
    if where == "card":
        await sitti.say("diperbaiki", "foto")
        await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(place)
    assert told["cerita"]["text"] == story.replace(wrong, right)
    assert (told.get("harapan", {}).get("text"), "juga" in told) == ("diperbaiki" if where == "card" else None, False)
    if "KK" in story or "500" in story:
        assert set(told["jumlah"].values()) == {int(right)}


@pytest.mark.parametrize(
    ("typed", "hope"),
    [
        ("dicor lah, 200 meter. eh jgn 200 KK itu ya, sebenarnya sy lebih2kan, cuma 20 KK", "dicor lah, 200 meter."),
        ("dicor. yang 200 KK itu salah, 20 KK", "dicor."),
    ],
)
async def test_beside_the_wish_and_why_it_was_told_so_is_kept_nowhere(place: Town, typed: str, hope: str) -> None:
    sitti = await at_the_hope(place, "jalan rusak berat, 200 KK lewat situ tiap hari")
    await sitti.say(typed, "foto")
    told = await _answers(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == ("jalan rusak berat, 20 KK lewat situ tiap hari", hope)
    assert "lebih2kan" not in str(told)


@pytest.mark.parametrize("where", ["first", "sent"])
@pytest.mark.parametrize(
    ("typed", "wrong", "right"),
    [
        ("betul. maret itu keliru, januari", "maret", "januari"),
        ("iya. yg tiga bulan itu salah, enam bulan", "tiga bulan", "enam bulan"),
        ("iya. 400 itu salah hitung, 40 saja", "400", "40"),
        ("eh 400 petani itu masih kebanyakan, paling 14", "400", "14"),
    ],
)
async def test_before_the_first_question_and_after_sending(
    place: Town, where: str, typed: str, wrong: str, right: str
) -> None:
    sitti, story = Proposer(place), "jalan ke kebun putus sejak maret, sudah tiga bulan, dipakai 400 petani"
    if where == "first":
        await sitti.simulator.say(sitti.person, story)
        await sitti.hears(says("izin"))
        await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
        await sitti.say(typed, story.replace(wrong, right))
        return
    await sitti.until_card(story, "dibuatkan baru")
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    await sitti.say(typed, "Betul diubah?")
    await sitti.press("Betul, ubah", "betulkan")
    told = await sitti.answers()
    assert (told["cerita"]["text"], "juga" in told) == (story.replace(wrong, right), False)


@pytest.mark.parametrize(
    ("typed", "hope"),
    [
        ("ganti rangka besi. yang 8 bulan itu eh sudah setahun", "ganti rangka besi."),
        ("diganti baru, 8 bulan itu keliru, setahun", "diganti baru"),
    ],
)
async def test_a_span_of_time_beside_the_wish(place: Town, typed: str, hope: str) -> None:
    sitti = await at_the_hope(place, "jembatan gantung rusak sudah 8 bulan")
    await sitti.say(typed, "foto")
    told = await _answers(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == ("jembatan gantung rusak sudah setahun", hope)


@pytest.mark.parametrize(
    "typed",
    [
        "sumur itu salah tempat, dipindahkan saja",
        "sumur lama itu bukan salah kami, tolong dibuatkan baru",
        "sumur itu salah, mestinya dibor lebih dalam",
        "sumur bor itu salah satu yang kering, dibor baru",
    ],
)
async def test_a_wish_that_says_what_was_done_wrong(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, "sumur bor kering sejak maret")
    await sitti.say(typed, "foto")
    told = await _answers(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == ("sumur bor kering sejak maret", typed)


@pytest.mark.parametrize("typed", ["ruang kelas ditambah 2 ruang, 3 wc", "2 ruang kelas baru, cuma 3 wc"])
async def test_a_wish_with_numbers_puts_nothing_right(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, "sekolah bocor, 2 ruang rusak, 40 murid")
    await sitti.say(typed, "foto")
    told = await _answers(place)
    assert (told["cerita"]["text"], told["harapan"]["text"]) == ("sekolah bocor, 2 ruang rusak, 40 murid", typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (
            "Atapnya diganti seng, dan tambah rak buku. Oh ya bukan seng, genteng.",
            "Atapnya diganti genteng, dan tambah rak buku.",
        ),
        ("diratakan dan dicat ulang. Ralat: disemen.", "diratakan dan disemen."),
        ("jembatan 10 meter, eh salah 12 meter, dari beton", "jembatan 12 meter, dari beton"),
        ("Pagarnya besi dan dicat hijau. Koreksi: bambu saja.", "Pagarnya bambu saja dan dicat hijau."),
        ("perbaikan lapangan voli. Ralat: lapangan sepak takraw.", "perbaikan lapangan sepak takraw."),
        ("bantuan utk 400 orang eh bukan 400, yang benar 600", "bantuan utk 600 orang"),
    ],
)
async def test_what_is_put_right_in_the_same_breath_stands_alone(place: Town, typed: str, kept: str) -> None:
    sitti = await at_the_hope(place, "taman baca bocor kalau hujan")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert (await _answers(place))["harapan"]["text"] == kept


@pytest.mark.parametrize(
    "typed",
    [
        "kata pak desa dulu mau diaspal. Eh bukan diaspal, cuma ditimbun",
        "mau diaspal. bukan dirabat saja, yang kuat",
        "bukan cuma jalan, jembatan juga. bukan main susahnya, tolong dibantu",
    ],
)
async def test_what_only_tells_of_another_thing_stays_as_it_is(place: Town, typed: str) -> None:
    sitti = await at_the_hope(place, "jalan rusak kalau hujan")
    await sitti.say(typed, "foto")
    assert (await _answers(place))["harapan"]["text"] == typed


@pytest.mark.parametrize(
    ("typed", "who"),
    [("petani semua. Tidak, lansia saja.", ["lansia"]), ("warga semua. eh bukan, ibu-ibu", ["ibu"])],
)
async def test_a_choice_that_is_taken_back_in_the_same_breath(place: Town, typed: str, who: list[str]) -> None:
    sitti = await at_the_hope(place, "taman baca bocor")
    await sitti.say("diperbaiki", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press(words("tombol.lewati"), "paling merasakan")
    await sitti.say(typed, "berapa orang")
    assert [one["value"] for one in (await _answers(place))["merasakan"]] == who


async def test_a_sentence_that_begins_with_a_no_takes_no_choice_back(place: Town) -> None:
    sitti = await at_the_hope(place, "taman baca bocor")
    await sitti.say("diperbaiki", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press(words("tombol.lewati"), "paling merasakan")
    await sitti.say("semua warga. tidak ada yang tidak kena. petani juga", "berapa orang")
    assert [one["value"] for one in (await _answers(place))["merasakan"]] == ["semua", "tani"]


async def test_a_month_is_no_reader(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", "73.16.01.2002")
    await facilitator(place, "Bakri", "fasilitator_kecamatan", "73.16.01")
    sitti = await at_the_hope(place, "jalan rusak sejak maret")
    await sitti.say("diaspal", "foto")
    await sitti.press(words("tombol.cukup"), "Rahman")
    await sitti.say("bukan maret, tapi januari kak", mentions("mesin.ralat_kata", lama="maret", baru="januari"))
    assert (await _answers(place))["cerita"]["text"] == "jalan rusak sejak januari"


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        (
            "Genteng, bukan seng! Dan jumlahnya 25 anak.",
            {"harapan": {"text": "diganti genteng"}, "jumlah": {"total": 25}},
        ),
        (
            "Harapannya harus berbunyi: atap genteng dan tambah rak buku.",
            {"harapan": {"text": "atap genteng dan tambah rak buku."}},
        ),
    ],
)
@pytest.mark.parametrize("is_sent", [False, True])
async def test_over_the_card_and_after_sending(place: Town, typed: str, now: dict[str, object], is_sent: bool) -> None:
    sitti = Proposer(place)
    await sitti.until_card("taman baca bocor", "diganti seng")
    if not is_sent:
        await sitti.say(typed, mentions("mesin.ralat_kata"))
        told = await _answers(place)
    else:
        await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
        await sitti.say(typed, "Betul diubah?")
        await sitti.press("Betul, ubah", "betulkan")
        told = await sitti.answers()
    assert {key: told.get(key) for key in now} == now
    assert "juga" not in told


SLOPE = "talud roboh, air masuk rumah yang di lereng"


@pytest.mark.parametrize(("answer", "now"), [("iya", SLOPE.replace("lereng", "pinggir sungai mata allo"))])
async def test_what_is_not_plainly_of_the_same_is_asked_first(place: Town, answer: str, now: str) -> None:
    sitti = await at_the_hope(place, SLOPE)
    typed = "di lereng itu keliru, di pinggir sungai mata allo"
    await sitti.say(typed, mentions("mesin.jadi_pendek", lama=SLOPE, baru=now))
    await sitti.say(answer, "harapkan")
    assert (await _answers(place))["cerita"]["text"] == now


async def test_a_no_leaves_the_story_as_it_was(place: Town) -> None:
    sitti = await at_the_hope(place, SLOPE)
    await sitti.say("di lereng itu keliru, di pinggir sungai mata allo", mentions("mesin.jadi_pendek", lama=SLOPE))
    await sitti.say("tidak", "ceritakan")
    await sitti.press(words("tombol.pakai"), "harapkan")
    assert (await _answers(place))["cerita"]["text"] == SLOPE


async def _of_farming(place: Town) -> Proposer:
    sitti = await at_the_hope(place, "jalan di pasar rusak, petani susah")
    await sitti.say("diperbaiki", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press("🌾 Tani, ternak", "berapa orang")
    await sitti.press(words("tombol.cukup"), mentions("form.usulan.tinjau"))
    return sitti


@pytest.mark.parametrize(
    "typed",
    [
        *("bukan tani tapi urusan irigasi", "urusannya bukan tani, irigasi maksudnya", "jangan tani, irigasi mi saja"),
        *("itu bukan tani tawwa, masuknya urusan irigasi", "bukan tani pak tapi air, irigasi"),
    ],
)
async def test_what_is_denied_of_one_choice_leaves_the_other_that_is_called_the_same(place: Town, typed: str) -> None:
    sitti = await _of_farming(place)
    await sitti.say(typed, "Tentang apa dibetulkan")
    told = await _answers(place)
    assert (told["kategori"]["value"], [one["value"] for one in told["merasakan"]]) == ("air", ["tani"])


@pytest.mark.parametrize(
    ("typed", "now"), [("bukan petani tapi ibu-ibu", ["ibu"]), ("bukan petani, ibu-ibu", ["ibu"]), ("bukan petani", [])]
)
async def test_people_that_are_denied_are_those_who_feel_it(place: Town, typed: str, now: list[str]) -> None:
    sitti = await _of_farming(place)
    await sitti.say(typed, "Yang merasakan")
    told = await _answers(place)
    assert (told["kategori"]["value"], [one["value"] for one in told.get("merasakan", [])]) == ("tani", now)

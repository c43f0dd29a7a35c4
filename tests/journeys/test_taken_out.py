"""A part of what was told goes again when its own words are named; a number is put right by the right one alone."""

import json

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "Jembatan gantung mau putus, 60 KK lewat, sudah 3 orang mati"


async def _at_the_card(place: Town, story: str = STORY) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(story, "ganti talinya")
    return sitti


@pytest.mark.parametrize(
    "typed", ["yang tiga orang mati itu hapus, tidak benar", "tolong coret yg 3 orang mati itu pak"]
)
async def test_a_part_that_is_named_goes_and_nothing_else_changes(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    told = await _answers(any_place)
    assert told["cerita"]["text"] == "Jembatan gantung mau putus, 60 KK lewat"
    assert (told["jumlah"], "juga" in told) == ({"families": 60}, False)


async def test_what_was_read_out_of_it_goes_with_it(place: Town) -> None:
    sitti = await _at_the_card(place)
    await sitti.say("hapus yang 60 kk lewat itu", mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert told["cerita"]["text"] == "Jembatan gantung mau putus, sudah 3 orang mati"
    assert told.get("jumlah") != {"families": 60}


@pytest.mark.parametrize("typed", ["hapus semua data saya", "hapus yang jembatan beton itu"])
async def test_what_stands_nowhere_takes_nothing_out(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, bool)
    assert (await _answers(place))["cerita"]["text"] == STORY


async def test_half_a_number_is_no_part(place: Town) -> None:
    told = "Jalan sepanjang 2,5 km rusak, 3 rumah hanyut"
    sitti = await _at_the_card(place, told)
    await sitti.say("hapus yang 5 km rusak itu", bool)
    assert (await _answers(place))["cerita"]["text"] == told
    await sitti.say("hapus yang 2,5 km rusak itu", mentions("mesin.hapus_bagian"))
    assert (await _answers(place))["cerita"]["text"] == "3 rumah hanyut"


@pytest.mark.parametrize("typed", ["yang benar 45 KK kak", "45 kk yang benar", "eh salah, 45 KK"])
async def test_only_the_right_number_is_said_where_a_wish_is_asked_for(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Tidak ada air bersih untuk 40 KK di sini", "harapkan")
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    await sitti.say("pasang pipa", "foto")
    told = await _answers(any_place)
    assert told["cerita"]["text"].lower() == "tidak ada air bersih untuk 45 kk di sini"
    assert (told["harapan"]["text"], told["jumlah"]) == ("pasang pipa", {"families": 45})


@pytest.mark.parametrize(
    "typed",
    [
        "yang tiga orang mati itu tidak benar, cuma satu anak luka",
        "3 orang mati itu bohong ji, yang benar satu anak luka",
    ],
)
async def test_what_is_true_takes_the_place_of_what_is_not(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(any_place)
    assert told["cerita"]["text"].startswith("Jembatan gantung mau putus, 60 KK lewat, ")
    assert told["cerita"]["text"].endswith("satu anak luka")
    assert (told["jumlah"], "juga" in told) == ({"families": 60}, False)


async def test_what_is_said_to_be_untrue_after_sending_is_taken_out_of_it(any_place: Town) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    await sitti.say("3 orang mati itu tidak benar", mentions("ralat_bandingkan"))
    await sitti.say("ya", mentions("ralat_dicatat"))
    told = await any_place.rows("SELECT answers FROM usulan")
    assert [json.loads(row[0])["cerita"]["text"] for row in told] == ["Jembatan gantung mau putus, 60 KK lewat"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("70 kk yang benar", {"families": 70}),
        ("70 yang betul", {"families": 70}),
        ("jumlahnya 35 rumah", {"houses": 35}),
        ("orangnya tujuh puluh", {"total": 70}),
    ],
)
async def test_a_number_that_is_told_anew_over_the_card_takes_the_place_of_the_old(
    any_place: Town, typed: str, right: dict[str, int]
) -> None:
    sitti = await _at_the_card(any_place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    told = await _answers(any_place)
    assert (told["jumlah"], "juga" in told) == (right, False)


async def test_who_are_some_of_them_are_not_the_number(place: Town) -> None:
    sitti = await _at_the_card(place)
    await sitti.say("anaknya 12 yang sekolah di seberang", bool)
    assert (await _answers(place))["jumlah"] == {"families": 60}


async def test_the_size_of_the_story_is_offered_where_it_is_asked(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("Saluran air jebol panjangnya 350 meter, yang paling parah 40 meter", "harapkan")
    await sitti.say("dibuatkan tanggul", "foto")
    for _ in range(7):
        await sitti.say("lewati", bool)
    await sitti.press("350 m", bool)
    assert (await _answers(any_place))["ukuran"]["sizes"][0]["amount"] == "350"


LESSONS = "Lorong becek. anak saya les nya mahal, guru lesnya ganti2. kades itu pemalas. sy juga hamil 2 bulan"


@pytest.mark.parametrize(
    "typed",
    [
        "hapus itu yg soal kades. nanti sy dimarahi",
        "yg soal kades jangan dibacakan ya",
        "kades itu tdk usah lah",
        "tolong yg kades itu dihapus malu sy",
        "yang kades itu bukan usulan ya, hapus. itu curhat sy",
        "hapus yang kades itu sama nama saya, malu ka",
        "hapus nama saya dan yang kades",
        "jangan ikut ditulis yang kades itu",
        "aduh sy takut. nama pak kades itu hapus mi, nanti sy diapa apa",
        "itu yg kades jangan ikut, dan yg soal hamil juga hapus",
    ],
)
async def test_what_is_not_to_be_read_out_goes_and_why_is_kept_nowhere(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place, LESSONS)
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert "kades" not in json.dumps(told)
    assert "juga" not in told


@pytest.mark.parametrize("typed", ["yg soal les hapus kak", "les itu hapus ya", "hapus yang soal les, sy cuma curhat"])
async def test_of_several_clauses_all_are_shown_and_go_by_one_tap(any_place: Town, typed: str) -> None:
    sitti = await _at_the_card(any_place, LESSONS)
    await sitti.say(
        typed, mentions("mesin.hapus_yang_ini", isi=["anak saya les nya mahal", "guru lesnya ganti2"], ketemu=True)
    )
    await sitti.press("Ya, keluarkan semuanya", mentions("mesin.hapus_bagian"))
    told = await _answers(any_place)
    assert told["cerita"]["text"] == "Lorong becek. kades itu pemalas. sy juga hamil 2 bulan"
    assert "juga" not in told


async def test_a_part_goes_beside_an_answer_and_where_any_words_are_one(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(LESSONS, "harapkan")
    await sitti.say("hapus kalimat sy juga hamil 2 bulan", mentions("mesin.hapus_bagian"))
    await sitti.say("dirabat. kades itu hapus", mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert (told["harapan"]["text"], "hamil" in told["cerita"]["text"]) == ("dirabat.", False)
    assert "kades" not in json.dumps(told)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("mau wifi di balai dusun kak, jangan tulis umurku ya nanti tantaku tau", "mau wifi di balai dusun kak"),
        ("dirabat, jangan masukkan yg sy lagi cari kerja", "dirabat"),
    ],
)
async def test_a_wish_that_something_stay_out_is_part_of_no_answer(place: Town, typed: str, answer: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Lorong becek, 20 rumah kena", "harapkan")
    await sitti.say(typed, mentions("mesin.hapus_tidak_tertulis"))
    told = await _answers(place)
    assert (told["harapan"]["text"], "juga" in told) == (answer, False)


async def test_what_stands_nowhere_is_said_and_the_wish_kept_nowhere(place: Town) -> None:
    sitti = await _at_the_card(place, LESSONS)
    await sitti.say("yg soal camat hapus", mentions("mesin.hapus_yang_ini", ketemu=False))
    await sitti.press("Tidak jadi", "Kami catat begini")
    await sitti.say("hapus harga les itu dari cerita", mentions("mesin.hapus_yang_ini", ketemu=True))
    await sitti.press("Keluarkan: guru lesnya ganti2", mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert told["cerita"]["text"] == LESSONS.replace(" guru lesnya ganti2.", "")
    assert "juga" not in told


async def test_a_part_of_what_was_sent_goes_after_a_yes_and_leaves_no_history(any_place: Town) -> None:
    sitti = await _at_the_card(any_place, LESSONS)
    await sitti.press("Kirim", "Nomornya")
    await sitti.say("yg soal camat jangan dibacakan ya", mentions("mesin.hapus_tidak_tertulis"))
    await sitti.say("yg soal les jangan dibacakan ya", "Betul diubah")
    await sitti.press("Betul, ubah", "Sudah kami betulkan")
    rows = await any_place.rows("SELECT answers FROM usulan UNION ALL SELECT detail FROM events WHERE kind = 'diralat'")
    assert "Lorong becek" in rows[0][0]
    assert not any(" les" in row[0] for row in rows)
    assert json.loads(rows[1][0]) == {"tanya": "cerita"}


@pytest.mark.parametrize(
    ("story", "typed", "left"),
    [
        (
            "pak pkh sy kenapa berhenti 3 bulan. selokan tersumbat, 12 rumah kena air",
            "baik. yg pkh jgn dimasukkan, selokan saja",
            "selokan tersumbat, 12 rumah kena air",
        ),
        (
            "posyandu rusak dan jauh sekali. sy juga hamil 2 bulan",
            "iya. tp yg sy hamil jgn ditulis ya mertua belum tau",
            "posyandu rusak dan jauh sekali",
        ),
        ("wc cuma satu, sy lagi cari kerja ini", "keluarkan yg cari kerja itu, itu soal saya", "wc cuma satu"),
        ("wc cuma satu. nomorku 081355500198", "eh hapus nomor hp ku dari cerita jgn dikasih siapa2", "wc cuma satu"),
        ("wc cuma satu, eh duduk Fajar", "bukan, kalimat untuk fajar dihapus", "wc cuma satu"),
        ("air sumur kering, sy adi punya utang 5 juta", "bukan, yg utang itu jangan ditulis", "air sumur kering"),
    ],
)
async def test_a_part_goes_out_of_words_of_which_it_is_asked(place: Town, story: str, typed: str, left: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press("Setuju", "kecamatan")
    await sitti.say(story, "Itu cerita yang mau disampaikan")
    await sitti.say(typed, mentions("mesin.hapus_bagian"))
    await sitti.say("iya", "kecamatan")
    assert (await _answers(place))["cerita"]["text"] == left


async def test_a_clause_that_is_not_to_be_in_it_is_no_wish(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("posyandu rusak, 30 balita, pagar kuburan roboh", "harapkan")
    await sitti.say("pagar kuburan jgn dimasukkan", mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert (told["cerita"]["text"], "harapan" in told) == ("posyandu rusak, 30 balita", False)


async def test_of_somebody_else_it_is_told_how_it_is_brought_apart(place: Town) -> None:
    sitti = await _at_the_card(place, "lantai jemur rusak, wc sekolah rusak 85 murid")
    await sitti.say("soal wc itu jangan digabung. itu usulannya ida", says("usulan_jangan_digabung"))
    await sitti.say("hapus yang soal wc", mentions("mesin.hapus_bagian"))
    told = await _answers(place)
    assert (told["cerita"]["text"], "juga" in told) == ("lantai jemur rusak", False)


async def test_who_comes_first_puts_nothing_off(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("air pam tidak jalan, adekku juga mau cerita gudang bawang", "harapkan")
    await sitti.say("bukan, nia nanti dulu. yg saya dulu air", says("usulan_jangan_digabung"))
    assert "juga" not in await _answers(place)
    await sitti.say("nanti dulu, mau mandi dulu", mentions("mesin.boleh_nanti"))


@pytest.mark.parametrize(
    ("typed", "said", "left"),
    [
        ("iya tp soal kades itu jgn dicatat, emosi ka tadi", "mesin.hapus_bagian", "jalan rusak berat ke pasar"),
        ("iya kak tp yg nanti malam itu bukan cerita", "mesin.hapus_yang_ini", None),
    ],
)
async def test_a_yes_that_leaves_something_out(any_place: Town, typed: str, said: str, left: str | None) -> None:
    sitti, told = Proposer(any_place), "jalan rusak berat ke pasar, kades makan uang"
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say(told, mentions("mesin.ini_ceritanya"))
    await sitti.say(typed, mentions(said))
    kept = await _answers(any_place)
    assert (kept["cerita"]["text"], "juga" in kept) == (left or told, False)


async def test_what_is_hoped_for_stands_beside_what_is_not_to_be_joined(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("lampu jalan tidak ada, wifi juga tidak ada", "harapkan")
    told = "pasang lampu surya 10 titik. wifi nya usul sendiri saja, jgn digabung"
    await sitti.say(told, says("usulan_jangan_digabung"))
    await sitti.hears("foto")
    assert (await _answers(place))["harapan"]["text"] == "pasang lampu surya 10 titik"
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.hears(says("usulan_berikut"))

"""A facilitator asks in a sentence: whose usulan it is about, and which of its answers, is in the sentence."""

import pytest

from bot.store.tables import usulan
from tests.deciding.asking import BEGUN, Asking
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

_ASKED = "SELECT field, words FROM clarifications ORDER BY id"


async def _ask(place: Asking, typed: str) -> None:
    """It goes after a yes, and not before."""
    await place.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await place.ask(place.rahman, typed, says("klarifikasi_kepada"))
    assert await place.town.rows(_ASKED) == []
    await place.press(place.rahman, words("klarifikasi_tombol_kirim"), says("klarifikasi_dikirim", nomor="Maiwa 1"))


@pytest.mark.parametrize(
    ("typed", "field", "question"),
    [
        ("tanya sitti berapa panjang jalannya", "ukuran", "berapa panjang jalannya"),
        ("tolong tanyakan ke ibu siti berapa orang yang lewat situ", "jumlah", "berapa orang yang lewat situ"),
        ("tanyakan maiwa 1 sumurnya milik siapa", None, "sumurnya milik siapa"),
        ("tanya Sitti: jalannya dari rumah siapa sampai mana", None, "jalannya dari rumah siapa sampai mana"),
        ("tanya dulu sama pengusul bak air, berapa meter panjangnya", "ukuran", "berapa meter panjangnya"),
        ("tolong tanyakan ke sitti yg usul bak air itu, panjangnya berapa", "ukuran", "panjangnya berapa"),
        ("tanya lagi Sitti berapa panjang jalannya", "ukuran", "berapa panjang jalannya"),
        ("tanyakan ulang ke Sitti, berapa orang yang lewat situ", "jumlah", "berapa orang yang lewat situ"),
        ("tolong tanya kembali sama ibu sitti berapa panjang jalannya", "ukuran", "berapa panjang jalannya"),
        ("tolong tanyakan sekali lagi ke maiwa 1 sumurnya milik siapa", None, "sumurnya milik siapa"),
    ],
)
async def test_the_question_goes_to_whoever_is_named(
    place: Asking, typed: str, field: str | None, question: str
) -> None:
    await _ask(place, typed)
    assert question in words_of(await place.hears(place.sitti, says("klarifikasi_tanya", nomor="Maiwa 1")))
    assert [tuple(row) for row in await place.town.rows(_ASKED)] == [(field, question)]


async def test_it_is_taken_back_with_a_tap(quick: Asking) -> None:
    await _ask(quick, "tanya sitti berapa panjang jalannya")
    await quick.press(quick.rahman, words("klarifikasi_tombol_tarik"), says("klarifikasi_ditarik"))
    await quick.hears(quick.sitti, says("klarifikasi_ditarik_kabar"))
    assert await quick.states() == ["withdrawn"]


@pytest.mark.parametrize("typed", ["tanya lagi Sitti", "tanyakan ulang ke Sitti", "tolong tanya lagi ke ibu sitti"])
async def test_without_a_question_what_lacks_is_offered(quick: Asking, typed: str) -> None:
    await quick.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    await quick.ask(quick.rahman, typed, mentions("klarifikasi_tentang_apa"))
    assert await quick.town.rows(_ASKED) == []


@pytest.mark.parametrize(
    "typed",
    ["tanya baso berapa panjang jalannya", "mau tanya kapan musrenbang di sini", "tanya lagi kapan musrenbang di sini"],
)
async def test_where_nobody_is_named_nobody_is_asked(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, bool)
    assert await quick.town.rows(_ASKED) == []


async def test_who_wants_no_name_on_it_is_not_found_by_it(quick: Asking) -> None:
    await quick.ask(quick.sitti, "jangan sebut nama saya", says("jangan_nama"))
    await quick.ask(quick.rahman, "tanya sitti berapa panjang jalannya", bool)
    assert await quick.town.rows(_ASKED) == []


@pytest.mark.parametrize(
    "typed",
    [
        "tanya sitti sama rabia berapa panjangnya",
        "tanyakan ke sitti dan rabia berapa panjangnya",
        "tanya maiwa 1 dan maiwa 2 berapa panjangnya",
        "tanya maiwa 1 dan 2 berapa panjangnya",
    ],
)
async def test_a_question_to_two_goes_to_both(place: Asking, typed: str) -> None:
    rabia = await place.bring("Rabia", "Maiwa 2")
    await _ask(place, typed)
    for who, number in ((place.sitti, "Maiwa 1"), (rabia, "Maiwa 2")):
        assert "\nberapa panjangnya\n" in words_of(await place.hears(who, says("klarifikasi_tanya", nomor=number)))
    asked = [row[1] for row in await place.town.rows(_ASKED)]
    assert asked == ["berapa panjangnya", "berapa panjangnya"]


@pytest.mark.parametrize("typed", ["tanya fitri berapa panjang selokannya", "tanya sitti sama fitri berapa panjangnya"])
async def test_of_somebody_without_an_usulan_here_it_is_said_and_nobody_is_asked(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("klarifikasi_tanpa_usulan", nama="Fitri"))
    assert await quick.town.rows(_ASKED) == []


@pytest.mark.parametrize("typed", ["mau tanya berapa lama prosesnya", "tanya kapan musrenbang di sini"])
async def test_a_question_to_us_names_nobody(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, lambda message: words_of(message) not in says("klarifikasi_tanpa_usulan"))


async def test_what_somebody_answered_is_shown_by_their_name(quick: Asking) -> None:
    await _ask(quick, "tanya sitti berapa panjang jalannya")
    await quick.ask(quick.rahman, "apa jawaban sitti", says("usulan_utuh", nomor="Maiwa 1"))
    await quick.ask(quick.rahman, "/menu", bool)
    await quick.ask(quick.rahman, "sdh dijawab sitti kah", says("usulan_utuh", nomor="Maiwa 1"))


@pytest.mark.parametrize("typed", ["sampai mana usulan sitti bak air", "sudah sampai mana punya siti"])
async def test_how_far_somebodys_usulan_is_may_be_asked_by_their_name(place: Asking, typed: str) -> None:
    await place.ask(place.rahman, typed, says("usulan_utuh", nomor="Maiwa 1"))
    assert await place.town.rows(_ASKED) == []


@pytest.mark.parametrize(
    "typed",
    [
        "ada warga namanya sitti tanya sampai mana usulannya",
        "sampai mana usulannya ibu sitti",
        "usulan maiwa 1 sudah sampai mana",
        "kenapa usulan sitti ditolak",
        "cari sitti",
    ],
)
async def test_whose_usulan_is_asked_after_is_found_by_name(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("usulan_utuh", nomor="Maiwa 1"))


async def test_whose_usulan_is_asked_after_is_found_by_what_it_is_about(quick: Asking) -> None:
    await quick.town.until("SELECT count(*) FROM usulan WHERE sift_at IS NOT NULL", 0)
    typed = "usulan bak air sitti itu sudah sampai mana, alasannya apa ditolak"
    assert await quick.ask(quick.rahman, typed, says("usulan_utuh", nomor="Maiwa 1"))


async def test_a_longer_name_is_somebody_else(quick: Asking) -> None:
    await quick.ask(quick.rahman, "tanya sitti aminah: tanahnya sudah dihibahkan belum?", bool)
    assert await quick.town.rows(_ASKED) == []


async def test_a_question_about_two_numbers_goes_to_both(quick: Asking) -> None:
    await quick.ask(quick.rahman, "tanya maiwa 1 dan maiwa 99 ada foto tidak", bool)
    assert await quick.town.rows(_ASKED) == []
    both = "tanya maiwa 1 dan maiwa 1 ada foto tidak"
    await _ask(quick, both)
    assert {row[1] for row in await quick.town.rows(_ASKED)} == {"ada foto tidak"}


@pytest.mark.parametrize("typed", ["yang jalan itu", "cari usulan soal jalan", "yg soal jalan"])
async def test_what_is_pointed_at_is_looked_for(quick: Asking, typed: str) -> None:
    await quick.town.until("SELECT count(DISTINCT usulan_id) FROM usulan_words", 1)
    await quick.ask(quick.rahman, typed, says("periksa_daftar_cari"))


@pytest.mark.parametrize(
    "typed", ["tanya sitti aminah: tanahnya sudah dihibahkan belum?", "tanya bu aminah tanahnya di mana"]
)
async def test_the_longest_name_is_the_one_that_is_meant(place: Asking, typed: str) -> None:
    await place.bring("Sitti Aminah", "Maiwa 2")
    shown = words_of(await place.ask(place.rahman, typed, says("klarifikasi_kepada")))
    assert "Sitti Aminah, tentang Maiwa 2" in shown
    assert "\ntanahnya" in shown
    await place.press(place.rahman, words("klarifikasi_tombol_kirim"), says("klarifikasi_dikirim", nomor="Maiwa 2"))


@pytest.mark.parametrize("answered", [None, "yang maiwa 2"])
async def test_of_two_whom_a_name_fits_one_is_chosen(quick: Asking, answered: str | None) -> None:
    await quick.bring("Sitti Aminah", "Maiwa 2")
    shown = words_of(await quick.ask(quick.rahman, "tanya sitti berapa rumahnya", says("klarifikasi_usulan_mana")))
    assert "Maiwa 1, Sitti:" in shown
    assert "Maiwa 2, Sitti Aminah:" in shown
    if answered is None:
        await quick.press(quick.rahman, "Maiwa 2", says("klarifikasi_dikirim", nomor="Maiwa 2"))
    else:
        await quick.ask(quick.rahman, answered, says("klarifikasi_dikirim", nomor="Maiwa 2"))
    assert [row[1] for row in await quick.town.rows(_ASKED)] == ["berapa rumahnya"]


@pytest.mark.parametrize(
    "typed",
    [
        "tanya panjangnya berapa meter",
        "tanya ke pengusulnya, sudah dihibahkan tanahnya",
        "tanyakan ke pengusulnya, bak nya berapa buah dan tanahnya punya siapa",
        "tolong tanyakan ke yg usul: bak nya berapa",
    ],
)
async def test_what_is_asked_below_an_usulan_is_asked_of_whoever_brought_it(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, "buka maiwa 1", says("usulan_utuh", nomor="Maiwa 1"))
    await _ask(quick, typed)
    asked = str((await quick.town.rows(_ASKED))[0][1])
    assert typed.endswith(asked)
    assert ("bak nya" in typed) == asked.startswith("bak nya")


@pytest.mark.parametrize(
    "typed",
    [
        "tanyakan pak sitti, tanahnya sudah ada surat hibah belum",
        "tanyakan maiwa 1: tanahnya sudah ada surat hibah belum?",
        "tanyakan maiwa 1 apakah tanahnya sudah ada surat hibah",
    ],
)
async def test_about_what_a_meeting_took_up_it_goes_as_a_word(quick: Asking, typed: str) -> None:
    async with quick.town.database.write() as connection:
        await connection.execute(usulan.update().values(locked_at=BEGUN))
    await quick.ask(quick.rahman, typed, says("kata_kepada"))
    await quick.press(quick.rahman, words("kata_tombol_kirim"), says("kata_dikirim", nomor="Maiwa 1"))
    told = words_of(await quick.hears(quick.sitti, says("kata_pembaca", nomor="Maiwa 1")))
    assert "surat hibah" in told
    assert "tanyakan" not in told


@pytest.mark.parametrize(
    "question", ["jalan nya berapa meter dan tanahnya punya siapa", "jalan itu dari mana sampai mana"]
)
async def test_a_question_behind_the_comma_goes_whole(quick: Asking, question: str) -> None:
    await quick.town.until("SELECT count(DISTINCT usulan_id) FROM usulan_words", 1)
    await quick.ask(quick.rahman, "buka maiwa 1", says("usulan_utuh", nomor="Maiwa 1"))
    await _ask(quick, f"tanyakan ke pengusulnya, {question}")
    assert [row[1] for row in await quick.town.rows(_ASKED)] == [question]


@pytest.mark.parametrize("typed", ["tanya pengusul puskesmas, berapa panjangnya", "tolong tanyakan berapa panjangnya"])
async def test_where_nobody_can_tell_whose_it_is_it_is_asked(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("periksa_yang_mana"))
    assert await quick.town.rows(_ASKED) == []


@pytest.mark.parametrize(
    "typed", ["200 meter itu dari mana sampai mana? trus dusun apa", "di sebelah mana mulainya", "airnya dari mana?"]
)
async def test_with_one_on_the_screen_a_question_is_one_to_whoever_brought_it(place: Asking, typed: str) -> None:
    await place.open()
    await place.ask(place.rahman, typed, says("klarifikasi_kepada"))
    assert await place.town.rows(_ASKED) == []
    await place.press(place.rahman, words("klarifikasi_tombol_kirim"), says("klarifikasi_dikirim", nomor="Maiwa 1"))
    assert [row[1] for row in await place.town.rows(_ASKED)] == [typed]
    assert typed in words_of(await place.hears(place.sitti, says("klarifikasi_tanya", nomor="Maiwa 1")))


@pytest.mark.parametrize(
    "typed", ["kapan musrenbang?", "apa tugas saya?", "siapa fasilitator maiwa?", "tidak apa apa pak"]
)
async def test_what_we_know_ourselves_is_asked_of_nobody(place: Asking, typed: str) -> None:
    await place.open()
    await place.ask(place.rahman, typed, lambda message: bool(words_of(message)))
    assert not any(text in says("klarifikasi_kepada") for text in place.texts(place.rahman))


async def test_with_none_on_the_screen_it_is_asked_of_nobody(place: Asking) -> None:
    await place.ask(place.rahman, "/jadwal", lambda message: bool(words_of(message)))
    await place.ask(place.rahman, "200 meter itu dari mana sampai mana?", lambda message: bool(words_of(message)))
    assert not any(text in says("klarifikasi_kepada") for text in place.texts(place.rahman))


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("maiwa 1 kurang jelas, tanyakan berapa panjang jalannya", "berapa panjang jalannya"),
        ("usulan Maiwa 1 kurang lengkap, tolong tanyakan airnya dari mana", "airnya dari mana"),
    ],
)
async def test_the_order_may_stand_behind_what_is_unclear(quick: Asking, typed: str, question: str) -> None:
    shown = await quick.ask(quick.rahman, typed, says("klarifikasi_kepada"))
    assert question in words_of(shown)


@pytest.mark.parametrize(
    "typed", ["usulan Maiwa 1 kurang jelas, tanyakan ukurannya", "maiwa 1 belum jelas, tanyakan dulu"]
)
async def test_where_no_question_is_told_it_is_asked_what_about(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, typed, says("klarifikasi_tentang_apa", nomor="Maiwa 1"))


_QUESTION = "tanya sitti berapa panjang jalannya"


@pytest.mark.parametrize("typed", ["iya tanyakan", "ya tanyakan", "Ya, tanyakan"])
async def test_the_words_of_the_button_count_when_something_was_said_between(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, _QUESTION, says("klarifikasi_kepada"))
    await quick.ask(quick.rahman, "hmm anu itu yang kemarin", bool)
    await quick.ask(quick.rahman, typed, says("klarifikasi_dikirim", nomor="Maiwa 1"))
    assert len(await quick.town.rows(_ASKED)) == 1


async def test_what_is_said_behind_the_yes_is_shown_and_the_question_leaves(quick: Asking) -> None:
    await quick.ask(quick.rahman, _QUESTION, says("klarifikasi_kepada"))
    await quick.ask(quick.rahman, "ya tanyakan. yg air juga itu pipanya berapa meter", bool)
    await quick.hears(quick.rahman, says("klarifikasi_dikirim", nomor="Maiwa 1"))
    assert len(await quick.town.rows(_ASKED)) == 1


@pytest.mark.parametrize(
    "typed", ["ya", "jangan tanyakan", "tanyakan?", "ya catat. tanyakan nanti", "ya tanyakan. eh bukan, yang lain"]
)
async def test_less_than_its_words_sends_nothing_later(quick: Asking, typed: str) -> None:
    await quick.ask(quick.rahman, _QUESTION, says("klarifikasi_kepada"))
    await quick.ask(quick.rahman, "apa tugas saya", bool)
    await quick.ask(quick.rahman, typed, bool)
    assert await quick.town.rows(_ASKED) == []

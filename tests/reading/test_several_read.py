"""Several usulan that are read are named in one sentence, and one word tells which of them were noted."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

_READ = "SELECT count(*) FROM usulan WHERE read_at IS NOT NULL"


@pytest.mark.parametrize(
    ("typed", "many"),
    [
        ("maiwa 1 dan 2 sudah saya baca", 2),
        ("maiwa 1, 2 dan 3 sudah dibaca", 3),
        ("maiwa 1 sampai 3 sudah kubaca semua", 3),
        ("sudah baca maiwa 2-3", 2),
        ("Maiwa 1 sampai 3 sudah saya baca, semua sudah jelas", 3),
        ("sdh kubaca maiwa 1 dan 2, lengkapmi semua", 2),
        ("Maiwa 1 dan Maiwa 3 siap dibahas di musrenbang", 2),
        ("tandai Maiwa 1 dan Maiwa 2 sudah dibaca dan sudah lengkap", 2),
    ],
)
async def test_each_that_is_named_is_read(village: Village, typed: str, many: int) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for at, name in enumerate(("Sitti", "Rabia", "Jumadi"), 1):
        await village.bring(name, f"Maiwa {at}")
    await village.ask(rahman, typed, says("baca_dicatat_banyak", lain=[]))
    await village.town.until(_READ, many)
    assert sum(text in says("baca_dicatat_banyak") for text in village.texts(rahman)) == 1


async def test_what_is_none_of_theirs_is_told_beside_the_rest(village: Village) -> None:
    rahman = await _listed(village, 2)
    await village.ask(rahman, "maiwa 2 sampai 4 sudah kubaca", says("baca_dicatat_banyak", lain=["3", "4"]))
    await village.town.until(_READ, 1)


async def test_of_what_was_read_by_mistake_the_one_that_is_named_is_offered(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for at, name in enumerate(("Sitti", "Rabia", "Jumadi", "Nurdin", "Hasan"), 1):
        await village.bring(name, f"Maiwa {at}")
    await village.ask(rahman, "maiwa 1, 2, 3, 4 dan 5 sudah dibaca", lambda message: True)
    await village.town.until(_READ, 5)
    shown = await village.ask(rahman, "maiwa 1 belum kubaca, salah", says("menu_salah_tekan", ada=True))
    offered = words("tombol_menu_tarik_baca", judul="Maiwa 1")
    assert [label for label in labels(shown) if "Maiwa" in label] == [offered]
    await village.press(rahman, offered, lambda message: True)
    await village.town.until(_READ, 4)


async def _listed(village: Village, many: int) -> Person:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    for at, name in enumerate(("Sitti", "Rabia", "Jumadi", "Nurdin", "Hasan", "Mina")[:many], 1):
        await village.bring(name, f"Maiwa {at}")
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    return rahman


@pytest.mark.parametrize("typed", ["sudah kubaca semua", "sudah mi", "sudah", "sudah saya baca"])
async def test_what_is_listed_unread_is_read_after_one_yes(village: Village, typed: str) -> None:
    rahman = await _listed(village, 2)
    await village.ask(rahman, typed, says("periksa_semua_dibaca"))
    assert (await village.town.rows(_READ))[0][0] == 0
    await village.ask(rahman, "ya", lambda message: True)
    await village.town.until(_READ, 2)


async def test_what_was_read_meanwhile_is_not_agreed_to(village: Village) -> None:
    rahman = await _listed(village, 2)
    asked = await village.ask(rahman, "sudah kubaca semua", says("periksa_semua_dibaca"))
    await village.ask(rahman, "sudah baca maiwa 2", says("baca_dicatat"))
    last = (await village.town.rows("SELECT id FROM usulan WHERE serial = 2"))[0][0]
    await village.telegram.press_data(rahman, asked["message_id"], f"u:semuabaca:2:{last}")
    await village.hears(rahman, says("periksa_daftar_saya", jumlah="1"))
    assert (await village.town.rows(_READ))[0][0] == 1


async def test_of_a_list_that_is_not_what_waits_it_is_asked_which(village: Village) -> None:
    rahman = await _listed(village, 2)
    await village.town.until("SELECT count(DISTINCT usulan_id) FROM usulan_words", 2)  # found a little later
    await village.ask(rahman, "cari bak", says("periksa_daftar_cari", jumlah="2"))
    await village.ask(rahman, "sudah mi", says("periksa_yang_mana"))


async def test_many_are_named_behind_the_words(village: Village) -> None:
    await _listed(village, 3)
    rahman = next(iter([await village.join("Amir", FASILITATOR_DESA)]))
    await village.ask(rahman, "sudah baca maiwa 1 2 3", lambda message: True)
    await village.town.until(_READ, 3)


async def test_another_is_opened_behind_what_is_read_already(village: Village) -> None:
    rahman = await _listed(village, 2)
    await village.ask(rahman, "1", says("usulan_ajakan_baca"))
    await village.ask(rahman, "sudah baca", says("baca_dicatat", nomor="Maiwa 1"))
    await village.ask(rahman, "sudah baca", says("periksa_sudah_tercatat"))
    await village.ask(rahman, "yang lain", says("usulan_utuh", nomor="Maiwa 2"))


@pytest.mark.parametrize(
    "typed", ["semua usulan sudah kubaca", "sudah kubaca semua usulannya pak", "usulan semuanya sdh saya baca"]
)
async def test_all_that_wait_are_read_after_one_yes_wherever_it_is_said(village: Village, typed: str) -> None:
    rahman = await _listed(village, 2)
    await village.ask(rahman, "/jadwal", lambda message: True)
    await village.ask(rahman, typed, says("periksa_semua_dibaca"))
    assert (await village.town.rows(_READ))[0][0] == 0
    await village.ask(rahman, "ya", lambda message: True)
    await village.town.until(_READ, 2)


@pytest.mark.parametrize(
    "typed", ["semua usulan sudah dibaca?", "usulan semua orang belum kubaca", "sudah kubaca semua"]
)
async def test_what_says_less_is_no_such_word(village: Village, typed: str) -> None:
    rahman = await _listed(village, 2)
    await village.ask(rahman, "/jadwal", lambda message: True)
    await village.ask(rahman, typed, lambda message: words_of(message) not in says("periksa_semua_dibaca"))


@pytest.mark.parametrize(
    "typed", ["sudah saya baca, bagus", "sudah kubaca pak, mantap", "sdh sy baca, lengkapmi, terima kasih"]
)
async def test_what_stands_open_is_read_also_with_praise(village: Village, typed: str) -> None:
    rahman = await _listed(village, 2)
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", nomor="Maiwa 1"))
    await village.ask(rahman, typed, says("baca_dicatat", nomor="Maiwa 1"))
    await village.town.until(_READ, 1)


async def test_what_stands_open_is_read_below_a_question_about_it(village: Village) -> None:
    rahman = await _listed(village, 2)
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", nomor="Maiwa 1"))
    await village.ask(rahman, "tanya sitti berapa meter panjangnya", says("klarifikasi_kepada"))
    await village.ask(rahman, "sudah saya baca, bagus", says("baca_dicatat", nomor="Maiwa 1"))
    await village.town.until(_READ, 1)


@pytest.mark.parametrize("typed", ["sudah saya baca belum ini?", "sudah saya baca, kurang lengkap fotonya"])
async def test_what_says_more_reads_nothing(village: Village, typed: str) -> None:
    rahman = await _listed(village, 2)
    await village.press(rahman, words("tombol_baca", nomor="Maiwa 1"), says("usulan_utuh", nomor="Maiwa 1"))
    await village.ask(rahman, typed, lambda message: True)
    assert (await village.town.rows(_READ))[0][0] == 0

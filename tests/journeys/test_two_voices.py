"""Two people on one telephone: what one of them sent, or is about to send, stays theirs."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.journeys.villagers import DESA
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

GOATS = "ini mi saya nurdin, kambing banyak mati mau minta bibit kambing 20 ekor di dusun kalimbua"


async def _until_card(place: Town, name: str = "Ramli") -> Proposer:
    ramli = Proposer(place, name)
    await ramli.until_card("Air bersih susah sekali di sini.", "Minta pipa.")
    return ramli


async def _sent(place: Town) -> Proposer:
    ramli = await _until_card(place)
    await ramli.press(words("tombol.kirim"), says("tanda_terima"))
    return ramli


async def _voices(place: Town) -> Sequence[Any]:
    query = "SELECT p.name, s.name FROM usulan u JOIN people p ON p.id = u.person_id"
    return await place.rows(f"{query} LEFT JOIN speakers s ON s.id = u.speaker_id ORDER BY u.serial")


async def _about(place: Town) -> dict[str, Any]:
    rows = await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'")
    about: dict[str, Any] = json.loads(rows[0][0]).get("about", {})
    return about


# --- what was sent already --------------------------------------------------------------------------------------------


async def _names_nurdin(ramli: Proposer) -> None:
    """Beside a new usulan, after one was sent: the button of his own name asks once more."""
    await ramli.say("/mulai", says("mesin.masih_di"))
    await ramli.say("ini mi saya nurdin, kambing banyak mati minta bibit", says("suara_nama_ini", nama="Nurdin"))
    await ramli.press(words("tombol_nama_saya", nama="Nurdin"), says("suara_nama_dua", nama="Nurdin", hp="Ramli"))


async def test_whoever_borrows_it_renames_nobody_who_sent_something(any_place: Town) -> None:
    ramli = await _sent(any_place)
    await _names_nurdin(ramli)
    await ramli.press(words("tombol_pinjam_hp"), "18 tahun")
    assert await _voices(any_place) == [("Ramli", None)]


@pytest.mark.parametrize(
    "typed", ["sekarang saya nurdin tetangganya pak ramli mau usul juga", "giliran saya nurdin mau minta bibit"]
)
async def test_whose_turn_it_is_says_a_name_that_is_asked_about(any_place: Town, typed: str) -> None:
    ramli = await _sent(any_place)
    await ramli.say(typed, says("suara_nama_ini", nama="Nurdin"))
    await ramli.say("nurdin", says("suara_nama_dua", nama="Nurdin", hp="Ramli"))
    assert await _voices(any_place) == [("Ramli", None)]


async def test_an_usulan_keeps_the_name_under_which_it_was_sent(any_place: Town) -> None:
    ramli = await _sent(any_place)
    await _names_nurdin(ramli)
    await ramli.press(words("tombol_hp_sekarang", nama="Nurdin"), says("nama_diganti", nama="Nurdin"))
    assert await _voices(any_place) == [("Nurdin", "Ramli")]
    ratna = await any_place.join("Bu Ratna", "fasilitator_desa", DESA)
    await any_place.ask(ratna, "/periksa", "Maiwa 1")
    await any_place.press(ratna, words("tombol_baca", nomor="Maiwa 1"), "Suara: Ramli")


async def test_the_rename_of_ones_own_data_renames_what_was_sent(place: Town) -> None:
    ramli = await _sent(place)
    await ramli.say("/dataku", "Nama panggilan: Ramli")
    await ramli.press(words("tombol_ganti_nama"), "panggil")
    await ramli.say("Ramly", says("nama_diganti", nama="Ramly"))
    assert await _voices(place) == [("Ramly", None)]


async def test_whoever_has_a_role_is_not_renamed_by_who_borrows_the_telephone(place: Town) -> None:
    ratna = Proposer(place, "Ratna")
    await place.simulator.begin(ratna.person, await place.code_for("fasilitator_desa", DESA))
    await ratna.hears(says("kode_dipakai"))
    await ratna.until_story("/mulai")
    await ratna.say("ini mi saya nurdin, kambing banyak mati minta bibit", says("suara_nama_ini", nama="Nurdin"))
    await ratna.press(words("tombol_nama_saya", nama="Nurdin"), says("suara_nama_dua"))
    assert not await place.rows("SELECT 1 FROM people WHERE name = 'Nurdin'")


# --- what is open -----------------------------------------------------------------------------------------------------


async def test_a_new_name_with_a_new_story_is_another_usulan(any_place: Town) -> None:
    ramli = await _until_card(any_place)
    await ramli.say(GOATS, says("suara_cerita_lain", nama="Nurdin"))
    await ramli.say("kelompok kami 12 orang", says("suara_cerita_lain", nama="Nurdin"))
    await ramli.press(words("tombol_cerita_lain"), says("suara_cerita_disimpan", nama="Nurdin"))
    card = await ramli.hears("Kami catat begini")
    assert "20 ekor" not in card
    assert "kambing" not in card
    assert "12 orang" not in card
    await ramli.press(words("tombol.kirim"), mentions("tanda_terima", nama="Ramli"))
    await ramli.hears(says("suara_cerita_mulai", nama="Nurdin"))
    told = await ramli.hears(mentions("mesin.ini_ceritanya"))
    assert "kambing banyak mati" in told
    assert "12 orang" in told
    await ramli.hears(says("suara_nama_ini", nama="Nurdin", hp="Ramli"))
    sent = (await any_place.rows("SELECT answers FROM usulan"))[0][0]
    assert "kambing" not in sent
    assert "20" not in json.loads(sent).get("ukuran", {})


async def test_over_the_card_whoever_told_another_story_goes_on_with_it(any_place: Town) -> None:
    ramli = await _until_card(any_place)
    await ramli.say(GOATS, says("suara_cerita_lain", nama="Nurdin"))
    await ramli.say("pinjam hp ramli saya pak", says("suara_cerita_disimpan", nama="Nurdin"))
    await ramli.hears("Kami catat begini")
    await ramli.say("bibit kambing 20 ekor sama kandang", says("suara_cerita_ditambah", nama="Nurdin"))
    await ramli.hears("Kami catat begini")
    await ramli.say("pipanya 300 meter bukan 20 ekor", "Kami catat begini")
    await ramli.press(words("tombol.kirim"), mentions("tanda_terima", nama="Ramli"))
    assert "sama kandang" in await ramli.hears(mentions("mesin.ini_ceritanya"))
    assert "kambing" not in (await any_place.rows("SELECT answers FROM usulan"))[0][0]


async def test_kirim_beside_the_question_sends_only_the_first(place: Town) -> None:
    ramli = await _until_card(place)
    await ramli.say(GOATS, says("suara_cerita_lain", nama="Nurdin"))
    await ramli.press(words("tombol.kirim"), mentions("tanda_terima", nama="Ramli"))
    await ramli.hears(says("suara_cerita_mulai", nama="Nurdin"))
    assert "kambing" not in (await place.rows("SELECT answers FROM usulan"))[0][0]


@pytest.mark.parametrize("text", ["usulan lain", "iya"])
async def test_it_may_be_typed_that_it_is_another(place: Town, text: str) -> None:
    ramli = await _until_card(place)
    await ramli.say(GOATS, says("suara_cerita_lain", nama="Nurdin"))
    await ramli.say(text, says("suara_cerita_disimpan", nama="Nurdin"))
    assert await place.rows("SELECT 1 FROM usulan") == []


async def test_it_may_be_the_same_story(place: Town) -> None:
    ramli = await _until_card(place)
    await ramli.say("ini mi saya nurdin, pipanya dari mata air sampai kampung", says("suara_cerita_lain"))
    await ramli.press(words("tombol_cerita_tadi"), says("suara_nama_ini", nama="Nurdin"))
    assert "mata air" in str((await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0][0])


async def test_of_a_draft_that_is_given_up_the_other_story_is_left(place: Town) -> None:
    ramli = await _until_card(place)
    await ramli.say(GOATS, says("suara_cerita_lain", nama="Nurdin"))
    await ramli.press(words("tombol_cerita_lain"), "Kami catat begini")
    await ramli.say("/batal", says("suara_cerita_mulai", nama="Nurdin"))


async def test_a_name_beside_an_answer_is_no_other_story(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.simulator.begin(ramli.person)
    await ramli.hears(says("izin"))
    await ramli.press(words("tombol_setuju"), "kecamatan")
    await ramli.say("air bersih susah sekali di kampung kami sejak lama", mentions("mesin.ini_ceritanya"))
    await ramli.say("iya", "kecamatan")
    await ramli.say("nama saya Nurdin, Maiwa desa Pattondon Salu", says("suara_nama_ini", nama="Nurdin"))
    assert "cerita_lain" not in await _about(place)


# --- who speaks, typed ------------------------------------------------------------------------------------------------


async def test_who_says_nothing_but_a_name_is_asked_and_told_nothing_else(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    before = len(ramli.simulator.said(ramli.person))
    await ramli.say("ini istrinya yang pakai hp namaku Hasni", says("suara_nama_ini", nama="Hasni", hp="Ramli"))
    assert len(ramli.simulator.said(ramli.person)) == before + 1


@pytest.mark.parametrize("text", ["saya sendiri hasni istrinya", "nama saya Hasni", "saya hasni bu", "Nama saya Hasni"])
async def test_a_typed_answer_settles_whose_name_it_is(place: Town, text: str) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say("namaku Hasni", says("suara_nama_ini", nama="Hasni"))
    await ramli.say(text, says("nama_diganti", nama="Hasni"))
    assert [row[0] for row in await place.rows("SELECT name FROM people")] == ["Hasni"]


@pytest.mark.parametrize("text", ["pinjam hp ramli saya pak", "saya tetangganya", "orang lain", "numpang hp"])
async def test_a_typed_answer_says_that_it_is_borrowed(place: Town, text: str) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say("ini mi saya nurdin, kambing banyak mati karena penyakit", says("suara_nama_ini", nama="Nurdin"))
    await ramli.say(text, "18 tahun")
    assert [row[0] for row in await place.rows("SELECT name FROM people")] == ["Ramli"]


async def test_what_leaves_it_as_it_is_may_be_typed(place: Town) -> None:
    ramli = await _until_card(place)
    await ramli.say("kirim, atas nama nurdin ya bukan ramli", says("suara_nama_ini", nama="Nurdin"))
    await ramli.say("biarkan saja", "Kami catat begini")
    await ramli.press(words("tombol.kirim"), mentions("tanda_terima", nama="Ramli"))


@pytest.mark.parametrize("typed", [True, False])
async def test_nothing_is_sent_under_a_name_that_was_contradicted(any_place: Town, typed: bool) -> None:
    ramli = Proposer(any_place, "Ramli")
    await ramli.until_story()
    await ramli.say("namaku Hasni", says("suara_nama_ini", nama="Hasni"))
    await ramli.say("Posyandu di teras rumah orang, panas sekali.", "harapkan")
    await ramli.say("Minta bangunan posyandu.", "foto")
    await ramli.press(words("tombol.cukup"), "Kami catat begini")
    asked = says("suara_nama_ini", nama="Hasni", hp="Ramli", kirim=True)
    await (ramli.say("kirim", asked) if typed else ramli.press(words("tombol.kirim"), asked))
    await ramli.say("kirim", asked)
    assert await any_place.rows("SELECT 1 FROM usulan") == []
    await ramli.press(words("tombol_nama_saya", nama="Hasni"), "Kami catat begini")
    await ramli.press(words("tombol.kirim"), mentions("tanda_terima", nama="Hasni"))


async def test_who_says_their_own_name_once_more_keeps_it(place: Town) -> None:
    ramli = Proposer(place, "Ramli")
    await ramli.until_story()
    await ramli.say("namaku Hasni", says("suara_nama_ini", nama="Hasni"))
    await ramli.say("saya sendiri hasni istrinya", says("nama_diganti", nama="Hasni"))
    await ramli.say("jangan tulis nama suami saya ya tulis Hasni", says("suara_saya"))
    assert "unnamed" not in await _about(place)

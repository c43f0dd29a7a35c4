"""The first hour of a facilitator and of an officer: what they say in their own words is done for somebody with work,
never answered as to a villager."""

import pytest
from sqlalchemy import select

from bot.store.answering import questions
from bot.store.tables import people
from tests.deciding.asking import BEGUN, Asking
from tests.support.desk import DESA, KECAMATAN
from tests.support.homes import Home
from tests.support.sentences import Said, mentions, says, words
from tests.support.villages import KABUPATEN

_VILLAGERS = [
    *(says(f"tanya_{name}", bertugas=False) for name in ("ikut", "batas", "lapor")),
    *(says(f"tanya_{name}") for name in ("tahun_lalu", "kode")),
]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("yang lain kenapa tidak ada? Tuncung kan belum", says("menu_awal")),
        ("kapan batas undangan dikirim", says("rapat_belum_ada")),
        ("kapan paling lambat usulan dikumpulkan", says("tanya_batas", bertugas=True)),
        ("boleh kah warga ikut musrenbang", says("tanya_ikut", bertugas=True)),
        ("kode undangan saya mana", says("menu_awal")),
        ("saya mau undang kepala desa dan BPD hadir", says("rapat_belum_ada")),
        ("undang kepala desa se kecamatan ke musrenbang kecamatan", says("rapat_belum_ada")),
        ("jadi undangannya sampai bagaimana ke mereka?", says("rapat_belum_ada")),
        ("laporan hari ini", says("tanya_kerja_jumlah")),
        ("tolong laporan harian", says("tanya_kerja_jumlah")),
        ("lap hari ini mana", says("tanya_kerja_jumlah")),
    ],
)
@pytest.mark.parametrize("role", ["fasilitator_desa", "fasilitator_kecamatan", "bappeda"])
async def test_nobody_with_work_is_answered_as_a_villager(at_home: Home, typed: str, said: Said, role: str) -> None:
    scope = {"fasilitator_desa": DESA, "fasilitator_kecamatan": KECAMATAN}.get(role, KABUPATEN)
    idris = await at_home.join("Idris", role, scope)
    await at_home.ask(idris, typed, said)
    assert not any(text in villager for text in at_home.texts(idris) for villager in _VILLAGERS)


async def test_with_a_meeting_ahead_its_guests_are_shown(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "jadi undangannya sampai bagaimana ke mereka?", says("rapat_undangan"))


async def test_a_delegate_brings_usulan_as_villagers_do(at_home: Home) -> None:
    amir = await at_home.join("Amir", "delegasi", DESA)
    await at_home.ask(amir, "kapan batas usulan dikirim", says("tanya_batas"))


async def test_who_sets_the_day_of_a_kecamatan_is_no_village(at_home: Home) -> None:
    idris = await at_home.join("Idris", "fasilitator_kecamatan", KECAMATAN)
    told = await at_home.ask(idris, "kapan musrenbang kecamatan?", says("tanya_rapat", jenis="", bertugas=True))
    assert "desa/kelurahan" not in told["text"]


async def test_an_officer_is_not_sent_to_the_office(at_home: Home) -> None:
    await at_home.join("Idris", "fasilitator_kecamatan", KECAMATAN)
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    told = await at_home.ask(
        hasnah, "siapa fasilitator di Maiwa", says("tanya_orang", pembaca=["Idris"], bertugas=True)
    )
    assert at_home.office.bappeda not in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "kirim pesan ke semua fasilitator: mohon segera tetapkan tanggal musrenbang desa",
        "tolong kirim pesan ke semua fasilitator: mohon segera tetapkan tanggal musrenbang desa",
        "kirimkan pesan kepada semua fasilitator: mohon segera tetapkan tanggal musrenbang desa",
    ],
)
async def test_a_message_to_many_is_the_beginning_of_an_announcement(at_home: Home, typed: str) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(hasnah, typed, mentions("siaran_kartu"))
    assert await at_home.town.rows("SELECT state FROM broadcasts") == [("draft",)]


@pytest.mark.parametrize(
    "typed",
    [
        "kirim pesan ke Ratna: tolong cek jembatan di Jambu",
        "kirim pesan ke bu Ratna: tolong cek jembatan di Jambu",
        "tolong kirim pesan ke Ratna: tolong cek jembatan di Jambu",
    ],
)
async def test_a_message_to_one_goes_to_that_one(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    said = "tolong cek jembatan di Jambu"
    await at_home.ask(hasnah, typed, says("ingatkan_kata", nama="Ratna", kata=said))
    await at_home.press(hasnah, words("tombol_ingatkan_ya"), says("ingatkan_dikirim", nama="Ratna"))
    told = await at_home.hears(ratna, says("ingatkan_pesan", oleh="Hasnah", kata=said))
    assert "/tugas" not in told["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "undang juga fasilitator kecamatan Anggeraja",
        "undang lagi fasilitator kecamatan Anggeraja",
        "undang juga Pak Camat Maiwa",
    ],
)
async def test_no_code_is_made_for_a_name_that_is_none(at_home: Home, typed: str) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(hasnah, typed, mentions("form.undang.nama.tanya"))
    await at_home.ask(hasnah, "laporan hari ini", says("tanya_kerja_jumlah"))
    assert await at_home.town.rows("SELECT label FROM invites WHERE label IS NOT NULL") == []


async def test_who_is_named_beside_too_is_invited(at_home: Home) -> None:
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(hasnah, "undang juga pak Amir fasilitator desa Boiya", says("undangan_jadi"))
    assert await at_home.town.rows("SELECT label FROM invites WHERE label IS NOT NULL") == [("pak Amir",)]


async def test_the_wish_to_invite_is_no_guest(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    typed = "saya mau undang tamu rapat, pak kadus Jambu sama ibu PKK"
    told = await at_home.ask(ratna, typed, says("rapat_pratinjau", jumlah=2))
    assert "• rapat" not in told["text"]


@pytest.mark.parametrize(
    ("typed", "venue"),
    [
        ("ganti tempat musrenbang jadi aula SD 5", "aula SD 5"),
        ("tempatnya pindah ke aula SD 5", "aula SD 5"),
        ("tempat musrenbang pindah ke rumah pak kadus RT 2", "rumah pak kadus RT 2"),
    ],
)
async def test_a_number_in_a_place_is_no_day(at_home: Home, typed: str, venue: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, typed, says("jadwal_tempatkah", ke=venue))


async def test_a_day_is_no_place(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "musrenbang pindah ke 19 januari", bool)
    assert not any(text in says("jadwal_tempatkah") for text in at_home.texts(ratna))


@pytest.mark.parametrize("typed", ["batal, tetap tanggal 14", "tidak jadi, tetap tanggal 14", "tetap tanggal 14 saja"])
@pytest.mark.parametrize("why", ["", "pak kades ke Makassar"])
async def test_to_stay_on_its_day_is_no_move(at_home: Home, typed: str, why: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "mundur seminggu", mentions("jadwal_yang_dipindah"))
    if why:
        await at_home.ask(ratna, why, says("jadwal_pindahkah"))
    await at_home.ask(ratna, typed, says("jadwal_tetap"))
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan warga musrenbang tanggal 14",
        "tolong ingatkan warga musrenbang tanggal 14",
        "ingatkan warga musrenbang tanggal 20",
        "umumkan ke warga musrenbang tgl 14",
    ],
)
async def test_who_reminds_of_a_meeting_sets_no_date(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.join("Idris", "fasilitator_kecamatan", KECAMATAN)
    await at_home.hold()
    await at_home.ask(ratna, typed, says("siaran_bukan_dari_sini", nama="Idris"))
    await at_home.ask(ratna, "/tugas", bool)
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


@pytest.mark.parametrize(
    "typed",
    ["balas Sitti: jembatannya jangan dulu dilewati, besok saya ke sana", "jawab bu Sitti: minggu depan kita bahas"],
)
async def test_a_villager_who_asked_nothing_can_be_answered(quick: Asking, typed: str) -> None:
    said = typed.partition(": ")[2]
    await quick.ask(quick.rahman, typed, says("kata_kepada", isi=said))
    await quick.press(quick.rahman, words("kata_tombol_kirim"), says("kata_dikirim", siapa="Sitti"))
    await quick.hears(quick.sitti, says("kata_pembaca", siapa="Rahman", isi=said))


async def _asks_rahman(quick: Asking) -> None:
    async with quick.town.database.write() as connection:
        sitti, rahman = [
            (await connection.execute(select(people.c.id).where(people.c.address == one.id))).scalar_one()
            for one in (quick.sitti, quick.rahman)
        ]
        where = {"desa": DESA, "kecamatan": KECAMATAN, "told_to": rahman, "alone": False, "unnamed": False}
        asked = {"person_id": sitti, "words": "kapan listrik masuk", "asked_at": BEGUN}
        await questions.add(connection, where | asked)


async def test_what_villagers_ask_is_counted_wherever_work_is(quick: Asking) -> None:
    await _asks_rahman(quick)
    button = words("tombol_pertanyaan", jumlah=1)
    tasks = await quick.ask(quick.rahman, "/tugas", mentions("tugas_kosong", pertanyaan=1))
    menu = await quick.ask(quick.rahman, "/menu", says("menu_awal"))
    for screen in (tasks, menu):
        assert any(button == key["text"] for row in screen["reply_markup"]["inline_keyboard"] for key in row)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bilang ke Ratna, undangannya sudah dicetak", "undangannya sudah dicetak"),
        ("bilang ke bu Ratna, daftar hadirnya belum masuk", "daftar hadirnya belum masuk"),
        ("blg ke Ratna, daftar hadirnya sy simpan di kantor camat", "daftar hadirnya sy simpan di kantor camat"),
        ("bilang ke Ratna, kapan dia kirim laporan?", "kapan dia kirim laporan?"),
        ("tolong bilang sama ibu Ratna: kelompok perempuan belum kumpul kah?", "kelompok perempuan belum kumpul kah?"),
    ],
)
async def test_a_word_to_one_behind_a_comma_is_offered_whatever_it_is_about(
    at_home: Home, typed: str, said: str
) -> None:
    await at_home.join("Ratna")
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(hasnah, typed, says("ingatkan_kata", nama="Ratna", kata=said))


@pytest.mark.parametrize(
    "typed", ["ingatkan yang belum kumpul kelompok perempuan", "bilang ke Ratna?", "kasih tau, Ratna itu siapa?"]
)
async def test_what_names_nobody_before_it_is_no_word_to_one(at_home: Home, typed: str) -> None:
    await at_home.join("Ratna")
    hasnah = await at_home.join("Hasnah", "bappeda", KABUPATEN)
    await at_home.ask(hasnah, typed, bool)
    assert not any(text in mentions("ingatkan_kata") for text in at_home.texts(hasnah))

"""Lists of guests, pasted or from Excel: shown before anything is kept; and somebody on them put right or taken off."""

import pytest

from bot.core.hall.voices import sent_by, voice_in
from tests.roles.test_lists import workbook
from tests.sipd.coming_back import book
from tests.support.client import words_of
from tests.support.halls import Meeting
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of

PASTED = """DAFTAR UNDANGAN MUSRENBANG
Hari: Rabu, 13 Januari 2027

*Tokoh agama:*
1. Ustadz Anwar
2) Puang Sanusi

1️⃣ Hj. Salmiah - PKK
• Ketua RT 2: Sudirman 0811 2233 4455
[12/01/27 09.12] Rahman: Ibu Rahma (kader posyandu)
perwakilan pemuda
"""


async def _ask(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))


async def test_a_list_pasted_from_whatsapp_is_shown_with_what_was_not_understood_before_it_is_kept(
    hall: Meeting,
) -> None:
    await _ask(hall)
    told = await hall.say(PASTED, says("rapat_pratinjau", jumlah="5"))
    assert "• perwakilan pemuda" in told["text"]
    assert "0811" not in told["text"]
    assert await hall.guests() == {}
    await hall.press(words("rapat_tombol_simpan", jumlah=5), says("rapat_banyak_dicatat", jumlah="5"))
    found = {name: (row.element, row.is_woman) for name, row in (await hall.guests()).items()}
    assert found == {
        "Ustadz Anwar": ("adat", False),
        "Puang Sanusi": ("adat", None),
        "Hj. Salmiah": ("perempuan", True),
        "Sudirman": ("perangkat", None),
        "Ibu Rahma": ("perempuan", True),
    }
    assert await hall.town.rows("SELECT count(*) FROM lists WHERE found IS NOT NULL") == [(0,)]


async def test_a_list_that_is_not_right_is_written_again_and_nothing_of_it_stays(hall: Meeting) -> None:
    await _ask(hall)
    await hall.say("Pak Baso\nIbu Ani", says("rapat_pratinjau", jumlah="2"))
    save = hall.data(words("rapat_tombol_simpan", jumlah=2))
    await hall.press(words("rapat_tombol_tulis_lagi"), mentions("form.tamu_banyak.daftar.tanya"))
    await hall.press_data(save)
    assert await hall.guests() == {}


async def test_guests_come_from_an_excel_list_too(hall: Meeting) -> None:
    await _ask(hall)
    rows = [
        ("DAFTAR TAMU",),
        ("No", "Nama Lengkap", "L/P", "Jabatan", "HP"),
        (1, "Salmiah", "P", "PKK", "0811"),
        (2, "Drs. Yusuf, M.Si", "L", "tokoh masyarakat", ""),
        (3, "Drs. H. Andi Muhammad Ikhsan Al-Qadri Daeng Mattawang, S.Sos., M.A.P.", "L", "", ""),
        (4, "", "L", "", ""),
        ("", "Jumlah", "", "2", ""),
    ]
    await hall.town.simulator.document(hall.leader, workbook(rows), "tamu.xlsx")
    told = await hall.office.hears(hall.leader, says("rapat_pratinjau", jumlah="3"))
    assert "Jumlah" in words_of(told)
    await hall.press(words("rapat_tombol_simpan", jumlah=3), says("rapat_banyak_dicatat", jumlah="3"))
    found = {name: (row.element, bool(row.is_woman)) for name, row in (await hall.guests()).items()}
    (longest,) = [name for name in found if name.startswith("Drs. H. Andi Muhammad Ikhsan Al-Qadri Daeng Mattawang")]
    assert found.pop(longest) == ("lain", False)
    assert found == {"Salmiah": ("perempuan", True), "Drs. Yusuf, M.Si": ("adat", False)}


async def test_somebody_on_the_list_is_written_anew_taken_off_and_put_back(hall: Meeting) -> None:
    await hall.invite("Pak Bso", "Ibu Ani, PKK")
    bso = (await hall.guests())["Pak Bso"].id
    await hall.open()
    await hall.press_data(f"h:orang:{hall.occasion.id}:{bso}")
    await hall.press(words("rapat_tombol_betulkan_orang"), mentions("form.tamu_betulkan.nama.tanya"))
    await hall.say("Ibu Ani", says("rapat_tamu_sudah_ada"))
    await hall.press(words("rapat_tombol_betulkan_orang"), mentions("form.tamu_betulkan.nama.tanya"))
    await hall.say("Pak Baso, tani, wakil Tanete", says("rapat_orang", nama="Pak Baso", unsur="Petani"))
    await hall.press(words("rapat_tombol_hapus_orang"), says("rapat_tamu_dihapus", nama="Pak Baso"))
    assert (await hall.guests())["Pak Baso"].state == "removed"
    await hall.press(words("rapat_tombol_pulihkan"), says("rapat_orang", nama="Pak Baso"))
    assert (await hall.guests())["Pak Baso"][1:3] == ("tani", "invited")


async def test_who_was_taken_off_did_not_come(hall: Meeting) -> None:
    await hall.invite("Pak Baso", "Ibu Ani, PKK")
    listed = await hall.guests()
    for one in listed.values():
        await hall.press_data(f"h:datang:{hall.occasion.id}:{one.id}:1")
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", diketuk=2))
    await hall.press_data(f"h:hapus:{hall.occasion.id}:{listed['Pak Baso'].id}")
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", diketuk=1))


async def test_a_preview_says_that_telephone_numbers_are_not_kept(hall: Meeting) -> None:
    await _ask(hall)
    await hall.say("Pak Baso 0811 2233 4455\nIbu Ani (0852-1111-2222)", says("rapat_pratinjau", jumlah="2", nomor="2"))
    await hall.press(words("rapat_tombol_tulis_lagi"), mentions("form.tamu_banyak.daftar.tanya"))
    rows = [("Nama", "HP"), ("Ibu Salmiah", "081122334455"), ("Pak Yusuf", 81122334456), ("Ibu Ani", "")]
    await hall.town.simulator.document(hall.leader, workbook(rows), "tamu.xlsx")
    await hall.office.hears(hall.leader, says("rapat_pratinjau", jumlah="3", nomor="2"))


async def test_who_comes_with_somebody_is_one_guest_more(hall: Meeting) -> None:
    await _ask(hall)
    couples = ["Pak Baso & istri", "2. Pak Camba dan istrinya, tani", "Ibu Hj. Ani + suami (PKK)"]
    pasted = [*couples, "Pak Dahlan beserta istri 0811 2233 4455"]
    told = await hall.say("\n".join(pasted), says("rapat_pratinjau", jumlah="8", nomor="1"))
    assert "Istri Pak Baso" in told["text"]
    await hall.press(words("rapat_tombol_simpan", jumlah=8), says("rapat_banyak_dicatat", jumlah="8"))
    found = {name: (row.element, row.is_woman) for name, row in (await hall.guests()).items()}
    assert found == {
        "Pak Baso": ("lain", False),
        "Istri Pak Baso": ("perempuan", True),
        "Pak Camba": ("tani", False),
        "Istri Pak Camba": ("perempuan", True),
        "Ibu Hj. Ani": ("perempuan", True),
        "Suami Ibu Hj. Ani": ("lain", False),
        "Pak Dahlan": ("lain", False),
        "Istri Pak Dahlan": ("perempuan", True),
    }


@pytest.mark.parametrize("typed", ["Ibu Hj. Nurhayati - PKK", "Ibu Hj. Nurhayati- PKK", "Ibu Hj. Nurhayati (PKK)"])
async def test_the_group_for_which_somebody_comes_stays_with_them(hall: Meeting, typed: str) -> None:
    await _ask(hall)
    told = await hall.say(typed, says("rapat_pratinjau", jumlah="1"))
    assert "Ibu Hj. Nurhayati (PKK)" in told["text"]


SIX = "Pak Desa Rahim, Ibu Nurhayati (PKK), Pak Imam Masjid, Bidan Rosmini, H. Saleng, Mina"
NUMBERED = "Undang: 1. Pak Desa Rahim 2. Ibu Nurhayati (PKK) 3. Pak Imam Masjid 4. Bidan Rosmini 5. H. Saleng 6. Mina"


@pytest.mark.parametrize(("typed", "guessed"), [(SIX, True), (SIX.lower(), True), (NUMBERED, False)])
async def test_six_people_in_one_line_are_six(hall: Meeting, typed: str, guessed: bool) -> None:
    await _ask(hall)
    told = await hall.say(typed, says("rapat_pratinjau", jumlah="6", tebakan=guessed))
    assert ("pak imam masjid, bidan rosmini, mina?" in words_of(told).lower()) is guessed, "what nothing tells is asked"
    await hall.press(words("rapat_tombol_simpan", jumlah=6), says("rapat_banyak_dicatat", jumlah="6"))
    found = {name.lower(): (row.is_woman, row.speaks_for.lower()) for name, row in (await hall.guests()).items()}
    assert found == {
        "pak desa rahim": (False, ""),
        "ibu nurhayati": (True, "pkk"),
        "pak imam masjid": (False, ""),
        "bidan rosmini": (None, ""),
        "h. saleng": (False, ""),
        "mina": (None, ""),
    }


async def test_one_person_with_what_they_are_stays_one(hall: Meeting) -> None:
    await _ask(hall)
    lines = "Pak Rahman, kurang mampu, jauh\nDrs. Yusuf, M.Si\nPak Rahim, Boiya\nNurmi, istri Pak Rahman\nIbu Ani, PKK"
    shown = await hall.say(lines, says("rapat_pratinjau", jumlah="5", tebakan=False))
    assert "Pak Rahim (Boiya)" in words_of(shown)


async def test_a_list_typed_where_the_guests_stand_is_a_list(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.say("1. Pak Rahim\n2. Ibu Ani\n3. Mina", says("rapat_pratinjau", jumlah="3"))
    await hall.say("kopi dulu pak semuanya", says("rapat_masih_ditanya"))
    await hall.say("simpan", says("rapat_banyak_dicatat", jumlah="3"))


_TYPED = "undang tamu musrenbang: 1. Pak Desa Rahim 2. Ibu Nurhayati ketua PKK 3. Ketua BPD Syarif"


async def test_guests_are_invited_in_a_sentence_and_more_of_them_below(hall: Meeting) -> None:
    await hall.say("/tugas", lambda message: True)
    await hall.say(_TYPED, says("rapat_pratinjau", jumlah="3"))
    assert await hall.guests() == {}
    await hall.say("ya", says("rapat_banyak_dicatat", jumlah="3"))
    await hall.say("tambah lagi pak camat, ibu Rosmini, dan H. Sattu", says("rapat_pratinjau", jumlah="3"))
    await hall.say("ya", says("rapat_banyak_dicatat", jumlah="3"))
    named = {"Pak Desa Rahim", "Ibu Nurhayati", "Syarif", "pak camat", "ibu Rosmini", "H. Sattu"}
    assert set(await hall.guests()) == named


async def test_with_a_meeting_ahead_guests_are_its_own(hall: Meeting) -> None:
    await hall.say("/tugas", lambda message: True)
    await hall.say("mau undang tamu", says("rapat_undangan"))
    assert not await hall.town.rows("SELECT flow FROM conversations WHERE flow = 'undang'")


_SIGNED = [("", "Maiwa, 9 Desember 2026"), ("", "Drs. H. BAHARUDDIN, M.Si")]
_OFFICE = [
    ("DAFTAR UNDANGAN",),
    ("NO.", "NAMA UNDANGAN", "JABATAN/INSTANSI", "JENIS KELAMIN", "Unsur / Kelompok", "Dusun", "KET"),
    (1, "Andi Rahmat", "Kepala Desa Boiya", "L", "", "", "VIP"),
    (2, "Andi Rahmat", "Ketua BPD Boiya", "L", "", "", ""),
    (3, "Daeng Caya", "", "Pr", "Keluarga kurang mampu", "Dusun Salo", ""),
    (4, "Wati (istri Pak Rusli)", "", "W", "Penyandang disabilitas", "", "jauh"),
    (5, "Tim Penggerak PKK (3 orang)", "", "P", "PKK", "", ""),
    (6, "ketua RT 2", "", "", "RT", "Dusun Batu Mila", ""),
    *_SIGNED,
]


@pytest.mark.parametrize("pasted", [True, False])
async def test_columns_of_an_office_are_kept_and_what_signs_or_counts_is_nobody(hall: Meeting, *, pasted: bool) -> None:
    await _ask(hall)
    if pasted:
        told = "\n".join("\t".join(map(str, row)) for row in _OFFICE[1:])
        shown = await hall.say(told, says("rapat_pratinjau", jumlah="4"))
    else:
        await hall.town.simulator.document(hall.leader, book([("REKAP",)], _OFFICE), "tamu.xlsx")
        shown = await hall.office.hears(hall.leader, says("rapat_pratinjau", jumlah="4"))
    assert all(line in shown["text"] for line in ("• Tim Penggerak PKK", "• ketua RT 2", "• Maiwa, 9 Desember 2026"))
    await hall.press(words("rapat_tombol_simpan", jumlah=4), says("rapat_banyak_dicatat", jumlah="4"))
    rows = await hall.town.rows("SELECT name, element, is_woman, speaks_for, hindrance FROM invitees ORDER BY id")
    assert [(row[0], row[1], bool(row[2]), *row[3:]) for row in rows] == [
        ("Andi Rahmat", "perangkat", False, "Kepala Desa Boiya, VIP", ""),
        ("Andi Rahmat", "perangkat", False, "Ketua BPD Boiya", ""),
        ("Daeng Caya", "kurang_mampu", True, "Keluarga kurang mampu, Dusun Salo", ""),
        ("Wati", "disabilitas", True, "Penyandang disabilitas, istri Pak Rusli", "jauh"),
    ]


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("PKK, Dusun Salo", "PKK"),
        ("ketua RT 2, Dusun Tuncung", "Dusun Tuncung"),
        ("wakil penjual ikan", "penjual ikan"),
        ("kelompok tani Sipatuo", "kelompok tani Sipatuo"),
        ("ibu-ibu Tanete", "ibu-ibu Tanete"),
        *(
            (told, "")
            for told in ("istri Pak Rusli", "camat", "janda", "2 org", "pakai kursi roda", "Kepala Desa", "RW 1", "")
        ),
    ],
)
def test_a_letter_asks_to_speak_only_for_whom_somebody_can_speak(told: str, voice: str) -> None:
    guests = catalog_of().world.spellings.guests
    assert voice_in(told, guests) == voice
    assert voice_in(sent_by(told, guests), guests) == (voice or told)


async def test_rows_that_are_pasted_without_a_head_are_read_as_lines(hall: Meeting) -> None:
    await _ask(hall)
    shown = await hall.say("1.\tPak Rahim\tPKK\n2\tIbu Ani\tP\ttani", says("rapat_pratinjau", jumlah="2"))
    assert all(name in shown["text"] for name in ("• Pak Rahim (PKK)", "• Ibu Ani"))

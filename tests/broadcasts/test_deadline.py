"""By when something is to be done: what the words of an announcement tell of it stands on the card and in every copy,
and is put right by its name."""

import pytest

from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

_TO = "umumkan ke semua fasilitator desa di maiwa: "
_SQL = "SELECT message FROM broadcasts"


@pytest.mark.parametrize(
    ("text", "by_when", "before"),
    [
        ("kumpulkan usulan paling lambat 12 Januari", "Selasa, 12 Januari 2027", False),
        ("rapat 5 januari jam 9 di kantor camat. setor daftar hadir sebelum tanggal 8 januari 2027", "Jumat, 8", True),
        ("batas akhir pengumpulan usulan hari Jumat, 15 Januari", "Jumat, 15 Januari 2027", False),
    ],
)
async def test_it_stands_on_the_card_and_in_the_copy(office: Office, text: str, by_when: str, before: bool) -> None:
    officer = await office.join("Hasnah", "bappeda")
    rahman = await office.join("Rahman", "fasilitator_desa", "73.16.01.2002")
    card = (await office.ask(officer, _TO + text, says("siaran_kartu", sebelum=before)))["text"]
    assert by_when in card.replace("sebelum ", "")
    await office.press(officer, words("tombol_siaran_kirim"), mentions("form.siaran_jumlah.jumlah.tanya"))
    await office.ask(officer, "1", mentions("siaran_siap"))
    await office.telegram.move_clock(by=61)
    await office.town.begin_again()
    copy = (await office.telegram.wait_for(rahman, says("siaran_isi", sebelum=before), since=0))["text"]
    assert by_when in copy


@pytest.mark.parametrize("text", ["rapat 5 januari jam 9 di kantor camat", "setor laporan paling lambat jumat"])
async def test_without_a_date_by_which_nothing_is_said_of_it(office: Office, text: str) -> None:
    officer = await office.join("Hasnah", "bappeda")
    await office.ask(officer, _TO + text, says("siaran_kartu", tenggat=""))


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("batasnya 15 Januari", "paling lambat Jumat, 15 Januari"),
        ("diundur, batas waktunya tanggal 18 januari", "paling lambat Senin, 18 Januari"),
        ("paling lambatnya jadi 20 januari ya", "paling lambat Rabu, 20 Januari"),
        ("deadlinenya salah, hari senin 18 januari", "paling lambat Senin, 18 Januari"),
    ],
)
async def test_it_is_put_right_by_its_name(office: Office, typed: str, now: str) -> None:
    """The day of the meeting beside it stays."""
    officer = await office.join("Hasnah", "bappeda")
    text = "rapat persiapan 5 januari jam 9. kumpulkan usulan paling lambat selasa, 12 Januari"
    await office.ask(officer, _TO + text, says("siaran_kartu"))
    await office.ask(officer, typed, says("siaran_kata_diubah"))
    message = (await office.town.rows(_SQL))[0][0]
    assert now.lower() in message.lower()
    assert "rapat persiapan 5 januari jam 9" in message
    await office.hears(officer, says("siaran_kartu"))


async def test_also_while_something_else_is_asked(office: Office) -> None:
    officer = await office.join("Hasnah", "bappeda")
    typed = "umumkan ke fasilitator desa: kumpulkan usulan paling lambat 12 Januari"
    await office.ask(officer, typed, mentions("form.siaran_tawaran.jadi.tanya"))
    await office.press(officer, "Langsung ke contohnya", mentions("form.siaran.tingkat.tanya"))
    changed = await office.ask(officer, "batasnya 15 Januari", says("siaran_kata_diubah"))
    assert "kumpulkan usulan paling lambat 15 Januari" in changed["text"]

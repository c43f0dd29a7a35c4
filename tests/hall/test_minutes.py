"""The berita acara of a meeting comes out of its own rows, by its button and by words; a paper is asked for by name."""

import pytest

from tests.browser.pictures import photo
from tests.support.halls import Meeting, text_of
from tests.support.screens import is_file
from tests.support.sentences import mentions, says, words


async def test_it_tells_who_came_and_each_result_with_its_reason(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.bring(2, "Jembatan gantung putus, anak sekolah memutar jauh.")
    await hall.bring(3, "Talud di tepi sungai runtuh.")
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", nomor="Maiwa 1"))
    await hall.press(words("hasil_tombol_lanjut"), says("hasil_tanya", nomor="Maiwa 2"))
    await hall.press(words("hasil_tombol_belum"), says("hasil_sebab_mana", nomor="Maiwa 2"))
    await hall.press(words("alasan.R07.tombol"), says("hasil_tanya", nomor="Maiwa 3"))
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir"))
    await hall.press(words("rapat_tombol_angka"), mentions("form.rapat_hadir.jumlah.tanya"))
    await hall.say("41 laki-laki, 34 perempuan", says("rapat_hadir", perempuan=34, laki=41))
    await hall.open()
    await hall.press(words("rapat_tombol_cetak"), says("rapat_cetak"))
    told = text_of(hall, await hall.press(words("lembar.berita_acara"), is_file(".pdf")))
    results = (("lanjut", 1), ("belum", 1))
    titles = [words("berita_acara.hasil", hasil=words(f"hasil_kata_{one}"), jumlah=many) for one, many in results]
    titles.append(words("berita_acara.hasil", hasil=words("berita_acara.belum_dicatat"), jumlah=1))
    assert [told.index(title) for title in titles] == sorted(told.index(title) for title in titles)
    assert all(one in told for one in ("75", "34", "41", "Jembatan gantung putus", words("berita_acara.pimpinan")))
    assert words("alasan.R07.teks")[:30] in told


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("cetak berita acara", "berita_acara"),
        ("tolong buatkan surat berita acaranya, mau diprint buat ditandatangani kades", "berita_acara"),
        ("kirim berita acaranya", "berita_acara"),
        ("tolong kirimkan notulen rapat", "berita_acara"),
        ("cetak daftar hadir", "hadir"),
        ("cetak undangan", "undangan"),
        ("sama daftar hadirnya mau kucetak", "hadir"),
    ],
)
@pytest.mark.parametrize("opened", [True, False])
async def test_a_paper_by_its_name_is_that_paper(hall: Meeting, said: str, name: str, *, opened: bool) -> None:
    await hall.invite("Ibu Sitti, PKK")
    if opened:
        await hall.open()
    else:
        await hall.say("/tugas", lambda message: True)
    sent = await hall.say(said, is_file(".pdf"))
    assert str(sent["caption"]).startswith(words(f"lembar.{name}"))


async def test_a_photo_is_the_paper_that_its_words_name(hall: Meeting) -> None:
    """On the day of the meeting, with nothing that asks for it."""
    await hall.say("/tugas", lambda message: True)
    await hall.office.photo(hall.leader, bytes(photo()["buffer"]), says("rapat_foto_disimpan"), caption="daftar hadir")
    assert await hall.town.rows("SELECT count(*) FROM attendance WHERE file_id IS NOT NULL") == [(1,)]

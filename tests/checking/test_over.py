"""A check that is over before it ends: its usulan was taken back, or somebody else changed or ended it; and what is
said of one whose proposer has no telephone."""

from bot.work.access import DELEGASI
from tests.checking.looking import TOLD, Looking
from tests.reading.test_titip import titip
from tests.support.client import labels
from tests.support.sentences import says, words


async def _take_back(quick: Looking) -> None:
    """Sitti wants nothing of hers to go on."""
    await quick.ask(quick.sitti, "/dataku", says("dataku"))
    await quick.press(quick.sitti, words("tombol_tarik"), says("yakin_tarik"))
    await quick.press(quick.sitti, words("tombol_tarik_usulan"), says("tarik_selesai"))
    assert await quick.stage() == "ditarik"


async def test_what_was_taken_back_is_not_looked_at_any_more(quick: Looking) -> None:
    await quick.give()
    await quick.fill()
    check = await quick.check()
    await quick.press(quick.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    await quick.press(quick.amir, words("uji_hasil_tidak"), says("form.uji_alasan.alasan.tanya"))
    await _take_back(quick)
    await quick.ask(quick.amir, "Tidak ada mata air di sana", says("uji_tutup"))
    for act in ("hasil", "putus", "isi"):
        rest = {"putus": ":sesuai", "isi": ":ukuran"}.get(act, "")
        assert words("tombol_lewat") == await quick.toast(quick.amir, f"cek:{act}:{check}{rest}"), act
    shown = await quick.press_data(quick.amir, f"cek:buka:{check}", says("uji_lembar", tutup=True))
    assert labels(shown) == []
    assert not any(text in says("uji_selesai") for text in quick.texts(quick.amir))
    assert await quick.town.rows("SELECT state FROM field_checks") == [("given",)]


async def test_what_was_taken_back_stands_beside_nobodys_tasks(quick: Looking) -> None:
    dira = await quick.join("Dira", DELEGASI)
    await quick.give()
    await quick.open()
    await quick.press(quick.rahman, words("utus_tombol"), says("utus_siapa", ada=True))
    await quick.press(quick.rahman, "Dira", says("utus_dicatat"))
    await _take_back(quick)
    for who, said in ((quick.amir, "uji_menunggu"), (dira, "utus_daftar")):
        await quick.ask(who, "/tugas", says("tugas_kosong"))
        await quick.ask(who, "/jadwal", says("jadwal_daftar"))
        assert not any(text in says(said) for text in quick.texts(who)), said


async def test_what_lacks_again_before_the_reason_is_written_is_said_and_not_that_it_is_over(quick: Looking) -> None:
    await quick.give()
    await quick.fill()
    await quick.press(quick.amir, words("uji_tombol_hasil"), says("uji_hasil_mana"))
    await quick.press(quick.amir, words("uji_hasil_tidak"), says("form.uji_alasan.alasan.tanya"))
    await quick.witness(1, "Lolo", "l", "warga", quick.rahman)
    lacks = [words("uji_kurang.saksi_perempuan")]
    await quick.ask(quick.amir, "Tidak ada mata air di sana", says("uji_belum_lengkap", kurang=lacks))
    await quick.ask(quick.amir, "/jadwal", says("jadwal_daftar"))
    assert not any(text in says("uji_tutup") for text in quick.texts(quick.amir))
    assert await quick.town.rows("SELECT state FROM field_checks") == [("given",)]


async def test_whoever_gave_it_is_not_told_that_somebody_without_a_telephone_was_asked(quick: Looking) -> None:
    await titip(quick, quick.rahman)
    await quick.tells(ukuran=TOLD["ukuran"])
    (row,) = await quick.town.rows("SELECT id FROM usulan WHERE typed_by IS NOT NULL")
    await quick.ask(quick.rahman, "/periksa", says("periksa_daftar_saya"))
    await quick.press_data(quick.rahman, f"u:uji:{row[0]}", says("uji_siapa"))
    who = f"Amir · {words('peran_fasilitator_desa')}"
    await quick.press(quick.rahman, who[:60], says("uji_diberikan", siapa="Amir"))
    await quick.hears(quick.amir, says("uji_diminta"))
    await quick.fill()
    await quick.end("berubah", "Jalannya 120 meter")
    await quick.hears(quick.rahman, says("uji_selesai_kabar", langsung=True, beda=[{"judul": "Ukurannya"}]))


async def test_whoever_wonders_at_what_was_seen_reads_what_stands_there_and_it_goes_on(quick: Looking) -> None:
    await quick.tells(ukuran=TOLD["ukuran"])
    typed = "maksudnya apa itu? saya kan bilang 200 meter kenapa jadi 120"
    await quick.give()
    await quick.fill()
    await quick.end("berubah", "Jalannya 120 meter")
    await quick.hears(quick.rahman, says("uji_selesai_kabar"))
    await quick.ask(quick.sitti, typed, says("usulan_kenapa_beda", alasan="Jalannya 120 meter", kepada="Rahman"))
    assert await quick.town.rows("SELECT words FROM questions") == [(typed,)]

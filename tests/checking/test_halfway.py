"""What was answered of an item stays when another one is opened; and pictures count as a point does."""

from bot.core.usulan.quality import MARKS
from tests.browser.pictures import photo
from tests.checking.looking import Looking, option, shows
from tests.support.client import labels
from tests.support.sentences import says, words


async def test_what_was_answered_of_an_item_is_kept_and_gone_on_with(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("ukuran")
    await quick.ask(quick.amir, "120 m", says("form.uji_silang.alat.tanya"))
    shown = await quick.see_place()
    assert any(text in says("uji_sebagian", isi="120 m") for text in quick.texts(quick.amir))
    assert (await quick.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "120"
    judul = words("uji_bagian.ukuran")
    assert words("uji_tombol_bagian", judul=judul, ada=False) in labels(shown)
    assert judul in (await quick.open_sheet())["text"].partition("Masih kurang")[2]
    check = await quick.check()
    await quick.press_data(quick.amir, f"cek:isi:{check}:ukuran", says("form.uji_silang.alat.tanya"))
    shown = await quick.press(quick.amir, option("alat", "meteran"), says("uji_lembar"))
    assert words("uji_tombol_bagian", judul=judul, ada=True) in labels(shown)
    kept = (await quick.findings())["ukuran"]
    assert (kept["ukuran"]["sizes"][0]["amount"], kept["alat"]["value"]) == ("120", "meteran")


async def test_pictures_that_were_sent_are_kept_before_the_button_is_pressed(quick: Looking) -> None:
    await quick.give()
    await quick.begin_item("foto")
    await quick.telegram.photo(quick.amir, bytes(photo(colour=(90, 140, 200))["buffer"]))
    await quick.hears(quick.amir, says("form.uji_silang.tinjau"))
    shown = await quick.measure()
    assert len((await quick.findings())["foto"]["foto"]) == 1
    assert shows(shown, "uji_lembar", kurang=[words("uji_kurang.foto_dua")])
    await quick.town.until("SELECT count(*) FROM media WHERE question = 'uji_foto'", 1)


async def test_a_witness_of_whom_only_the_name_is_told_is_none_yet(quick: Looking) -> None:
    await quick.give()
    await quick.see_place()
    await quick.measure()
    await quick.photograph()
    await quick.witness(2, "Sikki", "l", "adat")
    await quick.begin_item("saksi_1")
    await quick.ask(quick.amir, "Nurhayati", says("form.uji_silang.saksi_jenis.tanya"))
    check = await quick.check()
    lacks = [f"{words('uji_bagian.saksi_1')} (perempuan/laki-laki, dari pihak)"]
    await quick.press_data(quick.amir, f"cek:hasil:{check}", says("uji_belum_lengkap", kurang=lacks))
    assert (await quick.findings())["saksi_1"] == {"saksi_nama": {"text": "Nurhayati"}}
    jenis = says("form.uji_silang.saksi_jenis.tanya")
    await quick.press_data(quick.amir, f"cek:isi:{check}:saksi_1", jenis)
    await quick.press(quick.amir, option("saksi_jenis", "p"), says("form.uji_silang.saksi_pihak.tanya"))
    shown = await quick.press(quick.amir, option("saksi_pihak", "warga"), says("uji_lembar"))
    assert words("uji_tombol_hasil") in labels(shown)


async def test_what_is_whole_stays_when_it_is_begun_anew_and_left(quick: Looking) -> None:
    await quick.give()
    await quick.measure()
    await quick.begin_item("ukuran")
    await quick.ask(quick.amir, "90 m", says("form.uji_silang.alat.tanya"))
    await quick.see_place()
    assert any(text in says("uji_sebagian_tetap", isi="120 m, Meteran") for text in quick.texts(quick.amir))
    assert (await quick.findings())["ukuran"]["ukuran"]["sizes"][0]["amount"] == "120"


async def test_pictures_of_the_check_count_for_the_usulan_as_a_point_does(quick: Looking) -> None:
    await quick.ask_for("Foto")
    assert not MARKS["titik"](await quick.answers(), ())
    await quick.give()
    await quick.fill()
    await quick.end("sesuai")
    told = [{"judul": "Foto", "isi": "2 foto"}, {"judul": "Ukurannya"}]
    await quick.hears(quick.sitti, says("uji_kabar", tambahan=told))
    assert MARKS["titik"](await quick.answers(), ())
    assert await quick.states() == ["answered"], "nobody has to send a picture any more"
    pictures = await quick.town.rows("SELECT question FROM media WHERE kind <> 'voice'")
    assert pictures == [("uji_foto",)] * 2, "each is kept once"

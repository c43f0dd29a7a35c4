"""What is said beside an answer neither hides it nor becomes one; and what belongs to another question goes there."""

import shutil
from pathlib import Path

import pytest

from bot.catalog import load
from bot.catalog.problem import ContentProblems
from tests.listening.hearing import heard
from tests.listening.moments import Moment, line
from tests.support.content import CONTENT, catalog_of


@pytest.mark.parametrize(
    ("at", "text", "values"),
    [
        ("jumlah", "yg ambil air disitu tujuh belas orang ji bu, ibu2 semua tiap pagi", {"jumlah": "17"}),
        ("jumlah", "34 mi sekarang kk nya dulu 40, banyak pergi malaysia", {"jumlah": "KK34"}),
        ("jumlah", "15 rumah tangga, anak sekolah yang paling susah", {"jumlah": "KK15", "merasakan": "anak"}),
        ("jumlah", "Sebelas kepala keluarga, termasuk dua janda tua yang rumahnya bocor.", {"jumlah": "KK11"}),
        ("jumlah", "80 orang, tapi bukan 80 KK, maksudnya 54 orang", {"jumlah": "54"}),
        ("jumlah", "17 rumah ji, ada yg dua keluarga di dalam", {"jumlah": "R17"}),
        ("jumlah", "sekitar 40 pemetik", {"jumlah": "~40"}),
        ("jumlah", "kita ber 12 ji", {"jumlah": "12"}),
        ("jumlah", "bapak2nya 34 mama2nya 41", {"jumlah": "L34 P41"}),
        ("kurang_mampu", "tujuh kk. dua di antaranya sdh tua sekali mi", {"kurang_mampu": "KK7"}),
        ("ukuran", "6 kali 9 meter lapaknya, dulu 4x6 ji itu sebelum terbakar", {"ukuran": "6 m x 9 m"}),
        ("ukuran", "lebar 3 meter biar motor papasan, panjangnya belum pi kutau", {"ukuran": "l 3 m"}),
        ("ukuran", "lewat 400 meter itu, kutempuh setengah jam", {"ukuran": ">400 m"}),
        ("ukuran", "lebih dari 2 km hancur, ban motorku 2 kali mi ganti", {"ukuran": ">2 km"}),
        ("ukuran", "pelatihan 3 hari", {"ukuran": "3 hari"}),
        ("ukuran", "bak 3x3x2", {"ukuran": "3 m x 3 m x 2 m"}),
        ("ukuran", "45 x 3 x 20 pak", {}),
        ("uang", "20 ribu satu pohon bibitnya", {}),
        ("waktu", "tgl 3 des stngah 2 siang", {"waktu": "2026-12-03 13:30"}),
        ("jumlah", "satu rt itu isinya 28 kk, ada 2 rt kena", {}),
        ("jumlah", "ada 2 rt, satu rt 30 kk", {}),
        ("jumlah", "20 orang laki-laki, sisanya perempuan", {}),
        ("jumlah", "19 kk, maksudnya kepala keluarga, bukan orang", {"jumlah": "KK19"}),
        ("kurang_mampu", "yang terima PKH delapan keluarga, selebihnya adaji kebunnya", {"kurang_mampu": "KK8"}),
        ("ukuran", "50 meter eh bukan, 70 meter pi baru sampai di jembatan", {"ukuran": "70 m"}),
        ("merasakan", "ibu2 sama balita. semuanya 45 orang", {"merasakan": "balita,ibu", "jumlah": "45"}),
        ("merasakan", "semuanya 45 orang", {"merasakan": "semua", "jumlah": "45"}),
        ("merasakan", "anak bayi dengan mamanya", {"merasakan": "balita,ibu"}),
        ("jumlah", "40 orang di dekat pasar", {"jumlah": "40"}),
        ("jumlah", "tiga kelompok, satu kelompok 15 orang, jadi 45 orang", {"jumlah": "45"}),
        ("jumlah", "90 orang 20 KK. tulis dulu itu", {"jumlah": "90 KK20"}),
        ("jumlah", "adek bilang 18 tapi kata bapak sdh 22 orang. catat 22", {"jumlah": "22"}),
        ("ukuran", "panjang 60 m lebar 3 m, untuk 80 orang", {"ukuran": "p 60 m x l 3 m", "jumlah": "80"}),
        ("ukuran", "barangkali 30 depa", {}),
        ("merasakan", "anak2 sama nenek nenek", {"merasakan": "anak,lansia"}),
        ("harapan", "yang paling merasakan itu petani", {"merasakan": "tani"}),
        ("patokan", "80 kk pak yg pakai", {"jumlah": "KK80"}),
        ("patokan", "dekat mesjid, yang kena 30 kk", {"patokan": "*", "jumlah": "KK30"}),
        ("patokan", "yg paling susah itu lansia sama yg difabel", {"merasakan": "disabilitas,lansia"}),
        ("jumlah", "Anggota kami 25. cuma yang di seberang kali itu sembilan orang ji, jadi tulis mi sembilan", {}),
        ("ukuran", "talud di pinggir kali itu tingginya tiga meter panjangnya 45 meter", {"ukuran": "p 45 m x t 3 m"}),
        ("patokan", "dekat mesjid, 50 meter", {"patokan": "*"}),
        ("lokasi", "di belakang pustu, samping kuburan", {"patokan": "*"}),
        ("lokasi", "depan rumah pak kadus", {"patokan": "*"}),
        ("lokasi", "di rumahka sekarang", {}),
        ("lokasi", "sebelah sana", {}),
        ("waktu", "besok jam 2 siang abis jumatan", {"waktu": "2026-11-27 14:00"}),
        ("waktu", "jam 9 habis zuhur", {}),
        ("waktu", "Besokmi jam 2 siang", {"waktu": "2026-11-27 14:00"}),
        ("waktu", "minggu pagi stengah 10", {"waktu": "2026-11-29 09:30"}),
    ],
)
def test_the_answer_is_heard_and_nothing_else_is_taken(at: str, text: str, values: dict[str, str]) -> None:
    assert heard(at, text).values == values


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("masih", "masih ji, mau kemana lagi", "ya"),
        ("batal", "iye yakin ma, capekka", "ya"),
        ("nama_baru", "io memang begitu mi namanya dari nenek2 dulu", "ya"),
        ("setuju", "Baik, saya menyetujuinya Nak.", "ya"),
        ("setuju", "tidak usah pale takutka", "tidak"),
        ("setuju", "Silakan, tidak apa-apa", "ya"),
        ("setuju", "tdk mau ka nanti dipake macam2", "tidak"),
        ("kosong", "baraka 42 sampai mana", "tanya_status"),
    ],
)
def test_a_yes_or_a_no_goes_on(at: str, text: str, act: str) -> None:
    assert heard(at, text).acts == {act}


@pytest.mark.parametrize("at", ["tinjau", "harapan", "alasan"])
@pytest.mark.parametrize(
    "text",
    [
        "eh salah ka bukan 25 orang tapi 35 terus panjangnya bukan 120 tapi 200 meter",
        "bukan 25 tapi 35 orang, panjangnya bukan 120 tapi 200 meter",
    ],
)
def test_two_numbers_are_put_right_in_one_sentence(at: str, text: str) -> None:
    told = heard(at, text, "jumlah=25", "ukuran=p 120 m")
    assert (told.values, told.acts) == ({"jumlah": "35", "ukuran": "p 200 m"}, {"koreksi"})


def test_where_one_of_two_is_not_clear_the_other_is_done_and_it_is_asked_about() -> None:
    text = "bukan 25 tapi 35 orang, bukan 77 tapi 78"
    moment = Moment(catalog_of(), line("tinjau", text, "jumlah=25", "ukuran=p 120 m"))
    step = moment.say(text)
    assert heard("tinjau", text, "jumlah=25", "ukuran=p 120 m").values == {"jumlah": "35"}
    assert step.state.answers["juga"].value["text"] == "bukan 77 tapi 78"
    assert "mesin.ralat_yang_mana" in str([say.lead for say in step.say])


@pytest.mark.parametrize("text", ["blablabla", "apa kita bilang itu", "iya, tapi dusunnya lain"])
def test_words_that_name_no_place_do_not_throw_the_last_one_away(text: str) -> None:
    moment = Moment(catalog_of(), line("masih", text))
    step = moment.say(text)
    assert step.state.pending["given"] == moment.state.pending["given"]


def test_what_was_counted_is_no_part_of_the_landmark() -> None:
    moment = Moment(catalog_of(), line("patokan", "dekat mesjid, yang kena 30 kk"))
    step = moment.say(moment.line.text)
    assert step.state.answers["patokan"].value == {"text": "dekat mesjid"}


def test_words_for_where_have_a_question(tmp_path: Path) -> None:
    """A form that sends them to a question it does not have is found."""
    copied = shutil.copytree(CONTENT, tmp_path / "content")
    form = copied / "formulir/usulan.toml"
    form.write_text(form.read_text(encoding="utf-8").replace('kata_ke = "patokan"', 'kata_ke = "patokannya"'), "utf-8")
    with pytest.raises(ContentProblems, match="patokannya"):
        load(copied, "73.16")

"""What longer words come to at last, and what is taken back in the same breath: a yes, a no, a place, a number, an
option; and what must not be taken so."""

import pytest

from bot.core.listening.acts import Ear
from bot.core.listening.shapes import Situation
from tests.listening.hearing import heard
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of

_BULE = ("kecamatan=Malua", "desa=Tallung Tondok", "dusun=Bule")


def _told(at: str, text: str, *before: str) -> dict[str, object]:
    """What stands in the record afterwards, of what was not there, or not so."""
    moment = Moment(catalog_of(), line(at, text, *before))
    step = moment.say(text)
    was = {key: answer.value for key, answer in moment.state.answers.items()}
    return {key: one.value for key, one in step.state.answers.items() if was.get(key) != one.value and key != "juga"}


_WHY = "sudah dibacakan anak saya dari atas sampai bawah dan untuk kepentingan kampung juga semuanya"
_TIPU = "aduh saya takut soal data begini, kemarin tetangga saya ditipu lewat hp habis uangnya empat juta"
_NEW = "dusun itu memang dimekarkan dua tahun lalu sk nya sudah keluar dari bupati kepala dusunnya juga sudah dilantik"


@pytest.mark.parametrize(
    ("where", "text", "act"),
    [
        ("consent", f"{_WHY} tidak ada yang berat menurut saya karena itu bagus jadi silakan disimpan", "ya"),
        ("consent", f"{_TIPU}, jadi maaf bukan tidak percaya tapi saya tidak bersedia disimpan", "tidak"),
        ("consent", f"{_TIPU} tapi itu lain orang pak, asal namaku tidak disebut jadi silakan disimpan", ""),
        ("review", f"{_WHY} tidak ada yang keliru jadi sudah bisa dikirim ke kantor", "kirim"),
        ("review", f"{_WHY} tapi jumlah orangnya harusnya empat lima jadi kirim mi", ""),
        ("review", f"{_WHY} jadi jangan dulu dikirim ke kantor kalau begitu", ""),
        ("still", "itu tempat yang dulu waktu hp ini masih dipakai adik saya di sana jadi bukan di situ", "tidak"),
        ("yes_no", f"{_NEW} jadi betul mi namanya begitu", "ya"),
        (
            "cancel",
            "iya dibatalkan saja pak, ternyata tadi kepala dusun bilang sudah mengusulkan jembatan itu juga",
            "ya",
        ),
        ("cancel", "iya batalkan mi, eh tapi tunggu dulu saya tanya dulu istriku apa mau dilanjut atau bagaimana", ""),
        ("closed", "kameranya sudah buram jatuh di sawah gelap semua kelihatan lanjut saja tanpa foto", "lewati"),
        ("closed", "lagi di pinrang jemput anak nanti malah tercatat pinrang dilewati saja pertanyaan ini", "lewati"),
        ("closed", "tidak ada sinyal di gunung sana jadi lewati mi", "lewati"),
        ("closed", "jalan ke kebun rusak parah semua orang susah jadi lewat saja susah", ""),
        ("closed", "40 orang semua di dusun kami kena dampaknya jadi lanjut saja", ""),
        ("closed", "tidak ada pak sinyal mi pak di gunung ji sana pak bu ada 40 orang jadi lewati mi", ""),
        ("idle", "sudah tdk mau lagi ikut2, tolong semua yg saya pernah tulis di sini dihapus", "hapus_data"),
        ("idle", "batal mi semuanya pak, minta tolong semua yang pernah kutulis dihapus", "hapus_data"),
        ("idle", "sampah di pinggir jalan yang saya tulis kemarin belum dibuang sama petugas sampai sekarang", ""),
    ],
)
def test_long_words_come_to_an_act(ear: Ear, where: Situation, text: str, act: str) -> None:
    done = {one.name for one in ear.hear(text, where).done}
    assert done & {"ya", "tidak", "kirim", "lewati", "hapus_data"} == ({act} if act else set())


@pytest.mark.parametrize("text", ["nda ada", "tidak ada", "te'da", "tdk ada pak", "tidak adaji"])
def test_none_of_the_poor_is_none(text: str) -> None:
    assert heard("kurang_mampu", text).values == {"kurang_mampu": "KK0"}


@pytest.mark.parametrize("text", ["nda ada datanya", "tidak punya", "belum ada data"])
def test_of_what_nobody_knows_no_number_is_made(text: str) -> None:
    assert "KK0" not in heard("kurang_mampu", text).values.values()


@pytest.mark.parametrize(
    ("at", "text", "name"),
    [
        (
            "kecamatan",
            "dulu kami ikut alla sesudah pemekaran kami dipindah jadi yang sekarang ditulis baroko saja",
            "Baroko",
        ),
        (
            "kecamatan",
            "yang paling atas itu nak, dingin, orang sering kira Alla padahal bukan, Masalle namanya",
            "Masalle",
        ),
        ("kecamatan", "Masalle, jangan dikira Alla", "Masalle"),
        ("kecamatan", "jangan dikira Alla, kami ini Masalle", "Masalle"),
        ("kecamatan", "longsor di jalan sana waktu hujan kemarin jadi Baroko terputus", ""),
        ("kecamatan", "kampung di dekat sana itu Alla namanya", ""),
    ],
)
def test_the_place_it_comes_to_is_taken_and_none_that_is_only_compared(at: str, text: str, name: str) -> None:
    found = _told(at, text).get(at)
    assert (found or {"name": ""})["name"] == name  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "dusun"),
    [
        ("Sekolah. Oh iya dusunnya tadi saya tulis Bule, yang betul Biak", "Biak"),
        ("Sekolah. dusunnya bukan Bule, Biak", "Biak"),
        ("Sekolah. dusun kami bukan miskin", ""),
    ],
)
def test_an_answer_has_a_named_correction_behind_it(text: str, dusun: str) -> None:
    told = _told("kategori", text, *_BULE)
    assert told["kategori"]["value"] == "sekolah"  # type: ignore[index]
    assert (told.get("dusun") or {"name": ""})["name"] == dusun  # type: ignore[index]


def test_the_wider_place_is_put_right_beside_the_answer() -> None:
    text = "Salukanan. Tapi bukan Malua kecamatannya, Baraka ki, salah kupencet tadi"
    told = _told("desa", text, "kecamatan=Malua")
    assert {key: told[key]["name"] for key in ("kecamatan", "desa")} == {  # type: ignore[index]
        "kecamatan": "Baraka",
        "desa": "Salukanan",
    }


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("merasakan", "petani, eh bukan, yang betul anak muda yg putus sekolah itu, petani urusan lain", "muda"),
        ("merasakan", "ibu hamil, petani. eh bukan petani, lansia", "ibu,lansia"),
        ("merasakan", "petani dan lansia, eh bukan lansia", "tani"),
        ("merasakan", "petani dan lansia, eh bukan, anak muda", ""),
        ("merasakan", "petani eh sama anak muda juga", "muda,tani"),
        ("jumlah", "80. eh bukan 80, 18 orang, salah jari", "18"),
        ("jumlah", "12 kk eh 13", "KK13"),
        ("kurang_mampu", "12 kk eh 13, lupa kuhitung mertuaku", "KK13"),
        ("ukuran", "200 meter eh 250, lupa kuhitung tikungan", "250 m"),
        ("uang", "empat puluh juta, eh seratus empat puluh maksudku, ketinggalan seratusnya", "140000000"),
        ("uang", "40 juta eh 45", "45000000"),
        ("ukuran", "jembatan itu dulu bagus kayunya sekarang lapuk, jadi 1 meter saja bisa diinjak", ""),
        ("uang", "40 juta, eh 50 ribu", "50000"),
        (
            "uang",
            "tahun lalu habis enam puluh juta waktu semen masih murah, yang sekarang kami minta 85 juta",
            "85000000",
        ),
    ],
)
def test_what_is_taken_back_beside_itself_is_none_of_it(at: str, text: str, value: str) -> None:
    assert heard(at, text).values.get(at, "") == value


@pytest.mark.parametrize(
    "text", ["yg rapat kelurahan itu jadinya kapan? belum ada undangan sampai sama saya", "kapan rapatnya?"]
)
def test_who_asks_when_does_not_say_that_nobody_knows(text: str) -> None:
    assert "tidak_tahu" not in heard("waktu", text).acts

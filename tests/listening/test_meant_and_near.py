"""What is meant among several things that are said: figures one by one, the place that is proposed for, what is taken
back, what only makes sure; and what must not be taken so."""

import pytest

from bot.core.forms.say import Step
from tests.listening.hearing import heard
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of

_KALOSI = ("kecamatan=Alla", "desa=Kalosi")
_BONTO = ("kecamatan=Malua", "desa=Bonto")


def _step(at: str, text: str, *before: str) -> Step:
    moment = Moment(catalog_of(), line(at, text, *before))
    return moment.say(text)


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("jumlah", "dua lima orang", "25"),
        ("jumlah", "perempuannya tiga tujuh, laki-lakinya empat dua", "L42 P37"),
        ("jumlah", "tujuh lima orang semua", "75"),
        ("kurang_mampu", "empat satu KK", "KK41"),
        ("jumlah", "dua tiga orang", "2-3"),
        ("jumlah", "delapan sembilan", "8-9"),
        ("jumlah", "lima sepuluh orang", "5-10"),
        ("jumlah", "laki2 dua lima perempuan", ""),
        ("jumlah", "anak tiga dua orang tua", ""),
        ("jumlah", "setengah lusin orang", "6"),
        ("jumlah", "satu setengah lusin", "18"),
        ("jumlah", "di atas 70, ndak mungkin kurang", ">70"),
        ("jumlah", "tdk mungkin kurang dari 100", ">100"),
        ("jumlah", "kurang dari 20, tidak mungkin lebih", "<20"),
        ("jumlah", "bertiga ja, saya sama dua kakakku", "3"),
    ],
)
def test_how_many_are_told(at: str, text: str, told: str) -> None:
    assert heard(at, text).values.get(at, "") == told


@pytest.mark.parametrize(
    ("at", "before", "text", "values"),
    [
        ("kecamatan", (), "saya orang alla tapi usulannya untuk curio", {"kecamatan": "Curio"}),
        ("kecamatan", (), "rumahku di anggeraja, yg kuusulkan ini di masalle", {"kecamatan": "Masalle"}),
        ("kecamatan", (), "bungin itu kampungnya bapakku, kalau saya di cendana", {"kecamatan": "Cendana"}),
        ("kecamatan", (), "baraka.. bukan, itu tempat kerjaku. Curio", {"kecamatan": "Curio"}),
        ("kecamatan", (), "saya di Alla, itu kampungnya bapakku", {"kecamatan": "Alla"}),
        ("kecamatan", (), "saya orang Enrekang, kampungnya istriku di Maiwa", {}),
        ("kecamatan", (), "baraka, iye baraka mi", {"kecamatan": "Baraka"}),
        ("kecamatan", (), "kecamatan malua, kelurahan malua", {"kecamatan": "Malua", "desa": "Malua"}),
        ("desa", ("kecamatan=Maiwa",), "sy orang Tuncung tapi ini kuusulkan untuk Boiya", {"desa": "Boiya"}),
        ("desa", ("kecamatan=Curio",), "yg pema", {"desa": "Buntu Pema"}),
        ("desa", ("kecamatan=Curio",), "yang baru", {}),
        ("dusun", _KALOSI, "selatan pak", {}),
        ("nama_baru", _BONTO, "harusnya Buntu Lamba", {"dusun": "Buntu Lamba"}),
        ("nama_baru", _BONTO, "jempolku salah pencet, Buntu Lamba itu", {"dusun": "Buntu Lamba"}),
    ],
)
def test_the_place_that_is_meant_is_taken(at: str, before: tuple[str, ...], text: str, values: dict[str, str]) -> None:
    assert heard(at, text, *before).values == values


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Buntu Padang, dusun baru", "Buntu Padang"),
        ("Buntu Padang itu dusun pecahan Lembong", "Buntu Padang"),
        ("dusun baru Buntu Padang, hasil pemekaran", "Buntu Padang"),
        ("dusun Baru Jaya", "Baru Jaya"),
        ("dusun baru", ""),
    ],
)
def test_what_a_new_dusun_is_like_is_not_its_name(text: str, name: str) -> None:
    assert heard("dusun", text).proposed == name


@pytest.mark.parametrize("text", ["Tanete Ruru yg benar", "yang benar Tanete Ruru", "bukan itu, Tanete Ruru"])
def test_another_name_waits_instead(text: str) -> None:
    waits = _step("nama_baru", text, *_BONTO).state.pending["confirm"]
    assert waits["value"]["name"] == "Tanete Ruru"


@pytest.mark.parametrize("text", ["iya benar Buntu Lepong Baru", "benar itu", "betul"])
def test_a_yes_to_the_name_that_waits_stays_one(text: str) -> None:
    assert heard("nama_baru", text).acts == {"ya"}


@pytest.mark.parametrize(
    ("at", "text", "acts"),
    [
        ("batal", "ndak jadi mi dibatalkan pak", {"tidak"}),
        ("batal", "tidak jadi membatalkan", {"tidak"}),
        ("batal", "tidak jadi mengusul", {"ya"}),
        ("batal", "tidak jadi", set()),
        ("lokasi", "lusa baru ke sana ka", {"nanti"}),
        ("foto", "besok pagi sy ke sana", {"nanti"}),
        ("lokasi", "lagi di makassar ka, lewati mi", {"lewati"}),
        ("patokan", "ndak tau pak, jarang ke situ", {"tidak_tahu"}),
        ("desa", "usulnya pak imam ini, kutanya dulu", {"nanti"}),
        ("ukuran", "kalau 100 meter berapa biayanya?", {"tanya_biaya"}),
    ],
)
def test_an_act_is_one_with_its_reason(at: str, text: str, acts: set[str]) -> None:
    found = heard(at, text)
    assert not found.values
    assert found.acts == acts or (found.acts == {"lewati"} and "tidak_tahu" in acts)


@pytest.mark.parametrize(
    ("at", "text", "values"),
    [
        ("patokan", "dekat masjid, jarang ka ke situ", {"patokan": "*"}),
        ("lokasi", "depannya kantor desa", {"patokan": "*"}),
        ("lokasi", "di lokasinya, setelah jembatan", {}),
        ("jumlah", "27 KK, kutanya dulu pak RT", {"jumlah": "KK27"}),
        ("desa", "Boiya, kutanya dulu dusunnya", {"desa": "Boiya"}),
        ("ukuran", "50 meter, berapa biayanya itu?", {"ukuran": "50 m"}),
        ("ukuran", "100 meter.. salah, 150 meter", {"ukuran": "150 m"}),
        ("ukuran", "2 km, bukan, terlalu panjang itu, 1 km saja", {"ukuran": "1 km"}),
        ("ukuran", "18 meter, bukan 80", {"ukuran": "18 m"}),
        ("waktu", "minggu depan pak, rabunya jam 9", {"waktu": "2026-12-02 09:00"}),
        ("waktu", "minggu depan saja", {}),
        ("kurang_mampu", "20 kk itu semua yg kena, yg miskin 5", {"jumlah": "KK20", "kurang_mampu": "KK5"}),
        ("jumlah", "yang merasakan semua, 20 KK", {"merasakan": "semua", "jumlah": "KK20"}),
    ],
)
def test_what_is_told_beside_it_is_not_lost(at: str, text: str, values: dict[str, str]) -> None:
    assert heard(at, text).values == values


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("kategori", "jembatan masuk jalan toh?", "jalan"),
        ("kategori", "puskesmas ikut kesehatan ya kan?", "kesehatan"),
        ("merasakan", "ibu-ibu toh?", "ibu"),
        ("kategori", "jembatan itu ikut jalan?", ""),
        ("kategori", "apa jembatan ikut jalan?", ""),
        ("kategori", "jembatan itu ikut jalan atau apa?", ""),
        ("kategori", "air untuk sawah", "air"),
        ("kategori", "untuk sekolah", "sekolah"),
        ("merasakan", "semua, tidak pilih-pilih", "semua"),
    ],
)
def test_an_option_is_named_by_what_it_is(at: str, text: str, value: str) -> None:
    assert heard(at, text).values.get(at, "") == value

"""What is told late, put right or told beside an answer, by classes of one more set: what was forgotten, the
number that is the right one, what stands below, what it costs, a yes with more behind it."""

import pytest

from bot.core.listening.acts import Ear
from tests.listening.hearing import heard

TANGRU = ("kecamatan=Malua", "desa=Tangru")
TAULAN = ("kecamatan=Cendana", "desa=Taulan")


def values(at: str, text: str, *before: str) -> dict[str, str]:
    return heard(at, text, *before).values


@pytest.mark.parametrize(
    "text",
    [
        "yg kurang mampu 11 kk, blm sy tulis td",
        "yang kurang mampu 11 KK, belum kutulis tadi",
        "kurang mampu 11 kk, tadi belum saya sebut",
        "yg miskin 11 kk, blm kubilang td",
        "tadi belum ka catat, yang kurang mampu 11 kk",
        "yang miskin 11 kk, lupa sy tulis td",
        "kurang mampu 11 kk, belum sempat kuisi tadi",
        "belum saya bilang td, kurang mampu 11 kk",
    ],
)
def test_what_was_not_told_yet_is_told_now(text: str) -> None:
    assert values("lokasi", text) == {"kurang_mampu": "KK11"}


@pytest.mark.parametrize(
    "text",
    ["yang belum saya tulis 11 kk", "belum saya tulis yang kurang mampu", "11 kk belum punya wc"],
)
def test_what_is_not_told_yet_is_no_answer(text: str) -> None:
    assert values("lokasi", text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "yg kurang mampu ternyata 14 kk, baru sy tanya pak dusun",
        "yang kurang mampu ternyata 14 kk",
        "ternyata yang kurang mampu 14 kk",
        "keluarga kurang mampu ternyata 14",
        "kk miskin ternyata 14",
        "rupanya yang miskin 14 kk, baru dihitung",
        "yang tidak mampu rupanya 14 kk",
        "yg miskin ternyata ada 14 kk",
    ],
)
def test_the_poor_that_turn_out_to_be_more_are_put_right(text: str) -> None:
    assert values("harapan", text, "kurang_mampu=KK12") == {"kurang_mampu": "KK14"}


@pytest.mark.parametrize(
    "text",
    [
        "ternyata miskin semua di sini, 14 kk tidak punya wc",
        "warga miskin di sini ternyata harus bayar 5 ribu",
        "yang kurang mampu ternyata banyak sekali",
        "keluarga kurang mampu ternyata 3 tahun tidak dapat bantuan",
    ],
)
def test_what_turns_out_in_a_story_is_told(text: str) -> None:
    assert values("alasan", text, "kurang_mampu=KK12") == {"alasan": "*"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kurang itu 3 unit. 5 unit yg betul", "5 unit"),
        ("5 unit yg betul", "5 unit"),
        ("3 unit itu kurang, 5 unit yang betul", "5 unit"),
        ("yang betul 5 unit", "5 unit"),
        ("masih kurang 3 unit, yang benar 5 unit pak", "5 unit"),
        ("6 unit yang benar bu", "6 unit"),
        ("3 unit kurang itu, 4 unit yang benar", "4 unit"),
        ("5 unit pak yang betul", "5 unit"),
    ],
)
def test_a_number_that_is_the_right_one_is_put_right(text: str, told: str) -> None:
    assert values("alasan", text, "ukuran=3 unit") == {"ukuran": told}


@pytest.mark.parametrize(
    "text",
    [
        "5 unit yang betul-betul rusak",
        "karena cuma 5 unit yang benar jalan, lainnya rusak",
        "2 unit rusak. 5 unit yg betul",
        "5 unit untuk anak sekolah",
    ],
)
def test_a_number_that_tells_why_is_the_reason(text: str) -> None:
    assert values("alasan", text, "ukuran=3 unit") == {"alasan": "*"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("di bawahnya 15 kk", "KK15"),
        ("dibawahnya 15 kk", "KK15"),
        ("di atasnya 15 kk", "KK15"),
        ("diatasnya 15 kk", "KK15"),
        ("15 kk di bawahnya", "KK15"),
        ("rumah di bawahnya 15 kk", "KK15"),
        ("di bawahnya ada 15 kk", "KK15"),
        ("yang di atasnya 15 kk", "KK15"),
        ("di bawah 15 kk", "KK<15"),
        ("di atas 15 kk", "KK>15"),
        ("dibawah 15 kk", "KK<15"),
    ],
)
def test_what_stands_below_it_is_no_bound(text: str, told: str) -> None:
    assert values("jumlah", text) == {"jumlah": told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("jln tani mi itu sj", "jalan"),
        ("jln tani", "jalan"),
        ("jln kebun ji", "jalan"),
        ("jl tani pak", "jalan"),
        ("jln usaha tani", "jalan"),
        ("lalan tani mi", "jalan"),
        ("jlan tani saja", "jalan"),
        ("jl kebun itu", "jalan"),
    ],
)
def test_a_farm_road_is_a_road_however_it_is_spelt(text: str, told: str) -> None:
    assert values("kategori", text) == {"kategori": told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("p 200 l 3, yg pakai 45 orang", {"ukuran": "p 200 m x l 3 m", "jumlah": "45"}),
        ("panjang 200 lebar 3, yang pakai 45 orang", {"ukuran": "p 200 m x l 3 m", "jumlah": "45"}),
        ("yg pakai 45 orang, p 200 l 3", {"ukuran": "p 200 m x l 3 m", "jumlah": "45"}),
        ("p 200 l 3. 45 orang", {"ukuran": "p 200 m x l 3 m", "jumlah": "45"}),
        ("p 60 t 2, yg kena 12 kk", {"ukuran": "p 60 m x t 2 m", "jumlah": "KK12"}),
        ("pjg 80 lbr 2, yg lewat 30 orang", {"ukuran": "p 80 m x l 2 m", "jumlah": "30"}),
        ("yg pakai 45 orang", {"jumlah": "45"}),
        ("L 20 P 25 orang yang pakai", {"jumlah": "L20 P25"}),
    ],
)
def test_a_size_is_kept_beside_those_who_use_it(text: str, told: dict[str, str]) -> None:
    assert values("ukuran", text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("7 kk. ukurannya yg td lupa, 150 meter", "150 m"),
        ("7 kk, ukurannya lupa tadi, 150 m", "150 m"),
        ("7 kk. ukurannya 150 meter", "150 m"),
        ("7 kk. panjangnya 150 meter", "p 150 m"),
        ("7 kk, panjangnya 90 m", "p 90 m"),
        ("7 kk, ukurannya belum tahu, kira2 150 meter", "~150 m"),
        ("7 kk, ukurannya lupa", "tidak tahu"),
        ("7 kk. ukurannya tidak kutahu", "tidak tahu"),
    ],
)
def test_a_size_that_was_forgotten_is_told_behind_the_poor(text: str, told: str) -> None:
    assert values("kurang_mampu", text) == {"kurang_mampu": "KK7", "ukuran": told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tenaga sama bahan ada. oh iya yg kurang mampu 9 kk", {"sumbangan": "bahan,tenaga", "kurang_mampu": "KK9"}),
        ("tenaga, yang kurang mampu 9 kk", {"sumbangan": "tenaga", "kurang_mampu": "KK9"}),
        ("tenaga. kurang mampu 9 kk", {"sumbangan": "tenaga", "kurang_mampu": "KK9"}),
        ("bahan saja. yg miskin 9 kk", {"sumbangan": "bahan", "kurang_mampu": "KK9"}),
        ("tenaga, yang pakai 40 orang", {"sumbangan": "tenaga"}),
        ("tenaga dari 40 orang", {"sumbangan": "tenaga"}),
    ],
)
def test_the_poor_are_told_though_they_were_passed_over(text: str, told: dict[str, str]) -> None:
    found = values("sumbangan", text)
    assert {key: value for key, value in found.items() if key != "juga"} == told


@pytest.mark.parametrize(
    "text",
    [
        "dsn klawean, patokannya dekat masjid nurul huda",
        "dsn kalawean, dekat masjid nurul huda",
        "kalawean, dekat masjid nurul iman",
        "kalawean, di samping rumah pak imam desa",
        "kalawean, dekat kuburan cina",
        "dusun kalawean, dekat pasar",
        "kalawean, di belakang sd 45",
        "kalawean dekat masjid raya",
    ],
)
def test_a_landmark_stands_beside_its_dusun(text: str) -> None:
    assert values("dusun", text, *TANGRU) == {"dusun": "Kalawean", "patokan": "*"}


@pytest.mark.parametrize("text", ["kalawean, jalan rusak dekat masjid nurul huda", "kalawean saja"])
def test_what_tells_more_is_no_landmark(text: str) -> None:
    assert values("dusun", text, *TANGRU) == {"dusun": "Kalawean"}


@pytest.mark.parametrize("lead", ["oh iya", "oh ya", "o iya", "oh", "oiya", "eh iya", "maaf", ""])
def test_another_dusun_is_named_behind_a_word_of_surprise(lead: str) -> None:
    assert values("jumlah", f"{lead} dusunnya kabere".strip(), *TAULAN) == {"dusun": "Kabere"}


@pytest.mark.parametrize("text", ["oh iya 40 orang", "oh iya, jumlahnya 40"])
def test_a_word_of_surprise_changes_no_answer(text: str) -> None:
    assert values("jumlah", text, *TAULAN) == {"jumlah": "40"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kumpulnya selasa jam 2 siang, konsumsinya 750rb", "2026-12-01 14:00"),
        ("selasa jam 2 siang, konsumsi 750 ribu", "2026-12-01 14:00"),
        ("selasa 1 desember jam 9 pagi, biayanya 500 ribu untuk konsumsi", "2026-12-01 09:00"),
        ("besok jam 9 pagi, biayanya 1,5 juta", "2026-11-27 09:00"),
        ("senin depan jam 8 pagi. makan minum 2 jt", "2026-11-30 08:00"),
        ("besok jam 10 pagi, uang makannya 25 ribu per orang", "2026-11-27 10:00"),
        ("besok jam 9, bukan 500 ribu", None),
        ("750 ribu", None),
    ],
)
def test_what_a_meeting_costs_is_no_hour(text: str, told: str | None) -> None:
    assert values("waktu", text).get("waktu") == told


@pytest.mark.parametrize(
    "text",
    [
        "iye setuju. sy dari kec curio desa mandalan",
        "boleh pak. jalan di kampungku rusak parah",
        "iya pak. rusak jalan ke kebun",
        "setuju. kami dari dusun Kabere",
        "iye. saya dari desa Mandalan",
        "boleh ji. air di kampung kering",
        "bersedia. saya kader posyandu di Boiya",
        "oke setuju. jembatan di kampung sudah putus",
    ],
)
def test_a_yes_is_heard_before_what_is_told(ear: Ear, text: str) -> None:
    acts = ear.hear(text, "consent")
    assert [act.name for act in acts.done] == ["ya"]
    assert acts.left == text.partition(". ")[2]


@pytest.mark.parametrize(
    "text",
    [
        "iyo nenek mau katanya asal jangan disebut namanya",
        "iye mamaku mau katanya",
        "iya bapakku setuju katanya",
        "iye ibuku bersedia",
    ],
)
def test_whoever_speaks_for_another_tells_their_yes(ear: Ear, text: str) -> None:
    assert [act.name for act in ear.hear(text, "consent").done] == ["ya"]


@pytest.mark.parametrize(
    "text", ["nenek tidak mau katanya", "katanya mau dihapus", "nenek mau katanya", "iye. ini apa sebenarnya?"]
)
def test_what_only_sounds_like_a_yes_is_none(ear: Ear, text: str) -> None:
    assert "ya" not in [act.name for act in ear.hear(text, "consent").done]

"""What stands anywhere in a story is found, and what belongs to something else is not."""

import time
from typing import Any

import pytest

from bot.core.listening.shapes import Told
from bot.core.stories.readings import answer_in, fits, told_in, without_others
from tests.support.stopwatch import allowed
from tests.support.tongue import TONGUE

STORY = (
    "Assalamualaikum pak. Di kampung kami jalan menuju kebun rusak sekali kalau musim hujan, becek dan licin. Sudah "
    "lima tahun begini terus, dan hasil kebun terpaksa dipikul sampai ke jalan besar yang jaraknya 2 km. Ada sekitar "
    "45 KK yang berkebun di atas sana, kebanyakan petani kecil, yang kurang mampu 20 KK. Anak sekolah juga lewat "
    "situ, ibu-ibu yang mau ke posyandu juga susah. Tahun lalu ada 2 orang jatuh ke jurang. Kami minta jalannya "
    "dirabat beton panjang 600 meter lebar 2 meter dari masjid Nurul Iman sampai kebun. Warga siap gotong royong dan "
    "menyumbang pasir."
)


def _told(text: str) -> dict[str, Any]:
    return {each.sort: each.value for each in told_in(text, TONGUE)}


def _size(amount: str, unit: str, **more: str) -> dict[str, Any]:
    return {"sizes": [{"amount": amount, "unit": unit, "side": "", **more}]}


def test_a_whole_story_tells_what_the_form_would_ask() -> None:
    told = _told(STORY)
    chosen = {sort: [part["value"] for part in told[sort]] for sort in ("merasakan", "sumbangan")}
    assert {"merasakan": ["tani", "miskin", "anak", "ibu"], "sumbangan": ["tenaga", "bahan"]} == chosen
    assert {"families": 45, "bound": "kira"} == told["jumlah"]
    assert {"families": 20} == told["kurang_mampu"]
    assert ["600", "2"] == [size["amount"] for size in told["ukuran"]["sizes"]]
    assert {"text": "Sudah lima tahun"} == told["sejak"]
    assert {"text": "dari masjid Nurul Iman sampai kebun"} == told["patokan"]


def test_every_value_is_as_its_words_say_and_no_word_has_two_owners() -> None:
    found = told_in(STORY, TONGUE)
    words = {each.sort: STORY[each.span[0] : each.span[1]] for each in found}
    assert "Ada sekitar 45 KK" == words["jumlah"]
    assert "panjang 600 meter lebar 2 meter" == words["ukuran"]
    assert found == tuple(sorted(found, key=lambda each: each.span))


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("yang kena banjir 60 orang", "jumlah", {"total": 60}),
        ("Ada 46 KK di sini, 180 jiwa", "jumlah", {"total": 180, "families": 46}),
        ("laki-laki 90 dan perempuan 110 yang pakai", "jumlah", {"total": 200, "male": 90, "female": 110}),
        ("lebih dari 100 warga butuh air", "jumlah", {"total": 100, "bound": "lebih"}),
        ("antara 20 dan 30 KK kena longsor", "jumlah", {"families": 20, "to": 30}),
        ("12 kk miskin yang paling susah", "kurang_mampu", {"families": 12}),
        ("di antaranya 10 keluarga kurang mampu", "kurang_mampu", {"families": 10}),
        ("mohon dirabat kira-kira 200 meter", "ukuran", _size("200", "m", bound="kira")),
        ("pagar 40 meter, muridnya 24 anak pak", "jumlah", {"total": 24}),
        ("titian licin, kami 22 anak", "jumlah", {"total": 22}),
        ("jumlah murid 24", "jumlah", {"total": 24}),
        ("sumur bor 2 unit saja", "ukuran", _size("2", "unit")),
        (
            "tempatnya sempit, 4x6 meter",
            "ukuran",
            {"sizes": [_size("4", "m")["sizes"][0], _size("6", "m")["sizes"][0]]},
        ),
        ("bak 3 meter di atas bukit", "ukuran", _size("3", "m")),
        ("jalan dusun 2 ke dusun 3 kira-kira 2 km", "ukuran", _size("2", "km", bound="kira")),
        ("lampu dari kantor desa sampai pasar", "patokan", {"text": "dari kantor desa sampai pasar"}),
        ("perlu pipa 1,5 km", "ukuran", _size("1.5", "km")),
        ("begini sejak 2021", "sejak", {"text": "sejak 2021"}),
        ("rusak sejak 3 tahun yang lalu", "sejak", {"text": "sejak 3 tahun yang lalu"}),
        ("sudah bertahun-tahun begini", "sejak", {"text": "bertahun-tahun"}),
        ("tempatnya dekat masjid, mudah dicari", "patokan", {"text": "dekat masjid"}),
        ("di depan SD 45 selalu becek", "patokan", {"text": "di depan SD 45"}),
        ("talud 200 meter dari masjid sampai jembatan", "ukuran", _size("200", "m")),
    ],
)
def test_a_value_is_found_wherever_it_stands(text: str, sort: str, value: Any) -> None:
    assert value == _told(text)[sort]
    assert value == _told(f"Terima kasih, pak. {text}. Mohon dibantu")[sort]


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("nenek umur 80 orang tua", "jumlah"),
        ("jam 9 orang sudah antri", "jumlah"),
        ("tahun 2023 warga sudah minta", "jumlah"),
        ("hubungi 081234567890 warga", "jumlah"),
        ("murid SD 45 orang tuanya petani", "jumlah"),
        ("20 orang per hari lewat", "jumlah"),
        ("35 orang yang lewat tiap hari", "jumlah"),
        ("bukan 200 orang", "jumlah"),
        ("sisanya 20 orang tidak kena", "jumlah"),
        ("20 orang jatuh bulan lalu", "jumlah"),
        ("12 orang kader dilatih", "jumlah"),
        ("jalan rusak, 12 anak tidak bisa ke sekolah", "jumlah"),
        ("dua orang bicara", "jumlah"),
        ("16 rumah rusak", "jumlah"),
        ("puskesmas jaraknya 2 km", "ukuran"),
        ("5 km dari kota", "ukuran"),
        ("jalan kaki 2 km ke sekolah", "ukuran"),
        ("air setinggi 1 meter", "ukuran"),
        ("satu jembatan putus", "ukuran"),
        ("banjir 3 kali setahun", "ukuran"),
        ("panen 3 bulan sekali", "ukuran"),
        ("panjangnya sekitar 200", "ukuran"),
        ("3 tahun lagi selesai", "sejak"),
        ("dari pagi sampai sore antri", "patokan"),
        ("dari dulu sampai sekarang", "patokan"),
        ("dekat sekali", "patokan"),
        ("kami butuh tenaga dan bahan", "sumbangan"),
        ("warga siap, tetapi tidak ada tanah", "sumbangan"),
        ("bukan petani", "merasakan"),
        ("jalan tani rusak, kata bapak ibu", "merasakan"),
    ],
)
def test_what_belongs_to_something_else_is_not_taken(text: str, sort: str) -> None:
    assert sort not in _told(text)


@pytest.mark.parametrize(
    ("text", "sort"),
    [("30 KK kena banjir, 40 KK di dusun sebelah", "jumlah"), ("rabat 200 meter dan talud 50 meter", "ukuran")],
)
def test_of_two_different_values_neither_is_sure(text: str, sort: str) -> None:
    found = [each for each in told_in(text, TONGUE) if each.sort == sort]
    assert [False, False] == [each.sure for each in found]


def test_the_same_value_said_twice_is_one() -> None:
    assert [True] == [each.sure for each in told_in("46 KK. Jadi 46 keluarga", TONGUE)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙏", "x" * 9000, "20 " * 3000, "dari " * 1700, "20 orang, " * 800])
def test_whatever_is_said_there_is_an_answer(text: str) -> None:
    assert all(isinstance(each, Told) for each in told_in(text, TONGUE))


def test_a_story_is_read_in_a_moment() -> None:
    told_in(STORY, TONGUE)
    start = time.process_time()
    for _ in range(20):
        told_in(STORY, TONGUE)
    assert (time.process_time() - start) / 20 < allowed(0.02)  # it takes 2 ms; a busy machine may take longer


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("yang lewat situ, katanya Pak Amir, ada 40 orang sejak 2020", {"jumlah": {"total": 40}}),
        ("20 orang x 3 kelompok", None),
        ("40% dari 100 orang", None),
        ("20 kk kena, 30 kk miskin", None),
    ],
)
def test_an_answer_in_more_words_is_taken_only_when_nothing_is_left_over(text: str, answers: Any) -> None:
    assert answers == answer_in(text, TONGUE, "jumlah")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("SD 45, 3 ruang kelas", ", 3 ruang kelas"),
        ("umur jalan 10 tahun, panjang 300 meter", "umur jalan , panjang 300 meter"),
        ("2 km dari kota, panjang 300 m", "dari kota, panjang 300 m"),
        ("200 orang", "200 orang"),
    ],
)
def test_numbers_of_something_else_are_cut_out_of_an_answer(text: str, left: str) -> None:
    assert left == " ".join(without_others(text, TONGUE).split())


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"jumlah": {"families": 10}, "kurang_mampu": {"families": 12}}, "miskin_lebih"),
        ({"jumlah": {"total": 10}, "kurang_mampu": {"families": 12}}, "miskin_lebih_orang"),
        ({"jumlah": {"families": 6}, "ukuran": _size("16", "rumah")}, "rumah_lebih"),
        ({"jumlah": {"total": 200, "male": 90, "female": 120}}, "tidak_genap"),
        ({"jumlah": {"total": 30, "families": 45}}, "keluarga_lebih"),
    ],
)
def test_numbers_that_contradict_each_other_are_asked_about(values: Any, name: str) -> None:
    assert [f"pengertian.{name}"] == [words.name for words in fits(values)]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"jumlah": {"unknown": True}, "kurang_mampu": {"unknown": True}, "ukuran": {"unknown": True}},
        {"jumlah": {"families": 38}, "kurang_mampu": {"families": 12}},
        {"jumlah": {"families": 10, "bound": "lebih"}, "kurang_mampu": {"families": 12}},
        {"jumlah": {"families": 10, "to": 15}, "kurang_mampu": {"families": 12}},
        {"jumlah": {"total": 200, "male": 90, "female": 110}},
    ],
)
def test_numbers_that_may_be_true_together_are_left_alone(values: Any) -> None:
    assert () == fits(values)

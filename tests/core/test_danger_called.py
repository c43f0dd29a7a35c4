"""Which words call for help, and which are still of a danger that was told before."""

import pytest

from bot.catalog import Catalog
from bot.core.usulan.danger import Danger
from bot.core.usulan.danger_words import _once, ahead, behind


@pytest.mark.parametrize(
    "text",
    [
        "tolong pak banjir di sini",
        "longsor pak tolong",
        "darurat pak banjir",
        "tolong anak tenggelam",
        "banjir di desa tuncung tolong",
        "tolong pohon tumbang timpa rumah",
        "bayi panas kejang tolong",
        "anakku kejang2 pak tolong",
        "tolong!! kebakaran rumah sebelah, nenek masih di dalam",
    ],
)
def test_beside_a_call_for_help_every_word_of_danger_calls(catalog: Catalog, text: str) -> None:
    assert catalog.danger.in_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "tolong cek usulan banjir saya",
        "tolong kirim data longsor",
        "tolong pak jalan longsor sudah 3 bulan",
        "tanggap darurat longsor",
        "tolong takut longsor",
        "tolong ibu2 sering kejang",
        "tolong supaya tidak banjir",
        "ada banjir",
    ],
)
def test_who_asks_for_work_or_tells_of_what_was_does_not_call(catalog: Catalog, text: str) -> None:
    assert not catalog.danger.in_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "pak cepat",
        "tolong cepat",
        "cepat kodong",
        "tlg ka pak",
        "ya Allah cepat",
        "sdh masuk rumah",
        "anak2 menangis",
        "nenekku tdk bisa jalan",
        "mana mi orang",
    ],
)
def test_right_after_a_danger_it_is_still_told_of(catalog: Catalog, text: str) -> None:
    assert catalog.danger.is_still_said(text)


@pytest.mark.parametrize(
    "text",
    [
        "jambu",
        "cepat rusak jalannya",
        "tolong alat berat",
        "segera kerja",
        "tiap hujan masuk rumah",
        "kalau hujan kami takut terjebak",
        "tidak tahu",
        "dua rumah",
        "",
    ],
)
def test_other_answers_right_after_a_danger_are_none_of_it(catalog: Catalog, text: str) -> None:
    assert not catalog.danger.is_still_said(text)


@pytest.mark.parametrize(
    "text", ["anakku msh di dlm", "cucuku blm keluar", "115 tdk masuk", "110 nda diangkat2", "blm ada yg datang"]
)
def test_what_is_said_since_is_heard_in_any_short_spelling(catalog: Catalog, text: str) -> None:
    assert catalog.danger.is_said_since(text)


@pytest.mark.parametrize("text", ["mobil tidak masuk ke dusun", "air PAM tdk masuk rumah kami"])
def test_what_does_not_come_in_is_no_number(catalog: Catalog, text: str) -> None:
    assert not catalog.danger.is_said_since(text)


@pytest.mark.parametrize(
    "text",
    [
        "kalau hujan kami takut terjebak",
        "tahun lalu kami terjebak banjir",
        "kami terjebak utang",
        "banjir tiap tahun masuk rumah",
        "waktu banjir dulu kami di atas atap",
        "longsor sedikit di tikungan",
        "tanggul jebol tahun 2022",
    ],
)
def test_a_story_and_a_fear_are_no_call(catalog: Catalog, text: str) -> None:
    assert not any(one.cried for one in catalog.danger.find(text))


@pytest.mark.parametrize(
    "text",
    ["tahun lalu kami terjebak banjir", "waktu banjir tahun lalu orang terjebak", "banjir tiap tahun, kami terjebak"],
)
def test_who_was_trapped_in_another_year_tells_of_no_danger_now(catalog: Catalog, text: str) -> None:
    assert all(one.mild for one in catalog.danger.find(text))


@pytest.mark.parametrize(
    "text",
    [
        "anak jatuh dari jembatan! tolong cepat",
        "jembatan mau putus sekarang, anak2 masih lewat",
        "motor masuk jurang di tuncung, org nya blm ketemu",
        "bukan usulan pak! jembatannya mau putus sekarang, bahaya, anak sekolah mau pulang",
        "ada anak tenggelam",
        "orang tersengat listrik",
        "pohon mau tumbang sekarang kena rumah",
        "tanah mulai retak dekat rumah, kami takut",
        "ada orang hanyut di sungai",
        "ada yg tertimbun",
        "rumah pak Dule terbakar",
        "pak tolong, anak jatuh di sumur",
        "barusan mobil masuk jurang di tikungan",
        "tadi anak sy jatuh dari pohon",
        "jembatan putus sekarang masih ada orang di atas",
        "anak2 jatuh ke kali cepat ki pak",
        "orang kesetrum tolong",
        "tebing mulai runtuh di atas rumah",
        "tolong pak ada org tenggelam di kali",
        "pak imam jatuh dari atap skrg",
        "kak tolong motor masuk jurang",
        "anakku jatuh dr jembatan tolong",
        "tiang listrik mau roboh sekarang",
        "anak jatuh dari jembatan barusan blm ketemu",
        "ada mobil terbalik tadi pagi di tikungan, masih ada orang di dalam",
    ],
)
def test_an_accident_and_what_is_about_to_happen_call_for_help(catalog: Catalog, text: str) -> None:
    assert any(one.cried for one in (*catalog.danger.find(text), *catalog.danger.in_call(text)))


@pytest.mark.parametrize(
    "text",
    [
        "jembatan mau putus, minta diperbaiki",
        "tahun lalu anak jatuh dari jembatan",
        "takut anak jatuh dari jembatan",
        "sering motor jatuh di tikungan",
        "kalau hujan jembatan mau putus",
        "supaya tidak ada anak jatuh",
        "jembatan sekarang sudah mau putus",
        "jembatan mau putus sekarang, minta dibuatkan yang baru",
        "jembatan mau putus, tolong segera diperbaiki",
        "dulu ada anak tenggelam",
        "tahun 2022 ada anak tenggelam di situ",
        "tunggu ada orang hanyut baru diperbaiki?",
        "kami butuh jembatan baru, anak jatuh dari jembatan lama",
        "tanah mulai retak di belakang rumah, minta talud",
        "tanah mulai retak sejak tahun lalu dekat rumah",
        "jangan sampai ada anak tenggelam",
        "nanti ada anak tenggelam",
        "takut ada orang hanyut",
        "sering ada motor masuk jurang, tolong pak",
        "takut anak jatuh dari jembatan, cepat pak",
        "anak jatuh dari jembatan, tolong pak perbaiki",
        "pernah mobil masuk jurang di tikungan itu",
        "jalan ke kebun licin, motor jatuh",
        "setiap hujan ada motor jatuh",
        "jembatan putus",
        "jembatannya hampir putus",
        "bisa2 ada anak jatuh dari jembatan",
        "pohon mau tumbang di pinggir jalan",
        "anak saya jatuh sakit",
        "harga kopi jatuh sekarang",
        "lampu jalan perlu, banyak motor jatuh tadi malam gelap",
        "minggu lalu ada yang kecelakaan di situ",
        "bulan lalu motor masuk jurang, orangnya meninggal",
        "mau ditabrak mobil anak sekolah kalau menyeberang",
    ],
)
def test_habit_fear_past_and_what_is_to_be_mended_call_for_nobody(catalog: Catalog, text: str) -> None:
    assert not [one for one in catalog.danger.find(text) if not one.mild]
    assert not catalog.danger.in_call(text)


def test_no_pattern_is_made_before_it_is_asked_for() -> None:
    before = _once.cache_info().currsize + behind.cache_info().currsize + ahead.cache_info().currsize
    Danger(now=("sekarang betul",), before=("rawan betul",), after=("dulu betul",), mild=("bukan betul",))
    assert _once.cache_info().currsize + behind.cache_info().currsize + ahead.cache_info().currsize == before


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("air sdh surut", True),
        ("air blm surut", False),
        ("api blm padam", False),
        ("air tdk turun", False),
        *(
            (text, True)
            for text in (
                "sudah aman pak, terima kasih",
                "sudah diungsikan ke masjid mi kami pak Imran, tidak perlu dijemput",
                "tidak usahmi perahunya pak",
                "nda usahmi datang pak",
                "sdh di rumah paman semua",
                "bukan bahaya sekarang pak",
                "tidak ada bahaya pak, itu kejadian bulan lalu",
                "tdk ada bahaya",
                "itu kejadian tahun lalu pak",
            )
        ),
        *(
            (text, False)
            for text in (
                "belum aman pak",
                "sudah tidak aman",
                "belum diungsikan",
                "bukan bahaya biasa pak",
                "jangan datang terlambat",
                "tidak jadi datang petugasnya? tolong",
                "sudah dievakuasi nenek, tapi cucunya masih tertimbun",
                "kami sudah aman tapi tetangga masih terjebak di atap",
                "sdh diungsikan nenek tapi bapakku msh di dalam",
            )
        ),
    ],
)
def test_what_has_not_passed_is_not_over(catalog: Catalog, text: str, passed: bool) -> None:
    assert catalog.danger.is_over(text) is passed

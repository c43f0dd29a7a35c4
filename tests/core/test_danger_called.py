"""Which words call for help, and which are still of a danger that was told before."""

import pytest

from bot.catalog import Catalog


@pytest.mark.parametrize(
    "text",
    [
        "tolong pak banjir di sini",
        "longsor pak tolong",
        "darurat pak banjir",
        "tolong anak tenggelam",
        "banjir di desa tuncung tolong",
        "tolong pohon tumbang timpa rumah",
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

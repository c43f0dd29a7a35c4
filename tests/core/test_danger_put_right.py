"""What is denied, put right or thanked for after a danger rings nobody a second time."""

import pytest

from bot.catalog import Catalog

RINGS = (
    "sekarang sudah 58 KK mengungsi, air naik terus",
    "bukan retak lagi, tanggulnya sudah jebol sekarang, air masuk kampung",
    "kami sudah aman tapi tetangga masih terjebak di atap",
    "tidak ada yang tolong, longsor tadi menimbun rumah",
    "bukan usulan pak, ini longsor sekarang",
    "maksud saya sekarang banjir bandang, tolong cepat",
    "salah tulis pak bukan Boiya tapi Tuncung yang banjir bandang sekarang",
    "tidak bisa keluar, banjir masuk rumah sekarang, tolong",
    "air belum surut, malah naik terus",
    "terima kasih tapi belum ada yang datang, kami masih terjebak",
    "sudah aman tadi, sekarang longsor lagi",
    "bukan 3 rumah tapi 10 rumah terendam sekarang",
    "ini bukan latihan pak, kebakaran di pasar",
    "tidak main-main, ada orang hanyut",
    "tadi sy bilang retak, sekarang sudah longsor",
    "bukan banjir biasa, ini banjir bandang sekarang",
    "api belum padam, rumah kedua terbakar",
    "nenek belum selamat, masih tertimbun",
    "jangan tunggu besok, longsor sudah dekat rumah sekarang",
    "tolong pak yang tadi sy bilang, air naik terus masuk rumah",
    "belum aman pak, tanah masih bergerak, longsor tadi pagi",
    "mohon maaf mengganggu, kebakaran rumah tetangga sekarang",
    "kabar bohong katanya aman, padahal banjir bandang sekarang",
    "ada korban dua orang bukan satu, tolong cepat",
    "tdk ada sinyal td, baru bisa kirim: rumah tertimbun longsor",
    "sudah dievakuasi nenek, tapi cucunya masih tertimbun",
    "belum ketemu anakku yang hanyut tadi",
    "air turun sedikit tapi ada orang hanyut barusan",
    "kami mengungsi di masjid, 58 KK, tadi malam banjir bandang",
    "bukan cuma retak, sudah longsor tadi malam",
    "kami butuh perahu sekarang, banjir bandang",
    "bukan bohong pak, ada orang tenggelam",
    "tadi sdh surut tapi sekarang banjir lagi masuk rumah",
    "kabar tadi salah, bukan 2 orang tapi 5 orang tertimbun longsor",
)
SILENT = (
    "tadi sy bilang 65 KK ada yg mengungsi jadi 58 KK",
    "sy mau tarik perkataan sy, tanggulnya bukan jebol cuma retak",
    "banjir kemarin sudah surut, sudah aman semua orangnya. mau minta tanggulnya diperbaiki",
    "tidak ada bahaya pak itu longsor tahun lalu, ini usulan pipa",
    "tanggul jebol tadi pagi tapi sudah aman semua orangnya. mau minta tanggulnya diperbaiki",
    "maaf sy salah tulis, bukan longsor tapi lumpur",
    "ralat pak, bukan 5 rumah terendam tapi 3 rumah",
    "yang tadi itu bukan banjir, cuma genangan",
    "maksud saya longsor yang dulu, bukan sekarang",
    "tidak ada longsor sekarang pak, itu cerita lama",
    "tadi saya tulis banjir bandang, maksudnya banjir biasa tahun lalu",
    "terima kasih pak, banjirnya sudah surut, kami sudah pulang dari mengungsi",
    "makasih sudah ditolong waktu longsor kemarin",
    "alhamdulillah apinya sudah padam, terima kasih",
    "sungainya tidak meluap, cuma airnya keruh",
    "tanggulnya belum jebol, cuma retak rambut",
    "airnya tidak naik lagi",
    "jumlah yang mengungsi 12 KK bukan 21",
    "tadi sudah sy sebut yang mengungsi 40 orang, itu salah",
    "itu bukan kebakaran sekarang pak, yang tahun lalu",
    "jgn kirim orang, tdk ada longsor disini",
    "jembatannya bukan putus, cuma goyang sekarang",
    "ini usulan bukan kejadian sekarang, longsor itu tahun 2023",
    "tidak jadi, tadi bukan gempa cuma truk lewat",
    "kami tidak mengungsi pak, salah dengar",
    "sudah selamat semua, korbannya tidak ada, minta jembatan diganti",
    "rumah yang tadi sy bilang roboh itu cuma dapurnya, sudah diperbaiki",
    "bukan hanyut pak, cuma basah bibitnya tadi",
    "yang mengungsi sudah pulang semua, terima kasih banyak",
    "hapus kata longsor tadi, salah",
    "angkanya salah, yang mengungsi 20 KK",
    "bukan 3 orang hanyut, itu 3 batang pohon",
    "sebenarnya tanggul tidak jebol",
    "maaf tadi saya panik, ternyata cuma asap bakar sampah, tidak ada kebakaran",
    "syukur mi sudah surut banjir semalam, makasih pak",
    "terima kasih bantuannya waktu kebakaran",
    "tidak usah datang pak, longsornya kecil dan tidak ada rumah yang kena",
    "sy ralat, rumah roboh itu kandang ayam",
    "longsornya yang saya ceritakan tadi itu tahun 2020",
)


def _rings(catalog: Catalog, text: str) -> bool:
    told = [one for one in catalog.danger.find(text) if one.case.is_told and not one.mild]
    return bool(told or catalog.danger.in_call(text))


@pytest.mark.parametrize("text", RINGS)
def test_it_rings(catalog: Catalog, text: str) -> None:
    assert _rings(catalog, text)


@pytest.mark.parametrize("text", SILENT)
def test_it_rings_nobody(catalog: Catalog, text: str) -> None:
    assert not _rings(catalog, text)

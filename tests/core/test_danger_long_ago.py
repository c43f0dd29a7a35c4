"""What was, and what came of it till now: the commonest way of telling an usulan is no alarm."""

import pytest

from bot.catalog import Catalog

RINGS = (
    "tadi malam longsor, sampai sekarang jalan tertutup",
    "banjir dari semalam sampai sekarang belum surut",
    "kemarin longsor, sampai sekarang tanah masih bergerak",
    "longsor di atas rumah, sampai sekarang tanahnya bergerak terus",
    "banjir sampai sekarang, air masuk rumah",
    "ada orang hanyut tadi pagi sampai sekarang belum ditemukan",
    "dulu pernah longsor, sekarang longsor lagi",
    "dulu aman, skrg longsor besar",
    "rumah tertimbun longsor, sampai sekarang orangnya belum ketemu",
    "longsor besar di kampung, sampai sekarang belum ada yang datang",
    "sejak tadi malam banjir, sampai sekarang kami di atap",
    "sejak subuh kami terjebak banjir sampai sekarang",
    "tahun lalu longsor, sekarang longsor lagi menimbun rumah",
    "2019 pernah banjir bandang, barusan banjir bandang lagi",
    "dulu banjir dan sekarang banjir lagi",
    "kebakaran di pasar sampai sekarang belum padam",
    "nenek saya terjebak banjir sampai sekarang",
    "tadi longsor lagi, yang tahun lalu belum diperbaiki",
    "longsor baru saja, tahun lalu juga begini",
    "longsor barusan di tempat longsor tahun lalu",
    "anakku tenggelam dari tadi, sampai sekarang belum muncul",
    "banjir bandang semalam jembatan hanyut, kami terisolir sampai sekarang",
    "gempa barusan rumah retak",
    "longsor hari ini, jalan putus",
    "sekarang longsor, tahun lalu cuma retak",
    "sudah tiga hari banjir sampai sekarang belum surut",
    "dari kemarin longsor terus sampai skrg",
    "tahun lalu sudah kami usulkan talud, tadi malam longsor betul",
    "longsor menutup jalan tadi, sampai sekarang orang tidak bisa lewat",
    "semalam banjir bandang, sampe skrg mamaku belum ketemu",
    "longsor tadi subuh menutup jalan, ambulans tidak bisa lewat",
    "banjir lagi sekarang sama seperti tahun lalu",
    "seperti 2019, banjir bandang sekarang",
    "kebakaran sekarang di dusun, rumah pak haji",
    "masih banjir pak sampai sekarang, sudah 2 hari",
    "kami mengungsi sejak kemarin sampai sekarang belum ada bantuan",
    "longsor semalam, sampai skrg 3 orang belum ketemu",
    "dari tadi malam banjir sampai hari ini belum surut",
    "anak saya hilang di sungai sampai sekarang belum ketemu",
    "air naik dari sore sampai sekarang sudah di lantai rumah",
)
SILENT = (
    "tahun lalu longsor menutup irigasi kami, sampai sekarang sawah kering",
    "longsor tahun 2024 menutup irigasi kami, sampai sekarang belum diperbaiki",
    "dulu banjir 2019 jembatan hanyut, sampai sekarang anak sekolah lewat sungai",
    "pipa pecah dari bulan januari kena longsor sampai sekarang belum diperbaiki",
    "dulu waktu banjir besar 2019 jembatan kami hanyut dan sampai sekarang anak sekolah lewat sungai",
    "jembatan hanyut waktu banjir 2019, sampai sekarang belum dibangun",
    "sejak banjir bulan lalu pipa air putus, sampai sekarang belum ada air",
    "tahun 2024 longsor menutup saluran irigasi kami di boiya, sampai sekarang sawah kering",
    "jembatan gantung hanyut tahun lalu, sampe skrg kami pakai rakit",
    "longsor januari lalu menimbun jalan tani, hingga kini belum dibersihkan",
    "thn 2023 kena banjir bandang, skrg jalan masih rusak",
    "waktu longsor dulu pipa putus, sekarang kami ambil air di sungai",
    "jalan longsor dari bulan maret, sampai hari ini belum ada perbaikan",
    "gempa 2021 merusak masjid, sampai saat ini kami sholat di tenda",
    "setelah banjir bandang tahun kemarin sawah jadi batu, sampai sekarang tidak bisa ditanami",
    "longsor menutup irigasi kami, sampai sekarang sawah kering",
    "jembatan hanyut dan sampai sekarang belum dibangun",
    "sejak longsor itu kami jalan memutar 3 km, sampai sekarang",
    "sejak kebakaran pasar tahun 2022 pedagang jualan di jalan sampai sekarang",
    "banjir bandang 3 tahun lalu menghanyutkan bendungan, sampai sekarang petani tidak bisa tanam",
    "dulu rumah roboh karena gempa, sampai sekarang belum dibangunkan",
    "dua tahun lalu longsor, jalan putus sampai sekarang",
    "sudah lama longsornya, sampai sekarang belum diapa-apakan",
    "bendungan jebol waktu banjir 2020 dan skrg sawah tidak dapat air",
    "talud hanyut bulan februari, smpai skrg blm diganti",
    "pernah banjir bandang, sejak itu jembatan miring sampai sekarang",
    "tahun lalu anak tenggelam karena tidak ada jembatan, sampai sekarang belum dibuat",
    "longsor desember kemarin menutup jalan, sampai sekarang motor saja yang lewat",
    "habis longsor 2022 warga mengungsi, sekarang sudah pindah rumah, minta jalan",
    "irigasi tertimbun longsor sejak 2 tahun lalu sampai sekarang",
    "sejak gempa tahun 2018 sekolah retak sampai sekarang dipakai",
    "tolong tambah lampu, jembatan gelap, nenek tdk bisa jalan malam",
    "sejak longsor jalan ke kebun tertutup, minta dibuka",
    "setelah banjir kemarin dulu jembatan miring, minta diperbaiki",
    "tadi di rapat dibahas longsor di dusun sebelah tahun lalu",
    "irigasi putus kena longsor bulan lalu, sampai skrg tdk ada air di sawah",
    "tahun 2022 banjir, 2023 banjir lagi, sampai sekarang belum ada tanggul",
    "jalan tani putus gara2 longsor maret lalu sampai sekarang",
    "saya usulkan perbaikan jembatan yang hanyut dan sampai sekarang belum ada gantinya",
    "gempa kemarin2 itu bikin retak sekolah, sampai sekarang belum direhab",
    "longsornya sudah 4 bulan, sekarang warga lewat kebun",
    "pernah ada anak hanyut di situ, sampai sekarang orang takut menyeberang",
    "pasar terbakar tahun lalu dan sekarang pedagang di terminal",
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

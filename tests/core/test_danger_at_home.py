"""Water, fire and earth at somebody's own house, and a call for whoever cannot get away."""

import pytest

from bot.catalog import Catalog

RINGS = (
    "tolongka ini air sungai naik sampe di atas tangga rumahku, ada mamakku tua tdk bisa jalan",
    "sungai meluap rumahku tergenang, mamak tdk bisa jalan tolong",
    "air sudah di lantai rumah, ibu saya lumpuh",
    "air sungai naik sampai di tangga rumah",
    "rumahku tergenang air sungai, tolong",
    "airna saddang menre'mi lako bola, tulungki",
    "TOLONG bu jembatan Salu Dewata mau putus, air naik, anak-anak sedang lewat sekarang!!",
    "toloong gempa banyak rumah roboh di Buntu Pema Curio ada yang terjepit",
    "tolongka air sungai naik, mamakku di dalam rumah",
    "air kali sdh sampe lantai rumah panggung kami",
    "air sudah setinggi jendela pak",
    "airnya sdh sampe dada, anak2 di atas lemari",
    "banjir sdh di dlm rumah tolong nenekku lumpuh",
    "rumah sy kemasukan air sungai, bapakku stroke tdk bisa jalan, tolong ki",
    "sungai meluap ke rumah, air masuk terus, tolong",
    "air sampe lutut di dalam rumah, bayi saya 2 bulan",
    "toloooong banjiiir pak",
    "TOLOOONG KEBAKARAN rumah tetangga",
    "tolongg longsor kena dapur, kakek masih di dalam",
    "tanah longsor sampai di dinding rumahku, tolong ada nenek tdk bisa lari",
    "ada yang terjepit di bawah tembok sekolah",
    "rumah tetangga ambruk, orangnya terjepit, tolong",
    "gempa pak, sekolah roboh, ada murid terjepit",
    "air naik ke teras rumah, mertuaku tidak bisa jalan, tolong jemput",
    "airnya masuk kolong rumah dan naik terus, kami takut",
    "sudah di tangga mi air sungai, cepatki",
    "rumah kami dikelilingi air, tdk bisa keluar, tolong",
    "kali meluap air masuk rumah warga, ada orang lumpuh tolong evakuasi",
    "api sudah sampai di atap rumah tetangga, tolong",
    "tolong pak tembok rumah roboh menimpa anakku",
    "air sungai sudah naik sampai jendela, kami di loteng",
    "banjir bandang sampai di atap rumah, istriku hamil tidak bisa jalan tolong",
    "tolong air sungai sudah masuk rumah kami, nenek saya stroke",
    "air sudah sampai di jendela rumah sy",
    "sungai meluap, rumah kami terendam, anak2 di atap, tolong",
    "longsor kena rumah tetangga tolong ada orang di dalam rumah",
    "air naik cepat sekali sudah di pintu",
    "tolooong airnya sdh sampai di kasur",
    "bapakku lumpuh air sdh masuk kamar",
    "rumahku kena banjir tolong jemput ibuku tdk bisa jalan",
    "gempa, tembok rumah menimpa istriku",
    "tebing di belakang rumah runtuh, kakek tdk bisa keluar, tolong",
    "banjir sudah setinggi dada orang dewasa",
    "air sungai sdh menyentuh lantai rumah, cepat tolong",
    "rumah saya hampir tenggelam, air sudah di plafon",
)
SILENT = (
    "air PDAM tidak naik sampai ke rumah di atas",
    "air sumur jauh, harus naik tangga 50 anak tangga",
    "tolong air bersih masuk ke rumah warga dusun atas",
    "tolong buatkan tangga di pinggir sungai",
    "kalau hujan air naik sampai di tangga rumah",
    "tiap banjir air sampai lantai rumah, minta talud",
    "lantai rumah ibu saya masih tanah, ibu saya lumpuh",
    "ibu saya lumpuh, perlu kursi roda, tolong dibantu",
    "mamakku tua tdk bisa jalan, jalan ke puskesmas jauh tolong diperbaiki",
    "air hujan masuk rumah karena atap bocor, minta bantuan seng",
    "rumah tergenang kalau hujan, drainase tersumbat, tolong diperbaiki",
    "tahun lalu air sungai naik sampai tangga rumah",
    "air irigasi naik ke sawah lewat pompa",
    "tolong pak usulan saya soal banjir sudah sampai mana",
    "minta pompa supaya air naik sampai rumah warga",
    "air galon naik harganya, mamakku tidak bisa jalan ke depot",
    "pipa air ke lantai dua masjid",
    "tolong perbaiki tangga masjid, nenek susah naik",
    "air tidak sampai ke bak di atas rumah",
    "jembatan rendah, waktu hujan air naik sampai lantai jembatan",
    "lansia lumpuh 5 orang perlu bantuan",
    "air sungai bisa naik sampai di tangga rumah kalau tidak ada bronjong",
    "sekolah atapnya bocor, air sampai lantai kelas kalau hujan",
    "tolong tanyakan apakah banjir termasuk usulan",
    "rumah tidak layak huni, lantai tanah, tolong dibantu bedah rumah",
    "tangga posyandu licin, ibu hamil takut jatuh, tolong",
    "pasar sering tergenang air selutut, minta drainase",
    "mohon dibuatkan tempat evakuasi banjir",
    "air dari mata air belum masuk rumah-rumah",
    "got depan rumah tergenang, banyak nyamuk",
    "tolong catat usulanku: talud sungai, air sering naik sampai rumah",
    "pak kemarin banjir, sekarang sudah kering. mau usul drainase",
    "air sungai masuk ke rumah waktu banjir tahun 2021",
    "mau minta perahu karena sering banjir sampai di rumah",
    "tolong dibantu orang tua saya stroke, rumahnya bocor",
    "tolong perbaiki jalan, ibu hamil susah ke puskesmas, tidak bisa jalan kaki",
    "rumah pak dusun pernah tergenang air sampai lutut",
    "mamaku lumpuh di dalam rumah terus, tolong kursi roda",
    "minta bak air di atas rumah supaya air sampai ke dapur",
    "air masuk ke kamar mandi masjid tidak lancar",
    "air bersih sampai di pintu rumah saja belum",
    "pipa air sudah di depan rumah tapi belum disambung",
    "kran air sudah di dapur tapi tidak mengalir",
    "tolong pasangkan pipa, air sudah di dapur kering",
    "air sudah masuk ke kamar mandi umum",
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

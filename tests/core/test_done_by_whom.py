"""Violence and what only sounds like it: beside hot water, small children and those who look after them."""

import pytest

from bot.catalog import Catalog

VIOLENCE = (
    "anakku dikasih permen lalu dicium2 om nya",
    "anak kecil dikasih uang lalu dicium2",
    "anak itu dipanggil ke rumah lalu dicium2 sama tetangga",
    "na ludahi dan na jambak gurunya",
    "bapaknya na jambak rambut anaknya",
    "na ludahi istrinya di depan orang",
    "murid dijambak dan diludahi sama gurunya",
    "disiram air panas sama majikannya",
    "suaminya siram air panas ke mukanya",
    "istrinya disiram air panas",
    "anakku disiram air panas sama ibu tirinya",
    "saya disiram air panas suamiku",
    "tetangga suka intip anak gadis mandi",
    "pamannya intip anakku mandi",
    "kepala desa intip saya mandi",
    "keponakanku diajak ke kebun lalu dipeluk2",
    "guru itu panggil siswi lalu dicium2",
    "tukang ojek bujuk anak kecil lalu dipegang2",
    "na jambak ka suamiku",
    "na ludahi ka",
    "najambak anaknya",
    "naludahi mamaknya",
    "gurunya najambak muridnya",
    "ada om2 kasih coklat anak lalu dipangku dicium2",
    "anak didudukkan di pangkuan lalu diraba",
    "dia intip ka mandi tiap sore",
    "anak diikat lalu disiram air panas",
    "dijambak suaminya di pasar",
    "anak SD dicium2 sama penjual",
    "bapak kos intip mahasiswi mandi",
    "anakku na siram air panas bapaknya",
    "om itu intip adikku ganti baju",
    "ada bapak2 suka intip anak perempuan di sungai",
    "istri tetangga disiram air panas sama suaminya",
    "murid diludahi kakak kelasnya",
    "gurunya na jambak rambutnya",
    "anak itu dikasih permen terus diraba",
    "suamiku jambak ka tadi malam",
    "cucuku dipegang2 penjual bakso",
    "dia siram air panas ke saya",
)
NONE = (
    "padi disiram air panas",
    "orang tua intip anaknya main",
    "bibit mati karena disiram air panas",
    "rumput disiram air panas supaya mati",
    "ibu-ibu intip anaknya main di PAUD dari jendela",
    "orang tua suka intip anaknya belajar, perlu ruang tunggu",
    "nenek cium cucunya waktu pulang sekolah",
    "ayah peluk anaknya yang wisuda",
    "ibu peluk2 anaknya yang sakit",
    "anaknya dicium2 neneknya waktu lebaran",
    "kambing suka ludahi orang",
    "ibu mengurung ayam di bawah rumah",
    "jambak rumput di sawah",
    "bapak gendong anaknya ke sekolah lewat sungai",
    "pintu puskesmas tidak ada, orang mandi kelihatan",
    "anak main lempar bola kena gurunya",
    "kopi disiram air panas",
    "telur ayam dicuci lalu disiram air panas",
    "guru pegang tangan murid waktu menyeberang jembatan",
    "lantai wc disiram air panas biar bersih",
    "mama cium2 bayinya yang baru lahir",
    "ada lubang, orang tua intip anaknya mandi di sungai takut hanyut",
    "siram tanaman dengan air panas kompor",
    "kakek peluk cucunya karena dingin, rumah bocor",
    "anak2 suka cubit2an di kelas sempit",
    "murid banting pintu kelas sampai rusak",
    "sapi tendang ember anak saya",
    "orang tua jemput anaknya di pos ronda",
    "anak dikasih makan bergizi di posyandu",
    "anakku diberi permen lalu diantar om nya pulang",
    "intip hasil panen dari jauh",
    "kami intip jadwal musrenbang",
    "jahe disiram air panas lalu diminum",
    "gula dan kopi lalu disiram air panas",
    "ibu hamil disuruh minum air panas",
    "anak-anak lalu diantar pulang",
    "anak dicium2 neneknya",
    "bayi dipeluk2 mamanya",
    "sarang semut disiram air panas",
    "ka jambak rumput dulu",
    "kambing nainjak tanaman",
)


def _is_violence(catalog: Catalog, text: str) -> bool:
    return any(one.case.key == "kekerasan" for one in catalog.danger.find(text))


@pytest.mark.parametrize("text", VIOLENCE)
def test_it_is_violence(catalog: Catalog, text: str) -> None:
    assert _is_violence(catalog, text)


@pytest.mark.parametrize("text", NONE)
def test_it_is_none(catalog: Catalog, text: str) -> None:
    assert not _is_violence(catalog, text)

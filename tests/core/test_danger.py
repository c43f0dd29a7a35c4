"""Which sentences call for somebody at once, which only inform, and which say nothing of the sort."""

import pytest

from bot.catalog import Catalog
from tests.support.stopwatch import yardsticks

URGENT = {
    "air naik skrg, sdh masuk dapur": ["bencana"],
    "kami terjebak": ["bencana"],
    "airnya sdh sepinggang": ["bencana"],
    "tanah di belakang rumah sy retak2 dan bergeser dari tadi malam": ["bencana"],
    "kabelnya keluar api": ["kebakaran", "listrik"],
    "sekarang banjir di pasar, got tersumbat": ["bencana"],
    "Tadi malam longsor, jalan ke dusun kami tertutup": ["bencana"],
    "Longsor di atas rumah pak imam": ["bencana"],
    "ada banjir bandang pak": ["bencana"],
    "Dulu pernah longsor, sekarang longsor lagi": ["bencana"],
    "Dulu di sini aman. Semalam lonsor besar": ["bencana"],
    "Sekarang banjir, air sudah masuk rumah": ["bencana"],
    "Longsornya baru saja, dua rumah kena": ["bencana"],
    "Rumah tertimbun, orangnya belum ketemu": ["bencana"],
    "Gempa, dinding sekolah retak": ["bencana"],
    "Anak saya hanyut di sungai": ["bencana"],
    "GEMPA BUMI!!": ["bencana"],
    "warga mengungsi di masjid": ["bencana"],
    "Ada kebakaran di pasar": ["kebakaran"],
    "rumah terbakar barusan": ["kebakaran"],
    "Ada korban dua orang, minta tolong": ["korban"],
    "Anak keracunan makanan di sekolah": ["korban"],
    "longsor dan ada korban jiwa": ["bencana", "korban"],
    "Tetangga saya dipukuli suaminya": ["kekerasan"],
    "ada pelecehan di sekolah": ["kekerasan"],
    "Sudah biasa dia dipukul tiap malam": ["kekerasan"],
    "suamiku pukul ka": ["kekerasan"],
    "supaya bisa ka pergi kalau dia mulai lagi mukul": ["kekerasan"],
    "jalan gelap, supaya bisa ka lari kalau suami menampar": ["kekerasan"],
    "saya sering ke puskesmas luka2 karena suami": ["kekerasan"],
    "na tampar istrinya": ["kekerasan"],
    "ada orang ikuti ka kalau pulang malam": ["kekerasan"],
    "kak dia ikuti sy lagi malam ini": ["kekerasan"],
    "nakasari terus ka": ["kekerasan"],
    "dia ancam mau bunuh": ["kekerasan"],
    "takut dibunuh suami saya": ["kekerasan"],
    "anak saya diganggu orang itu": ["kekerasan"],
    "keponakan dipaksa kawin": ["kekerasan"],
    "saya tidak kuat lagi, lebih baik mati": ["putus_asa"],
    "ndak kuat lagi hidup": ["putus_asa"],
    "mau mati saja": ["putus_asa"],
    "capekka hidup": ["putus_asa"],
    "saya mau akhiri": ["putus_asa"],
    "tidak ada gunanya hidup": ["putus_asa"],
    "tidak ada lagi gunanya, saya mau bunuh diri": ["putus_asa"],
    "Bansos saya tidak cair sudah tiga bulan": ["bansos"],
    "kenapa BLT saya dicabut": ["bansos"],
    "PKHnya tidak pernah turun": ["bansos"],
    "KTP saya belum jadi juga": ["kependudukan"],
    "mau urus akta kelahiran susah": ["kependudukan"],
    "Sudah dua hari mati lampu": ["listrik"],
    "listrik padam terus di dusun kami": ["listrik"],
    "lampu mati": ["listrik"],
    "Lampunya di dusun kami mati terus": ["listrik"],
    "listrik di dua dusun padam": ["listrik"],
    "lebih baik mati lampu daripada kabelnya begini": ["listrik"],
    "Ada pungli di kantor": ["pungutan"],
    "ada longsor, siapa yang bisa bantu?": ["bencana"],
    "orang tertimbun, tunggu apa lagi?": ["bencana"],
    "longsor tadi malam, masih tunggu alat": ["bencana"],
    "sejak kemarin longsor terus": ["bencana"],
    "longsor besar di atas rumah, sudah lapor 2025": ["bencana"],
    "hujan tadi malam sampai longsor, baru datang polisi": ["bencana"],
    "tahun 2019 jalan rusak. sekarang longsor besar": ["bencana"],
    "tahun lalu jalan rusak. ada orang tenggelam tolong": ["korban"],
    "tahun 2023 kami usulkan. tadi ada yang meninggal": ["korban"],
    "ada korban dua orang, nanti saya kirim foto": ["korban"],
    "sudah 3 orang hanyut, cepat tolong": ["bencana"],
    "tebing di atas sd retak besar, kalau runtuh tiga rumah hanyut, tanah bergerak terus sejak kamis": ["bencana"],
    "tanahnya amblas, makin lebar retaknya": ["bencana"],
    "banjir sudah 3 hari belum surut": ["bencana"],
    "pertama tanggul mau jebol, kedua jalan rusak": ["bencana"],
    "korban pertama meninggal, korban kedua luka parah": ["korban"],
}
MILD = {
    "Dulu pernah longsor di sini": ["bencana"],
    "Longsor tahun lalu merusak saluran air": ["bencana"],
    "Jalannya rusak bekas longsor": ["bencana"],
    "Perlu penahan longsor di pinggir jalan": ["bencana"],
    "Daerah ini rawan longsor": ["bencana"],
    "sekarang rawan longsor sekali": ["bencana"],
    "Supaya tidak longsor, perlu bronjong": ["bencana"],
    "bukan karena longsor, memang jalannya jelek": ["bencana"],
    "Kalau hujan sering longsor": ["bencana"],
    "banjir terus pak": ["bencana"],
    "Takut longsor lagi": ["bencana"],
    "anak kecil hampir hanyut": ["bencana"],
    "banjir bandang masuk 7 rumah bulan april": ["bencana"],
    "siapa tahu besok giliran rumah kami yang longsor": ["bencana"],
    "berulang kali longsor di tempat yang sama": ["bencana"],
    "Banjir setiap musim hujan": ["bencana"],
    "Setiap tahun banjir bandang kecil di kali itu": ["bencana"],
    "Perlu alat untuk mencegah kebakaran": ["kebakaran"],
    "pernah ada kebakaran tahun 2019": ["kebakaran"],
    "Jalan sempit, sering ada kecelakaan": ["korban"],
    "Belum ada korban, tetapi jembatannya goyang": ["korban"],
    "Jangan sampai ada korban": ["korban"],
    "sosialisasi anti kekerasan untuk ibu-ibu": ["kekerasan"],
    "Di sini tidak ada kekerasan": ["kekerasan"],
    "Ada 19 keluarga penerima PKH di dusun ini": ["bansos"],
    "Mereka semua punya KTP sini": ["kependudukan"],
    "karena sudah 3 yg melahirkan di jalan tahun 2025. satu bayinya meninggal": ["korban"],
    "sudah 3 yang melahirkan di jalan, satu bayinya meninggal tahun 2024": ["korban"],
    "tahun 2022 ada anak tenggelam di situ": ["korban"],
    "minggu lalu ada yang kecelakaan di situ": ["korban"],
    "3 bulan yang lalu longsor": ["bencana"],
    "jalan longsor sejak bulan lalu": ["bencana"],
    "jalan longsor sejak tahun 2023 belum diperbaiki": ["bencana"],
    "bahu jalan longsor sudah 2 tahun": ["bencana"],
    "tunggu ada orang hanyut baru diperbaiki?": ["bencana"],
    "nanti ada yang meninggal baru dibikin jembatan": ["korban"],
    "kalau sudah ada yang hanyut baru pemerintah datang": ["bencana"],
    "mau tunggu berapa orang lagi meninggal?": ["korban"],
}
NOTHING = (
    "kami terjebak macet di pasar",
    "air selutut kalau hujan, jalan tidak bisa lewat",
    "kabelnya sering keluar percikan kalau hujan",
    "jalan retak dan bergeser",
    "acara diikuti 20 laki-laki",
    "banyak orang ikuti kami ke kebun",
    "Selokan kecil, kalau hujan banjir",
    "urutannya kemarin: pertama talud, kedua air bersih, ketiga longsor biak",
    "pasar banjir kalau hujan, got tersumbat 60 kios terendam",
    "jembatan kayu papannya lepas kalau banjir",
    "Jalan ke kebun licin kalau hujan, sudah tiga tahun",
    "Mata air jauh, 23 rumah ambil air jalan kaki",
    "Pengadaan sapi korban untuk masjid",
    "daging korban dibagi rata",
    "Mobil pemadam kebakaran perlu jalan yang lebar",
    "Banyak janda, suami meninggal karena sakit",
    "46 KK, 19 di antaranya kurang mampu",
    "Bibit kopi 2.000 batang untuk 2 kelompok",
    "biayanya dipukul rata saja",
    "sudah mati kutu kami, sapi mati lima ekor",
    "tidak kuat bayar ojek",
    "jembatan tidak kuat lagi",
    "hp saya mau mati",
    "tanaman mau mati semua",
    "mesin pompa tidak mau hidup lagi, genset tidak kuat lagi hidup",
    "lampu hidup tidak ada gunanya kalau redup",
    "mau akhiri percakapan",
    "lampu jalan mati semua",
    "suami pukul 5 pagi sudah di kebun",
    "anak-anak suka mukul gendang di sanggar",
    "suami saya luka karena jatuh di jembatan",
    "anak saya diganggu monyet di jalan",
    "debu ganggu anak saya sekolah",
    "jangan sampai diancam orang",
    "tombol pompa macet, harus dipukul dulu",
    "rumah aman untuk perempuan yang dipukul",
    "pelatihan pencegahan bunuh diri untuk kader",
    "hidran untuk kebakaran",
    "Lampu jalan belum ada dari masjid sampai jembatan",
    "",
)


def _found(catalog: Catalog, text: str) -> list[tuple[str, bool]]:
    return [(one.case.key, one.mild) for one in catalog.danger.find(text)]


@pytest.mark.parametrize("text", URGENT)
def test_what_happens_now_is_told_at_once(catalog: Catalog, text: str) -> None:
    assert [(key, False) for key in URGENT[text]] == _found(catalog, text)


@pytest.mark.parametrize("text", MILD)
def test_what_was_or_may_come_only_informs(catalog: Catalog, text: str) -> None:
    assert [(key, True) for key in MILD[text]] == _found(catalog, text)


@pytest.mark.parametrize("text", NOTHING)
def test_words_of_every_day_say_nothing_of_danger(catalog: Catalog, text: str) -> None:
    assert [] == _found(catalog, text)


def test_the_worst_that_is_said_of_a_case_counts(catalog: Catalog) -> None:
    assert [("bencana", False)] == _found(catalog, "Dulu pernah longsor di sini. Longsor lagi di jalan.")


def test_it_is_named_by_what_goes_on_and_not_by_what_hangs_on_an_if(catalog: Catalog) -> None:
    found = catalog.danger.find("kalau jebol dua rumah hanyut, tanah bergerak terus sejak senin")
    assert [one.word for one in found] == ["tanah bergerak"]


def test_what_may_cost_lives_comes_before_a_complaint(catalog: Catalog) -> None:
    assert [("bencana", False), ("kependudukan", False)] == _found(catalog, "KTP saya hilang, rumah roboh")


def test_whoever_may_die_is_told_whom_to_call_even_before_the_office_entered_its_own_numbers(catalog: Catalog) -> None:
    assert all(contact.number for case in catalog.danger.cases for contact in case.contacts)
    assert {case.key for case in catalog.danger.cases if not case.contacts} == {"listrik"}
    shipped = {contact.number for case in catalog.danger.cases for contact in case.contacts}
    assert not shipped & {"112", "113", "119", "123"}  # answered in some kabupaten only


def test_a_complaint_without_a_number_is_answered_with_where_to_go(catalog: Catalog) -> None:
    assert "kantor PLN terdekat" in catalog.text("bahaya.listrik", hubungi=[], dicatat=True)
    assert "kantor PLN terdekat" in catalog.text("bahaya.listrik_pelan", hubungi=[])
    told = catalog.text("bahaya.listrik", hubungi=[{"nama": "PLN", "nomor": "(0420) 123"}], dicatat=True)
    assert "(0420) 123" in told
    assert "terdekat" not in told


def test_a_facilitator_hears_of_a_number_only_where_there_was_one(catalog: Catalog) -> None:
    for case in catalog.danger.cases:
        if case.tell != "tidak":
            told = [
                catalog.text(
                    f"bahaya.kabar_{case.key}", tempat="x", kata="y", nomor=n, kutipan="", kira=False, lain=False
                )
                for n in (True, False)
            ]
            assert ["sudah kami beri nomor" in text for text in told] == [True, False]


def test_despair_and_violence_are_asked_for_and_complaints_told_to_nobody(catalog: Catalog) -> None:
    by_tell = {tell: {one.key for one in catalog.danger.cases if one.tell == tell} for tell in ("desa", "tanya")}
    assert by_tell == {"desa": {"bencana", "kebakaran", "korban"}, "tanya": {"putus_asa", "kekerasan"}}


def test_looking_for_danger_in_a_usual_story_costs_little(catalog: Catalog) -> None:
    story = "Jalan ke kebun licin kalau hujan, sudah tiga tahun. " * 60
    assert yardsticks(lambda: catalog.danger.find(story), 20) < 0.15

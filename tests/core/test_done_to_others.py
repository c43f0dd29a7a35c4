"""What somebody does to another one is as much violence as what is done to whoever tells it."""

import pytest

from bot.catalog import Catalog


@pytest.mark.parametrize(
    "text",
    [
        "kak pak gusti pegang2 badan teman sy di wc kemarin, dia nangis",
        "ada guru di sekolahku suka raba2 murid",
        "guru ngaji pegang2 anakku di mushola",
        "bapakku pukul ibuku pakai sapu tiap malam",
        "tetangga sy hajar istrinya sampai berdarah tadi malam",
        "bapak tiriku suka intip saya mandi",
        "anak tetangga dikurung di kandang, dirantai bapaknya",
        "kalo ada guru yg suka pegang2 murid lapor ke siapa",
    ],
)
def test_it_is_answered_as_violence(catalog: Catalog, text: str) -> None:
    assert [one.case.key for one in catalog.danger.find(text)] == ["kekerasan"]


@pytest.mark.parametrize(
    "text",
    [
        "suami lg ngamuk pegang parang, anak2 sy nangis",
        "suamiku bawa pisau mengejar sy",
        "suamiku lagi marah2 banting barang, sy kunci diri di kamar",
        "bapak pukul sy lagi, sy kelas 6",
        "tetangga mengamuk bawa parang di Kolai malua",
        "mantanku kejar ka bawa badik di desa Bonto kecamatan Malua",
        "bapakku ngamuk lagi, kami sembunyi",
        "iparku mabuk bawa parang di depan rumah",
        "anak saya mengamuk bawa pisau",
    ],
)
def test_violence_that_holds_now_is_heard_before_any_act(catalog: Catalog, text: str) -> None:
    found = catalog.danger.find(text)
    assert [one.case.key for one in found if not one.mild] == ["kekerasan"]
    assert catalog.danger.is_urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "bapak saya bawa parang ke kebun tiap pagi",
        "sapi mengamuk merusak kebun, minta pagar",
        "sungai mengamuk tiap musim hujan",
        "anjing mengejar saya di jalan",
        "orang gila sering ngamuk di pasar, minta pos keamanan",
        "suami saya kejar waktu ke puskesmas",
        "tetangga marah2 soal sampah",
        "orang banting harga kopi",
        "pukul 8 anak saya pulang sekolah lewat jembatan",
        "anak2 main tendang bola di jalan",
        "ikat anaknya di punggung waktu menyeberang",
        "sapi dikurung di kandang, pagar dirantai",
        "pegangan jembatan patah, takut anakku jatuh",
        "tempat mandi umum rusak, orang mandi di sungai",
    ],
)
def test_what_only_sounds_so_is_none(catalog: Catalog, text: str) -> None:
    assert not [one for one in catalog.danger.find(text) if one.case.key == "kekerasan"]


#: As people tell it of a third person, each line one of them.
TOLD = """
pak guru suka peluk2 cium murid perempuan
tetangga sy hajar istrinya
anak tetangga dirantai bapaknya
guru ngaji pegang2 anakku, lapor ke mana
ada tetangga sering pukuli anaknya pakai sapu
bapak tirinya suka masuk kamar anak gadisnya malam2
anak kelas 4 itu sering lebam, katanya dipukul ibunya
tetangga tiap malam teriak2 dipukul suaminya
ada anak disundut rokok sama omnya
keponakanku dihamili pamannya
anak di bawah umur mau dinikahkan paksa
anak sebelah rumah tidak dikasih makan sama ibu tirinya
kepala sekolah raba-raba siswi di kantornya
ustadz di pesantren itu suka panggil santri ke kamarnya pegang2
pamanku sering pegang kemaluan adikku
nenek di sebelah dipukul anaknya kalau minta makan
orang gila dipasung di belakang rumah keluarganya
murid SD dipaksa buka baju sama penjaga sekolah
suaminya temanku selalu tampar dia di depan anak2
istri pak dusun babak belur na hajar suaminya
anak itu na pukul bapaknya pake kabel
tetangga nasiksa anaknya
ada bapak yang setubuhi anak kandungnya
ada yang jual anaknya ke om-om
anak tetangga diperkosa, keluarganya takut lapor
pelatih silat peluk paksa murid perempuannya
teman sekelas anakku dibully sampai berdarah
anakku dipalak dan dipukul kakak kelasnya di sekolah
guru cubit murid sampai biru
guru tampar muridnya sampai telinganya berdarah
ada ibu buang bayinya di kebun
mertuanya kurung dia di kamar tidak boleh keluar
adik ipar saya dianiaya suaminya
suaminya ancam mau bunuh dia pakai parang
tukang ojek cium anak kecil di pos ronda
imam masjid itu katanya suka cabul sama anak2 ngaji
anak perempuan itu dipaksa kerja malam di kafe sama tantenya
bapaknya mabuk terus anaknya dilempar piring
saya lihat tetangga injak2 kepala istrinya
siswi smp dikirimi foto telanjang sama gurunya
tetanggaku itu na hajar terus istrina
pak guru na peluk2 terus murid perempuannya
anak tetangga natampar bapakna tiap hari
istrinya sering kena pukul
om nya suka intip anak gadis mandi
anak disabilitas itu dilecehkan tetangganya
ibu tirinya siram dia air panas
dia tidak pernah kasih makan itu anak, dikunci di kamar
kami dengar anak menjerit tiap malam dipukuli
ada guru minta murid kirim foto tidak pakai baju
tetangga depan rumah tiap malam hajar bininya
bu, ada anak di sebelah sering dipukul pakai ikat pinggang
omnya suka pegang2 dia kalau mandi
guru olahraga sentuh2 dada murid
wali kelasnya suka chat mesum ke anak saya
ponakan sy diapa-apakan sama sepupunya
anak tetangga badannya penuh luka bakar rokok
suaminya sering banting dia ke lantai
istrinya dilarang keluar rumah dan dipukul terus
bapaknya jual dia sama laki-laki tua
anak 13 tahun mau dikasih kawin sama orang tuanya
dia bilang ditiduri sama bapak tirinya
pak rt colek2 anak gadis
saya dengar tetangga teriak minta tolong dipukuli suaminya
temanku dipaksa suaminya layani dia
adik kelas sy dipegang2 sama gurunya
ada lansia ditelantarkan anaknya tidak dikasih makan
anaknya diikat di pohon sama bapaknya
anaknya dijemur sampai pingsan sama ibunya
penjaga kos ngintip anak perempuan mandi
murid ngaji disodomi gurunya
anak laki2 itu dilecehkan seniornya di asrama
pacarnya ancam sebar foto dia
istri tetangga matanya bengkak dipukul lagi
ibunya pukul dia pakai gagang sapu sampai berdarah
kepala dusun main paksa sama janda
ada orang mau culik anak sekolah
suaminya bakar baju istrinya terus pukul dia
perempuan itu sering diseret suaminya
bos kebunnya paksa dia tidur bersama
bapaknya kalau mabuk suka ngamuk pukul anak2nya
dia takut pulang krn bapaknya suka tendang dia
anak yatim itu disuruh kerja kayak budak sama pamannya
kami lihat guru menempeleng siswa
siswa dihukum sampai muntah darah
itu anak kodong selalu nasiksa mamanya
bayi baru lahir ditemukan di semak
anak dititip di panti malah dianiaya
"""

#: And as they tell of a road, a herd or a meeting.
NOT_TOLD = """
jalan dihajar banjir tiap tahun
pegang2 tangan nenek waktu menyeberang karena jembatan goyang
mau usul sosialisasi kekerasan
usul pelatihan pencegahan kekerasan pada anak
mau usul rumah aman untuk perempuan korban kekerasan
jembatan dihantam kayu
jalan dipukul rata dulu baru dicor
anak-anak main bola tendang2 di lapangan
murid suka peluk gurunya kalau pulang
guru cium bau busuk dari selokan
orang tua peluk anaknya waktu banjir
sapi dipukul anak-anak
pukul 8 murid masuk sekolah
ibu pukul lesung di bawah kolong rumah
sumur dikurung pagar
anak sekolah terkurung hujan
ayam dikurung di kandang
kambing dirantai di pinggir jalan
tanaman kami dihajar hama tikus
anak tidak dikasih makan siang gratis di sekolah
murid dipaksa lewat sungai karena jembatan putus
siswa terpaksa jalan kaki 5 km
bayi ditimbang di posyandu
kepala dusun panggil warga ke rumahnya
anak gadis putus sekolah karena jauh
tolong dibuatkan lampu, jalan gelap takut diganggu orang
guru honor tidak digaji
ibu hamil ditandu ke puskesmas
usul pelatihan silat untuk pemuda
usul perlindungan perempuan dan anak di desa
kursi dipegang anak-anak sampai rusak
minta pos ronda, banyak pencurian
pohon dipeluk orang 3 juga tidak cukup, mau tumbang
murid dicubit nyamuk terus di kelas
anak-anak dilempar batu kerikil dari mobil yang lewat jalan rusak
gurunya pegang dua kelas
guru pegang kelas 3 dan 4 sekaligus
bapaknya mabuk laut waktu nyeberang
telinga murid sakit karena bising pabrik
usul pembentukan satgas perlindungan perempuan dan anak
usul pelatihan guru tentang pencegahan perundungan di sekolah
sosialisasi bahaya pernikahan dini
minta penyuluhan kdrt untuk ibu2 majelis taklim
program sekolah ramah anak tanpa kekerasan
mau usul penyuluhan kekerasan dalam rumah tangga
minta anggaran pencegahan pernikahan anak
mau usul kegiatan pencegahan kekerasan seksual untuk remaja
minta pengadaan lampu karena anak gadis takut pulang ngaji malam
anak2 pegang kabel listrik yang jatuh
air masuk kamar anak gadis saya waktu banjir
anak sapi dijual ke pasar karena jalan rusak
ayam dicuri orang tiap malam
anak-anak kejar2an di jalan ditabrak motor
pohon tumbang hajar atap rumah
ombak hajar perahu nelayan
angin menghajar atap sekolah
hujan hajar padi kami
truk injak2 jalan desa sampai hancur
sapi injak2 tanaman istri saya
kerbau injak padi mertuaku
anak saya jatuh sampai lebam karena jalan licin
anak-anak dikasih makan ibunya di posyandu
balita kurang gizi karena tidak cukup makan
pintu sekolah dikunci, anak-anak tidak bisa masuk
gedung dikunci sama pak desa
ibu gendong anaknya lewat sungai, pegang2 tali
murid pegang2 dinding karena jembatan goyang
guru raba2 jalan karena gelap
cubit sedikit dana desa untuk posyandu
minta alat musik gendang, dipukul waktu pesta
minta alat cukur kambing
kolam dikurung jaring
warga kurung sapi di lapangan
bola ditendang masuk kebun
tarif dipalak preman di pasar
anak murid disuruh menyeberang sungai
murid disuruh pulang karena atap bocor
foto anak-anak mandi di sungai sebagai bukti
"""


@pytest.mark.parametrize("text", TOLD.strip().splitlines())
def test_of_a_third_person_it_is_answered_too(catalog: Catalog, text: str) -> None:
    assert ("kekerasan", False) in [(one.case.key, one.mild) for one in catalog.danger.find(text)]


@pytest.mark.parametrize("text", NOT_TOLD.strip().splitlines())
def test_no_other_story_or_usulan_is_taken_for_it(catalog: Catalog, text: str) -> None:
    assert ("kekerasan", False) not in [(one.case.key, one.mild) for one in catalog.danger.find(text)]

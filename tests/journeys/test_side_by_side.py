"""Several groups, or several answers, told side by side in one message: none of them is lost, and each is said back."""

import pytest

from bot.simulator.chats import Person
from tests.journeys.test_whole_usulan import told_so_far
from tests.journeys.villagers import consent, name_place, tell
from tests.listening.hearing import heard, values
from tests.listening.moments import Moment, line
from tests.support.client import words_of
from tests.support.content import catalog_of
from tests.support.sentences import mentions
from tests.support.town import Town

_ORDER = ("kategori", "merasakan", "jumlah", "kurang_mampu", "lokasi", "patokan", "ukuran", "alasan", "sumbangan")


async def until(place: Town, key: str) -> Person:
    """Somebody who passed over what comes before."""
    sitti = await consent(place)
    await name_place(place, sitti)
    await tell(place, sitti)
    for question in _ORDER[: _ORDER.index(key) + 1]:
        await place.ask(sitti, "lewati", mentions(f"form.usulan.{question}.tanya"))
    return sitti


async def test_two_groups_are_a_sum_that_is_asked_about(place: Town) -> None:
    sitti = await until(place, "jumlah")
    text = "sudah kubilang 38 balita 6 bumil. ih bot ini cerewet sekali"
    await place.ask(sitti, text, mentions("pengertian.maksudnya"))
    await place.press(sitti, "44 orang", mentions("form.usulan.kurang_mampu.tanya"))
    assert (await told_so_far(place))["jumlah"] == {"total": 44}


@pytest.mark.parametrize(
    "text",
    [
        "kubilang tadi 12 anak 5 lansia",
        "tadi itu 38 balita, 6 bumil",
        "itumi 12 anak 5 lansia",
        "sdh 20 lansia 5 janda",
        "balita 38 bumil 6 sudah sy blg",
    ],
)
def test_the_last_group_alone_is_never_all(text: str) -> None:
    assert "jumlah" not in values("jumlah", text)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("kubilang tadi 38 balita eh 6 bumil", "6"),
        ("masa 30 anak. 25 anak saja", "25"),
        ("bukan 38 balita, 36 balita", "36"),
        ("kubilang 38 balita bukan 6 bumil", "38"),
        ("katanya 30 anak tapi 25 lansia ji yang ikut", "25"),
    ],
)
def test_of_two_that_are_told_against_each_other_one_counts(text: str, people: str) -> None:
    assert heard("jumlah", text).values["jumlah"] == people


_FARMERS = "Saluran irigasi jebol, 40 petani tidak dapat air. Sudah tiga tahun, gagal panen terus."


@pytest.mark.parametrize("behind", ["6 sudah merantau", "enam orang sudah pindah", "yang 6 sudah di malaysia"])
async def test_a_number_put_right_behind_the_hope_loses_neither(place: Town, behind: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _FARMERS, mentions("form.usulan.harapan.tanya"))
    text = f"saluran dicor supaya nda jebol lagi. eh itu 40 tadi salah, 34 petani saja, {behind}"
    await place.ask(sitti, text, mentions("form.usulan.foto.tanya"))
    told = await told_so_far(place)
    assert told["harapan"]["text"].strip(" .") == "saluran dicor supaya nda jebol lagi"
    assert told["jumlah"] == {"total": 34}
    assert "34 petani" in told["cerita"]["text"]


async def test_a_number_put_right_behind_the_hope_leaves_it_whole(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _FARMERS, mentions("form.usulan.harapan.tanya"))
    text = "saluran dicor supaya nda jebol lagi. eh itu 40 tadi salah, 34 petani saja, 2 sudah meninggal"
    await place.ask(sitti, text, mentions("mesin.ralat_kata"))
    told = await told_so_far(place)
    assert told["jumlah"] == {"total": 34}
    assert told["harapan"]["text"].strip(" .") == "saluran dicor supaya nda jebol lagi"


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("harapan", "saluran dicor sepanjang 40 meter. 6 orang sudah merantau"),
        ("alasan", "sering jebol. 40 orang itu susah semua"),
        ("alasan", "kami sudah capek. tiap tahun 40 petani gagal panen, 6 sudah merantau"),
        ("harapan", "dibuatkan talud. jangan seperti dulu, 6 bulan sudah roboh"),
    ],
)
def test_a_number_behind_an_answer_that_puts_nothing_right_is_part_of_it(at: str, text: str) -> None:
    told = heard(at, text, "jumlah=40")
    assert told.values[at] == "*"
    assert "jumlah" not in told.values


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("mau bantu kasi berdiri tiangnya", "tenaga"),
        ("kami siap pasang tiang", "tenaga"),
        ("bisa ki angkut batu dari sungai", "tenaga"),
        ("sy bantu tebang kayu sama pikul ji", "tenaga"),
        ("kasih naik papan ke atas kami bisa", "tenaga"),
        ("kasi tiang 10 batang", "bahan"),
        ("kami kasi kayu", "bahan"),
        ("angkat batu, pasir juga ada", "tenaga,bahan"),
        ("tenaga sama kayu", "tenaga,bahan"),
        ("tanah ada, gali juga siap", "tenaga,tanah"),
    ],
)
def test_what_is_worked_on_is_no_gift_and_a_gift_no_work(text: str, given: str) -> None:
    assert set(values("sumbangan", text)["sumbangan"].split(",")) == set(given.split(","))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("tua muda satu kampung", "semua"),
        ("tua muda kena ji semua", "semua"),
        ("kecil besar kena smua ki", "semua"),
        ("orang tua sama anak muda", "lansia,muda"),
        ("anak muda", "muda"),
        ("yang tua", "lansia"),
    ],
)
def test_old_and_young_are_everybody_and_each_alone_is_not(text: str, who: str) -> None:
    assert set(values("merasakan", text)["merasakan"].split(",")) == set(who.split(","))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("sbentar malam jam 8", "2026-11-26 20:00"),
        ("bentar malam jam 7", "2026-11-26 19:00"),
        ("sbntr sore jam 4", "2026-11-26 16:00"),
        ("tar malam jam 8 nah", "2026-11-26 20:00"),
    ],
)
def test_a_while_from_now_in_the_evening_is_today(text: str, when: str) -> None:
    assert values("waktu", text) == {"waktu": when}


@pytest.mark.parametrize("text", ["bentar lagi", "tunggu bentar", "sbntr pi nah"])
def test_a_while_from_now_alone_is_no_day(text: str) -> None:
    assert values("waktu", text) == {}


async def test_a_landmark_behind_the_size_is_taken_with_it(place: Town) -> None:
    sitti = await until(place, "ukuran")
    text = "panjang 150 m lebar 2 m, patokannya dekat masjid tua"
    shown = await place.ask(sitti, text, mentions("form.usulan.alasan.tanya"))
    assert "dekat masjid tua" in words_of(shown)
    told = await told_so_far(place)
    assert (told["patokan"], len(told["ukuran"]["sizes"])) == ({"text": "dekat masjid tua"}, 2)


@pytest.mark.parametrize(
    ("at", "text", "mark"),
    [
        ("ukuran", "panjang 150 m. patokannya masjid tua", "masjid tua"),
        ("ukuran", "lebarnya 2 m, patokannya samping SD ji", "samping SD ji"),
        ("patokan", "patokannya masjid raya, panjangnya 200 m", "masjid raya"),
        ("patokan", "patokan: pasar lama", "pasar lama"),
        ("patokan", "patokannya dekat masjid tua", "dekat masjid tua"),
        ("patokan", "panjang 150 m lebar 2 m, patokannya dekat masjid tua", "dekat masjid tua"),
        ("jumlah", "laki 20, perempuan 30, patokannya dekat SD", "dekat SD"),
    ],
)
def test_a_landmark_is_told_by_its_name_and_kept_without_it(at: str, text: str, mark: str) -> None:
    step = Moment(catalog_of(), line(at, text)).say(text)
    assert step.state.answers["patokan"].value == {"text": mark}
    assert at in step.state.answers


@pytest.mark.parametrize("text", ["lebarnya 2 m, patokannya belum tahu", "40 orang, patokannya tidak ada"])
def test_that_it_is_not_known_is_no_landmark(text: str) -> None:
    assert "patokan" not in heard("ukuran" if "2 m" in text else "jumlah", text).values


@pytest.mark.parametrize("at", ["alasan", "harapan", "sumbangan", "jumlah"])
@pytest.mark.parametrize("text", ["dusunnya patondon", "Dusunku Buttu Batu", "dusunnya Limbong"])
def test_another_dusun_that_is_named_alone_waits_for_a_yes(at: str, text: str) -> None:
    step = Moment(catalog_of(), line(at, text, "kecamatan=Maiwa", "desa=Pattondon Salu", "dusun=Jambu")).say(text)
    waits = step.state.pending["confirm"]
    assert (waits["question"], waits["value"]["name"]) == ("dusun", text.split(" ", 1)[1])
    assert at not in step.state.answers


@pytest.mark.parametrize(
    "text",
    ["dusunnya terpencil", "dusunnya jauh dari kota", "dusunku gelap sekali", "dusunnya paling miskin"],
)
def test_what_is_told_of_the_dusun_is_no_other_one(text: str) -> None:
    told = heard("alasan", text, "kecamatan=Maiwa", "desa=Pattondon Salu", "dusun=Jambu")
    assert told.values == {"alasan": "*"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("lima belas orang, satu kelompok tani ji", "15"),
        ("15 orang, 1 kelompok tani", "15"),
        ("30 orang, 2 kelompok tani", "30"),
        ("20 KK, satu kelompok tani", "KK20"),
        ("12 petani, 3 kelompok tani", "12"),
        ("laki 10 perempuan 5, satu kelompok tani", "L10 P5"),
        ("kelompok tani 25 orang", "25"),
        ("25 kelompok tani", "25"),
        ("15 anggota kelompok tani", "15"),
    ],
)
def test_in_how_many_groups_they_are_is_no_number_of_people(text: str, people: str) -> None:
    assert heard("jumlah", text).values["jumlah"] == people


async def test_a_promise_behind_the_reason_answers_both(place: Town) -> None:
    sitti = await until(place, "alasan")
    text = "karena anak-anak jatuh terus di situ waktu hujan, warga siap sumbang tenaga"
    shown = await place.ask(sitti, text, "Kami catat begini")
    assert "Tenaga" in words_of(shown)
    told = await told_so_far(place)
    assert (told["alasan"], [one["value"] for one in told["sumbangan"]]) == ({"text": text}, ["tenaga"])


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("supaya anak2 tidak jatuh lagi. warga siap gotong royong", "tenaga"),
        ("sudah lama rusak dan warga mau sumbang tanah", "tanah"),
        ("krn licin, tenaga kami siap ji", "tenaga"),
        ("krn bahaya. kami sanggup patungan sama kerja bakti", "tenaga,uang"),
        ("kami rela kasih tanah, karena itu jalan satu satunya", "tanah"),
        ("warga sudah gotong royong terus tapi rusak lagi", ""),
        ("karena kami sudah capek kerja bakti tiap tahun", ""),
        ("warga tidak siap kalau disuruh patungan", ""),
        ("dulu tanah sudah dihibahkan tapi tidak jadi juga dibangun", ""),
        ("anak2 tidak siap ke sekolah karena banjir, tanahnya longsor", ""),
        ("karena sudah dijanji mau disumbang bahan sama pak dewan", ""),
    ],
)
def test_only_what_they_promise_is_a_gift_beside_the_reason(text: str, given: str) -> None:
    told = heard("alasan", text).values
    assert told["alasan"] == "*"
    assert set(told.get("sumbangan", "").split(",")) == set(given.split(","))


@pytest.mark.parametrize("text", ["2004 → 2019", "2019", "thn 2004 2019"])
def test_nothing_but_years_is_no_reason(text: str) -> None:
    step = Moment(catalog_of(), line("alasan", text)).say(text)
    assert "alasan" not in step.state.answers
    assert "mesin.cerita_angka" in str(step.say)


@pytest.mark.parametrize("text", ["sejak 2004", "2004 sampai 2019 jebol terus", "3x jebol"])
def test_years_that_tell_something_are_a_reason(text: str) -> None:
    assert heard("alasan", text).values["alasan"] == "*"


@pytest.mark.parametrize("text", ["5 kelompok tani. 1 kelompok isinya 25 org", "3 kelompok tani, 10 orang"])
def test_of_several_groups_they_may_be_those_of_each(text: str) -> None:
    assert "jumlah" not in heard("jumlah", text).values


def test_a_group_that_is_denied_is_put_right_by_no_sentence_about_another_question() -> None:
    text = "yang merasakan itu pedagang, bukan petani. yang kurang mampu 10 kk"
    assert "miskin" not in heard("kurang_mampu", text, "merasakan=tani").values.get("merasakan", "")

"""Several answers in one message: each is kept where it belongs, and what answers nothing is no answer. What sounds
like "later" may be the story; what is said to be wrong is no reason."""

import pytest

from bot.core.flow.interpreter import State
from bot.core.forms.say import Step
from tests.listening.hearing import heard, values
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of

PLACE = ("kecamatan=Maiwa", "desa=Pattondon Salu", "dusun=Jambu")


def _step(at: str, text: str) -> tuple[State, Step]:
    moment = Moment(catalog_of(), line(at, text, *PLACE))
    return moment.state, moment.say(text)


def _kept(step: Step) -> str:
    return str(step.state.answers["juga"].value["text"]) if "juga" in step.state.answers else ""


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("sumbangan", "tenaga sama pasir. harus didahulukan karena anak sekolah lewat situ tiap hari", "tenaga,bahan"),
        (
            "sumbangan",
            "Sumbangannya tenaga dan tanah. Perlu didahulukan karena dua orang jatuh",
            "tenaga,tanah",
        ),
        ("sumbangan", "kerja bakti. ini harus cepat karena sudah dua kali longsor tahun ini", "tenaga"),
    ],
)
def test_why_it_comes_first_beside_what_is_given(at: str, text: str, told: str) -> None:
    got = values(at, text)
    assert {"sumbangan", "alasan"} == set(got)
    assert set(told.split(",")) == set(got["sumbangan"].split(","))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tidak ada sumbangan. alasannya: harga jagung jatuh, warga lagi susah makan", "susah makan"),
        ("tidak ada. alasannya panen gagal, orang lagi susah", "lagi susah"),
    ],
)
def test_that_nothing_is_given_and_the_reason_of_two_clauses(text: str, reason: str) -> None:
    _, step = _step("sumbangan", text)
    assert [{"value": "tidak_ada"}] == [{"value": one["value"]} for one in step.state.answers["sumbangan"].value]
    assert reason in step.state.answers["alasan"].value["text"]


@pytest.mark.parametrize(
    ("at", "text", "size"),
    [
        ("ukuran", "2 unit, dipasang dekat SD", "2 unit"),
        ("ukuran", "panjang 150 meter lebar 3 meter. tempatnya dekat masjid, pas di tikungan", "p 150 m x l 3 m"),
        ("jumlah", "2 unit, dipasang dekat SD", "2 unit"),
        ("jumlah", "3 unit, ditaruh di depan pustu", "3 unit"),
    ],
)
def test_where_it_is_beside_how_big_it_is(at: str, text: str, size: str) -> None:
    assert {"ukuran": size, "patokan": "*"} == values(at, text)


def test_all_that_was_said_of_the_place_is_kept() -> None:
    _, step = _step("jumlah", "30 kk. tempatnya di belakang pasar, samping pos ronda")
    assert "samping pos ronda" in step.state.answers["patokan"].value["text"]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("ukuran", "enam titik lampu pak, dua di tanjakan empat di dekat kuburan"),
        ("jumlah", "40 orang di dekat pasar"),
        ("ukuran", "60 meter, tempatnya pak dusun yang tau"),
        ("ukuran", "8 titik lampu, dua di tikungan enam di dekat pasar"),
        ("jumlah", "25 kk di dekat masjid"),
        ("ukuran", "4 m kali 6 m, itu pos posyandunya"),
    ],
)
def test_where_some_of_them_are_is_no_landmark(at: str, text: str) -> None:
    assert "patokan" not in values(at, text)


@pytest.mark.parametrize(
    "text",
    [
        "minta diperbaiki bendungnya, sawah dibawahnya itu ada 12 hektar",
        "minta irigasi untuk sawah 12 hektar",
        "mohon diperbaiki irigasi yang mengairi 12 ha sawah",
        "mau dibuatkan embung. sawah di sini 20 ha",
        "mohon saluran dirabat, yg terairi 8 hektar",
        "bendungnya diperbaiki mi, sawahnya orang 15 hektar",
        "minta sumur bor buat kebun bawang 4 ha",
        "tolong dipompakan air ke sawah, ada kira2 10 hektar sawah kering",
    ],
)
def test_land_that_is_served_is_not_how_big_it_is(text: str) -> None:
    _, step = _step("harapan", text)
    assert "harapan" in step.state.answers
    assert "ukuran" not in step.state.answers


@pytest.mark.parametrize(
    "text",
    [
        "minta lahan dipagari 2 hektar",
        "minta buka lahan, luasnya 3 hektar",
        "minta bibit kopi 5 hektar",
        "dibukakan lahan 2 ha untuk kelompok tani",
        "minta dirabat, panjangnya 300 meter",
        "minta bak penampung air 2 unit untuk warga",
    ],
)
def test_how_big_what_is_hoped_for_is(text: str) -> None:
    _, step = _step("harapan", text)
    assert "ukuran" in step.state.answers


@pytest.mark.parametrize("at", ["foto", "jumlah", "ukuran", "lokasi"])
@pytest.mark.parametrize(
    "text",
    [
        "nanti anak2 ditimbang di tanah",
        "nanti kalau hujan banjir",
        "nanti orang jatuh lagi di situ",
        "nanti longsor tutup jalan",
        "nanti air masuk rumah kalau tidak dibuat",
    ],
)
def test_what_happens_otherwise_is_told_and_stops_nothing(at: str, text: str) -> None:
    _, step = _step(at, text)
    assert text in _kept(step)
    assert at == step.say[0].question


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("foto", "nanti lagi mau ambil air dulu"),
        ("foto", "nanti kalau anakku pulang"),
        ("jumlah", "nanti kutanya pak dusun"),
        ("ukuran", "nanti sa ukur dulu besok"),
        ("foto", "nanti kalau hujan reda"),
        ("lokasi", "nantipi kalau sampai di sana"),
        ("jumlah", "nantipi kulanjutkan"),
    ],
)
def test_later_is_later(at: str, text: str) -> None:
    before, step = _step(at, text)
    assert before.answers == step.state.answers
    assert "nanti" in heard(at, text, *PLACE).acts


def test_a_story_before_it_is_told() -> None:
    text = "jalan licin sekali kalau hujan, nanti kutanya dulu suami sejak kapan"
    assert text == _step("cerita", text)[1].state.answers["cerita"].value["text"]


@pytest.mark.parametrize("at", ["cerita", "alasan", "jumlah", "patokan"])
@pytest.mark.parametrize(
    "text",
    [
        "ada yang salah kutulis tadi di atas",
        "salah ka tadi di atas",
        "keliru ka tadi",
        "ada yang keliru di atas tadi",
        "ada salah tulisanku di atas tadi",
    ],
)
def test_that_something_is_wrong_is_no_answer(at: str, text: str) -> None:
    before, step = _step(at, text)
    assert before.answers == step.state.answers


@pytest.mark.parametrize("text", ["2019", "2021", "15"])
def test_a_bare_number_is_near_nothing(text: str) -> None:
    _, step = _step("patokan", text)
    assert "patokan" not in step.state.answers
    assert "patokan" == step.say[0].question
    assert (text if len(text) > 3 else "") == _kept(step)


@pytest.mark.parametrize("text", ["km 5", "SD 44", "dekat SDN 12", "pos 3"])
def test_a_name_with_a_number_is(text: str) -> None:
    assert "patokan" in _step("patokan", text)[1].state.answers


CALLS = ["jgn ditelpon ka", "nda usah telpon sy", "jangan hubungi saya", "tdk usah ditelpon", "jangan ditelpon nah pak"]


@pytest.mark.parametrize("at", ["cerita", "alasan", "jumlah", "sumbangan"])
@pytest.mark.parametrize("text", [*CALLS, "ndak usah mi ditelpon", "jangan telfon ka nah", "saya tidak mau ditelpon"])
def test_that_nobody_is_to_ring_reaches_whoever_reads(at: str, text: str) -> None:
    _, step = _step(at, text)
    assert text in _kept(step)
    assert ["tulis_saja"] == [wish.act for wish in step.wishes]
    assert at == step.say[0].question


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("cerita", "kalau ditelpon petugas puskesmas tidak pernah datang"),
        ("alasan", "karena ibu hamil tidak bisa telpon bidan"),
        ("harapan", "minta tower supaya bisa menelpon"),
        ("cerita", "sinyal tidak ada, orang sakit tidak bisa telpon ambulans"),
        ("alasan", "jangan sampai orang tidak bisa menelpon bidan lagi"),
    ],
)
def test_what_tells_of_telephones_is_told(at: str, text: str) -> None:
    assert text == _step(at, text)[1].state.answers[at].value["text"]

"""Amounts among other words, by classes of one more set of another hand: asides of the speaker, what comes nearer, two
sides, what it costs, who receives aid. Beside each class stand words that have to stay what they are."""

import pytest

from tests.listening.hearing import heard, values
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("uang", "850 ribu, itu pun sa pinjam dulu sama sodara", "850000"),
        ("uang", "2 juta, kami pinjam dulu di koperasi", "2000000"),
        ("uang", "15 juta, saya lewat tiap hari di tokonya", "15000000"),
        ("uang", "120 juta, betul tidaknya saya tidak tahu", "120000000"),
        ("uang", "15 juta, entah betul entah tidak", "15000000"),
        ("uang", "kata tukang 15 juta, benar atau tidak kurang tau ka", "15000000"),
        ("ukuran", "700 meter, saya langkahi dulu sama anakku", "700 m"),
        ("ukuran", "tujuh ratus meter barangkali itu nak, saya langkahi ji dulu waktu masih kuat kaki", "~700 m"),
        ("ukuran", "300 meter, waktu kecil saya jalan di situ dulu", "300 m"),
        ("ukuran", "2 kilo setengah bos, sa tiap hari lewat situ bawa bawang", "2.5 km"),
        ("ukuran", "satu kilo lebih, sa lewat tiap hari", ">1 km"),
        ("jumlah", "45 orang, saya juga pernah jatuh dulu", "45"),
    ],
)
def test_what_the_speaker_did_changes_no_amount(at: str, text: str, told: str) -> None:
    assert values(at, text) == {at: told}


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("uang", "850 ribu, saya tanya dulu"),
        ("uang", "850 ribu, saya hitung dulu"),
        ("uang", "850 ribu itu dulu"),
        ("uang", "850 ribu, itu pun masih kurang"),
        ("uang", "15 juta, kami bayar tiap bulan"),
        ("ukuran", "700 meter, saya ukur dulu"),
        ("ukuran", "20 karung, kami pakai tiap bulan"),
        ("jumlah", "45 orang, itu dulu"),
        ("jumlah", "45 orang, kami hitung dulu"),
    ],
)
def test_what_is_still_to_come_or_comes_again_is_asked(at: str, text: str) -> None:
    assert at not in values(at, text)


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("uang", "tidak sampai sejuta ji kodong, delapan ratus lima puluh ribu", "850000"),
        ("uang", "lebih dari 10 juta, 12 juta begitu", "12000000"),
        ("ukuran", "tidak sampai 1 km, 800 meter ji", "800 m"),
        ("ukuran", "lebih 200 meter, 230 kalau tidak salah", "~230 m"),
        ("jumlah", "tidak sampai seratus orang, 87", "87"),
        ("jumlah", "lebih 50 orang, 54 tepatnya", "54"),
        ("jumlah", "tidak sampai 30 rumah, 27 rumah", "R27"),
        ("kurang_mampu", "tidak sampai 20 kk, 17 ji", "KK17"),
        # another thing, or another sort of them
        ("jumlah", "tidak sampai 100 orang, 40 laki-laki", "<100 L40"),
        ("jumlah", "tidak sampai 100 orang, 30 KK", "<100 KK30"),
        ("ukuran", "tidak sampai 100 meter, lebar 2", "<100 m x l 2 m"),
    ],
)
def test_what_comes_nearer_is_the_answer(at: str, text: str, told: str) -> None:
    assert values(at, text) == {at: told}


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("uang", "tidak sampai 5 juta, 6 juta"),
        ("uang", "tidak cukup 5 juta, kurang 500 ribu"),
        ("uang", "lebih 5 juta, 6 juta per unit"),
        ("ukuran", "tidak sampai 100 meter, 2 jembatan"),
    ],
)
def test_what_does_not_come_nearer_is_asked(at: str, text: str) -> None:
    assert at not in values(at, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("panjangna dari mesjid ke jembatan 275 meter baru lebarnya dua setengah meter", "p 275 m x l 2.5 m"),
        ("panjangnya dari kuburan sampai sumur 300 meter, lebar 3 meter", "p 300 m x l 3 m"),
        ("tinggi bendungannya 2,5 m, lebar 7 m", "l 7 m x t 2.5 m"),
        ("panjang 120 terus lebarnya 3 meter", "p 120 m x l 3 m"),
        ("3 kilo panjangnya", "p 3 km"),
        ("5 kilo pupuk", "5 kg"),
        ("2 km 300 m", "2300 m"),
        ("jembatan baru 30 meter", "30 m"),
        ("deker 4 unit kita minta, tahun lalu dikasi cuma 1", "4 unit"),
        ("komputernya 12 unit kak, yg lama rusak 9", "12 unit"),
    ],
)
def test_a_size_is_told_among_words(text: str, told: str) -> None:
    assert values("ukuran", text) == {"ukuran": told}


@pytest.mark.parametrize(
    "text",
    ["6 titik, biayanya sktr 18 juta kata orang PLN", "6 titik lampu, harganya 18 juta", "120 meter, Rp 40 juta"],
)
def test_what_it_costs_is_kept_beside_its_size(text: str) -> None:
    assert heard("ukuran", text).values.keys() >= {"ukuran"}
    assert _kept_words("ukuran", text)


def test_a_size_alone_leaves_nothing() -> None:
    assert not _kept_words("ukuran", "6 titik lampu")


def _kept_words(at: str, text: str) -> str:
    moment = Moment(catalog_of(), line(at, text))
    step = moment.say(text)
    return str(step.state.answers["juga"].value["text"]) if "juga" in step.state.answers else ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("yg dapat pkh ada delapan, saya juga satu di situ", {"kurang_mampu": "KK8"}),
        ("penerima pkh 8", {"kurang_mampu": "KK8"}),
        ("penerima bpnt 12 kk", {"kurang_mampu": "KK12"}),
        ("penerima bantuan ada 9", {"kurang_mampu": "KK9"}),
        ("yang terima blt 15 keluarga", {"kurang_mampu": "KK15"}),
        ("yg masuk dtks 7", {"kurang_mampu": "KK7"}),
        ("yg dpt bansos 10 kk", {"kurang_mampu": "KK10"}),
        ("delapan ji yang terima sembako", {"kurang_mampu": "KK8"}),
        ("yg betul2 susah 9 kk, yang dapat pkh lain lagi itu", {"kurang_mampu": "KK9"}),
        ("yang tidak dapat pkh 8", {}),
        ("pkh 8, blt 5", {}),
        ("dapat pkh 2 juta", {}),
    ],
)
def test_who_receives_aid_is_poor(text: str, told: dict[str, str]) -> None:
    assert values("kurang_mampu", text) == told


def test_who_receives_aid_is_not_all_who_feel_it() -> None:
    assert values("jumlah", "yang dapat PKH 8") == {}

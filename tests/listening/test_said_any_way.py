"""One answer in many mouths: with whom one speaks to, with "ji" and "mi", in capitals, without gaps. What is written
down is the same."""

import re
from collections.abc import Callable

import pytest

from tests.listening.hearing import heard
from tests.listening.scoring import Heard

ANSWERS = {
    "jumlah": ("35 kk", "laki-laki 20 perempuan 25", "sekitar 60 orang", "lebih 100 orang", "20 sampai 30 orang"),
    "kurang_mampu": ("7 kk", "sembilan keluarga"),
    "ukuran": ("120 m x 3 m", "panjang 150 meter lebar 2 meter", "sekitar 300 meter", "1,5 km", "3 unit"),
    "merasakan": ("lansia", "semua warga", "petani", "anak sekolah"),
    "kategori": ("jalan", "air bersih", "kesehatan"),
    "sumbangan": ("tenaga", "tenaga dan bahan"),
    "kecamatan": ("kecamatan baraka", "desa boiya"),
    "uang": ("5 juta", "dua juta lima ratus ribu", "10 sampai 15 juta"),
    "waktu": ("senin depan jam 8 pagi", "tgl 5 desember jam 10", "lusa sore"),
}
WAYS: dict[str, Callable[[str], str]] = {
    **{f"{front} …": f"{front} {{}}".format for front in ("eh", "bu,", "tabe pak,", "iye,", "assalamualaikum,")},
    **{f"… {tail}": f"{{}} {tail}".format for tail in ("pak", "ji", "mi", "kodong", "toh", "ya", "itu", "🙏")},
    **{f"…{tail}": f"{{}}{tail}".format for tail in (".", " !!", ", terima kasih", ", pak")},
    "in capitals": str.upper,
    "without gaps": lambda text: re.sub(r"(\d) (?=[a-z])", r"\1", text),
    "wide": lambda text: text.replace(" ", "  "),
}


def _record(at: str, text: str) -> tuple[dict[str, str], set[str]]:
    found: Heard = heard(at, text)
    return found.values, found.acts - {"salam", "terima_kasih"}


@pytest.mark.parametrize("way", WAYS)
def test_whoever_says_it_the_record_is_the_same(way: str) -> None:
    said = [(at, text) for at, texts in ANSWERS.items() for text in texts]
    others = [(at, WAYS[way](text)) for at, text in said]
    assert [(*one, _record(*one)) for one in others] == [
        (*other, _record(*one)) for one, other in zip(said, others, strict=True)
    ]

"""Several usulan in one text are told apart only where it plainly says so."""

import pytest

from bot.core.stories.several import parts_of
from tests.support.town import catalog_of

WORDS = catalog_of().world.spellings.stories


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "pertama jalan tani rusak parah kalau hujan, kedua posyandu bocor atapnya",
            ("jalan tani rusak parah kalau hujan", "posyandu bocor atapnya"),
        ),
        ("Yang pertama jalan rusak. Yang kedua, air keruh", ("jalan rusak", "air keruh")),
        (
            "Usulan kami:\n1. Jalan tani rusak\n2. Posyandu bocor",
            ("Usulan kami: Jalan tani rusak", "Posyandu bocor"),
        ),
        ("1) jalan rusak 2) posyandu bocor 3) air keruh", ("jalan rusak", "posyandu bocor", "air keruh")),
        (
            "jalan tani rusak parah, terus satu lagi air bersih tidak mengalir",
            ("jalan tani rusak parah", "air bersih tidak mengalir"),
        ),
        ("Jalan tani rusak. Satu lagi: air bersih kurang", ("Jalan tani rusak", "air bersih kurang")),
        ("jalan rusak sama minta juga air bersih", ("jalan rusak", "minta juga air bersih")),
        ("Jembatan lapuk. Yang kedua lampu jalan mati", ("Jembatan lapuk", "lampu jalan mati")),
        ("jembatan rusak, sama lampu jalan juga tidak ada", ("jembatan rusak", "lampu jalan juga tidak ada")),
        ("jalan tani rusak dan irigasi kering", ("jalan tani rusak", "irigasi kering")),
        ("sy mau 2: jembatan baru sama jalan ke kebun", ("sy mau 2: jembatan baru", "jalan ke kebun")),
        ("lampu jln ke sekolah gelap, sama wifi gratis", ("lampu jln ke sekolah gelap", "wifi gratis")),
        ("jembatan putus. terus minta wifi untuk anak", ("jembatan putus", "minta wifi untuk anak")),
        (
            "Jalan rusak dan jembatan lapuk, posyandu juga bocor",
            ("Jalan rusak", "jembatan lapuk", "posyandu juga bocor"),
        ),
    ],
)
def test_what_counts_up_is_several(text: str, parts: tuple[str, ...]) -> None:
    assert parts == parts_of(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "Jalan rusak, kedua orang tua saya pernah jatuh",
        "pertama kali rusak tahun 2020, kedua kali tahun 2022",
        "anak pertama jatuh, anak kedua juga jatuh",
        "Dua anak jatuh, satu lagi patah tulang",
        "1. Kalau hujan jalan licin",
        "Sekolah kelas 1. dua ruang bocor",
        "Jalan ke kebun rusak, minta juga dibuatkan talud di pinggirnya",
        "terus satu lagi, air bersih tidak mengalir",
        "jalan gelap dan lampu mati",
        "air tidak sampai karena pipa bocor dan jalan longsor",
        "jalan licin dan anak sekolah jatuh",
        "sekolah tidak ada wc dan air",
        "perbaikan jalan dan jembatan",
        "jalan ke puskesmas rusak, dan puskesmas jauh",
        "Jalannya 2.5 km, lebarnya 1.5 meter",
        "pertama rusak, kedua",
        "",
    ],
)
def test_in_doubt_it_is_one(text: str) -> None:
    assert () == parts_of(text, WORDS)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "saya mau tiga hal pelatihan komputer untuk 25 anak muda, lampu jalan di pertigaan, sama air bersih",
            (
                "saya mau tiga hal: pelatihan komputer untuk 25 anak muda",
                "lampu jalan di pertigaan",
                "air bersih",
            ),
        ),
        (
            "minta 2 hal: lapangan voli buat pemuda sama pelatihan barista",
            ("minta 2 hal: lapangan voli buat pemuda", "pelatihan barista"),
        ),
        ("ada dua hal yang merusak jalan: hujan deras, truk besar, dan longsor", ()),
        ("mau tiga hal: jalan tani, posyandu baru", ()),
    ],
)
def test_as_many_as_are_announced(text: str, parts: tuple[str, ...]) -> None:
    assert parts_of(text, WORDS) == parts

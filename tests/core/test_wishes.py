"""What is hoped for is mostly said as something that is to be done: at the question for it that is the answer, and no
act of ours."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer
from bot.core.understanding.wished import wish_in

TOLD = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"code": "paraja", "name": "Paraja", "desa": "73.16.01.2003"},
    "cerita": {"text": "Pipa air ke dusun bocor, kalau kemarau kering."},
}
HOPES = [
    "tolong itu ibu dibantu",
    "disirtu saja",
    "diperbaiki pipanya, kalo bisa diganti besi",
    "mau usul jalannya dirabat",
    "mohon dibantu",
    "perbaiki ki pak",
    "ganti baru",
    "dikirim dokter",
    "kirimkan bidan",
    "dibatalkan saja tambangnya",
    "jangan dibiarkan begitu",
    "jangan ditebang",
    "cukup disirtu",
    "diulang pekerjaannya",
    "lanjutkan rabatnya",
    "teruskan jalannya",
    "dikembalikan seperti dulu",
    "didatangi petugas",
    "dilihat dulu ke sini",
    "mauka jembatan",
    "tolong dilaporkan ke pupr",
    "dicor mi itu pak",
    "diselesaikan masalahnya",
    "didata ulang",
    "dicarikan jalan keluar",
    "perhatikan kami",
]
TO_US = [
    "bantu ka isi ini",
    "tolong bantu ka",
    "dilewati saja",
    "dibatalkan saja",
    "batalkan saja usulannya",
    "nanti dilanjutkan",
    "ulangi pertanyaannya",
    "tolong jelaskan",
    "kirim usulanku",
    "kirim saja",
    "hapus ceritaku",
    "hapus semua data saya",
    "jangan tulis namaku",
    "ganti yang tadi",
    "kapan diperbaiki",
    "tolong dibantu isi formulirnya",
    "saya mau berhenti dulu",
]


def _hear(catalog: Catalog, text: str) -> Step:
    state = State("usulan", "d", {key: Answer(value) for key, value in TOLD.items()})
    return advance(catalog.flows["usulan"], state, Typed(text, 9), catalog.world)


@pytest.mark.parametrize("text", HOPES)
def test_what_is_to_be_done_is_the_answer(catalog: Catalog, text: str) -> None:
    assert text == _hear(catalog, text).state.answers["harapan"].value["text"]


@pytest.mark.parametrize("text", TO_US)
def test_what_is_asked_of_us_is_no_hope(catalog: Catalog, text: str) -> None:
    assert "harapan" not in _hear(catalog, text).state.answers


@pytest.mark.parametrize(
    ("story", "wish"),
    [
        ("motor kelompok tani tidak mau dipinjamkan ke kami", ""),
        ("pak Aldi tdk mau kasi tanahnya", ""),
        ("kalau mau dipinjam harus bayar", ""),
        ("tidak ada yang mau perbaiki", ""),
        ("air tidak ada, mau dibuatkan sumur", "mau dibuatkan sumur"),
        ("jalan tidak bisa dilewati mau diaspal", "mau diaspal"),
        ("jembatan putus, mauku dibuat yang baru, dari besi", "mauku dibuat yang baru, dari besi"),
        (
            "gelap di tikungan. harapanku dipasangi lampu, kira-kira 3 titik, anakku takut",
            "harapanku dipasangi lampu, kira-kira 3 titik",
        ),
        ("sudah lama kami usulkan, tidak ada jawaban", ""),
        ("airnya habis. kami usul dibuatkan bak, ibu-ibu capek", "kami usul dibuatkan bak"),
        (
            "mudah-mudahan jalan itu dirabat, supaya bisa lewat motor",
            "mudah-mudahan jalan itu dirabat, supaya bisa lewat motor",
        ),
    ],
)
def test_what_is_wanted_is_told_whole_and_what_is_not_is_no_wish(catalog: Catalog, story: str, wish: str) -> None:
    assert wish_in(story, catalog.world) == wish

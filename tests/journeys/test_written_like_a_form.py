"""An usulan that is written like a form, as a kader writes it: each line answers its question, and the story stays
whole."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, words
from tests.support.town import Town

FORM = """Dengan hormat, kami sampaikan usulan:
Lokasi: Dusun Jambu, Desa Pattondon Salu, Kec. Maiwa
Masalah: pipa air bersih rusak sejak Januari 2025, warga mengambil air di sungai
Volume: 850 m
Penerima manfaat: 64 KK / 231 jiwa (L 118, P 113)
KK miskin: 19
Usulan: rehabilitasi jaringan pipa
Swadaya: tenaga kerja dan lahan hibah"""
DASHES = """- Masalah: jalan tani berlumpur, hasil kebun susah keluar
- Panjang: 800 m
- Lebar: 3 m
- Penerima manfaat: petani 45 KK
- Kegiatan: rabat beton
- Alasan: biaya angkut mahal
- Bidang: jalan"""


async def test_before_the_consent_it_needs_nothing_but_what_it_does_not_tell(any_place: Town) -> None:
    hasna = Proposer(any_place, "Hasna")
    await hasna.say(FORM, mentions("izin"))
    await hasna.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))
    await hasna.press(words("tombol.ya_cerita"), "foto")
    told = await told_so_far(any_place)
    assert told["cerita"]["text"] == FORM
    assert told["harapan"]["text"] == "rehabilitasi jaringan pipa"
    assert told["jumlah"] == {"total": 231, "families": 64, "male": 118, "female": 113}
    assert (told["kurang_mampu"]["families"], told["dusun"]["name"]) == (19, "Jambu")
    assert [one["value"] for one in told["sumbangan"]] == ["tenaga", "tanah"]
    assert [(one["amount"], one["unit"]) for one in told["ukuran"]["sizes"]] == [("850", "m")]
    assert "merasakan" not in told


async def test_lines_with_dashes_are_one_usulan_and_no_list_of_several(place: Town) -> None:
    hasna = Proposer(place, "Hasna")
    await hasna.until_story()
    await hasna.say(DASHES, "foto")
    told = await told_so_far(place)
    assert told["cerita"]["text"] == DASHES
    assert (told["harapan"]["text"], told["alasan"]["text"]) == ("rabat beton", "biaya angkut mahal")
    assert [one["side"] for one in told["ukuran"]["sizes"]] == ["p", "l"]
    assert (told["kategori"]["value"], told["jumlah"]["families"]) == ("jalan", 45)


@pytest.mark.parametrize(
    "text", ["catatan: jalan tani rusak parah", "kata pak dusun: sudah lama sekali air bersih susah"]
)
async def test_one_mark_makes_no_form(place: Town, text: str) -> None:
    hasna = Proposer(place, "Hasna")
    await hasna.until_story()
    await hasna.say(text, "harapkan")
    assert "harapan" not in await told_so_far(place)

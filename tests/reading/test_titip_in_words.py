"""What a facilitator types while writing down for somebody: a button's words, "cukup", "pisahkan", a second /titip."""

import json

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HOPE, STORY, Village
from tests.reading.test_titip import agree_by_witness, begin
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words

TWO = "pertama jalan tani rusak sejak banjir, kedua air bersih tidak ada sejak dua bulan"


async def _witnessed(village: Village) -> Person:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    return rahman


async def test_the_words_behind_the_comma_are_the_button(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "cukup", "Perempuan atau laki-laki")
    await village.ask(rahman, "cukup", "18 tahun")
    await village.ask(rahman, "sudah", mentions("form.titip.suara_setuju.tanya"))
    await village.ask(rahman, "direkam", mentions("form.titip.suara_rekaman.tanya"))
    await village.press(rahman, words("tombol.kembali"), mentions("form.titip.suara_setuju.tanya"))
    await village.ask(rahman, "ada saksi", mentions("form.titip.suara_saksi.tanya"))


async def test_enough_is_no_story(village: Village) -> None:
    rahman = await _witnessed(village)
    await village.ask(rahman, "cukup", mentions("mesin.belum_cukup"))
    await village.ask(rahman, STORY, "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.ask(rahman, "cukup", mentions("mesin.bantuan_tinjau", kirim=words("tombol.kirim")))


async def test_to_part_is_a_wish_and_no_answer(village: Village) -> None:
    rahman = await _witnessed(village)
    await village.ask(rahman, TWO, "harapkan")
    await village.ask(rahman, "pisahkan", says("usulan_pisahkan", jumlah=2))
    await village.ask(rahman, HOPE, "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.ask(rahman, "pisahkan", says("usulan_pisahkan", jumlah=2))
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    await village.hears(rahman, says("usulan_berikut"))
    await village.ask(rahman, "pisahkan", "Jambu")
    (row,) = await village.town.rows("SELECT answers FROM usulan")
    assert json.loads(row.answers)["harapan"]["text"] == HOPE


async def test_a_second_one_does_not_throw_the_first_away(village: Village) -> None:
    rahman = await _witnessed(village)
    await village.ask(rahman, STORY, "harapkan")
    shown = await village.ask(rahman, "/titip", says("titip_masih_terbuka", siapa="Nenek Rabi"))
    assert [words("tombol_lanjutkan_tadi"), words("tombol_titip_baru")] == labels(shown)
    await village.press(rahman, words("tombol_lanjutkan_tadi"), "harapkan")
    await village.ask(rahman, "/titip", says("titip_masih_terbuka"))
    await village.press(rahman, words("tombol_titip_baru"), "suara siapa")


async def test_violence_asks_for_no_more_than_it_must(village: Village) -> None:
    rahman = await _witnessed(village)
    await village.ask(rahman, "suaminya pukul dia tiap malam", says("bahaya.lanjut"))
    await village.press(rahman, words("tombol_lanjutkan"), "harapkan")
    card = words_of(await village.ask(rahman, HOPE, mentions("form.titip.tinjau", tertutup=True)))
    assert words("usulan_tanpa_nama_orang") in card
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))


async def test_an_answer_that_is_named_is_put_right_over_the_card_and_after_sending(either_village: Village) -> None:
    village = either_village
    rahman = await _witnessed(village)
    await village.ask(rahman, STORY, "harapkan")
    await village.ask(rahman, "diaspal", "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.ask(rahman, "harapannya tangga semen dan pegangan", mentions("mesin.ralat_kata"))
    await village.ask(rahman, "saksinya Hasan bukan Tombi", mentions("mesin.ralat_kata"))
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    (row,) = await village.town.rows("SELECT answers, agreed FROM usulan")
    assert (json.loads(row.answers)["harapan"]["text"], "juga" in json.loads(row.answers)) == (
        "tangga semen dan pegangan",
        False,
    )
    assert json.loads(row.agreed)["saksi"] == "Hasan"
    await village.ask(
        rahman, "saksinya Nurdin bukan Hasan", says("titip_saksi_dibetulkan", lama="Hasan", baru="Nurdin")
    )
    await village.ask(rahman, "harapannya jalan beton", mentions("ralat_bandingkan"))
    await village.ask(rahman, "ya", says("ralat_dicatat"))
    (row,) = await village.town.rows("SELECT answers, agreed FROM usulan")
    assert (json.loads(row.answers)["harapan"]["text"], json.loads(row.agreed)["saksi"]) == ("jalan beton", "Nurdin")


@pytest.mark.parametrize(
    "typed", ["setuju dia, saya tanya langsung", "dia mau ji, tadi kutanya di rumahnya", "iya boleh"]
)
async def test_that_they_agree_is_no_wish(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await village.ask(rahman, typed, mentions("titip_setuju_bagaimana"))
    await village.press(rahman, "Setuju, ada saksi", mentions("form.titip.suara_saksi.tanya"))
    told = "sudah kutanya semalam dan dia bilang iya boleh saja"
    await village.ask(rahman, told, mentions("form.titip.suara_saksi.tanya"))
    await village.ask(rahman, "Hasnawati", "Dusun")
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, STORY, "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    (row,) = await village.town.rows("SELECT answers FROM usulan")
    assert json.loads(row.answers)["harapan"]["text"] == HOPE
    assert "juga" not in json.loads(row.answers)


async def test_at_the_consent_a_wish_is_asked_for_later_and_what_else_is_told_is_kept(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, STORY, "Itu cerita yang mau disampaikan")
    await village.press(rahman, "Ya, itu ceritanya", "suara siapa")
    await village.ask(rahman, "Nenek Rabi", "Perempuan atau laki-laki")
    await village.press(rahman, "Perempuan", "18 tahun")
    await village.press(rahman, "Sudah 18 tahun", mentions("form.titip.suara_setuju.tanya"))
    await village.ask(rahman, "dibuatkan jamban", mentions("titip_soal_setuju", disimpan=False))
    await village.ask(rahman, "atapnya juga bocor sejak bulan lalu", mentions("titip_soal_setuju", disimpan=True))
    await village.press(rahman, "Setuju, ada saksi", mentions("form.titip.suara_saksi.tanya"))
    await village.ask(rahman, "Hasnawati", "Dusun")
    await village.press(rahman, "Jambu", "harapkan")

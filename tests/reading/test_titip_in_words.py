"""What a facilitator types while writing down for somebody: a button's words, "cukup", "pisahkan", a second /titip."""

import json

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HELP, HOPE, STORY, Village
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
    card = words_of(await village.ask(rahman, HELP, mentions("form.titip.tinjau", tertutup=True)))
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


async def _to_the_consent(village: Village) -> Person:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    return rahman


async def _agreed(village: Village) -> dict[str, str]:
    told: dict[str, str] = json.loads((await village.town.rows("SELECT agreed FROM usulan"))[0][0])
    return told


async def _send(village: Village, rahman: Person) -> None:
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, STORY, "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))


@pytest.mark.parametrize("typed", ["ada saksi Hartati", "setuju, saksinya Hartati"])
async def test_a_witness_named_with_the_agreement_is_the_witness_and_no_wish(village: Village, typed: str) -> None:
    rahman = await _to_the_consent(village)
    await village.ask(rahman, typed, "Dusun")
    await _send(village, rahman)
    assert await _agreed(village) == {"cara": "saksi", "saksi": "Hartati", "jenis": "perempuan"}
    answers = json.loads((await village.town.rows("SELECT answers FROM usulan"))[0][0])
    assert answers["harapan"]["text"] == HOPE


@pytest.mark.parametrize("typed", ["ya", "iye", "cukup", "kirim", "saksinya ada"])
async def test_what_is_no_name_is_no_witness(village: Village, typed: str) -> None:
    rahman = await _to_the_consent(village)
    await village.ask(rahman, "ada saksi", mentions("form.titip.suara_saksi.tanya"))
    await village.ask(rahman, typed, mentions("form.titip.suara_saksi.tanya"))
    await village.ask(rahman, "saksinya Hartati", "Dusun")
    await _send(village, rahman)
    assert (await _agreed(village))["saksi"] == "Hartati"
    typed = "saksinya mina itu Sitti bukan Hartati"
    await village.ask(rahman, typed, says("titip_saksi_dibetulkan", lama="Hartati", baru="Sitti"))
    assert (await _agreed(village))["saksi"] == "Sitti"


async def test_who_writes_it_down_is_no_witness(village: Village) -> None:
    rahman = await _to_the_consent(village)
    await village.ask(rahman, "saksinya saya sendiri", says("titip_saksi_sendiri"))


@pytest.mark.parametrize("typed", ["sudah tua mi", "tua sekali mi", "sudah tua", "tua mi"])
async def test_the_old_are_grown_up(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "Nenek Rabi", "Perempuan atau laki-laki")
    await village.press(rahman, "Perempuan", "18 tahun")
    await village.ask(rahman, typed, mentions("form.titip.suara_setuju.tanya"))


async def test_what_keeps_it_from_being_sent_is_named(village: Village) -> None:
    rahman = await _to_the_consent(village)
    title = words("form.titip.suara_setuju.judul")
    for typed, sentence in (("kirim", "mesin.belum_bisa_kirim"), ("cukup", "mesin.belum_cukup")):
        shown = words_of(await village.ask(rahman, typed, mentions(sentence, judul=title)))
        assert title in shown
        assert "tulis" not in shown.partition("\n")[0]


async def test_it_opens_with_what_is_told_and_the_dusun_of_it_is_known(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    typed = "mau titip usulannya nenek mina tidak punya hp, di jambu dia minta jamban, rumahnya tidak ada wc"
    shown = await village.ask(rahman, typed, "Itu cerita yang mau disampaikan")
    assert "\ndi jambu dia minta jamban" in words_of(shown)
    await village.ask(rahman, "iya", "Perempuan atau laki-laki")
    await village.press(rahman, "Perempuan", "18 tahun")
    await village.ask(rahman, "sudah tua mi", mentions("form.titip.suara_setuju.tanya"))
    await village.ask(rahman, "ada saksi Hartati", "harapkan")
    await village.ask(rahman, HOPE, "foto")
    await village.ask(rahman, "cukup", "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    answers = json.loads((await village.town.rows("SELECT answers FROM usulan"))[0][0])
    assert answers["dusun"] == {"name": "Jambu", "listed": True}
    assert await village.town.rows("SELECT name FROM speakers") == [("Nenek Mina",)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("titip usulan ibu hawa, tidak punya hp", "Ibu Hawa"),
        ("ada usulan ibu sitti aminah, jembatan kayu mau ambruk, anak sekolah lewat tiap hari", "Ibu Sitti Aminah"),
        ("bawakan usulan pak sakka dusun jambu tdk punya hp. jembatan kayu mau ambruk waktu hujan", "Pak Sakka"),
        ("mama hawa dusun jambu tdk punya hp, dia mau usul sumur, airnya kering tiap kemarau", "Mama Hawa"),
    ],
)
async def test_whose_it_is_was_said_with_it(village: Village, typed: str, name: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, typed, says("titip_untuk", nama=name))
    ((state,),) = await village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    assert json.loads(state)["answers"]["suara_nama"]["value"] == {"text": name}


@pytest.mark.parametrize(
    "typed",
    [
        "murid saya Ancu umur 15 mau usul lapangan voli di jambu, sekarang main di jalan",
        "ada usulan dari anak murid saya ancu 15 tahun, minta lapangan voli di jambu karena main di jalan",
        "usulan ancu umur 15, minta lapangan voli, tempatnya sempit main di jalan",
    ],
)
async def test_how_old_they_are_is_said_with_it_and_not_asked(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, typed, says("titip_untuk", nama="Ancu"))
    await village.ask(rahman, "iya", "Perempuan atau laki-laki")
    await village.press(rahman, "Laki-laki", mentions("form.titip.suara_wali.tanya"))


async def test_an_age_beside_the_name_is_none_of_it_and_what_is_counted_is_no_age(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "ancu, 15 tahun", "Perempuan atau laki-laki")
    await village.press(rahman, "Laki-laki", mentions("form.titip.suara_wali.tanya"))
    await village.ask(rahman, "bukan, ancu sudah 51 tahun", mentions("form.titip.suara_setuju.tanya"))
    ((state,),) = await village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    answers = json.loads(state)["answers"]
    assert answers["suara_nama"]["value"] == {"text": "Ancu"}
    assert (answers["suara_umur"]["value"]["value"], "suara_wali" in answers) == ("dewasa", False)


async def test_fifteen_houses_are_no_age(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "ibu hawa", "Perempuan atau laki-laki")
    await village.press(rahman, "Perempuan", "18 tahun")
    await village.ask(rahman, "bak penampung air 15 rumah", bool)
    ((state,),) = await village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    assert "suara_umur" not in json.loads(state)["answers"]


@pytest.mark.parametrize("typed", ["ada usulan apa saja", "ada usulan baru masuk lagi pak", "usulan dari dusun jambu"])
async def test_who_asks_for_what_came_in_brings_nothing(village: Village, typed: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    assert await village.ask(rahman, typed, lambda _message: True)
    assert await village.town.rows("SELECT 1 FROM conversations WHERE flow = 'titip'") == []


async def test_whoever_asks_how_to_is_answered(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "bagaimana caranya titip usulan untuk tetangga", says("tanya_titip"))


async def test_who_does_not_hear_is_shown_it_and_a_witness_sees_it(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "cukup", "Perempuan atau laki-laki")
    await village.ask(rahman, "sa menulis untuk bapakku, boleh ji?", mentions("tanya_titip", di_sini=True))
    await village.ask(rahman, "cukup", "18 tahun")
    await village.ask(rahman, "nda bisa dibacakan kak dia tuli", mentions("setuju_diperlihatkan", titip=True))
    await village.ask(rahman, "sudah", mentions("form.titip.suara_setuju.tanya"))
    await village.ask(rahman, "dia tuli kak, tdk bisa mendengar", mentions("setuju_diperlihatkan", titip=True))
    await village.ask(rahman, "ada saksi", mentions("form.titip.suara_saksi.tanya"))

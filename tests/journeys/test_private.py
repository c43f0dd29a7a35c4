"""What tells of violence, also somebody else's: no photo and no number is asked for, no name is needed, and its reader
neither asks about it, nor sends anybody to look, nor passes it on."""

import pytest

from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "tetanggaku sering dipukuli suaminya tiap malam, sampai berdarah"


async def _sent(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, says("bahaya.lanjut"))
    await sitti.press(words("tombol_lanjutkan"), "harapkan")
    await sitti.say("mohon ada yang menolong", mentions("form.usulan.tinjau"))
    return sitti


async def test_nothing_but_the_story_and_the_wish_is_asked_and_no_name_is_needed(place: Town) -> None:
    sitti = await _sent(place)
    assert words("usulan_tanpa_nama_orang") in sitti.simulator.said(sitti.person)[-1]
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    assert [] == labels(await sitti.simulator.wait_for(sitti.person, says("tanda_terima", tertutup=True)))


async def test_its_reader_sees_who_can_help_and_nothing_that_finds_anybody_out(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", "fasilitator_desa", DESA)
    sitti = await _sent(any_place)
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    await any_place.simulator.say(rahman, "/periksa")
    await any_place.simulator.wait_for(rahman, "Maiwa 1")
    await any_place.simulator.press(rahman, "Buka Maiwa 1")
    card = await any_place.simulator.wait_for(rahman, STORY)
    assert [] == labels(card)
    assert "129" in card["text"]
    assert "Daftar tanya" not in card["text"]
    below = await any_place.simulator.wait_for(rahman, says("usulan_ajakan_baca"))
    assert words("tombol_teruskan_wa") not in labels(below)


async def test_nobody_near_reads_it_where_the_kecamatan_can(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    aisyah = await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = await _sent(place)
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True, pembaca="Aisyah"))
    await place.simulator.wait_for(aisyah, says("ingat_usulan_baru"))
    assert not any("usulan" in text and "menunggu" in text for text in place.simulator.said(rahman)[1:])


@pytest.mark.parametrize("yes", ["iye", "iye kabari", "iya boleh, kabari bu"])
async def test_a_typed_yes_under_the_question_tells_the_facilitator(place: Town, yes: str) -> None:
    aisyah = await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, says("bahaya.boleh_kabari"))
    await sitti.say(yes, says("bahaya.ya", nama="Aisyah"))
    assert await place.simulator.wait_for(aisyah, says("bahaya.kabar_kekerasan"))


@pytest.mark.parametrize("no", ["jangan", "jangan kabari", "tidak usah kabari pak"])
async def test_a_typed_no_tells_nobody(place: Town, no: str) -> None:
    aisyah = await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, says("bahaya.boleh_kabari"))
    await sitti.say(no, says("bahaya.jangan"))
    assert not any(text in says("bahaya.kabar_kekerasan") for text in place.simulator.said(aisyah))


async def test_a_name_is_left_out_also_at_the_last_question(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.pembaca.tanya"))
    await sitti.say("jangan sebut namaku", mentions("form.usulan.pembaca.tanya"))
    await sitti.press("Baik", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert [1] == [int(row[0]) for row in await place.rows("SELECT unnamed FROM usulan")]


async def test_whoever_says_who_shall_not_read_it_is_read_by_the_other(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    aisyah = await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.pembaca.tanya"))
    await sitti.say("jangan pak rahman, yang lain", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", pembaca="Aisyah"))
    await place.simulator.wait_for(aisyah, says("ingat_usulan_baru"))
    assert not any("usulan" in text and "menunggu" in text for text in place.simulator.said(rahman)[1:])


@pytest.mark.parametrize("when", ["place", "story", "card"])
@pytest.mark.parametrize("words_said", ["jangan pak desa yang baca", "jangan rahman yang baca nah"])
async def test_who_shall_not_read_it_may_be_said_at_any_question(place: Town, when: str, words_said: str) -> None:
    rahman = await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    aisyah = await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("pattondon salu", "Dusun")
    if when == "place":
        await sitti.say(words_said, says("mesin.pembaca_nanti"))
    await sitti.say("jambu", "ceritakan")
    if when == "story":
        await sitti.say(f"jalan kebun licin kalau hujan, {words_said}", says("mesin.pembaca_nanti"))
    else:
        await sitti.say("jalan kebun licin kalau hujan", "harapkan")
    await sitti.say("minta dirabat", "foto")
    if when == "card":
        await sitti.press("Cukup", mentions("form.usulan.pembaca.tanya"))
        await sitti.press("Baik", mentions("form.usulan.tinjau"))
        await sitti.say(words_said, "Aisyah")
    else:
        await sitti.press("Cukup", "Aisyah")
    await sitti.press(words("tombol.kirim"), says("tanda_terima", pembaca="Aisyah"))
    assert (await sitti.answers())["cerita"] == {"text": "jalan kebun licin kalau hujan"}
    await place.simulator.wait_for(aisyah, says("ingat_usulan_baru"))
    assert not any("usulan" in text and "menunggu" in text for text in place.simulator.said(rahman)[1:])


async def test_where_the_kecamatan_has_nobody_the_kabupaten_reads_what_the_desa_shall_not(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Bu Lina", "bappeda", "73.16")
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("jangan pak desa yang baca", says("mesin.pembaca_nanti"))
    await sitti.press("Cukup", "Bu Lina")
    await sitti.press(words("tombol.kirim"), says("tanda_terima", pembaca="Bu Lina"))


@pytest.mark.parametrize("role", ["fasilitator_desa", "fasilitator_kecamatan"])
async def test_where_nobody_else_can_read_it_that_is_said_before_it_is_sent(place: Town, role: str) -> None:
    await facilitator(place, "Rahman", role, DESA if role == "fasilitator_desa" else "73.16.01")
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("jangan pak desa yang baca", says("mesin.pembaca_nanti"))
    card = await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    assert words("usulan_pembaca_tunggal", pembaca="Rahman") in card


async def test_who_is_to_read_is_asked_where_the_words_name_nobody(place: Town) -> None:
    await facilitator(place, "Bu Aisyah", "fasilitator_kecamatan", "73.16.01")
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("jangan kasi tau siapa2 pak", says("mesin.pembaca_nanti"))
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await sitti.press("Cukup", mentions("form.usulan.pembaca.tanya"))
    await sitti.say("23 rumah ganti 25 rumah pak, sy takut dimarahi", mentions("mesin.ralat_kata", baru="25"))
    card = await sitti.press("Baik", mentions("form.usulan.tinjau"))
    assert "siapa2" not in card


async def test_what_is_told_over_the_card_of_violence_stands_in_it(any_place: Town) -> None:
    sitti = await _sent(any_place)
    await sitti.say("anaknya juga dipukul", says("bahaya.ditambahkan"))
    await sitti.say("di kampung kami banyak yang begitu", says("mesin.disimpan_juga"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    told = await sitti.answers()
    assert f"{STORY}\nanaknya juga dipukul" == told["cerita"]["text"]
    assert "di kampung kami banyak yang begitu" == told["juga"]["text"]


async def test_a_slip_over_the_card_is_no_part_of_the_story(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.say("hmm", mentions("mesin.tinjau_bingung"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    assert "juga" not in await sitti.answers()


async def test_its_receipt_and_its_list_quote_nothing(place: Town) -> None:
    sitti = await _sent(place)
    await sitti.press(words("tombol.kirim"), says("tanda_terima", ringkas=words("usulan_tanpa_isi")))
    await sitti.say("/usulanku", words("usulan_tanpa_isi"))
    assert not any("mohon ada yang menolong" in text for text in sitti.simulator.said(sitti.person)[-2:])

"""Violence that a facilitator writes down for somebody: who reads it is not left to who is nearest."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.reading.conftest import HELP, KECAMATAN, Village
from tests.reading.test_titip import agree_by_witness, begin
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words


async def test_the_facilitator_of_the_kecamatan_reads_it(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    aisyah = await village.join("Aisyah", FASILITATOR_KECAMATAN, KECAMATAN)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, "suaminya pukul dia tiap malam", says("bahaya.lanjut"))
    await village.press(rahman, words("tombol_lanjutkan"), "harapkan")
    await village.ask(rahman, HELP, mentions("form.titip.tinjau"))
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    query = "SELECT p.name FROM usulan u JOIN people p ON p.id = u.reader_id"
    assert ["Aisyah"] == [row[0] for row in await village.town.rows(query)]
    usulan = (await village.town.rows("SELECT id FROM usulan"))[0][0]
    told = await village.press_data(aisyah, f"u:baca:{usulan}", says("baca_dicatat", langsung=True, tertutup=True))
    assert "Nenek Rabi" not in told["text"]


NAMED = "tetanggaku ibu nurhayati dipukul terus sama suaminya anwar"


@pytest.mark.parametrize("story", [NAMED, "dulu " + NAMED])
async def test_nobody_is_named_where_it_is_read_back(village: Village, story: str) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    aisyah = await village.join("Aisyah", FASILITATOR_KECAMATAN, KECAMATAN)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, story, says("bahaya.lanjut"))
    await village.press(rahman, words("tombol_lanjutkan"), "harapkan")
    card = words_of(await village.ask(rahman, "mohon nurhayati ditolong", mentions("form.titip.tinjau", tertutup=True)))
    receipt = words_of(await village.press(rahman, words("tombol.kirim"), says("titip_terima", siapa="")))
    slip = words_of(await village.hears(rahman, says("titip_lembar", ringkas=words("usulan_tanpa_isi"))))
    for name in ("nurhayati", "anwar", "Nenek Rabi", "Bu Kader"):
        assert not any(name in text for text in (card, receipt, slip))
    (row,) = await village.town.rows("SELECT id, answers FROM usulan")
    assert story in row.answers
    await village.town.simulator.say(aisyah, "/periksa")
    read = words_of(await village.press_data(aisyah, f"u:lihat:{row.id}", story))
    assert "Nenek Rabi" not in read
    assert "Bu Kader" not in read


async def test_violence_said_where_the_name_is_asked_is_the_story_and_no_name(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.join("Aisyah", FASILITATOR_KECAMATAN, KECAMATAN)
    await village.ask(rahman, "/titip", "suara siapa")
    await village.ask(rahman, "suaminya pukul dia tiap malam", says("bahaya.boleh_kabari"))
    adult = words("form.titip.suara_umur.pilihan.dewasa")
    await village.press(rahman, words("tombol_lanjutkan"), "18 tahun")
    await village.press(rahman, adult, mentions("form.titip.suara_setuju.tanya"))
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "harapkan")
    await village.ask(rahman, HELP, mentions("form.titip.tinjau"))
    await village.press(rahman, words("tombol.kirim"), says("titip_terima", siapa=""))
    (row,) = await village.town.rows("SELECT answers FROM usulan")
    assert "suaminya pukul dia tiap malam" in row.answers
    assert [] == await village.town.rows("SELECT name FROM speakers WHERE name LIKE '%pukul%'")


async def test_a_name_that_is_asked_separately_stands_in_no_story_nor_in_what_is_put_right(village: Village) -> None:
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    story = "ada nenek namanya nenek Rabi, sawahnya terendam"
    told = await village.telegram.say(rahman, story)
    await village.hears(rahman, "harapkan")
    await village.ask(rahman, "jembatan ke sawahnya nenek Rabi", "foto")
    await village.press(rahman, words("tombol.cukup"), "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_lembar"))
    await village.telegram.edit(rahman, told["message_id"], f"{story}, jalan di depan rumah Rabi juga")
    await village.hears(rahman, mentions("ralat_dicatat"))
    ((answers,),) = await village.town.rows("SELECT answers FROM usulan")
    assert "jalan di depan rumah" in answers
    assert "Rabi" not in answers

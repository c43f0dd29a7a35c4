"""Violence that a facilitator writes down for somebody: who reads it is not left to who is nearest."""

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.reading.conftest import HOPE, KECAMATAN, Village
from tests.reading.test_titip import agree_by_witness, begin
from tests.support.sentences import says, words


async def test_the_facilitator_of_the_kecamatan_reads_it(either_village: Village) -> None:
    village = either_village
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    aisyah = await village.join("Aisyah", FASILITATOR_KECAMATAN, KECAMATAN)
    await begin(village, rahman)
    await agree_by_witness(village, rahman)
    await village.press(rahman, "Jambu", "ceritakan")
    await village.ask(rahman, "suaminya pukul dia tiap malam", says("bahaya.lanjut"))
    await village.press(rahman, words("tombol_lanjutkan"), "harapkan")
    await village.ask(rahman, HOPE, "Bacakan keras-keras")
    await village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    query = "SELECT p.name FROM usulan u JOIN people p ON p.id = u.reader_id"
    assert ["Aisyah"] == [row[0] for row in await village.town.rows(query)]
    usulan = (await village.town.rows("SELECT id FROM usulan"))[0][0]
    told = await village.press_data(aisyah, f"u:baca:{usulan}", says("baca_dicatat", langsung=True, tertutup=True))
    assert "Nenek Rabi" not in told["text"]

"""Two people told of in the story of one, by /titip: of the other it is asked afterwards."""

from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import HOPE, Village
from tests.reading.test_titip import agree_by_witness, begin
from tests.support.sentences import mentions, says, words


async def test_what_is_told_of_the_other_is_none_of_it(either_village: Village) -> None:
    rahman = await either_village.join("Rahman", FASILITATOR_DESA)
    await begin(either_village, rahman, "Nenek Cudda")
    await agree_by_witness(either_village, rahman)
    await either_village.press(rahman, "Jambu", "ceritakan")
    story = "satu nenek cudda rumahnya bocor semua, satu lagi tajuddin pakai kursi roda jalannya becek"
    await either_village.ask(rahman, story, says("suara_cerita_terpisah", nama="Nenek Cudda"))
    await either_village.hears(rahman, "harapkan")
    await either_village.ask(rahman, HOPE, "foto")
    await either_village.press(rahman, words("tombol.cukup"), "Bacakan keras-keras")
    await either_village.press(rahman, words("tombol.kirim"), says("titip_terima"))
    await either_village.hears(rahman, says("suara_cerita_mulai"))
    await either_village.hears(rahman, mentions("mesin.ini_ceritanya"))
    answers = str((await either_village.town.rows("SELECT answers FROM usulan"))[0][0])
    assert "tajuddin" not in answers
    assert "rumahnya bocor semua" in answers
    assert "cudda" not in answers  # her name stands in its own place
    waits = await either_village.town.rows("SELECT state FROM conversations WHERE flow = 'titip'")
    assert "tajuddin pakai kursi roda" in str(waits[0][0])

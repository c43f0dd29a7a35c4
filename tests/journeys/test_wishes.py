"""What is to be done is told as such, and the form goes on."""

import json

from tests.journeys.test_whole_usulan import STORY, Proposer
from tests.reading.conftest import Village
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def test_a_hope_that_sounds_like_a_call_for_help_is_taken(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("tolong itu ibu dibantu", "foto")
    await sitti.say("kembali", "harapkan")
    await sitti.say("lanjutkan rabatnya", "foto")
    assert "lanjutkan rabatnya" in await sitti.press("Cukup", mentions("form.usulan.tinjau"))


async def test_a_first_message_with_problem_and_wish_gives_both(place: Town) -> None:
    """At the place, where it begins: "buka" is a dusun, and no deed."""
    village = Village(place)
    nurmi = place.simulator.add_person("Nurmi")
    await village.town.start_chat(nurmi, says("izin"))
    await village.press(nurmi, words("tombol_setuju"), "kecamatan")
    told = "ibu2 di buka parinding baraka mau belajar menjahit ada 12 orang, yang mau ikut banyak janda"
    await village.ask(nurmi, f"{told}, minta mesin jahit dan pelatihannya", told)
    await village.ask(nurmi, "iye", "foto")
    await village.ask(nurmi, "cukup", "Kami catat begini")
    await village.press(nurmi, words("tombol.kirim"), says("tanda_terima", nomor="Baraka 1"))
    (row,) = await village.town.rows("SELECT answers FROM usulan")
    answers = json.loads(row[0])
    assert answers["cerita"]["text"].startswith(told)
    assert answers["harapan"]["text"] == "minta mesin jahit dan pelatihannya"

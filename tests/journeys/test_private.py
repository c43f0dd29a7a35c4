"""What tells of violence, also somebody else's: no photo and no number is asked for, no name is needed, and its reader
neither asks about it, nor sends anybody to look, nor passes it on."""

from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
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

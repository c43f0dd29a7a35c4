"""What is to be done is told as such, and the form goes on."""

from tests.journeys.test_whole_usulan import STORY, Proposer
from tests.support.sentences import mentions
from tests.support.town import Town


async def test_a_hope_that_sounds_like_a_call_for_help_is_taken(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("tolong itu ibu dibantu", "foto")
    await sitti.say("kembali", "harapkan")
    await sitti.say("lanjutkan rabatnya", "foto")
    assert "lanjutkan rabatnya" in await sitti.press("Cukup", mentions("form.usulan.tinjau"))

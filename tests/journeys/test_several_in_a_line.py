"""Several answers in one line, one of them to what is asked: each stands where it belongs, and nothing is lost."""

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.town import Town

STORY = "saluran jebol kena banjir, petani tidak bisa tanam"


async def _at_the_poor(place: Town) -> Proposer:
    sudirman = Proposer(place, "Sudirman")
    await sudirman.until_hope(STORY)
    await sudirman.say("saluran disemen sepanjang 200 meter", "foto")
    for text, asked in (("lewati", "urusan apa"), ("air", "berapa orang"), ("25 orang", "kurang mampu")):
        await sudirman.say(text, asked)
    return sudirman


async def test_what_is_asked_is_read_beside_what_is_named_and_the_rest_is_kept(place: Town) -> None:
    sudirman = await _at_the_poor(place)
    said = "keluarga miskin kayaknya 8, patokannya dekat jembatan gantung, tanahnya milik desa"
    await sudirman.say(said, bool)
    told = await told_so_far(place)
    assert (told["kurang_mampu"]["families"], told["patokan"]["text"]) == (8, "dekat jembatan gantung")
    assert "tanahnya milik desa" in told["juga"]["text"]


async def test_another_answer_takes_no_number_of_the_next_sentence(place: Town) -> None:
    sudirman = await _at_the_poor(place)
    await sudirman.say("lebar 1 meter tinggi 80 cm", bool)
    await sudirman.say("bukan, itu ukuran salurannya. keluarga miskin 8", bool)
    told = await told_so_far(place)
    assert told["kurang_mampu"]["families"] == 8
    assert "8" not in [one["amount"] for one in told.get("ukuran", {"sizes": []})["sizes"]]

"""What is late is said once a day; what tells of violence is not quoted on a telephone that others may look at."""

from datetime import timedelta

from tests.deciding.test_promises import BEGUN, Letters, bring, letters, place, villager
from tests.support.kabupaten import Kabupaten
from tests.support.sentences import says, words

__all__ = ["letters", "place"]


async def test_two_words_of_one_day_say_once_that_nobody_has_read_it(place: Kabupaten, letters: Letters) -> None:
    await bring(place, await villager(place, "Sitti"), 1)
    place.stand(BEGUN + timedelta(days=62))
    await place.live(place.clock.now() + timedelta(days=1))
    told = [text for _, who, text in letters.got if who == "Sitti"]
    assert len([text for text in told if text in says("janji_baca_terlambat")]) == 1
    assert len([text for text in told if text in says("janji_kabar")]) == 1
    assert "\n".join(told).count("belum dibaca") == 1


async def test_violence_is_not_quoted(place: Kabupaten, letters: Letters) -> None:
    answers = (
        '{"kecamatan": {"code": "73.16.01", "name": "Maiwa"}, "desa": {"code": "73.16.01.2002", "name": "Boiya"}, '
        '"cerita": {"text": "suami saya pukul saya tiap malam"}, "harapan": {"text": "ada yang menolong"}}'
    )
    await bring(place, await villager(place, "Sitti"), 1, answers=answers)
    await place.live(BEGUN + timedelta(days=62))
    told = [text for _, who, text in letters.got if who == "Sitti"]
    assert any(text in says("janji_kabar", ringkas=words("usulan_tanpa_isi")) for text in told)
    assert not any("menolong" in text for text in told if text not in says("menu_awal"))

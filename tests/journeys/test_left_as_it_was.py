"""Where it was said that nothing is changed yet, whoever passes over the question finds it as it stood; and of what is
said to stay nothing is asked."""

import pytest

from tests.journeys.test_whole_usulan import told_so_far
from tests.journeys.villagers import consent, name_place
from tests.support.sentences import mentions
from tests.support.town import Town

_STORY = "jalan berlubang, 250 m, 60 KK kena, 15 KK miskin"


@pytest.mark.parametrize("passes", ["lewati", "cukup"])
async def test_whoever_answers_nothing_loses_nothing(place: Town, passes: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, "jalan berlubang, 60 KK kena", mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "dirabat", mentions("form.usulan.foto.tanya"))
    before = await told_so_far(place)
    await place.ask(sitti, "bukan 20 KK 35 KK yang betul", mentions("mesin.seharusnya"))
    await place.ask(sitti, passes, lambda message: message["text"] != "")
    now = await told_so_far(place)
    assert {key: now.get(key) for key in before} == before
    assert "35 KK" in now["juga"]["text"]


@pytest.mark.parametrize(
    "typed", ["miskinnya saja 12, panjang tetap", "yang miskin 12 KK bukan 15, yang lain tetap ji"]
)
async def test_what_stays_is_asked_about_no_more(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _STORY, mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "dirabat", mentions("form.usulan.foto.tanya"))
    before = await told_so_far(place)
    await place.ask(sitti, typed, mentions("mesin.ralat_kata"))
    now = await told_so_far(place)
    assert now["kurang_mampu"] == {"families": 12}
    assert (now["jumlah"], now.get("ukuran")) == (before["jumlah"], before.get("ukuran"))
    assert "juga" not in now

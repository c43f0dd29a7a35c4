"""A word that is not to be said of somebody is shown with what is left without it, and nothing is sent before that is
settled."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.journeys.villagers import consent, name_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_YES = "Ya, keluarkan"


@pytest.mark.parametrize(
    ("story", "typed", "left"),
    [
        (
            "rumah nenek mau roboh, anak lakilaki yg cacat tinggal di situ",
            "anak nenek jangan dibilang cacat",
            "rumah nenek mau roboh, anak lakilaki tinggal di situ",
        ),
        (
            "atap bocor parah sekali, adekku yg gila juga tinggal disitu",
            "kata gila itu jangan dipakai, malu ka",
            "atap bocor parah sekali, adekku juga tinggal disitu",
        ),
        (
            "atap bocor parah sekali, adekku yg gila juga tinggal disitu",
            "hapus kata gila itu",
            "atap bocor parah sekali, adekku juga tinggal disitu",
        ),
        (
            "atap bocor parah sekali, nenek ada utang di koperasi, air masuk",
            "jangan bilang2 nenek ada utang di koperasi",
            "atap bocor parah sekali, air masuk",
        ),
    ],
)
async def test_as_little_as_holds_it_goes_after_a_yes(place: Town, story: str, typed: str, left: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, story, mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "diperbaiki", mentions("form.usulan.foto.tanya"))
    await place.ask(sitti, typed, mentions("mesin.hapus_yang_ini", jadi=left))
    assert (await told_so_far(place))["cerita"]["text"] == story
    await place.press(sitti, _YES, mentions("mesin.hapus_bagian"))
    assert (await told_so_far(place))["cerita"]["text"] == left


async def test_over_the_card_nothing_is_sent_before_it_is_settled(any_place: Town) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card("rumah nenek mau roboh, anak lakilaki yg cacat tinggal di situ", "diperbaiki")
    await sitti.say("anak nenek jangan dibilang cacat", mentions("mesin.hapus_yang_ini"))
    await sitti.press(words("tombol.kirim"), mentions("mesin.hapus_yang_ini"))
    assert await any_place.rows("SELECT 1 FROM usulan") == []
    await sitti.press(_YES, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert "cacat" not in str(await sitti.answers())


async def test_what_stands_nowhere_is_said_to_stand_nowhere(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, "rumah nenek mau roboh kalau hujan", mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "diperbaiki", mentions("form.usulan.foto.tanya"))
    await place.ask(sitti, "kata gila itu jangan dipakai", mentions("mesin.kata_tidak_tertulis"))


@pytest.mark.parametrize("typed", ["jangan bilang2 sama pak desa", "jangan bilang sama pak desa kalau sy yg usul"])
async def test_whom_nobody_is_to_tell_hides_the_name(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card("rumah nenek mau roboh kalau hujan", "diperbaiki")
    await sitti.say(typed, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    assert await place.rows("SELECT unnamed FROM usulan") == [(1,)]


@pytest.mark.parametrize(
    "typed", ["jangan dibilang malas kami, jalan memang rusak", "jangan sebut2 janji terus, perbaiki"]
)
async def test_where_it_may_be_the_answer_it_is_one(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, "jalan rusak parah, 40 KK lewat", mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, typed, lambda message: "hapus" not in message["text"].lower())

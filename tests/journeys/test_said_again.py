"""What was put right already is said again, with words of shame around it: the record stays, and readers are spared the
words."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.journeys.villagers import consent, name_place
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_STORY = "jembatan bambu rusak, 200 KK yang kena"
_SHAME = [
    "maaf pak tadi sy bohong, bukan 200 KK. cuma 35 KK yg betul",
    "minta maaf, sy lebih2kan tadi itu. yg benar 35 KK saja bukan 200",
    "maaf bu salah ketik tadi, bukan 200 KK, 35 KK",
    "bukan 200 KK. yang betul 35 KK. maaf sekali lagi pak",
]


@pytest.mark.parametrize("typed", _SHAME)
async def test_a_confession_is_kept_nowhere_and_the_number_is(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _STORY, mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "jembatan besi", mentions("form.usulan.foto.tanya"))
    await place.ask(sitti, typed, mentions("mesin.ralat_kata"))
    told = await told_so_far(place)
    assert told["jumlah"] == {"families": 35}
    assert "juga" not in told
    assert "maaf" not in str(told)
    assert "bohong" not in str(told)


@pytest.mark.parametrize("typed", ["betulan 35 KK nah bukan 200", "itu 35 KK sudah benar, bukan 150 nah"])
async def test_what_stands_already_is_said_to_stand_while_it_is_written(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _STORY.replace("200", "35"), mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "jembatan besi", mentions("form.usulan.foto.tanya"))
    before = await told_so_far(place)
    await place.ask(sitti, typed, mentions("mesin.sudah_begitu", isi="35 keluarga"))
    assert await told_so_far(place) == before


@pytest.mark.parametrize("typed", ["betulan 35 KK nah bukan 200", "itu 35 KK sudah benar, bukan 150 nah"])
async def test_what_stands_already_is_said_to_stand_after_it_was_sent(any_place: Town, typed: str) -> None:
    sitti = Proposer(any_place)
    await sitti.until_card(_STORY.replace("200", "35"), "jembatan besi")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    before = await sitti.answers()
    await sitti.say(typed, mentions("ralat_sudah", isi="35 keluarga"))
    assert await sitti.answers() == before


@pytest.mark.parametrize("typed", ["bukan 35 KK, 40 KK", "maaf, 40 KK bukan 35"])
async def test_another_number_is_still_proposed(place: Town, typed: str) -> None:
    sitti = Proposer(place)
    await sitti.until_card(_STORY.replace("200", "35"), "jembatan besi")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say(typed, mentions("form.ralat.betul.tanya"))
    await sitti.press("Betul, ubah", mentions("ralat_dicatat"))
    assert (await sitti.answers())["jumlah"] == {"families": 40}


@pytest.mark.parametrize(
    ("typed", "families"),
    [("maaf salah tulis, 40 KK", 40), ("40 KK, maaf salah ketik", 40), ("maaf pak salah ketik, 40 KK", 40)],
)
async def test_an_apology_that_marks_the_correction_stays_its_mark(place: Town, typed: str, families: int) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _STORY, mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "jembatan besi", mentions("form.usulan.foto.tanya"))
    await place.ask(sitti, typed, mentions("mesin.ralat_kata"))
    assert (await told_so_far(place))["jumlah"] == {"families": families}


@pytest.mark.parametrize(
    "story",
    [
        "jalan ke kebun rusak, dijanji pak bupati, bohong semua itu",
        "pupuk langka di sini, jumlahnya dilebih2kan supaya dapat bantuan",
        "atap sekolah bocor dari dulu. kami tidak bohong",
    ],
)
async def test_whoever_accuses_or_denies_is_kept_to_the_letter(place: Town, story: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, story, mentions("form.usulan.harapan.tanya"))
    assert (await told_so_far(place))["cerita"]["text"] == story

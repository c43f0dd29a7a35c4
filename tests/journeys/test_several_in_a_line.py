"""Several answers in one line, one of them to what is asked: each stands where it belongs, and nothing is lost."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.town import Town

STORY = "saluran jebol kena banjir, petani tidak bisa tanam"
_DRY = "saluran jebol kena banjir, sawah kering sejak itu"


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


async def _at_the_groups(place: Town) -> Proposer:
    sudirman = Proposer(place, "Sudirman")
    await sudirman.until_hope(_DRY)
    await sudirman.say("saluran disemen", "foto")
    for text, asked in (("lewati", "urusan apa"), ("air", "merasakan")):
        await sudirman.say(text, asked)
    return sudirman


@pytest.mark.parametrize(
    ("said", "group", "families"),
    [("semua warga, 70 kk", "semua", 70), ("petani, 30 kk", "tani", 30), ("30 kk petani", "tani", 30)],
)
async def test_who_feels_it_stands_beside_how_many_families(place: Town, said: str, group: str, families: int) -> None:
    sudirman = await _at_the_groups(place)
    await sudirman.say(said, bool)
    told = await told_so_far(place)
    assert ([one["value"] for one in told["merasakan"]], told["jumlah"]["families"]) == ([group], families)


async def test_each_of_two_groups_is_chosen_beside_another_answer(place: Town) -> None:
    sudirman = await _at_the_groups(place)
    await sudirman.say("Yang merasakan ibu-ibu dan anak-anak, jumlahnya 27 KK.", bool)
    told = await told_so_far(place)
    assert {one["value"] for one in told["merasakan"]} == {"ibu", "anak"}
    assert (told["jumlah"]["families"], "juga" in told) == (27, False)


async def test_families_alone_choose_nobody(place: Town) -> None:
    sudirman = await _at_the_groups(place)
    await sudirman.say("30 kk", "merasakan")
    assert "merasakan" not in await told_so_far(place)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("60 orang, data posyandu bulan lalu", "data posyandu bulan lalu"),
        ("dulu 70 orang sekarang tinggal 60 karena yang lain merantau ke Malaysia", "merantau ke Malaysia"),
    ],
)
async def test_what_is_told_beside_a_number_stands_at_the_usulan(place: Town, said: str, kept: str) -> None:
    sudirman = await _at_the_groups(place)
    await sudirman.say("petani", "berapa orang")
    await sudirman.say(said, bool)
    told = await told_so_far(place)
    assert told["jumlah"]["total"] == 60
    assert kept in told["juga"]["text"]


async def test_of_the_poor_no_words_are_kept_beside_how_many(place: Town) -> None:
    sudirman = await _at_the_poor(place)
    await sudirman.say("enam keluarga, itu daeng Tola, indo Hawa, sama keluarga di pinggir sungai", bool)
    told = await told_so_far(place)
    assert told["kurang_mampu"]["families"] == 6
    assert "Tola" not in str(told)


async def test_what_is_counted_may_be_put_right(place: Town) -> None:
    sudirman = await _at_the_groups(place)
    await sudirman.say("petani, 60 kk", bool)
    await sudirman.say("eh 60 itu jiwa bukan kk", bool)
    jumlah = (await told_so_far(place))["jumlah"]
    assert (jumlah.get("total"), jumlah.get("families")) == (60, None)


async def test_why_it_comes_first_is_kept_beside_what_they_give(place: Town) -> None:
    """Said to the last question of all, and no word about the card."""
    sudirman = await _at_the_groups(place)
    behind = ("berapa orang", "kurang mampu", "lokasi", "dekat apa", "Seberapa besar", "didahulukan", "disumbangkan")
    for asked in behind:
        await sudirman.say("lewati", asked)
    await sudirman.say("tenaga sama pasir. harus didahulukan karena anak sekolah lewat situ tiap hari", bool)
    told = await told_so_far(place)
    assert "harus didahulukan karena anak sekolah" in str(told)
    assert told["cerita"]["text"] == _DRY


async def test_of_two_sizes_in_a_line_neither_is_lost(place: Town) -> None:
    sudirman = await _at_the_groups(place)
    for asked in ("berapa orang", "kurang mampu", "lokasi", "dekat apa", "Seberapa besar"):
        await sudirman.say("lewati", asked)
    await sudirman.say("baknya kira2 3x3, pipa 400 meter", bool)
    told = str(await told_so_far(place))
    assert "400" in told
    assert "3x3" in told


async def test_a_word_that_only_points_is_put_right_by_none(place: Town) -> None:
    sudirman = Proposer(place, "Sudirman")
    await sudirman.until_card("jalan itu gelap, ibu-ibu takut lewat", "dipasang lampu jalan")
    await sudirman.say("bukan itu pak. namaku tidak tertulis ji to?", bool)
    assert (await told_so_far(place))["cerita"]["text"] == "jalan itu gelap, ibu-ibu takut lewat"

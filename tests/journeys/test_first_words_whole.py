"""What somebody wrote first is shown as they wrote it: only what tells nothing is taken from its front, and a no with
words behind it throws nothing away."""

import json

import pytest

from bot.simulator import acts
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _agreed(place: Town, first: str) -> tuple[Proposer, str]:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, first)
    await sitti.hears(says("izin"))
    return sitti, await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))


@pytest.mark.parametrize(
    "first",
    [
        "mau usul pasar desa, atapnya terbang kena angin",
        "mau usul puskesmas pembantu, dindingnya retak",
        "usulan posyandu melati: 1. timbangan rusak 2. air tdk ada 3. atap bocor",
        "dua usulan kak. saya: jembatan kayu lapuk di jambu. mama saya: minta sumur bor di paraja",
        "sudah sy usul jembatan, mana jadinya? tidak ada! anak2 lewat sungai",
        "tahun lalu sy sudah usul jalan tani ke kebun merica, ditulis2 sama pak desa, mana?? tidak ada jadinya!",
    ],
)
async def test_what_tells_something_stays(place: Town, first: str) -> None:
    sitti, shown = await _agreed(place, f"Selamat siang. {first}" if first.startswith("Usulan saya") else first)
    assert first in shown
    await sitti.say("iya", mentions("form.usulan.kecamatan.tanya"))


@pytest.mark.parametrize(
    ("first", "left"),
    [
        ("mau usul, jalan di dusun kami rusak parah", "jalan di dusun kami rusak parah"),
        ("saya mau mengusul kak. jembatan putus sejak banjir dulu", "jembatan putus sejak banjir dulu"),
        ("mau lapor lagi, lampu jalan mati semua", "lampu jalan mati semua"),
        ("apa syaratnya usul? sumur kami kering sejak juli", "sumur kami kering sejak juli"),
    ],
)
async def test_what_tells_nothing_goes(place: Town, first: str, left: str) -> None:
    _, shown = await _agreed(place, first)
    assert f"\n{left}\n" in shown


@pytest.mark.parametrize("typed", ["bukan satu kak, dua. punya saya dulu", "tidak, itu punya tetangga ji"])
async def test_a_no_with_words_behind_it_throws_nothing_away(place: Town, typed: str) -> None:
    first = "dua usulan kak. saya: jembatan kayu lapuk di jambu. mama saya: minta sumur bor di paraja"
    sitti, _ = await _agreed(place, first)
    assert first in await sitti.say(typed, mentions("mesin.tadi_menunggu"))
    await sitti.say("iya", bool)
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert "jembatan kayu lapuk" in json.dumps(json.loads(state)["answers"])


async def test_a_question_behind_a_no_throws_nothing_away(place: Town) -> None:
    sitti, _ = await _agreed(place, "sumur kami kering sejak juli")
    await sitti.say("bukan itu kak. maksud sy suami buka hp, baca ini. bisa tidak pesannya hilang?", bool)
    await sitti.say("iya", "kecamatan")
    ((state,),) = await place.rows("SELECT state FROM conversations")
    assert json.loads(state)["answers"]["cerita"]["value"]["text"] == "sumur kami kering sejak juli"
    assert "pesannya hilang" not in state


@pytest.mark.parametrize("typed", ["bukan", "bukan itu kak", "bukan, cuma mau tanya"])
async def test_a_plain_no_is_a_no(place: Town, typed: str) -> None:
    sitti, _ = await _agreed(place, "jembatan kayu lapuk di jambu kak")
    assert "jembatan" not in await sitti.say(typed, says("mesin.bukan_cerita"))


async def test_nothing_is_said_to_be_kept_that_was_not_told(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "halo")
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("lho usulan saya tadi mana?", "belum ada cerita yang tersimpan")


@pytest.mark.parametrize(
    ("first", "typed", "kept"),
    [
        (
            "bak air bocor sejak tiga bulan, air minum 60 KK habis",
            "iya. yg tiga bulan itu salah, enam bulan",
            "bak air bocor sejak enam bulan, air minum 60 KK habis",
        ),
        (
            "jalan ke kebun kopi rusak, dipakai 400 orang",
            "betul. 400 itu salah hitung, 40 saja",
            "jalan ke kebun kopi rusak, dipakai 40 orang",
        ),
    ],
)
async def test_what_is_put_right_behind_a_yes_changes_only_that(place: Town, first: str, typed: str, kept: str) -> None:
    sitti, _ = await _agreed(place, first)
    assert kept in await sitti.say(typed, kept)


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("motor juga sering jatuh di situ", "motor juga sering"),
        ("bukan jalan, jembatan", "jembatan ke kebun"),
        ("iya", "kecamatan"),
    ],
)
async def test_only_the_last_question_whether_it_is_the_story_has_buttons(place: Town, typed: str, then: str) -> None:
    sitti, _ = await _agreed(place, "jalan ke kebun rusak berat")
    await sitti.say(typed, then)
    chat = acts.find_chat(sitti.simulator.stage, sitti.person.id)
    yes = words("tombol.ya_cerita")
    shown = [one for one in chat.messages.values() if yes in str(one.get("reply_markup"))]
    assert len(shown) == (typed != "iya")

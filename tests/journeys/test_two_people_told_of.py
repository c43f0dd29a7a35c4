"""Two people told of in one sentence, where somebody speaks through another's telephone: no word of one stands in the
usulan of the other; and a no with words behind it, where it is asked whether something was the story."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

TWO = "satu nenek cudda rumahnya bocor, satu lagi tajuddin pakai kursi roda"


async def _agreed(place: Town, name: str = "Sabir") -> Proposer:
    sabir = Proposer(place, name)
    await sabir.simulator.begin(sabir.person)
    await sabir.hears(says("izin"))
    await sabir.press(words("tombol_setuju"), "kecamatan")
    return sabir


async def _for_somebody(sabir: Proposer, name: str) -> None:
    await sabir.say("untuk orang lain", "nama panggilan")
    await sabir.say(name, "18 tahun")
    await sabir.press("Sudah", "setuju")
    await sabir.press("Ya, setuju", "kabar")
    await sabir.press("Ya, lewat HP ini", says("suara_dipakai", nama=name))


async def _place(sabir: Proposer, answer: Any = "ceritakan") -> None:
    await sabir.say("Maiwa Pattondon Salu Jambu", answer)


async def _send(sabir: Proposer) -> None:
    await sabir.say("Mohon bedah rumah.", "foto")
    await sabir.press(words("tombol.cukup"), "Kami catat begini")
    await sabir.press(words("tombol.kirim"), says("tanda_terima"))


async def _told(place: Town) -> str:
    return str((await place.rows("SELECT answers FROM usulan ORDER BY serial"))[0][0])


async def _state(place: Town) -> dict[str, Any]:
    state: dict[str, Any] = json.loads(
        (await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0][0]
    )
    return state


async def _is_he_the_story(sabir: Proposer, other: str = "tajuddin pakai kursi roda") -> None:
    """After it was sent, the other one is asked about."""
    await sabir.hears(says("suara_cerita_mulai"))
    assert other in await sabir.hears(mentions("mesin.ini_ceritanya"))


async def test_a_no_with_words_behind_it_tells_anew(any_place: Town) -> None:
    sabir = await _agreed(any_place)
    first = "saya kepala dusun. ini mau sampaikan usulan warga saya yang tidak bisa menulis, ada dua orang"
    await sabir.say(first, mentions("mesin.ini_ceritanya"))
    told = await sabir.say(f"bukan. {TWO}", TWO)
    assert TWO in told
    assert "kepala dusun" not in told
    await sabir.press(words("tombol.bukan_cerita"), "kecamatan")
    await _for_somebody(sabir, "Nenek Cudda")
    await _place(sabir)
    await sabir.say("rumahnya bocor semua dinding bambu lapuk tidak layak huni", "harapkan")
    await _send(sabir)
    assert "tajuddin" not in await _told(any_place)


async def test_before_sending_the_other_is_kept_apart(any_place: Town) -> None:
    sabir = await _agreed(any_place)
    await sabir.say(TWO, mentions("mesin.ini_ceritanya"))
    await _for_somebody(sabir, "Nenek Cudda")
    await sabir.hears(mentions("mesin.ini_ceritanya"))
    await sabir.say("iya", says("suara_cerita_terpisah", nama="Nenek Cudda", kata="tajuddin pakai kursi roda"))
    await _place(sabir, "harapkan")
    await _send(sabir)
    told = await _told(any_place)
    assert "tajuddin" not in told
    assert "rumahnya bocor" in told
    assert "cudda" not in told
    await _is_he_the_story(sabir)


@pytest.mark.parametrize("text", [TWO, "satu nenek cudda rumahnya bocor dan yang satunya tajuddin pakai kursi roda"])
async def test_in_a_story_of_another_voice_the_next_person_is_kept_apart(place: Town, text: str) -> None:
    sabir = await _agreed(place)
    await _for_somebody(sabir, "Nenek Cudda")
    await _place(sabir)
    await sabir.say(text, says("suara_cerita_terpisah"))
    await sabir.hears("harapkan")
    await _send(sabir)
    assert "tajuddin" not in await _told(place)
    await _is_he_the_story(sabir)


async def test_the_next_person_told_of_later_is_kept_apart(place: Town) -> None:
    sabir = await _agreed(place)
    await _for_somebody(sabir, "Nenek Cudda")
    await _place(sabir)
    await sabir.say("rumahnya bocor semua dinding bambu lapuk tidak layak huni", "harapkan")
    await sabir.say("satu lagi, tajuddin pakai kursi roda jalannya becek", says("suara_cerita_terpisah"))
    await _send(sabir)
    assert "tajuddin" not in await _told(place)
    await _is_he_the_story(sabir, "tajuddin pakai kursi roda jalannya becek")


async def test_words_before_it_was_known_for_whom_are_none_of_the_others(place: Town) -> None:
    sabir = await _agreed(place)
    await sabir.say("Maiwa Pattondon Salu", "Dusun")
    await sabir.say("tajuddin itu tidak bisa jalan", "tajuddin itu tidak bisa jalan")
    await sabir.say("ada dua orang di sini", "Jumlah orang")
    await _for_somebody(sabir, "Nenek Cudda")
    state = await _state(place)
    assert {"juga", "jumlah"}.isdisjoint(state["answers"])
    assert "tajuddin itu tidak bisa jalan" in str(state["about"]["cerita_lain"])


async def test_a_no_that_names_the_place_is_its_answer(place: Town) -> None:
    darwis = await _agreed(place, "Darwis")
    await darwis.say("Maiwa Pattondon Salu", "Dusun")
    story = "jembatan kayu sudah lapuk mau putus, tahun lalu sudah diusulkan"
    await darwis.say(story, mentions("mesin.ini_ceritanya"))
    told = await darwis.say("bukan nama dusun itu! dusun jambu", mentions("mesin.ini_ceritanya"))
    assert "Dusun Jambu" in told
    await darwis.say("iya", "harapkan")
    state = await _state(place)
    assert state["answers"]["dusun"]["value"]["name"] == "Jambu"
    assert "juga" not in state["answers"]


@pytest.mark.parametrize(
    "text", ["bukan cuma itu, jembatan di sebelah juga rusak berat", "tidak ada lagi yang bisa lewat kalau hujan"]
)
async def test_what_goes_on_is_no_no(place: Town, text: str) -> None:
    sabir = await _agreed(place)
    await sabir.say("jalan tani rusak parah sejak dua tahun lalu", mentions("mesin.ini_ceritanya"))
    told = await sabir.say(text, mentions("mesin.ini_ceritanya"))
    assert "jalan tani rusak parah" in told


async def test_a_correction_stays_one(place: Town) -> None:
    sabir = await _agreed(place)
    await sabir.say("jalan tani rusak parah sejak dua tahun lalu", mentions("mesin.ini_ceritanya"))
    told = await sabir.say("bukan jalan tani tapi jembatan", mentions("mesin.ini_ceritanya"))
    assert "rusak parah" in told
    denied = "bukan usulan baru, tambahan untuk yang kemarin jembatannya juga putus"
    assert denied in await sabir.say(denied, denied)


async def test_a_bare_no_throws_it_away_and_keeps_nothing(place: Town) -> None:
    sabir = await _agreed(place)
    await sabir.say("jalan tani rusak parah sejak dua tahun lalu", mentions("mesin.ini_ceritanya"))
    await sabir.say("bukan itu ceritanya pak", "kecamatan")
    assert "juga" not in (await _state(place))["answers"]

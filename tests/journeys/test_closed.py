"""Violence told on one's own telephone: it is the story wherever it is said, no part of an usulan about something else,
and is not shown to whoever looks over a shoulder."""

import json
from typing import Any

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.client import labels, words_of
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

STORY = "suamiku sering pukul saya kalau mabuk"
WISH = "mohon ada yang menolong"


async def _asked_for_dusun(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("pattondon salu", "Dusun")
    return sitti


async def _told(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, says("bahaya.lanjut"))
    await sitti.press(words("tombol_lanjutkan"), "harapkan")
    return sitti


async def _usulan(place: Town) -> list[dict[str, Any]]:
    return [json.loads(row[0]) for row in await place.rows("SELECT answers FROM usulan ORDER BY serial")]


async def _wanted(place: Town) -> Proposer:
    """Told before the yes, and to be told on."""
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.say(STORY, says("bahaya.lanjut", terpisah=True))
    await sitti.press(words("bahaya.tombol_sampaikan"), says("izin"))
    assert STORY not in await sitti.press(words("tombol_setuju"), "kecamatan")
    return sitti


async def test_who_asks_learns_that_it_is_not_read_aloud(place: Town) -> None:
    sitti = await _wanted(place)
    await sitti.say("siapa yang baca ini", says("tanya_pembaca", tertutup=True, punya=()))


async def test_what_is_to_be_told_is_the_story_also_where_the_dusun_is_asked(any_place: Town) -> None:
    sitti = await _asked_for_dusun(any_place)
    await sitti.say("dia pukul saya lagi tadi malam", says("bahaya.lanjut", terpisah=True))
    await sitti.press(words("bahaya.tombol_sampaikan"), "Dusun")
    await sitti.say("jambu", "harapkan")
    await sitti.say(WISH, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    assert "dia pukul saya lagi tadi malam" == (await sitti.answers())["cerita"]["text"]


@pytest.mark.parametrize(
    "later", ["tadi malam dia tendang saya di dapur", "suamiku mabuk lagi, luka di mukaku bengkak"]
)
async def test_what_is_told_on_is_no_wish(place: Town, later: str) -> None:
    sitti = await _told(place)
    await sitti.say(later, says("bahaya.ditambahkan"))
    await sitti.say(WISH, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    told = await sitti.answers()
    assert (f"{STORY}\n{later}", WISH) == (told["cerita"]["text"], told["harapan"]["text"])


async def test_a_wish_with_its_words_is_one(place: Town) -> None:
    sitti = await _told(place)
    await sitti.say("mohon suamiku dilarang memukul saya", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))
    assert "mohon suamiku dilarang memukul saya" == (await sitti.answers())["harapan"]["text"]


async def _bring_apart(sitti: Proposer) -> None:
    await sitti.say(STORY, mentions("bahaya.boleh_kabari"))
    await sitti.press(words("bahaya.tombol_sampaikan"), bool)
    assert any(text in says("usulan_tertutup_terpisah") for text in sitti.simulator.said(sitti.person))


@pytest.mark.parametrize("when", ["wish", "photo", "card"])
async def test_an_usulan_about_something_else_has_no_part_of_it(any_place: Town, when: str) -> None:
    await facilitator(any_place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("jalan kebun licin kalau hujan", "harapkan")
    if when == "wish":
        await _bring_apart(sitti)
    await sitti.say("minta dirabat", "foto")
    if when == "photo":
        await _bring_apart(sitti)
    await sitti.say("luka di muka saya belum sembuh" if when != "card" else "lewati", bool)
    await sitti.say("cukup", mentions("form.usulan.tinjau"))
    if when == "card":
        await _bring_apart(sitti)
    await sitti.say("kirim", says("usulan_tertutup_menyusul"))
    (road,) = await _usulan(any_place)
    assert {"cerita": "jalan kebun licin kalau hujan", "harapan": "minta dirabat"} == {
        key: value["text"] for key, value in road.items() if "text" in value
    }
    await sitti.say("ya", "harapkan")
    await sitti.say(WISH, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True, pembaca="Aisyah"))
    assert (await _usulan(any_place))[1]["cerita"]["text"].startswith(STORY)


@pytest.mark.parametrize(
    "said", ["jangan kasih tau pak Rahman", "jangan sampai tau pak rahman nah", "jangan kasi tau orang desa"]
)
async def test_who_shall_not_hear_of_it_does_not_read_it(place: Town, said: str) -> None:
    rahman = await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Bu Lina", "bappeda", "73.16")
    sitti = await _told(place)
    await sitti.say(said, says("mesin.pembaca_nanti"))
    await sitti.say(WISH, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True, pembaca="Bu Lina"))
    assert WISH == (await sitti.answers())["harapan"]["text"]
    assert not any("usulan" in text and "menunggu" in text for text in place.simulator.said(rahman)[1:])


async def test_of_ones_own_house_nobody_reads_anyway(place: Town) -> None:
    sitti = await _told(place)
    await sitti.say("jangan kasih tau suamiku", bool)
    assert not any(text in says("mesin.pembaca_nanti") for text in sitti.simulator.said(sitti.person))


async def test_said_over_the_card_it_is_asked_who_shall_read_it_instead(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Bu Lina", "bappeda", "73.16")
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.say("jangan rahman yang baca nah", "Bu Lina")
    await sitti.press(words("tombol.kirim"), says("tanda_terima", pembaca="Bu Lina"))


async def test_the_card_shows_it_only_when_it_is_asked_for(place: Town) -> None:
    sitti = await _told(place)
    card = await place.ask(sitti.person, WISH, mentions("form.usulan.tinjau"))
    assert STORY not in words_of(card)
    assert WISH not in words_of(card)
    assert words("usulan_tertutup") in words_of(card)
    assert words("tombol.baca") in labels(card)
    assert STORY in await sitti.press(words("tombol.baca"), WISH)
    assert STORY not in await sitti.press(words("tombol.simpan_lagi"), words("usulan_tertutup"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True))


async def test_what_is_told_on_after_it_was_sent_is_read_by_nobody_near(place: Town) -> None:
    await facilitator(place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, mentions("bahaya.boleh_kabari"))
    await sitti.press(words("tombol_lanjutkan"), "harapkan")
    await sitti.say(WISH, mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True, pembaca="Aisyah"))
    shown = await sitti.say("dia marah lagi semalam, mukaku bengkak sekali", mentions("bahaya.boleh_kabari"))
    assert "bengkak" not in shown
    await sitti.press(words("bahaya.tombol_sampaikan"), mentions("mesin.masih_di"))
    await sitti.press(words("tombol.ya"), "harapkan")
    await sitti.say("semoga ada yang menolong saya", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True, pembaca="Aisyah"))


async def test_what_was_told_before_the_yes_is_closed_as_well(any_place: Town) -> None:
    await facilitator(any_place, "Rahman", "fasilitator_desa", DESA)
    await facilitator(any_place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(any_place)
    await sitti.simulator.begin(sitti.person)
    await sitti.say("suami saya pukul saya tiap malam", says("bahaya.lanjut"))
    await sitti.press(words("bahaya.tombol_sampaikan"), says("izin"))
    await sitti.press(words("tombol_setuju"), mentions("form.usulan.kecamatan.tanya"))
    await sitti.say("pattondon salu", "Dusun")
    await sitti.say("jambu", "harapkan")
    card = await sitti.say(WISH, mentions("form.usulan.tinjau"))
    assert words("usulan_tertutup") in card
    await sitti.press(words("tombol.kirim"), says("tanda_terima", tertutup=True, pembaca="Aisyah"))


@pytest.mark.parametrize("typed", ["urusan suami tidak usah ditulis", "yang soal suamiku jangan dicatat"])
async def test_what_waits_beside_it_is_taken_back_and_comes_with_no_later_draft(any_place: Town, typed: str) -> None:
    await facilitator(any_place, "Aisyah", "fasilitator_kecamatan", KECAMATAN)
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("jalan kebun licin kalau hujan", "harapkan")
    await _bring_apart(sitti)
    await sitti.say(typed, mentions("usulan_tertutup_tidak_ikut"))
    await sitti.say("dirabat", "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), mentions("tanda_terima"))
    assert await any_place.rows("SELECT state FROM conversations") == []
    assert "suami" not in str(await any_place.rows("SELECT answers FROM usulan"))


async def test_a_draft_without_its_story_of_violence_is_like_any_other(any_place: Town) -> None:
    sitti = await _told(any_place)
    await sitti.say("urusan suami tidak usah ditulis", bool)
    await sitti.press(words("tombol.hapus_semua_itu"), bool)
    await sitti.say("jalan tani rusak parah petani susah", "harapkan")
    await sitti.say("dirabat", "foto")


async def test_whether_the_head_of_the_desa_may_read_it_is_answered(place: Town) -> None:
    await facilitator(place, "Rahmi", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_hope("jalan berlubang")
    told = await sitti.say("apa pak desa bisa baca? dia sepupunya suamiku", "Rahmi")
    assert "Karena jabatannya saja, pak desa tidak bisa" in told
    assert "jabatannya" not in await sitti.say("siapa yang baca?", "Rahmi")

"""*Bawa lagi* said in words, what was asked and nobody answered, and why it was not taken on."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import delete, select

from bot.store.tables import conversations, grants, usulan
from tests.deciding.test_promises import BEGUN, DESA, Letters, bring, villager
from tests.support.kabupaten import Kabupaten, kabupaten, local
from tests.support.phones import Someone
from tests.support.sentences import says
from tests.support.sentences import words as words_of
from tests.unprompted.test_meaning import unclear

SEASON = local(2027, 4, 5, 9)  # the next one
ENDED: dict[str, Any] = {"state": "ditolak", "status": "hasil", "moved": 1}


@pytest.fixture
async def place(database_url: str) -> AsyncIterator[Kabupaten]:
    async with kabupaten(database_url, BEGUN, Letters().heard) as opened:
        yield opened


async def _plain(place: Kabupaten) -> Someone:
    """A villager without any role."""
    sitti = await villager(place, "Sitti")
    async with place.database.write() as connection:
        await connection.execute(delete(grants).where(grants.c.person_id == sitti.id))
    return sitti


async def _again_of(place: Kabupaten) -> list[int | None]:
    async with place.database.read() as connection:
        return list((await connection.execute(select(usulan.c.again_of).order_by(usulan.c.id))).scalars())


async def _open(place: Kabupaten) -> list[str]:
    async with place.database.read() as connection:
        return list((await connection.execute(select(conversations.c.flow))).scalars())


def _was_told(one: Someone, sentence: str, **values: object) -> bool:
    return any(message.text in says(sentence, **values) for message in one.phone.values())


@pytest.mark.parametrize(
    "words",
    ["bawa lagi yang tahun lalu", "bawa lagi usulan saya", "ya bawa lagi mi pak", "usulanku tahun lalu diajukan lagi"],
)
async def test_words_bring_it_again(place: Kabupaten, words: str) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, **ENDED)
    place.stand(SEASON)
    await place.says(sitti, words)
    assert _was_told(sitti, "bawa_lagi_dicatat", lama="Maiwa 1")
    assert (await _again_of(place), await _open(place)) == ([None, usulan_id], [])


@pytest.mark.parametrize("words", ["masa ditolak, mau kubawa lagi tahun depan", "bawa lagi tahun depan pak"])
async def test_before_the_next_season_it_is_said_that_it_may_come_again_then(place: Kabupaten, words: str) -> None:
    sitti = await villager(place, "Sitti")
    await bring(place, sitti, 1, **ENDED)
    await place.says(sitti, words)
    assert _was_told(sitti, "bawa_lagi_nanti", nomor=["Maiwa 1"])
    assert (await _again_of(place), await _open(place)) == ([None], [])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("penipu semua! 4 tahun begitu2 terus", "marah"),
        ("alhamdulillah sudah jadi jembatannya?", "tanya_status"),
        ("syukurlah pak, mudah2an lancar", "terima_kasih"),
    ],
)
async def test_who_is_angry_or_glad_of_a_result_tells_no_story(place: Kabupaten, words: str, sentence: str) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1, **ENDED)
    await place.says(sitti, words)
    assert _was_told(sitti, sentence)
    assert await _open(place) == []


async def test_of_several_it_is_asked_which_and_a_number_says_it(place: Kabupaten) -> None:
    sitti = await villager(place, "Sitti")
    first = await bring(place, sitti, 1, **ENDED)
    await bring(place, sitti, 2, **ENDED)
    place.stand(SEASON)
    await place.says(sitti, "bawa lagi usulanku")
    assert sitti.newest().text in says("bawa_lagi_yang_mana")
    await place.says(sitti, "mau ji, itu masih bocor")  # below what is offered
    assert sitti.newest().text in says("bawa_lagi_yang_mana")
    assert await _open(place) == []
    await place.says(sitti, "bawa lagi maiwa 1/27")
    assert await _again_of(place) == [None, None, first]


async def test_without_any_that_may_come_again_it_is_no_story(place: Kabupaten) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1)
    await place.says(sitti, "bawa lagi yang tahun lalu")
    assert sitti.newest().text in says("bawa_lagi_belum_ada")
    assert await _open(place) == []


async def test_a_story_in_which_these_words_stand_is_one(place: Kabupaten) -> None:
    sitti = await villager(place, "Sitti")
    await bring(place, sitti, 1, **ENDED)
    place.stand(SEASON)
    await place.says(sitti, "anak sekolah bawa lagi sepatunya di tangan, jalannya berlumpur")
    assert await _again_of(place) == [None]


async def test_a_question_about_words_of_months_ago_holds_up_nothing(place: Kabupaten) -> None:
    sitti = await _plain(place)
    usulan_id = await bring(place, sitti, 1, **ENDED)
    text, _ = unclear()
    await place.says(sitti, text)
    assert await _open(place) == ["maksud_ini"]
    place.stand(SEASON)
    await place.says(sitti, "bawa lagi usulan saya")
    assert await _again_of(place) == [None, usulan_id]
    await place.says(sitti, "terima kasih")
    assert _was_told(sitti, "kata_dulu", diteruskan=False)
    assert sitti.newest().text not in says("kata_dulu")  # what is answered now stands lowest
    assert await _open(place) == []


async def test_words_of_the_day_before_go_on_behind_what_is_said_now(place: Kabupaten) -> None:
    """What tells of an usulan is shown, and asked about as ever."""
    sitti = await _plain(place)
    await bring(place, sitti, 1)
    await place.posts(sitti, {"photo": [{"file_id": "foto", "file_unique_id": "f", "width": 9, "height": 9}]})
    assert await _open(place) == ["foto_usulan_ini"]
    place.stand(local(2026, 5, 13, 10))
    await place.says(sitti, "siapa yang baca ceritaku")
    assert _was_told(sitti, "kata_dulu", kata="", diteruskan=True)
    assert await _open(place) == ["usulan"]


async def test_its_answer_is_still_taken_the_day_after_where_nothing_was_said_since(place: Kabupaten) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1)
    await place.says(sitti, unclear()[0])
    place.stand(local(2026, 5, 13, 10))
    await place.says(sitti, "bukan")
    assert sitti.newest().text in says("maksud_lain")
    assert not _was_told(sitti, "kata_dulu")


async def test_a_yes_of_another_day_below_something_else_takes_nothing_back_unasked(place: Kabupaten) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1)
    await place.says(sitti, "tarik usulan saya")
    assert await _open(place) == ["tarik_usulan"]
    await place.live(local(2026, 5, 29, 10))
    assert not any(data.startswith("f:") for _, data in sitti.newest().buttons)
    await place.says(sitti, "ya")
    assert await _open(place) == ["tarik_usulan"]
    await place.says(sitti, "ya")
    assert await _open(place) == []


# --- why -------------------------------------------------------------------------------------------------------------


async def _refused(place: Kabupaten) -> Someone:
    """Somebody who has just read that it was refused, and why."""
    sitti = await _plain(place)
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    await place.pushes(rahman, f"u:sah:{usulan_id}:0:ditolak:R07:musdes")
    await place.live(local(2026, 5, 12, 10))
    assert sitti.newest().text in says("keadaan_kabar", sebab=True)
    return sitti


@pytest.mark.parametrize(
    "words",
    [
        "kenapa tidak masuk",
        "kenapa belum dibawa padahal cuma mesin jahit",
        "kenapa",
        "apa alasannya ditolak pak",
        "kenapa punyaku ditolak!! siapa bilang bagus, rusak parah itu. tiap hari saya lewat situ, tipu2 semua",
    ],
)
async def test_who_asks_why_below_a_result_reads_the_reason(place: Kabupaten, words: str) -> None:
    sitti = await _refused(place)
    await place.says(sitti, words)
    assert sitti.newest().text in says("hasil_kenapa", nomor="Maiwa 1", sebab=True, oleh=words_of("pemutus.musdes"))
    await place.says(sitti, "mau tanya")
    assert await _open(place) == ["tanya"]


async def test_the_reason_is_found_long_after_it_was_told(place: Kabupaten) -> None:
    sitti = await _refused(place)
    for number in range(5):
        await place.says(sitti, f"halo {number}")
    await place.says(sitti, "kenapa usulanku ditolak, tipu2 semua tidak ada yang datang lihat jalanku rusak parah")
    assert sitti.newest().text in says("hasil_kenapa", nomor="Maiwa 1", sebab=True, oleh=words_of("pemutus.musdes"))


async def test_the_words_of_the_button_below_a_result_press_it(place: Kabupaten) -> None:
    sitti = await _refused(place)
    await place.says(sitti, "mau tanya")
    assert await _open(place) == ["tanya"]


@pytest.mark.parametrize(
    "words",
    [
        "kenapa sawah kami ditolak padahal kering?",
        "bagaimana caranya supaya usulan sawah dapat giliran?",
        "kenapa tidak masuk",
    ],
)
async def test_what_is_asked_behind_mau_tanya_goes_on_to_the_facilitator(place: Kabupaten, words: str) -> None:
    sitti = await _refused(place)
    await place.says(sitti, "mau tanya")
    await place.says(sitti, words)
    assert sitti.newest().text in says("pertanyaan_diteruskan", kepada="Rahman")
    assert not _was_told(sitti, "hasil_kenapa")
    assert not _was_told(sitti, "tanya_cara")
    assert await _open(place) == []


async def test_why_without_a_result_is_answered_as_ever(place: Kabupaten) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1)
    await place.says(sitti, "kenapa tidak masuk usulanku")
    assert not _was_told(sitti, "hasil_kenapa")


async def test_a_nod_that_they_moved_is_no_story(place: Kabupaten) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1)
    await place.says(sitti, "saya sudah pindah ke desa boiya")
    assert sitti.newest().text in says("usulan_pindah")
    await place.says(sitti, "iya betul pindah ma")
    assert sitti.newest().text in says("usulan_pindah_iya")
    assert await _open(place) == []


async def test_a_correction_of_months_ago_is_agreed_to_by_no_other_yes(place: Kabupaten) -> None:
    sitti = await _plain(place)
    await bring(place, sitti, 1, read_at=BEGUN)
    await place.says(sitti, "eh salah, bukan air tapi sumur")
    assert await _open(place) == ["ralat"]
    place.stand(local(2026, 7, 14, 10))
    await place.says(sitti, "saya sudah pindah ke desa boiya")
    await place.says(sitti, "iya betul pindah ma")
    assert _was_told(sitti, "ralat_dulu", nomor="Maiwa 1")
    assert not _was_told(sitti, "ralat_dicatat")
    assert await _open(place) == []


@pytest.mark.parametrize("words", ["tidak usah mi, sdh ada wc nya", "sudah ada mi pak, dibuat tetangga", "ndak mau"])
async def test_a_no_to_the_offer_brings_nothing_and_begins_nothing(place: Kabupaten, words: str) -> None:
    sitti = await villager(place, "Sitti")
    usulan_id = await bring(place, sitti, 1, read_at=BEGUN)
    rahman = await place.settle("Rahman", "fasilitator_desa", DESA, "diam")
    await place.pushes(rahman, f"u:sah:{usulan_id}:0:ditolak:R07:musdes")
    await place.live(SEASON)
    assert _was_told(sitti, "bawa_lagi_ditawarkan")
    await place.says(sitti, words)
    assert _was_told(sitti, "bawa_lagi_tidak", nama="Sitti", kepada="Rahman")
    assert (await _again_of(place), await _open(place)) == ([None], [])

"""While an item of a check is open, words that ask for one's work or put the rest off are no answer, not even where any
words would be one; the item stays open."""

import pytest

from tests.checking.looking import Looking
from tests.support.sentences import mentions, says

_OPEN = "SELECT count(*) FROM conversations WHERE flow = 'uji_silang'"
_WAITS = mentions("isian_disisihkan")


@pytest.mark.parametrize("item", ["saksi_1", "rawat", "ukuran"])
@pytest.mark.parametrize("typed", ["besok saja", "lanjut nanti malam", "nanti saya lanjutkan di rumah"])
async def test_that_it_is_for_later_is_no_answer(quick: Looking, item: str, typed: str) -> None:
    await quick.give(whole=True)
    await quick.begin_item(item)
    await quick.ask(quick.amir, typed, _WAITS)
    assert await quick.findings() == {}
    assert await quick.town.rows(_OPEN) == [(1,)]


@pytest.mark.parametrize("item", ["saksi_1", "rawat", "program"])
@pytest.mark.parametrize("typed", ["apa tugas saya", "siapa yang belum baca usulan", "apa tugas saya hari ini"])
async def test_a_question_about_ones_work_is_answered(quick: Looking, item: str, typed: str) -> None:
    await quick.give(whole=True)
    await quick.begin_item(item)
    await quick.ask(quick.amir, typed, _WAITS)
    assert await quick.findings() == {}
    assert await quick.town.rows(_OPEN) == [(1,)]


@pytest.mark.parametrize("typed", ["besok saja", "nanti malam saya lanjutkan"])
async def test_below_the_sheet_it_waits_until_its_day(quick: Looking, typed: str) -> None:
    await quick.give(whole=True)
    await quick.open_sheet()
    await quick.ask(quick.amir, typed, says("uji_nanti_saja", nomor="Maiwa 1", batas="19 Januari 2027"))


@pytest.mark.parametrize(
    ("item", "typed"),
    [("rawat", "kelompok tani, kerja bakti tiap minggu"), ("menolak", "tidak ada"), ("program", "belum pernah")],
)
async def test_what_may_be_an_answer_is_one(quick: Looking, item: str, typed: str) -> None:
    await quick.give(whole=True)
    await quick.begin_item(item)
    await quick.ask(quick.amir, typed, says("uji_lembar", nomor="Maiwa 1"))
    assert (await quick.findings())[item][item]["text"] == typed


@pytest.mark.parametrize("typed", ["siap meluncur", "saya menuju lokasi", "belum bisa ke sana pak"])
@pytest.mark.parametrize("item", ["saksi_1", "rawat"])
async def test_a_word_to_whoever_called_for_help_is_theirs(quick: Looking, item: str, typed: str) -> None:
    """Also where the item was opened after the call."""
    await quick.give(whole=True)
    await quick.telegram.say(quick.sitti, "tolong rumah kami kebakaran besar api menjalar di dusun Jambu")
    await quick.hears(quick.amir, lambda message: "kebakaran" in message["text"])
    await quick.begin_item(item)
    await quick.telegram.say(quick.amir, typed)
    await quick.hears(quick.sitti, mentions("bahaya.kata_petugas", nama="Amir", kutipan=typed))
    assert await quick.findings() == {}
    assert await quick.town.rows(_OPEN) == [(1,)]

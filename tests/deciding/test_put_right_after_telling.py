"""A result that was told wrongly is put right: the state, what its proposer hears, and every figure say the same."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import DESA, Office
from tests.support.client import words_of
from tests.support.halls import TEN_O_CLOCK, Meeting, hold
from tests.support.sentences import says, words
from tests.support.town import town

KECAMATAN = "73.16.01"
_PASSED = timedelta(minutes=11)


@pytest.fixture(params=["musrenbang_desa", "musrenbang_kecamatan"])
async def hall(request: pytest.FixtureRequest, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with town(sqlite_url, tmp_path, started=False) as place:
        await place.simulator.move_clock(to=TEN_O_CLOCK)
        await place.start()
        office, is_desa = Office(place), request.param == "musrenbang_desa"
        wilayah, role = (DESA, "fasilitator_desa") if is_desa else (KECAMATAN, "fasilitator_kecamatan")
        leader = await office.join("Rahman", role, wilayah)
        yield Meeting(office, await hold(place, request.param, wilayah), leader)


async def _mina(hall: Meeting) -> Person:
    """Whoever brought Maiwa 1, which a meeting before this one carried on."""
    mina = hall.town.simulator.add_person("Mina")
    await hall.town.start_chat(mina, says("izin"))
    await hall.town.press(mina, words("tombol_setuju"), "kecamatan")
    rows = await hall.town.rows("SELECT id FROM people WHERE address = :a", a=mina.id)
    await hall.bring(1, person_id=rows[0][0], state="musdus", status="dibahas", moved=1)
    return mina


async def _refused(hall: Meeting) -> Person:
    mina = await _mina(hall)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", lambda _: True)
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan", hp=1))
    await hall.town.hears(mina, says("hasil_kabar", hasil="belum", pembetulan=False))
    return mina


async def _state(hall: Meeting) -> str:
    return str((await hall.town.rows("SELECT state FROM usulan"))[0][0])


async def _offered(hall: Meeting) -> str:
    """When it may be brought again, in UTC."""
    return str((await hall.town.rows("SELECT season_at FROM usulan"))[0][0])[:7]


async def _later(hall: Meeting, by: timedelta) -> None:
    await hall.town.simulator.move_clock(to=hall.town.simulator.stage.clock.now() + by)
    await hall.town.begin_again()


async def _say_right(hall: Meeting) -> None:
    await hall.say("maiwa 1 keliru, seharusnya cadangan", says("hasil_betulkah"))
    await hall.say("ya", says("hasil_dibetulkan", nomor="Maiwa 1"))


async def _tap_right(hall: Meeting) -> None:
    await hall.open()
    if hall.occasion.kind == "musrenbang_desa":
        await hall.press(words("rapat_tombol_hasil"), says("hasil_semua_dicatat"))
        await hall.press(words("rapat_tombol_ulangi"), says("hasil_tanya"))
        await hall.press(words("hasil_tombol_cadangan"), says("hasil_dibetulkan", nomor="Maiwa 1"))
    else:
        await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar"))
        await hall.press(words("hasil_tombol_tandai_cadangan"), says("hasil_daftar"))
        await hall.press("Maiwa 1", says("hasil_dibetulkan", nomor="Maiwa 1"))


@pytest.mark.parametrize("put_right", [_say_right, _tap_right])
async def test_what_is_put_right_is_so_at_once_and_told_without_being_asked(
    hall: Meeting, put_right: Callable[[Meeting], Awaitable[None]]
) -> None:
    mina = await _refused(hall)
    assert await _state(hall) == "ditolak"
    await put_right(hall)
    assert await _state(hall) == "cadangan"
    asked = await hall.say("/kabar maiwa 1", says("kabar_isi"), mina)
    assert words("hasil_kata_cadangan") in words_of(asked)
    await _later(hall, _PASSED)
    await hall.town.hears(mina, says("hasil_kabar", hasil="cadangan", pembetulan=True))
    untold = "SELECT (SELECT count(*) FROM decisions WHERE told_at IS NULL), count(*) FROM moves WHERE told_at IS NULL"
    assert [(0, 0)] == await hall.town.rows(untold)
    assert len(await hall.town.rows("SELECT 1 FROM moves")) == 2


async def test_the_figures_and_the_year_after_say_the_same(hall: Meeting) -> None:
    mina = await _refused(hall)
    officer = await hall.office.join("Hasbi", "bappeda", "73.16")
    assert await _offered(hall) == "2027-03"
    told = await hall.say("berapa usulan per kecamatan", says("tanya_kerja_angka"), officer)
    assert "cadangan 0, belum bisa 1" in words_of(told)
    await _say_right(hall)
    told = await hall.say("berapa usulan per kecamatan", says("tanya_kerja_angka"), officer)
    assert "cadangan 1, belum bisa 0" in words_of(told)
    await _later(hall, _PASSED)
    await hall.town.hears(mina, says("hasil_kabar", hasil="cadangan"))
    assert await _offered(hall) == "2027-12", "as one that waits, and not as one that was refused"
    told = await hall.say("/usulanku", lambda _: True, mina)
    assert words("hasil_kata_cadangan") in words_of(told)


async def test_put_right_as_a_state_the_papers_say_the_same(hall: Meeting) -> None:
    mina = await _refused(hall)
    usulan = (await hall.town.rows("SELECT id FROM usulan"))[0][0]
    await hall.town.press_data(hall.leader, f"u:jadi:{usulan}:2:cadangan", says("keadaan_siapa_memutuskan"))
    await hall.press(words(f"pemutus.{hall.occasion.kind}"), says("keadaan_periksa"))
    await hall.say("ya", says("keadaan_dicatat", nomor="Maiwa 1"))
    await hall.town.hears(mina, says("keadaan_kabar"))
    assert [("cadangan", None)] == await hall.town.rows("SELECT outcome, reason FROM decisions")


@pytest.mark.parametrize(
    "typed", ["kabari pengusulnya hasil kecamatan", "kasi tau hasil musrenbang desa ke pengusulnya"]
)
async def test_whose_results_are_told_may_be_said(hall: Meeting, typed: str) -> None:
    mina = await _mina(hall)
    await hall.say("maiwa 1 cadangan", says("hasil_betulkah"))
    await hall.say("ya", lambda _: True)
    await hall.say("/menu", lambda _: True)
    await hall.say(typed, says("hasil_kabari_dulu", jumlah=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1))
    await hall.town.hears(mina, says("hasil_kabar", hasil="cadangan"))


async def test_before_it_is_told_the_right_word_is_the_only_one(hall: Meeting) -> None:
    mina = await _mina(hall)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", lambda _: True)
    await hall.say("maiwa 1 keliru, seharusnya cadangan", says("hasil_betulkah"))
    await hall.say("ya", lambda _: True)
    assert await _state(hall) == "musdus", "nobody was told anything"
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan", hp=1))
    await hall.town.hears(mina, says("hasil_kabar", hasil="cadangan", pembetulan=False))
    assert await _state(hall) == "cadangan"


async def test_what_was_right_after_all_is_told_to_nobody(hall: Meeting) -> None:
    mina = await _refused(hall)
    await _say_right(hall)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", says("hasil_dibetulkan", tahu=True))
    assert await _state(hall) == "ditolak"
    await _later(hall, _PASSED)
    await hall.say("/kabar maiwa 1", says("kabar_isi"), mina)
    assert not any(text in says("hasil_kabar", pembetulan=True) for text in hall.town.texts(mina))


async def test_the_same_word_once_more_puts_nothing_right(hall: Meeting) -> None:
    await _refused(hall)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", lambda _: True)
    assert [(1,)] == await hall.town.rows("SELECT count(*) FROM decisions WHERE told_at IS NOT NULL AND NOT corrects")


async def test_who_has_no_telephone_is_to_be_told_once_more(hall: Meeting) -> None:
    leader = (await hall.town.rows("SELECT id FROM people"))[0][0]
    await hall.bring(1, state="musdus", status="dibahas", moved=1, typed_by=leader)
    await hall.say("maiwa 1 belum dibawa karena uang tidak cukup", says("hasil_betulkah"))
    await hall.say("ya", lambda _: True)
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan", langsung=1))
    await hall.say("sudah saya kabari maiwa 1", says("dikabari_dicatat"))
    await hall.say("maiwa 1 keliru, seharusnya cadangan", says("hasil_betulkah"))
    await hall.say("ya", says("hasil_dibetulkan", langsung=True))
    assert [("cadangan", None)] == await hall.town.rows("SELECT state, told_at FROM usulan")

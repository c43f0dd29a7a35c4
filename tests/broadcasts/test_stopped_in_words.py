"""An announcement is stopped by typing: what can still be held is held at once, and words at an open question belong to
it."""

from datetime import timedelta

import pytest

from bot.store.broadcasts import broadcasts
from tests.broadcasts.crowd import here, rows, settled, tick_until
from tests.broadcasts.officers import CURIO, out, town
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place
from tests.support.phones import Someone
from tests.support.sentences import says

__all__ = ["here"]

_PLACE, _HOUSES, _REPORT = "tempat rapat pindah ke gedung serbaguna", "sosialisasi bedah rumah besok", "format laporan"


async def _states(here: Kabupaten) -> dict[int, str]:
    return dict(await rows(here, "SELECT id, state FROM broadcasts"))


async def _waiting(here: Kabupaten, officer: Someone, text: str, starts_in: timedelta = timedelta(minutes=1)) -> int:
    return await announce(here.database, officer.id, here.clock.now(), text=text, starts_in=starts_in)


async def _out(here: Kabupaten, officer: Someone, text: str) -> int:
    number = await _waiting(here, officer, text, timedelta())
    await tick_until(here, "done")
    here.stand(here.clock.now() + timedelta(minutes=4))
    return number


@pytest.mark.parametrize(
    "typed", ["batal", "batalkan", "jangan dikirim dulu", "salah kecamatan, batalkan", "aduh salah kirim", "stop"]
)
async def test_within_the_minute_it_is_held_at_once(here: Kabupaten, typed: str) -> None:
    officer, _ = await settled(here, 2)
    out, one = await _out(here, officer, _PLACE), await _waiting(here, officer, _REPORT)
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_dibatalkan", awal=_REPORT)
    assert await _states(here) == {out: "done", one: "draft"}


async def test_the_reason_and_what_would_be_right_name_no_other(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    out, one = await _out(here, officer, "rapat kecamatan maiwa"), await _waiting(here, officer, _REPORT)
    await here.says(officer, "aduh salah kecamatan, seharusnya maiwa, batalkan dulu")
    assert await _states(here) == {out: "done", one: "draft"}


async def test_of_several_that_can_be_held_only_these_are_offered(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    out = await _out(here, officer, _PLACE)
    both = [await _waiting(here, officer, text) for text in (_REPORT, _HOUSES)]
    await here.says(officer, "batalkan")
    asked = officer.newest()
    assert asked.text in says("siaran_yang_mana")
    assert {data for _, data in asked.buttons} == {f"a:urung:{one}" for one in both}
    assert out not in both


async def test_what_leaves_tomorrow_is_asked_about_and_a_yes_holds_it(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    one = await _waiting(here, officer, _REPORT, timedelta(hours=20))
    await here.says(officer, "batal")
    assert officer.newest().text in says("siaran_urungkah", awal=_REPORT)
    await here.says(officer, "ya")
    assert await _states(here) == {one: "draft"}


async def test_a_reason_at_an_open_question_belongs_to_it(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    right, wrong = await _out(here, officer, f"{_PLACE} kecamatan"), await _out(here, officer, _HOUSES)
    await here.says(officer, "tarik yang bedah rumah")
    await here.says(officer, "salah kecamatan")
    assert officer.newest().text in says("siaran_tarikkah", awal=_HOUSES)
    await here.says(officer, "ya tarik")
    assert await _states(here) == {right: "done", wrong: "withdrawn"}


async def test_not_that_one_but_another_chooses_it(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    right, wrong = await _out(here, officer, _PLACE), await _out(here, officer, _HOUSES)
    await here.says(officer, "tarik yang gedung serbaguna")
    await here.says(officer, "bukan yang itu, yang bedah rumah")
    assert officer.newest().text in says("siaran_tarikkah", awal=_HOUSES)
    await here.says(officer, "ya")
    assert await _states(here) == {right: "done", wrong: "withdrawn"}


@pytest.mark.parametrize("typed", ["aduh salah kirim yg barusan", "salah kirim, harusnya anggeraja bukan curio"])
async def test_what_went_to_the_wrong_ones_is_the_last_and_none_whose_rest_leaves_tomorrow(
    here: Kabupaten, typed: str
) -> None:
    officer, *_ = await town(here, Place("Muin", "fasilitator_desa", f"{CURIO}.2001"))
    going, wrong = await out(here, officer, _HOUSES), await out(here, officer, _PLACE, CURIO)
    async with here.database.write() as connection:
        await broadcasts.change(connection, going, state="running", next_at=here.clock.now() + timedelta(hours=20))
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_tarikkah", awal=_PLACE)
    assert await _states(here) == {going: "running", wrong: "done"}


@pytest.mark.parametrize("typed", ["batalkan yg besok jam 8", "tdk jadi mi yg bawa laptop itu, batalkan"])
async def test_an_order_to_stop_changes_neither_hour_nor_words(here: Kabupaten, typed: str) -> None:
    officer, _ = await settled(here, 2)
    other = await _out(here, officer, "rapat besok jam 8 di baruga, yang lama jadi batal")
    morning = here.clock.now().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    one = await _waiting(here, officer, "bawa laptop", morning - here.clock.now())
    await here.pushes(officer, f"a:hasil:{other}")
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_urungkah", awal="bawa laptop")
    assert await _states(here) == {other: "done", one: "waiting"}


async def test_who_is_named_by_where_it_went_gets_it_no_second_time(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    await _out(here, officer, _PLACE)
    await _out(here, officer, "rapat di curio")
    await here.says(officer, "tarik yg ke curio")
    assert officer.newest().text in says("siaran_tarikkah", awal="rapat di curio")
    assert not officer.newest().offers("a:tarik_ke:")


async def test_the_day_on_which_it_leaves_names_it(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    await _out(here, officer, "rapat koordinasi besok pagi")
    await _waiting(here, officer, "bawa laptop", timedelta(days=1))
    await here.says(officer, "yang besok pagi tidak usah mi, batalkan")
    assert officer.newest().text in says("siaran_urungkah", awal="bawa laptop")


async def test_of_one_that_is_withdrawn_no_other_is_taken_back(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    gone, other = await _out(here, officer, "latihan menulis usulan"), await _out(here, officer, "batas kirim daftar")
    await here.says(officer, "tarik pengumuman latihan")
    await here.says(officer, "ya")
    assert (await _states(here))[gone] == "withdrawn"
    await here.says(officer, "tarik pengumuman latihan")
    assert any(one.text in says("siaran_yang_ini", awal="latihan menulis usulan") for one in officer.phone.values())
    assert not officer.newest().offers(f"a:tarik_ya:{other}")

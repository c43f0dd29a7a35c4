"""An usulan is taken back by its number, as the bot says it: with its year, and while something else is asked."""

import pytest

from bot.simulator.chats import Person
from tests.hall.conftest import hall
from tests.support.halls import Meeting
from tests.support.sentences import says, words

__all__ = ["hall"]


async def _mina(hall: Meeting) -> Person:
    mina = hall.town.simulator.add_person("Mina")
    await hall.town.start_chat(mina, says("izin"))
    await hall.town.press(mina, words("tombol_setuju"), "kecamatan")  # a draft of hers is open
    rows = await hall.town.rows("SELECT id FROM people WHERE address = :a", a=mina.id)
    await hall.bring(4, person_id=rows[0][0], state="ditolak", status="hasil", moved=1)
    return mina


@pytest.mark.parametrize("typed", ["tarik usulan Maiwa 4", "tarik usulan Maiwa 4/27", "tarik usulanku Maiwa 4"])
async def test_by_its_number_below_a_draft(hall: Meeting, typed: str) -> None:
    mina = await _mina(hall)
    await hall.say(typed, says("tarik_usulan_ini", nomor="Maiwa 4"), mina)
    assert await hall.town.rows("SELECT status FROM usulan") == [("hasil",)], "nothing is taken back by words alone"


async def test_of_somebody_else_it_is_said(hall: Meeting) -> None:
    mina = await _mina(hall)
    await hall.bring(7)
    await hall.say("/batal", says("draf_dibatalkan"), mina)
    await hall.say("tarik usulan Maiwa 7", says("tarik_usulan_bukan", punya=["Maiwa 4"]), mina)
    await hall.say("tarik usulan Maiwa 4/26", says("tarik_usulan_bukan"), mina)
    assert not await hall.town.rows("SELECT 1 FROM usulan WHERE status = 'ditarik'")

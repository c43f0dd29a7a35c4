"""Whoever wants to be reminded of what is no task hears that nothing does that; and invitations that were brought
round are a task that is done."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import says


@pytest.mark.parametrize(
    "typed",
    [
        "ingatkan sy tgl 20 tagih RAB ke kades",
        "pak kades janji kirim RAB paling lambat tgl 20 desember, tolong ingatkan sy",
        "nanti pak kades yg tanda tangan hari senin, kasih ingat ka",
    ],
)
async def test_that_nothing_reminds_of_it_is_said(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    reply = await at_home.ask(ratna, typed, says("ingatkan_tidak_bisa"))
    assert "/tugas" in reply["text"]


async def test_whom_somebody_else_reminds_is_told_no_such_thing(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    reply = await at_home.ask(ratna, "ingatkan warga hari senin bawa parang", lambda message: True)
    assert "kalender HP" not in reply.get("text", "")


@pytest.mark.parametrize(
    "typed",
    [
        "undangan sdh sy antar tadi pagi",
        "undangan sdh sy antar tadi pagi sama pak kades",
        "undangannya sudah kami bagikan kemarin",
        "sudah sy sebar undangannya pak",
    ],
)
async def test_invitations_brought_round_are_asked_for_their_proof(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, typed, says("tugas_minta_bukti", judul=at_home.title("D11")))
    assert (await at_home.task("D11")).state == "open"


@pytest.mark.parametrize("typed", ["undangan belum sy antar", "sudah antar anak sekolah tadi pagi"])
async def test_what_was_not_brought_round_ticks_nothing(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    reply = await at_home.ask(ratna, typed, lambda message: True)
    assert "tinggal buktinya" not in reply.get("text", "")

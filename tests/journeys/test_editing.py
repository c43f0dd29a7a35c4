"""Whoever edits a message corrects what it had said: in the draft, and in the usulan already sent."""

import json
from typing import Any

from sqlalchemy import text

from tests.journeys.villagers import HOPE, STORY, consent, finish, name_place, propose, tell
from tests.support.sentences import says
from tests.support.town import Town


async def _answers(place: Town) -> list[dict[str, Any]]:
    return [json.loads(row.answers) for row in await place.rows("SELECT answers FROM usulan ORDER BY id")]


async def test_an_edited_message_corrects_the_draft(place: Town) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    told, _ = await tell(place, sitti)
    await place.simulator.edit(sitti, told["message_id"], f"{STORY} Sekarang tambah parah.")
    await place.simulator.wait_for(sitti, says("mesin.ralat_dicatat", judul="Ceritanya"))
    await finish(place, sitti)
    assert "tambah parah" in (await _answers(place))[0]["cerita"]["text"]


async def test_an_edited_message_corrects_the_usulan_and_the_history_keeps_the_old_words(any_place: Town) -> None:
    place = any_place
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    await place.simulator.edit(sitti, hoped["message_id"], "Jalannya diaspal saja, 300 meter.")
    await place.simulator.wait_for(sitti, says("ralat_dicatat", nomor="Maiwa 1"))
    (answers,) = await _answers(place)
    assert "Jalannya diaspal saja, 300 meter." == answers["harapan"]["text"]
    (event,) = await place.rows("SELECT detail FROM events WHERE kind = 'diralat'")
    detail = json.loads(event.detail)
    assert ("harapan", HOPE) == (detail["tanya"], detail["dari"]["text"])


async def test_an_edit_that_says_nothing_new_needs_no_word(place: Town) -> None:
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    said = len(place.simulator.said(sitti))
    await place.simulator.edit(sitti, hoped["message_id"], HOPE)
    await place.simulator.wait_until_confirmed()
    await place.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    assert (said, []) == (
        len(place.simulator.said(sitti)),
        await place.rows("SELECT * FROM events WHERE kind = 'diralat'"),
    )


async def test_when_the_meeting_has_it_a_correction_is_declined_kindly(place: Town) -> None:
    sitti = await consent(place)
    _, hoped = await propose(place, sitti)
    async with place.database.write() as connection:
        await connection.execute(text("UPDATE usulan SET locked_at = spoken_at"))
    await place.simulator.edit(sitti, hoped["message_id"], "Jalannya diaspal saja, 300 meter.")
    await place.simulator.wait_for(sitti, says("ralat_terkunci"))
    assert HOPE == (await _answers(place))[0]["harapan"]["text"]

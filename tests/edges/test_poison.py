"""Malformed updates among good ones (U1, U3): the good are answered, the bad are kept and seen."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.edges.oddities import FILE, arrive, consent, own, poison, settled
from tests.support.sentences import says, words
from tests.support.town import Town, town


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(database_url, tmp_path) as one:
        yield one


@pytest.mark.slow
async def test_five_hundred_malformed_updates_keep_nobody_waiting(place: Town) -> None:
    people = [await arrive(place, f"Warga {number}") for number in range(4)]
    before = (await place.rows("SELECT count(*) FROM inbox"))[0][0]
    for number, odd in enumerate(poison(500, seed=20261124)):
        place.simulator.inject(odd)
        if number % 25 == 0:
            for person in people:
                await place.simulator.say(person, "/usulanku")
            place.simulator.stage.clock.move_by(60)  # no flood
            await place.simulator.wait_until_confirmed()
    await settled(place)
    assert [[words("usulanku_kosong", draf=None)] * 20] * 4 == [place.simulator.said(person)[1:] for person in people]
    assert before + 580 == (await place.rows("SELECT count(*) FROM inbox"))[0][0]
    trouble = await place.rows("SELECT outcome, error FROM inbox WHERE outcome IN ('bad', 'parked')")
    assert 50 < len(trouble) < 500
    assert all(row.error for row in trouble)


async def test_the_good_ones_in_one_batch_with_the_bad_are_answered_in_order(place: Town) -> None:
    people = [await arrive(place, f"Warga {number}") for number in range(3)]
    odd = iter(poison(60, seed=7))
    for _ in range(4):
        for person in people:
            place.simulator.inject(next(odd))
            await place.simulator.say(person, "/usulanku")
            place.simulator.inject(next(odd))
            await place.simulator.say(person, "/perintahbaru")
    await settled(place)
    unreadable = await place.rows("SELECT tries FROM inbox WHERE outcome = 'bad'")
    assert {0} == {row.tries for row in unreadable}
    wanted = [words("usulanku_kosong", draf=None), words("perintah_tak_dikenal")] * 4
    for person in people:
        said = place.simulator.said(person)[1:]
        assert wanted == [text[: len(want)] for text, want in zip(said, wanted, strict=True)]


# --- what is not even an update -------------------------------------------------------------------------------------

FRAGMENTS = [
    pytest.param("null", id="null"),
    pytest.param("17", id="a number"),
    pytest.param('"teks"', id="a text"),
    pytest.param("[]", id="a list"),
    pytest.param("{}", id="no update_id"),
    pytest.param('{"update_id": null}', id="update_id null"),
    pytest.param('{"update_id": "700"}', id="update_id a text"),
    pytest.param('{"update_id": true}', id="update_id true"),
    pytest.param('{"update_id": 1.5}', id="update_id a fraction"),
    pytest.param(f'{{"update_id": {2**80}}}', id="update_id beyond all columns"),
    pytest.param('{"message": NaN}', id="NaN"),
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
async def test_a_fragment_is_kept_as_bad_and_the_next_update_is_answered(
    sqlite_url: str, tmp_path: Path, fragment: str
) -> None:
    async with town(sqlite_url, tmp_path) as place:
        sitti = await arrive(place)
        place.simulator.inject_raw(fragment)
        await place.ask(sitti, "/bantuan", "/usulanku")
        rows = await place.rows("SELECT body FROM inbox WHERE outcome = 'bad'")
        assert [json.loads(fragment)] == [json.loads(row.body) for row in rows] or "NaN" in fragment
        assert 1 == len(rows)


UNREADABLE = [
    pytest.param('{{"update_id": {0}, "message": {{', id="cut off"),
    pytest.param('{{"update_id": {0}, "message": \x01}}', id="a control character"),
    pytest.param('{{"update_id": {0}, "a": ' + "1" * 5000 + "}}", id="a number without end"),
    pytest.param('{{"update_id": {0}, "a": ' + "[" * 100_000 + "]" * 100_000 + "}}", id="nested without end"),
    pytest.param('{{"update_id": {0}, "a": ' + "[" * 950 + "]" * 950 + "}}", id="nested almost too deep"),
]


@pytest.mark.parametrize("template", UNREADABLE)
async def test_an_update_that_breaks_the_whole_answer_is_set_aside_alone(place: Town, template: str) -> None:
    sitti = await arrive(place)
    await place.simulator.say(sitti, "/usulanku")
    number = place.simulator.stage.updates._add(template.format)
    await place.simulator.say(sitti, "/perintahbaru")
    await place.simulator.wait_for(sitti, says("perintah_tak_dikenal"), timeout=15)
    await settled(place)
    assert [words("usulanku_kosong", draf=None), words("perintah_tak_dikenal")] == place.simulator.said(sitti)[1:]
    row = (await place.rows("SELECT outcome FROM inbox WHERE update_id = :n", n=number))[0]
    assert row.outcome in ("bad", "parked", "done")


# --- what the database refuses --------------------------------------------------------------------------------------


async def test_a_row_the_database_refuses_spoils_no_other(place: Town) -> None:
    """An album's number far too long for its column; SQLite knows no lengths."""
    hasan, sitti, ani = [await arrive(place, name) for name in ("Hasan", "Sitti", "Ani")]
    await consent(place, hasan)
    photo = [FILE | {"width": 800, "height": 600}]
    place.simulator.inject(own(hasan, photo=photo, media_group_id="9" * 5000))
    for person in (sitti, ani):
        await place.ask(person, "/usulanku", says("usulanku_kosong"))
    await settled(place)
    parked = await place.rows("SELECT error FROM inbox WHERE outcome = 'parked'")
    assert (0 if place.database.is_sqlite else 1) == len(parked)


async def test_the_same_update_id_is_handled_once_also_after_a_restart(place: Town) -> None:
    sitti = await arrive(place)
    update = own(sitti, text="/usulanku", entities=[{"type": "bot_command", "offset": 0, "length": 9}])
    number = place.simulator.inject(update)
    await place.simulator.wait_for(sitti, says("usulanku_kosong"))
    for _ in range(3):
        place.simulator.inject(update | {"update_id": number})
        await place.simulator.wait_until_confirmed()
    await place.stop()
    place.simulator.inject(update | {"update_id": number})
    await place.start()
    await place.ask(sitti, "/perintahbaru", says("perintah_tak_dikenal"))
    assert 3 == len(place.simulator.said(sitti))


async def test_a_failing_update_holds_its_own_chat_and_is_parked_with_a_word(place: Town) -> None:
    hasan, sitti = await arrive(place, "Hasan"), await arrive(place, "Sitti")
    number = place.simulator.inject(own(hasan, text=["bukan", "teks"]))
    await place.simulator.say(hasan, "/usulanku")
    await place.simulator.say(sitti, "/usulanku")
    for person in (sitti, hasan):
        await place.simulator.wait_for(person, says("usulanku_kosong"))
    promised = await place.rows("SELECT chat FROM outbox WHERE method = 'sendMessage' ORDER BY id")
    assert [sitti.id, hasan.id, hasan.id] == [row[0] for row in promised][-3:]
    assert place.simulator.said(hasan)[1] in says("maaf_gagal")
    row = (await place.rows("SELECT outcome, tries, error FROM inbox WHERE update_id = :n", n=number))[0]
    assert ("parked", 2) == (row.outcome, row.tries)


async def test_a_chat_full_of_waiting_updates_does_not_hide_the_others(sqlite_url: str, tmp_path: Path) -> None:
    async with town(sqlite_url, tmp_path) as place:
        hasan, sitti = await arrive(place, "Hasan"), await arrive(place, "Sitti")
        place.simulator.inject(own(hasan, text=["gagal"]))
        await asyncio.sleep(0.5)
        for _ in range(300):
            await place.simulator.press_data(hasan, 1, "m:lanjut")
        await place.simulator.wait_until_confirmed()
        await place.simulator.say(sitti, "/usulanku")
        await place.simulator.wait_for(sitti, says("usulanku_kosong"))
        assert [call.method for call in place.simulator.calls].count("answerCallbackQuery") < 150  # most of his wait
